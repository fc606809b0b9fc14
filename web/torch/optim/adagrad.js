// torch.optim.Adagrad. Source of the order of operations: _single_tensor_adagrad in torch/optim/adagrad.py.

import { full_like } from '../tensor/conversions.js';
import { zeros } from '../tensor/creation.js';
import { demands, optimizerClass } from './optimizer.js';
import { addQuotients, addScaled, addSquares, change, count, floatsOf } from './steps.js';

/**
 * Adagrad (Duchi, Hazan and Singer 2011): a sum s of the gradient's square, from initial_accumulator_value (0), and
 * p -= lr / (1 + (t - 1) lr_decay) g / (√s + eps). lr (1e-2), lr_decay (0), weight_decay (0), eps (1e-10), maximize (false).
 * ValueError for what is out of range.
 * @type {import('../nn/layer.js').Made<[params: import('./optimizer.js').Parameters, options?: { lr?: number, lr_decay?: number, weight_decay?: number, initial_accumulator_value?: number, eps?: number, maximize?: boolean } | number, ...rest: any[]], import('./optimizer.js').Optimizer>}
 * @example torch.optim.Adagrad([torch.zeros(1)]).param_groups[0].eps // 1e-10
 */
export const Adagrad = optimizerClass(
  'Adagrad',
  { lr: 1e-2, lr_decay: 0, weight_decay: 0, initial_accumulator_value: 0, eps: 1e-10, foreach: null },
  { maximize: false, differentiable: false, fused: null },
  [
    demands.lr,
    ['lr_decay', 'Invalid lr_decay value', (v) => v >= 0],
    demands.weight_decay,
    ['initial_accumulator_value', 'Invalid initial_accumulator_value value', (v) => v >= 0],
    demands.eps,
  ],
  ({ lr, lr_decay, eps, ...rest }) => ({ lr, lr_decay, eps, ...rest }),
  (param, gradient, state, { lr, lr_decay: lrDecay, eps, weight_decay: decay, initial_accumulator_value: initial }) => {
    if (!state.step) {
      state.step = zeros([]);
      state.sum = full_like(param, initial);
    }
    const steps = count(state.step);
    let grad = floatsOf(gradient);
    if (decay !== 0) {
      grad = grad.slice();
      addScaled(grad, floatsOf(param), decay);
    }
    const sum = floatsOf(state.sum);
    addSquares(sum, grad, 1);
    change(param, (array) => addQuotients(array, grad, sum, -lr / (1 + (steps - 1) * lrDecay), 1, eps));
  },
);
