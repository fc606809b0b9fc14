// Quotients in whole numbers and what they leave: remainder, fmod, floor_divide.

import { RuntimeError } from '../../../core/errors.js';
import { native } from '../../arguments/native.js';
import { isTensor } from '../../storage/base.js';
import { tensor } from '../../storage/data.js';
import { int64, kFloating } from '../../storage/dtype.js';
import { mul, neg, div as trueDivide } from './arithmetic.js';
import { binary, outOfPlace } from './operands.js';

/**
 * @typedef {import('./operands.js').Operation} Operation
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../storage/loops.js').Operand} Operand
 */

/** @param {number} x @param {number} y */
function floorMod(x, y) {
  const left = x % y;
  return left !== 0 && left < 0 !== y < 0 ? left + y : left;
}

/** Python's //, of floats: from the remainder, so that it fits it. Source: div_floor_floating in c10/util/BFloat16-math.h. @param {number} x @param {number} y */
function floorDivided(x, y) {
  if (y === 0) return x / y;
  const left = x % y;
  let quotient = (x - left) / y;
  if (left !== 0 && y < 0 !== left < 0) quotient -= 1;
  if (quotient === 0) return Object.is(x / y, -0) || x / y < 0 ? -0 : 0;
  const floored = Math.floor(quotient);
  return quotient - floored > 0.5 ? floored + 1 : floored;
}

const byZero = () => new RuntimeError('ZeroDivisionError');

/** @param {any} y */
function nonzero(y) {
  if (y === 0n || y === 0) throw byZero();
}

/** @param {bigint} x @param {bigint} y */
function wholeMod(x, y) {
  nonzero(y);
  const left = x % y;
  return left !== 0n && left < 0n !== y < 0n ? left + y : left;
}

/** @param {(x: number, y: number) => number} ofFloats @param {(x: bigint, y: bigint) => bigint} ofWhole @returns {Operation['of']} */
const wholeOr = (ofFloats, ofWhole) => (dtype) => {
  if (dtype === int64) return ofWhole;
  if (dtype.kind === kFloating) return ofFloats;
  return (/** @type {number} */ x, /** @type {number} */ y) => Number(ofWhole(BigInt(x), BigInt(y)));
};

/** @type {Operation} */
const remaining = {
  name: 'remainder',
  node: 'RemainderBackward1',
  bools: 'remainder_cpu',
  of: wholeOr(floorMod, wholeMod),
  gradients: (grad, a, b, _y, needs) => [
    needs[0] ? grad : null,
    needs[1] ? mul(neg(grad), outOfPlace(dividing, a, b)) : null,
  ],
};
/** Of a number, which PyTorch gives no gradients through. @type {Operation} */
const ofNumber = {
  ...remaining,
  node: 'NotImplemented',
  gradients: () => {
    throw new RuntimeError('derivative for aten::remainder is not implemented');
  },
};
/** What Python's % leaves: with the sign of the divisor. @example torch.remainder(torch.tensor([-3, 5]), 2) // tensor([1., 1.]) */
export const remainder = /* @__PURE__ */ native(
  [
    'remainder(Tensor input, Tensor other, *, Tensor out=None)',
    'remainder(Scalar self, Tensor other)',
    'remainder(Tensor input, Scalar other, *, Tensor out=None)',
  ],
  (a, b, out = null) => outOfPlace(remaining, a, b, out),
  (a, b) => outOfPlace(ofNumber, a, b),
  (a, b, out = null) => outOfPlace(remaining, a, b, out),
);

/** @type {Operation} */
const leaving = {
  name: 'fmod',
  node: 'FmodBackward1',
  bools: 'fmod_cpu',
  of: wholeOr(
    (x, y) => x % y,
    (x, y) => {
      nonzero(y);
      return x % y;
    },
  ),
  gradients: (grad, a, b, _y, needs) => [
    needs[0] ? grad : null,
    needs[1] ? mul(neg(grad), /** @type {any} */ (trueDivide(a, b)).trunc()) : null,
  ],
};
/** What C's fmod leaves: with the sign of the dividend. @example torch.fmod(torch.tensor([-3, 5]), 2) // tensor([-1.,  1.]) */
export const fmod = /* @__PURE__ */ binary('fmod', leaving);

/** @type {Operation} */
const dividing = {
  name: 'floor_divide',
  node: 'NotImplemented',
  bools: 'div_floor_cpu',
  of: wholeOr(floorDivided, (x, y) => {
    nonzero(y);
    const quotient = x / y;
    return x % y !== 0n && x < 0n !== y < 0n ? quotient - 1n : quotient;
  }),
  gradients: () => {
    throw new RuntimeError('derivative for aten::floor_divide is not implemented');
  },
};
/** Python's //: the quotient, floored. @example torch.floor_divide(torch.tensor([-3, 5]), 2) // tensor([-2.,  2.]) */
export const floor_divide = /* @__PURE__ */ native(
  [
    'floor_divide(Tensor|Scalar input, Tensor|Scalar other, *, Tensor out=None)',
    'floor_divide(Tensor input, Scalar other)',
  ],
  (a, b, out = null) => outOfPlace(dividing, isTensor(a) || isTensor(b) ? a : tensor(a), b, out),
);

/** The quotient cut to its whole part. */
const cut = wholeOr(
  (x, y) => Math.trunc(x / y),
  (x, y) => {
    nonzero(y);
    return x / y;
  },
);

/** @param {Operand} a @param {Operand} b @param {string | null} mode @param {Tensor | null} [out] */
function divided(a, b, mode, out = null) {
  if (mode === null) return trueDivide(a, b, ...(out ? [{ out }] : []));
  if (mode !== 'floor' && mode !== 'trunc') {
    throw new RuntimeError(`div expected rounding_mode to be one of None, 'trunc', or 'floor' but found '${mode}'`);
  }
  const of = mode === 'floor' ? dividing.of : cut;
  const step = { name: 'div', node: 'DivBackward2', bools: `div_${mode}_cpu`, of, gradients: flat };
  return outOfPlace(step, a, b, out);
}

/** @type {Operation['gradients']} */
const flat = (grad, _a, _b, _y, needs) => needs.map((need) => (need ? mul(grad, 0) : null));

/**
 * `input / other`, with broadcasting; `rounding_mode: 'floor'` rounds down, 'trunc' to zero.
 * @type {((input: Operand, other: Operand, options?: { rounding_mode?: 'floor' | 'trunc' | null, out?: Tensor }) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.div(torch.tensor([1, 2]), 4) // tensor([0.2500, 0.5000])
 */
export const div = /* @__PURE__ */ native(
  ['', 'str? rounding_mode, '].map(
    (mode) => `div(Tensor|Scalar input, Tensor|Scalar other, *, ${mode}Tensor out=None)`,
  ),
  (a, b, out) => divided(a, b, null, out),
  divided,
);
