// Plain objects of torchlet's as Python's dicts: a view, which changes what it shows.

import { Dict } from '../values/dict.js';
import { keyOf } from '../values/hashing.js';
import { fromTorch, toTorch } from './convert.js';

/** A view of a plain object, which a program changes as a dict. */
export class ObjectDict extends Dict {
  /** @param {Record<string, any>} object */
  constructor(object) {
    super();
    this.object = object;
    Object.defineProperty(this, 'map', {
      get: () => {
        const keys = Object.keys(object);
        // A state's parameters are numbered.
        const areNumbers = keys.every((key) => /^(0|[1-9]\d*)$/.test(key));
        return new Map(
          keys.map((name) => {
            const key = areNumbers ? BigInt(name) : name;
            return [keyOf(key), [key, fromTorch(object[name])]];
          }),
        );
      },
    });
  }
  /** @param {any} key @param {any} value */
  set(key, value) {
    if (this.object !== undefined) this.object[key] = toTorch(value);
    return this;
  }
  /** @param {any} key */
  delete(key) {
    const had = key in this.object;
    delete this.object[key];
    return had;
  }
}
Object.defineProperty(ObjectDict.prototype, 'constructor', { value: Dict });
