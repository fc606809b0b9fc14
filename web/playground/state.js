// The page's whole state, mirrored in the address's hash: one history entry per finished gesture.
import { consistent, hashOf, readState } from '../figure/state/vocabulary.js';

/**
 * @typedef {import('../figure/state/vocabulary.js').State} State
 */

/** Browsers refuse more than about a hundred changes of the address in half a minute. */
const kLeastInterval = 300;

/** Keys and values of a hash, of which even a damaged one has some. @param {string} hash @returns {[string, string][]} */
function pairsOf(hash) {
  return [...new URLSearchParams(hash.replace(/^#/, ''))].filter(([key]) => key !== '');
}

/** Holds the state, follows the address, and tells when either changes (`change` events). */
export class Store extends EventTarget {
  /** @type {State} */ state;
  /** What of the address could not be read. @type {string[]} */ problems;
  #isMoving = false;
  #written = 0;
  #timer = 0;

  constructor() {
    super();
    ({ state: this.state, problems: this.problems } = readState(pairsOf(location.hash)));
    addEventListener('popstate', () => this.#read());
  }

  #read() {
    clearTimeout(this.#timer);
    this.#isMoving = false;
    ({ state: this.state, problems: this.problems } = readState(pairsOf(location.hash)));
    this.dispatchEvent(new Event('change'));
  }

  /**
   * @param {Partial<State>} patch
   * @param {{ moving?: boolean, quiet?: boolean }} [options] moving: the gesture goes on; quiet: no entry in the history
   */
  set(patch, { moving = false, quiet = false } = {}) {
    const next = consistent({ ...this.state, ...patch });
    const isSame = hashOf(next) === hashOf(this.state);
    this.state = next;
    this.problems = [];
    // A gesture's first change makes the entry, the others write it over.
    if (!quiet && !this.#isMoving && !isSame) this.#write('pushState');
    else if (!isSame) this.#writeSoon();
    if (!quiet) this.#isMoving = moving;
    if (!moving) this.#flush();
    this.dispatchEvent(new Event('change'));
  }

  /** @param {'pushState' | 'replaceState'} how */
  #write(how) {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#written = performance.now();
    history[how](null, '', `#${hashOf(this.state)}`);
  }

  #writeSoon() {
    if (this.#timer) return;
    const wait = Math.max(0, this.#written + kLeastInterval - performance.now());
    this.#timer = setTimeout(() => this.#write('replaceState'), wait);
  }

  #flush() {
    if (this.#timer) this.#write('replaceState');
  }
}
