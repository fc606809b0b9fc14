// Functions of each element: abs, sign, log, sqrt, sin, round and their family, out of place and in place, each with its gradient.

import { NotImplementedError } from '../../../core/errors.js';
import { erf as errorFunction } from '../../../core/kernels.js';
import { rounded } from '../../../core/numbers/float.js';
import { native } from '../../arguments/native.js';
import { checkOverlap } from '../../autograd/inplace.js';
import { bool, float32, int64, kFloating } from '../../storage/dtype.js';
import { checkCast } from '../filling/outputs.js';
import { div, mul, neg } from '../two_operands/arithmetic.js';
import { cast } from './casting.js';
import { inPlace, outOfPlace, pair, zeros } from './pairs.js';
import { cosine, sine } from './sines.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('./pairs.js').Pointed} Pointed
 * @typedef {import('./pairs.js').Pointwise} Pointwise
 * @typedef {import('./pairs.js').InPlace} InPlace
 */

const same = (/** @type {any} */ x) => x;

/** The sign of a number: -1, 0, 1, nan. @param {number} x */
const signOf = (x) => (x > 0 ? 1 : x < 0 ? -1 : Number.isNaN(x) ? 0 : 0);

/** @param {any} x a BigInt or a number */
const magnitude = (x) => (x < 0 ? -x : x);
/** @param {any} x a BigInt or a number */
const wholeSign = (x) => (typeof x === 'bigint' ? (x > 0n ? 1n : x < 0n ? -1n : 0n) : Math.sign(x));

const absForms = /* @__PURE__ */ pair('abs', {
  ofFloat: Math.abs,
  kernel: 'abs',
  ofWhole: magnitude,
  bools: '"abs_cpu" not implemented for \'Bool\'',
  saves: 'x',
  gradient: (grad, x) => mul(grad, sign(x)),
});
/** The absolute value. @type {Pointwise} @example torch.abs(torch.tensor([1, -2])) // tensor([1., 2.]) */
export const abs = absForms[0];
/** `abs`, in place. @type {InPlace} @example torch.abs_(torch.tensor([1, -2])) // tensor([1., 2.]) */
export const abs_ = absForms[1];
const signForms = /* @__PURE__ */ pair('sign', { ofFloat: signOf, ofWhole: wholeSign, gradient: zeros });
/** -1, 0 or 1. @type {Pointwise} @example torch.sign(torch.tensor([3, -2])) // tensor([ 1., -1.]) */
export const sign = signForms[0];
/** `sign`, in place. @type {InPlace} @example torch.sign_(torch.tensor([3, -2])) // tensor([ 1., -1.]) */
export const sign_ = signForms[1];
const floorForms = /* @__PURE__ */ pair('floor', {
  ofFloat: Math.floor,
  ofWhole: same,
  bools: '"floor_vml_cpu" not implemented for \'Bool\'',
  gradient: zeros,
});
/** The largest whole number that is not above. @type {Pointwise} @example torch.floor(torch.tensor([1.5, -1.5])) // tensor([ 1., -2.]) */
export const floor = floorForms[0];
/** `floor`, in place. @type {InPlace} @example torch.floor_(torch.tensor([1.5, -1.5])) // tensor([ 1., -2.]) */
export const floor_ = floorForms[1];
const ceilForms = /* @__PURE__ */ pair('ceil', {
  ofFloat: Math.ceil,
  ofWhole: same,
  bools: '"ceil_vml_cpu" not implemented for \'Bool\'',
  gradient: zeros,
});
/** The least whole number that is not below. @type {Pointwise} @example torch.ceil(torch.tensor([1.5, -1.5])) // tensor([ 2., -1.]) */
export const ceil = ceilForms[0];
/** `ceil`, in place. @type {InPlace} @example torch.ceil_(torch.tensor([1.5, -1.5])) // tensor([ 2., -1.]) */
export const ceil_ = ceilForms[1];
const truncForms = /* @__PURE__ */ pair('trunc', {
  ofFloat: Math.trunc,
  ofWhole: same,
  bools: '"trunc_vml_cpu" not implemented for \'Bool\'',
  gradient: zeros,
});
/** Without the fraction. @type {Pointwise} @example torch.trunc(torch.tensor([1.5, -1.5])) // tensor([ 1., -1.]) */
export const trunc = truncForms[0];
/** `trunc`, in place. @type {InPlace} @example torch.trunc_(torch.tensor([1.5, -1.5])) // tensor([ 1., -1.]) */
export const trunc_ = truncForms[1];
const logForms = /* @__PURE__ */ pair('log', {
  ofFloat: Math.log,
  saves: 'x',
  gradient: (grad, x) => div(grad, x),
});
/** The natural logarithm. @type {Pointwise} @example torch.log(torch.tensor([1, 2])) // tensor([0.0000, 0.6931]) */
export const log = logForms[0];
/** `log`, in place. @type {InPlace} @example torch.log_(torch.tensor([1, 2])) // tensor([0.0000, 0.6931]) */
export const log_ = logForms[1];
const log2Forms = /* @__PURE__ */ pair('log2', {
  ofFloat: Math.log2,
  saves: 'x',
  gradient: (grad, x) => div(grad, mul(x, Math.LN2)),
});
/** The logarithm to base 2. @type {Pointwise} @example torch.log2(torch.tensor([1, 8])) // tensor([0., 3.]) */
export const log2 = log2Forms[0];
/** `log2`, in place. @type {InPlace} @example torch.log2_(torch.tensor([1, 8])) // tensor([0., 3.]) */
export const log2_ = log2Forms[1];
const log10Forms = /* @__PURE__ */ pair('log10', {
  ofFloat: Math.log10,
  saves: 'x',
  gradient: (grad, x) => div(grad, mul(x, Math.LN10)),
});
/** The logarithm to base 10. @type {Pointwise} @example torch.log10(torch.tensor([1, 100])) // tensor([0., 2.]) */
export const log10 = log10Forms[0];
/** `log10`, in place. @type {InPlace} @example torch.log10_(torch.tensor([1, 100])) // tensor([0., 2.]) */
export const log10_ = log10Forms[1];
const log1pForms = /* @__PURE__ */ pair('log1p', {
  node: 'Log1PBackward0',
  ofFloat: Math.log1p,
  saves: 'x',
  gradient: (grad, x) => div(grad, x.add(1)),
});
/** log(1 + x), exact near 0. @type {Pointwise} @example torch.log1p(torch.tensor([0, 1])) // tensor([0.0000, 0.6931]) */
export const log1p = log1pForms[0];
/** `log1p`, in place. @type {InPlace} @example torch.log1p_(torch.tensor([0, 1])) // tensor([0.0000, 0.6931]) */
export const log1p_ = log1pForms[1];
const expm1Forms = /* @__PURE__ */ pair('expm1', {
  ofFloat: Math.expm1,
  saves: 'y',
  gradient: (grad, y) => mul(grad, y.add(1)),
});
/** exp(x) - 1, exact near 0. @type {Pointwise} @example torch.expm1(torch.tensor([0, 1])) // tensor([0.0000, 1.7183]) */
export const expm1 = expm1Forms[0];
/** `expm1`, in place. @type {InPlace} @example torch.expm1_(torch.tensor([0, 1])) // tensor([0.0000, 1.7183]) */
export const expm1_ = expm1Forms[1];
const sqrtForms = /* @__PURE__ */ pair('sqrt', {
  ofFloat: Math.sqrt,
  kernel: 'sqrt',
  saves: 'y',
  gradient: (grad, y) => div(grad, mul(y, 2)),
});
/** The square root. @type {Pointwise} @example torch.sqrt(torch.tensor([4, 2])) // tensor([2.0000, 1.4142]) */
export const sqrt = sqrtForms[0];
/** `sqrt`, in place. @type {InPlace} @example torch.sqrt_(torch.tensor([4, 2])) // tensor([2.0000, 1.4142]) */
export const sqrt_ = sqrtForms[1];
const rsqrtForms = /* @__PURE__ */ pair('rsqrt', {
  ofFloat: (x) => 1 / Math.fround(Math.sqrt(x)),
  ofDouble: (x) => 1 / Math.sqrt(x),
  saves: 'y',
  gradient: (grad, y) => mul(mul(grad, -0.5), mul(mul(y, y), y)),
});
/** 1 / √x. @type {Pointwise} @example torch.rsqrt(torch.tensor([4, 1])) // tensor([0.5000, 1.0000]) */
export const rsqrt = rsqrtForms[0];
/** `rsqrt`, in place. @type {InPlace} @example torch.rsqrt_(torch.tensor([4, 1])) // tensor([0.5000, 1.0000]) */
export const rsqrt_ = rsqrtForms[1];
const sinForms = /* @__PURE__ */ pair('sin', {
  ofFloat: sine,
  ofDouble: Math.sin,
  saves: 'x',
  gradient: (grad, x) => mul(grad, cos(x)),
});
/** The sine. @type {Pointwise} @example torch.sin(torch.tensor([0, 1])) // tensor([0.0000, 0.8415]) */
export const sin = sinForms[0];
/** `sin`, in place. @type {InPlace} @example torch.sin_(torch.tensor([0, 1])) // tensor([0.0000, 0.8415]) */
export const sin_ = sinForms[1];
const cosForms = /* @__PURE__ */ pair('cos', {
  ofFloat: cosine,
  ofDouble: Math.cos,
  saves: 'x',
  gradient: (grad, x) => mul(grad, neg(sin(x))),
});
/** The cosine. @type {Pointwise} @example torch.cos(torch.tensor([0, 1])) // tensor([1.0000, 0.5403]) */
export const cos = cosForms[0];
/** `cos`, in place. @type {InPlace} @example torch.cos_(torch.tensor([0, 1])) // tensor([1.0000, 0.5403]) */
export const cos_ = cosForms[1];
const tanForms = /* @__PURE__ */ pair('tan', {
  ofFloat: Math.tan,
  saves: 'y',
  gradient: (grad, y) => mul(grad, mul(y, y).add(1)),
});
/** The tangent. @type {Pointwise} @example torch.tan(torch.tensor([0, 1])) // tensor([0.0000, 1.5574]) */
export const tan = tanForms[0];
/** `tan`, in place. @type {InPlace} @example torch.tan_(torch.tensor([0, 1])) // tensor([0.0000, 1.5574]) */
export const tan_ = tanForms[1];
const atanForms = /* @__PURE__ */ pair('atan', {
  ofFloat: Math.atan,
  saves: 'x',
  gradient: (grad, x) => div(grad, mul(x, x).add(1)),
});
/** The angle of a tangent. @type {Pointwise} @example torch.atan(torch.tensor([0, 1])) // tensor([0.0000, 0.7854]) */
export const atan = atanForms[0];
/** `atan`, in place. @type {InPlace} @example torch.atan_(torch.tensor([0, 1])) // tensor([0.0000, 0.7854]) */
export const atan_ = atanForms[1];
const sinhForms = /* @__PURE__ */ pair('sinh', {
  ofFloat: Math.sinh,
  saves: 'x',
  gradient: (grad, x) => mul(grad, cosh(x)),
});
/** The hyperbolic sine. @type {Pointwise} @example torch.sinh(torch.tensor([0, 1])) // tensor([0.0000, 1.1752]) */
export const sinh = sinhForms[0];
/** `sinh`, in place. @type {InPlace} @example torch.sinh_(torch.tensor([0, 1])) // tensor([0.0000, 1.1752]) */
export const sinh_ = sinhForms[1];
const coshForms = /* @__PURE__ */ pair('cosh', {
  ofFloat: Math.cosh,
  saves: 'x',
  gradient: (grad, x) => mul(grad, sinh(x)),
});
/** The hyperbolic cosine. @type {Pointwise} @example torch.cosh(torch.tensor([0, 1])) // tensor([1.0000, 1.5431]) */
export const cosh = coshForms[0];
/** `cosh`, in place. @type {InPlace} @example torch.cosh_(torch.tensor([0, 1])) // tensor([1.0000, 1.5431]) */
export const cosh_ = coshForms[1];

const erfForms = /* @__PURE__ */ pair('erf', {
  ofFloat: errorFunction,
  saves: 'x',
  gradient: (grad, x) => mul(mul(grad, 2 / Math.sqrt(Math.PI)), neg(mul(x, x)).exp()),
});
/** The error function. @type {Pointwise} @example torch.erf(torch.tensor([0, 1])) // tensor([0.0000, 0.8427]) */
export const erf = erfForms[0];
/** `erf`, in place. @type {InPlace} @example torch.erf_(torch.tensor([0, 1])) // tensor([0.0000, 0.8427]) */
export const erf_ = erfForms[1];

const roundFact = {
  name: 'round',
  node: 'RoundBackward0',
  ofFloat: rounded,
  ofWhole: same,
  bools: '"round_vml_cpu" not implemented for \'Bool\'',
  gradient: zeros,
};

/**
 * To the nearest whole number, half to the even one; or to so many decimals.
 * @type {((input: Tensor, options?: { decimals?: number, out?: Tensor }) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.round(torch.tensor([0.5, 1.5, -1.2])) // tensor([ 0.,  2., -1.])
 */
export const round = /* @__PURE__ */ native(
  ['round(Tensor input, *, Tensor out=None)', 'round(Tensor input, *, int decimals, Tensor out=None)'],
  (x, out = null) => outOfPlace(roundFact, x, out),
  (x, decimals, out = null) => outOfPlace(toDecimals(x, decimals), x, out),
);
/** `round`, in place. @type {InPlace} @example torch.round_(torch.tensor([1.6])) // tensor([2.]) */
export const round_ = /* @__PURE__ */ native(
  ['round_(Tensor input)', 'round_(Tensor input, *, int decimals)'],
  (x) => inPlace(roundFact, x),
  (x, decimals) => inPlace(toDecimals(x, decimals), x),
);

/** PyTorch scales, rounds and scales back, in the dtype's own arithmetic. @param {Tensor} x @param {number} decimals @returns {Pointed} */
function toDecimals({ dtype }, decimals) {
  if (decimals === 0) return roundFact;
  if (dtype.kind !== kFloating) throw new NotImplementedError(`"round_cpu" not implemented for '${dtype.short}'`);
  const fit = dtype === float32 ? Math.fround : same;
  const factor = fit(10 ** Math.abs(decimals));
  return {
    ...roundFact,
    node: 'RoundBackward1',
    ofFloat: (v) => (decimals > 0 ? fit(rounded(fit(v * factor))) / factor : fit(rounded(fit(v / factor))) * factor),
    ofWhole: undefined,
  };
}

/**
 * x², as a product.
 * @type {Pointwise}
 * @example torch.square(torch.tensor([3, -2])) // tensor([9., 4.])
 */
export const square = /* @__PURE__ */ native('square(Tensor input, *, Tensor out=None)', (x, out = null) =>
  outOfPlace(squareFact, x.dtype === bool ? cast(x, int64) : x, out),
);
/** `square`, in place. @type {InPlace} @example torch.square_(torch.tensor([3])) // tensor([9.]) */
export const square_ = /* @__PURE__ */ native('square_(Tensor input)', (x) => {
  if (x.dtype === bool) {
    checkOverlap(x);
    checkCast(int64, bool);
  }
  return inPlace(squareFact, x);
});

/** @type {Pointed} */
const squareFact = {
  name: 'square',
  node: 'PowBackward0',
  ofFloat: (x) => x * x,
  kernel: 'square',
  ofWhole: (x) => x * x,
  saves: 'x',
  gradient: (grad, x) => mul(grad, mul(x, 2)),
};
