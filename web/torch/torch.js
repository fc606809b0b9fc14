// Everything PyTorch calls torch.something, by name and together as the default export; the kernels are injected by the entries.
// Longer than other files, since it lists every name twice: a bundler leaves out an export that nothing uses, never a property.
// biome-ignore-all assist/source/organizeImports: the order decides what a bundle compresses to. random.js and nn.js before the
// rest save 140 bytes.
import { available } from '../core/kernels.js';
import { isTensor } from './storage/base.js';
import { namespace } from './arguments/namespace.js';
import { native } from './arguments/native.js';
import { Generator } from './tensor/generator.js';
import { Size } from '../core/numbers/size.js';
import {
  bool,
  DType,
  dtypesByName,
  float32,
  float64,
  get_default_dtype,
  int32,
  int64,
  set_default_dtype,
  uint8,
} from './storage/dtype.js';
import { result_type } from './storage/promotion.js';
import * as comparisons from './operations/two_operands/comparisons.js';
import * as pointwise from './operations/elements/pointwise.js';
import { autograd } from './autograd/autograd.js';
import { bincount, histc } from './operations/folds/counting.js';
import { diag, tril, triu } from './operations/shapes/triangles.js';
import { as_tensor, asarray, full_like, scalar_tensor } from './tensor/conversions.js';
import { histogram } from './tensor/histogram.js';
import * as aliases from './operations/two_operands/aliases.js';
import * as bounds from './operations/elements/bounds.js';
import * as contractions from './operations/products/contractions.js';
import * as facts from './tensor/facts.js';
import * as inverses from './operations/elements/inverses.js';
import * as norms from './operations/folds/norms.js';
import * as partners from './operations/two_operands/partners.js';
import * as places from './operations/folds/places.js';
import * as placing from './operations/choosing/placing.js';
import { take, take_along_dim } from './operations/choosing/taking.js';
import * as quotients from './operations/two_operands/quotients.js';
import * as arrangements from './operations/shapes/arrangements.js';
import * as trianglePlaces from './operations/filling/triangle_places.js';
import * as differences from './operations/folds/differences.js';
import * as ranks from './operations/choosing/ranks.js';
import * as scans from './operations/folds/scans.js';
import * as sets from './operations/choosing/sets.js';
import * as shapes from './operations/shapes/shapes.js';
import * as stacks from './operations/shapes/stacks.js';
import * as statistics from './operations/folds/statistics.js';
import * as totals from './operations/folds/totals.js';
import * as truths from './operations/folds/truths.js';
import { linalg } from './operations/products/linalg.js';
import { multinomial } from './operations/filling/drawing.js';
import { quantile } from './operations/folds/quantiles.js';
import { pow } from './operations/two_operands/powers.js';
import { where } from './operations/elements/choice.js';
import {
  cat,
  chunk,
  concat,
  concatenate,
  flip,
  hstack,
  roll,
  split,
  stack,
  vstack,
} from './operations/shapes/joins.js';
import { eye, randint, randint_like, randperm } from './operations/filling/random_integers.js';
import { gather, index_select, masked_fill, masked_select, nonzero } from './operations/choosing/selecting.js';
import * as sorting from './operations/choosing/sorting.js';
import { enable_grad, is_grad_enabled, no_grad, set_grad_enabled } from './autograd/grad_mode.js';
import { set_printoptions } from './arguments/print_options.js';
import { Tensor } from './tensor/legacy.js';
import {
  broadcast_to,
  clone,
  detach,
  flatten,
  max,
  mean,
  min,
  narrow,
  numel,
  permute,
  reshape,
  select,
  squeeze,
  std,
  sum,
  t,
  transpose,
  unbind,
  unsqueeze,
  var as variance,
} from './tensor/functions.js';
import { add, mul, neg, reciprocal, rsub, sub } from './operations/two_operands/arithmetic.js';
import { addmm } from './operations/products/addmm.js';
import { matmul } from './operations/products/matmul.js';
import { bmm, dot, mm, mv, outer } from './operations/products/products.js';
import { torchFunctions } from './activations/functional.js';
import { functional } from './nn/nn_functional.js';
import { cosine_similarity, pairwise_distance } from './nn/similarity.js';
import { optim } from './optim/optim.js';
import { utils } from './data/utils.js';
import { bernoulli, normal } from './tensor/drawn.js';
import { arange, linspace, logspace } from './tensor/ranges.js';
import { from_numpy, tensor } from './storage/data.js';
import {
  empty,
  empty_like,
  full,
  get_rng_state,
  initial_seed,
  manual_seed,
  ones,
  ones_like,
  rand,
  rand_like,
  randn,
  randn_like,
  seed,
  set_rng_state,
  zeros,
  zeros_like,
} from './tensor/creation.js';
import { Module, nn } from './nn/nn.js';

/**
 * An activation that torch has beside nn.functional.
 * @template {keyof typeof torchFunctions} N
 * @param {N} name
 */
const own = (name) => torchFunctions[name];
// Each by a call that a bundler may leave out, which it may not do with a property.
const celu = /* @__PURE__ */ own('celu');
const celu_ = /* @__PURE__ */ own('celu_');
const exp = /* @__PURE__ */ own('exp');
const exp_ = /* @__PURE__ */ own('exp_');
const hardshrink = /* @__PURE__ */ own('hardshrink');
const log_softmax = /* @__PURE__ */ own('log_softmax');
const prelu = /* @__PURE__ */ own('prelu');
const relu = /* @__PURE__ */ own('relu');
const relu_ = /* @__PURE__ */ own('relu_');
const rrelu = /* @__PURE__ */ own('rrelu');
const rrelu_ = /* @__PURE__ */ own('rrelu_');
const selu = /* @__PURE__ */ own('selu');
const selu_ = /* @__PURE__ */ own('selu_');
const sigmoid = /* @__PURE__ */ own('sigmoid');
const sigmoid_ = /* @__PURE__ */ own('sigmoid_');
const softmax = /* @__PURE__ */ own('softmax');
const tanh = /* @__PURE__ */ own('tanh');
const tanh_ = /* @__PURE__ */ own('tanh_');
const threshold = /* @__PURE__ */ own('threshold');
const threshold_ = /* @__PURE__ */ own('threshold_');

/**
 * `nn.functional.dropout` as torch has it, with all arguments given.
 * @type {(input: any, p: number, train: boolean) => any}
 * @example torch.dropout(torch.ones(2), 0.5, false) // tensor([1., 1.])
 */
const dropout = /* @__PURE__ */ native('dropout(Tensor input, float p, bool train)', (x, p, train) =>
  functional.dropout(x, p, train),
);

const torch = /* @__PURE__ */ (() =>
  namespace(
    'torch',
    {
      ...dtypesByName,
      ...comparisons,
      ...pointwise,
      ...aliases,
      ...bounds,
      ...contractions,
      ...facts,
      ...inverses,
      ...norms,
      ...partners,
      ...places,
      ...scans,
      ...quotients,
      ...sets,
      ...shapes,
      ...stacks,
      ...statistics,
      ...totals,
      ...truths,
      ...placing,
      ...arrangements,
      ...trianglePlaces,
      ...differences,
      ...ranks,
      cosine_similarity,
      dropout,
      linalg,
      multinomial,
      pairwise_distance,
      take,
      take_along_dim,
      quantile,
      ...sorting,
      as_tensor,
      asarray,
      get_rng_state,
      randint_like,
      scalar_tensor,
      set_rng_state,
      autograd,
      bincount,
      diag,
      full_like,
      histc,
      histogram,
      __version__: '2.14.1',
      inference_mode: no_grad,
      tril,
      triu,
      cat,
      chunk,
      concat,
      concatenate,
      eye,
      flip,
      gather,
      hstack,
      index_select,
      masked_fill,
      masked_select,
      nonzero,
      randint,
      randperm,
      result_type,
      roll,
      split,
      stack,
      vstack,
      get_default_dtype,
      pow,
      set_default_dtype,
      where,
      Generator,
      Size,
      Tensor,
      add,
      addmm,
      arange,
      available,
      bmm,
      bernoulli,
      broadcast_to,
      clone,
      detach,
      dot,
      dtype: DType,
      bool,
      float64,
      int32,
      uint8,
      empty,
      empty_like,
      enable_grad,
      flatten,
      float32,
      from_numpy,
      full,
      initial_seed,
      int64,
      is_grad_enabled,
      is_tensor: isTensor,
      linspace,
      logspace,
      manual_seed,
      matmul,
      max,
      mean,
      min,
      mm,
      mul,
      mv,
      narrow,
      neg,
      nn,
      no_grad,
      normal,
      numel,
      ones,
      ones_like,
      outer,
      optim,
      permute,
      rand,
      rand_like,
      randn,
      randn_like,
      reciprocal,
      reshape,
      rsub,
      seed,
      select,
      set_grad_enabled,
      set_printoptions,
      squeeze,
      std,
      sub,
      sum,
      t,
      tensor,
      transpose,
      unbind,
      unsqueeze,
      utils,
      var: variance,
      zeros,
      zeros_like,
      ...torchFunctions,
    },
    't',
  ))();

export default torch;
export * from '../core/errors.js';
export {
  absolute,
  arccos,
  arccosh,
  arcsin,
  arcsinh,
  arctan,
  arctan2,
  arctanh,
  clip,
  divide,
  fix,
  ger,
  greater,
  greater_equal,
  less,
  less_equal,
  moveaxis,
  multiply,
  negative,
  not_equal,
  subtract,
  swapaxes,
  swapdims,
  true_divide,
  vdot,
} from './operations/two_operands/aliases.js';
export { clamp, clamp_max, clamp_min, maximum, minimum } from './operations/elements/bounds.js';
export { cdist, einsum, inner, tensordot } from './operations/products/contractions.js';
export {
  acos,
  acos_,
  acosh,
  acosh_,
  asin,
  asin_,
  asinh,
  asinh_,
  atanh,
  atanh_,
  deg2rad,
  deg2rad_,
  erfc,
  erfc_,
  erfinv,
  erfinv_,
  exp2,
  exp2_,
  frac,
  frac_,
  isneginf,
  isposinf,
  logit,
  nan_to_num,
  positive,
  rad2deg,
  rad2deg_,
  sgn,
  signbit,
  sinc,
  sinc_,
} from './operations/elements/inverses.js';
export { logsumexp, norm } from './operations/folds/norms.js';
export {
  addcdiv,
  addcmul,
  atan2,
  copysign,
  float_power,
  fmax,
  fmin,
  heaviside,
  hypot,
  lerp,
  logaddexp,
  logaddexp2,
  xlogy,
} from './operations/two_operands/partners.js';
export { amax, amin, argmax, argmin, median } from './operations/folds/places.js';
export {
  index_add,
  index_copy,
  index_fill,
  masked_scatter,
  scatter,
  scatter_add,
} from './operations/choosing/placing.js';
export {
  block_diag,
  combinations,
  diagflat,
  kron,
  rot90,
  vander,
} from './operations/shapes/arrangements.js';
export { tril_indices, triu_indices } from './operations/filling/triangle_places.js';
export { cumulative_trapezoid, gradient, trapezoid, trapz } from './operations/folds/differences.js';
export { kthvalue, mode, msort, nanmedian } from './operations/choosing/ranks.js';
export { take, take_along_dim } from './operations/choosing/taking.js';
export { div, floor_divide, fmod, remainder } from './operations/two_operands/quotients.js';
export { cummax, cummin, cumprod, diff } from './operations/folds/scans.js';
export { argwhere, bucketize, isin, searchsorted, unique, unique_consecutive } from './operations/choosing/sets.js';
export {
  diagonal,
  dsplit,
  fliplr,
  flipud,
  hsplit,
  movedim,
  ravel,
  repeat_interleave,
  tensor_split,
  tile,
  unflatten,
  vsplit,
} from './operations/shapes/shapes.js';
export {
  atleast_1d,
  atleast_2d,
  atleast_3d,
  broadcast_shapes,
  broadcast_tensors,
  cartesian_prod,
  column_stack,
  dstack,
  meshgrid,
} from './operations/shapes/stacks.js';
export { aminmax, cov, dist, nanmean, nansum, std_mean, trace, var_mean } from './operations/folds/statistics.js';
export { cumsum, prod } from './operations/folds/totals.js';
export { all, allclose, any, count_nonzero, equal, isclose } from './operations/folds/truths.js';
export {
  can_cast,
  device,
  e,
  finfo,
  iinfo,
  inf,
  is_complex,
  is_floating_point,
  is_nonzero,
  is_signed,
  nan,
  newaxis,
  pi,
  promote_types,
  strided,
} from './tensor/facts.js';
export { dropout, linalg, multinomial, quantile };
export { asarray, get_rng_state, randint_like, scalar_tensor, set_rng_state };
export { as_tensor, autograd, bincount, diag, full_like, histc, histogram, no_grad as inference_mode, tril, triu };
export {
  bitwise_and,
  bitwise_not,
  bitwise_or,
  bitwise_xor,
  eq,
  ge,
  gt,
  isfinite,
  isinf,
  isnan,
  le,
  logical_and,
  logical_not,
  logical_or,
  logical_xor,
  lt,
  ne,
} from './operations/two_operands/comparisons.js';
export {
  abs,
  abs_,
  erf,
  erf_,
  atan,
  atan_,
  ceil,
  ceil_,
  cos,
  cos_,
  cosh,
  cosh_,
  expm1,
  expm1_,
  floor,
  floor_,
  log,
  log10,
  log10_,
  log1p,
  log1p_,
  log2,
  log2_,
  log_,
  round,
  round_,
  rsqrt,
  rsqrt_,
  sign,
  sign_,
  sin,
  sin_,
  sinh,
  sinh_,
  sqrt,
  sqrt_,
  square,
  square_,
  tan,
  tan_,
  trunc,
  trunc_,
} from './operations/elements/pointwise.js';
export { argsort, sort, topk } from './operations/choosing/sorting.js';

export {
  bool,
  cat,
  chunk,
  concat,
  concatenate,
  eye,
  flip,
  float64,
  gather,
  get_default_dtype,
  hstack,
  index_select,
  int32,
  masked_fill,
  masked_select,
  nonzero,
  pow,
  randint,
  randperm,
  result_type,
  roll,
  set_default_dtype,
  split,
  stack,
  uint8,
  vstack,
  where,
};
export {
  add,
  addmm,
  arange,
  available,
  bmm,
  bernoulli,
  broadcast_to,
  celu,
  celu_,
  clone,
  DType as dtype,
  detach,
  dot,
  empty,
  empty_like,
  enable_grad,
  exp,
  exp_,
  flatten,
  float32,
  from_numpy,
  full,
  functional as F,
  Generator,
  hardshrink,
  initial_seed,
  int64,
  is_grad_enabled,
  isTensor as is_tensor,
  linspace,
  logspace,
  log_softmax,
  Module,
  manual_seed,
  matmul,
  max,
  mean,
  min,
  mm,
  mul,
  mv,
  narrow,
  neg,
  nn,
  no_grad,
  normal,
  numel,
  ones,
  ones_like,
  outer,
  optim,
  permute,
  prelu,
  rand,
  rand_like,
  randn,
  randn_like,
  reciprocal,
  relu,
  relu_,
  reshape,
  rrelu,
  rrelu_,
  rsub,
  Size,
  seed,
  select,
  selu,
  selu_,
  set_grad_enabled,
  set_printoptions,
  sigmoid,
  sigmoid_,
  softmax,
  squeeze,
  std,
  sub,
  sum,
  Tensor,
  t,
  tanh,
  tanh_,
  tensor,
  threshold,
  threshold_,
  transpose,
  unbind,
  unsqueeze,
  utils,
  variance as var,
  zeros,
  zeros_like,
};
