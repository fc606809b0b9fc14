// torch.nn.Sequential, ModuleList and ModuleDict: modules of modules in order.

import { AssertionError, IndexError, KeyError, ValueError } from '../../core/errors.js';
import { bindPython, isKeywords, typeName } from '../arguments/signature.js';
import { isModule, ownModules } from './members.js';
import { callable, Module } from './module.js';

/** @typedef {import('../tensor/tensor.js').Tensor} Tensor */

/** @param {any} container */
const modulesOf = (container) => ownModules(container).map(([, module]) => module);

/** @param {any} container @param {any} index of Python's, perhaps negative @param {number} last what it may be at most */
function placeOf(container, index, last = container.length - 1) {
  const place = index < 0 ? index + container.length : index;
  if (place < 0 || place > last) throw new IndexError(`index ${index} is out of range`);
  return place;
}

/** Puts modules in place of those of a list, under names or '0', '1'… @param {any} list @param {any[]} modules @param {string[]} [names] */
function renumber(list, modules, names = []) {
  for (const [name] of ownModules(list)) delete list[name];
  modules.forEach((module, i) => {
    list.add_module(names[i] ?? String(i), module);
  });
  return list;
}

/** The places that Python's slice takes of so many. @param {string} key @param {number} count */
export function placesOf(key, count) {
  const [from, to, by] = key.split(':').map((text) => (text ? Number(text) : undefined));
  const step = by ?? 1;
  if (step === 0) throw new ValueError('slice step cannot be zero');
  const [low, high] = step > 0 ? [0, count] : [-1, count - 1];
  const bound = (/** @type {number} */ i) => Math.min(Math.max(i < 0 ? i + count : i, low), high);
  const [start, end] = [
    from === undefined ? (step > 0 ? low : high) : bound(from),
    to === undefined ? (step > 0 ? high : low) : bound(to),
  ];
  return Array.from({ length: Math.max(0, Math.ceil((end - start) / step)) }, (_, i) => start + i * step);
}

/** Where a name is found nowhere else: `net[0]` and `net[-1]` of modules that have other names, `net['1:3']`. @type {ProxyHandler<any>} */
const byIndex = {
  set(target, key, value, receiver) {
    if (typeof key !== 'string' || !/^-?\d+$/.test(key) || !receiver.at)
      return Reflect.set(target, key, value, receiver);
    receiver.add_module(ownModules(receiver)[placeOf(receiver, Number(key))][0], value);
    return true;
  },
  get(target, key, receiver) {
    if (typeof key === 'string' && /^-?\d+$/.test(key) && receiver.at) return receiver.at(Number(key));
    if (typeof key === 'string' && /^-?\d*:-?\d*(:-?\d*)?$/.test(key) && receiver.part) return receiver.part(key);
    return Reflect.get(target, key, receiver);
  },
};

/**
 * A class whose instances are made with or without `new`.
 * @param {string} name
 * @param {(module: any, args: any[]) => void} construct
 * @param {object} members
 * @returns {any}
 */
export function containerClass(name, construct, members) {
  /** @param {any[]} args */
  function type(...args) {
    const module = callable(new.target ?? type);
    construct(module, args);
    return module;
  }
  Object.defineProperty(type, 'name', { value: name });
  Object.setPrototypeOf(type, Module);
  const descriptors = Object.getOwnPropertyDescriptors(members);
  type.prototype = Object.create(new Proxy(Object.create(Module.prototype), byIndex), {
    constructor: { value: type, writable: true, configurable: true },
    ...descriptors,
  });
  return Object.defineProperty(type, 'toString', { value: () => `<class 'torch.nn.modules.container.${name}'>` });
}

/** @param {any} list @param {unknown} modules */
const noIterable = (list, modules) =>
  list instanceof ModuleList
    ? `ModuleList.extend should be called with an iterable, but got ${typeName(modules)}`
    : `'${typeName(modules)}' object is not iterable`;

/** @param {number} index @param {any} module @param {number} count */
function checkInsert(index, module, count) {
  if (!isModule(module)) throw new AssertionError("module should be of type: <class 'torch.nn.modules.module.Module'>");
  if (index < -count || index > count) throw new IndexError(`Index out of range: ${index}`);
}

/** What Sequential and ModuleList share. */
const ordered = {
  get length() {
    return ownModules(/** @type {any} */ (this)).length;
  },
  /** The module at an index, which may be negative as in Python. @this {any} @param {number} index */
  at(index) {
    return modulesOf(this)[placeOf(this, index)];
  },
  /** @this {any} */
  [Symbol.iterator]() {
    return modulesOf(this)[Symbol.iterator]();
  },
  /** Adds a module at the end. @this {any} @param {any[]} args the module */
  append(...args) {
    const owner = this instanceof Sequential ? 'Sequential' : 'ModuleList';
    const [module] = args.length === 1 ? args : bindPython(`${owner}.append`, ['module'], args, true);
    this.add_module(String(this.length), module);
    return this;
  },
  /** Adds several at the end. @this {any} @param {Iterable<any>} modules */
  extend(modules) {
    if (modules?.[Symbol.iterator] === undefined) throw new TypeError(noIterable(this, modules));
    for (const module of modules) this.append(module);
    return this;
  },
  /** Adds a module before an index. @this {any} @param {number} index @param {any} module */
  insert(index, module) {
    const modules = modulesOf(this);
    const names = ownModules(/** @type {any} */ (this)).map(([name]) => name);
    if (this instanceof Sequential) {
      checkInsert(index, module, modules.length);
      // PyTorch moves them by their numbers.
      const from = index < 0 ? index + modules.length : index;
      for (let i = modules.length - 1; i >= from; i--) if (!Object.hasOwn(this, i)) throw new KeyError(String(i));
    }
    modules.splice(index < 0 ? index + modules.length : index, 0, module);
    return renumber(this, modules, names);
  },
  /** Takes the module at an index out. @this {any} @param {number} index */
  pop(index) {
    if (index === undefined)
      throw new TypeError(`${this.constructor.name}.pop() missing 1 required positional argument: 'key'`);
    if (!Number.isInteger(index))
      throw new TypeError(`'${typeName(index)}' object cannot be interpreted as an integer`);
    const modules = modulesOf(this);
    const [module] = modules.splice(placeOf(this, index), 1);
    renumber(this, modules);
    return module;
  },
};

/** Getters and methods together, which a spread would read. @param {object[]} parts */
const together = (...parts) =>
  Object.defineProperties({}, Object.assign({}, ...parts.map(Object.getOwnPropertyDescriptors)));

/**
 * Modules that are called one after the other: given one by one, or as an object of names. `net[0]`, `net.length`,
 * iteration, `append`, `at(-1)`.
 * @type {any}
 * @example String(torch.nn.Sequential(torch.nn.ReLU())) // 'Sequential(\n  (0): ReLU()\n)'
 */
export const Sequential = containerClass(
  'Sequential',
  (module, args) => {
    const isNamed = args.length === 1 && (isKeywords(args[0]) || args[0] instanceof Map);
    const named = isNamed ? (args[0] instanceof Map ? args[0] : Object.entries(args[0])) : args.entries();
    for (const [name, child] of named) module.add_module(String(name), child);
  },
  together(ordered, {
    /** The modules of a slice, under their names: what `net['1:3']` gives. @this {any} @param {string} key */
    part(key) {
      const all = ownModules(this);
      return new this.constructor(new Map(placesOf(key, all.length).map((i) => all[i])));
    },
    /** @this {any} @param {any[]} args the input */
    forward(...args) {
      let [value] =
        args.length === 1 && !isKeywords(args[0]) ? args : bindPython('Sequential.forward', ['input'], args, true);
      for (const module of modulesOf(this)) value = module(value);
      return value;
    },
  }),
);

/**
 * Equal neighbours as one line, `(0-2): 3 x Linear(…)`.
 * @param {string} name @param {any[]} modules
 */
function listText(name, modules) {
  /** @type {[number, number, string][]} */ const blocks = [];
  modules.forEach((module, i) => {
    const text = String(module);
    const last = blocks.at(-1);
    if (last?.[2] === text) last[1] = i;
    else blocks.push([i, i, text]);
  });
  if (blocks.length === 0) return `${name}()`;
  const lines = blocks.map(([from, to, text]) => {
    const line = from === to ? `(${from}): ${text}` : `(${from}-${to}): ${to - from + 1} x ${text}`;
    return line.replaceAll('\n', '\n  ');
  });
  return `${name}(\n  ${lines.join('\n  ')}\n)`;
}

/**
 * A list of modules, each of which counts as the list's own; it is not called itself.
 * @type {any}
 * @example torch.nn.ModuleList([torch.nn.ReLU(), torch.nn.Tanh()]).length // 2
 */
export const ModuleList = containerClass(
  'ModuleList',
  (module, [modules]) => {
    if (modules) module.extend(modules);
  },
  together(ordered, {
    /** The modules of a slice as another list: what `list['1:3']` gives. @this {any} @param {string} key */
    part(key) {
      const all = modulesOf(this);
      return new this.constructor(placesOf(key, all.length).map((i) => all[i]));
    },
    /** @this {any} */
    toString() {
      return listText(this.constructor.name, modulesOf(this));
    },
  }),
);

/**
 * Modules by names: `net.act` or `net['act']`, keys(), values(), items(), pop(name), update(object).
 * @type {any}
 * @example [...torch.nn.ModuleDict({ act: torch.nn.ReLU() }).keys()] // ['act']
 */
export const ModuleDict = containerClass(
  'ModuleDict',
  (module, [modules]) => {
    if (modules) module.update(modules);
  },
  {
    get length() {
      return ownModules(/** @type {any} */ (this)).length;
    },
    /** @this {any} */
    [Symbol.iterator]() {
      return this.keys();
    },
    /** @this {any} */
    keys() {
      return ownModules(this)
        .map(([name]) => name)
        [Symbol.iterator]();
    },
    /** @this {any} */
    values() {
      return modulesOf(this)[Symbol.iterator]();
    },
    /** @this {any} */
    items() {
      return ownModules(this)[Symbol.iterator]();
    },
    /** @this {any} */
    clear() {
      for (const name of this.keys()) delete this[name];
    },
    /** @this {any} @param {string} name */
    pop(name) {
      const module = this[name];
      if (!isModule(module)) throw new KeyError(name);
      delete this[name];
      return module;
    },
    /** Adds those of an object, a Map, a ModuleDict or pairs. @this {any} @param {any} modules */
    update(modules) {
      if (typeof modules !== 'object' && typeof modules !== 'string' && !isModule(modules)) {
        throw new TypeError(
          `ModuleDict.update should be called with an iterable of key/value pairs, but got ${typeName(modules)}`,
        );
      }
      const pairs = isModule(modules) ? modules.items() : isKeywords(modules) ? Object.entries(modules) : modules;
      let i = 0;
      for (const pair of pairs) {
        const which = `ModuleDict update sequence element #${i++}`;
        if (typeof pair?.[Symbol.iterator] !== 'function')
          throw new TypeError(`${which} should be Iterable; is${typeName(pair)}`);
        if (pair.length !== 2) throw new ValueError(`${which} has length ${pair.length}; 2 is required`);
        this.add_module(pair[0], pair[1]);
      }
    },
  },
);
