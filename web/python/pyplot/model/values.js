// What programs hand to plots as arrays of numbers: lists, ranges, NumPy's arrays, tensors.
import { isTensor } from '../../../torch/storage/base.js';
import { floatOf, listOf, raised } from '../../host/protocol.js';
import { flat, NdArray } from '../../numpy/array/ndarray.js';
import { Scalar } from '../../numpy/array/scalar.js';

/** A tensor as nested lists; one that needs its gradient is refused as PyTorch refuses it. @param {any} tensor */
function ofTensor(tensor) {
  if (tensor.requires_grad)
    throw raised(
      'RuntimeError',
      "Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.",
    );
  return tensor.tolist();
}

/** Whether a value holds others. @param {any} value */
export const isMany = (value) =>
  typeof value === 'object' &&
  value !== null &&
  !(value instanceof Scalar) &&
  (isTensor(value) || value instanceof NdArray ? value.shape.length > 0 : isIterable(value));

/** @param {any} value */
function isIterable(value) {
  if (Array.isArray(value)) return true;
  try {
    listOf(value);
    return true;
  } catch {
    return false;
  }
}

/** A value as lists of lists of numbers, texts kept. @param {any} value @returns {any} */
export function nested(value) {
  const own = isTensor(value) ? ofTensor(value) : value;
  if (typeof own === 'number' || typeof own === 'string') return own;
  if (typeof own === 'bigint') return Number(own);
  if (typeof own === 'boolean') return Number(own);
  if (own === null) return Number.NaN;
  if (own instanceof NdArray && own.shape.length < 2)
    return own.shape.length === 0 ? own.data[own.offset] : Array.from(flat(own));
  if (isMany(own)) return (Array.isArray(own) ? own : listOf(own)).map(nested);
  return floatOf(own);
}

/** One row of numbers. @param {any} value @returns {number[]} */
export function numbers(value) {
  if (value instanceof NdArray) return Array.from(flat(value));
  const all = nested(value);
  return Array.isArray(all) ? all.flat(Number.POSITIVE_INFINITY).map(Number) : [Number(all)];
}

/** Rows of numbers, for pictures. @param {any} value @returns {any[][]} */
export function rows(value) {
  const all = nested(value);
  if (!Array.isArray(all) || !Array.isArray(all[0]))
    throw raised('TypeError', `Invalid shape (${Array.isArray(all) ? `${all.length},` : ''}) for image data`);
  return all;
}

/** Columns of rows. @template T @param {T[][]} table @returns {T[][]} */
export const transposed = (table) => table[0].map((_, j) => table.map((row) => row[j]));

/** The least and the largest number. @param {number[]} values @returns {[number, number]} */
export const ends = (values) => [Math.min(...values), Math.max(...values)];

/** Those of the finite ones, of which there may be many or none. @param {number[]} values @returns {[number, number]} */
export function finiteEnds(values) {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return [0, 1];
  return [finite.reduce((a, b) => Math.min(a, b)), finite.reduce((a, b) => Math.max(a, b))];
}
