// Activations as operations on tensors: kernels, `out`, in-place forms and gradients. One path for all of the table.
import { record, requiresGrad } from './autograd.js';
import { float32 } from './dtype.js';
import { apart, refuseGraph } from './elementwise.js';
import { NotImplementedError, RuntimeError } from './errors.js';
import { bumpVersion, checkInplace, checkOverlap, recordInplace } from './inplace.js';
import * as kernels from './kernels.js';
import { sameShape } from './size.js';
import { copyRow, elements, fresh, isContiguous, walk } from './strided.js';
import { wrapDim } from './views.js';

/**
 * @typedef {import('./tensor.js').Tensor} Tensor
 * @typedef {import('./kernels.js').Activation} Activation
 * @typedef {number | bigint | boolean | Tensor} Scalar
 */

/** The largest double that rounds to a finite float32. */
const largest = 3.4028235677973366e38;

/**
 * A parameter as the kernels take it: PyTorch converts to float32, and refuses a finite number that would become infinite.
 * @param {Scalar} value
 */
export function scalar(value) {
  const number = typeof value === 'object' ? Number(value.item()) : Number(value);
  if (Math.abs(number) >= largest && Number.isFinite(number)) {
    throw new RuntimeError('value cannot be converted to type float without overflow');
  }
  return number;
}

/** @param {Activation} activation @param {Tensor} input */
function requireFloat(activation, input) {
  if (input.dtype !== float32) {
    throw new NotImplementedError(`"${activation.kernel}" not implemented for '${input.dtype.short}'`);
  }
}

/**
 * Refuses a tensor that a result cannot be written to.
 * @param {string} name of the function
 * @param {Tensor} input
 * @param {Tensor} out
 */
function checkOut(name, input, out) {
  refuseGraph(name, [input, out]);
  if (out.dtype !== input.dtype || !sameShape(out.shape, input.shape)) {
    throw new RuntimeError(
      `${name}(): out must have the shape and dtype of the result: expected ${input.shape} of ${input.dtype}, got ${out.shape} of ${out.dtype}`,
    );
  }
  checkOverlap(out);
}

/**
 * Writes row-major elements to where a tensor's lie; autograd and versions are the caller's.
 * @param {Tensor} out
 * @param {Float32Array} from
 */
function scatter({ shape, strides, offset, storage }, from) {
  walk(shape, [strides, shape.strides], [offset, 0], (n, at, step) => {
    copyRow(storage.array, at[0], step[0], from, at[1], step[1], n);
  });
}

/**
 * Runs a kernel from a tensor's elements to a fresh array or to a tensor's own memory.
 * @param {(x: Float32Array, out: Float32Array | null) => Float32Array} kernel
 * @param {Tensor} input
 * @param {Tensor | null} out
 * @returns {Tensor}
 */
function apply(kernel, input, out) {
  const x = /** @type {Float32Array} */ (elements(out === null ? input : apart(input, out)));
  if (out === null) return fresh(input, input.shape, kernel(x, null));
  if (isContiguous(out)) kernel(x, /** @type {Float32Array} */ (elements(out)));
  else scatter(out, kernel(x, null));
  return out;
}

/**
 * An element-wise activation.
 * @param {Activation} activation
 * @param {Tensor} input
 * @param {Tensor | null} [out] the result goes there; may be the input
 * @param {Scalar} [first] parameter
 * @param {Scalar} [second] parameter
 * @returns {Tensor}
 */
export function elementwise(activation, input, out = null, first = 0, second = 0) {
  requireFloat(activation, input);
  if (out !== null) checkOut(activation.functional, input, out);
  const p0 = scalar(first);
  const p1 = scalar(second);
  const { index } = activation;
  const result = apply((x, y) => kernels.forward(index, x, y, p0, p1), input, out);
  if (out !== null) {
    bumpVersion(out);
    return out;
  }
  if (!requiresGrad(input)) return result;
  const saved = activation.saves === 'result' ? result : input;
  return record(result, {
    name: activation.grad_fn,
    inputs: [input],
    saved: [saved],
    backward: (grad, [kept]) => [backward(index, grad, kept, p0, p1)],
  });
}

/** @param {number} index @param {Tensor} grad @param {Tensor} saved @param {number} p0 @param {number} p1 */
function backward(index, grad, saved, p0, p1) {
  const g = /** @type {Float32Array} */ (elements(grad));
  return fresh(grad, grad.shape, kernels.backward(index, g, /** @type {Float32Array} */ (elements(saved)), p0, p1));
}

/**
 * An element-wise activation in place; only the result is left for the backward pass.
 * @param {Activation} activation
 * @param {Tensor} input
 * @param {Scalar} [first] parameter
 * @param {Scalar} [second] parameter
 * @returns {Tensor} the input
 */
export function elementwise_(activation, input, first = 0, second = 0) {
  requireFloat(activation, input);
  const p0 = scalar(first);
  const p1 = scalar(second);
  checkInplace(input);
  checkOverlap(input);
  const { index } = activation;
  apply((x, y) => kernels.forward(index, x, y, p0, p1), input, input);
  bumpVersion(input);
  if (!requiresGrad(input)) return input;
  return recordInplace(input, {
    // Where PyTorch's formula needs the input, its in-place form is another one, made for the result.
    name: activation.saves === 'result' ? activation.grad_fn : activation.grad_fn.replace(/0$/, '1'),
    inputs: [input],
    saved: [input],
    backward: (grad, [kept]) => {
      if (activation.functional === 'leaky_relu' && p0 < 0) throw new RuntimeError(negativeSlope);
      return [backward(index, grad, kept, p0, p1)];
    },
  });
}

const negativeSlope =
  'In-place leakyReLu backward calculation is triggered with a negative slope which is not supported. This is caused by calling in-place forward function with a negative slope, please call out-of-place version instead. File an issue at https://github.com/pytorch/pytorch if you do require supporting in-place leakRelu backward calculation with negative slope';

/**
 * softmax along a dimension.
 * @param {Activation} activation
 * @param {Tensor} input
 * @param {number} dim
 * @param {Tensor | null} [out]
 * @returns {Tensor}
 */
export function rowwise(activation, input, dim, out = null) {
  const at = wrapDim(dim, input.shape.length);
  requireFloat(activation, input);
  if (out !== null) checkOut(activation.functional, input, out);
  const { shape } = input;
  const n = shape.length === 0 ? 1 : shape[at];
  let outer = 1;
  let inner = 1;
  for (let d = 0; d < at; d++) outer *= shape[d];
  for (let d = at + 1; d < shape.length; d++) inner *= shape[d];
  const result = apply((x, y) => kernels.softmax(x, y, outer, n, inner), input, out);
  if (out !== null) {
    bumpVersion(out);
    return out;
  }
  if (!requiresGrad(input)) return result;
  return record(result, {
    name: activation.grad_fn,
    inputs: [input],
    saved: [result],
    backward: (grad, [kept]) => {
      const [g, y] = [grad, kept].map((tensor) => /** @type {Float32Array} */ (elements(tensor)));
      return [fresh(grad, grad.shape, kernels.softmaxBackward(g, y, outer, n, inner))];
    },
  });
}
