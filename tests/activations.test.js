// Every element-wise activation against PyTorch: values, gradients, special values, kinks, every form of the call.
import { describe, expect, test } from 'vitest';
import { activations } from '../web/build/table.js';
import torch, { F, nn } from '../web/index.js';
import { bitsOf, float32Of, float64Of } from './arrays.js';
import data from './reference/activations.json';
import { backwardUlp, forwardUlp, ulp } from './tolerances.js';

const number = (/** @type {unknown} */ value) => Number(value);

const cases = data.cases.map((entry) => ({
  ...entry,
  title: `${entry.name}(${Object.entries(entry.parameters).map(([name, value]) => `${name}=${value}`)})`,
  parameters: Object.fromEntries(Object.entries(entry.parameters).map(([name, value]) => [name, number(value)])),
}));
const elementwise = activations.filter((activation) => activation.elementwise);

/** The largest error in ULP of the true value, and where; equal NaNs and equal infinities are no error. */
function largest(/** @type {Float32Array} */ got, /** @type {Float64Array} */ right) {
  let worst = { error: 0, at: -1 };
  got.forEach((value, i) => {
    const rounded = Math.fround(right[i]);
    const error =
      Object.is(value, rounded) || (Number.isNaN(value) && Number.isNaN(rounded))
        ? 0
        : Math.abs(value - right[i]) / ulp(right[i]);
    if (!(error <= worst.error)) worst = { error, at: i };
  });
  return worst;
}

describe.each(cases)('$title', (entry) => {
  const { name, parameters } = entry;
  const f = /** @type {any} */ (F)[name];
  const x = float32Of(entry.x);
  const upstream = torch.from_numpy(float32Of(entry.grad));

  test('values are within the promised distance of the float64 values', () => {
    const y = f(torch.from_numpy(x), parameters).data;
    const bound = /** @type {any} */ (forwardUlp)[name];
    const { error, at } = largest(y, float64Of(entry.y64));
    expect(error, `at x = ${x[at]}: ${y[at]}`).toBeLessThanOrEqual(bound);
  });

  test('values that involve at most one rounding have the bits of PyTorch', () => {
    const y = f(torch.from_numpy(x), parameters).data;
    const theirs = float32Of(entry.y);
    if (/** @type {any} */ (forwardUlp)[name] <= 0.5) {
      y.forEach((/** @type {number} */ value, /** @type {number} */ i) => expect(value, `at ${x[i]}`).toBe(theirs[i]));
    } else {
      // At NaN, zeros and infinities there is no rounding to differ in.
      x.forEach((value, i) => {
        if (value === 0 || !Number.isFinite(value)) expect(y[i], `at ${value}`).toBe(theirs[i]);
      });
    }
  });

  test('the largest error of a gradient is within the bound, or no larger than PyTorch’s', () => {
    const input = torch.from_numpy(x.slice()).requires_grad_();
    f(input, parameters).backward(upstream);
    const right = float64Of(entry.dx64);
    const ours = largest(input.grad.data, right);
    const theirs = largest(float32Of(entry.dx), right);
    expect(ours.error, `at x = ${x[ours.at]}: ${input.grad.data[ours.at]}`).toBeLessThanOrEqual(
      Math.max(backwardUlp, theirs.error),
    );
  });

  test('at kinks, zeros, infinities and NaN the gradient is PyTorch’s own', () => {
    const input = torch.from_numpy(x.slice()).requires_grad_();
    f(input, parameters).backward(upstream);
    const theirs = float32Of(entry.dx);
    x.forEach((value, i) => {
      if (value === 0 || !Number.isFinite(value)) expect(input.grad.data[i], `at ${value}`).toBe(theirs[i]);
    });
  });

  test('every way of calling gives the same bits', () => {
    const { module, inplace, in_torch } = /** @type {any} */ (activations.find((a) => a.functional === name));
    const input = torch.from_numpy(x);
    const bits = bitsOf(f(input, parameters).data);
    const m = /** @type {any} */ (nn)[module](parameters);
    expect(bitsOf(m(input).data)).toEqual(bits);
    expect(bitsOf(new /** @type {any} */ (nn)[module](parameters)(input).data)).toEqual(bits);
    expect(bitsOf(f(input, { ...parameters, out: torch.empty(x.length) }).data)).toEqual(bits);
    expect(bitsOf(m(input, { out: torch.empty(x.length) }).data)).toEqual(bits);
    const itself = input.clone();
    expect(f(itself, { ...parameters, out: itself })).toBe(itself);
    expect(bitsOf(itself.data)).toEqual(bits);
    if (inplace) {
      const changed = input.clone();
      expect(f(changed, { ...parameters, inplace: true })).toBe(changed);
      expect(bitsOf(changed.data)).toEqual(bits);
      const values = Object.values(parameters);
      expect(bitsOf(/** @type {any} */ (F)[`${name}_`](input.clone(), ...values).data)).toEqual(bits);
    }
    if (in_torch) {
      expect(bitsOf(/** @type {any} */ (torch)[name](input).data)).toEqual(bits);
      expect(bitsOf(/** @type {any} */ (input)[name]().data)).toEqual(bits);
      expect(bitsOf(/** @type {any} */ (input.clone())[`${name}_`]().data)).toEqual(bits);
    }
  });
});

test('every element-wise activation of the table has reference data', () => {
  const covered = new Set(cases.map((entry) => entry.name));
  expect(elementwise.map((activation) => activation.functional).filter((name) => !covered.has(name))).toEqual([]);
});

test('a strided view gives the values of its elements', () => {
  const x = torch.randn(6, 7);
  for (const { functional } of elementwise) {
    const f = /** @type {any} */ (F)[functional];
    expect(f(x.t()).tolist()).toEqual(f(x).t().tolist());
    expect(f(x['1:5:2, ::3']).tolist()).toEqual(f(x)['1:5:2, ::3'].tolist());
  }
});

test('out takes a view, in order or not, and leaves the elements around it alone', () => {
  const x = torch.randn(3, 4);
  const frame = torch.zeros(5, 6);
  torch.tanh(x, { out: frame['1:4, 1:5'] });
  expect(frame['1:4, 1:5'].tolist()).toEqual(torch.tanh(x).tolist());
  expect(frame.ne === undefined ? frame[0].tolist() : frame[0].tolist()).toEqual([0, 0, 0, 0, 0, 0]);
  const turned = torch.zeros(4, 3);
  torch.tanh(x, { out: turned.t() });
  expect(turned.t().tolist()).toEqual(torch.tanh(x).tolist());
});

test('out of another shape, with a gradient or over shifted memory is refused, and nothing is written', () => {
  const x = torch.arange(6);
  const small = torch.zeros(5);
  expect(() => F.leaky_relu(x, { out: small })).toThrow(
    'leaky_relu(): out must have the shape and dtype of the result: expected torch.Size([6]) of torch.float32, got torch.Size([5]) of torch.float32',
  );
  expect(small.tolist()).toEqual([0, 0, 0, 0, 0]);
  expect(() => torch.sigmoid(x, { out: torch.zeros(6, { requires_grad: true }) })).toThrow(
    "sigmoid(): functions with out=... arguments don't support automatic differentiation, but one of the arguments requires grad.",
  );
  expect(() => torch.sigmoid(x['0:5'], { out: x['1:6'] })).toThrow(
    'some elements of the input tensor and the written-to tensor refer to a single memory location',
  );
  expect(() => torch.relu(x, { out: 3 })).toThrow("relu(): argument 'out' must be Tensor, not int");
  expect(x.tolist()).toEqual([0, 1, 2, 3, 4, 5]);
});

test('writing to out counts as a change of what a graph had saved', () => {
  const w = torch.randn(4, { requires_grad: true });
  const y = torch.sigmoid(w);
  torch.no_grad(() => torch.relu(torch.ones(4), { out: y.detach() }));
  expect(() => y.sum().backward()).toThrow(
    'has been modified by an inplace operation: [torch.FloatTensor [4]], which is output 0 of Sigmoid',
  );
});

describe('attributes of a module', () => {
  test('show in its text and count in the next call when they are set later', () => {
    const m = nn.LeakyReLU();
    expect(String(m)).toBe('LeakyReLU(negative_slope=0.01)');
    m.negative_slope = 1;
    expect(String(m)).toBe('LeakyReLU(negative_slope=1)');
    m.inplace = true;
    const x = torch.tensor([-2, 3]);
    expect(m(x)).toBe(x);
    expect(x.tolist()).toEqual([-2, 3]);
  });
  test('training is one of them', () => {
    const m = nn.ReLU();
    m.training = false;
    expect(m.training).toBe(false);
    expect(m.train().training).toBe(true);
    m.training = false;
    expect(m.training).toBe(false);
  });
});
