// torch.nn.Module: the base of all modules, which are called like functions.

import { NotImplementedError, ValueError } from '../../core/errors.js';
import { outKeyword, swift } from '../arguments/call.js';
import { bindPython } from '../arguments/signature.js';
import { Parameter, pythonClass } from '../tensor/parameter.js';

/** @typedef {import('../tensor/tensor.js').Tensor} Tensor */

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

  /** Sets the mode and returns the module. @param {boolean} [mode] */
  train(mode = true) {
    if (typeof mode !== 'boolean') throw new ValueError('training mode is expected to be boolean');
    this.training = mode;
    return this;
  }

  /** The same as train(false). */
  eval() {
    return this.train(false);
  }

  /** The learnable parameters with their names. @returns {IterableIterator<[string, Tensor]>} */
  *named_parameters() {
    for (const [name, value] of Object.entries(this)) if (value instanceof Parameter) yield [name, value];
  }

  /** The learnable parameters. @returns {IterableIterator<Tensor>} */
  *parameters() {
    for (const [, parameter] of this.named_parameters()) yield parameter;
  }

  /** Lets gradients flow to the parameters, or not. @param {boolean} [requires_grad] */
  requires_grad_(requires_grad = true) {
    for (const parameter of this.parameters()) parameter.requires_grad_(requires_grad);
    return this;
  }

  /** Forgets the gradients of the parameters. */
  zero_grad() {
    for (const parameter of this.parameters()) parameter.grad = null;
  }

  /** What the module does with its input. @param {...any} _args @returns {Tensor} */
  forward(..._args) {
    throw new NotImplementedError(`Module [${this.constructor.name}] is missing the required "forward" function`);
  }

  /** What `print` shows between the parentheses. */
  extra_repr() {
    return '';
  }

  toString() {
    return `${this.constructor.name}(${this.extra_repr()})`;
  }

  [inspect]() {
    return this.toString();
  }
}
// What is called keeps what functions have: call, apply, bind.
Object.setPrototypeOf(Module.prototype, Function.prototype);

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
