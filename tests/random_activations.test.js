// rrelu in training and gumbel_softmax: PyTorch's random numbers from the same seed, and the gradients that go with them.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import torch, { F, nn } from '../web/index.js';
import { float32Of, fnv1a } from './arrays.js';
import data from './reference/others.json';

/** @param {any} expected base64, or a hash @param {Float32Array} got */
const expectBits = (expected, got) =>
  typeof expected === 'number' ? expect(fnv1a(got)).toBe(expected) : expect([...got]).toEqual([...float32Of(expected)]);

/** The input and upstream gradient of a case. @param {any} entry @param {(input: any) => any} f */
function run(entry, f) {
  torch.manual_seed(7);
  const drawn = torch.randn([...entry.shape]).mul(2);
  const x = (entry.x ? torch.from_numpy(float32Of(entry.x)) : drawn).requires_grad_();
  const grad = torch.randn([...entry.shape]);
  torch.manual_seed(BigInt(entry.seed));
  const y = f(x);
  const after = torch.rand(1).item();
  y.backward(grad);
  return { y: y.detach(), dx: /** @type {any} */ (x.grad), after };
}

describe.each(
  data.rrelu.map((entry) => ({
    ...entry,
    title: `rrelu(${entry.lower}, ${entry.upper}) of [${entry.shape}], seed ${entry.seed}`,
  })),
)('$title', (entry) => {
  const { lower, upper } = entry;

  test('draws PyTorch’s slopes, and as many', () => {
    const { y, dx, after } = run(entry, (x) => F.rrelu(x, lower, upper, true));
    expectBits(entry.y, y.data);
    if ('dx' in entry) expectBits(entry.dx, dx.data);
    if ('after' in entry) expect(after).toBe(entry.after);
  });

  test('in place, into out and as a module it is the same', () => {
    const forms = [
      (/** @type {any} */ x) => F.rrelu_(x.mul(1), lower, upper, true),
      (/** @type {any} */ x) => F.rrelu(x.mul(1), { lower, upper, training: true, inplace: true }),
      (/** @type {any} */ x) => nn.RReLU(lower, upper)(x),
      (/** @type {any} */ x) => torch.rrelu(x, lower, upper, true),
    ];
    for (const form of forms) {
      const { y, dx } = run(entry, form);
      expectBits(entry.y, y.data);
      if ('dx' in entry) expectBits(entry.dx, dx.data);
    }
    const x = run(entry, (input) => input.mul(1)).y.div(1);
    torch.manual_seed(BigInt(entry.seed));
    const out = torch.empty([...entry.shape]);
    expect(F.rrelu(x, lower, upper, true, { out })).toBe(out);
    expectBits(entry.y, out.data);
  });
});

describe('RReLU', () => {
  test('draws in training only, and the function only if told', () => {
    const x = torch.tensor([-1, -1, -1, -1]);
    const m = nn.RReLU(0.1, 0.9);
    expect(new Set(m(x).tolist()).size).toBe(4);
    expect(m.eval()(x).tolist()).toEqual(F.rrelu(x, 0.1, 0.9).tolist());
    expect(new Set(m(x).tolist()).size).toBe(1);
    expect(new Set(m.train()(x).tolist()).size).toBe(4);
  });
  test('draws in row-major order, whatever the strides', () => {
    const x = torch.randn(3, 4);
    torch.manual_seed(1);
    const right = F.rrelu(x, 0.1, 0.9, true).tolist();
    torch.manual_seed(1);
    const turned = x.t().contiguous().t();
    expect(F.rrelu(turned, 0.1, 0.9, true).tolist()).toEqual(right);
  });
  test('draws nothing where it is refused', () => {
    torch.manual_seed(5);
    const right = torch.rand(1).item();
    torch.manual_seed(5);
    expect(() => F.rrelu(torch.zeros(3), 0.5, 0.1, true)).toThrow('Lower bound should be less than');
    expect(() => F.rrelu(torch.zeros(3), 0.1, 0.5, true, { out: torch.zeros(4) })).toThrow('out must have the shape');
    expect(torch.rand(1).item()).toBe(right);
  });
});

describe.each(
  data.gumbel.map((entry) => ({
    ...entry,
    title: `gumbel_softmax of [${entry.shape}] along ${entry.dim}, tau ${entry.tau}, hard ${entry.hard}, seed ${entry.seed}`,
  })),
)('$title', (entry) => {
  test('has PyTorch’s noise, values and gradients', () => {
    const { tau, hard, dim } = entry;
    const { y, dx, after } = run(entry, (x) => F.gumbel_softmax(x, { tau, hard, dim }));
    expect(after).toBe(entry.after);
    const theirs = { y: float32Of(entry.y), dx: float32Of(entry.dx) };
    // The logarithm, the softmax and the sums of its gradient differ in last places, which 1 / tau enlarges.
    y.data.forEach((value, i) => expect(Math.abs(value - theirs.y[i]), `y at ${i}`).toBeLessThan(2e-6));
    dx.data.forEach((/** @type {number} */ value, /** @type {number} */ i) =>
      expect(Math.abs(value - theirs.dx[i]), `dx at ${i}`).toBeLessThan(1e-5),
    );
  });
});

describe('gumbel_softmax', () => {
  beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
  afterEach(() => void vi.restoreAllMocks());

  test('warns that eps does nothing', () => {
    F.gumbel_softmax(torch.zeros(2), { eps: 1e-3 });
    expect(console.warn).toHaveBeenCalledWith('UserWarning: `eps` parameter is deprecated and has no effect.');
  });
  test('writes to out', () => {
    torch.manual_seed(2);
    const right = F.gumbel_softmax(torch.ones(2, 3), { dim: 0 }).tolist();
    torch.manual_seed(2);
    const out = torch.empty(2, 3);
    expect(F.gumbel_softmax(torch.ones(2, 3), { dim: 0, out })).toBe(out);
    expect(out.tolist()).toEqual(right);
    expect(() => F.gumbel_softmax(torch.ones(2), { out })).toThrow('gumbel_softmax(): out must have the shape');
  });
});
