// Comparisons: ==, <, `in`, `is`, of numbers, texts, containers and of whatever has methods for them.

import { kNotImplemented, Range, Slice, Tuple } from '../values/containers.js';
import { Dict, PySet } from '../values/dict.js';
import { raised } from '../values/exceptions.js';
import { asked, keyOf } from '../values/hashing.js';
import { plainOf } from '../values/held.js';
import { kStop } from '../values/iterators.js';
import { BoundMethod, nameOf, typeOf } from '../values/types.js';
import { iterate } from './iterate.js';
import { callSpecial, special } from './objects.js';
import { truth } from './truth.js';

/** @typedef {'==' | '!=' | '<' | '<=' | '>' | '>='} Comparison */

/** @type {Record<Comparison, string>} */
const methods = { '==': '__eq__', '!=': '__ne__', '<': '__lt__', '<=': '__le__', '>': '__gt__', '>=': '__ge__' };
/** @type {Record<Comparison, Comparison>} */
const swapped = { '==': '==', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

/** @param {any} value */
const isNumber = (value) => typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';

/** What a comparison says of an order. @param {Comparison} op @param {any} a @param {any} b both of JavaScript's numbers, or both texts */
function ordered(op, a, b) {
  switch (op) {
    case '==':
      // biome-ignore lint/suspicious/noDoubleEquals: exact between BigInt and number
      return a == b;
    case '!=':
      // biome-ignore lint/suspicious/noDoubleEquals: as above
      return a != b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    default:
      return a >= b;
  }
}

/**
 * `a op b`; any value, since `__eq__` may give any.
 * @param {Comparison} op
 * @param {any} a
 * @param {any} b
 * @returns {any}
 */
export function compare(op, a, b) {
  if (isNumber(a) && isNumber(b)) return ordered(op, a, b);
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(op, a, b);
  const [first, second] = [typeOf(a), typeOf(b)];
  const isSubtype = first !== second && second.derivesFrom(first);
  const direct = methods[op];
  const reflected = methods[swapped[op]];
  if (isSubtype) {
    const result = attempt(b, reflected, a);
    if (result !== kNotImplemented) return result;
  }
  let result = attempt(a, direct, b);
  if (result !== kNotImplemented) return result;
  if (!isSubtype) {
    result = attempt(b, reflected, a);
    if (result !== kNotImplemented) return result;
  }
  result = compareBuiltins(op, a, b);
  if (result !== kNotImplemented) return result;
  if (op === '==') return a === b;
  if (op === '!=') return a !== b;
  throw raised('TypeError', `'${op}' not supported between instances of '${first.told}' and '${second.told}'`);
}

/** @param {any} a @param {string} method @param {any} b */
function attempt(a, method, b) {
  const own = special(a, method);
  if (own !== undefined) return callSpecial(own, a, b);
  if (method !== '__ne__') return kNotImplemented;
  const equal = special(a, '__eq__');
  if (equal === undefined) return kNotImplemented;
  const result = callSpecial(equal, a, b);
  return result === kNotImplemented ? result : !truth(result);
}

/** By code points, as Python orders texts. @param {Comparison} op @param {string} a @param {string} b */
function compareTexts(op, a, b) {
  if (op === '==') return a === b;
  if (op === '!=') return a !== b;
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x === y) continue;
    const isPair = (/** @type {number} */ c) => c >= 0xd800 && c <= 0xdfff;
    if (isPair(x) !== isPair(y)) return ordered(op, isPair(x) ? 1 : 0, isPair(y) ? 1 : 0);
    return ordered(op, x, y);
  }
  return ordered(op, a.length, b.length);
}

/** @param {Comparison} op @param {any} a @param {any} b @returns {any} */
function compareBuiltins(op, a, b) {
  if (Array.isArray(a)) return Array.isArray(b) ? compareLists(op, a, b) : kNotImplemented;
  if (a instanceof Tuple) return b instanceof Tuple ? compareLists(op, a.items, b.items) : kNotImplemented;
  if (a instanceof Dict)
    return b instanceof Dict && /[!=]=/.test(op) ? sameDicts(a, b) === (op === '==') : kNotImplemented;
  if (a instanceof PySet) return b instanceof PySet ? compareSets(op, a, b) : kNotImplemented;
  if (a instanceof Range && b instanceof Range && /[!=]=/.test(op)) return (keyOf(a) === keyOf(b)) === (op === '==');
  if (a instanceof Slice && b instanceof Slice) {
    return compareLists(op, [a.start, a.stop, a.step], [b.start, b.stop, b.step]);
  }
  if (a instanceof BoundMethod && b instanceof BoundMethod) {
    const same = a.self === b.self && a.callable === b.callable;
    return op === '==' ? same : op === '!=' ? !same : kNotImplemented;
  }
  return kNotImplemented;
}

/** @param {Comparison} op @param {any[]} a @param {any[]} b */
function compareLists(op, a, b) {
  if ((op === '==' || op === '!=') && a.length !== b.length) return op === '!=';
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    if (identical(a[i], b[i]) || equals(a[i], b[i])) continue;
    return op === '==' ? false : op === '!=' ? true : compare(op, a[i], b[i]);
  }
  return ordered(op, a.length, b.length);
}

/** @param {Dict} a @param {Dict} b */
function sameDicts(a, b) {
  if (a.size !== b.size) return false;
  for (const [key, [, value]] of a.map) {
    const other = b.map.get(key);
    if (other === undefined || !(identical(value, other[1]) || equals(value, other[1]))) return false;
  }
  return true;
}

/** @param {Comparison} op @param {PySet} a @param {PySet} b */
function compareSets(op, a, b) {
  const within = (/** @type {PySet} */ x, /** @type {PySet} */ y) => [...x.map.keys()].every((key) => y.map.has(key));
  switch (op) {
    case '==':
      return a.size === b.size && within(a, b);
    case '!=':
      return !(a.size === b.size && within(a, b));
    case '<=':
      return within(a, b);
    case '<':
      return a.size < b.size && within(a, b);
    case '>=':
      return within(b, a);
    default:
      return a.size > b.size && within(b, a);
  }
}

/** Python's `is`; equal numbers and texts are the same object here, floats are not. @param {any} a @param {any} b */
export function identical(a, b) {
  return a === b;
}

/** The truth of `a == b`. @param {any} a @param {any} b @returns {boolean} */
export function equals(a, b) {
  if (a === b && typeof a !== 'object') return true;
  return truth(compare('==', a, b));
}
asked.equals = equals;

/** `item in container`. @param {any} container @param {any} item @returns {boolean} */
export function contains(container, item) {
  if (typeof container === 'string') {
    const text = plainOf(item);
    if (typeof text === 'string') return container.includes(text);
    throw raised('TypeError', `'in <string>' requires string as left operand, not ${nameOf(item)}`);
  }
  const own = special(container, '__contains__');
  if (own !== undefined) return truth(callSpecial(own, container, item));
  return found(container, item);
}

/** Looks through what a container iterates. @param {any} container @param {any} item */
export function found(container, item) {
  if (Array.isArray(container) || container instanceof Tuple) {
    const items = Array.isArray(container) ? container : container.items;
    return items.some((one) => identical(one, item) || equals(one, item));
  }
  if (special(container, '__iter__') === undefined && special(container, '__getitem__') === undefined) {
    throw raised('TypeError', `argument of type '${nameOf(container)}' is not iterable`);
  }
  const source = iterate(container);
  for (let one = source.step(); one !== kStop; one = source.step()) if (one === item || equals(one, item)) return true;
  return false;
}
