// Every element-wise activation against PyTorch: values, gradients, special values, kinks, every form of the call.
import { describe, expect, test } from 'vitest';
import { activations } from '../web/build/facts.js';
import { isPyTorchs } from '../web/core/activations.js';
import torch, { F, nn } from '../web/index.js';
import { bitsOf, float32Of, float64Of } from './arrays.js';
import data from './reference/activations.json';
import { backwardUlp, forwardOtherUlp, forwardUlp, ulp } from './tolerances.js';

const elementwise = activations.filter((activation) => activation.kind === 'elementwise');
/** @param {string} name @returns {any} */
const activationOf = (name) => elementwise.find((activation) => activation.functional === name);
/** @param {string} name @returns {(...args: any[]) => any} */
const functionOf = (name) => /** @type {any} */ (name in F ? F : torch)[name];

const cases = /** @type {any[]} */ (data.cases).map((entry) => {
  const given = Object.entries(/** @type {Record<string, any>} */ (entry.parameters));
  const { kernels, parameters } = activationOf(entry.name);
  const choice = entry.parameters.approximate;
  return {
    ...entry,
    title: `${entry.name}(${given.map(([name, value]) => `${name}=${value}`)})`,
    parameters: Object.fromEntries(
      given.map(([name, value]) => [name, name === 'approximate' ? value : Number(value)]),
    ),
    kernel: kernels.find((/** @type {any} */ one) => one.choice === choice).name,
    isDefault: given.every(
      ([name, value]) => parameters.find((/** @type {any} */ p) => p.name === name).default === value,
    ),
  };
});

/** The largest error in ULP of the true value, and where; equal NaNs and equal infinities are no error. */
function largest(/** @type {Float32Array} */ got, /** @type {Float64Array} */ right) {
  let worst = { error: 0, at: -1 };
  got.forEach((value, i) => {
    const rounded = Math.fround(right[i]);
    const distance = Math.abs(value - right[i]);
    const isRight = value === rounded || (Number.isNaN(value) && Number.isNaN(rounded));
    const error = isRight ? 0 : distance / ulp(right[i]);
    if (!(error <= worst.error)) worst = { error, at: i };
  });
  return worst;
}

/** PyTorch's vector code loses the sign of what is shrunk to zero; its scalar code and ours keep it. */
const eitherZero = ['softshrink'];

describe.each(cases)('$title', (entry) => {
  const { name, parameters } = entry;
  const f = functionOf(name);
  const x = float32Of(entry.x);
  const upstream = torch.from_numpy(float32Of(entry.grad));
  const bound = entry.isDefault
    ? (forwardUlp[entry.kernel] ?? 0)
    : Math.max(forwardOtherUlp, forwardUlp[entry.kernel] ?? 0);
  const isExact = bound <= 0.5;

  test('values are within the promised distance of the float64 values', () => {
    const y = f(torch.from_numpy(x), parameters).data;
    const { error, at } = largest(y, float64Of(entry.y64));
    expect(error, `at x = ${x[at]}: ${y[at]}`).toBeLessThanOrEqual(bound);
  });

  test('values that involve at most one rounding have the bits of PyTorch, and so have zeros, infinities and NaN', () => {
    const y = f(torch.from_numpy(x), parameters).data;
    const theirs = float32Of(entry.y);
    x.forEach((value, i) => {
      if (!isExact && value !== 0 && Number.isFinite(value)) return;
      if (theirs[i] === 0 && eitherZero.includes(name)) expect(y[i] === 0, `at ${value}`).toBe(true);
      else expect(y[i], `at ${value}`).toBe(theirs[i]);
    });
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
    const kinks = activationOf(name).kinks.map((/** @type {string} */ kink) => {
      const [, sign, at] = /** @type {RegExpExecArray} */ (/^(-?)(.*)$/.exec(kink));
      return Math.fround(Number(parameters[at] ?? at) * (sign ? -1 : 1));
    });
    x.forEach((value, i) => {
      if (value === 0 || !Number.isFinite(value)) expect(input.grad.data[i], `at ${value}`).toBe(theirs[i]);
      else if (kinks.includes(value))
        expect(Math.abs(input.grad.data[i] - theirs[i]), `at ${value}`).toBeLessThanOrEqual(2 * ulp(theirs[i]));
    });
  });

  test('in place the gradient is as near to the true one as PyTorch’s', () => {
    const { underscore, inplace } = activationOf(name);
    if (!inplace) return expect(`${name}_` in F).toBe(false);
    const change = (/** @type {any} */ y) =>
      underscore ? /** @type {any} */ (F)[`${name}_`](y, parameters) : f(y, { ...parameters, inplace: true });
    const input = torch.from_numpy(x.slice()).requires_grad_();
    const run = () => change(input.mul(1)).backward(upstream);
    const isRefused = 'alpha' in parameters || 'negative_slope' in parameters || 'lower' in parameters;
    if (isRefused && entry.dx_ === undefined)
      return expect(run).toThrow('with a negative slope which is not supported');
    run();
    const right = float64Of(entry.dx64);
    const answer = float32Of(entry.dx_ ?? entry.dx);
    const theirs = largest(answer, right);
    const ours = largest(input.grad.data, right);
    // An infinite alpha: the result is infinite, and what PyTorch makes of it NaN.
    if (Number.isNaN(theirs.error)) return expect(input.grad.data[theirs.at]).toBe(answer[theirs.at]);
    expect(ours.error, `at x = ${x[ours.at]}: ${input.grad.data[ours.at]}`).toBeLessThanOrEqual(
      Math.max(backwardUlp, theirs.error),
    );
  });

  test('every way of calling gives the same bits', () => {
    const { inplace, underscore, in_torch, in_tensor, inplace_saves } = activationOf(name);
    // Hardtanh refuses an empty range, which the function takes.
    const module = parameters.min_val === 1 ? undefined : activationOf(name).module;
    const input = torch.from_numpy(x);
    const bits = bitsOf(f(input, parameters).data);
    const values = Object.values(parameters).filter((value) => typeof value === 'number');
    expect(bitsOf(f(input, { ...parameters, out: torch.empty(x.length) }).data)).toEqual(bits);
    const itself = input.clone();
    expect(f(itself, { ...parameters, out: itself })).toBe(itself);
    expect(bitsOf(itself.data)).toEqual(bits);
    if (module) {
      const m = /** @type {any} */ (nn)[module](parameters).eval();
      expect(bitsOf(m(input).data)).toEqual(bits);
      expect(bitsOf(new /** @type {any} */ (nn)[module](parameters).eval()(input).data)).toEqual(bits);
      expect(bitsOf(m(input, { out: torch.empty(x.length) }).data)).toEqual(bits);
    }
    const forms = [
      inplace && ((/** @type {any} */ y) => f(y, { ...parameters, inplace: true })),
      inplace &&
        module &&
        ((/** @type {any} */ y) => /** @type {any} */ (nn)[module]({ ...parameters, inplace: true }).eval()(y)),
      underscore && ((/** @type {any} */ y) => /** @type {any} */ (F)[`${name}_`](y, ...values)),
      in_torch && inplace_saves && ((/** @type {any} */ y) => /** @type {any} */ (torch)[`${name}_`](y, ...values)),
      in_tensor && inplace_saves && ((/** @type {any} */ y) => y[`${name}_`](...values)),
    ];
    for (const form of forms) {
      if (!form) continue;
      const changed = input.clone();
      expect(form(changed)).toBe(changed);
      expect(bitsOf(changed.data)).toEqual(bits);
    }
    if (in_torch) expect(bitsOf(/** @type {any} */ (torch)[name](input, ...values).data)).toEqual(bits);
    if (in_tensor) expect(bitsOf(/** @type {any} */ (input)[name](...values).data)).toEqual(bits);
  });
});

test('every element-wise activation of the table that is PyTorch’s has reference data, of every choice', () => {
  const covered = new Set(cases.map((entry) => entry.kernel));
  const wanted = elementwise.filter(isPyTorchs).flatMap((activation) => activation.kernels.map((one) => one.name));
  expect(wanted.filter((name) => !covered.has(name))).toEqual([]);
});

/** What a function needs to be called at all. @param {string} name @returns {Record<string, number>} */
const required = (name) =>
  Object.fromEntries(
    activationOf(name)
      .parameters.filter((/** @type {any} */ p) => p.default === undefined)
      .map((/** @type {any} */ p) => [p.name, p.start]),
  );

test('a strided view gives the values of its elements', () => {
  const x = torch.randn(6, 7);
  for (const { functional = '' } of elementwise) {
    const f = (/** @type {any} */ input) => functionOf(functional)(input, required(functional));
    expect(f(x.t()).tolist()).toEqual(f(x).t().tolist());
    expect(f(x['1:5:2, ::3']).tolist()).toEqual(f(x)['1:5:2, ::3'].tolist());
  }
});

test('out takes a view, in order or not, and leaves the elements around it alone', () => {
  const x = torch.randn(3, 4);
  const frame = torch.zeros(5, 6);
  torch.tanh(x, { out: frame['1:4, 1:5'] });
  expect(frame['1:4, 1:5'].tolist()).toEqual(torch.tanh(x).tolist());
  expect(frame[0].tolist()).toEqual([0, 0, 0, 0, 0, 0]);
  const turned = torch.zeros(4, 3);
  torch.tanh(x, { out: turned.t() });
  expect(turned.t().tolist()).toEqual(torch.tanh(x).tolist());
});

describe.each(elementwise.map((activation) => activation.functional ?? ''))('%s', (name) => {
  const f = (/** @type {any} */ input, /** @type {any} */ keywords) =>
    functionOf(name)(input, { ...required(name), ...keywords });

  test('refuses an out of another shape, with a gradient or over shifted memory, and writes nothing', () => {
    const x = torch.arange(6);
    const small = torch.zeros(5);
    expect(() => f(x, { out: small })).toThrow(
      `${name}(): out must have the shape and dtype of the result: expected torch.Size([6]) of torch.float32, got torch.Size([5]) of torch.float32`,
    );
    expect(small.tolist()).toEqual([0, 0, 0, 0, 0]);
    expect(() => f(x, { out: torch.zeros(6, { requires_grad: true }) })).toThrow(
      `${name}(): functions with out=... arguments don't support automatic differentiation, but one of the arguments requires grad.`,
    );
    expect(() => f(x['0:5'], { out: x['1:6'] })).toThrow(
      'some elements of the input tensor and the written-to tensor refer to a single memory location',
    );
    expect(() => f(x, { out: 3 })).toThrow(/^(log_)?\w+\(\): argument 'out' must be Tensor, not int$/);
    expect(x.tolist()).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

test('an in-place form that keeps the input for backward keeps a copy: later changes do not matter', () => {
  const w = torch.tensor([-2, -0.5, 0.5, 2], { requires_grad: true });
  const [y, z] = [w.mul(1), w.mul(1)];
  F.silu(y, true).mul_(3).sum().backward();
  const right = torch.tensor(w.grad?.tolist());
  w.grad = null;
  F.silu(z).mul(3).sum().backward();
  expect(w.grad?.tolist()).toEqual(right.tolist());
});

test('writing to out counts as a change of what a graph had saved', () => {
  const w = torch.randn(4, { requires_grad: true });
  const y = torch.sigmoid(w);
  torch.no_grad(() => torch.relu(torch.ones(4), { out: y.detach() }));
  expect(() => y.sum().backward()).toThrow(
    'has been modified by an inplace operation: [torch.FloatTensor [4]], which is output 0 of Sigmoid',
  );
});

test('where PyTorch overflows on its way, the true value stands', () => {
  // PyTorch 2.14: softplus of these with threshold 1000 is inf, the gradient of gelu's tanh form nan.
  const large = torch.tensor([89, 100, 500]);
  expect(F.softplus(large, 1, 1000).tolist()).toEqual([89, 100, 500]);
  const x = torch.tensor([1.9e19, -1.9e19, 1e38, -1e38], { requires_grad: true });
  F.gelu(x, { approximate: 'tanh' }).sum().backward();
  expect(x.grad?.tolist()).toEqual([1, 0, 1, 0]);
  expect(F.hardswish(torch.tensor([1e38])).item()).toBe(Math.fround(1e38));
});
