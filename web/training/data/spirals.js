// Two spirals wound into each other: the hardest of the data sets.
import torch from '../torch.js';

/**
 * One and a half turns each. Sine and cosine are float64's, whose error is far below what rounding to float32 leaves.
 * @param {number} n
 */
export function spirals(n) {
  const other = torch.arange(n).remainder(2).reshape(n, 1);
  const along = torch.rand(n, 1).sqrt();
  const angle = along.double().mul(9.5).add(other.double().mul(Math.PI));
  const direction = torch.cat([angle.cos(), angle.sin()], 1).float();
  const points = direction.mul(along).add(torch.randn(n, 2).mul(0.02));
  return [points, other];
}

export const python = `def spirals(n):
    """Two spirals of one and a half turns: every other point lies on the second."""
    other = (torch.arange(n) % 2).float().reshape(n, 1)
    along = torch.rand(n, 1).sqrt()
    angle = along.double() * 9.5 + other.double() * torch.pi
    direction = torch.cat([angle.cos(), angle.sin()], 1).float()
    points = direction * along + torch.randn(n, 2) * 0.02
    return points, other`;

export const javascript = `/** Two spirals of one and a half turns: every other point lies on the second. */
function spirals(n) {
  const other = torch.arange(n).remainder(2).reshape(n, 1);
  const along = torch.rand(n, 1).sqrt();
  const angle = along.double().mul(9.5).add(other.double().mul(Math.PI));
  const direction = torch.cat([angle.cos(), angle.sin()], 1).float();
  const points = direction.mul(along).add(torch.randn(n, 2).mul(0.02));
  return [points, other];
}`;
