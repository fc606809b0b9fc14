// Functions of elements: their table, the dtype of their results, their warnings.

import { raised } from '../../host/protocol.js';
import { bool, boundsOf, checkedWhole, float32, float64, int64, promoted } from '../array/dtypes.js';
import { commonShape, flat, fresh, NdArray, shapeText, spread, write } from '../array/ndarray.js';
import { complain } from '../array/state.js';
import * as exact from '../numbers/exact.js';
import * as singles from '../numbers/singles.js';
import { tanh } from '../numbers/tanh.js';

/** @typedef {import('../array/dtypes.js').DType} DType */
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
  log10: { kind: 'float', of: Math.log10, isPole: atZero },
  log1p: { kind: 'float', of: Math.log1p, isPole: (x) => x === -1 },
  sqrt: { kind: 'float', of: Math.sqrt },
  cbrt: { kind: 'float', of: Math.cbrt },
  sin: { kind: 'float', of: exact.sin, single: singles.sin },
  cos: { kind: 'float', of: exact.cos, single: singles.cos },
  tan: { kind: 'float', of: exact.tan },
  arcsin: { kind: 'float', of: exact.arcsin },
  arccos: { kind: 'float', of: exact.arccos },
  arctan: { kind: 'float', of: exact.arctan },
  sinh: { kind: 'float', of: Math.sinh },
  cosh: { kind: 'float', of: Math.cosh },
  tanh: { kind: 'float', of: tanh, single: singles.tanh },
  arcsinh: { kind: 'float', of: Math.asinh },
  arccosh: { kind: 'float', of: Math.acosh },
  arctanh: { kind: 'float', of: Math.atanh, isPole: atOne },
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

/** The dtype that operands have together; those of Python's own numbers follow the others. @param {NdArray[]} arrays @param {boolean[]} weak which of them are Python's int or float @param {boolean} [isChecked] whether ints have to fit */
export function commonDtype(arrays, weak, isChecked = true) {
  /** @type {DType | null} */ let common = null;
  arrays.forEach(({ dtype }, i) => {
    if (!weak[i]) common = common === null ? dtype : promoted(common, dtype);
  });
  arrays.forEach(({ dtype, data, offset }, i) => {
    if (!weak[i]) return;
    const now = /** @type {DType | null} */ (common);
    if (now === null || now.kind === 'b') common = now === null ? dtype : promoted(now, dtype);
    else if (dtype.kind === 'f' && now.kind !== 'f') common = float64;
    else if (dtype.kind === 'i' && now.kind !== 'f') {
      const [least, most] = boundsOf(now).map(Number);
      const value = data[offset];
      if (isChecked && (value < least || value > most))
        throw raised('OverflowError', `Python integer ${value} out of bounds for ${now.name}`);
    } else if (dtype.kind === 'f' && now.kind === 'f' && arrays.every((_, k) => weak[k])) common = promoted(now, dtype);
  });
  return common ?? float64;
}

const boolWords = {
  negative:
    'The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead.',
  subtract:
    'numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead.',
};

/** The dtype in which it computes, and that of the result. @param {Ufunc} ufunc @param {DType} common @returns {[DType, DType]} */
function dtypesOf({ name, kind }, common) {
  if (kind === 'bool') return [common, bool];
  if (name in boolWords && common === bool) throw raised('TypeError', boolWords[/** @type {'negative'} */ (name)]);
  if (name === 'sign' && common === bool)
    throw raised(
      errors.loop,
      "ufunc 'sign' did not contain a loop with signature matching types <class 'numpy.dtypes.BoolDType'> -> None",
    );
  if (/^bitwise|^invert|shift$/.test(name) && common.kind === 'f')
    throw raised(
      'TypeError',
      `ufunc '${name}' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''`,
    );
  if (kind === 'float' && common.kind !== 'f') {
    if (name === 'divide' || name === 'float_power' || common.itemsize > 2) return [float64, float64];
    if (common.itemsize === 2) return [float32, float32];
    throw raised(
      'NotImplementedError',
      `float16, which ${name} makes of ${common.name}, is not part of this NumPy; astype(float) helps`,
    );
  }
  if (common === bool && /^(power|floor_divide|remainder|fmod|square|left_shift|right_shift)$/.test(name))
    return [namedInt8(), namedInt8()];
  return [common, common];
}
/** What bools become where arithmetic has none of theirs. */
const namedInt8 = () => small8;

import { dtypeNamed } from '../array/dtypes.js';

const small8 = /** @type {DType} */ (dtypeNamed('int8'));

/**
 * Carries a function through arrays.
 * @param {Ufunc} ufunc
 * @param {NdArray[]} arrays
 * @param {{ weak?: boolean[], out?: NdArray | null, dtype?: DType | null, isScalar?: boolean }} [options]
 * @returns {NdArray}
 */
export function apply(ufunc, arrays, { weak = [], out = null, dtype = null, isScalar = false } = {}) {
  const common = commonDtype(arrays, weak, ufunc.kind !== 'float');
  let [, to] = dtypesOf(ufunc, common);
  if (dtype !== null) to = dtype;
  const shape = arrays.length === 1 ? arrays[0].shape : commonShape(arrays);
  if (out !== null) checkOut(ufunc, out, shape, to);
  const result = fresh(shape.slice(), to);
  compute(ufunc, arrays, result, common, isScalar);
  if (out === null) return result;
  write(out, result);
  return out;
}

/** @param {Ufunc} ufunc @param {NdArray} out @param {number[]} shape @param {DType} to */
function checkOut({ name }, out, shape, to) {
  if (
    commonShape([
      out,
      fresh(
        shape.map(() => 0),
        to,
      ).size === 0
        ? new NdArray(new to.array(0), shape, to)
        : out,
    ]).some((n, i) => n !== out.shape[i]) ||
    shape.length > out.shape.length
  )
    throw raised(
      'ValueError',
      `non-broadcastable output operand with shape ${shapeText(out.shape)} doesn't match the broadcast shape ${shapeText(shape)}`,
    );
  const order = 'buif';
  if (order.indexOf(to.kind) > order.indexOf(out.dtype.kind) && !(to.kind === 'i' && out.dtype.kind === 'u' && false))
    throw raised(
      errors.casting,
      `Cannot cast ufunc '${name}' output from dtype('${to.name}') to dtype('${out.dtype.name}') with casting rule 'same_kind'`,
    );
}
/** NumPy's own exceptions, set by ../api/exceptions.js. @type {{ casting: any, loop: any }} */
export const errors = { casting: 'TypeError', loop: 'TypeError' };

/** @param {Ufunc} ufunc @param {NdArray[]} arrays @param {NdArray} result @param {DType} common @param {boolean} isScalar */
function compute(ufunc, arrays, result, common, isScalar) {
  const { of } = ufunc;
  const { data: to, size, shape, dtype } = result;
  const [a, b] = arrays;
  const x = flat(a.size === 1 ? a : spread(a, shape));
  if (b === undefined) {
    const own = dtype === float32 && ufunc.single ? ufunc.single : of;
    for (let i = 0; i < size; i++) to[i] = own(x[i]);
    finish(ufunc, result, common, isScalar, [x], [1]);
    return;
  }
  const y = flat(b.size === 1 ? b : spread(b, shape));
  const [p, q] = [a.size === 1 ? 0 : 1, b.size === 1 ? 0 : 1];
  if (size > 0 && ufunc.name === 'power') {
    power(x, p, y, q, to, common);
  } else if (ufunc.name === 'add') for (let i = 0; i < size; i++) to[i] = x[i * p] + y[i * q];
  else if (ufunc.name === 'multiply') for (let i = 0; i < size; i++) to[i] = x[i * p] * y[i * q];
  else for (let i = 0; i < size; i++) to[i] = of(x[i * p], y[i * q]);
  finish(ufunc, result, common, isScalar, [x, y], [p, q]);
}

/** @param {number} x @param {number} y @param {DType} dtype */
function wholePower(x, y, dtype) {
  const value = x ** y;
  return Math.abs(value) < 2 ** 53 || dtype.itemsize === 8 ? value : Number(BigInt.asIntN(32, BigInt(x) ** BigInt(y)));
}

/** NumPy squares and takes roots where the exponent is one number. @param {ArrayLike<number>} x @param {number} p @param {ArrayLike<number>} y @param {number} q @param {any} to @param {DType} common */
function power(x, p, y, q, to, common) {
  const { length } = to;
  if (common.kind !== 'f') {
    for (let i = 0; i < y.length; i++)
      if (y[i] < 0) throw raised('ValueError', 'Integers to negative integer powers are not allowed.');
    for (let i = 0; i < length; i++) to[i] = wholePower(x[i * p], y[i * q], common);
    return;
  }
  if (q === 0) {
    const e = y[0];
    const quick = quickPowers.get(e);
    if (quick) {
      for (let i = 0; i < length; i++) to[i] = quick(x[i * p]);
      return;
    }
  }
  for (let i = 0; i < length; i++) to[i] = exact.pow(x[i * p], y[i * q]);
}
/** @type {Map<number, (x: number) => number>} */
const quickPowers = new Map([
  [2, (x) => x * x],
  [1, (x) => x],
  [0.5, Math.sqrt],
  [-1, (x) => 1 / x],
  [0, () => 1],
]);

/** Checks whole numbers, and warns of what arithmetic met. @param {Ufunc} ufunc @param {NdArray} result @param {DType} common @param {boolean} isScalar @param {ArrayLike<number>[]} inputs @param {number[]} steps */
function finish(ufunc, result, common, isScalar, inputs, steps) {
  const { data, size, dtype } = result;
  const name = isScalar && scalarNames.has(ufunc.name) ? `scalar ${ufunc.name}` : ufunc.name;
  if (dtype.kind === 'i' || dtype.kind === 'u') {
    if (/^(floor_divide|remainder|fmod)$/.test(ufunc.name)) wholeDivision(result, inputs[1], steps[1], name);
    else if (dtype.itemsize === 8)
      for (let i = 0; i < size; i++) {
        if (data[i] > 9007199254740992 || data[i] < -9007199254740992) checkedWhole(data[i]);
        if (data[i] === 0) data[i] = 0; // no negative zero
      }
    return;
  }
  if (dtype.kind !== 'f' || ufunc.isQuiet) return;
  let isOdd = false;
  for (let i = 0; i < size; i++)
    if (data[i] - data[i] !== 0) {
      isOdd = true;
      break;
    }
  if (!isOdd) return;
  /** @type {Set<'divide' | 'over' | 'invalid'>} */ const met = new Set();
  const [x, y] = inputs;
  for (let i = 0; i < size; i++) {
    const value = data[i];
    if (value - value === 0) continue;
    const [a, b] = [x[i * steps[0]], y === undefined ? 0 : y[i * steps[1]]];
    if (Number.isNaN(value)) {
      if (!Number.isNaN(a) && !Number.isNaN(b)) met.add('invalid');
    } else if (ufunc.isPole?.(a, b)) {
      if (Number.isFinite(a)) met.add('divide');
    } else if (Number.isFinite(a) && Number.isFinite(b)) met.add('over');
  }
  for (const kind of /** @type {const} */ (['divide', 'over', 'invalid'])) if (met.has(kind)) complain(kind, name);
}
const scalarNames = new Set(['add', 'subtract', 'multiply', 'divide', 'floor_divide', 'remainder', 'power']);

/** Whole numbers divided by zero give zero, and a warning. @param {NdArray} result @param {ArrayLike<number>} divisors @param {number} step @param {string} name */
function wholeDivision({ data, size }, divisors, step, name) {
  let isDivided = false;
  for (let i = 0; i < size; i++) {
    if (divisors[i * step] === 0) {
      data[i] = 0;
      isDivided = true;
    } else if (data[i] === 0) data[i] = 0;
  }
  if (isDivided) complain('divide', name);
}

export { float32 };
