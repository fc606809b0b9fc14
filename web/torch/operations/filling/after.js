// Tensors after another one: new_zeros and its like of its dtype; expand_as, view_as, type_as of its shape or dtype.

import { RuntimeError } from '../../../core/errors.js';
import { bracketed } from '../../../core/numbers/size.js';
import { nativeMethod } from '../../arguments/native.js';
import { requireDType } from '../../storage/dtype.js';
import { checkedSize, fresh } from '../../storage/strided.js';
import { cast } from '../elements/casting.js';
import { sum } from '../folds/reductions.js';
import { expand, reshape, view } from '../shapes/views.js';

/** @typedef {import('../../tensor/tensor.js').Tensor} Tensor */

const options =
  'dtype dtype=None, layout layout=None, device device=None, bool pin_memory=False, bool requires_grad=False';

/** @param {Tensor} x @param {number[]} size @param {import('../../storage/dtype.js').DType | null} wanted @param {any} value @param {boolean} requiresGrad */
function made(x, size, wanted, value, requiresGrad) {
  const dtype = wanted === null ? x.dtype : requireDType(wanted, 'new');
  const result = /** @type {any} */ (fresh(x, checkedSize(size, dtype.itemsize), undefined, dtype));
  if (value !== 0) result.fill_(value);
  return requiresGrad ? result.requires_grad_() : result;
}

/** @param {string} name @param {number} value */
const filledWith = (name, value) =>
  nativeMethod(`${name}(int[] size, *, ${options})`, (x, size, dtype, _l, _d, _p, grad) =>
    made(x, size, dtype, value, grad),
  );

/** `x.new_zeros(2, 3)`: zeros of x's dtype. @type {(this: Tensor, ...args: any[]) => Tensor} */
export const new_zeros = /* @__PURE__ */ filledWith('new_zeros', 0);
/** `x.new_ones(2, 3)`: ones of x's dtype. @type {(this: Tensor, ...args: any[]) => Tensor} */
export const new_ones = /* @__PURE__ */ filledWith('new_ones', 1);
/** `x.new_empty(2, 3)`: elements that mean nothing, of x's dtype. @type {(this: Tensor, ...args: any[]) => Tensor} */
export const new_empty = /* @__PURE__ */ filledWith('new_empty', 0);
/** `x.new_full([2], 7)`: one number, of x's dtype. @type {(this: Tensor, ...args: any[]) => Tensor} */
export const new_full = /* @__PURE__ */ nativeMethod(
  `new_full(int[] size, Scalar fill_value, *, ${options})`,
  (x, size, value, dtype, _l, _d, _p, grad) => made(x, size, dtype, value, grad),
);

/** `x.expand_as(other)`: repeated to another tensor's shape. @type {(this: Tensor, ...args: any[]) => Tensor} */
export const expand_as = /* @__PURE__ */ nativeMethod('expand_as(Tensor other)', (x, other) =>
  expand(x, [...other.shape]),
);
/** `x.view_as(other)`: a view in another tensor's shape. @type {(this: Tensor, ...args: any[]) => Tensor} */
export const view_as = /* @__PURE__ */ nativeMethod('view_as(Tensor other)', (x, other) => view(x, [...other.shape]));
/** `x.reshape_as(other)`: in another tensor's shape. @type {(this: Tensor, ...args: any[]) => Tensor} */
export const reshape_as = /* @__PURE__ */ nativeMethod('reshape_as(Tensor other)', (x, other) =>
  reshape(x, [...other.shape]),
);
/** `x.type_as(other)`: in another tensor's dtype. @type {(this: Tensor, ...args: any[]) => Tensor} */
export const type_as = /* @__PURE__ */ nativeMethod('type_as(Tensor other)', (x, other) => cast(x, other.dtype));

/** `x.sum_to_size(3)`: summed over what was broadcast from such a size. @type {(this: Tensor, ...args: any[]) => Tensor} */
export const sum_to_size = /* @__PURE__ */ nativeMethod('sum_to_size(int[] size)', (x, size) => {
  const lead = x.shape.length - size.length;
  if (lead < 0 || size.some((/** @type {number} */ n, /** @type {number} */ d) => n !== 1 && n !== x.shape[d + lead])) {
    throw new RuntimeError(`size {${bracketed(size)}} is not expandable to size {${bracketed(x.shape)}}.`);
  }
  const dims = Array.from(x.shape.keys()).filter((d) => d < lead || (size[d - lead] === 1 && x.shape[d] !== 1));
  const total = dims.length === 0 ? x : sum(x, dims, true, 'sum', 'SumBackward1');
  return lead > 0 ? view(total, size) : total;
});
