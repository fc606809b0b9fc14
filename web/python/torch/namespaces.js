// The modules torch, torch.nn, torch.optim…: the package's own names, and the few that Python has beside them.

import '../../core/embedded.js';
import { fullNames } from '../../torch/arguments/signature.js';
import { isModule } from '../../torch/nn/members.js';
import { isTensor } from '../../torch/storage/base.js';
import { Parameter } from '../../torch/tensor/parameter.js';
import torch from '../../torch/torch.js';
import { fn } from '../operations/arguments.js';
import { call } from '../operations/objects.js';
import { Module } from '../values/containers.js';
import { Dict, PySet } from '../values/dict.js';
import { raised } from '../values/exceptions.js';
import { Builtin, builtinType, nameOf, Type, typeOf } from '../values/types.js';
import { autograd, is_anomaly_enabled } from './autograd.js';
import { classes, deviceType, typeFor } from './classes.js';
import { contexts } from './contexts.js';
import './copies.js';
import './optimizers.js';
import './state.js';
import './storages.js';
import { behind, cpu, Device, fromTorch, sizeType, toArguments, toData, toTorch } from './convert.js';
import { load, save } from './files.js';
import { homeOf } from './homes.js';
import { accelerator, backends, cuda, idle, mps, random, version } from './machine.js';
import { prepareLayer } from './modules.js';
import { tensorType } from './tensors.js';

/** Functions whose numbers are data: an int makes int64, a float float32. */
const ofData = new Set(['tensor', 'as_tensor', 'full', 'full_like', 'arange', 'range']);

/** @param {string} name @param {any} own */
function dataFunction(name, own) {
  const made = fn(name, (args, keywords) => {
    if (/^(tensor|as_tensor)$/.test(name) && (args[0] instanceof Dict || args[0] instanceof PySet))
      throw raised('RuntimeError', `Could not infer dtype of ${nameOf(args[0])}`);
    return fromTorch(own(...toArguments(args, keywords, toData)));
  });
  behind.set(made, own);
  made.kind = 'method of torch';
  return made;
}

/** Operations that take two numbers, the first of which is then a tensor. */
const ofNumbers = new Set([
  'add',
  'sub',
  'mul',
  'div',
  'subtract',
  'multiply',
  'divide',
  'true_divide',
  'floor_divide',
]);

/** @param {string} name @param {any} own */
function numbersFunction(name, own) {
  const plain = fromTorch(own);
  const made = fn(name, (args, keywords) => {
    const areNumbers = args.length === 2 && args.every((one) => /^(number|bigint|boolean)$/.test(typeof one));
    return call(plain, areNumbers ? [torch.tensor(toData(args[0])), args[1]] : args, keywords);
  });
  behind.set(made, own);
  return made;
}

/** Functions of torch that PyTorch has written in Python. */
const ofPython = new Set(
  'atleast_1d atleast_2d atleast_3d block_diag broadcast_shapes broadcast_tensors cartesian_prod cdist einsum initial_seed is_tensor manual_seed meshgrid norm seed set_default_dtype set_printoptions split tensordot unique unique_consecutive'.split(
    ' ',
  ),
);

/** A name of a namespace, as Python has it. @param {string} path @param {string} name @param {any} value */
function member(path, name, value) {
  if (path === 'torch' && ofData.has(name)) return dataFunction(name, value);
  if (path === 'torch' && ofNumbers.has(name)) return numbersFunction(name, value);
  if (
    typeof value === 'object' &&
    value !== null &&
    /^\[object Object\]$/.test(Object.prototype.toString.call(value)) &&
    Object.getPrototypeOf(value) === Object.prototype &&
    isNamespace(path, name)
  ) {
    return namespace(`${path}.${name}`, value);
  }
  if (typeof value === 'number') return value; // torch.pi
  const made = fromTorch(value);
  if (made instanceof Builtin) {
    made.isAbsent = value.isAbsent === true;
    made.name = name;
    made.qualname = name;
    made.kind = path === 'torch' && !ofPython.has(name) ? 'method of torch' : 'function';
    fullNames.set(value, `${ownerOf(path, name)}.${name}`);
  }
  if (made instanceof Type && path.startsWith('torch.nn') && typeof value === 'function' && isModule(value.prototype))
    prepareLayer(made);
  return made;
}

/** Where PyTorch has a function: those of torch, and some of nn.functional, are C++'s. @param {string} path @param {string} name */
function ownerOf(path, name) {
  if (path === 'torch') return 'torch._VariableFunctionsClass';
  const isNative = path === 'torch.nn.functional' && /^(gelu|linear|one_hot|softplus|softshrink)$/.test(name);
  return isNative ? 'torch._C._nn' : path;
}

/** What is a module within a module. @param {string} path @param {string} name */
const isNamespace = (path, name) =>
  /^(nn|optim|utils|autograd|linalg|functional|init|lr_scheduler|data)$/.test(name) && path.startsWith('torch');

/** @type {Map<string, Module>} */
const made = new Map();

/** What the package has under a name, if it has it. @param {any} own @param {string} name */
function ownValue(own, name) {
  try {
    return own[name];
  } catch (error) {
    if (/** @type {Error} */ (error).name === 'AttributeError') return undefined;
    throw error;
  }
}

/** @param {string} path @param {any} own @param {Record<string, any>} [more] names that Python has beside */
function namespace(path, own, more = {}) {
  const known = made.get(path);
  if (known) return known;
  const module = new Module(path, new Map(Object.entries({ ...more, ...extra[path] })), (name) => {
    if (name.startsWith('__')) return undefined;
    const value = ownValue(own, name);
    const found = value === undefined ? homeOf(module, `${path}.${name}`) : member(path, name, value);
    if (found === undefined) return undefined;
    module.dict.set(name, found);
    return found;
  });
  module.names = () => Object.keys(own);
  made.set(path, module);
  return module;
}

/** The constructors from before dtypes: of data, or of sizes; for `x.type(torch.FloatTensor)` they are dtypes. */
const legacy = Object.entries({
  FloatTensor: 'float32',
  DoubleTensor: 'float64',
  LongTensor: 'int64',
  IntTensor: 'int32',
  ByteTensor: 'uint8',
  BoolTensor: 'bool',
}).map(([name, type]) => {
  const dtype = /** @type {any} */ (torch)[type];
  const made = builtinType(name, undefined, 'torch');
  made.make = (_, args) => {
    const areSizes = args.length === 0 || args.every((one) => typeof one === 'bigint');
    if (areSizes) return torch.zeros(args.length === 0 ? [0] : args.map(Number), { dtype });
    const data = toData(args[0]);
    return isTensor(data) ? /** @type {any} */ (data).to(dtype) : torch.tensor(data, { dtype });
  };
  made.covers = (value) => isTensor(value) && /** @type {any} */ (value).dtype === dtype;
  behind.set(made, dtype);
  return [name, made];
});

/** The names that Python has beside those of the package. @type {Record<string, Record<string, any>>} */
const extra = {
  torch: {
    ...contexts,
    ...Object.fromEntries(legacy),
    Tensor: tensorType,
    Size: sizeType,
    device: deviceType,
    cuda,
    backends,
    mps,
    accelerator,
    version,
    random,
    __version__: /** @type {any} */ (torch).__version__,
    save,
    load,
    is_tensor: fn('is_tensor', (args) => {
      if (args.length === 0) throw raised('TypeError', "is_tensor() missing 1 required positional argument: 'obj'");
      return typeOf(args[0]).derivesFrom(tensorType);
    }),
    is_grad_enabled: fn('is_grad_enabled', () => torch.is_grad_enabled()),
    is_anomaly_enabled,
    set_num_threads: idle('set_num_threads'),
    get_num_threads: idle('get_num_threads', 1n),
    use_deterministic_algorithms: idle('use_deterministic_algorithms'),
  },
  'torch.autograd': {
    ...autograd,
    no_grad: contexts.no_grad,
    enable_grad: contexts.enable_grad,
    set_grad_enabled: contexts.set_grad_enabled,
  },
};

deviceType.make = (_, args, keywords) => {
  const named = ['type', 'index'].slice(args.length).map((name) => keywords.get(name));
  const given = [...args, ...named].filter((one) => one !== undefined);
  if (given.length === 1 && given[0] instanceof Device) return given[0];
  const { type, index } = /** @type {any} */ (torch.device)(...given.map((one) => toTorch(one)));
  return type === 'cpu' && index === null ? cpu : new Device(type, index);
};
tensorType.make = (_, args, keywords) => {
  const given = toArguments(args, keywords, toData);
  // An array of numbers is to it what a list is: of whatever dtype, it makes floats.
  if (given.length > 0 && isTensor(given[0]) && !isTensor(args[0])) given[0] = given[0].to(torch.get_default_dtype());
  return /** @type {any} */ (torch).Tensor(...given);
};
tensorType.hosts = torch.Tensor;
classes.set(torch.Tensor, tensorType);

const parameterType = typeFor(Parameter);
parameterType.make = (_, args, keywords) => Reflect.construct(Parameter, toArguments(args, keywords));
parameterType.dict.set('__module__', 'torch.nn.parameter');
parameterType.module = 'torch.nn.parameter';

/** torch. */
export function torchModule() {
  const first = namespace('torch', torch);
  if (made.size < 3) {
    for (const path of ['nn', 'optim', 'utils', 'autograd']) {
      const own = /** @type {any} */ (torch)[path];
      first.dict.set(path, namespace(`torch.${path}`, own));
    }
  }
  return first;
}

/** The modules beneath torch, by their paths. @param {string} path @returns {Module | undefined} */
export function submodule(path) {
  let module = /** @type {any} */ (torchModule());
  for (const part of path.split('.').slice(1)) {
    module = module.dict.get(part) ?? module.find?.(part);
    if (!(module instanceof Module)) return undefined;
  }
  return module;
}
