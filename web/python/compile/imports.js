// import: modules by their names, from a table.

import { find, getAttribute } from '../operations/objects.js';
import { Module } from '../values/containers.js';
import { raised } from '../values/exceptions.js';
import { kDict } from '../values/types.js';
import { define } from './compiler.js';
import { storeName } from './names.js';

/** How modules are found; set by ../host/table.js. @type {{ find: (name: string) => any }} */
export const modules = { find: () => undefined };

/** A module by its dotted name. @param {string} name @returns {any} */
export function importModule(name) {
  const parts = name.split('.');
  let module = modules.find(parts[0]);
  if (module === undefined) throw noModule(parts[0], `No module named '${parts[0]}'`);
  let path = parts[0];
  for (const part of parts.slice(1)) {
    path += `.${part}`;
    const next = modules.find(path) ?? (module instanceof Module ? find(module, part) : undefined);
    if (!(next instanceof Module)) throw noModule(path, `No module named '${path}'`);
    module = next;
  }
  return module;
}

/** @param {string} name @param {string} message */
function noModule(name, message) {
  const error = raised('ModuleNotFoundError', message);
  error[kDict].set('name', name);
  return error;
}

/** @param {Module} module @param {string} path @param {string} name */
function member(module, path, name) {
  const found = find(module, name) ?? modules.find(`${path}.${name}`);
  if (found !== undefined) return found;
  throw raised('ImportError', `cannot import name '${name}' from '${path}' (unknown location)`);
}

define({
  Import(node, c) {
    const all = node.names.map((/** @type {any} */ { name, as }) => ({
      name,
      as,
      store: storeName(as ?? name.split('.')[0], c),
    }));
    return (f) => {
      c.session.hasImported = true;
      for (const { name, as, store } of all) {
        const module = importModule(name);
        store(f, as === null ? importModule(name.split('.')[0]) : module);
      }
    };
  },
  ImportFrom({ module: path, names }, c) {
    if (path === '__future__') return () => undefined;
    if (names[0].name === '*') {
      return () => {
        c.session.hasImported = true;
        for (const [name, value] of publicNames(importModule(path))) c.session.globals.set(name, value);
      };
    }
    const all = names.map((/** @type {any} */ { name, as }) => ({ name, store: storeName(as ?? name, c) }));
    return (f) => {
      c.session.hasImported = true;
      const module = importModule(path);
      for (const { name, store } of all) store(f, member(module, path, name));
    };
  },
});

/** What `from module import *` brings. @param {Module} module @returns {[string, any][]} */
function publicNames(module) {
  const names = new Set([...module.dict.keys(), ...(module.names?.() ?? [])]);
  return [...names].filter((name) => !name.startsWith('_')).map((name) => [name, getAttribute(module, name)]);
}
