// Iteration: an iterator of any value, all values of one as an array, unpacking.

import { Range, Tuple } from '../values/containers.js';
import { Dict, PySet } from '../values/dict.js';
import { isException, raised } from '../values/exceptions.js';
import { iterator, kStop, kTick, PyGenerator, PyIterator } from '../values/iterators.js';
import { nameOf } from '../values/types.js';
import { callSpecial, special } from './objects.js';

/** The most elements that a program may gather in one list. */
const kMost = 20_000_000;

/** @param {any[]} list */
function iterateList(list) {
  let i = 0;
  const made = iterator('list_iterator', () => (i < list.length ? list[i++] : kStop));
  made.left = () => list.length - i;
  return made;
}

/** @param {Range} range */
export function iterateRange({ start, step, count }) {
  let left = count;
  let value = start;
  const made = iterator('range_iterator', () => {
    if (left === 0n) return kStop;
    left -= 1n;
    const given = value;
    value += step;
    return given;
  });
  made.left = () => Number(left);
  return made;
}

/** Fails where a dict or set changes under its iterator. @param {Dict | PySet} owner @param {Iterable<any>} source @param {string} name @param {string} what */
export function iterateMap(owner, source, name, what) {
  const count = owner.size;
  const items = source[Symbol.iterator]();
  return iterator(name, () => {
    if (owner.size !== count) throw raised('RuntimeError', `${what} changed size during iteration`);
    const next = items.next();
    return next.done ? kStop : next.value;
  });
}

/** The next value of a generator, without a pause. @param {PyGenerator} generator @param {any} [sent] what its `yield` gives @param {'next' | 'throw'} [way] or raises */
export function stepGenerator(generator, sent = null, way = 'next') {
  if (generator.isRunning) throw raised('ValueError', 'generator already executing');
  generator.isRunning = true;
  try {
    let next = generator.source[way](sent);
    while (!next.done && next.value === kTick) next = generator.source.next(null);
    if (!next.done) return next.value;
    if (next.value !== undefined) generator.result = next.value;
    return kStop;
  } catch (error) {
    throw isException(error, 'StopIteration') ? stopped(error) : error;
  } finally {
    generator.isRunning = false;
  }
}

/** Ends a generator where it stands; what it has in `finally` and in `except GeneratorExit` runs. @param {PyGenerator} generator */
export function closeGenerator(generator) {
  try {
    if (stepGenerator(generator, raised('GeneratorExit'), 'throw') === kStop) return;
  } catch (error) {
    if (isException(error, 'GeneratorExit')) return;
    throw error;
  }
  throw raised('RuntimeError', 'generator ignored GeneratorExit');
}

/** @param {PyGenerator} generator */
function ofGenerator(generator) {
  const made = iterator('generator', () => stepGenerator(generator));
  made.generator = generator;
  return made;
}

/** @param {any} error */
export function stopped(error) {
  const made = raised('RuntimeError', 'generator raised StopIteration');
  made.cause = error;
  made.context = error;
  return made;
}

/**
 * An iterator of a value; `step()` gives the next one or kStop.
 * @param {any} value
 * @returns {PyIterator}
 */
export function iterate(value) {
  if (Array.isArray(value) && Object.getPrototypeOf(value) === Array.prototype) return iterateList(value);
  if (value instanceof PyIterator) return value;
  if (typeof value === 'string') {
    const points = value[Symbol.iterator]();
    return iterator(/^\p{ASCII}*$/u.test(value) ? 'str_ascii_iterator' : 'str_iterator', () => {
      const next = points.next();
      return next.done ? kStop : next.value;
    });
  }
  if (value instanceof PyGenerator) return ofGenerator(value);
  const own = special(value, '__iter__');
  if (own !== undefined) return adapted(callSpecial(own, value));
  const item = special(value, '__getitem__');
  if (item === undefined) throw raised('TypeError', `'${nameOf(value)}' object is not iterable`);
  let i = 0n;
  return iterator('iterator', () => {
    try {
      return callSpecial(item, value, i++);
    } catch (error) {
      if (isException(error, 'IndexError')) return kStop;
      throw error;
    }
  });
}

/** What iterates a built-in container. @param {any} value @returns {PyIterator} */
export function iteratePlain(value) {
  if (Array.isArray(value)) return iterateList(value);
  if (value instanceof Tuple) {
    const made = iterateList(value.items);
    made.name = 'tuple_iterator';
    return made;
  }
  if (value instanceof Dict) return iterateMap(value, value.keys(), 'dict_keyiterator', 'dictionary');
  if (value instanceof PySet) return iterateMap(value, value, 'set_iterator', 'Set');
  return iterateRange(value);
}

/** What `__iter__` gave, as an iterator of ours. @param {any} source @returns {PyIterator} */
function adapted(source) {
  if (source instanceof PyIterator) return source;
  if (source instanceof PyGenerator) return ofGenerator(source);
  const next = special(source, '__next__');
  if (next === undefined) {
    throw raised('TypeError', `iter() returned non-iterator of type '${nameOf(source)}'`);
  }
  return iterator(nameOf(source), () => {
    try {
      return callSpecial(next, source);
    } catch (error) {
      if (isException(error, 'StopIteration')) return kStop;
      throw error;
    }
  });
}

/** All values of an iterable, in an array of their own. @param {any} value @returns {any[]} */
export function listOf(value) {
  if (Array.isArray(value) && Object.getPrototypeOf(value) === Array.prototype) return value.slice();
  if (value instanceof Tuple && Object.getPrototypeOf(value) === Tuple.prototype) return value.items.slice();
  if (value instanceof Range) checkCount(value.count);
  const source = iterate(value);
  const list = [];
  for (let one = source.step(); one !== kStop; one = source.step()) {
    list.push(one);
    if (list.length > kMost) checkCount(list.length);
  }
  return list;
}

/** Refuses to gather more than a page holds. @param {number | bigint} count */
export function checkCount(count) {
  if (count > kMost) throw raised('MemoryError', `more than ${kMost / 1e6} million elements at once`);
}

/** Exactly so many values, as `a, b = value` takes them. @param {any} value @param {number} count @returns {any[]} */
export function unpack(value, count) {
  if (value instanceof Tuple && value.items.length === count) return value.items;
  if (
    special(value, '__iter__') === undefined &&
    special(value, '__getitem__') === undefined &&
    !(value instanceof PyIterator) &&
    typeof value !== 'string' &&
    !(value instanceof PyGenerator)
  ) {
    throw raised('TypeError', `cannot unpack non-iterable ${nameOf(value)} object`);
  }
  const source = iterate(value);
  const list = [];
  for (let one = source.step(); one !== kStop; one = source.step()) {
    if (list.length === count) throw raised('ValueError', `too many values to unpack (expected ${count})`);
    list.push(one);
  }
  if (list.length < count)
    throw raised('ValueError', `not enough values to unpack (expected ${count}, got ${list.length})`);
  return list;
}

/** Values for `a, *b, c = value`. @param {any} value @param {number} before @param {number} after */
export function unpackStarred(value, before, after) {
  if (
    special(value, '__iter__') === undefined &&
    special(value, '__getitem__') === undefined &&
    typeof value !== 'string'
  ) {
    throw raised('TypeError', `cannot unpack non-iterable ${nameOf(value)} object`);
  }
  const list = listOf(value);
  if (list.length < before + after) {
    throw raised('ValueError', `not enough values to unpack (expected at least ${before + after}, got ${list.length})`);
  }
  return [...list.slice(0, before), list.slice(before, list.length - after), ...list.slice(list.length - after)];
}
