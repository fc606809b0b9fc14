// How far a training's losses are PyTorch's: those recorded of the same setting, and the step to which both are equal.
import { nameOf } from '../state/activations.js';
import { presets } from '../state/presets.js';
import { hashOf } from '../state/vocabulary.js';
import { recordedLosses } from './losses.js';
import { unpacked } from './packing.js';

/**
 * @typedef {import('../state/vocabulary.js').State} State
 * @typedef {object} Comparison
 * @property {number} steps how many have both losses
 * @property {number} equal how many from step 0 on are equal to kEqual
 * @property {number} largest difference of those
 */

/** Activations that differ in a last place change a loss of about 1 by up to 2e-7, the recording by as much: equal is up to 2e-6. */
export const kEqual = 2e-6;

/** A state without what does not change a loss, in words. @param {State} state */
export const essence = (state) => hashOf({ ...state, at: null, unit: null, theme: 'auto', carried: {} });

/** The presets' names by their states, in words. */
const names = new Map(presets.map(({ name, state }) => [essence(state), name]));

/**
 * PyTorch's losses of a lesson's state, where they are recorded.
 * @param {State} state as the lesson has it
 * @param {{ chosen?: import('../state/activations.js').Chosen, init?: import('../state/choices.js').Init }} [run] of convergence
 *   the activation, whose first seed is recorded; of vanishing the initialisation too
 * @returns {Float64Array | null}
 */
export function recordedOf(state, { chosen = state, init = state.init } = {}) {
  const name = names.get(essence(state));
  if (name === undefined) return null;
  const keys = { convergence: nameOf(chosen), vanishing: `${nameOf(chosen)}, ${init}` };
  const key = state.lesson === 'convergence' || state.lesson === 'vanishing' ? `${name}: ${keys[state.lesson]}` : name;
  return Object.hasOwn(recordedLosses, key) ? unpacked(recordedLosses[key]) : null;
}

/** @param {ArrayLike<number>} losses @param {ArrayLike<number>} recorded @returns {Comparison} */
export function compared(losses, recorded) {
  const steps = Math.min(losses.length, recorded.length);
  let [equal, largest] = [0, 0];
  while (equal < steps) {
    const difference = Math.abs(losses[equal] - recorded[equal]);
    if (!(difference <= kEqual)) break;
    largest = Math.max(largest, difference);
    equal++;
  }
  return { steps, equal, largest };
}
