// What finds a Python value in dicts and sets: a key of JavaScript's Map that equal values share.

import { kNotImplemented, Range, Slice, Tuple } from './containers.js';
import { Exception, raised } from './exceptions.js';
import { Held } from './held.js';
import { Instance, kDict, nameOf, typeOf } from './types.js';

/** How user-defined hashes are asked for and compared; set by ../operations, which needs what stands here. */
export const asked = {
  /** @type {(method: any, args: any[]) => any} */ call: () => kNotImplemented,
  /** @type {(a: any, b: any) => boolean} */ equals: (a, b) => a === b,
};

let count = 0;
/** @type {WeakMap<object, number>} */
const numbers = new WeakMap();
/** A number of its own for each object: what id() tells. JavaScript's primitives have none. @param {any} object */
export function numberOf(object) {
  if (Object(object) !== object) return 0;
  let number = numbers.get(object);
  if (number === undefined) {
    number = ++count;
    numbers.set(object, number);
  }
  return number;
}

/** Objects that equal one another by their own `__eq__`, by their hash. */
export class Classes {
  /** @type {Map<any, any[]>} */ #byHash = new Map();
  /** The one that stands for all its equals. @param {any} value @param {any} hash */
  standing(value, hash) {
    const list = this.#byHash.get(hash);
    if (list === undefined) {
      this.#byHash.set(hash, [value]);
      return value;
    }
    const found = list.find((one) => one === value || asked.equals(one, value));
    if (found !== undefined) return found;
    list.push(value);
    return value;
  }
}
const all = new Classes();

/** @param {any} value */
const unhashable = (value) => raised('TypeError', `unhashable type: '${nameOf(value)}'`);

/** @param {bigint} value */
function ofInt(value) {
  const number = Number(value);
  return Number.isSafeInteger(number) || (Number.isFinite(number) && BigInt(number) === value) ? number : value;
}

/**
 * The key of a value; TypeError where it has none.
 * @param {any} value
 * @returns {any}
 */
export function keyOf(value) {
  switch (typeof value) {
    case 'string':
    case 'number':
      return value;
    case 'bigint':
      return ofInt(value);
    case 'boolean':
      return Number(value);
    case 'undefined':
      return null;
    default:
  }
  if (value === null) return null;
  if (value instanceof Tuple) return `\u0000(${value.items.map(partOf).join('')})`;
  const type = typeOf(value);
  if (value instanceof Instance || value[kDict] !== undefined || type.isUsers) return ofObject(value, type);
  if (value instanceof Slice) throw unhashable(value);
  if (value instanceof Range)
    return `\u0000r${value.count},${value.count > 0n ? value.start : 0},${value.count > 1n ? value.step : 0}`;
  const hash = type.lookup('__hash__');
  if (hash === null) throw unhashable(value);
  if (hash !== undefined && type.name !== 'object') return hash.keyOf ? hash.keyOf(value) : value;
  return value;
}

/** @param {any} value @param {any} type */
function ofObject(value, type) {
  if (value instanceof Exception) return value;
  const hash = type.lookup('__hash__');
  const eq = type.mro.find((/** @type {any} */ one) => one.dict.has('__eq__'));
  const own = type.mro.find((/** @type {any} */ one) => one.dict.has('__hash__'));
  if (hash === null || (eq?.isUsers && (!own || type.mro.indexOf(own) > type.mro.indexOf(eq)))) throw unhashable(value);
  if (hash === undefined || !own?.isUsers) return value instanceof Held ? keyOf(value.held) : value;
  return all.standing(value, keyOf(asked.call(hash, [value])));
}

/** A part of a tuple's key. @param {any} value @returns {string} */
function partOf(value) {
  const key = keyOf(value);
  if (typeof key === 'string') return `s${key.length}:${key},`;
  if (typeof key === 'number') return `n${Object.is(key, -0) ? 0 : key},`;
  if (typeof key === 'bigint') return `n${key},`;
  if (key === null) return 'N,';
  return `o${numberOf(key)},`;
}
