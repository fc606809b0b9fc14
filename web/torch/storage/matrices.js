// Products of matrices in every dtype, unseen by autograd: float32 by the kernels, the others by plain loops in the same order.
import { product } from '../../core/kernels.js';
import { float32, int32, int64 } from './dtype.js';
import { axes, elements, isContiguous } from './strided.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('./dtype.js').TypedArray} TypedArray
 * @typedef {{ count: number, rows: number, depth: number, columns: number }} Sizes of `count` products [rows, depth] times
 *   [depth, columns]
 */

/**
 * A tensor with its last two dimensions swapped, unseen by autograd.
 * @param {Tensor} x of at least two dimensions
 * @returns {Tensor}
 */
export function turned(x) {
  const dims = [...x.shape.keys()];
  const last = dims.length - 1;
  [dims[last - 1], dims[last]] = [last, last - 1];
  return x.make(x.storage, ...axes(x, dims), x.offset, x.dtype);
}

/**
 * The elements of matrices, and whether they are those of the transposes: where they lie so already nothing is copied.
 * @param {Tensor} x
 * @returns {[array: any, isTransposed: boolean]}
 */
function laidOut(x) {
  if (x.shape.length < 2 || isContiguous(x)) return [elements(x), false];
  const other = turned(x);
  return isContiguous(other) ? [elements(other), true] : [elements(x), false];
}

/**
 * The product of two tensors of one dtype, each read as matrices; a vector is a row or a column, as the sizes tell.
 * @param {Tensor} a
 * @param {Tensor} b
 * @param {Sizes} sizes
 * @param {{ bias?: TypedArray | null, out?: TypedArray | null, continues?: boolean }} [options] bias: one for each column, of
 *   float32; out: no part of `a` and `b`; continues: the sums begin at what `out` holds
 * @returns {TypedArray} out, else a fresh array
 */
export function multiplied(a, b, sizes, { bias = null, out = null, continues = false } = {}) {
  if (a.dtype === float32) {
    const [left, aTransposed] = laidOut(a);
    const [right, bTransposed] = laidOut(b);
    const factors = { a: left, aTransposed, b: right, bTransposed, bias: /** @type {Float32Array | null} */ (bias) };
    return product(factors, /** @type {Float32Array | null} */ (out), sizes, continues);
  }
  const { count, rows, depth, columns } = sizes;
  const result = out ?? new a.dtype.array(count * rows * columns);
  const left = elements(a);
  const right = elements(b.shape.length > 1 ? turned(b) : b);
  const sum = a.dtype === int64 ? wholeSum : a.dtype === int32 ? intSum : numberSum;
  for (let i = 0, at = 0; i < count * rows; i++) {
    const own = Math.floor(i / rows) * columns;
    for (let j = own; j < own + columns; j++, at++) {
      const from = continues ? result[at] : /** @type {any} */ (a.dtype === int64 ? 0n : 0);
      result[at] = sum(from, left, i * depth, right, j * depth, depth);
    }
  }
  return result;
}

/**
 * The sum of products of two rows, from a number on. Of uint8 it wraps at the store.
 * @param {any} from
 * @param {any} a
 * @param {number} i
 * @param {any} b
 * @param {number} j
 * @param {number} n
 * @returns {any}
 */
function numberSum(from, a, i, b, j, n) {
  let sum = from;
  for (let k = 0; k < n; k++) sum += a[i + k] * b[j + k];
  return sum;
}

/** @type {typeof numberSum} */
function intSum(from, a, i, b, j, n) {
  let sum = from;
  for (let k = 0; k < n; k++) sum = (sum + Math.imul(a[i + k], b[j + k])) | 0;
  return sum;
}

/** @type {typeof numberSum} */
function wholeSum(from, a, i, b, j, n) {
  let sum = from;
  for (let k = 0; k < n; k++) sum += a[i + k] * b[j + k];
  return sum;
}
