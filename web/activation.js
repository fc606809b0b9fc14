// Activations as operations on tensors: kernels, `out`, in-place forms and gradients of all that the table drives alone.
import { needsGrad, record, requiresGrad, save } from './autograd.js';
import { float32 } from './dtype.js';
import { apart, refuseGraph } from './elementwise.js';
import { NotImplementedError, RuntimeError } from './errors.js';
import { formatG, formatSize } from './format.js';
import { bumpVersion, checkInplace, checkOverlap, recordInplace } from './inplace.js';
import * as kernels from './kernels.js';
import { sameShape } from './size.js';
import { copyRow, elements, fresh, isContiguous, packed, walk } from './strided.js';
import { wrapDim } from './views.js';

/**
 * @typedef {import('./tensor.js').Tensor} Tensor
 * @typedef {import('./size.js').Size} Size
 * @typedef {import('./kernels.js').Activation} Activation
 * @typedef {number | bigint | boolean | Tensor} Scalar
 * @typedef {any[]} Call what a call was given: `out` or null, the input, then the other arguments as the signature has them
 */

/** Whether an activation is PyTorch's: what speaks in PyTorch's name leaves the others out. @param {Activation} activation */
export const isPyTorchs = ({ origin }) => origin === undefined;

/** The largest double that rounds to a finite float32. */
const largest = 3.4028235677973366e38;
const greatestFloat = (2 - 2 ** -23) * 2 ** 127;

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
export function requireFloat({ kernel }, input) {
  if (input.dtype !== float32) throw new NotImplementedError(`"${kernel}" not implemented for '${input.dtype.short}'`);
}

/** What PyTorch's functions ask of their first parameter. @type {Record<string, (value: number) => void>} */
const demands = {
  celu(alpha) {
    if (alpha === 0) throw new RuntimeError('ZeroDivisionError: alpha cannot be 0 for CELU');
    scalar(1 / alpha);
  },
  softshrink(lambd) {
    if (lambd >= 0 && lambd <= greatestFloat) return;
    throw new RuntimeError(
      `lambda must be in range [0, 3.40282e+38] for input dtype Float, but found ${formatG(lambd)}`,
    );
  },
};

const inplaceRefusal = (/** @type {string} */ name, rest = '') =>
  `In-place ${name} backward calculation is triggered with a negative slope which is not supported. This is caused by calling in-place forward function with a negative slope, please call out-of-place version instead.${rest}`;

/** Kernels that do not know from a result on which side of zero the input was, if the slope there is negative. @type {Record<string, string>} */
const kNegative = {
  elu_cpu: inplaceRefusal('elu'),
  leaky_relu_cpu: inplaceRefusal(
    'leakyReLu',
    ' File an issue at https://github.com/pytorch/pytorch if you do require supporting in-place leakRelu backward calculation with negative slope',
  ),
};

/**
 * Refuses a tensor that a result cannot be written to.
 * @param {string} name of the function
 * @param {Tensor} out
 * @param {readonly number[]} shape of the result
 * @param {Tensor} input
 * @param {Tensor | null} [other] input
 */
export function checkOut(name, out, shape, input, other = null) {
  if (needsGrad(out, input, other)) refuseGraph(name, [out, input, other ?? out]);
  if (out.dtype !== float32 || !sameShape(out.shape, shape)) {
    throw new RuntimeError(
      `${name}(): out must have the shape and dtype of the result: expected ${formatSize(shape)} of ${float32}, got ${out.shape} of ${out.dtype}`,
    );
  }
  checkOverlap(out);
}

/**
 * Writes row-major elements to where a tensor's lie; autograd is the caller's.
 * @param {Tensor} out
 * @param {Float32Array} from
 */
export function write(out, from) {
  const { shape, strides, offset, storage } = out;
  walk(shape, [strides, shape.strides], [offset, 0], (n, at, step) => {
    copyRow(storage.array, at[0], step[0], from, at[1], step[1], n);
  });
  bumpVersion(out);
  return out;
}

/** A tensor's elements in order, for reading. @type {(tensor: Tensor) => Float32Array} */
export const floats = /** @type {any} */ (elements);

/**
 * Runs a kernel from a tensor's elements to a fresh array or to a tensor's own memory.
 * @param {(x: Float32Array, out: Float32Array | null) => Float32Array} kernel
 * @param {Tensor} input
 * @param {Tensor | null} out of the input's shape
 * @returns {Tensor}
 */
export function apply(kernel, input, out) {
  if (out === null) return fresh(input, input.shape, kernel(floats(input), null));
  const x = floats(apart(input, out));
  if (!isContiguous(out)) return write(out, kernel(x, null));
  kernel(x, floats(out));
  bumpVersion(out);
  return out;
}

/** The step backward of what is composed of a difference, which lets its operands change: a copy stands for what PyTorch keeps of them. */
const kDifference = 'SubBackward0';

/** @param {Tensor} input */
const copy = (input) => fresh(input, input.shape, packed(input));

/**
 * An element-wise activation's kernel and its parameters, checked.
 * @param {Activation} activation
 * @param {Call} call
 */
function settings({ functional = '', index, parameters }, call) {
  const { length } = parameters;
  const choices = length > 0 ? parameters[0].choices : undefined;
  if (choices !== undefined) {
    const choice = choices.indexOf(call[2]);
    if (choice < 0) throw new RuntimeError(`${parameters[0].name} argument must be either ${choices.join(' or ')}.`);
    return { index: index + choice, p0: 0, p1: 0 };
  }
  if (functional in demands) demands[functional](Number(call[2]));
  return { index, p0: length > 0 ? scalar(call[2]) : 0, p1: length > 1 ? scalar(call[3]) : 0 };
}

/**
 * An element-wise activation.
 * @param {Activation} activation
 * @param {Call} call
 * @returns {Tensor}
 */
export function elementwise(activation, call) {
  const out = call[0];
  /** @type {Tensor} */
  const input = call[1];
  requireFloat(activation, input);
  const { index, p0, p1 } = settings(activation, call);
  if (out !== null) checkOut(/** @type {string} */ (activation.functional), out, input.shape, input);
  const result = apply((x, y) => kernels.forward(index, x, y, p0, p1), input, out);
  if (out !== null || !needsGrad(input)) return result;
  return record(result, {
    name: activation.grad_fn,
    inputs: [input],
    saved: [activation.saves === 'result' ? result : activation.grad_fn === kDifference ? copy(input) : input],
    backward: (grad, [kept]) => [fresh(grad, grad.shape, kernels.backward(index, floats(grad), floats(kept), p0, p1))],
  });
}

/**
 * An element-wise activation in place.
 * @param {Activation} activation
 * @param {Call} call
 * @returns {Tensor} the input
 */
export function elementwise_(activation, call) {
  /** @type {Tensor} */
  const input = call[1];
  checkInplace(input);
  requireFloat(activation, input);
  const { index, p0, p1 } = settings(activation, call);
  // PyTorch's threshold_ alone keeps the input though its step backward is the other one, and writes where elements overlap.
  const isThreshold = activation.functional === 'threshold';
  if (!isThreshold) checkOverlap(input);
  const fromResult = activation.inplace_saves === 'result' && !isThreshold;
  const kept = fromResult || !needsGrad(input) ? input : save(copy(input));
  apply((x, y) => kernels.forward(index, x, y, p0, p1), input, input);
  return recordInplace(input, {
    name: inplaceName(activation),
    inputs: [input],
    saved: [kept],
    backward: (grad, [saved]) => {
      const slope = activation.parameters.length > 1 ? (p0 + p1) / 2 : p0;
      const refusal = kNegative[activation.kernel];
      if (fromResult && refusal && !(slope >= 0)) throw new RuntimeError(refusal);
      return [fresh(grad, grad.shape, kernels.backward(index, floats(grad), floats(saved), p0, p1, fromResult))];
    },
  });
}

/**
 * The step backward of an in-place form: where PyTorch's formula needs the input, that from the result is another one.
 * @param {Activation} activation
 */
export const inplaceName = ({ grad_fn, saves, inplace_saves }) =>
  inplace_saves && !saves ? grad_fn.replace(/0$/, '1') : grad_fn;

/**
 * softmax, softmin or log_softmax along a dimension.
 * @param {Activation} activation
 * @param {string} kind of rows
 * @param {Tensor | null} out
 * @param {Tensor} input
 * @param {number} dim
 * @returns {Tensor}
 */
export function rowwise(activation, kind, out, input, dim) {
  const { shape } = input;
  const at = wrapDim(dim, shape.length);
  requireFloat(activation, input);
  if (out !== null) checkOut(activation.functional ?? kind, out, shape, input);
  const n = shape.length === 0 ? 1 : shape[at];
  let outer = 1;
  let inner = 1;
  for (let d = 0; d < at; d++) outer *= shape[d];
  for (let d = at + 1; d < shape.length; d++) inner *= shape[d];
  const result = apply((x, y) => kernels.rows(kind, x, y, outer, n, inner), input, out);
  if (out !== null || !requiresGrad(input)) return result;
  return record(result, {
    name: activation.grad_fn,
    inputs: [input],
    saved: [result],
    backward: (grad, [kept]) => [
      fresh(grad, grad.shape, kernels.rowsBackward(kind, floats(grad), floats(kept), outer, n, inner)),
    ],
  });
}
