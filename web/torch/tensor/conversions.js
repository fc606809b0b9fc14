// Tensors from what there is: as_tensor, asarray, scalar_tensor, full_like.

import { native } from '../arguments/native.js';
import { isTyped } from '../arguments/signature.js';
import { cast } from '../operations/elements/casting.js';
import { isTensor } from '../storage/base.js';
import { from_numpy, tensor } from '../storage/data.js';
import { get_default_dtype } from '../storage/dtype.js';
import { empty_like, factory } from './creation.js';

/** @typedef {import('./tensor.js').Tensor} Tensor */

/**
 * A tensor of data: itself where it is one, over a typed array without copying, else a copy; in another dtype where one is given.
 * @type {(data: any, options?: { dtype?: import('../storage/dtype.js').DType }) => Tensor}
 * @example torch.as_tensor([1, 2]) // tensor([1., 2.])
 */
export const as_tensor = /* @__PURE__ */ native(
  'as_tensor(any data, dtype dtype=None, device device=None)',
  (data, dtype) => {
    if (isTensor(data)) return dtype === null ? data : cast(/** @type {any} */ (data), dtype);
    if (!isTyped(data)) return tensor(data, dtype === null ? {} : { dtype });
    const over = from_numpy(data);
    return dtype === null ? over : cast(over, dtype);
  },
);

/**
 * `as_tensor` by another name; with copy a copy in any case.
 * @type {(obj: any, options?: { dtype?: import('../storage/dtype.js').DType, copy?: boolean, requires_grad?: boolean }) => Tensor}
 * @example torch.asarray([1, 2]) // tensor([1., 2.])
 */
export const asarray = /* @__PURE__ */ native(
  'asarray(any obj, *, dtype dtype=None, device device=None, bool copy=None, bool requires_grad=False)',
  (data, dtype, _device, copy, requires_grad) => {
    const made = as_tensor(data, dtype === null ? {} : { dtype });
    const own = copy || (requires_grad && isTensor(data)) ? made.detach().clone() : made;
    return requires_grad ? own.requires_grad_() : own;
  },
);

/**
 * A number as a tensor without dimensions.
 * @type {(s: number | boolean, options?: object) => Tensor}
 * @example torch.scalar_tensor(3) // tensor(3.)
 */
export const scalar_tensor = /* @__PURE__ */ native(
  `scalar_tensor(Scalar s, *, ${factory})`,
  (value, dtype, _l, _d, _p, requires_grad) =>
    tensor(Number(value), { dtype: dtype ?? get_default_dtype(), requires_grad }),
);

/**
 * One number in the shape of another tensor.
 * @type {(input: Tensor, fill_value: number | boolean | bigint | object, options?: object) => Tensor}
 * @example torch.full_like(torch.zeros(2), 0.5) // tensor([0.5000, 0.5000])
 */
export const full_like = /* @__PURE__ */ native(
  `full_like(Tensor input, Scalar fill_value, *, ${factory})`,
  (input, value, dtype, _l, _d, pin_memory, requires_grad) => {
    const made = empty_like(input, { ...(dtype === null ? {} : { dtype }), pin_memory });
    made.fill_(value);
    return requires_grad ? made.requires_grad_() : made;
  },
);
