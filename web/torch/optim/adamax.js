// torch.optim.Adamax. Source of the order of operations: _single_tensor_adamax in torch/optim/adamax.py.

import { power } from '../../core/numbers/exact.js';
import { maximum } from '../operations/elements/bounds.js';
import { fresh } from '../storage/strided.js';
import { zeros } from '../tensor/creation.js';
import { checkBetas } from './adam.js';
import { demands, optimizerClass } from './optimizer.js';
import { count, decayed, floatsOf, lerp } from './steps.js';

/**
 * Adamax (Kingma and Ba 2014): Adam with the greatest absolute gradient u, which decays by β₂, in the place of the root of its
 * square's average: p -= lr / (1 - β₁ᵗ) m / u. lr (2e-3), betas (0.9, 0.999), eps (1e-8), weight_decay (0), maximize (false).
 * ValueError for what is out of range.
 * @type {import('../nn/layer.js').Made<[params: import('./optimizer.js').Parameters, options?: { lr?: number, betas?: number[], eps?: number, weight_decay?: number, maximize?: boolean } | number, ...rest: any[]], import('./optimizer.js').Optimizer>}
 * @example torch.optim.Adamax([torch.zeros(1)]).param_groups[0].lr // 0.002
 */
export const Adamax = optimizerClass(
  'Adamax',
  { lr: 2e-3, betas: Object.freeze([0.9, 0.999]), eps: 1e-8, weight_decay: 0, foreach: null },
  { maximize: false, differentiable: false, capturable: false },
  [demands.lr, demands.eps, demands.weight_decay],
  checkBetas,
  (param, gradient, state, group) => {
    if (!state.step) {
      state.step = zeros([]);
      state.exp_avg = fresh(param, param.shape);
      state.exp_inf = fresh(param, param.shape);
    }
    const { lr, betas, eps } = group;
    const grad = decayed(param, gradient, group);
    lerp(floatsOf(state.exp_avg), floatsOf(grad), 1 - betas[0]);
    maximum(state.exp_inf.mul_(betas[1]), grad.abs().add_(eps), { out: state.exp_inf });
    const size = lr / (1 - power(betas[0], count(state.step)));
    param.addcdiv_(state.exp_avg, state.exp_inf, { value: -size });
  },
);
