// Views of a part of a tensor: slices, narrow, select, unbind.

import { IndexError, RuntimeError } from '../../../core/errors.js';
import { bracketed, sizeOf, wrapDim } from '../../../core/numbers/size.js';
import { is_grad_enabled, no_grad } from '../../autograd/grad_mode.js';
import { metaOf, record } from '../../autograd/graph.js';
import { fresh } from '../../storage/strided.js';
import { bareView, viewOf } from './views.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../../core/numbers/size.js').Size} Size
 */

/**
 * Every `step`-th element from `start` up to `end` along a dimension; the bounds are already within it.
 * @param {Tensor} x
 * @param {number} dim
 * @param {number} start
 * @param {number} end
 * @param {number} step
 */
export function slice(x, dim, start, end, step) {
  const shape = sizeOf(x.shape.with(dim, Math.ceil(Math.max(end - start, 0) / step)));
  const strides = x.strides.with(dim, x.strides[dim] * step);
  const offset = x.offset + start * x.strides[dim];
  const place = (/** @type {Tensor} */ whole) => slice(whole, dim, start, end, step);
  return viewOf(x, shape, strides, offset, 'SliceBackward0', padding(x.shape, place));
}

/**
 * The step backward of a part: zeros with the gradient written where the part lies.
 * @param {Size} shape
 * @param {(whole: Tensor) => Tensor} place
 * @returns {(grad: Tensor) => Tensor}
 */
const padding = (shape, place) => (grad) => {
  const whole = fresh(grad, shape);
  no_grad(() => place(whole).copy_(grad));
  return record(whole, { name: 'SliceBackwardBackward0', inputs: [grad], backward: (above) => [place(above)] });
};

/**
 * @param {Tensor} x
 * @param {number} dim
 * @param {number} start
 * @param {number} length
 */
export function narrow(x, dim, start, length) {
  if (x.shape.length === 0) throw new RuntimeError('narrow() cannot be applied to a 0-dim tensor.');
  if (length < 0) throw new RuntimeError('narrow(): length must be non-negative.');
  const d = wrapDim(dim, x.shape.length);
  const size = x.shape[d];
  if (start < -size || start > size) {
    throw new IndexError(`start out of range (expected to be in range of [${-size}, ${size}], but got ${start})`);
  }
  const from = start < 0 ? start + size : start;
  if (from + length > size) {
    throw new RuntimeError(`start (${from}) + length (${length}) exceeds dimension size (${size}).`);
  }
  return slice(x, d, from, from + length, 1);
}

/**
 * One element along a dimension; the index is already checked.
 * @param {Tensor} x
 * @param {number} dim
 * @param {number} index from 0
 */
export function pick(x, dim, index) {
  const shape = sizeOf(x.shape.toSpliced(dim, 1));
  const strides = x.strides.toSpliced(dim, 1);
  const offset = x.offset + index * x.strides[dim];
  const place = (/** @type {Tensor} */ whole) => pick(whole, dim, index);
  return viewOf(x, shape, strides, offset, 'SelectBackward0', padding(x.shape, place));
}

/**
 * @param {Tensor} x
 * @param {number} dim
 * @param {number} index
 */
export function select(x, dim, index) {
  if (x.shape.length === 0) throw new IndexError('select() cannot be applied to a 0-dim tensor.');
  const d = wrapDim(dim, x.shape.length);
  const size = x.shape[d];
  if (index < -size || index >= size) {
    throw new IndexError(
      `select(): index ${index} out of range for tensor of size ${bracketed(x.shape)} at dimension ${d}`,
    );
  }
  return pick(x, d, index < 0 ? index + size : index);
}

/**
 * @param {Tensor} x
 * @param {number} dim
 * @returns {Tensor[]}
 */
export function unbind(x, dim) {
  const d = wrapDim(dim, x.shape.length);
  if (x.shape.length === 0) throw new IndexError('Dimension specified as 0 but tensor has no dimensions');
  const shape = sizeOf(x.shape.toSpliced(d, 1));
  const strides = x.strides.toSpliced(d, 1);
  const views = Array.from({ length: x.shape[d] }, (_, i) => bareView(x, shape, strides, x.offset + i * x.strides[d]));
  if (is_grad_enabled()) for (const one of views) metaOf(one).barred = 'several';
  return record(views, {
    name: 'UnbindBackward0',
    inputs: [x],
    backward: stacking(x.shape, d),
  });
}

/**
 * The step backward of unbind: the gradients of the parts put together again.
 * @param {Size} whole
 * @param {number} dim
 * @returns {import('../../autograd/graph.js').Backward}
 */
const stacking = (whole, dim) => (grads) => {
  const parts = /** @type {(Tensor | null)[]} */ (Array.isArray(grads) ? grads : [grads]);
  const one = /** @type {Tensor} */ (parts.find(Boolean));
  const result = fresh(one, whole);
  parts.forEach((part, i) => {
    if (part) no_grad(() => pick(result, dim, i).copy_(part));
  });
  const again = (/** @type {Tensor} */ above) => parts.map((_, i) => pick(above, dim, i));
  return [record(result, { name: 'StackBackward0', inputs: parts, backward: again })];
};
