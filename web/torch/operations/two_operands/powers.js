// Powers: pow, out of place and in place.

import { RuntimeError } from '../../../core/errors.js';
import { native } from '../../arguments/native.js';
import { record } from '../../autograd/graph.js';
import { isTensor } from '../../storage/base.js';
import { float32, int64, kFloating } from '../../storage/dtype.js';
import { resultType } from '../../storage/promotion.js';
import { fresh } from '../../storage/strided.js';
import { zeroWhere } from '../elements/choice.js';
import { log } from '../elements/pointwise.js';
import { mul, sub } from './arithmetic.js';
import { eq, ge, logical_and } from './comparisons.js';
import { outOfPlace } from './operands.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../storage/loops.js').Operand} Operand
 * @typedef {import('../../storage/dtype.js').DType} DType
 * @typedef {import('./operands.js').Operation} Operation
 */

/** Float32's own steps for small exponents; else the C library's. Source: aten/src/ATen/native/cpu/PowKernel.cpp. @param {DType} dtype @param {Operand} exponent */
function powerOf(dtype, exponent) {
  if (dtype === int64) return (/** @type {bigint} */ x, /** @type {bigint} */ y) => wholePower(x, y);
  if (dtype.kind !== kFloating) {
    return (/** @type {number} */ x, /** @type {number} */ y) =>
      Number(BigInt.asIntN(32, wholePower(BigInt(x), BigInt(y))));
  }
  const fit = dtype === float32 ? Math.fround : Number;
  if (!isTensor(exponent)) {
    const cases = /** @type {Record<string, (x: number) => number>} */ ({
      0.5: Math.sqrt,
      '-0.5': (x) => 1 / fit(Math.sqrt(x)),
      2: (x) => x * x,
      3: (x) => fit(x * x) * x,
      '-2': (x) => 1 / fit(x * x),
    });
    const own = cases[String(Number(exponent))];
    if (own) return own;
  }
  return power;
}

/** C's pow, which has 1 where ECMAScript has nan. @param {number} x @param {number} y */
const power = (x, y) => (x === 1 || y === 0 ? 1 : x === -1 && Math.abs(y) === Number.POSITIVE_INFINITY ? 1 : x ** y);

/** @param {bigint} x @param {bigint} y */
function wholePower(x, y) {
  if (y >= 0n) return x ** y;
  return x === 1n ? 1n : x === -1n ? (y % 2n === 0n ? 1n : -1n) : 0n;
}

/** @type {Operation} */
const powering = {
  name: 'pow',
  node: 'PowBackward1',
  bools: 'pow',
  of: powerOf,
  gradients: (grad, a, b, y, needs) => [
    needs[0] ? zeroWhere(eq(b, 0), mul(grad, mul(b, pow(a, sub(b, 1))))) : null,
    needs[1] ? baseGradient(grad, a, b, y) : null,
  ],
};

/** A number to the power of a tensor. */
const ofNumber = { ...powering, node: 'PowBackward2' };

/** @param {Tensor} grad @param {Tensor | number} base @param {Tensor} exponent @param {Tensor} y */
function baseGradient(grad, base, exponent, y) {
  const logarithm = isTensor(base) ? log(base) : Math.log(Number(base));
  const isFlat = isTensor(base) ? logical_and(eq(base, 0), ge(exponent, 0)) : base === 0 ? ge(exponent, 0) : null;
  const slope = mul(grad, mul(y, logarithm));
  return isFlat ? zeroWhere(isFlat, slope) : slope;
}

/** @param {Tensor} x @param {number | bigint | boolean} exponent */
function checkExponent(x, exponent) {
  if (Number(exponent) < 0 && resultType(x, exponent).kind !== kFloating) {
    throw new RuntimeError('Integers to negative integer powers are not allowed.');
  }
}

/** By a number, which has a step of its own. @param {Tensor} x @param {number | bigint | boolean} exponent @param {Tensor | null} out */
function byNumber(x, exponent, out = null) {
  checkExponent(x, exponent);
  const result = outOfPlace(
    { ...powering, name: 'pow' },
    out === null ? /** @type {any} */ (x).detach() : x,
    exponent,
    out,
  );
  if (out !== null) return result;
  const number = Number(exponent);
  return record(result, {
    name: 'PowBackward0',
    inputs: [x],
    saved: [x],
    backward: (grad, [base]) => [
      number === 0 ? fresh(grad, grad.shape) : mul(grad, mul(pow(base, number - 1), number)),
    ],
  });
}

/**
 * input ** exponent, with broadcasting. RuntimeError for whole numbers to a negative one.
 * @type {((input: Operand, exponent: Operand, options?: { out?: Tensor }) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.pow(torch.tensor([1, 2, 3]), 2) // tensor([1., 4., 9.])
 */
export const pow = /* @__PURE__ */ native(
  [
    'pow(Tensor input, Tensor exponent, *, Tensor out=None)',
    'pow(Scalar self, Tensor exponent, *, Tensor out=None)',
    'pow(Tensor input, Scalar exponent, *, Tensor out=None)',
  ],
  (a, b, out = null) => outOfPlace(powering, a, b, out),
  (a, b, out = null) => outOfPlace(ofNumber, a, b, out),
  byNumber,
);
