// The page's whole state, mirrored in the address's hash.
import { consistent, hashOf, readState } from '../figure/state/vocabulary.js';
import { Address, pairsOfAddress } from '../site/address.js';

/**
 * @typedef {import('../figure/state/vocabulary.js').State} State
 */

/** Holds the state, follows the address, and tells when either changes (`change` events). */
export class Store extends EventTarget {
  /** @type {State} */ state;
  /** What of the address could not be read. @type {string[]} */ problems;
  #address = new Address(() => hashOf(this.state));

  constructor() {
    super();
    ({ state: this.state, problems: this.problems } = readState(pairsOfAddress()));
    addEventListener('popstate', () => this.#read());
  }

  #read() {
    this.#address.settle();
    ({ state: this.state, problems: this.problems } = readState(pairsOfAddress()));
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
    this.#address.follow(isSame, { moving, quiet });
    this.dispatchEvent(new Event('change'));
  }
}
