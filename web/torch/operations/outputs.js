// Checks of the tensor that a result is written to, `out` or in place.
import { RuntimeError } from '../../core/errors.js';
import { bracketed, sameShape } from '../../core/numbers/size.js';
import { is_grad_enabled } from '../autograd/grad_mode.js';
import { requiresGrad } from '../autograd/graph.js';
import { checkOverlap } from '../autograd/inplace.js';
import { isTensor } from '../storage/base.js';
import { requireFloat32 } from '../storage/dtype.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../core/numbers/size.js').Size} Size
 * @typedef {import('../storage/loops.js').Operand} Operand
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
 */
export function checkOut(name, out, shape, inputs) {
  refuseGraph(name, [...inputs, out]);
  requireFloat32(out.dtype, name);
  checkOverlap(out);
  if (!sameShape(out.shape, shape)) throw new RuntimeError(mismatch(out.shape, shape));
}

/**
 * @param {Size} shape
 * @param {Size} wanted
 */
export const mismatch = (shape, wanted) =>
  `output with shape ${bracketed(shape)} doesn't match the broadcast shape ${bracketed(wanted)}`;
