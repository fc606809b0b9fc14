// Softmax, softmin and log_softmax against PyTorch and float64: any shape, any dimension, rows of any length.
import { describe, expect, test } from 'vitest';
import torch, { F, nn } from '../web/index.js';
import { bitsOf, float32Of, float64Of } from './arrays.js';
import data from './reference/softmax.json';
import { backwardUlp, forwardUlp, logSoftmaxAbsolute, longRowUlp, shortRowOrder, ulp } from './tolerances.js';

const normal = 2 ** -126;
const kinds = ['softmax', 'softmin', 'log_softmax'];
/** @param {string} name @returns {(...args: any[]) => any} */
const functionOf = (name) => /** @type {any} */ (F)[name];

describe.each(
  data.cases.map((entry, i) => ({ ...entry, title: `case ${i}: ${entry.name} of [${entry.shape}], dim ${entry.dim}` })),
)('$title', (entry) => {
  const x = torch.from_numpy(float32Of(entry.x)).reshape(entry.shape);
  const f = functionOf(entry.name);
  const isLog = entry.name === 'log_softmax';
  const theirs = float32Of(entry.y);
  const right = float64Of(entry.y64);

  test('values are within their bound of the float64 values, NaN where PyTorch has NaN', () => {
    const y = f(x, { dim: entry.dim });
    expect([...y.shape]).toEqual(entry.shape);
    y.data.forEach((/** @type {number} */ value, /** @type {number} */ i) => {
      if (Number.isNaN(theirs[i])) return expect(value).toBeNaN();
      if (value === Math.fround(right[i])) return;
      // Below the least normal number a float32 has no 4 ULP to give.
      const unit = isLog ? ulp(right[i]) : Math.max(ulp(right[i]), normal * 2 ** -23);
      const bound = Math.max(forwardUlp[entry.name] * unit, isLog ? logSoftmaxAbsolute : 0);
      expect(Math.abs(value - right[i]), `at ${i}`).toBeLessThanOrEqual(bound);
    });
  });

  test('gradients are within 4 ULP of the largest term of their sums, NaN where PyTorch has NaN', () => {
    const input = x.clone().requires_grad_();
    const grad = float32Of(entry.grad);
    f(input, { dim: entry.dim }).backward(torch.from_numpy(grad).reshape(entry.shape));
    const dx = float32Of(entry.dx);
    const dx64 = float64Of(entry.dx64);
    // (g - sum(g y)) y, or g - e^y sum(g), cancels: what is lost is measured by the terms, not by what remains of them.
    const term = grad.reduce((most, g, i) => {
      if (Number.isNaN(dx[i])) return most;
      return Math.max(most, Math.abs(g) * (isLog ? 1 : right[i]));
    }, 0);
    input.grad.data.forEach((/** @type {number} */ value, /** @type {number} */ i) => {
      if (Number.isNaN(dx[i])) return expect(value).toBeNaN();
      expect(Math.abs(value - dx64[i]), `at ${i}`).toBeLessThanOrEqual(
        Math.max(backwardUlp * ulp(Math.max(term, Math.abs(dx64[i]))), Math.abs(dx[i] - dx64[i])),
      );
    });
  });
});

test.each([1, 5, 40])('what outweighs all others of a row of %i is exactly 1, and its gradient exactly 0', (n) => {
  // For some exponentials no float32 is a reciprocal: that of 4 is one.
  const rows = 20_000;
  const most = torch
    .rand([rows, 1], { generator: new torch.Generator().manual_seed(n) })
    .mul(40)
    .sub(20);
  most.data[0] = 4;
  const x = torch.cat([most, most.sub(200).expand(rows, n - 1)], 1).requires_grad_();
  const y = F.softmax(x, 1);
  y.sum().backward();
  expect(y.select(1, 0).data.findIndex((value) => value !== 1)).toBe(-1);
  expect(x.grad?.data.findIndex((value) => value !== 0)).toBe(-1);
});

/**
 * The largest error in ULP over rows, against float64.
 * @param {string} name
 * @param {Float32Array} x
 * @param {Float32Array} y
 * @param {number} n
 */
function rowError(name, x, y, n) {
  let worst = 0;
  for (let start = 0; start < x.length; start += n) {
    const row = Float64Array.from(x.subarray(start, start + n), (value) => (name === 'softmin' ? -value : value));
    const most = row.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    const sum = row.reduce((total, value) => total + Math.exp(value - most), 0);
    row.forEach((value, j) => {
      const right = name === 'log_softmax' ? value - most - Math.log(sum) : Math.exp(value - most) / sum;
      const error = Math.abs(y[start + j] - right);
      const isAbsolute = name === 'log_softmax' && error <= logSoftmaxAbsolute;
      if (Math.abs(right) >= normal && !isAbsolute) worst = Math.max(worst, error / ulp(right));
    });
  }
  return worst;
}

/** @param {string} name @param {number} n */
const isShort = (name, n) => name !== 'log_softmax' && n < 32;

describe.each(kinds)('%s', (name) => {
  const f = functionOf(name);

  test.each([5, 256, 1000, 32000])('rows of %i stay within the bound for randn * 3 and for uniform [-10, 10]', (n) => {
    torch.manual_seed(n);
    const rows = Math.ceil(100_000 / n);
    for (const x of [torch.randn(rows, n).mul(3), torch.rand(rows, n).mul(20).sub(10)]) {
      expect(rowError(name, x.data, f(x, { dim: 1 }).data, n)).toBeLessThanOrEqual(
        isShort(name, n) ? forwardUlp[name] : longRowUlp,
      );
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
    const along = f(x, { dim: 1 });
    const across = f(x.t().contiguous(), { dim: 0 });
    across
      .t()
      .contiguous()
      .data.forEach((/** @type {number} */ value, /** @type {number} */ i) => {
        const bound = isShort(name, n) ? shortRowOrder * ulp(value) : 0;
        expect(Math.abs(value - along.data[i])).toBeLessThanOrEqual(bound);
      });
    for (let row = 0; row < rows; row += 3)
      expect(bitsOf(f(x[row].clone(), 0).data)).toEqual(bitsOf(along[row].clone().data));
  });

  test('dim counts from the end as well', () => {
    const x = torch.randn(2, 3, 4);
    for (const dim of [0, 1, 2]) expect(f(x, dim).tolist()).toEqual(f(x, dim - 3).tolist());
  });

  test('out may be the input, and long rows may be written over themselves', () => {
    const x = torch.randn(2, 50_000);
    const right = bitsOf(f(x, 1).data);
    expect(f(x, 1, { out: x })).toBe(x);
    expect(bitsOf(x.data)).toEqual(right);
  });

  test('out refuses another shape and a tensor with a gradient', () => {
    const x = torch.zeros(2, 3);
    expect(() => f(x, 1, { out: torch.zeros(3, 2) })).toThrow(
      `${name}(): out must have the shape and dtype of the result: expected torch.Size([2, 3]) of torch.float32, got torch.Size([3, 2]) of torch.float32`,
    );
    expect(() => f(x, { dim: 1, out: torch.zeros(2, 3).requires_grad_() })).toThrow(
      `${name}(): functions with out=... arguments don't support automatic differentiation`,
    );
  });

  test('a row of NaN, of infinities or of nothing gives what PyTorch gives', () => {
    const [nan, inf] = [Number.NaN, Number.POSITIVE_INFINITY];
    const whole = name === 'log_softmax' ? 0 : 1;
    const none = name === 'log_softmax' ? -inf : 0;
    const sign = name === 'softmin' ? -1 : 1;
    expect(f(torch.tensor([nan, 1]), 0).tolist()).toEqual([nan, nan]);
    expect(f(torch.tensor([-inf * sign, 1]), 0).tolist()).toEqual([none, whole]);
    expect(f(torch.tensor([-inf * sign, -inf * sign]), 0).tolist()).toEqual([nan, nan]);
    expect([...f(torch.zeros(2, 0), 1).shape]).toEqual([2, 0]);
  });
});

test('softmin is softmax of the opposite, to the bit, recorded or not', () => {
  const x = torch.randn(7, 33).mul(3);
  const right = bitsOf(F.softmax(x.neg(), 1).data);
  expect(bitsOf(F.softmin(x, 1).data)).toEqual(right);
  const y = F.softmin(x.clone().requires_grad_(), 1);
  expect(bitsOf(y.detach().data)).toEqual(right);
  const [[node]] = /** @type {any} */ (y.grad_fn).next_functions;
  expect(String(node)).toBe('<NegBackward0>');
});

test('Softmax2d is softmax over the channels of one image or of several', () => {
  const x = torch.randn(2, 3, 4, 5);
  const m = nn.Softmax2d();
  expect(m(x).tolist()).toEqual(F.softmax(x, 1).tolist());
  expect(m(x[0]).tolist()).toEqual(F.softmax(x[0], 0).tolist());
  const out = torch.empty(2, 3, 4, 5);
  expect(m(x, { out })).toBe(out);
  expect(out.tolist()).toEqual(m(x).tolist());
  expect(() => m(x[0][0])).toThrow('Softmax2d: expected input to be 3D or 4D, got 2D instead');
});

test('equal logits share evenly, however large they are', () => {
  for (const value of [0, 1000, -1000, 3e38]) {
    const m = nn.Softmax({ dim: 0 });
    expect(m(torch.full([4], value)).tolist()).toEqual([0.25, 0.25, 0.25, 0.25]);
  }
});
