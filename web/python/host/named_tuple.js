// Classes of tuples whose elements have names: what namedtuple() and typing.NamedTuple make, and PyTorch's results of that kind.

import { addMethod, addMethods, fn } from '../operations/arguments.js';
import { listOf } from '../operations/iterate.js';
import { repr } from '../text/repr.js';
import { Tuple, tupleType } from '../values/containers.js';
import { Dict } from '../values/dict.js';
import { raised } from '../values/exceptions.js';
import { builtinType, ClassMethod, Member, registerType, Type, typeOf } from '../values/types.js';

/** @param {string} name @param {string[]} fields @param {any[]} defaults of the last ones */
export const namedTupleType = (name, fields, defaults) =>
  naming(new Type(name, [tupleType], new Map(), '__main__'), fields, defaults);

/** typing.NamedTuple: what derives from it names its elements by its annotations. */
export const namedTupleBase = builtinType('NamedTuple', tupleType, 'typing');
namedTupleBase.onDerived = (type) => {
  const fields = [...type.dict.get('__annotations__').keys()];
  const defaults = fields.filter((one) => type.dict.has(one)).map((one) => type.dict.get(one));
  naming(type, fields, defaults);
};

const fixed = () => {
  throw raised('AttributeError', "can't set attribute");
};

/** Gives the elements of a type's tuples names. @param {Type} type @param {string[]} fields @param {any[]} defaults of the last ones */
function naming(type, fields, defaults) {
  const { name } = type;
  const written = new Map(type.dict);
  const prototype = Object.create(Tuple.prototype);
  registerType(prototype, type);
  const make = (/** @type {any[]} */ items) => Object.setPrototypeOf(new Tuple(items), prototype);
  type.make = (own, given, named) => {
    const items = bindFields(name, fields, defaults, given, named);
    return own === type ? make(items) : Object.setPrototypeOf(new Tuple(items), own.prototype);
  };
  fields.forEach((field, i) => type.dict.set(field, new Member((tuple) => tuple.items[i], fixed)));
  type.dict.set('_fields', new Tuple(fields));
  const optional = fields.slice(fields.length - defaults.length);
  type.dict.set('_field_defaults', new Dict(optional.map((field, i) => [field, defaults[i]])));
  type.dict.set('_make', new ClassMethod(fn('_make', ([, items]) => make(listOf(items)))));
  addMethods(type, {
    __repr__: (tuple) =>
      `${typeOf(tuple).name}(${fields.map((field, i) => `${field}=${repr(tuple.items[i])}`).join(', ')})`,
    _asdict: (tuple) => new Dict(fields.map((field, i) => [field, tuple.items[i]])),
  });
  addMethod(type, '_replace', (tuple, _, named) =>
    make(fields.map((field, i) => (named.has(field) ? named.get(field) : tuple.items[i]))),
  );
  for (const [key, value] of written) if (!fields.includes(key)) type.dict.set(key, value);
  return type;
}

/** @param {string} name @param {string[]} fields @param {any[]} defaults @param {any[]} given @param {Map<string, any>} named */
function bindFields(name, fields, defaults, given, named) {
  const who = `${name}.__new__()`;
  if (given.length > fields.length)
    throw raised(
      'TypeError',
      `${who} takes ${defaults.length > 0 ? `from ${fields.length + 1 - defaults.length} to ` : ''}${fields.length + 1} positional arguments but ${given.length + 1} were given`,
    );
  for (const key of named.keys()) {
    if (!fields.includes(key)) throw raised('TypeError', `${who} got an unexpected keyword argument '${key}'`);
  }
  const first = fields.length - defaults.length;
  const items = fields.map((field, i) =>
    i < given.length ? given[i] : named.has(field) ? named.get(field) : i >= first ? defaults[i - first] : undefined,
  );
  const missing = fields.filter((_, i) => items[i] === undefined);
  if (missing.length > 0) {
    const quoted = missing.map((one) => `'${one}'`);
    throw raised(
      'TypeError',
      `${who} missing ${missing.length} required positional argument${missing.length === 1 ? '' : 's'}: ${quoted.length < 3 ? quoted.join(' and ') : `${quoted.slice(0, -1).join(', ')}, and ${quoted.at(-1)}`}`,
    );
  }
  return items;
}
