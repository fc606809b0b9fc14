// prelu: leaky_relu whose slope is a tensor, one number or one for each channel (dimension 1), and has a gradient.
import { floats, perform, requireFloat, slabs } from './activation.js';
import { RuntimeError } from './errors.js';
import * as kernels from './kernels.js';
import { view } from './views.js';

/**
 * @typedef {import('./tensor.js').Tensor} Tensor
 * @typedef {import('./size.js').Size} Size
 * @typedef {import('./kernels.js').Activation} Activation
 */

/** @param {Tensor} input @param {Tensor} weight */
function checkWeight({ dtype, shape }, weight) {
  if (weight.dtype !== dtype) {
    throw new RuntimeError(`prelu: Type promoting not supported. Got ${dtype.short} and ${weight.dtype.short}`);
  }
  const count = weight.shape.numel();
  if (count !== 1) {
    if (shape.length === 0) throw new RuntimeError('Not allow zero-dim input tensor.');
    const channels = shape.length > 1 ? shape[1] : 1;
    if (channels !== count) {
      throw new RuntimeError(
        `Mismatch of parameter numbers and input channel size. Found parameter numbers = ${count} and channel size = ${channels}.`,
      );
    }
  }
  if (weight.shape.length > 1) {
    throw new RuntimeError(
      `prelu: Expected \`weight\` to be a scalar or 1D tensor, but got: ndim = ${weight.shape.length}`,
    );
  }
}

/** The weight with its channels in dimension 1, as PyTorch records it. @param {Tensor} weight @param {Size} shape of the input */
const channelwise = (weight, shape) =>
  view(
    weight,
    Array.from(shape, (_, d) => (d === 1 ? weight.shape.numel() : 1)),
  );

/**
 * @param {Activation} activation
 * @param {import('./activation.js').Call} call
 * @returns {Tensor}
 */
export function prelu(activation, call) {
  const [out, input, weight] = call;
  checkWeight(input, weight);
  requireFloat(activation, input);
  const seen = input.shape.length === weight.shape.length ? weight : channelwise(weight, input.shape);
  const { inner } = slabs(input, 1);
  const slopes = floats(weight);
  return perform(
    activation,
    out,
    [input, seen],
    (x, y) => kernels.prelu(x, slopes, y, inner),
    (grad, x, w) => {
      const gradients = kernels.preluBackward(grad, x, w, inner);
      return [gradients.input, gradients.weight];
    },
  );
}
