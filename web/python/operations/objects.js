// Calls and attributes: how an object is called, what is found on it, how classes make their objects.

import { Module } from '../values/containers.js';
import { Exception, raised } from '../values/exceptions.js';
import { noKeywords, PyFunction } from '../values/functions.js';
import { asked } from '../values/hashing.js';
import {
  BoundMethod,
  Builtin,
  ClassMethod,
  Instance,
  kDict,
  Member,
  nameOf,
  objectType,
  Property,
  StaticMethod,
  Type,
  typeOf,
  typeType,
} from '../values/types.js';

/**
 * Calls a Python value.
 * @param {any} callee
 * @param {any[]} args
 * @param {Map<string, any>} [keywords]
 * @returns {any}
 */
export function call(callee, args, keywords = noKeywords) {
  if (callee instanceof PyFunction) return callee.code.run(callee, args, keywords);
  if (callee instanceof Builtin) return callee.call(args, keywords);
  if (callee instanceof BoundMethod) return call(callee.callable, [callee.self, ...args], keywords);
  if (callee instanceof Type) return construct(callee, args, keywords);
  if (callee instanceof StaticMethod) return call(callee.callable, args, keywords);
  const type = typeOf(callee);
  const own = type.lookup('__call__');
  if (own === undefined) throw raised('TypeError', `'${type.told}' object is not callable`);
  return call(bind(own, callee, type), args, keywords);
}
asked.call = call;

/**
 * An object of a class.
 * @param {Type} type
 * @param {any[]} args
 * @param {Map<string, any>} keywords
 */
export function construct(type, args, keywords) {
  if (type === typeType && args.length === 1) {
    const own = typeOf(args[0]);
    const told = own.isUsers ? undefined : own.lookup('__class__');
    return told instanceof Member ? told.get(args[0]) : own;
  }
  if (type === typeType && args.length !== 3) throw raised('TypeError', 'type() takes 1 or 3 arguments');
  if (type === objectType && args.length > 0) throw raised('TypeError', 'object() takes no arguments');
  const called = type.meta?.lookup('__call__');
  if (called !== undefined) return callSpecial(called, type, ...args);
  if (type.isUsers) checkAbstract(type);
  const make = type.lookup('__new__');
  const object =
    make === undefined
      ? make_(type, args, keywords)
      : call(make instanceof StaticMethod ? make.callable : make, [type, ...args], keywords);
  if (!type.isUsers || !typeOf(object).derivesFrom(type)) return object;
  const init = type.lookup('__init__');
  if (init !== undefined) {
    const result = call(init, [object, ...args], keywords);
    if (result !== null) throw raised('TypeError', `__init__() should return None, not '${nameOf(result)}'`);
  } else if (type.make === null && make === undefined && args.length + keywords.size > 0) {
    throw raised('TypeError', `${type.name}() takes no arguments`);
  }
  return object;
}

/** @param {Type} type @param {any[]} args @param {Map<string, any>} keywords */
function make_(type, args, keywords) {
  if (type.make !== null) return type.make(type, args, keywords);
  return new Instance(type);
}

export { make_ as allocate };

/** @param {Type} type */
function checkAbstract(type) {
  /** @type {Set<string>} */ const missing = type.abstract ?? new Set();
  if (missing.size === 0) return;
  const names = [...missing].sort();
  throw raised(
    'TypeError',
    `Can't instantiate abstract class ${type.name} with abstract method${names.length > 1 ? 's' : ''} ${names.join(', ')}`,
  );
}

/** What a class's attribute is as one of its object. @param {any} found @param {any} object @param {Type} type */
export function bind(found, object, type) {
  if (found instanceof PyFunction) return new BoundMethod(found, object);
  if (found instanceof Builtin) return found.isMethod ? new BoundMethod(found, object) : found;
  if (found instanceof Property) return read(found, object);
  if (found instanceof Member) return found.get(object);
  if (found instanceof StaticMethod) return found.callable;
  if (found instanceof ClassMethod) return new BoundMethod(found.callable, type);
  if (found instanceof Instance) {
    const get = found.type.lookup('__get__');
    if (get !== undefined) return call(get, [found, object, type]);
  }
  return found;
}

/** @param {Property} property @param {any} object */
function read(property, object) {
  if (property.get === null) throw raised('AttributeError', `property of '${nameOf(object)}' object has no getter`);
  return call(property.get, [object]);
}

/** @param {any} found */
const isData = (found) =>
  found instanceof Property ||
  found instanceof Member ||
  (found instanceof Instance && found.type.lookup('__set__') !== undefined);

/**
 * An attribute of a value, or undefined.
 * @param {any} object
 * @param {string} name
 * @returns {any}
 */
export function find(object, name) {
  if (object instanceof Type) return findInType(object, name);
  if (object instanceof Module) {
    const found = object.dict.get(name);
    if (found !== undefined) return found;
    if (name === '__name__' || name === '__doc__') return name === '__name__' ? object.name : null;
    return object.find?.(name) ?? findGeneral(object, name);
  }
  const type = typeOf(object);
  const found = type.lookup(name);
  if (isData(found)) return bind(found, object, type);
  const dict = typeof object === 'object' || typeof object === 'function' ? object?.[kDict] : undefined;
  const own = dict?.get(name);
  if (own !== undefined) return own;
  if (found !== undefined) return bind(found, object, type);
  const hosts = type.findOwn?.(object, name);
  if (hosts !== undefined) return hosts;
  const byDefault = objectType.findSuper?.(object, name);
  if (byDefault !== undefined) return byDefault;
  const fallback = type.lookup('__getattr__');
  return fallback === undefined ? undefined : call(bind(fallback, object, type), [name]);
}

/** What every object has. @param {any} object @param {string} name */
function findGeneral(object, name) {
  const found = objectType.lookup(name);
  return found === undefined ? undefined : bind(found, object, typeOf(object));
}

/** An attribute of a class. @param {Type} type @param {string} name */
function findInType(type, name) {
  const found = type.lookup(name);
  if (found instanceof StaticMethod) return found.callable;
  if (found instanceof ClassMethod) return new BoundMethod(found.callable, type);
  const special = typeOf(type).lookup(name);
  if (special instanceof Member && (found === undefined || found instanceof Member)) return special.get(type);
  if (found !== undefined) return found;
  const hosts = type.findStatic?.(type, name);
  if (hosts !== undefined) return hosts;
  return special === undefined ? undefined : bind(special, type, typeOf(type));
}

/** How an object is named in errors on its attributes. @param {any} object */
const described = (object) =>
  object instanceof Type
    ? `type object '${object.told}'`
    : object instanceof Module
      ? `module '${object.name}'`
      : `'${nameOf(object)}' object`;

/**
 * An attribute of a value. AttributeError where there is none.
 * @param {any} object
 * @param {string} name
 */
export function getAttribute(object, name) {
  const found = find(object, name);
  if (found === undefined) throw noAttribute(object, name);
  return found;
}

/** @param {any} object @param {string} name */
export function noAttribute(object, name) {
  if (object instanceof Type && object.meta !== null) return raised('AttributeError', name);
  const error = raised('AttributeError', `${described(object)} has no attribute '${name}'`);
  error[kDict].set('name', name).set('obj', object);
  return error;
}

/**
 * @param {any} object
 * @param {string} name
 * @param {any} value
 */
export function setAttribute(object, name, value) {
  const type = typeOf(object);
  const own = type.lookup('__setattr__');
  if (own !== undefined) call(own, [object, name, value]);
  else setPlainly(object, name, value);
}

/** What object.__setattr__ does. @param {any} object @param {string} name @param {any} value */
export function setPlainly(object, name, value) {
  if (object instanceof Type) return setInType(object, name, value);
  if (object instanceof Module) return void object.dict.set(name, value);
  const type = typeOf(object);
  const found = type.lookup(name);
  if (found instanceof Property) {
    if (found.set === null)
      throw raised('AttributeError', `property '${name}' of '${type.qualname}' object has no setter`);
    call(found.set, [object, value]);
    return;
  }
  if (found instanceof Member) {
    if (found.set === null)
      throw raised('AttributeError', `attribute '${name}' of '${ownerOf(type, name)}' objects is not writable`);
    found.set(object, value);
    return;
  }
  if (found instanceof Instance) {
    const set = found.type.lookup('__set__');
    if (set !== undefined) return void call(set, [found, object, value]);
  }
  if (type.setOwn?.(object, name, value)) return;
  const dict = object?.[kDict];
  if (dict === undefined || type.slots) checkSlots(object, type, name, found);
  object[kDict].set(name, value);
}

/** What C calls the type that has an attribute. @param {Type} type @param {string} name */
const ownerOf = (type, name) => type.mro.find((one) => one.dict.has(name))?.nativeName ?? type.told;

/** @param {any} object @param {Type} type @param {string} name @param {any} found */
function checkSlots(object, type, name, found) {
  if (object?.[kDict] !== undefined && type.slots?.has(name)) return;
  throw raised(
    'AttributeError',
    found === undefined
      ? `'${type.told}' object has no attribute '${name}'`
      : `'${type.told}' object attribute '${name}' is read-only`,
  );
}

/** @param {Type} type @param {string} name @param {any} value */
function setInType(type, name, value) {
  if (!type.isUsers) throw raised('TypeError', `cannot set '${name}' attribute of immutable type '${type.fullName}'`);
  if (name === '__name__') type.name = value;
  else if (name === '__qualname__') type.qualname = value;
  else {
    type.dict.set(name, value);
    type.onSet?.(type, name, value);
  }
}

/** @param {any} object @param {string} name */
export function deleteAttribute(object, name) {
  const type = typeOf(object);
  const own = type.lookup('__delattr__');
  if (own !== undefined) return void call(own, [object, name]);
  deletePlainly(object, name);
}

/** @param {any} object @param {string} name */
export function deletePlainly(object, name) {
  const type = typeOf(object);
  const found = object instanceof Type ? undefined : type.lookup(name);
  if (found instanceof Property) {
    if (found.remove === null)
      throw raised('AttributeError', `property '${name}' of '${type.name}' object has no deleter`);
    return void call(found.remove, [object]);
  }
  const dict = object instanceof Type || object instanceof Module ? object.dict : object?.[kDict];
  if (dict?.delete(name)) return;
  if (type.deleteOwn?.(object, name)) return;
  if (object instanceof Type) throw raised('AttributeError', `type object '${object.name}' has no attribute '${name}'`);
  throw noAttribute(object, name);
}

/**
 * Calls a method, as `object.name(…)` does.
 * @param {any} object
 * @param {string} name
 * @param {any[]} args
 * @param {Map<string, any>} [keywords]
 */
export function callMethod(object, name, args, keywords = noKeywords) {
  const found = methodOf(object, name);
  if (found !== undefined) return call(found, [object, ...args], keywords);
  return call(getAttribute(object, name), args, keywords);
}

/** A function of the object's class that its object need not be bound to before it is called; undefined for what else it may be. @param {any} object @param {string} name */
export function methodOf(object, name) {
  if (object instanceof Type || object instanceof Module) return undefined;
  const found = typeOf(object).lookup(name);
  if (!(found instanceof PyFunction || (found instanceof Builtin && found.isMethod))) return undefined;
  if ((typeof object === 'object' || typeof object === 'function') && object?.[kDict]?.has(name)) return undefined;
  return found;
}

/** The special method of a value's class, to be called with the value; undefined where there is none. @param {any} value @param {string} name */
export function special(value, name) {
  const found = typeOf(value).lookup(name);
  return found === null ? undefined : found;
}

/** Calls a special method that is there. @param {any} method @param {any} self @param {any[]} args */
export function callSpecial(method, self, ...args) {
  if (method instanceof PyFunction) return method.code.run(method, [self, ...args], noKeywords);
  if (method instanceof Builtin) return method.call([self, ...args], noKeywords);
  return call(bind(method, self, typeOf(self)), args, noKeywords);
}

/** Whether a value can be called. @param {any} value */
export const isCallable = (value) =>
  value instanceof PyFunction ||
  value instanceof Builtin ||
  value instanceof BoundMethod ||
  value instanceof Type ||
  value instanceof StaticMethod ||
  special(value, '__call__') !== undefined;

/** The exception of a value that is raised: a class is called. @param {any} value @returns {Exception} */
export function exceptionOf(value) {
  if (value instanceof Exception) return value;
  if (value instanceof Type) {
    const made = call(value, []);
    if (made instanceof Exception) return made;
  }
  return raised('TypeError', 'exceptions must derive from BaseException');
}
