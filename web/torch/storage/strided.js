// Memory and strides: allocation, contiguity, packing, and the walk over rows of several strided operands at once.
import { outOfMemory, RuntimeError } from '../../core/errors.js';
import { pinned } from '../../core/kernels.js';
import { bracketed, sameShape, sizeOf } from '../../core/numbers/size.js';
import { requireFloat32 } from './dtype.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../core/numbers/size.js').Size} Size
 * @typedef {import('./dtype.js').DType} DType
 * @typedef {import('./dtype.js').TypedArray} TypedArray
 * @typedef {{ array: TypedArray, version: number }} Storage
 */

/**
 * Memory for `count` elements, all zero.
 * @param {number} count
 * @param {DType} dtype
 * @param {boolean} [isPinned] whether it is the kernels' own
 * @returns {TypedArray}
 */
export function allocate(count, dtype, isPinned = false) {
  if (isPinned) {
    requireFloat32(dtype, 'pin_memory');
    return pinned(count);
  }
  try {
    return new dtype.array(count);
  } catch {
    throw outOfMemory(BigInt(count) * BigInt(dtype.itemsize));
  }
}

/**
 * A checked shape: no negative size, an element count that 64 bits hold.
 * @param {ArrayLike<number>} dims
 * @param {number} itemsize bytes an element
 */
export function checkedSize(dims, itemsize) {
  let count = 1;
  let stride = 1;
  for (let d = 0; d < dims.length; d++) {
    if (dims[d] < 0) {
      throw new RuntimeError(`Trying to create tensor with negative dimension ${dims[d]}: ${bracketed(dims)}`);
    }
    count *= dims[d];
    stride *= Math.max(dims[d], 1);
    if (count >= 2 ** 64) break;
  }
  // PyTorch multiplies in 64 bits: unsigned for the elements, signed for bytes and strides.
  if (count >= 2 ** 64 || count * itemsize >= 2 ** 63) {
    throw new RuntimeError(`Storage size calculation overflowed with sizes=${bracketed(dims)}`);
  }
  if (stride >= 2 ** 63) throw new RuntimeError('Stride calculation overflowed');
  return sizeOf(dims);
}

/**
 * A storage over an array.
 * @param {TypedArray} array
 * @returns {Storage}
 */
export const storageOf = (array) => ({ array, version: 0 });

/**
 * A fresh row-major tensor of `like`'s class, over `array` or over new memory.
 * @param {Tensor} like
 * @param {Size} shape
 * @param {TypedArray} [array]
 * @param {DType} [dtype]
 * @returns {Tensor}
 */
export function fresh(like, shape, array, dtype = like.dtype) {
  return like.make(storageOf(array ?? allocate(shape.numel(), dtype)), shape, shape.strides, 0, dtype);
}

/**
 * The sizes and strides of some of a tensor's dimensions, in the order given.
 * @param {Tensor} tensor
 * @param {number[]} dims
 * @returns {[Size, number[]]}
 */
export const axes = ({ shape, strides }, dims) => [sizeOf(dims.map((d) => shape[d])), dims.map((d) => strides[d])];

/**
 * Whether a tensor's elements lie in row-major order without gaps.
 * @param {Tensor} tensor
 */
export function isContiguous({ shape, strides }) {
  if (strides === shape.strides || shape.numel() === 0) return true;
  let step = 1;
  for (let d = shape.length - 1; d >= 0; d--) {
    if (shape[d] === 1) continue;
    if (strides[d] !== step) return false;
    step *= shape[d];
  }
  return true;
}

/**
 * The strides without gaps or repetitions that keep the order in which a tensor's elements lie in memory: its own where it
 * is so already. Source: infer_dense_strides in aten/src/ATen/ExpandUtils.cpp.
 * @param {Tensor} tensor
 * @returns {ReadonlyArray<number>}
 */
export function denseStrides({ shape, strides }) {
  const order = memoryOrder(shape, strides);
  const dense = new Array(shape.length);
  let step = 1;
  let isDense = true;
  for (const d of order) {
    dense[d] = step;
    if (shape[d] < 2) continue;
    isDense &&= strides[d] === step;
    step *= shape[d];
  }
  return isDense || shape.numel() === 0 ? strides : dense;
}

/**
 * The dimensions from the innermost in memory to the outermost, as TensorIterator sorts them: repeated dimensions, of
 * stride 0, stay among their neighbours.
 * @param {Size} shape
 * @param {ReadonlyArray<number>} strides
 */
function memoryOrder(shape, strides) {
  const order = [...shape.keys()].reverse();
  /** @type {(a: number, b: number) => number} */
  const compare = (a, b) => {
    if (strides[a] === 0 || strides[b] === 0) return 0;
    return strides[a] - strides[b] || (shape[a] > shape[b] ? 1 : 0);
  };
  for (let i = 1; i < order.length; i++) {
    for (let low = i - 1, high = i; low >= 0; low--) {
      const comparison = compare(order[low], order[high]);
      if (comparison < 0) break;
      if (comparison === 0) continue;
      [order[low], order[high]] = [order[high], order[low]];
      high = low;
    }
  }
  return order;
}

/**
 * The elements in row-major order: a window on the storage where they lie so already, else a copy. For reading only.
 * @param {Tensor} tensor
 * @returns {TypedArray}
 */
export function elements(tensor) {
  const { array } = tensor.storage;
  if (isWhole(tensor)) return array;
  return isContiguous(tensor) ? array.subarray(tensor.offset, tensor.offset + tensor.shape.numel()) : packed(tensor);
}

/**
 * Whether a tensor's elements are all of its storage, in row-major order.
 * @param {Tensor} tensor
 */
export const isWhole = (tensor) => tensor.storage.array.length === tensor.shape.numel() && isContiguous(tensor);

/**
 * A row-major copy of the elements.
 * @param {Tensor} tensor
 * @param {boolean} [isPinned] whether it is to lie in the kernels' memory
 * @returns {TypedArray}
 */
export function packed(tensor, isPinned = false) {
  const { shape, strides, offset, dtype } = tensor;
  const source = tensor.storage.array;
  const isWindow = isContiguous(tensor);
  if (isWindow && !isPinned) return source.slice(offset, offset + shape.numel());
  const out = allocate(shape.numel(), dtype, isPinned);
  if (isWindow) {
    out.set(/** @type {any} */ (source.subarray(offset, offset + shape.numel())));
    return out;
  }
  walk(shape, [shape.strides, strides], [0, offset], (n, at, step) => {
    copyRow(out, at[0], step[0], source, at[1], step[1], n);
  });
  return out;
}

/**
 * Copies one row between strided places.
 * @param {TypedArray} out
 * @param {number} o
 * @param {number} so
 * @param {TypedArray} a
 * @param {number} i
 * @param {number} si
 * @param {number} n
 * @param {((value: any) => any) | null} [convert] between two dtypes
 */
export function copyRow(out, o, so, a, i, si, n, convert = null) {
  if (convert) for (let k = 0; k < n; k++, o += so, i += si) out[o] = convert(a[i]);
  else for (let k = 0; k < n; k++, o += so, i += si) out[o] = a[i];
}

/**
 * Visits several strided operands of one shape row by row; neighbouring dimensions that lie one after the other in every
 * operand are visited as one, so that contiguous operands are a single row.
 * @param {ArrayLike<number>} shape
 * @param {ReadonlyArray<ArrayLike<number>>} strides for each operand
 * @param {ReadonlyArray<number>} offsets of each operand's first element
 * @param {(count: number, at: number[], step: number[]) => void} row one row: its length, and each operand's place and
 *   step
 */
export function walk(shape, strides, offsets, row) {
  const operands = strides.length;
  /** @type {number[]} */ const sizes = [];
  /** @type {number[][]} */ const steps = [];
  for (let d = 0; d < shape.length; d++) {
    if (shape[d] === 0) return;
    if (shape[d] === 1) continue;
    const outer = steps[steps.length - 1];
    if (outer && strides.every((s, k) => outer[k] === s[d] * shape[d])) {
      sizes[sizes.length - 1] *= shape[d];
      for (let k = 0; k < operands; k++) outer[k] = strides[k][d];
    } else {
      sizes.push(shape[d]);
      steps.push(strides.map((s) => s[d]));
    }
  }
  const at = [...offsets];
  const count = sizes.pop() ?? 1;
  const step = steps.pop() ?? new Array(operands).fill(1);
  const index = new Array(sizes.length).fill(0);
  for (;;) {
    row(count, at, step);
    let d = sizes.length - 1;
    for (; d >= 0; d--) {
      for (let k = 0; k < operands; k++) at[k] += steps[d][k];
      if (++index[d] < sizes[d]) break;
      for (let k = 0; k < operands; k++) at[k] -= steps[d][k] * sizes[d];
      index[d] = 0;
    }
    if (d < 0) return;
  }
}

/**
 * The shape that two shapes broadcast to.
 * @param {Size} a
 * @param {Size} b
 * @returns {Size}
 */
export function broadcastShape(a, b) {
  if (sameShape(a, b) || b.length === 0) return a;
  if (a.length === 0) return b;
  const ndim = Math.max(a.length, b.length);
  const dims = new Array(ndim);
  for (let d = ndim - 1, i = a.length - 1, j = b.length - 1; d >= 0; d--, i--, j--) {
    const m = i < 0 ? 1 : a[i];
    const n = j < 0 ? 1 : b[j];
    if (m !== n && m !== 1 && n !== 1) {
      throw new RuntimeError(
        `The size of tensor a (${m}) must match the size of tensor b (${n}) at non-singleton dimension ${d}`,
      );
    }
    dims[d] = m === 1 ? n : m;
  }
  return sameShape(dims, a) ? a : sameShape(dims, b) ? b : sizeOf(dims);
}

/**
 * A tensor's strides as seen in a shape it broadcasts to: 0 along repeated dimensions.
 * @param {Tensor} tensor
 * @param {Size} shape
 * @returns {ReadonlyArray<number>}
 */
export function broadcastStrides(tensor, shape) {
  if (sameShape(tensor.shape, shape)) return tensor.strides;
  const lead = shape.length - tensor.shape.length;
  return Array.from(shape, (_, d) => (d < lead || tensor.shape[d - lead] === 1 ? 0 : tensor.strides[d - lead]));
}

/**
 * Whether two of a tensor's elements may share one place in memory, so that writing to it has no single meaning.
 * @param {Tensor} tensor
 */
export function overlapsItself({ shape, strides }) {
  if (shape.numel() === 0) return false;
  for (let d = 0; d < shape.length; d++) if (shape[d] > 1 && strides[d] === 0) return true;
  return false;
}
