// What the figures compute on arrays: for every activation the bits and the words of torch's tensors.
import { describe, expect, test } from 'vitest';
import { Model } from '../web/figure/numbers/model.js';
import { probe } from '../web/figure/probe.js';
import { activations } from '../web/figure/state/drawn.js';
import { readState } from '../web/figure/state/vocabulary.js';
import torch, { nn } from '../web/index.js';

/** Inputs that differ in kind, and gradients from above. */
const words = [
  [
    'shape=4,6&seed=0',
    'shape=2,3,4&seed=18446744073709551615&mean=0.5&scale=3',
    'shape=4,2,3,2&seed=7&element=3,1,2,0',
  ],
  [
    'input=rand&shape=2,6,4&seed=3&from=-2&to=7',
    'input=linspace&shape=2,2,9&from=-20&to=20',
    'input=nan,inf,-inf,0,-0,1e-40,88,-88',
  ],
  ['shape=4,6&seed=1&upstream=random', 'input=linspace&shape=2,2,4&upstream=random', 'shape=2,4,6&seed=5&upstream=0.5'],
  ['shape=2,4,6&seed=2&temperature=0.7', 'input=article', 'shape=2,100,102&seed=9'],
].flat();

/** @typedef {import('../web/torch/tensor/tensor.js').Tensor} Tensor */
/** @typedef {import('../web/figure/numbers/shaped_array.js').ShapedArray} ShapedArray */

/** @param {{ data: any, shape: ArrayLike<number> }} array */
const bits = ({ data, shape }) => [
  String(shape),
  String(new Uint32Array(data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength))),
];

/** An array as a tensor. @param {ShapedArray} array */
const tensorOf = ({ data, shape }) => torch.from_numpy(data.slice()).reshape([...shape]);

/** torch.nn's module of a state. @param {import('../web/figure/state/vocabulary.js').State} state @param {number | null} dim in the place of None */
function moduleOf({ activation, parameters }, dim) {
  const type = /** @type {any} */ (nn)[activation];
  if (activation === 'PReLU') return type(1, parameters.weight).eval();
  const facts = /** @type {any} */ (activations.find(({ module }) => module === activation)).parameters;
  // A default is left to the module, which prints it as Python's float.
  const given = facts
    .filter((/** @type {any} */ p) => p.required || p.type === 'dim' || parameters[p.name] !== p.default)
    .map((/** @type {any} */ p) => [
      p.name,
      p.type === 'dim' && parameters[p.name] === null ? dim : parameters[p.name],
    ]);
  return type(Object.fromEntries(given)).eval();
}

/** A state's input as torch draws it. @param {import('../web/figure/state/vocabulary.js').State} state @param {Tensor} found */
function drawnByTorch({ source, seed, shape, mean, scale, ends }, found) {
  torch.manual_seed(BigInt(seed));
  if (source === 'random') {
    const x = scale === 1 ? torch.randn(shape) : torch.randn(shape).mul(scale);
    return mean === 0 ? x : x.add(mean);
  }
  const [from, to] = ends ?? [0, 1];
  if (source === 'rand')
    return torch
      .rand(shape)
      .mul(to - from)
      .add(from);
  if (source === 'linspace' && ends) return torch.linspace(from, to, found.numel()).reshape(shape);
  return found;
}

/** What torch computes for a model's result. @param {import('../web/figure/numbers/model.js').Result} result @param {import('../web/figure/state/vocabulary.js').State} state */
function byTorch(result, state) {
  const found = tensorOf(result.input);
  const input = drawnByTorch(state, found);
  const x = input.detach().requires_grad_();
  const module = moduleOf(state, result.dim);
  const output = module(result.temperature === 1 ? x : x.div(result.temperature));
  const above = result.upstream
    ? tensorOf(result.upstream)
    : result.chosen === null
      ? torch.ones_like(output)
      : torch.zeros_like(output);
  if (result.chosen !== null) /** @type {any} */ (above).data[result.chosen] = 1;
  output.backward(above);
  const own = [input, output.detach(), /** @type {Tensor} */ (x.grad)];
  const moments = [own[0], own[1]].map((t) => [torch.mean(t).item(), t.numel() > 1 ? torch.std(t).item() : Number.NaN]);
  return { repr: String(moduleOf(state, null)), text: own.map(String), bits: own.map(bits), moments };
}

/** The same of the model's own. @param {import('../web/figure/numbers/model.js').Result} result */
function byModel({ repr, input, output, gradient, moments }) {
  const own = [input, output, gradient];
  const both = [moments.input, moments.output].map(({ mean, std }) => [mean, std]);
  return { repr, text: own.map(String), bits: own.map(bits), moments: both };
}

/** A function with its defaults, and with each parameter at the ends of its slider. */
const settings = activations.flatMap(({ module, parameters }) => [
  `activation=${module}`,
  ...parameters.flatMap((p) =>
    [p.minimum, p.maximum, ...(p.choices ?? [])]
      .map((value) => value ?? p.default)
      .map((value) => `activation=${module}&${p.name}=${value}`),
  ),
]);

/** What a state gives, or the error. @param {() => object} run */
function given(run) {
  try {
    return run();
  } catch (error) {
    return /** @type {Error} */ (error).message;
  }
}

describe.each([...new Set(settings)])('%s', (setting) => {
  test('has the bits and the text of torch, forward and backward', () => {
    const kept = new Model();
    for (const input of words) {
      const { state } = readState(new URLSearchParams(`${setting}&${input}`));
      const own = given(() => byModel(kept.update(state)));
      const expected =
        typeof own === 'string'
          ? given(() => moduleOf(state, 0)(torch.zeros(2, 2, 2)))
          : byTorch(kept.update(state), state);
      expect(own, input).toEqual(expected);
    }
  });
});

test('refuses what PyTorch refuses, in its words', () => {
  for (const [text, message] of [
    ['activation=Hardtanh&min_val=2&max_val=1', 'max_val (1.0) must be greater than min_val (2)'],
    ['activation=RReLU&lower=1&upper=0', 'Lower bound should be less than or equal to the upper bound'],
    ['activation=CELU&alpha=0', 'ZeroDivisionError: alpha cannot be 0 for CELU'],
    ['activation=Softshrink&lambd=-1', 'lambda must be in range [0, 3.40282e+38] for input dtype Float, but found -1'],
  ]) {
    const { state } = readState(new URLSearchParams(text));
    expect(
      given(() => new Model().update(state)),
      text,
    ).toBe(message);
  }
});

test('the kernels pass the probe, which is the first thing that a figure does', () => {
  expect(() => probe()).not.toThrow();
});
