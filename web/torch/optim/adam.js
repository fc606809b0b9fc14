// torch.optim.Adam and AdamW. Source of the order of operations: _single_tensor_adam in torch/optim/adam.py.

import { IndexError, ValueError } from '../../core/errors.js';
import { shown } from '../../core/text/repr.js';
import { typeName } from '../arguments/signature.js';
import { fresh } from '../storage/strided.js';
import { zeros } from '../tensor/creation.js';
import { commonDefaults, demands, optimizerClass } from './optimizer.js';
import { addQuotients, addScaled, addSquares, change, count, floatsOf, lerp, scale } from './steps.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('./steps.js').Floats} Floats
 * @typedef {import('./optimizer.js').Group} Group
 */

const settings = { lr: 1e-3, betas: Object.freeze([0.9, 0.999]), eps: 1e-8 };

/** @param {Record<string, any>} passed */
export function checkBetas({ betas }) {
  if (!Array.isArray(betas)) throw new TypeError(`'${typeName(betas)}' object is not subscriptable`);
  if (betas.length < 2) throw new IndexError('tuple index out of range');
  betas.forEach((/** @type {number} */ beta, /** @type {number} */ i) => {
    if (!(beta >= 0 && beta < 1)) throw new ValueError(`Invalid beta parameter at index ${i}: ${shown(beta, false)}`);
  });
}

/**
 * Adam (Kingma and Ba 2014): averages m of the gradient and v of its square, by betas (0.9, 0.999), and
 * p -= lr / (1 - β₁ᵗ) m / (√v / √(1 - β₂ᵗ) + eps). lr (1e-3), eps (1e-8), weight_decay (0), amsgrad (false), maximize (false).
 * ValueError for what is out of range.
 * @type {import('../nn/layer.js').Made<[params: import('./optimizer.js').Parameters, options?: { lr?: number, betas?: number[], eps?: number, weight_decay?: number, amsgrad?: boolean, maximize?: boolean } | number, ...rest: any[]], import('./optimizer.js').Optimizer>}
 * @example torch.optim.Adam([torch.zeros(1)]).param_groups[0].lr // 0.001
 */
export const Adam = optimizerClass(
  'Adam',
  { ...settings, weight_decay: 0, amsgrad: false },
  { ...commonDefaults, decoupled_weight_decay: false },
  [demands.lr, demands.eps, demands.weight_decay],
  checkBetas,
  update,
);

/**
 * Adam whose weight decay (1e-2) does not pass through the averages (Loshchilov and Hutter 2017): p is first multiplied by
 * 1 - lr weight_decay.
 * @type {import('../nn/layer.js').Made<[params: import('./optimizer.js').Parameters, options?: { lr?: number, betas?: number[], eps?: number, weight_decay?: number, amsgrad?: boolean, maximize?: boolean } | number, ...rest: any[]], import('./optimizer.js').Optimizer>}
 * @example torch.optim.AdamW([torch.zeros(1)]).param_groups[0].weight_decay // 0.01
 */
export const AdamW = optimizerClass(
  'AdamW',
  { ...settings, weight_decay: 1e-2, amsgrad: false },
  commonDefaults,
  [demands.lr, demands.eps, demands.weight_decay],
  (passed) => {
    checkBetas(passed);
    passed.decoupled_weight_decay = true;
  },
  update,
  Adam,
);

/** @param {Tensor} param @param {Record<string, any>} state @param {boolean} amsgrad */
function begin(param, state, amsgrad) {
  state.step = zeros([]);
  state.exp_avg = fresh(param, param.shape);
  state.exp_avg_sq = fresh(param, param.shape);
  if (amsgrad) state.max_exp_avg_sq = fresh(param, param.shape);
}

/**
 * @param {Tensor} param
 * @param {Tensor} gradient
 * @param {Record<string, any>} state
 * @param {Group} group
 */
function update(
  param,
  gradient,
  state,
  { lr, betas, eps, weight_decay: decay, amsgrad, decoupled_weight_decay: decoupled },
) {
  if (!state.step) begin(param, state, amsgrad);
  let grad = floatsOf(gradient);
  if (decay !== 0 && decoupled) change(param, (array) => scale(array, 1 - lr * decay));
  else if (decay !== 0) {
    grad = grad.slice();
    addScaled(grad, floatsOf(param), decay);
  }
  const [mean, square] = [floatsOf(state.exp_avg), floatsOf(state.exp_avg_sq)];
  lerp(mean, grad, 1 - betas[0]);
  addSquares(square, grad, 1 - betas[1], betas[1]);
  const step = count(state.step);
  const size = lr / (1 - betas[0] ** step);
  const root = Math.sqrt(1 - betas[1] ** step);
  const below = amsgrad ? greatest(floatsOf(state.max_exp_avg_sq), square) : square;
  change(param, (array) => addQuotients(array, mean, below, -size, root, eps));
}

/** The larger of each, kept. @param {Floats} most @param {Floats} values */
function greatest(most, values) {
  for (let i = 0; i < most.length; i++) most[i] = Math.max(most[i], values[i]);
  return most;
}
