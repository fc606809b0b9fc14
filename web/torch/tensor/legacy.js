// torch.Tensor as users call it: PyTorch's older constructor, which takes sizes, a list or a tensor.
// The class is in tensor.js; its own constructor takes a storage and is not for users.
// Source: legacy_tensor_generic_ctor_new in torch/csrc/utils/tensor_new.cpp.

import { NativeParser, nativeMethod } from '../arguments/native.js';
import { typeName } from '../arguments/signature.js';
import { alias } from '../operations/shapes/views.js';
import { isTensor } from '../storage/base.js';
import { fromSequence, isSequence, tensor } from '../storage/data.js';
import { empty } from './creation.js';
import { Tensor as TensorClass } from './tensor.js';

/**
 * @typedef {import('./tensor.js').Tensor} Tensor
 * @typedef {import('../storage/data.js').NestedData} NestedData
 * @typedef {{ new (...sizes: number[]): Tensor, new (data: NestedData): Tensor, (...sizes: number[]): Tensor,
 *   (data: NestedData): Tensor, prototype: Tensor }} TensorConstructor
 */

const signatures = [
  'new(list data, *, device device=None)|hidden', // a list holds the elements, though it may be of integers like a size
  'new(*, device device=None)',
  'new(torch.Storage storage)',
  'new(Tensor other)',
  'new(int[] size, *, device device=None)',
  'new(any data, *, device device=None)',
];

/** @param {unknown} data */
function ofData(data) {
  if (typeof data === 'string') throw new TypeError("new(): invalid data type 'str'");
  if (!isSequence(data)) throw new TypeError(`new(): data must be a sequence (got ${typeName(data)})`);
  return fromSequence(data);
}

/** `x.new_tensor([1, 2])`: a tensor of these elements, of x's dtype unless another is given. */
const new_tensor = /* @__PURE__ */ nativeMethod(
  'new_tensor(any data, *, dtype dtype=None, device device=None, bool requires_grad=False, bool pin_memory=False)',
  (x, data, dtype, _device, grad, pin) =>
    tensor(isTensor(data) ? data.detach() : data, { dtype: dtype ?? x.dtype, requires_grad: grad, pin_memory: pin }),
);

/** @returns {TensorConstructor} */
function withConstructor() {
  const parser = new NativeParser(signatures);
  /** @param {unknown[]} args */
  function make(args) {
    const [value] = parser.bind(args);
    if (parser.matched === 1) return empty(0);
    if (parser.matched === 3) return alias(value);
    return parser.matched === 4 ? empty(value) : ofData(value);
  }
  /** @param {unknown[]} args */
  function Tensor(...args) {
    const tensor = make(args);
    return new.target ? Object.setPrototypeOf(tensor, new.target.prototype) : tensor;
  }
  Object.defineProperty(TensorClass.prototype, 'constructor', { value: Tensor, configurable: true, writable: true });
  Object.defineProperty(TensorClass.prototype, 'new_tensor', { value: new_tensor, configurable: true, writable: true });
  Tensor.prototype = TensorClass.prototype;
  return /** @type {any} */ (Tensor);
}

/**
 * A tensor of numbers with PyTorch's names, and its older constructor, with or without `new`: `torch.Tensor(2, 3)` has
 * these sizes and elements that mean nothing, `torch.Tensor([2, 3])` these elements, `torch.Tensor(other)` shares the
 * other's. Throws TypeError for what is neither. `torch.tensor` and `torch.empty` say which is meant.
 * @example new torch.Tensor([1, 2]) // tensor([1., 2.])
 */
export const Tensor = /* @__PURE__ */ withConstructor();
