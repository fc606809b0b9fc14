// How a gradient goes to the larger or the smaller of two.

import { mul } from '../two_operands/arithmetic.js';
import { eq, gt, lt } from '../two_operands/comparisons.js';
import { where, zeroWhere } from './choice.js';

/** @typedef {import('../two_operands/operands.js').Operation} Operation */

/** To the one that was taken, shared among equal ones; beside nan to both. @param {boolean} isLarger @returns {Operation['gradients']} */
export const shared = (isLarger) => (grad, a, b, _y, needs) => {
  const half = mul(grad, 0.5);
  const [mine, other] = isLarger ? [lt(a, b), gt(a, b)] : [gt(a, b), lt(a, b)];
  return [
    needs[0] ? zeroWhere(mine, where(eq(a, b), half, grad)) : null,
    needs[1] ? zeroWhere(other, where(eq(a, b), half, grad)) : null,
  ];
};
