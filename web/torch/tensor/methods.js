// The methods of Tensor, in tables from which the class takes them: each names what carries it out.
// Longer than other files, since it lists every method with its type.

import { IndexError, RuntimeError } from '../../core/errors.js';
import { isPinned } from '../../core/kernels.js';
import { wrapDim } from '../../core/numbers/size.js';
import { nativeMethod } from '../arguments/native.js';
import { gradNode, metaOf, requiresGrad } from '../autograd/graph.js';
import { addmm } from '../operations/addmm.js';
import * as after from '../operations/after.js';
import { add, add_, div, div_, inverse, mul, mul_, negate, negated, sub, sub_ } from '../operations/arithmetic.js';
import { castings, to, type } from '../operations/casting.js';
import * as comparisons from '../operations/comparisons.js';
import { bincount, histc } from '../operations/counting.js';
import * as random from '../operations/draws.js';
import { copy_, fill_, zero } from '../operations/filling.js';
import * as folds from '../operations/folds.js';
import { chunk, flip, repeat, roll, split } from '../operations/joins.js';
import { matmul } from '../operations/matmul.js';
import * as pointwise from '../operations/pointwise.js';
import * as powers from '../operations/powers.js';
import { bmm, dot, mm, mv, outer } from '../operations/products.js';
import * as selecting from '../operations/selecting.js';
import * as sorting from '../operations/sorting.js';
import { diag, tril, triu } from '../operations/triangles.js';
import { contiguous, detach, expand, pin, t, view } from '../operations/views.js';
import { bool } from '../storage/dtype.js';
import { elements, isContiguous } from '../storage/strided.js';
import * as functions from './functions.js';

/**
 * @typedef {import('./tensor.js').Tensor} Tensor
 * @typedef {import('../operations/arithmetic.js').ScaledOptions} ScaledOptions
 * @typedef {import('../storage/dtype.js').DType} DType
 * @typedef {import('../storage/loops.js').Operand} Operand
 * @typedef {import('./functions.js').Dims} Dims
 * @typedef {import('./functions.js').SumOptions} SumOptions
 * @typedef {import('./functions.js').StdOptions} StdOptions
 * @typedef {import('../../core/numbers/size.js').Size} Size
 * @typedef {{ (): Tensor, (dim: number | { dim: number, keepdim?: boolean },
 *   keepdim?: boolean | { keepdim?: boolean }): import('./functions.js').Extremes }} Extreme
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
 * @property {() => any} item The only element, as a number; a boolean of torch.bool, a BigInt beyond 2^53. RuntimeError if there are more or none.
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
 * @property {(...args: any[]) => Tensor} uniform_ Random numbers from `from` (0) to `to` (1), by a generator if given.
 * @property {(...args: any[]) => Tensor} normal_ Normal random numbers of mean (0) and std (1).
 * @property {(...args: any[]) => Tensor} exponential_ Random numbers of the exponential distribution of rate lambd (1).
 * @property {(...args: any[]) => Tensor} bernoulli_ Ones with probability p (0.5), zeros else.
 * @property {(...args: any[]) => Tensor} random_ Whole random numbers from `from` (0) up to but without `to`.
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
 * @property {(other: Operand) => Tensor} eq Whether elements are equal; so are `ne`, `lt`, `le`, `gt`, `ge`.
 * @property {(other: Operand) => Tensor} ne
 * @property {(other: Operand) => Tensor} lt
 * @property {(other: Operand) => Tensor} le
 * @property {(other: Operand) => Tensor} gt
 * @property {(other: Operand) => Tensor} ge
 * @property {(other: Tensor) => Tensor} logical_and
 * @property {(other: Tensor) => Tensor} logical_or
 * @property {(other: Tensor) => Tensor} logical_xor
 * @property {() => Tensor} logical_not
 * @property {(other: Operand) => Tensor} bitwise_and Python's `&`
 * @property {(other: Operand) => Tensor} bitwise_or Python's `|`
 * @property {(other: Operand) => Tensor} bitwise_xor Python's `^`
 * @property {() => Tensor} bitwise_not Python's `~`
 * @property {() => Tensor} isnan
 * @property {() => Tensor} isinf
 * @property {() => Tensor} isfinite
 * @property {(exponent: Operand) => Tensor} pow `this ** exponent`
 * @property {(exponent: Operand) => Tensor} pow_
 * @property {(other: Operand) => Tensor} remainder Python's `%`
 * @property {(other: Operand) => Tensor} remainder_
 * @property {(other: Operand) => Tensor} fmod
 * @property {(other: Operand) => Tensor} floor_divide Python's `//`
 * @property {(other: Operand) => Tensor} floor_divide_
 * @property {(other: Tensor) => Tensor} maximum
 * @property {(other: Tensor) => Tensor} minimum
 * @property {(condition: Tensor, other: Operand) => Tensor} where Itself where a condition holds, `other` elsewhere.
 * @property {(min?: any, max?: any) => Tensor} clamp
 * @property {(min?: any, max?: any) => Tensor} clamp_
 * @property {(...args: any[]) => Tensor} to Another dtype: `x.to(torch.float64)`, `x.to(other)`; `x.to('cpu')` is itself.
 * @property {(dtype?: DType | string) => any} type The older name of the dtype, `torch.FloatTensor`; with one, the tensor in it.
 * @property {(...args: any[]) => Tensor} cpu Itself.
 * @property {(options?: object) => Tensor} abs
 * @property {(options?: object) => Tensor} abs_
 * @property {(options?: object) => Tensor} sign
 * @property {(options?: object) => Tensor} sign_
 * @property {(options?: object) => Tensor} floor
 * @property {(options?: object) => Tensor} floor_
 * @property {(options?: object) => Tensor} ceil
 * @property {(options?: object) => Tensor} ceil_
 * @property {(options?: object) => Tensor} trunc
 * @property {(options?: object) => Tensor} trunc_
 * @property {(options?: object) => Tensor} log
 * @property {(options?: object) => Tensor} log_
 * @property {(options?: object) => Tensor} log2
 * @property {(options?: object) => Tensor} log2_
 * @property {(options?: object) => Tensor} log10
 * @property {(options?: object) => Tensor} log10_
 * @property {(options?: object) => Tensor} log1p
 * @property {(options?: object) => Tensor} log1p_
 * @property {(options?: object) => Tensor} expm1
 * @property {(options?: object) => Tensor} expm1_
 * @property {(options?: object) => Tensor} sqrt
 * @property {(options?: object) => Tensor} sqrt_
 * @property {(options?: object) => Tensor} rsqrt
 * @property {(options?: object) => Tensor} rsqrt_
 * @property {(options?: object) => Tensor} sin
 * @property {(options?: object) => Tensor} sin_
 * @property {(options?: object) => Tensor} cos
 * @property {(options?: object) => Tensor} cos_
 * @property {(options?: object) => Tensor} tan
 * @property {(options?: object) => Tensor} tan_
 * @property {(options?: object) => Tensor} atan
 * @property {(options?: object) => Tensor} atan_
 * @property {(options?: object) => Tensor} sinh
 * @property {(options?: object) => Tensor} sinh_
 * @property {(options?: object) => Tensor} cosh
 * @property {(options?: object) => Tensor} cosh_
 * @property {(options?: object) => Tensor} round
 * @property {(options?: object) => Tensor} round_
 * @property {(options?: object) => Tensor} square
 * @property {(options?: object) => Tensor} square_
 * @property {() => Tensor} float In the dtype of that name.
 * @property {() => Tensor} double In the dtype of that name.
 * @property {() => Tensor} int In the dtype of that name.
 * @property {() => Tensor} long In the dtype of that name.
 * @property {() => Tensor} bool In the dtype of that name.
 * @property {() => Tensor} byte In the dtype of that name.
 * @property {(dim?: any, keepdim?: any) => Tensor} all
 * @property {(dim?: any, keepdim?: any) => Tensor} any
 * @property {(dim?: any) => Tensor} count_nonzero
 * @property {(dim?: any, keepdim?: any) => Tensor} argmax
 * @property {(dim?: any, keepdim?: any) => Tensor} argmin
 * @property {(dim?: any, keepdim?: any) => Tensor} amax
 * @property {(dim?: any, keepdim?: any) => Tensor} amin
 * @property {(dim?: any, keepdim?: any) => any} median
 * @property {(dim?: any, keepdim?: any) => Tensor} prod
 * @property {(dim: any) => Tensor} cumsum
 * @property {(p?: any, dim?: any, keepdim?: any) => Tensor} norm
 * @property {(dim: any, keepdim?: any) => Tensor} logsumexp
 * @property {(other: Tensor, ...rest: any[]) => Tensor} isclose
 * @property {(other: Tensor, ...rest: any[]) => boolean} allclose
 * @property {(other: Tensor) => boolean} equal
 * @property {(dim?: any, descending?: any) => any} sort
 * @property {(dim?: any, descending?: any) => Tensor} argsort
 * @property {(k: any, ...rest: any[]) => any} topk
 * @property {(dim: any, index?: Tensor) => Tensor} gather
 * @property {(dim: any, index?: Tensor, source?: any) => Tensor} scatter_
 * @property {(dim: any, index?: Tensor, source?: any) => Tensor} scatter_add_
 * @property {(dim: any, index?: Tensor) => Tensor} index_select
 * @property {(mask: Tensor) => Tensor} masked_select
 * @property {(mask: Tensor, value: Operand) => Tensor} masked_fill
 * @property {(mask: Tensor, value: Operand) => Tensor} masked_fill_
 * @property {() => Tensor} nonzero
 * @property {(chunks: any, dim?: any) => readonly Tensor[]} chunk
 * @property {(size: any, dim?: any) => readonly Tensor[]} split
 * @property {(...dims: any[]) => Tensor} flip
 * @property {(shifts: any, dims?: any) => Tensor} roll
 * @property {(...sizes: any[]) => Tensor} repeat
 * @property {(other: Tensor) => Tensor} matmul Python's `@`: the product of matrices, batches of them or vectors.
 * @property {(mat2: Tensor) => Tensor} mm The product of two matrices.
 * @property {(mat2: Tensor) => Tensor} bmm The products of matrices one by one.
 * @property {(vec: Tensor) => Tensor} mv The product of a matrix and a vector.
 * @property {(tensor: Tensor) => Tensor} dot The sum of the products of two vectors.
 * @property {(vec2: Tensor) => Tensor} outer Every product of an element of this vector and one of another.
 * @property {(mat1: Tensor, mat2: Tensor, options?: { beta?: number, alpha?: number }) => Tensor} addmm `beta * this + alpha * (mat1 @ mat2)`
 * @property {(options?: object) => Tensor} erf The error function.
 * @property {() => Tensor} erf_ `erf`, in place.
 * @property {(diagonal?: number | object) => Tensor} tril The lower triangle of a matrix.
 * @property {(diagonal?: number | object) => Tensor} triu The upper triangle of a matrix.
 * @property {(diagonal?: number | object) => Tensor} diag The diagonal of a matrix, or a matrix with this on its diagonal.
 * @property {(weights?: any, minlength?: any) => Tensor} bincount How often each whole number occurs.
 * @property {(bins?: any, min?: any, max?: any) => Tensor} histc How many elements fall into each of some equal parts.
 * @property {(...args: any[]) => Tensor} new_zeros Zeros of this dtype: `x.new_zeros(2, 3)`.
 * @property {(...args: any[]) => Tensor} new_ones Ones of this dtype.
 * @property {(...args: any[]) => Tensor} new_empty Elements that mean nothing, of this dtype.
 * @property {(...args: any[]) => Tensor} new_full One number, of this dtype: `x.new_full([2], 7)`.
 * @property {(other: Tensor) => Tensor} expand_as Repeated to the shape of another tensor.
 * @property {(other: Tensor) => Tensor} view_as A view in the shape of another tensor.
 * @property {(other: Tensor) => Tensor} reshape_as In the shape of another tensor.
 * @property {(other: Tensor) => Tensor} type_as In the dtype of another tensor.
 * @property {(...dims: any[]) => Tensor} tile So many copies along the last dimensions.
 * @property {(requires_grad?: boolean | object) => Tensor} requires_grad_ Sets `requires_grad` (true unless given).
 */

/** The methods without arguments. @type {Record<string, (x: Tensor) => unknown>} */
export const readings = {
  ...castings,
  cpu: (x) => x,
  dim: (x) => x.shape.length,
  numel: (x) => x.shape.numel(),
  nelement: (x) => x.shape.numel(),
  storage_offset: (x) => x.offset,
  is_floating_point: (x) => x.dtype.is_floating_point,
  element_size: (x) => x.dtype.itemsize,
  item(x) {
    const count = x.shape.numel();
    if (count !== 1) throw new RuntimeError(`a Tensor with ${count} elements cannot be converted to Scalar`);
    return asNumber(x.storage.array[x.offset], x.dtype);
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

/** The methods of a family of operations: of functions their form as a method, and what is a method alone. @param {Record<string, any>} family */
const methodsOf = (family) =>
  Object.fromEntries(
    Object.entries(family).flatMap(([name, own]) => {
      if (typeof own !== 'function' || helpers.includes(name)) return [];
      return [[name, own.method ?? own]];
    }),
  );
/** What such a family offers to other modules alone. */
const helpers = ['masked', 'truePlaces'];

/** The methods with arguments. @type {Record<string, Function>} */
export const methods = {
  ...methodsOf(comparisons),
  ...methodsOf(pointwise),
  ...methodsOf(folds),
  ...after,
  bincount: bincount.method,
  diag: diag.method,
  histc: histc.method,
  tril: tril.method,
  triu: triu.method,
  ...methodsOf(sorting),
  ...methodsOf(selecting),
  chunk: chunk.method,
  flip: flip.method,
  repeat,
  roll: roll.method,
  split: split.method,
  pow: powers.pow.method,
  pow_: powers.pow_,
  remainder: powers.remainder.method,
  remainder_: powers.remainder_,
  fmod: powers.fmod.method,
  floor_divide: powers.floor_divide.method,
  floor_divide_: powers.floor_divide_,
  maximum: powers.maximum.method,
  minimum: powers.minimum.method,
  clamp: powers.clamp.method,
  clamp_: powers.clamp_,
  where: powers.whereMethod,
  to,
  type,
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
  uniform_: random.uniform_,
  normal_: random.normal_,
  exponential_: random.exponential_,
  bernoulli_: random.bernoulli_,
  random_: random.random_,

  // Reductions: see the functions of the same names.

  sum: functions.sum.method,
  mean: functions.mean.method,
  std: functions.std.method,
  var: functions.var.method,
  max: functions.max.method,
  min: functions.min.method,

  // Products of matrices and vectors.

  matmul: matmul.method,
  mm: mm.method,
  bmm: bmm.method,
  mv: mv.method,
  dot: dot.method,
  outer: outer.method,
  addmm: addmm.method,

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

/** @param {number | bigint} value @param {DType} dtype */
function asNumber(value, dtype) {
  if (dtype === bool) return Boolean(value);
  return typeof value === 'bigint' && !Number.isSafeInteger(Number(value)) ? /** @type {any} */ (value) : Number(value);
}

/**
 * @param {Tensor} tensor
 * @param {number} dim
 * @param {number} at place in the storage
 * @returns {any}
 */
function nested(tensor, dim, at) {
  const { storage, shape, strides, dtype } = tensor;
  if (dim === shape.length) return asNumber(storage.array[at], dtype);
  const list = new Array(shape[dim]);
  for (let i = 0; i < list.length; i++) {
    list[i] = nested(tensor, dim + 1, at + i * strides[dim]);
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
export function setRequiresGrad(x, flag) {
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
