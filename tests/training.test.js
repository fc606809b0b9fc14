// Training as PyTorch's: the same first weights, and the same loss at every step to rounding.
import { describe, expect, test } from 'vitest';
import torch, { nn } from '../web/index.js';
import data from './reference/training.json' with { type: 'json' };
import { kTrainingLoss } from './tolerances.js';

/** @param {{ activation: string, optimiser: string, lr: number, losses: unknown[] }} run */
function train({ activation, optimiser, lr, losses }) {
  torch.manual_seed(0);
  const points = torch.randn(256, 2);
  const squares = points.mul(points);
  const targets = squares.select(1, 0).add(squares.select(1, 1)).gt(1.4).float().unsqueeze(1);
  const act = /** @type {any} */ (nn)[activation];
  const net = nn.Sequential(nn.Linear(2, 16), act(), nn.Linear(16, 16), act(), nn.Linear(16, 1));
  const optimizer = /** @type {any} */ (torch.optim)[optimiser](net.parameters(), { lr });
  const criterion = nn.BCEWithLogitsLoss();
  return losses.map(() => {
    optimizer.zero_grad();
    const loss = criterion(net(points), targets);
    loss.backward();
    optimizer.step();
    return loss.item();
  });
}

describe('300 steps of 2-16-16-1', () => {
  for (const run of data.runs) {
    test(`${run.activation} with ${run.optimiser}: the loss is PyTorch's at every step`, () => {
      const own = train(run);
      const largest = Math.max(...own.map((loss, i) => Math.abs(loss - Number(run.losses[i]))));
      expect(largest).toBeLessThan(kTrainingLoss);
    });
  }
});
