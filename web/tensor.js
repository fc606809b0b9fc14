// Tensor, the class a user sees: PyTorch's attributes and methods, each a line over the module that carries it out.
// Longer than other files, since it lists every method with its type.
import { add, div, inPlaceMethods, mul, neg, reciprocal, sub } from './arithmetic.js';
import { gradNode, metaOf, requiresGrad } from './autograd.js';
import { isTensor, TensorBase } from './base.js';
import { backward, lacksGrad } from './engine.js';
import { IndexError, RuntimeError, ValueError } from './errors.js';
import { fillingMethods } from './filling.js';
import { formatTensor } from './format.js';
import { methods as activationMethods } from './functional.js';
import * as functions from './functions.js';
import { kGetItem, kSetItem } from './indexable.js';
import { getItem, itemsOf, parseIndex, setItem } from './indexing.js';
import { nativeMethod } from './native.js';
import { noArguments, typeName } from './signature.js';
import { bracketed, sameShape } from './size.js';
import { isContiguous, packed } from './strided.js';
import { contiguous, detach, expand, view, wrapDim } from './views.js';
import { warn } from './warning.js';

/**
 * @typedef {import('./arithmetic.js').ScaledOptions} ScaledOptions
 * @typedef {import('./autograd.js').Node} Node
 * @typedef {import('./base.js').Storage} Storage
 * @typedef {import('./dtype.js').DType} DType
 * @typedef {import('./dtype.js').TypedArray} TypedArray
 * @typedef {import('./elementwise.js').Operand} Operand
 * @typedef {import('./functions.js').Dims} Dims
 * @typedef {import('./functions.js').SumOptions} SumOptions
 * @typedef {import('./functions.js').StdOptions} StdOptions
 * @typedef {import('./size.js').Size} Size
 * @typedef {number | bigint | Nested[]} Nested numbers in lists as deep as the tensor has dimensions
 */

const methods = {
  view: /* @__PURE__ */ nativeMethod(['view(dtype dtype)', 'view(int[] size)'], viewAs, view),
  expand: /* @__PURE__ */ nativeMethod('expand(int[] size, *, bool implicit=False)', expand),
  contiguous: /* @__PURE__ */ nativeMethod('contiguous(*, memory_format memory_format=None)', contiguous),
  is_contiguous: /* @__PURE__ */ nativeMethod('is_contiguous(*, memory_format memory_format=None)', isContiguous),
  size: /* @__PURE__ */ nativeMethod('size(int? dim=None)', (x, dim) => ofDim(x, x.shape, dim)),
  stride: /* @__PURE__ */ nativeMethod('stride(int? dim=None)', (x, dim) => ofDim(x, x.strides, dim)),
  requires_grad_: /* @__PURE__ */ nativeMethod('requires_grad_(bool requires_grad=True)', setRequiresGrad),
  numpy: /* @__PURE__ */ nativeMethod('numpy(*, bool force=False)', toArray),
};

/** A tensor of numbers with PyTorch's names; `String(tensor)` is what Python prints. Made by `torch.tensor` and others. */
export class Tensor extends TensorBase {
  // The activations that PyTorch has as methods, from the table: relu(), relu_(), softmax(dim) and the like.
  static {
    for (const [name, method] of Object.entries(activationMethods)) {
      const value = /** @type {(this: Tensor, ...args: unknown[]) => Tensor} */ function (...args) {
        return method(this, args);
      };
      Object.defineProperty(Tensor.prototype, name, { value, configurable: true, writable: true });
    }
  }

  /**
   * @type {TensorBase['make']}
   * @internal
   */
  make(storage, shape, strides, offset, dtype) {
    return new Tensor(storage, shape, strides, offset, dtype);
  }

  // What it is.

  /** The number of dimensions, 0 for a scalar. @param {[]} args */
  dim(...args) {
    noArguments('dim', args);
    return this.shape.length;
  }
  /** The number of dimensions. */
  get ndim() {
    return this.shape.length;
  }
  /** The number of elements. @param {[]} args */
  numel(...args) {
    noArguments('numel', args);
    return this.shape.numel();
  }
  /** The number of elements. @param {[]} args */
  nelement(...args) {
    noArguments('nelement', args);
    return this.shape.numel();
  }
  /**
   * The shape, or the size of one dimension: `x.size(0)`, `x.size(-1)`.
   * @overload
   * @returns {Size}
   * @overload
   * @param {number | { dim: number }} dim
   * @returns {number}
   * @param {unknown[]} args
   */
  size(...args) {
    return methods.size(this, args);
  }
  /**
   * How far apart neighbours lie in the storage, for all dimensions or one.
   * @overload
   * @returns {number[]}
   * @overload
   * @param {number | { dim: number }} dim
   * @returns {number}
   * @param {unknown[]} args
   */
  stride(...args) {
    return methods.stride(this, args);
  }
  /** Where the first element is in the storage. @param {[]} args */
  storage_offset(...args) {
    noArguments('storage_offset', args);
    return this.offset;
  }
  /** Whether the elements lie in row-major order. @param {unknown[]} args @returns {boolean} */
  is_contiguous(...args) {
    return methods.is_contiguous(this, args);
  }
  /** Whether the elements are floating-point numbers. @param {[]} args */
  is_floating_point(...args) {
    noArguments('is_floating_point', args);
    return this.dtype.is_floating_point;
  }
  /** Bytes an element. @param {[]} args */
  element_size(...args) {
    noArguments('element_size', args);
    return this.dtype.itemsize;
  }
  /** Always 'cpu'. */
  get device() {
    return 'cpu';
  }
  /** PyTorch's older name of the dtype, `torch.FloatTensor`. */
  type() {
    return this.dtype.legacy;
  }

  // The numbers.

  /**
   * The elements as a typed array: the storage itself where the tensor is contiguous and covers it, else a packed copy.
   * @returns {Float32Array}
   */
  get data() {
    const { array } = this.storage;
    const whole = isContiguous(this) && array.length === this.shape.numel();
    return /** @type {Float32Array} */ (whole ? array : packed(this));
  }
  /**
   * The elements as a typed array that shares memory where it can. Throws RuntimeError for a tensor that requires grad.
   * @param {unknown[]} args
   * @returns {Float32Array}
   */
  numpy(...args) {
    return methods.numpy(this, args);
  }
  /** The only element, as a number. RuntimeError if there are more or none. @param {[]} args @returns {number} */
  item(...args) {
    noArguments('item', args);
    const count = this.shape.numel();
    if (count !== 1) throw new RuntimeError(`a Tensor with ${count} elements cannot be converted to Scalar`);
    return asNumber(this.storage.array[this.offset]);
  }
  /** The elements as nested lists, a number for a scalar. @param {[]} args @returns {any} */
  tolist(...args) {
    noArguments('tolist', args);
    return nested(this, 0, this.offset);
  }
  /** What JSON.stringify shows: the nested lists. */
  toJSON() {
    return this.tolist();
  }
  /** The text PyTorch prints. */
  toString() {
    const { storage, offset, shape, strides, dtype } = this;
    return formatTensor({ array: storage.array, offset, shape, strides, dtype, suffixes: history(this) });
  }
  [Symbol.for('nodejs.util.inspect.custom')]() {
    return this.toString();
  }
  get [Symbol.toStringTag]() {
    return 'Tensor';
  }
  /** A template string gets the text, arithmetic the only element. @param {string} hint */
  [Symbol.toPrimitive](hint) {
    if (hint !== 'number') return this.toString();
    if (this.shape.numel() !== 1) throw new ValueError('only one element tensors can be converted to Python scalars');
    return this.item();
  }
  /** The tensors along the first dimension. @returns {IterableIterator<Tensor>} */
  [Symbol.iterator]() {
    if (this.shape.length === 0) throw new TypeError('iteration over a 0-d tensor');
    return this.unbind()[Symbol.iterator]();
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
   * What Python's brackets give: `x.index(0, '1:3', null, '...')` is `x[0, 1:3, None, ...]`.
   * @param {(number | string | null)[]} items
   * @returns {Tensor}
   */
  index(...items) {
    return getItem(this, itemsOf(items));
  }

  // Arithmetic, with broadcasting; a trailing underscore works in place.

  /** `this + alpha * other` @param {[other: Operand, options?: ScaledOptions]} args */
  add(...args) {
    return add.method(this, args);
  }
  /** `this - alpha * other` @param {[other: Operand, options?: ScaledOptions]} args */
  sub(...args) {
    return sub.method(this, args);
  }
  /** `this * other` @param {[other: Operand]} args */
  mul(...args) {
    return mul.method(this, args);
  }
  /** `this / other` @param {[other: Operand]} args */
  div(...args) {
    return div.method(this, args);
  }
  /** `-this` @param {[]} args */
  neg(...args) {
    noArguments('neg', args);
    return neg(this);
  }
  /** `1 / this` @param {[]} args */
  reciprocal(...args) {
    noArguments('reciprocal', args);
    return reciprocal(this);
  }
  /** `this += alpha * other` @param {[other: Operand, options?: ScaledOptions]} args @returns {this} */
  add_(...args) {
    return inPlaceMethods.add_(this, args);
  }
  /** `this -= alpha * other` @param {[other: Operand, options?: ScaledOptions]} args @returns {this} */
  sub_(...args) {
    return inPlaceMethods.sub_(this, args);
  }
  /** `this *= other` @param {[other: Operand]} args @returns {this} */
  mul_(...args) {
    return inPlaceMethods.mul_(this, args);
  }
  /** `this /= other` @param {[other: Operand]} args @returns {this} */
  div_(...args) {
    return inPlaceMethods.div_(this, args);
  }
  /** `this = -this` @param {[]} args */
  neg_(...args) {
    noArguments('neg_', args);
    return inPlaceMethods.neg_(this);
  }
  /** Sets every element to zero. @param {[]} args */
  zero_(...args) {
    noArguments('zero_', args);
    return fillingMethods.zero_(this);
  }
  /** Sets every element. @param {[value: number | Tensor]} args @returns {this} */
  fill_(...args) {
    return fillingMethods.fill_(this, args);
  }
  /** Takes the elements of another tensor, broadcast. @param {[other: Operand, non_blocking?: boolean]} args @returns {this} */
  copy_(...args) {
    return fillingMethods.copy_(this, args);
  }

  // Reductions: see the functions of the same names.

  /** @param {[dim?: Dims | SumOptions, keepdim?: boolean | SumOptions, options?: SumOptions]} args @returns {Tensor} */
  sum(...args) {
    return functions.sum.method(this, args);
  }
  /** @param {[dim?: Dims | SumOptions, keepdim?: boolean | SumOptions, options?: SumOptions]} args @returns {Tensor} */
  mean(...args) {
    return functions.mean.method(this, args);
  }
  /** @param {[dim?: Dims | boolean | StdOptions, ...rest: (boolean | StdOptions)[]]} args @returns {Tensor} */
  std(...args) {
    return functions.std.method(this, args);
  }
  /** @param {[dim?: Dims | boolean | StdOptions, ...rest: (boolean | StdOptions)[]]} args @returns {Tensor} */
  var(...args) {
    return functions.var.method(this, args);
  }
  /**
   * The largest element, or `{ values, indices }` along a dimension.
   * @overload
   * @returns {Tensor}
   * @overload
   * @param {number | { dim: number, keepdim?: boolean }} dim
   * @param {boolean | { keepdim?: boolean }} [keepdim]
   * @returns {import('./functions.js').Extremes}
   * @param {unknown[]} args
   */
  max(...args) {
    return functions.max.method(this, args);
  }
  /**
   * The smallest element, or `{ values, indices }` along a dimension.
   * @overload
   * @returns {Tensor}
   * @overload
   * @param {number | { dim: number, keepdim?: boolean }} dim
   * @param {boolean | { keepdim?: boolean }} [keepdim]
   * @returns {import('./functions.js').Extremes}
   * @param {unknown[]} args
   */
  min(...args) {
    return functions.min.method(this, args);
  }

  // Shapes.

  /** A view in another shape. @param {(number | number[] | object)[]} args @returns {Tensor} */
  view(...args) {
    return methods.view(this, args);
  }
  /** Another shape, a view where possible. @param {(number | number[] | object)[]} args @returns {Tensor} */
  reshape(...args) {
    return functions.reshape.method(this, args);
  }
  /** @param {(number | object)[]} args start_dim = 0, end_dim = -1 @returns {Tensor} */
  flatten(...args) {
    return functions.flatten.method(this, args);
  }
  /** The transpose of a matrix. @param {[]} args @returns {Tensor} */
  t(...args) {
    noArguments('t', args);
    return functions.t(this);
  }
  /** The transpose of a matrix. */
  get T() {
    return functions.permute(
      this,
      this.strides.map((_, d) => this.shape.length - 1 - d),
    );
  }
  /** @param {(number | object)[]} args dim0, dim1 @returns {Tensor} */
  transpose(...args) {
    return functions.transpose.method(this, args);
  }
  /** @param {(number | number[] | object)[]} args dims @returns {Tensor} */
  permute(...args) {
    return functions.permute.method(this, args);
  }
  /** @param {(number | number[] | object)[]} args dim, or all of size 1 @returns {Tensor} */
  squeeze(...args) {
    return functions.squeeze.method(this, args);
  }
  /** @param {[dim: number | { dim: number }]} args @returns {Tensor} */
  unsqueeze(...args) {
    return functions.unsqueeze.method(this, args);
  }
  /** Repeats dimensions of size 1 without copying. @param {(number | number[] | object)[]} args @returns {Tensor} */
  expand(...args) {
    return methods.expand(this, args);
  }
  /** @param {(number | object)[]} args dim, start, length @returns {Tensor} */
  narrow(...args) {
    return functions.narrow.method(this, args);
  }
  /** @param {(number | object)[]} args dim, index @returns {Tensor} */
  select(...args) {
    return functions.select.method(this, args);
  }
  /** @param {[dim?: number | { dim?: number }]} args @returns {Tensor[]} */
  unbind(...args) {
    return functions.unbind.method(this, args);
  }
  /** Itself if it is contiguous, else a copy that is. @param {unknown[]} args @returns {Tensor} */
  contiguous(...args) {
    return methods.contiguous(this, args);
  }
  /** A copy. @param {unknown[]} args @returns {Tensor} */
  clone(...args) {
    return functions.clone.method(this, args);
  }
  /** Itself: tensors are float32. */
  float() {
    return this;
  }

  // Autograd.

  /** Whether gradients flow to this tensor. @returns {boolean} */
  get requires_grad() {
    return requiresGrad(this);
  }
  set requires_grad(flag) {
    if (typeof flag !== 'boolean') throw new RuntimeError('requires_grad must be a bool');
    setRequiresGrad(this, flag);
  }
  /** Sets `requires_grad` (true unless given). @param {[requires_grad?: boolean | object]} args @returns {this} */
  requires_grad_(...args) {
    return methods.requires_grad_(this, args);
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
  /** Lets a tensor that is no leaf keep its gradient in `grad`. @param {[]} args */
  retain_grad(...args) {
    noArguments('retain_grad', args);
    if (!this.requires_grad) throw new RuntimeError("can't retain_grad on Tensor that has requires_grad=False");
    const node = gradNode(this);
    if (node === null) return;
    const meta = metaOf(this);
    meta.retains = true;
    node.retained ??= new Map();
    node.retained.set(meta.index, this);
  }
  /**
   * Adds the gradient of this tensor to `grad` of the leaves it was computed from.
   * @param {[gradient?: Tensor | null | { gradient?: Tensor, retain_graph?: boolean },
   *   retain_graph?: boolean | { retain_graph?: boolean }, create_graph?: false | null, inputs?: null]} args
   */
  backward(...args) {
    backward(this, args);
  }
  /** The same storage outside the graph. @param {[]} args */
  detach(...args) {
    noArguments('detach', args);
    return detach(this);
  }
  /** How often the storage was changed in place. @internal */
  get _version() {
    return this.storage.version;
  }
}

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
    if (node !== null) return [`grad_fn=<${node.name()}>`];
  } catch {
    return ['grad_fn=<Invalid>']; // a view that autograd refuses to follow; printing it is no error
  }
  return requiresGrad(tensor) ? ['requires_grad=True'] : [];
}

/** @param {number | bigint} value */
function asNumber(value) {
  return typeof value === 'bigint' && !Number.isSafeInteger(Number(value)) ? /** @type {any} */ (value) : Number(value);
}

/**
 * @param {Tensor} tensor
 * @param {number} dim
 * @param {number} at place in the storage
 * @returns {any}
 */
function nested({ storage, shape, strides }, dim, at) {
  if (dim === shape.length) return asNumber(storage.array[at]);
  const list = new Array(shape[dim]);
  for (let i = 0; i < list.length; i++) {
    list[i] = nested(/** @type {Tensor} */ ({ storage, shape, strides }), dim + 1, at + i * strides[dim]);
  }
  return list;
}

/**
 * @param {Tensor} x
 * @param {ArrayLike<number>} list
 * @param {number | bigint | null} dim
 */
function ofDim(x, list, dim) {
  if (dim === null) return list === x.shape ? list : [...x.strides];
  if (x.shape.length === 0) throw new IndexError(`Dimension specified as ${dim} but tensor has no dimensions`);
  return list[wrapDim(Number(dim), x.shape.length)];
}

/**
 * @param {Tensor} x
 * @param {DType} dtype
 */
function viewAs(x, dtype) {
  if (dtype === x.dtype) return view(x, [...x.shape]);
  throw new RuntimeError(`view(): ${x.dtype} cannot be viewed as ${dtype} in torchlet`);
}

/**
 * @param {Tensor} x
 * @param {boolean} force
 */
function toArray(x, force) {
  if (requiresGrad(x) && !force) {
    throw new RuntimeError("Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.");
  }
  if (!isContiguous(x)) return packed(x);
  const { array } = x.storage;
  const count = x.shape.numel();
  return array.length === count ? array : array.subarray(x.offset, x.offset + count);
}

/**
 * @param {Tensor} x
 * @param {boolean} flag
 */
function setRequiresGrad(x, flag) {
  if (!flag && gradNode(x) !== null) {
    throw new RuntimeError(
      "you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph that doesn't require differentiation use var_no_grad = var.detach().",
    );
  }
  if (flag && !x.dtype.is_floating_point) {
    throw new RuntimeError('only Tensors of floating point dtype can require gradients');
  }
  if (flag || x.meta !== null) metaOf(x).requiresGrad = flag;
  return x;
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
    if (!sameShape(value.shape, x.shape)) {
      throw new RuntimeError(
        `attempting to assign a gradient of size '${bracketed(value.shape)}' to a tensor of size '${bracketed(x.shape)}'. Please ensure that the gradient and the tensor are the same size`,
      );
    }
  }
  if (value !== null || x.meta !== null) metaOf(x).grad = value;
}
