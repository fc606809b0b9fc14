// Everything PyTorch calls torch.something, by name and together as the default export; the kernels are injected by the entries.
// biome-ignore-all assist/source/organizeImports: the order decides what a bundle compresses to. random.js and nn.js before the
// rest save 140 bytes.
import { available } from '../core/kernels.js';
import { isTensor } from './storage/base.js';
import { namespace } from './arguments/namespace.js';
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
import * as comparisons from './operations/comparisons.js';
import * as pointwise from './operations/pointwise.js';
import { autograd } from './autograd/grad.js';
import { bincount, histc } from './operations/counting.js';
import { diag, tril, triu } from './operations/triangles.js';
import { as_tensor, full_like } from './tensor/conversions.js';
import * as folds from './operations/folds.js';
import { cat, chunk, concat, concatenate, flip, hstack, roll, split, stack, vstack } from './operations/joins.js';
import { eye, randint, randperm } from './operations/random_integers.js';
import { gather, index_select, masked_fill, masked_select, nonzero } from './operations/selecting.js';
import * as sorting from './operations/sorting.js';
import { clamp, floor_divide, fmod, maximum, minimum, pow, remainder, where } from './operations/powers.js';
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
import { add, div, mul, neg, reciprocal, rsub, sub } from './operations/arithmetic.js';
import { addmm } from './operations/addmm.js';
import { matmul } from './operations/matmul.js';
import { bmm, dot, mm, mv, outer } from './operations/products.js';
import { torchFunctions } from './activations/functional.js';
import { functional } from './nn/nn_functional.js';
import { optim } from './optim/optim.js';
import { utils } from './data/utils.js';
import { bernoulli, normal } from './tensor/drawn.js';
import { arange, linspace } from './tensor/ranges.js';
import { from_numpy, tensor } from './storage/data.js';
import {
  empty,
  empty_like,
  full,
  initial_seed,
  manual_seed,
  ones,
  ones_like,
  rand,
  rand_like,
  randn,
  randn_like,
  seed,
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

const torch = namespace('torch', {
  ...dtypesByName,
  ...comparisons,
  ...pointwise,
  ...folds,
  ...sorting,
  as_tensor,
  autograd,
  bincount,
  diag,
  full_like,
  histc,
  inference_mode: no_grad,
  tril,
  triu,
  cat,
  chunk,
  clamp,
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
  floor_divide,
  fmod,
  get_default_dtype,
  maximum,
  minimum,
  pow,
  remainder,
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
  div,
  dot,
  dtype: DType,
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
});

export default torch;
export * from '../core/errors.js';
export { as_tensor, autograd, bincount, diag, full_like, histc, no_grad as inference_mode, tril, triu };
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
} from './operations/comparisons.js';
export {
  all,
  allclose,
  amax,
  amin,
  any,
  argmax,
  argmin,
  count_nonzero,
  cumsum,
  equal,
  isclose,
  logsumexp,
  median,
  norm,
  prod,
} from './operations/folds.js';
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
} from './operations/pointwise.js';
export { argsort, sort, topk } from './operations/sorting.js';

export {
  bool,
  cat,
  chunk,
  clamp,
  concat,
  concatenate,
  eye,
  flip,
  float64,
  floor_divide,
  fmod,
  gather,
  get_default_dtype,
  hstack,
  index_select,
  int32,
  masked_fill,
  masked_select,
  maximum,
  minimum,
  nonzero,
  pow,
  randint,
  randperm,
  remainder,
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
  div,
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
