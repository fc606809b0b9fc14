// Python's types: what they are called, what they derive from, what they hold; which type a JavaScript value has.

/** What holds the attributes of a Python object, on JavaScript objects that are Python values too. */
export const kDict = Symbol('torchlet.python.dict');

/**
 * A function that JavaScript carries out: `call(args, keywords)` gets Python values and gives one.
 * As an attribute of a type it is a method, whose first argument is the object.
 */
export class Builtin {
  /**
   * @param {string} name
   * @param {(args: any[], keywords: Map<string, any>) => any} call
   */
  constructor(name, call) {
    this.name = name;
    this.call = call;
    /** Whether it is bound to the object that it is found on. */
    this.isMethod = true;
    /** As Python shows it, `list.append`. */
    this.qualname = name;
    /** What it was found on, where it is bound already. @type {any} */ this.self = undefined;
    /** The same with pauses, where it waits. @type {((args: any[], keywords: Map<string, any>) => Generator<any, any, any>) | null} */
    this.steps = null;
    /** @type {string | null} */ this.module = null;
    /** @type {string | null} */ this.doc = null;
    /** Whether it stands for what is not here: any call refuses it by its name. */ this.isAbsent = false;
    /** What repr() calls it. @type {'' | 'function' | 'method of torch'} */ this.kind = '';
  }
}

/** An attribute that is computed, with or without a way to set it. */
export class Property {
  /** @param {any} get @param {any} [set] @param {any} [remove] */
  constructor(get, set = null, remove = null) {
    this.get = get;
    this.set = set;
    this.remove = remove;
    /** @type {string | null} */ this.doc = null;
  }
}

/** An attribute of a type that JavaScript reads: `get(self)`; `set(self, value)` where it may be set. */
export class Member {
  /** @param {(self: any) => any} get @param {((self: any, value: any) => void) | null} [set] */
  constructor(get, set = null) {
    this.get = get;
    this.set = set;
  }
}

/** A function of a class that gets no object. */
export class StaticMethod {
  /** @param {any} callable */
  constructor(callable) {
    this.callable = callable;
  }
}

/** A function of a class that gets the class. */
export class ClassMethod {
  /** @param {any} callable */
  constructor(callable) {
    this.callable = callable;
  }
}

/** A function with the object it was found on. */
export class BoundMethod {
  /** @param {any} callable @param {any} self */
  constructor(callable, self) {
    this.callable = callable;
    this.self = self;
  }
}

/** An object of a class that a program defines, and that derives from nothing of JavaScript's. */
export class Instance {
  /** @type {Map<string, any>} */ [kDict] = new Map();

  /** @param {Type} type */
  constructor(type) {
    this.type = type;
  }
}

/** Python's linearization C3; null where there is none. @param {Type} type @param {Type[]} bases */
function linearized(type, bases) {
  const lists = [...bases.map((base) => [...base.mro]), [...bases]];
  const order = [type];
  for (;;) {
    const left = lists.filter((list) => list.length > 0);
    if (left.length === 0) return order;
    const head = left.map((list) => list[0]).find((one) => left.every((list) => list.indexOf(one) <= 0));
    if (head === undefined) return null;
    order.push(head);
    for (const list of left) if (list[0] === head) list.shift();
  }
}

/** A Python type. */
export class Type {
  /**
   * @param {string} name
   * @param {Type[]} bases
   * @param {Map<string, any>} [dict] its attributes
   * @param {string} [module]
   */
  constructor(name, bases, dict = new Map(), module = 'builtins') {
    this.name = name;
    this.qualname = name;
    this.bases = bases;
    this.dict = dict;
    this.module = module;
    /** @type {Type[]} */ this.mro = linearized(this, bases) ?? [];
    /** Whether a program defines it. */ this.isUsers = false;
    /** Makes an object before `__init__` sees it. @type {((type: Type, args: any[], keywords: Map<string, any>) => any) | null} */
    this.make = bases.find((base) => base.make)?.make ?? null;
    /** The prototype of its objects where they are of JavaScript's classes. @type {any} */
    this.prototype = null;
    /** Prepares a class that derives from it. @type {((type: Type) => void) | null} */
    this.derive = bases.find((base) => base.derive)?.derive ?? null;
    /** Finds attributes that no dict holds; undefined where there is none. @type {((self: any, name: string) => any) | null} */
    this.findOwn = bases.find((base) => base.findOwn)?.findOwn ?? null;
    /** Sets such an attribute; false where it is not the type's to set. @type {((self: any, name: string, value: any) => boolean) | null} */
    this.setOwn = bases.find((base) => base.setOwn)?.setOwn ?? null;
    /** Names of attributes that no dict holds, for dir(). @type {((self: any) => string[]) | null} */
    this.namesOwn = bases.find((base) => base.namesOwn)?.namesOwn ?? null;
    /** @type {((self: any, name: string) => boolean) | null} */
    this.deleteOwn = bases.find((base) => base.deleteOwn)?.deleteOwn ?? null;
    /** Finds attributes of the type itself. @type {((self: Type, name: string) => any) | null} */
    this.findStatic = bases.find((base) => base.findStatic)?.findStatic ?? null;
    /** Is told what a program sets on the class. @type {((self: Type, name: string, value: any) => void) | null} */
    this.onSet = bases.find((base) => base.onSet)?.onSet ?? null;
    /** What super() finds that no dict holds. @type {((self: any, name: string) => any) | null} */ this.findSuper =
      null;
    /** Is told of a class that a program derives. @type {((type: Type, keywords: Map<string, any>) => void) | null} */ this.onDerived =
      null;
    /** The class of JavaScript's whose objects it has. @type {any} */ this.hosts = bases.find(
      (base) => base.hosts,
    )?.hosts;
    /** Which type of its family an object has, where the object says so: iterators. @type {((value: any) => Type) | null} */ this.narrow =
      null;
    /** Whether more than its own objects count as such to isinstance(). @type {((value: any) => boolean) | null} */ this.covers =
      null;
    /** The type of the type, where it is not `type`. @type {Type | null} */ this.meta =
      bases.find((base) => base.meta)?.meta ?? null;
    /** What C calls the type that its own attributes belong to, where that is another name: torch._C.TensorBase. @type {string | null} */ this.nativeName =
      null;
    /** Whether C has it, outside of builtins: errors then tell its module too. */ this.isOfC = false;
    /** The names of `__slots__`. @type {Set<string> | null} */ this.slots = null;
    /** The methods that are still to be written. @type {Set<string> | null} */ this.abstract = null;
  }

  /** An attribute of the type or of what it derives from. @param {string} name @returns {any} undefined where there is none */
  lookup(name) {
    const { mro } = this;
    for (let i = 0; i < mro.length; i++) {
      const found = mro[i].dict.get(name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** @param {Type} other */
  derivesFrom(other) {
    return this === other || this.mro.includes(other);
  }

  /** What errors call it. */
  get told() {
    return this.isOfC ? this.fullName : this.name;
  }

  /** As Python shows it in `<class '…'>`. */
  get fullName() {
    return this.module === 'builtins' ? this.qualname : `${this.module}.${this.qualname}`;
  }
}

export const objectType = new Type('object', []);
export const typeType = new Type('type', [objectType]);

/**
 * A type that JavaScript implements.
 * @param {string} name
 * @param {Type} [base]
 * @param {string} [module]
 */
export const builtinType = (name, base = objectType, module = 'builtins') => new Type(name, [base], new Map(), module);

/** A type of C's outside of builtins. @param {string} name @param {Type | undefined} base @param {string} module */
export function nativeType(name, base, module) {
  const made = builtinType(name, base, module);
  made.isOfC = true;
  return made;
}

typeType.narrow = (type) => type.meta ?? typeType;

export const noneType = builtinType('NoneType');
export const intType = builtinType('int');
export const boolType = builtinType('bool', intType);
export const floatType = builtinType('float');
export const strType = builtinType('str');
export const listType = builtinType('list');
export const functionType = builtinType('function');
export const builtinFunctionType = builtinType('builtin_function_or_method');
/** The type of functions that PyTorch has written in Python, and torchlet in JavaScript. */
const hostFunctionType = builtinType('function', builtinFunctionType);
/** @param {any} value */
const isOfC = (value) => value instanceof Builtin && value.kind !== 'function';
builtinFunctionType.narrow = (value) => (isOfC(value) ? builtinFunctionType : hostFunctionType);
export const methodType = builtinType('method');
/** A method of a built-in type is a function of C's, bound; a module of torchlet's, which can be called, is Python's. */
methodType.narrow = ({ callable, self }) =>
  isOfC(callable) && typeof self !== 'function' ? builtinFunctionType : methodType;
export const propertyType = builtinType('property');
export const staticMethodType = builtinType('staticmethod');
export const classMethodType = builtinType('classmethod');

/** The types of JavaScript's objects by their prototypes. */
const byPrototype = new Map(
  /** @type {[object, Type][]} */ ([
    [Array.prototype, listType],
    [Type.prototype, typeType],
    [Builtin.prototype, builtinFunctionType],
    [BoundMethod.prototype, methodType],
    [Property.prototype, propertyType],
    [StaticMethod.prototype, staticMethodType],
    [ClassMethod.prototype, classMethodType],
    [Function.prototype, builtinFunctionType],
  ]),
);
listType.prototype = Array.prototype;
typeType.prototype = Type.prototype;
const known = new WeakMap();

/** Says which Python type the objects of a JavaScript class have: by its prototype. @param {object} prototype @param {Type} type */
export function registerType(prototype, type) {
  byPrototype.set(prototype, type);
  known.set(prototype, type);
  type.prototype = prototype;
}

/** Whether a type was said of just these objects. @param {object} prototype */
export const isRegistered = (prototype) => byPrototype.has(prototype);

/** @param {any} prototype @returns {Type} */
function ofPrototype(prototype) {
  for (let at = prototype; at !== null; at = Object.getPrototypeOf(at)) {
    const type = byPrototype.get(at);
    if (type !== undefined) {
      known.set(prototype, type);
      return type;
    }
  }
  return objectType;
}

/** The Python type of any value. @param {any} value @returns {Type} */
export function typeOf(value) {
  switch (typeof value) {
    case 'bigint':
      return intType;
    case 'number':
      return floatType;
    case 'string':
      return strType;
    case 'boolean':
      return boolType;
    case 'undefined':
      return noneType;
    default: {
      if (value === null) return noneType;
      if (value instanceof Instance) return value.type;
      const prototype = Object.getPrototypeOf(value);
      const type = known.get(prototype) ?? ofPrototype(prototype);
      return type.narrow === null ? type : type.narrow(value);
    }
  }
}

/** What a value's type is called in errors. @param {any} value */
export const nameOf = (value) => typeOf(value).told;

/** @param {any} value @param {Type} type */
export const isInstance = (value, type) => typeOf(value).derivesFrom(type);
