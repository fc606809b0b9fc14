// What is seen of dying units, in sentences: how many, when, why, and what became of the loss.
import { pathOf } from '../measures/lines.js';
import { counted, listed, loss, twoDigits } from './phrases.js';

/**
 * @typedef {import('../measures/census.js').Census} Census
 * @typedef {import('../run/training.js').Training} Training
 */

/** `22 of 32 in layer 1 and 32 of 32 in layer 2`. @param {Census} census @param {number} state */
function byLayer(census, state) {
  const dead = census.deadIn(state);
  if (dead.every((count) => count === 0)) return 'none';
  return listed(dead.map((count, layer) => `${count} of ${census.widths[layer]} in layer ${layer + 1}`));
}

/** How many are dead. @param {Census} census @param {number} [state] the last that is known */
export function deadSentence(census, state = census.states - 1) {
  const when = state === 0 ? 'at the start' : `after ${counted(state, 'step')}`;
  return `Dead ${when}: ${byLayer(census, state)}.`;
}

/** When they died. @param {Census} census */
export function whenSentence(census) {
  const units = census.units();
  const deaths = units.flatMap((unit) => unit.deaths.slice(0, 1)).sort((a, b) => a - b);
  if (deaths.length === 0) return 'No unit died while it learned.';
  const half = deaths[(deaths.length - 1) >> 1];
  const revived = units.filter((unit) => unit.revivals.length > 0).length;
  const back = revived > 0 ? ` ${counted(revived, 'unit')} came back to life at some step.` : '';
  const first =
    deaths.length === 1
      ? `One unit died, at step ${half}.`
      : `${counted(deaths.length, 'unit')} died while it learned, the first at step ${deaths[0]}, half of them by step ${half}.`;
  return first + back;
}

/** What it means for the rest of the network that a whole layer is dead; empty where none is. @param {Census} census @param {Training} training */
export function extinctSentence(census, training) {
  const layer = census.widths.findLastIndex((_, i) => census.extinctFrom(i) >= 0);
  if (layer < 0) return '';
  const last = training.losses.at(-1) ?? Number.NaN;
  return `From step ${census.extinctFrom(layer)} on all of layer ${layer + 1} is dead: no gradient passes it, only what stands behind it still learns, and the loss ends at ${loss(last)}.`;
}

/** Whether dead units did harm. @param {Census} census @param {Training} training */
export function harmSentence(census, training) {
  const dead = census.deadIn(census.states - 1).reduce((a, b) => a + b, 0);
  const all = census.rows.width;
  const [first, last] = [training.losses[0], training.losses.at(-1) ?? Number.NaN];
  const isLearned = last < first / 5;
  if (dead === 0)
    return isLearned
      ? ''
      : `No unit is dead, and yet the loss is ${loss(last)}, from ${loss(first)} at the start: to live is not yet to have learned.`;
  return isLearned
    ? `${dead} of ${all} units are dead and the loss is ${loss(last)}: dead is not failed.`
    : `${dead} of ${all} units are dead and the loss is ${loss(last)}, from ${loss(first)} at the start.`;
}

/** Why a unit of an activation dies. @param {{ below: boolean, above: boolean }} sides on which it has a slope, far out */
export function whySentence({ below, above }) {
  if (below && above) return 'This function has a slope on both sides: its units cannot die.';
  const side = below ? 'positive' : above ? 'negative' : 'far from 0';
  return `A unit dies when a step carries its line past every point: what it gets is ${side} for all of them, its slope there is 0, and no gradient comes back to move it.`;
}

/**
 * What happened to one unit.
 * @param {Census} census
 * @param {number} unit counted through all layers
 * @param {Training} training
 */
export function unitSentence(census, unit, training) {
  const life = census.unit(unit);
  const name = `Unit ${life.unit + 1} of layer ${life.layer + 1}`;
  if (life.deaths.length === 0 && !life.isDead) {
    return `${name} ${life.deadAtStart ? `was dead at the start and came to life at step ${life.revivals[0]}` : 'lived throughout'}.`;
  }
  if (life.deaths.length === 0) return `${name} was dead from the start: its slope is 0 at every point.`;
  const at = life.isDead ? /** @type {number} */ (life.deaths.at(-1)) : life.deaths[0];
  const back = life.revivals.find((step) => step > at);
  return `${name} died at step ${at}${movedBy(life, training, at)}${back ? ` and came back at step ${back}` : ''}.`;
}

/** What the step that killed a unit of the first layer did to it. @param {{ layer: number, unit: number }} life @param {Training} training @param {number} at */
function movedBy({ layer, unit }, training, at) {
  if (layer > 0) return '';
  const path = pathOf(training, unit);
  const [before, after] = [path[3 * at - 1], path[3 * at + 2]];
  return `, when its bias went from ${twoDigits(before)} to ${twoDigits(after)}`;
}
