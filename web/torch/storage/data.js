// Tensors from given data: torch.tensor copies nested lists, numbers, typed arrays and tensors; from_numpy wraps.

import { NotImplementedError, RuntimeError, ValueError } from '../../core/errors.js';
import { Size } from '../../core/numbers/size.js';
import { native } from '../arguments/native.js';
import { isNumber, isTyped, tagOf, typeName } from '../arguments/signature.js';
import { warn } from '../arguments/warning.js';
import { Tensor } from '../tensor/tensor.js';
import { isTensor } from './base.js';
import { float32, float32Only, requireFloat32 } from './dtype.js';
import { allocate, packed, storageOf } from './strided.js';

/**
 * @typedef {import('./dtype.js').DType} DType
 * @typedef {import('./dtype.js').TypedArray} TypedArray
 * @typedef {number | Tensor | ArrayLike<number> | NestedData[]} NestedData
 */

const kMaxDims = 128; // PyTorch's limit on nested lists

/**
 * A tensor with a copy of the data: a number, lists in lists, a typed array, a tensor. Keyword arguments: dtype
 * (torch.float32), requires_grad (false), pin_memory (false). Throws ValueError for lists of unequal length, TypeError for what is no number.
 * @type {(data: NestedData, options?: { dtype?: DType, requires_grad?: boolean, pin_memory?: boolean }) => Tensor}
 * @example torch.tensor([[1, 2], [3, 4]]).shape // torch.Size([2, 2])
 */
export const tensor = /* @__PURE__ */ native(
  'tensor(any data, *, dtype dtype=None, device device=None, bool pin_memory=False, bool requires_grad=False)',
  (data, dtype, _device, isPinned, requiresGrad) => {
    requireFloat32(dtype, 'tensor');
    const { shape, array } = isTensor(data) ? copied(data, isPinned) : read(data, dtype !== null, isPinned);
    return wrap(array, shape, requiresGrad);
  },
);

/**
 * A tensor over a Float32Array, without copying: changes show on both sides.
 * @param {[array: Float32Array]} args
 * @returns {Tensor}
 * @example torch.from_numpy(new Float32Array([1, 2])) // tensor([1., 2.])
 */
export function from_numpy(...args) {
  const [array] = args;
  if (args.length !== 1) {
    throw new TypeError(`torch._VariableFunctionsClass.from_numpy() takes exactly one argument (${args.length} given)`);
  }
  if (!isTyped(array)) throw new TypeError(`expected np.ndarray (got ${typeName(array)})`);
  if (!isFloat32(array)) throw otherType('from_numpy', array);
  return wrap(array, [array.length]);
}

/**
 * A contiguous tensor over an array.
 * @param {TypedArray} array
 * @param {ArrayLike<number>} dims
 * @param {boolean} [requiresGrad]
 */
export function wrap(array, dims, requiresGrad = false) {
  const shape = dims instanceof Size ? dims : new Size(dims);
  const tensor = new Tensor(storageOf(array), shape, shape.strides, 0, float32);
  return requiresGrad ? tensor.requires_grad_() : tensor;
}

/** @param {Tensor} source @param {boolean} isPinned */
function copied(source, isPinned) {
  warn(
    'UserWarning',
    'To copy construct from a tensor, it is recommended to use sourceTensor.detach().clone() or sourceTensor.detach().clone().requires_grad_(True), rather than torch.tensor(sourceTensor).',
  );
  requireFloat32(source.dtype, 'tensor');
  return { shape: source.shape, array: packed(source, isPinned) };
}

/** @param {any} value */
const isFloat32 = (value) => tagOf(value) === 'Float32Array';

/** A sequence of Python's that is no text. @param {any} value */
export const isSequence = (value) => Array.isArray(value) || isTyped(value);

/**
 * A tensor of the numbers in lists or a typed array, whatever kind of numbers they are.
 * @param {any} data
 */
export function fromSequence(data) {
  const shape = shapeOf(data);
  return wrap(stored(data, shape), shape);
}

/**
 * @param {string} who
 * @param {unknown} value
 */
export function otherType(who, value) {
  const what = isTyped(value) ? tagOf(value) : typeof value;
  return new NotImplementedError(
    `${who}() got a ${what}, which means another dtype than torch.float32; ${float32Only}`,
  );
}

/**
 * The shape and elements of nested lists.
 * @param {any} data
 * @param {boolean} converts whether float32 was asked for, so that booleans and BigInts become numbers
 * @param {boolean} isPinned
 */
function read(data, converts, isPinned) {
  if (!converts && isTyped(data) && !isFloat32(data)) throw otherType('tensor', data);
  const shape = shapeOf(data);
  checkElements(data, converts);
  return { shape, array: stored(data, shape, isPinned) };
}

/**
 * @param {any} data
 * @param {Size} shape
 * @param {boolean} [isPinned]
 */
function stored(data, shape, isPinned = false) {
  const array = allocate(shape.numel(), float32, isPinned);
  if (isTyped(data)) for (let i = 0; i < array.length; i++) array[i] = Number(data[i]);
  else store(array, data, shape, 0, 0);
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
  return new Size(dims);
}

/**
 * Refuses what is no number, wherever it stands.
 * @param {any} value
 * @param {boolean} converts
 */
function checkElements(value, converts) {
  if (typeof value === 'number') return;
  if (isTyped(value)) {
    if (!converts && !isFloat32(value)) throw otherType('tensor', value);
    return;
  }
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) checkElements(value[i], converts);
    return;
  }
  if (isTensor(value)) {
    realNumber(value);
    return;
  }
  if (typeof value === 'string') throw new TypeError("new(): invalid data type 'str'");
  if (typeof value !== 'boolean' && typeof value !== 'bigint') {
    throw new RuntimeError(`Could not infer dtype of ${typeName(value)}`);
  }
  if (!converts) throw otherType('tensor', value);
}

/**
 * Stores nested lists in row-major order.
 * @param {import('./dtype.js').TypedArray} array
 * @param {any} data
 * @param {Size} shape
 * @param {number} dim
 * @param {number} at
 */
function store(array, data, shape, dim, at) {
  if (dim === shape.length) {
    array[at] = realNumber(data);
    return;
  }
  if (!isSequence(data)) throw new TypeError('not a sequence');
  if (data.length !== shape[dim]) {
    throw new ValueError(`expected sequence of length ${shape[dim]} at dim ${dim} (got ${data.length})`);
  }
  const step = shape.strides[dim];
  for (let i = 0; i < data.length; i++) store(array, data[i], shape, dim + 1, at + i * step);
}

/** @param {unknown} value */
function realNumber(value) {
  if (isTensor(value)) {
    if (value.shape.numel() !== 1) throw new ValueError('only one element tensors can be converted to Python scalars');
    return Number(value.item());
  }
  if (!isNumber(value)) throw new TypeError(`must be real number, not ${typeName(value)}`);
  return Number(value);
}
