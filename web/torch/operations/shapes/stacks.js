// Several tensors together: dstack, column_stack, meshgrid, broadcast_tensors, cartesian_prod, and tensors of a least number of dimensions.

import { RuntimeError } from '../../../core/errors.js';
import { Size, sameShape } from '../../../core/numbers/size.js';
import { native, tensorsOf } from '../../arguments/native.js';
import { isKeywords, typeName } from '../../arguments/signature.js';
import { tuple } from '../../arguments/tuple.js';
import { warn } from '../../arguments/warning.js';
import { broadcastShape } from '../../storage/strided.js';
import { cat, hstack, stack } from './joins.js';
import { expand, reshape, unsqueeze, view } from './views.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {readonly Tensor[]} Tensors
 * @typedef {((...tensors: Tensor[]) => any) & ((tensors: Tensors) => any)} OfEach
 */

/** @param {Tensor} x @param {number} least */
function widened(x, least) {
  const rank = x.shape.length;
  if (rank >= least) return x;
  if (rank === 0) return reshape(x, new Array(least).fill(1));
  if (least === 2) return unsqueeze(x, 0);
  return unsqueeze(rank === 1 ? unsqueeze(x, 0) : x, -1);
}

/** @param {number} least @returns {OfEach} */
function atLeast(least) {
  const name = `atleast_${least}d`;
  const own = /** @type {any} */ (
    native(
      [`${name}(Tensor input)`, `${name}(Tensor[] tensors)`],
      (x) => widened(x, least),
      (list) => tuple(list.map((/** @type {Tensor} */ one) => widened(one, least))),
    )
  );
  return (/** @type {any[]} */ ...args) => own(args.length === 1 ? args[0] : args);
}
/** With one dimension at least. @example torch.atleast_1d(torch.tensor(1)) // tensor([1.]) */
export const atleast_1d = /* @__PURE__ */ atLeast(1);
/** With two dimensions at least. @example torch.atleast_2d(torch.tensor(1)) // tensor([[1.]]) */
export const atleast_2d = /* @__PURE__ */ atLeast(2);
/** With three dimensions at least. @example torch.atleast_3d(torch.tensor(1)) // tensor([[[1.]]]) */
export const atleast_3d = /* @__PURE__ */ atLeast(3);

/** @param {string} name @param {Tensor[]} tensors */
function requireSome(name, tensors) {
  if (tensors.length === 0) throw new RuntimeError(`${name} expects a non-empty TensorList`);
  return tensors;
}

/** Tensors along the third dimension. @type {(tensors: Tensors) => Tensor} @example torch.dstack([torch.tensor([1]), torch.tensor([2])]) // tensor([[[1., 2.]]]) */
export const dstack = /* @__PURE__ */ native('dstack(Tensor[] tensors, *, Tensor out=None)', (tensors, out) =>
  cat(
    requireSome('dstack', tensors).map((/** @type {Tensor} */ one) => widened(one, 3)),
    { dim: 2, out },
  ),
);
/** Vectors as columns, matrices side by side. @type {(tensors: Tensors) => Tensor} @example torch.column_stack([torch.tensor([1, 2]), torch.tensor([3, 4])]) // tensor([[1., 3.], [2., 4.]]) */
export const column_stack = /* @__PURE__ */ native(
  'column_stack(Tensor[] tensors, *, Tensor out=None)',
  (tensors, out) =>
    /** @type {any} */ (hstack)(
      requireSome('column_stack', tensors).map((/** @type {Tensor} */ x) =>
        x.shape.length < 2 ? reshape(x, [x.shape.numel(), 1]) : x,
      ),
      { out },
    ),
);

/** The tensors of a call, as a list or one by one, and its keywords. @param {any[]} args */
function several(args) {
  const last = args[args.length - 1];
  const keywords = isKeywords(last) ? args.pop() : {};
  return {
    list: /** @type {Tensor[]} */ (tensorsOf(Array.isArray(args[0]) ? args[0] : args, 0)),
    keywords: /** @type {any} */ (keywords),
  };
}

/** @param {Record<string, any>} keywords of meshgrid */
function indexingOf({ indexing, ...others }) {
  const [other] = Object.keys(others);
  if (other !== undefined) throw new TypeError(`meshgrid() got an unexpected keyword argument '${other}'`);
  if (indexing !== undefined && typeof indexing !== 'string')
    throw new TypeError(`meshgrid(): argument 'indexing' must be str, not ${typeName(indexing)}`);
  return indexing;
}

/**
 * The coordinates of all points of a grid: of each vector a tensor of all their sizes. `indexing: 'xy'` has the first two the other way
 * round.
 * @type {(...args: any[]) => Tensors}
 * @example torch.meshgrid(torch.tensor([1, 2]), torch.tensor([3]), { indexing: 'ij' }) // (tensor([[1.], [2.]]), tensor([[3.], [3.]]))
 */
export function meshgrid(...args) {
  const { list, keywords } = several(args);
  const indexing = indexingOf(keywords);
  if (list.length === 0) throw new RuntimeError('meshgrid expects a non-empty TensorList');
  if (indexing === undefined) {
    warn('UserWarning', 'torch.meshgrid: in an upcoming release, it will be required to pass the indexing argument.');
  }
  for (const { shape } of list) {
    if (shape.length > 1)
      throw new RuntimeError(
        `torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got: ${list.find((one) => one.shape.length > 1)}`,
      );
  }
  if (indexing !== undefined && indexing !== 'ij' && indexing !== 'xy') {
    throw new RuntimeError(`torch.meshgrid: indexing must be one of "xy" or "ij", but received: ${indexing}`);
  }
  if (list.some((one) => one.dtype !== list[0].dtype))
    throw new RuntimeError('meshgrid expects all tensors to have the same dtype');
  const turns = indexing === 'xy' && list.length > 1;
  const order = turns ? [list[1], list[0], ...list.slice(2)] : list;
  const sizes = order.map((one) => one.shape.numel());
  const grids = order.map((one, i) =>
    expand(
      view(
        one,
        sizes.map((_, d) => (d === i ? -1 : 1)),
      ),
      sizes,
    ),
  );
  return tuple(turns ? [grids[1], grids[0], ...grids.slice(2)] : grids);
}

/** Tensors expanded to the shape that they broadcast to. @type {(...args: any[]) => Tensors} @example torch.broadcast_tensors(torch.ones(1), torch.ones(2)) // (tensor([1., 1.]), tensor([1., 1.])) */
export function broadcast_tensors(...args) {
  const { list } = several(args);
  const shape = list.map((one) => one.shape).reduce(broadcastShape);
  return tuple(list.map((one) => (sameShape(one.shape, shape) ? one : expand(one, [...shape]))));
}
/** The shape that shapes broadcast to. @type {(...shapes: number[][]) => Size} @example torch.broadcast_shapes([2, 1], [3]) // torch.Size([2, 3]) */
export const broadcast_shapes = (...shapes) =>
  new Size([...shapes.map((one) => new Size(one)).reduce(broadcastShape, new Size([]))]);
/** All combinations of elements of vectors, a row each. @type {(...args: any[]) => Tensor} @example torch.cartesian_prod(torch.tensor([1, 2]), torch.tensor([3])) // tensor([[1., 3.], [2., 3.]]) */
export function cartesian_prod(...args) {
  const { list } = several(args);
  if (list.length === 1) return list[0];
  const grids = meshgrid(list, { indexing: 'ij' });
  return /** @type {any} */ (stack(/** @type {Tensor[]} */ (grids.map((one) => reshape(one, [-1]))), 1));
}
