// sum, mean, max, argmax, cumsum and their kin along axes, in the order in which NumPy adds.

import { listOf, raised, smallIndexOf, Tuple } from '../../host/protocol.js';
import { bool, checkedWhole, float32, float64, int64, uint64 } from '../array/dtypes.js';
import { axisLast, axisOf, copied, countOf, flat, fresh, NdArray, permuted, view, walk } from '../array/ndarray.js';
import { zeroD } from '../array/scalar.js';
import { complain, warn } from '../array/state.js';
import { pairwise, pairwiseFloat } from '../numbers/sums.js';
import { apply, ufuncs } from './ufuncs.js';

/** @typedef {import('../array/dtypes.js').DType} DType */

/** The axes that a program names: all of them for None. @param {any} axis @param {number} count @returns {number[]} */
export function axesOf(axis, count) {
  if (axis === undefined || axis === null) return Array.from({ length: count }, (_, i) => i);
  const list = axis instanceof Tuple || Array.isArray(axis) ? listOf(axis) : [axis];
  if (count === 0 && list.every((one) => one === 0n || one === -1n)) return [];
  const axes = list.map((one) => axisOf(smallIndexOf(one), count));
  if (new Set(axes).size < axes.length) throw raised('ValueError', "duplicate value in 'axis'");
  return axes;
}

/** The shape that is left. @param {number[]} shape @param {number[]} axes @param {boolean} keeps */
const leftOf = (shape, axes, keeps) =>
  keeps ? shape.map((n, i) => (axes.includes(i) ? 1 : n)) : shape.filter((_, i) => !axes.includes(i));

/** The sum over axes: in pairs where the elements of a sum lie next to each other, row after row elsewhere. @param {NdArray} a @param {number[]} axes @param {boolean} keeps @param {DType} dtype */
export function sumOf(a, axes, keeps, dtype) {
  const source = a.dtype === dtype || (a.dtype.kind !== 'f' && dtype.kind !== 'f') ? a : copied(a, dtype);
  const out = fresh(leftOf(a.shape, axes, keeps), dtype);
  const { data } = source;
  const [add, total] = dtype === float32 ? [Math.fround, pairwiseFloat] : [(/** @type {number} */ x) => x, pairwise];
  // The dimensions by their steps, the smallest last; those that lie seamlessly become one.
  const outSteps = stepsWithin(a.shape, axes, out, keeps);
  const dims = a.shape
    .map((n, i) => ({ n, step: source.strides[i], to: outSteps[i], isSummed: axes.includes(i) }))
    .filter(({ n }) => n !== 1)
    .sort((x, y) => Math.abs(y.step) - Math.abs(x.step));
  /** @type {typeof dims} */ const merged = [];
  for (const dim of dims) {
    const before = merged.at(-1);
    if (before && before.isSummed === dim.isSummed && before.step === dim.step * dim.n && before.to === dim.to * dim.n)
      Object.assign(before, { n: before.n * dim.n, step: dim.step, to: dim.to });
    else merged.push(dim);
  }
  if (a.size === 0) return out;
  const inner = merged.at(-1);
  if (inner === undefined) {
    out.data[0] = data[source.offset];
    return out;
  }
  const visit = (/** @type {number} */ depth, /** @type {number} */ from, /** @type {number} */ to) => {
    const { n, step, to: by } = merged[depth];
    if (depth < merged.length - 1) for (let i = 0; i < n; i++) visit(depth + 1, from + i * step, to + i * by);
    else if (inner.isSummed) out.data[to] = add(out.data[to] + total(data, from, n, step));
    else for (let i = 0; i < n; i++) out.data[to + i * by] += data[from + i * step];
  };
  visit(0, source.offset, 0);
  notice(out, source, 'reduce');
  return out;
}

/** Steps of the result along the dimensions of the source; zero along those that are summed. @param {number[]} shape @param {number[]} axes @param {NdArray} out @param {boolean} keeps */
function stepsWithin(shape, axes, out, keeps) {
  let at = 0;
  return shape.map((_, i) => {
    if (axes.includes(i)) {
      if (keeps) at++;
      return 0;
    }
    return out.strides[at++];
  });
}

/** Warns of sums that are no numbers though their parts are. @param {NdArray} out @param {NdArray} source @param {string} name */
function notice(out, source, name) {
  if (out.dtype.kind !== 'f') {
    if (out.dtype.itemsize === 8) for (const one of out.data) checkedWhole(one);
    return;
  }
  if (out.data.every((x) => x - x === 0)) return;
  const parts = flat(source);
  if (parts.some(Number.isNaN)) return;
  if (out.data.some(Number.isNaN)) complain('invalid', name);
  else if (parts.every(Number.isFinite)) complain('over', name);
}

/** An array whose last dimension is what is reduced. @param {NdArray} a @param {number[]} axes @returns {{ rows: any, count: number, length: number }} */
export function rowsOf(a, axes) {
  const rest = [...a.shape.keys()].filter((i) => !axes.includes(i));
  const moved = permuted(a, [...rest, ...axes]);
  const length = countOf(axes.map((i) => a.shape[i]));
  return { rows: flat(moved), count: countOf(rest.map((i) => a.shape[i])), length };
}

/** Reduces each row by a function. @param {NdArray} a @param {any} axis @param {boolean} keeps @param {DType} dtype @param {(rows: any, from: number, n: number) => number} reduce @returns {NdArray} */
export function reduced(a, axis, keeps, dtype, reduce) {
  const axes = axesOf(axis, a.shape.length);
  const { rows, length } = rowsOf(a, axes);
  const out = fresh(leftOf(a.shape, axes, keeps), dtype);
  for (let i = 0; i < out.size; i++) out.data[i] = reduce(rows, i * length, length);
  return out;
}

/** The dtype of sums. @param {DType} dtype */
const sumType = (dtype) => (dtype.kind === 'f' ? dtype : dtype.kind === 'u' ? uint64 : int64);

/** @param {NdArray} a @param {any} axis @param {boolean} keeps @param {DType | null} dtype */
export const sum = (a, axis, keeps, dtype) => sumOf(a, axesOf(axis, a.shape.length), keeps, dtype ?? sumType(a.dtype));

/** @param {NdArray} a @param {any} axis @param {boolean} keeps @param {DType | null} dtype */
export function prod(a, axis, keeps, dtype) {
  const type = dtype ?? sumType(a.dtype);
  const own = type === float32 ? Math.fround : (/** @type {number} */ x) => x;
  const out = reduced(a, axis, keeps, type, (rows, from, n) => {
    let product = 1;
    for (let i = 0; i < n; i++) product = own(product * rows[from + i]);
    return product;
  });
  notice(out, a, 'reduce');
  return out;
}

/** @param {NdArray} a @param {any} axis @param {boolean} keeps @param {1 | -1} sign of the greatest, or of the least @param {boolean} [skips] NaNs */
export function extreme(a, axis, keeps, sign, skips = false) {
  if (a.size === 0 && axesOf(axis, a.shape.length).some((i) => a.shape[i] === 0))
    throw raised(
      'ValueError',
      `zero-size array to reduction operation ${sign > 0 ? 'maximum' : 'minimum'} which has no identity`,
    );
  return reduced(a, axis, keeps, a.dtype, (rows, from, n) => {
    let best = rows[from];
    for (let i = 1; i < n; i++) {
      const one = rows[from + i];
      if (
        skips
          ? Number.isNaN(best) || (one - best) * sign > 0 || (one > best && sign > 0) || (one < best && sign < 0)
          : !Number.isNaN(best) && (Number.isNaN(one) || (sign > 0 ? one >= best : one <= best))
      )
        best = one;
    }
    return best;
  });
}

/** @param {NdArray} a @param {any} axis @param {boolean} keeps @param {1 | -1} sign @param {string} name */
export function argExtreme(a, axis, keeps, sign, name) {
  if (a.size === 0) throw raised('ValueError', `attempt to get ${name} of an empty sequence`);
  return reduced(a, axis, keeps, int64, (rows, from, n) => {
    let best = 0;
    for (let i = 0; i < n; i++) {
      const [one, now] = [rows[from + i], rows[from + best]];
      if (Number.isNaN(now)) break;
      if (Number.isNaN(one) || (sign > 0 ? one > now : one < now)) best = i;
    }
    return best;
  });
}

/** Refuses an axis of an array that has none; sums take 0 and -1. @param {NdArray} a @param {any} axis */
function requireAxis(a, axis) {
  if (a.shape.length === 0 && axis !== undefined && axis !== null) axisOf(smallIndexOf(axis), 0);
}

/** @param {NdArray} a @param {any} axis @param {boolean} keeps @param {DType | null} dtype */
export function mean(a, axis, keeps, dtype) {
  requireAxis(a, axis);
  const axes = axesOf(axis, a.shape.length);
  const count = countOf(axes.map((i) => a.shape[i]));
  if (count === 0) warn('RuntimeWarning', 'Mean of empty slice');
  const type = dtype ?? (a.dtype.kind === 'f' ? a.dtype : float64);
  const total = sumOf(a, axes, keeps, type);
  return divided(total, count);
}

/** @param {NdArray} total @param {number} count */
function divided(total, count) {
  const by = zeroD(count, total.dtype);
  return apply(ufuncs.divide, [total, by], { isScalar: total.shape.length === 0, dtype: total.dtype });
}

/** @param {NdArray} a @param {any} axis @param {boolean} keeps @param {number} ddof @param {DType | null} [dtype] */
export function variance(a, axis, keeps, ddof, dtype = null) {
  requireAxis(a, axis);
  const axes = axesOf(axis, a.shape.length);
  const count = countOf(axes.map((i) => a.shape[i]));
  if (count - ddof <= 0) warn('RuntimeWarning', 'Degrees of freedom <= 0 for slice');
  const type = dtype ?? (a.dtype.kind === 'f' ? a.dtype : float64);
  const own = a.dtype === type ? a : copied(a, type);
  const total = sumOf(own, axes, true, type);
  const center = apply(ufuncs.divide, [total, zeroD(count, type)], { dtype: type });
  const distance = apply(ufuncs.subtract, [own, center]);
  const squares = apply(ufuncs.multiply, [distance, distance]);
  return divided(sumOf(squares, axes, keeps, type), Math.max(count - ddof, 0));
}

/** @param {NdArray} a @param {any} axis @param {boolean} keeps @param {number} ddof @param {DType | null} [dtype] */
export const deviation = (a, axis, keeps, ddof, dtype) => apply(ufuncs.sqrt, [variance(a, axis, keeps, ddof, dtype)]);

/** @param {NdArray} a @param {any} axis @param {boolean} keeps @param {boolean} every */
export const truthOf = (a, axis, keeps, every) =>
  reduced(a, axis, keeps, bool, (rows, from, n) => {
    for (let i = 0; i < n; i++) if ((rows[from + i] !== 0) !== every) return Number(!every);
    return Number(every);
  });

/** Running sums or products. @param {NdArray} a @param {any} axis @param {DType | null} dtype @param {(x: number, y: number) => number} step */
export function running(a, axis, dtype, step) {
  const source = axis === undefined || axis === null ? view(new NdArray(flat(a), [a.size], a.dtype), [a.size], [1]) : a;
  const at = axis === undefined || axis === null ? 0 : axisOf(smallIndexOf(axis), a.shape.length);
  const out = fresh(source.shape.slice(), dtype ?? sumType(a.dtype));
  const [from, to] = [axisLast(source, at), axisLast(out, at)];
  const n = source.shape[at];
  const values = flat(from);
  const own = out.dtype === float32 ? Math.fround : (/** @type {number} */ x) => x;
  let before = 0;
  walk(to, (place, i) => {
    before = i % n === 0 ? values[i] : own(step(before, values[i]));
    out.data[place] = before;
  });
  notice(out, a, 'accumulate');
  return out;
}
