// Takes a training to a step and plays it, in pieces of a few milliseconds on the page's own thread.
import { soon } from '../../figure/soon.js';

/**
 * @typedef {object} Run what a lesson trains: one network, or several side by side
 * @property {number} steps
 * @property {number} end the last state that there is
 * @property {number} reached the furthest state
 * @property {number} step the state that it is in
 * @property {(step: number) => boolean} isAt whether it is in a state, or at its end
 * @property {(milliseconds: number, until?: number) => number} advance makes steps, at least one
 * @property {(step: number) => void} restore goes back to a kept state at or before one
 * @property {(milliseconds: number) => boolean} [prepare] makes what it consists of; false: nothing is left
 * @property {(milliseconds: number) => boolean} [advanceOthers] trains what is seen only when whole; false: nothing is left
 *
 * @typedef {object} Told
 * @property {() => void} changed something else is to be seen
 * @property {() => void} paused playing has ended, where it now is
 * @property {(error: unknown) => void} failed
 */

/** So long a piece may take, in milliseconds: half a frame. */
const kPiece = 8;
/** While it works unseen, what it has so far is shown so often, in milliseconds. */
const kGlimpse = 400;

export class Player {
  /** @type {Run | null} */ run = null;
  /** The step to go to; the run is there when `isThere`. */
  at = 0;
  /** Steps a second while it plays. */
  speed = 30;
  isPlaying = false;
  /** Whether steps are being made in order to be somewhere. */
  isWorking = false;
  #isPosted = false;
  #glimpse = 0;
  #isPrepared = false;
  /** When and where playing began. */
  #start = { time: 0, step: 0 };
  #frame = 0;

  /** @param {Told} told */
  constructor(told) {
    this.told = told;
  }

  /** Whether the run is in the state that is to be shown. */
  get isThere() {
    return this.run?.isAt(this.at) ?? false;
  }

  /** Whether all is trained. */
  get isWhole() {
    return this.run !== null && this.run.reached >= this.run.end;
  }

  /**
   * Takes a new run to its end, and then back to the step that is to be shown.
   * @param {Run} run
   * @param {number} at
   */
  begin(run, at) {
    this.#halt();
    this.run = run;
    this.at = at;
    this.#glimpse = performance.now();
    this.#isPrepared = false;
    this.#work();
  }

  /** Ends all work, where the element is taken away. */
  stop() {
    this.#halt();
    this.isWorking = false;
  }

  /** Goes to a step. @param {number} step */
  seek(step) {
    if (!this.run) return;
    this.#halt();
    this.at = Math.max(0, Math.min(Math.round(step), this.run.steps));
    this.#work();
    this.told.changed();
  }

  /** From here on, or from the start where it is at the end. */
  play() {
    if (!this.run || this.isPlaying) return;
    this.isPlaying = true;
    if (this.at >= this.run.end) this.at = 0;
    this.#start = { time: performance.now(), step: this.at };
    this.run.restore(this.at);
    this.#frame = requestAnimationFrame(() => this.#tick());
    this.told.changed();
  }

  /** Ends playing without a word. */
  #halt() {
    this.isPlaying = false;
    cancelAnimationFrame(this.#frame);
  }

  pause() {
    if (!this.isPlaying) return;
    this.#halt();
    this.#work();
    this.told.paused();
    this.told.changed();
  }

  /** Another speed, from here on. @param {number} speed */
  setSpeed(speed) {
    this.speed = speed;
    this.#start = { time: performance.now(), step: this.at };
  }

  /** One frame of playing. */
  #tick() {
    const { run } = this;
    if (!run || !this.isPlaying) return;
    try {
      const due = this.#start.step + ((performance.now() - this.#start.time) / 1000) * this.speed;
      const target = Math.min(run.end, Math.floor(due));
      if (!run.isAt(target)) run.advance(kPiece, target);
      if (!run.isAt(target)) this.#start = { time: performance.now(), step: run.step };
      this.at = run.isAt(target) ? target : run.step;
    } catch (error) {
      return this.#fail(error);
    }
    this.told.changed();
    if (this.at >= run.end) return this.pause();
    this.#frame = requestAnimationFrame(() => this.#tick());
  }

  /** Goes on in pieces until all is trained and the run is where it is to be seen. */
  #work() {
    this.isWorking = true;
    if (this.#isPosted) return;
    this.#isPosted = true;
    soon(() => {
      this.#isPosted = false;
      if (this.isWorking && !this.isPlaying) this.#piece();
    });
  }

  #piece() {
    const { run } = this;
    if (!run) return;
    try {
      if (!this.#advance(run)) {
        this.isWorking = false;
        this.told.changed();
        return;
      }
    } catch (error) {
      return this.#fail(error);
    }
    const now = performance.now();
    if (this.#isPrepared && now - this.#glimpse > kGlimpse) {
      this.#glimpse = now;
      this.told.changed();
    }
    this.#work();
  }

  /** First all that is asked for is trained, then the run goes to where it is to be shown. @param {Run} run @returns {boolean} whether there is more to do */
  #advance(run) {
    if (run.prepare?.(kPiece)) return true;
    this.#isPrepared = true;
    if (run.reached < run.end) {
      run.advance(kPiece);
      return true;
    }
    if (run.advanceOthers?.(kPiece)) return true;
    run.restore(this.at);
    if (!this.isThere) run.advance(kPiece, this.at);
    return !this.isThere;
  }

  /** @param {unknown} error */
  #fail(error) {
    this.isPlaying = false;
    this.isWorking = false;
    this.told.failed(error);
  }
}
