// Python values as arrays: numbers, nested lists, ranges, scalars, tensors; and arrays as lists.

import { listOf, nameOf, Range, raised, repr, smallIndexOf, Tuple, Type } from '../../host/protocol.js';
import { special } from '../../operations/objects.js';
import { boolType, floatType, intType, strType } from '../../values/types.js';
import { bool, boundsOf, checkedWhole, DType, dtypeNamed, float64, int64, promoted } from './dtypes.js';
import { copied, countOf, flat, fresh, NdArray, store, tupleText } from './ndarray.js';
import { plainNumber, Scalar, zeroD } from './scalar.js';

/** How tensors become arrays; set by ../api/bridge.js. @type {{ ofTensor: (value: any) => NdArray | undefined }} */
export const bridge = { ofTensor: () => undefined };

/** An int as a number that int64 holds. @param {bigint} value */
function wholeOf(value) {
  if (value > 9223372036854775807n || value < -9223372036854775808n)
    throw raised('OverflowError', 'Python int too large to convert to C long');
  return checkedWhole(Number(value));
}

/** A single value as an array; undefined where it is many. @param {any} value @returns {NdArray | undefined} */
function single(value) {
  if (typeof value === 'number') return zeroD(value, float64);
  if (typeof value === 'bigint') return zeroD(wholeOf(value), int64);
  if (typeof value === 'boolean') return zeroD(Number(value), bool);
  if (value instanceof NdArray) return value;
  if (value instanceof Scalar) return zeroD(value.value, value.dtype);
  if (typeof value === 'string')
    throw raised('NotImplementedError', 'arrays of str are not part of this NumPy; a list holds them');
  if (value === null || value === undefined)
    throw raised('NotImplementedError', 'arrays of None are not part of this NumPy; a list holds it');
  return bridge.ofTensor(value);
}

/** @param {any} value */
const isSequence = (value) =>
  Array.isArray(value) ||
  value instanceof Tuple ||
  value instanceof Range ||
  special(value, '__getitem__') !== undefined;

/** @param {number[]} shape @param {number} depth */
const ragged = (shape, depth) =>
  raised(
    'ValueError',
    `setting an array element with a sequence. The requested array has an inhomogeneous shape after ${depth} dimensions. The detected shape was ${tupleText(shape)} + inhomogeneous part.`,
  );

/**
 * @param {any} value
 * @param {DType | null} [dtype]
 * @returns {NdArray} a new array unless it was one of that dtype
 */
export function asArray(value, dtype = null) {
  const one = single(value);
  if (one !== undefined) return dtype === null || one.dtype === dtype ? one : copied(one, dtype);
  if (!isSequence(value))
    throw raised(
      'NotImplementedError',
      `arrays of ${nameOf(value)} objects are not part of this NumPy; a list holds them`,
    );
  return ofSequence(value, dtype);
}

/** @param {any} value @param {DType | null} dtype */
function ofSequence(value, dtype) {
  if (value instanceof Range) {
    const out = fresh([Number(value.count)], dtype ?? int64);
    for (let i = 0; i < out.size; i++) out.data[i] = Number(value.at(BigInt(i)));
    return out;
  }
  /** @type {number[]} */ let shape = [];
  /** @type {DType | null} */ let common = null;
  /** @type {(number | NdArray)[]} */ const parts = [];
  let isOdd = false;
  const visit = (/** @type {any} */ item, /** @type {number} */ depth) => {
    const leaf = single(item);
    if (leaf === undefined && isSequence(item)) {
      const items = Array.isArray(item) ? item : listOf(item);
      if (shape.length === depth && parts.length === 0) shape.push(items.length);
      else if (shape[depth] !== items.length) {
        shape = shape.slice(0, depth);
        isOdd = true;
      }
      for (const one of items) visit(one, depth + 1);
      return;
    }
    const own = leaf ?? asArray(item);
    common = common === null ? own.dtype : promoted(common, own.dtype);
    if (parts.length === 0) shape.push(...own.shape);
    else if (own.shape.length !== shape.length - depth || own.shape.some((n, i) => n !== shape[depth + i])) {
      isOdd = true;
      shape = shape.slice(0, depth + own.shape.findIndex((n, i) => n !== shape[depth + i]));
    }
    parts.push(own.shape.length === 0 ? own.data[own.offset] : own);
  };
  visit(value, 0);
  if (isOdd) throw ragged(shape, shape.length);
  const out = fresh(shape, dtype ?? common ?? float64);
  const to = out.dtype;
  const values = new Float64Array(out.size);
  let at = 0;
  for (const part of parts) {
    if (typeof part === 'number') values[at++] = part;
    else {
      values.set(flat(part), at);
      at += part.size;
    }
  }
  if (to.kind !== 'f' && common !== null && /** @type {DType} */ (common).kind !== 'f') checkBounds(values, to);
  store(values, common ?? float64, out.data, to);
  return out;
}

/** @param {Float64Array} values @param {DType} dtype */
function checkBounds(values, dtype) {
  if (dtype.itemsize === 8 || dtype.kind === 'b') return;
  const [least, most] = boundsOf(dtype).map(Number);
  const bad = values.find((one) => one < least || one > most);
  if (bad !== undefined) throw raised('OverflowError', `Python integer ${bad} out of bounds for ${dtype.name}`);
}

/** Elements as Python's numbers in nested lists. @param {NdArray} a @returns {any} */
export function toList(a) {
  const values = flat(a);
  const { dtype, shape } = a;
  const build = (/** @type {number} */ depth, /** @type {number} */ from, /** @type {number} */ count) => {
    if (depth === shape.length) return plainNumber(values[from], dtype);
    const part = count / shape[depth];
    /** @type {any[]} */ const list = new Array(shape[depth]);
    for (let i = 0; i < list.length; i++) list[i] = build(depth + 1, from + i * part, part);
    return list;
  };
  return build(0, 0, countOf(shape));
}

/** A dtype that a program names. @param {any} value @returns {DType} */
export function dtypeOf(value) {
  if (value instanceof DType) return value;
  if (value === null || value === undefined || value === floatType) return float64;
  if (value === intType) return int64;
  if (value === boolType) return bool;
  if (typeof value === 'string') {
    const found = dtypeNamed(value);
    if (found !== undefined) return found;
    throw raised('TypeError', `data type '${value}' not understood`);
  }
  if (value instanceof Type && value.hosts instanceof DType) return value.hosts;
  if (value === strType)
    throw raised('NotImplementedError', 'arrays of str are not part of this NumPy; a list holds them');
  throw raised('TypeError', `Cannot interpret '${repr(value)}' as a data type`);
}

/** A dtype, or null for none. @param {any} value */
export const optionalDtype = (value) => (value === undefined || value === null ? null : dtypeOf(value));

/** @param {any} value an int or several @returns {number[]} */
export function shapeOf(value) {
  const list =
    typeof value === 'bigint' || (value instanceof Scalar && value.dtype.kind !== 'f') ? [value] : dimensions(value);
  return list.map((one) => {
    const n = smallIndexOf(one);
    if (n < 0) throw raised('ValueError', 'negative dimensions are not allowed');
    return n;
  });
}

/** @param {any} value */
function dimensions(value) {
  if (typeof value === 'number' || value instanceof Scalar)
    throw raised(
      'TypeError',
      `expected a sequence of integers or a single integer, got '${typeof value === 'number' ? value + (Number.isInteger(value) ? '.0' : '') : value.value}'`,
    );
  return listOf(value);
}

/** Whether it may be an operand. @param {any} value */
export function operandOf(value) {
  if (typeof value === 'string' || value === null) return undefined;
  if (
    typeof value === 'object' &&
    !(value instanceof NdArray) &&
    !(value instanceof Scalar) &&
    bridge.ofTensor(value) === undefined &&
    !isSequence(value)
  )
    return undefined;
  return asArray(value);
}
