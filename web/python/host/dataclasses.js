// The module dataclasses: classes made of their annotations.

import { hashOf } from '../builtins/objects.js';
import { bindArguments } from '../compile/binding.js';
import { leaving } from '../errors/convert.js';
import { addMethod, addMethods } from '../operations/arguments.js';
import { compare, equals } from '../operations/compare.js';
import { call, find, getAttribute, setPlainly } from '../operations/objects.js';
import { truth } from '../operations/truth.js';
import { repr } from '../text/repr.js';
import { kNotImplemented, Tuple } from '../values/containers.js';
import { Dict, PySet } from '../values/dict.js';
import { raised } from '../values/exceptions.js';
import { Builtin, Instance, nameOf, Type, typeOf } from '../values/types.js';
import { copied, deepCopy } from './copying.js';
import { bound, fn, hostModule, hostType } from './protocol.js';

/** What field() gives. */
class Field {
  /** @type {string} */ name = '';
  /** @type {any} */ fallback = undefined;
  /** @type {any} */ factory = undefined;
  init = true;
  repr = true;
  compare = true;
  /** @type {boolean | undefined} */ kwOnly = undefined;
  /** @type {any} */ type = null;
  /** @type {any} */ metadata = new Dict();
}
hostType(Field, {
  name: 'Field',
  module: 'dataclasses',
  properties: {
    name: (self) => self.name,
    type: (self) => self.type,
    default: (self) => self.fallback ?? null,
    metadata: (self) => self.metadata,
  },
});

/** @param {any[]} args @param {Map<string, any>} keywords */
function field(args, keywords) {
  const [fallback, factory, init = true, shown = true, , compared = true, metadata, byName] = bound(
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
    metadata: metadata ?? new Dict(),
    kwOnly: byName === undefined ? undefined : truth(byName),
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
    Object.assign(one, { name, type: annotation, kwOnly: one.kwOnly ?? isOn('kw_only', false) });
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
  type.dict.set('__match_args__', new Tuple(fields.filter((one) => one.init && !one.kwOnly).map((one) => one.name)));
  return type;
}
const attributeError = raised('AttributeError').type;
const frozenError = new Type('FrozenInstanceError', [attributeError], new Map(), 'dataclasses');

/** @param {Field[]} fields */
function checkOrder(fields) {
  let seen = false;
  for (const one of fields) {
    if (!one.init || one.kwOnly) continue;
    if (isOptional(one)) seen = true;
    else if (seen) throw raised('TypeError', `non-default argument '${one.name}' follows default argument`);
  }
}

/** @param {Field} one */
const isOptional = (one) => one.fallback !== undefined || one.factory !== undefined;

/** What stands for a field that a call does not give. */
const kNotGiven = Symbol('not given');

/** `__init__` as what binds the arguments of functions knows them. @param {Type} type @param {Field[]} placed @param {Field[]} named */
const signatureOf = (type, placed, named) => ({
  qualname: `${type.qualname}.__init__`,
  code: {
    positional: placed.length + 1,
    parameters: ['self', ...[...placed, ...named].map((one) => one.name)],
    onlyPositional: 0,
    rest: null,
    keywords: null,
  },
  defaults: placed.filter(isOptional).map(() => kNotGiven),
  keywordDefaults: new Map(named.filter(isOptional).map((one) => [one.name, kNotGiven])),
});

/** @param {Type} type @param {Field[]} fields */
function addInit(type, fields) {
  const taken = fields.filter((one) => one.init);
  const signature = signatureOf(
    type,
    taken.filter((one) => !one.kwOnly),
    taken.filter((one) => one.kwOnly),
  );
  const { parameters } = signature.code;
  addMethod(type, '__init__', (self, args, keywords) => {
    /** @type {any[]} */ const slots = new Array(parameters.length);
    bindArguments(/** @type {any} */ (signature), slots, [self, ...args], keywords);
    for (const one of fields) {
      const given = one.init ? slots[parameters.indexOf(one.name)] : kNotGiven;
      const value = given !== kNotGiven ? given : one.factory !== undefined ? call(one.factory, []) : one.fallback;
      if (value !== undefined) setPlainly(self, one.name, value);
    }
    const after = find(self, '__post_init__');
    if (after === undefined) return;
    try {
      call(after, []);
    } catch (thrown) {
      // The function that CPython writes has a line for its wrapper, its head and each field before.
      const set = fields.filter((one) => one.init || isOptional(one));
      throw leaving(thrown, { line: set.length + 3, code: { file: '<string>', name: '__init__' } });
    }
  });
}

/** @param {any} value */
const isDataclass = (value) => value instanceof Instance && value.type.lookup(kFields) !== undefined;

/** @param {string} name of the function @param {any} value */
function demandInstance(name, value) {
  if (!isDataclass(value)) throw raised('TypeError', `${name}() should be called on dataclass instances`);
}

/**
 * A value whose dataclasses, at any depth of lists, tuples and dicts, are something else.
 * @param {any} value
 * @param {(pairs: [string, any][]) => any} made what the names and values of one's fields become
 * @returns {any}
 */
function converted(value, made) {
  const each = (/** @type {any} */ part) => converted(part, made);
  if (isDataclass(value))
    return made(fieldsOf(value.type).map((one) => [one.name, each(getAttribute(value, one.name))]));
  if (Array.isArray(value) || value instanceof Tuple || value instanceof Dict) return copied(value, each, () => {});
  return deepCopy(value, new Map());
}

/** @param {any[]} args @param {Map<string, any>} keywords */
function asDict(args, keywords) {
  const [value, factory] = bound('asdict', ['obj', '*', 'dict_factory?'], args, keywords);
  demandInstance('asdict', value);
  return converted(value, (pairs) =>
    factory === undefined ? new Dict(pairs) : call(factory, [pairs.map((pair) => new Tuple(pair))]),
  );
}

/** @param {any[]} args @param {Map<string, any>} keywords */
function asTuple(args, keywords) {
  const [value, factory] = bound('astuple', ['obj', '*', 'tuple_factory?'], args, keywords);
  demandInstance('astuple', value);
  return converted(value, (pairs) => {
    const values = pairs.map(([, one]) => one);
    return factory === undefined ? new Tuple(values) : call(factory, [values]);
  });
}

/** @param {any[]} args @param {Map<string, any>} changes */
function replace([value], changes) {
  demandInstance('replace', value);
  const given = new Map(changes);
  for (const { name, init } of fieldsOf(value.type)) {
    if (!init && given.has(name))
      throw raised('ValueError', `field ${name} is declared with init=False, it cannot be specified with replace()`);
    if (init && !given.has(name)) given.set(name, getAttribute(value, name));
  }
  return call(value.type, [], given);
}

/** @returns {import('../values/containers.js').Module} */
export const dataclasses = () =>
  hostModule('dataclasses', {
    dataclass: fn('dataclass', ([type], keywords) =>
      type === undefined ? fn('wrap', ([own]) => dataclass(own, keywords)) : dataclass(type, keywords),
    ),
    field: fn('field', field),
    fields: fn('fields', ([value]) => {
      const type = value instanceof Type ? value : typeOf(value);
      if (type.lookup(kFields) === undefined)
        throw raised('TypeError', 'must be called with a dataclass type or instance');
      return new Tuple(fieldsOf(type));
    }),
    asdict: fn('asdict', asDict),
    astuple: fn('astuple', asTuple),
    replace: fn('replace', replace),
    is_dataclass: fn(
      'is_dataclass',
      ([value]) => (value instanceof Type ? value : typeOf(value)).lookup(kFields) !== undefined,
    ),
    FrozenInstanceError: frozenError,
  });
