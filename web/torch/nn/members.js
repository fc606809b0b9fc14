// What a module holds: its parameters, buffers and modules, found among its own properties when they are asked for.

import { isTensor } from '../storage/base.js';
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
export const isModule = (value) => bases.some((type) => value instanceof type);

/** @param {string} prefix @param {string} name */
const dotted = (prefix, name) => (prefix === '' ? name : `${prefix}.${name}`);

/** The own parameters, in the order in which they were set. @param {Module} module @returns {[string, Tensor][]} */
export const ownParameters = (module) =>
  /** @type {any} */ (Object.entries(module).filter(([, value]) => value instanceof Parameter));

/** Which properties of a module are buffers, and whether its state has them. @type {WeakMap<Module, Map<string, boolean>>} */
const buffers = new WeakMap();

/** @param {Module} module @param {string} name @param {boolean} persistent whether `state_dict` has it */
export function markBuffer(module, name, persistent) {
  const names = buffers.get(module) ?? new Map();
  buffers.set(module, names.set(name, persistent));
}

/** @param {Module} module @param {string} name */
export const isBuffer = (module, name) => buffers.get(module)?.has(name) ?? false;

/**
 * The own buffers that are tensors, in the order in which they were registered.
 * @param {Module} module
 * @param {boolean} [persistent] whether only those that `state_dict` has
 * @returns {[string, Tensor][]}
 */
export const ownBuffers = (module, persistent = false) =>
  [...(buffers.get(module) ?? [])]
    .filter(([name, kept]) => (kept || !persistent) && isTensor(/** @type {any} */ (module)[name]))
    .map(([name]) => [name, /** @type {any} */ (module)[name]]);

/** Names of a module's that are modules' though they hold null. @type {WeakMap<Module, Set<string>>} */
const vacant = new WeakMap();

/** @param {Module} module @param {string} name */
export function markVacant(module, name) {
  vacant.set(module, (vacant.get(module) ?? new Set()).add(name));
}

/** Whether a name of a module's is a module's, which it may not hold yet, or no more. @param {Module} module @param {string} name */
export function isModuleName(module, name) {
  const value = Object.getOwnPropertyDescriptor(module, name)?.value;
  return isModule(value) || (value === null && (vacant.get(module)?.has(name) ?? false));
}

/**
 * JavaScript lists properties named by numbers first, by size. Where that is not the order in which modules were set: after which other
 * name each stands, in the order of their setting.
 * @type {WeakMap<Module, Map<string, string | null>>}
 */
const numbered = new WeakMap();

/** Notes where a module that is about to be set under a name comes among the others. @param {Module} module @param {string} name */
export function noteOrder(module, name) {
  if (!/^(0|[1-9]\d*)$/.test(name) || Object.hasOwn(module, name)) return;
  const names = ownModules(module).map(([own]) => own);
  const order = numbered.get(module) ?? new Map();
  order.delete(name);
  const after = names.findLast((own) => !/^\d+$/.test(own)) ?? null;
  const isPlain = after === null && order.size === 0 && names.every((own) => Number(own) < Number(name));
  if (!isPlain) numbered.set(module, order.set(name, after));
}

/** The own modules, in the order in which they were set. @param {Module} module @returns {[string, Module][]} */
export const ownModules = (module) =>
  /** @type {[string, Module][]} */ (namedModulesOf(module).filter(([, child]) => child !== null));

/** The names of the own modules with what they hold. @param {Module} module @returns {[string, Module | null][]} */
export function namedModulesOf(module) {
  const all = /** @type {[string, any][]} */ (
    Object.entries(module).filter(([name, value]) => isModule(value) || (value === null && isModuleName(module, name)))
  );
  const order = numbered.get(module);
  if (order === undefined) return all;
  const found = new Map(all);
  /** @type {(before: string | null) => [string, any][]} */
  const behind = (before) =>
    [...order].flatMap(([name, after]) => (after === before && found.has(name) ? [[name, found.get(name)]] : []));
  const others = all.filter(([name]) => !order.has(name));
  const isNumber = (/** @type {[string, any]} */ [name]) => /^\d+$/.test(name);
  const rest = others.filter((one) => !isNumber(one));
  return [...others.filter(isNumber), ...behind(null), ...rest.flatMap((one) => [one, ...behind(one[0])])];
}

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
 * The parameters, or the buffers, of a module, and of those within it.
 * @param {Module} module
 * @param {(module: Module) => [string, Tensor][]} own
 * @param {string} prefix
 * @param {boolean} recurse whether into the modules within
 * @param {boolean} once whether a parameter in several places comes once
 * @returns {Generator<[string, Tensor], undefined>}
 */
export function* namedTensors(module, own, prefix, recurse, once) {
  const seen = new Set();
  const modules = recurse ? namedModules(module, new Set(), prefix, once) : [/** @type {const} */ ([prefix, module])];
  for (const [place, owner] of modules) {
    for (const [name, parameter] of own(owner)) {
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
  const children = namedModulesOf(module).map(
    ([name, child]) => `(${name}): ${child === null ? 'None' : String(child).replaceAll('\n', '\n  ')}`,
  );
  const { name } = module.constructor;
  if (children.length === 0 && own.length < 2) return `${name}(${extra})`;
  return `${name}(\n  ${[...own, ...children].join('\n  ')}\n)`;
}
