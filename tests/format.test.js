// Printing: PyTorch's text for tensors, sizes and numbers.
import { afterEach, describe, expect, test } from 'vitest';

import { formatFloat, formatG, formatSize, formatTensor, get_printoptions } from '../web/core/text/format.js';
import torch from '../web/index.js';
import { set_printoptions } from '../web/torch/arguments/print_options.js';
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

describe('print options by position', () => {
  test('are precision, threshold, edgeitems, linewidth, profile and sci_mode', () => {
    torch.set_printoptions(2, 5);
    expect(String(torch.arange(30))).toBe('tensor([ 0.,  1.,  2.,  ..., 27., 28., 29.])');
    expect(String(torch.tensor([0.123456, 1.5]))).toBe('tensor([0.12, 1.50])');
    torch.set_printoptions(2, 5, 1, 20, 'short', true);
    expect(String(torch.arange(30))).toBe('tensor([0.00e+00,\n         ...,\n        2.90e+01])');
    expect(() => /** @type {any} */ (torch).set_printoptions(2, 5, 1, 20, 'short', true, 7)).toThrow(
      'set_printoptions() takes from 0 to 6 positional arguments but 7 were given',
    );
    expect(() => torch.set_printoptions(2, { precision: 3 })).toThrow(
      "set_printoptions() got multiple values for argument 'precision'",
    );
    expect(() => torch.set_printoptions(/** @type {any} */ ({ precison: 3 }))).toThrow(
      "set_printoptions() got an unexpected keyword argument 'precison'. Did you mean 'precision'?",
    );
  });
});

describe('print options that are none are refused where they are used, as in Python', () => {
  const a = torch.arange(12);
  const m = torch.arange(20).reshape(5, 4);
  const half = torch.tensor([0.123456, 1.5]);
  const missing = 'Format specifier missing precision';
  const slice = 'slice indices must be integers or None or have an __index__ method';
  /** @type {[any, any, string, string][]} */
  const refused = [
    [{ precision: 2.5 }, half, 'ValueError', "Invalid format specifier '.2.5f' for object of type 'float'"],
    [
      { precision: 2.5 },
      torch.tensor([1e-6, 3]),
      'ValueError',
      "Invalid format specifier '.2.5e' for object of type 'float'",
    ],
    [{ precision: true }, half, 'ValueError', missing],
    [{ precision: -1 }, half, 'ValueError', missing],
    [{ precision: 'a' }, half, 'ValueError', missing],
    [{ precision: [1] }, half, 'ValueError', missing],
    [{ precision: Number.NaN }, half, 'ValueError', missing],
    [{ precision: 2 ** 31 }, half, 'ValueError', 'precision too big'],
    [{ threshold: 'a' }, half, 'TypeError', "'>' not supported between instances of 'int' and 'str'"],
    [{ threshold: {} }, half, 'TypeError', "'>' not supported between instances of 'int' and 'dict'"],
    [{ edgeitems: 'a', threshold: 5 }, m, 'TypeError', "'>' not supported between instances of 'int' and 'str'"],
    [{ edgeitems: {}, threshold: 5 }, a, 'TypeError', "unsupported operand type(s) for *: 'int' and 'dict'"],
    [{ edgeitems: 1.5, threshold: 5 }, a, 'TypeError', slice],
    [{ edgeitems: 1.5, threshold: 5 }, m, 'TypeError', "'float' object cannot be interpreted as an integer"],
    [{ edgeitems: -1, threshold: 5 }, m, 'RuntimeError', 'stack expects a non-empty TensorList'],
    [{ linewidth: 'a' }, a, 'TypeError', "unsupported operand type(s) for -: 'str' and 'int'"],
    [{ linewidth: Number.NaN }, a, 'ValueError', 'cannot convert float NaN to integer'],
    [{ linewidth: Infinity }, a, 'OverflowError', 'cannot convert float infinity to integer'],
  ];
  test.each(refused)('%j', (options, x, name, message) => {
    torch.set_printoptions(options);
    const thrown = (() => {
      try {
        return String(x);
      } catch (error) {
        return error;
      }
    })();
    expect(thrown).toMatchObject({ name, message });
    torch.set_printoptions({ profile: 'default' });
    expect(String(half)).toBe('tensor([0.1235, 1.5000])');
  });

  /** @type {[any, any, string][]} */
  const accepted = [
    [{ precision: 2.5 }, a, String(a)],
    [{ precision: '2' }, half, 'tensor([0.12, 1.50])'],
    [{ threshold: 2.5 }, a, 'tensor([ 0.,  1.,  2.,  ...,  9., 10., 11.])'],
    [{ threshold: true }, a, 'tensor([ 0.,  1.,  2.,  ...,  9., 10., 11.])'],
    [{ edgeitems: true, threshold: 5 }, a, 'tensor([ 0.,  ..., 11.])'],
    [{ edgeitems: 2.5, threshold: 5 }, m, String(m)],
    [{ edgeitems: -20, threshold: 5 }, a, 'tensor([ ...])'],
    [
      { edgeitems: -3, threshold: 5 },
      a,
      'tensor([ 0.,  1.,  2.,  3.,  4.,  5.,  6.,  7.,  8.,  ...,  3.,  4.,  5.,  6.,\n         7.,  8.,  9., 10., 11.])',
    ],
    [{ linewidth: 10.5 }, half, 'tensor([0.1235,\n        1.5000])'],
    [{ linewidth: 'a' }, torch.tensor(1.5), 'tensor(1.5000)'],
    [{ sci_mode: 'a' }, half, 'tensor([1.2346e-01, 1.5000e+00])'],
    [{ sci_mode: 0 }, torch.tensor([1e-6, 3]), 'tensor([0.0000, 3.0000])'],
    [{ profile: 'foo' }, half, 'tensor([0.1235, 1.5000])'],
  ];
  test.each(accepted)('%j prints', (options, x, text) => {
    torch.set_printoptions(options);
    expect(String(x)).toBe(text);
  });
});

describe('more than 100 digits', () => {
  test('are exact', () => {
    torch.set_printoptions(101);
    expect(String(torch.tensor([0.123456]))).toBe(`tensor([0.12345600128173828125${'0'.repeat(81)}])`);
    torch.set_printoptions(105);
    expect(String(torch.tensor(1e-40))).toBe(
      'tensor(9.999946101114759581525919052273499496042205269619191850412790687494327124262838424328947439789772033691406e-41)',
    );
    expect(String(torch.tensor([0, 1e-40]))).toContain(`[0.${'0'.repeat(105)}e+00,`);
    torch.set_printoptions({ precision: 130, sci_mode: false });
    expect(String(torch.tensor([1e25, 0.3]))).toContain(`0.300000011920928955078125${'0'.repeat(106)}])`);
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
