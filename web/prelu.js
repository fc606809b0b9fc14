// prelu: leaky_relu whose slope is a tensor, one number or one for each channel (dimension 1), and has a gradient.
import { apply, checkOut, floats, requireFloat } from './activation.js';
import { needsGrad, record } from './autograd.js';
import { RuntimeError } from './errors.js';
import * as kernels from './kernels.js';
import { fresh } from './strided.js';
import { view } from './views.js';

/**
 * @typedef {import('./tensor.js').Tensor} Tensor
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

/**
 * @param {Activation} activation
 * @param {import('./activation.js').Call} call
 * @returns {Tensor}
 */
export function prelu(activation, call) {
  const [out, input, weight] = call;
  checkWeight(input, weight);
  requireFloat(activation, input);
  if (out !== null) checkOut('prelu', out, input.shape, input, weight);
  const { shape } = input;
  let inner = 1;
  for (let d = 2; d < shape.length; d++) inner *= shape[d];
  const slopes = floats(weight);
  const result = apply((x, y) => kernels.prelu(x, slopes, y, inner), input, out);
  if (out !== null || !needsGrad(input, weight)) return result;
  const sizes = Array.from(shape, (_, d) => (d === 1 ? weight.shape.numel() : 1));
  const seen = sizes.length === weight.shape.length ? weight : view(weight, sizes);
  return record(result, {
    name: activation.grad_fn,
    inputs: [input, seen],
    saved: [input, seen],
    backward: (grad, [x, w]) => {
      const gradients = kernels.preluBackward(floats(grad), floats(x), floats(w), inner);
      return [fresh(x, x.shape, gradients.input), fresh(w, w.shape, gradients.weight)];
    },
  });
}
