// torch.optim.ASGD. Source of the order of operations: _single_tensor_asgd in torch/optim/asgd.py.

import { Float } from '../../core/numbers/written.js';
import { get_default_dtype } from '../storage/dtype.js';
import { fresh } from '../storage/strided.js';
import { full, zeros } from '../tensor/creation.js';
import { demands, optimizerClass } from './optimizer.js';
import { count, decayed, floatsOf } from './steps.js';

/**
 * Averaged stochastic gradient descent (Polyak and Juditsky 1992): p -= η g with η = lr / (1 + lambd lr t)^alpha, and from the step t0 on
 * the average of the parameters in the state's `ax`. lr (1e-2), lambd (1e-4), alpha (0.75), t0 (1e6), weight_decay (0), maximize (false).
 * ValueError for what is out of range.
 * @type {import('../nn/layer.js').Made<[params: import('./optimizer.js').Parameters, options?: { lr?: number, lambd?: number, alpha?: number, t0?: number, weight_decay?: number, maximize?: boolean } | number, ...rest: any[]], import('./optimizer.js').Optimizer>}
 * @example torch.optim.ASGD([torch.zeros(1)]).param_groups[0].alpha // 0.75
 */
export const ASGD = optimizerClass(
  'ASGD',
  {
    lr: 1e-2,
    lambd: 1e-4,
    alpha: 0.75,
    t0: new Float(1e6),
    weight_decay: 0,
    foreach: null,
    maximize: false,
    differentiable: false,
    capturable: false,
  },
  {},
  [demands.lr, demands.weight_decay],
  (passed) => passed,
  (param, gradient, state, group) => {
    const { lr, lambd, alpha, t0 } = group;
    if (!state.step) {
      state.step = zeros([]);
      state.eta = full([], lr, { dtype: get_default_dtype() });
      state.mu = full([], 1, { dtype: get_default_dtype() });
      state.ax = fresh(param, param.shape);
    }
    const step = count(state.step);
    const grad = decayed(param, gradient, group);
    const [eta] = floatsOf(state.eta);
    param.mul_(1 - lambd * eta);
    param.add_(grad, { alpha: -eta });
    if (floatsOf(state.mu)[0] === 1) state.ax.copy_(param);
    else state.ax.add_(param.sub(state.ax).mul_(state.mu));
    state.eta.fill_(lr / (1 + lambd * lr * step) ** alpha);
    state.mu.fill_(1 / Math.max(1, step - t0));
  },
);
