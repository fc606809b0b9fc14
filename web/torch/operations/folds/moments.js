// layer_norm and batch_norm with their gradients: rows made of mean 0 and variance 1, then scaled and shifted.
// Means and variances are formed in float64; what is stored and multiplied is rounded as in PyTorch.

import { sizeOf } from '../../../core/numbers/size.js';
import { record } from '../../autograd/graph.js';
import { float32 } from '../../storage/dtype.js';
import { elements, fresh } from '../../storage/strided.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../../core/numbers/size.js').Size} Size
 * @typedef {{ groups: number, count: number, at: (group: number, k: number) => number }} Groups where the elements lie
 *   that share a mean: `count` of each group
 * @typedef {(group: number, k: number) => number} Channel which weight an element has
 */

/** @param {Tensor | null} tensor @returns {any} */
const read = (tensor) => (tensor === null ? null : elements(tensor));

/** Rounds to the dtype of a tensor. @param {Tensor} tensor @returns {(value: number) => number} */
const rounding = ({ dtype }) => (dtype === float32 ? Math.fround : (value) => value);

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
 * @param {Channel} channel
 * @param {Tensor | null} weight
 * @param {Tensor | null} bias
 */
function normalized(input, { groups, count, at }, means, scales, channel, weight, bias) {
  const [x, w, b] = [read(input), read(weight), read(bias)];
  const fit = rounding(input);
  const out = fresh(input, input.shape);
  const y = /** @type {any} */ (out.storage.array);
  for (let g = 0; g < groups; g++) {
    const scale = fit(scales[g]);
    const shift = fit(-fit(means[g]) * scale);
    for (let k = 0; k < count; k++) {
      const i = at(g, k);
      const c = channel(g, k);
      y[i] = fit(x[i] * scale + shift) * (w === null ? 1 : w[c]) + (b === null ? 0 : b[c]);
    }
  }
  return out;
}

/**
 * Gradients of input, weight and bias; where the moments were not of the input, they are constants.
 * @param {Tensor} grad
 * @param {Tensor} input
 * @param {Tensor | null} weight
 * @param {Groups} groups
 * @param {ArrayLike<number>} means
 * @param {ArrayLike<number>} scales
 * @param {Channel} channel
 * @param {boolean} isOwn whether the moments are those of the input
 */
function gradients(grad, input, weight, { groups, count, at }, means, scales, channel, isOwn) {
  const [d, x, w] = [read(grad), read(input), read(weight)];
  const dx = fresh(input, input.shape);
  const to = /** @type {any} */ (dx.storage.array);
  const channels = weight === null ? 0 : weight.shape.numel();
  const [dw, db] = [new Float64Array(channels), new Float64Array(channels)];
  for (let g = 0; g < groups; g++) {
    let sum = 0;
    let product = 0;
    for (let k = 0; k < count; k++) {
      const [i, c] = [at(g, k), channel(g, k)];
      const unit = (x[i] - means[g]) * scales[g];
      const own = d[i] * (w === null ? 1 : w[c]);
      sum += own;
      product += own * unit;
      if (w !== null) {
        dw[c] += d[i] * unit;
        db[c] += d[i];
      }
    }
    for (let k = 0; k < count; k++) {
      const i = at(g, k);
      const own = d[i] * (w === null ? 1 : w[channel(g, k)]);
      const unit = (x[i] - means[g]) * scales[g];
      to[i] = scales[g] * (isOwn ? own - (sum + unit * product) / count : own);
    }
  }
  const asTensor = (/** @type {Float64Array} */ values) => {
    if (weight === null) return null;
    const result = fresh(weight, weight.shape);
    /** @type {any} */ (result.storage.array).set(values);
    return result;
  };
  return [dx, asTensor(dw), asTensor(db)];
}

/**
 * Carries a normalisation out and records it.
 * @param {string} name of the step backward
 * @param {Tensor} input
 * @param {Tensor | null} weight
 * @param {Tensor | null} bias
 * @param {Groups} groups
 * @param {Channel} channel
 * @param {ArrayLike<number>} means
 * @param {ArrayLike<number>} scales
 * @param {boolean} isOwn
 */
export function normalize(name, input, weight, bias, groups, channel, means, scales, isOwn) {
  const result = normalized(input, groups, means, scales, channel, weight, bias);
  return record(result, {
    name,
    inputs: [input, weight, bias],
    saved: [input, weight],
    backward: (grad, [x, w]) => {
      const [dx, dw, db] = gradients(grad, x, w, groups, means, scales, channel, isOwn);
      return [dx, dw, bias === null ? null : db];
    },
  });
}

/** Rows of the last dimensions: each is a group, whose weights are by the place in the row. @param {Size} shape @param {number} count @returns {Groups} */
export const rowGroups = (shape, count) => ({
  groups: count === 0 ? 0 : shape.numel() / count,
  count,
  at: (g, k) => g * count + k,
});

/** The channels, dimension 1: each is a group over all others. @param {Size} shape @returns {Groups} */
export function channelGroups(shape) {
  const channels = shape[1];
  const inner = sizeOf(shape.slice(2)).numel();
  return {
    groups: channels,
    count: shape[0] * inner,
    at: (g, k) => (Math.floor(k / inner) * channels + g) * inner + (k % inner),
  };
}
