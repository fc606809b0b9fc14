// Random tensors beside those of a size: randint, randperm, and their _like.

import { RuntimeError } from '../../../core/errors.js';
import { native } from '../../arguments/native.js';
import { wrap } from '../../storage/data.js';
import { asElement, get_default_dtype, int64 } from '../../storage/dtype.js';
import { factory, room } from '../../tensor/creation.js';
import { defaultGenerator } from '../../tensor/generator.js';
import { into } from './filling.js';

/** @typedef {import('../../tensor/tensor.js').Tensor} Tensor */

/** A whole number in [low, high). Source: random_from_to in aten/src/ATen/native/DistributionTemplates.h. @param {any} generator @param {number} low @param {number} high @returns {number} */
const between = (generator, low, high) => {
  const range = high - low;
  const bits = range >= 2 ** 32 ? generator.random64() : BigInt(generator.random32());
  return Number(bits % BigInt(range)) + low;
};

/** @param {number} low @param {number} high @param {number[]} size @param {any} generator @param {Tensor | null} out @param {any} wanted @param {boolean} isPinned @param {boolean} requiresGrad */
function integers(low, high, size, generator, out, wanted, isPinned, requiresGrad) {
  const { shape, array, dtype } = room('randint', size, wanted ?? out?.dtype ?? int64, isPinned && out === null);
  if (low >= high)
    throw new RuntimeError(`random_ expects 'from' to be less than 'to', but got from=${low} >= to=${high}`);
  const source = generator ?? defaultGenerator;
  const to = /** @type {any} */ (array);
  for (let i = 0; i < to.length; i++) to[i] = asElement(BigInt(between(source, low, high)), dtype);
  return into(out, 'randint', wrap(array, shape, requiresGrad, dtype));
}

/**
 * Whole numbers from low (0) up to, but without, high, as PyTorch draws them from the same seed.
 * @type {(...args: any[]) => Tensor}
 * @example torch.manual_seed(0), torch.randint(10, [3]) // tensor([4, 9, 3])
 */
export const randint = /* @__PURE__ */ native(
  [
    `randint(int high, int[] size, *, Generator? generator, Tensor out=None, ${factory})`,
    `randint(int high, int[] size, *, Tensor out=None, ${factory})`,
    `randint(int low, int high, int[] size, *, Generator? generator, Tensor out=None, ${factory})`,
    `randint(int low, int high, int[] size, *, Tensor out=None, ${factory})`,
  ],
  (high, size, generator, out, dtype, _l, _d, pin, grad) => integers(0, high, size, generator, out, dtype, pin, grad),
  (high, size, out, dtype, _l, _d, pin, grad) => integers(0, high, size, null, out, dtype, pin, grad),
  (low, high, size, generator, out, dtype, _l, _d, pin, grad) =>
    integers(low, high, size, generator, out, dtype, pin, grad),
  (low, high, size, out, dtype, _l, _d, pin, grad) => integers(low, high, size, null, out, dtype, pin, grad),
);

/**
 * Whole numbers from low (0) up to, but without, high, in the shape and dtype of another tensor.
 * @type {(input: Tensor, ...args: any[]) => Tensor}
 * @example torch.randint_like(torch.zeros(2), 1) // tensor([0., 0.])
 */
export const randint_like = /* @__PURE__ */ native(
  [
    `randint_like(Tensor input, int high, *, ${factory})`,
    `randint_like(Tensor input, int low, int high, *, ${factory})`,
  ],
  (x, high, dtype, _l, _d, pin, grad) => integers(0, high, [...x.shape], null, null, dtype ?? x.dtype, pin, grad),
  (x, low, high, dtype, _l, _d, pin, grad) =>
    integers(low, high, [...x.shape], null, null, dtype ?? x.dtype, pin, grad),
);

/**
 * The numbers from 0 to n - 1 in random order, as PyTorch's for the same seed.
 * @type {(n: number, options?: object) => Tensor}
 * @example torch.manual_seed(0), torch.randperm(4) // tensor([2, 0, 1, 3])
 */
export const randperm = /* @__PURE__ */ native(
  [
    `randperm(int n, *, Generator? generator, Tensor out=None, ${factory})`,
    `randperm(int n, *, Tensor out=None, ${factory})`,
  ],
  permuted,
  (n, ...rest) => permuted(n, null, ...rest),
);

/** @param {number} n @param {any} generator @param {any[]} rest of the signature */
function permuted(n, generator, ...rest) {
  const [out, wanted, _layout, _device, isPinned, requiresGrad] = rest;
  if (n < 0) throw new RuntimeError(`Trying to create tensor with negative dimension ${n}: [${n}]`);
  const { shape, array, dtype } = room('randperm', [n], wanted ?? out?.dtype ?? int64, isPinned && out === null);
  const source = generator ?? defaultGenerator;
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = 0; i < n - 1; i++) {
    const other = i + (source.random32() % (n - i));
    [order[i], order[other]] = [order[other], order[i]];
  }
  const to = /** @type {any} */ (array);
  for (let i = 0; i < n; i++) to[i] = asElement(BigInt(order[i]), dtype);
  return into(out, 'randperm', wrap(array, shape, requiresGrad, dtype));
}

/**
 * A matrix with ones on its diagonal.
 * @type {(n: number, m?: number | object, options?: object) => Tensor}
 * @example torch.eye(2) // tensor([[1., 0.], [0., 1.]])
 */
export const eye = /* @__PURE__ */ native(
  [`eye(int n, *, Tensor out=None, ${factory})`, `eye(int n, int m, *, Tensor out=None, ${factory})`],
  (n, out, dtype, _l, _d, pin, grad) => identity(n, n, out, dtype, pin, grad),
  (n, m, out, dtype, _l, _d, pin, grad) => identity(n, m, out, dtype, pin, grad),
);

/** @param {number} n @param {number} m @param {Tensor | null} out @param {any} wanted @param {boolean} isPinned @param {boolean} requiresGrad */
function identity(n, m, out, wanted, isPinned, requiresGrad) {
  for (const [name, size] of Object.entries({ n, m })) {
    if (size < 0) throw new RuntimeError(`${name} must be greater or equal to 0, got ${size}`);
  }
  const { shape, array, dtype } = room(
    'eye',
    [n, m],
    wanted ?? out?.dtype ?? get_default_dtype(),
    isPinned && out === null,
  );
  const to = /** @type {any} */ (array);
  for (let i = 0; i < Math.min(n, m); i++) to[i * m + i] = asElement(1, dtype);
  return into(out, 'eye', wrap(array, shape, requiresGrad, dtype));
}
