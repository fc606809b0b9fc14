// Other names that PyTorch has for what has one, or NumPy's: multiply, subtract, divide, absolute, greater, clip, swapaxes.

import { native, renamed } from '../../arguments/native.js';
import { transpose } from '../../tensor/functions.js';
import { clamp } from '../elements/bounds.js';
import { acos, acosh, asin, asinh, atanh } from '../elements/inverses.js';
import { abs, atan, trunc } from '../elements/pointwise.js';
import { into } from '../filling/filling.js';
import { dot, outer } from '../products/products.js';
import { movedim } from '../shapes/shapes.js';
import { mul, neg, sub, div as trueDivide } from './arithmetic.js';
import { ge, gt, le, lt, ne } from './comparisons.js';
import { atan2 } from './partners.js';
import { div } from './quotients.js';

/** @typedef {import('../../tensor/tensor.js').Tensor} Tensor */

/** Another name of `abs`. @type {typeof abs} @example torch.absolute(torch.tensor([-1])) // … */
export const absolute = /* @__PURE__ */ renamed(abs, 'absolute');
/** Another name of `atan`. @type {typeof atan} @example torch.arctan(torch.tensor([0])) // … */
export const arctan = /* @__PURE__ */ renamed(atan, 'arctan');
/** Another name of `acos`. @type {typeof acos} @example torch.arccos(torch.tensor([1])) // … */
export const arccos = /* @__PURE__ */ renamed(acos, 'arccos');
/** Another name of `asin`. @type {typeof asin} @example torch.arcsin(torch.tensor([0])) // … */
export const arcsin = /* @__PURE__ */ renamed(asin, 'arcsin');
/** Another name of `acosh`. @type {typeof acosh} @example torch.arccosh(torch.tensor([1])) // … */
export const arccosh = /* @__PURE__ */ renamed(acosh, 'arccosh');
/** Another name of `asinh`. @type {typeof asinh} @example torch.arcsinh(torch.tensor([0])) // … */
export const arcsinh = /* @__PURE__ */ renamed(asinh, 'arcsinh');
/** Another name of `atanh`. @type {typeof atanh} @example torch.arctanh(torch.tensor([0])) // … */
export const arctanh = /* @__PURE__ */ renamed(atanh, 'arctanh');
/** Another name of `atan2`. @type {typeof atan2} @example torch.arctan2(torch.tensor([0]), torch.tensor([1])) // … */
export const arctan2 = /* @__PURE__ */ renamed(atan2, 'arctan2');
/** Another name of `trunc`. @type {typeof trunc} @example torch.fix(torch.tensor([1.5])) // … */
export const fix = /* @__PURE__ */ renamed(trunc, 'fix');
/** Another name of `neg`. @type {typeof neg} @example torch.negative(torch.tensor([1])) // … */
export const negative = /* @__PURE__ */ renamed(neg, 'negative');
/** Another name of `mul`. @type {typeof mul} @example torch.multiply(torch.tensor([2]), 3) // … */
export const multiply = /* @__PURE__ */ renamed(mul, 'multiply');
/** Another name of `sub`. @type {typeof sub} @example torch.subtract(torch.tensor([2]), 3) // … */
export const subtract = /* @__PURE__ */ renamed(sub, 'subtract');
/** Another name of `div`. @type {typeof div} @example torch.divide(torch.tensor([3]), 2) // … */
export const divide = /* @__PURE__ */ renamed(div, 'divide');
/** Another name of `div`. @type {typeof trueDivide} @example torch.true_divide(torch.tensor([3]), 2) // … */
export const true_divide = /* @__PURE__ */ renamed(trueDivide, 'true_divide');
/** Another name of `gt`. @type {typeof gt} @example torch.greater(torch.tensor([3]), 2) // … */
export const greater = /* @__PURE__ */ renamed(gt, 'greater');
/** Another name of `ge`. @type {typeof ge} @example torch.greater_equal(torch.tensor([3]), 2) // … */
export const greater_equal = /* @__PURE__ */ renamed(ge, 'greater_equal');
/** Another name of `lt`. @type {typeof lt} @example torch.less(torch.tensor([3]), 2) // … */
export const less = /* @__PURE__ */ renamed(lt, 'less');
/** Another name of `le`. @type {typeof le} @example torch.less_equal(torch.tensor([3]), 2) // … */
export const less_equal = /* @__PURE__ */ renamed(le, 'less_equal');
/** Another name of `ne`. @type {typeof ne} @example torch.not_equal(torch.tensor([3]), 2) // … */
export const not_equal = /* @__PURE__ */ renamed(ne, 'not_equal');
/** Another name of `clamp`. @type {typeof clamp} @example torch.clip(torch.tensor([3]), 0, 2) // … */
export const clip = /* @__PURE__ */ renamed(clamp, 'clip');
/** Another name of `transpose`. @type {typeof transpose} @example torch.swapaxes(torch.zeros(2, 3), 0, 1).shape // … */
export const swapaxes = /* @__PURE__ */ renamed(transpose, 'swapaxes');
/** Another name of `transpose`. @type {typeof transpose} @example torch.swapdims(torch.zeros(2, 3), 0, 1).shape // … */
export const swapdims = /* @__PURE__ */ renamed(transpose, 'swapdims');
/** Another name of `movedim`. @type {typeof movedim} @example torch.moveaxis(torch.zeros(2, 3), 0, 1).shape // … */
export const moveaxis = /* @__PURE__ */ renamed(movedim, 'moveaxis');
/** Another name of `outer`. @type {typeof outer} @example torch.ger(torch.ones(1), torch.ones(2)) // … */
export const ger = /* @__PURE__ */ renamed(outer, 'ger');
/** The product of two vectors: `dot` of real numbers. @type {((input: Tensor, other: Tensor) => Tensor) & import('../../arguments/native.js').Method<Tensor>} @example torch.vdot(torch.ones(2), torch.ones(2)) // … */
export const vdot = /* @__PURE__ */ native(
  'vdot(Tensor input, Tensor other, *, Tensor out=None)',
  (a, b, out = null) => {
    const result = into(out, 'vdot', dot(a, b), [a, b]);
    if (result.meta?.node && out === null) result.meta.node.label = 'VdotBackward0';
    return result;
  },
);
