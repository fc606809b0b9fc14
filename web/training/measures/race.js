// Several activations from several seeds, trained side by side in pieces, and what their losses have in common.

import { Training } from '../run/training.js';
import { nameOf } from '../state/activations.js';
import { comparedOf } from '../state/vocabulary.js';

/**
 * @typedef {import('../state/vocabulary.js').State} State
 * @typedef {object} Entrant one activation
 * @property {string} name
 * @property {import('../state/activations.js').Chosen} chosen
 * @property {Training[]} runs one for each seed
 * @typedef {object} Standing losses of an entrant's runs, at each step that all have made
 * @property {Float32Array} median the lower of the two in the middle where their number is even, as torch.median has it
 * @property {Float32Array} least
 * @property {Float32Array} most
 * @property {number} below the first step at which the median is less than the mark; -1: none
 */

/** Where a loss counts as learned. */
export const kMark = 0.1;

/** The seeds of a state's runs: from its own on. @param {State} state */
export const seedsOf = ({ seed, seeds }) => Array.from({ length: seeds }, (_, i) => String(BigInt(seed) + BigInt(i)));

/** All runs of a lesson on convergence. */
export class Race {
  /** @param {State} state */
  constructor(state) {
    this.state = state;
    /** @type {Entrant[]} */
    this.entrants = comparedOf(state).map((chosen) => ({
      name: nameOf(chosen),
      chosen,
      runs: seedsOf(state).map(
        (seed) => new Training({ ...state, ...chosen, activations: [], seed }, { observes: false }),
      ),
    }));
  }

  /** All trainings. */
  get runs() {
    return this.entrants.flatMap(({ runs }) => runs);
  }

  /** The state that all have reached, but for those that stopped. */
  get reached() {
    return Math.min(...this.runs.map((run) => (run.stopped ? this.state.steps : run.reached)));
  }

  /** Whether all are done. */
  get isDone() {
    return this.runs.every((run) => run.isDone);
  }

  /** Makes steps of all in turn, for at most so many milliseconds. @param {number} milliseconds @param {number} [until] */
  advance(milliseconds, until = this.state.steps) {
    const end = performance.now() + milliseconds;
    let made = 0;
    while (performance.now() < end || made === 0) {
      const last = this.runs.filter((run) => !run.isDone && run.step < until);
      if (last.length === 0) break;
      made += last.reduce((a, b) => (b.step < a.step ? b : a)).advanceOne() ? 1 : 0;
    }
    return made;
  }

  /** Makes all steps. */
  run() {
    for (const run of this.runs) run.run();
    return this;
  }

  /** Puts all to a state, back or on. @param {number} step */
  goTo(step) {
    for (const run of this.runs) run.goTo(step);
    return this;
  }

  /** What an entrant's losses have in common. @param {Entrant} entrant @returns {Standing} */
  standing({ runs }) {
    return standingOf(runs.map(({ losses }) => losses));
  }
}

/** @param {Float32Array[]} losses of several runs @returns {Standing} */
export function standingOf(losses) {
  const count = Math.min(...losses.map(({ length }) => length));
  const [median, least, most] = [0, 0, 0].map(() => new Float32Array(count));
  const middle = (losses.length - 1) >> 1;
  for (let step = 0; step < count; step++) {
    const sorted = Float32Array.from(losses, (own) => own[step]).sort(); // NaN comes last
    median[step] = sorted[middle];
    least[step] = sorted[0];
    most[step] = sorted[losses.length - 1];
  }
  return { median, least, most, below: median.findIndex((loss) => loss < kMark) };
}
