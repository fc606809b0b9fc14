// Triangles and diagonals of matrices: tril, triu, diag.

import { RuntimeError } from '../../../core/errors.js';
import { sizeOf } from '../../../core/numbers/size.js';
import { native } from '../../arguments/native.js';
import { record } from '../../autograd/graph.js';
import { linearly } from '../../autograd/twice.js';
import { elements, fresh } from '../../storage/strided.js';
import { into } from '../filling/filling.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../../core/numbers/size.js').Size} Size
 * @typedef {((input: Tensor, diagonal?: number | object) => Tensor) & import('../../arguments/native.js').Method<Tensor>} OfDiagonal
 */

/** What stands where a place is kept, zeros elsewhere. @param {Tensor} x @param {(row: number, column: number) => boolean} isKept */
function kept(x, isKept) {
  const result = fresh(x, x.shape);
  const [to, from] = [/** @type {any} */ (result.storage.array), elements(x)];
  const [rows, columns] = x.shape.slice(-2);
  for (let i = 0; i < to.length; i++) {
    if (isKept(Math.floor(i / columns) % rows, i % columns)) to[i] = from[i];
  }
  return result;
}

/** @param {string} name @param {(row: number, column: number, diagonal: number) => boolean} isKept @returns {OfDiagonal} */
const triangle = (name, isKept) =>
  native(`${name}(Tensor input, int diagonal=0, *, Tensor out=None)`, (x, diagonal, out = null) => {
    if (x.shape.length < 2) throw new RuntimeError(`${name}: input tensor must have at least 2 dimensions`);
    const part = (/** @type {Tensor} */ one) => kept(one, (row, column) => isKept(row, column, diagonal));
    if (out !== null) return into(out, name, part(x), [x]);
    return record(part(x), {
      name: `${name === 'tril' ? 'Tril' : 'Triu'}Backward0`,
      inputs: [x],
      backward: (grad) => [linearly(`${name === 'tril' ? 'Tril' : 'Triu'}Backward0`, grad, part, part)],
    });
  });

/** The lower triangle of a matrix, zeros above a diagonal (0). @example torch.tril(torch.ones(2, 2)) // tensor([[1., 0.], [1., 1.]]) */
export const tril = /* @__PURE__ */ triangle('tril', (row, column, diagonal) => column - row <= diagonal);
/** The upper triangle of a matrix, zeros beneath a diagonal (0). @example torch.triu(torch.ones(2, 2)) // tensor([[1., 1.], [0., 1.]]) */
export const triu = /* @__PURE__ */ triangle('triu', (row, column, diagonal) => column - row >= diagonal);

/** @param {Tensor} vector @param {number} diagonal */
function onDiagonal(vector, diagonal) {
  const n = vector.shape[0] + Math.abs(diagonal);
  const result = fresh(vector, sizeOf([n, n]));
  const [to, from] = [/** @type {any} */ (result.storage.array), elements(vector)];
  const start = diagonal >= 0 ? diagonal : -diagonal * n;
  for (let i = 0; i < from.length; i++) to[start + i * (n + 1)] = from[i];
  return result;
}

/** @param {Tensor} matrix @param {number} diagonal */
function diagonalOf(matrix, diagonal) {
  const [rows, columns] = matrix.shape;
  const count = Math.max(0, diagonal >= 0 ? Math.min(rows, columns - diagonal) : Math.min(rows + diagonal, columns));
  const result = fresh(matrix, sizeOf([count]));
  const [to, from] = [/** @type {any} */ (result.storage.array), elements(matrix)];
  const start = diagonal >= 0 ? diagonal : -diagonal * columns;
  for (let i = 0; i < count; i++) to[i] = from[start + i * (columns + 1)];
  return result;
}

/** A gradient of a diagonal, on the diagonal of zeros. @param {Tensor} grad @param {Size} shape @param {number} diagonal */
function spread(grad, shape, diagonal) {
  const result = fresh(grad, shape);
  const [to, from] = [/** @type {any} */ (result.storage.array), elements(grad)];
  const start = diagonal >= 0 ? diagonal : -diagonal * shape[1];
  for (let i = 0; i < from.length; i++) to[start + i * (shape[1] + 1)] = from[i];
  return result;
}

/**
 * The diagonal of a matrix, or a matrix with a vector on its diagonal.
 * @type {OfDiagonal}
 * @example torch.diag(torch.tensor([1, 2])) // tensor([[1., 0.], [0., 2.]])
 */
export const diag = /* @__PURE__ */ native(
  'diag(Tensor input, int diagonal=0, *, Tensor out=None)',
  (x, diagonal, out = null) => {
    const rank = x.shape.length;
    if (rank !== 1 && rank !== 2) throw new RuntimeError(`diag(): Supports 1D or 2D tensors. Got ${rank}D`);
    const result = rank === 1 ? onDiagonal(x.detach(), diagonal) : diagonalOf(x.detach(), diagonal);
    if (out !== null) return into(out, 'diag', result, [x]);
    const shape = rank === 1 ? result.shape : x.shape;
    const take = (/** @type {Tensor} */ one) => diagonalOf(one, diagonal);
    const put = (/** @type {Tensor} */ one) => spread(one, shape, diagonal);
    const name = rank === 1 ? 'DiagEmbedBackward0' : 'DiagonalBackward0_copy';
    return record(result, {
      name,
      inputs: [x],
      backward: (grad) => [rank === 1 ? linearly(name, grad, take, put) : linearly(name, grad, put, take)],
    });
  },
);
