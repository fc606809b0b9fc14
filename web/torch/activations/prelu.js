// prelu: leaky_relu whose slope is a tensor, one number or one for each channel (dimension 1), and has a gradient.

import { checkChannels, preluBackward, preluForward } from '../../core/activations.js';
import { RuntimeError } from '../../core/errors.js';
import { view } from '../operations/views.js';
import { float64 } from '../storage/dtype.js';
import { floats, perform, requireFloat } from './activation.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../core/kernels.js').Activation} Activation
 */

/** @param {Tensor} input @param {Tensor} weight */
function checkWeight({ dtype, shape }, weight) {
  if (weight.dtype !== dtype) {
    throw new RuntimeError(`prelu: Type promoting not supported. Got ${dtype.short} and ${weight.dtype.short}`);
  }
  checkChannels(shape, weight.shape.numel());
  const { length } = weight.shape;
  if (length > 1) {
    throw new RuntimeError(`prelu: Expected \`weight\` to be a scalar or 1D tensor, but got: ndim = ${length}`);
  }
}

/**
 * @param {Activation} activation
 * @param {import('./activation.js').Call} call
 * @returns {Tensor}
 */
export function prelu(activation, [input, weight, out]) {
  checkWeight(input, weight);
  requireFloat(activation, input.dtype);
  const { shape } = /** @type {Tensor} */ (input);
  const slopes = floats(weight);
  // The weight with its channels in dimension 1, as PyTorch records it.
  const channelwise =
    shape.length === weight.shape.length
      ? weight
      : view(
          weight,
          shape.map((_, d) => (d === 1 ? slopes.length : 1)),
        );
  const inner = shape.strides[1] ?? 1;
  const isDouble = input.dtype === float64;
  return perform(
    activation,
    out,
    [input, channelwise],
    (x, y) => (isDouble ? preluDoubles(x, slopes, y, inner) : preluForward(x, slopes, y, inner)),
    (grad, x, w) =>
      isDouble ? preluDoublesBackward(grad, x, w, inner) : Object.values(preluBackward(grad, x, w, null, inner)),
  );
}

/** In float64. @param {any} x @param {any} weight @param {any} out @param {number} inner @returns {any} */
function preluDoubles(x, weight, out, inner) {
  const y = out ?? new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) {
    y[i] = x[i] > 0 ? x[i] : weight[Math.floor(i / inner) % weight.length] * x[i];
  }
  return y;
}

/** @param {any} grad @param {any} x @param {any} weight @param {number} inner @returns {any} of the input and the weight */
function preluDoublesBackward(grad, x, weight, inner) {
  const [input, sums] = [new Float64Array(x.length), new Float64Array(weight.length)];
  for (let i = 0; i < x.length; i++) {
    const channel = Math.floor(i / inner) % weight.length;
    input[i] = x[i] > 0 ? grad[i] : weight[channel] * grad[i];
    if (!(x[i] > 0)) sums[channel] += grad[i] * x[i];
  }
  return [input, sums];
}
