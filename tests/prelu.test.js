// prelu and nn.PReLU: slopes for all or for each channel, their gradients, parameters of a module.
import { describe, expect, test } from 'vitest';
import torch, { F, nn } from '../web/index.js';
import { bitsOf, float32Of, float64Of } from './arrays.js';
import data from './reference/others.json';
import { backwardUlp, ulp } from './tolerances.js';

describe.each(
  data.prelu.map((entry, i) => ({ ...entry, title: `case ${i}: [${entry.shape}] with weight [${entry.weight}]` })),
)('$title', (entry) => {
  const x = torch.from_numpy(float32Of(entry.x)).reshape(entry.shape);
  const w = torch.from_numpy(float32Of(entry.w)).reshape(entry.weight);
  const grad = torch.from_numpy(float32Of(entry.grad)).reshape(entry.shape);

  test('values and the gradient of the input have PyTorch’s bits', () => {
    const input = x.clone().requires_grad_();
    const y = F.prelu(input, w);
    y.backward(grad);
    expect([...y.detach().data]).toEqual([...float32Of(entry.y)]);
    expect([...input.grad.data]).toEqual([...float32Of(entry.dx)]);
  });

  test('the gradient of the weight is the true sum, or no farther from it than PyTorch’s', () => {
    const weight = w.clone().requires_grad_();
    F.prelu(x, weight).backward(grad);
    const theirs = float32Of(entry.dw);
    const right = float64Of(entry.dw64);
    expect([...weight.grad.shape]).toEqual(entry.weight);
    // Sums cancel: what is lost is measured by the terms.
    const term = Math.max(0, ...grad.data.map((g, i) => Math.abs(g * Math.min(0, x.data[i]) || 0)));
    weight.grad.data.forEach((/** @type {number} */ value, /** @type {number} */ i) => {
      if (Number.isNaN(theirs[i])) return expect(value).toBeNaN();
      if (value === theirs[i]) return;
      const allowed = Math.max(backwardUlp * ulp(Math.max(term, Math.abs(right[i]))), Math.abs(theirs[i] - right[i]));
      expect(Math.abs(value - right[i])).toBeLessThanOrEqual(allowed);
    });
  });

  test('out, a strided input and the method give the same bits', () => {
    const bits = bitsOf(F.prelu(x, w).data);
    const out = torch.empty([...entry.shape]);
    expect(F.prelu(x, w, { out })).toBe(out);
    expect(bitsOf(out.data)).toEqual(bits);
    expect(bitsOf(x.prelu(w).data)).toEqual(bits);
    expect(bitsOf(torch.prelu(x, { weight: w }).data)).toEqual(bits);
    const itself = x.clone();
    expect(bitsOf(F.prelu(itself, w, { out: itself }).data)).toEqual(bits);
    if (entry.shape.length < 2) return;
    const turned = x.transpose(0, 1).contiguous().transpose(0, 1);
    expect(bitsOf(F.prelu(turned, w).data)).toEqual(bits);
  });
});

test('an array longer than the scratch pad has each channel’s slope in its place', () => {
  const x = torch.randn(2, 3, 20_000);
  const w = torch.tensor([0.5, -1, 2]).requires_grad_();
  const y = F.prelu(x, w);
  for (const channel of [0, 1, 2]) {
    const right = F.leaky_relu(x[`:, ${channel}`], w[channel].item());
    expect(bitsOf(y.detach()[`:, ${channel}`].contiguous().data)).toEqual(bitsOf(right.contiguous().data));
  }
  y.backward(torch.ones_like(y));
  const sums = [0, 1, 2].map((channel) => {
    let sum = 0;
    for (const value of x[`:, ${channel}`].contiguous().data) sum += Math.min(0, value);
    return Math.fround(sum);
  });
  expect(w.grad?.tolist()).toEqual(sums);
});

test('out is refused where the weight needs a gradient', () => {
  expect(() => nn.PReLU()(torch.zeros(2), { out: torch.zeros(2) })).toThrow(
    "prelu(): functions with out=... arguments don't support automatic differentiation, but one of the arguments requires grad.",
  );
  const m = nn.PReLU().requires_grad_(false);
  const out = torch.zeros(2);
  expect(m(torch.tensor([-4, 4]), { out })).toBe(out);
  expect(out.tolist()).toEqual([-1, 4]);
});

describe('nn.PReLU', () => {
  test('learns its slope', () => {
    const m = nn.PReLU({ init: 0 });
    const x = torch.tensor([-1, -2, 3]);
    for (let step = 0; step < 50; step++) {
      m.zero_grad();
      const error = m(x).sub(torch.tensor([-0.5, -1, 3]));
      error.mul(error).sum().backward();
      torch.no_grad(() => m.weight.sub_(/** @type {any} */ (m.weight.grad).mul(0.05)));
    }
    expect(m.weight.item()).toBeCloseTo(0.5, 5);
  });

  test('names its parameter, which is a Tensor and an nn.Parameter', () => {
    const m = nn.PReLU(2);
    const [[name, parameter]] = m.named_parameters();
    expect(name).toBe('weight');
    expect([...m.parameters()][0]).toBe(parameter);
    expect(parameter).toBe(m.weight);
    expect(parameter).toBeInstanceOf(nn.Parameter);
    expect(parameter).toBeInstanceOf(torch.Tensor);
    expect(String(parameter)).toBe('Parameter containing:\ntensor([0.2500, 0.2500], requires_grad=True)');
    expect([...nn.ReLU().parameters()]).toEqual([]);
  });

  test('is found as a parameter of a module of one’s own', () => {
    class Scaled extends nn.Module {
      scale = nn.Parameter(torch.tensor([2]));
      forward(/** @type {any} */ input) {
        return input.mul(this.scale);
      }
    }
    const m = /** @type {any} */ (new Scaled());
    m(torch.tensor([3, 4]))
      .sum()
      .backward();
    expect([...m.parameters()].map((p) => p.grad.item())).toEqual([7]);
  });
});
