// The methods of list, tuple and range, and how lists are sorted.

import { addMethod, addMethods, bound } from '../operations/arguments.js';
import { compare, equals, found, identical } from '../operations/compare.js';
import { checkCount, iteratePlain, iterateRange, listOf } from '../operations/iterate.js';
import { call } from '../operations/objects.js';
import { deleteListItem, placesOf, plainItem, setListItem } from '../operations/subscripts.js';
import { indexOf, plainSize, smallIndexOf, truth } from '../operations/truth.js';
import { plainRepr, repr } from '../text/repr.js';
import { Range, rangeType, Slice, sliceType, Tuple, tupleType } from '../values/containers.js';
import { raised } from '../values/exceptions.js';
import { iterator, kStop } from '../values/iterators.js';
import { listType, Member } from '../values/types.js';

/** @param {any[]} items @param {any} item @param {string} message @param {any} [start] @param {any} [stop] */
function placeOf(items, item, message, start = 0n, stop = BigInt(items.length)) {
  const { start: from, length } = placesOf(new Slice(start, stop), items.length);
  for (let i = from; i < from + length; i++) if (identical(items[i], item) || equals(items[i], item)) return BigInt(i);
  throw raised('ValueError', message);
}

/** @param {any[]} items @param {any} item */
const countOf = (items, item) => BigInt(items.filter((one) => identical(one, item) || equals(one, item)).length);

/** Whether a comes before b. @param {any} a @param {any} b */
function isLess(a, b) {
  const [x, y] = [typeof a, typeof b];
  if ((x === 'number' || x === 'bigint') && (y === 'number' || y === 'bigint')) return a < b;
  return truth(compare('<', a, b));
}

/** How sort() orders: by which key, and whether it turns the order. @param {Map<string, any>} keywords @returns {[key: any, isReversed: boolean]} */
export function order(keywords) {
  const [key = null, reverse = false] = bound('sort', ['*', 'key?', 'reverse?'], [], keywords);
  return [key, indexOf(reverse) !== 0n];
}

/**
 * The items in order, by a stable merge sort that asks for `<` alone, as CPython's does.
 * @param {any[]} items
 * @param {any} key
 * @param {boolean} isReversed
 */
export function sorted(items, key, isReversed) {
  const list =
    key === null
      ? items.map((value) => ({ value, key: value }))
      : items.map((value) => ({ value, key: call(key, [value]) }));
  if (isReversed) list.reverse();
  const made = merged(list);
  if (isReversed) made.reverse();
  return made.map(({ value }) => value);
}

/** @param {{ value: any, key: any }[]} list @returns {{ value: any, key: any }[]} */
function merged(list) {
  if (list.length < 2) return list;
  if (list.length <= 8) {
    for (let i = 1; i < list.length; i++) {
      const one = list[i];
      let j = i;
      while (j > 0 && isLess(one.key, list[j - 1].key)) {
        list[j] = list[j - 1];
        j--;
      }
      list[j] = one;
    }
    return list;
  }
  const middle = list.length >> 1;
  const [left, right] = [merged(list.slice(0, middle)), merged(list.slice(middle))];
  const result = [];
  let [i, j] = [0, 0];
  while (i < left.length && j < right.length) result.push(isLess(right[j].key, left[i].key) ? right[j++] : left[i++]);
  while (i < left.length) result.push(left[i++]);
  while (j < right.length) result.push(right[j++]);
  return result;
}

addMethods(
  listType,
  {
    append: (list, item) => {
      checkCount(list.push(item));
    },
    extend: (list, items) => {
      const more = listOf(items);
      checkCount(list.length + more.length);
      for (const one of more) list.push(one);
    },
    insert: (list, place, item) => {
      const at = smallIndexOf(place);
      list.splice(at < 0 ? Math.max(0, at + list.length) : at, 0, item);
    },
    pop: (list, place = -1n) => {
      if (list.length === 0) throw raised('IndexError', 'pop from empty list');
      const index = smallIndexOf(place);
      const at = index < 0 ? index + list.length : index;
      if (at < 0 || at >= list.length) throw raised('IndexError', 'pop index out of range');
      return list.splice(at, 1)[0];
    },
    remove: (list, item) => {
      list.splice(Number(placeOf(list, item, 'list.remove(x): x not in list')), 1);
    },
    clear: (list) => {
      list.length = 0;
    },
    copy: (list) => list.slice(),
    reverse: (list) => {
      list.reverse();
    },
    index: (list, item, start, stop) => placeOf(list, item, `${repr(item)} is not in list`, start, stop),
    count: countOf,
    __len__: (list) => BigInt(list.length),
    __getitem__: plainItem,
    __setitem__: setListItem,
    __delitem__: deleteListItem,
    __contains__: found,
    __iter__: iteratePlain,
    __reversed__: (list) => {
      let i = list.length;
      return iterator('list_reverseiterator', () => (i > 0 ? list[--i] : kStop));
    },
    __repr__: plainRepr,
  },
  { pop: [0, 1], index: [1, 3] },
);
addMethod(listType, 'sort', (list, args, keywords) => {
  if (args.length > 0) throw raised('TypeError', 'sort() takes no positional arguments');
  const result = sorted(list, ...order(keywords));
  list.length = 0;
  for (const one of result) list.push(one);
});
listType.dict.set('__hash__', null);

addMethods(
  tupleType,
  {
    index: (tuple, item, start, stop) => placeOf(tuple.items, item, 'tuple.index(x): x not in tuple', start, stop),
    count: (tuple, item) => countOf(tuple.items, item),
    __len__: (tuple) => BigInt(tuple.items.length),
    __getitem__: plainItem,
    __contains__: found,
    __iter__: iteratePlain,
    __repr__: plainRepr,
  },
  { index: [1, 3] },
);

addMethods(rangeType, {
  index: (range, item) => {
    if (isWithin(range, item))
      return (BigInt(/** @type {any} */ (item)) - /** @type {bigint} */ (range.start)) / range.step;
    throw raised('ValueError', `${repr(item)} is not in range`);
  },
  count: (range, item) => BigInt(isWithin(range, item)),
  __len__: (range) => BigInt(plainSize(range)),
  __getitem__: plainItem,
  __contains__: isWithin,
  __iter__: iterateRange,
  __reversed__: backwards,
});
/** @param {Range} range */
function backwards({ start, step, count }) {
  return iterateRange(new Range(start + (count - 1n) * step, start - step, -step));
}
/** @param {Range} range @param {any} item */
function isWithin({ start, step, count }, item) {
  if (typeof item === 'number' && !Number.isInteger(item)) return false;
  if (typeof item !== 'bigint' && typeof item !== 'boolean' && typeof item !== 'number') return false;
  const from = BigInt(/** @type {any} */ (item)) - start;
  return from % step === 0n && from / step >= 0n && from / step < count;
}
for (const name of /** @type {const} */ (['start', 'stop', 'step'])) {
  rangeType.dict.set(name, new Member((range) => range[name]));
  sliceType.dict.set(name, new Member((slice) => slice[name]));
}
addMethods(sliceType, {
  indices: (slice, count) => {
    const { start, stop, step } = placesOf(slice, smallIndexOf(count));
    return new Tuple([BigInt(start), BigInt(stop), BigInt(step)]);
  },
});

rangeType.make = (_, args) => {
  const [a, b, step = 1n] = args.map(indexOf);
  if (step === 0n) throw raised('ValueError', 'range() arg 3 must not be zero');
  return b === undefined ? new Range(0n, a, 1n) : new Range(a, b, step);
};
sliceType.make = (_, [a, b, step]) => (b === undefined ? new Slice(null, a) : new Slice(a, b, step ?? null));
listType.make = (type, args) => {
  if (args.length > 1 && !type.isUsers)
    throw raised('TypeError', `list expected at most 1 argument, got ${args.length}`);
  if (type !== listType) return Object.setPrototypeOf([], type.prototype);
  return args.length === 0 ? [] : listOf(args[0]);
};
addMethod(listType, '__init__', (list, args) => {
  if (args.length > 1) throw raised('TypeError', `list expected at most 1 argument, got ${args.length}`);
  list.length = 0;
  if (args.length > 0) for (const one of listOf(args[0])) list.push(one);
});
tupleType.make = (type, args) => {
  if (type === tupleType && args[0] instanceof Tuple && Object.getPrototypeOf(args[0]) === Tuple.prototype)
    return args[0];
  const tuple = new Tuple(args.length === 0 ? [] : listOf(args[0]));
  return type === tupleType ? tuple : Object.setPrototypeOf(tuple, type.prototype);
};
