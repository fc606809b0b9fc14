// def and lambda: functions made of compiled bodies, called with and without pauses; generators.

import { leaving } from '../errors/convert.js';
import { call } from '../operations/objects.js';
import { machine } from '../session.js';
import { Dict } from '../values/dict.js';
import { raised } from '../values/exceptions.js';
import { PyFunction } from '../values/functions.js';
import { kTick, PyGenerator } from '../values/iterators.js';
import { bindArguments } from './binding.js';
import { compile, define, Frame, kReturn } from './compiler.js';
import { guarded } from './comprehensions.js';
import { storeName } from './names.js';
import { collect, Scope } from './scope.js';
import { block } from './statements.js';

/** @typedef {import('./compiler.js').Run} Run @typedef {import('./compiler.js').Context} Context */

/** How deep CPython lets calls nest. */
const kDeepest = 990;

function enter() {
  if (++machine.depth > kDeepest) {
    machine.depth--;
    throw raised('RecursionError', 'maximum recursion depth exceeded');
  }
}

/**
 * What the source of a function becomes.
 * @param {string} name
 * @param {import('../syntax/parameters.js').Parameters} parameters
 * @param {Scope} scope
 * @param {Run} body
 * @param {string} file
 */
function codeOf(name, { positional, onlyPositional, byName, rest, keywords }, scope, body, file) {
  const { isGenerator } = scope;
  const count = scope.names.size;
  const begin = (/** @type {PyFunction} */ fn, /** @type {any[]} */ args, /** @type {Map<string, any>} */ named) => {
    const f = new Frame(count, fn.scope, code);
    bindArguments(fn, f.slots, args, named);
    return f;
  };
  const generate = (/** @type {PyFunction} */ fn, /** @type {any[]} */ args, /** @type {Map<string, any>} */ named) => {
    const f = begin(fn, args, named);
    return new PyGenerator(guarded(generating(body, f)), name, fn.qualname);
  };
  /** @type {any} */
  const code = {
    name,
    file,
    parameters: [...positional, ...byName].map((one) => one.name),
    positional: positional.length,
    onlyPositional,
    rest,
    keywords,
    run(/** @type {PyFunction} */ fn, /** @type {any[]} */ args, /** @type {Map<string, any>} */ named) {
      const f = begin(fn, args, named);
      enter();
      const outer = machine.frame;
      machine.frame = f;
      try {
        if (++machine.steps >= machine.next) machine.look();
        return body(f) === kReturn ? f.value : null;
      } catch (error) {
        throw leaving(error, f);
      } finally {
        machine.depth--;
        machine.frame = outer;
      }
    },
    steps: null,
  };
  if (isGenerator) code.run = generate;
  else if (body.gen) code.steps = pausing(body.gen, begin);
  return code;
}

/** @param {(f: Frame) => Generator<any, any, any>} body @param {(fn: PyFunction, args: any[], named: Map<string, any>) => Frame} begin */
const pausing = (body, begin) =>
  /** @param {PyFunction} fn @param {any[]} args @param {Map<string, any>} named */
  function* (fn, args, named) {
    const f = begin(fn, args, named);
    enter();
    const outer = machine.frame;
    machine.frame = f;
    try {
      if (++machine.steps >= machine.next && machine.look()) yield kTick;
      return (yield* body(f)) === kReturn ? f.value : null;
    } catch (error) {
      throw leaving(error, f);
    } finally {
      machine.depth--;
      machine.frame = outer;
    }
  };

/** A generator's body. @param {Run} body @param {Frame} f @returns {Generator<any, any, any>} */
function* generating(body, f) {
  try {
    if (body.gen) return (yield* body.gen(f)) === kReturn ? f.value : null;
    return body(f) === kReturn ? f.value : null;
  } catch (error) {
    throw leaving(error, f);
  }
}

/** The scope of a function with its parameters. @param {any} parameters @param {Context} c */
function scopeOf({ positional, byName, rest, keywords }, c) {
  const scope = new Scope('function', c.scope);
  for (const { name } of [...positional, ...byName]) scope.add(name);
  if (rest !== null) scope.add(rest);
  if (keywords !== null) scope.add(keywords);
  scope.parameters = scope.names.size;
  return scope;
}

/** Makes a function where it is defined. @param {any} node @param {Context} c @param {any} code @param {string} qualname @param {any} doc @returns {(f: Frame) => PyFunction} */
function making(node, c, code, qualname, doc) {
  const { positional, byName, starred } = node.parameters;
  const defaults = positional
    .filter((/** @type {any} */ one) => one.fallback !== null)
    .map((/** @type {any} */ one) => compile(one.fallback, c));
  const named = byName
    .filter((/** @type {any} */ one) => one.fallback !== null)
    .map((/** @type {any} */ one) => [one.name, compile(one.fallback, c)]);
  const typed = [...positional, ...starred, ...byName].filter((one) => one.annotation);
  return (f) => {
    const fn = new PyFunction(code, f, qualname);
    fn.defaults = defaults.map((/** @type {Run} */ one) => one(f));
    for (const [name, value] of named) fn.keywordDefaults.set(name, value(f));
    fn.doc = doc;
    fn.annotations = () => {
      const all = new Dict(typed.map((one) => [one.name, compile(one.annotation, c)(f)]));
      return node.returns ? all.set('return', compile(node.returns, c)(f)) : all;
    };
    return fn;
  };
}

/** The decorators of a function or class: what each is, from the first on, and what the last to the first make of it. @param {any} node @param {Context} c */
export function decorating(node, c) {
  const lines = node.decorators.map((/** @type {any} */ one) => one.line);
  const all = node.decorators.map((/** @type {any} */ one) => compile(one, c));
  const begin = (/** @type {Frame} */ f) =>
    all.map((/** @type {Run} */ one, /** @type {number} */ i) => {
      f.line = lines[i];
      return one(f);
    });
  const apply = (/** @type {Frame} */ f, /** @type {any[]} */ wraps, /** @type {any} */ value) =>
    wraps.reduceRight((made, wrap, i) => {
      f.line = lines[i];
      return call(wrap, [made]);
    }, value);
  return { begin, apply };
}

/** @param {any[]} body */
export const docOf = (body) =>
  body[0]?.kind === 'Expr' && body[0].value.kind === 'Constant' && typeof body[0].value.value === 'string'
    ? body[0].value.value
    : null;

define({
  Lambda(node, c) {
    const scope = scopeOf(node.parameters, c);
    collect(node.body, scope, c.source);
    const qualname = `${c.qualname}<lambda>`;
    const inner = c.within(scope, `${qualname}.<locals>.`);
    inner.line = node.line;
    const value = compile(node.body, inner);
    /** @type {Run} */
    const body = (f) => {
      f.line = node.line;
      f.value = value(f);
      return kReturn;
    };
    const { gen } = value;
    if (gen) {
      body.gen = function* (f) {
        f.line = node.line;
        f.value = yield* gen(f);
        return kReturn;
      };
    }
    return making(node, c, codeOf('<lambda>', node.parameters, scope, body, c.source.filename), qualname, null);
  },
  FunctionDef(node, c) {
    const { name } = node;
    const scope = scopeOf(node.parameters, c);
    collect(node.body, scope, c.source);
    const qualname = c.qualname + name;
    const body = block(node.body, c.within(scope, `${qualname}.<locals>.`));
    const code = codeOf(name, node.parameters, scope, body, c.source.filename);
    const make = making(node, c, code, qualname, docOf(node.body));
    const { begin, apply } = decorating(node, c);
    const store = storeName(node.bound ?? name, c);
    const { line } = node;
    return (f) => {
      f.line = line;
      const wraps = begin(f);
      store(f, apply(f, wraps, make(f)));
    };
  },
});
