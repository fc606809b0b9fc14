// What folds of rows share: the shape that is kept, and a fold of each row to one element.

import { linearly } from '../../autograd/twice.js';
import { int64 } from '../../storage/dtype.js';
import { elements, fresh } from '../../storage/strided.js';
import { keptShape, reduce } from './reductions.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../storage/dtype.js').DType} DType
 */

/** @param {Tensor} x @param {number[]} dims */
export const kept = (x, dims) => /** @type {number[]} */ ([...keptShape(x.shape, dims)]);

/** Each row folded to one element of a dtype. @param {Tensor} x @param {number[]} dims @param {boolean} keepdim @param {DType} dtype @param {(array: any, start: number, end: number) => any} kernel */
export const folded = (x, dims, keepdim, dtype, kernel) => reduce(x, dims, keepdim, kernel, dtype);

/** The gradient of running sums: running sums from behind. @param {Tensor} grad @param {number} d */
export const runningBack = (grad, d) =>
  linearly(
    'CumsumBackward0',
    grad,
    (one) => running(one, d, true),
    (one) => running(one, d, false),
  );

/** Running sums of a row, in float64 or int64, rounded as they are stored. @param {Tensor} x @param {number} d @param {boolean} isBackward */
export function running(x, d, isBackward) {
  const result = fresh(x, x.shape);
  const [to, from] = [/** @type {any} */ (result.storage.array), /** @type {any} */ (elements(x))];
  const n = x.shape[d];
  const step = x.shape.strides[d];
  const starts = Array.from(
    { length: to.length / Math.max(n, 1) },
    (_, r) => Math.floor(r / step) * step * n + (r % step),
  );
  for (const start of starts) {
    let total = x.dtype === int64 ? 0n : 0;
    for (let k = 0; k < n; k++) {
      const i = start + (isBackward ? n - 1 - k : k) * step;
      total = /** @type {any} */ (total) + from[i];
      to[i] = total;
    }
  }
  return result;
}
