// Four quarters of a square, of which those across from each other belong together.
import torch from '../torch.js';

/** @param {number} n */
export function xor(n) {
  const points = torch.rand(n, 2).mul(2).sub(1);
  const equal = points
    .narrow(1, 0, 1)
    .mul(points.narrow(1, 1, 1))
    .gt(0);
  return [points, equal.float()];
}

export const python = `def xor(n):
    """Four quarters of a square: 1 where both coordinates have one sign."""
    points = torch.rand(n, 2) * 2 - 1
    equal = points[:, :1] * points[:, 1:] > 0
    return points, equal.float()`;

export const javascript = `/** Four quarters of a square: 1 where both coordinates have one sign. */
function xor(n) {
  const points = torch.rand(n, 2).mul(2).sub(1);
  const equal = points.narrow(1, 0, 1).mul(points.narrow(1, 1, 1)).gt(0);
  return [points, equal.float()];
}`;
