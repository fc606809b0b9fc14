// Orthonormal rows or columns of drawn numbers. Source: orthogonal_ in torch/nn/init.py, whose factorization's signs leave one result:
// what Gram and Schmidt's steps give. Done twice in float64 they err by less than LAPACK's in float32, whose last digits differ so.

import { sizeOf } from '../../core/numbers/size.js';
import { copyFrom } from '../operations/filling/filling.js';
import { elements, fresh } from '../storage/strided.js';

/** @typedef {import('../tensor/tensor.js').Tensor} Tensor */

/** @param {Float64Array} a @param {Float64Array} b */
const dot = (a, b) => a.reduce((sum, one, i) => sum + one * b[i], 0);

/** Takes from each vector what lies along those before it, and gives it the length 1. @param {Float64Array[]} vectors */
function orthonormalize(vectors) {
  vectors.forEach((vector, j) => {
    for (const other of [...vectors.slice(0, j), ...vectors.slice(0, j)]) {
      const along = dot(other, vector);
      for (let i = 0; i < vector.length; i++) vector[i] -= along * other[i];
    }
    const length = Math.sqrt(dot(vector, vector));
    for (let i = 0; i < vector.length; i++) vector[i] /= length;
  });
}

/**
 * Fills a tensor, as a matrix of its first dimension and the others, with gain times an orthonormal matrix.
 * @param {Tensor} tensor of some elements
 * @param {number} gain
 * @param {any} generator
 */
export function orthogonal(tensor, gain, generator) {
  const rows = tensor.shape[0];
  const drawn = fresh(tensor, sizeOf([rows, tensor.shape.numel() / rows])).normal_(0, 1, { generator });
  const isWide = rows < drawn.shape[1];
  const vectors = Array.from(isWide ? drawn : drawn.t(), (row) =>
    Float64Array.from(/** @type {any} */ (elements(row))),
  );
  orthonormalize(vectors);
  const matrix = fresh(tensor, sizeOf([vectors.length, vectors[0].length]));
  vectors.forEach((vector, i) => void (/** @type {any} */ (matrix.storage.array).set(vector, i * vector.length)));
  copyFrom(tensor, (isWide ? matrix : matrix.t()).reshape(tensor.shape));
  tensor.mul_(gain);
}
