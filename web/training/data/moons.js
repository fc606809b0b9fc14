// Two half circles that reach into each other.
import torch from '../torch.js';

/**
 * Half circles as scikit-learn's make_moons has them, moved so that the middle is at 0. Directions as in circles.js.
 * @param {number} n
 */
export function moons(n) {
  const direction = torch.randn(n, 2);
  const length = direction.mul(direction).sum(1, true).sqrt();
  const arc = direction
    .div(length)
    .mul(torch.tensor([1, 0]))
    .add(
      direction
        .div(length)
        .abs()
        .mul(torch.tensor([0, 1])),
    );
  const lower = torch.arange(n).remainder(2).reshape(n, 1);
  const middle = lower.mul(torch.tensor([1, 0.5])).sub(torch.tensor([0.5, 0.25]));
  const points = arc.mul(lower.mul(-2).add(1)).add(middle).add(torch.randn(n, 2).mul(0.1));
  return [points, lower];
}

export const python = `def moons(n):
    """Two half circles: every other point lies on the lower one, which opens upwards."""
    direction = torch.randn(n, 2)
    length = (direction * direction).sum(1, keepdim=True).sqrt()
    arc = direction / length * torch.tensor([1.0, 0.0]) + (direction / length).abs() * torch.tensor([0.0, 1.0])
    lower = (torch.arange(n) % 2).float().reshape(n, 1)
    middle = lower * torch.tensor([1.0, 0.5]) - torch.tensor([0.5, 0.25])
    points = arc * (lower * -2 + 1) + middle + torch.randn(n, 2) * 0.1
    return points, lower`;

export const javascript = `/** Two half circles: every other point lies on the lower one, which opens upwards. */
function moons(n) {
  const direction = torch.randn(n, 2);
  const length = direction.mul(direction).sum(1, true).sqrt();
  const arc = direction.div(length).mul(torch.tensor([1, 0])).add(direction.div(length).abs().mul(torch.tensor([0, 1])));
  const lower = torch.arange(n).remainder(2).reshape(n, 1);
  const middle = lower.mul(torch.tensor([1, 0.5])).sub(torch.tensor([0.5, 0.25]));
  const points = arc.mul(lower.mul(-2).add(1)).add(middle).add(torch.randn(n, 2).mul(0.1));
  return [points, lower];
}`;
