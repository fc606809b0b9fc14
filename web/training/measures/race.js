// Several activations from several seeds, trained side by side in pieces, and what their losses have in common.

import { Together } from '../run/together.js';
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
export class Race extends Together {
  /** @param {State} state @param {{ isLater?: boolean }} [options] isLater: made by `prepare` */
  constructor(state, { isLater = false } = {}) {
    /** @type {Entrant[]} */
    const entrants = comparedOf(state).map((chosen) => ({ name: nameOf(chosen), chosen, runs: [] }));
    const making = seedsOf(state).flatMap((seed) =>
      entrants.map(({ chosen, runs }) => () => {
        runs.push(new Training({ ...state, ...chosen, activations: [], seed }, { observes: false }));
      }),
    );
    super(state.steps, making, isLater);
    this.state = state;
    this.entrants = entrants;
  }

  /** All trainings. @override */
  get runs() {
    return this.entrants.flatMap(({ runs }) => runs);
  }

  /** The first seed of each, whose maps are drawn. @override */
  get leads() {
    return this.entrants.map(({ runs }) => runs[0]);
  }

  /** The other seeds, one after another: a band grows by whole runs. @param {number} milliseconds @returns {boolean} whether something was left to do */
  advanceOthers(milliseconds) {
    const end = performance.now() + milliseconds;
    for (let now = 0; now < end; now = performance.now()) {
      const run = this.entrants[0].runs
        .flatMap((_, seed) => this.entrants.map(({ runs }) => runs[seed]))
        .find((one) => one.reached < this.steps && !one.stopped);
      if (!run) return false;
      run.advanceOne();
    }
    return true;
  }

  /** How many seeds all entrants have run to their ends. */
  get seedsDone() {
    return Math.min(
      ...this.entrants.map(({ runs }) => runs.filter((run) => run.stopped || run.reached >= this.steps).length),
    );
  }

  /** What an entrant's losses have in common. @param {Entrant} entrant @returns {Standing} */
  standing({ runs }) {
    const done = runs.filter((run) => run.stopped || run.reached >= this.steps);
    return standingOf((done.length > 0 ? done : runs.slice(0, 1)).map(({ losses }) => losses));
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
