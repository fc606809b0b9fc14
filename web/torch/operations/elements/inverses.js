// More functions of each element: the inverse ones of angles, exp2, erfc, sinc, frac, degrees, logit, nan_to_num, and where they are defined.

import { NotImplementedError } from '../../../core/errors.js';
import { erf } from '../../../core/kernels.js';
import { native } from '../../arguments/native.js';
import { record } from '../../autograd/graph.js';
import { bool, float32 } from '../../storage/dtype.js';
import { into } from '../filling/filling.js';
import { add, div, mul, neg, rsub, sub } from '../two_operands/arithmetic.js';
import { eq, ge, isfinite, le, logical_and, logical_not } from '../two_operands/comparisons.js';
import { zeroWhere } from './choice.js';
import { outOfPlace, pair } from './pairs.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('./pairs.js').Pointwise} Pointwise
 * @typedef {import('./pairs.js').InPlace} InPlace
 */

/** @param {Tensor} x */
const square = (x) => mul(x, x);
/** A gradient divided by the root of a square. @param {Tensor} grad @param {Tensor} squared */
const byRoot = (grad, squared) => mul(grad, /** @type {any} */ (squared).rsqrt());

/** @param {string} name @param {(x: number) => number} ofFloat @param {(grad: Tensor, x: Tensor) => Tensor} gradient @param {object} [more] */
const ofInput = (name, ofFloat, gradient, more) => pair(name, { ofFloat, saves: 'x', gradient, ...more });

/** @param {string} name */
const barred = (name) => ({ barred: `inplace version of ${name}` });

const acosForms = /* @__PURE__ */ ofInput('acos', Math.acos, (grad, x) => neg(byRoot(grad, rsub(square(x), 1))));
/** The angle of a cosine. @type {Pointwise} @example torch.acos(torch.tensor([1, 0])) // tensor([0.0000, 1.5708]) */
export const acos = acosForms[0];
/** `acos`, in place. @type {InPlace} @example torch.acos_(torch.tensor([1, 0])) // tensor([0.0000, 1.5708]) */
export const acos_ = acosForms[1];
const asinForms = /* @__PURE__ */ ofInput('asin', Math.asin, (grad, x) => byRoot(grad, rsub(square(x), 1)));
/** The angle of a sine. @type {Pointwise} @example torch.asin(torch.tensor([0, 1])) // tensor([0.0000, 1.5708]) */
export const asin = asinForms[0];
/** `asin`, in place. @type {InPlace} @example torch.asin_(torch.tensor([0, 1])) // tensor([0.0000, 1.5708]) */
export const asin_ = asinForms[1];
const acoshForms = /* @__PURE__ */ ofInput(
  'acosh',
  Math.acosh,
  (grad, x) => byRoot(grad, sub(square(x), 1)),
  barred('acosh'),
);
/** The inverse of cosh. @type {Pointwise} @example torch.acosh(torch.tensor([1, 2])) // tensor([0.0000, 1.3170]) */
export const acosh = acoshForms[0];
/** `acosh`, in place. @type {InPlace} @example torch.acosh_(torch.tensor([1, 2])) // tensor([0.0000, 1.3170]) */
export const acosh_ = acoshForms[1];
const asinhForms = /* @__PURE__ */ ofInput(
  'asinh',
  Math.asinh,
  (grad, x) => byRoot(grad, add(square(x), 1)),
  barred('asinh'),
);
/** The inverse of sinh. @type {Pointwise} @example torch.asinh(torch.tensor([0, 1])) // tensor([0.0000, 0.8814]) */
export const asinh = asinhForms[0];
/** `asinh`, in place. @type {InPlace} @example torch.asinh_(torch.tensor([0, 1])) // tensor([0.0000, 0.8814]) */
export const asinh_ = asinhForms[1];
const atanhForms = /* @__PURE__ */ ofInput(
  'atanh',
  Math.atanh,
  (grad, x) => div(grad, rsub(square(x), 1)),
  barred('atanh'),
);
/** The inverse of tanh. @type {Pointwise} @example torch.atanh(torch.tensor([0, 0.5])) // tensor([0.0000, 0.5493]) */
export const atanh = atanhForms[0];
/** `atanh`, in place. @type {InPlace} @example torch.atanh_(torch.tensor([0, 0.5])) // tensor([0.0000, 0.5493]) */
export const atanh_ = atanhForms[1];

const exp2Forms = /* @__PURE__ */ pair('exp2', {
  ofFloat: (x) => 2 ** x,
  saves: 'y',
  gradient: (grad, y) => mul(mul(grad, y), Math.LN2),
});
/** 2 to a power. @type {Pointwise} @example torch.exp2(torch.tensor([0, 3])) // tensor([1., 8.]) */
export const exp2 = exp2Forms[0];
/** `exp2`, in place. @type {InPlace} @example torch.exp2_(torch.tensor([0, 3])) // tensor([1., 8.]) */
export const exp2_ = exp2Forms[1];

/** 1 - erf(x); its tail by Laplace's continued fraction, from within. @param {number} x */
function complement(x) {
  if (!(x > 2)) return 1 - erf(x);
  let fraction = 0;
  for (let n = 120; n > 0; n--) fraction = n / 2 / (x + fraction);
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * (x + fraction));
}
const erfcForms = /* @__PURE__ */ ofInput('erfc', complement, (grad, x) =>
  mul(mul(grad, -2 / Math.sqrt(Math.PI)), neg(square(x)).exp()),
);
/** 1 - erf(x), exact in its tail. @type {Pointwise} @example torch.erfc(torch.tensor([0, 1])) // tensor([1.0000, 0.1573]) */
export const erfc = erfcForms[0];
/** `erfc`, in place. @type {InPlace} @example torch.erfc_(torch.tensor([0, 1])) // tensor([1.0000, 0.1573]) */
export const erfc_ = erfcForms[1];

/** The first guess, by rational functions: aten/src/ATen/native/Math.h, calc_erfinv. @param {number} y in (-1, 1) */
function roughErfinv(y) {
  const size = Math.abs(y);
  if (size <= 0.7) {
    const z = y * y;
    const over = ((-0.140543331 * z + 0.914624893) * z - 1.645349621) * z + 0.886226899;
    return (y * over) / ((((0.012229801 * z - 0.329097515) * z + 1.442710462) * z - 2.118377725) * z + 1);
  }
  const z = Math.sqrt(-Math.log((1 - size) / 2));
  const over = ((1.641345311 * z + 3.429567803) * z - 1.624906493) * z - 1.970840454;
  return (Math.sign(y) * over) / ((1.6370678 * z + 3.5438892) * z + 1);
}
/** Made exact by Newton's steps. @param {number} y */
function inverseErf(y) {
  if (Math.abs(y) >= 1) return Math.abs(y) === 1 ? y * Number.POSITIVE_INFINITY : Number.NaN;
  let x = roughErfinv(y);
  for (let step = 0; step < 2; step++) {
    const error = y > 0 ? 1 - y - complement(x) : complement(-x) - (1 + y);
    x += (error * -Math.sqrt(Math.PI)) / 2 / Math.exp(-x * x);
  }
  return x;
}
const erfinvForms = /* @__PURE__ */ pair('erfinv', {
  ofFloat: inverseErf,
  saves: 'y',
  gradient: (grad, y) => mul(mul(/** @type {any} */ (square(y)).exp(), Math.sqrt(Math.PI) / 2), grad),
});
/** The inverse of erf. @type {Pointwise} @example torch.erfinv(torch.tensor([0, 0.5])) // tensor([0.0000, 0.4769]) */
export const erfinv = erfinvForms[0];
/** `erfinv`, in place. @type {InPlace} @example torch.erfinv_(torch.tensor([0, 0.5])) // tensor([0.0000, 0.4769]) */
export const erfinv_ = erfinvForms[1];

/** @param {number} angle */
const ratio = (angle) => Math.sin(angle) / angle;
const sincForms = /* @__PURE__ */ ofInput(
  'sinc',
  (x) => {
    const angle = Math.fround(Math.fround(Math.PI) * x);
    return x === 0 ? 1 : Math.fround(Math.sin(angle)) / angle;
  },
  (grad, x) => {
    const angle = mul(x, Math.PI);
    const slope = sub(mul(angle, /** @type {any} */ (angle).cos()), /** @type {any} */ (angle).sin());
    return zeroWhere(eq(x, 0), mul(grad, div(slope, mul(angle, x))));
  },
  { ofDouble: (/** @type {number} */ x) => (x === 0 ? 1 : ratio(Math.PI * x)) },
);
/** sin(πx) / πx, 1 at 0. @type {Pointwise} @example torch.sinc(torch.tensor([0, 0.5])) // tensor([1.0000, 0.6366]) */
export const sinc = sincForms[0];
/** `sinc`, in place. @type {InPlace} @example torch.sinc_(torch.tensor([0, 0.5])) // tensor([1.0000, 0.6366]) */
export const sinc_ = sincForms[1];
const fracForms = /* @__PURE__ */ pair('frac', {
  ofFloat: (x) => x - Math.trunc(x),
  floats: 'frac_cpu',
  gradient: (grad) => grad,
});
/** The fraction, with the number's sign. @type {Pointwise} @example torch.frac(torch.tensor([1.5, -1.5])) // tensor([ 0.5000, -0.5000]) */
export const frac = fracForms[0];
/** `frac`, in place. @type {InPlace} @example torch.frac_(torch.tensor([1.5, -1.5])) // tensor([ 0.5000, -0.5000]) */
export const frac_ = fracForms[1];

/** @param {string} name @param {string} node @param {number} factor */
const scaling = (name, node, factor) =>
  pair(name, { node, ofFloat: (x) => x * factor, gradient: (grad) => mul(grad, factor) });
const deg2radForms = /* @__PURE__ */ scaling('deg2rad', 'Deg2RadBackward0', Math.PI / 180);
/** Degrees as radians. @type {Pointwise} @example torch.deg2rad(torch.tensor([180])) // tensor([3.1416]) */
export const deg2rad = deg2radForms[0];
/** `deg2rad`, in place. @type {InPlace} @example torch.deg2rad_(torch.tensor([180])) // tensor([3.1416]) */
export const deg2rad_ = deg2radForms[1];
const rad2degForms = /* @__PURE__ */ scaling('rad2deg', 'Rad2DegBackward0', 180 / Math.PI);
/** Radians as degrees. @type {Pointwise} @example torch.rad2deg(torch.tensor([Math.PI])) // tensor([180.]) */
export const rad2deg = rad2degForms[0];
/** `rad2deg`, in place. @type {InPlace} @example torch.rad2deg_(torch.tensor([Math.PI])) // tensor([180.]) */
export const rad2deg_ = rad2degForms[1];

/**
 * log(x / (1 - x)), of x kept within [eps, 1 - eps] where eps is given.
 * @type {((input: Tensor, eps?: number | object | null) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.logit(torch.tensor([0.5, 0.9])) // tensor([0.0000, 2.1972])
 */
export const logit = /* @__PURE__ */ native(
  'logit(Tensor input, float eps=None, *, Tensor out=None)',
  (x, given, out) => {
    const eps = given !== null && given >= 0 ? given : null;
    const fit = x.dtype === float32 ? Math.fround : Number;
    const [low, high] = eps === null ? [0, 1] : [fit(eps), fit(1 - fit(eps))];
    const within = (/** @type {number} */ v) =>
      eps === null || Number.isNaN(v) ? v : v < low ? low : v > high ? high : v;
    return outOfPlace(
      {
        name: 'logit',
        node: 'LogitBackward0',
        ofFloat: (v) => Math.log(fit(within(v) / fit(1 - within(v)))),
        saves: 'x',
        gradient: (grad, y) => {
          const slope = div(grad, mul(y, rsub(y, 1)));
          const isInside = logical_and(ge(y, low), le(y, high));
          return eps === null
            ? /** @type {any} */ (zeroWhere(logical_not(isInside), slope).add(zeroWhere(isInside, mul(y, Number.NaN))))
            : zeroWhere(logical_not(isInside), slope);
        },
      },
      x,
      out ?? null,
    );
  },
);

/**
 * nan as a number (0), the infinite ones as others (the largest and the least of the dtype).
 * @type {((input: Tensor, nan?: number | object | null, posinf?: number | null, neginf?: number | null) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.nan_to_num(torch.tensor([1, NaN])) // tensor([1., 0.])
 */
export const nan_to_num = /* @__PURE__ */ native(
  'nan_to_num(Tensor input, float nan=None, float posinf=None, float neginf=None, *, Tensor out=None)',
  (x, nan, posinf, neginf, out = null) => {
    const most = x.dtype === float32 ? 3.4028234663852886e38 : Number.MAX_VALUE;
    const f = (/** @type {number} */ v) =>
      Number.isNaN(v) ? (nan ?? 0) : v === Infinity ? (posinf ?? most) : v === -Infinity ? (neginf ?? -most) : v;
    const facts = { name: 'nan_to_num', node: 'NanToNumBackward0', ofFloat: f, ofWhole: (/** @type {any} */ v) => v };
    return outOfPlace(
      { ...facts, saves: 'x', gradient: (grad, y) => zeroWhere(logical_not(isfinite(y)), grad) },
      x,
      out,
    );
  },
);

/** The number itself: Python's `+x`. @type {((input: Tensor) => Tensor) & import('../../arguments/native.js').Method<Tensor>} @example torch.positive(torch.tensor([1, -2])) // tensor([ 1., -2.]) */
export const positive = /* @__PURE__ */ native('positive(Tensor input)', (x) => {
  if (x.dtype === bool) throw new NotImplementedError('The `+` operator, on a bool tensor is not supported.');
  return x;
});

/** -1, 0 or 1: `sign` of real numbers. @type {Pointwise} @example torch.sgn(torch.tensor([3, -2])) // tensor([ 1., -1.]) */
export const sgn = /* @__PURE__ */ native('sgn(Tensor input, *, Tensor out=None)', (x, out = null) => {
  const result = /** @type {any} */ (x.detach()).sign();
  if (out !== null) return into(out, 'sgn', result, [x]);
  return record(result, { name: 'SgnBackward0', inputs: [x], backward: (grad) => [mul(grad, 0)] });
});

/** @param {string} name @param {(x: number) => boolean} holds @returns {Pointwise} */
const truthOf = (name, holds) =>
  native(`${name}(Tensor input, *, Tensor out=None)`, (x, out = null) => {
    const values = Array.from(/** @type {any} */ (x.contiguous().numpy({ force: true })), (v) =>
      Number(holds(Number(v))),
    );
    const result = /** @type {any} */ (x.new_empty([...x.shape], { dtype: bool }));
    result.storage.array.set(values);
    return into(out, name, result, []);
  });
/** Whether the sign is a minus, that of -0 too. @type {Pointwise} @example torch.signbit(torch.tensor([-1, 0, 1])) // tensor([ True, False, False]) */
export const signbit = /* @__PURE__ */ truthOf('signbit', (x) => x < 0 || Object.is(x, -0));
/** Whether elements are +inf. @type {Pointwise} @example torch.isposinf(torch.tensor([1, Infinity])) // tensor([False,  True]) */
export const isposinf = /* @__PURE__ */ truthOf('isposinf', (x) => x === Number.POSITIVE_INFINITY);
/** Whether elements are -inf. @type {Pointwise} @example torch.isneginf(torch.tensor([1, -Infinity])) // tensor([False,  True]) */
export const isneginf = /* @__PURE__ */ truthOf('isneginf', (x) => x === Number.NEGATIVE_INFINITY);
