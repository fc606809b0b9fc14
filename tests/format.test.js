// Printing: PyTorch's text for tensors, sizes and numbers.
import { afterEach, describe, expect, test } from 'vitest';
import {
  formatFloat,
  formatG,
  formatSize,
  formatTensor,
  get_printoptions,
  set_printoptions,
} from '../web/core/format.js';
import { Generator } from '../web/torch/tensor/generator.js';
import { arrayOf } from './arrays.js';
import data from './reference/print.json' with { type: 'json' };

/** @param {number[]} shape */
function stridesOf(shape) {
  return shape.map((_, dim) => shape.slice(dim + 1).reduce((product, size) => product * size, 1));
}

/**
 * @param {any} array
 * @param {number[]} shape
 * @param {{ dtype?: string, suffix?: string }} [more]
 */
function print(array, shape, { dtype = 'float32', suffix } = {}) {
  const strides = stridesOf(shape);
  return formatTensor({ array, offset: 0, shape, strides, dtype: { name: dtype }, suffixes: suffix ? [suffix] : [] });
}

/** @param {any} entry */
const printed = (entry) => print(arrayOf(entry.data, entry.dtype ?? 'float32'), entry.shape, entry);

/** @param {any} entry */
function largePrinted({ shape, step, seed }) {
  const count = stridesOf([1, ...shape])[0];
  const array = new Float32Array(count);
  if (step === undefined) new Generator().manual_seed(seed).normal_(array);
  else for (let k = 0; k < count; k++) array[k] = k * step;
  return print(array, shape);
}

afterEach(() => set_printoptions({ profile: 'default' }));

describe("PyTorch's text of", () => {
  for (const kind of new Set(data.cases.map((entry) => entry.kind))) {
    test(`tensors whose values are ${kind}`, () => {
      const entries = data.cases.filter((entry) => entry.kind === kind);
      expect(entries.map(printed)).toEqual(entries.map((entry) => entry.text));
    });
  }

  test('large tensors, which are summarised', () => {
    expect(data.summarised.map(largePrinted)).toEqual(data.summarised.map((entry) => entry.text));
  });

  for (const options of new Set(data.options.map((entry) => JSON.stringify(entry.options)))) {
    test(`tensors printed with ${options}`, () => {
      const entries = data.options.filter((entry) => JSON.stringify(entry.options) === options);
      set_printoptions(JSON.parse(options));
      expect(entries.map(printed)).toEqual(entries.map((entry) => entry.text));
    });
  }
});

describe('a tensor', () => {
  test('that is a view shows its own elements', () => {
    const array = Float32Array.from({ length: 12 }, (_, k) => k);
    const view = { array, offset: 1, shape: [3, 2], strides: [1, 6], dtype: { name: 'float32' } };
    expect(formatTensor(view)).toBe('tensor([[1., 7.],\n        [2., 8.],\n        [3., 9.]])');
  });

  test('that is summarised is read at its edges only', () => {
    let reads = 0;
    const array = new Proxy(new Float32Array(8), {
      get: (_, key) => (typeof key === 'string' && ++reads ? 1 : undefined),
    });
    const shape = [1e7];
    formatTensor({ array, offset: 0, shape, strides: [1], dtype: { name: 'float32' } });
    expect(reads).toBe(6);
  });

  test('takes options for one printing', () => {
    const tensor = { array: Float32Array.of(1.25), offset: 0, shape: [1], strides: [1], dtype: { name: 'float32' } };
    expect(formatTensor(tensor, { precision: 1 })).toBe('tensor([1.2])');
    expect(formatTensor(tensor)).toBe('tensor([1.2500])');
  });

  test('with several suffixes wraps each', () => {
    const suffixes = ['a'.repeat(40), 'b'.repeat(40), 'c'];
    const tensor = { array: new Float64Array(1), offset: 0, shape: [], strides: [], dtype: { name: 'float64' } };
    expect(formatTensor({ ...tensor, suffixes })).toBe(
      `tensor(0., dtype=torch.float64, ${suffixes[0]},\n       ${suffixes[1]}, c)`,
    );
  });
});

describe('print options', () => {
  test('stay until they are set again, except sci_mode', () => {
    set_printoptions({ precision: 2, sci_mode: true });
    expect(get_printoptions()).toEqual({ precision: 2, threshold: 1000, edgeitems: 3, linewidth: 80, sci_mode: true });
    set_printoptions({ linewidth: 40 });
    expect(get_printoptions()).toEqual({ precision: 2, threshold: 1000, edgeitems: 3, linewidth: 40, sci_mode: null });
    set_printoptions({ profile: 'full', edgeitems: 5 });
    expect(get_printoptions()).toMatchObject({ precision: 4, threshold: Number.POSITIVE_INFINITY, edgeitems: 5 });
  });

  test('of another name are refused', () => {
    expect(() => set_printoptions(/** @type {any} */ ({ width: 3 }))).toThrow(
      "set_printoptions() got an unexpected keyword argument 'width'",
    );
  });
});

test('a size prints as torch.Size', () => {
  expect([[], [5], [2, 3]].map(formatSize)).toEqual(['torch.Size([])', 'torch.Size([5])', 'torch.Size([2, 3])']);
});

test('a float prints as Python’s repr', () => {
  expect([0.1, 1, -0, 1e-5, 1e-4, 1e15, 1e16, 123456789012345680, 1.5e300, 5e-324, 1 / 3].map(formatFloat)).toEqual([
    ...['0.1', '1.0', '-0.0', '1e-05', '0.0001', '1000000000000000.0', '1e+16', '1.2345678901234568e+17', '1.5e+300'],
    ...['5e-324', '0.3333333333333333'],
  ]);
  expect([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map(formatFloat)).toEqual([
    'nan',
    'inf',
    '-inf',
  ]);
});

test('a number in a C++ message prints as %g', () => {
  expect([-0.5, 3.4028234663852886e38, 1e-5, 0.0001, 123456, 1234567, 100, 0, 2.5e-10].map(formatG)).toEqual([
    '-0.5',
    '3.40282e+38',
    '1e-05',
    '0.0001',
    '123456',
    '1.23457e+06',
    '100',
    '0',
    '2.5e-10',
  ]);
});
