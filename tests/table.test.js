// The table of activations, the binary and all that is built from them agree.
import { describe, expect, test } from 'vitest';
import binary from '../web/build/binary.js';
import createModule from '../web/build/glue.js';
import { activations, hash } from '../web/build/table.js';
import { torchFunctions } from '../web/functional.js';
import torch, * as names from '../web/index.js';
import data from './reference/activations.json';

const { nn } = torch;

function load() {
  const module = /** @type {any} */ ({ wasmBinary: Uint8Array.from(atob(binary), (c) => c.charCodeAt(0)) });
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
    'backward',
    'forward',
    'padAddress',
    'padFloats',
    'softmax',
    'softmaxBackward',
    'streamBackward',
    'streamBegin',
    'streamColumns',
    'streamForward',
    'tableHash',
  ]);
});

test('the binary and its glue are ASCII and know no address', () => {
  expect(binary).toMatch(/^[A-Za-z0-9+/=]+$/);
  expect(createModule.toString()).not.toMatch(/import\.meta|[^\n -~]/);
});

describe.each(activations)('$module', (activation) => {
  const { module, functional, parameters, inplace, in_torch, elementwise } = activation;

  test('has a module and a functional form under PyTorch’s names', () => {
    expect(typeof (/** @type {any} */ (nn)[module])).toBe('function');
    expect(typeof (/** @type {any} */ (nn.functional)[functional])).toBe('function');
    expect(`${functional}_` in nn.functional).toBe(inplace);
    expect(functional in torch).toBe(in_torch);
    expect(functional in names.Tensor.prototype).toBe(in_torch);
  });

  test('its module has the defaults of the table and PyTorch’s text', () => {
    const m = /** @type {any} */ (nn)[module]();
    for (const parameter of parameters) expect(m[parameter.name]).toBe(parameter.default);
    expect(String(m)).toMatch(new RegExp(`^${module}\\(`));
  });

  test('has reference data, a formula and a derivative', () => {
    if (elementwise) expect(data.cases.some((entry) => entry.name === functional)).toBe(true);
    expect(activation.formula).toContain('x');
    expect(activation.derivative.length).toBeGreaterThan(0);
  });

  test('offers a slider for each number, around its default', () => {
    for (const { type, minimum = 0, maximum = 0, step = 0, default: value } of parameters) {
      if (type !== 'float') continue;
      expect(minimum).toBeLessThan(maximum);
      expect(step).toBeGreaterThan(0);
      expect(Number(value)).toBeGreaterThanOrEqual(minimum);
      expect(Number(value)).toBeLessThanOrEqual(maximum);
    }
  });
});

test('every activation that torch has beside nn.functional is exported by name as well', () => {
  for (const [name, operation] of Object.entries(torchFunctions)) {
    expect(/** @type {any} */ (names)[name], name).toBe(operation);
    expect(/** @type {any} */ (torch)[name], name).toBe(operation);
  }
});
