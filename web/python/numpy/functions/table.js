// The table of functions of elements: what each does, what dtype it makes, where it divides by zero.

import * as pairs from '../../../core/numbers/exact.js';
import * as libm from '../../operations/libm.js';
import * as exact from '../numbers/exact.js';
import * as singles from '../numbers/singles.js';
import { tanh } from '../numbers/tanh.js';

/**
 * @typedef {object} Ufunc
 * @property {string} name
 * @property {number} count of operands
 * @property {(...x: number[]) => number} of
 * @property {(x: number) => number} [single] the same of float32
 * @property {'float' | 'same' | 'bool' | 'arithmetic'} kind what the result's dtype is: floating, the operands', bool
 * @property {(x: number, y: number) => boolean} [isPole] where infinity is a division by zero
 * @property {boolean} [isQuiet] never warns
 * @property {string} [symbol]
 */

/** Python's remainder, with the divisor's sign. @param {number} a @param {number} b */
function remainder(a, b) {
  const rest = a % b;
  if (rest === 0) return b < 0 ? -0 : 0;
  return rest < 0 !== b < 0 ? rest + b : rest;
}
/** @param {number} a @param {number} b */
function floorDivide(a, b) {
  if (b === 0) return a / b;
  const rest = a % b;
  let quotient = (a - rest) / b;
  if (rest !== 0 && rest < 0 !== b < 0) quotient -= 1;
  if (quotient === 0) return a / b < 0 ? -0 : a / b > 0 ? 0 : a / b;
  const whole = Math.floor(quotient);
  return quotient - whole > 0.5 ? whole + 1 : whole;
}
/** To the nearest whole number, halves to the even one. @param {number} x */
export function rint(x) {
  const floor = Math.floor(x);
  const rest = x - floor;
  const even = rest < 0.5 || (rest === 0.5 && floor % 2 === 0) ? floor : floor + 1;
  return even === 0 && (x < 0 || Object.is(x, -0)) ? -0 : even;
}
/** @param {number} a @param {number} b */
const maximum = (a, b) => (a > b || Number.isNaN(a) ? a : b);
/** @param {number} a @param {number} b */
const minimum = (a, b) => (a < b || Number.isNaN(a) ? a : b);
/** @param {number} a @param {number} b */
const logaddexp = (a, b) =>
  a === b ? a + Math.LN2 : a > b ? a + Math.log1p(exact.exp(b - a)) : b + Math.log1p(exact.exp(a - b));
const atZero = (/** @type {number} */ x) => x === 0;
const atOne = (/** @type {number} */ x) => Math.abs(x) === 1;

/** @type {Record<string, Omit<Ufunc, 'name' | 'count'>>} */
const table = {
  exp: { kind: 'float', of: exact.exp, single: singles.exp },
  exp2: { kind: 'float', of: (x) => exact.pow(2, x) },
  expm1: { kind: 'float', of: Math.expm1 },
  log: { kind: 'float', of: exact.log, single: singles.log, isPole: atZero },
  log2: { kind: 'float', of: exact.log2, isPole: atZero },
  log10: { kind: 'float', of: pairs.log10, isPole: atZero },
  log1p: { kind: 'float', of: Math.log1p, isPole: (x) => x === -1 },
  sqrt: { kind: 'float', of: Math.sqrt },
  cbrt: { kind: 'float', of: libm.cbrt },
  sin: { kind: 'float', of: exact.sin, single: singles.sin },
  cos: { kind: 'float', of: exact.cos, single: singles.cos },
  tan: { kind: 'float', of: exact.tan },
  arcsin: { kind: 'float', of: exact.arcsin },
  arccos: { kind: 'float', of: exact.arccos },
  arctan: { kind: 'float', of: exact.arctan },
  sinh: { kind: 'float', of: libm.sinh },
  cosh: { kind: 'float', of: pairs.cosh },
  tanh: { kind: 'float', of: tanh, single: singles.tanh },
  arcsinh: { kind: 'float', of: pairs.asinh },
  arccosh: { kind: 'float', of: pairs.acosh },
  arctanh: { kind: 'float', of: pairs.atanh, isPole: atOne },
  deg2rad: { kind: 'float', of: (x) => x * (Math.PI / 180) },
  rad2deg: { kind: 'float', of: (x) => x * (180 / Math.PI) },
  floor: { kind: 'same', of: Math.floor },
  ceil: { kind: 'same', of: Math.ceil },
  trunc: { kind: 'same', of: Math.trunc },
  rint: { kind: 'float', of: rint },
  negative: { kind: 'same', of: (x) => -x, symbol: '-' },
  positive: { kind: 'same', of: (x) => x },
  absolute: { kind: 'same', of: Math.abs },
  fabs: { kind: 'float', of: Math.abs },
  sign: { kind: 'same', of: (x) => (x > 0 ? 1 : x < 0 ? -1 : x === 0 ? 0 : x), isQuiet: true },
  square: { kind: 'arithmetic', of: (x) => x * x },
  reciprocal: { kind: 'same', of: (x) => 1 / x, isPole: atZero },
  isnan: { kind: 'bool', of: (x) => Number(Number.isNaN(x)) },
  isinf: { kind: 'bool', of: (x) => Number(Math.abs(x) === Number.POSITIVE_INFINITY) },
  isfinite: { kind: 'bool', of: (x) => Number(Number.isFinite(x)) },
  signbit: { kind: 'bool', of: (x) => Number(x < 0 || Object.is(x, -0)) },
  logical_not: { kind: 'bool', of: (x) => Number(x === 0) },
  invert: { kind: 'same', of: (x) => ~x, symbol: '~' },
  add: { kind: 'arithmetic', of: (a, b) => a + b },
  subtract: { kind: 'arithmetic', of: (a, b) => a - b, symbol: '-' },
  multiply: { kind: 'arithmetic', of: (a, b) => a * b },
  divide: { kind: 'float', of: (a, b) => a / b, isPole: (_, b) => b === 0 },
  floor_divide: { kind: 'same', of: floorDivide, isPole: (_, b) => b === 0 },
  remainder: { kind: 'same', of: remainder },
  fmod: { kind: 'same', of: (a, b) => a % b },
  power: { kind: 'arithmetic', of: exact.pow, isPole: atZero },
  float_power: { kind: 'float', of: exact.pow, isPole: atZero },
  arctan2: { kind: 'float', of: Math.atan2 },
  hypot: { kind: 'float', of: Math.hypot },
  logaddexp: { kind: 'float', of: logaddexp },
  copysign: { kind: 'float', of: (a, b) => (b < 0 || Object.is(b, -0) ? -Math.abs(a) : Math.abs(a)) },
  heaviside: { kind: 'float', of: (x, h) => (Number.isNaN(x) ? x : x === 0 ? h : x < 0 ? 0 : 1), isQuiet: true },
  maximum: { kind: 'same', of: maximum, isQuiet: true },
  minimum: { kind: 'same', of: minimum, isQuiet: true },
  fmax: { kind: 'same', of: (a, b) => (a >= b || Number.isNaN(b) ? a : b), isQuiet: true },
  fmin: { kind: 'same', of: (a, b) => (a <= b || Number.isNaN(b) ? a : b), isQuiet: true },
  equal: { kind: 'bool', of: (a, b) => Number(a === b) },
  not_equal: { kind: 'bool', of: (a, b) => Number(a !== b) },
  less: { kind: 'bool', of: (a, b) => Number(a < b) },
  less_equal: { kind: 'bool', of: (a, b) => Number(a <= b) },
  greater: { kind: 'bool', of: (a, b) => Number(a > b) },
  greater_equal: { kind: 'bool', of: (a, b) => Number(a >= b) },
  logical_and: { kind: 'bool', of: (a, b) => Number(a !== 0 && b !== 0) },
  logical_or: { kind: 'bool', of: (a, b) => Number(a !== 0 || b !== 0) },
  logical_xor: { kind: 'bool', of: (a, b) => Number((a !== 0) !== (b !== 0)) },
  bitwise_and: {
    kind: 'same',
    of: (a, b) =>
      wide(
        a,
        b,
        (x, y) => x & y,
        (x, y) => x & y,
      ),
  },
  bitwise_or: {
    kind: 'same',
    of: (a, b) =>
      wide(
        a,
        b,
        (x, y) => x | y,
        (x, y) => x | y,
      ),
  },
  bitwise_xor: {
    kind: 'same',
    of: (a, b) =>
      wide(
        a,
        b,
        (x, y) => x ^ y,
        (x, y) => x ^ y,
      ),
  },
  left_shift: { kind: 'same', of: (a, b) => a * 2 ** b },
  right_shift: { kind: 'same', of: (a, b) => Math.floor(a / 2 ** b) },
};

/** Of bits: by JavaScript's 32 where they suffice. @param {number} a @param {number} b @param {(x: number, y: number) => number} small @param {(x: bigint, y: bigint) => bigint} large */
const wide = (a, b, small, large) =>
  (a | 0) === a && (b | 0) === b ? small(a, b) : Number(large(BigInt(a), BigInt(b)));

/** @type {Record<string, Ufunc>} */
export const ufuncs = Object.fromEntries(
  Object.entries(table).map(([name, row]) => [name, { name, count: Math.max(1, arityOf(name)), ...row }]),
);
/** @param {string} name */
function arityOf(name) {
  const names = Object.keys(table);
  return names.indexOf(name) >= names.indexOf('add') ? 2 : 1;
}
