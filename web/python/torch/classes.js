// torchlet's classes as Python's types: modules, optimisers, datasets, dtypes; what programs derive from them.

import { Node } from '../../torch/autograd/graph.js';
import { isModule } from '../../torch/nn/members.js';
import { Optimizer } from '../../torch/optim/optimizer.js';
import { isTensor, TensorBase } from '../../torch/storage/base.js';
import { Tensor } from '../../torch/tensor/tensor.js';
import { addMethods, fn } from '../operations/arguments.js';
import { addressOf } from '../text/repr.js';
import { raised } from '../values/exceptions.js';
import { iteratorOf, PyIterator } from '../values/iterators.js';
import {
  Builtin,
  builtinType,
  isRegistered,
  kDict,
  Member,
  nameOf,
  registerType,
  Type,
  typeOf,
} from '../values/types.js';
import { behind, fromTorch, ObjectMethod, toArguments, toTorch, wrapping } from './convert.js';
import { Facts } from './kinds.js';
import { ObjectDict } from './object_dict.js';
import { tensorType } from './tensors.js';

/** What Python sets on objects of torchlet's. @type {WeakMap<object, Map<string, any>>} */
const dicts = new WeakMap();
const kNone = new Map();

/** @param {any} object @returns {Map<string, any>} */
export function namesOf(object) {
  let names = dicts.get(object);
  if (names === undefined) {
    names = new Map();
    dicts.set(object, names);
  }
  return names;
}

/** @param {object} prototype whose objects get names of Python's */
function givesDict(prototype) {
  Object.defineProperty(prototype, kDict, {
    configurable: true,
    get() {
      return dicts.get(this) ?? kNone;
    },
  });
}

/** Properties of functions and objects of JavaScript's that are none of Python's. */
const hidden = new Set([
  'constructor',
  'prototype',
  'call',
  'bind',
  'caller',
  'arguments',
  'toString',
  'toJSON',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  '__proto__',
  'part',
  'at',
  'get',
  'batches',
  'begin',
  'checked',
  'draw',
  'either',
  'put',
  'shapeOf',
  'make',
]);

/** What a JavaScript object has under a name. @param {any} object @param {string} name */
export function ofHost(object, name) {
  if (hidden.has(name) && !Object.hasOwn(object, name)) return undefined;
  if (name.startsWith('__') || name.includes('.')) return undefined;
  if (typeof object === 'function' && !Object.hasOwn(object, name) && (name === 'name' || name === 'length'))
    return undefined;
  if (!(name in object)) return undefined;
  const value = object[name];
  if (typeof value !== 'function' || Object.hasOwn(object, name))
    return value === undefined ? undefined : fromTorch(value);
  if (
    value === Function.prototype[/** @type {'apply'} */ (name)] ||
    value === Object.prototype[/** @type {'toString'} */ (name)]
  )
    return undefined;
  const Method = isTensor(object) ? Builtin : ObjectMethod;
  const qualname = `${ownerOf(object, name)}.${name}`;
  const method = new Method(name, (args, keywords) => {
    const result = fromTorch(value.apply(object, toArguments(args, keywords)));
    if (result instanceof PyIterator && result.name === 'generator') result.qualname = qualname;
    return result;
  });
  method.isMethod = false;
  if (!isTensor(object)) Object.assign(method, { qualname, self: object });
  return method;
}

/** The class that has a method, as PyTorch's have them: each optimiser has its own step. @param {any} object @param {string} name @returns {string} */
function ownerOf(object, name) {
  let at = object;
  if (object instanceof Optimizer && name === 'step') return object.constructor.name;
  while (!Object.hasOwn(at, name)) at = Object.getPrototypeOf(at);
  return at.constructor.name;
}

/** The types of JavaScript's classes. @type {Map<any, Type>} */
const types = new Map();

/** Says that a class of JavaScript's is a program's own. @param {any} hosts @param {Type} type */
export const adopt = (hosts, type) => types.set(hosts, type);

/** The class's full name as PyTorch has it. @param {any} hosts */
function pathOf(hosts) {
  const found = Object.hasOwn(hosts, 'toString') ? /^<class '(.+)\.(\w+)'>$/.exec(String(hosts)) : null;
  return found ? [found[1], found[2]] : [places[hosts.name] ?? 'torch', hosts.name];
}
/** @type {Record<string, string>} */
const places = {
  Module: 'torch.nn.modules.module',
  Optimizer: 'torch.optim.optimizer',
  Dataset: 'torch.utils.data.dataset',
  DataLoader: 'torch.utils.data.dataloader',
  Sampler: 'torch.utils.data.sampler',
  LRScheduler: 'torch.optim.lr_scheduler',
  AutogradFunction: 'torch.autograd.function',
  Parameter: 'torch.nn.parameter',
  RemovableHandle: 'torch.utils.hooks',
  SeededGenerator: 'torch._C',
  Context: 'torch.autograd.function',
};
/** @type {Record<string, string>} */
const renamed = { AutogradFunction: 'Function', SeededGenerator: 'Generator' };

/** What prepares the type of a class, by the class; see ./modules.js. @type {Map<any, (type: Type) => void>} */
export const preparations = new Map();

/** What prepares the types of a class and of those that PyTorch derives from it. @type {Map<any, (type: Type) => void>} */
export const families = new Map();

/** The steps of the graph are of one class here; PyTorch has one for each kind. @type {Map<string, Type>} */
const kinds = new Map();
preparations.set(Node, (type) => {
  type.dict.set(
    '__class__',
    new Member((node) => {
      const name = node.label;
      const kind = kinds.get(name) ?? builtinType(name, type);
      kinds.set(name, kind);
      return kind;
    }),
  );
});

/** A method found on its class, which is called with the object: nn.Linear.forward(self, x). @param {Type} type @param {string} name */
function unbound(type, name) {
  const { hosts } = type;
  if (hosts === undefined || hidden.has(name) || name.startsWith('__')) return undefined;
  const named = Object.getOwnPropertyDescriptor(holderOf(hosts.prototype, name) ?? {}, name);
  if (typeof named?.value !== 'function' || isClass(named.value)) return undefined;
  const method = new Builtin(name, ([self, ...args], keywords) =>
    fromTorch(named.value.apply(self, toArguments(args, keywords))),
  );
  return Object.assign(method, { kind: 'function', qualname: `${type.name}.${name}`, module: type.module });
}

/** The prototype that has a name. @param {any} prototype @param {string} name @returns {any} */
function holderOf(prototype, name) {
  for (let at = prototype; at !== null && at !== Object.prototype; at = Object.getPrototypeOf(at))
    if (Object.hasOwn(at, name)) return at;
  return undefined;
}

/** The Python type of a JavaScript class. @param {any} hosts a class, or a function that makes objects @returns {Type} */
export function typeFor(hosts) {
  const own = hosts.prototype.constructor;
  // Behind a proxy that makes objects without `new` stands the class.
  if (own !== hosts && own?.prototype === hosts.prototype) return typeFor(own);
  const known = types.get(hosts);
  if (known) return known;
  const above = Object.getPrototypeOf(hosts.prototype);
  const parent = parentOf(above);
  const [module, name] = pathOf(hosts);
  const type = builtinType(renamed[name] ?? name, parent, module);
  type.isOfC = module === 'torch._C';
  type.hosts = hosts;
  types.set(hosts, type);
  registerType(hosts.prototype, type);
  type.make = (own, args, keywords) => fromTorch(Reflect.construct(own.hosts, toArguments(args, keywords)));
  type.findSuper = (self, name) => {
    if (!Object.hasOwn(hosts.prototype, name) || hidden.has(name)) return undefined;
    const value = Reflect.get(hosts.prototype, name, self);
    if (typeof value !== 'function') return fromTorch(value);
    const method = new Builtin(name, (args, keywords) => fromTorch(value.apply(self, toArguments(args, keywords))));
    method.isMethod = false;
    return method;
  };
  if (parent === undefined) addBasics(type, hosts.prototype);
  preparations.get(hosts)?.(type);
  for (const [base, prepare] of families) if (hosts === base || hosts.prototype instanceof base) prepare(type);
  return type;
}

/** @param {any} prototype */
function parentOf(prototype) {
  for (let at = prototype; at && at !== Object.prototype && at !== Function.prototype; at = Object.getPrototypeOf(at)) {
    if (at === Tensor.prototype) return tensorType;
    const own = Object.hasOwn(at, 'constructor') ? at.constructor : undefined;
    if (own && own.prototype === at && own !== Object && own !== Function) return typeFor(own);
  }
  return undefined;
}

/** What all types of torchlet's classes have. @param {Type} type @param {object} prototype */
function addBasics(type, prototype) {
  givesDict(prototype);
  type.findOwn = ofHost;
  type.findStatic = (own, name) => {
    const value =
      own.hosts && !hidden.has(name) && !name.startsWith('__') && name !== 'name' && name !== 'length'
        ? own.hosts[name]
        : undefined;
    return value === undefined || value === Function.prototype[/** @type {'apply'} */ (name)]
      ? unbound(own, name)
      : fromTorch(typeof value === 'function' ? value.bind(own.hosts) : value);
  };
  type.setOwn = (object, name, value) => {
    if (name in object && !hidden.has(name)) object[name] = toTorch(value);
    else namesOf(object).set(name, value);
    return true;
  };
  addMethods(type, {
    __len__: (object) => {
      if (typeof object.length !== 'number')
        throw raised('TypeError', `object of type '${nameOf(object)}' has no len()`);
      return BigInt(object.length);
    },
    __iter__: (object) => {
      if (typeof object[Symbol.iterator] !== 'function')
        throw raised('TypeError', `'${nameOf(object)}' object is not iterable`);
      return iteratorOf(mapped(object), 'generator');
    },
    __bool__: () => true,
    __repr__: (object) => textOf(object),
  });
}

/** @param {Iterable<any>} items */
function* mapped(items) {
  for (const one of items) yield fromTorch(one);
}

/** @param {any} object */
function textOf(object) {
  if (object instanceof Node) {
    // Those of a program's own functions are classes of a module; the others end in a number.
    const place = object.label.endsWith('Backward') ? 'torch.autograd.function.' : '';
    return `<${place}${object.label} object at ${addressOf(object)}>`;
  }
  const type = typeOf(object);
  if (type.isUsers && !object.extra_repr && object.toString === Object.prototype.toString)
    return `<${type.module}.${type.qualname} object at ${addressOf(object)}>`;
  return object.toString === Object.prototype.toString || object.toString === Function.prototype.toString
    ? `<${type.fullName} object at ${addressOf(object)}>`
    : String(object);
}

/** JavaScript's own prototypes, whose objects are no instances of anything. */
const plainPrototypes = new Set([Object.prototype, null]);

/** Functions of torchlet's as Python's, each once. @type {WeakMap<Function, any>} */
const functions = new WeakMap();

/** Whether a function makes objects of a class. @param {any} value */
const isClass = (value) => {
  const { prototype } = value;
  if (prototype === undefined || prototype === null) return false;
  if (Object.getOwnPropertyNames(prototype).length > 1 || Object.getPrototypeOf(prototype) !== Object.prototype)
    return true;
  return /^class\b/.test(Function.prototype.toString.call(value));
};

/** What is a class though it has nothing of its own, or a proxy of one. @type {WeakMap<object, Type>} */
export const classes = new WeakMap();

/** Views of plain objects, each once. @type {WeakMap<object, ObjectDict>} */
const views = new WeakMap();

wrapping.wrap = (value) => {
  if (typeof value === 'function') {
    const prototype = Object.getPrototypeOf(value);
    if (isModule(value)) {
      typeFor(prototype.constructor);
      return value;
    }
    const known = classes.get(value);
    if (known) return known;
    if (isClass(value)) return typeFor(value);
    let made = functions.get(value);
    if (made === undefined) {
      made = fn(value.name, (args, keywords) => fromTorch(value(...toArguments(args, keywords))));
      behind.set(made, value);
      functions.set(value, made);
    }
    return made;
  }
  const prototype = Object.getPrototypeOf(value);
  if (plainPrototypes.has(prototype)) {
    if (Object.hasOwn(value, 'toString')) return new Facts(value);
    let view = views.get(value);
    if (view === undefined) {
      view = new ObjectDict(value);
      views.set(value, view);
    }
    return view;
  }
  if (isHost(prototype) && !isRegistered(prototype)) typeFor(prototype.constructor);
  return value;
};

/** @param {any} prototype */
const isHost = (prototype) => prototype !== null && Object.hasOwn(prototype, 'constructor');

registerType(TensorBase.prototype, tensorType);
