// torch.optim.lr_scheduler: StepLR, MultiStepLR, ConstantLR, LinearLR, ExponentialLR, PolynomialLR, CosineAnnealingLR, LambdaLR and MultiplicativeLR. Source: torch/optim/lr_scheduler.py.

import { ValueError, ZeroDivisionError } from '../../../core/errors.js';
import { cos, power } from '../../../core/numbers/exact.js';
import { Float } from '../../../core/numbers/written.js';
import { optional } from '../../arguments/call.js';
import { typeName } from '../../arguments/signature.js';
import { loadWithout, multiplied, over, schedulerClass, stateWithout, unchanged } from './scheduler.js';

/** @typedef {import('./scheduler.js').LRScheduler} LRScheduler */

/** How often each number is there. @param {Iterable<number>} numbers */
function counted(numbers) {
  if (typeof numbers?.[Symbol.iterator] !== 'function')
    throw new TypeError(`'${typeName(numbers)}' object is not iterable`);
  /** @type {Map<number, number>} */ const counts = new Map();
  for (const one of numbers) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

/**
 * Multiplies the rates by gamma (0.1) every step_size epochs.
 * @type {import('../../nn/layer.js').Made<[optimizer: import('../optimizer.js').Optimizer, step_size: number | { step_size: number, gamma?: number }, gamma?: number | { gamma?: number }, last_epoch?: number], LRScheduler>}
 * @example torch.optim.lr_scheduler.StepLR(torch.optim.SGD([torch.zeros(1)], { lr: 1 }), 2).get_last_lr() // [1]
 */
export const StepLR = schedulerClass(
  'StepLR',
  ['step_size', ...optional({ gamma: 0.1 })],
  (passed) => passed,
  ({ last_epoch: epoch, step_size, gamma }, groups) => {
    if (epoch !== 0 && Number(step_size) === 0) throw new ZeroDivisionError('integer modulo by zero');
    return epoch === 0 || epoch % step_size !== 0 ? unchanged(groups) : multiplied(groups, gamma);
  },
  ({ last_epoch: epoch, step_size, gamma }, base) => base * power(gamma, Math.floor(epoch / step_size)),
);

/**
 * Multiplies the rates by gamma (0.1) at each epoch of milestones.
 * @type {import('../../nn/layer.js').Made<[optimizer: import('../optimizer.js').Optimizer, milestones: number[], gamma?: number | { gamma?: number }, last_epoch?: number], LRScheduler>}
 * @example torch.optim.lr_scheduler.MultiStepLR(torch.optim.SGD([torch.zeros(1)], { lr: 1 }), [2, 4]).get_last_lr() // [1]
 */
export const MultiStepLR = schedulerClass(
  'MultiStepLR',
  ['milestones', ...optional({ gamma: 0.1 })],
  ({ milestones, gamma }) => ({ milestones: counted(milestones), gamma }),
  ({ last_epoch: epoch, milestones, gamma }, groups) =>
    milestones.has(epoch) ? multiplied(groups, power(gamma, milestones.get(epoch))) : unchanged(groups),
  ({ last_epoch: epoch, milestones, gamma }, base) => {
    let passed = 0;
    for (const [milestone, count] of milestones) if (milestone <= epoch) passed += count;
    return base * power(gamma, passed);
  },
);

/**
 * From the first rates to eta_min (0) and back along a cosine, T_max epochs each way.
 * @type {import('../../nn/layer.js').Made<[optimizer: import('../optimizer.js').Optimizer, T_max: number, eta_min?: number | { eta_min?: number }, last_epoch?: number], LRScheduler>}
 * @example torch.optim.lr_scheduler.CosineAnnealingLR(torch.optim.SGD([torch.zeros(1)], { lr: 1 }), 10).get_last_lr() // [1]
 */
export const CosineAnnealingLR = schedulerClass(
  'CosineAnnealingLR',
  ['T_max', ...optional({ eta_min: new Float(0) })],
  (passed) => passed,
  (scheduler, groups) => groups.map(({ lr }, i) => cosineRate(scheduler, lr, scheduler.base_lrs[i])),
  ({ last_epoch: epoch, T_max, eta_min }, base) =>
    eta_min + ((base - eta_min) * (1 + cos(over(Math.PI * epoch, T_max)))) / 2,
);

/** @param {any} scheduler @param {number} lr @param {number} base */
function cosineRate({ last_epoch: epoch, T_max, eta_min, _is_initial: isInitial, _step_count: steps }, lr, base) {
  const wave = (/** @type {number} */ at) => 1 + cos(over(Math.PI * at, T_max));
  if (isInitial) return lr;
  if (steps === 1 && epoch > 0) return eta_min + ((base - eta_min) * wave(epoch)) / 2;
  if ((epoch - 1 - T_max) % (2 * T_max) === 0) return lr + ((base - eta_min) * (1 - cos(over(Math.PI, T_max)))) / 2;
  return (wave(epoch) / wave(epoch - 1)) * (lr - eta_min) + eta_min;
}

/**
 * Multiplies the rates by gamma every epoch.
 * @type {import('../../nn/layer.js').Made<[optimizer: import('../optimizer.js').Optimizer, gamma: number | { gamma: number }, last_epoch?: number], LRScheduler>}
 * @example torch.optim.lr_scheduler.ExponentialLR(torch.optim.SGD([torch.zeros(1)], { lr: 1 }), 0.5).get_last_lr() // [1]
 */
export const ExponentialLR = schedulerClass(
  'ExponentialLR',
  ['gamma'],
  (passed) => passed,
  ({ _is_initial: isInitial, gamma }, groups) => (isInitial ? unchanged(groups) : multiplied(groups, gamma)),
  ({ last_epoch: epoch, gamma }, base) => base * power(gamma, epoch),
);

/**
 * Changes the rates' factor from start_factor (1/3) to end_factor (1) in total_iters (5) equal steps: a warm-up.
 * @type {import('../../nn/layer.js').Made<[optimizer: import('../optimizer.js').Optimizer, start_factor?: number | object, end_factor?: number, total_iters?: number, last_epoch?: number], LRScheduler>}
 * @example torch.optim.lr_scheduler.LinearLR(torch.optim.SGD([torch.zeros(1)], { lr: 1 }), 0.5).get_last_lr() // [0.5]
 */
export const LinearLR = schedulerClass(
  'LinearLR',
  optional({ start_factor: 1 / 3, end_factor: new Float(1), total_iters: 5 }),
  (passed) => {
    const { start_factor: start, end_factor: end } = passed;
    if (start > 1 || start <= 0)
      throw new ValueError('Starting multiplicative factor expected to be greater than 0 and less or equal to 1.');
    if (end > 1 || end < 0) throw new ValueError('Ending multiplicative factor expected to be between 0 and 1.');
    return passed;
  },
  ({ last_epoch: epoch, start_factor: start, end_factor: end, total_iters: total, _is_initial: isInitial }, groups) => {
    if (epoch === 0) return multiplied(groups, start);
    return isInitial || epoch > total
      ? unchanged(groups)
      : multiplied(groups, 1 + over(end - start, total * start + (epoch - 1) * (end - start)));
  },
  ({ last_epoch: epoch, start_factor: start, end_factor: end, total_iters: total }, base) =>
    base * (Number(start) + over((end - start) * Math.min(total, epoch), total)),
);

/**
 * The rates times factor (1/3) until total_iters (5) epochs have passed.
 * @type {import('../../nn/layer.js').Made<[optimizer: import('../optimizer.js').Optimizer, factor?: number | object, total_iters?: number, last_epoch?: number], LRScheduler>}
 * @example torch.optim.lr_scheduler.ConstantLR(torch.optim.SGD([torch.zeros(1)], { lr: 1 }), 0.5).get_last_lr() // [0.5]
 */
export const ConstantLR = schedulerClass(
  'ConstantLR',
  optional({ factor: 1 / 3, total_iters: 5 }),
  (passed) => {
    if (passed.factor > 1 || passed.factor < 0)
      throw new ValueError('Constant multiplicative factor expected to be between 0 and 1.');
    return passed;
  },
  ({ last_epoch: epoch, factor, total_iters: total }, groups) => {
    if (epoch === 0) return multiplied(groups, factor);
    return epoch === Number(total) ? multiplied(groups, over(1, factor)) : unchanged(groups);
  },
  ({ last_epoch: epoch, factor, total_iters: total }, base) =>
    base * (Number(factor) + (epoch >= total ? 1 - factor : 0)),
);

/**
 * Takes the rates to 0 in total_iters (5) epochs, by what is left of them to the power (1).
 * @type {import('../../nn/layer.js').Made<[optimizer: import('../optimizer.js').Optimizer, total_iters?: number | { total_iters?: number, power?: number }, power?: number | object, last_epoch?: number], LRScheduler>}
 * @example torch.optim.lr_scheduler.PolynomialLR(torch.optim.SGD([torch.zeros(1)], { lr: 1 }), 4).get_last_lr() // [1]
 */
export const PolynomialLR = schedulerClass(
  'PolynomialLR',
  optional({ total_iters: 5, power: new Float(1) }),
  (passed) => passed,
  ({ last_epoch: epoch, total_iters: total, power: exponent, _is_initial: isInitial }, groups) => {
    if (isInitial || epoch > total) return unchanged(groups);
    const left = (/** @type {number} */ at) => 1 - over(at, total);
    return multiplied(groups, power(over(left(epoch), left(epoch - 1)), exponent));
  },
  ({ last_epoch: epoch, total_iters: total, power: exponent }, base) =>
    base * power(1 - over(Math.min(total, epoch), total), exponent),
);

/**
 * Functions of the epoch, one for each group.
 * @param {Record<string, any>} passed @param {{ param_groups: any[] }} optimizer @param {(type: string) => string} refusal of what is no function
 */
function functionsOf({ lr_lambda }, { param_groups: { length } }, refusal) {
  if (Array.isArray(lr_lambda) && lr_lambda.length !== length)
    throw new ValueError(`Expected ${length} lr_lambdas, but got ${lr_lambda.length}`);
  const lr_lambdas = Array.isArray(lr_lambda) ? lr_lambda : new Array(length).fill(lr_lambda);
  for (const one of lr_lambdas) if (typeof one !== 'function') throw new TypeError(refusal(typeName(one)));
  return { lr_lambdas };
}

/** Functions are not kept. */
const ofFunctions = {
  /** @this {any} */
  state_dict() {
    return stateWithout(
      this,
      'lr_lambdas',
      this.lr_lambdas.map(() => null),
    );
  },
  /** @this {any} @param {any} state */
  load_state_dict(state) {
    loadWithout(this, state, 'lr_lambdas');
  },
};

/** @typedef {(epoch: number) => number} OfEpoch */

/**
 * The first rates times what a function, or one for each group, gives for the epoch.
 * @type {import('../../nn/layer.js').Made<[optimizer: import('../optimizer.js').Optimizer, lr_lambda: OfEpoch | OfEpoch[], last_epoch?: number], LRScheduler>}
 * @example torch.optim.lr_scheduler.LambdaLR(torch.optim.SGD([torch.zeros(1)], { lr: 2 }), (epoch) => 1 / (1 + epoch)).get_last_lr() // [2]
 */
export const LambdaLR = schedulerClass(
  'LambdaLR',
  ['lr_lambda'],
  (passed, optimizer) => functionsOf(passed, optimizer, (type) => `'${type}' object is not callable`),
  ({ base_lrs: bases, lr_lambdas: functions, last_epoch: epoch }) =>
    bases.map((/** @type {number} */ lr, /** @type {number} */ i) => lr * functions[i](epoch)),
  null,
  ofFunctions,
);

/**
 * Multiplies the rates by what a function, or one for each group, gives for the epoch.
 * @type {import('../../nn/layer.js').Made<[optimizer: import('../optimizer.js').Optimizer, lr_lambda: OfEpoch | OfEpoch[], last_epoch?: number], LRScheduler>}
 * @example torch.optim.lr_scheduler.MultiplicativeLR(torch.optim.SGD([torch.zeros(1)], { lr: 2 }), () => 0.95).get_last_lr() // [2]
 */
export const MultiplicativeLR = schedulerClass(
  'MultiplicativeLR',
  ['lr_lambda'],
  (passed, optimizer) => functionsOf(passed, optimizer, (type) => `lr_lambda should be a function, but got ${type}`),
  ({ lr_lambdas: functions, last_epoch: epoch, _is_initial: isInitial }, groups) =>
    isInitial ? unchanged(groups) : groups.map(({ lr }, i) => lr * functions[i](epoch)),
  null,
  ofFunctions,
);
