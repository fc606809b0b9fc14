// The dtype of a result of several operands. Source: aten/src/ATen/native/TypeProperties.cpp.
import { isTensor } from './base.js';
import { dtypeOfNumber, kBool, kFloating, promoteTypes } from './dtype.js';

/**
 * @typedef {import('./dtype.js').DType} DType
 * @typedef {import('./loops.js').Operand} Operand
 */

/**
 * What two groups of operands have in common: the one of higher rank decides, unless the other is of a higher kind.
 * @param {DType | null} higher
 * @param {DType | null} lower
 */
function combined(higher, lower) {
  if (higher === null || lower === null) return higher ?? lower;
  if (higher.kind === kFloating) return higher;
  return higher.kind === kBool || lower.kind === kFloating ? promoteTypes(higher, lower) : higher;
}

/**
 * The dtype that operands are computed in: tensors with dimensions first, then those without, then numbers.
 * @param {...Operand} operands
 * @returns {DType}
 */
export function resultType(...operands) {
  /** @type {(DType | null)[]} */
  const ranks = [null, null, null];
  for (const operand of operands) {
    const rank = isTensor(operand) ? Number(operand.shape.length === 0) : 2;
    const dtype = isTensor(operand) ? operand.dtype : dtypeOfNumber(operand);
    const before = ranks[rank];
    ranks[rank] = before === null ? dtype : promoteTypes(before, dtype);
  }
  return /** @type {DType} */ (combined(combined(ranks[0], ranks[1]), ranks[2]));
}

/**
 * The dtype of what is computed of two operands, tensors or numbers: tensors with dimensions count before those without, these before
 * numbers.
 * @type {(a: Operand, b: Operand) => DType}
 * @example torch.result_type(torch.tensor([1n, 2n]), 0.5) // torch.float32
 */
export const result_type = (a, b) => resultType(a, b);

/**
 * Whether a result of one dtype may be written to a tensor of another: a fraction not to whole numbers, a number not to a truth.
 * @param {DType} from
 * @param {DType} to
 */
export const canCast = (from, to) => from.kind <= to.kind;
