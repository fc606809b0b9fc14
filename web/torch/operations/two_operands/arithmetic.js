// Arithmetic with broadcasting: add, sub, mul, div, neg, reciprocal, with their gradients.

import { NotImplementedError, RuntimeError } from '../../../core/errors.js';
import { checkedFloat32 } from '../../../core/numbers/float.js';
import { native } from '../../arguments/native.js';
import { record } from '../../autograd/graph.js';
import { bumpVersion, checkInplace, checkOverlap, recordInplace } from '../../autograd/inplace.js';
import { isTensor } from '../../storage/base.js';
import { bool, float32, kFloating } from '../../storage/dtype.js';
import { compute, rows } from '../../storage/loops.js';
import { resultType } from '../../storage/promotion.js';
import { fresh } from '../../storage/strided.js';
import { checkOut } from '../filling/outputs.js';
import { detach } from '../shapes/views.js';
import { carryOut, inPlace, outOfPlace } from './carrying_out.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../storage/loops.js').Operand} Operand
 * @typedef {import('../../storage/loops.js').Row} Row
 * @typedef {import('./carrying_out.js').Operation} Operation
 * @typedef {{ alpha?: number, out?: Tensor }} ScaledOptions
 */

/**
 * @template T
 * @typedef {import('../../arguments/native.js').Method<T>} Method
 */

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
