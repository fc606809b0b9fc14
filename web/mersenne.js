// The arithmetic of PyTorch's random numbers: mt19937, and normals by Box and Muller with the roundings of its AVX2 build.
// The reference is PyTorch 2.14 as compiled for AVX2 with FMA (ATen/native/cpu/DistributionTemplates.h): it fills 16 or
// more float32 normals by the polynomials of avx_mathfun, in which the compiler fused multiplications and additions.

/** @typedef {Float32Array | Float64Array} FloatArray */

/** PyTorch makes normals in blocks of 16: 8 radii and 8 angles. */
export const kBlock = 16;
/** mt19937's words of state. */
export const kWords = 624;
const kShift = 397;
const k24 = 2 ** -24;
const k32 = 2 ** 32;
const k53 = 2 ** -53;

/** mt19937 (Matsumoto and Nishimura 1998), tempered 624 words at a time. */
export class MersenneTwister {
  /** @type {Uint32Array} */
  state = new Uint32Array(kWords);
  tempered = new Uint32Array(kWords);
  next = kWords;
  fresh = true;

  /** @param {number} seed its low 32 bits count */
  constructor(seed) {
    const { state } = this;
    state[0] = seed;
    for (let k = 1; k < kWords; k++) state[k] = Math.imul(1812433253, state[k - 1] ^ (state[k - 1] >>> 30)) + k;
  }

  /**
   * @param {Uint32Array} state
   * @param {number} next
   */
  restore(state, next) {
    this.state = state;
    this.next = next;
    this.fresh = next === kWords;
    this.temper();
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
    }
    this.temper();
    this.next = 0;
    this.fresh = false;
  }

  temper() {
    for (let k = 0; k < kWords; k++) {
      let y = this.state[k];
      y ^= y >>> 11;
      y ^= (y << 7) & 0x9d2c5680;
      y ^= (y << 15) & 0xefc60000;
      this.tempered[k] = y ^ (y >>> 18);
    }
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
   * Uniforms in [0, 1): a float32 takes the low 24 bits of one word, a float64 takes two words.
   * @param {FloatArray} array
   * @param {number} start
   * @param {number} end
   */
  fill(array, start, end) {
    if (array instanceof Float64Array) {
      for (let i = start; i < end; i++) array[i] = this.uniformDouble();
      return;
    }
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

/**
 * a * b + c of float32 numbers, rounded once. The product is exact in a double, so rounding the double sum again goes
 * wrong only where that sum lies exactly midway between two float32 and was itself rounded.
 * @param {number} a
 * @param {number} b
 * @param {number} c
 */
function fma(a, b, c) {
  const product = a * b;
  const sum = product + c;
  const near = Math.fround(sum);
  const other = sum + (sum - near); // as far from the sum as `near`, on its other side: a float32 only at a midpoint
  return other !== near && Math.fround(other) === other ? settle(product, c, sum, near, other) : near;
}

/**
 * The float32 nearest to product + c where the double sum is midway between `near` and `other`: Knuth's TwoSum finds
 * what the sum has lost, and so on which side the exact value lies.
 * @param {number} product
 * @param {number} c
 * @param {number} sum
 * @param {number} near
 * @param {number} other
 */
function settle(product, c, sum, near, other) {
  const part = sum - product;
  const lost = product - (sum - part) + (c - part);
  return Number.isFinite(near) && lost * (other - near) > 0 ? other : near;
}

// The coefficients of avx_mathfun.h (Cephes logf, sinf and cosf), rounded to float32 once.
const [l0, l1, l2, l3, l4, l5, l6, l7, l8, kLogLow, kLogHigh, kSqrtHalf] = Float32Array.of(
  ...[7.0376836292e-2, -1.151461031e-1, 1.167699874e-1, -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1],
  ...[2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1, -2.1219444e-4, 0.693359375, Math.SQRT1_2],
);
const [c0, c1, c2, s0, s1, s2, kQuarters, kPi0, kPi1, kPi2, kTwoPi] = Float32Array.of(
  ...[2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2, -1.9515295891e-4, 8.3321608736e-3],
  ...[-1.6666654611e-1, 4 / Math.PI, -0.78515625, -2.4187564849853516e-4, -3.774894977445941e-8, 2 * Math.PI],
);
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
 * The same for float64, which PyTorch computes by the C library: equal to it within its last places.
 * @param {Float64Array} array
 * @param {number} at
 * @param {number} mean
 * @param {number} std
 */
function transformDoubles(array, at, mean, std) {
  for (let j = at; j < at + 8; j++) {
    const radius = Math.sqrt(-2 * Math.log(1 - array[j]));
    const angle = 2 * Math.PI * array[j + 8];
    array[j] = radius * Math.cos(angle) * std + mean;
    array[j + 8] = radius * Math.sin(angle) * std + mean;
  }
}

/**
 * @param {FloatArray} array
 * @param {number} start
 * @param {number} end `end - start` is a multiple of 16
 * @param {number} mean
 * @param {number} std
 */
export function transform(array, start, end, mean, std) {
  if (array instanceof Float64Array) {
    for (let at = start; at < end; at += kBlock) transformDoubles(array, at, mean, std);
  } else {
    const [center, spread] = [fround(mean), fround(std)];
    for (let at = start; at < end; at += kBlock) transformBlock(array, at, center, spread);
  }
}

/**
 * Uniforms of [0, 1) become uniforms of [from, to).
 * @param {FloatArray} array
 * @param {number} start
 * @param {number} end
 * @param {number} from
 * @param {number} to
 */
export function rescale(array, start, end, from, to) {
  if (array instanceof Float64Array) {
    for (let i = start; i < end; i++) array[i] = array[i] * (to - from) + from;
    return;
  }
  const least = fround(from);
  const limit = fround(to);
  const range = fround(limit - least);
  for (let i = start; i < end; i++) {
    const value = fma(array[i], range, least);
    array[i] = value >= limit ? least : value;
  }
}
