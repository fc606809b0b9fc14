// The module collections: defaultdict, OrderedDict, Counter, deque, namedtuple.

import { sorted } from '../builtins/sequences.js';
import { addMethod, addMethods } from '../operations/arguments.js';
import { binary } from '../operations/arithmetic.js';
import { compare } from '../operations/compare.js';
import { listOf } from '../operations/iterate.js';
import { special } from '../operations/objects.js';
import { truth } from '../operations/truth.js';
import { repr } from '../text/repr.js';
import { kNotImplemented, Tuple } from '../values/containers.js';
import { Dict } from '../values/dict.js';
import { iterator, kStop } from '../values/iterators.js';
import { builtinType, typeOf } from '../values/types.js';
import { defaultdictType } from './defaultdict.js';
import { dequeType } from './deque.js';
import { namedTupleType } from './named_tuple.js';
import { dictClass, orderedType } from './ordered.js';
import { bound, fn, hostModule } from './protocol.js';

class Counter extends Dict {}
const counterType = dictClass('Counter', (args, keywords) => count(new Counter(), args, keywords, '+'), Counter);
/** @param {Dict} counter @param {any[]} args @param {Map<string, any>} keywords @param {string} op */
function count(counter, [source], keywords, op) {
  const add = (/** @type {any} */ key, /** @type {any} */ n) => counter.set(key, binary(op, counter.get(key) ?? 0n, n));
  if (source instanceof Dict) for (const [key, n] of source) add(key, n);
  else if (source !== undefined && source !== null) for (const key of listOf(source)) add(key, 1n);
  for (const [key, n] of keywords) add(key, n);
  return counter;
}
/** By their counts. @param {Dict} counter */
const ranked = (counter) =>
  sorted(
    [...counter].map(([key, n]) => new Tuple([key, n])),
    fn('key', ([pair]) => pair.items[1]),
    true,
  );
addMethod(counterType, '__init__', (counter, args, keywords) => {
  count(counter, args, keywords, '+');
});
addMethod(counterType, 'update', (counter, args, keywords) => {
  count(counter, args, keywords, '+');
});
addMethod(counterType, 'subtract', (counter, args, keywords) => {
  count(counter, args, keywords, '-');
});
/** @param {any} a @param {any} b @param {(x: any, y: any) => any} combine */
function combinedCounts(a, b, combine) {
  if (!(b instanceof Counter)) return kNotImplemented;
  const made = new Counter();
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    const n = combine(a.get(key) ?? 0n, b.get(key) ?? 0n);
    if (truth(compare('>', n, 0n))) made.set(key, n);
  }
  return made;
}
addMethods(
  counterType,
  {
    __missing__: () => 0n,
    most_common: (counter, n = null) => (n === null ? ranked(counter) : ranked(counter).slice(0, Number(n))),
    elements: (counter) => {
      const all = [...counter].flatMap(([key, n]) => new Array(Math.max(0, Number(n))).fill(key));
      let i = 0;
      return iterator('chain', () => (i < all.length ? all[i++] : kStop));
    },
    total: (counter) =>
      [...counter.values()].reduce((/** @type {any} */ a, /** @type {any} */ b) => binary('+', a, b), 0n),
    __repr__: (counter) =>
      `${typeOf(counter).name}(${
        counter.size === 0
          ? ''
          : `{${ranked(counter)
              .map(({ items: [key, n] }) => `${repr(key)}: ${repr(n)}`)
              .join(', ')}}`
      })`,
    __add__: (a, b) => combinedCounts(a, b, (x, y) => binary('+', x, y)),
    __pos__: (a) => combinedCounts(a, new Counter(), (x) => x),
    __neg__: (a) => combinedCounts(new Counter(), a, (x, y) => binary('-', x, y)),
    __sub__: (a, b) => combinedCounts(a, b, (x, y) => binary('-', x, y)),
    __and__: (a, b) => combinedCounts(a, b, (x, y) => (truth(compare('<', x, y)) ? x : y)),
    __or__: (a, b) => combinedCounts(a, b, (x, y) => (truth(compare('>', x, y)) ? x : y)),
  },
  { most_common: [0, 1], __missing__: [1, 1] },
);

/** A class of tuples whose elements have names. @param {any[]} args @param {Map<string, any>} keywords */
function namedtuple(args, keywords) {
  const [name, given, , defaults = null] = bound(
    'namedtuple',
    ['typename', 'field_names', 'rename?', 'defaults?', 'module?'],
    args,
    keywords,
  );
  const fields = typeof given === 'string' ? given.replaceAll(',', ' ').split(/\s+/).filter(Boolean) : listOf(given);
  return namedTupleType(name, fields, defaults === null ? [] : listOf(defaults));
}

/** @returns {import('../values/containers.js').Module} */
export const collections = () => {
  const abc = hostModule(
    'collections.abc',
    Object.fromEntries(
      [
        'Iterable',
        'Iterator',
        'Sequence',
        'Mapping',
        'MutableMapping',
        'Callable',
        'Hashable',
        'Sized',
        'Container',
      ].map((name) => [name, abstract(name)]),
    ),
  );
  return hostModule('collections', {
    defaultdict: defaultdictType,
    OrderedDict: orderedType,
    Counter: counterType,
    deque: dequeType,
    namedtuple: fn('namedtuple', namedtuple),
    abc,
  });
};

/** What an abstract class asks for. @type {Record<string, string>} */
const asks = {
  Iterable: '__iter__',
  Iterator: '__next__',
  Sequence: '__getitem__',
  Mapping: 'keys',
  MutableMapping: 'keys',
  Callable: '__call__',
  Hashable: '__hash__',
  Sized: '__len__',
  Container: '__contains__',
};
/** @param {string} name */
function abstract(name) {
  const type = builtinType(name, undefined, 'collections.abc');
  type.covers = (value) => typeof value === 'string' || special(value, asks[name]) !== undefined;
  return type;
}
