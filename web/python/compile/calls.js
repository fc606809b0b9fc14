// Calls: of functions, of methods without binding them first, of super().

import { builtins } from '../builtins/builtins.js';
import { Super } from '../builtins/super.js';
import { listOf } from '../operations/iterate.js';
import { call, find, getAttribute, methodOf, special } from '../operations/objects.js';
import { machine } from '../session.js';
import { str } from '../text/repr.js';
import { Attributes, Dict } from '../values/dict.js';
import { raised } from '../values/exceptions.js';
import { noKeywords, PyFunction } from '../values/functions.js';
import { BoundMethod, Builtin, nameOf, Type } from '../values/types.js';
import { compile, define } from './compiler.js';
import { spread } from './expressions.js';
import { outward } from './names.js';

/** @typedef {import('./compiler.js').Run} Run @typedef {import('./compiler.js').Frame} Frame @typedef {import('./compiler.js').Context} Context */

/** Calls with pauses where the function has some. @param {any} callee @param {any[]} args @param {Map<string, any>} keywords @returns {Generator<any, any, any>} */
export function* calling(callee, args, keywords) {
  if (callee instanceof PyFunction && callee.code.steps) return yield* callee.code.steps(callee, args, keywords);
  if (callee instanceof BoundMethod) return yield* calling(callee.callable, [callee.self, ...args], keywords);
  if (callee instanceof Builtin && callee.steps) return yield* callee.steps(args, keywords);
  const own = callee instanceof Builtin || callee instanceof Type ? undefined : special(callee, '__call__');
  if (own instanceof Builtin ? own.steps : own instanceof PyFunction)
    return yield* calling(own, [callee, ...args], keywords);
  return call(callee, args, keywords);
}

/** So deep calls nest with pauses; deeper ones have none, which takes less of the engine's stack: CPython goes down to a thousand. */
const kPausing = 150;

/** Whether a call may pause. @param {any} callee */
function pauses(callee) {
  if (callee instanceof PyFunction) return callee.code.steps !== null && machine.depth < kPausing;
  return callee instanceof Builtin ? callee.steps !== null : !(callee instanceof Type) && machine.depth < kPausing;
}

/** What CPython calls the thing that a call's arguments are for, before it is called. @param {any} callee */
function calledName(callee) {
  const [name, module] = ['__qualname__', '__module__'].map((one) => find(callee, one) ?? null);
  if (typeof name !== 'string') return str(callee);
  return `${typeof module === 'string' && module !== 'builtins' ? `${module}.` : ''}${name}()`;
}

/** The keywords of a call. @param {any[]} list @param {Context} c @returns {{ parts: Run[], gather: (values: any[], callee: any) => Map<string, any> }} */
export function keywordsOf(list, c) {
  const parts = list.map(({ value }) => compile(value, c));
  if (parts.length === 0) return { parts, gather: () => noKeywords };
  const gather = (/** @type {any[]} */ values, /** @type {any} */ callee) => {
    const keywords = new Map();
    list.forEach(({ name }, i) => {
      if (name === null) return addAll(keywords, values[i], callee);
      checkKeyword(keywords, name, callee);
      keywords.set(name, values[i]);
    });
    return keywords;
  };
  return { parts, gather };
}

/** @param {Map<string, any>} keywords @param {string} key @param {any} callee */
function checkKeyword(keywords, key, callee) {
  if (keywords.has(key))
    throw raised('TypeError', `${calledName(callee)} got multiple values for keyword argument '${key}'`);
}

/** @param {Map<string, any>} keywords @param {any} value @param {any} callee */
function addAll(keywords, value, callee) {
  if (!(value instanceof Dict) && special(value, 'keys') === undefined)
    throw raised('TypeError', `${calledName(callee)} argument after ** must be a mapping, not ${nameOf(value)}`);
  const entries =
    value instanceof Dict
      ? [...value]
      : listOf(call(getAttribute(value, 'keys'), [])).map((key) => [
          key,
          call(getAttribute(value, '__getitem__'), [key]),
        ]);
  for (const [key, item] of entries) {
    if (typeof key !== 'string') throw raised('TypeError', 'keywords must be strings');
    checkKeyword(keywords, key, callee);
    keywords.set(key, item);
  }
}

/** The arguments of a call, without a pause. @param {any} node @param {Context} c */
function argumentsOf(node, c) {
  // CPython gathers several in a list first, which knows no function.
  const positional = spread(
    node.args,
    c,
    node.args.length > 1 ? undefined : (callee) => `${calledName(callee)} argument`,
  );
  const named = keywordsOf(node.keywords, c);
  const parts = [...positional.parts, ...named.parts];
  const count = positional.parts.length;
  const isPlain = !node.args.some((/** @type {any} */ one) => one.kind === 'Starred');
  const [first, second] = positional.parts;
  /** @type {(f: Frame, callee: any) => any[]} */ let args;
  if (!isPlain)
    args = (f, callee) =>
      positional.gather(
        positional.parts.map((part) => part(f)),
        callee,
      );
  else if (count === 0) args = () => [];
  else if (count === 1) args = (f) => [first(f)];
  else if (count === 2) args = (f) => [first(f), second(f)];
  else args = (f) => positional.parts.map((part) => part(f));
  /** @type {(f: Frame, callee: any) => Map<string, any>} */
  const keywords =
    named.parts.length === 0
      ? () => noKeywords
      : (f, callee) =>
          named.gather(
            named.parts.map((part) => part(f)),
            callee,
          );
  return {
    args,
    keywords,
    parts,
    finish: (/** @type {any[]} */ values, /** @type {any} */ callee) => ({
      args: positional.gather(values.slice(0, count), callee),
      keywords: named.gather(values.slice(count), callee),
    }),
  };
}

/** The values of parts, with pauses. @param {Run[]} parts @param {Frame} f */
function* valuesOf(parts, f) {
  const values = new Array(parts.length);
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    values[i] = part.gen ? yield* part.gen(f) : part(f);
  }
  return values;
}

/** @param {any} node @param {Context} c @returns {Run} */
function Call(node, c) {
  const { func } = node;
  if (func.kind === 'Name' && func.id === 'super' && node.args.length === 0) return superCall(node, c);
  if (func.kind === 'Name' && ownNames.has(func.id) && node.args.length + node.keywords.length === 0)
    return namesCall(node, c);
  const { line } = node;
  const { args, keywords, parts, finish } = argumentsOf(node, c);
  const hasPauses = parts.some((part) => part.gen);
  if (func.kind === 'Attribute') return methodCall(node, c, { args, keywords, parts, finish, hasPauses });
  const callee = compile(func, c);
  /** @type {Run} */
  const run = (f) => {
    const own = callee(f);
    const given = args(f, own);
    const named = keywords(f, own);
    f.line = line;
    return call(own, given, named);
  };
  run.gen = function* (f) {
    const own = callee.gen ? yield* callee.gen(f) : callee(f);
    let given;
    let named;
    if (hasPauses) ({ args: given, keywords: named } = finish(yield* valuesOf(parts, f), own));
    else {
      given = args(f, own);
      named = keywords(f, own);
    }
    f.line = line;
    return pauses(own) ? yield* calling(own, given, named) : call(own, given, named);
  };
  return run;
}

/** @param {any} node @param {Context} c @param {ReturnType<typeof argumentsOf> & { hasPauses: boolean }} given @returns {Run} */
function methodCall(node, c, { args, keywords, parts, finish, hasPauses }) {
  const object = compile(node.func.value, c);
  const { attr } = node.func;
  const line = node.func.nameLine;
  /** @type {Run} */
  const run = (f) => {
    const self = object(f);
    f.line = line;
    const method = methodOf(self, attr);
    const callee = method === undefined ? getAttribute(self, attr) : method;
    const list = args(f, callee);
    const named = keywords(f, callee);
    f.line = line;
    if (method !== undefined) list.unshift(self);
    return call(callee, list, named);
  };
  run.gen = function* (f) {
    const self = object.gen ? yield* object.gen(f) : object(f);
    f.line = line;
    const method = methodOf(self, attr);
    const callee = method === undefined ? getAttribute(self, attr) : method;
    let list;
    let named;
    if (hasPauses) ({ args: list, keywords: named } = finish(yield* valuesOf(parts, f), callee));
    else {
      list = args(f, callee);
      named = keywords(f, callee);
    }
    f.line = line;
    if (method !== undefined) list = [self, ...list];
    return pauses(callee) ? yield* calling(callee, list, named) : call(callee, list, named);
  };
  return run;
}

/** super() without arguments: by the class around the method, and its first argument. @param {any} _node @param {Context} c @returns {Run} */
function superCall(_node, c) {
  let depth = 0;
  let method = null;
  for (let scope = /** @type {any} */ (c.scope); scope; scope = scope.parent, depth++) {
    if (scope.kind === 'function' && scope.parent?.kind === 'class') method = depth;
    if (scope.kind === 'class') break;
  }
  const at = method;
  return (f) => {
    let frame = f;
    for (let i = 0; i < (at ?? 0); i++) frame = /** @type {Frame} */ (frame.parent);
    const type = frame.parent?.made;
    const self = frame.slots[0];
    if (at === null && (c.scope.kind === 'module' || self === undefined))
      throw raised('RuntimeError', 'super(): no arguments');
    if (at === null || !type) throw raised('RuntimeError', 'super(): __class__ cell not found');
    if (self === undefined) throw raised('RuntimeError', 'super(): no arguments');
    return new Super(type, self);
  };
}

/** What tells the names around it when it is called without arguments. */
const ownNames = new Set(['locals', 'vars', 'dir']);

/** locals(), vars() and dir() without arguments: the names of the frame that calls them. @param {any} node @param {Context} c @returns {Run} */
function namesCall(node, c) {
  const { func, line } = node;
  const { scope, session } = c;
  const callee = compile(func, c);
  const own = builtins.get(func.id);
  const namesOf = (/** @type {Frame} */ f) => {
    if (scope.kind === 'module') return new Attributes(session.globals);
    if (scope.kind === 'class') return new Attributes(/** @type {Map<string, any>} */ (f.dict));
    const all = [...scope.names].map(([name, index]) => /** @type {[string, any]} */ ([name, f.slots[index]]));
    for (const name of scope.used) {
      const place = scope.place(name);
      if (place.kind === 'outer') all.push([name, outward(f, place.depth).slots[place.index]]);
    }
    return new Dict(all.filter(([name, value]) => value !== undefined && !name.startsWith('.')));
  };
  return (f) => {
    const called = callee(f);
    f.line = line;
    if (called !== own) return call(called, []);
    const names = namesOf(f);
    return func.id === 'dir' ? [...names.keys()].sort() : names;
  };
}

define({ Call });
