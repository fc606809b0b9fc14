// torch.optim.LBFGS. Source of the order of operations: torch/optim/lbfgs.py, after minFunc by Mark Schmidt. Numbers that are tensors there
// are tensors here, so that they are rounded where PyTorch's are.

import { RuntimeError } from '../../core/errors.js';
import { bindPython } from '../arguments/signature.js';
import { enable_grad, no_grad } from '../autograd/grad_mode.js';
import { cat } from '../operations/shapes/joins.js';
import { isTensor } from '../storage/base.js';
import { demands, Optimizer, optimizerClass } from './optimizer.js';
import { strongWolfe } from './strong_wolfe.js';

/** @typedef {any} Tensor of torchlet's, by whose methods the steps are written */

/** All gradients in a row. @param {Tensor[]} params @param {boolean} maximize */
function flatGradient(params, maximize) {
  const flat = /** @type {any} */ (
    cat(params.map((p) => (p.grad === null ? p.new_zeros(p.shape.numel()) : p.grad.reshape(-1))))
  );
  return maximize ? flat.neg_() : flat;
}

/** @param {Tensor[]} params @param {number | Tensor} size @param {Tensor} direction */
function move(params, size, direction) {
  const alpha = isTensor(size) ? /** @type {any} */ (size).item() : size;
  let at = 0;
  for (const p of params) {
    const count = p.shape.numel();
    p.add_(direction.narrow(0, at, count).reshape(p.shape), { alpha });
    at += count;
  }
}

/** The direction: the gradient times the inverse curvature that the last steps tell. @param {Record<string, any>} state @param {Tensor} gradient @param {number} history */
function directionOf(state, gradient, history) {
  const y = gradient.sub(state.prev_flat_grad);
  const s = state.d.mul(state.t);
  const ys = y.dot(s);
  if (ys.item() > 1e-10) {
    const { old_dirs, old_stps, ro } = state;
    if (old_dirs.length === history) for (const list of [old_dirs, old_stps, ro]) list.shift();
    old_dirs.push(y);
    old_stps.push(s);
    ro.push(ys.reciprocal());
    state.H_diag = ys.div(y.dot(y));
  }
  state.al ??= new Array(history).fill(null);
  const { old_dirs, old_stps, ro, H_diag, al } = state;
  const q = gradient.neg();
  for (let i = old_dirs.length - 1; i >= 0; i--) {
    al[i] = old_stps[i].dot(q).mul(ro[i]);
    q.add_(old_dirs[i], { alpha: -al[i].item() });
  }
  const r = q.mul(H_diag);
  for (let i = 0; i < old_dirs.length; i++) {
    const be = old_dirs[i].dot(r).mul(ro[i]);
    r.add_(old_stps[i], { alpha: al[i].sub(be).item() });
  }
  return r;
}

/** The first step's size: no longer than the gradient's sum says. @param {Tensor} gradient @param {number} lr */
function firstSize(gradient, lr) {
  const inverse = gradient.abs().sum().reciprocal();
  return inverse.item() < 1 ? inverse.mul(lr) : lr;
}

/** @param {any} optimizer @param {() => any} closure */
function stepped(optimizer, closure) {
  const [group] = optimizer.param_groups;
  const { params, lr, max_iter, max_eval, tolerance_grad, tolerance_change, history_size, line_search_fn, maximize } =
    group;
  const state = optimizer.state.get(params[0]) ?? { func_evals: 0, n_iter: 0 };
  optimizer.state.set(params[0], state);
  const sign = maximize ? -1 : 1;
  const numberOf = (/** @type {any} */ loss) => sign * Number(isTensor(loss) ? /** @type {any} */ (loss).item() : loss);
  const evaluate = () => numberOf(enable_grad(closure));
  const first = enable_grad(closure);
  let loss = numberOf(first);
  let evaluations = 1;
  state.func_evals++;
  let gradient = flatGradient(params, maximize);
  const isFlat = () => gradient.abs().max().item() <= tolerance_grad;
  if (isFlat()) return first;
  for (let n = 1; n <= max_iter; n++) {
    const isFirst = ++state.n_iter === 1;
    if (isFirst) Object.assign(state, { d: gradient.neg(), old_dirs: [], old_stps: [], ro: [], H_diag: 1 });
    else state.d = directionOf(state, gradient, history_size);
    state.prev_flat_grad = gradient.clone();
    state.prev_loss = loss;
    state.t = isFirst ? firstSize(gradient, lr) : lr;
    const slope = gradient.dot(state.d);
    if (slope.item() > -tolerance_change) break;
    let evaluated = 0;
    if (line_search_fn !== null) {
      if (line_search_fn !== 'strong_wolfe') throw new RuntimeError("only 'strong_wolfe' is supported");
      const before = params.map((/** @type {Tensor} */ p) => p.clone());
      const at = (/** @type {number | Tensor} */ t) => {
        move(params, t, state.d);
        const found = evaluate();
        const own = flatGradient(params, maximize);
        params.forEach((/** @type {Tensor} */ p, /** @type {number} */ i) => p.copy_(before[i]));
        return { f: found, g: own };
      };
      const result = strongWolfe(at, state.t, state.d, loss, gradient, slope, max_eval - evaluations);
      ({ f: loss, g: gradient, t: state.t, evaluations: evaluated } = result);
      move(params, state.t, state.d);
    } else {
      move(params, state.t, state.d);
      if (n !== max_iter) {
        loss = evaluate();
        gradient = flatGradient(params, maximize);
        evaluated = 1;
      }
    }
    evaluations += evaluated;
    state.func_evals += evaluated;
    if (n === max_iter || evaluations >= max_eval || isFlat()) break;
    if (state.d.mul(state.t).abs().max().item() <= tolerance_change) break;
    if (Math.abs(loss - state.prev_loss) < tolerance_change) break;
  }
  return first;
}

/**
 * L-BFGS: steps along the gradient times the inverse curvature that the last history_size (100) steps tell, max_iter (20) of them a call.
 * lr (1), max_eval (max_iter · 5 / 4), tolerance_grad (1e-7), tolerance_change (1e-9), line_search_fn (null or 'strong_wolfe'), maximize
 * (false). `step` needs the function that computes the loss. ValueError for what is out of range.
 * @type {import('../nn/layer.js').Made<[params: import('./optimizer.js').Parameters, options?: Record<string, any> | number, ...rest: any[]], Optimizer>}
 */
export const LBFGS = optimizerClass(
  'LBFGS',
  {
    lr: 1,
    max_iter: 20,
    max_eval: null,
    tolerance_grad: 1e-7,
    tolerance_change: 1e-9,
    history_size: 100,
    line_search_fn: null,
  },
  { maximize: false },
  [demands.lr],
  ({ max_eval, ...rest }) => {
    const { lr, max_iter, ...others } = rest;
    return { lr, max_iter, max_eval: max_eval ?? Math.floor((max_iter * 5) / 4), ...others };
  },
  () => {},
);
Object.defineProperty(LBFGS.prototype, 'step', {
  /** @this {any} @param {any[]} args the function that computes the loss */
  value(...args) {
    const [closure] = /** @type {any[]} */ (bindPython('LBFGS.step', ['closure'], args, true));
    this._opt_called = true;
    return no_grad(() => stepped(this, closure));
  },
  writable: true,
  configurable: true,
});
