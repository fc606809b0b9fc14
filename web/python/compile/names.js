// Names and other targets: reading, assigning and deleting variables, attributes and items.

import { builtins } from '../builtins/builtins.js';
import { unpack, unpackStarred } from '../operations/iterate.js';
import { deleteAttribute, setAttribute } from '../operations/objects.js';
import { deleteItem, setItem } from '../operations/subscripts.js';
import { raised } from '../values/exceptions.js';
import { kDict } from '../values/types.js';
import { combined, compile } from './compiler.js';

/** @typedef {import('./compiler.js').Context} Context @typedef {import('./compiler.js').Frame} Frame @typedef {import('./compiler.js').Run} Run */

/** @param {string} name */
function unknownName(name) {
  const error = raised('NameError', `name '${name}' is not defined`);
  error[kDict].set('name', name);
  return error;
}

/** @param {string} name @param {boolean} isFree */
function unset(name, isFree) {
  return isFree
    ? raised(
        'NameError',
        `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`,
      )
    : raised('UnboundLocalError', `cannot access local variable '${name}' where it is not associated with a value`);
}

/** A frame around another. @param {Frame} f @param {number} depth @returns {Frame} */
export function outward(f, depth) {
  let frame = f;
  for (let i = 0; i < depth; i++) frame = /** @type {Frame} */ (frame.parent);
  return frame;
}

/** Reads a variable. @param {string} name @param {Context} c @returns {Run} */
export function load(name, { scope, session: { globals } }) {
  const place = scope.place(name);
  const fromGlobals = () => {
    const value = globals.get(name);
    if (value !== undefined) return value;
    const built = builtins.get(name);
    if (built !== undefined) return built;
    const error = unknownName(name);
    error.candidates = () => [scope.kind === 'module' ? [] : scope.names.keys(), globals.keys(), builtins.keys()];
    throw error;
  };
  if (place.kind === 'global') return fromGlobals;
  if (place.kind === 'local') {
    const { index } = place;
    return (f) => {
      const value = f.slots[index];
      if (value === undefined) throw unset(name, false);
      return value;
    };
  }
  if (place.kind === 'outer') {
    const { depth, index } = place;
    return (f) => {
      const value = outward(f, depth).slots[index];
      if (value === undefined) throw unset(name, true);
      return value;
    };
  }
  const around = scope.outer(name);
  return (f) => {
    const own = f.dict?.get(name);
    if (own !== undefined) return own;
    if (around.kind !== 'outer') return fromGlobals();
    const value = outward(f, around.depth).slots[around.index];
    if (value === undefined) throw unset(name, true);
    return value;
  };
}

/** @typedef {(f: Frame, value: any) => void} Store */

/** Assigns a variable. @param {string} name @param {Context} c @returns {Store} */
export function storeName(name, { scope, session: { globals } }) {
  const place = scope.place(name);
  switch (place.kind) {
    case 'global':
      return (_, value) => void globals.set(name, value);
    case 'local': {
      const { index } = place;
      return (f, value) => {
        f.slots[index] = value;
      };
    }
    case 'class':
      return (f, value) => void (/** @type {Map<string, any>} */ (f.dict).set(name, value));
    default: {
      const { depth, index } = place;
      return (f, value) => {
        outward(f, depth).slots[index] = value;
      };
    }
  }
}

/** @param {string} name @param {Context} c @returns {(f: Frame) => void} */
export function deleteName(name, c) {
  const {
    scope,
    session: { globals },
  } = c;
  const place = scope.place(name);
  if (place.kind === 'global') {
    return () => {
      if (!globals.delete(name)) throw unknownName(name);
    };
  }
  const read = load(name, c);
  const store = storeName(name, c);
  return (f) => {
    read(f);
    if (place.kind === 'class') f.dict?.delete(name);
    else store(f, undefined);
  };
}

/**
 * Assigns to a target. What stands in it (`a[i]`, `a.b`) is evaluated by `parts`, before the value is stored, each time.
 * @param {any} node
 * @param {Context} c
 * @returns {{ parts: Run[], store: (f: Frame, value: any, parts: any[]) => void }}
 */
export function target(node, c) {
  switch (node.kind) {
    case 'Name': {
      const store = storeName(node.id, c);
      return { parts: [], store };
    }
    case 'Attribute': {
      const { attr } = node;
      return { parts: [compile(node.value, c)], store: (_, value, [object]) => setAttribute(object, attr, value) };
    }
    case 'Subscript':
      return {
        parts: [compile(node.value, c), compile(node.slice, c)],
        store: (_, value, [object, key]) => setItem(object, key, value),
      };
    case 'Starred':
      return target(node.value, c);
    default:
      return several(node, c);
  }
}

/** @param {any} node @param {Context} c */
function several(node, c) {
  const targets = node.elts.map((/** @type {any} */ one) => assigning(one, c));
  const star = node.elts.findIndex((/** @type {any} */ one) => one.kind === 'Starred');
  const count = targets.length;
  const spread =
    star < 0
      ? (/** @type {any} */ value) => unpack(value, count)
      : (/** @type {any} */ value) => unpackStarred(value, star, count - star - 1);
  return {
    parts: [],
    store: (/** @type {Frame} */ f, /** @type {any} */ value) => {
      const values = spread(value);
      for (let i = 0; i < count; i++) targets[i](f, values[i]);
    },
  };
}

/** Assigns at once, without a pause. @param {any} node @param {Context} c @returns {Store} */
export function assigning(node, c) {
  const { parts, store } = target(node, c);
  if (parts.length === 0) return /** @type {Store} */ (store);
  return (f, value) =>
    store(
      f,
      value,
      parts.map((part) => part(f)),
    );
}

/** @param {any} node @param {Context} c @returns {Run} */
export function deleting(node, c) {
  if (node.kind === 'Name') return deleteName(node.id, c);
  if (node.kind === 'Tuple' || node.kind === 'List') {
    const all = node.elts.map((/** @type {any} */ one) => deleting(one, c));
    return (f) => {
      for (const one of all) one(f);
    };
  }
  const object = compile(node.value, c);
  if (node.kind === 'Attribute') return (f) => deleteAttribute(object(f), node.attr);
  const key = compile(node.slice, c);
  return combined(
    [object, key],
    (f) => deleteItem(object(f), key(f)),
    (_, [a, b]) => deleteItem(a, b),
  );
}
