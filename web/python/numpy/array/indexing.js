// What stands between an array's brackets: places, slices, None and `...` make views; arrays of places and masks pick copies.

import { kEllipsis, raised, Slice, Tuple } from '../../host/protocol.js';
import { placesOf } from '../../operations/subscripts.js';
import { asIndex } from '../../operations/truth.js';
import { asArray } from './convert.js';
import { commonShape, copied, countOf, flat, fresh, NdArray, shapeText, spread, view, walk, write } from './ndarray.js';
import { Scalar } from './scalar.js';

/** @typedef {{ at: number, places: NdArray }} Picked an axis of the view and the places to pick along it */

const invalid = () =>
  raised(
    'IndexError',
    'only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices',
  );

/** @param {any} key */
const isMany = (key) =>
  key instanceof NdArray
    ? key.shape.length > 0
    : Array.isArray(key) || (typeof key === 'object' && key !== null && !isPlain(key) && asIndexOf(key) === null);
/** @param {any} key */
const isPlain = (key) => key instanceof Slice || key === kEllipsis || key instanceof Scalar;

/** @param {any} key */
function asIndexOf(key) {
  if (key instanceof NdArray)
    return key.shape.length === 0 && key.dtype.kind !== 'f' && key.dtype.kind !== 'b' ? key.data[key.offset] : null;
  if (key instanceof Scalar) return key.dtype.kind !== 'f' && key.dtype.kind !== 'b' ? key.value : null;
  if (typeof key === 'object' && key !== null && 'storage' in key && key.shape?.length > 0) return null; // a tensor of several
  const index = typeof key === 'number' || typeof key === 'string' ? null : asIndex(key);
  return index === null ? null : Number(index);
}

/** An array of places or a mask as the dimensions that it takes up. @param {any} key @returns {NdArray[]} masks give one for each of their dimensions */
function pickers(key) {
  const array = key instanceof Tuple || Array.isArray(key) ? listArray(key) : asArray(key);
  if (array.dtype.kind === 'f')
    throw raised('IndexError', 'arrays used as indices must be of integer (or boolean) type');
  return [array];
}
/** @param {any} key */
function listArray(key) {
  const array = asArray(key);
  return array.size === 0 && array.dtype.kind === 'f' ? asArray([], /** @type {any} */ (intOf(array))) : array;
}
/** @param {NdArray} array */
const intOf = (array) => (array.size === 0 ? asArray(0n).dtype : array.dtype);

/** The places where a mask is true, for each of its dimensions. @param {NdArray} mask */
export function placesIn(mask) {
  const values = flat(mask);
  let count = 0;
  for (const one of values) if (one !== 0) count++;
  const int64 = asArray(0n).dtype;
  const found = mask.shape.map(() => fresh([count], int64));
  let at = 0;
  for (let i = 0; i < values.length; i++) {
    if (values[i] === 0) continue;
    let rest = i;
    for (let d = mask.shape.length - 1; d >= 0; d--) {
      found[d].data[at] = rest % mask.shape[d];
      rest = Math.floor(rest / mask.shape[d]);
    }
    at++;
  }
  return found;
}

/** The view that plain indices make, and what is still to be picked of it. @param {NdArray} a @param {any} key */
function resolved(a, key) {
  /** @type {any[]} */
  const keys = key instanceof Tuple ? key.items : [key];
  const taken = keys.map((one) => {
    if (one === null || one === kEllipsis) return 0;
    if (typeof one === 'boolean')
      throw raised('NotImplementedError', 'a single bool as an index is not part of this NumPy');
    if (isMany(one)) {
      const [array] = pickers(one);
      return array.dtype.kind === 'b' ? array.shape.length : 1;
    }
    return 1;
  });
  const count = taken.reduce((x, y) => x + y, 0);
  const { length } = a.shape;
  if (count > length)
    throw raised('IndexError', `too many indices for array: array is ${length}-dimensional, but ${count} were indexed`);
  if (keys.filter((one) => one === kEllipsis).length > 1)
    throw raised('IndexError', "an index can only have a single ellipsis ('...')");
  const all = keys.includes(kEllipsis) ? keys : [...keys, kEllipsis];
  /** @type {number[]} */ const shape = [];
  /** @type {number[]} */ const strides = [];
  /** @type {Picked[]} */ const picked = [];
  let { offset } = a;
  let axis = 0;
  /** Where the picked dimensions go: the place of the first where they stand together. */
  let isTogether = true;
  let last = -1;
  const keep = () => {
    shape.push(a.shape[axis]);
    strides.push(a.strides[axis]);
    axis++;
  };
  all.forEach((one, i) => {
    if (one === null) {
      shape.push(1);
      strides.push(0);
    } else if (one === kEllipsis) for (let left = length - count; left > 0; left--) keep();
    else if (one instanceof Slice) {
      const { start, step, length: n } = placesOf(one, a.shape[axis]);
      shape.push(n);
      strides.push(step * a.strides[axis]);
      offset += n > 0 ? start * a.strides[axis] : 0;
      axis++;
    } else if (isMany(one)) {
      if (last >= 0 && last !== i - 1) isTogether = false;
      last = i;
      const [array] = pickers(one);
      if (array.dtype.kind === 'b') {
        array.shape.forEach((n, d) => {
          if (n !== a.shape[axis + d])
            throw raised(
              'IndexError',
              `boolean index did not match indexed array along axis ${axis + d}; size of axis is ${a.shape[axis + d]} but size of corresponding boolean axis is ${n}`,
            );
        });
        for (const places of placesIn(array)) {
          picked.push({ at: shape.length, places });
          keep();
        }
      } else {
        picked.push({ at: shape.length, places: bounded(array, axis, a.shape[axis]) });
        keep();
      }
    } else {
      const index = asIndexOf(one);
      if (index === null) throw invalid();
      const n = a.shape[axis];
      if (index < -n || index >= n)
        throw raised('IndexError', `index ${index} is out of bounds for axis ${axis} with size ${n}`);
      offset += (index < 0 ? index + n : index) * a.strides[axis];
      axis++;
    }
  });
  return { window: view(a, shape, strides, offset), picked, isTogether };
}

/** Places that may count from the end, checked. @param {NdArray} array @param {number} axis @param {number} n */
function bounded(array, axis, n) {
  const out = fresh(array.shape, asArray(0n).dtype);
  const values = flat(array);
  for (let i = 0; i < values.length; i++) {
    const one = values[i];
    if (one < -n || one >= n)
      throw raised('IndexError', `index ${one} is out of bounds for axis ${axis} with size ${n}`);
    out.data[i] = one < 0 ? one + n : one;
  }
  return out;
}

/** Where the picked elements lie: the shape of what is picked, and a place for each of its elements. @param {NdArray} window @param {Picked[]} picked @param {boolean} isTogether */
function placesOfPicked(window, picked, isTogether) {
  const common = pickedShape(picked.map(({ places }) => places));
  const wide = picked.map(({ places }) => flat(spread(places, common)));
  const steps = picked.map(({ at }) => window.strides[at]);
  const axes = new Set(picked.map(({ at }) => at));
  const rest = [...window.shape.keys()].filter((d) => !axes.has(d));
  const before = isTogether ? rest.filter((d) => d < picked[0].at).length : 0;
  const shape = rest.map((d) => window.shape[d]);
  const around = view(
    window,
    shape,
    rest.map((d) => window.strides[d]),
  );
  const full = [...shape.slice(0, before), ...common, ...shape.slice(before)];
  const outer = countOf(shape.slice(0, before));
  const inner = countOf(shape.slice(before));
  const n = countOf(common);
  const places = new Int32Array(outer * n * inner);
  const bases = new Int32Array(outer * inner);
  walk(around, (place, i) => {
    bases[i] = place;
  });
  const own = new Int32Array(n);
  wide.forEach((values, k) => {
    for (let i = 0; i < n; i++) own[i] += values[i] * steps[k];
  });
  let at = 0;
  for (let o = 0; o < outer; o++)
    for (let k = 0; k < n; k++) for (let i = 0; i < inner; i++) places[at++] = bases[o * inner + i] + own[k];
  return { shape: full, places };
}

/** @param {NdArray[]} arrays */
function pickedShape(arrays) {
  try {
    return commonShape(arrays);
  } catch {
    throw raised(
      'IndexError',
      `shape mismatch: indexing arrays could not be broadcast together with shapes ${arrays.map((a) => `${shapeText(a.shape)} `).join('')}`,
    );
  }
}

/** What a single bool as a key says. @param {any} key */
const truthOf = (key) =>
  typeof key === 'boolean'
    ? key
    : (key instanceof Scalar || (key instanceof NdArray && key.shape.length === 0)) && key.dtype.kind === 'b'
      ? asArray(key).data[asArray(key).offset] !== 0
      : null;

/** `a[key]` @param {NdArray} a @param {any} key @returns {NdArray} */
export function getItem(a, key) {
  const truth = truthOf(key);
  if (truth !== null) {
    const own = view(a, [1, ...a.shape], [0, ...a.strides]);
    return truth ? copied(own) : fresh([0, ...a.shape], a.dtype);
  }
  const { window, picked, isTogether } = resolved(a, key);
  if (picked.length === 0) return window;
  const { shape, places } = placesOfPicked(window, picked, isTogether);
  const out = fresh(shape, a.dtype);
  for (let i = 0; i < places.length; i++) out.data[i] = a.data[places[i]];
  return out;
}

/** Whether a key asks for a single element, or for a view. @param {any} key */
export const isView = (key) => (key instanceof Tuple ? key.items : [key]).some((one) => one === kEllipsis);

/** `a[key] = value` @param {NdArray} a @param {any} key @param {any} value */
export function setItem(a, key, value) {
  const truth = truthOf(key);
  if (truth !== null) {
    if (truth) write(a, asArray(value));
    return;
  }
  const { window, picked, isTogether } = resolved(a, key);
  const from = asArray(value);
  if (picked.length === 0) {
    if (window.shape.length === 0 && from.size !== 1)
      throw raised('ValueError', 'setting an array element with a sequence.');
    write(window, window.shape.length === 0 ? view(from, [], [], from.offset) : from);
    return;
  }
  const { shape, places } = placesOfPicked(window, picked, isTogether);
  const values = fresh(shape, a.dtype);
  if (picked.length > 0 && from.shape.length > 0 && from.size !== 1) checkPicked(from, shape, key);
  write(values, from);
  for (let i = 0; i < places.length; i++) a.data[places[i]] = values.data[i];
}

/** @param {NdArray} from @param {number[]} shape @param {any} key */
function checkPicked(from, shape, key) {
  const isMask = !(key instanceof Tuple) && asArray(key).dtype.kind === 'b';
  if (isMask && shape.length === 1 && from.shape.length === 1 && from.size !== shape[0])
    throw raised(
      'ValueError',
      `NumPy boolean array indexing assignment cannot assign ${from.size} input values to the ${shape[0]} output values where the mask is true`,
    );
  try {
    spread(from, shape);
  } catch {
    throw raised(
      'ValueError',
      `shape mismatch: value array of shape ${shapeText(from.shape)} could not be broadcast to indexing result of shape ${shapeText(shape)}`,
    );
  }
}
