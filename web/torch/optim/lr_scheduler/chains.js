// torch.optim.lr_scheduler: SequentialLR and ChainedScheduler, which are made of other schedulers. Source: torch/optim/lr_scheduler.py.

import { ValueError } from '../../../core/errors.js';
import { optional } from '../../arguments/call.js';
import { bindPython, typeName } from '../../arguments/signature.js';
import { Optimizer } from '../optimizer.js';
import { ReduceLROnPlateau } from './plateau.js';
import { emptyOf, LRScheduler, loadWithout, named, stateWithout } from './scheduler.js';

/** Refuses schedulers that cannot be one. @param {string} name of the class @param {any} schedulers @param {any} optimizer */
function check(name, schedulers, optimizer) {
  schedulers.forEach((/** @type {any} */ one, /** @type {number} */ i) => {
    if (!(one instanceof LRScheduler))
      throw new TypeError(`${name} at index ${i} should have \`optimizer\` as its attribute.`);
    if (one instanceof ReduceLROnPlateau) {
      throw new ValueError(
        `${name} does not support \`ReduceLROnPlateau\` scheduler as it requires additional kwargs to be specified when calling \`step\`, but got one at index ${i} in the given schedulers sequence.`,
      );
    }
    if (one.optimizer !== optimizer) {
      throw new ValueError(
        `${name} expects all schedulers to belong to the same optimizer, but got scheduler ${one.constructor.name} at index ${i} has ${one.optimizer}, which is different from ${optimizer instanceof Optimizer ? optimizer.constructor.name : typeName(optimizer)}.`,
      );
    }
  });
}

/** How many there are. @param {any} list */
function lengthOf(list) {
  if (!Array.isArray(list)) throw new TypeError(`object of type '${typeName(list)}' has no len()`);
  return list.length;
}

/** Takes back the step that schedulers did when they were made. @param {any} scheduler */
function undo(scheduler) {
  if (scheduler._schedulers) scheduler._schedulers.forEach(undo);
  else scheduler.last_epoch--;
}

/** Which scheduler an epoch has: as many milestones are no more than it, found by halves as Python's bisect does. @param {number[]} milestones @param {number} epoch */
function numberOf(milestones, epoch) {
  let [low, high] = [0, milestones.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (epoch < milestones[middle]) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What those that are made of others keep. */
const ofOthers = {
  /** @this {any} */
  state_dict() {
    const states = this._schedulers.map((/** @type {LRScheduler} */ one) => one.state_dict());
    return stateWithout(this, '_schedulers', states);
  },
  /** @this {any} @param {any} state */
  load_state_dict(state) {
    const states = loadWithout(this, state, '_schedulers');
    states.forEach((/** @type {any} */ one, /** @type {number} */ i) => this._schedulers[i].load_state_dict(one));
  },
};

/**
 * One scheduler after the other: the next begins at each of milestones, of which there is one fewer. ValueError for other counts, and
 * for schedulers of another optimiser.
 * @type {import('../../nn/layer.js').Made<[optimizer: import('../optimizer.js').Optimizer, schedulers: LRScheduler[], milestones: number[], last_epoch?: number], LRScheduler>}
 * @example
 * const optimizer = torch.optim.SGD([torch.zeros(1)], { lr: 1 });
 * const { ConstantLR, ExponentialLR, SequentialLR } = torch.optim.lr_scheduler;
 * SequentialLR(optimizer, [ConstantLR(optimizer, 0.5, 2), ExponentialLR(optimizer, 0.9)], [2]).get_last_lr() // [0.5]
 */
export const SequentialLR = named(
  'SequentialLR',
  ['optimizer', 'schedulers', 'milestones', ...optional({ last_epoch: -1 })],
  ({ optimizer, schedulers, milestones, last_epoch }, target) => {
    const count = lengthOf(schedulers);
    if (count < 1) throw new ValueError('SequentialLR expects at least one scheduler, but got no scheduler.');
    check('SequentialLR', schedulers, optimizer);
    if (lengthOf(milestones) !== count - 1) {
      throw new ValueError(
        `Sequential Schedulers expects number of schedulers provided to be one more than the number of milestone points, but got number of schedulers ${count} and the number of milestones to be equal to ${milestones.length}`,
      );
    }
    const made = emptyOf(target);
    Object.assign(made, { _schedulers: schedulers, _milestones: milestones, last_epoch: last_epoch + 1, optimizer });
    for (const group of optimizer.param_groups) group.lr = group.initial_lr;
    undo(made);
    const first = schedulers[numberOf(milestones, 0)];
    first._initial_step();
    return Object.assign(made, { _last_lr: first.get_last_lr() });
  },
  {
    /** @this {any} @param {any[]} args */
    step(...args) {
      bindPython('SequentialLR.step', [], args, true);
      this.last_epoch++;
      const i = numberOf(this._milestones, this.last_epoch);
      const scheduler = this._schedulers[i];
      if (i > 0 && this._milestones[i - 1] === this.last_epoch) scheduler._update_lr(0);
      else scheduler.step();
      this._last_lr = scheduler.get_last_lr();
    },
    ...ofOthers,
  },
);

/** The rates that groups have. @param {any} optimizer */
const ratesOf = ({ param_groups: groups }) => groups.map((/** @type {any} */ { lr }) => lr);

/**
 * Schedulers that step together. ValueError for none, and for schedulers of different optimisers.
 * @type {import('../../nn/layer.js').Made<[schedulers: LRScheduler[], optimizer?: import('../optimizer.js').Optimizer | null], LRScheduler>}
 * @example
 * const optimizer = torch.optim.SGD([torch.zeros(1)], { lr: 1 });
 * const { ChainedScheduler, ConstantLR, ExponentialLR } = torch.optim.lr_scheduler;
 * ChainedScheduler([ConstantLR(optimizer, 0.5), ExponentialLR(optimizer, 0.9)]).get_last_lr() // [0.5]
 */
export const ChainedScheduler = named(
  'ChainedScheduler',
  ['schedulers', ...optional({ optimizer: null })],
  ({ schedulers, optimizer }, target) => {
    if (lengthOf(schedulers) < 1)
      throw new ValueError('ChainedScheduler expects at least one scheduler to be chained, but got no scheduler.');
    optimizer ??= schedulers[0].optimizer;
    check('ChainedScheduler', schedulers, optimizer);
    const made = emptyOf(target);
    return Object.assign(made, { _schedulers: schedulers, optimizer, _last_lr: ratesOf(optimizer) });
  },
  {
    /** @this {any} @param {any[]} args */
    step(...args) {
      bindPython('ChainedScheduler.step', [], args, true);
      for (const one of this._schedulers) one.step();
      this._last_lr = ratesOf(this.optimizer);
    },
    ...ofOthers,
  },
);
