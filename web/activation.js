// Activations as operations on tensors: kernels, `out`, in-place forms and gradients of all that the table drives alone.
import { needsGrad, record, save } from './autograd.js';
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
 * @typedef {(x: Float32Array, out: Float32Array | null) => Float32Array} Kernel
 * @typedef {(grad: Float32Array, ...saved: Float32Array[]) => Float32Array[]} Gradients of the inputs
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
 * @param {Kernel} kernel
 * @param {Tensor} input
 * @param {Tensor | null} out
 * @param {Size} [shape] of the result
 * @returns {Tensor}
 */
function apply(kernel, input, out, shape = input.shape) {
  if (out === null) return fresh(input, shape, kernel(floats(input), null));
  const x = floats(apart(input, out));
  if (!isContiguous(out)) return write(out, kernel(x, null));
  kernel(x, floats(out));
  bumpVersion(out);
  return out;
}

/**
 * Carries out an activation, and records it.
 * @param {Activation} activation
 * @param {Tensor | null} out
 * @param {Tensor[]} inputs that gradients go to
 * @param {Kernel} kernel
 * @param {Gradients} gradients
 * @param {Size} [shape] of the result, if it is not that of the first input
 * @returns {Tensor}
 */
export function perform(activation, out, inputs, kernel, gradients, shape) {
  const [input, other] = inputs;
  if (out !== null) checkOut(activation.functional ?? activation.kind, out, input.shape, input, other);
  const result = apply(kernel, input, out, shape);
  if (out !== null || !needsGrad(input, other)) return result;
  const kept = activation.grad_fn === kDifference ? [copy(input)] : inputs;
  return record(result, {
    name: activation.grad_fn,
    inputs,
    saved: activation.saves ? [result] : kept,
    backward: (grad, saved) =>
      gradients(floats(grad), ...saved.map(floats)).map((array, i) => fresh(grad, inputs[i].shape, array)),
  });
}

/**
 * Carries out an activation in place, and records it.
 * @param {Activation} activation
 * @param {Tensor} input
 * @param {Kernel} kernel
 * @param {any} kept for the backward pass
 * @param {Gradients} gradients
 * @returns {Tensor} the input
 */
export function change({ grad_fn, saves, inplace_saves }, input, kernel, kept, gradients) {
  apply(kernel, input, input);
  return recordInplace(input, {
    // Where PyTorch's formula needs the input, that from the result is another one.
    name: inplace_saves && !saves ? grad_fn.replace(/0$/, '1') : grad_fn,
    inputs: [input],
    saved: [kept],
    backward: (grad, [saved]) => [fresh(grad, grad.shape, gradients(floats(grad), floats(saved))[0])],
  });
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
  requireFloat(activation, call[1]);
  const { index, p0, p1 } = settings(activation, call);
  return perform(
    activation,
    call[0],
    [call[1]],
    (x, y) => kernels.forward(index, x, y, p0, p1),
    (grad, kept) => [kernels.backward(index, grad, kept, p0, p1)],
  );
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
  const fromResult = activation.inplace_saves !== undefined && !isThreshold;
  const kept = fromResult || !needsGrad(input) ? input : save(copy(input));
  return change(
    activation,
    input,
    (x, y) => kernels.forward(index, x, y, p0, p1),
    kept,
    (grad, saved) => {
      const slope = activation.parameters.length > 1 ? (p0 + p1) / 2 : p0;
      const refusal = kNegative[activation.kernel];
      if (fromResult && refusal && !(slope >= 0)) throw new RuntimeError(refusal);
      return [kernels.backward(index, grad, saved, p0, p1, fromResult)];
    },
  );
}

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
  const at = wrapDim(dim, input.shape.length);
  requireFloat(activation, input);
  const { outer, n, inner } = slabs(input, at);
  return perform(
    activation,
    out,
    [input],
    (x, y) => kernels.rows(kind, x, y, outer, n, inner),
    (grad, result) => [kernels.rowsBackward(kind, grad, result, outer, n, inner)],
  );
}

/**
 * A tensor as [outer, n, inner] around a dimension.
 * @param {Tensor} tensor
 * @param {number} at
 */
export function slabs({ shape }, at) {
  let outer = 1;
  let inner = 1;
  for (let d = 0; d < at; d++) outer *= shape[d];
  for (let d = at + 1; d < shape.length; d++) inner *= shape[d];
  return { outer, n: shape.length === 0 ? 1 : shape[at], inner };
}
