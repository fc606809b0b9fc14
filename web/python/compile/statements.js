// Statements: blocks, assignments, conditions, loops, with, return.

import { inPlace } from '../operations/arithmetic.js';
import { closeGenerator, iterate } from '../operations/iterate.js';
import { getAttribute, setAttribute } from '../operations/objects.js';
import { getItem, setItem } from '../operations/subscripts.js';
import { truth } from '../operations/truth.js';
import { machine } from '../session.js';
import { syntaxError } from '../syntax/problems.js';
import { raised } from '../values/exceptions.js';
import { kStop, kTick } from '../values/iterators.js';
import { compile, define, kBreak, kContinue, kReturn, stepped } from './compiler.js';
import { ended } from './comprehensions.js';
import { assigning, deleting, load, storeName, target } from './names.js';

/** @typedef {import('./compiler.js').Run} Run @typedef {import('./compiler.js').Frame} Frame @typedef {import('./compiler.js').Context} Context */

/** One statement, which says its line. @param {any} node @param {Context} c @returns {Run} */
function statement(node, c) {
  const before = c.line;
  const { line } = node;
  c.line = line;
  const own = compile(node, c);
  c.line = before;
  /** @type {Run} */
  const run = (f) => {
    f.line = line;
    return own(f);
  };
  const { gen } = own;
  if (gen) {
    run.gen = (f) => {
      f.line = line;
      return gen(f);
    };
  }
  return run;
}

/** Statements one after the other. @param {any[]} nodes @param {Context} c @returns {Run} */
export function block(nodes, c) {
  const runs = nodes.map((node) => statement(node, c));
  if (runs.length === 1) return runs[0];
  /** @type {Run} */
  const run = (f) => {
    for (let i = 0; i < runs.length; i++) {
      const end = runs[i](f);
      if (end !== undefined) return end;
    }
    return undefined;
  };
  if (runs.some((one) => one.gen)) {
    run.gen = function* (f) {
      for (let i = 0; i < runs.length; i++) {
        const one = runs[i];
        const end = one.gen ? yield* one.gen(f) : one(f);
        if (end !== undefined) return end;
      }
      return undefined;
    };
  }
  return run;
}

/** Does something with a value, and gives nothing. @param {Run} value @param {(f: Frame, value: any) => any} apply @returns {Run} */
function doing(value, apply) {
  /** @type {Run} */ const run = (f) => apply(f, value(f));
  const { gen } = value;
  if (gen) {
    run.gen = function* (f) {
      return apply(f, yield* gen(f));
    };
  }
  return run;
}

/** `a.b += value` and the like. @param {any} node @param {Context} c @returns {Run} */
function AugAssign(node, c) {
  const { op } = node;
  const value = compile(node.value, c);
  const place = node.target;
  if (place.kind === 'Name') {
    const read = load(place.id, c);
    const store = storeName(place.id, c);
    const apply = adding(op);
    /** @type {Run} */
    const run = (f) => {
      store(f, apply(read(f), value(f)));
    };
    const { gen } = value;
    if (gen) {
      run.gen = function* (f) {
        const before = read(f);
        store(f, apply(before, yield* gen(f)));
      };
    }
    return run;
  }
  const { parts } = target(place, c);
  const isItem = place.kind === 'Subscript';
  const change = (/** @type {any[]} */ owners, /** @type {any} */ added) => {
    if (isItem) setItem(owners[0], owners[1], inPlace(op, getItem(owners[0], owners[1]), added));
    else setAttribute(owners[0], place.attr, inPlace(op, getAttribute(owners[0], place.attr), added));
  };
  /** @type {Run} */
  const run = (f) => {
    const owners = parts.map((part) => part(f));
    const before = isItem ? getItem(owners[0], owners[1]) : getAttribute(owners[0], place.attr);
    const result = inPlace(op, before, value(f));
    if (isItem) setItem(owners[0], owners[1], result);
    else setAttribute(owners[0], place.attr, result);
  };
  const { gen } = value;
  if (gen) {
    run.gen = function* (f) {
      const owners = parts.map((part) => part(f));
      change(owners, yield* gen(f));
      return undefined;
    };
  }
  return run;
}

/** @param {string} op @returns {(a: any, b: any) => any} */
function adding(op) {
  if (op === '+') {
    return (a, b) => {
      if (typeof a === 'number' && typeof b === 'number') return a + b;
      return typeof a === 'bigint' && typeof b === 'bigint' ? a + b : inPlace('+', a, b);
    };
  }
  return (a, b) => inPlace(op, a, b);
}

/** @param {any} node @param {Context} c @returns {Run} */
function If(node, c) {
  const test = compile(node.test, c);
  const body = block(node.body, c);
  const otherwise = node.otherwise.length > 0 ? block(node.otherwise, c) : null;
  /** @type {Run} */
  const run = (f) => {
    if (truth(test(f))) return body(f);
    return otherwise === null ? undefined : otherwise(f);
  };
  if (test.gen || body.gen || otherwise?.gen) {
    run.gen = function* (f) {
      const chosen = truth(test.gen ? yield* test.gen(f) : test(f)) ? body : otherwise;
      if (chosen === null) return undefined;
      return chosen.gen ? yield* chosen.gen(f) : chosen(f);
    };
  }
  return run;
}

/** The body of a loop. @param {any[]} nodes @param {Context} c */
function looped(nodes, c) {
  const before = c.isInLoop;
  c.isInLoop = true;
  const body = block(nodes, c);
  c.isInLoop = before;
  return body;
}

/** @param {any} node @param {Context} c @returns {Run} */
function While(node, c) {
  const test = compile(node.test, c);
  const body = looped(node.body, c);
  const otherwise = node.otherwise.length > 0 ? block(node.otherwise, c) : null;
  const { line } = node;
  /** @type {Run} */
  const run = (f) => {
    while (truth(test(f))) {
      if (++machine.steps >= machine.next) machine.look();
      const end = body(f);
      f.line = line;
      if (end === undefined || end === kContinue) continue;
      return end === kBreak ? undefined : end;
    }
    return otherwise?.(f);
  };
  run.gen = function* (f) {
    while (truth(test.gen ? yield* test.gen(f) : test(f))) {
      if (++machine.steps >= machine.next && machine.look()) yield kTick;
      const end = body.gen ? yield* body.gen(f) : body(f);
      f.line = line;
      if (end === undefined || end === kContinue) continue;
      return end === kBreak ? undefined : end;
    }
    return otherwise?.gen ? yield* otherwise.gen(f) : otherwise?.(f);
  };
  return run;
}

/** @param {any} node @param {Context} c @returns {Run} */
function For(node, c) {
  const source = compile(node.iter, c);
  const store = assigning(node.target, c);
  const body = looped(node.body, c);
  const otherwise = node.otherwise.length > 0 ? block(node.otherwise, c) : null;
  const { line } = node;
  // A generator that only the loop holds ends where the loop is left, as CPython's count of references has it.
  const closes = node.iter.kind === 'Call' && node.iter.func.id !== 'iter';
  const abandon = (/** @type {any} */ items) => {
    if (closes && items.generator && !items.generator.isRunning) closeGenerator(items.generator);
  };
  /** @type {Run} */
  const run = (f) => {
    const items = iterate(source(f));
    for (let one = items.step(); one !== kStop; one = items.step()) {
      if (++machine.steps >= machine.next) machine.look();
      store(f, one);
      const end = body(f);
      f.line = line;
      if (end === undefined || end === kContinue) continue;
      abandon(items);
      return end === kBreak ? undefined : end;
    }
    return otherwise?.(f);
  };
  run.gen = function* (f) {
    const items = iterate(source.gen ? yield* source.gen(f) : source(f));
    for (;;) {
      const one = items.generator ? yield* stepped(items, ended) : items.step();
      if (one === kStop) break;
      if (++machine.steps >= machine.next && machine.look()) yield kTick;
      store(f, one);
      const end = body.gen ? yield* body.gen(f) : body(f);
      f.line = line;
      if (end === undefined || end === kContinue) continue;
      abandon(items);
      return end === kBreak ? undefined : end;
    }
    return otherwise?.gen ? yield* otherwise.gen(f) : otherwise?.(f);
  };
  return run;
}

/** @param {any} node @param {Context} c @returns {Run} */
function Assert(node, c) {
  const test = compile(node.test, c);
  const message = node.message === null ? null : compile(node.message, c);
  return doing(test, (f, value) => {
    if (!truth(value)) throw message === null ? raised('AssertionError') : raised('AssertionError', message(f));
  });
}

/** @param {any} node @param {Context} c @param {string} word */
function requireLoop(node, c, word) {
  if (!c.isInLoop)
    throw syntaxError(
      c.source,
      node.from,
      word === 'break' ? "'break' outside loop" : "'continue' not properly in loop",
    );
}

define({
  Expr: (node, c) => doing(compile(node.value, c), () => undefined),
  Pass: () => () => undefined,
  Global: () => () => undefined,
  Nonlocal: () => () => undefined,
  Break(node, c) {
    requireLoop(node, c, 'break');
    return () => kBreak;
  },
  Continue(node, c) {
    requireLoop(node, c, 'continue');
    return () => kContinue;
  },
  Return(node, c) {
    if (c.scope.kind !== 'function') throw syntaxError(c.source, node.from, "'return' outside function");
    if (node.value === null) {
      return (f) => {
        f.value = null;
        return kReturn;
      };
    }
    return doing(compile(node.value, c), (f, value) => {
      f.value = value;
      return kReturn;
    });
  },
  Assign(node, c) {
    const stores = node.targets.map((/** @type {any} */ one) => assigning(one, c));
    const value = compile(node.value, c);
    if (stores.length === 1) {
      const [store] = stores;
      return doing(value, (f, one) => {
        store(f, one);
      });
    }
    return doing(value, (f, one) => {
      for (const store of stores) store(f, one);
    });
  },
  AnnAssign(node, c) {
    const typed =
      node.annotation === null || c.scope.kind !== 'class' || node.target.kind !== 'Name' ? null : node.target.id;
    const annotation = typed === null ? null : compile(node.annotation, c);
    const note = (/** @type {Frame} */ f) => {
      if (typed === null) return;
      const annotations = f.dict?.get('__annotations__');
      annotations?.set(typed, annotationOf(/** @type {Run} */ (annotation), f));
    };
    if (node.value === null) return (f) => note(f);
    const store = assigning(node.target, c);
    return doing(compile(node.value, c), (f, value) => {
      store(f, value);
      note(f);
    });
  },
  AugAssign,
  If,
  While,
  For,
  Assert,
  Delete(node, c) {
    const all = node.targets.map((/** @type {any} */ one) => deleting(one, c));
    return (f) => {
      for (const one of all) one(f);
    };
  },
});

/** What an annotation says; a program whose annotations cannot be evaluated is not stopped by them. @param {Run} run @param {Frame} f */
function annotationOf(run, f) {
  try {
    return run(f);
  } catch {
    return null;
  }
}
