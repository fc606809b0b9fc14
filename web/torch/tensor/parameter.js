// Classes that are made with or without `new`, and torch.nn.Parameter: a tensor that a module learns.

import { RuntimeError } from '../../core/errors.js';
import { optional, requireMethod } from '../arguments/call.js';
import { bindPython } from '../arguments/signature.js';
import { detach } from '../operations/shapes/views.js';
import { empty } from './creation.js';
import { Tensor } from './tensor.js';

/**
 * A class that is made as in Python, without `new`, or as in JavaScript, with it.
 * @param {string} initializer as Python names it, `ReLU.__init__`
 * @param {any} base
 * @param {any[]} parameters of the constructor
 * @param {(passed: Record<string, any>, type: any) => any} make an instance of the class or of one that extends it
 * @param {object} members
 * @returns {any}
 */
export function pythonClass(initializer, base, parameters, make, members) {
  /** @param {any[]} args */
  function type(...args) {
    const values = bindPython(initializer, parameters, args, true, true);
    const passed = Object.fromEntries(values.map((value, i) => [parameters[i].name ?? parameters[i], value]));
    return make(passed, new.target ?? type);
  }
  Object.defineProperty(type, 'name', { value: initializer.split('.')[0] });
  Object.setPrototypeOf(type, base);
  type.prototype = Object.create(base.prototype, {
    constructor: { value: type, writable: true, configurable: true, enumerable: true },
    ...Object.getOwnPropertyDescriptors(members),
  });
  return type;
}

/**
 * A tensor over the same storage that requires grad unless told otherwise; as an attribute of a module it is one of its
 * parameters. `nn.Parameter(torch.ones(2))`, with or without `new`.
 * @type {{ new (data?: Tensor | null, requires_grad?: boolean | object): Tensor,
 *   (data?: Tensor | null, requires_grad?: boolean | object): Tensor, prototype: Tensor }}
 */
export const Parameter = /* @__PURE__ */ pythonClass(
  'Parameter.__new__',
  Tensor,
  /* @__PURE__ */ optional({ data: null, requires_grad: true }),
  ({ data, requires_grad }) => {
    data ??= empty(0);
    requireMethod(data, 'detach');
    if (requires_grad && !data.dtype.is_floating_point) {
      throw new RuntimeError('Only Tensors of floating point and complex dtype can require gradients');
    }
    return Object.setPrototypeOf(detach(data), Parameter.prototype).requires_grad_(requires_grad);
  },
  {
    toString() {
      return `Parameter containing:\n${Tensor.prototype.toString.call(this)}`;
    },
    [Symbol.toStringTag]: 'Parameter',
  },
);
