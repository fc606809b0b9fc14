// The table of activations, the binary and all that is built from them agree.
import { describe, expect, test } from 'vitest';
import binary from '../web/build/binary.js';
import { activations } from '../web/build/facts.js';
import createModule from '../web/build/glue.js';
import { activations as entries, hash } from '../web/build/table.js';
import { isPyTorchs } from '../web/core/activations.js';
import { embedded } from '../web/core/unpack.js';
import torch, * as names from '../web/index.js';
import { torchFunctions } from '../web/torch/activations/functional.js';

const { nn } = torch;

function load() {
  const module = /** @type {any} */ ({ wasmBinary: new WebAssembly.Module(embedded()) });
  createModule(module).catch(() => {});
  return module;
}

test('the table was generated from the sources of this very binary', () => {
  expect(load().tableHash() >>> 0).toBe(hash);
});

test('everything that can be called in the binary came through Embind', () => {
  const module = load();
  const called = Object.keys(module).filter((name) => typeof module[name] === 'function');
  expect(called.sort()).toEqual([
    'arithmetic',
    'backward',
    'backwardDoubles',
    'backwardDoublesFromResult',
    'backwardFromResult',
    'erf',
    'forward',
    'forwardDoubles',
    'glu',
    'gluBackward',
    'layout',
    'log',
    'ofLogits',
    'pairDoubles',
    'prelu',
    'preluBackward',
    'preluWeightSum',
    'product',
    'softmax',
    'softmaxBackward',
    'softmaxDoubles',
    'softmaxDoublesBackward',
    'streamBackward',
    'streamBegin',
    'streamForward',
    'tableHash',
  ]);
});

test('the binary and its glue are ASCII and know no address', () => {
  expect(binary).toMatch(/^[0-9a-f]+$/);
  expect(createModule.toString()).not.toMatch(/import\.meta|[^\n -~]/);
});

test('the facts are those of the table, in its order', () => {
  expect(activations.map((one) => one.functional)).toEqual(entries.map((one) => one.functional));
});

/** torch.nn's non-linear activations, without the two that are no activations: MultiheadAttention, AdaptiveLogSoftmaxWithLoss. */
const pytorch =
  'ELU Hardshrink Hardsigmoid Hardtanh Hardswish LeakyReLU LogSigmoid PReLU ReLU ReLU6 RReLU SELU CELU GELU Sigmoid SiLU Mish Softplus Softshrink Softsign Tanh Tanhshrink Threshold GLU Softmin Softmax Softmax2d LogSoftmax';

test('has all 28 activations of torch.nn, and others only with their origin', () => {
  const modules = activations.filter(isPyTorchs).flatMap((one) => one.module ?? []);
  expect(modules.sort()).toEqual(pytorch.split(' ').sort());
});

/** @param {unknown} value whatever a test looks up by name @returns {any} */
const any = (value) => value;

describe.each(activations.map((one) => ({ ...one, title: one.module ?? one.functional })))('$title', (activation) => {
  const { kind, module, functional, parameters, kernels } = activation;
  const required = Object.fromEntries(parameters.filter((p) => p.default === undefined).map((p) => [p.name, p.start]));

  test('has the forms that the table says, under PyTorch’s names', () => {
    const { inplace_saves, in_torch, in_tensor, underscore } = activation;
    if (module) expect(typeof any(nn)[module]).toBe('function');
    if (!functional) return;
    const spaces = { functional: nn.functional, torch, tensor: names.Tensor.prototype };
    const has = (/** @type {string} */ name) => Object.values(spaces).map((space) => name in space);
    expect(has(functional)).toEqual([module !== undefined, in_torch === true, in_tensor === true]);
    const changes = inplace_saves !== undefined;
    expect(has(`${functional}_`)).toEqual([
      underscore === true,
      changes && in_torch === true,
      changes && in_tensor === true,
    ]);
  });

  test('its module has the defaults of the table and PyTorch’s text', () => {
    if (!module) return;
    const m = any(nn)[module](required);
    expect(String(m)).toMatch(new RegExp(`^${module}\\(`));
    if (kind === 'prelu') return expect(m.weight.item()).toBe(parameters[0].default);
    for (const { name, default: value, start } of parameters) expect(m[name]).toBe(value === undefined ? start : value);
  });

  test('has a formula, a derivative and the promise of a largest error', () => {
    expect(activation.formula.length).toBeGreaterThan(0);
    expect(activation.derivative.length).toBeGreaterThan(0);
    for (const kernel of kernels) expect(kernel.ulp).toBeGreaterThanOrEqual(0);
  });

  test('offers a slider for each number, around where it starts', () => {
    for (const { type, minimum = 0, maximum = 0, step = 0, start } of parameters) {
      if (type !== 'float') continue;
      expect(minimum).toBeLessThan(maximum);
      expect(step).toBeGreaterThan(0);
      expect(start).toBeGreaterThanOrEqual(minimum);
      expect(start).toBeLessThanOrEqual(maximum);
    }
  });
});

test('every activation that torch has beside nn.functional is exported by name as well', () => {
  for (const [name, operation] of Object.entries(torchFunctions)) {
    expect(any(names)[name], name).toBe(operation);
    expect(any(torch)[name], name).toBe(operation);
  }
});
