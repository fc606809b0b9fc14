// torch.optim.lr_scheduler: StepLR, MultiStepLR, ExponentialLR, LinearLR, CosineAnnealingLR and LambdaLR, which change the groups' lr. Source: torch/optim/lr_scheduler.py.

import { KeyError, NotImplementedError, ValueError } from '../../core/errors.js';
import { Float } from '../../core/numbers/written.js';
import { optional } from '../arguments/call.js';
import { bindPython, typeName } from '../arguments/signature.js';
import { warn } from '../arguments/warning.js';
import { pythonClass } from '../tensor/parameter.js';
import { Optimizer } from './optimizer.js';

/** @typedef {import('./optimizer.js').Group} Group */

const early =
  'Detected call of `lr_scheduler.step()` before `optimizer.step()`. In PyTorch 1.1.0 and later, you should call them in the opposite order: `optimizer.step()` before `lr_scheduler.step()`.  Failure to do this will result in PyTorch skipping the first value of the learning rate schedule. See more details at https://pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate';

/** The base of all schedulers. What it keeps is named and ordered as in PyTorch, whose state_dict shows all of it. */
export class LRScheduler {
  /** @param {any} optimizer @internal */
  constructor(optimizer) {
    if (!(optimizer instanceof Optimizer)) throw new TypeError(`${typeName(optimizer)} is not an Optimizer`);
    this.optimizer = optimizer;
  }

  /** Takes the groups' rates for the first ones. @param {number} epoch the last one before @internal */
  begin(epoch) {
    const groups = this.optimizer.param_groups;
    groups.forEach((group, i) => {
      if (epoch === -1) group.initial_lr ??= group.lr;
      else if (!('initial_lr' in group)) {
        throw new KeyError(
          `param 'initial_lr' is not specified in param_groups[${i}] when resuming scheduler with last_epoch >= 0.\nThis typically happens when:\n1. You're trying to resume training from a checkpoint but haven't properly loaded the optimizer state\n2. You're using last_epoch >= 0 for a fresh training run (not recommended)`,
        );
      }
    });
    /** The groups' first learning rates. @type {number[]} */ this.base_lrs = groups.map((group) => group.initial_lr);
    this.last_epoch = epoch;
    this._step_count = 0;
    this._is_initial = true;
    this._get_lr_called_within_step = false;
    /** @type {number[]} */ this._last_lr = [];
    this.optimizer._opt_called = false;
    this.#advance();
    this._is_initial = false;
  }

  /** Goes to the next epoch; call it after the optimiser's step. @param {any[]} args none: PyTorch's epoch is deprecated */
  step(...args) {
    const [epoch] = bindPython('LRScheduler.step', optional({ epoch: null }), args, true);
    if (epoch !== null)
      throw new NotImplementedError(
        'LRScheduler.step(epoch) is deprecated in PyTorch and not part of torchlet: step() goes on by one',
      );
    if (this._step_count === 1 && !this.optimizer._opt_called) warn('UserWarning', early);
    this.#advance();
  }

  #advance() {
    this._step_count = (this._step_count ?? 0) + 1;
    this.last_epoch = (this.last_epoch ?? -1) + 1;
    const rates = this.get_lr().map((rate, i) => asBefore(rate, this.optimizer.param_groups[i].lr));
    this.optimizer.param_groups.forEach((group, i) => {
      group.lr = rates[i];
    });
    this._last_lr = rates;
  }

  /** The groups' learning rates. */
  get_last_lr() {
    return this._last_lr;
  }

  /** What the rates are to be at this epoch. @returns {number[]} */
  get_lr() {
    return this.optimizer.param_groups.map(({ lr }) => lr);
  }

  /** Where it stands. */
  state_dict() {
    const { optimizer, ...rest } = this;
    return rest;
  }

  /** @param {any} state_dict */
  load_state_dict(state_dict) {
    Object.assign(this, state_dict);
  }
}

/**
 * @param {string} name
 * @param {any[]} parameters
 * @param {(scheduler: any, passed: Record<string, any>) => void} construct
 * @param {(scheduler: any, groups: Group[]) => number[]} rates
 * @param {object} [members]
 * @returns {any}
 */
function schedulerClass(name, parameters, construct, rates, members = {}) {
  const type = pythonClass(
    `${name}.__init__`,
    LRScheduler,
    ['optimizer', ...parameters, ...optional({ last_epoch: -1 })],
    ({ optimizer, last_epoch, ...passed }, target) => {
      const scheduler = Object.setPrototypeOf(new LRScheduler(optimizer), target.prototype);
      construct(scheduler, passed);
      scheduler.begin(last_epoch);
      return scheduler;
    },
    {
      /** @this {any} */
      get_lr() {
        return rates(this, this.optimizer.param_groups);
      },
      ...members,
    },
  );
  return Object.defineProperty(type, 'toString', { value: () => `<class 'torch.optim.lr_scheduler.${name}'>` });
}

/** A rate, written as a float where the one before was: 1.0 · 1 is 1.0 in Python, and .1 · 0 is 0.0. @param {number} rate @param {number | Float} before */
const asBefore = (rate, before) =>
  Number.isInteger(rate) && !Number.isInteger(before) ? /** @type {any} */ (new Float(rate)) : rate;

/** How often each number is there. @param {Iterable<number>} numbers */
function counted(numbers) {
  if (typeof numbers?.[Symbol.iterator] !== 'function')
    throw new TypeError(`'${typeName(numbers)}' object is not iterable`);
  /** @type {Map<number, number>} */ const counts = new Map();
  for (const one of numbers) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

/** @param {Group[]} groups @param {any} factor */
function multiplied(groups, factor) {
  if (typeof factor === 'string' || Array.isArray(factor))
    throw new TypeError("can't multiply sequence by non-int of type 'float'");
  if (factor === null) throw new TypeError("unsupported operand type(s) for *: 'float' and 'NoneType'");
  return groups.map(({ lr }) => lr * factor);
}
/** @param {Group[]} groups */
const unchanged = (groups) => groups.map(({ lr }) => lr);

/**
 * Multiplies the rates by gamma (0.1) every step_size epochs.
 * @type {import('../nn/layer.js').Made<[optimizer: import('./optimizer.js').Optimizer, step_size: number | { step_size: number, gamma?: number }, gamma?: number | { gamma?: number }, last_epoch?: number], LRScheduler>}
 * @example torch.optim.lr_scheduler.StepLR(torch.optim.SGD([torch.zeros(1)], { lr: 1 }), 2).get_last_lr() // [1]
 */
export const StepLR = schedulerClass(
  'StepLR',
  ['step_size', ...optional({ gamma: 0.1 })],
  (scheduler, passed) => Object.assign(scheduler, passed),
  ({ last_epoch: epoch, step_size, gamma }, groups) =>
    epoch === 0 || epoch % step_size !== 0 ? unchanged(groups) : multiplied(groups, gamma),
);

/**
 * Multiplies the rates by gamma (0.1) at each epoch of milestones.
 * @type {import('../nn/layer.js').Made<[optimizer: import('./optimizer.js').Optimizer, milestones: number[], gamma?: number | { gamma?: number }, last_epoch?: number], LRScheduler>}
 * @example torch.optim.lr_scheduler.MultiStepLR(torch.optim.SGD([torch.zeros(1)], { lr: 1 }), [2, 4]).get_last_lr() // [1]
 */
export const MultiStepLR = schedulerClass(
  'MultiStepLR',
  ['milestones', ...optional({ gamma: 0.1 })],
  (scheduler, { milestones, gamma }) => Object.assign(scheduler, { milestones: counted(milestones), gamma }),
  ({ last_epoch: epoch, milestones, gamma }, groups) =>
    milestones.has(epoch) ? multiplied(groups, gamma ** milestones.get(epoch)) : unchanged(groups),
);

/**
 * From the first rates to eta_min (0) and back along a cosine, T_max epochs each way.
 * @type {import('../nn/layer.js').Made<[optimizer: import('./optimizer.js').Optimizer, T_max: number, eta_min?: number | { eta_min?: number }, last_epoch?: number], LRScheduler>}
 * @example torch.optim.lr_scheduler.CosineAnnealingLR(torch.optim.SGD([torch.zeros(1)], { lr: 1 }), 10).get_last_lr() // [1]
 */
export const CosineAnnealingLR = schedulerClass(
  'CosineAnnealingLR',
  ['T_max', ...optional({ eta_min: 0 })],
  (scheduler, passed) => Object.assign(scheduler, passed),
  (scheduler, groups) => groups.map(({ lr }, i) => cosineRate(scheduler, lr, scheduler.base_lrs[i])),
);

/** @param {any} scheduler @param {number} lr @param {number} base */
function cosineRate({ last_epoch: epoch, T_max, eta_min, _is_initial: isInitial, _step_count: steps }, lr, base) {
  const wave = (/** @type {number} */ at) => 1 + Math.cos((Math.PI * at) / T_max);
  if (isInitial) return lr;
  if (steps === 1 && epoch > 0) return eta_min + ((base - eta_min) * (1 + Math.cos((epoch * Math.PI) / T_max))) / 2;
  if ((epoch - 1 - T_max) % (2 * T_max) === 0) return lr + ((base - eta_min) * (1 - Math.cos(Math.PI / T_max))) / 2;
  return (wave(epoch) / wave(epoch - 1)) * (lr - eta_min) + eta_min;
}

/**
 * Multiplies the rates by gamma every epoch.
 * @type {import('../nn/layer.js').Made<[optimizer: import('./optimizer.js').Optimizer, gamma: number | { gamma: number }, last_epoch?: number], LRScheduler>}
 * @example torch.optim.lr_scheduler.ExponentialLR(torch.optim.SGD([torch.zeros(1)], { lr: 1 }), 0.5).get_last_lr() // [1]
 */
export const ExponentialLR = schedulerClass(
  'ExponentialLR',
  ['gamma'],
  (scheduler, passed) => Object.assign(scheduler, passed),
  ({ last_epoch: epoch, gamma }, groups) => (epoch === 0 ? unchanged(groups) : multiplied(groups, gamma)),
);

/**
 * Changes the rates' factor from start_factor (1/3) to end_factor (1) in total_iters (5) equal steps: a warm-up.
 * @type {import('../nn/layer.js').Made<[optimizer: import('./optimizer.js').Optimizer, start_factor?: number | object, end_factor?: number, total_iters?: number, last_epoch?: number], LRScheduler>}
 * @example torch.optim.lr_scheduler.LinearLR(torch.optim.SGD([torch.zeros(1)], { lr: 1 }), 0.5).get_last_lr() // [0.5]
 */
export const LinearLR = schedulerClass(
  'LinearLR',
  optional({ start_factor: 1 / 3, end_factor: new Float(1), total_iters: 5 }),
  (scheduler, passed) => {
    const { start_factor: start, end_factor: end } = passed;
    if (start > 1 || start <= 0)
      throw new ValueError('Starting multiplicative factor expected to be greater than 0 and less or equal to 1.');
    if (end > 1 || end < 0) throw new ValueError('Ending multiplicative factor expected to be between 0 and 1.');
    Object.assign(scheduler, passed);
  },
  ({ last_epoch: epoch, start_factor: start, end_factor: end, total_iters: total }, groups) => {
    if (epoch === 0) return multiplied(groups, start);
    return epoch > total
      ? unchanged(groups)
      : multiplied(groups, 1 + (end - start) / (total * start + (epoch - 1) * (end - start)));
  },
);

/**
 * The first rates times what a function, or one for each group, gives for the epoch.
 * @type {import('../nn/layer.js').Made<[optimizer: import('./optimizer.js').Optimizer, lr_lambda: ((epoch: number) => number) | ((epoch: number) => number)[], last_epoch?: number], LRScheduler>}
 * @example torch.optim.lr_scheduler.LambdaLR(torch.optim.SGD([torch.zeros(1)], { lr: 2 }), (epoch) => 1 / (1 + epoch)).get_last_lr() // [2]
 */
export const LambdaLR = schedulerClass(
  'LambdaLR',
  ['lr_lambda'],
  (scheduler, { lr_lambda }) => {
    const count = scheduler.optimizer.param_groups.length;
    if (Array.isArray(lr_lambda) && lr_lambda.length !== count) {
      throw new ValueError(`Expected ${count} lr_lambdas, but got ${lr_lambda.length}`);
    }
    scheduler.lr_lambdas = Array.isArray(lr_lambda) ? lr_lambda : new Array(count).fill(lr_lambda);
    for (const one of scheduler.lr_lambdas)
      if (typeof one !== 'function') throw new TypeError(`'${typeName(one)}' object is not callable`);
  },
  (scheduler) =>
    scheduler.base_lrs.map(
      (/** @type {number} */ lr, /** @type {number} */ i) => lr * scheduler.lr_lambdas[i](scheduler.last_epoch),
    ),
  {
    /** Functions are not kept. @this {any} */
    state_dict() {
      const { optimizer, lr_lambdas: lambdas, ...rest } = this;
      return { ...rest, lr_lambdas: lambdas.map(() => null) };
    },
  },
);
