// The elements of one or another, by a condition: where.

import { RuntimeError } from '../../../core/errors.js';
import { native, nativeMethod } from '../../arguments/native.js';
import { record } from '../../autograd/graph.js';
import { bumpVersion } from '../../autograd/inplace.js';
import { isTensor } from '../../storage/base.js';
import { bool } from '../../storage/dtype.js';
import { asOperand } from '../../storage/loops.js';
import { resultType } from '../../storage/promotion.js';
import { broadcastShape, broadcastStrides, fresh, walk } from '../../storage/strided.js';
import { coordinates } from '../choosing/selecting.js';
import { checkOut, place } from '../filling/outputs.js';
import { shapeOf } from '../two_operands/operands.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../storage/loops.js').Operand} Operand
 */

/**
 * @param {Tensor} condition
 * @param {Operand} a
 * @param {Operand} b
 * @param {Tensor | null} out
 * @returns {Tensor}
 */
function choose(condition, a, b, out) {
  const dtype = resultType(a, b);
  if (condition.dtype !== bool && condition.dtype.name !== 'uint8') {
    throw new RuntimeError(
      `where expected condition to be a boolean tensor, but got a tensor with dtype ${condition.dtype.short}`,
    );
  }
  const shape = broadcastShape(broadcastShape(condition.shape, shapeOf(a)), shapeOf(b));
  if (out !== null) checkOut('where', out, shape, [a, b], dtype);
  const result = fresh(condition, shape, undefined, dtype);
  const [x, y] = [asOperand(a, 0, dtype), asOperand(b, 1, dtype)];
  const strides = [shape.strides, ...[condition, x, y].map((one) => broadcastStrides(one, shape))];
  const [to, asked, first, second] = [result, condition, x, y].map((one) => /** @type {any} */ (one.storage.array));
  walk(shape, strides, [0, condition.offset, x.offset, y.offset], (n, [o, c, i, j], [so, sc, si, sj]) => {
    for (let k = 0; k < n; k++) to[o + k * so] = asked[c + k * sc] ? first[i + k * si] : second[j + k * sj];
  });
  if (out !== null) {
    place(out, result);
    bumpVersion(out);
    return out;
  }
  return record(result, {
    name: 'WhereBackward0',
    inputs: [isTensor(a) ? a : null, isTensor(b) ? b : null],
    saved: [condition],
    backward: (grad, [chosen], needs) => [
      needs[0] ? choose(chosen, grad, 0, null) : null,
      needs[1] ? choose(chosen, 0, grad, null) : null,
    ],
  });
}

/**
 * The elements of one where a condition holds, of the other elsewhere, with broadcasting.
 * Of a condition alone, where it holds: `nonzero` as a tuple.
 * @type {((condition: Tensor, input: Operand, other: Operand, options?: { out?: Tensor }) => Tensor) & ((condition: Tensor) => any)}
 * @example torch.where(torch.tensor([true, false]), torch.tensor([1, 2]), 0) // tensor([1., 0.])
 */
export const where = /* @__PURE__ */ native(
  [
    'where(Tensor condition)',
    'where(Tensor condition, Tensor input, Tensor other, *, Tensor out=None)',
    'where(Tensor condition, Scalar self, Tensor other)',
    'where(Tensor condition, Tensor input, Scalar other)',
    'where(Tensor condition, Scalar self, Scalar other)',
  ],
  (condition, a, b, out = null) => (a === undefined ? coordinates(condition) : choose(condition, a, b, out)),
);

/** `x.where(condition, other)` @type {(this: Tensor, condition: Tensor, other: Operand) => Tensor} */
export const whereMethod = /* @__PURE__ */ nativeMethod(
  ['where(Tensor condition, Tensor other)', 'where(Tensor condition, Scalar other)'],
  (self, condition, other) => choose(condition, self, other, null),
);

/** Zeros where a condition holds. @param {Tensor} condition @param {Tensor} x */
export const zeroWhere = (condition, x) => where(condition, 0, x);
