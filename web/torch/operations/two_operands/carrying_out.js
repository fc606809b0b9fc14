// An operation of two operands with broadcasting: out of place, in place and into `out`, recorded for its gradients.

import { NotImplementedError, RuntimeError } from '../../../core/errors.js';
import { Size, sameShape } from '../../../core/numbers/size.js';
import { edgesOf, needsGrad, record, save } from '../../autograd/graph.js';
import { asItWas, bumpVersion, checkInplace, checkOverlap, rebaseHistory } from '../../autograd/inplace.js';
import { isTensor } from '../../storage/base.js';
import { bool, float32, get_default_dtype, int32, int64, kFloating } from '../../storage/dtype.js';
import { apart, compute, rows } from '../../storage/loops.js';
import { resultType } from '../../storage/promotion.js';
import { broadcastShape, fresh } from '../../storage/strided.js';
import { checkCast, checkOut, mismatch, place } from '../filling/outputs.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../storage/loops.js').Operand} Operand
 * @typedef {import('../../storage/dtype.js').DType} DType
 * @typedef {import('../../storage/loops.js').Row} Row
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
export function carryOut(operation, out, a, b, alpha, dtype) {
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
export function outOfPlace(operation, a, b, alpha, out) {
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
export function inPlace(operation, self, other, alpha) {
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
  if (recorded?.saved && recorded.inputs[1]) recorded.saved[1] = save(asItWas(self));
  carryOut(operation, self, self, other, alpha, dtype);
  bumpVersion(self);
  return recorded ? rebaseHistory(self, recorded) : self;
}
