// NumPy's functions of elements beside the table of ufuncs: where, clip, round, comparisons of whole arrays.

import { raised, smallIndexOf, Tuple } from '../../host/protocol.js';
import { asArray } from '../array/convert.js';
import { bool, float32, float64, int64 } from '../array/dtypes.js';
import { placesIn } from '../array/indexing.js';
import { commonShape, copied, flat, fresh, NdArray, spread, tupleText } from '../array/ndarray.js';
import { scalar } from '../array/scalar.js';
import { apply, commonDtype, errors, rint, ufuncs } from '../functions/ufuncs.js';
import { flag, into, isWeak } from './define.js';

/** An array that stays one, though it has no dimensions. */
export class Exact {
  /** @param {NdArray} array */
  constructor(array) {
    this.array = array;
    this.isExact = true;
  }
}
/** @param {NdArray} array */
export const exact = (array) => /** @type {any} */ (new Exact(array));

/** Either of two, as a mask says. @param {any} condition @param {any} x @param {any} y */
function where(condition, x, y) {
  const mask = asArray(condition);
  if (x === undefined && y === undefined) return new Tuple(placesIn(mask));
  if (x === undefined || y === undefined)
    throw raised('ValueError', 'either both or neither of x and y should be given');
  const [a, b] = [asArray(x), asArray(y)];
  const shape = commonShape([mask, a, b]);
  const out = fresh(shape, commonDtype([a, b], [isWeak(x), isWeak(y)]));
  const wide = (/** @type {NdArray} */ one) => flat(spread(one, shape));
  const [m, p, q] = [wide(mask), wide(a), wide(b)];
  for (let i = 0; i < out.size; i++) out.data[i] = m[i] !== 0 ? p[i] : q[i];
  return out;
}

const notBelow = {
  ...ufuncs.maximum,
  of: (/** @type {number} */ x, /** @type {number} */ least) => (x < least || Number.isNaN(least) ? least : x),
};
const notAbove = {
  ...ufuncs.minimum,
  of: (/** @type {number} */ x, /** @type {number} */ most) => (x > most || Number.isNaN(most) ? most : x),
};

/** @param {any} a @param {any} least @param {any} most @param {any} out @param {any} min @param {any} max */
function clip(a, least, most, out, min, max) {
  let made = asArray(a);
  const isWeakA = isWeak(a);
  for (const [bound, name] of /** @type {[any, any][]} */ ([
    [least ?? min, notBelow],
    [most ?? max, notAbove],
  ]))
    if (bound !== undefined && bound !== null)
      made = apply(/** @type {any} */ (name), [made, asArray(bound)], { weak: [isWeakA, isWeak(bound)] });
  return into(out, made === a ? copied(made) : made);
}

/** To so many places, halves to even. @param {any} a @param {any} decimals @param {any} out */
function round(a, decimals, out) {
  const x = asArray(a);
  const places = decimals === undefined || decimals === null ? 0 : smallIndexOf(decimals);
  if (x.dtype === bool)
    throw raised(
      errors.casting,
      "Cannot cast ufunc 'multiply' output from dtype('float64') to dtype('bool') with casting rule 'same_kind'",
    );
  const made = copied(x);
  const scale = 10 ** Math.abs(places);
  const { data } = made;
  const own = x.dtype === float32 ? Math.fround : (/** @type {number} */ v) => v;
  if (x.dtype.kind === 'f' || places < 0)
    for (let i = 0; i < made.size; i++)
      data[i] =
        places === 0
          ? rint(data[i])
          : places > 0
            ? rint(own(data[i] * scale)) / scale
            : rint(own(data[i] / scale)) * scale;
  return into(out, made);
}

/** Which elements are as good as equal. @param {any} a @param {any} b @param {any} rtol @param {any} atol @param {any} equalNan */
function isclose(a, b, rtol = 1e-5, atol = 1e-8, equalNan = false) {
  const [x, y] = [asArray(a, float64), asArray(b, float64)];
  const shape = commonShape([x, y]);
  const [p, q] = [flat(spread(x, shape)), flat(spread(y, shape))];
  const out = fresh(shape, bool);
  for (let i = 0; i < out.size; i++)
    out.data[i] = Number(
      p[i] === q[i] ||
        (Number.isFinite(q[i]) && Math.abs(p[i] - q[i]) <= Number(atol) + Number(rtol) * Math.abs(q[i])) ||
        (flag(equalNan) && Number.isNaN(p[i]) && Number.isNaN(q[i])),
    );
  return out;
}

/** @param {any} x @param {any} a1 @param {any} a2 */
function arrayEqual(x, a1, a2) {
  const [a, b] = [asArray(x), asArray(a1)];
  if (tupleText(a.shape) !== tupleText(b.shape)) return false;
  const [p, q] = [flat(a), flat(b)];
  const isSame = (/** @type {number} */ one, /** @type {number} */ i) =>
    one === q[i] || (flag(a2) && Number.isNaN(one) && Number.isNaN(q[i]));
  return /** @type {any} */ (p).every(isSame);
}

/** @param {any} x @param {any} _copy @param {any} nan @param {any} posinf @param {any} neginf */
function nanToNum(x, _copy, nan = 0, posinf, neginf) {
  const a = asArray(x);
  const most = a.dtype === float32 ? 3.4028234663852886e38 : Number.MAX_VALUE;
  const out = copied(a);
  for (let i = 0; i < out.size; i++) {
    const one = out.data[i];
    if (Number.isNaN(one)) out.data[i] = Number(nan);
    else if (one === Number.POSITIVE_INFINITY) out.data[i] = Number(posinf ?? most);
    else if (one === Number.NEGATIVE_INFINITY) out.data[i] = Number(neginf ?? -most);
  }
  return out;
}

/** @param {any} conditions @param {any} choices @param {any} usual */
function select(conditions, choices, usual = 0n) {
  let made = usual;
  const [masks, values] = [conditions, choices].map((one) => [...one]);
  for (let i = masks.length - 1; i >= 0; i--) made = where(masks[i], values[i], made);
  return made;
}

/** @type {Record<string, [string, (...values: any[]) => any]>} */
export const elements = {
  where: [
    'condition x? y?',
    (...values) => {
      const made = where(.../** @type {[any, any, any]} */ (values));
      return made instanceof NdArray ? exact(made) : made;
    },
  ],
  select: ['condlist choicelist default?', select],
  clip: ['a a_min? a_max? out? min? max?', clip],
  round: ['a decimals? out?', round],
  around: ['a decimals? out?', round],
  isclose: ['a b rtol? atol? equal_nan?', isclose],
  allclose: [
    'a b rtol? atol? equal_nan?',
    (...values) =>
      /** @type {any} */ (flat(isclose(.../** @type {[any, any]} */ (values)))).every(
        (/** @type {number} */ x) => x !== 0,
      ),
  ],
  array_equal: ['a1 a2 equal_nan?', arrayEqual],
  nan_to_num: ['x copy? nan? posinf? neginf?', nanToNum],
  nonzero: ['a', (a) => new Tuple(placesIn(asArray(a)))],
  flatnonzero: ['a', (a) => placesIn(new NdArray(flat(asArray(a)), [asArray(a).size], asArray(a).dtype))[0]],
  argwhere: [
    'a',
    (a) => {
      const places = placesIn(asArray(a));
      const n = places.length === 0 ? 0 : places[0].size;
      const out = fresh([n, places.length], int64);
      places.forEach((one, d) => {
        for (let i = 0; i < n; i++) out.data[i * places.length + d] = one.data[i];
      });
      return out;
    },
  ],
  isscalar: ['element', (x) => typeof x !== 'object' || (x !== null && x.constructor !== undefined && 'value' in x)],
  unravel_index: [
    'indices shape',
    (indices, shape) => {
      const sizes = [...shape].map(Number);
      const a = asArray(indices);
      const parts = sizes.map((n, d) => {
        const step = sizes.slice(d + 1).reduce((x, y) => x * y, 1);
        const out = copied(a, int64);
        for (let i = 0; i < out.size; i++) out.data[i] = Math.floor(out.data[i] / step) % n;
        return out.shape.length === 0 ? scalar(out.data[0], int64) : out;
      });
      return new Tuple(parts);
    },
  ],
};
