// Operations of two operands beside arithmetic: pow, remainder, fmod, floor_divide, minimum, maximum, atan2; where and clamp.

import { NotImplementedError, RuntimeError } from '../../core/errors.js';
import { Size, sameShape } from '../../core/numbers/size.js';
import { native } from '../arguments/native.js';
import { needsGrad, record } from '../autograd/graph.js';
import { bumpVersion, checkInplace, checkOverlap } from '../autograd/inplace.js';
import { isTensor } from '../storage/base.js';
import { bool, float32, int64, kFloating } from '../storage/dtype.js';
import { asOperand, compute, converted } from '../storage/loops.js';
import { resultType } from '../storage/promotion.js';
import { broadcastShape, broadcastStrides, fresh, walk } from '../storage/strided.js';
import { div, mul, neg, sub } from './arithmetic.js';
import { eq, ge, gt, logical_and, lt } from './comparisons.js';
import { checkCast, checkOut, mismatch, place } from './outputs.js';
import { floor, log } from './pointwise.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../storage/loops.js').Operand} Operand
 * @typedef {import('../storage/loops.js').Row} Row
 * @typedef {import('../storage/dtype.js').DType} DType
 * @typedef {((input: Operand, other: Operand, options?: { out?: Tensor }) => Tensor) & import('../arguments/native.js').Method<Tensor>} Binary
 */

/**
 * One operation of two operands.
 * @typedef {object} Operation
 * @property {string} name
 * @property {string} node of the step backward
 * @property {string} [bools] the kernel that has no bools
 * @property {(dtype: DType, b: Operand) => (x: any, y: any) => any} of the function of two elements in a dtype
 * @property {(grad: Tensor, a: any, b: any, y: Tensor, needs: boolean[]) => (Tensor | null)[]} gradients
 */

const noShape = /* @__PURE__ */ new Size();
/** @param {Operand} operand */
const shapeOf = (operand) => (isTensor(operand) ? operand.shape : noShape);

/** @param {(x: any, y: any) => any} f @returns {Row} */
const rowOf = (f) => (out, o, so, a, i, si, b, j, sj, n) => {
  for (let k = 0; k < n; k++, o += so, i += si, j += sj) out[o] = f(a[i], b[j]);
};

/** @param {Operation} operation @param {Operand} a @param {Operand} b @param {Tensor | null} out */
function outOfPlace({ name, node, bools, of, gradients }, a, b, out) {
  const like = /** @type {Tensor} */ (isTensor(a) ? a : b);
  const dtype = resultType(a, b);
  const shape = broadcastShape(shapeOf(a), shapeOf(b));
  if (dtype === bool && bools) throw new NotImplementedError(`"${bools}" not implemented for 'Bool'`);
  if (out !== null) checkOut(name, out, shape, [a, b], dtype);
  const result = fresh(like, shape, undefined, dtype);
  compute(rowOf(of(dtype, b)), result, a, b);
  if (out !== null) {
    place(out, result);
    bumpVersion(out);
    return out;
  }
  const [x, y] = [isTensor(a) ? a : null, isTensor(b) ? b : null];
  if (!needsGrad(x, y)) return result;
  return record(result, {
    // By a number, some have a step of their own.
    name: isTensor(b) ? node : node.replace('Backward1', 'Backward0'),
    inputs: [x, y],
    saved: [a, b, result],
    backward: (grad, [first, second, made], needs) => gradients(grad, first, second, made, needs),
  });
}

/** In place: the operation out of place, written back. @param {Operation} operation @param {Tensor} self @param {Operand} other */
function inPlace(operation, self, other) {
  checkInplace(self, needsGrad(self, isTensor(other) ? other : null));
  checkOverlap(self);
  const shape = broadcastShape(self.shape, shapeOf(other));
  if (!sameShape(shape, self.shape)) throw new RuntimeError(mismatch(self.shape, shape));
  const result = outOfPlace(operation, self, other, null);
  checkCast(result.dtype, self.dtype);
  return /** @type {any} */ (self).copy_(result);
}

/** @param {string} name @param {Operation} operation @returns {Binary} */
const binary = (name, operation) =>
  native(
    [
      `${name}(Tensor input, Tensor other, *, Tensor out=None)`,
      `${name}(Tensor input, Scalar other, *, Tensor out=None)`,
    ],
    (a, b, out = null) => outOfPlace(operation, a, b, out),
  );

/** @param {string} name @param {Operation} operation */
const binaryInPlace = (name, operation) =>
  native([`${name}_(Tensor input, Tensor other)`, `${name}_(Tensor input, Scalar other)`], (a, b) =>
    inPlace(operation, a, b),
  ).method;

/** Zeros where a condition holds. @param {Tensor} condition @param {Tensor} x */
const zeroWhere = (condition, x) => where(condition, 0, x);

// Powers.

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
 * @type {((input: Operand, exponent: Operand, options?: { out?: Tensor }) => Tensor) & import('../arguments/native.js').Method<Tensor>}
 * @example torch.pow(torch.tensor([1, 2, 3]), 2) // tensor([1., 4., 9.])
 */
export const pow = /* @__PURE__ */ native(
  [
    'pow(Tensor input, Tensor exponent, *, Tensor out=None)',
    'pow(Scalar self, Tensor exponent, *, Tensor out=None)',
    'pow(Tensor input, Scalar exponent, *, Tensor out=None)',
  ],
  (a, b, out = null) => outOfPlace(powering, a, b, out),
  (a, b, out = null) => outOfPlace(powering, a, b, out),
  byNumber,
);
export const pow_ = /* @__PURE__ */ native(
  ['pow_(Tensor input, Tensor exponent)', 'pow_(Tensor input, Scalar exponent)'],
  (a, b) => {
    if (!isTensor(b)) checkExponent(a, b);
    return inPlace(powering, a, b);
  },
).method;

// Quotients in whole numbers, and what they leave.

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
  gradients: (grad, a, b, _y, needs) => [needs[0] ? grad : null, needs[1] ? mul(neg(grad), floor(div(a, b))) : null],
};
/** What Python's % leaves: with the sign of the divisor. @example torch.remainder(torch.tensor([-3, 5]), 2) // tensor([1., 1.]) */
export const remainder = /* @__PURE__ */ binary('remainder', remaining);
export const remainder_ = /* @__PURE__ */ binaryInPlace('remainder', remaining);

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
    needs[1] ? mul(neg(grad), /** @type {any} */ (div(a, b)).trunc()) : null,
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
export const floor_divide = /* @__PURE__ */ binary('floor_divide', dividing);
export const floor_divide_ = /* @__PURE__ */ binaryInPlace('floor_divide', dividing);

// The larger and the smaller of two.

/** @param {string} name @param {boolean} isLarger @returns {Operation} */
const extremeOf = (name, isLarger) => ({
  name,
  node: `${name[0].toUpperCase()}${name.slice(1)}Backward0`,
  of: () => (x, y) => (Number.isNaN(x) ? x : Number.isNaN(y) ? y : (isLarger ? x > y : x < y) ? x : y),
  // Equal ones share it.
  gradients: (grad, a, b, _y, needs) => {
    const half = mul(grad, 0.5);
    const [mine, other] = isLarger ? [lt(a, b), gt(a, b)] : [gt(a, b), lt(a, b)];
    return [
      needs[0] ? zeroWhere(mine, where(eq(a, b), half, grad)) : null,
      needs[1] ? zeroWhere(other, where(eq(a, b), half, grad)) : null,
    ];
  },
});

const twoTensors = (/** @type {string} */ name) => `${name}(Tensor input, Tensor other, *, Tensor out=None)`;
/** The larger of two, element by element; nan where one is. @type {Binary} @example torch.maximum(torch.tensor([1, 4]), torch.tensor([3, 2])) // tensor([3., 4.]) */
export const maximum = /* @__PURE__ */ native(twoTensors('maximum'), (a, b, out) =>
  outOfPlace(extremeOf('maximum', true), a, b, out),
);
/** The smaller of two, element by element; nan where one is. @type {Binary} @example torch.minimum(torch.tensor([1, 4]), torch.tensor([3, 2])) // tensor([1., 2.]) */
export const minimum = /* @__PURE__ */ native(twoTensors('minimum'), (a, b, out) =>
  outOfPlace(extremeOf('minimum', false), a, b, out),
);

// A choice.

/**
 * @param {Tensor} condition
 * @param {Operand} a
 * @param {Operand} b
 * @param {Tensor | null} out
 * @returns {Tensor}
 */
function choose(condition, a, b, out) {
  const dtype = resultType(a, b);
  if (condition.dtype !== bool && condition.dtype.name !== 'uint8') {
    throw new RuntimeError(
      `where expected condition to be a boolean tensor, but got a tensor with dtype ${condition.dtype.short}`,
    );
  }
  const shape = broadcastShape(broadcastShape(condition.shape, shapeOf(a)), shapeOf(b));
  if (out !== null) checkOut('where', out, shape, [a, b], dtype);
  const result = fresh(condition, shape, undefined, dtype);
  const [x, y] = [asOperand(a, 0, dtype), asOperand(b, 1, dtype)];
  const strides = [shape.strides, ...[condition, x, y].map((one) => broadcastStrides(one, shape))];
  const [to, asked, first, second] = [result, condition, x, y].map((one) => /** @type {any} */ (one.storage.array));
  walk(shape, strides, [0, condition.offset, x.offset, y.offset], (n, [o, c, i, j], [so, sc, si, sj]) => {
    for (let k = 0; k < n; k++) to[o + k * so] = asked[c + k * sc] ? first[i + k * si] : second[j + k * sj];
  });
  if (out !== null) {
    place(out, result);
    bumpVersion(out);
    return out;
  }
  return record(result, {
    name: 'WhereBackward0',
    inputs: [isTensor(a) ? a : null, isTensor(b) ? b : null],
    saved: [condition],
    backward: (grad, [chosen], needs) => [
      needs[0] ? choose(chosen, grad, 0, null) : null,
      needs[1] ? choose(chosen, 0, grad, null) : null,
    ],
  });
}

/**
 * The elements of one where a condition holds, of the other elsewhere, with broadcasting.
 * @type {(condition: Tensor, input: Operand, other: Operand, options?: { out?: Tensor }) => Tensor}
 * @example torch.where(torch.tensor([true, false]), torch.tensor([1, 2]), 0) // tensor([1., 0.])
 */
export const where = /* @__PURE__ */ native(
  [
    'where(Tensor condition, Tensor input, Tensor other, *, Tensor out=None)',
    'where(Tensor condition, Scalar self, Tensor other)',
    'where(Tensor condition, Tensor input, Scalar other)',
    'where(Tensor condition, Scalar self, Scalar other)',
  ],
  (condition, a, b, out = null) => choose(condition, a, b, out),
);

/** `x.where(condition, other)` @type {(this: Tensor, condition: Tensor, other: Operand) => Tensor} */
export function whereMethod(condition, other) {
  return where(condition, this, other);
}

// Bounds.

/** @param {Tensor} x @param {Operand | null} low @param {Operand | null} high @param {Tensor | null} out */
function clamped(x, low, high, out = null) {
  if (low === null && high === null)
    throw new RuntimeError("torch.clamp: At least one of 'min' or 'max' must not be None");
  const bounds = /** @type {Operand[]} */ ([low, high].filter((one) => one !== null));
  const dtype = resultType(x, ...bounds);
  const base = x.dtype === dtype ? x : converted(x, dtype);
  const atLeast = (/** @type {any} */ v, /** @type {any} */ bound) => (v < bound || Number.isNaN(bound) ? bound : v);
  const atMost = (/** @type {any} */ v, /** @type {any} */ bound) => (v > bound || Number.isNaN(bound) ? bound : v);
  const bounded = (
    /** @type {Tensor} */ from,
    /** @type {Operand | null} */ bound,
    /** @type {(v: any, bound: any) => any} */ f,
  ) => {
    if (bound === null) return from;
    const made = fresh(x, broadcastShape(from.shape, shapeOf(bound)), undefined, dtype);
    compute(rowOf(f), made, from, bound);
    return made;
  };
  const result = bounded(bounded(base, low, atLeast), high, atMost);
  if (out !== null) {
    checkOut('clamp', out, result.shape, [x, ...bounds], dtype);
    place(out, result);
    bumpVersion(out);
    return out;
  }
  const ofTensors = bounds.some(isTensor);
  return record(result, {
    name: ofTensors ? 'ClampBackward0' : 'ClampBackward1',
    inputs: [x, isTensor(low) ? low : null, isTensor(high) ? high : null],
    saved: [x, low, high],
    backward: (grad, [input, least, most], needs) =>
      (ofTensors ? sharedGradients : innerGradient)(grad, input, least, most, needs),
  });
}

/** Between numbers: to what lies within them, and not at them. @param {Tensor} grad @param {Tensor} x @param {any} low @param {any} high */
function innerGradient(grad, x, low, high) {
  const inside = [low === null ? null : gt(x, low), high === null ? null : lt(x, high)].filter((one) => one !== null);
  const mask = inside.length === 2 ? logical_and(inside[0], inside[1]) : inside[0];
  return [where(mask, grad, 0), null, null];
}

/** Between tensors: at a bound, half of it goes to the bound. @param {Tensor} grad @param {Tensor} x @param {any} low @param {any} high @param {boolean[]} needs */
function sharedGradients(grad, x, low, high, needs) {
  const half = mul(grad, 0.5);
  const at = (/** @type {any} */ bound, /** @type {Tensor} */ beyond, /** @type {Tensor} */ given) =>
    where(beyond, 0, where(eq(x, bound), half, given));
  let own = grad;
  if (low !== null) own = at(low, lt(x, low), own);
  if (high !== null) own = at(high, gt(x, high), own);
  return [own, needs[1] ? at(low, gt(x, low), grad) : null, needs[2] ? at(high, lt(x, high), grad) : null];
}

/**
 * Elements kept between two bounds, numbers or tensors, of which one may be left out.
 * @type {((input: Tensor, min?: Operand | null | { min?: Operand, max?: Operand, out?: Tensor }, max?: Operand | null | { out?: Tensor }, options?: { out?: Tensor }) => Tensor) & import('../arguments/native.js').Method<Tensor>}
 * @example torch.clamp(torch.tensor([-2, 0.5, 3]), -1, 1) // tensor([-1.0000,  0.5000,  1.0000])
 */
export const clamp = /* @__PURE__ */ native(
  [
    'clamp(Tensor input, Tensor min=None, Tensor max=None, *, Tensor out=None)',
    'clamp(Tensor input, Scalar min=None, Scalar max=None, *, Tensor out=None)',
  ],
  clamped,
);
export const clamp_ = /* @__PURE__ */ native(
  ['clamp_(Tensor input, Tensor min=None, Tensor max=None)', 'clamp_(Tensor input, Scalar min=None, Scalar max=None)'],
  (x, low, high) => {
    checkInplace(x);
    checkOverlap(x);
    return x.copy_(clamped(x, low, high, null));
  },
).method;
