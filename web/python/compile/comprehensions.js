// Comprehensions and generator expressions: functions of their own, whose first iterable is evaluated outside.

import { leaving } from '../errors/convert.js';
import { checkCount, iterate, stopped } from '../operations/iterate.js';
import { truth } from '../operations/truth.js';
import { machine } from '../session.js';
import { Dict, PySet } from '../values/dict.js';
import { isException } from '../values/exceptions.js';
import { kStop, kTick, PyGenerator } from '../values/iterators.js';
import { compile, define, Frame, stepped } from './compiler.js';
import { assigning } from './names.js';
import { Scope } from './scope.js';

/** @typedef {import('./compiler.js').Run} Run @typedef {import('./compiler.js').Context} Context */

/** What a generator's end is to a loop. @param {any} generator @param {any} value */
export function ended(generator, value) {
  generator.result = value ?? null;
  return kStop;
}

/** One `for … in … if …`. @param {any} one @param {Context} c @param {boolean} isFirst */
function level({ target, iter, ifs }, c, isFirst) {
  return {
    store: assigning(target, c),
    source: isFirst ? null : compile(iter, c),
    tests: ifs.map((/** @type {any} */ test) => compile(test, c)),
  };
}

/** @param {any} node @param {Context} c */
function prepared(node, c) {
  const scope = new Scope('comprehension', c.scope);
  const inner = c.within(scope, c.qualname);
  inner.line = c.line;
  const bind = (/** @type {any} */ target) => {
    if (target.kind === 'Name') scope.add(target.id);
    else if (target.elts) target.elts.forEach(bind);
    else if (target.kind === 'Starred') bind(target.value);
  };
  for (const one of node.generators) bind(one.target);
  const outer = compile(node.generators[0].iter, c);
  const levels = node.generators.map((/** @type {any} */ one, /** @type {number} */ i) => level(one, inner, i === 0));
  return { scope, inner, outer, levels };
}

/**
 * The loops, innermost last, each time with what `give` does.
 * @param {ReturnType<typeof prepared>['levels']} levels
 * @param {(f: Frame) => void} give
 */
function loops(levels, give) {
  /** @param {Frame} f @param {number} depth @param {any} source */
  const run = (f, depth, source) => {
    const { store, tests } = levels[depth];
    const isLast = depth === levels.length - 1;
    const items = iterate(source);
    outer: for (let one = items.step(); one !== kStop; one = items.step()) {
      if (++machine.steps >= machine.next) machine.look();
      store(f, one);
      for (const test of tests) if (!truth(test(f))) continue outer;
      if (isLast) give(f);
      else run(f, depth + 1, levels[depth + 1].source(f));
    }
  };
  return run;
}

/**
 * The same with pauses.
 * @param {ReturnType<typeof prepared>['levels']} levels
 * @param {(f: Frame) => Generator<any, any, any>} give
 */
function pausingLoops(levels, give) {
  /** @param {Frame} f @param {number} depth @param {any} source @returns {Generator<any, any, any>} */
  const run = function* (f, depth, source) {
    const { store, tests } = levels[depth];
    const isLast = depth === levels.length - 1;
    const items = iterate(source);
    outer: for (;;) {
      const one = items.generator ? yield* stepped(items, ended) : items.step();
      if (one === kStop) return;
      if (++machine.steps >= machine.next && machine.look()) yield kTick;
      store(f, one);
      for (const test of tests) if (!truth(test.gen ? yield* test.gen(f) : test(f))) continue outer;
      if (isLast) yield* give(f);
      else {
        const { source: next } = levels[depth + 1];
        yield* run(f, depth + 1, next.gen ? yield* next.gen(f) : next(f));
      }
    }
  };
  return run;
}

/** @param {string} name @param {() => any} begin @param {(result: any, values: any[]) => void} add @param {(node: any) => any[]} partsOf */
const gathering = (name, begin, add, partsOf) => (/** @type {any} */ node, /** @type {Context} */ c) => {
  const { scope, inner, outer, levels } = prepared(node, c);
  const place = scope.hidden();
  const parts = partsOf(node).map((one) => compile(one, inner));
  const code = { name, file: c.source.filename };
  const loop = loops(levels, (f) =>
    add(
      f.slots[place],
      parts.map((part) => part(f)),
    ),
  );
  const pausing = pausingLoops(levels, function* (f) {
    const values = [];
    for (const part of parts) values.push(part.gen ? yield* part.gen(f) : part(f));
    add(f.slots[place], values);
  });
  const frameOf = (/** @type {Frame} */ f) => {
    const frame = new Frame(scope.names.size, f, code);
    frame.slots[place] = begin();
    frame.line = node.line;
    return frame;
  };
  /** @type {Run} */
  const run = (f) => {
    const source = outer(f);
    const frame = frameOf(f);
    f.line = node.line;
    try {
      loop(frame, 0, source);
    } catch (error) {
      throw leaving(error, frame);
    }
    return frame.slots[place];
  };
  run.gen = function* (f) {
    const source = outer.gen ? yield* outer.gen(f) : outer(f);
    const frame = frameOf(f);
    f.line = node.line;
    try {
      yield* pausing(frame, 0, source);
    } catch (error) {
      throw leaving(error, frame);
    }
    return frame.slots[place];
  };
  return run;
};

define({
  ListComp: gathering(
    '<listcomp>',
    () => [],
    (list, [value]) => checkCount(list.push(value)),
    ({ elt }) => [elt],
  ),
  SetComp: gathering(
    '<setcomp>',
    () => new PySet(),
    (set, [value]) => set.add(value),
    ({ elt }) => [elt],
  ),
  DictComp: gathering(
    '<dictcomp>',
    () => new Dict(),
    (dict, [key, value]) => dict.set(key, value),
    ({ key, value }) => [key, value],
  ),
  GeneratorExp(node, c) {
    const { scope, inner, outer, levels } = prepared(node, c);
    const elt = compile(node.elt, inner);
    const code = { name: '<genexpr>', file: c.source.filename };
    const loop = pausingLoops(levels, function* (f) {
      yield elt.gen ? yield* elt.gen(f) : elt(f);
    });
    const begin = (/** @type {Frame} */ f, /** @type {any} */ source) => {
      iterate(source);
      const frame = new Frame(scope.names.size, f, code);
      frame.line = node.line;
      return new PyGenerator(guarded(loop(frame, 0, source), frame), '<genexpr>');
    };
    /** @type {Run} */ const run = (f) => begin(f, outer(f));
    const { gen } = outer;
    if (gen) {
      run.gen = function* (f) {
        return begin(f, yield* gen(f));
      };
    }
    return run;
  },
});

/** A StopIteration within a generator is an error of it. @param {Generator<any, any, any>} items @param {Frame | null} [frame] that errors leave @returns {Generator<any, any, any>} */
export function* guarded(items, frame = null) {
  try {
    return yield* items;
  } catch (error) {
    if (frame !== null) leaving(error, frame);
    throw isException(error, 'StopIteration') ? stopped(error) : error;
  }
}
