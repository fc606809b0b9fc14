// torch.optim.lr_scheduler.CosineAnnealingWarmRestarts. Source: torch/optim/lr_scheduler.py.

import { ValueError } from '../../../core/errors.js';
import { cos, log } from '../../../core/numbers/exact.js';
import { Float, plain } from '../../../core/numbers/written.js';
import { shown } from '../../../core/text/repr.js';
import { optional } from '../../arguments/call.js';
import { bindPython, isNumber, typeName } from '../../arguments/signature.js';
import { asBefore, asFloat, checkCount, schedulerClass } from './scheduler.js';

/** @typedef {import('./scheduler.js').LRScheduler} LRScheduler */

/** @param {Record<string, any>} passed */
function checkRestarts({ T_0, T_mult, eta_min }) {
  checkCount('T_0', T_0);
  if (!Number.isInteger(T_mult) || T_mult < 1)
    throw new ValueError(`Expected integer T_mult >= 1, but got ${shown(T_mult, false)}`);
  if (!isNumber(eta_min))
    throw new ValueError(`Expected float or int eta_min, but got ${eta_min} of type <class '${typeName(eta_min)}'>`);
}

/** How long ago the last restart was, and how far the next is from it. @param {any} scheduler @param {any} epoch */
function sinceRestart({ T_0, T_mult }, epoch) {
  if (epoch < T_0) return { T_i: T_0, T_cur: epoch };
  if (T_mult === 1) return { T_i: T_0, T_cur: asBefore(epoch % T_0, epoch) };
  const n = Math.trunc(log((epoch / T_0) * (T_mult - 1) + 1) / log(T_mult));
  return { T_i: T_0 * T_mult ** n, T_cur: asFloat(epoch - (T_0 * (T_mult ** n - 1)) / (T_mult - 1)) };
}

/**
 * From the first rates to eta_min (0) along a cosine in T_0 epochs, and anew from the first ones, each time T_mult (1) times as long
 * (Loshchilov and Hutter 2016). `step(epoch)` may be told a part of an epoch. ValueError for what is out of range.
 * @type {import('../../nn/layer.js').Made<[optimizer: import('../optimizer.js').Optimizer, T_0: number, T_mult?: number | { T_mult?: number, eta_min?: number }, eta_min?: number | object, last_epoch?: number], LRScheduler>}
 * @example torch.optim.lr_scheduler.CosineAnnealingWarmRestarts(torch.optim.SGD([torch.zeros(1)], { lr: 0.5 }), 10).get_last_lr() // [0.5]
 */
export const CosineAnnealingWarmRestarts = schedulerClass(
  'CosineAnnealingWarmRestarts',
  ['T_0', ...optional({ T_mult: 1, eta_min: new Float(0) })],
  ({ T_0, T_mult, eta_min }, _, epoch) => {
    checkRestarts({ T_0, T_mult, eta_min });
    return { T_0, T_i: T_0, T_mult, eta_min, T_cur: epoch };
  },
  ({ base_lrs, eta_min, T_cur, T_i }) =>
    base_lrs.map((/** @type {number} */ base) =>
      asFloat(Number(eta_min) + ((base - eta_min) * (1 + cos((Math.PI * T_cur) / T_i))) / 2),
    ),
  null,
  {
    /** @this {any} @param {any[]} args the epoch, or a part of one */
    step(...args) {
      let [epoch] = /** @type {any[]} */ (
        bindPython('CosineAnnealingWarmRestarts.step', optional({ epoch: null }), args, true)
      );
      if (epoch === null && this.last_epoch < 0) epoch = 0;
      if (epoch === null) {
        epoch = this.last_epoch + 1;
        this.T_cur = asBefore(plain(this.T_cur) + 1, this.T_cur);
        if (this.T_cur >= this.T_i) {
          this.T_cur = asBefore(this.T_cur % this.T_i, this.T_cur);
          this.T_i *= this.T_mult;
        }
      } else if (epoch < 0) throw new ValueError(`Expected non-negative epoch, but got ${shown(epoch, false)}`);
      else Object.assign(this, sinceRestart(this, epoch));
      this._update_lr(Math.floor(epoch));
    },
  },
);
