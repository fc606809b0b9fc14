// Checks of the tensor that a result is written to, `out` or in place.
import { RuntimeError } from '../../../core/errors.js';
import { bracketed, sameShape } from '../../../core/numbers/size.js';
import { is_grad_enabled } from '../../autograd/grad_mode.js';
import { requiresGrad } from '../../autograd/graph.js';
import { checkOverlap } from '../../autograd/inplace.js';
import { isTensor } from '../../storage/base.js';
import { converter } from '../../storage/dtype.js';
import { canCast } from '../../storage/promotion.js';
import { broadcastStrides, copyRow, walk } from '../../storage/strided.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../../core/numbers/size.js').Size} Size
 * @typedef {import('../../storage/loops.js').Operand} Operand
 * @typedef {import('../../storage/dtype.js').DType} DType
 */

/**
 * Refuses to write a result to a given tensor where autograd would have to follow.
 * @param {string} name
 * @param {Operand[]} operands inputs and `out`
 */
export function refuseGraph(name, operands) {
  if (is_grad_enabled() && operands.some((t) => isTensor(t) && requiresGrad(t))) {
    throw new RuntimeError(
      `${name}(): functions with out=... arguments don't support automatic differentiation, but one of the arguments requires grad.`,
    );
  }
}

/**
 * Refuses an `out` that the result does not fit or that autograd cannot follow.
 * @param {string} name
 * @param {Tensor} out
 * @param {Size} shape
 * @param {Operand[]} inputs
 * @param {DType} [dtype] of the result
 */
export function checkOut(name, out, shape, inputs, dtype = out.dtype) {
  refuseGraph(name, [...inputs, out]);
  checkCast(dtype, out.dtype);
  checkOverlap(out);
  if (!sameShape(out.shape, shape)) throw new RuntimeError(mismatch(out.shape, shape));
}

/**
 * Refuses to write fractions to whole numbers, and numbers to truths.
 * @param {DType} from
 * @param {DType} to
 * @param {string} [shown] its name
 */
export function checkCast(from, to, shown = to.short) {
  if (!canCast(from, to)) {
    throw new RuntimeError(`result type ${from.short} can't be cast to the desired output type ${shown}`);
  }
}

/**
 * Writes a result to a tensor of its shape, perhaps of another dtype, unseen by autograd.
 * @param {Tensor} out
 * @param {Tensor} from
 */
export function place(out, from) {
  const convert = converter(from.dtype, out.dtype);
  walk(out.shape, [out.strides, broadcastStrides(from, out.shape)], [out.offset, from.offset], (n, at, step) => {
    copyRow(out.storage.array, at[0], step[0], from.storage.array, at[1], step[1], n, convert);
  });
}

/**
 * @param {Size} shape
 * @param {Size} wanted
 */
export const mismatch = (shape, wanted) =>
  `output with shape ${bracketed(shape)} doesn't match the broadcast shape ${bracketed(wanted)}`;
