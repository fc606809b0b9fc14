// Arithmetic with broadcasting: add, sub, mul, div, neg, out of place, in place and into `out`, with their gradients.

import { NotImplementedError, RuntimeError } from '../../core/errors.js';
import { checkedFloat32 } from '../../core/numbers/float.js';
import { sameShape } from '../../core/numbers/size.js';
import { native } from '../arguments/native.js';
import { edgesOf, needsGrad, record, save } from '../autograd/graph.js';
import { bumpVersion, checkInplace, checkOverlap, rebaseHistory, recordInplace } from '../autograd/inplace.js';
import { isTensor } from '../storage/base.js';
import { requireFloat32 } from '../storage/dtype.js';
import { apart, asOperand, compute, rows } from '../storage/loops.js';
import { broadcastShape, fresh, packed } from '../storage/strided.js';
import { checkOut, mismatch } from './outputs.js';
import { detach } from './views.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../storage/loops.js').Operand} Operand
 * @typedef {import('../storage/loops.js').Row} Row
 * @typedef {{ alpha?: number, out?: Tensor }} ScaledOptions
 */

/**
 * @template T
 * @typedef {import('../arguments/native.js').Method<T>} Method
 */

/**
 * Where a result goes: a fresh tensor, or `out` if it fits.
 * @param {string} name
 * @param {Operand} a
 * @param {Operand} b
 * @param {Tensor | null} out
 */
function target(name, a, b, out) {
  for (const operand of [a, b]) if (isTensor(operand)) requireFloat32(operand.dtype, name);
  const shape = broadcastShape(asOperand(a, 0).shape, asOperand(b, 1).shape);
  const like = isTensor(a) ? a : b;
  if (!isTensor(like)) throw new TypeError(`${name}(): argument 'input' (position 1) must be Tensor, not ${typeof a}`);
  if (!out) return fresh(like, shape);
  checkOut(name, out, shape, [a, b]);
  return out;
}

/**
 * One operation: its loop, and the gradients of both operands; `saves` tells which operand the other's gradient needs.
 * @typedef {{ name: string, node: string, row: Row, saves: boolean,
 *   gradients: (grad: Tensor, a: any, b: any, alpha: number, needs: boolean[]) => (Tensor | null)[] }} Operation
 */

/**
 * @param {Operation} operation
 * @param {Operand} a
 * @param {Operand} b
 * @param {number} alpha
 * @param {Tensor | null} out
 */
function outOfPlace(operation, a, b, alpha, out) {
  const result = target(operation.name, a, b, out);
  const row = alpha === 1 ? operation.row : rows.addScaled;
  compute(row, result, a, b, operation.name === 'sub' && alpha !== 1 ? -alpha : alpha);
  if (out) {
    bumpVersion(out);
    return out;
  }
  const [x, y] = [isTensor(a) ? a : null, isTensor(b) ? b : null];
  if (!needsGrad(x, y)) return result;
  return record(result, { ...step(operation, a, b, alpha), inputs: [x, y] });
}

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
    /** @type {import('../autograd/graph.js').Backward} */
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
  requireFloat32(self.dtype, `${operation.name}_`);
  if (y) requireFloat32(y.dtype, `${operation.name}_`);
  checkInplace(self, needsGrad(self, y));
  checkOverlap(self);
  if (y) apart(y, self);
  const shape = broadcastShape(self.shape, asOperand(other, 1).shape);
  if (!sameShape(shape, self.shape)) throw new RuntimeError(mismatch(self.shape, shape));
  const recorded = needsGrad(self, y) ? step(operation, self, other, alpha) : null;
  // The old value, where the other operand's gradient needs it.
  if (recorded?.saved && recorded.inputs[1]) recorded.saved[1] = save(fresh(self, self.shape, packed(self)));
  const row = alpha === 1 ? operation.row : rows.addScaled;
  compute(row, self, self, other, operation.name === 'sub' && alpha !== 1 ? -alpha : alpha);
  bumpVersion(self);
  return recorded ? rebaseHistory(self, recorded) : self;
}

/** @type {Operation} */
const addition = {
  name: 'add',
  node: 'AddBackward0',
  row: rows.add,
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
  saves: true,
  gradients: (grad, a, b, _alpha, needs) => [needs[0] ? mul(grad, b) : null, needs[1] ? mul(grad, a) : null],
};

/** @type {Operation} */
const division = {
  name: 'div',
  node: 'DivBackward0',
  row: rows.div,
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
 * Checks `alpha` and a boolean operand as PyTorch does, and rounds `alpha` to float32.
 * @param {Operation} operation
 * @param {Operand} other
 * @param {number | bigint | boolean} alpha
 */
function checkedAlpha(operation, other, alpha) {
  if (typeof alpha === 'boolean') throw new RuntimeError('Boolean alpha only supported for Boolean results.');
  if (operation === subtraction && typeof other === 'boolean') {
    throw new NotImplementedError(
      'Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.',
    );
  }
  return checkedFloat32(alpha);
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
  (a, b, alpha, out = null) => run(operation, a, b, checkedAlpha(operation, b, alpha), out),
  (a, alpha, b, out = null) => run(operation, a, b, checkedAlpha(operation, b, alpha), out),
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
    return outOfPlace({ ...subtraction, node }, b, a, checkedAlpha(subtraction, b, alpha), null);
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
  requireFloat32(input.dtype, 'neg');
  if (out) checkOut('neg', out, input.shape, [input]);
  const result = out ?? fresh(input, input.shape);
  compute(rows.mul, result, input, -1);
  if (out) bumpVersion(out);
  return out ?? record(result, { name: 'NegBackward0', inputs: [input], backward: (grad) => [neg(grad)] });
}

/** @param {Tensor} self */
export function negate(self) {
  requireFloat32(self.dtype, 'neg_');
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
