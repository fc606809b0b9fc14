// Sorted, counted, ranked: sort, unique, percentile, histogram, interp and their kin, on flat rows of numbers.

import { raised } from '../../host/protocol.js';
import { float32, float64, int64 } from '../array/dtypes.js';
import { axisLast, copied, flat, fresh, NdArray, walk } from '../array/ndarray.js';

/** Numbers in NumPy's order: NaN last. @param {number} a @param {number} b */
export const inOrder = (a, b) =>
  a < b ? -1 : a > b ? 1 : a === b ? 0 : Number(Number.isNaN(a)) - Number(Number.isNaN(b));

/** Each row of an axis replaced. @param {NdArray} a @param {number} axis @param {import('../array/dtypes.js').DType} dtype @param {(row: any) => ArrayLike<number>} change */
export function eachRow(a, axis, dtype, change) {
  const out = fresh(a.shape.slice(), dtype);
  const n = a.shape[axis];
  const rows = flat(axisLast(a, axis));
  const made = new Float64Array(rows.length);
  for (let i = 0; i + n <= rows.length && n > 0; i += n) made.set(change(rows.slice(i, i + n)), i);
  walk(axisLast(out, axis), (place, i) => {
    out.data[place] = made[i];
  });
  return out;
}

/** @param {NdArray} a @param {number} axis */
export const sorted = (a, axis) => eachRow(a, axis, a.dtype, (row) => row.sort(inOrder));

/** The places of elements in their order. @param {ArrayLike<number>} row */
export const orderOf = (row) => Array.from(row, (_, i) => i).sort((i, j) => inOrder(row[i], row[j]) || i - j);

/** @param {NdArray} a @param {number} axis */
export const argsorted = (a, axis) => eachRow(a, axis, int64, orderOf);

/** @param {ArrayLike<number>} values in order @param {number} x @param {boolean} right */
export function searched(values, x, right) {
  let [low, high] = [0, values.length];
  while (low < high) {
    const mid = (low + high) >> 1;
    const order = inOrder(values[mid], x);
    if (right ? order <= 0 : order < 0) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** The value below which a share of a row lies, by straight lines between neighbours. @param {any} sortedRow @param {number} q */
export function quantileOf(sortedRow, q) {
  const n = sortedRow.length;
  if (n === 0 || Number.isNaN(sortedRow[n - 1])) return Number.NaN;
  const at = q * (n - 1);
  const low = Math.floor(at);
  const gamma = at - low;
  const [a, b] = [sortedRow[low], sortedRow[Math.min(low + 1, n - 1)]];
  const d = b - a;
  return gamma >= 0.5 ? b - d * (1 - gamma) : a + d * gamma;
}

/** The middle of a row. @param {any} row */
export function medianOf(row) {
  const n = row.length;
  const own = Float64Array.from(row).sort(inOrder);
  if (n === 0 || Number.isNaN(own[n - 1])) return Number.NaN;
  const half = n >> 1;
  return n % 2 === 1 ? own[half] : (own[half - 1] + own[half]) / 2;
}

/** NumPy's linspace, every step in its dtype. @param {number} start @param {number} stop @param {number} count @param {boolean} hasEnd */
export function evenly(start, stop, count, hasEnd, dtype = float64) {
  const out = fresh([count], dtype);
  const own = dtype === float32 ? Math.fround : (/** @type {number} */ v) => v;
  const div = hasEnd ? count - 1 : count;
  const delta = own(stop - start);
  const step = own(delta / div);
  const { data } = out;
  for (let i = 0; i < count; i++)
    data[i] = own(div > 0 ? (step === 0 ? own(i / div) * delta : i * step) : i * delta) + start;
  if (hasEnd && count > 1) data[count - 1] = stop;
  return { out, step: div > 0 ? step : Number.NaN };
}

/** The edges of bins. @param {ArrayLike<number>} values @param {number} count @param {[number, number] | null} range */
export function edgesOf(values, count, range, dtype = float64) {
  let [low, high] = range ?? [0, 1];
  if (range === null && values.length > 0) {
    [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let i = 0; i < values.length; i++) {
      if (values[i] < low) low = values[i];
      if (values[i] > high) high = values[i];
    }
  }
  if (!Number.isFinite(low) || !Number.isFinite(high))
    throw raised('ValueError', `autodetected range of [${low}, ${high}] is not finite`.replace(/Infinity/g, 'inf'));
  if (low === high) {
    low -= 0.5;
    high += 0.5;
  }
  return evenly(low, high, count + 1, true, dtype).out.data;
}

/** How many lie in each bin; the last has both its ends. @param {ArrayLike<number>} values @param {any} edges @param {ArrayLike<number> | null} weights */
export function counted(values, edges, weights) {
  const n = edges.length - 1;
  const counts = new Float64Array(n);
  for (let i = 0; i < values.length; i++) {
    const x = values[i];
    if (!(x >= edges[0] && x <= edges[n])) continue;
    const bin = Math.min(searched(edges, x, true) - 1, n - 1);
    counts[bin] += weights === null ? 1 : weights[i];
  }
  return counts;
}

/** Straight lines between points. @param {number} x @param {ArrayLike<number>} xs @param {ArrayLike<number>} ys @param {number} left @param {number} right */
export function between(x, xs, ys, left, right) {
  const n = xs.length;
  if (Number.isNaN(x)) return x;
  if (x < xs[0]) return left;
  if (x > xs[n - 1]) return right;
  const j = searched(xs, x, true) - 1;
  if (j >= n - 1) return ys[n - 1];
  if (x === xs[j]) return ys[j];
  const slope = (ys[j + 1] - ys[j]) / (xs[j + 1] - xs[j]);
  return slope * (x - xs[j]) + ys[j];
}

/** Slopes along an axis: differences to both neighbours, to one at the ends. @param {NdArray} a @param {number} axis @param {number | ArrayLike<number>} spacing */
export function slopes(a, axis, spacing) {
  return eachRow(copied(a, float64), axis, float64, (row) => {
    const n = row.length;
    if (n < 2)
      throw raised(
        'ValueError',
        'Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are required.',
      );
    const out = new Float64Array(n);
    if (typeof spacing === 'number') {
      for (let i = 1; i < n - 1; i++) out[i] = (row[i + 1] - row[i - 1]) / (2 * spacing);
      out[0] = (row[1] - row[0]) / spacing;
      out[n - 1] = (row[n - 1] - row[n - 2]) / spacing;
      return out;
    }
    const dx = Array.from({ length: n - 1 }, (_, i) => spacing[i + 1] - spacing[i]);
    if (dx.every((one) => one === dx[0])) {
      for (let i = 1; i < n - 1; i++) out[i] = (row[i + 1] - row[i - 1]) / (2 * dx[0]);
    } else
      for (let i = 1; i < n - 1; i++) {
        const [p, q] = [dx[i - 1], dx[i]];
        out[i] = (-q / (p * (p + q))) * row[i - 1] + ((q - p) / (p * q)) * row[i] + (p / (q * (p + q))) * row[i + 1];
      }
    out[0] = (row[1] - row[0]) / dx[0];
    out[n - 1] = (row[n - 1] - row[n - 2]) / dx[n - 2];
    return out;
  });
}
