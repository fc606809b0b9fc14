// The modules dataclasses, typing, abc, enum and copy: what programs of this kind use of them.

import { hashOf } from '../builtins/objects.js';
import { leaving } from '../errors/convert.js';
import { addMethod, addMethods } from '../operations/arguments.js';
import { compare, equals } from '../operations/compare.js';
import { call, find, getAttribute, setPlainly } from '../operations/objects.js';
import { truth } from '../operations/truth.js';
import { repr } from '../text/repr.js';
import { kNotImplemented, Tuple } from '../values/containers.js';
import { Dict, dictType, PySet } from '../values/dict.js';
import { raised } from '../values/exceptions.js';
import { Builtin, builtinType, Instance, kDict, nameOf, Type, typeOf } from '../values/types.js';
import { namedTupleBase } from './collections.js';
import { bound, fn, hostModule, hostType } from './protocol.js';

/** What field() gives. */
class Field {
  /** @type {string} */ name = '';
  /** @type {any} */ fallback = undefined;
  /** @type {any} */ factory = undefined;
  init = true;
  repr = true;
  compare = true;
  /** @type {any} */ type = null;
}
hostType(Field, {
  name: 'Field',
  module: 'dataclasses',
  properties: { name: (self) => self.name, type: (self) => self.type, default: (self) => self.fallback ?? null },
});

/** @param {any[]} args @param {Map<string, any>} keywords */
function field(args, keywords) {
  const [fallback, factory, init = true, shown = true, , compared = true] = bound(
    'field',
    ['*', 'default?', 'default_factory?', 'init?', 'repr?', 'hash?', 'compare?', 'metadata?', 'kw_only?'],
    args,
    keywords,
  );
  return Object.assign(new Field(), {
    fallback,
    factory,
    init: truth(init),
    repr: truth(shown),
    compare: truth(compared),
  });
}

const kFields = '__dataclass_fields__';

/** @param {Type} type @returns {Field[]} */
function fieldsOf(type) {
  /** @type {Map<string, Field>} */ const fields = new Map();
  for (const base of [...type.mro].reverse())
    for (const [name, one] of base.dict.get(kFields)?.map?.values() ?? []) fields.set(name, one);
  return [...fields.values()];
}

/** @param {any} type @param {Map<string, any>} options */
function dataclass(type, options) {
  const isOn = (/** @type {string} */ name, /** @type {boolean} */ fallback) => truth(options.get(name) ?? fallback);
  const own = new Dict();
  for (const [name, annotation] of type.dict.get('__annotations__') ?? []) {
    if (String(nameOf(annotation)) === 'ClassVar' || annotation?.isClassVar) continue;
    const value = type.dict.get(name);
    const one = value instanceof Field ? value : Object.assign(new Field(), { fallback: value });
    if (Array.isArray(one.fallback) || one.fallback instanceof Dict || one.fallback instanceof PySet) {
      throw raised(
        'ValueError',
        `mutable default <class '${nameOf(one.fallback)}'> for field ${name} is not allowed: use default_factory`,
      );
    }
    Object.assign(one, { name, type: annotation });
    own.set(name, one);
    if (value instanceof Field) {
      if (one.fallback === undefined) type.dict.delete(name);
      else type.dict.set(name, one.fallback);
    }
  }
  type.dict.set(kFields, own);
  const fields = fieldsOf(type);
  checkOrder(fields);
  if (isOn('init', true) && !type.dict.has('__init__')) addInit(type, fields);
  const values = (/** @type {any} */ self) =>
    fields.filter((one) => one.compare).map((one) => getAttribute(self, one.name));
  if (isOn('repr', true) && !type.dict.has('__repr__')) {
    addMethods(type, {
      __repr__: (self) =>
        `${typeOf(self).qualname}(${fields
          .filter((one) => one.repr)
          .map((one) => `${one.name}=${repr(getAttribute(self, one.name))}`)
          .join(', ')})`,
    });
  }
  if (isOn('eq', true) && !type.dict.has('__eq__')) {
    addMethods(type, {
      __eq__: (a, b) =>
        typeOf(a) === typeOf(b) ? equals(new Tuple(values(a)), new Tuple(values(b))) : kNotImplemented,
    });
    if (isOn('frozen', false)) {
      const hash = new Builtin('__hash__', ([self]) => hashOf(new Tuple(values(self))));
      type.dict.set('__hash__', Object.assign(hash, { code: true }));
    } else type.dict.set('__hash__', null);
  }
  if (isOn('order', false)) {
    for (const [name, op] of [
      ['__lt__', '<'],
      ['__le__', '<='],
      ['__gt__', '>'],
      ['__ge__', '>='],
    ]) {
      addMethods(type, {
        [name]: (/** @type {any} */ a, /** @type {any} */ b) =>
          typeOf(a) === typeOf(b)
            ? compare(/** @type {any} */ (op), new Tuple(values(a)), new Tuple(values(b)))
            : kNotImplemented,
      });
    }
  }
  if (isOn('frozen', false)) {
    const frozen =
      (/** @type {string} */ verb) =>
      (/** @type {any} */ _self, /** @type {any[]} */ [name]) => {
        throw raised(frozenError, `cannot ${verb} field '${name}'`);
      };
    addMethod(type, '__setattr__', frozen('assign to'));
    addMethod(type, '__delattr__', frozen('delete'));
  }
  type.dict.set('__match_args__', new Tuple(fields.map((one) => one.name)));
  return type;
}
const attributeError = raised('AttributeError').type;
const frozenError = new Type('FrozenInstanceError', [attributeError], new Map(), 'dataclasses');

/** @param {Field[]} fields */
function checkOrder(fields) {
  let seen = false;
  for (const { name, fallback, factory, init } of fields) {
    if (!init) continue;
    if (fallback !== undefined || factory !== undefined) seen = true;
    else if (seen) throw raised('TypeError', `non-default argument '${name}' follows default argument`);
  }
}

/** @param {Type} type @param {Field[]} fields */
function addInit(type, fields) {
  addMethod(type, '__init__', (self, args, keywords) => {
    const taken = fields.filter((one) => one.init);
    const who = `${type.qualname}.__init__()`;
    if (args.length > taken.length) {
      const least = taken.filter((one) => one.fallback === undefined && one.factory === undefined).length + 1;
      throw raised(
        'TypeError',
        `${who} takes ${least === taken.length + 1 ? '' : `from ${least} to `}${taken.length + 1} positional argument${taken.length === 0 ? '' : 's'} but ${args.length + 1} were given`,
      );
    }
    for (const key of keywords.keys()) {
      const place = taken.findIndex((one) => one.name === key);
      if (place < 0) throw raised('TypeError', `${who} got an unexpected keyword argument '${key}'`);
      if (place < args.length) throw raised('TypeError', `${who} got multiple values for argument '${key}'`);
    }
    const missing = taken
      .filter(
        (one, i) =>
          i >= args.length && !keywords.has(one.name) && one.fallback === undefined && one.factory === undefined,
      )
      .map((one) => `'${one.name}'`);
    if (missing.length > 0) {
      throw raised(
        'TypeError',
        `${who} missing ${missing.length} required positional argument${missing.length === 1 ? '' : 's'}: ${missing.length < 3 ? missing.join(' and ') : `${missing.slice(0, -1).join(', ')}, and ${missing.at(-1)}`}`,
      );
    }
    for (const one of fields) {
      const place = taken.indexOf(one);
      const value =
        place >= 0 && place < args.length
          ? args[place]
          : place >= 0 && keywords.has(one.name)
            ? keywords.get(one.name)
            : one.factory !== undefined
              ? call(one.factory, [])
              : one.fallback;
      if (value !== undefined) setPlainly(self, one.name, value);
    }
    const after = find(self, '__post_init__');
    if (after === undefined) return;
    try {
      call(after, []);
    } catch (thrown) {
      // The function that CPython writes has a line for its wrapper, its head and each field before.
      const set = fields.filter(
        (one) => taken.includes(one) || one.fallback !== undefined || one.factory !== undefined,
      );
      throw leaving(thrown, { line: set.length + 3, code: { file: '<string>', name: '__init__' } });
    }
  });
}

/** @param {any} value @returns {any} */
function asDict(value) {
  if (value instanceof Instance && value.type.lookup(kFields) !== undefined)
    return new Dict(fieldsOf(value.type).map((one) => [one.name, asDict(getAttribute(value, one.name))]));
  if (Array.isArray(value)) return value.map(asDict);
  if (value instanceof Dict) return new Dict([...value].map(([key, one]) => [key, asDict(one)]));
  return value;
}

/** @returns {import('../values/containers.js').Module} */
export const dataclasses = () =>
  hostModule('dataclasses', {
    dataclass: fn('dataclass', ([type], keywords) =>
      type === undefined ? fn('wrap', ([own]) => dataclass(own, keywords)) : dataclass(type, keywords),
    ),
    field: fn('field', field),
    fields: fn('fields', ([value]) => new Tuple(fieldsOf(value instanceof Type ? value : typeOf(value)))),
    asdict: fn('asdict', ([value]) => asDict(value)),
    astuple: fn('astuple', ([value]) => new Tuple(fieldsOf(typeOf(value)).map((one) => getAttribute(value, one.name)))),
    replace: fn('replace', ([value], keywords) => {
      const type = typeOf(value);
      return call(
        type,
        [],
        new Map(fieldsOf(type).map((one) => [one.name, keywords.get(one.name) ?? getAttribute(value, one.name)])),
      );
    }),
    is_dataclass: fn(
      'is_dataclass',
      ([value]) => (value instanceof Type ? value : typeOf(value)).lookup(kFields) !== undefined,
    ),
    FrozenInstanceError: frozenError,
  });

/** A name of typing, which takes what stands between brackets and means nothing more. */
class Typing {
  /** @param {string} name */
  constructor(name) {
    this.name = name;
    this.isClassVar = name === 'ClassVar';
  }
}
hostType(Typing, {
  name: '_SpecialForm',
  module: 'typing',
  operations: {
    __getitem__: (self) => self,
    __repr__: (self) => `typing.${self.name}`,
    __or__: (self) => self,
    __ror__: (self) => self,
  },
  methods: { __call__: (self) => self },
});

/** Classes that say what a dict has: calling one makes a plain dict. */
const typedDict = builtinType('TypedDict', dictType, 'typing');
typedDict.onDerived = (type) => {
  type.make = (_, args, keywords) => call(dictType, args, keywords);
  type.onDerived = typedDict.onDerived;
};

/** @returns {import('../values/containers.js').Module} */
export const typing = () => {
  const names =
    'Any Union Optional List Dict Tuple Set FrozenSet Callable Iterable Iterator Sequence Mapping Type ClassVar Final Literal Generator TypeVar Generic Protocol Self Annotated Hashable Deque DefaultDict Counter NoReturn TypeAlias MutableMapping Collection AbstractSet MutableSequence MutableSet Sized Container Reversible OrderedDict Text AnyStr Never SupportsFloat SupportsInt ParamSpec Concatenate Required NotRequired LiteralString'.split(
      ' ',
    );
  const generic = builtinType('Generic', undefined, 'typing');
  return hostModule('typing', {
    ...Object.fromEntries(names.map((name) => [name, new Typing(name)])),
    Generic: generic,
    Protocol: generic,
    NamedTuple: namedTupleBase,
    TypedDict: typedDict,
    NewType: fn('NewType', ([, type]) => type),
    ...Object.fromEntries(
      ['overload', 'final', 'runtime_checkable', 'no_type_check'].map((name) => [name, fn(name, ([one]) => one)]),
    ),
    TYPE_CHECKING: false,
    cast: fn('cast', ([, value]) => value),
  });
};

/** @returns {import('../values/containers.js').Module} */
export const abc = () => {
  const marked = fn('abstractmethod', ([callee]) => {
    (callee[kDict] ?? callee.get?.[kDict])?.set('__isabstractmethod__', true);
    return callee;
  });
  return hostModule('abc', {
    ABC: builtinType('ABC', undefined, 'abc'),
    ABCMeta: builtinType('ABCMeta', undefined, 'abc'),
    abstractmethod: marked,
  });
};
