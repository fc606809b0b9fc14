// The arithmetic of PyTorch's random numbers: mt19937, and normals by Box and Muller with the roundings of its AVX2 build.
// The reference is PyTorch 2.14 as compiled for AVX2 with FMA (ATen/native/cpu/DistributionTemplates.h): it fills 16 or
// more float32 normals by the polynomials of avx_mathfun, in which the compiler fused multiplications and additions.
import { fma } from './float.js';

/** PyTorch makes normals in blocks of 16: 8 radii and 8 angles. */
export const kBlock = 16;
const kWords = 624; // mt19937's state
const kShift = 397;
const k24 = 2 ** -24;
const k32 = 2 ** 32;
const k53 = 2 ** -53;

/** @param {number} word of the state */
function temper(word) {
  let y = word;
  y ^= y >>> 11;
  y ^= (y << 7) & 0x9d2c5680;
  y ^= (y << 15) & 0xefc60000;
  return y ^ (y >>> 18);
}

/** mt19937 (Matsumoto and Nishimura 1998), tempered 624 words at a time. */
export class MersenneTwister {
  state = new Uint32Array(kWords);
  tempered = new Uint32Array(kWords);
  next = kWords;
  /** Whether nothing was drawn yet. */
  isFresh = true;

  /** @param {number} seed its low 32 bits count */
  constructor(seed) {
    const { state } = this;
    state[0] = seed;
    for (let k = 1; k < kWords; k++) state[k] = Math.imul(1812433253, state[k - 1] ^ (state[k - 1] >>> 30)) + k;
  }

  twist() {
    const { state } = this;
    let after = state[0];
    for (let k = 0; k < kWords; k++) {
      const here = after;
      after = state[k + 1 < kWords ? k + 1 : 0];
      const far = state[k + kShift < kWords ? k + kShift : k + kShift - kWords];
      const mixed = (here & 0x80000000) | (after & 0x7fffffff);
      state[k] = far ^ (mixed >>> 1) ^ (-(after & 1) & 0x9908b0df);
      this.tempered[k] = temper(state[k]);
    }
    this.next = 0;
    this.isFresh = false;
  }

  /** Goes on from a state of which the first words are used. @param {ArrayLike<number>} state @param {number} next */
  restore(state, next) {
    this.state.set(state);
    this.tempered = this.state.map(temper);
    this.next = next;
    this.isFresh = false;
  }

  random32() {
    if (this.next === kWords) this.twist();
    return this.tempered[this.next++];
  }

  /** A double in [0, 1) from the low 53 bits of the next 64, of which the first word is the high one. */
  uniformDouble() {
    const high = this.random32() & 0x1fffff;
    return (high * k32 + this.random32()) * k53;
  }

  /**
   * Uniforms in [0, 1), each of the low 24 bits of one word.
   * @param {Float32Array} array
   * @param {number} start
   * @param {number} end
   */
  fill(array, start, end) {
    const { tempered } = this;
    for (let i = start; i < end; ) {
      if (this.next === kWords) this.twist();
      const stop = Math.min(end, i + kWords - this.next);
      let next = this.next;
      while (i < stop) array[i++] = (tempered[next++] & 0xffffff) * k24;
      this.next = next;
    }
  }
}

// The coefficients of avx_mathfun.h (Cephes logf, sinf and cosf), in the fewest digits that give the same float32.
// biome-ignore format: as many a line as fit
const [
  l0, l1, l2, l3, l4, l5, l6, l7, l8, kLogLow, kLogHigh, kSqrtHalf, c0, c1, c2, s0, s1, s2, kQuarters, kPi0, kPi1, kPi2,
] = Float32Array.of(
  0.070376836, -0.1151461, 0.116769987, -0.12420141, 0.14249323, -0.16668058, 0.200007148, -0.24999994, 0.3333333,
  -0.00021219444, 0.6933594, Math.SQRT1_2, 2.4433157e-5, -0.0013887316, 0.041666646, -0.00019515296, 0.008332161,
  -0.16666655, 4 / Math.PI, -0.78515625, -0.00024187565, -3.774895e-8,
);
const kTwoPi = Math.fround(2 * Math.PI);
const { fround } = Math;
const floatView = new Float32Array(1);
const bitsView = new Int32Array(floatView.buffer);

/**
 * log(x) of a normal positive float32 as avx_mathfun's log256_ps computes it with FMA.
 * @param {number} x
 */
function logFloat(x) {
  floatView[0] = x;
  let e = ((bitsView[0] >>> 23) & 0xff) - 0x7e;
  bitsView[0] = (bitsView[0] & 0x7fffff) | 0x3f000000;
  let m = floatView[0];
  if (m < kSqrtHalf) {
    e -= 1;
    m = m + m - 1; // exact: m is in [0.5, 0.71)
  } else {
    m -= 1;
  }
  const z = fround(m * m);
  let y = fma(fma(fma(fma(l0, m, l1), m, l2), m, l3), m, l4);
  y = fma(fma(fma(fma(y, m, l5), m, l6), m, l7), m, l8);
  y = fma(fround(y * m), z, fround(e * kLogLow));
  y = fma(-z, 0.5, y);
  return fma(e, kLogHigh, fround(m + y));
}

/**
 * Eight radii (from the first half) and eight angles (from the second) become 16 normals, by Box and Muller.
 * @param {Float32Array} array
 * @param {number} at where the block starts
 * @param {number} mean as float32
 * @param {number} std as float32
 */
function transformBlock(array, at, mean, std) {
  for (let j = at; j < at + 8; j++) {
    const radius = fround(Math.sqrt(-2 * logFloat(1 - array[j])));
    let x = fround(kTwoPi * array[j + 8]);
    // The octant, made even; the three sums that take it off are exact in a double, so one fround each is a fused step.
    const octant = (fround(x * kQuarters) + 1) & ~1;
    x = fround(octant * kPi0 + x);
    x = fround(octant * kPi1 + x);
    x = fround(octant * kPi2 + x);
    const z = fround(x * x);
    const c = fround(fma(fround(fma(fma(c0, z, c1), z, c2) * z), z, -(z * 0.5)) + 1);
    const s = fma(fround(fma(fma(s0, z, s1), z, s2) * z), x, x);
    const swap = (octant & 2) !== 0;
    const cosine = (swap ? s : c) * (((octant + 2) & 4) === 0 ? 1 : -1);
    const sine = (swap ? c : s) * ((octant & 4) === 0 ? 1 : -1);
    array[j] = fma(fround(radius * cosine), std, mean);
    array[j + 8] = fma(fround(radius * sine), std, mean);
  }
}

/**
 * @param {Float32Array} array
 * @param {number} start
 * @param {number} end `end - start` is a multiple of 16
 * @param {number} mean
 * @param {number} std
 */
export function transform(array, start, end, mean, std) {
  for (let at = start; at < end; at += kBlock) transformBlock(array, at, fround(mean), fround(std));
}

/**
 * Uniforms of [0, 1) become uniforms of [from, to).
 * @param {Float32Array} array
 * @param {number} from
 * @param {number} to
 */
export function rescale(array, from, to) {
  const least = fround(from);
  const limit = fround(to);
  const range = fround(limit - least);
  for (let i = 0; i < array.length; i++) {
    const value = fma(array[i], range, least);
    array[i] = value >= limit ? least : value;
  }
}
