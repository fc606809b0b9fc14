// prelu: leaky_relu whose slope is a tensor, one number or one for each channel (dimension 1), and has a gradient.

import { checkChannels, preluBackward, preluForward } from '../../core/activations.js';
import { RuntimeError } from '../../core/errors.js';
import * as kernels from '../../core/kernels.js';
import { named } from '../autograd/graph.js';
import { where } from '../operations/elements/choice.js';
import { view } from '../operations/shapes/views.js';
import { float64 } from '../storage/dtype.js';
import { floats, perform, requireFloat } from './activation.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../core/kernels.js').Activation} Activation
 */

/** Those of float64 take its arrays for what `perform` knows by float32's type. */
const doubles = /** @type {any} */ (kernels);

/** Composed; the input's sign alone counts, which gives it zeros. @type {import('../autograd/graph.js').Backward} */
const formula = (grad, [x, w]) => {
  const positive = x.gt(0);
  const slopes = [where(positive, grad, grad.mul(w)).add(x.mul(0)), where(positive, 0, grad.mul(x))];
  return slopes.map((one) => named(one, 'PreluKernelBackwardBackward0'));
};

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
    (x, y) => (isDouble ? doubles.preluDoubles : preluForward)(x, slopes, y, inner),
    (grad, x, w) =>
      Object.values(
        isDouble ? doubles.preluDoublesBackward(grad, x, w, inner) : preluBackward(grad, x, w, null, inner),
      ),
    () => formula,
  );
}
