// torch.nn.Module in Python: what a program's own modules are to torchlet, and attributes that become parameters and children.

import { activations } from '../../build/table.js';
import { AutogradFunction } from '../../torch/autograd/function.js';
import { ConcatDataset, Dataset, TensorDataset } from '../../torch/data/datasets.js';
import { Sampler } from '../../torch/data/samplers.js';
import { learn } from '../../torch/nn/attributes.js';
import {
  isBuffer,
  isModule,
  isModuleName,
  markVacant,
  namedModulesOf,
  noteOrder,
  ownBuffers,
  ownParameters,
} from '../../torch/nn/members.js';
import { callable, initialize, Module as ModuleClass } from '../../torch/nn/module.js';
import { isTensor } from '../../torch/storage/base.js';
import { Parameter } from '../../torch/tensor/parameter.js';
import { namedTupleType } from '../host/named_tuple.js';
import { OrderedDict } from '../host/ordered.js';
import { addMethod, addMethods } from '../operations/arguments.js';
import { iterate } from '../operations/iterate.js';
import { call, getAttribute } from '../operations/objects.js';
import { getItem } from '../operations/subscripts.js';
import { asIndex, sizeOf } from '../operations/truth.js';
import { str } from '../text/repr.js';
import { Tuple } from '../values/containers.js';
import { Dict } from '../values/dict.js';
import { raised } from '../values/exceptions.js';
import { PyFunction } from '../values/functions.js';
import { Builtin, ClassMethod, Member, nameOf, registerType, StaticMethod, Type, typeOf } from '../values/types.js';
import { adopt, namesOf, ofHost, preparations, typeFor } from './classes.js';
import { prepareContainer } from './containers.js';
import { fromTorch, toArguments, toTorch } from './convert.js';
import { addHookDicts } from './hooks.js';

/** The defaults of the activations' parameters that are floats. */
const floats = new Map(
  activations.flatMap(({ module, parameters }) =>
    parameters
      .filter((one) => one.type === 'float')
      .map((one) => /** @type {const} */ ([`${module}.${one.name}`, one.default])),
  ),
);

/** Modules of programs whose `Module.__init__` has not run yet. @type {WeakSet<object>} */
const unready = new WeakSet();
/** Modules with hooks, which torchlet calls. @type {WeakSet<object>} */
const hooked = new WeakSet();

/** A JavaScript class for a class of a program's: its methods are there for torchlet too. @param {Type} type */
export function derived(type) {
  const above = type.bases.find((base) => base.hosts)?.hosts;
  const hosts = /** @type {any} */ (class extends above {});
  Object.defineProperty(hosts, 'name', { value: type.name });
  Object.defineProperty(hosts, 'toString', { value: () => `<class '__main__.${type.qualname}'>` });
  type.hosts = hosts;
  adopt(hosts, type);
  registerType(hosts.prototype, type);
  for (const [name, value] of type.dict) expose(type, name, value);
  return hosts;
}

/** A method of a program's class, where torchlet looks for it. @param {Type} type @param {string} name @param {any} value */
function expose(type, name, value) {
  const { hosts } = type;
  const isForward = name === 'forward' && isModule(hosts.prototype) && !(value instanceof PyFunction);
  if ((value instanceof StaticMethod || value instanceof ClassMethod) && !isForward) {
    const callee = value.callable;
    const own = value instanceof ClassMethod ? [type] : [];
    hosts[name] = (/** @type {any[]} */ ...args) => toTorch(call(callee, [...own, ...args.map(fromTorch)]));
  } else if (isForward)
    define(hosts, name, function (...args) {
      return toTorch(call(getAttribute(this, name), args.map(fromTorch)));
    });
  else if (name === '__repr__' && value instanceof PyFunction)
    define(hosts, 'toString', function () {
      return str(call(value, [this]));
    });
  else if (name === '__len__' && value instanceof PyFunction)
    Object.defineProperty(hosts.prototype, 'length', {
      configurable: true,
      get() {
        return sizeOf(this);
      },
    });
  else if (name === '__iter__' && value instanceof PyFunction)
    define(hosts, Symbol.iterator, function* () {
      for (const one of iterate(call(value, [this]))) yield toTorch(one);
    });
  else if (name === '__getitem__' && value instanceof PyFunction)
    define(hosts, 'get', function (key) {
      return toTorch(call(value, [this, fromTorch(key)]));
    });
  else if (value instanceof PyFunction && !name.startsWith('__'))
    define(hosts, name, function (...args) {
      return toTorch(call(value, [this, ...args.map(fromTorch)]));
    });
}

/** @param {any} hosts @param {string | symbol} name @param {(this: any, ...args: any[]) => any} value */
const define = (hosts, name, value) =>
  Object.defineProperty(hosts.prototype, name, { value, configurable: true, writable: true });

/** @param {string} what */
const tooEarly = (what) => raised('AttributeError', `cannot assign ${what} before Module.__init__() call`);

/** Module.__setattr__. @param {any} module @param {string} name @param {any} value */
function setOnModule(module, name, value) {
  if (name === 'forward') {
    // One of the module's own, for torchlet too.
    namesOf(module).set(name, value);
    const forward = (/** @type {any[]} */ ...args) => toTorch(call(value, args.map(fromTorch)));
    Object.defineProperty(module, name, { value: forward, configurable: true, writable: true });
    return true;
  }
  if (value instanceof Parameter) {
    if (unready.has(module)) throw tooEarly('parameters');
    namesOf(module).delete(name);
    if (Object.hasOwn(module, name) && !(module[name] instanceof Parameter)) delete module[name];
    learn(module, name, value);
    return true;
  }
  if (isModule(value)) {
    if (unready.has(module)) throw tooEarly('module');
    namesOf(module).delete(name);
    noteOrder(module, name);
    Object.defineProperty(module, name, { value, enumerable: true, configurable: true, writable: true });
    return true;
  }
  if (Object.hasOwn(module, name)) {
    if (isModuleName(module, name)) {
      if (value !== null)
        throw raised(
          'TypeError',
          `cannot assign '${described(value)}' as child module '${name}' (torch.nn.Module or None expected)`,
        );
      markVacant(module, name);
    }
    if (isBuffer(module, name) && value !== null && !isTensor(value))
      throw raised(
        'TypeError',
        `cannot assign '${described(value)}' as buffer '${name}' (torch.Tensor or None expected)`,
      );
    module[name] = toTorch(value);
    return true;
  }
  namesOf(module).set(name, value);
  return true;
}

/** @param {any} value */
const described = (value) => (isTensor(value) ? value.dtype.legacy : nameOf(value));

/** A method that Python finds on a type's objects. @param {Type} type @param {string} name @param {(self: any, args: any[], keywords: Map<string, any>) => any} run */
const method = (type, name, run) => addMethod(type, name, run);

/** What a module computes: by its own `forward` where a program wrote it, else by torchlet. @param {any} module @param {any[]} args @param {Map<string, any>} keywords */
function forwardOf(module, args, keywords) {
  const own = hooked.has(module) ? undefined : namesOf(module).get('forward');
  if (own !== undefined) return { callee: own, args, keywords };
  const forward = typeOf(module).lookup('forward');
  if (forward instanceof PyFunction && !hooked.has(module)) {
    if (unready.has(module))
      throw raised('AttributeError', `'${typeOf(module).name}' object has no attribute '_backward_hooks'`);
    return { callee: forward, args: [module, ...args], keywords };
  }
  return null;
}

/** @param {Type} type */
function prepareModule(type) {
  type.setOwn = setOnModule;
  type.namesOwn = Object.getOwnPropertyNames;
  type.deleteOwn = (module, name) => Object.hasOwn(module, name) && delete module[name];
  type.findOwn = (module, name) => {
    const value = typeof module[name] === 'number' ? module[name] : undefined;
    // An activation's parameter that was not given is the float of PyTorch's signature.
    return value !== undefined && floats.get(`${module.constructor.name}.${name}`) === value
      ? value
      : ofHost(module, name);
  };
  type.derive = derived;
  type.onSet = expose;
  type.make = (own, args, keywords) => {
    if (own.isUsers) {
      const module = callable(own.hosts);
      unready.add(module);
      return module;
    }
    if (own.hosts === ModuleClass) refuseArguments(own, args, keywords);
    return Reflect.construct(own.hosts, toArguments(args, keywords));
  };
  const run = new Builtin('__call__', ([module, ...args], keywords) => {
    const own = forwardOf(module, args, keywords);
    return own ? call(own.callee, own.args, own.keywords) : fromTorch(module(...toArguments(args, keywords)));
  });
  run.steps = function* ([module, ...args], keywords) {
    const own = forwardOf(module, args, keywords);
    if (!own) return fromTorch(module(...toArguments(args, keywords)));
    return own.callee.code?.steps
      ? yield* own.callee.code.steps(own.callee, own.args, own.keywords)
      : call(own.callee, own.args, own.keywords);
  };
  run.qualname = 'Module._wrapped_call_impl';
  type.dict.set('__call__', run);
  type.dict.set('__bool__', undefined);
  type.dict.delete('__bool__');
  hooking(type, 'register_forward_hook', (own, inputs, output) => [own, new Tuple(listed(inputs)), fromTorch(output)]);
  hooking(type, 'register_forward_pre_hook', (own, inputs) => [own, new Tuple(listed(inputs))]);
  hooking(type, 'register_full_backward_hook', (own, a, b) => [own, new Tuple(listed(a)), new Tuple(listed(b))]);
  hooking(type, 'register_full_backward_pre_hook', (own, a) => [own, new Tuple(listed(a))]);
  method(type, 'state_dict', (module, args, keywords) => ordered(module.state_dict(...toArguments(args, keywords))));
  method(type, 'load_state_dict', (module, args, keywords) => {
    const { missing_keys, unexpected_keys } = module.load_state_dict(...toArguments(args, keywords));
    return call(incompatibleKeys, [missing_keys, unexpected_keys]);
  });
  method(type, 'apply', (module, args, keywords) => {
    const callee = args[0] ?? keywords.get('fn');
    if (callee === undefined) throw raised('TypeError', "Module.apply() missing 1 required positional argument: 'fn'");
    const each = (/** @type {any} */ one) => {
      for (const child of one.children()) each(child);
      call(callee, [one]);
    };
    each(module);
    return module;
  });
  type.dict.set('_parameters', new Member((module) => new Dict(ownParameters(module))));
  type.dict.set('_modules', new Member((module) => new Dict(namedModulesOf(module))));
  type.dict.set('_buffers', new Member((module) => new Dict(ownBuffers(module))));
  addHookDicts(type);
  method(type, '_get_name', (module) => typeOf(module).name);
}

/** What `load_state_dict` gives: a tuple with names, and words for one that is empty. */
const incompatibleKeys = namedTupleType('_IncompatibleKeys', ['missing_keys', 'unexpected_keys'], []);
incompatibleKeys.module = 'torch.nn.modules.module';
const withNames = incompatibleKeys.dict.get('__repr__');
addMethods(incompatibleKeys, {
  __repr__: (keys) =>
    keys.items.some((/** @type {string[]} */ names) => names.length > 0)
      ? call(withNames, [keys])
      : '<All keys matched successfully>',
});

/** @param {any[]} values */
const listed = (values) => Array.from(values, fromTorch);

/** A method that registers a function of a program's, which gets its arguments as Python has them. @param {Type} type @param {string} name @param {(...args: any[]) => any[]} arranged */
function hooking(type, name, arranged) {
  const wrapped =
    (/** @type {any} */ hook) =>
    (/** @type {any[]} */ ...args) =>
      toTorch(call(hook, arranged(...args)));
  method(type, name, (module, [hook, ...rest], keywords) => {
    const named = [...keywords].map(
      ([key, value]) => /** @type {[string, any]} */ ([key, key === 'hook' ? wrapped(value) : value]),
    );
    const args = toArguments(hook === undefined ? [] : [wrapped(hook), ...rest], new Map(named));
    const handle = type.hosts.prototype[name].apply(module, args);
    hooked.add(module);
    return fromTorch(handle);
  });
}

/** @param {Record<string, any>} state */
const ordered = (state) => new OrderedDict(Object.entries(state).map(([key, value]) => [key, fromTorch(value)]));

/** What `Module.__init__` says to arguments. @param {Type} type @param {any[]} args @param {Map<string, any>} keywords */
function refuseArguments({ name }, args, keywords) {
  if (args.length === 0 && keywords.size === 0) return;
  throw raised(
    'TypeError',
    `${name}.__init__() ${keywords.size > 0 ? `got an unexpected keyword argument '${[...keywords.keys()][0]}'` : `takes 1 positional argument but ${args.length + 1} were given`}`,
  );
}

/** `__init__` of a class, on a module that is there. @param {Type} type */
function addInit(type) {
  const init = new Builtin('__init__', ([module, ...args], keywords) => {
    if (type.hosts === ModuleClass) refuseArguments(typeOf(module), args, keywords);
    else {
      unready.delete(module);
      initialize(module, type.hosts, toArguments(args, keywords));
    }
    unready.delete(module);
    return null;
  });
  type.dict.set('__init__', init);
}

preparations.set(ModuleClass, (type) => {
  prepareModule(type);
  addInit(type);
});

/** Every class of torch.nn gets an `__init__` of its own. @param {Type} type */
export function prepareLayer(type) {
  if (!type.dict.has('__init__')) addInit(type);
  type.make = typeFor(ModuleClass).make;
  prepareContainer(type);
}

/** A class of a program's that is no module: its objects have the prototype of a JavaScript class. @param {Type} type */
function prepareObject(type) {
  const make = type.make;
  type.derive = derived;
  type.make = (own, args, keywords) => (own.isUsers ? Object.create(own.hosts.prototype) : make?.(own, args, keywords));
  type.setOwn = (object, name, value) => {
    namesOf(object).set(name, value);
    return true;
  };
}

preparations.set(Dataset, (type) => {
  prepareObject(type);
  addMethods(type, {
    __add__: (a, b) => new ConcatDataset([a, b]),
    __getitem__: (dataset, key) => {
      if (dataset instanceof TensorDataset)
        return new Tuple(dataset.tensors.map((/** @type {any} */ tensor) => getItem(tensor, key)));
      if (typeof dataset.get !== 'function')
        throw raised('NotImplementedError', 'Subclasses of Dataset should implement __getitem__.');
      const index = asIndex(key);
      const sample = dataset.get(index === null ? key : Number(index));
      return Array.isArray(sample) ? new Tuple(sample.map(fromTorch)) : fromTorch(sample);
    },
  });
  type.dict.delete('__iter__');
  type.dict.set('__init__', new Builtin('__init__', () => null));
});

preparations.set(Sampler, (type) => {
  prepareObject(type);
  type.dict.set('__init__', new Builtin('__init__', () => null));
});

/** The function of a program's behind a method that may be static. @param {any} value */
const functionOf = (value) => (value instanceof StaticMethod ? value.callable : value);

/** Arguments by name at the places that forward has for them, behind its ctx. @param {Type} type @param {any[]} args @param {Map<string, any>} keywords */
function placed(type, args, keywords) {
  const forward = functionOf(type.lookup('forward'));
  if (keywords.size === 0 || !(forward instanceof PyFunction)) return args;
  const names = forward.code.parameters.slice(1, forward.code.positional);
  const all = [...args];
  for (const [name, value] of keywords) {
    const place = names.indexOf(name);
    if (place < 0) throw raised('TypeError', `forward() got an unexpected keyword argument '${name}'`);
    if (place < args.length) throw raised('TypeError', `forward() got multiple values for argument '${name}'`);
    all[place] = value;
  }
  const { defaults } = forward;
  return Array.from(all, (value, place) => {
    const own = value ?? defaults[place - names.length + defaults.length];
    if (own !== undefined) return own;
    throw raised('TypeError', `forward() missing required argument: '${names[place]}' (position ${place})`);
  });
}

/** Lets a class be asked for its own methods that are not said to be static, as PyTorch asks. @param {Type} type */
function derivedFunction(type) {
  const hosts = derived(type);
  for (const name of ['forward', 'backward', 'setup_context']) {
    const value = type.dict.get(name);
    if (value instanceof PyFunction) expose(type, name, new StaticMethod(value));
  }
  return hosts;
}

preparations.set(AutogradFunction, (type) => {
  prepareObject(type);
  type.derive = derivedFunction;
  addMethod(type, '__call__', () => {
    throw raised(
      'RuntimeError',
      'Legacy autograd function with non-static forward method is deprecated. Please use new-style autograd function with static forward method. (Example: https://pytorch.org/docs/stable/autograd.html#torch.autograd.Function)',
    );
  });
  type.dict.set(
    'apply',
    new ClassMethod(
      new Builtin('apply', ([own, ...args], keywords) =>
        fromTorch(own.hosts.apply.call(own.hosts, ...placed(own, args, keywords).map(toTorch))),
      ),
    ),
  );
});
