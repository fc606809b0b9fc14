// torch.optim.Rprop. Source of the order of operations: _single_tensor_rprop in torch/optim/rprop.py.

import { ValueError } from '../../core/errors.js';
import { shown } from '../../core/text/repr.js';
import { where } from '../operations/elements/choice.js';
import { fresh } from '../storage/strided.js';
import { zeros } from '../tensor/creation.js';
import { demands, optimizerClass } from './optimizer.js';
import { count } from './steps.js';

/** @param {Record<string, any>} group */
function checkEtas({ etas: [minus, plus] }) {
  if (!(minus > 0 && minus < 1 && plus > 1))
    throw new ValueError(`Invalid eta values: ${shown(minus, false)}, ${shown(plus, false)}`);
}

/**
 * Rprop (Riedmiller and Braun 1993): steps of a size of each weight's own, which grows by etas[1] while its gradient keeps its sign, and
 * shrinks by etas[0] where that turns. lr (1e-2), the first size, etas ([0.5, 1.2]), step_sizes ([1e-6, 50]), maximize (false).
 * ValueError for what is out of range.
 * @type {import('../nn/layer.js').Made<[params: import('./optimizer.js').Parameters, options?: { lr?: number, etas?: number[], step_sizes?: number[], maximize?: boolean } | number, ...rest: any[]], import('./optimizer.js').Optimizer>}
 * @example torch.optim.Rprop([torch.zeros(1)]).param_groups[0].lr // 0.01
 */
export const Rprop = optimizerClass(
  'Rprop',
  { lr: 1e-2, etas: Object.freeze([0.5, 1.2]), step_sizes: Object.freeze([1e-6, 50]) },
  { capturable: false, foreach: null, maximize: false, differentiable: false },
  [demands.lr],
  checkEtas,
  (param, gradient, state, { lr, etas: [minus, plus], step_sizes: [least, most] }) => {
    if (!state.step) {
      state.step = zeros([]);
      state.prev = fresh(param, param.shape);
      state.step_size = gradient.new_full([...param.shape], lr);
    }
    count(state.step);
    const turn = gradient.mul(state.prev).sign();
    const factors = /** @type {any} */ (where(turn.gt(0), plus, where(turn.lt(0), minus, 1))).to(param.dtype);
    state.step_size.mul_(factors).clamp_(least, most);
    const grad = gradient.masked_fill(turn.lt(0), 0);
    param.addcmul_(grad.sign(), state.step_size, { value: -1 });
    state.prev.copy_(grad);
  },
);
