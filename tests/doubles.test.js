// Activations of float64 beside PyTorch's: values and gradients.
import { describe, expect, test } from 'vitest';
import torch, { F } from '../web/index.js';
import { float64Of } from './arrays.js';
import doubles from './reference/doubles.json';

/** @type {Record<string, (x: any) => any>} */
const functions = {
  .../** @type {any} */ (F),
  gelu_tanh: (x) => F.gelu(x, { approximate: 'tanh' }),
  softmax: (x) => F.softmax(x, 1),
  log_softmax: (x) => F.log_softmax(x, 1),
  softmin: (x) => F.softmin(x, 1),
  glu: (x) => F.glu(x, 0),
};

/** PyTorch divides float64's hardsigmoid by a float32 six's inverse; composed gradients lose a digit or two where they cancel. */
const tolerance = (/** @type {string} */ name) => (name === 'hardsigmoid' ? 2e-8 : 2e-15);

/** @param {Float64Array} got @param {Float64Array} right @param {number} near */
function expectNear(got, right, near) {
  right.forEach((value, i) => {
    if (Number.isNaN(value)) expect(got[i], `at ${i}`).toBeNaN();
    else if (!Number.isFinite(value)) expect(got[i], `at ${i}`).toBe(value);
    else
      expect(Math.abs(got[i] - value), `at ${i}: ${got[i]} beside ${value}`).toBeLessThanOrEqual(
        near * Math.max(1, Math.abs(value)),
      );
  });
}

/** @param {{ name: string, result: string, gradient: string }} entry @param {any} input */
function compare({ name, result, gradient }, input) {
  const x = input.clone().requires_grad_();
  const y = functions[name](x);
  y.backward(torch.linspace(0.5, 1.5, y.numel(), { dtype: torch.float64 }).reshape([...y.shape]));
  expect(y.dtype).toBe(torch.float64);
  expectNear(y.data, float64Of(result), 2e-15);
  expectNear(x.grad.data, float64Of(gradient), tolerance(name));
}

describe('in float64', () => {
  const places = torch.from_numpy(float64Of(doubles.places));
  test.each(doubles.elementwise)('$name is PyTorch’s, and its gradient', (entry) => compare(entry, places));
  const rows = torch.from_numpy(float64Of(doubles.rows)).reshape([4, 5, 3]);
  test.each(doubles.rowwise)('$name is PyTorch’s, and its gradient', (entry) => compare(entry, rows));

  test('gelu keeps its digits where 1 + erf loses them', () => {
    const x = torch.tensor([-8, -20], { dtype: torch.float64 });
    // mpmath's x · erfc(-x / √2) / 2 of fifty digits.
    const right = [-4.976768459417406e-15, -5.50724823721247e-88];
    /** @type {any} */ (F.gelu(x).data).forEach((/** @type {number} */ value, /** @type {number} */ i) =>
      expect(value / right[i]).toBeCloseTo(1, 12),
    );
  });
  test('a row longer than the pad is one row all the same', () => {
    const x = torch.randn(20_000, { dtype: torch.float64 });
    expect(x.softmax(0).sum().item()).toBeCloseTo(1, 12);
  });
});
