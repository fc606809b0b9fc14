// What every object has (`__class__`, `__dict__`, …), classes, functions, methods, properties and exceptions.

import { addMethod, addMethods, fn } from '../operations/arguments.js';
import { closeGenerator, listOf, stepGenerator } from '../operations/iterate.js';
import {
  allocate,
  bind,
  call,
  callSpecial,
  deletePlainly,
  find,
  getAttribute,
  noAttribute,
  setPlainly,
  special,
} from '../operations/objects.js';
import { format } from '../text/format.js';
import { exceptionText, plainRepr, str } from '../text/repr.js';
import { kNotImplemented, Tuple } from '../values/containers.js';
import { Attributes, Dict } from '../values/dict.js';
import { exceptions, raised } from '../values/exceptions.js';
import { knownHash } from '../values/hashes.js';
import { keyOf, numberOf } from '../values/hashing.js';
import { Held } from '../values/held.js';
import { generatorType, iteratorType, kStop } from '../values/iterators.js';
import {
  Builtin,
  builtinFunctionType,
  ClassMethod,
  classMethodType,
  functionType,
  kDict,
  Member,
  methodType,
  objectType,
  Property,
  propertyType,
  StaticMethod,
  staticMethodType,
  Type,
  typeOf,
  typeType,
} from '../values/types.js';

/** A number that equal keys share. @param {any} value @returns {bigint} */
export function hashOf(value) {
  const known = knownHash(value);
  if (known !== undefined) return known;
  const own = typeof value === 'object' && value !== null ? special(value, '__hash__') : undefined;
  if (own?.code) return callSpecial(own, value);
  if (value instanceof Held) return hashOf(value.held);
  const key = keyOf(value);
  if (typeof key === 'number') return knownHash(key) ?? 0n;
  if (typeof key === 'object' || typeof key === 'function') return BigInt(key === null ? 0 : numberOf(key));
  let hash = 5381n;
  for (const one of String(key))
    hash = BigInt.asIntN(61, hash * 33n + BigInt(/** @type {number} */ (one.codePointAt(0))));
  return hash;
}

objectType.dict.set(
  '__class__',
  new Member(typeOf, (self, type) => {
    self.type = type;
  }),
);
objectType.dict.set(
  '__dict__',
  new Member((self) => {
    if (self?.[kDict] === undefined) throw noAttribute(self, '__dict__');
    return new Attributes(self[kDict]);
  }),
);
objectType.dict.set('__module__', new Member((self) => typeOf(self).module));
objectType.dict.set('__doc__', new Member((self) => typeOf(self).dict.get('__doc__') ?? null));
addMethods(objectType, {
  __dir__: (self) => namesOf(self),
  __sizeof__: () => 16n,
});
// What a class may call by super(), though no value needs it to be found: the defaults.
/** @type {Record<string, (args: any[], keywords: Map<string, any>) => any>} */
const defaults = {
  __init__: () => null,
  __repr__: ([self]) => plainRepr(self),
  __str__: ([self]) => callSpecial(special(self, '__repr__') ?? fn('', ([one]) => plainRepr(one)), self),
  __eq__: ([self, other]) => self === other || kNotImplemented,
  __ne__: ([self, other]) => (self === other ? false : kNotImplemented),
  __hash__: ([self]) => BigInt(numberOf(self)),
  __setattr__: ([self, name, value]) => {
    setPlainly(self, name, value);
    return null;
  },
  __delattr__: ([self, name]) => {
    deletePlainly(self, name);
    return null;
  },
  __getattribute__: ([self, name]) => getAttribute(self, name),
  __format__: ([self, spec]) => format(str(self), spec),
  __new__: ([type, ...args], keywords) => allocate(type, args, keywords),
  __init_subclass__: () => null,
};
/** What super() finds at the end. @param {string} name */
export function defaultOf(name) {
  if (!Object.hasOwn(defaults, name)) return undefined;
  const made = new Builtin(name, defaults[name]);
  made.isMethod = name !== '__new__' && name !== '__init_subclass__';
  return made;
}
objectType.findSuper = (self, name) => {
  const found = defaultOf(name);
  return found === undefined ? undefined : bind(found, self, typeOf(self));
};
objectType.findStatic = (type, name) =>
  type === objectType || name === '__init__' || name === '__new__' ? defaultOf(name) : undefined;

/** dir(value) @param {any} value */
export function namesOf(value) {
  const type = value instanceof Type ? value : typeOf(value);
  const names = new Set(type.mro.flatMap((one) => [...one.dict.keys()]));
  for (const name of (value instanceof Type ? undefined : (value?.[kDict] ?? value?.dict))?.keys?.() ?? [])
    names.add(name);
  for (const name of value?.names?.() ?? []) names.add(name);
  if (!(value instanceof Type)) for (const name of type.namesOwn?.(value) ?? []) names.add(name);
  return [...names].filter((one) => typeof one === 'string').sort();
}

const classMembers = {
  __name__: [(/** @type {Type} */ type) => type.name],
  __qualname__: [(/** @type {Type} */ type) => type.qualname],
  __module__: [(/** @type {Type} */ type) => type.module],
  __bases__: [(/** @type {Type} */ type) => new Tuple(type.bases)],
  __base__: [(/** @type {Type} */ type) => type.bases[0] ?? null],
  __mro__: [(/** @type {Type} */ type) => new Tuple(type.mro)],
  __dict__: [(/** @type {Type} */ type) => new Attributes(type.dict)],
  __doc__: [(/** @type {Type} */ type) => type.dict.get('__doc__') ?? null],
  __class__: [typeOf],
};
for (const [name, [get]] of Object.entries(classMembers)) typeType.dict.set(name, new Member(/** @type {any} */ (get)));
addMethods(typeType, { mro: (type) => [...type.mro], __subclasses__: () => [] });
typeType.dict.set('__hash__', undefined);
typeType.dict.delete('__hash__');

for (const type of [functionType, builtinFunctionType]) {
  type.dict.set(
    '__name__',
    new Member(
      (self) => self.name,
      (self, value) => {
        self.name = value;
      },
    ),
  );
  type.dict.set(
    '__qualname__',
    new Member(
      (self) => self.qualname,
      (self, value) => {
        self.qualname = value;
      },
    ),
  );
  type.dict.set(
    '__doc__',
    new Member(
      (self) => self.doc,
      (self, value) => {
        self.doc = value;
      },
    ),
  );
  type.dict.set(
    '__module__',
    new Member(
      (self) => self.module,
      (self, value) => {
        self.module = value;
      },
    ),
  );
}
functionType.dict.set(
  '__defaults__',
  new Member((self) => (self.defaults.length === 0 ? null : new Tuple(self.defaults))),
);
functionType.dict.set(
  '__kwdefaults__',
  new Member((self) => (self.keywordDefaults.size === 0 ? null : new Dict([...self.keywordDefaults]))),
);
functionType.dict.set(
  '__annotations__',
  new Member(
    (self) => self.annotations?.() ?? new Dict(),
    () => {},
  ),
);
functionType.dict.set(
  '__wrapped__',
  new Member(
    (self) => {
      const found = self[kDict].get('__wrapped__');
      if (found === undefined) throw noAttribute(self, '__wrapped__');
      return found;
    },
    (self, value) => self[kDict].set('__wrapped__', value),
  ),
);
addMethod(functionType, '__get__', (self, [object, type]) => (object === null ? self : bind(self, object, type)));
methodType.dict.set('__self__', new Member((self) => self.self));
methodType.dict.set('__func__', new Member((self) => self.callable));
methodType.findOwn = (self, name) => find(self.callable, name);

propertyType.make = (_, args, keywords) => {
  const [get = null, set = null, remove = null] = [
    args[0] ?? keywords.get('fget'),
    args[1] ?? keywords.get('fset'),
    args[2] ?? keywords.get('fdel'),
  ];
  return new Property(get, set, remove);
};
addMethods(propertyType, {
  getter: (self, get) => new Property(get, self.set, self.remove),
  setter: (self, set) => new Property(self.get, set, self.remove),
  deleter: (self, remove) => new Property(self.get, self.set, remove),
});
propertyType.dict.set('__doc__', new Member((self) => self.doc ?? self.get?.doc ?? null));
propertyType.dict.set('fget', new Member((self) => self.get));
propertyType.dict.set('fset', new Member((self) => self.set));
staticMethodType.make = (_, [callable]) => new StaticMethod(callable);
classMethodType.make = (_, [callable]) => new ClassMethod(callable);

const base = exceptions.BaseException;
base.dict.set(
  'args',
  new Member(
    (self) => new Tuple(self.args),
    (self, value) => {
      self.args = listOf(value);
    },
  ),
);
base.dict.set(
  '__cause__',
  new Member(
    (self) => self.cause,
    (self, value) => {
      self.cause = value;
    },
  ),
);
base.dict.set('__context__', new Member((self) => self.context));
base.dict.set('__suppress_context__', new Member((self) => self.suppressed || self.cause !== null));
base.dict.set(
  '__traceback__',
  new Member(
    () => null,
    () => {},
  ),
);
addMethod(base, '__init__', (self, args) => {
  self.args = args;
});
addMethods(base, {
  __str__: exceptionText,
  __repr__: plainRepr,
  with_traceback: (self) => self,
  add_note: (self, note) => {
    self.notes.push(note);
  },
});
base.dict.set('__notes__', new Member((self) => self.notes));
exceptions.StopIteration.dict.set('value', new Member((self) => self.args[0] ?? null));
exceptions.SystemExit.dict.set('code', new Member((self) => self.args[0] ?? null));
exceptions.KeyError.dict.set('__hash_key__', new Member(() => null));
exceptions.KeyError.dict.delete('__hash_key__');
for (const [type, names] of [
  [exceptions.AttributeError, ['name', 'obj']],
  [exceptions.NameError, ['name']],
  [exceptions.ImportError, ['name', 'msg']],
]) {
  for (const name of /** @type {string[]} */ (names)) {
    /** @type {Type} */ (type).dict.set(
      name,
      new Member(
        (self) => self[kDict].get(name) ?? null,
        (self, value) => self[kDict].set(name, value),
      ),
    );
  }
}

/** @param {any} self @param {any} value */
function nextOf(self, value) {
  if (value !== kStop) return value;
  const result = self.result;
  throw raised('StopIteration', ...(result === null || result === undefined ? [] : [result]));
}
addMethods(
  generatorType,
  {
    __next__: (self) => nextOf(self, stepGenerator(self)),
    __iter__: (self) => self,
    send: (self, value) => {
      return nextOf(self, stepGenerator(self, value));
    },
    throw: (self, type, value = null) =>
      nextOf(
        self,
        stepGenerator(self, type instanceof Type ? call(type, value === null ? [] : [value]) : type, 'throw'),
      ),
    close: (self) => {
      closeGenerator(self);
    },
  },
  { throw: [1, 3] },
);
iteratorType.make = (type) => {
  throw raised('TypeError', `cannot create '${type.name}' instances`);
};
addMethods(iteratorType, {
  __next__: (self) => nextOf(self, self.step()),
  __iter__: (self) => self,
  __length_hint__: (self) => BigInt(self.left?.() ?? 0),
});
