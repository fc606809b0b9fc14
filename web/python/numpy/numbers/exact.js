// exp, log, sin and their kin of doubles, right to the last bit as the C library of the reference gives them.
// Each is found to about 70 bits as the sum of two doubles, and rounded once; Math.exp and the like differ from it in some of 100 values.

/** The low part of the last result of two doubles. */
let low = 0;

/** @param {number} a @param {number} b what a * b loses (Dekker 1971) */
export function lostOf(a, b, product = a * b) {
  const s = a * 134217729;
  const t = b * 134217729;
  const ah = s - (s - a);
  const bh = t - (t - b);
  return ah * bh - product + ah * (b - bh) + (a - ah) * bh + (a - ah) * (b - bh);
}

/** a * b + c, rounded once but for rare ties. @param {number} a @param {number} b @param {number} c */
export function fused(a, b, c) {
  const product = a * b;
  const sum = product + c;
  const part = sum - product;
  return sum + (product - (sum - part) + (c - part) + lostOf(a, b, product));
}

// 2^(k/128) as two doubles, from 2^(1/128) in whole numbers of 2^-180.
/** @type {Float64Array | null} */ let powers = null;
function powersOfTwo() {
  const one = 1n << 180n;
  let root = 2n * one;
  for (let i = 0; i < 7; i++) root = rootOf(root << 180n);
  powers = new Float64Array(256);
  let value = one;
  for (let k = 0; k < 128; k++) {
    const high = Number(value >> 100n) * 2 ** -80;
    const exact = BigInt(high * 2 ** 52) << 128n;
    powers[2 * k] = high;
    powers[2 * k + 1] = Number(value - exact) * 2 ** -180;
    value = (value * root) >> 180n;
  }
  return powers;
}
/** @param {bigint} n */
function rootOf(n) {
  let x = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (;;) {
    const y = (x + n / x) >> 1n;
    if (y >= x) return x;
    x = y;
  }
}

const kLn2High = 0x162e42fefa0000 / 2 ** 53 / 128;
const kLn2Low = (0x1cf79abc9e3b39 * 2 ** -92) / 128;
const view = new DataView(new ArrayBuffer(8));
/** x * 2^k, where 2^k may be beyond what a double holds. @param {number} x @param {number} k */
const scaled = (x, k) =>
  k > 1000 ? x * 2 ** 1000 * 2 ** (k - 1000) : k < -1000 ? x * 2 ** (k + 1000) * 2 ** -1000 : x * 2 ** k;

/** e^(x + y) without its power of two, as high + `low`; the power is `power`. */
let power = 0;
/** @param {number} x @param {number} [y] */
function expParts(x, y = 0) {
  const table = powers ?? powersOfTwo();
  const n = Math.round((x * 128) / Math.LN2);
  const k = n & 127;
  power = (n - k) / 128;
  const a = x - n * kLn2High;
  const b = -n * kLn2Low;
  const r = a + b;
  const tail = a - r + b - lostOf(n, kLn2Low, n * kLn2Low) + y;
  const p = r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r / 720))));
  // (T + t)(1 + r + q), where q = tail + p
  const [T, t] = [table[2 * k], table[2 * k + 1]];
  // r * r / 2 is the only part of p whose rounding shows.
  const q = tail + tail * r + p + lostOf(r, r, r * r) * 0.5;
  const product = T * r;
  const sum = T + product;
  low = product - (sum - T) + lostOf(T, r, product) + T * q + t + t * r;
  return sum;
}

/** @param {number} x */
export function exp(x) {
  if (!(x < 709.79)) return x > 709 ? Number.POSITIVE_INFINITY : x;
  if (x < -745.2) return 0;
  const high = expParts(x);
  return scaled(high + low, power);
}

/** log(x) as high + `low`. @param {number} x */
function logParts(x) {
  const first = Math.log(x);
  // x e^-first - 1 is what `first` misses.
  view.setFloat64(0, x);
  const exponent = ((view.getUint32(0) >> 20) & 2047) - 1023;
  const m = exponent < -1000 ? x * 2 ** 500 * 2 ** (-exponent - 500) : x * 2 ** -exponent;
  const high = expParts(-first);
  const scale = 2 ** (power + exponent);
  const product = m * high * scale;
  const rest = (lostOf(m, high, m * high) + m * low) * scale;
  const off = product - 1 + rest;
  const error = off - (off * off) / 2;
  const sum = first + error;
  low = error - (sum - first);
  return sum;
}

/** @param {number} x @param {(high: number, low: number) => number} finish @param {(x: number) => number} rough */
function logarithm(x, finish, rough) {
  if (!(x > 0) || x === Number.POSITIVE_INFINITY || x === 1) return rough(x);
  const d = x - 1;
  if (Math.abs(d) < 0.0005) {
    const s = d * d;
    const rest = s * (-0.5 + d * (1 / 3 - d * (0.25 - d * (0.2 - d / 6)))) - lostOf(d, d, s) / 2;
    const high = d + rest;
    return finish(high, rest - (high - d));
  }
  const high = logParts(x);
  return finish(high, low);
}
/** @param {number} high @param {number} tail @param {number} a @param {number} b (high + tail)(a + b) */
const times = (high, tail, a, b) => {
  const product = high * a;
  return product + (lostOf(high, a, product) + high * b + tail * a);
};
/** @param {number} x */
export const log = (x) => logarithm(x, (high) => high, Math.log);
/** @param {number} x */
export const log2 = (x) =>
  logarithm(x, (high, tail) => times(high, tail, Math.LOG2E, 2.0355273740931033e-17), Math.log2);
/** @param {number} x @param {number} y */
export function pow(x, y) {
  const rough = x ** y;
  if (y === 0 || x === 1) return 1;
  if (Number.isNaN(rough) || !Number.isFinite(rough) || rough === 0 || y === 1) return rough;
  const high = logParts(Math.abs(x));
  const tail = low;
  const product = high * y;
  if (!(product < 709.7 && product > -708)) return rough;
  const sum = expParts(product, lostOf(high, y, product) + tail * y);
  const value = scaled(sum + low, power);
  return rough < 0 ? -value : value;
}

// pi/2 in three parts, of which the first two have few bits (fdlibm).
const kPi = [1.5707963267341256, 6.077100506303966e-11, 2.0222662487959506e-21];
const kOdd = [6, 120, 5040, 362880, 39916800, 6227020800, 1307674368000, 355687428096000, 121645100408832000];
const kEven = [24, 720, 40320, 3628800, 479001600, 87178291200, 20922789888000, 6402373705728000, 2432902008176640000];
const kSixth = 1 / 6;
const kTwentyFourth = 1 / 24;
let sinHigh = 0;
let sinLow = 0;
let cosHigh = 0;
let cosLow = 0;

/** sin and cos as pairs of doubles. @param {number} x */
function circle(x) {
  const n = Math.round((x * 2) / Math.PI);
  const a = x - n * kPi[0];
  const b = -n * kPi[1];
  const first = a + b;
  const part = first - a;
  const r = first - n * kPi[2];
  const d = a - (first - part) + (b - part) + (first - r - n * kPi[2]);
  const s = r * r;
  const sTail = lostOf(r, r, s) + 2 * r * d;
  // sin = r + r s u, u = -1/6 + s/120 - ...; cos = 1 - s/2 + s s q, q = 1/24 - s/720 + ...: the first terms in two doubles, the rest in one.
  let p = 0;
  let q = 0;
  for (let i = 8; i >= 1; i--) {
    p = 1 / kOdd[i] - s * p;
    q = 1 / kEven[i] - s * q;
  }
  const sp = s * p;
  const u = sp - kSixth;
  const uTail = sp - (u + kSixth) - 9.25185853854297e-18 + lostOf(s, p, sp) + sTail * p;
  const v = r * s;
  const w = v * u;
  const sine = r + w;
  const sineTail = r - sine + w + (lostOf(v, u, w) + (lostOf(r, s, v) + r * sTail + d * s) * u + v * uTail + d);
  const sq = s * q;
  const e = kTwentyFourth - sq;
  const eTail = kTwentyFourth - e - sq + 2.3129646346357427e-18 - lostOf(s, q, sq);
  const se = s * e;
  const t = s * se;
  const h = 1 - s / 2;
  const cosine = h + t;
  const cosineTail =
    1 -
    h -
    s / 2 +
    (h - cosine + t) -
    sTail / 2 +
    (lostOf(s, se, t) + s * (lostOf(s, e, se) + s * eTail + 2 * sTail * e));
  const turns = n & 3;
  const isSwapped = (turns & 1) === 1;
  const sign = turns > 1 ? -1 : 1;
  const other = turns === 1 || turns === 2 ? -1 : 1;
  sinHigh = sign * (isSwapped ? cosine : sine);
  sinLow = sign * (isSwapped ? cosineTail : sineTail);
  cosHigh = other * (isSwapped ? sine : cosine);
  cosLow = other * (isSwapped ? sineTail : cosineTail);
}
/** Where the reduction above is good enough. @param {number} x */
const isNear = (x) => Math.abs(x) < 1e5;
/** @param {number} x */
export function sin(x) {
  if (!isNear(x)) return Math.sin(x);
  if (Math.abs(x) < 1e-4) return x - (x * x * x) / 6;
  circle(x);
  return sinHigh + sinLow;
}
/** @param {number} x */
export function cos(x) {
  if (!isNear(x)) return Math.cos(x);
  circle(x);
  return cosHigh + cosLow;
}
/** @param {number} x */
export function tan(x) {
  if (!isNear(x) || Math.abs(x) < 1e-4) return Math.tan(x);
  circle(x);
  const ratio = sinHigh / cosHigh;
  return ratio + (sinHigh - ratio * cosHigh - lostOf(ratio, cosHigh) + sinLow - ratio * cosLow) / cosHigh;
}
/** @param {number} x */
export function arctan(x) {
  const first = Math.atan(x);
  if (!(Math.abs(x) < 1e8) || Math.abs(x) < 1e-4) return first;
  circle(first);
  const product = x * cosHigh;
  return first + (product - sinHigh + (lostOf(x, cosHigh, product) + x * cosLow - sinLow)) * cosHigh;
}
/** @param {number} x */
export function arcsin(x) {
  const first = Math.asin(x);
  if (!(Math.abs(x) < 0.9999999) || Math.abs(x) < 1e-4) return first;
  circle(first);
  return first + (x - sinHigh - sinLow) / cosHigh;
}
/** @param {number} x */
export function arccos(x) {
  const first = Math.acos(x);
  if (!(Math.abs(x) < 0.9999999)) return first;
  circle(first);
  return first + (cosHigh - x + cosLow) / sinHigh;
}
