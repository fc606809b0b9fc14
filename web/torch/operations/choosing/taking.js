// Elements at places: take, take_along_dim; and fill_diagonal_, which writes a number to some.

import { IndexError, RuntimeError } from '../../../core/errors.js';
import { Size, wrapDim } from '../../../core/numbers/size.js';
import { native, nativeMethod } from '../../arguments/native.js';
import { record } from '../../autograd/graph.js';
import { int64 } from '../../storage/dtype.js';
import { broadcastShape, elements, fresh } from '../../storage/strided.js';
import { into } from '../filling/filling.js';
import { expand, flatten, viewOf } from '../shapes/views.js';
import { addedAt } from './scattering.js';
import { gather } from './selecting.js';

/** @typedef {import('../../tensor/tensor.js').Tensor} Tensor */

/**
 * The elements at places of the flattened tensor.
 * @type {((input: Tensor, index: Tensor) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.take(torch.tensor([[1, 2], [3, 4]]), torch.tensor([0n, 3n])) // tensor([1., 4.])
 */
export const take = /* @__PURE__ */ native(
  'take(Tensor input, Tensor index, *, Tensor out=None)',
  (x, index, out = null) => {
    if (index.dtype !== int64) {
      throw new RuntimeError(`take(): Expected a long tensor for index, but got ${index.dtype.short}`);
    }
    const count = x.shape.numel();
    const places = Array.from(elements(index), Number);
    if (count === 0 && places.length > 0) throw new IndexError('take(): tried to take from an empty tensor');
    const bad = places.find((i) => i < -count || i >= count);
    if (bad !== undefined)
      throw new IndexError(`out of range: tried to access index ${bad} on a tensor of ${count} elements.`);
    const positive = places.map((i) => (i < 0 ? i + count : i));
    const result = fresh(x, index.shape);
    const [to, from] = [/** @type {any} */ (result.storage.array), elements(x)];
    positive.forEach((place, i) => {
      to[i] = from[place];
    });
    if (out !== null) return into(out, 'take', result, [x]);
    return record(result, {
      name: 'TakeBackward0',
      inputs: [x],
      backward: (grad) => [addedAt(grad, positive, x.shape)],
    });
  },
);

/**
 * The elements at places along a dimension, both broadcast in the others; without one, of the flattened tensor.
 * @type {((input: Tensor, indices: Tensor | object, dim?: number | object) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.take_along_dim(torch.tensor([[3, 1]]), torch.tensor([[1n, 0n]]), 1) // tensor([[1., 3.]])
 */
export const take_along_dim = /* @__PURE__ */ native(
  'take_along_dim(Tensor input, Tensor indices, int? dim=None, *, Tensor out=None)',
  (x, indices, dim, out = null) => {
    if (dim === null) return into(out, 'take_along_dim', gather(flatten(x, 0, -1), 0, flatten(indices, 0, -1)), [x]);
    if (x.shape.length !== indices.shape.length) {
      throw new RuntimeError(
        `torch.take_along_dim(): input and indices should have the same number of dimensions, but got ${x.shape.length} dimensions for input, and ${indices.shape.length} dimensions for indices`,
      );
    }
    if (indices.dtype !== int64)
      throw new RuntimeError(`torch.take_along_dim(): dtype of indices should be Long but got ${indices.dtype.short}`);
    const d = wrapDim(dim, x.shape.length);
    const shape = broadcastShape(new Size(x.shape.with(d, 1)), new Size(indices.shape.with(d, 1)));
    const wide = (/** @type {Tensor} */ one) => expand(one, shape.with(d, one.shape[d]));
    return into(out, 'take_along_dim', gather(wide(x), d, wide(indices)), [x]);
  },
);

/** `x.fill_diagonal_(value)`: writes a number to the diagonal; `wrap` begins it anew beneath a tall matrix. @type {(this: Tensor, ...args: any[]) => Tensor} */
export const fill_diagonal_ = /* @__PURE__ */ nativeMethod(
  'fill_diagonal_(Scalar fill_value, bool wrap=False)',
  (x, value, wrap) => {
    const { shape, strides } = x;
    if (shape.length < 2) throw new RuntimeError('dimensions must larger than 1');
    if (shape.length > 2 && shape.some((/** @type {number} */ n) => n !== shape[0]))
      throw new RuntimeError('all dimensions of input must be of equal length');
    const step = strides.reduce((/** @type {number} */ sum, /** @type {number} */ n) => sum + n, 0);
    const [rows, columns] = shape;
    fillStrided(x, Math.min(...shape), 0, step, value);
    if (wrap && shape.length === 2 && rows > columns + 1) {
      const left = rows - columns - 1;
      const count = Math.floor(left / (columns + 1)) * columns + Math.min(left % (columns + 1), columns);
      const first = (columns + 1) * strides[0];
      for (let i = 0; i < count; i += columns) {
        fillStrided(x, Math.min(columns, count - i), first * (1 + i / columns), step, value);
      }
    }
    return x;
  },
);

/** Through a view, so that the history has it. @param {Tensor} x @param {number} count @param {number} start @param {number} step @param {any} value */
function fillStrided(x, count, start, step, value) {
  const diagonal = (/** @type {Tensor} */ one) =>
    viewOf(one, new Size([count]), [step], one.offset + start, 'AsStridedBackward0', (grad) => grad);
  /** @type {any} */ (diagonal(x)).fill_(value);
}
