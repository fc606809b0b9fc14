// What folds of rows share: the shape that is kept, and a fold of each row to one element.

import { keptShape, reduce } from './reductions.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../storage/dtype.js').DType} DType
 */

/** @param {Tensor} x @param {number[]} dims */
export const kept = (x, dims) => /** @type {number[]} */ ([...keptShape(x.shape, dims)]);

/** Each row folded to one element of a dtype. @param {Tensor} x @param {number[]} dims @param {boolean} keepdim @param {DType} dtype @param {(array: any, start: number, end: number) => any} kernel */
export const folded = (x, dims, keepdim, dtype, kernel) => reduce(x, dims, keepdim, kernel, dtype);
