// Folds to an element of a row or its place: argmax, argmin, amax, amin, median.

import { IndexError, NotImplementedError, RuntimeError } from '../../../core/errors.js';
import { native } from '../../arguments/native.js';
import { tuple } from '../../arguments/tuple.js';
import { record } from '../../autograd/graph.js';
import { bool, float64, int64 } from '../../storage/dtype.js';
import { fresh } from '../../storage/strided.js';
import { cast } from '../elements/casting.js';
import { into } from '../filling/filling.js';
import { div, mul } from '../two_operands/arithmetic.js';
import { eq } from '../two_operands/comparisons.js';
import { folded, kept } from './folding.js';
import { asRows, reducedDims, scattered, sum } from './reductions.js';

/** @typedef {import('../../tensor/tensor.js').Tensor} Tensor */

/** @param {string} name @param {number} way 1: the largest */
function placeOf(name, way) {
  return native(
    `${name}(Tensor input, int? dim=None, bool keepdim=False, *, Tensor out=None)`,
    (x, dim, keepdim, out = null) => {
      if (x.dtype === bool) throw new RuntimeError(`${name}(): does not support bool input`);
      const dims = dim === null ? Array.from(x.shape.keys()) : reducedDims(x.shape, [dim]);
      if (dims.some((/** @type {number} */ d) => x.shape[d] === 0) || (dim === null && x.shape.numel() === 0)) {
        throw new IndexError(
          dim === null
            ? `${name}(): Expected reduction dim to be specified for input.numel() == 0.`
            : `${name}(): Expected reduction dim ${dims[0]} to have non-zero size.`,
        );
      }
      return into(
        out,
        name,
        folded(x, dims, keepdim, int64, (array, start, end) => BigInt(best(array, start, end, way) - start)),
        [x],
      );
    },
  );
}

/** @param {any} array @param {number} start @param {number} end @param {number} way */
function best(array, start, end, way) {
  let at = start;
  for (let i = start; i < end; i++) {
    if (Number.isNaN(array[i])) return i;
    if (way > 0 ? array[i] > array[at] : array[i] < array[at]) at = i;
  }
  return at;
}

/** Where the largest is, in the flattened tensor or along a dimension: the first of equals. @example torch.argmax(torch.tensor([1, 5, 2])) // tensor(1) */
export const argmax = /* @__PURE__ */ placeOf('argmax', 1);
/** Where the smallest is. @example torch.argmin(torch.tensor([1, 5, 0])) // tensor(2) */
export const argmin = /* @__PURE__ */ placeOf('argmin', -1);

/** @param {string} name @param {number} way */
function extremeAlong(name, way) {
  return native(
    `${name}(Tensor input, int[1]? dim=None, bool keepdim=False, *, Tensor out=None)`,
    (x, dim, keepdim, out = null) => {
      const dims = reducedDims(x.shape, dim);
      const empty = dims.findIndex((d) => x.shape[d] === 0);
      if (empty >= 0) {
        const given = (dim ?? dims)[empty];
        throw new IndexError(`${name}(): Expected reduction dim ${given} to have non-zero size.`);
      }
      const result = folded(x, dims, keepdim, x.dtype, (array, start, end) => array[best(array, start, end, way)]);
      if (out !== null) return into(out, name, result, [x]);
      return record(result, {
        name: `${name === 'amax' ? 'Amax' : 'Amin'}Backward0`,
        inputs: [x],
        saved: [x, result],
        // Shared among equals.
        backward: (grad, [input, most]) => {
          const shape = kept(input, dims);
          const mask = cast(eq(input, most.reshape(shape)), grad.dtype);
          return [mul(div(grad.reshape(shape), sum(mask, dims, true, 'sum')), mask)];
        },
      });
    },
  );
}

/** The largest along dimensions; the gradient is shared among equals. @example torch.amax(torch.tensor([[1, 5], [4, 2]]), 1) // tensor([5., 4.]) */
export const amax = /* @__PURE__ */ extremeAlong('amax', 1);
/** The smallest along dimensions. @example torch.amin(torch.tensor([[1, 5], [4, 2]]), 1) // tensor([1., 2.]) */
export const amin = /* @__PURE__ */ extremeAlong('amin', -1);

/** The place of the lower median of a row; of nan there is none but nan. @param {any} array @param {number} start @param {number} end */
function medianPlace(array, start, end) {
  const places = Array.from({ length: end - start }, (_, i) => start + i);
  const nan = places.find((i) => Number.isNaN(array[i]));
  if (nan !== undefined) return nan;
  places.sort((a, b) => (array[a] < array[b] ? -1 : array[a] > array[b] ? 1 : a - b));
  return places[(places.length - 1) >> 1];
}

/** @param {Tensor} x @param {string} [kernel] */
function requireOrdered({ dtype }, kernel = 'median_cpu') {
  if (dtype === bool) throw new NotImplementedError(`"${kernel}" not implemented for 'Bool'`);
}

/**
 * The median, the lower one of two, or `{ values, indices }` along a dimension.
 * @type {any}
 * @example torch.median(torch.tensor([3, 1, 2])) // tensor(2.)
 */
export const median = /* @__PURE__ */ native(
  ['median(Tensor input)', 'median(Tensor input, int dim, bool keepdim=False)'],
  (x) => {
    if (x.shape.numel() === 0)
      return cast(fresh(x, asRows(x, Array.from(x.shape.keys())).shape, Float64Array.of(Number.NaN), float64), x.dtype);
    requireOrdered(x);
    const dims = Array.from(x.shape.keys());
    const result = folded(x, dims, false, x.dtype, (array, start, end) => array[medianPlace(array, start, end)]);
    return record(result, {
      name: 'MedianBackward0',
      inputs: [x],
      saved: [x, result],
      backward: (grad, [input, middle]) => {
        const mask = cast(eq(input, middle), grad.dtype);
        return [mul(mask, div(grad, /** @type {any} */ (mask).sum()))];
      },
    });
  },
  (x, dim, keepdim) => {
    const dims = reducedDims(x.shape, [dim]);
    if (dims.some((d) => x.shape[d] === 0)) {
      throw new IndexError(`median(): Expected reduction dim ${dims[0]} to have non-zero size.`);
    }
    requireOrdered(x, 'median_out');
    const indices = folded(x, dims, keepdim, int64, (array, start, end) =>
      BigInt(medianPlace(array, start, end) - start),
    );
    const values = folded(x, dims, keepdim, x.dtype, (array, start, end) => array[medianPlace(array, start, end)]);
    const result = record(values, {
      name: 'MedianBackward1',
      inputs: [x],
      saved: [indices],
      backward: (grad, [chosen]) => [scattered(grad, chosen, x.shape, dims)],
    });
    return tuple([result, indices], 'median', ['values', 'indices']);
  },
);
