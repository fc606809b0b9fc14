// Norms along dimensions, and logsumexp.

import { RuntimeError } from '../../../core/errors.js';
import { native } from '../../arguments/native.js';
import { record } from '../../autograd/graph.js';
import { kFloating } from '../../storage/dtype.js';
import { fresh } from '../../storage/strided.js';
import { cast } from '../elements/casting.js';
import { where } from '../elements/choice.js';
import { abs, sign } from '../elements/pointwise.js';
import { into } from '../filling/filling.js';
import { div, mul, sub } from '../two_operands/arithmetic.js';
import { eq, logical_or } from '../two_operands/comparisons.js';
import { pow } from '../two_operands/powers.js';
import { folded, kept } from './folding.js';
import { reducedDims, sum } from './reductions.js';
import { twoNorm } from './two_norm.js';

/** @typedef {import('../../tensor/tensor.js').Tensor} Tensor */

/** @param {Tensor} x @param {number} p @param {number[]} dims @param {boolean} keepdim */
function vectorNorm(x, p, dims, keepdim) {
  const result = folded(x, dims, keepdim, x.dtype, (array, start, end) => {
    if (p === 2) return twoNorm(array, start, end);
    let total = p === Number.NEGATIVE_INFINITY ? Number.POSITIVE_INFINITY : 0;
    for (let i = start; i < end; i++) {
      const size = Math.abs(array[i]);
      if (Number.isNaN(size)) return size;
      if (p === Number.POSITIVE_INFINITY) total = Math.max(total, size);
      else if (p === Number.NEGATIVE_INFINITY) total = Math.min(total, size);
      else if (p === 0) total += Number(size !== 0);
      else total += p === 1 ? size : size ** p;
    }
    return p === 0 || p === 1 || Math.abs(p) === Number.POSITIVE_INFINITY ? total : total ** (1 / p);
  });
  return record(result, {
    name: 'LinalgVectorNormBackward0',
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
  if (p === 2) return where(isZero, 0, mul(x, div(grad, norm)));
  const slope = mul(mul(x, pow(abs(x), p - 2)), div(grad, pow(norm, p - 1)));
  return where(logical_or(isZero, eq(x, 0)), 0, slope);
}

/**
 * The norm of all elements, or along dimensions: p is 2 ('fro') unless given, a number or ±Infinity.
 * @type {any}
 * @example torch.norm(torch.tensor([3, 4])) // tensor(5.)
 */
export const norm = /* @__PURE__ */ native(
  [
    'norm(Tensor input, str p, int[1]? dim=None, bool keepdim=False, dtype dtype=None, Tensor out=None)',
    'norm(Tensor input, Scalar p=2, int[1]? dim=None, bool keepdim=False, dtype dtype=None, Tensor out=None)',
  ],
  (x, p, dim, keepdim, dtype, out = null) => {
    if (typeof p === 'string' && p !== 'fro')
      throw new RuntimeError(
        `norm(): ${p === 'nuc' ? 'the nuclear norm is not part of torchlet' : `p: no norm: ${p}`}`,
      );
    if (x.dtype.kind !== kFloating && dtype === null) {
      throw new RuntimeError(
        `linalg.vector_norm: Expected a floating point or complex tensor as input. Got ${x.dtype.short}`,
      );
    }
    const source = dtype === null ? x : cast(x, dtype);
    const order = typeof p === 'string' ? 2 : Number(p ?? 2);
    return into(out, 'norm', vectorNorm(source, order, reducedDims(x.shape, dim), keepdim), [x]);
  },
);

/**
 * log Σ exp(x) along dimensions, without overflow.
 * @type {((input: Tensor, dim: number | number[] | object, keepdim?: boolean | object) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.logsumexp(torch.tensor([0, 0]), 0) // tensor(0.6931)
 */
export const logsumexp = /* @__PURE__ */ native(
  'logsumexp(Tensor input, int[1]? dim, bool keepdim=False, *, Tensor out=None)',
  (x, dim, keepdim, out = null) => {
    const dims = reducedDims(x.shape, dim);
    const source = x.dtype.kind === kFloating ? x : cast(x, sum(x, null, false, 'sum', '', null).div(1).dtype);
    const result = folded(source, dims, keepdim, source.dtype, (array, start, end) => {
      let most = Number.NEGATIVE_INFINITY;
      for (let i = start; i < end; i++) most = Number.isNaN(array[i]) ? Number.NaN : Math.max(most, array[i]);
      if (!Number.isFinite(most)) return most;
      let total = 0;
      for (let i = start; i < end; i++) total += Math.exp(array[i] - most);
      return Math.log(total) + most;
    });
    if (out !== null) return into(out, 'logsumexp', result, [x]);
    return record(result, {
      name: 'LogsumexpBackward0',
      inputs: [x],
      saved: [x, result],
      backward: (grad, [input, total]) => {
        const shape = kept(input, dims);
        return [mul(grad.reshape(shape), sub(input, total.reshape(shape)).exp())];
      },
    });
  },
);
