// Arrays: strided windows on typed arrays. What walks through them, shares them, spreads them over a larger shape.

import { raised } from '../../host/protocol.js';

/** @typedef {import('./dtypes.js').DType} DType @typedef {import('./dtypes.js').Data} Data */

/** @param {number[]} shape */
export function countOf(shape) {
  let count = 1;
  for (let i = 0; i < shape.length; i++) count *= shape[i];
  return count;
}

/** Steps of the dimensions of an array that lies row by row. @param {number[]} shape */
export function stridesOf(shape) {
  const strides = new Array(shape.length);
  let step = 1;
  for (let i = shape.length - 1; i >= 0; i--) {
    strides[i] = step;
    step *= shape[i];
  }
  return strides;
}

export class NdArray {
  /**
   * @param {Data} data
   * @param {number[]} shape
   * @param {DType} dtype
   * @param {number[]} [strides] in elements
   * @param {number} [offset]
   */
  constructor(data, shape, dtype, strides = stridesOf(shape), offset = 0) {
    this.data = data;
    this.shape = shape;
    this.dtype = dtype;
    this.strides = strides;
    this.offset = offset;
    this.size = countOf(shape);
    /** What it is a view of. @type {NdArray | null} */ this.base = null;
  }
  get isContiguous() {
    let step = 1;
    for (let i = this.shape.length - 1; i >= 0; i--) {
      if (this.shape[i] !== 1 && this.strides[i] !== step && this.size > 0) return false;
      step *= this.shape[i];
    }
    return true;
  }
}

/** The most elements of one array that a page holds. */
const kMost = 50_000_000;

/** An array of zeros. @param {number[]} shape @param {DType} dtype */
export function fresh(shape, dtype) {
  const count = countOf(shape);
  if (count > kMost)
    throw raised(
      'MemoryError',
      `Unable to allocate an array with shape (${shape.join(', ')}${shape.length === 1 ? ',' : ''}) and data type ${dtype.name}`,
    );
  return new NdArray(new dtype.array(count), shape, dtype);
}

/** A view of the same memory. @param {NdArray} a @param {number[]} shape @param {number[]} strides @param {number} [offset] */
export function view(a, shape, strides, offset = a.offset) {
  const made = new NdArray(a.data, shape, a.dtype, strides, offset);
  made.base = a.base ?? a;
  return made;
}

/** Calls with the place of each element, row by row. @param {NdArray} a @param {(place: number, i: number) => void} each */
export function walk({ shape, strides, offset, size }, each) {
  if (size === 0) return;
  const last = shape.length - 1;
  if (last < 0) {
    each(offset, 0);
    return;
  }
  const index = new Array(last + 1).fill(0);
  const [inner, step] = [shape[last], strides[last]];
  let [row, i] = [offset, 0];
  for (;;) {
    for (let j = 0, place = row; j < inner; j++, place += step) each(place, i++);
    let d = last - 1;
    for (; d >= 0; d--) {
      row += strides[d];
      if (++index[d] < shape[d]) break;
      row -= strides[d] * shape[d];
      index[d] = 0;
    }
    if (d < 0) return;
  }
}

/** Its elements row by row: its own memory where it lies so. @param {NdArray} a @returns {Data} */
export function flat(a) {
  if (a.isContiguous)
    return a.offset === 0 && a.data.length === a.size ? a.data : a.data.subarray(a.offset, a.offset + a.size);
  const out = new a.dtype.array(a.size);
  const { data } = a;
  walk(a, (place, i) => {
    out[i] = data[place];
  });
  return out;
}

/** Its elements in memory of their own, of a dtype. @param {NdArray} a @param {DType} [dtype] */
export function copied(a, dtype = a.dtype) {
  const out = fresh(a.shape.slice(), dtype);
  store(flat(a), a.dtype, out.data, dtype);
  return out;
}

/** Elements of one dtype as those of another. @param {Data} from @param {DType} of @param {Data} to @param {DType} dtype */
export function store(from, of, to, dtype) {
  if (dtype.kind === 'b' && of.kind !== 'b') for (let i = 0; i < to.length; i++) to[i] = from[i] !== 0 ? 1 : 0;
  else if (dtype.kind !== 'f' && of.kind === 'f' && dtype.itemsize === 8)
    // NaN and infinity become the least number, as processors make them.
    for (let i = 0; i < to.length; i++) to[i] = Math.abs(from[i]) < 9.3e18 ? Math.trunc(from[i]) + 0 : -(2 ** 63);
  else to.set(from);
}

/** @param {number[]} shape */
export const shapeText = (shape) => `(${shape.join(',')}${shape.length === 1 ? ',' : ''})`;
/** As Python shows a tuple. @param {number[]} shape */
export const tupleText = (shape) => `(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`;

/** The shape that arrays have together. @param {NdArray[]} arrays @returns {number[]} */
export function commonShape(arrays) {
  if (arrays.length === 2) {
    const [p, q] = [arrays[0].shape, arrays[1].shape];
    if (q.length === 0 || (p.length === q.length && p.every((n, i) => n === q[i]))) return p;
    if (p.length === 0) return q;
  }
  const length = Math.max(...arrays.map((a) => a.shape.length));
  const shape = new Array(length).fill(1);
  for (const { shape: own } of arrays) {
    for (let i = 0; i < own.length; i++) {
      const at = length - own.length + i;
      if (own[i] === 1 || own[i] === shape[at]) continue;
      if (shape[at] !== 1)
        throw raised(
          'ValueError',
          `operands could not be broadcast together with shapes ${arrays.map((a) => `${shapeText(a.shape)} `).join('')}`,
        );
      shape[at] = own[i];
    }
  }
  return shape;
}

/** A view of a larger shape, whose repeated dimensions have no step. @param {NdArray} a @param {number[]} shape @param {(a: NdArray, shape: number[]) => any} [refuse] */
export function spread(a, shape, refuse = notSpread) {
  const before = shape.length - a.shape.length;
  if (before === 0 && a.shape.every((n, i) => n === shape[i])) return a;
  if (before < 0 && a.shape.slice(0, -before).some((n) => n !== 1)) throw refuse(a, shape);
  const strides = shape.map((n, i) => {
    const own = a.shape[i - before];
    if (own === undefined) return 0;
    if (own === n) return a.strides[i - before];
    if (own === 1) return 0;
    throw refuse(a, shape);
  });
  return view(a, shape, strides);
}

/** @param {NdArray} a @param {number[]} shape */
const notSpread = (a, shape) =>
  raised(
    'ValueError',
    `could not broadcast input array from shape ${shapeText(a.shape)} into shape ${shapeText(shape)}`,
  );

/** Writes an array's elements into a window. @param {NdArray} to @param {NdArray} from */
export function write(to, from) {
  const { dtype, data } = to;
  let source = from;
  while (source.shape.length > to.shape.length && source.shape[0] === 1)
    source = view(source, source.shape.slice(1), source.strides.slice(1));
  if (source.shape.length > to.shape.length) throw notSpread(from, to.shape);
  const wide = spread(source, to.shape);
  let values = flat(wide);
  if (from.data.buffer === data.buffer) values = values.slice();
  if (from.dtype !== dtype) {
    const own = new dtype.array(values.length);
    store(values, from.dtype, own, dtype);
    values = own;
  }
  if (to.isContiguous) data.set(values, to.offset);
  else
    walk(to, (place, i) => {
      data[place] = values[i];
    });
}

/** An axis that may count from the end. @param {number} axis @param {number} count */
export function axisOf(axis, count) {
  if (axis < -count || axis >= count)
    throw raised(exceptionsOf().AxisError, `axis ${axis} is out of bounds for array of dimension ${count}`);
  return axis < 0 ? axis + count : axis;
}

/** NumPy's own exceptions, set where they are made. @type {{ AxisError: any, LinAlgError: any }} */
export const own = { AxisError: 'ValueError', LinAlgError: 'ValueError' };
const exceptionsOf = () => own;

/** One axis moved to the end. @param {NdArray} a @param {number} axis */
export function axisLast(a, axis) {
  const order = [...a.shape.keys()].filter((i) => i !== axis);
  return permuted(a, [...order, axis]);
}

/** @param {NdArray} a @param {number[]} order */
export const permuted = (a, order) =>
  view(
    a,
    order.map((i) => a.shape[i]),
    order.map((i) => a.strides[i]),
  );
