// Elements chosen by tensors of places or truths: gather, index_select, masked_select, masked_fill, nonzero.

import { IndexError, RuntimeError } from '../../../core/errors.js';
import { bracketed, Size, sameShape, sizeOf, wrapDim } from '../../../core/numbers/size.js';
import { native } from '../../arguments/native.js';
import { tuple } from '../../arguments/tuple.js';
import { record } from '../../autograd/graph.js';
import { linearly } from '../../autograd/twice.js';
import { isTensor } from '../../storage/base.js';
import { asElement, bool, cNameOf, int32, int64, kFloating } from '../../storage/dtype.js';
import { broadcastShape, broadcastStrides, elements, fresh, walk } from '../../storage/strided.js';
import { cast } from '../elements/casting.js';
import { into } from '../filling/filling.js';
import { select } from '../shapes/slices.js';
import { expand } from '../shapes/views.js';
import { addedAt } from './scattering.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../storage/loops.js').Operand} Operand
 */

/** @param {string} name @param {Tensor} index */
function requirePlaces(name, { dtype }) {
  const or = name === 'index_select' ? ' or ' : '/';
  if (dtype !== int64 && dtype !== int32)
    throw new RuntimeError(`${name}(): Expected dtype ${['int32', 'int64'].join(or)} for index`);
}

/**
 * For each place in `index`, the place in a tensor of `shape` that it stands for along a dimension.
 * @param {Size} shape
 * @param {number} dim
 * @param {Tensor} index
 * @returns {number[]} in the order of the index
 */
export function placesAlong(shape, dim, index) {
  const size = shape[dim] ?? 1;
  const list = elements(index);
  const strides = shape.strides;
  const places = new Array(list.length);
  walk(index.shape, [index.shape.strides], [0], (n, at, step) => {
    for (let k = 0; k < n; k++) {
      const flat = at[0] + k * step[0];
      const i = Number(list[flat]);
      if (i < 0 || i >= size) {
        throw new RuntimeError(`index ${i} is out of bounds for dimension ${dim} with size ${size}`);
      }
      let place = 0;
      let rest = flat;
      for (let d = index.shape.length - 1; d >= 0; d--) {
        const own = rest % index.shape[d];
        rest = (rest - own) / index.shape[d];
        place += (d === dim ? i : own) * strides[d];
      }
      places[flat] = place;
    }
  });
  return places;
}

/** @param {string} name @param {Tensor} x @param {number} dim @param {Tensor} index @param {string} what */
export function checkIndex(name, x, dim, index, what) {
  if (index.shape.numel() === 0) return;
  requirePlaces(name.startsWith('scatter') ? 'scatter' : name, index);
  if (Math.max(1, x.shape.length) !== Math.max(1, index.shape.length)) {
    throw new RuntimeError(`Index tensor must have the same number of dimensions as ${what} tensor`);
  }
  const bad = Array.from(index.shape).some((n, d) => d !== dim && n > x.shape[d]);
  if (bad) {
    throw new RuntimeError(
      `Size does not match at dimension ${Array.from(index.shape).findIndex((n, d) => d !== dim && n > x.shape[d])} expected index ${bracketed(index.shape)} to be no larger than self ${bracketed(x.shape)} apart from dimension ${dim}`,
    );
  }
}

/**
 * The elements at places along a dimension: output[i][j] = input[index[i][j]][j] for dim 0.
 * @type {((input: Tensor, dim: number | object, index?: Tensor) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.gather(torch.tensor([[1, 2], [3, 4]]), 1, torch.tensor([[0n], [1n]])) // tensor([[1.], [4.]])
 */
export const gather = /* @__PURE__ */ native(
  'gather(Tensor input, int dim, Tensor index, *, bool sparse_grad=False, Tensor out=None)',
  (x, dim, index, _sparse, out = null) => {
    const d = wrapDim(dim, x.shape.length);
    checkIndex('gather', x, d, index, 'input');
    const places = placesAlong(x.shape, d, index);
    const result = fresh(x, index.shape);
    const [to, from] = [/** @type {any} */ (result.storage.array), elements(x)];
    for (let i = 0; i < to.length; i++) to[i] = from[places[i]];
    if (out !== null) return into(out, 'gather', result, [x]);
    return record(result, {
      name: 'GatherBackward0',
      inputs: [x],
      saved: [index],
      backward: (grad, [saved]) => [addedAt(grad, placesAlong(x.shape, d, saved), x.shape)],
    });
  },
);

/**
 * Whole slices at places along a dimension, copied.
 * @type {((input: Tensor, dim: number | object, index?: Tensor) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.index_select(torch.tensor([1, 2, 3]), 0, torch.tensor([2n, 0n])) // tensor([3., 1.])
 */
export const index_select = /* @__PURE__ */ native(
  'index_select(Tensor input, int dim, Tensor index, *, Tensor out=None)',
  (x, dim, index, out = null) => {
    const d = wrapDim(dim, x.shape.length);
    if (index.shape.length > 1) throw new IndexError('index_select(): Index is supposed to be a vector');
    requirePlaces('index_select', index);
    const count = index.shape.numel();
    if (x.shape.length === 0) {
      if (count !== 1)
        throw new RuntimeError(`index_select(): Index to scalar can have only 1 value, got ${count} value(s)`);
      return index_select(x.reshape(1), 0, index).reshape([]);
    }
    const shape = sizeOf(x.shape.with(d, index.shape.numel()));
    const wide = expand(index.reshape(Array.from(shape, (_, i) => (i === d ? -1 : 1))), [...shape]);
    const places = placesFor(x.shape, d, wide);
    const result = fresh(x, shape);
    const [to, from] = [/** @type {any} */ (result.storage.array), elements(x)];
    for (let i = 0; i < to.length; i++) to[i] = from[places[i]];
    if (out !== null) return into(out, 'index_select', result, [x]);
    return record(result, {
      name: 'IndexSelectBackward0',
      inputs: [x],
      saved: [index],
      backward: (grad) => [addedAt(grad, places, x.shape)],
    });
  },
);

/** @param {Size} shape @param {number} dim @param {Tensor} index */
function placesFor(shape, dim, index) {
  try {
    return placesAlong(shape, dim, cast(index, int64));
  } catch {
    if (shape.length === 1) throw new IndexError('index out of range in self');
    if (shape[dim] === 0) throw new RuntimeError('index_select(): self indexing axis dim should be positive');
    if (dim === 0) throw new IndexError('index out of range in self');
    const at = Array.from(elements(index), Number).find((i) => i < 0 || i >= shape[dim]);
    throw new RuntimeError(`INDICES element is out of DATA bounds, id=${at} axis_dim=${shape[dim]}`);
  }
}

/** @param {Tensor} mask */
function requireMask({ dtype }) {
  if (dtype !== bool)
    throw new RuntimeError(`masked_fill_ only supports boolean masks, but got mask with dtype ${cNameOf(dtype)}`);
}

/** The places, in row-major order, where a mask is true. @param {Tensor} mask @param {Size} shape to which it is broadcast */
export function truePlaces(mask, shape) {
  /** @type {number[]} */ const places = [];
  const { array } = mask.storage;
  walk(shape, [shape.strides, broadcastStrides(mask, shape)], [0, mask.offset], (n, at, step) => {
    for (let k = 0; k < n; k++) if (array[at[1] + k * step[1]]) places.push(at[0] + k * step[0]);
  });
  return places.sort((a, b) => a - b);
}

/** @param {Tensor} x @param {Tensor} mask */
export function masked(x, mask) {
  const shape = broadcastShape(mask.shape, x.shape);
  const whole = sameShape(shape, x.shape) ? x : expand(x, [...shape]);
  const places = truePlaces(mask, shape);
  const from = elements(whole);
  const result = fresh(x, sizeOf([places.length]));
  const to = /** @type {any} */ (result.storage.array);
  places.forEach((place, i) => {
    to[i] = from[place];
  });
  return { result, places, shape };
}

/**
 * The elements where a mask is true, as a vector.
 * @type {((input: Tensor, mask: Tensor) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.masked_select(torch.tensor([1, 2, 3]), torch.tensor([true, false, true])) // tensor([1., 3.])
 */
export const masked_select = /* @__PURE__ */ native(
  'masked_select(Tensor input, Tensor mask, *, Tensor out=None)',
  (x, mask, out = null) => {
    if (mask.dtype !== bool) throw new RuntimeError('masked_select: expected BoolTensor for mask');
    const { result, places, shape } = masked(x, mask);
    if (out !== null) return into(out, 'masked_select', result, [x]);
    return record(result, {
      name: 'MaskedSelectBackward0',
      inputs: [x],
      backward: (grad) => [addedAt(grad, places, shape)],
    });
  },
);

/** @param {Tensor} x @param {Tensor} mask @param {Operand} value */
function filledOut(x, mask, value) {
  const shape = broadcastShape(mask.shape, x.shape);
  requireMask(mask);
  const result = /** @type {Tensor} */ (
    (sameShape(shape, x.shape) ? x : expand(x, [...shape])).detach().clone()
  ).contiguous();
  const element = maskElement(x, value);
  const to = /** @type {any} */ (result.storage.array);
  for (const place of truePlaces(mask, shape)) to[place] = element;
  return result;
}

/** @param {Tensor} x @param {Operand} value */
function maskElement(x, value) {
  if (isTensor(value) && value.shape.length > 0) {
    throw new RuntimeError(
      `masked_fill_ only supports a 0-dimensional value tensor, but got tensor with ${value.shape.length} dimension(s).`,
    );
  }
  const number = isTensor(value) ? value.item() : value;
  return x.dtype.kind === kFloating ? Number(number) : asElement(number, x.dtype);
}

/** A number as an element, wrapping where it does not fit. @param {Operand} value @param {Tensor} x @returns {any} */
export const elementOf = (value, { dtype }) =>
  dtype.kind === kFloating ? Number(value) : asElement(/** @type {number} */ (value), dtype);

/** @param {Tensor} grad @param {Tensor} mask */
const unmasked = (grad, mask) => {
  const zeroed = (/** @type {Tensor} */ one) => filledOut(one, mask, 0);
  return linearly('MaskedFillBackward0', grad, zeroed, zeroed);
};

/**
 * A copy with a number where a mask is true.
 * @type {((input: Tensor, mask: Tensor, value: Operand) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.masked_fill(torch.tensor([1, 2]), torch.tensor([true, false]), 0) // tensor([0., 2.])
 */
export const masked_fill = /* @__PURE__ */ native(
  ['masked_fill(Tensor input, Tensor mask, Tensor value)', 'masked_fill(Tensor input, Tensor mask, Scalar value)'],
  (x, mask, value) =>
    record(filledOut(x, mask, value), {
      name: 'MaskedFillBackward0',
      inputs: [x],
      saved: [mask],
      backward: (grad, [where]) => [unmasked(grad, where)],
    }),
);

/**
 * Where elements are not 0: a row of indices for each, or with `as_tuple` a vector for each dimension.
 * @type {((input: Tensor, options?: { as_tuple?: boolean }) => any) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.nonzero(torch.tensor([0, 5, 0, 6])) // tensor([[1], [3]])
 */
export const nonzero = /* @__PURE__ */ native('nonzero(Tensor input, *, bool as_tuple=False)', (x, isTuple) =>
  isTuple ? coordinates(x) : rowsOf(x),
);

/** The same as a tuple, a vector for each dimension. @param {Tensor} x */
export function coordinates(x) {
  const rows = rowsOf(x.shape.length === 0 ? x.reshape(1) : x);
  return tuple(Array.from({ length: rows.shape[1] }, (_, d) => select(rows, 1, d)));
}

/** @param {Tensor} x @returns {Tensor} */
function rowsOf(x) {
  const places = truePlaces(cast(x.detach(), bool), x.shape);
  const rank = x.shape.length;
  const rows = new BigInt64Array(places.length * rank);
  places.forEach((place, i) => {
    for (let d = 0; d < rank; d++) rows[i * rank + d] = BigInt(Math.floor(place / x.shape.strides[d]) % x.shape[d]);
  });
  return fresh(x, sizeOf([places.length, rank]), rows, int64);
}
