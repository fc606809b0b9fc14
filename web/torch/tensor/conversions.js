// Tensors from what there is: as_tensor, full_like.

import { native } from '../arguments/native.js';
import { isTyped } from '../arguments/signature.js';
import { cast } from '../operations/elements/casting.js';
import { isTensor } from '../storage/base.js';
import { from_numpy, tensor } from '../storage/data.js';
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
