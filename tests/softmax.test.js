// Softmax against PyTorch and float64: any shape, any dimension, rows of any length.
import { describe, expect, test } from 'vitest';
import torch, { F, nn } from '../web/index.js';
import { bitsOf, float32Of, float64Of } from './arrays.js';
import data from './reference/softmax.json';
import { backwardUlp, softmaxUlp, ulp } from './tolerances.js';

const normal = 2 ** -126;

describe.each(
  data.cases.map((entry, i) => ({ ...entry, title: `case ${i}: shape [${entry.shape}], dim ${entry.dim}` })),
)('$title', (entry) => {
  const x = torch.from_numpy(float32Of(entry.x)).reshape(entry.shape);
  const theirs = float32Of(entry.y);
  const right = float64Of(entry.y64);

  test('values are within 4 ULP of the float64 values, NaN where PyTorch has NaN', () => {
    const y = F.softmax(x, { dim: entry.dim });
    expect([...y.shape]).toEqual(entry.shape);
    y.data.forEach((/** @type {number} */ value, /** @type {number} */ i) => {
      if (Number.isNaN(theirs[i])) return expect(value).toBeNaN();
      const bound = right[i] >= normal ? softmaxUlp * ulp(right[i]) : softmaxUlp * normal * 2 ** -23;
      expect(Math.abs(value - right[i]), `at ${i}`).toBeLessThanOrEqual(bound);
    });
  });

  test('gradients are within 4 ULP of the largest term of their sums, NaN where PyTorch has NaN', () => {
    const input = x.clone().requires_grad_();
    const grad = float32Of(entry.grad);
    F.softmax(input, { dim: entry.dim }).backward(torch.from_numpy(grad).reshape(entry.shape));
    const dx = float32Of(entry.dx);
    const dx64 = float64Of(entry.dx64);
    // (g - sum(g y)) y cancels: what is lost is measured by the terms, not by what remains of them.
    const term = grad.reduce((most, g, i) => (Number.isNaN(dx[i]) ? most : Math.max(most, Math.abs(g) * right[i])), 0);
    input.grad.data.forEach((/** @type {number} */ value, /** @type {number} */ i) => {
      if (Number.isNaN(dx[i])) return expect(value).toBeNaN();
      expect(Math.abs(value - dx64[i]), `at ${i}`).toBeLessThanOrEqual(
        backwardUlp * ulp(Math.max(term, Math.abs(dx64[i]))),
      );
    });
  });
});

/** The largest error in ULP of softmax over rows, against float64. @param {Float32Array} x @param {Float32Array} y @param {number} n */
function rowError(x, y, n) {
  let worst = 0;
  for (let start = 0; start < x.length; start += n) {
    const row = x.subarray(start, start + n);
    const most = row.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    const e = Float64Array.from(row, (value) => Math.exp(value - most));
    const sum = e.reduce((a, b) => a + b, 0);
    e.forEach((value, j) => {
      const right = value / sum;
      if (right >= normal) worst = Math.max(worst, Math.abs(y[start + j] - right) / ulp(right));
    });
  }
  return worst;
}

test.each([5, 256, 1000, 32000])('rows of %i stay within 4 ULP for randn * 3 and for uniform [-10, 10]', (n) => {
  torch.manual_seed(n);
  const rows = Math.ceil(200_000 / n);
  for (const x of [torch.randn(rows, n).mul(3), torch.rand(rows, n).mul(20).sub(10)]) {
    expect(rowError(x.data, F.softmax(x, { dim: 1 }).data, n)).toBeLessThanOrEqual(softmaxUlp);
  }
});

test.each([
  [3, 1],
  [5, 3],
  [16, 4],
  [31, 2],
  [32, 1],
  [100, 7],
  [5000, 5],
  [16384, 1],
  [16385, 1],
  [40000, 3],
  [300, 130],
])('a row of %i has the same bits whatever stands beside it (%i rows)', (n, rows) => {
  torch.manual_seed(7);
  const x = torch.randn(rows, n).mul(4);
  const along = F.softmax(x, { dim: 1 });
  const across = F.softmax(x.t().contiguous(), { dim: 0 });
  expect(bitsOf(across.t().contiguous().data)).toEqual(bitsOf(along.data));
  for (let row = 0; row < rows; row += 3)
    expect(bitsOf(F.softmax(x[row].clone(), 0).data)).toEqual(bitsOf(along[row].clone().data));
});

test('dim counts from the end as well', () => {
  const x = torch.randn(2, 3, 4);
  for (const dim of [0, 1, 2]) expect(F.softmax(x, dim).tolist()).toEqual(F.softmax(x, dim - 3).tolist());
});

test('out may be the input, and long rows may be written over themselves', () => {
  const x = torch.randn(2, 50_000);
  const right = bitsOf(F.softmax(x, 1).data);
  expect(F.softmax(x, 1, { out: x })).toBe(x);
  expect(bitsOf(x.data)).toEqual(right);
});

test('equal logits share evenly, however large they are', () => {
  for (const value of [0, 1000, -1000, 3e38]) {
    expect(
      nn
        .Softmax({ dim: 0 })(torch.full([4], value))
        .tolist(),
    ).toEqual([0.25, 0.25, 0.25, 0.25]);
  }
});
