// torch.optim.Rprop. Source of the order of operations: _single_tensor_rprop in torch/optim/rprop.py.

import { ValueError } from '../../core/errors.js';
import { shown } from '../../core/text/repr.js';
import { fresh } from '../storage/strided.js';
import { full_like } from '../tensor/conversions.js';
import { zeros } from '../tensor/creation.js';
import { demands, optimizerClass } from './optimizer.js';
import { change, count, floatsOf } from './steps.js';

/**
 * Resilient backpropagation (Riedmiller and Braun 1993): each element moves by a step of its own against the gradient's sign; the step
 * grows by etas[1] (1.2) while the sign stays and shrinks by etas[0] (0.5) where it changes, within step_sizes (1e-6, 50); it begins
 * with lr (1e-2). For whole batches: it takes no heed of how large a gradient is. ValueError for what is out of range.
 * @type {import('../nn/layer.js').Made<[params: import('./optimizer.js').Parameters, options?: { lr?: number, etas?: number[], step_sizes?: number[], maximize?: boolean } | number, ...rest: any[]], import('./optimizer.js').Optimizer>}
 * @example torch.optim.Rprop([torch.zeros(1)]).param_groups[0].etas // [0.5, 1.2]
 */
export const Rprop = optimizerClass(
  'Rprop',
  { lr: 1e-2, etas: Object.freeze([0.5, 1.2]), step_sizes: Object.freeze([1e-6, 50]) },
  { capturable: false, foreach: null, maximize: false, differentiable: false },
  [demands.lr],
  ({ lr, etas, step_sizes, foreach, maximize, differentiable, capturable }) => {
    if (!(etas[0] > 0 && etas[0] < 1 && etas[1] > 1))
      throw new ValueError(`Invalid eta values: ${shown(etas[0], false)}, ${shown(etas[1], false)}`);
    return { lr, etas, step_sizes, foreach, maximize, differentiable, capturable };
  },
  (param, gradient, state, { lr, etas, step_sizes: [least, most] }) => {
    if (!state.step) {
      state.step = zeros([]);
      state.prev = fresh(param, param.shape);
      state.step_size = full_like(param, lr);
    }
    count(state.step);
    const [grad, before, size] = [floatsOf(gradient), floatsOf(state.prev), floatsOf(state.step_size)];
    // In the precision of the parameters, as PyTorch holds factors and bounds.
    const [less, more, low, high] = /** @type {any} */ (size.constructor).of(...etas, least, most);
    change(param, (array) => {
      for (let i = 0; i < array.length; i++) {
        const isTurned = grad[i] * before[i] < 0;
        if (isTurned) size[i] *= less;
        else if (grad[i] * before[i] > 0) size[i] *= more;
        size[i] = Math.min(Math.max(size[i], low), high);
        before[i] = isTurned ? 0 : grad[i];
        array[i] -= Math.sign(before[i]) * size[i];
      }
    });
  },
);
