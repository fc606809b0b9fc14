// The norms of vectors along dimensions, and their gradients. Source: aten/src/ATen/native/cpu/ReduceOpsKernel.cpp.

import { record } from '../../autograd/graph.js';
import { float32 } from '../../storage/dtype.js';
import { fresh } from '../../storage/strided.js';
import { cast } from '../elements/casting.js';
import { where } from '../elements/choice.js';
import { abs, sign } from '../elements/pointwise.js';
import { div, mul } from '../two_operands/arithmetic.js';
import { eq, logical_or } from '../two_operands/comparisons.js';
import { pow } from '../two_operands/powers.js';
import { folded, kept } from './folding.js';
import { sum } from './reductions.js';
import { twoNorm } from './two_norm.js';

/** @typedef {import('../../tensor/tensor.js').Tensor} Tensor */

/** @param {Tensor} x @param {number} p @param {number[]} dims @param {boolean} keepdim @param {string} [name] of the step */
export function vectorNorm(x, p, dims, keepdim, name = 'LinalgVectorNormBackward0') {
  const fit = x.dtype === float32 ? Math.fround : Number; // as PyTorch's sum is rounded, after each addition
  const result = folded(x, dims, keepdim, x.dtype, (array, start, end) => {
    if (p === 2) return twoNorm(array, start, end);
    let total = p === Number.NEGATIVE_INFINITY ? Number.POSITIVE_INFINITY : 0;
    for (let i = start; i < end; i++) {
      const size = Math.abs(array[i]);
      if (Number.isNaN(size)) return size;
      if (p === Number.POSITIVE_INFINITY) total = Math.max(total, size);
      else if (p === Number.NEGATIVE_INFINITY) total = Math.min(total, size);
      else if (p === 0) total += Number(size !== 0);
      else total = fit(total + (p === 1 ? size : fit(size ** p)));
    }
    return p === 0 || p === 1 || Math.abs(p) === Number.POSITIVE_INFINITY ? total : total ** fit(1 / p);
  });
  return record(result, {
    name,
    inputs: [x],
    saved: [x, result],
    backward: (grad, [input, norm]) => {
      const shape = kept(input, dims);
      return [normGradient(grad.reshape(shape), input, norm.reshape(shape), p, dims)];
    },
  });
}

/** @param {Tensor} grad @param {Tensor} x @param {Tensor} norm @param {number} p @param {number[]} dims @returns {Tensor} */
function normGradient(grad, x, norm, p, dims) {
  if (p === 0) return fresh(x, x.shape);
  if (p === 1) return mul(grad, sign(x));
  if (Math.abs(p) === Number.POSITIVE_INFINITY) {
    const mask = cast(eq(abs(x), norm), x.dtype);
    return mul(mul(sign(x), div(grad, sum(mask, dims, true, 'sum'))), mask);
  }
  const isZero = eq(norm, 0);
  if (p === 2) return where(isZero, 0, mul(grad, div(x, norm)));
  const slope = mul(mul(x, pow(abs(x), p - 2)), div(grad, pow(norm, p - 1)));
  return where(logical_or(isZero, eq(x, 0)), 0, slope);
}
