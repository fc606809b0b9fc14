// Tensor, the class a user sees: PyTorch's attributes, and the methods of methods.js.

import { RuntimeError, ValueError } from '../../core/errors.js';
import { bracketed, sameShape } from '../../core/numbers/size.js';
import { formatTensor } from '../../core/text/format.js';
import { methods as activationMethods } from '../activations/functional.js';
import { absent } from '../arguments/absent.js';
import { noArguments, typeName } from '../arguments/signature.js';
import { warn } from '../arguments/warning.js';
import { backward, lacksGrad } from '../autograd/engine.js';
import { gradNode, metaOf, requiresGrad } from '../autograd/graph.js';
import { isTensor, TensorBase } from '../storage/base.js';
import { kDevice } from '../storage/device.js';
import { cNameOf, get_default_dtype } from '../storage/dtype.js';
import { kAbsent, kGetItem, kSetItem } from '../storage/indexable.js';
import { strided } from '../storage/layout.js';
import { isWhole, packed } from '../storage/strided.js';
import { getItem, indexPut, itemsOf, parseIndex, setItem } from './indexing.js';
import { methods, readings, setRequiresGrad } from './methods.js';

/**
 * @typedef {import('../autograd/graph.js').Node} Node
 * @typedef {import('../storage/base.js').Storage} Storage
 * @typedef {import('../storage/dtype.js').DType} DType
 * @typedef {import('../storage/dtype.js').TypedArray} TypedArray
 * @typedef {import('../storage/loops.js').Operand} Operand
 * @typedef {import('../../core/numbers/size.js').Size} Size
 * @typedef {new (...args: ConstructorParameters<typeof TensorBase>) => TensorBase & import('./method_types.js').Methods} Base
 * @typedef {number | bigint | Nested[]} Nested numbers in lists as deep as the tensor has dimensions
 */

/** A tensor of numbers with PyTorch's names; `String(tensor)` is what Python prints. Made by `torch.tensor` and others. */
export class Tensor extends /** @type {Base} */ (TensorBase) {
  static {
    const all = { ...methods };
    for (const [name, read] of Object.entries(readings)) {
      all[name] = /** @type {(this: Tensor, ...args: unknown[]) => unknown} */ function (...args) {
        noArguments(name, args);
        return read(this);
      };
    }
    // The activations that PyTorch has as methods, from the table: relu(), relu_(), softmax(dim) and the like.
    for (const [name, method] of Object.entries(activationMethods)) {
      all[name] = /** @type {(this: Tensor, ...args: unknown[]) => Tensor} */ function (...args) {
        return method(this, args);
      };
    }
    for (const [name, value] of Object.entries(all)) {
      Object.defineProperty(Tensor.prototype, name, { value, configurable: true, writable: true });
    }
  }

  /**
   * A tensor over some storage; always a Tensor, of a Parameter too.
   * @param {Storage} storage
   * @param {Size} shape
   * @param {ReadonlyArray<number>} strides
   * @param {number} offset
   * @param {DType} dtype
   * @returns {Tensor}
   * @internal
   */
  make(storage, shape, strides, offset, dtype) {
    return new Tensor(storage, shape, strides, offset, dtype);
  }

  // What it is.

  /** The number of dimensions. */
  get ndim() {
    return this.shape.length;
  }
  /** Always `torch.device('cpu')`, whose text is cpu. */
  get device() {
    return kDevice;
  }
  /** Bytes an element. */
  get itemsize() {
    return this.dtype.itemsize;
  }
  /** Bytes of all elements. */
  get nbytes() {
    return this.shape.numel() * this.itemsize;
  }
  /** Whether the processor holds it, which it always does here. */
  get is_cpu() {
    return true;
  }
  /** Whether a graphics card holds it: never. */
  get is_cuda() {
    return false;
  }
  /** Whether it keeps only elements that are not 0: never. */
  get is_sparse() {
    return false;
  }
  /** How its elements lie in memory: always `torch.strided`. */
  get layout() {
    return strided;
  }

  // The numbers.

  /**
   * The elements as a typed array: the storage itself where the tensor is contiguous and covers it, else a packed copy.
   * @returns {Float32Array}
   */
  get data() {
    return /** @type {Float32Array} */ (isWhole(this) ? this.storage.array : packed(this));
  }
  /**
   * What `JSON.stringify` writes: the numbers in nested lists.
   * @returns {any}
   */
  toJSON() {
    return this.tolist();
  }
  /** The text PyTorch prints. */
  toString() {
    const { storage, offset, shape, strides, dtype } = this;
    const implied = get_default_dtype().name;
    return formatTensor({ array: storage.array, offset, shape, strides, dtype, implied, suffixes: history(this) });
  }
  [Symbol.for('nodejs.util.inspect.custom')]() {
    return this.toString();
  }
  get [Symbol.toStringTag]() {
    return 'Tensor';
  }
  /** A template string gets the text, `-x` and Math.exp(x) the only element; `+` and `==` are refused. @param {string} hint */
  [Symbol.toPrimitive](hint) {
    if (hint === 'string') return this.toString();
    if (hint === 'default') throw new TypeError(noOperators);
    if (this.shape.numel() !== 1) throw new ValueError('only one element tensors can be converted to Python scalars');
    return this.item();
  }
  /** The tensors along the first dimension. @returns {IterableIterator<Tensor>} */
  [Symbol.iterator]() {
    if (this.shape.length === 0) throw new TypeError('iteration over a 0-d tensor');
    return this.unbind()[Symbol.iterator]();
  }
  /** A name that PyTorch has alone. @param {string} name @internal */
  [kAbsent](name) {
    return absent('x', name, () => Object.getOwnPropertyNames(Tensor.prototype));
  }
  /** `x['1:3']` @param {string} key @internal */
  [kGetItem](key) {
    return getItem(this, parseIndex(key));
  }
  /** `x['1:3'] = value` @param {string} key @param {unknown} value @internal */
  [kSetItem](key, value) {
    setItem(this, parseIndex(key), value);
  }
  /**
   * What Python's brackets give: `x.index(0, '1:3', null, '...')` is `x[0, 1:3, None, ...]`, `x.index(mask)` is `x[mask]`,
   * `x.index([0, 2])` is `x[[0, 2]]`.
   * @param {(number | string | null | Tensor | (number | bigint | boolean)[])[]} items
   * @returns {Tensor}
   */
  index(...items) {
    return getItem(this, itemsOf(this, items));
  }
  /**
   * Writes to the places that tensors of places or truths mean: `x.index_put_([mask], 0)` is Python's `x[mask] = 0`.
   * @param {(Tensor | null)[]} indices null: all of that dimension
   * @param {number | boolean | bigint | Tensor} values
   * @param {boolean | { accumulate?: boolean }} [accumulate] whether they are added
   * @returns {Tensor} itself
   */
  index_put_(indices, values, accumulate = false) {
    const adds = typeof accumulate === 'object' ? Boolean(accumulate.accumulate) : accumulate;
    return indexPut(this, indices, values, adds);
  }

  /** The transpose of a matrix. */
  get T() {
    const rank = this.shape.length;
    if (rank !== 2) warn('UserWarning', rank === 0 ? noMatrix : notMatrices);
    return this.permute([...this.shape.keys()].reverse());
  }
  /** The transpose of a matrix, and of nothing else. @returns {Tensor} */
  get H() {
    const rank = this.shape.length;
    if (rank !== 0 && rank !== 2)
      throw new RuntimeError(
        `tensor.H is only supported on matrices (2-D tensors). Got ${rank}-D tensor.${batches(rank, 'H')}`,
      );
    return rank === 0 ? this : this.transpose(0, 1);
  }
  /** The transposes of a batch of matrices: the last two dimensions exchanged. @returns {Tensor} */
  get mT() {
    return turned(this, 'mT');
  }
  /** `mT` of real numbers. @returns {Tensor} */
  get mH() {
    return turned(this, 'mH');
  }

  // Autograd.

  /** Whether gradients flow to this tensor. @returns {boolean} */
  get requires_grad() {
    return requiresGrad(this);
  }
  set requires_grad(flag) {
    if (typeof flag !== 'boolean') throw new RuntimeError('requires_grad must be a bool');
    setRequiresGrad(this, flag, 'floating point and complex');
  }
  /** Whether it was made by a user, not by a recorded operation. */
  get is_leaf() {
    return gradNode(this) === null;
  }
  /** The step that made it, null for a leaf. @returns {Node | null} */
  get grad_fn() {
    return gradNode(this);
  }
  /** The gradient that `backward` has added up, null before. @returns {Tensor | null} */
  get grad() {
    if (lacksGrad(this)) warn('UserWarning', noGradHere);
    return this.meta?.grad ?? null;
  }
  set grad(value) {
    setGrad(this, value ?? null);
  }
  /** Whether a tensor that is no leaf keeps its gradient. */
  get retains_grad() {
    return this.meta?.retains ?? false;
  }
  /**
   * Adds the gradient of this tensor to `grad` of the leaves it was computed from; with create_graph those have gradients themselves.
   * @param {[gradient?: Tensor | null | { gradient?: Tensor, retain_graph?: boolean, create_graph?: boolean },
   *   retain_graph?: boolean | null | { retain_graph?: boolean, create_graph?: boolean }, create_graph?: boolean | null, inputs?: null]} args
   */
  backward(...args) {
    backward(this, args);
  }
  /** How often the storage was changed in place. @internal */
  get _version() {
    return this.storage.version;
  }
}

/** @param {number} rank @param {string} name */
const batches = (rank, name) => (rank > 2 ? ` For batches of matrices, consider using tensor.m${name}` : '');

/** @param {Tensor} x @param {string} name @returns {Tensor} */
function turned(x, name) {
  const rank = x.shape.length;
  if (rank === 0 || rank === 1) {
    throw new RuntimeError(
      `tensor.${name} is only supported on matrices or batches of matrices. Got ${rank}-D tensor.`,
    );
  }
  return x.transpose(-2, -1);
}

const noMatrix = 'Tensor.T is deprecated on 0-D tensors. This function is the identity in these cases.';
const notMatrices =
  'The use of `x.T` on tensors of dimension other than 2 to reverse their shape is deprecated and it will throw an error in a future release. Consider `x.mT` to transpose batches of matrices or `x.permute(*torch.arange(x.ndim - 1, -1, -1))` to reverse the dimensions of a tensor.';
const noOperators =
  'JavaScript has no operators for tensors: write x.add(y) for x + y, likewise sub, mul and div; x.item() is the only element as a number, String(x) the text';
const noGradHere =
  "The .grad attribute of a Tensor that is not a leaf Tensor is being accessed. Its .grad attribute won't be populated during autograd.backward(). If you indeed want the .grad field to be populated for a non-leaf Tensor, use .retain_grad() on the non-leaf Tensor. If you access the non-leaf Tensor by mistake, make sure you access the leaf Tensor instead. See github.com/pytorch/pytorch/pull/30531 for more information.";

/**
 * What the text of a tensor says of its history.
 * @param {Tensor} tensor
 * @returns {string[]}
 */
function history(tensor) {
  try {
    const node = gradNode(tensor);
    if (node !== null) return [`grad_fn=<${node.label}>`];
  } catch {
    return ['grad_fn=<Invalid>']; // a view that autograd refuses to follow; printing it is no error
  }
  return requiresGrad(tensor) ? ['requires_grad=True'] : [];
}

/**
 * @param {Tensor} x
 * @param {any} value
 */
function setGrad(x, value) {
  if (value !== null) {
    if (!isTensor(value)) {
      throw new TypeError(`assigned grad expected to be a Tensor or None but got grad of type ${typeName(value)}`);
    }
    if (value === x) throw new RuntimeError("can't assign Variable as its own grad");
    if (value.dtype !== x.dtype) {
      throw new RuntimeError(
        `attempting to assign a gradient with dtype '${cNameOf(value.dtype)}' to a tensor with grad_dtype '${x.dtype.short}'. The gradient must match the tensor's grad_dtype (defaults to the tensor's dtype). You can set the tensor's grad_dtype attribute with a specific dtype, or None to allow any dtype. Set grad_dtype with caution. Diverging the dtypes of a tensor and its gradient may break downstream systems that assume they match.`,
      );
    }
    if (!sameShape(value.shape, x.shape)) {
      throw new RuntimeError(
        `attempting to assign a gradient of size '${bracketed(value.shape)}' to a tensor of size '${bracketed(x.shape)}'. Please ensure that the gradient and the tensor are the same size`,
      );
    }
  }
  if (value !== null || x.meta !== null) metaOf(x).grad = value;
}
