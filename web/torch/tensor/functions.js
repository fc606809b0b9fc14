// torch.sum, torch.reshape and the like: PyTorch's signatures of reductions and views, bound to what carries them out.

import { NotImplementedError } from '../../core/errors.js';
import { native } from '../arguments/native.js';
import { tuple } from '../arguments/tuple.js';
import { maximum, minimum } from '../operations/elements/bounds.js';
import { into } from '../operations/filling/filling.js';
import * as reductions from '../operations/folds/reductions.js';
import * as slices from '../operations/shapes/slices.js';
import * as views from '../operations/shapes/views.js';

/**
 * @typedef {import('./tensor.js').Tensor} Tensor
 * @typedef {import('../storage/dtype.js').DType} DType
 * @typedef {number | number[] | null} Dims one dimension, several, or all
 * @typedef {{ dim?: Dims, keepdim?: boolean, dtype?: DType, out?: Tensor }} SumOptions
 * @typedef {{ dim?: Dims, keepdim?: boolean, correction?: number, unbiased?: boolean, out?: Tensor }} StdOptions
 */

/**
 * @param {'sum' | 'mean'} name
 * @param {string} node
 */
function totals(name, node) {
  const out = name === 'mean' ? ', Tensor out=None' : '';
  return native(
    [
      `${name}(Tensor input, *, dtype dtype=None${out})`,
      `${name}(Tensor input, int[1]? dim, bool keepdim=False, *, dtype dtype=None, Tensor out=None)`,
    ],
    (x, dtype, out = null) => {
      return into(out, name, reductions.sum(x, null, false, name, `${node}Backward0`, dtype), [x]);
    },
    (x, dim, keepdim, dtype, out = null) => {
      return into(out, name, reductions.sum(x, dim, keepdim, name, `${node}Backward1`, dtype), [x]);
    },
  );
}

/**
 * @param {string} name
 * @param {boolean} root
 */
function spreads(name, root) {
  return native(
    [
      `${name}(Tensor input, int[1]? dim, bool unbiased=True, bool keepdim=False, *, Tensor out=None)`,
      `${name}(Tensor input, int[1]? dim=None, *, Scalar correction=None, bool keepdim=False, Tensor out=None)`,
      `${name}(Tensor input, bool unbiased=True)`,
    ],
    (x, dim, unbiased, keepdim, out = null) =>
      into(out, name, reductions.variance(x, dim, unbiased ? 1 : 0, keepdim, root), [x]),
    (x, dim, correction, keepdim, out = null) =>
      into(out, name, reductions.variance(x, dim, Number(correction ?? 1), keepdim, root), [x]),
    (x, unbiased) => reductions.variance(x, null, unbiased ? 1 : 0, false, root),
  );
}

/**
 * @param {string} name
 * @param {number} sign
 */
function extremes(name, sign) {
  return native(
    [
      `${name}(Tensor input, *, Tensor out=None)`,
      `${name}(Tensor input, Tensor other, *, Tensor out=None)`,
      `${name}(Tensor input, int dim, bool keepdim=False, *, Tensor[] out=None)`,
    ],
    (x, out = null) => into(out, name, reductions.extreme(x, sign), [x]),
    (x, other, out = null) => (sign > 0 ? maximum : minimum)(x, other, ...(out ? [{ out }] : [])),
    (x, dim, keepdim, out) => {
      if (out) throw new NotImplementedError(`${name}(dim) with out= is not part of torchlet`);
      const { values, indices } = reductions.extremes(x, dim, keepdim, sign);
      return tuple([values, indices], name, ['values', 'indices']);
    },
  );
}

/** What `max(dim)` and `min(dim)` give: `const { values, indices } = …`, or in order as in Python, `const [values, indices] = …`. @typedef {readonly Tensor[] & { values: Tensor, indices: Tensor }} Extremes */

/**
 * The sum of all elements, or along dimensions. Formed in float64 and rounded once. Unless given, dim is all of them, keepdim
 * false.
 * @type {((input: Tensor, dim?: Dims | SumOptions, keepdim?: boolean | SumOptions, options?: SumOptions) => Tensor)
 *   & import('../arguments/native.js').Method<Tensor>}
 * @example torch.sum(torch.tensor([[1, 2], [3, 4]]), 1) // tensor([3., 7.])
 */
export const sum = /* @__PURE__ */ totals('sum', 'Sum');

/**
 * The mean of all elements, or along dimensions; NaN of none. Arguments as those of `sum`.
 * @type {typeof sum}
 * @example torch.mean(torch.tensor([1, 2, 3])) // tensor(2.)
 */
export const mean = /* @__PURE__ */ totals('mean', 'Mean');

/**
 * The standard deviation √(Σ(x − mean)² / (n − correction)), correction 1 unless given (`unbiased: false` is 0), over
 * all elements or along dimensions; keepdim is false.
 * @type {((input: Tensor, dim?: Dims | boolean | StdOptions, ...rest: (boolean | StdOptions)[]) => Tensor)
 *   & import('../arguments/native.js').Method<Tensor>}
 * @example torch.std(torch.tensor([1, 2, 3])) // tensor(1.)
 */
export const std = /* @__PURE__ */ spreads('std', true);

/**
 * The variance Σ(x − mean)² / (n − correction); see `std`.
 * @type {typeof std}
 * @example torch.var(torch.tensor([1, 2, 3])) // tensor(1.)
 */
const variance = /* @__PURE__ */ spreads('var', false);

export { variance as var };

/**
 * The largest element, or `{ values, indices }` along a dimension, or the larger ones of two tensors; NaN counts as the largest. keepdim
 * is false.
 * @type {((input: Tensor, other?: Tensor) => Tensor) & ((input: Tensor, dim: number | { dim: number, keepdim?: boolean },
 *   keepdim?: boolean | { keepdim?: boolean }) => Extremes) & import('../arguments/native.js').Method<any>}
 * @example torch.max(torch.tensor([[1, 5], [4, 2]]), 1).values // tensor([5., 4.])
 */
export const max = /* @__PURE__ */ extremes('max', 1);

/**
 * The smallest element, or `{ values, indices }` along a dimension; NaN counts as the smallest. keepdim is false.
 * @type {typeof max}
 * @example torch.min(torch.tensor([3, 1, 2])) // tensor(1.)
 */
export const min = /* @__PURE__ */ extremes('min', -1);

/**
 * The same elements in another shape, of which one size may be -1; a view where the strides allow it. RuntimeError for a
 * shape with another number of elements.
 * @type {((input: Tensor, shape: number[] | { shape: number[] }) => Tensor) & import('../arguments/native.js').Method<Tensor>}
 * @example torch.reshape(torch.arange(4), [2, -1]) // tensor([[0., 1.], [2., 3.]])
 */
export const reshape = /* @__PURE__ */ native('reshape(Tensor input, int[] shape)', views.reshape);

/**
 * Dimensions start_dim (0) to end_dim (-1) made one.
 * @type {((input: Tensor, start_dim?: number | object, end_dim?: number | object) => Tensor)
 *   & import('../arguments/native.js').Method<Tensor>}
 * @example torch.flatten(torch.zeros(2, 2)) // tensor([0., 0., 0., 0.])
 */
export const flatten = /* @__PURE__ */ native('flatten(Tensor input, int start_dim=0, int end_dim=-1)', views.flatten);

/**
 * A matrix with rows and columns exchanged; a vector or scalar as it is. RuntimeError for more than two dimensions.
 * @type {((input: Tensor) => Tensor) & import('../arguments/native.js').Method<Tensor>}
 * @example torch.t(torch.tensor([[1, 2]])) // tensor([[1.], [2.]])
 */
export const t = /* @__PURE__ */ native('t(Tensor input)', views.t);

/**
 * Two dimensions exchanged. IndexError for a dimension that the tensor does not have.
 * @type {((input: Tensor, dim0: number | object, dim1?: number | object) => Tensor)
 *   & import('../arguments/native.js').Method<Tensor>}
 * @example torch.transpose(torch.zeros(2, 3), 0, 1).shape // torch.Size([3, 2])
 */
export const transpose = /* @__PURE__ */ native('transpose(Tensor input, int dim0, int dim1)', views.transpose);

/**
 * The dimensions in another order.
 * @type {((input: Tensor, dims: number[] | { dims: number[] }) => Tensor) & import('../arguments/native.js').Method<Tensor>}
 * @example torch.permute(torch.zeros(2, 3, 4), [2, 0, 1]).shape // torch.Size([4, 2, 3])
 */
export const permute = /* @__PURE__ */ native('permute(Tensor input, int[] dims)', views.permute);

/**
 * Without the dimensions of size 1, or those of the given ones.
 * @type {((input: Tensor, dim?: number | number[] | object) => Tensor) & import('../arguments/native.js').Method<Tensor>}
 * @example torch.squeeze(torch.zeros(1, 3)).shape // torch.Size([3])
 */
export const squeeze = /* @__PURE__ */ native(
  ['squeeze(Tensor input)', 'squeeze(Tensor input, int dim)', 'squeeze(Tensor input, int[] dim)'],
  (x) => views.squeeze(x, null, 'SqueezeBackward0'),
  (x, dim) => views.squeeze(x, [dim], 'SqueezeBackward1'),
  (x, dims) => views.squeeze(x, dims, 'SqueezeBackward2'),
);

/**
 * With a new dimension of size 1.
 * @type {((input: Tensor, dim: number | { dim: number }) => Tensor) & import('../arguments/native.js').Method<Tensor>}
 * @example torch.unsqueeze(torch.zeros(3), 0).shape // torch.Size([1, 3])
 */
export const unsqueeze = /* @__PURE__ */ native('unsqueeze(Tensor input, int dim)', views.unsqueeze);

/**
 * A view repeated along dimensions of size 1 and new leading ones.
 * @type {((input: Tensor, size: number[] | { size: number[] }) => Tensor) & import('../arguments/native.js').Method<Tensor>}
 * @example torch.broadcast_to(torch.tensor([1, 2]), [2, 2]) // tensor([[1., 2.], [1., 2.]])
 */
export const broadcast_to = /* @__PURE__ */ native('broadcast_to(Tensor input, int[] size)', views.expand);

/**
 * `length` elements from `start` along a dimension. RuntimeError where they are not all there.
 * @type {((input: Tensor, dim: number | object, start?: number, length?: number | object) => Tensor)
 *   & import('../arguments/native.js').Method<Tensor>}
 * @example torch.narrow(torch.arange(5), 0, 1, 2) // tensor([1., 2.])
 */
export const narrow = /* @__PURE__ */ native(
  ['narrow(Tensor input, int dim, Tensor start, int length)', 'narrow(Tensor input, int dim, int start, int length)'],
  (x, dim, start, length) => slices.narrow(x, dim, start.item(), length),
  slices.narrow,
);

/**
 * One element along a dimension, which disappears. IndexError for an element that is not there.
 * @type {((input: Tensor, dim: number | object, index?: number | object) => Tensor)
 *   & import('../arguments/native.js').Method<Tensor>}
 * @example torch.select(torch.tensor([[1, 2], [3, 4]]), 1, 0) // tensor([1., 3.])
 */
export const select = /* @__PURE__ */ native('select(Tensor input, int dim, int index)', slices.select);

/**
 * The list of all elements along a dimension (0).
 * @type {((input: Tensor, dim?: number | { dim?: number }) => readonly Tensor[]) & import('../arguments/native.js').Method<readonly Tensor[]>}
 * @example torch.unbind(torch.tensor([1, 2])) // [tensor(1.), tensor(2.)]
 */
export const unbind = /* @__PURE__ */ native('unbind(Tensor input, int dim=0)', (x, dim) =>
  tuple(slices.unbind(x, dim)),
);

/**
 * A copy, through which gradients flow.
 * @type {((input: Tensor) => Tensor) & import('../arguments/native.js').Method<Tensor>}
 * @example torch.clone(torch.tensor([1, 2])) // tensor([1., 2.])
 */
export const clone = /* @__PURE__ */ native('clone(Tensor input, *, memory_format memory_format=None)', views.clone);

/**
 * The same storage, outside the graph; it shares the version counter.
 * @type {((input: Tensor) => Tensor) & import('../arguments/native.js').Method<Tensor>}
 * @example torch.detach(torch.ones(2, { requires_grad: true })) // tensor([1., 1.])
 */
export const detach = /* @__PURE__ */ native('detach(Tensor input)', views.detach);

/**
 * The number of elements.
 * @type {(input: Tensor) => number}
 * @example torch.numel(torch.zeros(2, 3)) // 6
 */
export const numel = /* @__PURE__ */ native('numel(Tensor input)', (x) => x.shape.numel());
