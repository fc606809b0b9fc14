// Indexing by tensors, as between Python's brackets: masks of truths and tensors of places, for reading and writing.

import { IndexError } from '../../core/errors.js';
import { bracketed, Size, sameShape, sizeOf } from '../../core/numbers/size.js';
import { record } from '../autograd/graph.js';
import { addedAt } from '../operations/choosing/scattering.js';
import { truePlaces } from '../operations/choosing/selecting.js';
import { bool, int32, int64, uint8 } from '../storage/dtype.js';
import { broadcastShape, broadcastStrides, elements, fresh, walk } from '../storage/strided.js';

/**
 * @typedef {import('./tensor.js').Tensor} Tensor
 * @typedef {Tensor | null} Index null: all of that dimension
 * @typedef {{ list: () => number[], shape: Size }} Along places along a dimension, checked when they are asked for, and their shape
 */

/**
 * Masks as the places where they are true: one tensor of places for each dimension of the mask.
 * @param {Tensor} x
 * @param {Index[]} items for each dimension of x, but that a mask stands for several
 * @returns {(Along | null)[]}
 */
function spelled(x, items) {
  /** @type {(Along | null)[]} */
  const all = [];
  for (const item of items) {
    const d = all.length;
    if (item === null) all.push(null);
    else if (item.dtype === bool || item.dtype === uint8) all.push(...ofMask(x, item, d));
    else if (item.dtype === int64 || item.dtype === int32) {
      const size = x.shape[d];
      const ordinal = all.filter(Boolean).length;
      if (size === 0 && item.shape.numel() > 0)
        throw new IndexError('index is out of bounds for dimension with size 0');
      const given = Array.from(/** @type {ArrayLike<any>} */ (elements(item)), Number);
      const isNothing = x.shape.numel() === 0;
      const list = () => given.map((one) => (isNothing ? 0 : within(one, ordinal, size)));
      all.push({ list, shape: item.shape });
    } else throw new IndexError('tensors used as indices must be long, int, byte or bool tensors');
  }
  return all;
}

/** @param {number} index @param {number} dim @param {number} size */
function within(index, dim, size) {
  if (index < -size || index >= size) {
    throw new IndexError(`index ${index} is out of bounds for dimension ${dim} with size ${size}`);
  }
  return index < 0 ? index + size : index;
}

/** @param {Tensor} x @param {Tensor} mask @param {number} d the first dimension that it stands for */
function ofMask(x, mask, d) {
  mask.shape.forEach((size, i) => {
    if (size !== x.shape[d + i]) {
      throw new IndexError(
        `The shape of the mask ${bracketed(mask.shape)} at index ${i} does not match the shape of the indexed tensor ${bracketed(x.shape)} at index ${d + i}`,
      );
    }
  });
  const places = truePlaces(mask, mask.shape);
  const shape = sizeOf([places.length]);
  return Array.from(mask.shape, (size, i) => ({
    list: () => places.map((place) => Math.floor(place / mask.shape.strides[i]) % size),
    shape,
  }));
}

/**
 * Which places of a tensor an index by tensors means, in the order of the result.
 * @template [T=undefined]
 * @param {Tensor} x
 * @param {Index[]} items
 * @param {(shape: Size) => T} [valuesFor] is asked what is written to that shape before the places are checked, as PyTorch does
 * @returns {{ shape: Size, places: number[], from: T }} places in the storage
 */
export function meant(x, items, valuesFor) {
  const along = spelled(x, items);
  while (along.length < x.shape.length) along.push(null);
  const given = along.filter((one) => one !== null);
  const common = given.reduce((/** @type {Size} */ shape, { shape: own }) => together(shape, own, given), new Size());
  const dims = along.flatMap((one, d) => (one ? [d] : []));
  const isTogether = dims.every((d, i) => i === 0 || d === dims[i - 1] + 1);
  const before = isTogether ? dims[0] : 0;
  const rest = Array.from(x.shape.keys()).filter((d) => !along[d]);
  const shape = sizeOf([
    ...rest.slice(0, before).map((d) => x.shape[d]),
    ...common,
    ...rest.slice(before).map((d) => x.shape[d]),
  ]);
  const from = /** @type {T} */ (valuesFor?.(shape));
  const starts = offsetsOf(x, dims, along, common);
  const outer = spread(x, rest.slice(0, before));
  const inner = spread(x, rest.slice(before));
  const places = outer.flatMap((o) => starts.flatMap((s) => inner.map((i) => x.offset + o + s + i)));
  return { shape, places, from };
}

/** @param {Size} a @param {Size} b @param {{ shape: Size }[]} given */
function together(a, b, given) {
  try {
    return broadcastShape(a, b);
  } catch {
    const shapes = given.map(({ shape }) => bracketed(shape)).join(', ');
    throw new IndexError(`shape mismatch: indexing tensors could not be broadcast together with shapes ${shapes}`);
  }
}

/** Where each element of the broadcast indices leads. @param {Tensor} x @param {number[]} dims @param {(Along | null)[]} along @param {Size} common */
function offsetsOf(x, dims, along, common) {
  const offsets = new Array(common.numel()).fill(0);
  for (const d of dims) {
    const { list: listed, shape } = /** @type {Along} */ (along[d]);
    const list = listed();
    const view = /** @type {any} */ ({ shape, strides: shape.strides });
    walk(common, [common.strides, broadcastStrides(view, common)], [0, 0], (n, at, step) => {
      for (let k = 0; k < n; k++) offsets[at[0] + k * step[0]] += list[at[1] + k * step[1]] * x.strides[d];
    });
  }
  return offsets;
}

/** Where each element of some dimensions is, in order. @param {Tensor} x @param {number[]} dims */
const spread = (x, dims) =>
  dims.reduce(
    (/** @type {number[]} */ all, d) =>
      all.flatMap((at) => Array.from({ length: x.shape[d] }, (_, i) => at + i * x.strides[d])),
    [0],
  );

/**
 * x[items], a copy.
 * @param {Tensor} x
 * @param {Index[]} items
 */
export function gathered(x, items) {
  const { shape, places } = meant(x, items);
  const result = fresh(x, shape);
  const [to, from] = [/** @type {any} */ (result.storage.array), x.storage.array];
  places.forEach((place, i) => {
    to[i] = from[place];
  });
  return record(result, {
    name: 'IndexBackward0',
    inputs: [x],
    backward: (grad) => {
      const isPlain = sameShape(x.strides, x.shape.strides) && x.offset === 0;
      return [addedAt(grad, isPlain ? places : meant(fresh(grad, x.shape), items).places, x.shape)];
    },
  });
}
