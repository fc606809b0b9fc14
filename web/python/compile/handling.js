// try, raise and with.

import { leaving, pythonError } from '../errors/convert.js';
import { callSpecial, exceptionOf, special } from '../operations/objects.js';
import { truth } from '../operations/truth.js';
import { machine } from '../session.js';
import { Tuple } from '../values/containers.js';
import { Exception, exceptions, raised } from '../values/exceptions.js';
import { nameOf, Type, typeOf } from '../values/types.js';
import { compile, define } from './compiler.js';
import { assigning, deleteName, storeName } from './names.js';
import { block } from './statements.js';

/** @typedef {import('./compiler.js').Run} Run @typedef {import('./compiler.js').Frame} Frame @typedef {import('./compiler.js').Context} Context */

/** Whether an error is of a class, or of one of several. @param {Exception} error @param {any} classes @returns {boolean} */
function matches(error, classes) {
  if (classes instanceof Tuple) return classes.items.some((one) => matches(error, one));
  if (classes instanceof Type && classes.derivesFrom(exceptions.BaseException))
    return typeOf(error).derivesFrom(classes);
  throw raised('TypeError', 'catching classes that do not inherit from BaseException is not allowed');
}

/** Says what an error interrupted. @param {any} thrown @param {Exception} handled */
function within(thrown, handled) {
  const error = pythonError(thrown);
  if (error === handled || error.context !== null) return error;
  for (let one = /** @type {Exception | null} */ (handled); one; one = one.context) if (one === error) return error;
  error.context = handled;
  return error;
}

/** @param {any} one @param {Context} c */
function handler({ type, name, body, line }, c) {
  const test = type === null ? null : compile(type, c);
  const run = block(body, c);
  const store = name === null ? null : storeName(name, c);
  const remove = name === null ? null : deleteName(name, c);
  return { test, run, store, remove, line };
}

/** @param {ReturnType<typeof handler>[]} handlers @param {Frame} f @param {Exception} error */
function chosen(handlers, f, error) {
  for (const one of handlers) {
    if (one.test === null) return one;
    f.line = one.line;
    if (matches(error, one.test(f))) return one;
  }
  return null;
}

/** @param {ReturnType<typeof handler>} one @param {Frame} f */
function forget({ remove }, f) {
  try {
    remove?.(f);
  } catch {
    // The program has deleted it.
  }
}

/** @param {any} node @param {Context} c @returns {Run} */
function Try(node, c) {
  const body = block(node.body, c);
  const handlers = node.handlers.map((/** @type {any} */ one) => handler(one, c));
  const otherwise = node.otherwise.length > 0 ? block(node.otherwise, c) : null;
  const final = node.final.length > 0 ? block(node.final, c) : null;
  /** @type {Run} */
  const guarded = (f) => {
    let end;
    try {
      end = body(f);
    } catch (thrown) {
      return handle(f, thrown);
    }
    return end === undefined && otherwise !== null ? otherwise(f) : end;
  };
  const handle = (/** @type {Frame} */ f, /** @type {any} */ thrown) => {
    if (handlers.length === 0) throw thrown;
    const error = leaving(thrown, f);
    const before = machine.handled;
    try {
      const one = chosen(handlers, f, error);
      if (one === null) throw error;
      machine.handled = error;
      one.store?.(f, error);
      const end = one.run(f);
      forget(one, f);
      return end;
    } catch (other) {
      throw within(other, error);
    } finally {
      machine.handled = before;
    }
  };
  /** @type {Run} */
  const run = (f) => {
    if (final === null) return guarded(f);
    let end;
    try {
      end = guarded(f);
    } catch (thrown) {
      const error = leaving(thrown, f);
      const value = f.value;
      try {
        end = final(f);
      } catch (other) {
        throw within(other, error);
      }
      if (end !== undefined) return end;
      f.value = value;
      throw error;
    }
    const { value } = f;
    const last = final(f);
    if (last !== undefined) return last;
    f.value = value;
    return end;
  };
  run.gen = pausing(body, handlers, otherwise, final);
  return run;
}

/** @param {Run | null} run @param {Frame} f @returns {Generator<any, any, any>} */
function* ran(run, f) {
  return run?.gen ? yield* run.gen(f) : run?.(f);
}

/** The same with pauses. @param {Run} body @param {ReturnType<typeof handler>[]} handlers @param {Run | null} otherwise @param {Run | null} final */
function pausing(body, handlers, otherwise, final) {
  /** @param {Frame} f @returns {Generator<any, any, any>} */
  const guarded = function* (f) {
    let end;
    try {
      end = yield* ran(body, f);
    } catch (thrown) {
      return yield* handle(f, thrown);
    }
    return end === undefined && otherwise !== null ? yield* ran(otherwise, f) : end;
  };
  /** @param {Frame} f @param {any} thrown @returns {Generator<any, any, any>} */
  const handle = function* (f, thrown) {
    if (handlers.length === 0) throw thrown;
    const error = leaving(thrown, f);
    const before = machine.handled;
    try {
      const one = chosen(handlers, f, error);
      if (one === null) throw error;
      machine.handled = error;
      one.store?.(f, error);
      const end = yield* ran(one.run, f);
      forget(one, f);
      return end;
    } catch (other) {
      throw within(other, error);
    } finally {
      machine.handled = before;
    }
  };
  if (final === null) return guarded;
  /** @param {Frame} f @returns {Generator<any, any, any>} */
  return function* (f) {
    let end;
    let isDone = false;
    try {
      end = yield* guarded(f);
      isDone = true;
    } catch (thrown) {
      isDone = true;
      const error = leaving(thrown, f);
      const { value } = f;
      let last;
      try {
        last = yield* ran(final, f);
      } catch (other) {
        throw within(other, error);
      }
      if (last !== undefined) return last;
      f.value = value;
      throw error;
    } finally {
      // A generator that is closed runs what stands in `finally`.
      if (!isDone) final(f);
    }
    const { value } = f;
    const last = yield* ran(final, f);
    if (last !== undefined) return last;
    f.value = value;
    return end;
  };
}

/** @param {any} node @param {Context} c @returns {Run} */
function Raise(node, c) {
  if (node.error === null) {
    return () => {
      if (machine.handled === null) throw raised('RuntimeError', 'No active exception to reraise');
      throw machine.handled;
    };
  }
  const value = compile(node.error, c);
  const cause = node.cause === null ? null : compile(node.cause, c);
  return (f) => {
    const error = exceptionOf(value(f));
    if (cause !== null) {
      const own = cause(f);
      error.cause = own === null ? null : exceptionOf(own);
      error.suppressed = true;
    }
    error.lastFrame = null;
    if (machine.handled !== null) throw within(error, machine.handled);
    throw error;
  };
}

/** @param {any} manager */
function methodsOf(manager) {
  const [enter, exit] = [special(manager, '__enter__'), special(manager, '__exit__')];
  if (enter === undefined || exit === undefined) {
    throw raised(
      'TypeError',
      `'${nameOf(manager)}' object does not support the context manager protocol${enter === undefined ? '' : ' (missed __exit__ method)'}`,
    );
  }
  return { enter, exit };
}

/** @param {any} node @param {Context} c @returns {Run} */
function With(node, c) {
  const [first, ...rest] = node.items;
  const context = compile(first.context, c);
  const store = first.target === null ? null : assigning(first.target, c);
  const body = rest.length > 0 ? With({ ...node, items: rest }, c) : block(node.body, c);
  const { line } = node;
  const enter = (/** @type {Frame} */ f) => {
    const manager = context(f);
    const { enter, exit } = methodsOf(manager);
    const value = callSpecial(enter, manager);
    store?.(f, value);
    return { manager, exit };
  };
  const failed = (
    /** @type {Frame} */ f,
    /** @type {any} */ exit,
    /** @type {any} */ manager,
    /** @type {any} */ thrown,
  ) => {
    const error = leaving(thrown, f);
    const before = machine.handled;
    machine.handled = error;
    f.line = line;
    try {
      if (truth(callSpecial(exit, manager, typeOf(error), error, null))) return;
    } catch (other) {
      throw within(other, error);
    } finally {
      machine.handled = before;
    }
    throw error;
  };
  /** @type {Run} */
  const run = (f) => {
    const { manager, exit } = enter(f);
    let end;
    try {
      end = body(f);
    } catch (thrown) {
      failed(f, exit, manager, thrown);
      return undefined;
    }
    const { value } = f;
    f.line = line;
    callSpecial(exit, manager, null, null, null);
    f.value = value;
    return end;
  };
  run.gen = function* (f) {
    const { manager, exit } = enter(f);
    let end;
    try {
      end = yield* ran(body, f);
    } catch (thrown) {
      failed(f, exit, manager, thrown);
      return undefined;
    }
    const { value } = f;
    f.line = line;
    callSpecial(exit, manager, null, null, null);
    f.value = value;
    return end;
  };
  return run;
}

define({ Try, Raise, With });

define({
  Yield(node, c) {
    const value = node.value === null ? null : compile(node.value, c);
    /** @type {Run} */
    const run = () => {
      throw raised(
        'NotImplementedError',
        'a yield in this place is not part of this Python; assign what is yielded to a name first',
      );
    };
    run.gen = function* (f) {
      const sent = yield value === null ? null : value.gen ? yield* value.gen(f) : value(f);
      return sent ?? null;
    };
    return run;
  },
});
