// Who is fastest, in sentences: where each median falls below the mark, and how far those are that never do.
import { kMark } from '../measures/race.js';
import { counted, listed, loss } from './phrases.js';

/**
 * @typedef {import('../measures/race.js').Race} Race
 * @typedef {{ name: string, standing: import('../measures/race.js').Standing }} Result
 */

/** All results, the fastest first; those that never came below the mark by their last loss. @param {Race} race @returns {Result[]} */
export function ranked(race) {
  const results = race.entrants.map((entrant) => ({ name: entrant.name, standing: race.standing(entrant) }));
  const place = (/** @type {Result} */ { standing: { below } }) => (below < 0 ? Number.POSITIVE_INFINITY : below);
  const last = (/** @type {Result} */ { standing: { median } }) => median.at(-1) ?? Number.POSITIVE_INFINITY;
  return results.sort((a, b) => (place(a) === place(b) ? last(a) - last(b) : place(a) - place(b)));
}

/** @param {Race} race @param {Result[]} [results] */
export function fastestSentence(race, results = ranked(race)) {
  const { state } = race;
  const by = `${state.optimizer} with a learning rate of ${state.lr}`;
  const through = results.filter(({ standing }) => standing.below >= 0);
  const rest = results.filter(({ standing }) => standing.below < 0);
  const steps = results[0]?.standing.median.length ?? 0;
  const behind = rest.map(({ name, standing }) => `${name} (${loss(standing.median.at(-1) ?? Number.NaN)})`);
  if (through.length === 0)
    return `By ${by} no median falls below ${kMark} within ${counted(steps, 'step')}: ${listed(behind)}.`;
  const [first, ...others] = through.map(({ name, standing }) => ({ name, below: standing.below }));
  const next = others.map(({ name, below }) => `${name} at ${below}`);
  const later = next.length > 0 ? `, then ${listed(next)}` : '';
  const never = behind.length > 0 ? ` Within ${counted(steps, 'step')} these do not: ${listed(behind)}.` : '';
  return `By ${by} ${first.name} is fastest: the median of its losses falls below ${kMark} at step ${first.below}${later}.${never}`;
}

/** How far runs of one activation lie apart at the end. Steps count from 0: the last of 600 is step 599, which nobody should have to work out. @param {Result} result @param {number} seeds */
export const bandSentence = ({ name, standing: { median, least, most } }, seeds) =>
  `${name}, ${counted(seeds, 'seed')}, at the last of ${counted(median.length, 'step')}: ${loss(median.at(-1) ?? Number.NaN)} in the middle, from ${loss(least.at(-1) ?? Number.NaN)} to ${loss(most.at(-1) ?? Number.NaN)}.`;
