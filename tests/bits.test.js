// Functions, losses, and small networks trained: the bits of PyTorch's CPU kernels (AVX2), results, gradients and losses.
import { expect, test } from 'vitest';
import torch, { F, nn } from '../web/index.js';
import { fnv1a } from './arrays.js';
import data from './reference/bits.json';

/** @param {any} x a tensor */
const hashOf = (x) => fnv1a(x.detach().contiguous().data);

test.each(['sin', 'cos'])('%s and its gradient', (name) => {
  for (const { count, seed, y, grad } of data.functions.filter((entry) => entry.name === name)) {
    torch.manual_seed(seed);
    const x = torch.randn(count).mul(4).requires_grad_();
    const result = /** @type {any} */ (torch)[name](x);
    result.backward(torch.randn(count));
    expect(hashOf(result), `of ${count}`).toBe(y);
    expect(hashOf(x.grad), `the gradient of ${count}`).toBe(grad);
  }
});

/** @type {Record<string, (a: any, b: any, w: any) => any>} */
const mixtures = {
  lerp: (a, b, w) => torch.lerp(a, b, w),
  'lerp, 0.3': (a, b) => torch.lerp(a, b, 0.3),
  addcmul: (a, b, w) => torch.addcmul(a, b, w, { value: 0.3 }),
  prod: (a) => a.prod(),
  quantile: (a, _, w) => a.quantile(w.narrow(0, 0, 3)),
};

test.each(Object.keys(mixtures))('%s', (name) => {
  for (const { count, seed, y } of data.mixtures.filter((entry) => entry.name === name)) {
    torch.manual_seed(seed);
    const result = mixtures[name](torch.randn(count), torch.randn(count), torch.rand(count));
    expect(hashOf(result), `of ${count}`).toBe(y);
  }
});

test('binary_cross_entropy and its gradient', () => {
  for (const { count, seed, loss, grad } of data.entropies) {
    torch.manual_seed(seed);
    const p = torch.rand(count).requires_grad_();
    const value = F.binary_cross_entropy(p, torch.rand(count).round());
    value.backward();
    expect(value.item(), `of ${count}`).toBe(loss);
    expect(hashOf(p.grad), `the gradient of ${count}`).toBe(grad);
  }
});

test.each(data.trainings)(
  '$activation learns exclusive or by $loss and $optimizer with the very losses',
  (training) => {
    const { activation, loss, optimizer, settings, losses } = training;
    const of = /** @type {any} */ (nn);
    const x = torch.tensor([0, 0, 0, 1, 1, 0, 1, 1]).view(4, 2);
    const target = torch.tensor([0, 1, 1, 0]).view(4, 1);
    torch.manual_seed(42);
    const net = nn.Sequential(nn.Linear(2, 8), of[activation](), nn.Linear(8, 1));
    const step = /** @type {any} */ (torch.optim)[optimizer](net.parameters(), settings);
    const criterion = of[loss]();
    const seen = Array.from({ length: 400 }, () => {
      step.zero_grad();
      const value = criterion(net(x), target);
      value.backward();
      step.step();
      return value.item();
    });
    expect(seen.filter((_, i) => i % 40 === 39)).toEqual(losses);
  },
);
