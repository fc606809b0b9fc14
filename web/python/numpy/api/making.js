// NumPy's functions that make arrays: array, zeros, arange, linspace, meshgrid…

import { call, listOf, raised, smallIndexOf, Tuple } from '../../host/protocol.js';
import { asArray, dtypeOf, optionalDtype, shapeOf } from '../array/convert.js';
import { DType, float64, int64, promoted } from '../array/dtypes.js';
import { copied, flat, fresh, spread, view, write } from '../array/ndarray.js';
import { scalar } from '../array/scalar.js';
import { atLeast, reshaped } from '../functions/shaping.js';
import { evenly } from '../functions/statistics.js';
import { exact } from './elements.js';

/** @param {number[]} shape @param {any} value @param {DType | null} dtype */
function filled(shape, value, dtype) {
  const from = asArray(value);
  const out = fresh(shape, dtype ?? from.dtype);
  write(out, from);
  return out;
}

/** The shape and dtype that `…_like` takes. @param {any} like @param {any} dtype @param {any} shape @returns {[number[], DType]} */
function likeness(like, dtype, shape) {
  const a = asArray(like);
  return [shape === undefined || shape === null ? a.shape.slice() : shapeOf(shape), optionalDtype(dtype) ?? a.dtype];
}

/** @param {any} value @param {any} dtype @param {any} least */
function array(value, dtype, least) {
  let made = asArray(value, optionalDtype(dtype));
  if (made === value || made.base !== null || !Array.isArray(value)) made = copied(made);
  const count = least === undefined ? 0 : smallIndexOf(least);
  return made.shape.length < count
    ? reshaped(made, [...new Array(count - made.shape.length).fill(1), ...made.shape])
    : made;
}

/** @param {any} first @param {any} second @param {any} third @param {any} dtype */
export function arange(first, second, third, dtype) {
  if (first === undefined) throw raised('TypeError', 'arange() requires stop to be specified.');
  const [start, stop] = second === undefined || second === null ? [0n, first] : [first, second];
  const parts = [start, stop, third ?? 1n].map((one) => asArray(one));
  const [from, to, by] = parts.map((one) => one.data[one.offset]);
  const type = optionalDtype(dtype) ?? parts.map((one) => one.dtype).reduce(promoted, int64);
  if (by === 0) throw raised('ZeroDivisionError', 'division by zero');
  const count = Math.max(0, Math.ceil((to - from) / by));
  if (!Number.isFinite(count))
    throw raised('ValueError', Number.isNaN(count) ? 'arange: cannot compute length' : 'Maximum allowed size exceeded');
  const out = fresh([count], type);
  const delta = type.kind === 'f' ? from + by - from : by;
  for (let i = 0; i < count; i++) out.data[i] = i === 1 ? from + by : from + i * delta;
  return out;
}

/** @param {any} start @param {any} stop @param {any} num @param {any} endpoint @param {any} retstep @param {any} dtype */
function linspace(start, stop, num = 50n, endpoint = true, retstep = false, dtype = null) {
  const count = smallIndexOf(num);
  if (count < 0) throw raised('ValueError', `Number of samples, ${count}, must be non-negative.`);
  const [from, to] = [asArray(start, float64), asArray(stop, float64)];
  if (from.size !== 1 || to.size !== 1)
    throw raised('NotImplementedError', 'linspace between arrays is not part of this NumPy; a loop over pairs works');
  const { out, step } = evenly(flat(from)[0], flat(to)[0], count, endpoint !== false);
  const type = optionalDtype(dtype);
  if (type !== null && type.kind !== 'f') for (let i = 0; i < count; i++) out.data[i] = Math.floor(out.data[i]);
  const made = type === null || type === float64 ? out : copied(out, type);
  return retstep === true ? new Tuple([made, scalar(step, float64)]) : made;
}

/** @param {any[]} args @param {Map<string, any>} keywords */
export function meshgrid(args, keywords) {
  const arrays = args.map((one) => reshaped(asArray(one), [-1]));
  const isMatrix = keywords.get('indexing') === 'ij';
  const order = [...arrays.keys()];
  if (!isMatrix && order.length > 1) order.splice(0, 2, 1, 0);
  const shape = order.map((i) => arrays[i].size);
  const grids = arrays.map((one, i) => {
    const at = order.indexOf(i);
    const own = view(
      one,
      shape.map((_, d) => (d === at ? one.size : 1)),
      shape.map((_, d) => (d === at ? one.strides[0] : 0)),
    );
    return keywords.get('sparse') === true ? own : copied(spread(own, shape));
  });
  return new Tuple(grids);
}

/** Ones on a diagonal. @param {any} rows @param {any} columns @param {any} k @param {any} dtype */
function eye(rows, columns, k = 0n, dtype = null) {
  const n = smallIndexOf(rows);
  const m = columns === undefined || columns === null ? n : smallIndexOf(columns);
  const out = fresh([n, m], dtypeOf(dtype));
  const shift = smallIndexOf(k);
  for (let i = 0; i < n; i++) if (i + shift >= 0 && i + shift < m) out.data[i * m + i + shift] = 1;
  return out;
}

/** @param {any} v @param {any} k */
function diag(v, k = 0n) {
  const a = asArray(v);
  const shift = smallIndexOf(k);
  if (a.shape.length === 2) {
    const [rows, columns] = a.shape;
    const from = shift >= 0 ? [0, shift] : [-shift, 0];
    const n = Math.max(0, Math.min(rows - from[0], columns - from[1]));
    return copied(
      view(a, [n], [a.strides[0] + a.strides[1]], a.offset + from[0] * a.strides[0] + from[1] * a.strides[1]),
    );
  }
  if (a.shape.length !== 1) throw raised('ValueError', 'Input must be 1- or 2-d.');
  const n = a.size + Math.abs(shift);
  const out = fresh([n, n], a.dtype);
  flat(a).forEach((/** @type {number} */ x, /** @type {number} */ i) => {
    out.data[(i + Math.max(0, -shift)) * n + i + Math.max(0, shift)] = x;
  });
  return out;
}

/** One of the two triangles; the rest is zero. @param {any} m @param {any} k @param {boolean} isLower */
function triangle(m, k, isLower) {
  const out = copied(asArray(m));
  const [rows, columns] = out.shape.slice(-2);
  const shift = k === undefined ? 0 : smallIndexOf(k);
  for (let at = 0; at < out.size; at++) {
    const [i, j] = [Math.floor(at / columns) % rows, at % columns];
    if (isLower ? j > i + shift : j < i + shift) out.data[at] = 0;
  }
  return out;
}

/** An array of what a function gives for each index. @param {any} of @param {any} shape @param {any} dtype */
function fromfunction(of, shape, dtype) {
  const sizes = shapeOf(shape);
  const type = dtypeOf(dtype);
  const grids = sizes.map((n, d) => {
    const out = fresh(sizes, type);
    const step = sizes.slice(d + 1).reduce((a, b) => a * b, 1);
    for (let i = 0; i < out.size; i++) out.data[i] = Math.floor(i / step) % n;
    return out;
  });
  return call(of, grids);
}

/** @type {Record<string, [string, (...values: any[]) => any]>} */
export const making = {
  array: [
    'object dtype? copy? order? subok? ndmin?',
    (value, dtype, _copy, _order, _subok, least) => exact(array(value, dtype, least)),
  ],
  asarray: ['a dtype? order?', (a, dtype) => exact(asArray(a, optionalDtype(dtype)))],
  asanyarray: ['a dtype? order?', (a, dtype) => exact(asArray(a, optionalDtype(dtype)))],
  ascontiguousarray: ['a dtype?', (a, dtype) => exact(atLeast(asArray(a, optionalDtype(dtype)), 1))],
  copy: ['a', (a) => exact(copied(asArray(a)))],
  zeros: ['shape dtype? order?', (shape, dtype) => exact(fresh(shapeOf(shape), dtypeOf(dtype)))],
  empty: ['shape dtype? order?', (shape, dtype) => exact(fresh(shapeOf(shape), dtypeOf(dtype)))],
  ones: ['shape dtype? order?', (shape, dtype) => exact(filled(shapeOf(shape), 1n, dtypeOf(dtype)))],
  full: [
    'shape fill_value dtype? order?',
    (shape, value, dtype) => exact(filled(shapeOf(shape), value, optionalDtype(dtype))),
  ],
  zeros_like: [
    'a dtype? order? subok? shape?',
    (a, dtype, _o, _s, shape) => exact(fresh(...likeness(a, dtype, shape))),
  ],
  empty_like: [
    'prototype dtype? order? subok? shape?',
    (a, dtype, _o, _s, shape) => exact(fresh(...likeness(a, dtype, shape))),
  ],
  ones_like: [
    'a dtype? order? subok? shape?',
    (a, dtype, _o, _s, shape) => {
      const [own, type] = likeness(a, dtype, shape);
      return exact(filled(own, 1n, type));
    },
  ],
  full_like: [
    'a fill_value dtype? order? subok? shape?',
    (a, value, dtype, _o, _s, shape) => {
      const [own, type] = likeness(a, dtype, shape);
      return exact(filled(own, value, type));
    },
  ],
  eye: ['N M? k? dtype?', eye],
  identity: ['n dtype?', (n, dtype) => eye(n, null, 0n, dtype)],
  arange: ['start? stop? step? dtype?', arange],
  linspace: ['start stop num? endpoint? retstep? dtype?', linspace],
  logspace: [
    'start stop num? endpoint? base? dtype?',
    (start, stop, num, endpoint, base = 10) => {
      const out = /** @type {import('../array/ndarray.js').NdArray} */ (linspace(start, stop, num, endpoint));
      const by = Number(base);
      for (let i = 0; i < out.size; i++) out.data[i] = by ** out.data[i];
      return out;
    },
  ],
  diag: ['v k?', diag],
  tril: ['m k?', (m, k) => triangle(m, k, true)],
  triu: ['m k?', (m, k) => triangle(m, k, false)],
  tri: [
    'N M? k? dtype?',
    (n, m, k, dtype) => triangle(filled([smallIndexOf(n), smallIndexOf(m ?? n)], 1n, dtypeOf(dtype)), k, true),
  ],
  fromfunction: ['function shape dtype?', fromfunction],
  fromiter: ['iter dtype count?', (items, dtype) => asArray(listOf(items), dtypeOf(dtype))],
};
