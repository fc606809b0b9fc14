// Elements by their rank or number: kthvalue, mode, nanmedian, msort.

import { IndexError, RuntimeError } from '../../../core/errors.js';
import { wrapDim } from '../../../core/numbers/size.js';
import { native } from '../../arguments/native.js';
import { tuple } from '../../arguments/tuple.js';
import { record } from '../../autograd/graph.js';
import { int64 } from '../../storage/dtype.js';
import { cast } from '../elements/casting.js';
import { folded } from '../folds/folding.js';
import { median } from '../folds/places.js';
import { scattered } from '../folds/reductions.js';
import { div, mul } from '../two_operands/arithmetic.js';
import { eq } from '../two_operands/comparisons.js';
import { order } from './order.js';
import { sort } from './sorting.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {readonly Tensor[] & { values: Tensor, indices: Tensor }} Found
 * @typedef {import('../../arguments/native.js').Method<any>} Method
 */

/**
 * The element of each row that a rule picks, and where it stands.
 * @param {string} name
 * @param {any} x
 * @param {number} dim
 * @param {boolean} keepdim
 * @param {(array: any, start: number, end: number) => number} pick
 * @returns {Found}
 */
function picked(name, x, dim, keepdim, pick) {
  const dims = x.shape.length === 0 ? [] : [dim];
  const indices = folded(x, dims, keepdim, int64, (array, start, end) => BigInt(pick(array, start, end) - start));
  const values = folded(x, dims, keepdim, x.dtype, (array, start, end) => array[pick(array, start, end)]);
  const result = record(values, {
    name: `${name[0].toUpperCase()}${name.slice(1)}Backward0`,
    inputs: [x],
    saved: [indices],
    backward: (grad, [chosen]) => [scattered(grad, chosen, x.shape, dims)],
  });
  return /** @type {any} */ (tuple([result, indices], name, ['values', 'indices']));
}

/** The places of a row in the order of their elements; equals as they stand. @param {any} array @param {number} start @param {number} end */
const inOrder = (array, start, end) =>
  Array.from({ length: end - start }, (_, i) => start + i).sort((a, b) => order(array[a], array[b]) || a - b);

/**
 * The k-th smallest along a dimension (-1), and where it is. RuntimeError where there are fewer.
 * @type {((input: Tensor, k: number | object, dim?: number | object, keepdim?: boolean | object) => Found) & Method}
 * @example torch.kthvalue(torch.tensor([3, 1, 2]), 2).values // tensor(2.)
 */
export const kthvalue = /* @__PURE__ */ native(
  'kthvalue(Tensor input, int k, int dim=-1, bool keepdim=False, *, Tensor[] out=None)',
  (x, k, dim, keepdim) => {
    const d = wrapDim(dim, x.shape.length);
    const size = x.shape.length === 0 ? 1 : x.shape[d];
    if (k < 1 || k > size) throw new RuntimeError(`kthvalue(): selected number k out of range for dimension ${d}`);
    return picked('kthvalue', x, d, keepdim, (array, start, end) => inOrder(array, start, end)[k - 1]);
  },
);

/** The last place of the element that a row has most often; of several the least. @param {any} array @param {number} start @param {number} end */
function mostOften(array, start, end) {
  const places = inOrder(array, start, end);
  let [best, most] = [places[0], 0];
  for (let i = 0; i < places.length; ) {
    let next = i + 1;
    while (next < places.length && order(array[places[next]], array[places[i]]) === 0) next++;
    if (next - i > most) [best, most] = [places[next - 1], next - i];
    i = next;
  }
  return best;
}

/**
 * What is there most often along a dimension (-1), the least of several, and the last place where it is.
 * @type {((input: Tensor, dim?: number | object, keepdim?: boolean | object) => Found) & Method}
 * @example torch.mode(torch.tensor([3, 1, 3])).values // tensor(3.)
 */
export const mode = /* @__PURE__ */ native(
  'mode(Tensor input, int dim=-1, bool keepdim=False, *, Tensor[] out=None)',
  (x, dim, keepdim) => {
    const d = wrapDim(dim, x.shape.length);
    if (x.shape.length > 0 && x.shape[d] === 0)
      throw new IndexError(`mode(): Expected reduction dim ${d} to have non-zero size.`);
    return picked('mode', x, d, keepdim, mostOften);
  },
);

/** The place of the lower median of what is no nan. @param {any} array @param {number} start @param {number} end */
function middle(array, start, end) {
  const places = inOrder(array, start, end);
  const count = places.filter((i) => !Number.isNaN(array[i])).length;
  return count === 0 ? places[0] : places[(count - 1) >> 1];
}

/**
 * The median of what is no nan: of all elements, or along a dimension as `median`.
 * @type {any}
 * @example torch.nanmedian(torch.tensor([3, NaN, 1])) // tensor(1.)
 */
export const nanmedian = /* @__PURE__ */ native(
  ['nanmedian(Tensor input)', 'nanmedian(Tensor input, int dim, bool keepdim=False, *, Tensor[] out=None)'],
  (x) => {
    if (x.shape.numel() === 0) return median(x);
    const all = Array.from(x.shape.keys());
    const result = folded(x, all, false, x.dtype, (array, start, end) => array[middle(array, start, end)]);
    return record(result, {
      name: 'NanmedianBackward0',
      inputs: [x],
      saved: [x, result],
      backward: (grad, [input, value]) => {
        const mask = cast(eq(input, value), grad.dtype);
        return [mul(mask, div(grad, /** @type {any} */ (mask).sum()))];
      },
    });
  },
  (x, dim, keepdim) => picked('nanmedian', x, wrapDim(dim, x.shape.length), keepdim, middle),
);

/** In order along the first dimension. @type {((input: Tensor) => Tensor) & Method} @example torch.msort(torch.tensor([3, 1, 2])) // tensor([1., 2., 3.]) */
export const msort = /* @__PURE__ */ native('msort(Tensor input, *, Tensor out=None)', (x) => sort(x, 0)[0]);
