// What stands beside NumPy's plain functions: np.c_ and np.r_, pairs of index and value, covariance, sets.

import { hostType, iteratorOf, raised, Slice, smallIndexOf, Tuple, truth } from '../../host/protocol.js';
import { asArray } from '../array/convert.js';
import { bool, float64 } from '../array/dtypes.js';
import { flat, fresh, NdArray, walk } from '../array/ndarray.js';
import { scalar, zeroD } from '../array/scalar.js';
import { matmul } from '../functions/linear.js';
import { mean } from '../functions/reductions.js';
import { atLeast, concatenated, transposed } from '../functions/shaping.js';
import { apply, ufuncs } from '../functions/ufuncs.js';
import { arange } from './making.js';

/** np.c_ and np.r_: arrays joined by brackets. */
class Joiner {
  /** @param {string} name @param {(arrays: NdArray[]) => NdArray} join */
  constructor(name, join) {
    this.name = name;
    this.join = join;
  }
}
hostType(Joiner, {
  name: 'AxisConcatenator',
  module: 'numpy.lib._index_tricks_impl',
  operations: {
    __getitem__: ({ name, join }, key) => {
      const parts = key instanceof Tuple ? key.items : [key];
      if (parts.some((/** @type {any} */ one) => typeof one === 'string'))
        throw raised(
          'NotImplementedError',
          `np.${name} with words is not part of this NumPy; np.concatenate() takes an axis`,
        );
      return join(
        parts.map((/** @type {any} */ one) =>
          one instanceof Slice ? arange(one.start ?? 0n, one.stop, one.step ?? 1n, null) : asArray(one),
        ),
      );
    },
  },
});
const columns = new Joiner('c_', (arrays) =>
  concatenated(
    arrays.map((a) => (a.shape.length < 2 ? transposed(atLeast(a, 2)) : a)),
    1,
  ),
);
const rows = new Joiner('r_', (arrays) =>
  concatenated(
    arrays.map((a) => atLeast(a, 1)),
    0,
  ),
);

/** @param {NdArray} a */
function* entries(a) {
  const values = flat(a);
  for (let i = 0; i < values.length; i++) {
    let rest = i;
    const index = a.shape.map(() => 0n);
    for (let d = a.shape.length - 1; d >= 0; d--) {
      index[d] = BigInt(rest % a.shape[d]);
      rest = Math.floor(rest / a.shape[d]);
    }
    yield new Tuple([new Tuple(index), scalar(values[i], a.dtype)]);
  }
}

/** Variables as rows. @param {any} m @param {any} byRow */
function variables(m, byRow) {
  const given = asArray(m, float64);
  const x = atLeast(given, 2);
  return truth(byRow) || given.shape.length < 2 ? x : transposed(x);
}

/** How variables vary together. @param {any} m @param {any} y more of them @param {any} byRow @param {any} bias @param {any} ddof */
function cov(m, y = null, byRow = true, bias = false, ddof = null) {
  const own = variables(m, byRow);
  const x = y === null ? own : concatenated([own, variables(y, byRow)], 0);
  const less = ddof === null ? Number(!truth(bias)) : smallIndexOf(ddof);
  const distance = apply(ufuncs.subtract, [x, mean(x, 1n, true, null)]);
  const product = matmul(distance, transposed(distance));
  const made = apply(ufuncs.multiply, [
    product,
    apply(ufuncs.divide, [zeroD(1, float64), zeroD(x.shape[1] - less, float64)]),
  ]);
  return made.size === 1 ? new NdArray(made.data, [], float64) : made;
}

/** @param {any} x @param {any} y @param {any} byRow */
function corrcoef(x, y = null, byRow = true) {
  const c = cov(x, y, byRow);
  if (c.shape.length === 0) return zeroD(1, float64);
  const n = c.shape[0];
  const out = fresh([n, n], float64);
  const size = Array.from({ length: n }, (_, i) => Math.sqrt(c.data[i * n + i]));
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) out.data[i * n + j] = Math.min(1, Math.max(-1, c.data[i * n + j] / size[i] / size[j]));
  return out;
}

/** Where in its buffer each element lies. @param {NdArray} a */
function addresses(a) {
  const { byteOffset, BYTES_PER_ELEMENT: bytes } = a.data;
  /** @type {Set<number>} */ const places = new Set();
  walk(a, (place) => {
    places.add(byteOffset + place * bytes);
  });
  return places;
}

/** Whether two arrays have an element in common. @param {any} a @param {any} b */
function sharesMemory(a, b) {
  const [x, y] = [asArray(a), asArray(b)];
  if (x.data.buffer !== y.data.buffer) return false;
  const places = addresses(x);
  return [...addresses(y)].some((place) => places.has(place));
}

/** @type {Record<string, any>} */
export const joiners = { c_: columns, r_: rows };
/** @type {Record<string, [string, (...values: any[]) => any]>} */
export const more = {
  ndenumerate: ['arr', (a) => iteratorOf(entries(asArray(a)), 'ndenumerate')],
  isin: [
    'element test_elements',
    (a, among) => {
      const x = asArray(a);
      const known = new Set(flat(asArray(among)));
      const values = flat(x);
      const out = fresh(x.shape, bool);
      for (let i = 0; i < out.size; i++) out.data[i] = Number(known.has(values[i]));
      return out;
    },
  ],
  fill_diagonal: [
    'a val',
    (a, value) => {
      const [n, m] = a.shape;
      const to = flat(asArray(value));
      for (let i = 0; i < Math.min(n, m); i++) a.data[a.offset + i * (a.strides[0] + a.strides[1])] = to[i % to.length];
      return null;
    },
  ],
  shares_memory: ['a b', sharesMemory],
  cov: ['m y? rowvar? bias? ddof?', cov],
  corrcoef: ['x y? rowvar?', corrcoef],
};
