// torch.nn.Module: the base of all modules, which are called like functions. Longer than other files: it is one class, each method a few
// lines with its type.

import { NotImplementedError, ValueError } from '../../core/errors.js';
import { absent, absentOf } from '../arguments/absent.js';
import { optional } from '../arguments/call.js';
import { bindPython, truth, typeName } from '../arguments/signature.js';
import { dtypeNamed, placeOf } from '../operations/elements/casting.js';
import { detach } from '../operations/shapes/views.js';
import { float32, float64 } from '../storage/dtype.js';
import { addBuffer, addModule, addParameter, bufferOf, parameterOf, submodule } from './attributes.js';
import { convertModule } from './conversion.js';
import { addHook, callModule } from './hooks.js';
import {
  moduleText,
  namedChildren,
  namedModules,
  namedTensors,
  ownBuffers,
  ownParameters,
  registerBase,
  valuesOf,
} from './members.js';
import { loadState, stateOf } from './state.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../storage/dtype.js').DType} DType
 * @typedef {{ prefix?: string, recurse?: boolean, remove_duplicate?: boolean }} NamesOptions
 * @typedef {{ memo?: Set<Module> | null, prefix?: string, remove_duplicate?: boolean }} ModulesOptions
 */

const kNames = { prefix: '', recurse: true, remove_duplicate: true };

/**
 * The arguments of a method of Module.
 * @param {string} name
 * @param {Record<string, unknown>} defaults
 * @param {unknown[]} args
 * @returns {any[]}
 */
const bind = (name, defaults, args) => bindPython(`Module.${name}`, optional(defaults), args, true);

/**
 * The hook that a method registers, and whether it is called before those that are there.
 * @param {string} name
 * @param {Record<string, unknown>} defaults
 * @param {unknown[]} args
 * @param {boolean} byName whether the defaults are given by name only
 * @returns {[hook: any, isFirst: boolean]}
 */
function hookOf(name, defaults, args, byName) {
  const others = optional(defaults).map((one) => ({ ...one, keyword: byName }));
  const [hook, prepend, ...flags] = /** @type {any[]} */ (
    bindPython(`Module.${name}`, ['hook', ...others], args, true)
  );
  if (flags.some(truth))
    throw new NotImplementedError(`${name}(with_kwargs=True) and always_call=True are not part of torchlet`);
  return [hook, truth(prepend)];
}

const inspect = Symbol.for('nodejs.util.inspect.custom');

/**
 * The base of all modules. A module is a function of its input: `const m = nn.ReLU(); const y = m(x)`.
 */
export class Module {
  /** Whether the module is in training mode, in which RReLU draws its slopes. @type {boolean} */
  training = true;

  constructor() {
    // biome-ignore lint/correctness/noConstructorReturn: an instance must be a function, so that it can be called
    return callable(new.target);
  }

  /**
   * Sets the mode, of the modules within it too, and returns the module.
   * @param {[mode?: boolean | { mode?: boolean }]} args true unless given
   */
  train(...args) {
    const [mode] = bind('train', { mode: true }, args);
    if (typeof mode !== 'boolean') throw new ValueError('training mode is expected to be boolean');
    this.training = mode;
    for (const child of this.children()) child.train(mode);
    return this;
  }

  /** The same as train(false). @param {[]} args */
  eval(...args) {
    bind('eval', {}, args);
    return this.train(false);
  }

  /**
   * The learnable parameters with their names, `act.weight`, of the modules within it too unless recurse is false. One in
   * several places comes once, under its first name, unless remove_duplicate is false.
   * @param {[prefix?: string | NamesOptions, recurse?: boolean | NamesOptions, remove_duplicate?: boolean | NamesOptions]} args
   * @returns {IterableIterator<[string, Tensor]>}
   */
  named_parameters(...args) {
    const [prefix, recurse, once] = bind('named_parameters', kNames, args);
    return namedTensors(this, ownParameters, prefix, truth(recurse), truth(once));
  }

  /**
   * The learnable parameters, of the modules within it too unless recurse is false.
   * @param {[recurse?: boolean | { recurse?: boolean }]} args
   * @returns {IterableIterator<Tensor>}
   */
  parameters(...args) {
    const [recurse] = bind('parameters', { recurse: true }, args);
    return valuesOf(namedTensors(this, ownParameters, '', truth(recurse), true));
  }

  /**
   * The buffers with their names: tensors that are part of its state and are not learned.
   * @param {[prefix?: string | NamesOptions, recurse?: boolean | NamesOptions, remove_duplicate?: boolean | NamesOptions]} args
   * @returns {IterableIterator<[string, Tensor]>}
   */
  named_buffers(...args) {
    const [prefix, recurse, once] = bind('named_buffers', kNames, args);
    return namedTensors(this, ownBuffers, prefix, truth(recurse), truth(once));
  }

  /** The buffers. @param {[recurse?: boolean | { recurse?: boolean }]} args @returns {IterableIterator<Tensor>} */
  buffers(...args) {
    const [recurse] = bind('buffers', { recurse: true }, args);
    return valuesOf(namedTensors(this, ownBuffers, '', truth(recurse), true));
  }

  /**
   * Adds a buffer under a name, which `state_dict` has unless persistent is false. KeyError for a name that is taken.
   * @param {[name: string, tensor: Tensor | null, persistent?: boolean | { persistent?: boolean }]} args
   */
  register_buffer(...args) {
    const parameters = ['name', 'tensor', ...optional({ persistent: true })];
    const [name, tensor, persistent] = /** @type {any[]} */ (
      bindPython('Module.register_buffer', parameters, args, true)
    );
    addBuffer(this, name, tensor, truth(persistent));
  }

  /** Adds a parameter under a name, or null where there is none. @param {[name: string, param: Tensor | null]} args */
  register_parameter(...args) {
    const [name, param] = /** @type {any[]} */ (bindPython('Module.register_parameter', ['name', 'param'], args, true));
    addParameter(this, name, param);
  }

  /** Adds a module under a name. @param {[name: string, module: Module | null]} args */
  add_module(...args) {
    const [name, module] = /** @type {any[]} */ (bindPython('Module.add_module', ['name', 'module'], args, true));
    addModule(this, name, module);
  }

  /** The same as add_module. @param {[name: string, module: Module | null]} args */
  register_module(...args) {
    const [name, module] = /** @type {any[]} */ (bindPython('Module.register_module', ['name', 'module'], args, true));
    addModule(this, name, module);
  }

  /** The module of a dotted name, `'block.act'`. AttributeError where there is none. @param {string} target @returns {any} */
  get_submodule(target) {
    return submodule(this, target);
  }

  /** The parameter of a dotted name, `'0.weight'`. AttributeError where there is none. @param {string} target @returns {Tensor} */
  get_parameter(target) {
    return parameterOf(this, target);
  }

  /** The buffer of a dotted name. AttributeError where there is none. @param {string} target @returns {Tensor} */
  get_buffer(target) {
    return bufferOf(this, target);
  }

  /**
   * The module itself under the name '' and those within it, at any depth, with their names: `['', net]`, `['act', net.act]`.
   * @param {[memo?: Set<Module> | null | ModulesOptions, prefix?: string | ModulesOptions, remove_duplicate?: boolean | ModulesOptions]} args
   * @returns {IterableIterator<[string, Module]>}
   */
  named_modules(...args) {
    const [memo, prefix, once] = bind('named_modules', { memo: null, prefix: '', remove_duplicate: true }, args);
    return namedModules(this, memo ?? new Set(), prefix, truth(once));
  }

  /**
   * The module itself and those within it, at any depth, each once unless remove_duplicate is false.
   * @param {[remove_duplicate?: boolean | { remove_duplicate?: boolean }]} args
   * @returns {IterableIterator<Module>}
   */
  modules(...args) {
    const [once] = bind('modules', { remove_duplicate: true }, args);
    return valuesOf(namedModules(this, new Set(), '', truth(once)));
  }

  /** The modules that are its properties, with their names. @param {[]} args @returns {IterableIterator<[string, Module]>} */
  named_children(...args) {
    bind('named_children', {}, args);
    return namedChildren(this);
  }

  /** The modules that are its properties. @param {[]} args @returns {IterableIterator<Module>} */
  children(...args) {
    bind('children', {}, args);
    return valuesOf(namedChildren(this));
  }

  /**
   * Calls a function with every module within it, then with the module itself, and returns the module.
   * @param {(module: any) => unknown} fn
   */
  apply(fn) {
    if (fn === undefined) throw new TypeError("Module.apply() missing 1 required positional argument: 'fn'");
    if (typeof fn !== 'function') throw new TypeError(`'${typeName(fn)}' object is not callable`);
    for (const child of this.children()) child.apply(fn);
    fn(this);
    return this;
  }

  /**
   * The parameters by name, detached: what `load_state_dict` takes.
   * @param {[options?: { destination?: Record<string, Tensor> | null, prefix?: string, keep_vars?: boolean }]} args
   * @returns {Record<string, Tensor>}
   */
  state_dict(...args) {
    const [destination, prefix, keep] = bind('state_dict', { destination: null, prefix: '', keep_vars: false }, args);
    return stateOf(this, prefix, truth(keep), destination ?? undefined);
  }

  /**
   * Copies the tensors of a `state_dict` into the parameters of the same names. RuntimeError for other shapes and, unless
   * strict is false, for names that are missing or too many, which the result tells.
   * @param {Record<string, Tensor>} state_dict
   * @param {[strict?: boolean | { strict?: boolean }]} args
   */
  load_state_dict(state_dict, ...args) {
    if (state_dict === undefined) {
      throw new TypeError("Module.load_state_dict() missing 1 required positional argument: 'state_dict'");
    }
    return loadState(this, state_dict, truth(bind('load_state_dict', { strict: true }, args)[0]));
  }

  /** Lets gradients flow to the parameters, or not. @param {[requires_grad?: boolean | { requires_grad?: boolean }]} args */
  requires_grad_(...args) {
    const [flag] = bind('requires_grad_', { requires_grad: true }, args);
    for (const parameter of this.parameters()) parameter.requires_grad_(flag);
    return this;
  }

  /**
   * Forgets the gradients of the parameters, or sets them to zero.
   * @param {[set_to_none?: boolean | { set_to_none?: boolean }]} args true unless given
   */
  zero_grad(...args) {
    const [forgets] = bind('zero_grad', { set_to_none: true }, args);
    for (const parameter of this.parameters()) {
      if (parameter.grad !== null) parameter.grad = truth(forgets) ? null : detach(parameter.grad).zero_();
    }
  }

  /**
   * Converts the floating-point parameters and buffers, and returns the module: `net.to(torch.float64)`; 'cpu' changes nothing.
   * @param {[dtype: DType | string | { dtype?: DType, device?: 'cpu' }, ...rest: any[]]} args
   */
  to(...args) {
    const dtype = placeOf(args);
    if (dtype === null) return this;
    if (!dtype.is_floating_point)
      throw new TypeError(`nn.Module.to only accepts floating point or complex dtypes, but got desired dtype=${dtype}`);
    return convertModule(this, dtype);
  }

  /** The same as to(torch.float32). @param {[]} args */
  float(...args) {
    bind('float', {}, args);
    return convertModule(this, float32);
  }

  /** The same as to(torch.float64). @param {[]} args */
  double(...args) {
    bind('double', {}, args);
    return convertModule(this, float64);
  }

  /** The same as to(dtype). @param {[dst_type: DType | string]} args */
  type(...args) {
    const [type] = /** @type {any[]} */ (bindPython('Module.type', ['dst_type'], args, true));
    return convertModule(this, dtypeNamed(type));
  }

  /** The module itself. @param {[]} args */
  cpu(...args) {
    bind('cpu', {}, args);
    return this;
  }

  /** Refused, as in a PyTorch without CUDA. @param {[device?: any]} args */
  cuda(...args) {
    bind('cuda', { device: null }, args);
    return this.to('cuda');
  }

  /**
   * Has a function called with the module, the list of its inputs and its output after each call; what it returns, if
   * anything, is the output. The handle's `remove()` ends that.
   * @param {[hook: (module: any, inputs: any[], output: any) => unknown, options?: { prepend?: boolean }]} args
   */
  register_forward_hook(...args) {
    return addHook(
      this,
      'after',
      ...hookOf('register_forward_hook', { prepend: false, with_kwargs: false, always_call: false }, args, true),
    );
  }

  /**
   * Has a function called with the module and the list of its inputs before each call; what it returns, if anything, are
   * the inputs.
   * @param {[hook: (module: any, inputs: any[]) => unknown, options?: { prepend?: boolean }]} args
   */
  register_forward_pre_hook(...args) {
    return addHook(
      this,
      'before',
      ...hookOf('register_forward_pre_hook', { prepend: false, with_kwargs: false }, args, true),
    );
  }

  /**
   * Has a function called with the module, the gradients of its inputs and those of its outputs, both as lists, when they are known; what
   * it returns, if anything, are the gradients of the inputs.
   * @param {[hook: (module: any, grad_input: (Tensor | null)[], grad_output: (Tensor | null)[]) => unknown, options?: { prepend?: boolean }]} args
   */
  register_full_backward_hook(...args) {
    return addHook(this, 'backward', ...hookOf('register_full_backward_hook', { prepend: false }, args, false));
  }

  /**
   * The same before the gradients of the inputs are known: with the module and the gradients of its outputs, which it may replace.
   * @param {[hook: (module: any, grad_output: (Tensor | null)[]) => unknown, options?: { prepend?: boolean }]} args
   */
  register_full_backward_pre_hook(...args) {
    return addHook(this, 'backwardPre', ...hookOf('register_full_backward_pre_hook', { prepend: false }, args, false));
  }

  /** What the module does with its input. @param {...any} _args @returns {any} */
  forward(..._args) {
    throw new NotImplementedError(`Module [${this.constructor.name}] is missing the required "forward" function`);
  }

  /** What `print` shows between the parentheses. */
  extra_repr() {
    return '';
  }

  toString() {
    return moduleText(this);
  }

  [inspect]() {
    return this.toString();
  }
}
// What is called keeps what functions have: call, bind.
Object.setPrototypeOf(Module.prototype, Function.prototype);
// But a module may have a name and a length of its own, which functions do not let one set.
for (const key of ['name', 'length']) {
  Object.defineProperty(Module.prototype, key, {
    configurable: true,
    get: () => undefined,
    set(value) {
      Object.defineProperty(this, key, { value, enumerable: true, configurable: true, writable: true });
    },
  });
}
for (const name of absentOf('m').filter((one) => !(one in Module.prototype))) {
  const value = absent('m', name, () => Object.getOwnPropertyNames(Module.prototype));
  Object.defineProperty(Module.prototype, name, { value, configurable: true, writable: true });
}
registerBase(Module);

/** The module that the next constructor fills, instead of a new one. @type {any} */
let waiting = null;

/**
 * Runs a class's constructor on a module that is there already, as Python's `__init__` does.
 * @param {any} module
 * @param {any} type
 * @param {any[]} args
 */
export function initialize(module, type, args) {
  waiting = module;
  try {
    Reflect.construct(type, args, module.constructor);
  } finally {
    waiting = null;
  }
}

/**
 * An instance that can be called: a function whose prototype is the class's.
 * @param {{ prototype: object }} type
 */
export function callable(type) {
  if (waiting !== null) {
    const module = waiting;
    waiting = null;
    return module;
  }
  const module = /** @type {any} */ ((/** @type {any[]} */ ...args) => callModule(module, args));
  delete module.name;
  delete module.length;
  // What the constructor of Module sets is on the object that this function stands for.
  Object.defineProperty(module, 'training', { value: true, writable: true });
  return Object.setPrototypeOf(module, type.prototype);
}
