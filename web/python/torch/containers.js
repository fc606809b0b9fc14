// Python's indexing of torch.nn's containers: Sequential, ModuleList and ModuleDict.

import { ModuleDict, ModuleList, Sequential } from '../../torch/nn/containers.js';
import { ownModules, ownParameters } from '../../torch/nn/members.js';
import { ParameterDict, ParameterList } from '../../torch/nn/parameter_list.js';
import { isTensor } from '../../torch/storage/base.js';
import { Parameter } from '../../torch/tensor/parameter.js';
import { OrderedDict } from '../host/ordered.js';
import { addMethods } from '../operations/arguments.js';
import { listOf } from '../operations/iterate.js';
import { setAttribute } from '../operations/objects.js';
import { asIndex } from '../operations/truth.js';
import { repr, str } from '../text/repr.js';
import { Slice, Tuple } from '../values/containers.js';
import { Dict } from '../values/dict.js';
import { raised } from '../values/exceptions.js';
import { noKeywords } from '../values/functions.js';
import { nameOf, typeOf } from '../values/types.js';
import { fromTorch } from './convert.js';

/** @typedef {import('../values/types.js').Type} Type */

/** @param {any} key @returns {any} */
function itemOf(key) {
  const index = asIndex(key);
  if (index === null) throw raised('TypeError', `'${nameOf(key)}' object cannot be interpreted as an integer`);
  return Number(index);
}

/** A slice as torchlet's containers take it. @param {Slice} slice */
function sliceText({ start, stop, step }) {
  const bound = (/** @type {any} */ one) => {
    const index = one === null ? '' : asIndex(one);
    if (index === null) throw raised('TypeError', 'slice indices must be integers or None or have an __index__ method');
    return String(index);
  };
  return `${bound(start)}:${bound(stop)}:${bound(step)}`;
}

/** @param {Type} type of ParameterList */
function prepareParameterList(type) {
  addMethods(type, {
    __getitem__: (list, key) => fromTorch(key instanceof Slice ? list.part(sliceText(key)) : list.at(itemOf(key))),
    __setitem__: (list, key, value) => {
      const i = itemOf(key);
      const { length } = list;
      if (i < -length || i >= length) throw raised('IndexError', `index ${i} is out of range`);
      setAttribute(list, String(i < 0 ? i + length : i), isTensor(value) ? Parameter(value) : value);
    },
    __iadd__: (list, values) => list.extend(listOf(values)),
  });
}

/** @param {Type} type of Sequential or ModuleList */
function prepareOrdered(type) {
  addMethods(type, {
    __getitem__: (module, key) => {
      if (key instanceof Slice) return fromTorch(module.part(sliceText(key)));
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

/** The operators of ModuleList, whose other side may be any modules. @param {Type} type */
function prepareList(type) {
  addMethods(type, {
    __add__: (list, other) => new ModuleList([...list, ...listOf(other)]),
    __iadd__: (list, other) => list.extend(listOf(other)),
  });
}

/** @param {any} one */
const classOf = (one) => repr(typeOf(one));

/** @param {any} other */
function checkAdded(other) {
  if (!(other instanceof Sequential))
    throw raised(
      'ValueError',
      `add operator supports only objects of Sequential class, but ${classOf(other)} is given.`,
    );
}

/** How often a Sequential is repeated. @param {any} module @param {any} other @returns {number} */
function factorOf(module, other) {
  if (typeof other !== 'bigint' && typeof other !== 'boolean')
    throw raised('TypeError', `unsupported operand type(s) for *: ${classOf(module)} and ${classOf(other)}`);
  if (Number(other) <= 0)
    throw raised('ValueError', `Non-positive multiplication factor ${str(other)} for ${classOf(module)}`);
  return Number(other);
}

/** Appends modules under the names that follow from their places. @param {any} module @param {any[]} others @returns {any} */
function appended(module, others) {
  const offset = module.length;
  others.forEach((one, i) => {
    module.add_module(String(offset + i), one);
  });
  return module;
}

/** A module's own modules so often. @param {any} module @param {number} count @returns {any[]} */
const repeatedly = (module, count) => Array.from({ length: count }, () => [...module]).flat();

/** The operators of Sequential. @param {Type} type */
function prepareOperators(type) {
  const times = (/** @type {any} */ module, /** @type {any} */ other) =>
    appended(new Sequential(), repeatedly(module, factorOf(module, other)));
  addMethods(type, {
    __add__: (module, other) => {
      checkAdded(other);
      return appended(new Sequential(), [...module, ...other]);
    },
    __iadd__: (module, other) => {
      checkAdded(other);
      return appended(module, [...other]);
    },
    __mul__: times,
    __rmul__: times,
    __imul__: (module, other) => appended(module, repeatedly(module, factorOf(module, other) - 1)),
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

/** @param {Type} type of ParameterDict */
function prepareParameters(type) {
  addMethods(type, {
    __getitem__: (module, key) => {
      const found = ownParameters(module).find(([name]) => name === key);
      if (!found) throw raised('AttributeError', `'${nameOf(module)}' object has no attribute '${key}'`);
      return found[1];
    },
    __setitem__: (module, key, value) => {
      module.put(key, value);
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
  if (type.hosts === Sequential || type.hosts === ModuleList) prepareOrdered(type);
  if (type.hosts === ModuleList) prepareList(type);
  if (type.hosts === Sequential) prepareOperators(type);
  if (type.hosts === Sequential) checking(type, checkModules);
  if ([ModuleList, ModuleDict, ParameterList].includes(type.hosts)) checking(type, checkOne(type.name));
  if (type.hosts === ModuleDict) prepareNamed(type);
  if (type.hosts === ParameterList) prepareParameterList(type);
  if (type.hosts === ParameterDict) prepareParameters(type);
}
