// What compiles a tree to functions: each node becomes a function of a frame. One that may be interrupted (it calls or loops) has
// the same as a generator function, `gen`, which yields kTick where the page may have its turn; a function without `gen` never needs it.

import { kTick } from '../values/iterators.js';

/**
 * @typedef {import('../syntax/tree.js').Node} Node
 * @typedef {((f: Frame) => any) & { gen?: (f: Frame) => Generator<any, any, any> }} Run
 */

/** The variables of a function's call, of a class's body or of the module, while it runs. */
export class Frame {
  /** @param {number} count of variables @param {Frame | null} parent what is around it in the source @param {Code} code */
  constructor(count, parent, code) {
    /** @type {any[]} */ this.slots = new Array(count).fill(undefined);
    this.parent = parent;
    this.code = code;
    this.line = 0;
    /** What `return` gives. @type {any} */ this.value = null;
    /** Of a class's body: its names. @type {Map<string, any> | null} */ this.dict = null;
    /** The class that its body made, for super(). @type {any} */ this.made = null;
  }
}

/** What errors tell of a frame. @typedef {{ name: string, file: string }} Code */

/** How statements end other than by going on. */
export const kBreak = Symbol('break');
export const kContinue = Symbol('continue');
export const kReturn = Symbol('return');

/** What a program's compilation knows: where it is. */
export class Context {
  /**
   * @param {import('./scope.js').Scope} scope
   * @param {import('../session.js').Session} session
   * @param {import('../syntax/problems.js').Source} source
   * @param {string} qualname what stands before names, `Net.`
   */
  constructor(scope, session, source, qualname = '') {
    this.scope = scope;
    this.session = session;
    this.source = source;
    this.qualname = qualname;
    /** The line of the statement that is compiled. */ this.line = 0;
    this.isInLoop = false;
  }

  /** @param {import('./scope.js').Scope} scope @param {string} qualname */
  within(scope, qualname) {
    return new Context(scope, this.session, this.source, qualname);
  }
}

/** How each kind of node is compiled. @type {Map<string, (node: any, c: Context) => Run>} */
const kinds = new Map();

/** @param {Record<string, (node: any, c: Context) => Run>} table */
export function define(table) {
  for (const [kind, compile] of Object.entries(table)) kinds.set(kind, compile);
}

/** @param {any} node @param {Context} c @returns {Run} */
export function compile(node, c) {
  return /** @type {any} */ (kinds.get(node.kind))(node, c);
}

/**
 * A function of values that others give: it is interrupted where one of them is.
 * @param {Run[]} parts
 * @param {Run} run
 * @param {(f: Frame, values: any[]) => any} combine the same from the values
 * @returns {Run}
 */
export function combined(parts, run, combine) {
  if (!parts.some((part) => part.gen)) return run;
  run.gen = function* (f) {
    const values = new Array(parts.length);
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i];
      values[i] = part.gen ? yield* part.gen(f) : part(f);
    }
    return combine(f, values);
  };
  return run;
}

/** Of one value. @param {Run} part @param {(value: any, f: Frame) => any} apply @returns {Run} */
export function mapped(part, apply) {
  /** @type {Run} */ const run = (f) => apply(part(f), f);
  const { gen } = part;
  if (gen) {
    run.gen = function* (f) {
      return apply(yield* gen(f), f);
    };
  }
  return run;
}

/** The next value of an iterator, with the pauses of a generator. @param {import('../values/iterators.js').PyIterator} iterator @param {(generator: any, sent: any) => any} finish what a generator's end is */
export function* stepped(iterator, finish) {
  const generator = /** @type {any} */ (iterator.generator);
  if (generator.isRunning) return iterator.step();
  generator.isRunning = true;
  try {
    let next = generator.source.next(null);
    while (!next.done && next.value === kTick) {
      yield kTick;
      next = generator.source.next(null);
    }
    return next.done ? finish(generator, next.value) : next.value;
  } finally {
    generator.isRunning = false;
  }
}
