// Random numbers: the bits of PyTorch's streams, and its seeds.
import { describe, expect, test } from 'vitest';
import { defaultGenerator, Generator } from '../web/torch/tensor/generator.js';
import { bitsOf, float32Of, fnv1a } from './arrays.js';
import data from './reference/random.json' with { type: 'json' };

/**
 * @param {Generator} generator
 * @param {any} call
 */
function fill(generator, { op, size, arguments: given = [] }) {
  const array = new Float32Array(size);
  // PyTorch's other fills, from the same doubles.
  if (op === 'bernoulli_') return array.map(() => (generator.uniform_double() < given[0] ? 1 : 0));
  if (op === 'exponential_') return array.map(() => (-1 / given[0]) * Math.log1p(-generator.uniform_double()));
  const method = { randn: 'normal_', rand: 'uniform_' }[op] ?? op;
  return generator[method](array, ...given);
}

/**
 * Where a fill differs from the recorded one, in words; empty if nowhere.
 * @param {Float32Array} array
 * @param {any} call
 */
function difference(array, call) {
  if (call.bits !== undefined) {
    const expected = bitsOf(float32Of(call.bits));
    const at = bitsOf(array).findIndex((bits, i) => bits !== expected[i]);
    return at < 0 && array.length === expected.length ? '' : `${call.op}(${call.size}) differs at ${at}`;
  }
  return fnv1a(array) === call.fnv1a ? '' : `${call.op}(${call.size}) has another hash`;
}

/** @param {{ seed: string, calls: any[] }} stream */
function differences({ seed, calls }) {
  const generator = new Generator().manual_seed(BigInt(seed));
  return calls.map((call) => difference(fill(generator, call), call)).filter(Boolean);
}

describe("PyTorch's streams", () => {
  for (const seed of new Set(data.streams.map((stream) => stream.seed))) {
    test(`randn and rand of seed ${seed} have the same bits at every size`, () => {
      const streams = data.streams.filter((stream) => stream.seed === seed);
      expect(streams.flatMap(differences)).toEqual([]);
    });
  }

  test('calls that follow each other share the second normal of a pair', () => {
    expect(data.sequences.flatMap(differences)).toEqual([]);
  });
});

describe('fills', () => {
  test('a fill of part of an array leaves the rest alone', () => {
    const array = new Float32Array(60);
    new Generator().manual_seed(0).normal_(array.subarray(20, 40));
    expect(array.findIndex((value) => value !== 0)).toBe(20);
    expect(array.findLastIndex((value) => value !== 0)).toBe(39);
  });

  test('uniform numbers stay below the upper end, as in PyTorch', () => {
    const array = new Generator().manual_seed(0).uniform_(new Float32Array(100000), 3.8, 3.8001);
    expect(array.every((value) => value >= Math.fround(3.8) && value < Math.fround(3.8001))).toBe(true);
  });
});

describe('seeds', () => {
  /** @param {any} seed */
  const seeded = (seed) => new Generator().manual_seed(seed).initial_seed();

  test('are converted as by Python’s int()', () => {
    expect([1.5, -1.9, true, ' 1_2 ', '+5', '-5', 1e19].map(seeded)).toEqual([
      1n,
      2n ** 64n - 1n,
      1n,
      12n,
      5n,
      2n ** 64n - 5n,
      10n ** 19n,
    ]);
    expect(seeded(-(2n ** 63n))).toBe(2n ** 63n);
    expect(seeded({ item: () => 3.75 })).toBe(3n);
  });

  test.each([
    [Number.NaN, 'ValueError', 'cannot convert float NaN to integer'],
    [Number.POSITIVE_INFINITY, 'OverflowError', 'cannot convert float infinity to integer'],
    ['a', 'ValueError', "invalid literal for int() with base 10: 'a'"],
    ['', 'ValueError', "invalid literal for int() with base 10: ''"],
    ["a'b", 'ValueError', 'invalid literal for int() with base 10: "a\'b"'],
    [2n ** 64n, 'ValueError', 'Overflow when unpacking long long'],
    [-(2n ** 63n) - 1n, 'ValueError', 'Overflow when unpacking long long'],
    [1e20, 'ValueError', 'Overflow when unpacking long long'],
    [null, 'TypeError', "int() argument must be a string, a bytes-like object or a real number, not 'NoneType'"],
    [[1], 'TypeError', "int() argument must be a string, a bytes-like object or a real number, not 'list'"],
    [{}, 'TypeError', "int() argument must be a string, a bytes-like object or a real number, not 'dict'"],
    [undefined, 'TypeError', "manual_seed() missing 1 required positional argument: 'seed'"],
  ])('%s is no seed', (seed, name, message) => {
    expect(() => seeded(seed)).toThrow(expect.objectContaining({ name, message }));
  });

  test('that fail leave the stream as it was', () => {
    const [a, b] = [new Generator().manual_seed(5), new Generator().manual_seed(5)];
    expect(() => a.manual_seed(/** @type {any} */ ('x'))).toThrow();
    expect(a.uniform_double()).toBe(b.uniform_double());
  });

  test('drop the normal that was left over', () => {
    const generator = new Generator().manual_seed(0);
    const first = generator.normal_(new Float32Array(1))[0];
    expect(generator.manual_seed(0).normal_(new Float32Array(1))[0]).toBe(first);
  });

  test('differ from load to load unless given', () => {
    const seeds = [defaultGenerator, Generator.fromEntropy(), Generator.fromEntropy()].map((g) => g.initial_seed());
    expect(new Set(seeds).size).toBe(3);
    expect(defaultGenerator.initial_seed()).toBe(seeds[0]);
    expect(new Generator().initial_seed()).toBe(67280421310721n);
    const generator = new Generator();
    expect(generator.seed()).toBe(generator.initial_seed());
  });
});
