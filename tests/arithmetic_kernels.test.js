// The kernels of arithmetic: the bits of plain loops in float32, wherever an array stands, in place and into others; sums of columns.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pinned } from '../web/arrays.js';
import * as kernels from '../web/core/kernels.js';
import { fma } from '../web/core/numbers/float.js';
import torch from '../web/index.js';
import { ulp } from './tolerances.js';

const { fround } = Math;

/** Short ones, whole steps and others, and such as no pad holds at once. */
const lengths = [0, 1, 7, 8, 9, 31, 32, 100, 8192, 8193, 16_384, 40_003];

/** Numbers of all sizes, so that sums are rounded: with them subnormal ones, zeros, infinities, NaN. @param {number} count @param {number} seed */
function numbers(count, seed) {
  torch.manual_seed(seed);
  const [x, scale] = [torch.randn(count).data, torch.randint(-40, 40, [count]).data];
  const special = [0, -0, Infinity, -Infinity, NaN, 1e-45, 3.4e38];
  return x.map((value, i) => (i % 23 === 5 ? special[i % special.length] : value * 2 ** Number(scale[i])));
}

/** A copy in the kernels' memory, off any alignment. @param {Float32Array} values */
function placed(values) {
  const array = pinned(values.length + 5).subarray(5);
  array.set(values);
  return array;
}

/** @param {ArrayLike<number>} a @param {ArrayLike<number>} b */
const firstDifference = (a, b) => Array.from(a).findIndex((value, i) => !Object.is(value, b[i]));

/** @type {Record<string, (a: number, b: number) => number>} */
const operations = { add: (a, b) => a + b, sub: (a, b) => a - b, mul: (a, b) => a * b, div: (a, b) => a / b };

describe.each(Object.entries(operations))('%s', (name, plain) => {
  test('of two arrays, pinned or not, in place or not, has the bits of a loop', () => {
    for (const length of lengths) {
      const [a, b] = [numbers(length, length), numbers(length, length + 1)];
      const right = a.map((value, i) => plain(value, b[i]));
      for (const x of [a, placed(a)]) {
        for (const y of [b, placed(b)]) {
          for (const out of [new Float32Array(length), pinned(length), x.slice(), placed(y)]) {
            expect(firstDifference(kernels.combine(name, x, y, out), right)).toBe(-1);
          }
        }
      }
      expect(firstDifference(kernels.combine(name, a.slice(), b, a.slice()), right)).toBe(-1);
      const [left, behind] = [a.slice(), placed(b)];
      expect(firstDifference(kernels.combine(name, left, b, left), right)).toBe(-1);
      expect(firstDifference(kernels.combine(name, a, behind, behind), right)).toBe(-1);
    }
  });

  test('of an array and a number, on either side', () => {
    for (const length of lengths) {
      const a = numbers(length, length);
      for (const number of [0.1, -3, 0, Infinity].map(fround)) {
        for (const x of [a, placed(a)]) {
          const last = a.map((value) => plain(value, number));
          const first = a.map((value) => plain(number, value));
          expect(firstDifference(kernels.combine(name, x, number, new Float32Array(length)), last)).toBe(-1);
          expect(firstDifference(kernels.combine(name, number, x, new Float32Array(length)), first)).toBe(-1);
        }
      }
    }
  });

  test('of tensors does not depend on their memory: a long row has the bits of its elements', () => {
    const [a, b] = [numbers(300, 1), numbers(300, 2)];
    const [x, y] = [a, b].map((array) => /** @type {any} */ (torch.from_numpy(array)));
    const each = Array.from(a, (_, i) =>
      x
        .narrow(0, i, 1)
        [name](y.narrow(0, i, 1))
        .item(),
    );
    expect(firstDifference(x[name](y).data, each)).toBe(-1);
    expect(firstDifference(x.pin_memory()[name](y).data, each)).toBe(-1);
    expect(firstDifference(x.clone()[`${name}_`](y).data, each)).toBe(-1);
  });
});

test.each(/** @type {const} */ (['sqrt', 'abs', 'square']))('%s has the bits of a loop, of tensors too', (name) => {
  const plain = { sqrt: Math.sqrt, abs: Math.abs, square: (/** @type {number} */ v) => v * v }[name];
  for (const length of lengths) {
    const x = numbers(length, length);
    const right = x.map(plain);
    for (const from of [x, placed(x)]) {
      expect(firstDifference(kernels.each(name, from, new Float32Array(length)), right)).toBe(-1);
      const tensor = /** @type {any} */ (torch.from_numpy(from));
      expect(firstDifference(tensor[name]().data, right)).toBe(-1);
      expect(firstDifference(tensor.clone()[`${name}_`]().data, right)).toBe(-1);
    }
  }
});

/** The steps of optimisers, as plain loops. @type {Record<string, (to: number, b: number, c: number, p: number, q: number, r: number) => number>} */
const steps = {
  addScaled: (to, b, _c, p) => fma(b, p, to),
  lerp: (to, b, _c, p) => fma(p, fround(b - to), to),
  addSquares: (to, b, _c, p, q) => fma(fround(p * b), b, fround(to * q)),
  addQuotients: (to, b, c, p, q, r) => {
    const below = fround(fround(fround(Math.sqrt(c)) / q) + r);
    return fround(to + fround(fround(p * b) / below));
  },
};

test.each(Object.entries(steps))('%s, pinned or not, has the bits of a loop with fused steps', (name, plain) => {
  const step = /** @type {keyof typeof steps & ('addScaled' | 'lerp')} */ (name);
  const [p, q, r] = [0.1, 0.999, 1e-8].map(fround);
  for (const length of lengths) {
    const [to, b, c] = [1, 2, 3].map((seed) => numbers(length, length + seed));
    const third = name === 'addQuotients' ? c.map(Math.abs) : b;
    const right = to.map((value, i) => plain(value, b[i], third[i], p, q, r));
    for (const own of [to.slice(), placed(to)]) {
      expect(firstDifference(kernels.move(step, own, b, third, p, q, r), right)).toBe(-1);
    }
    const [changed, second] = [placed(to), placed(b)];
    expect(firstDifference(kernels.move(step, changed, second, third === b ? second : third, p, q, r), right)).toBe(-1);
  }
});

test('add and sub with alpha fuse, in place, into others and with an operand for its own result', () => {
  const [a, b] = [numbers(1000, 1), numbers(1000, 2)];
  const alpha = fround(0.3);
  const right = a.map((value, i) => fma(b[i], alpha, value));
  for (const [x, y] of [
    [a, b],
    [placed(a), placed(b)],
  ].map((two) => two.map((one) => torch.from_numpy(one)))) {
    expect(firstDifference(x.add(y, { alpha: 0.3 }).data, right)).toBe(-1);
    expect(firstDifference(x.sub(y, { alpha: -0.3 }).data, right)).toBe(-1);
    expect(firstDifference(x.clone().add_(y, { alpha: 0.3 }).data, right)).toBe(-1);
    const out = y.clone();
    expect(firstDifference(torch.add(x, out, { alpha: 0.3, out }).data, right)).toBe(-1);
  }
});

test('a product and a sum are rounded once, for any three numbers', () => {
  const float = fc.float({ noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(float, float, float), { minLength: 1, maxLength: 40 }), (all) => {
      const [a, b, c] = [0, 1, 2].map((k) => Float32Array.from(all, (three) => three[k]));
      a.forEach((value, i) => {
        const to = Float32Array.of(c[i]);
        expect(kernels.move('addScaled', to, b.subarray(i, i + 1), b.subarray(i, i + 1), value)[0]).toBe(
          fma(b[i], value, c[i]),
        );
      });
    }),
  );
});
const { exp, log, log1p } = Math;
/** What losses are made of, of numbers that it is asked for. @type {[name: any, f: (x: number) => number, of: (x: number) => number][]} */
const ofLogits = [
  ['sigmoid', (x) => 1 / (1 + exp(-x)), (x) => x],
  ['logSigmoid', (x) => Math.min(x, 0) - log1p(exp(-Math.abs(x))), (x) => x],
  ['exp', exp, (x) => x],
  ['log', log, (x) => 1 + Math.abs(x)],
];

test.each(ofLogits)('%s of logits has the same bits pinned or not, and errs by 2 ULP at most', (name, f, of) => {
  for (const length of lengths) {
    const x = numbers(length, length).map(of);
    const y = kernels.ofLogits(name, x, new Float32Array(length));
    // Beyond 85 results are subnormal, or infinite; NaN has no distance.
    const isFar = (/** @type {number} */ value, /** @type {number} */ i) =>
      Math.abs(x[i]) <= 85 && !(Math.abs(value - f(x[i])) <= 2 * ulp(f(x[i])));
    expect(x[y.findIndex(isFar)], `the first that ${name} misses`).toBeUndefined();
    expect(firstDifference(kernels.ofLogits(name, placed(x), new Float32Array(length)), y)).toBe(-1);
    expect(firstDifference(kernels.ofLogits(name, x.slice(), placed(x)), y)).toBe(-1);
  }
});

test.each([
  ['sigmoid', [0, 0.5, 1, NaN, 0, 1]],
  ['logSigmoid', [-Infinity, fround(-Math.LN2), 0, NaN, -200, 0]],
  ['exp', [0, 1, Infinity, NaN, 0, Infinity]],
])('%s of logits keeps infinities and NaN', (name, right) => {
  const x = Float32Array.of(-Infinity, 0, Infinity, NaN, -200, 200);
  expect([...kernels.ofLogits(/** @type {any} */ (name), x, x)].map((y) => y + 0)).toEqual(right);
});

test('erf is that of the C library, odd and as its series has it', () => {
  for (const x of [0, 1e-300, 1e-9, 0.3, 0.84375, 1, 1.25, 2.857, 5, 6, 27, Infinity]) {
    let [term, sum] = [x, x];
    for (let n = 1; Math.abs(term) > Math.abs(sum) * 1e-17; n++) {
      term *= (2 * x * x) / (2 * n + 1);
      sum += term;
    }
    const right = x < 6 ? (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum : 1;
    expect(Math.abs(kernels.erf(x) - right)).toBeLessThanOrEqual(1e-15 * right); // the series' own roundings
    expect(kernels.erf(-x)).toBe(-kernels.erf(x));
  }
  expect(kernels.erf(NaN)).toBeNaN();
});
