// Tensor, the class a user sees: PyTorch's attributes and methods, each a line over the module that carries it out.
// Longer than other files, since it lists every method with its type: in tables, from which the class takes them.

import { IndexError, RuntimeError, ValueError } from '../../core/errors.js';
import { isPinned } from '../../core/kernels.js';
import { bracketed, sameShape, wrapDim } from '../../core/numbers/size.js';
import { formatTensor } from '../../core/text/format.js';
import { methods as activationMethods } from '../activations/functional.js';
import { nativeMethod } from '../arguments/native.js';
import { noArguments, typeName } from '../arguments/signature.js';
import { warn } from '../arguments/warning.js';
import { backward, lacksGrad } from '../autograd/engine.js';
import { gradNode, metaOf, requiresGrad } from '../autograd/graph.js';
import { add, add_, div, div_, inverse, mul, mul_, negate, negated, sub, sub_ } from '../operations/arithmetic.js';
import { copy_, fill_, zero } from '../operations/filling.js';
import { contiguous, detach, expand, pin, t, view } from '../operations/views.js';
import { isTensor, TensorBase } from '../storage/base.js';
import { kGetItem, kSetItem } from '../storage/indexable.js';
import { elements, isContiguous, isWhole, packed } from '../storage/strided.js';
import * as functions from './functions.js';
import { getItem, itemsOf, parseIndex, setItem } from './indexing.js';

/**
 * @typedef {import('../operations/arithmetic.js').ScaledOptions} ScaledOptions
 * @typedef {import('../autograd/graph.js').Node} Node
 * @typedef {import('../storage/base.js').Storage} Storage
 * @typedef {import('../storage/dtype.js').DType} DType
 * @typedef {import('../storage/dtype.js').TypedArray} TypedArray
 * @typedef {import('../storage/loops.js').Operand} Operand
 * @typedef {import('./functions.js').Dims} Dims
 * @typedef {import('./functions.js').SumOptions} SumOptions
 * @typedef {import('./functions.js').StdOptions} StdOptions
 * @typedef {import('../../core/numbers/size.js').Size} Size
 * @typedef {{ (): Tensor, (dim: number | { dim: number, keepdim?: boolean },
 *   keepdim?: boolean | { keepdim?: boolean }): import('./functions.js').Extremes }} Extreme
 * @typedef {new (...args: ConstructorParameters<typeof TensorBase>) => TensorBase & Methods} Base
 * @typedef {number | bigint | Nested[]} Nested numbers in lists as deep as the tensor has dimensions
 */

/**
 * The methods that the tables below give to the class.
 * @typedef {object} Methods
 * @property {() => number} dim The number of dimensions, 0 for a scalar.
 * @property {() => number} numel The number of elements.
 * @property {() => number} nelement The number of elements.
 * @property {() => number} storage_offset Where the first element is in the storage.
 * @property {() => boolean} is_floating_point Whether the elements are floating-point numbers.
 * @property {() => number} element_size Bytes an element.
 * @property {() => number} item The only element, as a number. RuntimeError if there are more or none.
 * @property {() => any} tolist The elements as nested lists, a number for a scalar.
 * @property {() => Tensor} neg `-this`
 * @property {() => Tensor} reciprocal `1 / this`
 * @property {() => Tensor} neg_ `this = -this`
 * @property {() => Tensor} zero_ Sets every element to zero.
 * @property {() => Tensor} t The transpose of a matrix.
 * @property {() => void} retain_grad Lets a tensor that is no leaf keep its gradient in `grad`.
 * @property {() => Tensor} detach The same storage outside the graph.
 * @property {{ (): Size, (dim: number | { dim: number }): number }} size The shape, or the size of one dimension:
 *   `x.size(0)`, `x.size(-1)`.
 * @property {{ (): number[], (dim: number | { dim: number }): number }} stride How far apart neighbours lie in the
 *   storage, for all dimensions or one.
 * @property {(...args: unknown[]) => boolean} is_contiguous Whether the elements lie in row-major order.
 * @property {(...args: unknown[]) => Float32Array} numpy The elements as a typed array that shares memory where it can.
 *   Throws RuntimeError for a tensor that requires grad.
 * @property {(other: Operand, options?: ScaledOptions) => Tensor} add `this + alpha * other`
 * @property {(other: Operand, options?: ScaledOptions) => Tensor} sub `this - alpha * other`
 * @property {(other: Operand) => Tensor} mul `this * other`
 * @property {(other: Operand) => Tensor} div `this / other`
 * @property {(other: Operand, options?: ScaledOptions) => Tensor} add_ `this += alpha * other`
 * @property {(other: Operand, options?: ScaledOptions) => Tensor} sub_ `this -= alpha * other`
 * @property {(other: Operand) => Tensor} mul_ `this *= other`
 * @property {(other: Operand) => Tensor} div_ `this /= other`
 * @property {(value: number | Tensor) => Tensor} fill_ Sets every element.
 * @property {(other: Operand, non_blocking?: boolean) => Tensor} copy_ Takes the elements of another tensor, broadcast.
 * @property {(dim?: Dims | SumOptions, keepdim?: boolean | SumOptions, options?: SumOptions) => Tensor} sum
 * @property {(dim?: Dims | SumOptions, keepdim?: boolean | SumOptions, options?: SumOptions) => Tensor} mean
 * @property {(dim?: Dims | boolean | StdOptions, ...rest: (boolean | StdOptions)[]) => Tensor} std
 * @property {(dim?: Dims | boolean | StdOptions, ...rest: (boolean | StdOptions)[]) => Tensor} var
 * @property {Extreme} max The largest element, or `{ values, indices }` along a dimension.
 * @property {Extreme} min The smallest element, or `{ values, indices }` along a dimension.
 * @property {(...args: (number | number[] | object)[]) => Tensor} view A view in another shape.
 * @property {(...args: (number | number[] | object)[]) => Tensor} reshape Another shape, a view where possible.
 * @property {(...args: (number | object)[]) => Tensor} flatten start_dim = 0, end_dim = -1
 * @property {(...args: (number | object)[]) => Tensor} transpose dim0, dim1
 * @property {(...args: (number | number[] | object)[]) => Tensor} permute dims
 * @property {(...args: (number | number[] | object)[]) => Tensor} squeeze dim, or all of size 1
 * @property {(dim: number | { dim: number }) => Tensor} unsqueeze
 * @property {(...args: (number | number[] | object)[]) => Tensor} expand Repeats dimensions of size 1 without copying.
 * @property {(...args: (number | object)[]) => Tensor} narrow dim, start, length
 * @property {(...args: (number | object)[]) => Tensor} select dim, index
 * @property {(dim?: number | { dim?: number }) => Tensor[]} unbind
 * @property {(...args: unknown[]) => Tensor} contiguous Itself if it is contiguous, else a copy that is.
 * @property {(...args: unknown[]) => Tensor} clone A copy.
 * @property {() => Tensor} pin_memory A copy in the kernels' own memory, which activations compute where it lies; itself
 *   if it lies there. PyTorch's name for memory that a device computes from: here the device is the module of kernels.
 * @property {() => boolean} is_pinned Whether it lies in the kernels' memory, as views of a pinned tensor do.
 * @property {(requires_grad?: boolean | object) => Tensor} requires_grad_ Sets `requires_grad` (true unless given).
 */

/** The methods without arguments. @type {Record<string, (x: Tensor) => unknown>} */
const readings = {
  dim: (x) => x.shape.length,
  numel: (x) => x.shape.numel(),
  nelement: (x) => x.shape.numel(),
  storage_offset: (x) => x.offset,
  is_floating_point: (x) => x.dtype.is_floating_point,
  element_size: (x) => x.dtype.itemsize,
  item(x) {
    const count = x.shape.numel();
    if (count !== 1) throw new RuntimeError(`a Tensor with ${count} elements cannot be converted to Scalar`);
    return asNumber(x.storage.array[x.offset]);
  },
  tolist: (x) => nested(x, 0, x.offset),
  neg: negated,
  reciprocal: inverse,
  neg_: negate,
  zero_: zero,
  t,
  retain_grad(x) {
    if (!x.requires_grad) throw new RuntimeError("can't retain_grad on Tensor that has requires_grad=False");
    const node = gradNode(x);
    if (node === null) return;
    const meta = metaOf(x);
    meta.retains = true;
    node.retained ??= new Map();
    node.retained.set(meta.index, x);
  },
  detach,
  pin_memory: pin,
  is_pinned: (x) => isPinned(x.storage.array),
};

/** The methods with arguments. @type {Record<string, Function>} */
const methods = {
  size: nativeMethod('size(int? dim=None)', (x, dim) => ofDim(x, x.shape, dim)),
  stride: nativeMethod('stride(int? dim=None)', (x, dim) => ofDim(x, x.strides, dim)),
  is_contiguous: nativeMethod('is_contiguous(*, memory_format memory_format=None)', isContiguous),
  numpy: nativeMethod('numpy(*, bool force=False)', toArray),

  // Arithmetic, with broadcasting; a trailing underscore works in place.

  add: add.method,
  sub: sub.method,
  mul: mul.method,
  div: div.method,
  add_,
  sub_,
  mul_,
  div_,
  fill_,
  copy_,

  // Reductions: see the functions of the same names.

  sum: functions.sum.method,
  mean: functions.mean.method,
  std: functions.std.method,
  var: functions.var.method,
  max: functions.max.method,
  min: functions.min.method,

  // Shapes.

  view: nativeMethod(['view(dtype dtype)', 'view(int[] size)'], viewAs, view),
  reshape: functions.reshape.method,
  flatten: functions.flatten.method,
  transpose: functions.transpose.method,
  permute: functions.permute.method,
  squeeze: functions.squeeze.method,
  unsqueeze: functions.unsqueeze.method,
  expand: nativeMethod('expand(int[] size, *, bool implicit=False)', expand),
  narrow: functions.narrow.method,
  select: functions.select.method,
  unbind: functions.unbind.method,
  contiguous: nativeMethod('contiguous(*, memory_format memory_format=None)', contiguous),
  clone: functions.clone.method,
  requires_grad_: nativeMethod('requires_grad_(bool requires_grad=True)', setRequiresGrad),
};

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
    return formatTensor({ array: storage.array, offset, shape, strides, dtype, suffixes: history(this) });
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

  /** The transpose of a matrix. */
  get T() {
    return this.permute([...this.shape.keys()].reverse());
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
   * Adds the gradient of this tensor to `grad` of the leaves it was computed from.
   * @param {[gradient?: Tensor | null | { gradient?: Tensor, retain_graph?: boolean },
   *   retain_graph?: boolean | { retain_graph?: boolean }, create_graph?: false | null, inputs?: null]} args
   */
  backward(...args) {
    backward(this, args);
  }
  /** How often the storage was changed in place. @internal */
  get _version() {
    return this.storage.version;
  }
}

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
 * @param {number | null} dim
 */
function ofDim(x, list, dim) {
  if (dim === null) return list === x.shape ? list : [...x.strides];
  if (x.shape.length === 0) throw new IndexError(`Dimension specified as ${dim} but tensor has no dimensions`);
  return list[wrapDim(dim, x.shape.length)];
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
  return elements(x);
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
