// torch.optim.lr_scheduler's base, which changes the groups' lr, and what its classes are made by. Source: torch/optim/lr_scheduler.py.

import { KeyError, NotImplementedError, ValueError, ZeroDivisionError } from '../../../core/errors.js';
import { Float, plain } from '../../../core/numbers/written.js';
import { shown } from '../../../core/text/repr.js';
import { optional } from '../../arguments/call.js';
import { bindPython, isKeywords, typeName } from '../../arguments/signature.js';
import { warn } from '../../arguments/warning.js';
import { pythonClass } from '../../tensor/parameter.js';
import { Optimizer } from '../optimizer.js';

/** @typedef {import('../optimizer.js').Group} Group */

const early =
  'Detected call of `lr_scheduler.step()` before `optimizer.step()`. In PyTorch 1.1.0 and later, you should call them in the opposite order: `optimizer.step()` before `lr_scheduler.step()`.  Failure to do this will result in PyTorch skipping the first value of the learning rate schedule. See more details at https://pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate';
const ofEpoch =
  'The epoch parameter in `scheduler.step()` was not necessary and is being deprecated where possible. Please use `scheduler.step()` to step the scheduler. During the deprecation, if epoch is different from None, the closed form is used instead of the new chainable form, where available. Please open an issue if you are unable to replicate your use case: https://github.com/pytorch/pytorch/issues/new/choose.';
const unready =
  "This typically happens when:\n1. You're trying to resume training from a checkpoint but haven't properly loaded the optimizer state\n2. You're using last_epoch >= 0 for a fresh training run (not recommended)";

/** @param {any} optimizer */
export function checkOptimizer(optimizer) {
  if (!(optimizer instanceof Optimizer)) throw new TypeError(`${typeName(optimizer)} is not an Optimizer`);
}

/** The base of all schedulers. What it keeps is named and ordered as in PyTorch, whose state_dict shows all of it. */
export class LRScheduler {
  /** @param {any[]} args the optimiser, and last_epoch (-1) */
  constructor(...args) {
    const [optimizer, epoch] = /** @type {any[]} */ (
      bindPython('LRScheduler.__init__', ['optimizer', ...optional({ last_epoch: -1 })], args, true)
    );
    /** @type {Optimizer} */ this.optimizer = optimizer;
    const { instance = this } = /** @type {any} */ (new.target);
    instance.begin(optimizer, plain(epoch));
  }

  /** Takes the groups' rates for the first ones. @param {Optimizer} optimizer @param {number} epoch the last one before @internal */
  begin(optimizer, epoch) {
    checkOptimizer(optimizer);
    this.optimizer = optimizer;
    const groups = optimizer.param_groups;
    groups.forEach((group, i) => {
      if (epoch === -1) group.initial_lr ??= group.lr;
      else if (!('initial_lr' in group)) {
        throw new KeyError(
          `param 'initial_lr' is not specified in param_groups[${i}] when resuming scheduler with last_epoch >= 0.\n${unready}`,
        );
      }
    });
    /** The groups' first learning rates. @type {number[]} */ this.base_lrs = groups.map((group) => group.initial_lr);
    this.last_epoch = epoch;
    optimizer._opt_called = false;
    this._initial_step();
  }

  /** @internal */
  _initial_step() {
    this._step_count = 0;
    this._is_initial = true;
    this.step();
    this._is_initial = false;
  }

  /**
   * Goes to the next epoch; call it after the optimiser's step.
   * @param {any[]} args an epoch to go to, which PyTorch deprecates
   */
  step(...args) {
    const [epoch] = /** @type {any[]} */ (bindPython('LRScheduler.step', optional({ epoch: null }), args, true));
    if (this._step_count === 1 && !this.optimizer._opt_called) warn('UserWarning', early);
    this._step_count = (this._step_count ?? 0) + 1;
    if (epoch !== null) warn('UserWarning', ofEpoch);
    this._update_lr(plain(epoch));
  }

  /** @param {number | null} epoch @internal */
  _update_lr(epoch) {
    const { param_groups: groups } = this.optimizer;
    this.last_epoch = epoch ?? (this.last_epoch ?? -1) + 1;
    this._get_lr_called_within_step = true;
    try {
      const rates = (epoch !== null && this._get_closed_form_lr()) || this.get_lr();
      groups.forEach((group, i) => {
        group.lr = asBefore(rates[i], group.lr);
      });
    } finally {
      this._get_lr_called_within_step = false;
    }
    /** @type {number[]} */ this._last_lr = groups.map(({ lr }) => lr);
  }

  /** The groups' learning rates. @returns {number[]} */
  get_last_lr() {
    return this._last_lr ?? [];
  }

  /** What the rates are to be at this epoch: for those who extend the class. @returns {number[]} */
  get_lr() {
    throw new NotImplementedError('');
  }

  /** The same by the first rates alone, where there is such a form. @returns {number[] | undefined} @internal */
  _get_closed_form_lr() {
    return undefined;
  }

  /** Where it stands. @returns {Record<string, any>} */
  state_dict() {
    const { optimizer, ...rest } = this;
    return rest;
  }

  /** Takes over what `state_dict` gave. @param {any} state_dict */
  load_state_dict(state_dict) {
    if (!isKeywords(state_dict)) throw new TypeError(`'${typeName(state_dict)}' object is not iterable`);
    Object.assign(this, state_dict);
  }
}

/** What a scheduler holds in the place of functions, which are not kept. @param {any} scheduler @param {string} name @param {any} kept */
export function stateWithout(scheduler, name, kept) {
  const { [name]: _, ...rest } = LRScheduler.prototype.state_dict.call(scheduler);
  return { ...rest, [name]: kept };
}

/** Takes over a state but for one name, whose value it returns. @param {any} scheduler @param {any} state @param {string} name */
export function loadWithout(scheduler, state, name) {
  if (isKeywords(state) && !(name in state)) throw new KeyError(name);
  const { [name]: kept, ...rest } = state;
  LRScheduler.prototype.load_state_dict.call(scheduler, rest);
  return kept;
}

/**
 * @param {string} name
 * @param {any[]} parameters after the optimiser
 * @param {(passed: Record<string, any>, optimizer: any, last_epoch: number) => Record<string, any>} check what is passed, for what the scheduler keeps of it
 * @param {(scheduler: any, groups: Group[]) => number[]} rates
 * @param {((scheduler: any, base: number) => number) | null} [closed] a rate by the first one
 * @param {object} [members]
 * @returns {any}
 */
export function schedulerClass(name, parameters, check, rates, closed = null, members = {}) {
  const own = {
    /** @this {any} */
    get_lr() {
      if (!this._get_lr_called_within_step)
        warn('UserWarning', 'To get the last learning rate computed by the scheduler, please use `get_last_lr()`.');
      return rates(this, this.optimizer.param_groups);
    },
    /** @this {any} */
    _get_closed_form_lr() {
      return closed === null ? undefined : this.base_lrs.map((/** @type {number} */ base) => closed(this, base));
    },
    ...members,
  };
  return named(
    name,
    ['optimizer', ...parameters, ...optional({ last_epoch: -1 })],
    (passed, target) => {
      const { optimizer, last_epoch: epoch, ...rest } = passed;
      checkOptimizer(optimizer);
      const scheduler = Object.assign(emptyOf(target), { optimizer });
      Object.assign(scheduler, check(rest, optimizer, plain(epoch)));
      scheduler.begin(optimizer, plain(epoch));
      return scheduler;
    },
    own,
  );
}

/** What is to become a scheduler: a new object, or the one that a host has for it, as Python has before `__init__`. @param {any} target */
export const emptyOf = (target) => target.instance ?? Object.create(target.prototype);

/**
 * A class of torch.optim.lr_scheduler.
 * @param {string} name @param {any[]} parameters @param {(passed: Record<string, any>, target: any) => any} make @param {object} members
 * @returns {any}
 */
export function named(name, parameters, make, members) {
  const type = pythonClass(`${name}.__init__`, LRScheduler, parameters, make, members);
  return Object.defineProperty(type, 'toString', { value: () => `<class 'torch.optim.lr_scheduler.${name}'>` });
}

/** What LRScheduler was called before. */
export const _LRScheduler = named(
  '_LRScheduler',
  ['optimizer', ...optional({ last_epoch: -1 })],
  ({ optimizer, last_epoch }, target) => {
    const made = emptyOf(target);
    made.begin(optimizer, plain(last_epoch));
    return made;
  },
  {},
);

/** A rate, written as a float where the one before was: 1.0 · 1 is 1.0 in Python, and .1 · 0 is 0.0. @param {number} rate @param {number | Float} before */
export const asBefore = (rate, before) => (Number.isInteger(before) ? rate : asFloat(rate));

/** A number that is a float in Python, whole or not. @param {number} value @returns {number} */
export const asFloat = (value) => (Number.isInteger(value) ? /** @type {any} */ (new Float(value)) : value);

/** Python's quotient of floats. @param {number} a @param {number} b */
export function over(a, b) {
  if (Number(b) === 0) throw new ZeroDivisionError('float division by zero');
  return a / b;
}

/** Refuses what is no positive int. @param {string} name @param {any} value */
export function checkCount(name, value) {
  if (!Number.isInteger(value) || value <= 0)
    throw new ValueError(`Expected positive integer ${name}, but got ${shown(value, false)}`);
}

/** A setting of each group. @param {string} name @param {any} optimizer @param {any} value @returns {any[]} */
export function ofEach(name, { param_groups: groups }, value) {
  if (!Array.isArray(value)) return groups.map(() => value);
  if (value.length === groups.length) return [...value];
  throw new ValueError(
    `${name} must have the same length as optimizer.param_groups. ${name} has ${value.length} values, param_groups has ${groups.length}.`,
  );
}

/** @param {Group[]} groups @param {any} factor */
export function multiplied(groups, factor) {
  if (typeof factor === 'string' || Array.isArray(factor))
    throw new TypeError("can't multiply sequence by non-int of type 'float'");
  if (factor === null) throw new TypeError("unsupported operand type(s) for *: 'float' and 'NoneType'");
  return groups.map(({ lr }) => lr * factor);
}

/** @param {Group[]} groups */
export const unchanged = (groups) => groups.map(({ lr }) => lr);
