// Elements written or added at places, out of place: scatter, scatter_add, index_add, index_fill, index_copy, masked_scatter.

import { IndexError, NotImplementedError, RuntimeError } from '../../../core/errors.js';
import { bracketed, Size, sameShape, wrapDim } from '../../../core/numbers/size.js';
import { native } from '../../arguments/native.js';
import { record } from '../../autograd/graph.js';
import { isTensor } from '../../storage/base.js';
import { bool, int32, int64 } from '../../storage/dtype.js';
import { broadcastShape, elements, fresh, packed } from '../../storage/strided.js';
import { into } from '../filling/filling.js';
import { expand } from '../shapes/views.js';
import { mul } from '../two_operands/arithmetic.js';
import { takenAt, zeroedAt } from './scattering.js';
import { checkIndex, elementOf, gather, index_select, placesAlong, truePlaces } from './selecting.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../storage/loops.js').Operand} Operand
 * @typedef {((input: Tensor, dim: number | object, index?: Tensor, src?: Operand, options?: object) => Tensor) & import('../../arguments/native.js').Method<Tensor>} AtIndex
 */

/** A copy with elements written, or added, at places. @param {Tensor} x @param {number[]} places @param {any} source a list, or one element @param {boolean} [isAdding] */
function written(x, places, source, isAdding = false) {
  const result = fresh(x, x.shape, packed(x));
  const to = /** @type {any} */ (result.storage.array);
  const isList = typeof source === 'object';
  for (let i = 0; i < places.length; i++) {
    const value = isList ? source[i] : source;
    if (isAdding && x.dtype !== bool) to[places[i]] += value;
    else if (!isAdding || value) to[places[i]] = value;
  }
  return result;
}

/** The part of a source that an index covers, in order. @param {Tensor} source @param {Size} shape */
const corner = (source, shape) =>
  elements(source.make(source.storage, shape, source.strides, source.offset, source.dtype));

/** @param {Tensor} source @param {Tensor} index @param {number} dim */
function checkSource(source, index, dim) {
  const bad = Array.from(index.shape).some((n, d) => n > (source.shape[d] ?? 1));
  if (index.shape.numel() > 0 && bad) {
    throw new RuntimeError(
      `Expected index ${bracketed(index.shape)} to be no larger than src ${bracketed(source.shape)} apart from dimension ${dim}`,
    );
  }
}

/** @param {'scatter' | 'scatter_add'} name @param {Tensor} x @param {number} dim @param {Tensor} index @param {any} source @param {Tensor | null} out */
function scattering(name, x, dim, index, source, out = null) {
  const d = wrapDim(dim, x.shape.length);
  checkIndex(name, x, d, index, 'self');
  const isAdding = name === 'scatter_add';
  const src = isTensor(source) ? source : null;
  if (src && src.dtype !== x.dtype) throw new RuntimeError('scatter(): Expected self.dtype to be equal to src.dtype');
  if (src) checkSource(src, index, d);
  const places = placesAlong(x.shape, d, index);
  const result = written(x, places, src ? corner(src, index.shape) : elementOf(source, x), isAdding);
  if (out !== null) return into(out, name, result, [x]);
  return record(result, {
    name: isAdding ? 'ScatterAddBackward0' : `ScatterBackward${src ? 0 : 1}`,
    inputs: [x, src],
    saved: [index],
    backward: (grad, [saved], needs) => [
      isAdding ? grad : zeroedAt(grad, placesAlong(x.shape, d, saved)),
      needs[1] && src ? sourceGradient(gather(grad, d, saved), src.shape, isAdding) : null,
    ],
  });
}

/** @param {Tensor} grad @param {Size} shape @param {boolean} isAdding */
function sourceGradient(grad, shape, isAdding) {
  if (sameShape(grad.shape, shape)) return grad;
  throw new RuntimeError(
    `Function Scatter${isAdding ? 'Add' : ''}Backward0 returned an invalid gradient at index 1 - got ${bracketed(grad.shape)} but expected shape compatible with ${bracketed(shape)}`,
  );
}

const reduces = () => {
  throw new NotImplementedError('scatter() with reduce= is not part of torchlet; scatter_add() is');
};
const withSource = ['Tensor src', 'Scalar value'];
/**
 * A copy with elements of `src`, or a number, written to places along a dimension.
 * @type {AtIndex}
 * @example torch.scatter(torch.zeros(3), 0, torch.tensor([1n]), 5) // tensor([0., 5., 0.])
 */
export const scatter = /* @__PURE__ */ native(
  withSource.flatMap((what) =>
    ['', 'str reduce, '].map(
      (more) => `scatter(Tensor input, int dim, Tensor index, ${what}, *, ${more}Tensor out=None)`,
    ),
  ),
  (x, dim, index, source, out) => scattering('scatter', x, dim, index, source, out),
  reduces,
  (x, dim, index, source, out) => scattering('scatter', x, dim, index, source, out),
  reduces,
);
/**
 * A copy with elements of `src` added at places along a dimension.
 * @type {AtIndex}
 * @example torch.scatter_add(torch.ones(2), 0, torch.tensor([1n]), torch.tensor([5])) // tensor([1., 6.])
 */
export const scatter_add = /* @__PURE__ */ native(
  'scatter_add(Tensor input, int dim, Tensor index, Tensor src, *, Tensor out=None)',
  (x, dim, index, source, out) => scattering('scatter_add', x, dim, index, source, out),
);

/** @param {string} name @param {Tensor} index */
function requireSlicePlaces(name, { dtype }) {
  if (dtype !== int64 && dtype !== int32)
    throw new RuntimeError(`${name}(): Expected dtype int32/int64 for index but got: ${dtype.short}`);
}

/** The places of whole slices. @param {string} name @param {Tensor} x @param {number} d @param {Tensor} index */
function slicePlaces(name, x, d, index) {
  if (index.shape.length > 1)
    throw new IndexError(`${name}(): Index is supposed to be a vector, but got dim: ${index.shape.length}`);
  requireSlicePlaces(name, index);
  const size = x.shape[d] ?? 1;
  const bad = Array.from(elements(index), Number).find((i) => i < -size || i >= size);
  if (bad !== undefined) throw new IndexError(`index ${bad} is out of bounds for dimension ${d} with size ${size}`);
  const positive = /** @type {any} */ (index).remainder(Math.max(size, 1)).to(int64);
  if (x.shape.length === 0) return new Array(index.shape.numel()).fill(0);
  const shape = x.shape.with(d, index.shape.numel());
  return placesAlong(x.shape, d, expand(positive.reshape(shape.map((_, i) => (i === d ? -1 : 1))), shape));
}

/** @param {string} name @param {Tensor} x @param {number} d @param {Tensor} index @param {Tensor} source */
function checkSlices(name, x, d, index, source) {
  const fits =
    x.shape.length === source.shape.length &&
    sameShape(source.shape, x.shape.length ? x.shape.with(d, index.shape.numel()) : []);
  if (x.dtype !== source.dtype)
    throw new RuntimeError(
      `${name}(): self and source expected to have the same dtype, but got (self) ${x.dtype.short} and (source) ${source.dtype.short}`,
    );
  if (!fits) {
    throw new RuntimeError(
      `${name}(): Source and destination tensors must have matching sizes except at dimension ${d}, but got ${bracketed(source.shape)} and ${bracketed(x.shape)} for an index of ${index.shape.numel()}`,
    );
  }
}

/**
 * A copy with slices of `source` (times alpha, 1) added to those at an index.
 * @type {AtIndex}
 * @example torch.index_add(torch.ones(3), 0, torch.tensor([0n, 0n]), torch.tensor([1, 2])) // tensor([4., 1., 1.])
 */
export const index_add = /* @__PURE__ */ native(
  'index_add(Tensor input, int dim, Tensor index, Tensor source, *, Scalar alpha=1, Tensor out=None)',
  (x, dim, index, source, alpha, out = null) => {
    const d = wrapDim(dim, x.shape.length);
    requireSlicePlaces('index_add_', index);
    checkSlices('index_add', x, d, index, source);
    const scaled = alpha === 1 ? source : mul(source.detach(), alpha);
    const result = written(x, slicePlaces('index_add', x, d, index), elements(scaled), true);
    if (out !== null) return into(out, 'index_add', result, [x]);
    return record(result, {
      name: 'IndexAddBackward0',
      inputs: [x, source],
      saved: [index],
      backward: (grad, [saved], needs) => [grad, needs[1] ? mul(index_select(grad, d, saved), alpha) : null],
    });
  },
);
/**
 * A copy with the slices at an index filled with a number.
 * @type {AtIndex}
 * @example torch.index_fill(torch.ones(3), 0, torch.tensor([0n, 2n]), 5) // tensor([5., 1., 5.])
 */
export const index_fill = /* @__PURE__ */ native(
  ['Tensor', 'Scalar'].map((type) => `index_fill(Tensor input, int dim, Tensor index, ${type} value)`),
  (x, dim, index, value) => {
    const d = wrapDim(dim, x.shape.length);
    if (isTensor(value) && value.shape.length > 0) {
      throw new RuntimeError(
        `index_fill_ only supports a 0-dimensional value tensor, but got tensor with ${value.shape.length} dimension(s).`,
      );
    }
    const number = isTensor(value) ? value.item() : value;
    const fill = (/** @type {Tensor} */ one, /** @type {any} */ by) =>
      written(one, slicePlaces('index_fill_', one, d, index), elementOf(by, one));
    if (index.dtype !== int64) throw new IndexError('index_fill_(): Expected dtype int64 for index.');
    return record(fill(x, number), {
      name: `IndexFillBackward${isTensor(value) ? 1 : 0}`,
      inputs: [x, isTensor(value) ? value : null],
      backward: (grad, _saved, needs) => [
        zeroedAt(grad, slicePlaces('index_fill_', grad, d, index)),
        needs[1] ? /** @type {any} */ (index_select(grad, d, index)).sum() : null,
      ],
    });
  },
);
/**
 * A copy with the slices at an index replaced by those of `source`.
 * @type {AtIndex}
 * @example torch.index_copy(torch.zeros(3), 0, torch.tensor([1n]), torch.tensor([5])) // tensor([0., 5., 0.])
 */
export const index_copy = /* @__PURE__ */ native(
  'index_copy(Tensor input, int dim, Tensor index, Tensor source, *, Tensor out=None)',
  (x, dim, index, source, out = null) => {
    const d = wrapDim(dim, x.shape.length);
    if (index.dtype !== int64)
      throw new RuntimeError(`index_copy_(): Expected a long tensor for index, but got ${index.dtype.short}`);
    checkSlices('index_copy_', x, d, index, source);
    const places = slicePlaces('index_copy_', x, d, index);
    const result = written(x, places, elements(source));
    if (out !== null) return into(out, 'index_copy', result, [x]);
    return record(result, {
      name: 'IndexCopyBackward0',
      inputs: [x, source],
      saved: [index],
      backward: (grad, [saved], needs) => [zeroedAt(grad, places), needs[1] ? index_select(grad, d, saved) : null],
    });
  },
);

/**
 * A copy with elements of `source`, in order, where a mask is true.
 * @type {((input: Tensor, mask: Tensor, source: Tensor) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.masked_scatter(torch.zeros(3), torch.tensor([true, false, true]), torch.tensor([1, 2])) // tensor([1., 0., 2.])
 */
export const masked_scatter = /* @__PURE__ */ native(
  'masked_scatter(Tensor input, Tensor mask, Tensor source)',
  (x, mask, source) => {
    if (mask.dtype !== bool)
      throw new RuntimeError(
        `masked_scatter_ only supports boolean masks, but got mask with dtype ${mask.dtype.short}`,
      );
    if (x.dtype !== source.dtype)
      throw new RuntimeError(
        `masked_scatter: expected self and source to have same dtypes but got${x.dtype.short} and ${source.dtype.short}`,
      );
    const shape = broadcastShape(x.shape, mask.shape);
    const whole = sameShape(shape, x.shape) ? x : expand(x, [...shape]);
    const places = truePlaces(mask, shape);
    if (places.length > source.shape.numel())
      throw new RuntimeError('Number of elements of source < number of ones in mask');
    return record(written(whole.detach(), places, elements(source)), {
      name: 'MaskedScatterBackward0',
      inputs: [x, source],
      backward: (grad, _saved, needs) => [
        zeroedAt(grad, places),
        needs[1] ? takenAt(grad, places, source.shape) : null,
      ],
    });
  },
);
