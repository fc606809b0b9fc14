// Several trainings that a page advances together: in turns, in pieces, back and on.

/** @typedef {import('./training.js').Training} Training */

/** The base of what compares trainings: it knows them by `runs`. */
export class Together {
  /** @param {number} steps of each */
  constructor(steps) {
    this.steps = steps;
  }

  /** All trainings. @returns {Training[]} */
  get runs() {
    return [];
  }

  /** The state that all have reached, but for those that stopped. */
  get reached() {
    return Math.min(...this.runs.map((run) => (run.stopped ? this.steps : run.reached)));
  }

  /** Whether all are done. */
  get isDone() {
    return this.runs.every((run) => run.isDone);
  }

  /**
   * Makes steps, always of the one that is furthest behind, for at most so many milliseconds.
   * @param {number} milliseconds
   * @param {number} [until] the state to stop at
   * @returns {number} how many were made
   */
  advance(milliseconds, until = this.steps) {
    const end = performance.now() + milliseconds;
    let made = 0;
    for (let now = 0; now < end; now = performance.now()) {
      const left = this.runs.filter((run) => !run.isDone && run.step < until);
      if (left.length === 0) break;
      if (left.reduce((a, b) => (b.step < a.step ? b : a)).advanceOne()) made++;
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
}
