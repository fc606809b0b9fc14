// Classes of torch.nn, made from the parameters of their constructors and what they do with their input.

import { outKeyword, swift } from '../arguments/call.js';
import { bindPython } from '../arguments/signature.js';
import { isTensor } from '../storage/base.js';
import { pythonClass } from '../tensor/parameter.js';
import { callable, Module } from './module.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {Module & ((input: Tensor) => Tensor) & { weight: Tensor, bias: Tensor | null }} Learned a layer with weights
 * @typedef {Module & ((input: Tensor) => Tensor)} Layer a layer without
 * @typedef {Module & ((input: Tensor, target: Tensor) => Tensor)} Loss
 * @typedef {{ device?: 'cpu' | null, dtype?: import('../storage/dtype.js').DType | null }} Placed
 */

/**
 * A class that is made with or without `new`.
 * @template {any[]} A
 * @template M
 * @typedef {{ new (...args: A): M, (...args: A): M, prototype: M }} Made
 */

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
        if (args.length === 1 && isTensor(args[0])) return forward(this, args[0], null);
        const [input, out] =
          swift(forwardArguments, args) ?? bindPython(`${called}.forward`, ['input', ...forwardArguments], args, true);
        return forward(this, input, out);
      },
      ...members,
    },
  );
  return Object.defineProperty(type, 'toString', { value: () => `<class 'torch.nn.modules.activation.${name}'>` });
}

/**
 * A class of torch.nn that is no activation.
 * @param {string} name
 * @param {string} file of torch.nn.modules that has it
 * @param {any[]} parameters of the constructor
 * @param {(module: any, passed: Record<string, any>) => void} construct what the constructor does with them
 * @param {any[]} inputs the parameters of `forward`
 * @param {(module: any, ...inputs: any[]) => any} forward
 * @param {object} members
 * @param {any} [base]
 * @param {string} [owner] of the constructor, by its name in errors
 * @param {string} [called] the class whose `forward` it has
 * @returns {any}
 */
export function layerClass(
  name,
  file,
  parameters,
  construct,
  inputs,
  forward,
  members,
  base = Module,
  owner = name,
  called = name,
) {
  const type = pythonClass(
    `${owner}.__init__`,
    base,
    parameters,
    (passed, target) => {
      const module = callable(target);
      construct(module, passed);
      return module;
    },
    {
      /** @param {any[]} args */
      forward(...args) {
        const isPlain = args.length === inputs.length && args.every(isTensor);
        return forward(this, ...(isPlain ? args : bindPython(`${called}.forward`, inputs, args, true)));
      },
    },
  );
  Object.defineProperties(type.prototype, Object.getOwnPropertyDescriptors(members));
  Object.defineProperty(type, 'name', { value: name });
  return Object.defineProperty(type, 'toString', { value: () => `<class 'torch.nn.modules.${file}.${name}'>` });
}
