// Python's containers that JavaScript has not: tuples, slices, ranges. A list is a JavaScript array.

import { builtinType, registerType } from './types.js';

/** A tuple: its elements are `items`. */
export class Tuple {
  /** @param {any[]} items which nobody changes after */
  constructor(items) {
    this.items = items;
  }
  [Symbol.iterator]() {
    return this.items[Symbol.iterator]();
  }
}
export const tupleType = builtinType('tuple');
registerType(Tuple.prototype, tupleType);

/** A slice: ints (bigint), null, or whatever the program wrote. */
export class Slice {
  /** @param {any} start @param {any} stop @param {any} [step] */
  constructor(start, stop, step = null) {
    this.start = start;
    this.stop = stop;
    this.step = step;
  }
}
export const sliceType = builtinType('slice');
registerType(Slice.prototype, sliceType);

/** A range. Counts as JavaScript numbers where they fit, which `isSmall` says. */
export class Range {
  /** @param {bigint} start @param {bigint} stop @param {bigint} step */
  constructor(start, stop, step) {
    this.start = start;
    this.stop = stop;
    this.step = step;
    const span = step > 0n ? stop - start : start - stop;
    const size = step > 0n ? step : -step;
    /** How many there are. @type {bigint} */
    this.count = span <= 0n ? 0n : (span + size - 1n) / size;
  }
  /** @param {bigint} i */
  at(i) {
    return this.start + i * this.step;
  }
}
export const rangeType = builtinType('range');
registerType(Range.prototype, rangeType);

/** Python's Ellipsis and NotImplemented. */
export class Singleton {
  /** @param {string} name */
  constructor(name) {
    this.name = name;
  }
}
class EllipsisClass extends Singleton {}
class NotImplementedClass extends Singleton {}
registerType(EllipsisClass.prototype, builtinType('ellipsis'));
registerType(NotImplementedClass.prototype, builtinType('NotImplementedType'));
export const kEllipsis = new EllipsisClass('Ellipsis');
export const kNotImplemented = new NotImplementedClass('NotImplemented');

/** A module: its names are `dict`. */
export class Module {
  /** @param {string} name @param {Map<string, any>} dict @param {((name: string) => any) | null} [find] gives what the dict has not, or undefined */
  constructor(name, dict, find = null) {
    this.name = name;
    this.dict = dict;
    this.find = find;
    /** The names that it finds. @type {(() => string[]) | null} */ this.names = null;
  }
}
const moduleType = builtinType('module');
registerType(Module.prototype, moduleType);

/** A name that a namespace object may hold. @param {Record<string, any>} names */
export const dictOf = (names) => new Map(Object.entries(names));
