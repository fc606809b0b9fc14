// collections.deque: a list with two ends, and perhaps a greatest length.

import { addMethods } from '../operations/arguments.js';
import { compare, equals, found } from '../operations/compare.js';
import { iterate, listOf } from '../operations/iterate.js';
import { smallIndexOf } from '../operations/truth.js';
import { repr } from '../text/repr.js';
import { kNotImplemented } from '../values/containers.js';
import { raised } from '../values/exceptions.js';
import { iterator, kStop } from '../values/iterators.js';
import { Member, nameOf, nativeType, registerType } from '../values/types.js';
import { bound } from './protocol.js';

class Deque {
  /** @param {any[]} items @param {number | null} most */
  constructor(items, most) {
    this.most = most;
    this.items = most === null ? items : items.slice(Math.max(0, items.length - most));
    /** How often it changed. */ this.state = 0;
  }
  /** @param {any} item @param {boolean} left */
  add(item, left) {
    this.state++;
    if (this.most === 0) return;
    if (left) this.items.unshift(item);
    else this.items.push(item);
    if (this.most === null || this.items.length <= this.most) return;
    if (left) this.items.pop();
    else this.items.shift();
  }
}
export const dequeType = nativeType('deque', undefined, 'collections');
registerType(Deque.prototype, dequeType);
dequeType.make = (own, args, keywords) => {
  const [items = [], most = null] = bound('deque', ['iterable?', 'maxlen?'], args, keywords);
  if (most !== null && typeof most !== 'bigint') throw raised('TypeError', 'an integer is required');
  if (most !== null && most < 0n) throw raised('ValueError', 'maxlen must be non-negative');
  const made = new Deque(listOf(items), most === null ? null : Number(most));
  return own === dequeType ? made : Object.setPrototypeOf(made, own.prototype);
};

/** @param {Deque} deque @param {any} key */
function placeOf({ items }, key) {
  if (typeof key !== 'bigint' && typeof key !== 'boolean')
    throw raised('TypeError', `sequence index must be integer, not '${nameOf(key)}'`);
  const place = smallIndexOf(key) + (BigInt(key) < 0n ? items.length : 0);
  if (place < 0 || place >= items.length) throw raised('IndexError', 'deque index out of range');
  return place;
}

/** @param {Deque} deque @param {any} item */
function indexIn({ items }, item) {
  const place = items.findIndex((one) => equals(one, item));
  if (place < 0) throw raised('ValueError', `${repr(item)} is not in deque`);
  return place;
}

/** @param {Deque} deque @param {boolean} left */
function popped(deque, left) {
  if (deque.items.length === 0) throw raised('IndexError', 'pop from an empty deque');
  deque.state++;
  return left ? deque.items.shift() : deque.items.pop();
}

/** @param {Deque} deque @param {any} items @param {boolean} left */
function extended(deque, items, left) {
  for (const one of items === deque ? [...deque.items] : iterate(items)) deque.add(one, left);
  return deque;
}

/** @param {Deque} deque @param {any} place @param {any} item */
function insert(deque, place, item) {
  if (deque.most === deque.items.length) throw raised('IndexError', 'deque already at its maximum size');
  deque.state++;
  deque.items.splice(smallIndexOf(place), 0, item);
}

/** @param {Deque} deque @param {any} by */
function rotate(deque, by = 1n) {
  const { length } = deque.items;
  const at = length === 0 ? 0 : (length - (smallIndexOf(by) % length)) % length;
  deque.items = [...deque.items.slice(at), ...deque.items.slice(0, at)];
}

/** @param {Deque} deque */
function iterated(deque) {
  let i = 0;
  const { state } = deque;
  return iterator('_collections._deque_iterator', () => {
    if (deque.state !== state) throw raised('RuntimeError', 'deque mutated during iteration');
    return i < deque.items.length ? deque.items[i++] : kStop;
  });
}

/** @param {Deque} deque @param {any} other */
function joined(deque, other) {
  if (!(other instanceof Deque))
    throw raised('TypeError', `can only concatenate deque (not "${nameOf(other)}") to deque`);
  return new Deque([...deque.items, ...other.items], deque.most);
}

/** @param {Deque} deque @param {any} times */
function repeated(deque, times) {
  if (typeof times !== 'bigint')
    throw raised('TypeError', `can't multiply sequence by non-int of type '${nameOf(times)}'`);
  return new Deque(Array.from({ length: Math.max(0, Number(times)) }, () => deque.items).flat(), deque.most);
}

addMethods(
  dequeType,
  {
    append: (deque, item) => deque.add(item, false),
    appendleft: (deque, item) => deque.add(item, true),
    pop: (deque) => popped(deque, false),
    popleft: (deque) => popped(deque, true),
    extend: (deque, items) => void extended(deque, items, false),
    extendleft: (deque, items) => void extended(deque, items, true),
    insert,
    remove: (deque, item) => {
      deque.items.splice(indexIn(deque, item), 1);
      deque.state++;
    },
    index: (deque, item) => BigInt(indexIn(deque, item)),
    clear: (deque) => {
      deque.items = [];
      deque.state++;
    },
    copy: (deque) => new Deque([...deque.items], deque.most),
    count: (deque, item) => BigInt(deque.items.filter((/** @type {any} */ one) => equals(one, item)).length),
    rotate,
    reverse: (deque) => void deque.items.reverse(),
    __len__: (deque) => BigInt(deque.items.length),
    __iter__: iterated,
    __getitem__: (deque, key) => deque.items[placeOf(deque, key)],
    __setitem__: (deque, key, value) => {
      deque.items[placeOf(deque, key)] = value;
    },
    __delitem__: (deque, key) => void deque.items.splice(placeOf(deque, key), 1),
    __contains__: (deque, item) => found(deque.items, item),
    __add__: joined,
    __iadd__: (deque, items) => extended(deque, items, false),
    __mul__: repeated,
    __repr__: (deque) => `deque(${repr(deque.items)}${deque.most === null ? '' : `, maxlen=${deque.most}`})`,
    __eq__: (deque, other) => (other instanceof Deque ? equals(deque.items, other.items) : kNotImplemented),
  },
  { rotate: [0, 1] },
);
for (const [name, op] of /** @type {const} */ ([
  ['__lt__', '<'],
  ['__le__', '<='],
  ['__gt__', '>'],
  ['__ge__', '>='],
])) {
  addMethods(dequeType, {
    [name]: (deque, other) => (other instanceof Deque ? compare(op, deque.items, other.items) : kNotImplemented),
  });
}
dequeType.dict.set('__hash__', null);
dequeType.dict.set('maxlen', new Member((deque) => (deque.most === null ? null : BigInt(deque.most))));
