// What occurs how often: bincount, histc; and whole numbers as rows of zeros and a one.

import { NotImplementedError, RuntimeError } from '../../../core/errors.js';
import { sizeOf } from '../../../core/numbers/size.js';
import { native } from '../../arguments/native.js';
import { bool, int64, kFloating } from '../../storage/dtype.js';
import { elements, fresh } from '../../storage/strided.js';

/** @typedef {import('../../tensor/tensor.js').Tensor} Tensor */

/**
 * How often each whole number from 0 on occurs in a vector, or the sum of weights where it does.
 * @type {((input: Tensor, weights?: Tensor | object, minlength?: number | object) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.bincount(torch.tensor([0n, 1n, 1n])) // tensor([1, 2])
 */
export const bincount = /* @__PURE__ */ native(
  'bincount(Tensor input, Tensor weights=None, int minlength=0)',
  (x, weights, minlength) => {
    if (x.dtype.kind === kFloating || x.dtype === bool) {
      throw new NotImplementedError(`"bincount_cpu" not implemented for '${x.dtype.short}'`);
    }
    const values = Array.from(elements(x), Number);
    if (x.shape.length !== 1 || values.some((value) => value < 0)) {
      throw new RuntimeError('bincount only supports 1-d non-negative integral inputs.');
    }
    if (weights !== null && weights.shape.numel() !== values.length) {
      throw new RuntimeError('weights should be 1-d and have the same length as input');
    }
    const counts = new Float64Array(
      Math.max(
        minlength,
        values.reduce((most, value) => Math.max(most, value + 1), 0),
      ),
    );
    const parts = weights === null ? null : elements(weights);
    values.forEach((value, i) => {
      counts[value] += parts === null ? 1 : Number(parts[i]);
    });
    const shape = sizeOf([counts.length]);
    if (weights === null) return fresh(x, shape, BigInt64Array.from(counts, BigInt), int64);
    const dtype = weights.dtype;
    return fresh(
      x,
      shape,
      /** @type {any} */ (dtype.array === Float32Array ? Float32Array.from(counts) : counts),
      dtype,
    );
  },
);

/**
 * How many elements fall into each of some equal parts (100) between two bounds (both 0: those of the data).
 * @type {((input: Tensor, bins?: number | object, min?: number | object, max?: number | object) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.histc(torch.tensor([1, 2, 1]), 4, 0, 3) // tensor([0., 2., 1., 0.])
 */
export const histc = /* @__PURE__ */ native(
  'histc(Tensor input, int bins=100, Scalar min=0, Scalar max=0, *, Tensor out=None)',
  (x, bins, min, max) => {
    if (bins <= 0) throw new RuntimeError(`torch.histogram(): bins must be > 0, but got ${bins} for dimension 0`);
    if (x.dtype.kind !== kFloating) {
      const which = x.dtype.name === 'bool' ? 'linspace' : 'histogram'; // edges are made first
      throw new NotImplementedError(`"${which}_cpu" not implemented for '${x.dtype.short}'`);
    }
    const values = Array.from(elements(x), Number);
    let [low, high] = [Number(min), Number(max)];
    if (low === high && values.length > 0) {
      low = values.reduce((a, b) => Math.min(a, b));
      high = values.reduce((a, b) => Math.max(a, b));
    }
    if (low === high) [low, high] = [low - 1, high + 1];
    if (!Number.isFinite(low) || !Number.isFinite(high))
      throw new RuntimeError(`range of [${low}, ${high}] is not finite`);
    if (low > high) throw new RuntimeError('max must be larger than min');
    const result = fresh(x, sizeOf([bins]));
    const to = /** @type {any} */ (result.storage.array);
    for (const value of values) {
      if (value >= low && value <= high) to[Math.min(bins - 1, Math.floor(((value - low) * bins) / (high - low)))] += 1;
    }
    return result;
  },
);

/**
 * Whole numbers as rows of zeros with a one at their place: torch.nn.functional.one_hot. num_classes (-1: one more than the largest).
 * @type {(input: Tensor, num_classes?: number | { num_classes?: number }) => Tensor}
 * @example F.one_hot(torch.tensor([0n, 2n])) // tensor([[1, 0, 0], [0, 0, 1]])
 */
export const one_hot = /* @__PURE__ */ native('one_hot(Tensor input, int num_classes=-1)', (x, wanted) => {
  if (x.dtype !== int64) throw new RuntimeError('one_hot is only applicable to index tensor of type LongTensor.');
  const values = Array.from(elements(x), Number);
  const most = values.reduce((a, b) => Math.max(a, b), -1);
  if (values.some((value) => value < 0)) throw new RuntimeError('Class values must be non-negative.');
  const count = wanted === -1 ? most + 1 : Number(wanted);
  if (count <= 0 && values.length === 0)
    throw new RuntimeError('Can not infer total number of classes from empty tensor.');
  if (most >= count) throw new RuntimeError('Class values must be smaller than num_classes.');
  const result = new BigInt64Array(values.length * count);
  values.forEach((value, i) => {
    result[i * count + value] = 1n;
  });
  return fresh(x, sizeOf([...x.shape, count]), result, int64);
});
