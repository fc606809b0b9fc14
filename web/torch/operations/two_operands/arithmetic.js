// Arithmetic with broadcasting: add, sub, mul, div, neg, out of place, in place and into `out`, with their gradients.

import { NotImplementedError, RuntimeError } from '../../../core/errors.js';
import { checkedFloat32 } from '../../../core/numbers/float.js';
import { Size, sameShape } from '../../../core/numbers/size.js';
import { native } from '../../arguments/native.js';
import { edgesOf, needsGrad, record, save } from '../../autograd/graph.js';
import { bumpVersion, checkInplace, checkOverlap, rebaseHistory, recordInplace } from '../../autograd/inplace.js';
import { isTensor } from '../../storage/base.js';
import { bool, float32, get_default_dtype, int32, int64, kFloating } from '../../storage/dtype.js';
import { apart, compute, rows } from '../../storage/loops.js';
import { resultType } from '../../storage/promotion.js';
import { broadcastShape, fresh, packed } from '../../storage/strided.js';
import { checkCast, checkOut, mismatch, place } from '../filling/outputs.js';
import { detach } from '../shapes/views.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../storage/loops.js').Operand} Operand
 * @typedef {import('../../storage/dtype.js').DType} DType
 * @typedef {import('../../storage/loops.js').Row} Row
 * @typedef {{ alpha?: number, out?: Tensor }} ScaledOptions
 */

/**
 * @template T
 * @typedef {import('../../arguments/native.js').Method<T>} Method
 */

/**
 * One operation: its loop, other ones for dtypes where that would be wrong, and the gradients of both operands; `saves` tells
 * which operand the other's gradient needs, `isTrue` that whole numbers give fractions.
 * @typedef {{ name: string, node: string, row: Row, int32?: Row, bool?: Row, saves: boolean, isTrue?: boolean,
 *   gradients: (grad: Tensor, a: any, b: any, alpha: number, needs: boolean[]) => (Tensor | null)[] }} Operation
 */

/**
 * The dtype of a result.
 * @param {Operation} operation
 * @param {Operand} a
 * @param {Operand} b
 */
function dtypeOf({ name, isTrue }, a, b) {
  const dtype = resultType(a, b);
  if (name === 'sub' && [a, b].some((one) => (isTensor(one) ? one.dtype === bool : typeof one === 'boolean'))) {
    throw new NotImplementedError(dtype === bool ? twoBools : oneBool);
  }
  return isTrue && dtype.kind !== kFloating ? get_default_dtype() : dtype;
}

const twoBools =
  'Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.';
const oneBool =
  'Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.';

/**
 * The loop of an operation, and what it takes for alpha.
 * @param {Operation} operation
 * @param {DType} dtype
 * @param {number} alpha
 * @returns {[Row, any]}
 */
function loopOf({ name, row, int32: ofInts, bool: ofBools }, dtype, alpha) {
  if (dtype === bool && ofBools) return [ofBools, alpha];
  if (dtype === int32 && ofInts) return [ofInts, alpha];
  if (alpha === 1) return [row, alpha];
  const factor = name === 'sub' ? -alpha : alpha;
  if (dtype === float32) return [rows.addScaled, Math.fround(factor)];
  return [scaledRow, dtype === int64 ? BigInt(factor) : factor];
}

/** @type {Row} */
function scaledRow(out, o, so, a, i, si, b, j, sj, n, alpha) {
  for (let k = 0; k < n; k++, o += so, i += si, j += sj) out[o] = a[i] + alpha * b[j];
}

/**
 * Computes to where a result goes, which may be of another dtype.
 * @param {Operation} operation
 * @param {Tensor} out
 * @param {Operand} a
 * @param {Operand} b
 * @param {number} alpha
 * @param {DType} dtype of the operands
 */
function carryOut(operation, out, a, b, alpha, dtype) {
  const [row, factor] = loopOf(operation, dtype, alpha);
  if (out.dtype === dtype) return compute(row, out, a, b, factor);
  const result = fresh(out, out.shape, undefined, dtype);
  compute(row, result, a, b, factor);
  place(out, result);
}

/**
 * @param {Operation} operation
 * @param {Operand} a
 * @param {Operand} b
 * @param {number} alpha
 * @param {Tensor | null} out
 */
function outOfPlace(operation, a, b, alpha, out) {
  const like = isTensor(a) ? a : b;
  const { name } = operation;
  if (!isTensor(like)) throw new TypeError(`${name}(): argument 'input' (position 1) must be Tensor, not ${typeof a}`);
  const dtype = dtypeOf(operation, a, b);
  const shape = broadcastShape(shapeOf(a), shapeOf(b));
  if (out) checkOut(name, out, shape, [a, b], dtype);
  const result = out ?? fresh(like, shape, undefined, dtype);
  carryOut(operation, result, a, b, alpha, dtype);
  if (out) {
    bumpVersion(out);
    return out;
  }
  const [x, y] = [isTensor(a) ? a : null, isTensor(b) ? b : null];
  if (!needsGrad(x, y)) return result;
  return record(result, { ...step(operation, a, b, alpha), inputs: [x, y] });
}

const noShape = /* @__PURE__ */ new Size();

/** @param {Operand} operand */
const shapeOf = (operand) => (isTensor(operand) ? operand.shape : noShape);

/**
 * What is recorded of an operation: an operand is saved only if the other's gradient needs it.
 * @param {Operation} operation
 * @param {Operand} a
 * @param {Operand} b
 * @param {number} alpha
 */
function step({ node, saves, gradients }, a, b, alpha) {
  const inputs = edgesOf([isTensor(a) ? a : null, isTensor(b) ? b : null]);
  const [needA, needB] = inputs.map((edge) => edge !== null);
  return {
    name: node,
    inputs,
    // b before a: the order in which PyTorch checks them.
    saved: saves ? [save(needA || node === 'DivBackward0' ? b : null), save(needB ? a : null)] : undefined,
    /** @type {import('../../autograd/graph.js').Backward} */
    backward: (grad, [savedB, savedA], needs) => gradients(grad, savedA, savedB, alpha, needs),
  };
}

/**
 * @param {Operation} operation
 * @param {Tensor} self
 * @param {Operand} other
 * @param {number} alpha
 */
function inPlace(operation, self, other, alpha) {
  const y = isTensor(other) ? other : null;
  const dtype = dtypeOf(operation, self, other);
  checkInplace(self, needsGrad(self, y));
  checkOverlap(self);
  if (y) apart(y, self);
  const shape = broadcastShape(self.shape, shapeOf(other));
  if (!sameShape(shape, self.shape)) throw new RuntimeError(mismatch(self.shape, shape));
  checkCast(dtype, self.dtype);
  const recorded = needsGrad(self, y) ? step(operation, self, other, alpha) : null;
  // The old value, where the other operand's gradient needs it.
  if (recorded?.saved && recorded.inputs[1]) recorded.saved[1] = save(fresh(self, self.shape, packed(self)));
  carryOut(operation, self, self, other, alpha, dtype);
  bumpVersion(self);
  return recorded ? rebaseHistory(self, recorded) : self;
}

/** Either of two truths, both of them: what sums and products of bools are. @type {Row} */
function eitherRow(out, o, so, a, i, si, b, j, sj, n) {
  for (let k = 0; k < n; k++, o += so, i += si, j += sj) out[o] = a[i] | b[j];
}

/** A product of 32 bits, which a float64 does not hold. @type {Row} */
function int32Row(out, o, so, a, i, si, b, j, sj, n) {
  for (let k = 0; k < n; k++, o += so, i += si, j += sj) out[o] = Math.imul(a[i], b[j]);
}

/** @type {Operation} */
const addition = {
  name: 'add',
  node: 'AddBackward0',
  row: rows.add,
  bool: eitherRow,
  saves: false,
  gradients: (grad, _a, _b, alpha, needs) => [grad, needs[1] ? scaled(grad, alpha) : null],
};

/** @type {Operation} */
const subtraction = {
  name: 'sub',
  node: 'SubBackward0',
  row: rows.sub,
  saves: false,
  gradients: (grad, _a, _b, alpha, needs) => [grad, needs[1] ? scaled(grad, -alpha) : null],
};

/** @type {Operation} */
const multiplication = {
  name: 'mul',
  node: 'MulBackward0',
  row: rows.mul,
  int32: int32Row,
  saves: true,
  gradients: (grad, a, b, _alpha, needs) => [needs[0] ? mul(grad, b) : null, needs[1] ? mul(grad, a) : null],
};

/** @type {Operation} */
const division = {
  name: 'div',
  node: 'DivBackward0',
  row: rows.div,
  isTrue: true,
  saves: true,
  gradients: (grad, a, b, _alpha, needs) => [
    needs[0] ? div(grad, b) : null,
    needs[1] ? mul(neg(grad), div(div(a, b), b)) : null,
  ],
};

/**
 * @param {Tensor} grad
 * @param {number} factor
 */
const scaled = (grad, factor) => (factor === 1 ? grad : mul(grad, factor));

/**
 * Checks `alpha` as PyTorch does.
 * @param {Operand} a
 * @param {Operand} b
 * @param {number | bigint | boolean} alpha
 */
function checkedAlpha(a, b, alpha) {
  const dtype = resultType(a, b);
  if (typeof alpha === 'boolean' && dtype !== bool)
    throw new RuntimeError('Boolean alpha only supported for Boolean results.');
  if (dtype.kind !== kFloating && !Number.isInteger(alpha) && typeof alpha !== 'bigint' && typeof alpha !== 'boolean') {
    throw new RuntimeError('For integral input tensors, argument alpha must not be a floating point number.');
  }
  return dtype === float32 ? checkedFloat32(alpha) : Number(alpha);
}

/**
 * The signatures of an operation with `alpha`, the deprecated one (alpha before other) last.
 * @param {string} name
 */
const scaledSignatures = (name) => [
  `${name}(Tensor|Scalar input, Tensor|Scalar other, *, Scalar alpha=1, Tensor out=None)`,
  `${name}(Tensor|Scalar input, Scalar alpha, Tensor|Scalar other, *, Tensor out=None)|deprecated`,
];

/**
 * @param {Operation} operation
 * @param {(operation: Operation, a: any, b: Operand, alpha: number, out: Tensor | null) => Tensor} run
 * @returns {[(...values: any[]) => Tensor, (...values: any[]) => Tensor]}
 */
const scaledForms = (operation, run) => [
  (a, b, alpha, out = null) => run(operation, a, b, checkedAlpha(a, b, alpha), out),
  (a, alpha, b, out = null) => run(operation, a, b, checkedAlpha(a, b, alpha), out),
];

/** @param {string} name */
const plainSignature = (name) => `${name}(Tensor|Scalar input, Tensor|Scalar other, *, Tensor out=None)`;

/**
 * `input + alpha * other`, with broadcasting; the multiplication and the addition are rounded together.
 * @type {((input: Operand, other: Operand, options?: ScaledOptions) => Tensor) & Method<Tensor>}
 * @example torch.add(torch.tensor([1, 2]), 3) // tensor([4., 5.])
 */
export const add = /* @__PURE__ */ native(scaledSignatures('add'), ...scaledForms(addition, outOfPlace));

/**
 * `input - alpha * other`, with broadcasting.
 * @type {((input: Operand, other: Operand, options?: ScaledOptions) => Tensor) & Method<Tensor>}
 * @example torch.sub(1, torch.tensor([1, 2])) // tensor([ 0., -1.])
 */
export const sub = /* @__PURE__ */ native(scaledSignatures('sub'), ...scaledForms(subtraction, outOfPlace));

/**
 * `input * other`, with broadcasting.
 * @type {((input: Operand, other: Operand, options?: { out?: Tensor }) => Tensor) & Method<Tensor>}
 * @example torch.mul(torch.tensor([1, 2]), torch.tensor([[3], [4]])) // tensor([[3., 6.], [4., 8.]])
 */
export const mul = /* @__PURE__ */ native(plainSignature('mul'), (a, b, out = null) =>
  outOfPlace(multiplication, a, b, 1, out),
);

/**
 * `input / other`, with broadcasting.
 * @type {((input: Operand, other: Operand, options?: { out?: Tensor }) => Tensor) & Method<Tensor>}
 * @example torch.div(torch.tensor([1, 2]), 4) // tensor([0.2500, 0.5000])
 */
export const div = /* @__PURE__ */ native(plainSignature('div'), (a, b, out = null) =>
  outOfPlace(division, a, b, 1, out),
);

/**
 * `-input`.
 * @type {(input: Tensor, options?: { out?: Tensor }) => Tensor}
 * @example torch.neg(torch.tensor([1, -2])) // tensor([-1.,  2.])
 */
export const neg = /* @__PURE__ */ native('neg(Tensor input, *, Tensor out=None)', negated);

/**
 * `other - alpha * input`: what Python's `1 - x` calls.
 * @type {(input: Tensor, other: Operand, options?: { alpha?: number }) => Tensor}
 * @example torch.rsub(torch.tensor([1, 2]), 1) // tensor([ 0., -1.])
 */
export const rsub = /* @__PURE__ */ native(
  ['rsub(Tensor input, Tensor other, *, Scalar alpha=1)', 'rsub(Tensor input, Scalar other, Scalar alpha=1)'],
  (a, b, alpha) => {
    const node = isTensor(b) ? 'RsubBackward0' : 'RsubBackward1';
    return outOfPlace({ ...subtraction, node }, b, a, checkedAlpha(a, b, alpha), null);
  },
);

/**
 * `1 / input`; Python's `2 / x` is `reciprocal(x) * 2`.
 * @type {(input: Tensor, options?: { out?: Tensor }) => Tensor}
 * @example torch.reciprocal(torch.tensor([2, 4])) // tensor([0.5000, 0.2500])
 */
export const reciprocal = /* @__PURE__ */ native('reciprocal(Tensor input, *, Tensor out=None)', inverse);

/**
 * @param {Tensor} input
 * @param {Tensor | null} [out]
 */
export function inverse(input, out = null) {
  const result = outOfPlace({ ...division, name: 'reciprocal' }, 1, detach(input), 1, out);
  if (out) return result;
  return record(result, {
    name: 'ReciprocalBackward0',
    inputs: [input],
    saved: [result],
    backward: (grad, [y]) => [mul(neg(grad), mul(y, y))],
  });
}

/**
 * @param {Tensor} input
 * @param {Tensor | null} [out]
 */
export function negated(input, out = null) {
  const { dtype } = input;
  if (dtype === bool) throw new NotImplementedError(negatedBool);
  if (out) checkOut('neg', out, input.shape, [input], dtype);
  const result = out ?? fresh(input, input.shape);
  carryOut(multiplication, result, input, -1, 1, dtype);
  if (out) bumpVersion(out);
  return out ?? record(result, { name: 'NegBackward0', inputs: [input], backward: (grad) => [neg(grad)] });
}

const negatedBool =
  'Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.';

/** @param {Tensor} self */
export function negate(self) {
  if (self.dtype === bool) throw new NotImplementedError(negatedBool);
  checkInplace(self);
  checkOverlap(self);
  compute(rows.mul, self, self, -1);
  bumpVersion(self);
  return recordInplace(self, { name: 'NegBackward0', inputs: [self], backward: (grad) => [neg(grad)] });
}

// The in-place methods of Tensor.
export const add_ = /* @__PURE__ */ native(scaledSignatures('add_'), ...scaledForms(addition, inPlace)).method;
export const sub_ = /* @__PURE__ */ native(scaledSignatures('sub_'), ...scaledForms(subtraction, inPlace)).method;
export const mul_ = /* @__PURE__ */ native(plainSignature('mul_'), (a, b) => inPlace(multiplication, a, b, 1)).method;
export const div_ = /* @__PURE__ */ native(plainSignature('div_'), (a, b) => inPlace(division, a, b, 1)).method;
