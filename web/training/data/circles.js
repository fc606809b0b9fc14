// Two circles, one in the other: the data set that no straight line parts.
import torch from '../torch.js';

/**
 * Every other point lies on the inner circle, whose radius is half the outer's. A direction is a normal point divided by its
 * length, since PyTorch's float32 sine has other last places than anyone else's.
 * @param {number} n
 */
export function circles(n) {
  const direction = torch.randn(n, 2);
  const length = direction.mul(direction).sum(1, true).sqrt();
  const inner = torch.arange(n).remainder(2).reshape(n, 1);
  const radius = inner.mul(-0.5).add(1);
  const points = direction.div(length).mul(radius).add(torch.randn(n, 2).mul(0.1));
  return [points, inner];
}

export const python = `def circles(n):
    """Two circles: every other point lies on the inner one, of half the radius."""
    direction = torch.randn(n, 2)
    length = (direction * direction).sum(1, keepdim=True).sqrt()
    inner = (torch.arange(n) % 2).float().reshape(n, 1)
    radius = inner * -0.5 + 1
    points = direction / length * radius + torch.randn(n, 2) * 0.1
    return points, inner`;

export const javascript = `/** Two circles: every other point lies on the inner one, of half the radius. */
function circles(n) {
  const direction = torch.randn(n, 2);
  const length = direction.mul(direction).sum(1, true).sqrt();
  const inner = torch.arange(n).remainder(2).reshape(n, 1);
  const radius = inner.mul(-0.5).add(1);
  const points = direction.div(length).mul(radius).add(torch.randn(n, 2).mul(0.1));
  return [points, inner];
}`;
