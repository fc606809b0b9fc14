// The names that every program finds: functions, types, exceptions and constants.

import './mappings.js';
import './numbers.js';
import './special.js';
import './texts.js';
import '../text/percent.js';
import { bound, counted } from '../operations/arguments.js';
import { binary } from '../operations/arithmetic.js';
import { iterate } from '../operations/iterate.js';
import { call, callSpecial, special } from '../operations/objects.js';
import { plainItem } from '../operations/subscripts.js';
import { indexOf, sizeOf, truth } from '../operations/truth.js';
import { kEllipsis, kNotImplemented, rangeType, sliceType, Tuple, tupleType } from '../values/containers.js';
import { Dict, dictType, frozensetType, setType } from '../values/dict.js';
import { exceptions, raised } from '../values/exceptions.js';
import { iterator, iteratorTypeOf, kStop } from '../values/iterators.js';
import {
  Builtin,
  boolType,
  classMethodType,
  floatType,
  intType,
  listType,
  nameOf,
  objectType,
  propertyType,
  staticMethodType,
  strType,
  Type,
  typeType,
} from '../values/types.js';
import { functions, zip } from './functions.js';
import { tables } from './numbers.js';
import { superType } from './super.js';

/** A type whose objects are iterators that JavaScript makes: enumerate, map, filter. @param {string} name @param {(args: any[], keywords: Map<string, any>) => any} make */
function iteratorType(name, make) {
  const type = iteratorTypeOf(name);
  type.make = (_, args, keywords) => make(args, keywords);
  return type;
}

/** How many arguments types take, none of them by name. @type {[type: Type, least: number, most: number][]} */
const counts = [
  [boolType, 0, 1],
  [floatType, 0, 1],
  [listType, 0, 1],
  [tupleType, 0, 1],
  [setType, 0, 1],
  [frozensetType, 0, 1],
  [sliceType, 1, 3],
  [rangeType, 1, 3],
];

const enumerate = iteratorType('enumerate', (args, keywords) => {
  const [items, start = 0n] = bound('enumerate', ['iterable', 'start?'], args, keywords);
  const source = iterate(items);
  let count = indexOf(start);
  return iterator('enumerate', () => {
    const one = source.step();
    if (one === kStop) return kStop;
    const place = count;
    count = binary('+', count, 1n);
    return new Tuple([place, one]);
  });
});

const map = iteratorType('map', ([callee, ...items]) => {
  if (items.length === 0) throw raised('TypeError', 'map() must have at least two arguments.');
  const sources = items.map(iterate);
  return iterator('map', () => {
    const values = [];
    for (const source of sources) {
      const one = source.step();
      if (one === kStop) return kStop;
      values.push(one);
    }
    return call(callee, values);
  });
});

const filter = iteratorType('filter', ([test, items]) => {
  const source = iterate(items);
  return iterator('filter', () => {
    for (let one = source.step(); one !== kStop; one = source.step()) {
      if (truth(test === null ? one : call(test, [one]))) return one;
    }
    return kStop;
  });
});

const reversed = iteratorType('reversed', ([value]) => {
  const own = typeof value === 'string' ? undefined : special(value, '__reversed__');
  if (own !== undefined) return callSpecial(own, value);
  if (
    typeof value !== 'string' &&
    !(value instanceof Tuple) &&
    (special(value, '__getitem__') === undefined || value instanceof Dict || special(value, '__len__') === undefined)
  ) {
    throw raised('TypeError', `'${nameOf(value)}' object is not reversible`);
  }
  let i = sizeOf(value);
  const item = special(value, '__getitem__');
  return iterator('reversed', () =>
    i > 0 ? (item === undefined ? plainItem(value, BigInt(--i)) : callSpecial(item, value, BigInt(--i))) : kStop,
  );
});

tables.make = ([from, to, gone]) => {
  if (from instanceof Dict)
    return new Dict(
      [...from].map(([key, value]) => [
        typeof key === 'string' ? BigInt(/** @type {number} */ (key.codePointAt(0))) : key,
        value,
      ]),
    );
  const [source, target] = [[...from], [...(to ?? '')]];
  if (source.length !== target.length)
    throw raised('ValueError', 'the first two maketrans arguments must have equal length');
  const table = new Dict(
    source.map((one, i) => [
      BigInt(/** @type {number} */ (one.codePointAt(0))),
      BigInt(/** @type {number} */ (target[i].codePointAt(0))),
    ]),
  );
  for (const one of gone ?? '') table.set(BigInt(one.codePointAt(0)), null);
  return table;
};

counts.push([filter, 2, 2], [reversed, 1, 1]);
for (const [type, least, most] of counts) {
  const make = /** @type {NonNullable<typeof type.make>} */ (type.make);
  type.make = (own, args, keywords) => {
    if (own === type) counted(type.name, args, keywords, least, most);
    return make(own, args, keywords);
  };
}

/** The built-in names. @type {Map<string, any>} */
export const builtins = new Map(
  Object.entries({
    ...functions,
    ...exceptions,
    enumerate,
    map,
    filter,
    reversed,
    zip: iteratorType('zip', zip),
    object: objectType,
    type: typeType,
    int: intType,
    float: floatType,
    bool: boolType,
    str: strType,
    list: listType,
    tuple: tupleType,
    dict: dictType,
    set: setType,
    frozenset: frozensetType,
    range: rangeType,
    slice: sliceType,
    property: propertyType,
    staticmethod: staticMethodType,
    classmethod: classMethodType,
    super: superType,
    Ellipsis: kEllipsis,
    NotImplemented: kNotImplemented,
    __debug__: true,
  }),
);
for (const [_name, value] of builtins) if (value instanceof Builtin) value.module = 'builtins';
