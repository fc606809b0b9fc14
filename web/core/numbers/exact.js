// Elementary functions to the last digit: in pairs of floats (Dekker 1971), whose sum has twice the digits, rounded once at the end. C's are
// within 0.52 units of the last place, JavaScript's engines' within 1: of exp a tenth would print another digit.

/** @typedef {readonly [high: number, low: number]} Pair */

const kSplit = 134217729; // 2^27 + 1

/** @param {number} a @param {number} b @returns {Pair} exact */
function sum(a, b) {
  const s = a + b;
  const t = s - a;
  return [s, a - (s - t) + (b - t)];
}
/** @param {number} a @param {number} b @returns {Pair} exact */
function product(a, b) {
  const p = a * b;
  const ca = kSplit * a;
  const cb = kSplit * b;
  const [ah, bh] = [ca - (ca - a), cb - (cb - b)];
  const [al, bl] = [a - ah, b - bh];
  return [p, ah * bh - p + ah * bl + al * bh + al * bl];
}
/** @param {Pair} a @param {Pair} b @returns {Pair} */
function add([ah, al], [bh, bl]) {
  const [s, e] = sum(ah, bh);
  return sum(s, e + al + bl);
}
/** @param {Pair} a @param {Pair} b @returns {Pair} */
function times([ah, al], [bh, bl]) {
  const [p, e] = product(ah, bh);
  return sum(p, e + ah * bl + al * bh);
}
/** @param {Pair} a @returns {Pair} */
const minus = ([h, l]) => [-h, -l];
/** @param {Pair} a @param {Pair} b @returns {Pair} */
function quotient(a, b) {
  const q = a[0] / b[0];
  const rest = add(a, minus(times([q, 0], b)));
  return sum(q, rest[0] / b[0]);
}

/** @type {Pair} */
const ln2 = [Math.LN2, 2.3190468138462996e-17];
/** π/2 in three floats. */
const [kHalfPi, kHalfPi1, kHalfPi2] = [Math.PI / 2, 6.123233995736766e-17, -1.4973849048591698e-33];
/** 1/n! as pairs. @type {Pair[]} */
const inverses = [[1, 0]];
for (let n = 1; n < 28; n++) inverses.push(quotient(inverses[n - 1], [n, 0]));

/** Σ xⁿ/n! over some n. @param {Pair} x @param {number} from @param {number} step @param {number} sign of each other term @param {Pair} square x, or x² where it goes by two */
function series(x, from, step, sign, square) {
  let result = /** @type {Pair} */ ([0, 0]);
  for (let n = 27 - ((27 - from) % step); n >= from; n -= step)
    result = add(times(result, sign < 0 ? minus(square) : square), inverses[n]);
  return from === 0 ? result : times(result, x);
}

/** e^x of a pair: a mantissa, and the power of two it is to be scaled by. @param {Pair} x @returns {[Pair, number]} */
function expParts(x) {
  const k = Math.round(x[0] / Math.LN2);
  const r = add(x, minus(times([k, 0], ln2)));
  return [series(r, 0, 1, 1, r), k];
}
/** @param {number} x @param {number} k */
const scaled = (x, k) =>
  k > 1000 ? x * 2 ** 1000 * 2 ** (k - 1000) : k < -1000 ? x * 2 ** (k + 100) * 2 ** -100 : x * 2 ** k;
/** @param {number} x @returns {Pair} */
function logPair(x) {
  const y = Math.log(x);
  // One step of Newton's: y + x e^-y - 1.
  const [[high, low], k] = expParts([-y, 0]);
  const e = times([x * 2 ** k, 0], [high, low]);
  return add([y, 0], add(e, [-1, 0]));
}

/** @param {number} x */
export function exp(x) {
  if (!(Math.abs(x) < 745) || x > 709.8) return Math.exp(x);
  const [[high], k] = expParts([x, 0]);
  return scaled(high, k);
}
/** @param {number} x */
const isPlain = (x) => x > 1e-300 && x < 1e300;
/** @param {number} x */
export const log = (x) => (isPlain(x) ? logPair(x)[0] : Math.log(x));
/** @param {number} x */
export const log2 = (x) => (isPlain(x) ? quotient(logPair(x), ln2)[0] : Math.log2(x));
/** As C's library has it, of the logarithm once rounded. Source: glibc, e_log10.c. @param {number} x */
export function log10(x) {
  if (!isPlain(x)) return Math.log10(x);
  let k = Math.floor(Math.log2(x));
  if (2 ** k > x) k--;
  else if (2 ** (k + 1) <= x) k++;
  const y = k < 0 ? k + 1 : k;
  return y * 3.694239077158931e-13 + Math.LOG10E * log(x / 2 ** y) + y * 0.30102999566361177;
}
/** @param {number} x @param {number} y */
export function power(x, y) {
  const plain = x ** y;
  if (!isPlain(x) || !isPlain(plain) || !Number.isFinite(y)) return plain;
  const [[high], k] = expParts(times(logPair(x), [y, 0]));
  return scaled(high, k);
}
/** As C's library has it, of the exponential once rounded. Source: glibc, e_cosh.c. @param {number} x */
export function cosh(x) {
  const a = Math.abs(x);
  if (a < 0.5 * Math.LN2) {
    const t = Math.expm1(a);
    return 1 + (t * t) / (2 * (1 + t));
  }
  if (!(a < 22)) return a < 709 ? 0.5 * exp(a) : Math.cosh(x);
  const t = exp(a);
  return 0.5 * t + 0.5 / t;
}

/** Sine and cosine; null where x is too large to be reduced so. @param {number} x @returns {[Pair, Pair] | null} */
function circle(x) {
  if (!(Math.abs(x) < 1e5)) return null;
  const k = Math.round(x / kHalfPi);
  const [p, e] = product(k, kHalfPi);
  const r = add(add(sum(x, -p), [-e, 0]), add(minus(product(k, kHalfPi1)), [-k * kHalfPi2, 0]));
  const square = times(r, r);
  const [s, c] = [series(r, 1, 2, -1, square), series(r, 0, 2, -1, square)];
  switch (((k % 4) + 4) % 4) {
    case 0:
      return [s, c];
    case 1:
      return [c, minus(s)];
    case 2:
      return [minus(s), minus(c)];
    default:
      return [minus(c), s];
  }
}
/** @param {number} x */
export const sin = (x) => (x === 0 ? x : (circle(x)?.[0][0] ?? Math.sin(x)));
/** @param {number} x */
export const cos = (x) => circle(x)?.[1][0] ?? Math.cos(x);
/** @param {number} x */
export function tan(x) {
  const both = x === 0 ? null : circle(x);
  return both ? quotient(both[0], both[1])[0] : Math.tan(x);
}

/** One step of Newton's from an engine's value. @param {number} x @param {number} y @param {(s: Pair, c: Pair) => Pair} step */
function refined(x, y, step) {
  const both = Number.isFinite(y) && y !== 0 && Math.abs(x) > 1e-8 ? circle(y) : null;
  return both ? add([y, 0], step(...both))[0] : y;
}
/** @param {number} x */
export const asin = (x) =>
  Math.abs(x) < 0.9999 ? refined(x, Math.asin(x), (s, c) => quotient(add([x, 0], minus(s)), c)) : Math.asin(x);
/** @param {number} x */
export const acos = (x) =>
  Math.abs(x) < 0.9999 ? refined(x, Math.acos(x), (s, c) => quotient(add(c, [-x, 0]), s)) : Math.acos(x);
/** @param {number} x */
export const atan = (x) =>
  Math.abs(x) < 1e8
    ? refined(x, Math.atan(x), (s, c) => quotient(add(times([x, 0], c), minus(s)), add(c, times([x, 0], s))))
    : Math.atan(x);
/** @param {number} y @param {number} x */
export function atan2(y, x) {
  const angle = Math.atan2(y, x);
  const size = Math.max(Math.abs(x), Math.abs(y));
  const both = Math.abs(angle) > 1e-8 && size > 1e-140 && size < 1e150 ? circle(angle) : null;
  if (!both) return angle;
  const [s, c] = both;
  const [across, along] = [add(times([y, 0], c), minus(times([x, 0], s))), add(times([x, 0], c), times([y, 0], s))];
  return add([angle, 0], quotient(across, along))[0];
}

/** The length of a vector, rounded once. @param {number[]} x */
export function hypot(x) {
  const size = Math.max(0, ...x.map(Math.abs));
  if (!(size > 1e-140 && size < 1e140)) return Math.hypot(...x);
  const total = x.reduce((/** @type {Pair} */ all, one) => add(all, product(one, one)), [0, 0]);
  const root = Math.sqrt(total[0]);
  return root + add(total, minus(product(root, root)))[0] / (2 * root);
}

/** Hyperbolic sine, cosine less one, and cosine. @param {number} x @returns {[Pair, Pair, Pair]} */
function hyperbola(x) {
  if (Math.abs(x) < 1) {
    const pair = /** @type {Pair} */ ([x, 0]);
    const square = times(pair, pair);
    const less = series(square, 2, 2, 1, square);
    return [series(pair, 1, 2, 1, square), less, add(less, [1, 0])];
  }
  const [[high, low], k] = expParts([x, 0]);
  const up = /** @type {Pair} */ ([0.5 * high * 2 ** k, 0.5 * low * 2 ** k]);
  const down = quotient([0.25, 0], up);
  const cosine = add(up, down);
  return [add(up, minus(down)), add(cosine, [-1, 0]), cosine];
}
/** One step of Newton's from an engine's value. @param {number} y @param {(s: Pair, less: Pair, c: Pair) => Pair} step */
const nearer = (y, step) => (Math.abs(y) > 1e-100 && Math.abs(y) < 200 ? add([y, 0], step(...hyperbola(y)))[0] : y);
/** @param {number} x */
export const asinh = (x) => nearer(Math.asinh(x), (s, _, c) => quotient(add([x, 0], minus(s)), c));
/** @param {number} x */
export const acosh = (x) => nearer(Math.acosh(x), (s, less) => quotient(add(sum(x, -1), minus(less)), s));
/** @param {number} x */
export const atanh = (x) =>
  Math.abs(x) < 1 - 2 ** -38
    ? nearer(Math.atanh(x), (s, _, c) => quotient(add(times([x, 0], c), minus(s)), add(c, minus(times([x, 0], s)))))
    : Math.atanh(x);
