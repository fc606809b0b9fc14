// torch.optim.lr_scheduler: OneCycleLR and CyclicLR, which change momenta too. Source: torch/optim/lr_scheduler.py.

import { ValueError } from '../../../core/errors.js';
import { cos, power } from '../../../core/numbers/exact.js';
import { Float } from '../../../core/numbers/written.js';
import { shown } from '../../../core/text/repr.js';
import { optional } from '../../arguments/call.js';
import { typeName } from '../../arguments/signature.js';
import {
  asFloat,
  checkCount,
  LRScheduler,
  loadWithout,
  ofEach,
  over,
  schedulerClass,
  stateWithout,
} from './scheduler.js';

/** @typedef {import('../optimizer.js').Group} Group */

/** @param {Group} group @param {boolean} isBeta whether of Adam's kind @param {number} momentum */
function setMomentum(group, isBeta, momentum) {
  if (isBeta) group.betas = Object.freeze([asFloat(momentum), ...group.betas.slice(1)]);
  else group.momentum = asFloat(momentum);
}

/**
 * What a scheduler keeps of momenta that it changes; the groups get the bounds.
 * @param {Record<string, any>} passed @param {any} optimizer @param {number} epoch the last one before
 */
function momenta({ cycle_momentum, base_momentum, max_momentum }, optimizer, epoch) {
  if (!cycle_momentum) return { cycle_momentum };
  const { defaults, param_groups: groups } = optimizer;
  if (!('momentum' in defaults || 'betas' in defaults))
    throw new ValueError('optimizer must support momentum or beta1 with `cycle_momentum` option enabled');
  const use_beta1 = 'betas' in defaults;
  const [base_momentums, max_momentums] = [
    ofEach('base_momentum', optimizer, base_momentum),
    ofEach('max_momentum', optimizer, max_momentum),
  ];
  groups.forEach((/** @type {Group} */ group, /** @type {number} */ i) => {
    if (epoch !== -1) return;
    if (use_beta1) group.betas = Object.freeze([max_momentums[i], ...group.betas.slice(1)]);
    else group.momentum = max_momentums[i];
    Object.assign(group, { max_momentum: max_momentums[i], base_momentum: base_momentums[i] });
  });
  return { cycle_momentum, use_beta1, base_momentums, max_momentums };
}

/** @param {Record<string, any>} passed @returns {number} */
function stepsOf({ total_steps, epochs, steps_per_epoch }) {
  if (total_steps === null && (epochs === null || steps_per_epoch === null))
    throw new ValueError('You must define either total_steps OR (epochs AND steps_per_epoch)');
  const given = total_steps === null ? { epochs, steps_per_epoch } : { total_steps };
  for (const [name, value] of Object.entries(given)) checkCount(name, value);
  return total_steps ?? epochs * steps_per_epoch;
}

/** From what to what a group's rate and momentum go, and at which step it is there. @param {number} end_step @param {string} start_lr @param {string} end_lr @param {string} start_momentum @param {string} end_momentum */
const phase = (end_step, start_lr, end_lr, start_momentum, end_momentum) => ({
  end_step,
  start_lr,
  end_lr,
  start_momentum,
  end_momentum,
});

/** @param {number} total @param {number} part of the steps that go up @param {boolean} isThree */
function phasesOf(total, part, isThree) {
  const up = phase(asFloat(part * total - 1), 'initial_lr', 'max_lr', 'max_momentum', 'base_momentum');
  if (!isThree) return [up, phase(total - 1, 'max_lr', 'min_lr', 'base_momentum', 'max_momentum')];
  return [
    up,
    phase(asFloat(2 * part * total - 2), 'max_lr', 'initial_lr', 'base_momentum', 'max_momentum'),
    phase(total - 1, 'initial_lr', 'min_lr', 'max_momentum', 'max_momentum'),
  ];
}

/** @param {string} strategy @param {number} start @param {number} end @param {number} part */
function between(strategy, start, end, part) {
  if (strategy === 'linear') return asFloat((end - start) * part + Number(start));
  return asFloat(Number(end) + ((start - end) / 2) * (cos(Math.PI * part) + 1));
}

/** @param {any} scheduler @param {Group} group @returns {number} its rate; its momentum is set */
function onTheCycle({ last_epoch: step, _schedule_phases: phases, ...kept }, group) {
  const last = phases.length - 1;
  const now = phases.findIndex(
    (/** @type {any} */ { end_step }, /** @type {number} */ i) => step <= end_step || i === last,
  );
  const start = now > 0 ? phases[now - 1].end_step : 0;
  const { end_step, start_lr, end_lr, start_momentum, end_momentum } = phases[now];
  const part = over(step - start, end_step - start);
  const at = (/** @type {string} */ from, /** @type {string} */ to) =>
    between(kept._anneal_func_type, group[from], group[to], part);
  const rate = at(start_lr, end_lr);
  if (kept.cycle_momentum) setMomentum(group, kept.use_beta1, at(start_momentum, end_momentum));
  return rate;
}

/**
 * One cycle of total_steps, or of epochs times steps_per_epoch (Smith and Topin 2017): from max_lr / div_factor (25) up to max_lr in
 * the part pct_start (0.3) of them, and down to final_div_factor (1e4) times less than the first, along a cosine, or a line where
 * anneal_strategy is 'linear'. The momentum, or Adam's first beta, goes from max_momentum (0.95) to base_momentum (0.85) and back.
 * Call `step()` after each batch. ValueError for what is out of range, and for steps beyond the last.
 * @type {import('../../nn/layer.js').Made<[optimizer: import('../optimizer.js').Optimizer, max_lr: number | number[], options?: { total_steps?: number, epochs?: number, steps_per_epoch?: number, pct_start?: number, anneal_strategy?: 'cos' | 'linear', cycle_momentum?: boolean, base_momentum?: number, max_momentum?: number, div_factor?: number, final_div_factor?: number, three_phase?: boolean } | number, ...rest: any[]], LRScheduler>}
 * @example torch.optim.lr_scheduler.OneCycleLR(torch.optim.SGD([torch.zeros(1)]), 1, { total_steps: 10 }).get_last_lr() // [0.04]
 */
export const OneCycleLR = schedulerClass(
  'OneCycleLR',
  [
    'max_lr',
    ...optional({
      total_steps: null,
      epochs: null,
      steps_per_epoch: null,
      pct_start: 0.3,
      anneal_strategy: 'cos',
      cycle_momentum: true,
      base_momentum: 0.85,
      max_momentum: 0.95,
      div_factor: new Float(25),
      final_div_factor: new Float(1e4),
      three_phase: false,
    }),
  ],
  (passed, optimizer, epoch) => {
    const { pct_start: part, anneal_strategy: strategy, max_lr, div_factor, final_div_factor } = passed;
    const total_steps = stepsOf(passed);
    const _schedule_phases = phasesOf(total_steps, part, passed.three_phase);
    if (part < 0 || part > 1 || typeName(part) !== 'float')
      throw new ValueError(`Expected float between 0 and 1 pct_start, but got ${shown(part, false)}`);
    if (strategy !== 'cos' && strategy !== 'linear')
      throw new ValueError(`anneal_strategy must be one of 'cos' or 'linear', instead got ${strategy}`);
    const most = ofEach('max_lr', optimizer, max_lr);
    optimizer.param_groups.forEach((/** @type {Group} */ group, /** @type {number} */ i) => {
      if (epoch !== -1) return;
      const initial_lr = over(most[i], div_factor);
      const min_lr = asFloat(over(initial_lr, final_div_factor));
      Object.assign(group, { initial_lr: asFloat(initial_lr), max_lr: most[i], min_lr });
    });
    const { base_momentums, max_momentums, ...kept } = momenta(passed, optimizer, epoch);
    return { total_steps, _schedule_phases, _anneal_func_type: strategy, ...kept };
  },
  (scheduler, groups) => {
    const { last_epoch: step, total_steps: total } = scheduler;
    if (step > total)
      throw new ValueError(`Tried to step ${step} times. The specified number of total steps is ${total}`);
    return groups.map((group) => onTheCycle(scheduler, group));
  },
);

/** How far it is from the base to the greatest. @param {any} scheduler @returns {(height: number) => number} of the whole height */
function climb(scheduler) {
  const { last_epoch: epoch, total_size: total, step_ratio: ratio, scale_mode: mode } = scheduler;
  const cycle = Math.floor(1 + over(epoch, total));
  const x = 1 + epoch / total - cycle;
  const part = x <= ratio ? over(x, ratio) : over(x - 1, ratio - 1);
  return (height) => height * part * scheduler.scale_fn(mode === 'cycle' ? cycle : epoch);
}

/** What each mode scales a cycle's height by. @type {Record<string, (x: number, gamma: number) => number>} */
const scales = {
  triangular: () => 1,
  triangular2: (x) => 1 / 2 ** (x - 1),
  exp_range: (x, gamma) => power(gamma, x),
};

/**
 * Cycles from base_lr to max_lr in step_size_up (2000) steps and back in step_size_down (as many), along lines (Smith 2015): mode
 * 'triangular', 'triangular2', which halves the height each cycle, or 'exp_range', by gamma (1) to the power of the step; or what
 * scale_fn gives for the cycle, or for the step where scale_mode is 'iterations'. Momentum goes from max_momentum (0.9) to
 * base_momentum (0.8) meanwhile. ValueError for an unknown mode.
 * @type {import('../../nn/layer.js').Made<[optimizer: import('../optimizer.js').Optimizer, base_lr: number | number[], max_lr: number | number[], options?: { step_size_up?: number, step_size_down?: number | null, mode?: 'triangular' | 'triangular2' | 'exp_range', gamma?: number, scale_fn?: ((x: number) => number) | null, scale_mode?: 'cycle' | 'iterations', cycle_momentum?: boolean, base_momentum?: number, max_momentum?: number } | number, ...rest: any[]], LRScheduler>}
 * @example torch.optim.lr_scheduler.CyclicLR(torch.optim.SGD([torch.zeros(1)]), 0.1, 0.5).get_last_lr() // [0.1]
 */
export const CyclicLR = schedulerClass(
  'CyclicLR',
  [
    'base_lr',
    'max_lr',
    ...optional({
      step_size_up: 2000,
      step_size_down: null,
      mode: 'triangular',
      gamma: new Float(1),
      scale_fn: null,
      scale_mode: 'cycle',
      cycle_momentum: true,
      base_momentum: 0.8,
      max_momentum: 0.9,
    }),
  ],
  (passed, optimizer, epoch) => {
    const { base_lr, max_lr, step_size_up: up, step_size_down: down, mode, gamma, scale_fn, scale_mode } = passed;
    const base_lrs = ofEach('base_lr', optimizer, base_lr);
    optimizer.param_groups.forEach((/** @type {Group} */ group, /** @type {number} */ i) => {
      if (epoch === -1) group.lr = base_lrs[i];
    });
    const max_lrs = ofEach('max_lr', optimizer, max_lr);
    const total = Number(up) + Number(down ?? up);
    const step_ratio = asFloat(over(up, total));
    if (!(mode in scales) && scale_fn === null) throw new ValueError('mode is invalid and scale_fn is None');
    const scale = scale_fn !== null ? scale_mode : mode === 'exp_range' ? 'iterations' : 'cycle';
    const kept = { mode, gamma, _scale_fn_custom: scale_fn, scale_mode: scale, ...momenta(passed, optimizer, epoch) };
    return { max_lrs, total_size: asFloat(total), step_ratio, ...kept, base_lrs };
  },
  (scheduler, groups) => {
    const {
      base_lrs: bases,
      max_lrs: tops,
      cycle_momentum,
      use_beta1,
      base_momentums: low,
      max_momentums: high,
    } = scheduler;
    const climbed = climb(scheduler);
    const rates = groups.map((_, i) => asFloat(Number(bases[i]) + climbed(tops[i] - bases[i])));
    if (cycle_momentum)
      groups.forEach((group, i) => void setMomentum(group, use_beta1, high[i] - climbed(high[i] - low[i])));
    return rates;
  },
  null,
  {
    /** @this {any} @param {any} optimizer @param {number} epoch */
    begin(optimizer, epoch) {
      const { base_lrs } = this;
      LRScheduler.prototype.begin.call(this, optimizer, epoch);
      this.base_lrs = base_lrs;
    },
    /** What a cycle, or a step, scales the height by. @this {any} @param {number} x */
    scale_fn(x) {
      return this._scale_fn_custom?.(x) ?? asFloat(scales[this.mode](x, this.gamma));
    },
    /** @this {any} */
    state_dict() {
      return stateWithout(this, '_scale_fn_custom', null);
    },
    /** @this {any} @param {any} state */
    load_state_dict(state) {
      loadWithout(this, state, '_scale_fn_custom');
    },
  },
);
