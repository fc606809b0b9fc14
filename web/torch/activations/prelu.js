// prelu: leaky_relu whose slope is a tensor, one number or one for each channel (dimension 1), and has a gradient.

import { activations } from '../../build/table.js';
import { RuntimeError } from '../../core/errors.js';
import * as kernels from '../../core/kernels.js';
import { view } from '../operations/views.js';
import { floats, perform, requireFloat } from './activation.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../core/kernels.js').Activation} Activation
 */

/** Whose kernel serves where there is one weight. */
const leaky = /** @type {Activation} */ (activations.find(({ functional }) => functional === 'leaky_relu'));

/** @param {Tensor} input @param {Tensor} weight */
function checkWeight({ dtype, shape }, weight) {
  if (weight.dtype !== dtype) {
    throw new RuntimeError(`prelu: Type promoting not supported. Got ${dtype.short} and ${weight.dtype.short}`);
  }
  const count = weight.shape.numel();
  if (count !== 1) {
    if (shape.length === 0) throw new RuntimeError('Not allow zero-dim input tensor.');
    const channels = shape[1] ?? 1;
    if (channels !== count) {
      throw new RuntimeError(
        `Mismatch of parameter numbers and input channel size. Found parameter numbers = ${count} and channel size = ${channels}.`,
      );
    }
  }
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
  return perform(
    activation,
    out,
    [input, channelwise],
    (x, y) =>
      slopes.length > 1 ? kernels.prelu(x, slopes, y, inner) : kernels.forward(leaky.index, x, y, slopes[0], 0),
    (grad, x, w) => Object.values(kernels.preluBackward(grad, x, w, inner)),
  );
}
