// Views that share the storage: reshape, transpose, squeeze, expand; clone and contiguous, which copy it.

import { RuntimeError } from '../../../core/errors.js';
import { isPinned } from '../../../core/kernels.js';
import { bracketed, sameShape, sizeOf, wrapDim } from '../../../core/numbers/size.js';
import { is_grad_enabled } from '../../autograd/grad_mode.js';
import { metaOf, record } from '../../autograd/graph.js';
import { bool, requireFloat32 } from '../../storage/dtype.js';
import { axes, checkedSize, fresh, isContiguous, packed } from '../../storage/strided.js';
import { sumTo } from '../folds/reductions.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../../core/numbers/size.js').Size} Size
 */

/**
 * A view of a tensor, recorded as such.
 * @param {Tensor} source
 * @param {Size} shape
 * @param {ReadonlyArray<number>} strides
 * @param {number} offset
 * @param {string} name of the step backward
 * @param {(grad: Tensor) => Tensor} backward
 */
export function viewOf(source, shape, strides, offset, name, backward) {
  const view = bareView(source, shape, strides, offset);
  return record(view, { name, inputs: [source], backward: (grad) => [backward(grad)] });
}

/**
 * A view with its place in the autograd graph, but no step.
 * @param {Tensor} source
 * @param {Size} shape
 * @param {ReadonlyArray<number>} strides
 * @param {number} offset
 */
export function bareView(source, shape, strides, offset) {
  const view = source.make(source.storage, shape, strides, offset, source.dtype);
  const meta = metaOf(view);
  meta.base = source.meta?.base ?? source;
  meta.version = source.storage.version;
  meta.barred = is_grad_enabled() ? (source.meta?.barred ?? '') : 'no_grad';
  return view;
}

/**
 * The whole tensor as a view, `x[:]`.
 * @param {Tensor} x
 */
export const alias = (x) => viewOf(x, x.shape, x.strides, x.offset, 'AliasBackward0', (grad) => grad);

/**
 * A shape with its -1 replaced.
 * @param {number[]} shape
 * @param {number} count of elements
 */
function inferSize(shape, count) {
  let inferred = -1;
  let known = 1;
  shape.forEach((n, d) => {
    if (n === -1) {
      if (inferred >= 0) throw new RuntimeError('only one dimension can be inferred');
      inferred = d;
    } else if (n < 0) {
      throw new RuntimeError(`invalid shape dimension ${n} at index ${d} of shape ${bracketed(shape)}`);
    } else known *= n;
  });
  if (known !== count && (inferred < 0 || count % known !== 0)) {
    throw new RuntimeError(`shape '${bracketed(shape)}' is invalid for input of size ${count}`);
  }
  if (inferred < 0) return sizeOf(shape);
  if (known === 0) {
    throw new RuntimeError(
      `cannot reshape tensor of 0 elements into shape ${bracketed(shape)} because the unspecified dimension size -1 can be any value and is ambiguous`,
    );
  }
  return sizeOf(shape.map((n) => (n === -1 ? count / known : n)));
}

/**
 * The strides with which a tensor's memory reads as another shape; null where it cannot.
 * Source: computeStride in ATen/TensorUtils.cpp: every run of dimensions that lies contiguously is divided anew.
 * @param {Tensor} tensor
 * @param {Size} shape
 * @returns {ReadonlyArray<number> | null}
 */
function viewStrides({ shape: old, strides }, shape) {
  if (old.numel() === 0) return sameShape(old, shape) ? strides : shape.strides;
  if (old.length === 0) return shape.map(() => 1);
  const result = new Array(shape.length);
  let v = shape.length - 1;
  let step = strides[old.length - 1];
  let [run, taken] = [1, 1];
  for (let d = old.length - 1; d >= 0; d--) {
    run *= old[d];
    if (d > 0 && (old[d - 1] === 1 || strides[d - 1] === run * step)) continue;
    while (v >= 0 && (taken < run || shape[v] === 1)) {
      result[v] = taken * step;
      taken *= shape[v--];
    }
    if (taken !== run) return null;
    if (d > 0) [step, run, taken] = [strides[d - 1], 1, 1];
  }
  return v < 0 ? result : null;
}

// Steps backward are made here, from shapes alone, so that the graph does not keep the tensors themselves alive.

/** @param {Size} shape @returns {(grad: Tensor) => Tensor} */
const toShape = (shape) => (grad) => reshape(grad, [...shape]);

/** @param {Size} shape @returns {(grad: Tensor) => Tensor} */
const summed = (shape) => (grad) => sumTo(grad, shape);

/** @param {number[]} dims @param {string} name @returns {(grad: Tensor) => Tensor} */
const permutedBy = (dims, name) => (grad) => permuted(grad, dims, name);

/**
 * @param {Tensor} x
 * @param {number[]} sizes
 */
export function view(x, sizes) {
  const shape = inferSize(sizes, x.shape.numel());
  const strides = viewStrides(x, shape);
  if (strides === null) {
    throw new RuntimeError(
      "view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.",
    );
  }
  return viewOf(x, shape, strides, x.offset, 'ViewBackward0', toShape(x.shape));
}

/**
 * @param {Tensor} x
 * @param {number[]} sizes
 */
export function reshape(x, sizes) {
  const shape = inferSize(sizes, x.shape.numel());
  const strides = viewStrides(x, shape);
  if (strides !== null) {
    const name = isContiguous(x) ? 'ViewBackward0' : 'ReshapeAliasBackward0';
    return viewOf(x, shape, strides, x.offset, name, toShape(x.shape));
  }
  const copy = clone(x);
  const back = toShape(x.shape);
  const result = x.make(copy.storage, shape, shape.strides, 0, x.dtype);
  return record(result, {
    name: 'UnsafeViewBackward0',
    inputs: [copy],
    backward: (grad) => [back(grad)],
  });
}

/**
 * @param {Tensor} x
 * @param {number} start
 * @param {number} end
 */
export function flatten(x, start, end) {
  const ndim = x.shape.length;
  const [from, to] = [wrapDim(start, ndim), wrapDim(end, ndim)];
  if (from > to) throw new RuntimeError('flatten() has invalid args: start_dim cannot come after end_dim');
  if (ndim === 0) return reshape(x, [1]);
  if (from === to) return x;
  const middle = x.shape.slice(from, to + 1).reduce((a, b) => a * b);
  return reshape(x, x.shape.toSpliced(from, to + 1 - from, middle));
}

/**
 * @param {Tensor} x
 * @param {number[]} dims
 * @param {string} name
 */
function permuted(x, dims, name) {
  const inverse = dims.map((_, d) => dims.indexOf(d));
  return viewOf(x, ...axes(x, dims), x.offset, name, permutedBy(inverse, name));
}

/**
 * @param {Tensor} x
 * @param {number[]} dims
 */
export function permute(x, dims) {
  const ndim = x.shape.length;
  if (dims.length !== ndim) {
    throw new RuntimeError(
      `permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ordering of dimensions i.e. input.dim() = ${ndim} is not equal to len(dims) = ${dims.length}`,
    );
  }
  const wrapped = dims.map((d) => wrapDim(d, ndim));
  if (new Set(wrapped).size < ndim) throw new RuntimeError('permute(): duplicate dims are not allowed.');
  return permuted(x, wrapped, 'PermuteBackward0');
}

/**
 * @param {Tensor} x
 * @param {number} dim0
 * @param {number} dim1
 * @param {string} [name]
 */
export function transpose(x, dim0, dim1, name = 'TransposeBackward0') {
  const ndim = x.shape.length;
  const [a, b] = [wrapDim(dim0, ndim), wrapDim(dim1, ndim)];
  const dims = Array.from(x.shape, (_, d) => (d === a ? b : d === b ? a : d));
  return permuted(x, dims, name);
}

/** @param {Tensor} x */
export function t(x) {
  if (x.shape.length > 2) {
    throw new RuntimeError(`t() expects a tensor with <= 2 dimensions, but self is ${x.shape.length}D`);
  }
  return permuted(x, [...x.shape.keys()].reverse(), 'TBackward0');
}

/**
 * @param {Tensor} x
 * @param {number[] | null} dims null for every dimension of size 1
 * @param {string} name
 */
export function squeeze(x, dims, name) {
  const ndim = x.shape.length;
  const chosen = dims?.map((d) => wrapDim(d, ndim));
  const kept = Array.from(x.shape.keys()).filter((d) => x.shape[d] !== 1 || (chosen && !chosen.includes(d)));
  return viewOf(x, ...axes(x, kept), x.offset, name, toShape(x.shape));
}

/**
 * @param {Tensor} x
 * @param {number} dim
 */
export function unsqueeze(x, dim) {
  const d = wrapDim(dim, x.shape.length + 1);
  const step = d < x.shape.length ? x.shape[d] * x.strides[d] : 1;
  const shape = sizeOf(x.shape.toSpliced(d, 0, 1));
  return viewOf(x, shape, x.strides.toSpliced(d, 0, step), x.offset, 'UnsqueezeBackward0', toShape(x.shape));
}

/**
 * @param {Tensor} x
 * @param {number[]} sizes -1 keeps a dimension
 */
export function expand(x, sizes) {
  const lead = sizes.length - x.shape.length;
  if (lead < 0) {
    throw new RuntimeError(
      `expand(${x.dtype === bool ? 'CPUBoolType' : x.dtype.legacy}{${bracketed(x.shape)}}, size=${bracketed(sizes)}): the number of sizes provided (${sizes.length}) must be greater or equal to the number of dimensions in the tensor (${x.shape.length})`,
    );
  }
  const strides = new Array(sizes.length);
  const dims = [...sizes];
  for (let d = sizes.length - 1; d >= 0; d--) {
    const size = d < lead ? 1 : x.shape[d - lead];
    if (sizes[d] === -1 && x.shape.length > 0) {
      if (d < lead) {
        throw new RuntimeError(
          `The expanded size of the tensor (-1) isn't allowed in a leading, non-existing dimension ${d}`,
        );
      }
      dims[d] = size;
    }
    if (dims[d] !== size && size !== 1) {
      throw new RuntimeError(
        `The expanded size of the tensor (${dims[d]}) must match the existing size (${size}) at non-singleton dimension ${d}.  Target sizes: ${bracketed(sizes)}.  Tensor sizes: ${bracketed(x.shape)}`,
      );
    }
    if (d >= lead && dims[d] === size) strides[d] = x.strides[d - lead];
    else strides[d] = d < lead && dims[d] === 1 && d + 1 < dims.length ? dims[d + 1] * strides[d + 1] : 0;
  }
  if (dims.some((n) => n < 0)) throw new RuntimeError('numel: integer multiplication overflow');
  const shape = checkedSize(dims, x.dtype.itemsize);
  return viewOf(x, shape, strides, x.offset, 'ExpandBackward0', summed(x.shape));
}

/** @param {Tensor} x */
export function clone(x) {
  const copy = fresh(x, x.shape, packed(x));
  return record(copy, { name: 'CloneBackward0', inputs: [x], backward: (grad) => [grad] });
}

/**
 * A copy in the kernels' memory; itself if it lies there.
 * @param {Tensor} x
 */
export function pin(x) {
  if (isPinned(x.storage.array)) return x;
  requireFloat32(x.dtype, 'pin_memory');
  const copy = fresh(x, x.shape, packed(x, true));
  return record(copy, { name: 'PinMemoryBackward0', inputs: [x], backward: (grad) => [grad] });
}

/** @param {Tensor} x */
export const contiguous = (x) => (isContiguous(x) ? x : clone(x));

/** @param {Tensor} x */
export const detach = (x) => x.make(x.storage, x.shape, x.strides, x.offset, x.dtype);
