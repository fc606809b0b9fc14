// A page's state in its address's hash: one history entry per finished gesture.

/** Browsers refuse more than about a hundred changes of the address in half a minute. */
const kLeastInterval = 300;

/** Keys and values of the hash, of which even a damaged one has some. @returns {[string, string][]} */
export const pairsOfAddress = () =>
  [...new URLSearchParams(location.hash.replace(/^#/, ''))].filter(([key]) => key !== '');

export class Address {
  #hash;
  #isMoving = false;
  #written = 0;
  #timer = 0;

  /** @param {() => string} hash the state's words, now */
  constructor(hash) {
    this.#hash = hash;
  }

  /** The state was read from the address: no gesture goes on. */
  settle() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#isMoving = false;
  }

  /**
   * Writes a state that was set.
   * @param {boolean} isSame as the one before
   * @param {{ moving: boolean, quiet: boolean }} how moving: the gesture goes on; quiet: no entry in the history
   */
  follow(isSame, { moving, quiet }) {
    // A gesture's first change makes the entry, the others write it over.
    if (!quiet && !this.#isMoving && !isSame) this.#write('pushState');
    else if (!isSame) this.#writeSoon();
    if (!quiet) this.#isMoving = moving;
    if (!moving) this.#flush();
  }

  /** @param {'pushState' | 'replaceState'} how */
  #write(how) {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#written = performance.now();
    history[how](null, '', `#${this.#hash()}`);
  }

  #writeSoon() {
    if (this.#timer) return;
    const wait = Math.max(0, this.#written + kLeastInterval - performance.now());
    this.#timer = window.setTimeout(() => this.#write('replaceState'), wait);
  }

  #flush() {
    if (this.#timer) this.#write('replaceState');
  }
}
