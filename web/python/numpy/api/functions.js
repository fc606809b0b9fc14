// All functions of NumPy's that take arrays, by their names; the methods of arrays are some of them.

import { call, fn, iteratorOf, raised, smallIndexOf, Tuple } from '../../host/protocol.js';
import { asArray } from '../array/convert.js';
import { float64 } from '../array/dtypes.js';
import { axisLast, axisOf, commonShape, flat, NdArray, permuted, spread, view } from '../array/ndarray.js';
import { given, scalar, zeroD } from '../array/scalar.js';
import { convolve, correlate } from '../functions/convolution.js';
import * as linear from '../functions/linear.js';
import { stacked, transposed } from '../functions/shaping.js';
import { apply, ufuncs } from '../functions/ufuncs.js';
import { defined, ufuncFunction } from './define.js';
import { elements } from './elements.js';
import { making, meshgrid } from './making.js';
import { more } from './more.js';
import { gradient, reducing } from './reducing.js';
import { shapes } from './shapes.js';
import { folds } from './ufunc_type.js';

/** @param {any} a @param {any} b */
function outer(a, b) {
  const [x, y] = [a, b].map((one) => flat(asArray(one)));
  const [p, q] = [asArray(a), asArray(b)];
  return apply(ufuncs.multiply, [new NdArray(x, [x.length, 1], p.dtype), new NdArray(y, [1, y.length], q.dtype)]);
}

/** The vector products of vectors of three elements, or of rows of them. @param {any} a @param {any} b */
function cross(a, b) {
  const [x, y] = [asArray(a), asArray(b)];
  if ([x, y].some(({ shape }) => shape[shape.length - 1] !== 3))
    throw raised('NotImplementedError', 'np.cross() of vectors that have not three elements is not part of this NumPy');
  const whole = apply(ufuncs.multiply, [x, y]);
  const zeros = apply(ufuncs.multiply, [whole, zeroD(0, whole.dtype)]);
  const [p, q] = [x, y].map((one) => flat(apply(ufuncs.add, [zeros, one])));
  const made = p.map((_, i) => {
    const [row, k] = [i - (i % 3), i % 3];
    const [m, n] = [row + ((k + 1) % 3), row + ((k + 2) % 3)];
    return p[m] * q[n] - p[n] * q[m];
  });
  return new NdArray(made, whole.shape, whole.dtype);
}

/** sin(πx) / (πx), 1 at 0. @param {any} x */
function sinc(x) {
  const given = asArray(x);
  const turned = apply(ufuncs.multiply, [given, zeroD(Math.PI, float64)], { weak: [false, true] });
  const least = turned.dtype === float64 ? Number.EPSILON : 2 ** -23;
  const own = new NdArray(
    flat(turned).map((/** @type {number} */ one) => one || least),
    turned.shape,
    turned.dtype,
  );
  return apply(ufuncs.divide, [apply(ufuncs.sin, [own]), own]);
}

/** A polynomial at x, the highest power first. @param {any} p @param {any} x */
function polyval(p, x) {
  let made = apply(ufuncs.multiply, [asArray(x), asArray(0n)]);
  const { dtype } = asArray(p);
  for (const one of flat(asArray(p)))
    made = apply(ufuncs.add, [apply(ufuncs.multiply, [made, asArray(x)]), zeroD(one, dtype)]);
  return made;
}

/** Least squares by the normal equations of orthogonal steps (Householder). @param {any} x @param {any} y @param {any} degree */
function polyfit(x, y, degree) {
  if (smallIndexOf(degree) < 0) throw raised('ValueError', 'expected deg >= 0');
  if (asArray(x).shape.length !== 1) throw raised('TypeError', 'expected 1D vector for x');
  if (asArray(x).size === 0) throw raised('TypeError', 'expected non-empty vector for x');
  const [xs, ys] = [x, y].map((one) => Float64Array.from(flat(asArray(one, float64))));
  const [m, n] = [xs.length, smallIndexOf(degree) + 1];
  if (m !== ys.length) throw raised('TypeError', 'expected x and y to have same length');
  const rows = Array.from(xs, (one) => Array.from({ length: n }, (_, k) => one ** (n - 1 - k)));
  const scale = Array.from({ length: n }, (_, k) => Math.sqrt(rows.reduce((total, row) => total + row[k] ** 2, 0)));
  for (const row of rows) for (let k = 0; k < n; k++) row[k] /= scale[k];
  for (let k = 0; k < n; k++) {
    let norm = 0;
    for (let i = k; i < m; i++) norm += rows[i][k] ** 2;
    const alpha = -Math.sign(rows[k][k] || 1) * Math.sqrt(norm);
    const v = rows.map((row, i) => (i < k ? 0 : row[k]));
    v[k] -= alpha;
    const size = v.reduce((total, one) => total + one * one, 0);
    if (size === 0) continue;
    const turn = (/** @type {(i: number) => number} */ get, /** @type {(i: number, value: number) => void} */ set) => {
      let dot = 0;
      for (let i = k; i < m; i++) dot += v[i] * get(i);
      for (let i = k; i < m; i++) set(i, get(i) - (2 * dot * v[i]) / size);
    };
    for (let j = k; j < n; j++)
      turn(
        (i) => rows[i][j],
        (i, value) => {
          rows[i][j] = value;
        },
      );
    turn(
      (i) => ys[i],
      (i, value) => {
        ys[i] = value;
      },
    );
  }
  const out = new Float64Array(n);
  for (let k = n - 1; k >= 0; k--) {
    let rest = ys[k];
    for (let j = k + 1; j < n; j++) rest -= rows[k][j] * out[j];
    out[k] = rest / rows[k][k];
  }
  for (let k = 0; k < n; k++) out[k] /= scale[k];
  return new NdArray(out, [n], float64);
}

/** A Python function for arrays. @param {any} own */
const vectorize = (own) =>
  fn('vectorized', (args) => {
    const arrays = args.map((one) => asArray(one));
    const shape = commonShape(arrays);
    const rows = arrays.map((one) => flat(spread(one, shape)));
    const count = shape.reduce((a, b) => a * b, 1);
    const values = Array.from({ length: count }, (_, i) =>
      call(
        own,
        rows.map((row, k) => scalar(row[i], arrays[k].dtype)),
      ),
    );
    // The first value decides the dtype, as vectorize does.
    const made = asArray(values, values.length > 0 ? asArray(values[0]).dtype : null);
    return given(view(made, shape, new NdArray(made.data, shape, made.dtype).strides));
  });

/** @param {any} of @param {any} axis @param {any} array @param {any[]} more */
function applyAlong(of, axis, array, more) {
  const a = asArray(array);
  const at = axisOf(smallIndexOf(axis), a.shape.length);
  const moved = axisLast(a, at);
  const n = a.shape[at];
  const rows = flat(moved);
  const count = n === 0 ? 0 : rows.length / n;
  const parts = Array.from({ length: count }, (_, i) =>
    asArray(call(of, [new NdArray(rows.slice(i * n, i * n + n), [n], a.dtype), ...more])),
  );
  const rest = a.shape.filter((_, i) => i !== at);
  const joined = stacked(parts, 0);
  const shape = [...rest, ...parts[0].shape];
  const made = view(joined, shape, new NdArray(joined.data, shape, joined.dtype).strides);
  if (parts[0].shape.length === 0) return made;
  const order = [...rest.keys()];
  order.splice(at, 0, rest.length);
  return permuted(made, order);
}

/** @param {any} a @param {any} b */
const inner = (a, b) => {
  const [x, y] = [asArray(a), asArray(b)];
  return y.shape.length < 2 ? linear.dot(x, y) : linear.dot(x, transposed(y));
};

/** @type {Record<string, any>} */
export const functions = {
  ...Object.fromEntries(Object.values(ufuncs).map((one) => [one.name, ufuncFunction(one)])),
  ...defined({
    ...making,
    ...elements,
    ...reducing,
    ...shapes,
    ...more,
    dot: ['a b', (a, b) => linear.dot(asArray(a), asArray(b))],
    matmul: ['x1 x2', (a, b) => linear.matmul(asArray(a), asArray(b))],
    vdot: [
      'a b',
      (a, b) =>
        linear.dot(
          new NdArray(flat(asArray(a)), [asArray(a).size], asArray(a).dtype),
          new NdArray(flat(asArray(b)), [asArray(b).size], asArray(b).dtype),
        ),
    ],
    inner: ['a b', inner],
    outer: ['a b', outer],
    cross: ['a b', cross],
    convolve: ['a v mode?', convolve],
    correlate: ['a v mode?', correlate],
    sinc: ['x', sinc],
    polyval: ['p x', polyval],
    polyfit: ['x y deg', polyfit],
  }),
  ndindex: fn('ndindex', (args) => {
    const shape = (args[0] instanceof Tuple || Array.isArray(args[0]) ? [...args[0]] : args).map(Number);
    /** @type {any[][]} */ let places = [[]];
    for (const n of shape) places = places.flatMap((at) => Array.from({ length: n }, (_, i) => [...at, BigInt(i)]));
    return iteratorOf(places.map((at) => new Tuple(at)));
  }),
  meshgrid: fn('meshgrid', meshgrid),
  gradient: fn('gradient', ([a, ...spacing], keywords) => gradient(a, spacing, keywords.get('axis'))),
  vectorize: fn('vectorize', ([own]) => vectorize(own)),
  apply_along_axis: fn('apply_along_axis', ([of, axis, array, ...more]) => applyAlong(of, axis, array, more)),
};
for (const [name, other] of Object.entries({
  abs: 'absolute',
  mod: 'remainder',
  true_divide: 'divide',
  pow: 'power',
  amax: 'max',
  amin: 'min',
  asin: 'arcsin',
  acos: 'arccos',
  atan: 'arctan',
  atan2: 'arctan2',
  asinh: 'arcsinh',
  acosh: 'arccosh',
  atanh: 'arctanh',
  concat: 'concatenate',
  row_stack: 'vstack',
  degrees: 'rad2deg',
  radians: 'deg2rad',
  bitwise_not: 'invert',
  permute_dims: 'transpose',
}))
  functions[name] = functions[other];
folds.functions = functions;
