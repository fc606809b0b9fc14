// Folds to truths and counts, and comparisons of whole tensors: all, any, count_nonzero, isclose, allclose, equal.

import { RuntimeError } from '../../../core/errors.js';
import { sameShape } from '../../../core/numbers/size.js';
import { native } from '../../arguments/native.js';
import { bool, get_default_dtype, int64, kFloating, uint8 } from '../../storage/dtype.js';
import { cast } from '../elements/casting.js';
import { abs } from '../elements/pointwise.js';
import { into } from '../filling/filling.js';
import { add, mul, sub } from '../two_operands/arithmetic.js';
import { eq, isfinite, le, logical_and, logical_or } from '../two_operands/comparisons.js';
import { folded } from './folding.js';
import { reducedDims } from './reductions.js';

/** @typedef {import('../../tensor/tensor.js').Tensor} Tensor */

/** @param {string} name @param {boolean} sought what decides */
function quantifier(name, sought) {
  const run = (
    /** @type {Tensor} */ x,
    /** @type {number[] | null} */ dim,
    /** @type {boolean} */ keepdim,
    /** @type {Tensor | null} */ out = null,
  ) => {
    const dims = reducedDims(x.shape, dim);
    const result = folded(x, dims, keepdim, x.dtype === uint8 ? uint8 : bool, (array, start, end) => {
      for (let i = start; i < end; i++) if ((Number(array[i]) !== 0) === sought) return Number(sought);
      return Number(!sought);
    });
    return into(out, name, result, [x]);
  };
  return native(
    [
      `${name}(Tensor input, *, Tensor out=None)`,
      `${name}(Tensor input, int[1]? dim=None, bool keepdim=False, *, Tensor out=None)`,
    ],
    (x, out = null) => run(x, null, false, out),
    (x, dim, keepdim, out = null) => run(x, dim, keepdim, out),
  );
}

/** Whether all are true (not 0), or all along dimensions. @example torch.all(torch.tensor([true, false])) // tensor(False) */
export const all = /* @__PURE__ */ quantifier('all', false);
/** Whether one is true (not 0), or one along dimensions. @example torch.any(torch.tensor([true, false])) // tensor(True) */
export const any = /* @__PURE__ */ quantifier('any', true);

/** How many are not 0. @example torch.count_nonzero(torch.tensor([0, 2, 3])) // tensor(2) */
export const count_nonzero = /* @__PURE__ */ native('count_nonzero(Tensor input, int[1]? dim=None)', (x, dim) =>
  folded(x, reducedDims(x.shape, dim), false, int64, (array, start, end) => {
    let count = 0n;
    for (let i = start; i < end; i++) if (Number(array[i]) !== 0) count++;
    return count;
  }),
);

const closeness = 'Tensor input, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False';

/** @param {Tensor} a @param {Tensor} b @param {number} rtol @param {number} atol @param {boolean} equalNan @returns {Tensor} */
function near(a, b, rtol, atol, equalNan) {
  if (a.dtype !== b.dtype) throw new RuntimeError(`${a.dtype.short} did not match ${b.dtype.short}`);
  if (rtol < 0) throw new RuntimeError(`rtol must be greater than or equal to zero, but got ${rtol}`);
  if (atol < 0) throw new RuntimeError(`atol must be greater than or equal to zero, but got ${atol}`);
  const [x, y] = [a, b].map((one) => (one.dtype === bool ? cast(one.detach(), get_default_dtype()) : one.detach()));
  let close = eq(x, y);
  if (equalNan && a.dtype.kind === kFloating)
    close = logical_or(close, logical_and(/** @type {any} */ (x).ne(x), /** @type {any} */ (y).ne(y)));
  if (rtol === 0 && atol === 0) return close;
  const allowed = add(abs(mul(y, rtol)), atol);
  const apart = abs(sub(x, y));
  return logical_or(close, logical_and(isfinite(apart), le(apart, allowed)));
}

/** Whether elements are as near as |a - b| ≤ atol + rtol·|b|. @example torch.isclose(torch.tensor([1, 2]), torch.tensor([1, 2.1])) // tensor([ True, False]) */
export const isclose = /* @__PURE__ */ native(`isclose(${closeness})`, near);
/** Whether all are that near, as a JavaScript boolean. @type {(input: Tensor, other: Tensor, options?: object) => boolean} @example torch.allclose(torch.tensor([1]), torch.tensor([1])) // true */
export const allclose = /* @__PURE__ */ native(`allclose(${closeness})`, (...args) => {
  const close = near(.../** @type {[any, any, any, any, any]} */ (args));
  return Boolean(/** @type {any} */ (all(close)).item());
});
/** Whether two tensors have the same shape and elements, as a JavaScript boolean. @type {(input: Tensor, other: Tensor) => boolean} @example torch.equal(torch.tensor([1]), torch.tensor([1])) // true */
export const equal = /* @__PURE__ */ native(
  'equal(Tensor input, Tensor other)',
  (a, b) => sameShape(a.shape, b.shape) && Boolean(/** @type {any} */ (all(eq(a, b))).item()),
);
