// torch.optim.RMSprop. Source of the order of operations: _single_tensor_rmsprop in torch/optim/rmsprop.py.

import { fresh } from '../storage/strided.js';
import { zeros } from '../tensor/creation.js';
import { demands, optimizerClass } from './optimizer.js';
import { addQuotients, addScaled, addSquares, change, count, floatsOf, lerp, scale } from './steps.js';

/** @typedef {import('./steps.js').Floats} Floats */

/**
 * RMSprop (Hinton 2012): an average v of the gradient's square by alpha (0.99), and p -= lr g / (√v + eps). lr (1e-2),
 * eps (1e-8), weight_decay (0), momentum (0), centered (false: v less the square of the average gradient), maximize (false).
 * ValueError for what is out of range.
 * @type {import('../nn/layer.js').Made<[params: import('./optimizer.js').Parameters, options?: { lr?: number, alpha?: number, eps?: number, weight_decay?: number, momentum?: number, centered?: boolean, maximize?: boolean } | number, ...rest: any[]], import('./optimizer.js').Optimizer>}
 * @example torch.optim.RMSprop([torch.zeros(1)]).param_groups[0].alpha // 0.99
 */
export const RMSprop = optimizerClass(
  'RMSprop',
  {
    lr: 1e-2,
    alpha: 0.99,
    eps: 1e-8,
    weight_decay: 0,
    momentum: 0,
    centered: false,
    capturable: false,
    foreach: null,
    maximize: false,
    differentiable: false,
  },
  {},
  [demands.lr, demands.eps, demands.momentum, demands.weight_decay, ['alpha', 'Invalid alpha value', (v) => v >= 0]],
  ({ lr, momentum, alpha, eps, centered, weight_decay, ...rest }) => ({
    lr,
    momentum,
    alpha,
    eps,
    centered,
    weight_decay,
    ...rest,
  }),
  (param, gradient, state, { lr, alpha, eps, weight_decay: decay, momentum, centered }) => {
    if (!state.step) {
      state.step = zeros([]);
      state.square_avg = fresh(param, param.shape);
      if (momentum > 0) state.momentum_buffer = fresh(param, param.shape);
      if (centered) state.grad_avg = fresh(param, param.shape);
    }
    count(state.step);
    let grad = floatsOf(gradient);
    if (decay !== 0) {
      grad = grad.slice();
      addScaled(grad, floatsOf(param), decay);
    }
    const square = floatsOf(state.square_avg);
    addSquares(square, grad, 1 - alpha, alpha);
    let spread = square;
    if (centered) {
      spread = square.slice();
      const mean = floatsOf(state.grad_avg);
      lerp(mean, grad, 1 - alpha);
      addSquares(spread, mean, -1);
    }
    if (momentum > 0) {
      const buffer = floatsOf(state.momentum_buffer);
      scale(buffer, momentum);
      addQuotients(buffer, grad, spread, 1, 1, eps);
      change(param, (array) => addScaled(array, buffer, -lr));
    } else change(param, (array) => addQuotients(array, grad, spread, -lr, 1, eps));
  },
);
