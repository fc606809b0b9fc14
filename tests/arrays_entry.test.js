// torchlet/arrays: every function of the table on typed arrays gives the bits of the tensors' results, and refuses what does not fit.
import { describe, expect, test } from 'vitest';
import * as arrays from '../web/arrays.js';
import { activations } from '../web/build/facts.js';
import torch, { F } from '../web/index.js';

/** @typedef {import('../web/core/facts.js').Described} Described */

const functions = activations.filter(({ functional }) => functional);
/** @type {Record<string, import('../web/core/arrays.js').ArrayFunction>} */
const own = /** @type {any} */ (arrays);

const special = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, -0, 1e-40, 88, -88, 3e38];
/** Numbers in the middle, and what is special. @param {number} count */
function inputOf(count) {
  torch.manual_seed(count);
  const x = /** @type {Float32Array} */ (torch.randn(count).mul(4).data);
  x.set(special.slice(0, count));
  return x;
}

/** Where two arrays differ first, -1 where they do not; a NaN's sign is no one's promise. @param {Float32Array} a @param {Float32Array} b */
const difference = (a, b) => (a.length === b.length ? a.findIndex((value, i) => !Object.is(value, b[i])) : a.length);

/** What a function must be given besides. @param {Described} activation @param {number} channels @returns {Record<string, any>} */
function required({ kind, parameters }, channels) {
  if (kind === 'prelu') return { weight: Float32Array.from({ length: channels }, (_, i) => 0.25 - i / 8) };
  return Object.fromEntries(parameters.filter((p) => p.default === undefined).map((p) => [p.name, p.start]));
}

/** The same of a tensor, with its gradient. @param {Described} activation @param {any} x @param {any} grad @param {number[]} shape @param {Record<string, any>} options */
function byTensors({ functional = '', kind }, x, grad, shape, options) {
  const input = torch.from_numpy(x.slice()).reshape(shape).requires_grad_();
  const f = /** @type {any} */ (functional in F ? F : torch)[functional];
  const weight = kind === 'prelu' ? torch.from_numpy(options.weight).requires_grad_() : null;
  const dim = ['glu', 'softmax', 'softmin', 'log_softmax'].includes(kind) ? { dim: -1 } : {};
  const output = weight ? f(input, weight) : f(input, { ...dim, ...options });
  output.backward(torch.from_numpy(grad).reshape([...output.shape]));
  return { output: output.detach().data, input: /** @type {any} */ (input.grad).data, weight: weight?.grad?.data };
}

/** Shapes that each kind takes; of glu the last size is even. */
const shapes = [[18], [3, 8], [2, 4, 6], [2, 3, 20_000]];

test('there is a function for each of nn.functional’s activations, squareplus and exp, beside pinned', () => {
  expect(Object.keys(own).sort()).toEqual([...functions.map((a) => a.functional), 'pinned'].sort());
  for (const name of ['relu', 'gelu', 'log_softmax', 'squareplus', 'exp']) expect(own[name].name).toBe(name);
});

describe.each(functions.map((a) => ({ ...a, name: a.functional })))('$name', (activation) => {
  const { functional = '', kind, parameters } = activation;
  const f = own[functional];
  const choices = parameters[0]?.choices ?? [undefined];

  test('gives the bits of the tensors, forward and backward, fresh and into out', () => {
    for (const shape of shapes) {
      for (const choice of choices) {
        const options = { ...required(activation, shape[1] ?? 1), ...(choice ? { [parameters[0].name]: choice } : {}) };
        const x = inputOf(shape.reduce((product, size) => product * size, 1));
        const length = kind === 'glu' ? x.length / 2 : x.length;
        const grad = inputOf(length + 1).slice(1);
        const right = byTensors(activation, x, grad, shape, options);
        const all = kind === 'elementwise' ? options : { ...options, shape };
        expect(difference(f(x, all), right.output), `${shape}`).toBe(-1);
        const out = new Float32Array(length);
        expect(f(x, { ...all, out })).toBe(out);
        expect(difference(out, right.output)).toBe(-1);
        const gradient = f.backward(grad, x, all);
        expect(difference(gradient.input ?? gradient, right.input)).toBe(-1);
        if (right.weight) expect(difference(gradient.weight, right.weight)).toBe(-1);
        if (length === x.length) {
          const same = x.slice();
          f(same, { ...all, out: same });
          expect(difference(same, right.output)).toBe(-1);
        }
      }
    }
  });

  test('changes nothing that it was given, and takes an empty array', () => {
    const x = inputOf(16);
    const before = x.slice();
    const options = required(activation, 1);
    f(x, options);
    f.backward(new Float32Array(kind === 'glu' ? 8 : 16), x, options);
    expect(difference(x, before)).toBe(-1);
    expect(f(new Float32Array(0), options)).toEqual(new Float32Array(0));
  });

  test('refuses what does not fit, saying what came and what was expected', () => {
    const options = required(activation, 1);
    const x = new Float32Array(4);
    expect(() => f(/** @type {any} */ ([1, 2]), options)).toThrow(
      `${functional}(): expected x to be a Float32Array, but got Array`,
    );
    expect(() => f(/** @type {any} */ (new Float64Array(2)), options)).toThrow('but got Float64Array');
    expect(() => f(x, { ...options, out: new Float32Array(9) })).toThrow(
      /expected out to have \d+ elements, but got 9/,
    );
    expect(() => f(x, { ...options, slope: 1 })).toThrow(`${functional}(): there is no option slope`);
    expect(() => f.backward(new Float32Array(9), x, options)).toThrow(/expected grad to have \d+ elements, but got 9/);
    const grad = new Float32Array(f(x, options).length);
    expect(() => f.backward(grad, x, { ...options, out: new Float32Array(9) })).toThrow(
      `${functional}(): expected out to have ${x.length} elements, but got 9`,
    );
  });
});

test('an out that lies partly over x gets what a fresh array would', () => {
  const memory = inputOf(40);
  const right = own.gelu(memory.slice(0, 32));
  const out = memory.subarray(3, 35);
  own.gelu(memory.subarray(0, 32), { out });
  expect(difference(out, right)).toBe(-1);
});

test('dims, shapes and parameters are refused in PyTorch’s words where it has the case', () => {
  const x = new Float32Array(6);
  const named = (/** @type {() => unknown} */ run) => {
    try {
      return run();
    } catch (error) {
      return String(error);
    }
  };
  expect(named(() => own.softmax(x, { dim: 2, shape: [2, 3] }))).toBe(
    'IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)',
  );
  expect(named(() => own.softmax(x, { shape: [2, 2] }))).toBe(
    "RuntimeError: shape '[2, 2]' is invalid for input of size 6",
  );
  expect(named(() => own.glu(x, { shape: [2, 3] }))).toBe(
    'RuntimeError: Halving dimension must be even, but dimension 1 is size 3',
  );
  expect(named(() => own.prelu(x, { weight: new Float32Array(2), shape: [2, 3] }))).toBe(
    'RuntimeError: Mismatch of parameter numbers and input channel size. Found parameter numbers = 2 and channel size = 3.',
  );
  expect(named(() => own.prelu(x))).toBe('TypeError: prelu(): missing option weight, a number or a Float32Array');
  expect(named(() => own.threshold(x))).toBe('TypeError: threshold(): missing option threshold, a number');
  expect(named(() => own.hardtanh(x, { min_val: 2 }))).toBe('ValueError: min_val cannot be greater than max_val');
  expect(named(() => own.rrelu(x, { lower: 1 }))).toBe(
    'RuntimeError: Lower bound should be less than or equal to the upper bound',
  );
  expect(named(() => own.gelu(x, { approximate: 'no' }))).toBe(
    'RuntimeError: approximate argument must be either none or tanh.',
  );
  expect(named(() => own.leaky_relu(x, { negative_slope: '1' }))).toBe(
    'TypeError: leaky_relu(): expected negative_slope to be a number, but got string 1',
  );
});
