// TensorBase: what every tensor is (storage, shape, strides, offset, dtype), without operations.
import { Indexable } from './indexable.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../core/numbers/size.js').Size} Size
 * @typedef {import('./dtype.js').DType} DType
 * @typedef {import('./dtype.js').TypedArray} TypedArray
 * @typedef {import('../autograd/graph.js').AutogradMeta} AutogradMeta
 * @typedef {{ array: TypedArray, version: number }} Storage the memory that a tensor and its views share; the version
 *   counts in-place changes
 */

/** A strided window on a storage. Internal: tensors are made by `torch.tensor`, `torch.zeros` and the like. */
export class TensorBase extends Indexable {
  // Declared fields, because a plain assignment would first ask the proxy behind the prototype for a setter.
  /** @type {Storage} @internal */ storage;
  /** Sizes of the dimensions, outermost first; prints `torch.Size([2, 3])`. @type {Size} */ shape;
  /** @type {ReadonlyArray<number>} @internal */ strides;
  /** @internal */ offset;
  /** The type of the elements, `torch.float32`. @type {DType} */ dtype;
  /** What autograd knows of this tensor; null until it is needed. @type {AutogradMeta | null} @internal */ meta = null;

  /**
   * @param {Storage} storage
   * @param {Size} shape
   * @param {ReadonlyArray<number>} strides in elements
   * @param {number} offset of the first element in the storage
   * @param {DType} dtype
   */
  constructor(storage, shape, strides, offset, dtype) {
    super();
    this.storage = storage;
    this.shape = shape;
    this.strides = strides;
    this.offset = offset;
    this.dtype = dtype;
  }
}

/**
 * Whether a value is a tensor.
 * @param {unknown} value
 * @returns {value is Tensor}
 * @example torch.is_tensor(torch.zeros(1)) // true
 */
export const isTensor = (value) => value instanceof TensorBase;
