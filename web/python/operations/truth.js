// Truth and size: what `if` asks, what len() and the index protocol give.

import { Range, Singleton, Tuple } from '../values/containers.js';
import { Dict, PySet } from '../values/dict.js';
import { raised } from '../values/exceptions.js';
import { nameOf } from '../values/types.js';
import { toFloat } from './numbers.js';
import { callSpecial, special } from './objects.js';

/** @param {any} value @returns {boolean} */
export function truth(value) {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'bigint':
      return value !== 0n;
    case 'number':
      return value !== 0; // NaN is true
    case 'string':
      return value !== '';
    default:
  }
  if (value === null || value === undefined) return false;
  if (value instanceof Singleton) return true;
  const own = special(value, '__bool__');
  if (own !== undefined) {
    const result = callSpecial(own, value);
    if (typeof result !== 'boolean')
      throw raised('TypeError', `__bool__ should return bool, returned ${nameOf(result)}`);
    return result;
  }
  return special(value, '__len__') === undefined ? true : sizeOf(value) > 0;
}

/** Python's len() as a JavaScript number. @param {any} value @returns {number} */
export function sizeOf(value) {
  if (typeof value === 'string') return countOf(value);
  if (value instanceof Tuple) return value.items.length;
  const own = special(value, '__len__');
  if (own === undefined) throw raised('TypeError', `object of type '${nameOf(value)}' has no len()`);
  const result = callSpecial(own, value);
  if (typeof result !== 'bigint')
    throw raised('TypeError', `'${nameOf(result)}' object cannot be interpreted as an integer`);
  if (result < 0n) throw raised('ValueError', '__len__() should return >= 0');
  return Number(result);
}

/** What len() of a built-in container is. @param {any} value */
export function plainSize(value) {
  if (Array.isArray(value)) return value.length;
  if (value instanceof Tuple) return value.items.length;
  if (value instanceof Dict || value instanceof PySet) return value.size;
  if (value instanceof Range) return Number(value.count);
  return countOf(value);
}

/** Whether a text has characters that JavaScript counts twice. @param {string} text */
export const isWide = (text) => /[\ud800-\udfff]/.test(text);

/** The number of code points. @param {string} text */
export function countOf(text) {
  if (!isWide(text)) return text.length;
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** The code points of a text, each as a text. @param {string} text @returns {string | string[]} what has length and [i] */
export const pointsOf = (text) => (isWide(text) ? [...text] : text);

/** A value as an int where Python takes one in its place; null where it is none. @param {any} value @returns {bigint | null} */
export function asIndex(value) {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (typeof value !== 'object' || value === null) return null;
  const own = special(value, '__index__');
  return own === undefined ? null : callSpecial(own, value);
}

/** A value as an int; TypeError for what is none. @param {any} value @returns {bigint} */
export function indexOf(value) {
  const index = asIndex(value);
  if (index === null) throw raised('TypeError', `'${nameOf(value)}' object cannot be interpreted as an integer`);
  return index;
}

/** An int that counts or places something, as a JavaScript number. @param {any} value */
export function smallIndexOf(value) {
  const index = indexOf(value);
  if (index !== BigInt.asIntN(64, index)) throw raised('OverflowError', 'Python int too large to convert to C ssize_t');
  return Number(index);
}

/** A value as a float, as math's functions take it. @param {any} value @returns {number} */
export function floatOf(value) {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return toFloat(value);
  if (typeof value === 'boolean') return Number(value);
  const own = typeof value === 'string' ? undefined : special(value, '__float__');
  if (own !== undefined) return callSpecial(own, value);
  const index = asIndex(value);
  if (index === null) throw raised('TypeError', `must be real number, not ${nameOf(value)}`);
  return toFloat(index);
}
