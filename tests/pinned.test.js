// Pinned memory: the same bits whatever of the operands lies in the kernels' memory, nothing written beside them, places that stay.
import { expect, test } from 'vitest';
import * as arrays from '../web/arrays.js';
import { activations } from '../web/build/facts.js';
import torch, { F } from '../web/index.js';

/** @type {Record<string, import('../web/core/arrays.js').ArrayFunction>} */
const functions = /** @type {any} */ (arrays);
const { pinned } = arrays;

/** What stands around an array. */
const kSentinel = 7;

/** A copy in the kernels' memory, off any alignment, in an array that goes on around it. @param {ArrayLike<number>} values */
function placed(values) {
  const around = pinned(values.length + 40).fill(kSentinel);
  const array = around.subarray(5, 5 + values.length);
  array.set(values);
  const isAlone = () => around.every((value, i) => (i >= 5 && i < 5 + values.length) || value === kSentinel);
  return { array, isAlone, around };
}

/** @param {Float32Array} a @param {Float32Array} b */
const isSame = (a, b) => a.length === b.length && a.every((value, i) => Object.is(value, b[i]));

/** @param {number} count @param {number} seed */
function numbers(count, seed) {
  torch.manual_seed(seed);
  return /** @type {Float32Array} */ (torch.randn(count).mul(5).data);
}

const named = activations.filter(({ functional }) => functional);
const lengths = [1, 31, 32, 48, 300, 16_384, 40_006];

/** Ways to call a function on `count` elements. @param {any} activation @param {number} count @returns {Record<string, any>[]} */
function calls({ kind, parameters }, count) {
  if (kind === 'prelu') return [{ weight: Float32Array.of(0.1, 0.3, -0.2), shape: [1, 3, count / 3] }];
  if (['softmax', 'softmin', 'log_softmax'].includes(kind)) {
    const shapes = [[count], [count, 1], [count / 2, 2], [count / 6, 6], [2, count / 6, 3], [1, count / 3, 3]];
    return shapes
      .filter((sizes) => sizes.every(Number.isInteger))
      .map((shape) => ({ shape, dim: shape.length > 2 ? 1 : -1 }));
  }
  const needed = parameters.filter((/** @type {any} */ p) => p.default === undefined);
  return [Object.fromEntries(needed.map((/** @type {any} */ p) => [p.name, p.start]))];
}

test.each(named.map((a) => ({ ...a, name: a.functional })))('$name: pinned or not, the same bits', (activation) => {
  const f = functions[/** @type {string} */ (activation.functional)];
  for (const length of lengths) {
    const count = activation.kind === 'prelu' ? 3 * length : activation.kind === 'glu' ? 2 * length : length;
    for (const options of calls(activation, count)) {
      const x = numbers(count, length);
      const y = f(x, options);
      const grad = numbers(y.length, length + 1);
      const gradients = f.backward(grad, x, options);
      const dx = gradients.input ?? gradients;
      const where = JSON.stringify([length, options.shape]);

      for (const input of [x, placed(x).array]) {
        const { array, isAlone } = placed(new Float32Array(y.length));
        expect(f(input, { ...options, out: array })).toBe(array);
        expect([isSame(array, y), isAlone(), isSame(input, x)], where).toEqual([true, true, true]);
      }
      expect(isSame(f(placed(x).array, options), y), where).toBe(true);
      if (y.length === x.length) {
        const { array, isAlone } = placed(x);
        f(array, { ...options, out: array });
        expect([isSame(array, y), isAlone()], where).toEqual([true, true]);
      }
      const [pinnedGrad, pinnedX] = [placed(grad), placed(x)];
      for (const above of [grad, pinnedGrad.array]) {
        for (const at of [x, pinnedX.array]) {
          const { array, isAlone } = placed(new Float32Array(x.length));
          const found = f.backward(above, at, { ...options, out: array });
          expect(found.input ?? found).toBe(array);
          expect([isSame(array, dx), isAlone()], where).toEqual([true, true]);
          if (gradients.weight) expect(isSame(found.weight, gradients.weight)).toBe(true);
          const fresh = f.backward(above, at, options);
          expect(isSame(fresh.input ?? fresh, dx), where).toBe(true);
        }
      }
      expect([isSame(pinnedGrad.array, grad), isSame(pinnedX.array, x)]).toEqual([true, true]);
    }
  }
});

test('every factory pins; views of a pinned tensor are pinned, results are not', () => {
  const options = { pin_memory: true };
  const x = torch.ones(4, options);
  const all = [
    torch.empty(3, options),
    torch.zeros([2, 2], options),
    x,
    torch.full([2], 3, options),
    torch.rand(2, options),
    torch.randn(2, options),
    torch.arange(3, options),
    torch.linspace(0, 1, 3, options),
    torch.tensor([1, 2], options),
    torch.zeros_like(x, options),
    torch.randn_like(torch.zeros(3), options),
  ];
  expect(all.map((t) => t.is_pinned())).toEqual(all.map(() => true));
  expect([x['1:3'], x.view(2, 2), x.detach(), x.unsqueeze(0)].map((t) => t.is_pinned())).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect([torch.zeros(3), x.clone(), x.relu(), torch.ones_like(x)].map((t) => t.is_pinned())).toEqual([
    false,
    false,
    false,
    false,
  ]);
  const copy = torch.arange(6).view(2, 3).t().pin_memory();
  expect([copy.is_pinned(), copy.pin_memory() === copy, copy.tolist()]).toEqual([
    true,
    true,
    [
      [0, 3],
      [1, 4],
      [2, 5],
    ],
  ]);
  expect(String(torch.tensor([1.5], { ...options, requires_grad: true }).pin_memory())).toBe(
    'tensor([1.5000], requires_grad=True)',
  );
  expect(() => torch.tensor([1, 2]).max(0).indices.pin_memory()).toThrow(/float32/);
  torch.manual_seed(0);
  const drawn = torch.randn(3, 4, options);
  torch.manual_seed(0);
  expect(torch.randn(3, 4).data).toEqual(drawn.data);
});

test('tensors: activations, gradients and in-place forms are those of other memory', () => {
  torch.manual_seed(1);
  const plain = torch.randn(40, 50).mul(3);
  const pin = plain.pin_memory();
  for (const f of [
    F.gelu,
    F.silu,
    F.relu,
    (/** @type {any} */ x) => x.softmax(1),
    (/** @type {any} */ x) => x.softmax(0),
    (/** @type {any} */ x) => F.glu(x),
  ]) {
    const results = [plain, pin].map((x) => {
      const leaf = x.detach().clone();
      const input = x === pin ? leaf.pin_memory().requires_grad_() : leaf.requires_grad_();
      const output = f(input);
      output.backward(torch.ones_like(output, { pin_memory: x === pin }));
      return [output.detach().data, /** @type {any} */ (input.grad).data];
    });
    expect(results[1]).toEqual(results[0]);
  }
  const out = torch.empty(40, 50, { pin_memory: true });
  expect(F.mish(pin, { out })).toBe(out);
  expect(out.data).toEqual(F.mish(plain).data);
  const window = torch.zeros(100, { pin_memory: true });
  window['10:60'].copy_(pin[0]);
  window['10:60'].relu_();
  expect(window.data).toEqual(
    Float32Array.from({ length: 100 }, (_, i) => (i < 10 || i >= 60 ? 0 : Math.max(0, plain.data[i - 10]))),
  );
});

test('a view reads its numbers however much memory is pinned after it, in whatever memory that is', () => {
  const first = pinned(100).fill(1.5);
  // Each as large as what there is: memory grows every time.
  const held = Array.from({ length: 10 }, (_, i) => pinned((1 + i) << 21).fill(i));
  expect(new Set(held.map(({ buffer }) => buffer)).size).toBeGreaterThan(2);
  expect(first.every((value) => value === 1.5)).toBe(true);
  expect(held.map((array) => [array[0], array.at(-1)])).toEqual(held.map((_, i) => [i, i]));
  // Operands of two memories: one is copied.
  const [a, b] = [held[0], held[9].subarray(0, held[0].length)];
  a.fill(-2);
  arrays.leaky_relu(a, { out: b, negative_slope: 0.5 });
  expect([b[0], b.at(-1), held[9][a.length]]).toEqual([-1, -1, 9]);
});

test('more than there is is PyTorch’s error, and all is as it was', () => {
  const x = torch.ones(5, { pin_memory: true });
  const bytes = 4e12;
  const words = `DefaultCPUAllocator: can't allocate memory: you tried to allocate ${bytes} bytes.`;
  expect(() => torch.zeros(1e12, { pin_memory: true })).toThrow(words);
  expect(() => pinned(1e12)).toThrow(words);
  for (const length of [-1, 1.5, Number.NaN, '3', undefined])
    expect(() => pinned(/** @type {any} */ (length))).toThrow(
      `expected a length, a whole number from 0 on, but got ${length}`,
    );
  expect([pinned(0).length, String(x)]).toEqual([0, 'tensor([1., 1., 1., 1., 1.])']);
});

test('a kernel that is called while another call reads its options disturbs nothing', () => {
  const x = pinned(1000).map(() => -1);
  const at = pinned(1000).fill(-1);
  const options = {
    get negative_slope() {
      arrays.softmax(pinned(40_000), { shape: [2, 20_000], out: pinned(40_000) });
      return 0.25;
    },
    out: at,
  };
  expect(arrays.leaky_relu(at, options).every((value) => value === -0.25)).toBe(true);
  expect(x.every((value) => value === -1)).toBe(true);
});
