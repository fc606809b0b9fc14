// dict, set and frozenset: in the order of insertion, with Python's equality of keys (1, 1.0 and True are one key).

import { knownHash } from './hashes.js';
import { keyOf } from './hashing.js';
import { builtinType, registerType } from './types.js';

/** A dict. */
export class Dict {
  /** By the keys' keys: key and value. @type {Map<any, [any, any]>} */
  map = new Map();

  /** @param {Iterable<[any, any]>} [entries] */
  constructor(entries = []) {
    for (const [key, value] of entries) this.set(key, value);
  }
  get size() {
    return this.map.size;
  }
  /** @param {any} key @returns {any} undefined where it is not there */
  get(key) {
    return this.map.get(keyOf(key))?.[1];
  }
  /** @param {any} key @param {any} value */
  set(key, value) {
    const own = keyOf(key);
    const entry = this.map.get(own);
    if (entry === undefined) this.map.set(own, [key, value]);
    else entry[1] = value;
    return this;
  }
  /** @param {any} key */
  has(key) {
    return this.map.has(keyOf(key));
  }
  /** @param {any} key */
  delete(key) {
    return this.map.delete(keyOf(key));
  }
  clear() {
    this.map.clear();
  }
  *keys() {
    for (const [key] of this.map.values()) yield key;
  }
  *values() {
    for (const entry of this.map.values()) yield entry[1];
  }
  /** @returns {IterableIterator<[any, any]>} */
  entries() {
    return this.map.values();
  }
  [Symbol.iterator]() {
    return this.map.values();
  }
}
export const dictType = builtinType('dict');
registerType(Dict.prototype, dictType);

/** A look at an object's attributes, or at a program's names, as a dict: it shows what they are at each moment, and changes them. */
export class Attributes extends Dict {
  /** @param {Map<string, any>} names */
  constructor(names) {
    super();
    this.names = names;
    Object.defineProperty(this, 'map', {
      get: () => new Map([...names].map(([name, value]) => [keyOf(name), [name, value]])),
    });
  }
  get size() {
    return this.names.size;
  }
  /** @param {any} key */
  get(key) {
    return this.names.get(key);
  }
  /** @param {any} key @param {any} value */
  set(key, value) {
    this.names.set(key, value);
    return this;
  }
  /** @param {any} key */
  has(key) {
    return this.names.has(key);
  }
  /** @param {any} key */
  delete(key) {
    return this.names.delete(key);
  }
  clear() {
    this.names.clear();
  }
}
Object.defineProperty(Attributes.prototype, 'constructor', { value: Dict });

/** A set; `FrozenSet` is one that the program cannot change. */
export class PySet {
  /** By the elements' keys. @type {Map<any, any>} */
  map = new Map();

  /** @param {Iterable<any>} [items] */
  constructor(items = []) {
    for (const item of items) this.add(item);
  }
  get size() {
    return this.map.size;
  }
  /** @param {any} item */
  add(item) {
    const key = keyOf(item);
    if (!this.map.has(key)) this.map.set(key, item);
  }
  /** @param {any} item */
  has(item) {
    return this.map.has(keyOf(item));
  }
  /** @param {any} item */
  delete(item) {
    return this.map.delete(keyOf(item));
  }
  clear() {
    this.map.clear();
  }
  [Symbol.iterator]() {
    return ordered(this.map)[Symbol.iterator]();
  }
}
export const setType = builtinType('set');
registerType(PySet.prototype, setType);

export class FrozenSet extends PySet {}
export const frozensetType = builtinType('frozenset');
registerType(FrozenSet.prototype, frozensetType);

/** Linear probes of CPython's sets (Objects/setobject.c) before the hash is mixed. */
const kProbes = 9;

/**
 * The elements in the order in which CPython's table has them, where their hashes are known. Others as they came.
 * @param {Map<any, any>} map
 */
function ordered(map) {
  const items = [...map.values()];
  // The key of a number is a plain one, whatever its class.
  const hashes = [...map].map(([key, item]) => knownHash(typeof key === 'number' ? key : item));
  if (!hashes.every((hash) => hash !== undefined)) return items;
  let mask = 7;
  /** @type {number[]} */ let table = new Array(8);
  for (let i = 0; i < items.length; i++) {
    place(table, mask, i, hashes);
    const fill = i + 1;
    if (fill * 5 < mask * 3) continue;
    const used = fill > 50000 ? fill * 2 : fill * 4;
    let size = 8;
    while (size <= used) size *= 2;
    const old = table.filter((one) => one !== undefined);
    table = new Array(size);
    mask = size - 1;
    for (const one of old) place(table, mask, one, hashes);
  }
  return table.filter((one) => one !== undefined).map((one) => items[one]);
}

/** Puts the number of an element where its hash leads. @param {number[]} table @param {number} mask @param {number} item @param {bigint[]} hashes */
function place(table, mask, item, hashes) {
  const hash = BigInt.asUintN(64, hashes[item]);
  let perturb = hash;
  let i = Number(hash & BigInt(mask));
  for (;;) {
    const probes = i + kProbes <= mask ? kProbes : 0;
    for (let j = 0; j <= probes; j++) {
      if (table[i + j] !== undefined) continue;
      table[i + j] = item;
      return;
    }
    perturb >>= 5n;
    i = Number((BigInt(i) * 5n + 1n + perturb) & BigInt(mask));
  }
}
