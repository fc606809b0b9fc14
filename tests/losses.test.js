// Losses: PyTorch's values and gradients bit for bit where nothing is summed, else to rounding; its words and names.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import torch, { nn } from '../web/index.js';
import { float32Of } from './arrays.js';
import { outcome, recorded } from './cases.js';
import data from './reference/nn.json' with { type: 'json' };
import { kDifferences, kLossRelative } from './tolerances.js';

/** @typedef {import('./cases.js').Case} Case */

beforeAll(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
afterAll(() => void vi.restoreAllMocks());

/** @param {string} js @returns {any} */
function run(js) {
  torch.manual_seed(0);
  return new Function('torch', 'nn', 'F', 'x', 'source', 'return eval(source)')(torch, nn, nn.functional, null, js);
}

/** The name of the step that a text tells. @param {string} text */
const nodeOf = (text) => /grad_fn=<\w+>/.exec(text)?.[0];

describe('losses and their gradients', () => {
  test.each(/** @type {any[]} */ (data.losses))('$js', ({ js, bits, printed }) => {
    const result = run(js);
    const expected = float32Of(bits);
    expect(nodeOf(String(result))).toBe(nodeOf(printed));
    const own = Float32Array.from(result.data);
    expect(own.length).toBe(expected.length);
    const largest = Math.max(...expected.map(Math.abs));
    own.forEach((value, i) => {
      const size = printed.includes('grad_fn') ? Math.abs(expected[i]) : largest;
      expect(Math.abs(value - expected[i])).toBeLessThanOrEqual(kLossRelative * size);
    });
  });
});

describe('errors, texts and odd shapes', () => {
  test.each(/** @type {Case[]} */ (/** @type {unknown} */ (data.lossErrors)))('$js', (entry) => {
    expect(outcome(entry)).toEqual(recorded(entry));
  });
});

/**
 * The largest difference between a gradient in float64 and the quotient of differences.
 * @param {(x: any) => any} f to a scalar
 * @param {any} x
 */
function gradientError(f, x) {
  const leaf = x.detach().clone().requires_grad_();
  f(leaf).backward();
  const own = leaf.grad.data;
  let largest = 0;
  for (let i = 0; i < own.length; i++) {
    const [up, down] = [1e-5, -1e-5].map((step) => {
      const moved = x.detach().clone();
      moved.data[i] += step;
      return f(moved).item();
    });
    largest = Math.max(largest, Math.abs((up - down) / 2e-5 - own[i]));
  }
  return largest;
}

describe('gradients in float64 are those of differences', () => {
  torch.manual_seed(2);
  const { functional: F } = nn;
  const kind = { dtype: torch.float64 };
  const [x, t, scales] = [0, 1, 2].map(() => torch.randn(4, 3, kind));
  const [p, u] = [0, 1].map(() => torch.rand(4, 3, kind));
  const w = torch.rand(3, kind);
  const classes = torch.tensor([2n, 0n, 1n, 1n]);
  const reduction = 'sum';
  /** @type {[string, (x: any) => any][]} */
  const functions = [
    ['mse_loss', (x) => F.mse_loss(x, t)],
    ['mse_loss by its target', (x) => F.mse_loss(t, x)],
    ['mse_loss with weights', (x) => F.mse_loss(x, t, { weight: p })],
    ['l1_loss', (x) => F.l1_loss(x, t)],
    ['smooth_l1_loss', (x) => F.smooth_l1_loss(x, t, { beta: 0.7 })],
    ['binary_cross_entropy', (x) => F.binary_cross_entropy(x.mul(0.1).add(0.5), p, { weight: u })],
    ['binary_cross_entropy by its target', (x) => F.binary_cross_entropy(p, x.mul(0.1).add(0.5))],
    ['binary_cross_entropy_with_logits', (x) => F.binary_cross_entropy_with_logits(x, p, { weight: u, pos_weight: w })],
    ['binary_cross_entropy_with_logits by its target', (x) => F.binary_cross_entropy_with_logits(t, x)],
    ['nll_loss', (x) => F.nll_loss(x, classes, { weight: w })],
    ['cross_entropy', (x) => F.cross_entropy(x, classes, { weight: w, label_smoothing: 0.1 })],
    ['cross_entropy of probabilities', (x) => F.cross_entropy(x, p, { weight: w, reduction })],
    ['cross_entropy by its target', (x) => F.cross_entropy(t, x, { label_smoothing: 0.1 })],
    ['cross_entropy of planes', (x) => F.cross_entropy(x.reshape(1, 3, 4), torch.tensor([[2n, 0n, 1n, 1n]]))],
    ['layer_norm', (x) => F.layer_norm(x, [3], w, w).mul(scales).sum()],
    ['layer_norm by its weight', (x) => F.layer_norm(t, [4, 3], x, u).mul(scales).sum()],
    ['batch_norm', (x) => F.batch_norm(x, null, null, w, w, true).mul(scales).sum()],
    [
      'batch_norm of planes',
      (x) =>
        F.batch_norm(x.reshape(2, 3, 2), null, null, w, w, true)
          .reshape(4, 3)
          .mul(scales)
          .sum(),
    ],
    ['batch_norm in evaluation', (x) => F.batch_norm(x, w, w, w).mul(scales).sum()],
  ];
  // The kernels of activations take float64 only where they have it.
  const hasKernels = (() => {
    try {
      return torch.sigmoid(x).dtype === torch.float64 && torch.log_softmax(x, 1).dtype === torch.float64;
    } catch {
      return false;
    }
  })();
  const usesKernels = /logits$|^cross_entropy/;
  test.each(functions.filter(([name]) => hasKernels || !usesKernels.test(name)))('%s', (_, f) => {
    expect(gradientError(f, x)).toBeLessThan(kDifferences);
  });
});

describe('losses as modules', () => {
  test('take what their functions take', () => {
    const [x, t] = [torch.tensor([0.5, -1]), torch.tensor([1, 0])];
    const w = torch.tensor([1, 2]);
    const same = (/** @type {any} */ a, /** @type {any} */ b) => expect(a.tolist()).toEqual(b.tolist());
    const F = nn.functional;
    same(nn.SmoothL1Loss({ beta: 0.5 })(x, t), F.smooth_l1_loss(x, t, { beta: 0.5 }));
    same(nn.BCEWithLogitsLoss({ pos_weight: w })(x, t), F.binary_cross_entropy_with_logits(x, t, { pos_weight: w }));
    same(nn.L1Loss({ reduction: 'none' })(x, t), F.l1_loss(x, t, { reduction: 'none' }));
    expect(Object.keys(nn.CrossEntropyLoss({ weight: w }).state_dict())).toEqual(['weight']);
  });
});
