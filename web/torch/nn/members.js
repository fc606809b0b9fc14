// What a module holds: its parameters and modules, found among its own properties when they are asked for.

import { Parameter } from '../tensor/parameter.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('./module.js').Module} Module
 */

/** The classes of modules: the base registers itself, because it needs what stands here. @type {any[]} */
const bases = [];

/** Lets the instances of a class count as modules. @param {any} type */
export const registerBase = (type) => bases.push(type);

/** @param {unknown} value */
const isModule = (value) => bases.some((type) => value instanceof type);

/** @param {string} prefix @param {string} name */
const dotted = (prefix, name) => (prefix === '' ? name : `${prefix}.${name}`);

/** The own parameters, in the order in which they were set. @param {Module} module @returns {[string, Tensor][]} */
export const ownParameters = (module) =>
  /** @type {any} */ (Object.entries(module).filter(([, value]) => value instanceof Parameter));

/** The own modules, in the order in which they were set. @param {Module} module @returns {[string, Module][]} */
export const ownModules = (module) =>
  /** @type {any} */ (Object.entries(module).filter(([, value]) => isModule(value)));

/**
 * A module and those within it, at any depth.
 * @param {Module} module
 * @param {Set<Module>} seen what is left out
 * @param {string} prefix
 * @param {boolean} once whether a module in several places comes once
 * @returns {Generator<[string, Module], undefined>}
 */
export function* namedModules(module, seen, prefix, once) {
  if (seen.has(module)) return;
  if (once) seen.add(module);
  yield [prefix, module];
  for (const [name, child] of ownModules(module)) yield* namedModules(child, seen, dotted(prefix, name), once);
}

/**
 * @param {Module} module
 * @returns {Generator<[string, Module], undefined>} each once
 */
export function* namedChildren(module) {
  const seen = new Set();
  for (const [name, child] of ownModules(module)) {
    if (seen.has(child)) continue;
    seen.add(child);
    yield [name, child];
  }
}

/**
 * The parameters of a module, and of those within it.
 * @param {Module} module
 * @param {string} prefix
 * @param {boolean} recurse whether into the modules within
 * @param {boolean} once whether a parameter in several places comes once
 * @returns {Generator<[string, Tensor], undefined>}
 */
export function* namedParameters(module, prefix, recurse, once) {
  const seen = new Set();
  const modules = recurse ? namedModules(module, new Set(), prefix, once) : [/** @type {const} */ ([prefix, module])];
  for (const [place, owner] of modules) {
    for (const [name, parameter] of ownParameters(owner)) {
      if (seen.has(parameter)) continue;
      if (once) seen.add(parameter);
      yield [dotted(place, name), parameter];
    }
  }
}

/** The second of each pair. @template T @param {Iterable<[string, T]>} pairs @returns {Generator<T, undefined>} */
export function* valuesOf(pairs) {
  for (const [, value] of pairs) yield value;
}

/**
 * A module's text as Python's `nn.Module.__repr__` writes it: what it tells of itself, then its modules, indented.
 * @param {Module} module
 */
export function moduleText(module) {
  const extra = module.extra_repr();
  const own = extra === '' ? [] : extra.split('\n');
  const children = ownModules(module).map(([name, child]) => `(${name}): ${String(child).replaceAll('\n', '\n  ')}`);
  const { name } = module.constructor;
  if (children.length === 0 && own.length < 2) return `${name}(${extra})`;
  return `${name}(\n  ${[...own, ...children].join('\n  ')}\n)`;
}
