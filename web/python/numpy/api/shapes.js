// NumPy's functions of shapes: reshape, transpose, concatenate, split, repeat…

import { listOf, smallIndexOf, Tuple } from '../../host/protocol.js';
import { asArray, shapeOf } from '../array/convert.js';
import { axisOf, flat, NdArray, permuted, spread, view } from '../array/ndarray.js';
import { axesOf, sum } from '../functions/reductions.js';
import * as shaping from '../functions/shaping.js';

/** @param {any} a @param {any} first @param {any} second */
function swapped(a, first, second) {
  const x = asArray(a);
  const order = [...x.shape.keys()];
  const [i, j] = [first, second].map((one) => axisOf(smallIndexOf(one), order.length));
  [order[i], order[j]] = [order[j], order[i]];
  return permuted(x, order);
}

/** @param {any} a @param {any} from @param {any} to */
function moved(a, from, to) {
  const x = asArray(a);
  const order = [...x.shape.keys()];
  const [i, j] = [from, to].map((one) => axisOf(smallIndexOf(one), order.length));
  order.splice(j, 0, ...order.splice(i, 1));
  return permuted(x, order);
}

/** @param {any} a @param {any} repeats @param {any} axis */
function repeat(a, repeats, axis) {
  const x = asArray(a);
  const own = axis === undefined || axis === null ? shaping.reshaped(x, [-1]) : x;
  const at = axis === undefined || axis === null ? 0 : axisOf(smallIndexOf(axis), x.shape.length);
  const counts = flat(asArray(repeats));
  const places = Array.from({ length: own.shape[at] }, (_, i) =>
    new Array(counts.length === 1 ? counts[0] : counts[i]).fill(i),
  ).flat();
  return shaping.taken(own, places, at);
}

/** @param {any} value the arrays @param {number} least dimensions @param {(arrays: NdArray[]) => number} axis */
const joined = (value, least, axis) => {
  const arrays = shaping.arraysOf(value).map((a) => shaping.atLeast(a, least));
  return shaping.concatenated(arrays, axis(arrays));
};

/** @param {any} arrays */
const columns = (arrays) =>
  shaping.concatenated(
    shaping.arraysOf(arrays).map((a) => (a.shape.length < 2 ? shaping.transposed(shaping.atLeast(a, 2)) : a)),
    1,
  );

/** @param {any} a @param {any} first */
function diagonal(a, first = 0n) {
  const x = asArray(a);
  const k = smallIndexOf(first);
  const [rows, width] = x.shape;
  const n = Math.max(0, Math.min(rows + Math.min(0, k), width - Math.max(0, k)));
  return view(
    x,
    [n],
    [x.strides[0] + x.strides[1]],
    x.offset + Math.max(0, -k) * x.strides[0] + Math.max(0, k) * x.strides[1],
  );
}

/** @param {any} a @param {any} k */
function rotated(a, k = 1n) {
  let x = asArray(a);
  for (let i = ((smallIndexOf(k) % 4) + 4) % 4; i > 0; i--)
    x = shaping.flipped(permuted(x, [1, 0, ...[...x.shape.keys()].slice(2)]), [0]);
  return x;
}

/** @param {number} axis @param {boolean} [mayDiffer] @returns {[string, (...values: any[]) => any]} */
const splitter = (axis, mayDiffer = false) => [
  'ary indices_or_sections axis?',
  (a, where, at) => {
    const x = asArray(a);
    return shaping.splitUp(x, where, axisOf(at === undefined ? axis : smallIndexOf(at), x.shape.length), mayDiffer);
  },
];
/** @param {any} value */
const intsOf = (value) => (typeof value === 'bigint' ? [value] : listOf(value)).map(smallIndexOf);

/** @type {Record<string, [string, (...values: any[]) => any]>} */
export const shapes = {
  reshape: ['a shape order?', (a, shape, order) => shaping.shapedIn(asArray(a), intsOf(shape), order)],
  ravel: ['a order?', (a, order) => shaping.shapedIn(asArray(a), [-1], order)],
  transpose: [
    'a axes?',
    (a, axes) => shaping.transposed(asArray(a), axes === undefined || axes === null ? undefined : intsOf(axes)),
  ],
  swapaxes: ['a axis1 axis2', swapped],
  moveaxis: ['a source destination', moved],
  squeeze: ['a axis?', (a, axis) => shaping.squeezed(asArray(a), axis)],
  expand_dims: ['a axis', (a, axis) => shaping.expanded(asArray(a), axis)],
  broadcast_to: ['array shape', (a, shape) => spread(asArray(a), shapeOf(shape))],
  concatenate: [
    'arrays axis? out? dtype?',
    (arrays, axis = 0n) => shaping.concatenated(shaping.arraysOf(arrays), axis === null ? null : smallIndexOf(axis)),
  ],
  stack: [
    'arrays axis?',
    (arrays, axis = 0n) => {
      const list = shaping.arraysOf(arrays);
      return shaping.stacked(list, list.length === 0 ? 0 : axisOf(smallIndexOf(axis), list[0].shape.length + 1));
    },
  ],
  vstack: ['tup', (arrays) => joined(arrays, 2, () => 0)],
  hstack: ['tup', (arrays) => joined(arrays, 1, ([first]) => (first.shape.length === 1 ? 0 : 1))],
  dstack: ['tup', (arrays) => joined(arrays, 3, () => 2)],
  column_stack: ['tup', columns],
  append: [
    'arr values axis?',
    (a, values, axis) =>
      shaping.concatenated(
        [asArray(a), asArray(values)],
        axis === undefined || axis === null ? null : smallIndexOf(axis),
      ),
  ],
  split: splitter(0),
  array_split: splitter(0, true),
  hsplit: splitter(1),
  vsplit: splitter(0),
  repeat: ['a repeats axis?', repeat],
  tile: ['A reps', (a, counts) => shaping.tiled(asArray(a), intsOf(counts))],
  flip: [
    'm axis?',
    (a, axis) => {
      const x = asArray(a);
      return shaping.flipped(x, axesOf(axis ?? null, x.shape.length));
    },
  ],
  fliplr: ['m', (a) => shaping.flipped(asArray(a), [1])],
  flipud: ['m', (a) => shaping.flipped(asArray(a), [0])],
  rot90: ['m k?', rotated],
  roll: [
    'a shift axis?',
    (a, shift, axis) => {
      const x = asArray(a);
      if (axis === undefined || axis === null)
        return shaping.reshaped(shaping.rolled(shaping.reshaped(x, [-1]), smallIndexOf(shift), 0), x.shape);
      return shaping.rolled(x, smallIndexOf(shift), axisOf(smallIndexOf(axis), x.shape.length));
    },
  ],
  delete: [
    'arr obj axis?',
    (a, places, axis) => {
      const x = axis === undefined || axis === null ? shaping.reshaped(asArray(a), [-1]) : asArray(a);
      const at = axis === undefined || axis === null ? 0 : axisOf(smallIndexOf(axis), x.shape.length);
      const n = x.shape[at];
      const gone = new Set(Array.from(flat(asArray(places)), (i) => (i < 0 ? i + n : i)));
      return shaping.taken(
        x,
        [...new Array(n).keys()].filter((i) => !gone.has(i)),
        at,
      );
    },
  ],
  diagonal: ['a offset?', diagonal],
  trace: ['a offset?', (a, k) => sum(diagonal(a, k), null, false, null)],
  atleast_1d: ['a', (a) => shaping.atLeast(asArray(a), 1)],
  atleast_2d: ['a', (a) => shaping.atLeast(asArray(a), 2)],
  ndim: ['a', (a) => BigInt(asArray(a).shape.length)],
  shape: ['a', (a) => new Tuple(asArray(a).shape.map(BigInt))],
  size: [
    'a axis?',
    (a, axis) =>
      BigInt(
        axis === undefined || axis === null
          ? asArray(a).size
          : asArray(a).shape[axisOf(smallIndexOf(axis), asArray(a).shape.length)],
      ),
  ],
};
