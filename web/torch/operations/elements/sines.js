// Sine and cosine of float32 with the bits of PyTorch's CPU kernels. Source: SLEEF's sinf and cosf (u35) with fused steps.

import { fma, rounded } from '../../../core/numbers/float.js';

const { fround } = Math;
const kPerPi = fround(1 / Math.PI);
/** π in parts of few digits, so that multiples of the first are exact: up to 125, and up to 39000. */
const kPi = [3.1414794921875, 0.0001131594181060791, 1.984187258941006e-9].map(fround);
const kLongPi = [3.140625, 0.0009670257568359375, 6.277114152908325e-7, 1.215420125655342e-10].map(fround);
const kSeries = [-0.00019810690719168633, 0.00833307858556509, -0.16666659712791443].map(fround);
const kFirst = fround(2.6083159809786594e-6);

/** x less so many parts of π. @param {number} x @param {number} count @param {number} part 1 or ½ */
function reduced(x, count, part) {
  let rest = x;
  for (const digits of Math.abs(x) < 125 ? kPi : kLongPi) rest = fma(count, -digits * part, rest);
  return rest;
}

/** The sine of an angle between -π/2 and π/2. @param {number} x */
function series(x) {
  const square = fround(x * x);
  let u = kFirst;
  for (const c of kSeries) u = fma(u, square, c);
  return fround(fround(square * fround(u * x)) + x);
}

/** sin(x). @param {number} x a float32 */
export function sine(x) {
  if (!(Math.abs(x) < 39000)) return Math.sin(x);
  if (x === 0) return x;
  const count = rounded(fround(x * kPerPi));
  const rest = reduced(x, count, 1);
  return series(count % 2 === 0 ? rest : -rest);
}

/** cos(x). @param {number} x a float32 */
export function cosine(x) {
  if (!(Math.abs(x) < 39000)) return Math.cos(x);
  const count = 2 * rounded(fround(fround(x * kPerPi) - 0.5)) + 1;
  const rest = reduced(x, count, 0.5);
  return series((count & 2) === 0 ? -rest : rest);
}
