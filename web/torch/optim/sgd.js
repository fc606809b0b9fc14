// torch.optim.SGD. Source of the order of operations: torch/optim/sgd.py.

import { ValueError } from '../../core/errors.js';
import { demands, optimizerClass } from './optimizer.js';
import { addScaled, change, floatsOf, scale } from './steps.js';

/**
 * Stochastic gradient descent: p -= lr g, where g has weight_decay p added; with momentum μ, b = μ b + (1 - dampening) g
 * takes the place of g, or g + μ b with nesterov. lr (1e-3), momentum (0), dampening (0), weight_decay (0), nesterov
 * (false), maximize (false). ValueError for what is out of range.
 * @type {import('../nn/layer.js').Made<[params: import('./optimizer.js').Parameters, options?: { lr?: number, momentum?: number, dampening?: number, weight_decay?: number, nesterov?: boolean, maximize?: boolean } | number, ...rest: any[]], import('./optimizer.js').Optimizer>}
 * @example String(torch.optim.SGD([torch.zeros(1)], { lr: 0.1 })).split('\n')[0] // 'SGD ('
 */
export const SGD = optimizerClass(
  'SGD',
  { lr: 1e-3, momentum: 0, dampening: 0, weight_decay: 0, nesterov: false },
  { maximize: false, foreach: null, differentiable: false, fused: null },
  [demands.lr, demands.momentum, demands.weight_decay],
  ({ nesterov, momentum, dampening }) => {
    if (nesterov && (momentum <= 0 || Number(dampening) !== 0)) {
      throw new ValueError('Nesterov momentum requires a momentum and zero dampening');
    }
  },
  (param, gradient, state, { lr, momentum, dampening, weight_decay: decay, nesterov }) => {
    let grad = floatsOf(gradient);
    if (decay !== 0) {
      grad = grad.slice();
      addScaled(grad, floatsOf(param), decay);
    }
    if (momentum !== 0) grad = withMomentum(gradient, grad, state, momentum, dampening, nesterov);
    change(param, (array) => addScaled(array, grad, -lr));
  },
);

/**
 * @param {import('../tensor/tensor.js').Tensor} gradient whose shape the buffer has
 * @param {import('./steps.js').Floats} grad
 * @param {Record<string, any>} state
 * @param {number} momentum
 * @param {number} dampening
 * @param {boolean} nesterov
 */
function withMomentum(gradient, grad, state, momentum, dampening, nesterov) {
  const isFirst = !state.momentum_buffer;
  state.momentum_buffer ??= gradient.detach().clone().contiguous();
  const buffer = floatsOf(state.momentum_buffer);
  if (isFirst) buffer.set(grad);
  else {
    scale(buffer, momentum);
    addScaled(buffer, grad, 1 - dampening);
  }
  if (!nesterov) return buffer;
  const next = grad.slice();
  addScaled(next, buffer, momentum);
  return next;
}
