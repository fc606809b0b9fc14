// The modules that PyTorch's classes are written in: torch.nn.parameter, torch.nn.modules.activation, torch.optim.sgd.

import { find } from '../operations/objects.js';
import { Module } from '../values/containers.js';
import { Builtin, Type } from '../values/types.js';

/** @param {Type} type @param {string} path */
const isIn = (type, path) => type.module === path || type.module.startsWith(`${path}.`);

/** @param {Module} owner @returns {string[]} */
const namesOf = (owner) => [...new Set([...owner.dict.keys(), ...(owner.names?.() ?? [])])];

/**
 * A module within a namespace, in which some of the namespace's classes are written; undefined where none is.
 * @param {Module} owner the namespace
 * @param {string} path
 * @returns {Module | undefined}
 */
export function homeOf(owner, path) {
  if (owner.name === 'torch') return undefined; // whose own classes are C++'s
  const own = namesOf(owner).filter((name) => {
    const value = find(owner, name);
    return value instanceof Type && isIn(value, path);
  });
  if (own.length === 0) return undefined;
  const home = new Module(path, new Map(), (name) => {
    if (own.includes(name)) return find(owner, name);
    // Functions do not say where they are written.
    const found = namesOf(owner).includes(name) ? find(owner, name) : undefined;
    return found instanceof Builtin ? found : homeOf(owner, `${path}.${name}`);
  });
  home.names = () => own;
  return home;
}
