// Functions of elements carried through arrays: the dtype of their results, their loops, their warnings.

import { raised } from '../../host/protocol.js';
import { bool, boundsOf, checkedWhole, dtypeNamed, float32, float64, promoted } from '../array/dtypes.js';
import { commonShape, flat, fresh, NdArray, shapeText, spread, write } from '../array/ndarray.js';
import { complain } from '../array/state.js';
import * as exact from '../numbers/exact.js';

import { rint, ufuncs } from './table.js';

/** @typedef {import('../array/dtypes.js').DType} DType @typedef {import('./table.js').Ufunc} Ufunc */

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
    finish(ufunc, result, isScalar, [x], [1]);
    return;
  }
  const y = flat(b.size === 1 ? b : spread(b, shape));
  const [p, q] = [a.size === 1 ? 0 : 1, b.size === 1 ? 0 : 1];
  if (size > 0 && ufunc.name === 'power') {
    power(x, p, y, q, to, common);
  } else if (ufunc.name === 'add') for (let i = 0; i < size; i++) to[i] = x[i * p] + y[i * q];
  else if (ufunc.name === 'multiply' && common.kind !== 'f' && common.itemsize === 4)
    for (let i = 0; i < size; i++) to[i] = Math.imul(x[i * p], y[i * q]); // the low 32 bits, as processors keep
  else if (ufunc.name === 'multiply') for (let i = 0; i < size; i++) to[i] = x[i * p] * y[i * q];
  else for (let i = 0; i < size; i++) to[i] = of(x[i * p], y[i * q]);
  finish(ufunc, result, isScalar, [x, y], [p, q]);
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

/** Checks whole numbers, and warns of what arithmetic met. @param {Ufunc} ufunc @param {NdArray} result @param {boolean} isScalar @param {ArrayLike<number>[]} inputs @param {number[]} steps */
function finish(ufunc, result, isScalar, inputs, steps) {
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

export { rint, ufuncs };
