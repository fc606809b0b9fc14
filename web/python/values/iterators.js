// Python's iterators: what for-loops ask for one value after the other.

import { builtinType, objectType, registerType, Type } from './types.js';

/** What an iterator gives when there is no more. */
export const kStop = Symbol('torchlet.python.stop');
/** What code that may be interrupted yields between two steps, so that the page stays alive. */
export const kTick = Symbol('torchlet.python.tick');

/** An iterator: `step()` gives the next value or kStop. */
export class PyIterator {
  /** @param {() => any} step @param {string} [name] of its type, `list_iterator` */
  constructor(step, name = 'iterator') {
    this.step = step;
    this.name = name;
    /** The function whose generator it is, where it shows. */ this.qualname = '';
    /** The generator that it asks, which may pause. @type {PyGenerator | null} */ this.generator = null;
    /** How many are left, where that is known. @type {(() => number) | null} */
    this.left = null;
  }
  *[Symbol.iterator]() {
    for (let value = this.step(); value !== kStop; value = this.step()) yield value;
  }
}
export const iteratorType = builtinType('iterator');
registerType(PyIterator.prototype, iteratorType);
/** @type {Map<string, Type>} */ const types = new Map([['iterator', iteratorType]]);

/** The type of iterators of a name: `list_iterator`, `zip`, `itertools.count`. @param {string} name */
export function iteratorTypeOf(name) {
  let type = types.get(name);
  if (type === undefined) {
    const [own, module] = name.split('.').reverse();
    type = new Type(own, [objectType], new Map(iteratorType.dict), module);
    type.isOfC = module !== undefined;
    type.make = iteratorType.make;
    types.set(name, type);
  }
  return type;
}
iteratorType.narrow = ({ name }) => iteratorTypeOf(name);

/** An iterator of a type of its own name. @param {string} name @param {() => any} step */
export function iterator(name, step) {
  const made = new PyIterator(step, name);
  return made;
}

/** An iterator over what JavaScript iterates. @param {Iterable<any>} iterable @param {string} [name] */
export function iteratorOf(iterable, name = 'iterator') {
  const source = iterable[Symbol.iterator]();
  return new PyIterator(() => {
    const next = source.next();
    return next.done ? kStop : next.value;
  }, name);
}

/** A generator: a function that was called and stops at each `yield`. */
export class PyGenerator {
  /** @param {Generator<any, any, any>} source yields values, and kTick in between @param {string} name @param {string} qualname */
  constructor(source, name, qualname = name) {
    this.source = source;
    this.name = name;
    this.qualname = qualname;
    this.isRunning = false;
    /** What its `return` gave. @type {any} */ this.result = null;
  }
}
export const generatorType = builtinType('generator', objectType);
registerType(PyGenerator.prototype, generatorType);
