// Norms along dimensions, and logsumexp.

import { NotImplementedError, RuntimeError } from '../../../core/errors.js';
import { requireMethod } from '../../arguments/call.js';
import { native } from '../../arguments/native.js';
import { isKeywords } from '../../arguments/signature.js';
import { record } from '../../autograd/graph.js';
import { kFloating } from '../../storage/dtype.js';
import { cast } from '../elements/casting.js';
import { into } from '../filling/filling.js';
import { mul, sub } from '../two_operands/arithmetic.js';
import { folded, kept } from './folding.js';
import { reducedDims, sum } from './reductions.js';
import { vectorNorm } from './vector_norm.js';

/** @typedef {import('../../tensor/tensor.js').Tensor} Tensor */

/** Why there is no such norm of x. @param {Tensor} x @param {string} order */
function refusal({ shape }, order) {
  if (order !== 'nuc') return new RuntimeError(`linalg.matrix_norm: Order ${order} not supported.`);
  return shape.length < 2
    ? new RuntimeError('linalg.matrix_norm: The input tensor A must have at least 2 dimensions.')
    : new NotImplementedError('norm(): the nuclear norm is not part of torchlet');
}

/** A function that Python looks at before C++ does. @param {string[]} sources @param {(...values: any[]) => Tensor} run */
function askingFirst(sources, run) {
  const own = native(sources, run);
  /** @param {any[]} args */
  const call = (...args) => {
    if (args.length === 0) throw new TypeError("norm() missing 1 required positional argument: 'input'");
    if (!isKeywords(args[0])) requireMethod(args[0], 'layout');
    return own(...args);
  };
  return Object.assign(call, { method: own.method });
}

/**
 * The norm of all elements, or along dimensions: p is 2 ('fro') unless given, a number or ±Infinity.
 * @type {any}
 * @example torch.norm(torch.tensor([3, 4])) // tensor(5.)
 */
export const norm = /* @__PURE__ */ askingFirst(
  [
    'norm(Tensor input, str p, int[1]? dim=None, bool keepdim=False, dtype dtype=None, Tensor out=None)',
    'norm(Tensor input, Scalar p=2, int[1]? dim=None, bool keepdim=False, dtype dtype=None, Tensor out=None)',
  ],
  (x, p, dim, keepdim, dtype, out = null) => {
    if (typeof p === 'string' && p !== 'fro') throw refusal(x, p);
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
