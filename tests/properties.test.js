// What holds for every input: a value never depends on its place, a shape survives, out and fresh agree. fast-check looks for exceptions.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activations } from '../web/build/facts.js';
import torch, { F } from '../web/index.js';
import { torchFunctions } from '../web/torch/activations/functional.js';
import { bitsOf } from './arrays.js';
import { shortRowOrder, ulp } from './tolerances.js';

const float = fc.float({ noDefaultInfinity: false, noNaN: false });
const shape = fc.array(fc.nat(5), { maxLength: 4 });
const elementwise = activations.filter((activation) => activation.kind === 'elementwise');

/** An activation as a function of its input, with what it must be given. @param {import('../web/core/facts.js').Described} activation */
function call({ functional = '', parameters }) {
  const f = /** @type {(x: any, ...args: any[]) => any} */ (
    /** @type {any} */ (functional in F ? F : torch)[functional]
  );
  const required = Object.fromEntries(parameters.filter((p) => p.default === undefined).map((p) => [p.name, p.start]));
  return (/** @type {any} */ x, keywords = {}) => f(x, { ...required, ...keywords });
}

describe.each(elementwise.map((activation) => ({ ...activation, name: activation.functional })))(
  '$name',
  (activation) => {
    const f = call(activation);

    test('gives an element the same bits wherever it stands', () => {
      fc.assert(
        fc.property(fc.array(float, { minLength: 1, maxLength: 90 }), fc.nat(89), (values, at) => {
          const i = at % values.length;
          const x = torch.from_numpy(Float32Array.from(values));
          const alone = f(torch.from_numpy(Float32Array.of(values[i])));
          expect(bitsOf(f(x).data.slice(i, i + 1))).toEqual(bitsOf(alone.data));
        }),
      );
    });

    test('keeps every shape, and out gives the bits of a fresh result', () => {
      fc.assert(
        fc.property(shape, fc.integer(), (sizes, seed) => {
          torch.manual_seed(seed);
          const x = torch.randn(sizes).mul(4);
          const y = f(x);
          const out = torch.empty(sizes);
          expect([...y.shape]).toEqual(sizes);
          expect(f(x, { out })).toBe(out);
          expect(bitsOf(out.data)).toEqual(bitsOf(y.data));
        }),
      );
    });
  },
);

test('an array longer than the scratch pad gives the bits of its pieces', () => {
  fc.assert(
    fc.property(fc.integer({ min: 16_300, max: 50_000 }), fc.nat(50_000), (length, at) => {
      torch.manual_seed(length);
      const x = torch.randn(length).mul(3);
      const start = at % length;
      for (const f of elementwise.map(call)) {
        expect(bitsOf(f(x)[`${start}:`].clone().data)).toEqual(bitsOf(f(x[`${start}:`].clone()).data));
      }
    }),
    { numRuns: 5 },
  );
}, 30_000);

describe('softmax', () => {
  const shaped = fc.tuple(
    fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }),
    fc.nat(3),
    fc.integer(),
  );

  test('sums to 1 along its dimension and keeps every shape', () => {
    fc.assert(
      fc.property(shaped, ([sizes, at, seed]) => {
        torch.manual_seed(seed);
        const dim = at % sizes.length;
        const y = F.softmax(torch.randn(sizes).mul(5), dim);
        expect([...y.shape]).toEqual(sizes);
        for (const sum of y.sum(dim).data) expect(Math.abs(sum - 1)).toBeLessThan(1e-6);
      }),
    );
  });

  test('does not care in which order the dimensions lie', () => {
    fc.assert(
      fc.property(shaped, ([sizes, at, seed]) => {
        torch.manual_seed(seed);
        const dim = at % sizes.length;
        const last = sizes.length - 1;
        const x = torch.randn(sizes).mul(5);
        const turned = F.softmax(x.transpose(dim, last).contiguous(), last).transpose(dim, last).contiguous();
        F.softmax(x, dim).data.forEach((value, i) => {
          expect(Math.abs(turned.data[i] - value)).toBeLessThanOrEqual(shortRowOrder * ulp(value));
        });
      }),
    );
  });
});

test('a call that is refused changes nothing, and the next one works', () => {
  const bad = [[], [null], ['a'], [[1, 2]], [1.5], [{}], [() => 0]];
  for (const f of [...Object.values(F), ...Object.values(torchFunctions)]) {
    for (const args of bad) expect(() => /** @type {any} */ (f)(...args)).toThrow();
  }
  torch.manual_seed(3);
  const right = torch.randn(2).tolist();
  torch.manual_seed(3);
  for (const sizes of [[-1], [2.5], [1e13], [2 ** 40, 2 ** 40]]) expect(() => torch.randn(sizes)).toThrow();
  expect(() => torch.manual_seed(Number.NaN)).toThrow('cannot convert float NaN to integer');
  expect(torch.randn(2).tolist()).toEqual(right);
});
