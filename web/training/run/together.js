// Several trainings that a page advances together: in turns, in pieces, back and on.

/** @typedef {import('./training.js').Training} Training */

/** The base of what compares trainings: it knows them by `runs`. */
export class Together {
  /** What makes the trainings, one after another. @type {(() => void)[]} */ #making;

  /**
   * @param {number} steps of each
   * @param {(() => void)[]} making makes the trainings, in calls of some milliseconds each
   * @param {boolean} isLater whether `prepare` is called for them
   */
  constructor(steps, making, isLater) {
    this.steps = steps;
    this.#making = making;
    if (!isLater) this.prepare(Number.POSITIVE_INFINITY);
  }

  /** Makes trainings for at most so many milliseconds, at least one. @param {number} milliseconds @returns {boolean} whether some are left to be made */
  prepare(milliseconds) {
    const end = performance.now() + milliseconds;
    do this.#making.shift()?.();
    while (this.#making.length > 0 && performance.now() < end);
    return this.#making.length > 0;
  }

  /** All trainings. @returns {Training[]} */
  get runs() {
    return [];
  }

  /** Those whose states are looked at step by step: all, if not said otherwise. @returns {Training[]} */
  get leads() {
    return this.runs;
  }

  /** Whether trainings are left to be made: until then there is the first state alone. */
  get #isComing() {
    return this.#making.length > 0;
  }

  /** The last state that there is. */
  get end() {
    return this.#isComing ? this.steps : Math.max(...this.leads.map((run) => run.end));
  }

  /** The furthest state that all of those looked at have reached, but for those that stopped. */
  get reached() {
    return this.#isComing ? 0 : Math.min(...this.leads.map((run) => (run.stopped ? this.end : run.reached)));
  }

  /** Whether those looked at are in a state, or in their last ones where they ended before. @param {number} step */
  isAt(step) {
    return this.leads.every((run) => run.isAt(step));
  }

  /** The state that the furthest of those looked at is in. */
  get step() {
    return this.#isComing ? 0 : Math.max(...this.leads.map((run) => run.step));
  }

  /** Whether those looked at are done. */
  get isDone() {
    return this.leads.every((run) => run.isDone);
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
      const left = this.leads.filter((run) => !run.isDone && run.step < until);
      if (left.length === 0) break;
      if (left.reduce((a, b) => (b.step < a.step ? b : a)).advanceOne()) made++;
    }
    return made;
  }

  /** Puts those looked at back to the latest states at or before one that are kept. @param {number} step */
  restore(step) {
    for (const run of this.leads) run.restore(step);
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
