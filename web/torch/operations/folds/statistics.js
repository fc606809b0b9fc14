// Folds to two results or without nan, and what tutorials ask of data: std_mean, aminmax, nansum, nanmean, cov, trace, dist.

import { NotImplementedError, RuntimeError } from '../../../core/errors.js';
import { wrapDim } from '../../../core/numbers/size.js';
import { native } from '../../arguments/native.js';
import { tuple } from '../../arguments/tuple.js';
import { record } from '../../autograd/graph.js';
import { bool, int64, kFloating } from '../../storage/dtype.js';
import { cast } from '../elements/casting.js';
import { where } from '../elements/choice.js';
import { into } from '../filling/filling.js';
import { matmul } from '../products/matmul.js';
import { diagonal } from '../shapes/shapes.js';
import { div, mul, sub } from '../two_operands/arithmetic.js';
import { isnan, logical_not } from '../two_operands/comparisons.js';
import { norm } from './norms.js';
import { amax, amin } from './places.js';
import { sum, variance } from './reductions.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {((input: Tensor, ...args: any[]) => readonly [Tensor, Tensor])} Pair
 * @typedef {((input: Tensor, dim?: number | number[] | object | null, keepdim?: boolean | object) => Tensor) & import('../../arguments/native.js').Method<Tensor>} Fold
 */

/** @param {string} name @param {boolean} root @returns {Pair} */
function withMean(name, root) {
  const run = (
    /** @type {Tensor} */ x,
    /** @type {number[] | null} */ dim,
    /** @type {number} */ correction,
    /** @type {boolean} */ keepdim,
  ) => {
    if (x.dtype.kind !== kFloating) throw new RuntimeError(`${name} only support floating point and complex dtypes`);
    const spread = variance(x, dim, correction, keepdim, root);
    const mean = sum(x, dim, keepdim, 'mean', 'MeanBackward1');
    for (const one of [spread, mean]) if (one.meta?.node) one.meta.node.label = `${root ? 'Std' : 'Var'}MeanBackward0`;
    return tuple([spread, mean]);
  };
  return native(
    [
      `${name}(Tensor input, int[1]? dim, bool unbiased=True, bool keepdim=False)`,
      `${name}(Tensor input, int[1]? dim=None, *, Scalar correction=None, bool keepdim=False)`,
      `${name}(Tensor input, bool unbiased=True)`,
    ],
    (x, dim, unbiased, keepdim) => run(x, dim, Number(unbiased), keepdim),
    (x, dim, correction, keepdim) => run(x, dim, Number(correction ?? 1), keepdim),
    (x, unbiased) => run(x, null, Number(unbiased), false),
  );
}
/** The standard deviation and the mean; arguments as those of `std`. @type {Pair} @example torch.std_mean(torch.tensor([1, 2, 3])) // (tensor(1.), tensor(2.)) */
export const std_mean = /* @__PURE__ */ withMean('std_mean', true);
/** The variance and the mean; arguments as those of `var`. @type {Pair} @example torch.var_mean(torch.tensor([1, 2, 3])) // (tensor(1.), tensor(2.)) */
export const var_mean = /* @__PURE__ */ withMean('var_mean', false);

/**
 * The smallest and the largest, of all or along a dimension: `{ min, max }`.
 * @type {any}
 * @example torch.aminmax(torch.tensor([3, 1, 2])).max // tensor(3.)
 */
export const aminmax = /* @__PURE__ */ native(
  'aminmax(Tensor input, *, int? dim=None, bool keepdim=False, Tensor[] out=None)',
  (x, dim, keepdim) => {
    if (x.shape.numel() === 0 && dim === null)
      throw new RuntimeError(
        'aminmax(): cannot compute aminmax over an empty dimension as the operation has no identity.',
      );
    const dims = dim === null ? [...x.shape.keys()] : [dim];
    const all = [amin, amax].map((one) => /** @type {any} */ (one)(x, dims, keepdim));
    for (const one of all) if (one.meta?.node) one.meta.node.label = 'AminmaxBackward0';
    return tuple(all, 'aminmax', ['min', 'max']);
  },
);

/** @param {string} name @param {(x: Tensor, dim: number[] | null, keepdim: boolean, dtype: any) => Tensor} run @returns {Fold} */
const withoutNan = (name, run) =>
  native(
    `${name}(Tensor input, int[1]? dim=None, bool keepdim=False, *, dtype dtype=None, Tensor out=None)`,
    (x, dim, keepdim, dtype, out = null) => into(out, name, run(x, dim, keepdim, dtype), [x]),
  );
/** The sum of what is not nan, of all or along dimensions. @example torch.nansum(torch.tensor([1, NaN, 2])) // tensor(3.) */
export const nansum = /* @__PURE__ */ withoutNan('nansum', (x, dim, keepdim, dtype) => {
  if (x.dtype.kind !== kFloating) return sum(x, dim, keepdim, 'sum', 'SumBackward1', dtype);
  const kept = logical_not(isnan(x.detach()));
  const result = sum(where(kept, x.detach(), 0), dim, keepdim, 'sum', '', dtype);
  const spread = (/** @type {Tensor} */ grad) => sumBackward(grad, x, dim, keepdim);
  return record(result, {
    name: 'NansumBackward0',
    inputs: [x],
    backward: (grad) => [mul(spread(grad), cast(kept, grad.dtype))],
  });
});
/** A gradient repeated along the dimensions of a sum. @param {Tensor} grad @param {Tensor} x @param {number[] | null} dim @param {boolean} keepdim */
function sumBackward(grad, x, dim, keepdim) {
  const rank = x.shape.length;
  const dims = dim === null || dim.length === 0 ? [...x.shape.keys()] : dim.map((d) => wrapDim(d, rank));
  const shape = keepdim ? [...grad.shape] : Array.from(x.shape, (n, d) => (dims.includes(d) ? 1 : n));
  return grad.reshape(shape).expand([...x.shape]);
}
/** The mean of what is not nan, of all or along dimensions. @example torch.nanmean(torch.tensor([1, NaN, 2])) // tensor(1.5000) */
export const nanmean = /* @__PURE__ */ withoutNan('nanmean', (x, dim, keepdim, dtype) => {
  if (x.dtype.kind !== kFloating)
    throw new RuntimeError(
      `nanmean(): expected input to have floating point or complex dtype but got ${x.dtype.short}`,
    );
  const count = sum(cast(logical_not(isnan(x.detach())), int64), dim, keepdim, 'sum');
  return div(nansum(x, { dim, keepdim, dtype }), count);
});

/** The sum of the diagonal of a matrix. @type {((input: Tensor) => Tensor) & import('../../arguments/native.js').Method<Tensor>} @example torch.trace(torch.tensor([[1, 2], [3, 4]])) // tensor(5.) */
export const trace = /* @__PURE__ */ native('trace(Tensor input)', (x) => {
  if (x.dtype === bool) throw new NotImplementedError('"trace" not implemented for \'Bool\'');
  if (x.shape.length !== 2)
    throw new RuntimeError(`trace: expected a matrix, but got tensor with dim ${x.shape.length}`);
  const result = sum(diagonal(x), null, false, 'sum', 'TraceBackward0');
  return result;
});

/** The norm of the difference of two tensors. @type {((input: Tensor, other: Tensor, p?: number) => Tensor) & import('../../arguments/native.js').Method<Tensor>} @example torch.dist(torch.tensor([0, 0]), torch.tensor([3, 4])) // tensor(5.) */
export const dist = /* @__PURE__ */ native('dist(Tensor input, Tensor other, Scalar p=2)', (a, b, p) => {
  const apart = sub(a, b);
  const { dtype } = apart;
  if (dtype.kind !== kFloating)
    throw new RuntimeError(
      `norm(): input dtype should be either floating point or complex. Got ${dtype.short} instead.`,
    );
  const result = norm(apart, p);
  if (result.meta?.node) result.meta.node.label = 'DistBackward0';
  return result;
});

/**
 * The covariance of variables, a row each; divided by the count of their observations less `correction` (1).
 * @type {((input: Tensor, options?: { correction?: number }) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.cov(torch.tensor([[1, 2, 3], [3, 2, 1]])) // tensor([[ 1., -1.], [-1.,  1.]])
 */
export const cov = /* @__PURE__ */ native(
  'cov(Tensor input, *, int correction=1, Tensor fweights=None, Tensor aweights=None)',
  (x, correction, weights, others) => {
    if (weights || others)
      throw new NotImplementedError('cov() with weights is not part of torchlet; without them it is');
    if (x.shape.length > 2)
      throw new RuntimeError(
        `cov(): expected input to have two or fewer dimensions but got an input with ${x.shape.length} dimensions`,
      );
    if (x.dtype === bool) throw new RuntimeError('cov(): bool dtype is not supported for input');
    const rows = x.shape.length < 2 ? x.reshape(1, -1) : x;
    const apart = sub(rows, rows.mean(1, { keepdim: true }));
    const result = div(matmul(apart, apart.t()), Math.max(rows.shape[1] - correction, 0));
    return /** @type {any} */ (result).squeeze();
  },
);
