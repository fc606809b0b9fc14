// rrelu: leaky_relu with a slope drawn for every element in training, and the mean slope otherwise.

import { checkBounds, scalar } from '../../core/parameters.js';
import { checkInplace, checkOverlap } from '../autograd/inplace.js';
import { float64 } from '../storage/dtype.js';
import { defaultGenerator } from '../tensor/generator.js';
import { elementwise, perform, requireFloat } from './activation.js';
import { flatFormula } from './slopes.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../core/kernels.js').Activation} Activation
 * @typedef {import('./activation.js').Call} Call
 */

/**
 * @param {Activation} activation
 * @param {Call} call lower, upper, training
 * @param {boolean} isInplace
 * @returns {Tensor}
 */
export function rrelu(activation, call, isInplace) {
  const [input, lower, upper, training] = call;
  if (isInplace) checkInplace(input);
  checkBounds(Number(lower), Number(upper));
  if (!training) return elementwise(activation, call, isInplace);
  requireFloat(activation, input.dtype);
  const { dtype } = input;
  const noise = /** @type {Float32Array} */ (new dtype.array(input.shape.numel()));
  const [low, high] = [lower, upper].map((bound) => (dtype === float64 ? Number(bound) : Math.fround(scalar(bound))));
  /** @type {import('./activation.js').Kernel} */
  const multiplied = (x, out) => {
    const y = out ?? /** @type {Float32Array} */ (new dtype.array(x.length));
    for (let i = 0; i < x.length; i++) y[i] = x[i] * noise[i];
    return y;
  };
  if (isInplace) checkOverlap(input);
  return perform(
    activation,
    call[call.length - 1],
    [input],
    (x, y) => {
      // A slope for every element that is not positive, in PyTorch's order; 1 for the others and for NaN.
      for (let i = 0; i < x.length; i++) {
        noise[i] = x[i] <= 0 ? defaultGenerator.uniform_double() * (high - low) + low : 1;
      }
      return multiplied(x, y);
    },
    (grad) => [multiplied(grad, null)],
    (loops) => flatFormula(activation.grad_fn, loops),
    // Nothing saved is needed, but PyTorch refuses when it has changed.
    isInplace ? input : null,
  );
}
