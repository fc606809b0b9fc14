// convolve and correlate: sums of products of a row with another that moves along it.
// Source of the order of sums: _pyarray_correlate in numpy/_core/src/multiarray/multiarraymodule.c.

import { raised } from '../../host/protocol.js';
import { asArray } from '../array/convert.js';
import { promoted } from '../array/dtypes.js';
import { flat, NdArray } from '../array/ndarray.js';
import { dot } from './linear.js';

/** Kernels of so many elements have loops of their own, one product after the other. */
const kSmall = 11;

/** @param {any} data @param {any} kernel @param {number} from */
function plainSum(data, kernel, from) {
  const round = kernel instanceof Float32Array ? Math.fround : (/** @type {number} */ x) => x;
  let sum = 0;
  for (let k = 0; k < kernel.length; k++) sum = round(sum + round(data[from + k] * kernel[k]));
  return sum;
}

const modes = ['valid', 'same', 'full'];

/** Products with a row that is no longer than the other. @param {NdArray} a @param {NdArray} v @param {any} mode */
function correlated(a, v, mode) {
  if (!modes.includes(mode))
    throw raised('ValueError', "Use one of 'valid', 'same', or 'full' for convolve/correlate mode");
  const dtype = promoted(a.dtype, v.dtype);
  const [data, kernel] = [flat(asArray(a, dtype)), flat(asArray(v, dtype))];
  const [long, short] = [data.length, kernel.length];
  const left = mode === 'valid' ? 0 : mode === 'same' ? Math.floor(short / 2) : short - 1;
  const right = mode === 'same' ? short - left - 1 : left;
  const part = (/** @type {any} */ values, /** @type {number} */ from, /** @type {number} */ count) =>
    new NdArray(values.slice(from, from + count), [count], dtype);
  const sum = (/** @type {number} */ from, /** @type {number} */ count, /** @type {number} */ at) =>
    dot(part(data, from, count), part(kernel, at, count)).data[0];
  const inner = (/** @type {number} */ i) =>
    short <= kSmall && dtype.kind === 'f' ? plainSum(data, kernel, i) : sum(i, short, 0);
  const out = new dtype.array(long - short + 1 + left + right);
  let at = 0;
  for (let i = left; i > 0; i--) out[at++] = sum(0, short - i, i);
  for (let i = 0; i <= long - short; i++) out[at++] = inner(i);
  for (let i = 1; i <= right; i++) out[at++] = sum(long - short + i, short - i, 0);
  return new NdArray(out, [out.length], dtype);
}

/** @param {NdArray} a */
const reversed = (a) => new NdArray(flat(a).slice().reverse(), [a.size], a.dtype);

/** @param {any} a @param {any} v @returns {NdArray[]} */
function rowsOf(a, v) {
  const rows = [a, v].map((one) => asArray(one));
  for (const [i, one] of rows.entries()) if (one.size === 0) throw raised('ValueError', `${'av'[i]} cannot be empty`);
  if (rows.some((one) => one.shape.length > 1)) throw raised('ValueError', 'object too deep for desired array');
  return rows;
}

/** @param {any} a @param {any} v @param {any} mode */
export function convolve(a, v, mode = 'full') {
  const [long, short] = rowsOf(a, v).sort((x, y) => y.size - x.size);
  return correlated(long, reversed(short), mode);
}

/** @param {any} a @param {any} v @param {any} mode */
export function correlate(a, v, mode = 'valid') {
  const [x, y] = rowsOf(a, v);
  return x.size < y.size ? reversed(correlated(y, x, mode)) : correlated(x, y, mode);
}
