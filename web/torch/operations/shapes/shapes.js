// More views and shapes: ravel, movedim, unflatten, diagonal, fliplr, tile, repeat_interleave, and splits at given places.

import { RuntimeError } from '../../../core/errors.js';
import { bracketed, Size, wrapDim } from '../../../core/numbers/size.js';
import { native } from '../../arguments/native.js';
import { tuple } from '../../arguments/tuple.js';
import { int64 } from '../../storage/dtype.js';
import { elements, fresh } from '../../storage/strided.js';
import { index_select } from '../choosing/selecting.js';
import { flip, repeat } from './joins.js';
import { slice } from './slices.js';
import { clone, contiguous, expand, flatten, permute, unsqueeze, view, viewOf } from './views.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {readonly Tensor[]} Tensors
 * @typedef {((input: Tensor) => Tensor) & import('../../arguments/native.js').Method<Tensor>} OfTensor
 * @typedef {((input: Tensor, sections: number | number[]) => Tensors) & import('../../arguments/native.js').Method<Tensors>} Splitting
 */

/** All elements as a vector. @type {OfTensor} @example torch.ravel(torch.ones(2, 2)) // tensor([1., 1., 1., 1.]) */
export const ravel = /* @__PURE__ */ native('ravel(Tensor input)', (x) => view(contiguous(x), [-1]));

/**
 * With dimensions moved to other places.
 * @type {((input: Tensor, source: number | number[] | object, destination?: number | number[]) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.movedim(torch.zeros(2, 3, 4), 0, -1).shape // torch.Size([3, 4, 2])
 */
export const movedim = /* @__PURE__ */ native(
  ['movedim(Tensor input, int source, int destination)', 'movedim(Tensor input, int[] source, int[] destination)'],
  (x, from, to) => moved(x, [from], [to]),
  (x, from, to) => moved(x, from, to),
);

/** @param {Tensor} x @param {number[]} source @param {number[]} destination */
function moved(x, source, destination) {
  const rank = x.shape.length;
  if (source.length !== destination.length) {
    throw new RuntimeError(
      `movedim: Invalid source or destination dims: source (${bracketed(source)} dims) should contain the same number of dims as destination (${bracketed(destination)} dims)`,
    );
  }
  const [from, to] = [source, destination].map((dims) => dims.map((d) => wrapDim(d, rank)));
  for (const [name, dims] of Object.entries({ source: from, destination: to })) {
    if (new Set(dims).size < dims.length)
      throw new RuntimeError(
        `movedim: repeated dim in \`${name}\` (${bracketed(name === 'source' ? source : destination)})`,
      );
  }
  const rest = Array.from(x.shape.keys()).filter((d) => !from.includes(d));
  const order = Array.from(x.shape, (_, d) => (to.includes(d) ? from[to.indexOf(d)] : Number(rest.shift())));
  return permute(x, order);
}

/**
 * A dimension divided into several, of which one size may be -1.
 * @type {((input: Tensor, dim: number | object, sizes?: number[]) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.unflatten(torch.arange(4), 0, [2, 2]) // tensor([[0., 1.], [2., 3.]])
 */
export const unflatten = /* @__PURE__ */ native('unflatten(Tensor input, int dim, int[] sizes)', (x, dim, sizes) => {
  const d = wrapDim(dim, x.shape.length);
  if (sizes.length === 0) throw new RuntimeError('unflatten: sizes must be non-empty');
  const known = sizes.reduce((/** @type {number} */ n, /** @type {number} */ m) => (m === -1 ? n : n * m), 1);
  const whole = sizes.includes(-1) ? x.shape[d] % known === 0 : known === x.shape[d];
  if (!whole) {
    throw new RuntimeError(
      `unflatten: Provided sizes ${bracketed(sizes)} don't multiply up to the size of dim ${d} (${x.shape[d]}) in the input tensor`,
    );
  }
  return view(
    x,
    x.shape.toSpliced(d, 1, ...sizes.map((/** @type {number} */ n) => (n === -1 ? x.shape[d] / known : n))),
  );
});

/** @param {Tensor} x @param {number} offset @param {number} dim1 @param {number} dim2 @returns {Tensor} */
function diagonalOf(x, offset, dim1, dim2) {
  const rank = x.shape.length;
  const [a, b] = [wrapDim(dim1, rank), wrapDim(dim2, rank)];
  if (a === b) throw new RuntimeError(`diagonal dimensions cannot be identical ${dim1}, ${dim2}`);
  const count = Math.max(Math.min(x.shape[a] + Math.min(offset, 0), x.shape[b] - Math.max(offset, 0)), 0);
  const rest = Array.from(x.shape.keys()).filter((d) => d !== a && d !== b);
  const start = count === 0 ? 0 : offset >= 0 ? offset * x.strides[b] : -offset * x.strides[a];
  const [shape, strides] = [[...rest.map((d) => x.shape[d]), count], rest.map((d) => x.strides[d])];
  const whole = x.shape;
  return viewOf(
    x,
    new Size(shape),
    [...strides, x.strides[a] + x.strides[b]],
    x.offset + start,
    'DiagonalBackward0',
    (grad) => {
      const zeros = fresh(grad, whole);
      /** @type {any} */ (diagonalOf(zeros, offset, dim1, dim2)).copy_(grad);
      return zeros;
    },
  );
}

/**
 * A view of the diagonal of two dimensions (0 and 1), `offset` (0) above it.
 * @type {((input: Tensor, offset?: number | object, dim1?: number, dim2?: number) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.diagonal(torch.tensor([[1, 2], [3, 4]])) // tensor([1., 4.])
 */
export const diagonal = /* @__PURE__ */ native(
  'diagonal(Tensor input, int offset=0, int dim1=0, int dim2=1)',
  diagonalOf,
);

/** A copy with its columns turned round. @type {OfTensor} @example torch.fliplr(torch.tensor([[1, 2], [3, 4]])) // tensor([[2., 1.], [4., 3.]]) */
export const fliplr = /* @__PURE__ */ native('fliplr(Tensor input)', (x) => turned(x, 1, '>= 2-d'));
/** A copy with its rows turned round. @type {OfTensor} @example torch.flipud(torch.tensor([[1], [2]])) // tensor([[2.], [1.]]) */
export const flipud = /* @__PURE__ */ native('flipud(Tensor input)', (x) => turned(x, 0, '>= 1-d'));
/** @param {Tensor} x @param {number} dim @param {string} least */
function turned(x, dim, least) {
  if (x.shape.length <= dim) throw new RuntimeError(`Input must be ${least}.`);
  return flip(x, [dim]);
}

/**
 * So many copies along the last dimensions, one along those that are not named.
 * @type {((input: Tensor, dims: number[] | object) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.tile(torch.tensor([1, 2]), [2]) // tensor([1., 2., 1., 2.])
 */
export const tile = /* @__PURE__ */ native('tile(Tensor input, int[] dims)', (x, dims) =>
  repeat.call(x, ...new Array(Math.max(0, x.shape.length - dims.length)).fill(1), ...dims),
);

/** @param {Tensor} x @param {number} times @param {number | null} dim */
function repeated(x, times, dim) {
  if (times < 0) throw new RuntimeError('Repeats must be non-negative');
  const source = dim === null ? flatten(x, 0, -1) : x;
  const d = wrapDim(dim ?? 0, source.shape.length);
  const wide = unsqueeze(source, d + 1);
  return flatten(clone(expand(wide, wide.shape.with(d + 1, times))), d, d + 1);
}

/** @param {Tensor} repeats @param {Tensor} like */
function placesOf(repeats, like) {
  const counts = Array.from(elements(repeats), Number);
  if (counts.some((n) => n < 0)) throw new RuntimeError('repeats can not be negative');
  const list = counts.flatMap((n, i) => new Array(n).fill(BigInt(i)));
  return fresh(like, new Size([list.length]), BigInt64Array.from(list), int64);
}

/**
 * Each element so many times, along a dimension or in the flattened tensor.
 * @type {((input: Tensor, repeats?: number | Tensor | object, dim?: number | object) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.repeat_interleave(torch.tensor([1, 2]), 2) // tensor([1., 1., 2., 2.])
 */
export const repeat_interleave = /* @__PURE__ */ native(
  [
    'repeat_interleave(Tensor input, Tensor repeats, int? dim=None, *, int output_size=None)',
    'repeat_interleave(Tensor repeats, *, int output_size=None)',
    'repeat_interleave(Tensor input, int repeats, int? dim=None, *, int output_size=None)',
  ],
  (x, repeats, dim) => {
    const source = dim === null ? flatten(x, 0, -1) : x;
    const d = wrapDim(dim ?? 0, source.shape.length);
    const counts = repeats.shape.numel() === 1 ? expand(repeats.reshape(1), [source.shape[d]]) : repeats;
    if (counts.shape[0] !== source.shape[d]) {
      throw new RuntimeError(
        `repeats must have the same size as input along dim, but got repeats.size(0) = ${counts.shape[0]} and input.size(${d}) = ${source.shape[d]}`,
      );
    }
    return index_select(source, d, placesOf(counts, repeats));
  },
  (repeats) => placesOf(repeats, repeats),
  repeated,
);

/** Views between places along a dimension. @param {Tensor} x @param {number[]} places @param {number} d */
function cutAt(x, places, d) {
  const size = x.shape[d];
  const bound = (/** @type {number} */ i) => Math.min(Math.max(i < 0 ? i + size : i, 0), size);
  const bounds = [0, ...places.map(bound), size];
  return tuple(bounds.slice(1).map((end, i) => slice(x, d, bounds[i], Math.max(end, bounds[i]), 1)));
}

/** @param {Tensor} x @param {number} sections @param {number} d */
function cutEvenly(x, sections, d) {
  if (sections <= 0) throw new RuntimeError(`number of sections must be larger than 0, got ${sections}`);
  const [least, extra] = [Math.floor(x.shape[d] / sections), x.shape[d] % sections];
  return cutAt(
    x,
    Array.from({ length: sections - 1 }, (_, i) => (i + 1) * least + Math.min(i + 1, extra)),
    d,
  );
}

/** @param {Tensor} x */
function requireDims(x) {
  if (x.shape.length === 0)
    throw new RuntimeError('tensor_split expected at least a 1-dimensional tensor, but got a tensor with 0 dims');
}

/**
 * Views of so many parts along a dimension (0), the first ones larger, or between given places.
 * @type {((input: Tensor, indices_or_sections: number | number[] | Tensor, dim?: number | object) => Tensors) & import('../../arguments/native.js').Method<Tensors>}
 * @example torch.tensor_split(torch.arange(3), 2) // (tensor([0., 1.]), tensor([2.]))
 */
export const tensor_split = /* @__PURE__ */ native(
  [
    'tensor_split(Tensor input, int[] indices, int dim=0)',
    'tensor_split(Tensor input, Tensor tensor_indices_or_sections, int dim=0)',
    'tensor_split(Tensor input, int sections, int dim=0)',
  ],
  (x, places, dim) => {
    requireDims(x);
    return cutAt(x, places, wrapDim(dim, x.shape.length));
  },
  (x, places, dim) => {
    requireDims(x);
    const [d, list] = [wrapDim(dim, x.shape.length), Array.from(elements(places), Number)];
    return places.shape.length === 0 ? cutEvenly(x, list[0], d) : cutAt(x, list, d);
  },
  (x, sections, dim) => {
    requireDims(x);
    return cutEvenly(x, sections, wrapDim(dim, x.shape.length));
  },
);

/** @param {string} name @param {number} least dimensions @param {(rank: number) => number} dimOf @returns {Splitting} */
const splitAlong = (name, least, dimOf) =>
  native([`${name}(Tensor input, int sections)`, `${name}(Tensor input, int[] indices)`], (x, where) => {
    const rank = x.shape.length;
    if (rank < least) {
      throw new RuntimeError(
        `torch.${name} requires a tensor with at least ${least} dimension, but got a tensor with ${rank} dimensions!`,
      );
    }
    const d = dimOf(rank);
    if (Array.isArray(where)) return cutAt(x, where, d);
    if (where === 0 || x.shape[d] % where !== 0) {
      throw new RuntimeError(
        `torch.${name} attempted to split along dimension ${d}, but the size of the dimension ${x.shape[d]} is not divisible by the split_size ${where}!`,
      );
    }
    return cutEvenly(x, where, d);
  });
/** Parts side by side. @example torch.hsplit(torch.tensor([1, 2]), 2) // (tensor([1.]), tensor([2.])) */
export const hsplit = /* @__PURE__ */ splitAlong('hsplit', 1, (rank) => Number(rank > 1));
/** Parts one beneath the other. @example torch.vsplit(torch.tensor([[1], [2]]), 2) // (tensor([[1.]]), tensor([[2.]])) */
export const vsplit = /* @__PURE__ */ splitAlong('vsplit', 2, () => 0);
/** Parts along the third dimension. @example torch.dsplit(torch.ones(1, 1, 2), 2).length // 2 */
export const dsplit = /* @__PURE__ */ splitAlong('dsplit', 3, () => 2);
