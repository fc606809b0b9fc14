// layer_norm with its gradients: rows made of mean 0 and variance 1, then scaled and shifted.
// Means and variances are formed in float64; what is stored and multiplied is rounded as in PyTorch.

import { record } from '../../autograd/graph.js';
import { float32 } from '../../storage/dtype.js';
import { elements, fresh } from '../../storage/strided.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../../core/numbers/size.js').Size} Size
 * @typedef {{ groups: number, count: number, at: (group: number, k: number) => number }} Groups where the elements lie
 *   that share a mean: `count` of each group
 */

/** @param {Tensor | null} tensor @returns {any} */
export const read = (tensor) => (tensor === null ? null : elements(tensor));

/** Rounds to the dtype of a tensor. @param {Tensor} tensor @returns {(value: number) => number} */
export const rounding = ({ dtype }) => (dtype === float32 ? Math.fround : (value) => value);

/**
 * Mean and variance (divided by the count) of every group.
 * @param {any} x
 * @param {Groups} groups
 */
export function moments(x, { groups, count, at }) {
  const means = new Float64Array(groups);
  const variances = new Float64Array(groups);
  for (let g = 0; g < groups; g++) {
    let sum = 0;
    for (let k = 0; k < count; k++) sum += x[at(g, k)];
    const mean = sum / count;
    let squares = 0;
    for (let k = 0; k < count; k++) squares += (x[at(g, k)] - mean) ** 2;
    means[g] = mean;
    variances[g] = squares / count;
  }
  return { means, variances };
}

/**
 * (x - mean) · rstd · weight + bias, by groups.
 * @param {Tensor} input
 * @param {Groups} groups
 * @param {ArrayLike<number>} means
 * @param {ArrayLike<number>} scales 1 / √(variance + eps)
 * @param {Tensor | null} weight
 * @param {Tensor | null} bias
 */
function normalized(input, { groups, count, at }, means, scales, weight, bias) {
  const [x, w, b] = [read(input), read(weight), read(bias)];
  const fit = rounding(input);
  const out = fresh(input, input.shape);
  const y = /** @type {any} */ (out.storage.array);
  for (let g = 0; g < groups; g++) {
    const scale = fit(scales[g]);
    const shift = fit(-fit(means[g]) * scale);
    for (let k = 0; k < count; k++) {
      const i = at(g, k);
      y[i] = fit(x[i] * scale + shift) * (w === null ? 1 : w[k]) + (b === null ? 0 : b[k]);
    }
  }
  return out;
}

/** The gradient of a weight, where there is one. @param {Tensor | null} weight @param {Float64Array} values */
export function asTensor(weight, values) {
  if (weight === null) return null;
  const result = fresh(weight, weight.shape);
  /** @type {any} */ (result.storage.array).set(values);
  return result;
}

/**
 * Gradients of input, weight and bias.
 * @param {Tensor} grad
 * @param {Tensor} input
 * @param {Tensor | null} weight
 * @param {Groups} groups
 * @param {ArrayLike<number>} means
 * @param {ArrayLike<number>} scales
 */
function gradients(grad, input, weight, { groups, count, at }, means, scales) {
  const [d, x, w] = [read(grad), read(input), read(weight)];
  const dx = fresh(input, input.shape);
  const to = /** @type {any} */ (dx.storage.array);
  const channels = weight === null ? 0 : weight.shape.numel();
  const [dw, db] = [new Float64Array(channels), new Float64Array(channels)];
  for (let g = 0; g < groups; g++) {
    let sum = 0;
    let product = 0;
    for (let k = 0; k < count; k++) {
      const i = at(g, k);
      const unit = (x[i] - means[g]) * scales[g];
      const own = d[i] * (w === null ? 1 : w[k]);
      sum += own;
      product += own * unit;
      if (w !== null) {
        dw[k] += d[i] * unit;
        db[k] += d[i];
      }
    }
    for (let k = 0; k < count; k++) {
      const i = at(g, k);
      const own = d[i] * (w === null ? 1 : w[k]);
      const unit = (x[i] - means[g]) * scales[g];
      to[i] = scales[g] * (own - (sum + unit * product) / count);
    }
  }
  return [dx, asTensor(weight, dw), asTensor(weight, db)];
}

/**
 * Carries layer_norm out and records it.
 * @param {Tensor} input
 * @param {Tensor | null} weight
 * @param {Tensor | null} bias
 * @param {Groups} groups
 * @param {ArrayLike<number>} means
 * @param {ArrayLike<number>} scales
 */
export function normalize(input, weight, bias, groups, means, scales) {
  const result = normalized(input, groups, means, scales, weight, bias);
  return record(result, {
    name: 'NativeLayerNormBackward0',
    inputs: [input, weight, bias],
    saved: [input, weight],
    backward: (grad, [x, w]) => {
      const [dx, dw, db] = gradients(grad, x, w, groups, means, scales);
      return [dx, dw, bias === null ? null : db];
    },
    formula: 'native_layer_norm',
  });
}

/** Rows of the last dimensions: each is a group, whose weights are by the place in the row. @param {Size} shape @param {number} count @returns {Groups} */
export const rowGroups = (shape, count) => ({
  groups: count === 0 ? 0 : shape.numel() / count,
  count,
  at: (g, k) => g * count + k,
});
