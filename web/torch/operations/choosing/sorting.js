// Tensors in order: sort, argsort, topk, with their gradients. nan counts as the largest.

import { RuntimeError } from '../../../core/errors.js';
import { sizeOf, wrapDim } from '../../../core/numbers/size.js';
import { native } from '../../arguments/native.js';
import { tuple } from '../../arguments/tuple.js';
import { record } from '../../autograd/graph.js';
import { bool, int64 } from '../../storage/dtype.js';
import { elements, fresh } from '../../storage/strided.js';
import { order } from './order.js';
import { addedAt } from './scattering.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../../core/numbers/size.js').Size} Size
 */

/**
 * The first `count` of each row along a dimension, in order; equals stay in the order in which they stand.
 * @param {Tensor} x
 * @param {number} dim
 * @param {boolean} descending
 * @param {number} count
 */
function ranked(x, dim, descending, count) {
  const n = x.shape.length === 0 ? 1 : x.shape[dim];
  const step = x.shape.length === 0 ? 1 : x.shape.strides[dim];
  const shape = x.shape.length === 0 ? x.shape : sizeOf(x.shape.with(dim, count));
  const values = fresh(x, shape);
  const places = new BigInt64Array(shape.numel());
  const from = /** @type {any} */ (elements(x));
  const to = /** @type {any} */ (values.storage.array);
  const rows = n === 0 ? 0 : from.length / n;
  for (let r = 0; r < rows; r++) {
    const outer = Math.floor(r / step);
    const [start, first] = [outer * step * n + (r % step), outer * step * count + (r % step)];
    const sorted = Array.from({ length: n }, (_, i) => i).sort((a, b) => {
      const way = order(from[start + a * step], from[start + b * step]);
      return (descending ? -way : way) || a - b;
    });
    for (let k = 0; k < count; k++) {
      to[first + k * step] = from[start + sorted[k] * step];
      places[first + k * step] = BigInt(sorted[k]);
    }
  }
  return { values, indices: fresh(x, shape, places, int64) };
}

/** Each gradient where its element came from. @param {Tensor} grad @param {Tensor} indices @param {Size} shape @param {number} dim */
function returned(grad, indices, shape, dim) {
  const [n, count] = [shape[dim] ?? 1, indices.shape[dim] ?? 1];
  const step = shape.strides[dim] ?? 1;
  const places = Array.from(/** @type {any} */ (elements(indices)), (place, i) => {
    const outer = Math.floor(i / (step * count));
    return outer * step * n + Number(place) * step + (i % step);
  });
  return addedAt(grad, places, shape);
}

/** @param {Tensor} x @param {number} dim @param {boolean} descending @param {number} count @param {string} name @param {string} node */
function recorded(x, dim, descending, count, name, node) {
  const { values, indices } = ranked(x, dim, descending, count);
  const result = record(values, {
    name: node,
    inputs: [x],
    saved: [indices],
    backward: (grad, [places]) => [returned(grad, places, x.shape, dim)],
  });
  return tuple([result, indices], name, ['values', 'indices']);
}

/**
 * The elements in order along a dimension (-1), and where each came from.
 * @type {((input: Tensor, dim?: number | object, descending?: boolean | object) => readonly Tensor[] & { values: Tensor, indices: Tensor }) & import('../../arguments/native.js').Method<any>}
 * @example torch.sort(torch.tensor([3, 1, 2])).values // tensor([1., 2., 3.])
 */
export const sort = /* @__PURE__ */ native(
  [
    'sort(Tensor input, *, bool stable, int dim=-1, bool descending=False)',
    'sort(Tensor input, int dim=-1, bool descending=False)',
  ],
  (x, _stable, dim, descending) => sorted(x, dim, descending),
  (x, dim, descending) => sorted(x, dim, descending),
);

/** @param {Tensor} x @param {number} dim @param {boolean} descending */
function sorted(x, dim, descending) {
  const d = wrapDim(dim, x.shape.length);
  return recorded(x, d, descending, x.shape.length === 0 ? 1 : x.shape[d], 'sort', 'SortBackward0');
}

/**
 * Where the elements come from that are in order along a dimension (-1).
 * @type {((input: Tensor, dim?: number | object, descending?: boolean | object) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.argsort(torch.tensor([3, 1, 2])) // tensor([1, 2, 0])
 */
export const argsort = /* @__PURE__ */ native(
  [
    'argsort(Tensor input, *, bool stable, int dim=-1, bool descending=False)',
    'argsort(Tensor input, int dim=-1, bool descending=False)',
  ],
  (x, _stable, dim, descending) => sorted(x.detach(), dim, descending)[1],
  (x, dim, descending) => sorted(x.detach(), dim, descending)[1],
);

/**
 * The k largest (or smallest) along a dimension (-1), in order, and where they are.
 * @type {((input: Tensor, k: number | object, dim?: number | object, ...rest: any[]) => readonly Tensor[] & { values: Tensor, indices: Tensor }) & import('../../arguments/native.js').Method<any>}
 * @example torch.topk(torch.tensor([3, 1, 2]), 2).values // tensor([3., 2.])
 */
export const topk = /* @__PURE__ */ native(
  'topk(Tensor input, int k, int dim=-1, bool largest=True, bool sorted=True)',
  (x, k, dim, largest) => {
    const d = wrapDim(dim, x.shape.length);
    const size = x.shape.length === 0 ? 1 : x.shape[d];
    if (k < 0 || k > size) throw new RuntimeError('selected index k out of range');
    if (x.dtype === bool) throw new RuntimeError('topk does not support bool dtypes on CPU');
    return recorded(x, d, largest, k, 'topk', 'TopkBackward0');
  },
);
