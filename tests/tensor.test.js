// Tensors: creation, shapes, indexing, arithmetic, reductions, and what they say of bad input.
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import torch, { Tensor } from '../web/index.js';

const shapes = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 });
/** @param {number[]} shape */
const counted = (shape) => torch.arange(shape.reduce((a, b) => a * b, 1)).reshape(shape);
/** @param {() => unknown} call */
const failure = (call) => {
  try {
    call();
  } catch (error) {
    const { name, message } = /** @type {Error} */ (error);
    return `${name}: ${message}`;
  }
  return 'no error';
};

describe('shapes', () => {
  test('any shape survives lists, text of the size and JSON', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const x = counted(shape);
        expect([...x.shape]).toEqual(shape);
        expect(String(x.shape)).toBe(`torch.Size([${shape.join(', ')}])`);
        expect(JSON.stringify(x.shape)).toBe(JSON.stringify(shape));
        const firstEmpty = shape.indexOf(0);
        const seen = firstEmpty < 0 ? shape : shape.slice(0, firstEmpty + 1); // lists cannot tell more
        expect([...torch.tensor(x.tolist()).shape]).toEqual(seen);
        expect(Array.from(torch.tensor(x.tolist()).data)).toEqual(Array.from(x.data));
      }),
    );
  });
  test('a permutation and its inverse give the tensor back', () => {
    fc.assert(
      fc.property(shapes, fc.nat(), (shape, seed) => {
        const dims = shape.map((_, d) => d).sort((a, b) => ((a * 7919 + seed) % 5) - ((b * 7919 + seed) % 5));
        const x = counted(shape);
        const back = x.permute(dims).permute(dims.map((_, d) => dims.indexOf(d)));
        expect(Array.from(back.data)).toEqual(Array.from(x.data));
        expect(
          Array.from(
            x
              .permute(dims)
              .contiguous()
              .permute(dims.map((_, d) => dims.indexOf(d))).data,
          ),
        ).toEqual(Array.from(x.data));
      }),
    );
  });
  test('a shape is a frozen array whose methods give plain arrays', () => {
    const { shape } = torch.zeros(2, 3);
    expect(Array.isArray(shape)).toBe(true);
    expect(Object.isFrozen(shape)).toBe(true);
    expect(shape.map((n) => n + 1)).toEqual([3, 4]);
    expect(() => /** @type {any} */ (shape).push(1)).toThrow();
    expect(shape.numel()).toBe(6);
  });
  test('views share storage and version', () => {
    const x = torch.zeros(4);
    x.view(2, 2)[0] = 1;
    expect(x.tolist()).toEqual([1, 1, 0, 0]);
    expect(x._version).toBe(1);
  });
});

describe('data', () => {
  test('from_numpy refuses what is no typed array', () => {
    const odd = /** @type {any[]} */ ([new DataView(new ArrayBuffer(4)), new ArrayBuffer(4), [1], 'a', null]);
    expect(odd.map((value) => failure(() => torch.from_numpy(value)))).toEqual(
      ['DataView', 'ArrayBuffer', 'list', 'str', 'NoneType'].map(
        (type) => `TypeError: expected np.ndarray (got ${type})`,
      ),
    );
  });
  test('from_numpy wraps, tensor copies', () => {
    const array = new Float32Array([1, 2]);
    expect(torch.from_numpy(array).data).toBe(array);
    expect(torch.tensor(array).data).not.toBe(array);
  });
  test('data is the storage where the tensor covers it, else a packed copy', () => {
    const x = torch.arange(6).reshape(2, 3);
    expect(x.data).toBe(x.view(6).data);
    expect(Array.from(x.t().data)).toEqual([0, 3, 1, 4, 2, 5]);
    expect(Array.from(x[1].data)).toEqual([3, 4, 5]);
  });
  test('a tensor iterates over its first dimension', () => {
    expect(
      [
        ...torch.tensor([
          [1, 2],
          [3, 4],
        ]),
      ].map((row) => row.tolist()),
    ).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(failure(() => [...torch.tensor(1)])).toBe('TypeError: iteration over a 0-d tensor');
  });
  test('a template string has the text, a number the element', () => {
    expect(`${torch.tensor([1, 2])}`).toBe('tensor([1., 2.])');
    expect(Math.max(/** @type {any} */ (torch.tensor([2])), 1)).toBe(2);
    expect(failure(() => Number(torch.zeros(2)))).toBe(
      'ValueError: only one element tensors can be converted to Python scalars',
    );
  });
});

describe('indexing', () => {
  const x = torch.arange(24).reshape(2, 3, 4);
  test.each([
    [
      '1',
      [
        [12, 13, 14, 15],
        [16, 17, 18, 19],
        [20, 21, 22, 23],
      ],
    ],
    [
      '0, 1:',
      [
        [4, 5, 6, 7],
        [8, 9, 10, 11],
      ],
    ],
    ['-1, -1, ::2', [20, 22]],
    [
      '..., 0',
      [
        [0, 4, 8],
        [12, 16, 20],
      ],
    ],
    [
      '1, ..., None',
      [
        [[12], [13], [14], [15]],
        [[16], [17], [18], [19]],
        [[20], [21], [22], [23]],
      ],
    ],
    [':, 5:, 0', [[], []]],
    ['0, 2:0:1, 1', []],
  ])('x[%s]', (index, expected) => {
    expect(/** @type {any} */ (x)[index].tolist()).toEqual(expected);
    expect(x.index(index).tolist()).toEqual(expected);
  });
  test('items may be given one by one', () => {
    expect(x.index(0, '1:3', null, '...').shape).toEqual(torch.zeros(2, 1, 4).shape);
  });
  test('a name that is no index is undefined, as of any object', () => {
    expect(/** @type {any} */ (x).anything).toBeUndefined();
    expect('then' in x).toBe(false);
  });
  test('assignment writes in place and broadcasts', () => {
    const y = /** @type {any} */ (torch.zeros(2, 3));
    y[0] = 5;
    y[':, 1'] = torch.tensor([7, 8]);
    y['1, 2:'] = torch.tensor([[9]]);
    expect(y.tolist()).toEqual([
      [5, 7, 5],
      [0, 8, 9],
    ]);
    expect(y._version).toBe(3);
  });
  test.each(
    /** @type {[string, string][]} */ ([
      ['2', 'IndexError: index 2 is out of bounds for dimension 0 with size 2'],
      ['0, -4', 'IndexError: index -4 is out of bounds for dimension 1 with size 3'],
      ['0, 0, 0, 0', 'IndexError: too many indices for tensor of dimension 3'],
      ['::-1', 'ValueError: step must be greater than zero'],
      ['::0', 'ValueError: slice step cannot be zero'],
      [
        '1.5',
        'IndexError: only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices (got float)',
      ],
      ['0:1.5', 'TypeError: slice indices must be integers or None or have an __index__ method'],
      [
        'tensor([1])',
        'NotImplementedError: a key is a text in JavaScript: write x.index(tensor) for x[tensor], and x.index_put_([tensor], value) for x[tensor] = value',
      ],
    ]),
  )('x[%s] is refused', (index, message) => {
    expect(failure(() => /** @type {any} */ (x)[index])).toBe(message);
  });
});

describe('arithmetic', () => {
  test('broadcasting equals expanding both sides', () => {
    const sizes = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.constantFrom(0, 1, 2)), { maxLength: 3 });
    fc.assert(
      fc.property(sizes, fc.nat(2), (dims, cut) => {
        const full = dims.map(([n]) => n);
        const a = counted(dims.map(([n, side]) => (side === 1 ? 1 : n))).add(1);
        const b = counted(dims.map(([n, side]) => (side === 2 ? 1 : n))).add(cut);
        const [wideA, wideB] = [a.expand(full).clone(), b.expand(full).clone()];
        for (const name of /** @type {const} */ (['add', 'sub', 'mul', 'div'])) {
          expect(Array.from(torch[name](a, b).data)).toEqual(Array.from(torch[name](wideA, wideB).data));
        }
      }),
    );
  });
  test('every result is the float32 nearest to the exact one', () => {
    const float = fc.float({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(float, float, (a, b) => {
        expect(torch.tensor([a]).mul(b).item()).toBe(Math.fround(a * b));
        expect(
          torch
            .tensor([a])
            .add(torch.tensor([b]))
            .item(),
        ).toBe(Math.fround(a + b));
      }),
    );
  });
  test('alpha is multiplied and added with one rounding', () => {
    // 1 + 2^-23 squared is 1 + 2^-22 + 2^-46: less 1 it keeps the last term only if the product was not rounded.
    const a = torch.tensor([1 + 2 ** -23]);
    expect(torch.add(torch.tensor([-1]), a, { alpha: 1 + 2 ** -23 }).item()).toBe(Math.fround(2 ** -22 + 2 ** -46));
  });
  test('out takes the result and is returned', () => {
    const out = torch.empty(2);
    expect(torch.add(torch.ones(2), 1, { out })).toBe(out);
    expect(out.tolist()).toEqual([2, 2]);
  });
  test('an input that overlaps the written tensor is refused', () => {
    const x = torch.arange(4);
    expect(failure(() => x.index('1:').add_(x.index(':-1')))).toContain('some elements of the input tensor');
    expect(failure(() => torch.zeros(1).expand(3).add_(1))).toContain('more than one element of the written-to');
    expect(x.tolist()).toEqual([0, 1, 2, 3]);
  });
});

describe('reductions', () => {
  test('a sum over any dimensions equals the sums one after the other', () => {
    fc.assert(
      fc.property(shapes, fc.array(fc.nat(3)), (shape, wanted) => {
        const dims = [...new Set(wanted)].filter((d) => d < shape.length).sort((a, b) => b - a);
        fc.pre(dims.length > 0);
        const x = counted(shape);
        const kept = dims.reduce((sum, d) => sum.sum(d, { keepdim: true }), x);
        expect(x.sum(dims, true).tolist()).toEqual(kept.tolist());
      }),
    );
  });
  test('sums have PyTorch’s order, and so its last digit', () => {
    const x = torch.full([100000], 0.1);
    expect(x.sum().item()).toBe(10000.0009765625);
  });
  test('max gives values and first places, NaN first of all', () => {
    const { values, indices } = torch
      .tensor([
        [1, NaN, NaN],
        [3, 3, 2],
      ])
      .max(1);
    expect(String(values)).toBe('tensor([nan, 3.])');
    expect(String(indices)).toBe('tensor([1, 0])');
    expect(indices.tolist()).toEqual([1, 0]);
  });
  test('of nothing: sum 0, mean NaN, std NaN, max an error', () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const x = torch.zeros(0);
    expect(x.sum().item()).toBe(0);
    expect(x.mean().item()).toBeNaN();
    expect(x.std().item()).toBeNaN();
    expect(warned).toHaveBeenCalledWith(expect.stringContaining('std(): degrees of freedom is <= 0'));
    warned.mockRestore();
    expect(failure(() => x.max(0))).toBe('IndexError: max(): Expected reduction dim 0 to have non-zero size.');
  });
  test('the largest along a dimension come by name and in order', () => {
    const largest = torch.tensor([1, 5, 3, 4, 2, 6]).view(2, 3).max(1);
    const [values, indices] = largest;
    for (const same of [values, largest[0]]) expect(same).toBe(largest.values);
    for (const same of [indices, largest[1]]) expect(same).toBe(largest.indices);
    expect(`${largest}`).toBe('torch.return_types.max(\nvalues=tensor([5., 6.]),\nindices=tensor([1, 2]))');
  });
});

describe('bad input is refused and leaves everything as it was', () => {
  test.each(
    /** @type {[() => unknown, string][]} */ ([
      [() => torch.tensor([[1, 2], [3]]), 'ValueError: expected sequence of length 2 at dim 1 (got 1)'],
      [() => torch.tensor([1, 'a']), "TypeError: new(): invalid data type 'str'"],
      [() => torch.tensor([1, null]), 'RuntimeError: Could not infer dtype of NoneType'],
      [() => torch.randn(-1), 'RuntimeError: Trying to create tensor with negative dimension -1: [-1]'],
      [() => torch.randn(2.5), "TypeError: randn(): argument 'size' (position 1) must be tuple of ints, not float"],
      [
        () => torch.zeros(2 ** 31, 2 ** 31),
        'RuntimeError: Storage size calculation overflowed with sizes=[2147483648, 2147483648]',
      ],
      [
        () => torch.rand(1e13),
        "RuntimeError: [enforce fail at alloc_cpu.cpp:127] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to allocate 40000000000000 bytes. Error code 12 (Cannot allocate memory)",
      ],
      [
        () => torch.zeros(2, 3).add(torch.zeros(4)),
        'RuntimeError: The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1',
      ],
      [() => torch.zeros(5).view(4), "RuntimeError: shape '[4]' is invalid for input of size 5"],
      [
        () => torch.zeros(3).sum(1),
        'IndexError: Dimension out of range (expected to be in range of [-1, 0], but got 1)',
      ],
      [() => torch.manual_seed(NaN), 'ValueError: cannot convert float NaN to integer'],
      [
        () => torch.tensor([1], { dtype: torch.float16 }),
        'NotImplementedError: tensor() got dtype torch.float16, but torchlet has tensors of bool, uint8, int32, int64, float32, float64 only',
      ],
      [
        () => torch.from_numpy(/** @type {any} */ (new Int8Array(2))),
        'NotImplementedError: from_numpy() got a Int8Array, but torchlet has tensors over Float32Array, Float64Array, BigInt64Array, Int32Array and Uint8Array only',
      ],
    ]),
  )('%s', (call, message) => {
    torch.manual_seed(3);
    const before = torch.randn(3).tolist();
    torch.manual_seed(3);
    expect(failure(call)).toBe(message);
    expect(torch.randn(3).tolist()).toEqual(before); // neither the generator nor anything else has moved
  });
  test('keyword arguments may come from another realm and may be undefined', () => {
    const foreign = Object.assign(Object.create(Object.create(null)), { dim: 0 });
    expect(torch.ones(2).sum(foreign).item()).toBe(2);
    expect(torch.ones(2).sum({ dim: undefined }).item()).toBe(2);
  });
  test('a tensor is a Tensor and its results are too', () => {
    expect(torch.ones(2).add(1)).toBeInstanceOf(Tensor);
  });
});
