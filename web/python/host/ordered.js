// collections.OrderedDict, which state_dict() makes as well, and how classes of dicts are made.

import { fill } from '../builtins/mappings.js';
import { addMethod, addMethods } from '../operations/arguments.js';
import { equals } from '../operations/compare.js';
import { truth } from '../operations/truth.js';
import { repr } from '../text/repr.js';
import { Tuple } from '../values/containers.js';
import { Dict, dictType } from '../values/dict.js';
import { raised } from '../values/exceptions.js';
import { builtinType, nativeType, registerType, typeOf } from '../values/types.js';
import { bound } from './protocol.js';

/** A class of dicts. @param {string} name @param {(args: any[], keywords: Map<string, any>) => Dict} make @param {any} Class */
export function dictClass(name, make, Class) {
  const type =
    name === 'Counter' ? builtinType(name, dictType, 'collections') : nativeType(name, dictType, 'collections');
  registerType(Class.prototype, type);
  type.make = (own, args, keywords) => {
    const made = own === type ? make(args, keywords) : new Class();
    return own === type ? made : Object.setPrototypeOf(made, own.prototype);
  };
  return type;
}

export class OrderedDict extends Dict {}
export const orderedType = dictClass(
  'OrderedDict',
  (args, keywords) => fill(new OrderedDict(), args, keywords),
  OrderedDict,
);
addMethods(orderedType, {
  __repr__: (dict) =>
    `${typeOf(dict).name}(${dict.size === 0 ? '' : `[${[...dict].map(([key, value]) => repr(new Tuple([key, value]))).join(', ')}]`})`,
});
addMethod(orderedType, 'move_to_end', (dict, args, keywords) => {
  const [key, last = true] = bound('move_to_end', ['key', 'last?'], args, keywords);
  if (!dict.has(key)) throw raised('KeyError', key);
  const value = dict.get(key);
  const rest = [...dict].filter(([one]) => !equals(one, key));
  dict.clear();
  for (const [k, v] of truth(last) ? [...rest, [key, value]] : [[key, value], ...rest]) dict.set(k, v);
});
addMethod(orderedType, 'popitem', (dict, args, keywords) => {
  const [last = true] = bound('popitem', ['last?'], args, keywords);
  const found = [...dict].at(truth(last) ? -1 : 0);
  if (found === undefined) throw raised('KeyError', 'dictionary is empty');
  dict.delete(found[0]);
  return new Tuple([found[0], found[1]]);
});
