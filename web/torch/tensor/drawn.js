// torch.normal and bernoulli, and orders for loaders: tensors of random numbers that depend on what they are given.
// Source of the order of draws: aten/src/ATen/native/TensorFactories.cpp.

import { RuntimeError } from '../../core/errors.js';
import { native } from '../arguments/native.js';
import { chance, chances, normalize } from '../operations/filling/draws.js';
import { isTensor } from '../storage/base.js';
import { wrap } from '../storage/data.js';
import { get_default_dtype, requireDType } from '../storage/dtype.js';
import { allocate, broadcastShape, elements, fresh } from '../storage/strided.js';
import { factory } from './creation.js';
import { defaultGenerator } from './generator.js';

/**
 * @typedef {import('./tensor.js').Tensor} Tensor
 * @typedef {import('./generator.js').Generator} Generator
 */

/**
 * Ones with the probabilities of the input, zeros else.
 * @type {(input: Tensor, options?: { generator?: Generator }) => Tensor}
 * @example torch.bernoulli(torch.tensor([0, 1])) // tensor([0., 1.])
 */
export const bernoulli = /* @__PURE__ */ native(
  [
    'bernoulli(Tensor input, *, Generator generator=None)',
    'bernoulli(Tensor input, float p, *, Generator generator=None)',
  ],
  (input, generator) => chances(fresh(input, input.shape), input, generator),
  (input, p, generator) => chance(fresh(input, input.shape), p, generator),
);

/**
 * Normal numbers of means and standard deviations that are tensors or numbers; with two numbers a size says how many.
 * @type {(mean: Tensor | number, std?: Tensor | number | object, ...rest: any[]) => Tensor}
 * @example torch.normal(2, 0, [2]) // tensor([2., 2.])
 */
export const normal = /* @__PURE__ */ native(
  [
    'normal(Tensor mean, Tensor std, *, Generator generator=None)',
    'normal(Tensor mean, float std=1, *, Generator generator=None)',
    'normal(float mean, Tensor std, *, Generator generator=None)',
    `normal(float mean, float std, int[] size, *, Generator generator=None, ${factory})`,
  ],
  normalOf,
  normalOf,
  normalOf,
  (mean, std, size, generator, wanted, _layout, _device, isPinned, requiresGrad) => {
    const dtype = requireDType(wanted ?? get_default_dtype(), 'normal');
    const count = size.reduce((/** @type {number} */ n, /** @type {number} */ m) => n * m, 1);
    const made = normalize(wrap(allocate(count, dtype, isPinned), size, false, dtype), mean, std, generator);
    return requiresGrad ? made.requires_grad_() : made;
  },
);

/** Standard normals, times std, plus mean. @param {any} mean @param {any} std @param {Generator | null} generator */
function normalOf(mean, std, generator) {
  const like = isTensor(mean) ? mean : std;
  const shape = isTensor(mean) && isTensor(std) ? broadcastShape(mean.shape, std.shape) : like.shape;
  const spreads = /** @type {any} */ (isTensor(std) ? elements(std) : [std]);
  if (spreads.some((/** @type {number} */ s) => s < 0))
    throw new RuntimeError('normal expects all elements of std >= 0.0');
  const draws = normalize(fresh(like, shape), 0, 1, generator);
  return draws.mul_(std).add_(mean);
}

/**
 * The whole numbers from 0 to n - 1 in random order.
 * @param {number} n
 * @param {Generator} [generator]
 */
export function permutation(n, generator = defaultGenerator) {
  const order = Array.from({ length: n }, (_, i) => i);
  // Where a remainder of 32 bits would favour some numbers visibly, PyTorch takes 64.
  const isLong = n >= 2 ** 32 / 20;
  for (let i = 0; i < n - 1; i++) {
    const z = isLong ? Number(generator.random64() % BigInt(n - i)) : generator.random32() % (n - i);
    [order[i], order[i + z]] = [order[i + z], order[i]];
  }
  return order;
}
