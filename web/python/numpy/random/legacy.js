// NumPy's generator of np.random.seed: mt19937, with the ways in which its RandomState makes numbers of it.

import { MersenneTwister } from '../../../core/numbers/mersenne.js';
import { raised } from '../../host/protocol.js';
import { log } from '../numbers/exact.js';
import { binomial, maskedBelow } from './shared.js';

export class Legacy {
  isLegacy = true;
  /** The second normal of a pair. @type {number | null} */ #next = null;
  #twister = new MersenneTwister(0);

  /** @param {any} seed an int, or null for chance */
  constructor(seed) {
    this.seed(seed);
  }
  /** @param {any} seed */
  seed(seed) {
    this.#next = null;
    if (seed === null) [seed] = crypto.getRandomValues(new Uint32Array(1));
    if (seed < 0 || seed > 4294967295) throw raised('ValueError', 'Seed must be between 0 and 2**32 - 1');
    this.#twister = new MersenneTwister(Number(seed));
  }
  word() {
    return this.#twister.random32();
  }
  double() {
    const a = this.word() >>> 5;
    return (a * 67108864 + (this.word() >>> 6)) / 9007199254740992;
  }
  normal() {
    const kept = this.#next;
    if (kept !== null) {
      this.#next = null;
      return kept;
    }
    for (;;) {
      const x = 2 * this.double() - 1;
      const y = 2 * this.double() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const f = Math.sqrt((-2 * log(square)) / square);
      this.#next = f * x;
      return f * y;
    }
  }
  exponential() {
    return -log(1 - this.double());
  }
  /** A whole number from 0 to `most`. @param {number} most */
  upTo(most) {
    return maskedBelow(this, most);
  }
  /** The same for shuffles. @param {number} most */
  interval(most) {
    return maskedBelow(this, most);
  }
  /** @param {number} n @param {number} p */
  binomial(n, p) {
    return binomial(this, n, p);
  }
}
