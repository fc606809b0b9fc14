// Functions whose last digit in CPython is the C library's formula rather than the nearest float: as glibc has them (sysdeps/ieee754/dbl-64).

import { exp, log } from '../../core/numbers/exact.js';

/** 2^(n/3), n from -2 to 2. */
const kFactors = [0.6299605249474365, 0.7937005259840997, 1, 1.2599210498948732, 1.5874010519681996];
// biome-ignore format: as many a line as fit
const kCbrt = [0.35489576504391984, 1.508191937815849, -2.114994941673713, 2.4469312256353444, -1.8346927748361308, 0.7849323449766392, -0.14526389938548637];
const view = new DataView(new ArrayBuffer(8));

/** The mantissa, from 0.5 on, and the power of two. @param {number} x above zero @returns {[number, number]} */
function parts(x) {
  const isSmall = x < 2 ** -1022;
  view.setFloat64(0, isSmall ? x * 2 ** 54 : x);
  const high = view.getUint32(0);
  view.setUint32(0, (high & 0x800fffff) | 0x3fe00000);
  return [view.getFloat64(0), (high >>> 20) - 1022 - (isSmall ? 54 : 0)];
}

/** A polynomial's value and one step of Halley's. Source: s_cbrt.c. @param {number} x */
export function cbrt(x) {
  if (x === 0 || !Number.isFinite(x)) return x;
  const [m, power] = parts(Math.abs(x));
  let u = kCbrt[6];
  for (let i = 5; i >= 0; i--) u = kCbrt[i] + u * m;
  const cube = u * u * u;
  const root = ((u * (cube + 2 * m)) / (2 * cube + m)) * kFactors[2 + (power % 3)] * 2 ** Math.trunc(power / 3);
  return x < 0 ? -root : root;
}

/** Source: e_sinh.c. @param {number} x */
export function sinh(x) {
  const a = Math.abs(x);
  const half = x < 0 ? -0.5 : 0.5;
  if (a < 2 ** -28 || Number.isNaN(x)) return x;
  if (a < 22) {
    const t = Math.expm1(a);
    return half * (a < 1 ? 2 * t - (t * t) / (t + 1) : t + t / (t + 1));
  }
  if (a < 709.78) return half * exp(a);
  const root = exp(0.5 * a);
  return half * root * root;
}

/** Source: s_tanh.c. @param {number} x */
export function tanh(x) {
  const a = Math.abs(x);
  if (Number.isNaN(x) || a < 2 ** -55) return x;
  if (a > 22) return Math.sign(x);
  const t = Math.expm1(a < 1 ? -2 * a : 2 * a);
  const z = a < 1 ? -t / (t + 2) : 1 - 2 / (t + 2);
  return x < 0 ? -z : z;
}

/** Source: s_asinh.c. @param {number} x */
export function asinh(x) {
  const a = Math.abs(x);
  if (!Number.isFinite(x) || a < 2 ** -28) return x;
  const square = a * a;
  const y =
    a > 2 ** 28
      ? log(a) + Math.LN2
      : a > 2
        ? log(2 * a + 1 / (Math.sqrt(square + 1) + a))
        : Math.log1p(a + square / (1 + Math.sqrt(1 + square)));
  return x < 0 ? -y : y;
}

/** Source: e_acosh.c. @param {number} x */
export function acosh(x) {
  if (!(x > 1) || x === Number.POSITIVE_INFINITY) return x === 1 ? 0 : Math.acosh(x);
  if (x > 2 ** 28) return log(x) + Math.LN2;
  if (x > 2) return log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
  const t = x - 1;
  return Math.log1p(t + Math.sqrt(2 * t + t * t));
}
