// torch.nn.Parameter: a tensor that a module learns.
import { isTensor } from './base.js';
import { empty } from './creation.js';
import { AttributeError, RuntimeError } from './errors.js';
import { bindPython, typeName } from './signature.js';
import { Tensor } from './tensor.js';

/** @param {unknown[]} args @returns {Tensor} */
function ParameterType(...args) {
  const parameters = [
    { name: 'data', default: null },
    { name: 'requires_grad', default: true },
  ];
  const [given, requiresGrad] = bindPython('Parameter.__new__', parameters, args, true);
  const data = given ?? empty(0);
  if (!isTensor(data)) throw new AttributeError(`'${typeName(data)}' object has no attribute 'detach'`);
  const { storage, shape, strides, offset, dtype } = data;
  if (requiresGrad && !dtype.is_floating_point) {
    throw new RuntimeError('Only Tensors of floating point and complex dtype can require gradients');
  }
  const tensor = Reflect.construct(Tensor, [storage, shape, strides, offset, dtype], ParameterType);
  return tensor.requires_grad_(requiresGrad);
}
Object.defineProperty(ParameterType, 'name', { value: 'Parameter' });
Object.setPrototypeOf(ParameterType, Tensor);
ParameterType.prototype = Object.create(Tensor.prototype, {
  constructor: { value: ParameterType },
  toString: {
    value() {
      return `Parameter containing:\n${Tensor.prototype.toString.call(this)}`;
    },
  },
  [Symbol.toStringTag]: { value: 'Parameter' },
});

/**
 * A tensor over the same storage that requires grad unless told otherwise; as an attribute of a module it is one of its
 * parameters. `nn.Parameter(torch.ones(2))`, with or without `new`.
 * @type {{ new (data?: Tensor | null, requires_grad?: boolean | object): Tensor,
 *   (data?: Tensor | null, requires_grad?: boolean | object): Tensor, prototype: Tensor }}
 */
export const Parameter = /** @type {any} */ (ParameterType);
