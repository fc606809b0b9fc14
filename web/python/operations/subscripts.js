// What stands between brackets: reading, writing and deleting items and slices of built-in values and of others.

import { Range, Slice, Tuple } from '../values/containers.js';
import { Dict } from '../values/dict.js';
import { raised } from '../values/exceptions.js';
import { boolType, floatType, intType, nameOf, objectType, strType, Type, typeOf } from '../values/types.js';
import { listOf } from './iterate.js';
import { call, callSpecial, find, special } from './objects.js';
import { asIndex, pointsOf } from './truth.js';

/** @param {any} bound @returns {bigint | null} */
function boundOf(bound) {
  if (bound === null) return null;
  const index = asIndex(bound);
  if (index === null) throw raised('TypeError', 'slice indices must be integers or None or have an __index__ method');
  return index;
}

/**
 * The places that a slice takes of so many: start, step and how many.
 * @param {Slice} slice
 * @param {number} count
 */
export function placesOf({ start, stop, step }, count) {
  const by = boundOf(step) ?? 1n;
  if (by === 0n) throw raised('ValueError', 'slice step cannot be zero');
  const n = BigInt(count);
  const [low, high] = by > 0n ? [0n, n] : [-1n, n - 1n];
  const within = (/** @type {bigint} */ i) => {
    const place = i < 0n ? i + n : i;
    return place < low ? low : place > high ? high : place;
  };
  const [first, last] = [boundOf(start), boundOf(stop)];
  const from = first === null ? (by > 0n ? low : high) : within(first);
  const to = last === null ? (by > 0n ? high : low) : within(last);
  const range = new Range(from, to, by);
  return { start: Number(from), stop: Number(to), step: Number(by), length: Number(range.count) };
}

/** @param {{ [i: number]: any }} list @param {{ start: number, step: number, length: number }} places */
const taken = (list, { start, step, length }) => Array.from({ length }, (_, i) => list[start + i * step]);

/** @param {any} key @param {number} count @param {string} kind @param {string} [what] */
function placeOf(key, count, kind, what = `${kind} index`) {
  const index = asIndex(key);
  if (index === null) {
    throw raised(
      'TypeError',
      kind === 'string'
        ? `string indices must be integers, not '${nameOf(key)}'`
        : `${kind} indices must be integers or slices, not ${nameOf(key)}`,
    );
  }
  if (index !== BigInt.asIntN(64, index)) throw raised('IndexError', "cannot fit 'int' into an index-sized integer");
  const place = index < 0n ? index + BigInt(count) : index;
  if (place < 0n || place >= BigInt(count)) throw raised('IndexError', `${what} out of range`);
  return Number(place);
}

/** Types of the language's own that are no containers. */
const single = new Set([intType, boolType, floatType, strType, objectType]);

/** Whether annotations may say of what a type is. @param {Type} type @returns {boolean} */
const isGeneric = (type) => (type.isUsers ? type.bases.some(isGeneric) : !single.has(type));

/**
 * `object[key]`
 * @param {any} object
 * @param {any} key
 * @returns {any}
 */
export function getItem(object, key) {
  if (
    typeof key === 'bigint' &&
    Array.isArray(object) &&
    key >= 0n &&
    key < object.length &&
    Object.getPrototypeOf(object) === Array.prototype
  ) {
    return object[Number(key)];
  }
  if (typeof object === 'string') return plainItem(object, key);
  const own = special(object, '__getitem__');
  if (own !== undefined) return callSpecial(own, object, key);
  if (object instanceof Type) {
    const generic = find(object, '__class_getitem__');
    if (generic !== undefined) return call(generic, [key]);
    if (isGeneric(object)) return object; // list[int] in an annotation
    throw raised('TypeError', `type '${object.told}' is not subscriptable`);
  }
  throw raised('TypeError', `'${nameOf(object)}' object is not subscriptable`);
}

/** Of a built-in container. @param {any} object @param {any} key @returns {any} */
export function plainItem(object, key) {
  if (Array.isArray(object)) {
    if (key instanceof Slice) return taken(object, placesOf(key, object.length));
    return object[placeOf(key, object.length, 'list')];
  }
  if (object instanceof Tuple) {
    if (key instanceof Slice) return new Tuple(taken(object.items, placesOf(key, object.items.length)));
    return object.items[placeOf(key, object.items.length, 'tuple')];
  }
  if (typeof object === 'string') {
    const points = pointsOf(object);
    if (key instanceof Slice) {
      const places = placesOf(key, points.length);
      if (places.step === 1 && typeof points === 'string')
        return points.slice(places.start, places.start + places.length);
      return taken(/** @type {any} */ (points), places).join('');
    }
    return points[placeOf(key, points.length, 'string')];
  }
  if (object instanceof Dict) {
    const value = object.get(key);
    if (value !== undefined) return value;
    const missing = typeOf(object).lookup('__missing__');
    if (missing !== undefined) return callSpecial(missing, object, key);
    throw raised('KeyError', key);
  }
  if (key instanceof Slice) {
    const { start, stop, step } = placesOf(key, Number(object.count));
    return new Range(object.at(BigInt(start)), object.at(BigInt(stop)), object.step * BigInt(step));
  }
  return object.at(BigInt(placeOf(key, Number(object.count), 'range', 'range object index')));
}

/**
 * `object[key] = value`
 * @param {any} object
 * @param {any} key
 * @param {any} value
 */
export function setItem(object, key, value) {
  if (
    typeof key === 'bigint' &&
    Array.isArray(object) &&
    key >= 0n &&
    key < object.length &&
    Object.getPrototypeOf(object) === Array.prototype
  ) {
    object[Number(key)] = value;
    return;
  }
  const own = special(object, '__setitem__');
  if (own === undefined) throw raised('TypeError', `'${nameOf(object)}' object does not support item assignment`);
  callSpecial(own, object, key, value);
}

/** Of a list. @param {any[]} list @param {any} key @param {any} value */
export function setListItem(list, key, value) {
  if (!(key instanceof Slice)) {
    list[placeOf(key, list.length, 'list', 'list assignment index')] = value;
    return;
  }
  const places = placesOf(key, list.length);
  if (
    special(value, '__iter__') === undefined &&
    typeof value !== 'string' &&
    special(value, '__getitem__') === undefined
  )
    throw raised('TypeError', 'can only assign an iterable');
  const items = listOf(value);
  if (places.step === 1) {
    const stop = Math.max(places.start, places.stop);
    list.splice(places.start, stop - places.start, ...items);
    return;
  }
  if (items.length !== places.length) {
    throw raised(
      'ValueError',
      `attempt to assign sequence of size ${items.length} to extended slice of size ${places.length}`,
    );
  }
  items.forEach((item, i) => {
    list[places.start + i * places.step] = item;
  });
}

/** C's words for a sequence's place are others than those for a key. @param {any} object @param {any} key */
function undeletable(object, key) {
  const isSequence =
    typeof object === 'string' ||
    typeOf(object).isUsers ||
    (special(object, '__len__') !== undefined && !(object instanceof Type));
  const not = isSequence && asIndex(key) !== null ? "doesn't" : 'does not';
  return raised('TypeError', `'${nameOf(object)}' object ${not} support item deletion`);
}

/** `del object[key]` @param {any} object @param {any} key */
export function deleteItem(object, key) {
  const own = special(object, '__delitem__');
  if (own === undefined) throw undeletable(object, key);
  callSpecial(own, object, key);
}

/** @param {any[]} list @param {any} key */
export function deleteListItem(list, key) {
  if (!(key instanceof Slice)) {
    list.splice(placeOf(key, list.length, 'list', 'list assignment index'), 1);
    return;
  }
  const { start, step, length } = placesOf(key, list.length);
  const gone = new Set(Array.from({ length }, (_, i) => start + i * step));
  const kept = list.filter((_, i) => !gone.has(i));
  list.length = 0;
  for (const one of kept) list.push(one);
}
