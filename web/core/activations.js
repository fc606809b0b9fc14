// An activation on arrays: along which rows or halves it works, its values and its gradient. torch's activations, the figures and
// torchlet/arrays compute through it.
import { activations } from '../build/table.js';
import { RuntimeError, ValueError } from './errors.js';
import * as kernels from './kernels.js';
import { Size, wrapDim } from './numbers/size.js';
import { kernelOf } from './parameters.js';

/**
 * @typedef {import('./kernels.js').Activation} Activation
 * @typedef {Record<string, any>} Values of parameters by PyTorch's names
 * @typedef {{ outer: number, n: number, inner: number }} Rows an array as [outer, n, inner], of which the middle is worked along
 * @typedef {object} Computation of one activation with its parameters, for arrays of one shape
 * @property {Size} shape of the result
 * @property {(x: Float32Array, out: Float32Array | null) => Float32Array} forward into `out`, or into a fresh array
 * @property {(grad: Float32Array, x: Float32Array, y: Float32Array | null, out: Float32Array | null) => Float32Array} backward the
 *   gradient of x, into `out` or a fresh array; y is the result where it is at hand, and not `out`
 * @property {(grad: Float32Array, x: Float32Array, out: Float32Array | null) => { input: Float32Array, weight: Float32Array }} [both]
 *   prelu's gradients
 */

/** Whether an activation is PyTorch's: what speaks in PyTorch's name leaves the others out. @param {Activation} activation */
export const isPyTorchs = ({ origin }) => origin === undefined;

/** Whose kernel serves a prelu of one weight. */
export const leaky = /** @type {Activation} */ (activations.find(({ functional }) => functional === 'leaky_relu'));

/**
 * The rows of a shape along a dimension.
 * @param {Size} shape
 * @param {number} dim
 * @returns {Rows & { at: number }} at: the dimension, counted from the front
 * @throws {IndexError} for a dimension that is not there
 */
export function rowsOf(shape, dim) {
  const at = wrapDim(dim, shape.length);
  const n = shape[at] ?? 1;
  const inner = shape.strides[at] ?? 1;
  return { at, n, inner, outer: shape.numel() / (n * inner) };
}

/**
 * Where the halves of a shape lie along a dimension.
 * @param {Size} shape
 * @param {number} dim
 * @returns {{ at: number, outer: number, half: number, shape: number[] }} [outer, 2, half], and the shape of the result
 * @throws {RuntimeError} in PyTorch's words
 */
export function halvesOf(shape, dim) {
  if (shape.length === 0) throw new RuntimeError('glu does not support scalars because halving size must be even');
  const at = wrapDim(dim, shape.length);
  if (shape[at] % 2 !== 0) {
    throw new RuntimeError(`Halving dimension must be even, but dimension ${at} is size ${shape[at]}`);
  }
  const half = (shape[at] / 2) * shape.strides[at];
  return { at, half, outer: shape.numel() / (2 * half), shape: shape.with(at, shape[at] / 2) };
}

/**
 * Refuses a number of prelu's weights that an input's channels do not fit.
 * @param {readonly number[]} shape of the input
 * @param {number} count of weights
 */
export function checkChannels(shape, count) {
  if (count === 1) return;
  if (shape.length === 0) throw new RuntimeError('Not allow zero-dim input tensor.');
  const channels = shape[1] ?? 1;
  if (channels !== count) {
    throw new RuntimeError(
      `Mismatch of parameter numbers and input channel size. Found parameter numbers = ${count} and channel size = ${channels}.`,
    );
  }
}

/** Refuses what nn.Softmax2d refuses. @param {readonly number[]} shape */
export function checkPlanes({ length }) {
  if (length !== 3 && length !== 4) {
    throw new ValueError(`Softmax2d: expected input to be 3D or 4D, got ${length}D instead`);
  }
}

/** @param {Activation} activation @param {Values} values @param {Size} shape @returns {Computation} */
function elementwise(activation, values, shape) {
  const [first, second] = activation.parameters.map(({ name }) => values[name]);
  const { index, p0, p1 } = kernelOf(activation, first, second);
  const forward = (/** @type {Float32Array} */ x, /** @type {Float32Array | null} */ out) =>
    kernels.forward(index, x, out, p0, p1);
  return {
    shape,
    forward,
    backward(grad, x, y, out) {
      if (!activation.saves || y) return kernels.backward(index, grad, y && activation.saves ? y : x, out, p0, p1);
      // The result may stand where the gradient is to go, which each element reads before it writes.
      const result = forward(x, out === grad ? null : out);
      return kernels.backward(index, grad, result, out ?? result, p0, p1);
    },
  };
}

/** @param {Activation} _ @param {Values} values weight: a number, or one for each channel @param {Size} shape @returns {Computation} */
function prelu(_, { weight }, shape) {
  const slopes = typeof weight === 'number' ? Float32Array.of(weight) : weight;
  checkChannels(shape, slopes.length);
  const inner = shape.strides[1] ?? 1;
  const both = (
    /** @type {Float32Array} */ grad,
    /** @type {Float32Array} */ x,
    /** @type {Float32Array | null} */ out,
  ) => preluBackward(grad, x, slopes, out, inner);
  return {
    shape,
    forward: (x, out) => preluForward(x, slopes, out, inner),
    backward: (grad, x, _, out) => both(grad, x, out).input,
    both,
  };
}

/**
 * prelu of [outer, channels, inner].
 * @param {Float32Array} x
 * @param {Float32Array} weight one, or one a channel
 * @param {Float32Array | null} out may be x; null for a fresh array
 * @param {number} inner
 */
export const preluForward = (x, weight, out, inner) =>
  weight.length === 1 ? kernels.forward(leaky.index, x, out, weight[0], 0) : kernels.prelu(x, weight, out, inner);

/**
 * The gradients of prelu's input and of its weight.
 * @param {Float32Array} grad
 * @param {Float32Array} x
 * @param {Float32Array} weight
 * @param {Float32Array | null} out for the input's gradient, may be either; null for a fresh array
 * @param {number} inner
 * @returns {{ input: Float32Array, weight: Float32Array }}
 */
export function preluBackward(grad, x, weight, out, inner) {
  if (weight.length !== 1) return kernels.preluBackward(grad, x, weight, out, inner);
  const sum = kernels.preluWeightSum(grad, x); // before `out`, which may be either, is written
  return { input: kernels.backward(leaky.index, grad, x, out, weight[0], 0), weight: Float32Array.of(sum) };
}

/** @param {Activation} activation @param {Values} values @param {Size} shape @returns {Computation} */
function rowwise({ kind }, { dim }, shape) {
  if (kind === 'softmax2d') checkPlanes(shape);
  const own = kind === 'softmax2d' ? 'softmax' : kind;
  const { outer, n, inner } = rowsOf(shape, kind === 'softmax2d' ? -3 : dim);
  const forward = (/** @type {Float32Array} */ x, /** @type {Float32Array | null} */ out) =>
    kernels.rows(own, x, out, outer, n, inner);
  return {
    shape,
    forward,
    backward: (grad, x, y, out) => kernels.rowsBackward(own, grad, y ?? forward(x, null), out, outer, n, inner),
  };
}

/** @param {Activation} _ @param {Values} values @param {Size} shape @returns {Computation} */
function glu(_, { dim }, shape) {
  const { outer, half, shape: halved } = halvesOf(shape, dim);
  return {
    shape: new Size(halved),
    forward: (x, out) => kernels.glu(x, out, outer, half),
    backward: (grad, x, _, out) => kernels.gluBackward(grad, x, out, outer, half),
  };
}

/** @type {Record<string, (activation: Activation, values: Values, shape: Size) => Computation>} */
const kinds = { elementwise, prelu, glu };

/**
 * What an activation does with arrays of a shape; rrelu as in evaluation.
 * @param {Activation} activation
 * @param {Values} values all its parameters; `dim` and the like are numbers
 * @param {Size} shape of x
 * @returns {Computation}
 * @throws {RuntimeError | IndexError | ValueError} in PyTorch's words, for parameters and shapes that it refuses
 */
export const computation = (activation, values, shape) =>
  (kinds[activation.kind] ?? rowwise)(activation, values, shape);
