// NumPy's generator of np.random.default_rng: PCG64 seeded by SeedSequence, normals by the ziggurat.

import { raised } from '../../host/protocol.js';
import { exp, log } from '../numbers/exact.js';
import { binomial, maskedBelow } from './shared.js';

const kMultiplier = 0x2360ed051fc65da44385df649fccf645n;
const k128 = (1n << 128n) - 1n;
const k64 = (1n << 64n) - 1n;
const { imul } = Math;

/** SeedSequence's mixing of an int into 64-bit words. @param {bigint} seed @returns {bigint[]} */
function seedWords(seed) {
  /** @type {number[]} */ const words = [];
  for (let left = seed; words.length === 0 || left > 0n; left >>= 32n) words.push(Number(left & 0xffffffffn));
  let constant = 0x43b0d7e5;
  const hash = (/** @type {number} */ value) => {
    let x = value ^ constant;
    constant = imul(constant, 0x931e8875);
    x = imul(x, constant);
    return x ^ (x >>> 16);
  };
  const mix = (/** @type {number} */ x, /** @type {number} */ y) => {
    const mixed = imul(0xca01f9dd, x) - imul(0x4973f715, y);
    return mixed ^ ((mixed | 0) >>> 16);
  };
  const pool = [0, 1, 2, 3].map((i) => hash(words[i] ?? 0));
  for (let i = 0; i < 4; i++) for (let j = 0; j < 4; j++) if (i !== j) pool[j] = mix(pool[j], hash(pool[i]));
  for (let i = 4; i < words.length; i++) for (let j = 0; j < 4; j++) pool[j] = mix(pool[j], hash(words[i]));
  let other = 0x8b51f9dd;
  const made = Array.from({ length: 8 }, (_, i) => {
    let x = pool[i % 4] ^ other;
    other = imul(other, 0x58f38ded);
    x = imul(x, other);
    return BigInt((x ^ (x >>> 16)) >>> 0);
  });
  return [0, 2, 4, 6].map((i) => made[i] | (made[i + 1] << 32n));
}

/** The ziggurat's 256 layers of equal area under the bell: their widths, heights and quick bounds. @type {{ w: Float64Array, f: Float64Array, k: Float64Array } | null} */
let layers = null;
const kEdge = 3.654152885361009;
const k52 = 2 ** 52;
function layersOf() {
  const [x, f, k] = [new Float64Array(256), new Float64Array(256), new Float64Array(256)];
  x[255] = kEdge;
  f[255] = exp(-0.5 * kEdge * kEdge);
  x[0] = 3.910757959524912;
  f[0] = 1;
  const area = x[0] * f[255];
  for (let i = 254; i >= 1; i--) {
    x[i] = Math.sqrt(-2 * log(area / x[i + 1] + f[i + 1]));
    f[i] = exp(-0.5 * x[i] * x[i]);
    if (i === 38) f[i] += 2 ** -53; // the one place of 512 where NumPy's table was rounded otherwise
  }
  for (let i = 2; i < 256; i++) k[i] = Math.floor((x[i - 1] / x[i]) * k52);
  k[0] = Math.floor((kEdge / x[0]) * k52);
  layers = { w: x.map((one) => one / k52), f, k };
  return layers;
}

export class Pcg {
  isLegacy = false;
  #state = 0n;
  #step = 0n;
  /** The other half of a number that gave 32 bits. @type {number | null} */ #half = null;

  /** @param {any} seed an int, or null for chance */
  constructor(seed) {
    const own = seed === null ? crypto.getRandomValues(new BigUint64Array(1))[0] : BigInt(seed);
    if (own < 0n) throw raised('ValueError', 'expected non-negative integer');
    const [high, low, stepHigh, stepLow] = seedWords(own);
    this.#step = ((((stepHigh << 64n) | stepLow) << 1n) | 1n) & k128;
    this.#advance();
    this.#state += (high << 64n) | low;
    this.#advance();
  }
  #advance() {
    this.#state = (this.#state * kMultiplier + this.#step) & k128;
  }
  /** 64 bits. */
  wide() {
    this.#advance();
    const x = (this.#state >> 64n) ^ (this.#state & k64);
    const turn = this.#state >> 122n;
    return ((x >> turn) | (x << (-turn & 63n))) & k64;
  }
  word() {
    if (this.#half !== null) {
      const kept = this.#half;
      this.#half = null;
      return kept;
    }
    const own = this.wide();
    this.#half = Number(own >> 32n);
    return Number(own & 0xffffffffn);
  }
  double() {
    return Number(this.wide() >> 11n) / 9007199254740992;
  }
  normal() {
    const { w, f, k } = layers ?? layersOf();
    for (;;) {
      const bits = this.wide();
      const i = Number(bits & 255n);
      const size = Number((bits >> 9n) & 0xfffffffffffffn);
      const isNegative = (bits & 256n) !== 0n;
      const x = isNegative ? -(size * w[i]) : size * w[i];
      if (size < k[i]) return x;
      if (i === 0) {
        for (;;) {
          const xx = -0.2736612373297583 * Math.log1p(-this.double());
          const yy = -Math.log1p(-this.double());
          if (yy + yy > xx * xx) return Math.floor(size / 256) % 2 === 1 ? -(kEdge + xx) : kEdge + xx;
        }
      } else if ((f[i - 1] - f[i]) * this.double() + f[i] < exp(-0.5 * x * x)) return x;
    }
  }
  /** @returns {number} */
  exponential() {
    throw raised(
      'NotImplementedError',
      'exponential() of default_rng() is not part of this NumPy; np.random.exponential() is',
    );
  }
  /** A whole number from 0 to `most`, by Lemire's multiplication. @param {number} most */
  upTo(most) {
    if (most === 0) return 0;
    if (most > 4294967295)
      throw raised('NotImplementedError', 'random integers over more than 2**32 values are not part of this NumPy');
    if (most === 4294967295) return this.word();
    const count = BigInt(most) + 1n;
    let m = BigInt(this.word()) * count;
    if ((m & 0xffffffffn) < count) {
      const threshold = (0xffffffffn - BigInt(most)) % count;
      while ((m & 0xffffffffn) < threshold) m = BigInt(this.word()) * count;
    }
    return Number(m >> 32n);
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
