// A computation in steps on the page's own thread: so many at once that no task is long, the rest after the page has answered.
import { soon } from './soon.js';

/**
 * @typedef {import('./numbers/model.js').Result} Result
 * @typedef {import('./numbers/model.js').Step} Step
 * @typedef {object} Told
 * @property {(result: Result) => void} result what there is to show, whole or not
 * @property {(done: number | null) => void} progress the share that is done; null at the end
 * @property {(error: unknown) => void} failure
 */

/** So long a task may take, in milliseconds: half a frame. */
const kTask = 8;

export class Work {
  /** @type {Generator<Step, Result> | null} */ #steps = null;
  /** @type {Generator<Step, Result> | null} */ #next = null;
  #isMoving = false;
  #isPosted = false;

  /** @param {Told} told */
  constructor(told) {
    this.told = told;
  }

  /**
   * Begins a computation in the place of the last one.
   * @param {Generator<Step, Result>} steps
   * @param {boolean} [isMoving] a hand moves: of two such the first one ends, or nothing would be seen until the hand rests
   */
  start(steps, isMoving = false) {
    const isSecond = isMoving && this.#isMoving && this.#steps !== null;
    this.#next = null;
    this.#isMoving = isMoving;
    if (isSecond) {
      this.#next = steps;
      return;
    }
    this.#steps = steps;
    this.#go();
  }

  /** Gives up what is under way. @returns {boolean} whether there was something */
  stop() {
    const wasBusy = this.#steps !== null;
    this.#steps = null;
    this.#next = null;
    return wasBusy;
  }

  #go() {
    const steps = this.#steps;
    if (!steps) return;
    const start = performance.now();
    try {
      while (performance.now() - start < kTask) {
        const { value, done } = steps.next();
        if (done) return this.#end(value);
        if ('done' in value) this.told.progress(value.done);
        else this.told.result(value.result);
        // What is to be seen is drawn before the rest is computed.
        if ('result' in value) break;
      }
    } catch (error) {
      this.#steps = null;
      this.told.progress(null);
      this.told.failure(error);
      if (this.#next) this.start(this.#next, this.#isMoving);
      return;
    }
    // One message at a time, also where a computation took another's place.
    if (this.#isPosted) return;
    this.#isPosted = true;
    soon(() => {
      this.#isPosted = false;
      this.#go();
    });
  }

  /** @param {Result} result */
  #end(result) {
    this.#steps = null;
    this.told.progress(null);
    this.told.result(result);
    if (this.#next) this.start(this.#next, this.#isMoving);
  }
}
