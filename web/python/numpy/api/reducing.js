// NumPy's functions that reduce, sort, count and measure.

import { listOf, raised, smallIndexOf, Tuple } from '../../host/protocol.js';
import { asArray, optionalDtype } from '../array/convert.js';
import { bool, float32, float64, int64 } from '../array/dtypes.js';
import { axisOf, copied, flat, fresh, NdArray } from '../array/ndarray.js';
import { zeroD } from '../array/scalar.js';
import * as reductions from '../functions/reductions.js';
import { part, reshaped, taken } from '../functions/shaping.js';
import * as statistics from '../functions/statistics.js';
import { apply, ufuncs } from '../functions/ufuncs.js';
import { flag, into } from './define.js';

/** @typedef {(...values: any[]) => any} Run */

/** Only the elements that a mask keeps; the others become `instead`. @param {any} a @param {any} where @param {number} instead */
function masked(a, where, instead) {
  if (where === undefined || where === true) return a;
  const own = copied(a);
  const mask = flat(
    apply(ufuncs.logical_and, [asArray(where), new NdArray(new Uint8Array(own.size).fill(1), own.shape, bool)]),
  );
  for (let i = 0; i < own.size; i++) if (mask[i] === 0) own.data[i] = instead;
  return own;
}
/** @param {any} made @param {any} initial @param {string} name */
const begun = (made, initial, name) =>
  initial === undefined ? made : apply(ufuncs[name], [made, asArray(initial)], { weak: [false, true] });

/** The rows without NaNs, of each of which a function makes a number. @param {any} a @param {any} axis @param {any} keeps @param {(row: NdArray) => NdArray} reduce */
function withoutNan(a, axis, keeps, reduce) {
  const x = asArray(a);
  return reductions.reduced(x, axis, flag(keeps), x.dtype.kind === 'f' ? x.dtype : float64, (rows, from, n) => {
    const row = rows.slice(from, from + n).filter((/** @type {number} */ one) => !Number.isNaN(one));
    return reduce(new NdArray(row, [row.length], x.dtype)).data[0];
  });
}

/** @param {any} a @param {any} q @param {any} axis @param {number} unit of q @param {any} keeps */
function quantile(a, q, axis, unit, keeps) {
  const x = asArray(a);
  const shares = asArray(q, float64);
  const values = flat(shares);
  for (const one of values)
    if (!(one >= 0 && one <= unit))
      throw raised(
        'ValueError',
        unit === 1 ? 'Quantiles must be in the range [0, 1]' : 'Percentiles must be in the range [0, 100]',
      );
  const type = x.dtype.kind === 'f' ? x.dtype : float64;
  const parts = Array.from(values, (one) =>
    reductions.reduced(x, axis, flag(keeps), type, (rows, from, n) =>
      statistics.quantileOf(Float64Array.from(rows.subarray(from, from + n)).sort(statistics.inOrder), one / unit),
    ),
  );
  if (shares.shape.length === 0) return parts[0];
  const out = fresh([...shares.shape, ...parts[0].shape], type);
  parts.forEach((one, i) => {
    out.data.set(one.data, i * one.size);
  });
  return out;
}

/** @param {any} a @param {any} bins @param {any} range @param {any} density @param {any} weights */
export function histogram(a, bins = 10n, range = null, density = false, weights = null) {
  const from = asArray(a);
  const values = flat(from);
  const dtype = from.dtype === float32 && typeof bins === 'bigint' ? float32 : float64;
  const own = dtype === float32 ? Math.fround : (/** @type {number} */ v) => v;
  const limits = range === null ? null : /** @type {any} */ (listOf(range).map(Number));
  const edges =
    typeof bins === 'bigint'
      ? dtype.array.from(statistics.edgesOf(values, Number(bins), limits, limits ? float64 : dtype))
      : Float64Array.from(flat(asArray(bins)));
  const counts = statistics.counted(values, edges, weights === null ? null : flat(asArray(weights)));
  const made = new NdArray(counts, [counts.length], weights === null ? int64 : float64);
  const shown = typeof bins === 'bigint' ? new NdArray(edges, [edges.length], dtype) : asArray(bins);
  if (!flag(density)) return new Tuple([made, shown]);
  const total = counts.reduce((x, y) => x + y, 0);
  return new Tuple([
    new NdArray(
      counts.map((n, i) => n / own(edges[i + 1] - edges[i]) / total),
      [counts.length],
      float64,
    ),
    shown,
  ]);
}

/** Values that differ, in order, with where they are. @param {any} a @param {any} index @param {any} inverse @param {any} counts */
function unique(a, index, inverse, counts) {
  const x = asArray(a);
  const values = flat(x);
  const order = statistics.orderOf(values);
  /** @type {number[]} */ const firsts = [];
  const places = fresh([x.size], int64);
  /** @type {number[]} */ const times = [];
  for (const i of order) {
    if (firsts.length === 0 || values[i] !== values[/** @type {number} */ (firsts.at(-1))]) {
      firsts.push(i);
      times.push(0);
    }
    places.data[i] = firsts.length - 1;
    times[times.length - 1]++;
  }
  const made = new NdArray(
    x.dtype.array.from(firsts, (/** @type {number} */ i) => values[i]),
    [firsts.length],
    x.dtype,
  );
  const whole = (/** @type {number[]} */ list) => new NdArray(Float64Array.from(list), [list.length], int64);
  const more = [];
  if (flag(index)) more.push(whole(firsts));
  if (flag(inverse)) more.push(reshaped(places, x.shape));
  if (flag(counts)) more.push(whole(times));
  return more.length === 0 ? made : new Tuple([made, ...more]);
}

/** @param {any} a @param {any} n @param {any} axis */
function diff(a, n = 1n, axis = -1n) {
  let x = asArray(a);
  if (x.shape.length === 0) throw raised('ValueError', 'diff requires input that is at least one dimensional');
  const at = axisOf(smallIndexOf(axis), x.shape.length);
  for (let i = 0; i < smallIndexOf(n); i++) {
    const size = x.shape[at];
    x = apply(ufuncs[x.dtype === bool ? 'not_equal' : 'subtract'], [
      part(x, at, 1, size),
      part(x, at, 0, Math.max(0, size - 1)),
    ]);
  }
  return x;
}

/** @param {any} a @param {any[]} spacing @param {any} axis */
export function gradient(a, spacing, axis) {
  const x = asArray(a);
  const axes = reductions.axesOf(axis ?? null, x.shape.length);
  const steps =
    spacing.length === 0
      ? axes.map(() => 1)
      : spacing.length === 1 && axes.length > 1
        ? axes.map(() => spacing[0])
        : spacing;
  const parts = axes.map((at, i) => {
    const own = asArray(steps[i], float64);
    return statistics.slopes(x, at, own.shape.length === 0 ? own.data[own.offset] : flat(own));
  });
  return parts.length === 1 ? parts[0] : new Tuple(parts);
}

/** @param {any} a @param {any} places @param {any} axis */
function take(a, places, axis) {
  const x = asArray(a);
  const index = asArray(places);
  const own = axis === undefined || axis === null ? reshaped(x, [-1]) : x;
  const at = axis === undefined || axis === null ? 0 : axisOf(smallIndexOf(axis), x.shape.length);
  const n = own.shape[at];
  const list = Array.from(flat(index), (i) => {
    if (i < -n || i >= n) throw raised('IndexError', `index ${i} is out of bounds for axis ${at} with size ${n}`);
    return i < 0 ? i + n : i;
  });
  return reshaped(taken(own, list, at), [...own.shape.slice(0, at), ...index.shape, ...own.shape.slice(at + 1)]);
}

/** @param {string} parameters @param {(a: NdArray, axis: any, keeps: boolean, ...more: any[]) => any} run @returns {[string, Run]} */
const plain = (parameters, run) => [
  parameters,
  (a, axis, out, keeps, ...more) => into(out, run(asArray(a), axis, flag(keeps), ...more)),
];
/** @param {any} axis @param {NdArray} a */
const lastAxis = (axis, a) =>
  a.shape.length === 0
    ? axisOf(-1, 0)
    : axis === undefined
      ? a.shape.length - 1
      : axisOf(smallIndexOf(axis), a.shape.length);
/** @param {any} axis @param {NdArray} a @returns {[NdArray, number]} */
const rowsBy = (axis, a) => (axis === null ? [reshaped(a, [-1]), 0] : [a, lastAxis(axis, a)]);

const sumRow = 'a axis? dtype? out? keepdims? initial? where?';
/** @type {Record<string, [string, Run]>} */
export const reducing = {
  sum: [
    sumRow,
    (a, axis, dtype, out, keeps, initial, where) =>
      into(
        out,
        begun(reductions.sum(masked(asArray(a), where, 0), axis, flag(keeps), optionalDtype(dtype)), initial, 'add'),
      ),
  ],
  prod: [
    sumRow,
    (a, axis, dtype, out, keeps, initial, where) =>
      into(
        out,
        begun(
          reductions.prod(masked(asArray(a), where, 1), axis, flag(keeps), optionalDtype(dtype)),
          initial,
          'multiply',
        ),
      ),
  ],
  mean: [
    'a axis? dtype? out? keepdims?',
    (a, axis, dtype, out, keeps) => into(out, reductions.mean(asArray(a), axis, flag(keeps), optionalDtype(dtype))),
  ],
  std: [
    'a axis? dtype? out? ddof? keepdims?',
    (a, axis, dtype, out, ddof = 0n, keeps = false) =>
      into(out, reductions.deviation(asArray(a), axis, flag(keeps), Number(ddof), optionalDtype(dtype))),
  ],
  var: [
    'a axis? dtype? out? ddof? keepdims?',
    (a, axis, dtype, out, ddof = 0n, keeps = false) =>
      into(out, reductions.variance(asArray(a), axis, flag(keeps), Number(ddof), optionalDtype(dtype))),
  ],
  max: plain('a axis? out? keepdims? initial?', (a, axis, keeps, initial) =>
    begun(reductions.extreme(a, axis, keeps, 1), initial, 'maximum'),
  ),
  min: plain('a axis? out? keepdims? initial?', (a, axis, keeps, initial) =>
    begun(reductions.extreme(a, axis, keeps, -1), initial, 'minimum'),
  ),
  argmax: plain('a axis? out? keepdims?', (a, axis, keeps) => reductions.argExtreme(a, axis, keeps, 1, 'argmax')),
  argmin: plain('a axis? out? keepdims?', (a, axis, keeps) => reductions.argExtreme(a, axis, keeps, -1, 'argmin')),
  any: plain('a axis? out? keepdims?', (a, axis, keeps) => reductions.truthOf(a, axis, keeps, false)),
  all: plain('a axis? out? keepdims?', (a, axis, keeps) => reductions.truthOf(a, axis, keeps, true)),
  ptp: plain('a axis? out? keepdims?', (a, axis, keeps) =>
    apply(ufuncs.subtract, [reductions.extreme(a, axis, keeps, 1), reductions.extreme(a, axis, keeps, -1)]),
  ),
  median: plain('a axis? out? keepdims?', (a, axis, keeps) =>
    reductions.reduced(a, axis, keeps, a.dtype.kind === 'f' ? a.dtype : float64, (rows, from, n) =>
      statistics.medianOf(rows.subarray(from, from + n)),
    ),
  ),
  cumsum: [
    'a axis? dtype? out?',
    (a, axis, dtype, out) =>
      into(
        out,
        reductions.running(asArray(a), axis, optionalDtype(dtype), (x, y) => x + y),
      ),
  ],
  cumprod: [
    'a axis? dtype? out?',
    (a, axis, dtype, out) =>
      into(
        out,
        reductions.running(asArray(a), axis, optionalDtype(dtype), (x, y) => x * y),
      ),
  ],
  nansum: [
    'a axis? keepdims?',
    (a, axis, keeps) => withoutNan(a, axis, keeps, (row) => reductions.sum(row, null, false, null)),
  ],
  nanmean: [
    'a axis? keepdims?',
    (a, axis, keeps) => withoutNan(a, axis, keeps, (row) => reductions.mean(row, null, false, null)),
  ],
  nanstd: [
    'a axis? keepdims?',
    (a, axis, keeps) => withoutNan(a, axis, keeps, (row) => reductions.deviation(row, null, false, 0)),
  ],
  nanmax: ['a axis? keepdims?', (a, axis, keeps) => reductions.extreme(asArray(a), axis, flag(keeps), 1, true)],
  nanmin: ['a axis? keepdims?', (a, axis, keeps) => reductions.extreme(asArray(a), axis, flag(keeps), -1, true)],
  count_nonzero: [
    'a axis?',
    (a, axis) => {
      const made = reductions.reduced(asArray(a), axis, false, int64, (rows, from, n) =>
        rows
          .subarray(from, from + n)
          .reduce((/** @type {number} */ k, /** @type {number} */ x) => k + Number(x !== 0), 0),
      );
      return made;
    },
  ],
  percentile: ['a q axis? out? keepdims?', (a, q, axis, _, keeps) => quantile(a, q, axis, 100, keeps)],
  quantile: ['a q axis? out? keepdims?', (a, q, axis, _, keeps) => quantile(a, q, axis, 1, keeps)],
  average: [
    'a axis? weights?',
    (a, axis, weights) => {
      const x = asArray(a);
      if (weights === undefined || weights === null) return reductions.mean(x, axis, false, null);
      const w = asArray(weights, float64);
      const top = reductions.sum(apply(ufuncs.multiply, [x, w]), axis, false, null);
      return apply(ufuncs.divide, [
        top,
        reductions.sum(w, w.shape.length === x.shape.length ? axis : null, false, null),
      ]);
    },
  ],
  sort: ['a axis? kind?', (a, axis) => statistics.sorted(.../** @type {[any, any]} */ (rowsBy(axis, asArray(a))))],
  argsort: [
    'a axis? kind? order? stable?',
    (a, axis) => statistics.argsorted(.../** @type {[any, any]} */ (rowsBy(axis, asArray(a)))),
  ],
  searchsorted: [
    'a v side?',
    (a, v, side = 'left') => {
      const values = flat(asArray(a));
      const own = copied(asArray(v, float64));
      const out = fresh(own.shape, int64);
      for (let i = 0; i < out.size; i++) out.data[i] = statistics.searched(values, own.data[i], side === 'right');
      return out;
    },
  ],
  digitize: [
    'x bins right?',
    (x, bins, right) => {
      const own = copied(asArray(x, float64));
      const edges = flat(asArray(bins));
      const out = fresh(own.shape, int64);
      for (let i = 0; i < out.size; i++) out.data[i] = statistics.searched(edges, own.data[i], !flag(right));
      return out;
    },
  ],
  unique: ['ar return_index? return_inverse? return_counts?', unique],
  histogram: ['a bins? range? density? weights?', histogram],
  bincount: [
    'x weights? minlength?',
    (x, weights, minlength = 0n) => {
      const values = flat(asArray(x));
      if (/** @type {any} */ (values).some((/** @type {number} */ one) => one < 0))
        throw raised('ValueError', "'list' argument must have no negative elements");
      const n = Math.max(
        smallIndexOf(minlength),
        /** @type {any} */ (values).reduce((/** @type {number} */ p, /** @type {number} */ q) => Math.max(p, q + 1), 0),
      );
      const w = weights === undefined || weights === null ? null : flat(asArray(weights, float64));
      const out = fresh([n], w === null ? int64 : float64);
      for (let i = 0; i < values.length; i++) out.data[values[i]] += w === null ? 1 : w[i];
      return out;
    },
  ],
  diff: ['a n? axis?', diff],
  interp: [
    'x xp fp left? right?',
    (x, xp, fp, left, right) => {
      const [xs, ys] = [xp, fp].map((one) => flat(asArray(one, float64)));
      const out = copied(asArray(x, float64));
      for (let i = 0; i < out.size; i++)
        out.data[i] = statistics.between(
          out.data[i],
          xs,
          ys,
          Number(left ?? ys[0]),
          Number(right ?? ys[ys.length - 1]),
        );
      return out;
    },
  ],
  take: ['a indices axis?', take],
  trapezoid: [
    'y x? dx?',
    (y, x, dx = 1) => {
      const ys = asArray(y, float64);
      const n = ys.shape[0];
      const sums = apply(ufuncs.add, [part(ys, 0, 1, n), part(ys, 0, 0, n - 1)]);
      const steps = x === undefined || x === null ? asArray(dx, float64) : diff(x);
      const parts = apply(ufuncs.divide, [apply(ufuncs.multiply, [steps, sums]), zeroD(2, float64)]);
      return reductions.sum(parts, null, false, null);
    },
  ],
};
