// Arrays joined, split, repeated, turned and given other shapes.

import { listOf, raised, smallIndexOf, str, Tuple } from '../../host/protocol.js';
import { asArray } from '../array/convert.js';
import { promoted } from '../array/dtypes.js';
import { axisOf, copied, countOf, flat, fresh, NdArray, permuted, shapeText, view, write } from '../array/ndarray.js';

/** @param {NdArray} a @param {number[]} shape with at most one -1 */
export function reshaped(a, shape) {
  const unknown = shape.indexOf(-1);
  const known = countOf(shape.filter((n) => n !== -1));
  const isBad =
    unknown < 0 ? known !== a.size : shape.indexOf(-1, unknown + 1) >= 0 || known === 0 || a.size % known !== 0;
  if (isBad) {
    if (unknown >= 0 && shape.indexOf(-1, unknown + 1) >= 0)
      throw raised('ValueError', 'can only specify one unknown dimension');
    const text = shape.map((n) => (n === -1 ? 'newaxis' : n)).join(',');
    throw raised(
      'ValueError',
      `cannot reshape array of size ${a.size} into shape (${text}${shape.length === 1 ? ',' : ''})`,
    );
  }
  const full = shape.map((n) => (n === -1 ? a.size / known : n));
  if (a.isContiguous) return view(a, full, new NdArray(a.data, full, a.dtype).strides);
  const steps = stridesWithin(a, full);
  return steps === null ? new NdArray(flat(a), full, a.dtype) : view(a, full, steps);
}

/** In another shape, by rows or, where the order is 'F', by columns. @param {NdArray} a @param {number[]} shape @param {any} [order] */
export function shapedIn(a, shape, order = 'C') {
  if (order === 'C' || order === null) return reshaped(a, shape);
  if (order === 'A' || order === 'K')
    throw raised('NotImplementedError', `order='${order}', that of memory, is not part of this NumPy; 'C' and 'F' are`);
  if (order !== 'F') throw raised('ValueError', `order must be one of 'C', 'F', 'A', or 'K' (got '${str(order)}')`);
  const whole = reshaped(a, shape).shape;
  return transposed(reshaped(transposed(a), [...whole].reverse()));
}

/** Steps of another shape over the same memory, where there are some. @param {NdArray} a @param {number[]} shape */
function stridesWithin(a, shape) {
  const dims = a.shape.map((n, i) => ({ n, step: a.strides[i] })).filter(({ n }) => n !== 1);
  if (dims.length !== 1) return null;
  const [{ step }] = dims;
  return new NdArray(a.data, shape, a.dtype).strides.map((one) => one * step);
}

/** Dimensions as a method takes them: one tuple, or several ints. @param {any[]} args @returns {number[]} */
export const sizesOf = (args) =>
  (args.length === 1 && (args[0] instanceof Tuple || Array.isArray(args[0])) ? listOf(args[0]) : args).map(
    smallIndexOf,
  );

/** @param {NdArray} a @param {any} [axes] */
export function transposed(a, axes) {
  if (axes === undefined || axes === null) return permuted(a, [...a.shape.keys()].reverse());
  const order = axes.map((/** @type {number} */ one) => axisOf(one, a.shape.length));
  if (order.length !== a.shape.length) throw raised('ValueError', "axes don't match array");
  if (new Set(order).size < order.length) throw raised('ValueError', 'repeated axis in transpose');
  return permuted(a, order);
}

/** @param {NdArray} a @param {any} axis */
export function squeezed(a, axis) {
  const axes =
    axis === undefined || axis === null
      ? [...a.shape.keys()].filter((i) => a.shape[i] === 1)
      : (axis instanceof Tuple ? axis.items : [axis]).map((/** @type {any} */ one) =>
          axisOf(smallIndexOf(one), a.shape.length),
        );
  if (axes.some((/** @type {number} */ i) => a.shape[i] !== 1))
    throw raised('ValueError', 'cannot select an axis to squeeze out which has size not equal to one');
  const kept = [...a.shape.keys()].filter((i) => !axes.includes(i));
  return permuted(a, kept);
}

/** @param {NdArray} a @param {any} axis */
export function expanded(a, axis) {
  const list = axis instanceof Tuple || Array.isArray(axis) ? listOf(axis) : [axis];
  const count = a.shape.length + list.length;
  const axes = list.map((one) => axisOf(smallIndexOf(one), count));
  let at = 0;
  const order = Array.from({ length: count }, (_, i) => (axes.includes(i) ? -1 : at++));
  return view(
    a,
    order.map((i) => (i < 0 ? 1 : a.shape[i])),
    order.map((i) => (i < 0 ? 0 : a.strides[i])),
  );
}

/** The dtype of all. @param {NdArray[]} arrays */
const commonOf = (arrays) => arrays.map((a) => a.dtype).reduce(promoted);

/** @param {NdArray[]} arrays @param {any} axis None joins them as flat ones */
export function concatenated(arrays, axis) {
  if (arrays.length === 0) throw raised('ValueError', 'need at least one array to concatenate');
  const parts = axis === null ? arrays.map((a) => reshaped(a, [-1])) : arrays;
  const [first] = parts;
  if (first.shape.length === 0) throw raised('ValueError', 'zero-dimensional arrays cannot be concatenated');
  const at = axis === null ? 0 : axisOf(axis, first.shape.length);
  parts.forEach((a, i) => {
    if (a.shape.length !== first.shape.length)
      throw raised(
        'ValueError',
        `all the input arrays must have same number of dimensions, but the array at index 0 has ${first.shape.length} dimension(s) and the array at index ${i} has ${a.shape.length} dimension(s)`,
      );
    a.shape.forEach((n, d) => {
      if (d !== at && n !== first.shape[d])
        throw raised(
          'ValueError',
          `all the input array dimensions except for the concatenation axis must match exactly, but along dimension ${d}, the array at index 0 has size ${first.shape[d]} and the array at index ${i} has size ${n}`,
        );
    });
  });
  const shape = first.shape.slice();
  shape[at] = parts.reduce((n, a) => n + a.shape[at], 0);
  const out = fresh(shape, commonOf(parts));
  let start = 0;
  for (const a of parts) {
    write(view(out, a.shape, out.strides, start * out.strides[at]), a);
    start += a.shape[at];
  }
  return out;
}

/** @param {any} value a list of arrays */
export function arraysOf(value) {
  if (!(value instanceof NdArray) && !Array.isArray(value) && !(value instanceof Tuple))
    throw raised('TypeError', `The first input argument needs to be a sequence`);
  return listOf(value).map((one) => asArray(one));
}

/** @param {NdArray[]} arrays @param {number} axis */
export function stacked(arrays, axis) {
  if (arrays.length === 0) throw raised('ValueError', 'need at least one array to stack');
  if (arrays.some((a) => shapeText(a.shape) !== shapeText(arrays[0].shape)))
    throw raised('ValueError', 'all input arrays must have the same shape');
  const at = BigInt(axis);
  return concatenated(
    arrays.map((a) => expanded(a, at)),
    axis,
  );
}

/** At least so many dimensions, as vstack and its kin need them. @param {NdArray} a @param {number} count */
export function atLeast(a, count) {
  if (a.shape.length >= count) return a;
  const shape =
    a.shape.length === 0
      ? new Array(count).fill(1)
      : count === 2
        ? [1, a.shape[0]]
        : count === 1
          ? [1]
          : a.shape.length === 1
            ? [1, a.shape[0], 1]
            : [...a.shape, 1];
  return reshaped(a, shape);
}

/** @param {NdArray} a @param {number[]} axes turned around */
export function flipped(a, axes) {
  const strides = a.strides.map((step, i) => (axes.includes(i) ? -step : step));
  const offset = axes.reduce((at, i) => at + (a.shape[i] > 0 ? (a.shape[i] - 1) * a.strides[i] : 0), a.offset);
  return view(a, a.shape, strides, offset);
}

/** A window of an axis. @param {NdArray} a @param {number} axis @param {number} from @param {number} to */
export function part(a, axis, from, to) {
  const shape = a.shape.slice();
  const start = Math.max(0, Math.min(from, shape[axis]));
  shape[axis] = Math.max(0, Math.min(to, shape[axis]) - start);
  return view(a, shape, a.strides, a.offset + start * a.strides[axis]);
}

/** @param {NdArray} a @param {any} where a number of parts, or places @param {number} axis @param {boolean} mayDiffer */
export function splitUp(a, where, axis, mayDiffer) {
  const n = a.shape[axis];
  if (typeof where !== 'bigint') {
    const bounds = [
      0,
      ...listOf(where)
        .map(smallIndexOf)
        .map((i) => (i < 0 ? i + n : i)),
      n,
    ];
    return bounds.slice(1).map((to, i) => part(a, axis, bounds[i], to));
  }
  const count = Number(where);
  if (count <= 0) throw raised('ValueError', 'number sections must be larger than 0.');
  if (!mayDiffer && n % count !== 0) throw raised('ValueError', 'array split does not result in an equal division');
  const [least, more] = [Math.floor(n / count), n % count];
  let from = 0;
  return Array.from({ length: count }, (_, i) => {
    const to = from + least + (i < more ? 1 : 0);
    const one = part(a, axis, from, to);
    from = to;
    return one;
  });
}

/** @param {NdArray} a @param {number[]} counts */
export function tiled(a, counts) {
  const length = Math.max(counts.length, a.shape.length);
  const times = [...new Array(length - counts.length).fill(1), ...counts];
  let out = reshaped(a, [...new Array(length - a.shape.length).fill(1), ...a.shape]);
  times.forEach((n, axis) => {
    if (n !== 1)
      out =
        n === 0
          ? part(out, axis, 0, 0)
          : concatenated(
              Array.from({ length: n }, () => out),
              axis,
            );
  });
  return copied(out);
}

/** Elements at places along an axis. @param {NdArray} a @param {ArrayLike<number>} places @param {number} axis */
export function taken(a, places, axis) {
  const shape = a.shape.slice();
  shape[axis] = places.length;
  const out = fresh(shape, a.dtype);
  const values = flat(a);
  const n = a.shape[axis];
  const inner = countOf(a.shape.slice(axis + 1));
  const outer = countOf(a.shape.slice(0, axis));
  let at = 0;
  for (let o = 0; o < outer; o++)
    for (let i = 0; i < places.length; i++) {
      const from = (o * n + places[i]) * inner;
      for (let k = 0; k < inner; k++) out.data[at++] = values[from + k];
    }
  return out;
}

/** @param {NdArray} a @param {number} shift @param {number} axis */
export function rolled(a, shift, axis) {
  const n = a.shape[axis];
  if (n === 0) return copied(a);
  const places = Array.from({ length: n }, (_, i) => (((i - shift) % n) + n) % n);
  return taken(a, places, axis);
}
