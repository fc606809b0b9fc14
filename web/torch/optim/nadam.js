// torch.optim.NAdam. Source of the order of operations: _single_tensor_nadam in torch/optim/nadam.py.

import { power } from '../../core/numbers/exact.js';
import { fresh } from '../storage/strided.js';
import { ones, zeros } from '../tensor/creation.js';
import { checkBetas } from './adam.js';
import { demands, optimizerClass } from './optimizer.js';
import { addSquares, count, decayed, floatsOf, lerp } from './steps.js';

/**
 * Adam with Nesterov's momentum (Dozat 2016), whose β₁ grows with the step by momentum_decay (4e-3). lr (2e-3), betas (0.9, 0.999),
 * eps (1e-8), weight_decay (0), decoupled_weight_decay (false: it passes through the averages), maximize (false). ValueError for what
 * is out of range.
 * @type {import('../nn/layer.js').Made<[params: import('./optimizer.js').Parameters, options?: { lr?: number, betas?: number[], eps?: number, weight_decay?: number, momentum_decay?: number, decoupled_weight_decay?: boolean, maximize?: boolean } | number, ...rest: any[]], import('./optimizer.js').Optimizer>}
 * @example torch.optim.NAdam([torch.zeros(1)]).param_groups[0].momentum_decay // 0.004
 */
export const NAdam = optimizerClass(
  'NAdam',
  {
    lr: 2e-3,
    betas: Object.freeze([0.9, 0.999]),
    eps: 1e-8,
    weight_decay: 0,
    momentum_decay: 4e-3,
    decoupled_weight_decay: false,
  },
  { maximize: false, foreach: null, capturable: false, differentiable: false },
  [demands.lr, demands.eps, demands.weight_decay, ['momentum_decay', 'Invalid momentum_decay value', (v) => v >= 0]],
  checkBetas,
  (param, gradient, state, group) => {
    if (!state.step) {
      state.step = zeros([]);
      state.mu_product = ones([]);
      state.exp_avg = fresh(param, param.shape);
      state.exp_avg_sq = fresh(param, param.shape);
    }
    const { lr, betas, eps, momentum_decay: slowing } = group;
    const step = count(state.step);
    const grad = decayed(param, gradient, group);
    const mu = (/** @type {number} */ at) => betas[0] * (1 - 0.5 * power(0.96, at * slowing));
    const product = state.mu_product.mul_(mu(step)).item();
    lerp(floatsOf(state.exp_avg), floatsOf(grad), 1 - betas[0]);
    addSquares(floatsOf(state.exp_avg_sq), floatsOf(grad), 1 - betas[1], betas[1]);
    const below = state.exp_avg_sq
      .div(1 - power(betas[1], step))
      .sqrt()
      .add_(eps);
    param.addcdiv_(grad, below, { value: (-lr * (1 - mu(step))) / (1 - product) });
    param.addcdiv_(state.exp_avg, below, { value: (-lr * mu(step + 1)) / (1 - product * mu(step + 1)) });
  },
);
