// collections.defaultdict, which an optimiser's state is as well.

import { fill } from '../builtins/mappings.js';
import { addMethod, addMethods } from '../operations/arguments.js';
import { call } from '../operations/objects.js';
import { repr } from '../text/repr.js';
import { Dict } from '../values/dict.js';
import { raised } from '../values/exceptions.js';
import { Member, typeOf } from '../values/types.js';
import { dictClass } from './ordered.js';

/** A dict that makes what is asked for and not there. */
export class DefaultDict extends Dict {
  /** @type {any} */ factory = null;
}
export const defaultdictType = dictClass(
  'defaultdict',
  ([factory = null, ...args], keywords) => {
    const made = new DefaultDict();
    made.factory = factory;
    return fill(made, args, keywords, 'dict');
  },
  DefaultDict,
);
addMethod(defaultdictType, '__init__', (dict, [factory = null, ...args], keywords) => {
  dict.factory = factory;
  fill(dict, args, keywords);
});
addMethods(defaultdictType, {
  __missing__: (dict, key) => {
    if (dict.factory === null) throw raised('KeyError', key);
    const value = call(dict.factory, []);
    dict.set(key, value);
    return dict.get(key) ?? value;
  },
  __repr__: (dict) => `${typeOf(dict).name}(${repr(dict.factory)}, ${plainDict(dict)})`,
});
defaultdictType.dict.set('default_factory', new Member((dict) => dict.factory));

/** @param {Dict} dict */
const plainDict = (dict) => `{${[...dict].map(([key, value]) => `${repr(key)}: ${repr(value)}`).join(', ')}}`;
