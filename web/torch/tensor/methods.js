// The methods of Tensor, in tables from which the class takes them: each names what carries it out.

import { IndexError, RuntimeError } from '../../core/errors.js';
import { isPinned } from '../../core/kernels.js';
import { wrapDim } from '../../core/numbers/size.js';
import { nativeMethod } from '../arguments/native.js';
import { gradNode, metaOf, requiresGrad } from '../autograd/graph.js';
import { register_hook } from '../autograd/hooks.js';
import * as placing from '../operations/choosing/placing.js';
import * as ranks from '../operations/choosing/ranks.js';
import * as selecting from '../operations/choosing/selecting.js';
import * as sets from '../operations/choosing/sets.js';
import * as sorting from '../operations/choosing/sorting.js';
import * as taking from '../operations/choosing/taking.js';
import { apply_, map_ } from '../operations/elements/applying.js';
import * as bounds from '../operations/elements/bounds.js';
import { castings, cpu, to, type } from '../operations/elements/casting.js';
import { whereMethod } from '../operations/elements/choice.js';
import * as inverses from '../operations/elements/inverses.js';
import * as pointwise from '../operations/elements/pointwise.js';
import * as after from '../operations/filling/after.js';
import { multinomial } from '../operations/filling/drawing.js';
import * as random from '../operations/filling/draws.js';
import { copy_, fill_, zero } from '../operations/filling/filling.js';
import { bincount, histc } from '../operations/folds/counting.js';
import * as norms from '../operations/folds/norms.js';
import * as places from '../operations/folds/places.js';
import { quantile } from '../operations/folds/quantiles.js';
import * as scans from '../operations/folds/scans.js';
import * as statistics from '../operations/folds/statistics.js';
import * as totals from '../operations/folds/totals.js';
import * as truths from '../operations/folds/truths.js';
import { addmm } from '../operations/products/addmm.js';
import { inner } from '../operations/products/contractions.js';
import { matmul } from '../operations/products/matmul.js';
import { bmm, dot, mm, mv, outer } from '../operations/products/products.js';
import { diagflat, kron, rot90 } from '../operations/shapes/arrangements.js';
import { chunk, flip, repeat, roll, split } from '../operations/shapes/joins.js';
import * as shapes from '../operations/shapes/shapes.js';
import { diag, tril, triu } from '../operations/shapes/triangles.js';
import { contiguous, detach, expand, pin, t, view } from '../operations/shapes/views.js';
import * as viewsInPlace from '../operations/shapes/views_in_place.js';
import * as aliases from '../operations/two_operands/aliases.js';
import {
  add,
  add_,
  inverse,
  mul,
  mul_,
  negate,
  negated,
  reciprocal,
  sub,
  sub_,
} from '../operations/two_operands/arithmetic.js';
import * as comparisons from '../operations/two_operands/comparisons.js';
import { inPlaceOf } from '../operations/two_operands/in_place.js';
import * as partners from '../operations/two_operands/partners.js';
import { pow } from '../operations/two_operands/powers.js';
import * as quotients from '../operations/two_operands/quotients.js';
import { bool } from '../storage/dtype.js';
import { elements, isContiguous } from '../storage/strided.js';
import { is_nonzero } from './facts.js';
import * as functions from './functions.js';
import { histogram } from './histogram.js';

/**
 * @typedef {import('./tensor.js').Tensor} Tensor
 * @typedef {import('../storage/dtype.js').DType} DType
 * @typedef {import('../storage/loops.js').Operand} Operand
 */

/** The methods without arguments. @type {Record<string, (x: Tensor) => unknown>} */
export const readings = {
  dim: (x) => x.shape.length,
  numel: (x) => x.shape.numel(),
  ndimension: (x) => x.shape.length,
  is_complex: (x) => x.dtype.is_complex,
  is_signed: (x) => x.dtype.is_signed,
  is_nonzero: (x) => is_nonzero(x),
  get_device: () => -1,
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
const helpers = [
  'masked',
  'truePlaces',
  'placesAlong',
  'checkIndex',
  'addedAt',
  'coordinates',
  'elementOf',
  'isin',
  'searchsorted',
  'bucketize',
  'std_mean',
  'var_mean',
];

/** What has a form in place that is made of the one out of place. */
const changing =
  'eq ne lt le gt ge logical_and logical_or logical_xor logical_not bitwise_and bitwise_or bitwise_xor bitwise_not pow div remainder fmod floor_divide clamp clamp_min clamp_max tril triu cumsum cumprod reciprocal masked_fill scatter scatter_add index_add index_fill index_copy masked_scatter atan2 hypot copysign xlogy heaviside lerp addcmul addcdiv nan_to_num logit sgn addmm greater greater_equal less less_equal not_equal multiply subtract divide true_divide arctan2 clip absolute negative fix arccos arcsin arccosh arcsinh arctan arctanh';
/** @type {Record<string, any>} */
const all = {
  ...comparisons,
  ...bounds,
  ...inverses,
  ...partners,
  ...placing,
  ...quotients,
  ...scans,
  ...totals,
  ...selecting,
  ...aliases,
  addmm,
  pow,
  reciprocal,
  tril,
  triu,
};
const inPlace = Object.fromEntries(changing.split(' ').map((name) => [`${name}_`, inPlaceOf(all[name], name)]));

/** The methods with arguments. @type {Record<string, Function>} */
export const methods = {
  ...inPlace,
  ...castings,
  cpu,
  ...methodsOf(comparisons),
  ...methodsOf(pointwise),
  ...methodsOf(aliases),
  ...methodsOf(bounds),
  ...methodsOf(inverses),
  ...methodsOf(norms),
  ...methodsOf(partners),
  ...methodsOf(places),
  ...methodsOf(placing),
  ...methodsOf(taking),
  ...methodsOf(quotients),
  ...methodsOf(scans),
  ...methodsOf(sets),
  ...methodsOf(shapes),
  ...methodsOf(statistics),
  ...methodsOf(totals),
  ...methodsOf(truths),
  ...after,
  apply_,
  map_,
  bincount: bincount.method,
  diag: diag.method,
  histc: histc.method,
  histogram: histogram.method,
  tril: tril.method,
  triu: triu.method,
  ...methodsOf(sorting),
  ...methodsOf(ranks),
  diagflat: diagflat.method,
  kron: kron.method,
  rot90: rot90.method,
  broadcast_to: functions.broadcast_to.method,
  ...methodsOf(selecting),
  chunk: chunk.method,
  flip: flip.method,
  repeat,
  roll: roll.method,
  split: split.method,
  pow: pow.method,
  where: whereMethod,
  inner: inner.method,
  register_hook,

  multinomial: multinomial.method,
  quantile: quantile.method,
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
  add_,
  sub_,
  mul_,
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

  ...viewsInPlace,
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
  requires_grad_: nativeMethod('requires_grad_(bool requires_grad=True)', (x, flag) => setRequiresGrad(x, flag)),
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
 * @param {string} [kinds] of dtypes that may require gradients, in the caller's words
 */
export function setRequiresGrad(x, flag, kinds = 'floating point') {
  if (!flag && gradNode(x) !== null) {
    throw new RuntimeError(
      "you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph that doesn't require differentiation use var_no_grad = var.detach().",
    );
  }
  if (flag && !x.dtype.is_floating_point) {
    throw new RuntimeError(`only Tensors of ${kinds} dtype can require gradients`);
  }
  if (flag || x.meta !== null) metaOf(x).requiresGrad = flag;
  return x;
}
