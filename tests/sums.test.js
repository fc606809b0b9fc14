// Sums, means, norms and losses against the bits of PyTorch; and sums of softmax over short rows, as they print.
import { describe, expect, test } from 'vitest';
import torch, { F } from '../web/index.js';
import { fnv1a } from './arrays.js';
import data from './reference/sums.json';

/** The same numbers, lying otherwise in memory, as in tests/reference/make_sums.py. @param {any} x @param {string} layout */
function laidOut(x, layout) {
  if (layout === 'turned' && x.dim() > 1) return x.transpose(-1, -2).contiguous().transpose(-1, -2);
  return layout === 'strided' ? torch.stack([x, x], -1).select(-1, 0) : x;
}

/** @param {any} x a tensor */
const hashOf = (x) => fnv1a(x.contiguous().data);

describe.each(['float32', 'float64'])('%s', (name) => {
  const dtype = /** @type {any} */ (torch)[name];

  test.each(['plain', 'turned', 'strided'])('sums and means of what lies %s have the bits of PyTorch', (layout) => {
    for (const { shape, dim, seed, ...entry } of data.sums) {
      if (entry.layout !== layout || entry.dtype !== name) continue;
      torch.manual_seed(seed);
      const x = laidOut(torch.randn(shape).mul(torch.randn(shape)).to(dtype), layout);
      const title = `${JSON.stringify(shape)} over ${JSON.stringify(dim)}`;
      expect(hashOf(dim === null ? x.sum() : x.sum(dim)), title).toBe(entry.sum);
      expect(hashOf(dim === null ? x.mean() : x.mean(dim)), title).toBe(entry.mean);
    }
  });

  test('2-norms of what lies one behind the other have the bits of PyTorch', () => {
    for (const { count, seed, norm, rows } of data.norms.filter((entry) => entry.dtype === name)) {
      torch.manual_seed(seed);
      const x = torch.randn(3, count).to(dtype);
      expect(hashOf(x[0].norm()), `of ${count}`).toBe(norm);
      expect(hashOf(x.norm({ dim: 1 })), `of rows of ${count}`).toBe(rows);
    }
  });
});

test('sums of softmax over short rows, and the gradient of their sum, print as PyTorch’s', () => {
  let equal = 0;
  for (const { rows, count, seed, dim, sum, slope } of data.softmaxes) {
    torch.manual_seed(seed);
    const x = torch.randn(rows, count).mul(10).round().div(10).requires_grad_();
    const y = F.softmax(x, dim);
    const [own] = torch.autograd.grad(y.sum(), x);
    equal += Number(String(y.detach().sum(dim)) === sum) + Number(String(own) === slope);
  }
  // Exponentials differ in a last place here and there.
  expect(equal / data.softmaxes.length / 2).toBeGreaterThan(0.9);
});

/** As in tests/reference/make_sums.py. @type {Record<string, (x: any, y: any, t: any) => any>} */
const losses = {
  mse_loss: (x, y) => F.mse_loss(x, y),
  l1_loss: (x, y) => F.l1_loss(x, y, { reduction: 'sum' }),
  binary_cross_entropy_with_logits: (x, y) => F.binary_cross_entropy_with_logits(x, y.gt(0).float()),
  cross_entropy: (x, _, t) => F.cross_entropy(x, t),
  'cross_entropy, sum': (x, _, t) => F.cross_entropy(x, t, { reduction: 'sum' }),
  'cross_entropy, smoothed': (x, _, t) => F.cross_entropy(x, t, { label_smoothing: 0.1 }),
};

test.each(Object.keys(losses))('%s and its gradient have the bits of PyTorch', (name) => {
  for (const { shape, seed, loss, grad } of data.losses.filter((entry) => entry.name === name)) {
    torch.manual_seed(seed);
    const x = torch.randn(shape).mul(3).requires_grad_();
    const y = torch.randn(shape);
    const t = torch.randint(0, shape[1], [shape[0], ...shape.slice(2)]);
    const own = losses[name](x, y, t);
    own.backward();
    expect(own.item(), JSON.stringify(shape)).toBe(loss);
    expect(hashOf(x.grad), `the gradient of ${JSON.stringify(shape)}`).toBe(grad);
  }
});
