// torch.optim.RAdam. Source of the order of operations: _single_tensor_radam in torch/optim/radam.py.

import { power } from '../../core/numbers/exact.js';
import { fresh } from '../storage/strided.js';
import { zeros } from '../tensor/creation.js';
import { checkBetas } from './adam.js';
import { demands, optimizerClass } from './optimizer.js';
import { addSquares, count, decayed, floatsOf, lerp } from './steps.js';

/**
 * Adam that divides by the root of the square's average only when enough steps have told its variance, and by as much as they tell
 * (Liu et al. 2019). lr (1e-3), betas (0.9, 0.999), eps (1e-8), weight_decay (0), decoupled_weight_decay (false: it passes through
 * the averages), maximize (false). ValueError for what is out of range.
 * @type {import('../nn/layer.js').Made<[params: import('./optimizer.js').Parameters, options?: { lr?: number, betas?: number[], eps?: number, weight_decay?: number, decoupled_weight_decay?: boolean, maximize?: boolean } | number, ...rest: any[]], import('./optimizer.js').Optimizer>}
 * @example torch.optim.RAdam([torch.zeros(1)]).param_groups[0].lr // 0.001
 */
export const RAdam = optimizerClass(
  'RAdam',
  { lr: 1e-3, betas: Object.freeze([0.9, 0.999]), eps: 1e-8, weight_decay: 0, decoupled_weight_decay: false },
  { foreach: null, maximize: false, capturable: false, differentiable: false },
  [demands.lr, demands.eps, demands.weight_decay],
  (passed) => {
    checkBetas(passed);
    const { foreach, maximize, capturable, decoupled_weight_decay, differentiable, ...rest } = passed;
    return { ...rest, maximize, foreach, capturable, decoupled_weight_decay, differentiable };
  },
  (param, gradient, state, group) => {
    if (!state.step) {
      state.step = zeros([]);
      state.exp_avg = fresh(param, param.shape);
      state.exp_avg_sq = fresh(param, param.shape);
    }
    const { lr, betas, eps } = group;
    const step = count(state.step);
    const grad = decayed(param, gradient, group);
    lerp(floatsOf(state.exp_avg), floatsOf(grad), 1 - betas[0]);
    addSquares(floatsOf(state.exp_avg_sq), floatsOf(grad), 1 - betas[1], betas[1]);
    const move = state.exp_avg.div(1 - power(betas[0], step)).mul_(lr);
    const left = 1 - power(betas[1], step);
    const most = 2 / (1 - betas[1]) - 1;
    const known = most - (2 * step * power(betas[1], step)) / left;
    if (known > 5) {
      const part = Math.sqrt(((known - 4) * (known - 2) * most) / ((most - 4) * (most - 2) * known));
      move.mul_(state.exp_avg_sq.sqrt().add_(eps).reciprocal().mul_(Math.sqrt(left))).mul_(part);
    }
    param.add_(move, { alpha: -1 });
  },
);
