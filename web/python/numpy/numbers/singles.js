// exp, log, sin, cos and tanh of float32 with the last bits of NumPy's vector code (AVX2): its loops_exponent_log, loops_trigonometric and
// loops_hyperbolic. They are good to 1 to 2.5 units in the last place, so of three values one differs from the nearest float32.

import { fma } from '../../../core/numbers/float.js';

/** tanh: for each of 32 intervals seven coefficients, the highest first, and the centre. */
const kTable =
  'Zi8OvOkQCT651m23paqqvns8NLAAAIA/AAAAAAAAAAAS2gtGQxF2Q20nHL4SBqu+neZuvYQffz/JuW89AABwPe841kPc7GVBL88dPB/wp76nDY+9Eb1+P1/Djz0AAJA9Phzhw1b3kMGNp8E9IOGkvn1Hrr1fHn4/aZGvPQAAsD3ppLrCfQmMwIX5lj23h6O+HyrNvZ9gfT+rSc89AADQPS3aScITqCvAG7aiPWJZob4NqOu9LYR8P0no7j0AAPA9gpuFwdprf7+XM8E991edvjtEDL7lAHs/6A4PPgAAED5XW91AwB0rP3D20j1aa5e+8zwpvoCVeD+ESS4+AAAwPkBGSUBdEM4+Cor0PQ0jkL6C8kS+rbh1P44vTT4AAFA+qDDHQJRqQj+oxQY+/w2IvlE2X77Zb3I/LrNrPgAAcD4OFg+/xA3buro6Gj6zeXS+wMeBvpvFbD/NUYw+AACQPm/nMD4XO6Q9BcQnPog9TL7K15a+kvtjP2NhqT4AALA+hxOovoirUb3QeC4+giQhvo77p76X/1k/8UPFPgAA0D4carK9PaKuvEQ+LD66jOu9ng61vtcRTz81198+AADwPlceNb2NbTu9lzAdPq14Xr3+LsG+c3U9PziEAj8AABA/oAFMu62qbL30qPQ9bl5rPJK+xL5g8yQ/8KsYPwAAMD/7ex087Vt5vQiFoz1DkYM9cOC8vue/DD+AxCs/AABQP9Escjza3V+9akExPeEewj0OUa2+aRrsPhzsOz8AAHA/HD+XPDuPA71XJlY7r0fjPdb3jr4BqLA+Wy5PPwAAkD8bozM8Y60cvMnqrryW7Ms9BIdLvqJTZz5TPGE/AACwP/QuhjtmR7s6GZTOvC3vmT03Mgi+Gi8TPn3jbD8AANA/0LMnOgvxlTvE6qq8oS5UPUl0r73T57c9Tzx0PwAA8D8HWTu6c1iCO9DnSbwB5908xB4uvUUIMj3rX3o/AAAQQCL8Drpm6vo63R2nu2fKLDwGv4O81NOEPIXqfT8AADBAD59/uXj4SToOOwC7J8uBO7Xgw7u3d8Q7PTt/PwAAUEBQr8i482uZOQWaP7qhc8A63KoQu9rTEDuMt38/AABwQPvdvbdsPo84pwgsuTIwrDnbVwG6HmABOtTvfz8AAJBAUClPtuOwGzcykrq32ZQ6OPIYjLg7Gow40P1/PwAAsECxheC05qWoNQ8LSrYdCMo2lrAXt9qwFze0/38/AADQQPodc7MXmzY0acHatEy9WjWuO6S1zjukNfb/fz8AAPBABB9asbCHJDKseKuytjwrMywBg7PGBoMz//9/PwAAEEEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAIA/AAAAAA==';
const { fround } = Math;
const kMagic = 1.5 * 2 ** 23; // rounds to a whole number when added and taken off
const whole = (/** @type {number} */ x) => fround(fround(x + kMagic) - kMagic);
/** A polynomial in fused steps, the highest coefficient first. @param {number[] | Float32Array} c @param {number} x */
function polynomial(c, x) {
  let r = c[0];
  for (let i = 1; i < c.length; i++) r = fma(r, x, c[i]);
  return r;
}
const singles = (/** @type {number[]} */ ...values) => Float32Array.from(values);

const kLog2e = fround(Math.LOG2E);
const kLn2 = fround(Math.LN2);
const [kLn2High, kLn2Low] = singles(-0.69314575, -1.4286068e-6);
const kExpTop = singles(0.0005082763, 0.006757897, 0.05114512, 0.24736154, 0.7257665, 1);
const kExpBottom = singles(0.021595094, -0.27423354, 1);
/** @param {number} x */
export function exp(x) {
  if (Number.isNaN(x)) return x;
  if (x >= 88.72283935546875) return Number.POSITIVE_INFINITY;
  if (x <= -103.97208404541016) return 0;
  const n = whole(fround(x * kLog2e));
  const r = fma(n, kLn2Low, fma(n, kLn2High, x));
  return fround(fround(polynomial(kExpTop, r) / polynomial(kExpBottom, r)) * 2 ** n);
}

const kLogTop = singles(0.0258997912, 0.38088377, 1.4800006, 2.1126775, 1, 0);
const kLogBottom = singles(0.0058750954, 0.15464764, 0.9864943, 2.453006, 2.6126775, 1);
/** @param {number} x */
export function log(x) {
  if (!(x > 0) || x === Number.POSITIVE_INFINITY) return Math.log(x);
  let exponent = Math.floor(Math.log2(x)) + 1;
  let m = x * 2 ** -exponent;
  if (m >= 1) {
    m /= 2;
    exponent++;
  } else if (m < 0.5) {
    m *= 2;
    exponent--;
  }
  if (m <= fround(Math.SQRT1_2)) {
    m *= 2;
    exponent--;
  }
  m = fround(m - 1);
  return fma(exponent, kLn2, fround(polynomial(kLogTop, m) / polynomial(kLogBottom, m)));
}

const kTwoOverPi = 0x145f306 * 2 ** -25;
const kQuarters = [-0x1921fb0 * 2 ** -24, -0x15110b4 * 2 ** -46, -0x1846988 * 2 ** -72];
const kCos = [0x198e616 * 2 ** -40, -0x16c06dc * 2 ** -34, 0x155553c * 2 ** -29, -0.5, 1];
const kSin = [0x17d3bbc * 2 ** -43, -0x1a06bba * 2 ** -37, 0x111119a * 2 ** -31, -0x1555556 * 2 ** -27];
/** @param {number} x @param {number} shift a quarter of a turn more @param {number} most */
function turned(x, shift, most) {
  if (!(Math.abs(x) <= most)) return fround(shift ? Math.cos(x) : Math.sin(x));
  const n = whole(fround(x * kTwoOverPi));
  let r = x;
  for (const part of kQuarters) r = fma(n, part, r);
  const square = fround(r * r);
  const turns = n + shift;
  const value = turns & 1 ? polynomial(kCos, square) : fma(fround(polynomial(kSin, square) * square), r, r);
  return turns & 2 ? 0 - value : value;
}
/** @param {number} x */
export const sin = (x) => turned(x, 0, 117435.9921875);
/** @param {number} x */
export const cos = (x) => turned(x, 1, 71476.0625);

/** @type {Float32Array | null} */ let table = null;
const view = new DataView(new ArrayBuffer(4));
/** @param {number} x */
export function tanh(x) {
  if (Number.isNaN(x)) return x;
  table ??= new Float32Array(Uint8Array.from(atob(kTable), (one) => one.charCodeAt(0)).buffer);
  view.setFloat32(0, x);
  const bits = view.getInt32(0) & 0x7fe00000;
  if (bits > 0x7f000000) return Math.sign(x);
  const row = Math.min(31, Math.max(0, bits - 0x3d400000) >> 21);
  const t = table.subarray(8 * row, 8 * row + 8);
  const r = polynomial(t.subarray(0, 7), fround(Math.abs(x) - t[7]));
  return x < 0 || Object.is(x, -0) ? -r : r;
}
