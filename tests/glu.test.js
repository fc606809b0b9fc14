// glu against PyTorch and float64: every dimension, strided inputs, out that shares memory, gradients.
import { describe, expect, test } from 'vitest';
import torch, { F, nn } from '../web/index.js';
import { bitsOf, float32Of, float64Of } from './arrays.js';
import data from './reference/others.json';
import { backwardUlp, forwardUlp, ulp } from './tolerances.js';

/** Whether values are right: within `bound` ULP, or no farther than PyTorch's; NaN only where PyTorch has it, and where it is true. */
function expectNear(
  /** @type {Float32Array} */ got,
  /** @type {Float64Array} */ right,
  /** @type {Float32Array} */ theirs,
  /** @type {number} */ bound,
) {
  expect(got.length).toBe(right.length);
  got.forEach((value, i) => {
    if (Number.isNaN(right[i])) return expect(value, `at ${i}`).toBeNaN();
    if (Number.isNaN(value)) return expect(theirs[i], `at ${i}`).toBeNaN(); // inf times what vanishes in float32
    if (value === Math.fround(right[i]) || value === theirs[i]) return;
    const allowed = Math.max(bound * ulp(right[i]), Math.abs(theirs[i] - right[i]));
    expect(Math.abs(value - right[i]), `at ${i}: ${value}`).toBeLessThanOrEqual(allowed);
  });
}

describe.each(data.glu.map((entry) => ({ ...entry, title: `[${entry.shape}], dim ${entry.dim}` })))(
  '$title',
  (entry) => {
    const x = torch.from_numpy(float32Of(entry.x)).reshape(entry.shape);

    test('values and gradients are PyTorch’s', () => {
      const input = x.clone().requires_grad_();
      const y = F.glu(input, entry.dim);
      y.backward(torch.from_numpy(float32Of(entry.grad)).reshape([...y.shape]));
      expectNear(y.detach().data, float64Of(entry.y64), float32Of(entry.y), forwardUlp.glu);
      expectNear(input.grad.data, float64Of(entry.dx64), float32Of(entry.dx), backwardUlp);
    });

    test('module, keyword, negative dimension, out and strided input give the same bits', () => {
      const { dim, shape } = entry;
      const y = F.glu(x, dim);
      const bits = bitsOf(y.data);
      const out = torch.empty([...y.shape]);
      expect(F.glu(x, { dim, out })).toBe(out);
      expect(bitsOf(out.data)).toEqual(bits);
      expect(bitsOf(nn.GLU(dim)(x).data)).toEqual(bits);
      expect(bitsOf(nn.GLU({ dim: dim - shape.length })(x, { out }).data)).toEqual(bits);
      const turned = x.transpose(0, -1).contiguous().transpose(0, -1);
      expect(bitsOf(F.glu(turned, dim).data)).toEqual(bits);
      const sparse = torch.empty([...y.shape, 2]).select(-1, 1);
      F.glu(x, dim, { out: sparse });
      expect(bitsOf(sparse.contiguous().data)).toEqual(bits);
    });
  },
);

test('halves longer than the scratch pad give the bits of their pieces', () => {
  const x = torch.randn(3, 40_000);
  const y = F.glu(x, 1);
  expect(bitsOf(F.glu(x[1].clone(), 0).data)).toEqual(bitsOf(y[1].clone().data));
  const part = torch.tensor([x[2][5].item(), x[2][20_005].item()]);
  expect(F.glu(part).item()).toBe(y[2][5].item());
});

describe('out', () => {
  test('may be one of the halves', () => {
    for (const half of ['0:2', '2:4']) {
      const x = torch.randn(4, 3);
      const right = F.glu(x, 0).tolist();
      const out = x[half];
      expect(F.glu(x, 0, { out })).toBe(out);
      expect(out.tolist()).toEqual(right);
    }
  });
  test('is refused where it lies across them, and nothing is written', () => {
    const x = torch.arange(4);
    expect(() => F.glu(x, { out: x['1:3'] })).toThrow(
      'some elements of the input tensor and the written-to tensor refer to a single memory location',
    );
    expect(x.tolist()).toEqual([0, 1, 2, 3]);
  });
  test('has half the size', () => {
    expect(() => F.glu(torch.zeros(2, 4), { out: torch.zeros(2, 4) })).toThrow(
      'glu(): out must have the shape and dtype of the result: expected torch.Size([2, 2]) of torch.float32, got torch.Size([2, 4]) of torch.float32',
    );
    expect(() => F.glu(torch.zeros(4), { out: torch.zeros(2).requires_grad_() })).toThrow(
      "glu(): functions with out=... arguments don't support automatic differentiation",
    );
  });
});
