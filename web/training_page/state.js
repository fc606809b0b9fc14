// The state of the lesson that is open, mirrored in the address's hash.
import { Address, pairsOfAddress } from '../site/address.js';
import { hashOf, readState, writeState } from '../training/state/vocabulary.js';

/** @typedef {import('../training/state/vocabulary.js').State} State */

/** What the page says itself, or nobody. */
const kOwn = ['theme', 'v'];

/** Holds the state and follows the address; `read` where the address was read anew, `change` at every change. */
export class Store extends EventTarget {
  /** @type {State} */ state;
  /** What of the address could not be read. @type {string[]} */ problems;
  #address = new Address(() => hashOf(this.state));

  constructor() {
    super();
    ({ state: this.state, problems: this.problems } = readState(pairsOfAddress()));
    addEventListener('popstate', () => {
      this.#address.settle();
      ({ state: this.state, problems: this.problems } = readState(pairsOfAddress()));
      this.dispatchEvent(new Event('read'));
      this.dispatchEvent(new Event('change'));
    });
  }

  /** The words of the state that an element takes as attributes. @returns {Map<string, string>} */
  get words() {
    return new Map(writeState(this.state).filter(([key]) => !kOwn.includes(key)));
  }

  /**
   * @param {Partial<State>} patch
   * @param {{ moving?: boolean, quiet?: boolean }} [options] moving: the gesture goes on; quiet: no entry in the history
   */
  set(patch, { moving = false, quiet = false } = {}) {
    const next = { ...this.state, ...patch };
    const isSame = hashOf(next) === hashOf(this.state);
    this.state = next;
    this.problems = [];
    this.#address.follow(isSame, { moving, quiet });
    this.dispatchEvent(new Event('change'));
  }

  /**
   * What a reader changed in the element.
   * @param {Record<string, string>} words
   * @param {boolean} moving whether the gesture goes on
   */
  take(words, moving) {
    const { state } = readState(Object.entries(words));
    this.set({ ...state, theme: this.state.theme }, { moving });
  }
}
