// torch.optim.lr_scheduler.ReduceLROnPlateau, which looks at a measure. Source: torch/optim/lr_scheduler.py.

import { ValueError } from '../../../core/errors.js';
import { optional } from '../../arguments/call.js';
import { float } from '../../arguments/number.js';
import { bindPython, isNumber, typeName } from '../../arguments/signature.js';
import { pythonClass } from '../../tensor/parameter.js';
import { checkOptimizer, emptyOf, LRScheduler } from './scheduler.js';

const defaults = {
  mode: 'min',
  factor: 0.1,
  patience: 10,
  threshold: 1e-4,
  threshold_mode: 'rel',
  cooldown: 0,
  min_lr: 0,
  eps: 1e-8,
};

/** @param {any} passed */
function check({ optimizer, factor, mode, threshold_mode }) {
  if (factor >= 1) throw new ValueError('Factor should be < 1.0.');
  checkOptimizer(optimizer);
  if (mode !== 'min' && mode !== 'max') throw new ValueError(`mode ${mode} is unknown!`);
  if (threshold_mode !== 'rel' && threshold_mode !== 'abs')
    throw new ValueError(`threshold mode ${threshold_mode} is unknown!`);
}

/** The least rate of each group. @param {any} min_lr @param {number} count */
function leastRates(min_lr, count) {
  if (!Array.isArray(min_lr)) return { default_min_lr: min_lr, min_lrs: new Array(count).fill(min_lr) };
  if (min_lr.length !== count) throw new ValueError(`expected ${count} min_lrs, got ${min_lr.length}`);
  return { default_min_lr: null, min_lrs: [...min_lr] };
}

/**
 * Multiplies the rates by factor (0.1) when what `step(metrics)` is told has not become better for more than patience (10) epochs:
 * less where mode is 'min', by the part threshold (1e-4), or by itself where threshold_mode is 'abs'; then it waits cooldown (0)
 * epochs. Rates stay above min_lr (0), and changes of less than eps (1e-8) are not made. ValueError for factors from 1 on.
 * @type {import('../../nn/layer.js').Made<[optimizer: import('../optimizer.js').Optimizer, mode?: 'min' | 'max' | { mode?: 'min' | 'max', factor?: number, patience?: number, threshold?: number, threshold_mode?: 'rel' | 'abs', cooldown?: number, min_lr?: number | number[], eps?: number }, ...rest: any[]], LRScheduler & { step(metrics: any): void }>}
 * @example torch.optim.lr_scheduler.ReduceLROnPlateau(torch.optim.SGD([torch.zeros(1)], { lr: 1 })).get_last_lr() // [1]
 */
export const ReduceLROnPlateau = pythonClass(
  'ReduceLROnPlateau.__init__',
  LRScheduler,
  ['optimizer', ...optional(defaults)],
  (passed, target) => {
    check(passed);
    const { optimizer, factor, patience, cooldown, eps, mode, threshold, threshold_mode, min_lr } = passed;
    const worst = mode === 'min' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    return Object.assign(emptyOf(target), {
      optimizer,
      factor,
      ...leastRates(min_lr, optimizer.param_groups.length),
      patience,
      cooldown,
      eps,
      last_epoch: 0,
      _last_lr: optimizer.param_groups.map((/** @type {any} */ { lr }) => lr),
      mode_worse: worst,
      mode,
      threshold,
      threshold_mode,
      best: worst,
      cooldown_counter: 0,
      num_bad_epochs: 0,
    });
  },
  {
    /** @this {any} @param {any[]} args the measure: a number, or a tensor of one element */
    step(...args) {
      const [metrics] = /** @type {any[]} */ (
        bindPython('ReduceLROnPlateau.step', ['metrics', ...optional({ epoch: null })], args, true)
      );
      const current = float(metrics);
      this.last_epoch++;
      if (isBetter(this, current)) {
        this.best = current;
        this.num_bad_epochs = 0;
      } else this.num_bad_epochs++;
      if (this.in_cooldown) {
        this.cooldown_counter--;
        this.num_bad_epochs = 0;
      }
      if (!isNumber(this.patience))
        throw new TypeError(`'>' not supported between instances of 'int' and '${typeName(this.patience)}'`);
      if (this.num_bad_epochs > this.patience) {
        reduce(this);
        this.cooldown_counter = this.cooldown;
        this.num_bad_epochs = 0;
      }
      this._last_lr = this.optimizer.param_groups.map((/** @type {any} */ { lr }) => lr);
    },
    get in_cooldown() {
      return /** @type {any} */ (this).cooldown_counter > 0;
    },
  },
);

/** @param {any} scheduler @param {number} current */
function isBetter({ mode, threshold_mode, threshold, best }, current) {
  if (mode === 'min') return current < (threshold_mode === 'rel' ? best * (1 - threshold) : best - threshold);
  return current > (threshold_mode === 'rel' ? best * (threshold + 1) : best + threshold);
}

/** @param {any} scheduler */
function reduce({ optimizer, factor, min_lrs: least, default_min_lr: usual, eps }) {
  optimizer.param_groups.forEach((/** @type {any} */ group, /** @type {number} */ i) => {
    const lr = Math.max(group.lr * factor, least[i] ?? usual);
    if (group.lr - lr > eps) group.lr = lr;
  });
}
