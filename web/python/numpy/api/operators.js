// Operators of arrays and scalars: + - * / and comparisons, with the dtypes of NumPy 2, and what makes Python's numbers of them.

import { isTensor } from '../../../torch/storage/base.js';
import { binary, kNotImplemented, raised, Tuple, Type } from '../../host/protocol.js';
import { Dict } from '../../values/dict.js';
import { asArray, operandOf } from '../array/convert.js';
import { bool, float64 } from '../array/dtypes.js';
import { copied, NdArray } from '../array/ndarray.js';
import { given, Scalar, scalar } from '../array/scalar.js';
import { apply, commonDtype, errors, ufuncs } from '../functions/ufuncs.js';
import { isWeak } from './define.js';
import { functions } from './functions.js';

/** Operators and the functions that they are. @type {Record<string, [ufunc: string, symbol: string]>} */
const operators = {
  add: ['add', '+'],
  sub: ['subtract', '-'],
  mul: ['multiply', '*'],
  truediv: ['divide', '/'],
  floordiv: ['floor_divide', '//'],
  mod: ['remainder', '%'],
  pow: ['power', '** or pow()'],
  and: ['bitwise_and', '&'],
  or: ['bitwise_or', '|'],
  xor: ['bitwise_xor', '^'],
  lshift: ['left_shift', '<<'],
  rshift: ['right_shift', '>>'],
};
const comparisons = { eq: 'equal', ne: 'not_equal', lt: 'less', le: 'less_equal', gt: 'greater', ge: 'greater_equal' };

/** @param {any} one */
const kindName = (one) => ({ b: 'bool', f: 'float', i: 'int', u: 'int' })[/** @type {'b'} */ (asArray(one).dtype.kind)];

/** A float64 with another number, where no warning is due: most of the arithmetic in loops. @param {any} a @param {any} b @param {string} name */
function ofDoubles(a, b, name) {
  const x = doubleOf(a);
  const y = doubleOf(b);
  if (x === undefined || y === undefined) return undefined;
  const value =
    name === 'add'
      ? x + y
      : name === 'subtract'
        ? x - y
        : name === 'multiply'
          ? x * y
          : name === 'divide'
            ? x / y
            : Number.NaN;
  return value - value === 0 ? scalar(value, float64) : undefined;
}
/** @param {any} value */
const doubleOf = (value) =>
  typeof value === 'number'
    ? value
    : typeof value === 'bigint'
      ? Number(value)
      : value instanceof Scalar && value.dtype === float64
        ? value.value
        : undefined;

/** Whether an int of NumPy's repeats a sequence. @param {any} count @param {any} other */
const isRepeated = (count, other) =>
  count instanceof Scalar &&
  count.dtype.kind !== 'f' &&
  (typeof other === 'string' || Array.isArray(other) || other instanceof Tuple);

/** Powers that arrays have functions for. */
const simplePowers = new Map([
  [2, 'square'],
  [0.5, 'sqrt'],
  [-1, 'reciprocal'],
]);

/** An array before a tensor is refused, as PyTorch refuses it; a scalar, and a quotient, is left to the tensor. @param {any} a @param {any} b @param {string} symbol */
export function besideTensor(a, b, symbol) {
  if (!(a instanceof NdArray && isTensor(b)) || symbol === '/') return kNotImplemented; // a tensor's reciprocal knows arrays
  throw raised(
    'TypeError',
    symbol === '+'
      ? 'Concatenation operation is not implemented for NumPy arrays, use np.concatenate() instead. Please do not rely on this error; it may not be given on all Python implementations.'
      : `unsupported operand type(s) for ${symbol}: 'numpy.ndarray' and 'Tensor'`,
  );
}

/** @param {any} a @param {any} b @param {string} name @param {string} symbol @param {NdArray | null} [out] */
function operate(a, b, name, symbol, out = null) {
  if (isTensor(a) || isTensor(b)) return besideTensor(a, b, symbol);
  const quick = ofDoubles(a, b, name);
  if (quick !== undefined) return quick;
  if (name === 'multiply' && (isRepeated(a, b) || isRepeated(b, a)))
    return a instanceof Scalar ? binary('*', BigInt(a.value), b) : binary('*', a, BigInt(b.value));
  const odd = a === null || typeof a === 'string' ? a : b;
  if (odd === null)
    throw raised(
      'TypeError',
      `unsupported operand type(s) for ${symbol}: ${[a, b].map((one) => (one === null ? "'NoneType'" : `'${kindName(one)}'`)).join(' and ')}`,
    );
  if (typeof odd === 'string')
    throw raised(
      errors.loop,
      `ufunc '${name}' did not contain a loop with signature matching types (${[a, b].map((one) => `dtype('${typeof one === 'string' ? `<U${one.length}` : asArray(one).dtype.name}')`).join(', ')}) -> None`,
    );
  const [x, y] = [operandOf(a), operandOf(b)];
  if (x === undefined || y === undefined) return kNotImplemented;
  const simple = name === 'power' && a instanceof NdArray && isWeak(b) ? simplePowers.get(Number(b)) : undefined;
  if (
    simple !== undefined &&
    (a.dtype.kind === 'f' || (simple === 'square' && a.dtype !== bool)) &&
    !(typeof b === 'number' && a.dtype.kind !== 'f')
  )
    return finished(apply(ufuncs[simple], [a], { out }), out);
  const isScalar = !(a instanceof NdArray || b instanceof NdArray || Array.isArray(a) || Array.isArray(b));
  const made = apply(ufuncs[name], [x, y], { weak: [isWeak(a), isWeak(b)], out, isScalar });
  return finished(made, out);
}
/** @param {NdArray} made @param {NdArray | null} out */
const finished = (made, out) => out ?? given(made);

/** @param {any} a @param {any} b @param {string} name */
export function compared(a, b, name) {
  if (isTensor(b)) return kNotImplemented;
  if (b === null || typeof b === 'string' || b instanceof Dict || b instanceof Type) {
    if (name !== 'equal' && name !== 'not_equal') return kNotImplemented;
    const isDifferent = name === 'not_equal';
    if (a instanceof Scalar) return isDifferent;
    const made = apply(ufuncs.isinf, [
      new NdArray(new Float64Array(a.size).fill(isDifferent ? Number.POSITIVE_INFINITY : 0), a.shape, float64),
    ]);
    return given(made);
  }
  const [x, y] = [operandOf(a), operandOf(b)];
  if (x === undefined || y === undefined) return kNotImplemented;
  const weak = [isWeak(a), isWeak(b)];
  // Comparisons with a number out of the dtype's range are exact.
  if (x.dtype.kind !== 'f' && y.dtype.kind !== 'f') return given(apply(ufuncs[name], [x, y]));
  return given(apply(ufuncs[name], weak.some(Boolean) ? rounded([x, y], weak) : [x, y]));
}

/** Python's numbers as the other operand's dtype has them. @param {NdArray[]} operands @param {boolean[]} weak */
function rounded(operands, weak) {
  const dtype = commonDtype(operands, weak);
  return operands.map((one, i) => (weak[i] && one.dtype !== dtype ? copied(one, dtype) : one));
}

/** @type {Record<string, any>} */
export const shared = {};
/** @type {Record<string, any>} */
export const inPlace = {};
for (const [key, [name, symbol]] of Object.entries(operators)) {
  shared[`__${key}__`] = (/** @type {any} */ a, /** @type {any} */ b) => operate(a, b, name, symbol);
  shared[`__r${key}__`] = (/** @type {any} */ a, /** @type {any} */ b) => operate(b, a, name, symbol);
  inPlace[`__i${key}__`] = (/** @type {any} */ a, /** @type {any} */ b) => operate(a, b, name, symbol, a);
}
for (const [key, name] of Object.entries(comparisons))
  shared[`__${key}__`] = (/** @type {any} */ a, /** @type {any} */ b) => compared(a, b, name);
const unary = (/** @type {string} */ name) => (/** @type {any} */ a) => given(apply(ufuncs[name], [asArray(a)]));
shared.__neg__ = unary('negative');
shared.__pos__ = unary('positive');
shared.__abs__ = unary('absolute');
shared.__invert__ = (/** @type {any} */ a) => unary(asArray(a).dtype === bool ? 'logical_not' : 'invert')(a);
shared.__divmod__ = (/** @type {any} */ a, /** @type {any} */ b) =>
  new Tuple([operate(a, b, 'floor_divide', 'divmod()'), operate(a, b, 'remainder', 'divmod()')]);
shared.__rdivmod__ = (/** @type {any} */ a, /** @type {any} */ b) => shared.__divmod__(b, a);

/** The only element. @param {any} a */
function only(a) {
  if (a instanceof Scalar) return a.value;
  if (a.shape.length > 0) throw raised('TypeError', 'only 0-dimensional arrays can be converted to Python scalars');
  return a.data[a.offset];
}
shared.__float__ = (/** @type {any} */ a) => only(a);
shared.__int__ = (/** @type {any} */ a) => {
  const value = only(a);
  if (!Number.isFinite(value))
    throw raised(
      Number.isNaN(value) ? 'ValueError' : 'OverflowError',
      `cannot convert float ${Number.isNaN(value) ? 'NaN' : 'infinity'} to integer`,
    );
  return BigInt(Math.trunc(value));
};
shared.__index__ = (/** @type {any} */ a) => {
  if (asArray(a).dtype.kind === 'f' || asArray(a).dtype.kind === 'b' || asArray(a).shape.length > 0)
    throw raised(
      'TypeError',
      a instanceof Scalar
        ? `'numpy.${a.dtype.name}' object cannot be interpreted as an integer`
        : 'only integer scalar arrays can be converted to a scalar index',
    );
  return BigInt(only(a));
};
shared.__round__ = (/** @type {any} */ a, /** @type {any} */ places) => {
  if (a instanceof Scalar && (places === undefined || places === null))
    return shared.__int__(functions.round.call([a], new Map()));
  return functions.round.call([a, ...(places === undefined || places === null ? [] : [places])], new Map());
};
