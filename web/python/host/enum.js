// The module enum: classes whose objects are the names that stand in them.

import { call, callSpecial, setPlainly } from '../operations/objects.js';
import { Dict } from '../values/dict.js';
import { PyFunction } from '../values/functions.js';
import { Held, plainOf } from '../values/held.js';
import {
  Builtin,
  ClassMethod,
  floatType,
  Instance,
  intType,
  kDict,
  Member,
  objectType,
  Property,
  StaticMethod,
  strType,
  Type,
  typeOf,
  typeType,
} from '../values/types.js';
import { equals, fn, format, hostModule, iteratorOf, raised, repr, str, Tuple } from './protocol.js';

/** What stands for the next value. */
class Auto {}

/** @param {string} name @param {Type[]} bases @param {Record<string, (...args: any[]) => any>} methods */
function typeWith(name, bases, methods) {
  const type = new Type(name, bases, new Map(), 'enum');
  for (const [key, run] of Object.entries(methods))
    type.dict.set(key, new Builtin(key, (args) => run(...args) ?? null));
  return type;
}

/** The members of each class by their names, other names of one among them. @type {WeakMap<Type, Map<string, any>>} */
const members = new WeakMap();
/** @param {Type} type @returns {Map<string, any>} */
const all = (type) => members.get(type) ?? new Map();
/** @param {Type} type */
const own = (type) => [...new Set(all(type).values())];

/** What a class of members does itself: iterate, count, find by name and by value. */
const meta = typeWith('EnumType', [typeType], {
  __iter__: (type) => iteratorOf(own(type), 'generator'),
  __reversed__: (type) => iteratorOf(own(type).reverse(), 'generator'),
  __len__: (type) => BigInt(own(type).length),
  __contains__: (type, value) => {
    if (typeOf(value).derivesFrom(enumType)) return own(type).includes(value);
    throw raised('TypeError', `unsupported operand type(s) for 'in': '${typeOf(value).qualname}' and 'EnumType'`);
  },
  __getitem__: (type, name) => {
    const found = all(type).get(name);
    if (found === undefined) throw raised('KeyError', name);
    return found;
  },
  __repr__: (type) => `<enum '${type.name}'>`,
  __call__: (type, ...args) => {
    if (args.length === 1 && members.has(type)) return ofValue(type, args[0]);
    if (args.length > 1)
      throw raised(
        'NotImplementedError',
        `${type.name}(…) with names is not part of this Python; class ${type.name}: with a line each works`,
      );
    throw raised('TypeError', `EnumType.__call__() missing 1 required positional argument: 'value'`);
  },
  __setattr__: (type, name, value) => {
    if (all(type).has(name)) throw raised('AttributeError', `cannot reassign member '${name}'`);
    setPlainly(type, name, value);
  },
});
meta.dict.set('__members__', new Member((type) => new Dict(all(type))));

/** @param {Type} type @param {any} value */
function ofValue(type, value) {
  const found = own(type).find((one) => one === value || equals(one[kDict].get('_value_'), value));
  if (found !== undefined) return found;
  const missing = type.lookup('_missing_');
  const other = missing instanceof ClassMethod ? call(missing.callable, [type, value]) : null;
  if (other !== null) return other;
  throw raised('ValueError', `${repr(value)} is not a valid ${type.qualname}`);
}

/** @param {any} self */
const nameOf = (self) => self[kDict].get('_name_');
/** @param {any} self */
const heldBy = (self) => self[kDict].get('_value_');

const shown = {
  __repr__: (/** @type {any} */ self) => `<${typeOf(self).name}.${nameOf(self)}: ${repr(heldBy(self))}>`,
  __str__: (/** @type {any} */ self) => `${typeOf(self).name}.${nameOf(self)}`,
  __format__: (/** @type {any} */ self, /** @type {string} */ spec) => format(str(self), spec),
};
const enumType = typeWith('Enum', [objectType], shown);
for (const [name, get] of Object.entries({ name: nameOf, value: heldBy }))
  enumType.dict.set(
    name,
    new Member(get, () => {
      throw raised('AttributeError', `<enum 'Enum'> cannot set attribute '${name}'`);
    }),
  );

/** Members that show themselves as the plain value. */
const plain = {
  ...shown,
  __str__: (/** @type {any} */ self) => str(plainOf(self)),
  __format__: (/** @type {any} */ self, /** @type {string} */ spec) => format(plainOf(self), spec),
};
const intEnum = typeWith('IntEnum', [intType, enumType], plain);
const strEnum = typeWith('StrEnum', [strType, enumType], plain);

/** What is no member though a name of the class. @param {string} name @param {any} value */
const isPlain = (name, value) =>
  /^__|^_.*_$/.test(name) ||
  value instanceof PyFunction ||
  value instanceof Builtin ||
  value instanceof Property ||
  value instanceof ClassMethod ||
  value instanceof StaticMethod ||
  (value instanceof Instance && value.type.lookup('__get__') !== undefined);

/** The value that auto() stands for. @param {Type} type @param {string} name */
function nextValue(type, name) {
  const before = own(type).map(heldBy);
  const given = type.lookup('_generate_next_value_');
  if (given !== undefined) return call(given.callable ?? given, [name, 1n, BigInt(before.length), before]);
  if (type.derivesFrom(strEnum)) return name.toLowerCase();
  return before.length === 0 ? 1n : before.at(-1) + 1n;
}

/** @param {Type} type @param {string} name @param {any} given what stands in the class */
function memberOf(type, name, given) {
  const value = given instanceof Auto ? nextValue(type, name) : given;
  const same = own(type).find((one) => equals(heldBy(one), value));
  if (same !== undefined) return same;
  const args = value instanceof Tuple ? value.items : [value];
  const data = [intType, floatType, strType].find((one) => type.derivesFrom(one));
  const make = type.lookup('__new__');
  const made = make
    ? call(make.callable, [type, ...args])
    : data
      ? new Held(type, call(data, args))
      : new Instance(type);
  if (!made[kDict].has('_value_')) made[kDict].set('_value_', value);
  made[kDict].set('_name_', name);
  const init = type.lookup('__init__');
  if (init instanceof PyFunction) callSpecial(init, made, ...args);
  return made;
}

/** Makes the members of a class that a program derives. @param {Type} type */
function derived(type) {
  type.meta = meta;
  type.onDerived = derived;
  const closed = type.mro.slice(1).find((one) => members.has(one));
  if (closed) throw raised('TypeError', `<enum '${type.name}'> cannot extend <enum '${closed.name}'>`);
  const texts = type.derivesFrom(intEnum) || type.derivesFrom(strEnum) ? plain : shown;
  for (const [name, run] of Object.entries(texts)) {
    const found = type.mro.find((one) => one.dict.has(name));
    if (!found?.isUsers) type.dict.set(name, new Builtin(name, ([self, spec]) => run(self, spec)));
  }
  const names = [...type.dict].filter(([name, value]) => !isPlain(name, value));
  if (names.length === 0) return;
  members.set(type, new Map());
  for (const [name, given] of names) {
    const made = memberOf(type, name, given);
    type.dict.set(name, made);
    all(type).set(name, made);
  }
}
for (const type of [enumType, intEnum, strEnum]) {
  type.meta = meta;
  type.onDerived = derived;
}

/** @param {Type} type */
function unique(type) {
  const twice = [...all(type)].filter(([name, member]) => nameOf(member) !== name);
  if (twice.length === 0) return type;
  const list = twice.map(([name, member]) => `${name} -> ${nameOf(member)}`).join(', ');
  throw raised('ValueError', `duplicate values found in ${repr(type)}: ${list}`);
}

/** @returns {import('../values/containers.js').Module} */
export const enumeration = () =>
  hostModule(
    'enum',
    {
      Enum: enumType,
      IntEnum: intEnum,
      StrEnum: strEnum,
      EnumMeta: meta,
      EnumType: meta,
      auto: fn('auto', () => new Auto()),
      unique: fn('unique', ([type]) => unique(type)),
    },
    (name) => {
      if (!/Flag$/.test(name)) return undefined;
      throw raised('NotImplementedError', `enum.${name} is not part of this Python; IntEnum and | work together`);
    },
  );
