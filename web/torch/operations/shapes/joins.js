// Tensors put together and taken apart: cat, stack, split, chunk, flip, roll, repeat.

import { RuntimeError, ValueError } from '../../../core/errors.js';
import { bracketed, sameShape, sizeOf, wrapDim } from '../../../core/numbers/size.js';
import { optional, requireMethod } from '../../arguments/call.js';
import { native, nativeMethod } from '../../arguments/native.js';
import { bindPython } from '../../arguments/signature.js';
import { tuple } from '../../arguments/tuple.js';
import { is_grad_enabled } from '../../autograd/grad_mode.js';
import { metaOf, record } from '../../autograd/graph.js';
import { bumpVersion } from '../../autograd/inplace.js';
import { linearly } from '../../autograd/twice.js';
import { isTensor } from '../../storage/base.js';
import { resultType } from '../../storage/promotion.js';
import { fresh } from '../../storage/strided.js';
import { checkOut, place } from '../filling/outputs.js';
import { slice } from './slices.js';
import { bareView, expand, unsqueeze } from './views.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../autograd/graph.js').Backward} Backward
 * @typedef {readonly Tensor[]} Tensors
 */

/** A stretch of a dimension, unseen by autograd. @param {Tensor} x @param {number} dim @param {number} from @param {number} length */
function stretch(x, dim, from, length) {
  const shape = sizeOf(x.shape.with(dim, length));
  return x.make(x.storage, shape, x.strides, x.offset + from * x.strides[dim], x.dtype);
}

/** Where each of some stretches begins. @param {number[]} sizes */
function startsOf(sizes) {
  let at = 0;
  return sizes.map((size) => {
    at += size;
    return at - size;
  });
}

/** An empty vector is nothing to be joined, whatever the others are. @param {Tensor} x */
const isNothing = ({ shape }) => shape.length === 1 && shape[0] === 0;

/** @param {Tensor[]} tensors @param {number} dim @param {Tensor | null} out */
function joined(tensors, dim, out) {
  if (tensors.length === 0) throw new ValueError('torch.cat(): expected a non-empty list of Tensors');
  tensors.forEach((one, i) => {
    if (one.shape.length === 0)
      throw new RuntimeError(`zero-dimensional tensor (at position ${i}) cannot be concatenated`);
  });
  const first = tensors.find((one) => !isNothing(one)) ?? tensors[0];
  const d = wrapDim(dim, first.shape.length);
  const parts = tensors.map((one, i) => checkedPart(first, one, d, i));
  const sizes = parts.map((one) => (isNothing(one) && first !== one && first.shape.length > 1 ? 0 : one.shape[d]));
  const shape = sizeOf(
    first.shape.with(
      d,
      sizes.reduce((sum, n) => sum + n, 0),
    ),
  );
  const dtype = resultType(...tensors);
  if (out !== null) checkOut('cat', out, shape, tensors, dtype);
  const result = out ?? fresh(first, shape, undefined, dtype);
  const starts = startsOf(sizes);
  parts.forEach((one, i) => {
    if (sizes[i] > 0) place(stretch(result, d, starts[i], sizes[i]), one);
  });
  if (out !== null) {
    bumpVersion(out);
    return out;
  }
  return record(result, {
    name: 'CatBackward0',
    inputs: tensors,
    backward: (grad) =>
      tensors.map((one, i) =>
        isNothing(one) ? fresh(grad, one.shape) : slice(grad, d, starts[i], starts[i] + sizes[i], 1),
      ),
  });
}

/** @param {Tensor} first @param {Tensor} one @param {number} dim @param {number} place */
function checkedPart(first, one, dim, place) {
  if (isNothing(one)) return one;
  if (one.shape.length !== first.shape.length) {
    throw new RuntimeError(
      `Tensors must have same number of dimensions: got ${first.shape.length} and ${one.shape.length}`,
    );
  }
  const d = one.shape.findIndex((n, i) => i !== dim && n !== first.shape[i]);
  if (d >= 0) {
    throw new RuntimeError(
      `Sizes of tensors must match except in dimension ${dim}. Expected size ${first.shape[d]} but got size ${one.shape[d]} for tensor number ${place} in the list.`,
    );
  }
  return one;
}

/**
 * Tensors one after the other along a dimension (0). RuntimeError where their other sizes differ.
 * @type {(tensors: Tensors, dim?: number | object) => Tensor}
 * @example torch.cat([torch.tensor([1, 2]), torch.tensor([3])]) // tensor([1., 2., 3.])
 */
export const cat = /* @__PURE__ */ native('cat(Tensor[] tensors, int dim=0, *, Tensor out=None)', joined);
export { cat as concat, cat as concatenate };

/**
 * Tensors of one shape along a new dimension (0).
 * @type {(tensors: Tensors, dim?: number | object) => Tensor}
 * @example torch.stack([torch.tensor([1, 2]), torch.tensor([3, 4])]) // tensor([[1., 2.], [3., 4.]])
 */
export const stack = /* @__PURE__ */ native(
  'stack(Tensor[] tensors, int dim=0, *, Tensor out=None)',
  (/** @type {Tensor[]} */ tensors, dim, out) => {
    if (tensors.length === 0) throw new RuntimeError('stack expects a non-empty TensorList');
    const [{ shape }] = tensors;
    const d = wrapDim(dim, shape.length + 1);
    tensors.forEach((one, i) => {
      if (!sameShape(one.shape, shape)) {
        throw new RuntimeError(
          `stack expects each tensor to be equal size, but got ${bracketed(shape)} at entry 0 and ${bracketed(one.shape)} at entry ${i}`,
        );
      }
    });
    const wide = tensors.map((one) => unsqueeze(one, d));
    const result = joined(wide, d, out);
    if (result.meta?.node && out === null) result.meta.node.label = 'StackBackward0';
    return result;
  },
);

/** Rows one beneath the other; vectors are rows. @type {(tensors: Tensors) => Tensor} @example torch.vstack([torch.tensor([1, 2]), torch.tensor([3, 4])]) // tensor([[1., 2.], [3., 4.]]) */
export const vstack = /* @__PURE__ */ native(
  'vstack(Tensor[] tensors, *, Tensor out=None)',
  (/** @type {Tensor[]} */ tensors, out) =>
    joined(
      tensors.map((one) => (one.shape.length < 2 ? one.reshape(1, -1) : one)),
      0,
      out,
    ),
);
/** Tensors side by side. @type {(tensors: Tensors) => Tensor} @example torch.hstack([torch.tensor([1]), torch.tensor([2])]) // tensor([1., 2.]) */
export const hstack = /* @__PURE__ */ native(
  'hstack(Tensor[] tensors, *, Tensor out=None)',
  (/** @type {Tensor[]} */ tensors, out) => {
    const parts = tensors.map((one) => (one.shape.length === 0 ? one.reshape(1) : one));
    return joined(parts, parts[0]?.shape.length === 1 ? 0 : 1, out);
  },
);

/** @param {Tensor} x @param {number[]} sizes @param {number} dim @param {string} node */
function parted(x, sizes, dim, node) {
  const starts = startsOf(sizes);
  const views = sizes.map((size, i) =>
    bareView(x, sizeOf(x.shape.with(dim, size)), x.strides, x.offset + starts[i] * x.strides[dim]),
  );
  if (is_grad_enabled()) for (const one of views) metaOf(one).barred = 'several';
  /** @type {Backward} */
  const backward = (grads) => {
    const parts = /** @type {(Tensor | null)[]} */ (Array.isArray(grads) ? grads : [grads]);
    const whole = fresh(/** @type {Tensor} */ (parts.find(Boolean)), x.shape);
    parts.forEach((part, i) => {
      if (part) place(stretch(whole, dim, starts[i], sizes[i]), part);
    });
    const again = (/** @type {Tensor} */ above) =>
      starts.map((start, i) => slice(above, dim, start, start + sizes[i], 1));
    return [record(whole, { name: 'CatBackward0', inputs: parts, backward: again })];
  };
  return tuple(record(views, { name: node, inputs: [x], backward }));
}

/** @param {Tensor} x @param {number} size of each @param {number} dim */
function evenly(x, size, dim) {
  if (x.shape.length === 0) throw new RuntimeError('split expects at least a 1-dimensional tensor');
  if (size < 0) throw new RuntimeError(`split expects split_size be non-negative, but got split_size=${size}`);
  const d = wrapDim(dim, x.shape.length);
  const whole = x.shape[d];
  if (size === 0 && whole > 0) {
    throw new RuntimeError(`split_size can only be 0 if dimension size is 0, but got dimension size of ${whole}`);
  }
  const count = Math.max(1, Math.ceil(whole / Math.max(size, 1)));
  return parted(
    x,
    Array.from({ length: count }, (_, i) => Math.min(size, whole - i * size)),
    d,
    'SplitBackward0',
  );
}

/** @param {Tensor} x @param {number[]} sizes @param {number} dim */
function bySizes(x, sizes, dim) {
  const d = wrapDim(dim, x.shape.length);
  if (sizes.reduce((sum, n) => sum + n, 0) !== x.shape[d]) {
    throw new RuntimeError(
      `split_with_sizes expects split_sizes to sum exactly to ${x.shape[d]} (input tensor's size at dimension ${d}), but got split_sizes=${bracketed(sizes)}`,
    );
  }
  return parted(x, sizes, d, 'SplitWithSizesBackward0');
}

/** PyTorch's own function in C++, and the one that Tensor.split hands lists to. */
const evenParts = /* @__PURE__ */ native(
  ['split(Tensor input, int split_size, int dim=0)', 'split(Tensor input, int[] split_size, int dim=0)'],
  evenly,
  bySizes,
);
const sizedParts = /* @__PURE__ */ native('split_with_sizes(Tensor input, int[] split_sizes, int dim=0)', bySizes);

/** @param {Tensor} x @param {any} size @param {any} dim */
const splitBy = (x, size, dim) => (Number.isInteger(size) || isTensor(size) ? evenParts : sizedParts)(x, size, dim);

/**
 * Views of so many elements each along a dimension (0), or of given sizes.
 * @type {((tensor: Tensor, split_size_or_sections: number | number[], dim?: number | object) => Tensors) & import('../../arguments/native.js').Method<Tensors>}
 * @example torch.split(torch.arange(5), 2) // (tensor([0., 1.]), tensor([2., 3.]), tensor([4.]))
 */
export const split = /* @__PURE__ */ Object.assign(
  (/** @type {any[]} */ ...args) => {
    const names = ['tensor', 'split_size_or_sections', ...optional({ dim: 0 })];
    const [x, size, dim] = /** @type {any[]} */ (bindPython('split', names, args));
    requireMethod(x, 'split');
    return splitBy(x, size, dim);
  },
  {
    /** @this {Tensor} @param {any[]} args @returns {any} */
    method(...args) {
      const names = ['split_size', ...optional({ dim: 0 })];
      const [size, dim] = /** @type {any[]} */ (bindPython('Tensor.split', names, args, true));
      return splitBy(this, size, dim);
    },
  },
);

/**
 * So many views along a dimension (0), the last one smaller where it does not come out even.
 * @type {((input: Tensor, chunks: number | object, dim?: number | object) => Tensors) & import('../../arguments/native.js').Method<Tensors>}
 * @example torch.chunk(torch.arange(5), 2) // (tensor([0., 1., 2.]), tensor([3., 4.]))
 */
export const chunk = /* @__PURE__ */ native('chunk(Tensor input, int chunks, int dim=0)', (x, chunks, dim) => {
  if (x.shape.length === 0) throw new RuntimeError('chunk expects at least a 1-dimensional tensor');
  if (chunks <= 0) throw new RuntimeError(`chunk expects \`chunks\` to be greater than 0, got: ${chunks}`);
  const d = wrapDim(dim, x.shape.length);
  if (x.shape[d] === 0) return parted(x, new Array(chunks).fill(0), d, 'SplitWithSizesBackward0');
  return evenly(x, Math.ceil(x.shape[d] / chunks), dim);
});

/** A copy that reads each dimension in another order. @param {Tensor} x @param {(d: number) => (i: number) => number} order @param {string} node @param {(grad: Tensor) => Tensor} backward */
function reordered(x, order, node, backward) {
  const result = fresh(x, x.shape);
  const places = Array.from(x.shape, (n, d) => Array.from({ length: n }, (_, i) => order(d)(i) * x.strides[d]));
  const [to, from] = [result.storage.array, x.storage.array];
  let o = 0;
  const visit = (/** @type {number} */ d, /** @type {number} */ at) => {
    if (d === places.length) to[o++] = from[at];
    else for (const step of places[d]) visit(d + 1, at + step);
  };
  visit(0, x.offset);
  return record(result, { name: node, inputs: [x], backward: (grad) => [backward(grad)] });
}

/** @param {Tensor} x @param {number[]} dims @returns {Tensor} */
function flipped(x, dims) {
  const all = dims.map((dim) => wrapDim(dim, x.shape.length));
  const twice = all.find((d, i) => all.indexOf(d) !== i);
  if (twice !== undefined) throw new RuntimeError(`dim ${twice} appears multiple times in the list of dims`);
  return reordered(
    x,
    (d) => (i) => (all.includes(d) ? x.shape[d] - 1 - i : i),
    'FlipBackward0',
    (grad) => flipped(grad, dims),
  );
}

/**
 * A copy with dimensions turned round.
 * @type {((input: Tensor, dims: number[] | { dims: number[] }) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.flip(torch.tensor([1, 2, 3]), [0]) // tensor([3., 2., 1.])
 */
export const flip = /* @__PURE__ */ native('flip(Tensor input, int[] dims)', flipped);

/** @param {Tensor} x @param {number[]} shifts @param {number[]} dims @returns {Tensor} */
function rolled(x, shifts, dims) {
  if (dims.length === 0 && shifts.length === 1) {
    const flat = (/** @type {Tensor} */ one, /** @type {number} */ by) =>
      rolled(one.detach().reshape(-1), [by], [0]).reshape([...x.shape]);
    return record(flat(x, shifts[0]), {
      name: 'RollBackward0',
      inputs: [x],
      backward: (grad) => [
        linearly(
          'RollBackward0',
          grad,
          (one) => flat(one, -shifts[0]),
          (one) => flat(one, shifts[0]),
        ),
      ],
    });
  }
  if (shifts.length === 0) throw new RuntimeError('`shifts` required');
  if (shifts.length !== dims.length) {
    throw new RuntimeError(`shifts and dimensions must align. shifts: ${shifts.length}, dims:${dims.length}`);
  }
  const by = new Array(x.shape.length).fill(0);
  dims.forEach((dim, i) => {
    by[wrapDim(dim, x.shape.length)] += shifts[i];
  });
  const order = (/** @type {number} */ d) => (/** @type {number} */ i) =>
    (((i - by[d]) % x.shape[d]) + x.shape[d]) % x.shape[d];
  return reordered(x, order, 'RollBackward0', (grad) =>
    rolled(
      grad,
      shifts.map((n) => -n),
      dims,
    ),
  );
}

/**
 * A copy whose elements are moved along dimensions, those beyond the end to the beginning.
 * @type {((input: Tensor, shifts: number | number[], dims?: number | number[] | object) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.roll(torch.tensor([1, 2, 3]), 1) // tensor([3., 1., 2.])
 */
export const roll = /* @__PURE__ */ native('roll(Tensor input, int[1]? shifts, int[1]? dims=None)', (x, shifts, dims) =>
  rolled(x, shifts ?? [], dims ?? []),
);

/** `x.repeat(2, 3)`: so many copies along each dimension, new ones in front. @type {(this: Tensor, ...sizes: any[]) => Tensor} */
export const repeat = /* @__PURE__ */ nativeMethod(
  'repeat(int[] repeats)',
  (/** @type {Tensor} */ x, /** @type {number[]} */ repeats) => {
    const lead = repeats.length - x.shape.length;
    if (lead < 0) {
      throw new RuntimeError(
        'Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor',
      );
    }
    const shape = Array.from(repeats, (_, d) => (d < lead ? 1 : x.shape[d - lead]));
    const whole = shape.map((n, d) => n * repeats[d]);
    const negative = whole.find((n) => n < 0);
    if (negative !== undefined)
      throw new RuntimeError(`Trying to create tensor with negative dimension ${negative}: ${bracketed(whole)}`);
    let wide = /** @type {Tensor} */ (x).reshape(shape.flatMap((n) => [1, n]));
    wide = expand(
      wide,
      shape.flatMap((n, d) => [repeats[d], n]),
    );
    const result = /** @type {Tensor} */ (wide).clone().reshape(shape.map((n, d) => n * repeats[d]));
    if (result.meta?.node) result.meta.node.label = 'RepeatBackward0';
    return result;
  },
);
