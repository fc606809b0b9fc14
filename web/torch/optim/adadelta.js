// torch.optim.Adadelta. Source of the order of operations: _single_tensor_adadelta in torch/optim/adadelta.py.

import { Float } from '../../core/numbers/written.js';
import { fresh } from '../storage/strided.js';
import { zeros } from '../tensor/creation.js';
import { demands, optimizerClass } from './optimizer.js';
import { addSquares, count, decayed, floatsOf } from './steps.js';

/**
 * Adadelta (Zeiler 2012): averages s of the gradient's square and d of the step's, by rho (0.9), and
 * p -= lr √(d + eps) / √(s + eps) g. lr (1), eps (1e-6), weight_decay (0), maximize (false). ValueError for what is out of range.
 * @type {import('../nn/layer.js').Made<[params: import('./optimizer.js').Parameters, options?: { lr?: number, rho?: number, eps?: number, weight_decay?: number, maximize?: boolean } | number, ...rest: any[]], import('./optimizer.js').Optimizer>}
 * @example torch.optim.Adadelta([torch.zeros(1)]).param_groups[0].rho // 0.9
 */
export const Adadelta = optimizerClass(
  'Adadelta',
  { lr: new Float(1), rho: 0.9, eps: 1e-6, weight_decay: 0, foreach: null },
  { capturable: false, maximize: false, differentiable: false },
  [demands.lr, ['rho', 'Invalid rho value', (v) => v >= 0 && v <= 1], demands.eps, demands.weight_decay],
  ({ foreach, differentiable, maximize, capturable, ...rest }) => ({
    ...rest,
    maximize,
    capturable,
    foreach,
    differentiable,
  }),
  (param, gradient, state, group) => {
    if (!state.step) {
      state.step = zeros([]);
      state.square_avg = fresh(param, param.shape);
      state.acc_delta = fresh(param, param.shape);
    }
    count(state.step);
    const { lr, rho, eps } = group;
    const grad = decayed(param, gradient, group);
    addSquares(floatsOf(state.square_avg), floatsOf(grad), 1 - rho, rho);
    const delta = state.acc_delta.add(eps).sqrt_().div_(state.square_avg.add(eps).sqrt_()).mul_(grad);
    addSquares(floatsOf(state.acc_delta), floatsOf(delta), 1 - rho, rho);
    param.add_(delta, { alpha: -lr });
  },
);
