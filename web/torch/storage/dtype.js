// The table of dtypes: name, array type, PyTorch's short and legacy names.
import { NotImplementedError } from '../../core/errors.js';

/** @typedef {Float32Array | BigInt64Array} TypedArray the arrays that hold a tensor's elements */

/** A tensor's element type, such as `torch.float32`; `String(torch.float32)` is `torch.float32`. */
export class DType {
  /**
   * @param {string} name PyTorch's name: `float32`
   * @param {string} short the name in messages of kernels: `Float`
   * @param {new (length: number) => TypedArray} array the typed array that holds the elements
   * @param {number} itemsize bytes an element
   */
  constructor(name, short, array, itemsize) {
    this.name = name;
    this.short = short;
    this.array = array;
    this.itemsize = itemsize;
    Object.freeze(this);
  }

  /** The type's name before dtypes existed, still in many messages: `torch.FloatTensor`. */
  get legacy() {
    return `torch.${this.short}Tensor`;
  }

  /** Whether elements are real numbers with a fraction, so that gradients exist. */
  get is_floating_point() {
    return this.name.startsWith('float');
  }

  toString() {
    return `torch.${this.name}`;
  }

  [Symbol.for('nodejs.util.inspect.custom')]() {
    return this.toString();
  }

  get [Symbol.toStringTag]() {
    return 'torch.dtype';
  }
}

/** The dtype of all tensors that are made. */
export const float32 = /* @__PURE__ */ new DType('float32', 'Float', Float32Array, 4);
/** The dtype of the indices that `max(dim)` and `min(dim)` give. */
export const int64 = /* @__PURE__ */ new DType('int64', 'Long', BigInt64Array, 8);

export const float32Only = 'torchlet so far has tensors of torch.float32 only';

/**
 * Accepts float32 and nothing else; null means the default, which is float32.
 * @param {DType | null} dtype
 * @param {string} who the function that was asked
 */
export function requireFloat32(dtype, who) {
  if (dtype !== null && dtype !== float32) {
    throw new NotImplementedError(`${who}() got dtype ${dtype}, but ${float32Only}`);
  }
}
