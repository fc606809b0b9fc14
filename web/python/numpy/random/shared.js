// What both of NumPy's generators do alike.

import { raised } from '../../host/protocol.js';
import { exp, log } from '../numbers/exact.js';

/** @typedef {{ word: () => number, double: () => number }} Source */

/** Words with the bits of `most`, until one is not above it. @param {Source} source @param {number} most */
export function maskedBelow(source, most) {
  if (most === 0) return 0;
  if (most > 4294967295)
    throw raised('NotImplementedError', 'random integers over more than 2**32 values are not part of this NumPy');
  const mask = most === 4294967295 ? most : 2 ** Math.ceil(Math.log2(most + 1)) - 1;
  for (;;) {
    const value = (source.word() & mask) >>> 0;
    if (value <= most) return value;
  }
}

/** How many of n tries succeed, by inversion. @param {Source} source @param {number} n @param {number} p @returns {number} */
export function binomial(source, n, p) {
  if (n === 0 || p === 0) return 0;
  if (p > 0.5) return n - binomial(source, n, 1 - p);
  if (n * p > 30)
    throw raised('NotImplementedError', 'binomial() with more than 30 successes to expect is not part of this NumPy');
  const q = 1 - p;
  const first = exp(n * log(q));
  const mean = n * p;
  const bound = Math.min(n, Math.floor(mean + 10 * Math.sqrt(mean * q + 1)));
  let x = 0;
  let px = first;
  let u = source.double();
  while (u > px) {
    x++;
    if (x > bound) {
      x = 0;
      px = first;
      u = source.double();
    } else {
      u -= px;
      px = ((n - x + 1) * p * px) / (x * q);
    }
  }
  return x;
}
