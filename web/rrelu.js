// rrelu: leaky_relu with a slope drawn for every element in training, and the mean slope otherwise.
import { change, elementwise, elementwise_, perform, requireFloat, scalar } from './activation.js';
import { RuntimeError } from './errors.js';
import { formatG } from './format.js';
import { checkInplace, checkOverlap } from './inplace.js';
import { defaultGenerator } from './random.js';

/**
 * @typedef {import('./tensor.js').Tensor} Tensor
 * @typedef {import('./kernels.js').Activation} Activation
 * @typedef {import('./activation.js').Call} Call
 */

/** @param {number} lower @param {number} upper */
function checkBounds(lower, upper) {
  if (!Number.isFinite(lower)) throw notFinite('lower', lower);
  if (!Number.isFinite(upper)) throw notFinite('upper', upper);
  if (lower > upper) throw new RuntimeError('Lower bound should be less than or equal to the upper bound');
}

/** @param {string} name @param {number} value */
const notFinite = (name, value) => new RuntimeError(`rrelu: ${name} bound must be finite, got ${formatG(value)}`);

/**
 * @param {Activation} activation
 * @param {Call} call lower, upper, training and perhaps inplace
 * @returns {Tensor}
 */
export function rrelu(activation, call) {
  const [out, input, lower, upper, training, inplace] = call;
  if (inplace) checkInplace(input);
  checkBounds(Number(lower), Number(upper));
  if (!training) return (inplace ? elementwise_ : elementwise)(activation, call);
  requireFloat(activation, input);
  const noise = new Float32Array(input.shape.numel());
  const [low, high] = [Math.fround(scalar(lower)), Math.fround(scalar(upper))];
  /** @type {import('./activation.js').Kernel} */
  const kernel = (x, y) => multiplied(x, draw(x, noise, low, high), y);
  const gradients = (/** @type {Float32Array} */ grad) => [multiplied(grad, noise, null)];
  // Nothing saved is needed, but PyTorch refuses when it has changed.
  if (!inplace) return perform(activation, out, [input], kernel, gradients);
  checkOverlap(input);
  return change(activation, input, kernel, input, gradients);
}

/**
 * A slope for every element that is not positive, in PyTorch's order; 1 for the others and for NaN.
 * @param {Float32Array} x
 * @param {Float32Array} noise
 * @param {number} low
 * @param {number} high
 */
function draw(x, noise, low, high) {
  for (let i = 0; i < x.length; i++) {
    noise[i] = x[i] <= 0 ? defaultGenerator.uniform_double() * (high - low) + low : 1;
  }
  return noise;
}

/**
 * @param {Float32Array} x
 * @param {Float32Array} noise
 * @param {Float32Array | null} out
 */
function multiplied(x, noise, out) {
  const y = out ?? new Float32Array(x.length);
  for (let i = 0; i < x.length; i++) y[i] = x[i] * noise[i];
  return y;
}
