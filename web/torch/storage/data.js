// Tensors from given data: torch.tensor copies nested lists, numbers, typed arrays and tensors; from_numpy wraps.

import { NotImplementedError, RuntimeError, ValueError } from '../../core/errors.js';
import { Size, sizeOf } from '../../core/numbers/size.js';
import { plain } from '../../core/numbers/written.js';
import { native } from '../arguments/native.js';
import { isNumber, isTyped, tagOf, typeName } from '../arguments/signature.js';
import { warn } from '../arguments/warning.js';
import { Tensor } from '../tensor/tensor.js';
import { isTensor } from './base.js';
import {
  asElement,
  bool,
  dtypeOfArray,
  float32,
  get_default_dtype,
  int64,
  kFloating,
  promoteTypes,
  requireDType,
} from './dtype.js';
import { converted } from './loops.js';
import { allocate, packed, storageOf } from './strided.js';

/**
 * @typedef {import('./dtype.js').DType} DType
 * @typedef {import('./dtype.js').TypedArray} TypedArray
 * @typedef {number | bigint | boolean | Tensor | ArrayLike<number> | ArrayLike<bigint> | NestedData[]} NestedData
 */

const kMaxDims = 128; // PyTorch's limit on nested lists

/**
 * A tensor with a copy of the data: a number, lists in lists, a typed array, a tensor. A JavaScript number is a Python float, so
 * numbers give torch.float32 (the default dtype), booleans torch.bool, BigInts torch.int64; typed arrays and tensors keep their type. Keyword
 * arguments: dtype, requires_grad (false), pin_memory (false). Throws ValueError for lists of unequal length, TypeError for what is no number.
 * @type {(data: NestedData, options?: { dtype?: DType, requires_grad?: boolean, pin_memory?: boolean }) => Tensor}
 * @example torch.tensor([[1, 2], [3, 4]]).shape // torch.Size([2, 2])
 */
export const tensor = /* @__PURE__ */ native(
  'tensor(any data, *, dtype dtype=None, device device=None, bool pin_memory=False, bool requires_grad=False)',
  (data, dtype, _device, isPinned, requiresGrad) => {
    if (dtype !== null) requireDType(dtype, 'tensor');
    const made = isTensor(data) ? copied(data, dtype, isPinned) : read(data, dtype, isPinned);
    return wrap(made.array, made.shape, requiresGrad, made.dtype);
  },
);

/**
 * A tensor over a typed array, without copying: changes show on both sides. It keeps the array's type: Float32Array, Float64Array,
 * BigInt64Array (int64), Int32Array, Uint8Array.
 * @param {[array: TypedArray]} args
 * @returns {Tensor}
 * @example torch.from_numpy(new Float32Array([1, 2])) // tensor([1., 2.])
 */
export function from_numpy(...args) {
  const [array] = args;
  if (args.length !== 1) {
    throw new TypeError(`torch._VariableFunctionsClass.from_numpy() takes exactly one argument (${args.length} given)`);
  }
  if (!isTyped(array)) throw new TypeError(`expected np.ndarray (got ${typeName(array)})`);
  return wrap(array, [array.length], false, ofTyped('from_numpy', array));
}

/**
 * A contiguous tensor over an array.
 * @param {TypedArray} array
 * @param {ArrayLike<number>} dims
 * @param {boolean} [requiresGrad]
 * @param {DType} [dtype]
 */
export function wrap(array, dims, requiresGrad = false, dtype = float32) {
  const shape = dims instanceof Size ? dims : sizeOf(dims);
  if (requiresGrad && !dtype.is_floating_point) {
    throw new RuntimeError('Only Tensors of floating point and complex dtype can require gradients');
  }
  const tensor = new Tensor(storageOf(array), shape, shape.strides, 0, dtype);
  return requiresGrad ? tensor.requires_grad_() : tensor;
}

/**
 * @param {Tensor} source
 * @param {DType | null} dtype
 * @param {boolean} isPinned
 */
function copied(source, dtype, isPinned) {
  warn(
    'UserWarning',
    'To copy construct from a tensor, it is recommended to use sourceTensor.detach().clone() or sourceTensor.detach().clone().requires_grad_(True), rather than torch.tensor(sourceTensor).',
  );
  const { shape } = source;
  const wanted = dtype ?? source.dtype;
  const same = wanted === source.dtype ? source : converted(source, wanted);
  return { shape, array: isPinned ? packed(same, true) : packed(same), dtype: wanted };
}

/** A sequence of Python's that is no text. @param {any} value */
export const isSequence = (value) => Array.isArray(value) || isTyped(value);

/**
 * A tensor of the default dtype of the numbers in lists or a typed array, whatever kind of numbers they are.
 * @param {any} data
 */
export function fromSequence(data) {
  const shape = shapeOf(data);
  const dtype = get_default_dtype();
  return wrap(stored(data, shape, dtype), shape, false, dtype);
}

/**
 * The dtype of a typed array.
 * @param {string} who
 * @param {object} array
 */
function ofTyped(who, array) {
  const dtype = dtypeOfArray(tagOf(array));
  if (dtype !== null) return dtype;
  throw new NotImplementedError(
    `${who}() got a ${tagOf(array)}, but torchlet has tensors over Float32Array, Float64Array, BigInt64Array, Int32Array and Uint8Array only`,
  );
}

/**
 * The shape, elements and dtype of nested lists.
 * @param {any} data
 * @param {DType | null} wanted
 * @param {boolean} isPinned
 */
function read(data, wanted, isPinned) {
  const shape = shapeOf(data);
  const found = inferred(data);
  const dtype = wanted ?? found ?? get_default_dtype();
  return { shape, dtype, array: stored(data, shape, dtype, isPinned) };
}

/**
 * @param {any} data
 * @param {Size} shape
 * @param {DType} dtype
 * @param {boolean} [isPinned]
 */
function stored(data, shape, dtype, isPinned = false) {
  const array = allocate(shape.numel(), dtype, isPinned);
  if (isTyped(data)) for (let i = 0; i < array.length; i++) array[i] = element(data[i], dtype);
  else store(array, data, shape, dtype, 0, 0);
  return array;
}

/**
 * As PyTorch: the shape is read off the first element of each list; the others are compared when they are stored.
 * @param {any} data
 */
function shapeOf(data) {
  const dims = [];
  for (let level = data; isSequence(level); level = level[0]) {
    dims.push(level.length);
    if (dims.length > kMaxDims) throw new ValueError(`too many dimensions '${typeName(level)}'`);
    if (level.length === 0) break;
    // Python's strings are sequences of strings without end.
    if (typeof level[0] === 'string') throw new ValueError("too many dimensions 'str'");
  }
  return sizeOf(dims);
}

/**
 * The dtype that holds all of some data; refuses what is no number, wherever it stands.
 * @param {any} value
 * @returns {DType | null} null of empty lists
 */
function inferred(value) {
  if (typeof plain(value) === 'number') return get_default_dtype();
  if (typeof value === 'boolean') return bool;
  if (typeof value === 'bigint') return int64;
  if (isTyped(value)) return ofTyped('tensor', value);
  if (Array.isArray(value)) {
    return value.reduce((/** @type {DType | null} */ found, item) => {
      const one = inferred(item);
      return found === null || one === null ? (one ?? found) : promoteTypes(found, one);
    }, null);
  }
  if (isTensor(value)) {
    realNumber(value);
    return value.dtype;
  }
  if (typeof value === 'string') throw new TypeError("new(): invalid data type 'str'");
  throw new RuntimeError(`Could not infer dtype of ${typeName(value)}`);
}

/**
 * Stores nested lists in row-major order.
 * @param {import('./dtype.js').TypedArray} array
 * @param {any} data
 * @param {Size} shape
 * @param {DType} dtype
 * @param {number} dim
 * @param {number} at
 */
function store(array, data, shape, dtype, dim, at) {
  if (dim === shape.length) {
    array[at] = element(realNumber(data, dtype.kind === kFloating), dtype);
    return;
  }
  if (!isSequence(data)) throw new TypeError('not a sequence');
  if (data.length !== shape[dim]) {
    throw new ValueError(`expected sequence of length ${shape[dim]} at dim ${dim} (got ${data.length})`);
  }
  const step = shape.strides[dim];
  for (let i = 0; i < data.length; i++) store(array, data[i], shape, dtype, dim + 1, at + i * step);
}

/** A number in a tensor of its own: a float beyond float32 becomes infinite there. @param {number | bigint | boolean} value @param {DType} dtype @returns {never} */
function element(value, dtype) {
  if (dtype.kind === kFloating) return /** @type {never} */ (Number(value));
  if (typeof value === 'bigint' && value !== BigInt.asIntN(64, value))
    throw new ValueError('Overflow when unpacking long long');
  return /** @type {never} */ (asElement(value, dtype, dtype.name));
}

/** @param {unknown} value @param {boolean} [isFloat] what is wanted @returns {number | bigint | boolean} */
function realNumber(value, isFloat = true) {
  if (isTensor(value)) {
    if (value.shape.numel() !== 1) throw new ValueError('only one element tensors can be converted to Python scalars');
    return value.item();
  }
  if (!isNumber(value)) {
    const type = typeName(value);
    throw new TypeError(
      isFloat ? `must be real number, not ${type}` : `'${type}' object cannot be interpreted as an integer`,
    );
  }
  return value;
}
