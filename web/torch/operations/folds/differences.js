// Slopes and areas by differences: gradient, trapezoid, cumulative_trapezoid. Source: aten/src/ATen/native/ReduceOps.cpp, Integration.cpp.

import { IndexError, NotImplementedError, RuntimeError } from '../../../core/errors.js';
import { wrapDim } from '../../../core/numbers/size.js';
import { native } from '../../arguments/native.js';
import { bindPython, isNumber } from '../../arguments/signature.js';
import { tuple } from '../../arguments/tuple.js';
import { named } from '../../autograd/graph.js';
import { isTensor } from '../../storage/base.js';
import { cat } from '../shapes/joins.js';
import { slice } from '../shapes/slices.js';
import { add, div, mul, sub } from '../two_operands/arithmetic.js';
import { cumsum } from './totals.js';

/** @typedef {import('../../tensor/tensor.js').Tensor} Tensor */

/** All but the first, and all but the last along a dimension. @param {Tensor} y @param {number} d @returns {any[]} */
function neighbours(y, d) {
  const n = y.shape[d];
  return [slice(y, d, 1, n, 1), slice(y, d, 0, n - 1, 1)];
}

/** How far the places x are apart, so that it broadcasts with y. @param {any} x @param {Tensor} y @param {number} d */
function steps(x, y, d) {
  if (x.shape.length === 0) throw new IndexError('Dimension specified as 0 but tensor has no dimensions');
  const isLine = x.shape.length === 1 && y.shape.length !== 1;
  const source = isLine ? x.view(y.shape.map((_, i) => (i === d ? -1 : 1))) : x;
  const [right, left] = neighbours(source, d);
  return sub(right, left);
}

/** @param {string} name @param {(y: any, d: number, dx: number) => Tensor} whole at equal distances @param {(sums: any, dx: any, d: number) => Tensor} of */
const areas = (name, whole, of) =>
  native(
    [`${name}(Tensor y, Tensor x, *, int dim=-1)`, `${name}(Tensor y, *, Scalar dx=1, int dim=-1)`],
    (y, x, dim) => {
      const d = wrapDim(dim, y.shape.length);
      if (y.shape[d] === 0) return y.new_zeros(y.shape.toSpliced(d, 1));
      const [right, left] = neighbours(y, d);
      return of(add(left, right), steps(x, y, d), d);
    },
    (y, dx, dim) => {
      const d = wrapDim(dim, y.shape.length);
      if (y.shape[d] === 0) return y.new_zeros(y.shape.toSpliced(d, 1));
      return whole(y, d, dx);
    },
  );

/** The sum without half of both ends. @param {any} y @param {number} d @param {number} dx */
const lineArea = (y, d, dx) =>
  named(mul(y.sum(d).sub(y.select(d, 0).add(y.select(d, -1)).mul(0.5)), dx), 'MulBackward1');
/** @param {any} sums @param {any} dx @param {number} d */
const stepArea = (sums, dx, d) => div(mul(sums, dx).sum(d), 2);

/**
 * The area beneath y along a dimension (-1) by trapezoids, at places x or dx (1) apart.
 * @type {((y: Tensor, x?: Tensor | object, options?: { dx?: number, dim?: number }) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.trapezoid(torch.tensor([1, 2, 3])) // tensor(4.)
 */
export const trapezoid = /* @__PURE__ */ areas('trapezoid', lineArea, stepArea);
/** The same as `trapezoid`. @type {typeof trapezoid} @example torch.trapz(torch.tensor([1, 2, 3])) // tensor(4.) */
export const trapz = /* @__PURE__ */ areas('trapz', lineArea, stepArea);

/**
 * The area so far.
 * @type {typeof trapezoid}
 * @example torch.cumulative_trapezoid(torch.tensor([1, 2, 3])) // tensor([1.5000, 4.0000])
 */
export const cumulative_trapezoid = /* @__PURE__ */ areas(
  'cumulative_trapezoid',
  (y, d, dx) => {
    const [right, left] = neighbours(y, d);
    return /** @type {any} */ (cumsum)(mul(add(left, right), dx / 2), d);
  },
  (sums, dx, d) => div(/** @type {any} */ (cumsum)(mul(sums, dx), d), 2),
);

/** @param {any} center @param {any} first @param {any} last @param {number} d */
const between = (center, first, last, d) => cat([first, center, last], d);

/** Slopes at the two ends, of order 1 or 2. @param {(from: number, to?: number) => any} part @param {number} order @param {any} dx @param {any} lastDx */
function ends(part, order, dx, lastDx) {
  if (order === 1) return [div(sub(part(1, 2), part(0, 1)), dx), div(sub(part(-1), part(-2, -1)), lastDx)];
  const first = part(1, 2).mul(2).sub(part(0, 1).mul(1.5)).sub(part(2, 3).mul(0.5));
  const last = part(-3, -2).mul(0.5).sub(part(-2, -1).mul(2)).add(part(-1).mul(1.5));
  return [div(first, dx), div(last, lastDx)];
}

/** Slopes along a dimension at points that are dx apart. @param {Tensor} x @param {number} d @param {number} dx @param {number} order */
function evenly(x, d, dx, order) {
  const n = x.shape[d];
  const part = (/** @type {number} */ from, to = n) => slice(x, d, from < 0 ? from + n : from, to < 0 ? to + n : to, 1);
  const [first, last] = ends(part, order, dx, dx);
  const center = div(sub(part(2), part(0, -2)), dx);
  return between(div(/** @type {any} */ (center), 2), first, last, d);
}

/** Slopes along a dimension at points of given places. @param {Tensor} x @param {number} d @param {any} places @param {number} order */
function unevenly(x, d, places, order) {
  if (order === 2)
    throw new NotImplementedError('torch.gradient: edge_order=2 at places of unequal distance is not part of torchlet');
  const n = x.shape[d];
  const part = (/** @type {number} */ from, to = n) => slice(x, d, from < 0 ? from + n : from, to < 0 ? to + n : to, 1);
  const all = places.diff();
  const shape = x.shape.map((_, i) => (i === d ? -1 : 1));
  const [dx1, dx2] = [all.narrow(0, 0, n - 2), all.narrow(0, 1, n - 2)];
  const a = dx2
    .neg()
    .div(dx1.mul(dx1.add(dx2)))
    .reshape(shape);
  const b = dx2.sub(dx1).div(dx1.mul(dx2)).reshape(shape);
  const c = dx1.div(dx2.mul(dx1.add(dx2))).reshape(shape);
  const center = a
    .mul(part(0, -2))
    .add(b.mul(part(1, -1)))
    .add(c.mul(part(2)));
  const [first, last] = ends(part, order, all.select(0, 0), all.select(0, -1));
  return between(center, first, last, d);
}

/** @param {number} count @param {any} dim @param {number} rank */
const unevenLists = (count, dim, rank) =>
  dim === null
    ? `torch.gradient expected spacing to be unspecified, a scalar, or a list of length equal to 'self.dim() = ${rank}', since dim argument was not given, but got a list of length ${count}`
    : `torch.gradient expected spacing to be unspecified, a scalar or it's spacing and dim arguments to have the same length, but got a spacing argument of length ${count} and a dim argument of length ${[dim].flat().length}.`;

const parameters = [
  'input',
  { name: 'spacing', default: 1, keyword: true },
  { name: 'dim', default: null, keyword: true },
  { name: 'edge_order', default: 1, keyword: true },
];

/**
 * Slopes by central differences, one-sided ones at the ends, along each dimension or those of dim: a tuple of tensors like the input.
 * spacing (1) is a number, a list of numbers, or a list of tensors of places, one each. RuntimeError for too few elements.
 * @type {(input: Tensor, options?: { spacing?: number | readonly (number | Tensor)[], dim?: number | readonly number[], edge_order?: number }) => readonly Tensor[]}
 * @example torch.gradient(torch.tensor([1, 4, 9, 16])) // (tensor([3., 4., 6., 7.]),)
 */
export const gradient = (...args) => {
  const [x, spacing, dim, edge_order] = /** @type {any[]} */ (bindPython('gradient', parameters, args, true));
  const order = Number(edge_order);
  if (order !== 1 && order !== 2) throw new RuntimeError('torch.gradient only supports edge_order=1 and edge_order=2.');
  const rank = x.shape.length;
  const dims = dim === null ? [...x.shape.keys()] : [dim].flat().map((d) => wrapDim(d, rank));
  const list = isNumber(spacing) ? dims.map(() => spacing) : [spacing].flat();
  if (list.length !== dims.length) throw new RuntimeError(unevenLists(list.length, dim, rank));
  if (dims.some((d) => x.shape[d] < order + 1))
    throw new RuntimeError('torch.gradient expected each dimension size to be at least edge_order+1');
  return tuple(
    dims.map((d, i) => (isTensor(list[i]) ? unevenly(x, d, list[i], order) : evenly(x, d, Number(list[i]), order))),
  );
};
