// Python's indexing of torch.nn's containers: Sequential, ModuleList and ModuleDict.

import { ModuleDict, ModuleList, Sequential } from '../../torch/nn/containers.js';
import { ownModules } from '../../torch/nn/members.js';
import { ParameterList } from '../../torch/nn/parameter_list.js';
import { OrderedDict } from '../host/ordered.js';
import { addMethods } from '../operations/arguments.js';
import { listOf } from '../operations/iterate.js';
import { setAttribute } from '../operations/objects.js';
import { asIndex } from '../operations/truth.js';
import { repr } from '../text/repr.js';
import { Slice, Tuple } from '../values/containers.js';
import { Dict } from '../values/dict.js';
import { raised } from '../values/exceptions.js';
import { noKeywords } from '../values/functions.js';
import { nameOf, typeOf } from '../values/types.js';
import { fromTorch, toTorch } from './convert.js';

/** @typedef {import('../values/types.js').Type} Type */

/** @param {any} key @returns {any} */
function itemOf(key) {
  const index = asIndex(key);
  if (index === null) throw raised('TypeError', `'${nameOf(key)}' object cannot be interpreted as an integer`);
  return Number(index);
}

/** @param {Type} type of Sequential or ModuleList */
function prepareOrdered(type) {
  addMethods(type, {
    __getitem__: (module, key) => {
      if (key instanceof Slice) {
        const bound = (/** @type {any} */ one) => {
          const index = one === null ? '' : asIndex(one);
          if (index === null)
            throw raised('TypeError', 'slice indices must be integers or None or have an __index__ method');
          return String(index);
        };
        return fromTorch(module.part(`${bound(key.start)}:${bound(key.stop)}:${bound(key.step)}`));
      }
      return fromTorch(module.at(itemOf(key)));
    },
    __setitem__: (module, key, value) => {
      const names = ownModules(module).map(([name]) => name);
      const i = itemOf(key);
      if (i < -names.length || i >= names.length) throw raised('IndexError', `index ${i} is out of range`);
      setAttribute(module, names[i < 0 ? i + names.length : i], value);
    },
    __delitem__: (module, key) => {
      module.pop(itemOf(key));
    },
    __contains__: (module, one) => [...module].includes(one),
  });
}

/** @param {any} value */
const classOf = (value) => repr(typeOf(value));

/** @param {any} other */
function checkSequential(other) {
  if (other instanceof Sequential) return;
  throw raised('ValueError', `add operator supports only objects of Sequential class, but ${classOf(other)} is given.`);
}

/** The modules again and again. @param {any} module @param {any} times */
function repeated(module, times) {
  const count = typeof times === 'bigint' || typeof times === 'boolean' ? Number(times) : null;
  if (count === null)
    throw raised('TypeError', `unsupported operand type(s) for *: ${classOf(module)} and ${classOf(times)}`);
  if (count <= 0) throw raised('ValueError', `Non-positive multiplication factor ${times} for ${classOf(module)}`);
  return Array.from({ length: count }, () => [...module]).flat();
}

/** Sequentials are added to each other and repeated, lists are added to what can be iterated. @param {Type} type */
function prepareSums(type) {
  if (type.hosts === ModuleList) {
    addMethods(type, {
      __add__: (module, other) => fromTorch(new ModuleList([...module, ...listOf(other)])),
      __iadd__: (module, other) => module.extend(toTorch(other)),
    });
    return;
  }
  addMethods(type, {
    __add__: (module, other) => {
      checkSequential(other);
      return fromTorch(new Sequential(...module, ...other));
    },
    __iadd__: (module, other) => {
      checkSequential(other);
      return module.extend([...other]);
    },
    __mul__: (module, times) => fromTorch(new Sequential(...repeated(module, times))),
    __rmul__: (module, times) => fromTorch(new Sequential(...repeated(module, times))),
    __imul__: (module, times) => module.extend(repeated(module, times).slice(module.length)),
  });
}

/** Python's takes modules, or an OrderedDict: no other dict, and nothing by name. @param {any[]} args @param {Map<string, any>} keywords */
function checkModules(args, keywords) {
  const [name] = keywords.keys();
  if (name !== undefined)
    throw raised('TypeError', `Sequential.__init__() got an unexpected keyword argument '${name}'`);
  if (args[0] instanceof Dict && !(args[0] instanceof OrderedDict))
    throw raised('TypeError', `${nameOf(args[0])} is not a Module subclass`);
  return args;
}

/** The lists and the dict take one argument. @param {string} owner @returns {(args: any[], keywords: Map<string, any>) => any[]} */
const checkOne = (owner) => (args, keywords) => {
  const own = owner === 'ParameterList' ? 'values' : 'modules';
  for (const name of keywords.keys())
    if (name !== own) throw raised('TypeError', `${owner}.__init__() got an unexpected keyword argument '${name}'`);
  if (args.length > 1)
    throw raised(
      'TypeError',
      `${owner}.__init__() takes from 1 to 2 positional arguments but ${args.length + 1} were given`,
    );
  return keywords.has(own) ? [keywords.get(own)] : args;
};

/** Looks at what a class is made of, before torchlet does. @param {Type} type @param {(args: any[], keywords: Map<string, any>) => any[]} check the arguments by place that stay */
function checking(type, check) {
  const make = /** @type {NonNullable<Type['make']>} */ (type.make);
  type.make = (own, args, keywords) => {
    return own.isUsers ? make(own, args, keywords) : make(own, check(args, keywords), noKeywords);
  };
  const init = type.dict.get('__init__');
  const { call: run } = init;
  init.call = (/** @type {any[]} */ args, /** @type {Map<string, any>} */ keywords) => {
    const [self, ...given] = args;
    return run([self, ...check(given, keywords)], noKeywords);
  };
}

/** @param {Type} type of ModuleDict */
function prepareNamed(type) {
  addMethods(type, {
    __getitem__: (module, key) => {
      const found = [...module.items()].find(([name]) => name === key);
      if (!found) throw raised('KeyError', key);
      return fromTorch(found[1]);
    },
    __setitem__: (module, key, value) => {
      module.add_module(key, value);
    },
    __delitem__: (module, key) => void module.pop(key),
    __contains__: (module, key) => [...module.keys()].includes(key),
    keys: (module) => [...module.keys()],
    values: (module) => [...module.values()],
    items: (module) => [...module.items()].map(([name, value]) => new Tuple([name, value])),
  });
}

/** @param {Type} type of torch.nn */
export function prepareContainer(type) {
  if (type.hosts === Sequential || type.hosts === ModuleList) {
    prepareOrdered(type);
    prepareSums(type);
  }
  if (type.hosts === Sequential) checking(type, checkModules);
  if ([ModuleList, ModuleDict, ParameterList].includes(type.hosts)) checking(type, checkOne(type.name));
  if (type.hosts === ModuleDict) prepareNamed(type);
}
