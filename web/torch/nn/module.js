// torch.nn.Module: the base of all modules, which are called like functions.

import { NotImplementedError, ValueError } from '../../core/errors.js';
import { optional, outKeyword, swift } from '../arguments/call.js';
import { bindPython, truth, typeName } from '../arguments/signature.js';
import { detach } from '../operations/views.js';
import { pythonClass } from '../tensor/parameter.js';
import { moduleText, namedChildren, namedModules, namedParameters, registerBase, valuesOf } from './members.js';
import { loadState, stateOf } from './state.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
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
    return namedParameters(this, prefix, truth(recurse), truth(once));
  }

  /**
   * The learnable parameters, of the modules within it too unless recurse is false.
   * @param {[recurse?: boolean | { recurse?: boolean }]} args
   * @returns {IterableIterator<Tensor>}
   */
  parameters(...args) {
    const [recurse] = bind('parameters', { recurse: true }, args);
    return valuesOf(namedParameters(this, '', truth(recurse), true));
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
registerBase(Module);

/**
 * An instance that can be called: a function whose prototype is the class's.
 * @param {{ prototype: object }} type
 */
function callable(type) {
  const module = /** @type {any} */ ((/** @type {any[]} */ ...args) => module.forward(...args));
  delete module.name;
  delete module.length;
  // What the constructor of Module sets is on the object that this function stands for.
  Object.defineProperty(module, 'training', { value: true, writable: true });
  return Object.setPrototypeOf(module, type.prototype);
}

const forwardArguments = [outKeyword];

/**
 * A class of torch.nn.
 * @param {string} name
 * @param {any[]} parameters of the constructor
 * @param {(module: any, passed: Record<string, any>) => void} construct what the constructor does with them
 * @param {string} called the class whose `forward` it has, by its name in errors
 * @param {(module: any, input: any, out: any) => Tensor} forward
 * @param {object} members
 */
export function moduleClass(name, parameters, construct, called, forward, members) {
  const type = pythonClass(
    `${name}.__init__`,
    Module,
    parameters,
    (passed, target) => {
      const module = callable(target);
      construct(module, passed);
      return module;
    },
    {
      /** @param {any[]} args */
      forward(...args) {
        const [input, out] =
          swift(forwardArguments, args) ?? bindPython(`${called}.forward`, ['input', ...forwardArguments], args, true);
        return forward(this, input, out);
      },
      ...members,
    },
  );
  return Object.defineProperty(type, 'toString', { value: () => `<class 'torch.nn.modules.activation.${name}'>` });
}
