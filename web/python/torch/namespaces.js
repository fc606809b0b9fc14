// The modules torch, torch.nn, torch.optim…: the package's own names, and the few that Python has beside them.

import '../../core/embedded.js';
import { fullNames } from '../../torch/arguments/signature.js';
import { isModule } from '../../torch/nn/members.js';
import { isTensor } from '../../torch/storage/base.js';
import { DType } from '../../torch/storage/dtype.js';
import { Parameter } from '../../torch/tensor/parameter.js';
import torch from '../../torch/torch.js';
import { fn } from '../operations/arguments.js';
import { call } from '../operations/objects.js';
import { Module } from '../values/containers.js';
import { Dict, PySet } from '../values/dict.js';
import { raised } from '../values/exceptions.js';
import { Builtin, builtinType, nameOf, Type, typeOf } from '../values/types.js';
import { autograd, is_anomaly_enabled } from './autograd.js';
import { classes, typeFor } from './classes.js';
import { contexts } from './contexts.js';
import { deviceType, dtypeType, layoutType } from './kinds.js';
import './attributes.js';
import './copies.js';
import './size.js';
import './optimizers.js';
import './state.js';
import './storages.js';
import { behind, cpu, Device, fromTorch, sizeType, toArguments, toData, toTorch } from './convert.js';
import { load, save } from './files.js';
import { homeOf } from './homes.js';
import { accelerator, backends, cuda, idle, mps, random, version } from './machine.js';
import { prepareLayer } from './modules.js';
import { refuseModule } from './submodules.js';
import { tensorType } from './tensors.js';

/** Functions whose numbers are data: an int makes int64, a float float32. */
const ofData = new Set(['tensor', 'as_tensor', 'asarray', 'full', 'full_like', 'arange', 'range']);

/** @param {string} name @param {any} own */
function dataFunction(name, own) {
  const made = fn(name, (args, keywords) => {
    if (/^(tensor|as_tensor)$/.test(name) && (args[0] instanceof Dict || args[0] instanceof PySet))
      throw raised('RuntimeError', `Could not infer dtype of ${nameOf(args[0])}`);
    return fromTorch(own(...toArguments(args, keywords, toData)));
  });
  behind.set(made, own);
  return Object.assign(made, originOf('torch', name));
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
  return Object.assign(made, originOf('torch', name));
}

/** Functions of torch that PyTorch has written in Python. */
const ofPython = new Set(
  'atleast_1d atleast_2d atleast_3d block_diag vmap broadcast_shapes broadcast_tensors cartesian_prod cdist einsum initial_seed is_tensor manual_seed meshgrid norm seed set_default_dtype set_printoptions split tensordot unique unique_consecutive'.split(
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
    Object.assign(made, originOf(path, name));
    fullNames.set(value, `${made.module}.${made.qualname}`);
  }
  if (made instanceof Type && path.startsWith('torch.nn') && typeof value === 'function' && isModule(value.prototype))
    prepareLayer(made);
  return made;
}

/** Functions of nn.functional that are torch's own. */
const ofTorch = new Set(
  'celu_ relu_ rrelu_ selu_ threshold_ cosine_similarity hardshrink pairwise_distance prelu'.split(' '),
);
/** Functions of nn.functional that are C++'s, by what they call themselves. @type {Record<string, string>} */
const ofC = Object.fromEntries(
  'gelu linear one_hot softplus softshrink elu_ hardtanh_ leaky_relu_'.split(' ').map((name) => [name, name]),
);
ofC.logsigmoid = 'log_sigmoid';

/** Where PyTorch has a function, and what it is called there. @param {string} path @param {string} name @returns {Partial<Builtin>} */
function originOf(path, name) {
  const isFunctional = path === 'torch.nn.functional';
  if (isFunctional ? ofTorch.has(name) : path === 'torch' && !ofPython.has(name))
    return { name, qualname: `_VariableFunctionsClass.${name}`, kind: 'method of torch', module: 'torch' };
  if (isFunctional && name in ofC) return { name: ofC[name], qualname: ofC[name], kind: '', module: 'torch._C._nn' };
  const own = isFunctional && name === 'threshold' ? '_threshold' : name;
  return { name: own, qualname: own, kind: 'function', module: path === 'torch' ? 'torch.functional' : path };
}

/** What is a module within a module. @param {string} path @param {string} name */
const isNamespace = (path, name) =>
  /^(nn|optim|utils|autograd|distributions|func|linalg|special|testing|functional|init|lr_scheduler|data)$/.test(
    name,
  ) && path.startsWith('torch');

/** @type {Map<string, Module>} */
const made = new Map();

/** Modules in which functions alone are written: whatever is beside them is found there too. */
const ofFunctions = /^torch\.(nn\.utils\.(clip_grad|convert_parameters)|distributions\.kl)$/;

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
    if (ofFunctions.test(`${path}.${name}`)) return module;
    const value = ownValue(own, name);
    const isThere = value !== undefined && !(typeof value === 'function' && value.isAbsent);
    const home = isThere ? undefined : homeOf(module, `${path}.${name}`);
    const found = home ?? (value === undefined ? undefined : member(path, name, value));
    if (found === undefined) refuseModule(`${path}.${name}`);
    else module.dict.set(name, found);
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
    layout: layoutType,
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
    are_deterministic_algorithms_enabled: idle('are_deterministic_algorithms_enabled', false),
    set_float32_matmul_precision: idle('set_float32_matmul_precision'),
    get_float32_matmul_precision: idle('get_float32_matmul_precision', 'highest'),
    get_default_device: idle('get_default_device', cpu),
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
classes.set(DType, dtypeType);

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

/** Modules and names that torch has beside those of the package. @param {Record<string, any>} modules by their names in torch @param {Record<string, Record<string, any>>} names by where they are */
export function addParts(modules, names) {
  const { dict } = torchModule();
  for (const [name, own] of Object.entries(modules)) dict.set(name, namespace(`torch.${name}`, own));
  for (const [path, own] of Object.entries(names)) {
    const module = /** @type {Module} */ (submodule(path));
    for (const [name, value] of Object.entries(own)) module.dict.set(name, member(path, name, value));
  }
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
