// batch_norm with its gradients, over the channels of dimension 1. The order of PyTorch's CPU kernels: sums grow row by row in the
// input's dtype, products are added without a rounding between (a double holds the product of two float32). So it has the bits of
// (N, C); of (N, C, L), which PyTorch adds up in another order, a last place may differ.

import { sizeOf } from '../../../core/numbers/size.js';
import { record } from '../../autograd/graph.js';
import { bumpVersion } from '../../autograd/inplace.js';
import { elements, fresh } from '../../storage/strided.js';
import { asTensor, read, rounding } from './moments.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('./moments.js').Groups} Groups
 * @typedef {{ means: any, variances: any, groups: Groups, isOwn: boolean }} Moments of each channel; isOwn: of the input, not constants
 */

/** The channels: each is a group over all other dimensions. @param {Tensor} input @returns {Groups} */
function channelGroups({ shape }) {
  const channels = shape[1];
  const inner = sizeOf(shape.slice(2)).numel();
  return {
    groups: channels,
    count: shape[0] * inner,
    at: (g, k) => (Math.floor(k / inner) * channels + g) * inner + (k % inner),
  };
}

/** Moments that were given. @param {Tensor} input @param {Tensor} mean @param {Tensor} variance @returns {Moments} */
export const givenMoments = (input, mean, variance) => ({
  means: read(mean),
  variances: read(variance),
  groups: channelGroups(input),
  isOwn: false,
});

/** Mean and variance (divided by the count) of each channel, which move the running ones by momentum. @param {Tensor} input @param {Tensor | null} mean @param {Tensor | null} variance @param {number} momentum @returns {Moments} */
export function ownMoments(input, mean, variance, momentum) {
  const [x, fit, groups] = [read(input), rounding(input), channelGroups(input)];
  const { count, at } = groups;
  const means = new Float64Array(groups.groups);
  const squares = new Float64Array(groups.groups);
  for (let g = 0; g < means.length; g++) {
    let sum = 0;
    for (let k = 0; k < count; k++) sum = fit(sum + x[at(g, k)]);
    means[g] = fit(sum / count);
    for (let k = 0; k < count; k++) squares[g] = fit(squares[g] + fit(x[at(g, k)] - means[g]) ** 2);
  }
  const [own, kept] = [fit(momentum), fit(1 - momentum)];
  follow(mean, (old, g) => fit(own * means[g]) + fit(kept * old));
  follow(variance, (old, g) => own * fit(squares[g] / (count - 1)) + fit(kept * old));
  return { means, variances: squares.map((sum) => fit(sum / count)), groups, isOwn: true };
}

/** @param {Tensor | null} running @param {(old: number, g: number) => number} moved */
function follow(running, moved) {
  if (running === null) return;
  const array = /** @type {any} */ (elements(running));
  for (let g = 0; g < array.length; g++) array[g] = moved(array[g], g);
  bumpVersion(running);
}

/** (x - mean) · scale · weight + bias, as x · slope + shift. @param {Tensor} input @param {Moments} moments @param {ArrayLike<number>} scales @param {any} w @param {any} b */
function normalized(input, { means, groups }, scales, w, b) {
  const [x, fit] = [read(input), rounding(input)];
  const out = fresh(input, input.shape);
  const y = /** @type {any} */ (out.storage.array);
  for (let g = 0; g < groups.groups; g++) {
    const slope = fit(scales[g] * (w?.[g] ?? 1));
    const shift = fit((b?.[g] ?? 0) - means[g] * slope);
    for (let k = 0; k < groups.count; k++) {
      const i = groups.at(g, k);
      y[i] = x[i] * slope + shift;
    }
  }
  return out;
}

/** Gradients of input, weight and bias. @param {Tensor} grad @param {Tensor} input @param {Tensor | null} weight @param {Moments} moments @param {Float64Array} scales */
function gradients(grad, input, weight, { means, groups, isOwn }, scales) {
  const [d, x, w, fit] = [read(grad), read(input), read(weight), rounding(input)];
  const { count, at } = groups;
  const dx = fresh(input, input.shape);
  const to = /** @type {any} */ (dx.storage.array);
  const [dw, db] = [new Float64Array(scales.length), new Float64Array(scales.length)];
  for (let g = 0; g < scales.length; g++) {
    const [mean, scale, factor] = [means[g], scales[g], w?.[g] ?? 1];
    let [sum, product] = [0, 0];
    for (let k = 0; k < count; k++) {
      const i = at(g, k);
      sum = fit(sum + d[i]);
      product = fit(product + fit(x[i] - mean) * d[i]);
    }
    const slope = isOwn ? fit(fit(fit(product * scale) * scale) / count) : 0;
    const level = isOwn ? fit(sum / count) : 0;
    for (let k = 0; k < count; k++) {
      const i = at(g, k);
      to[i] = fit(fit(fit(d[i] - level) - fit(x[i] - mean) * slope) * scale) * factor;
    }
    [dw[g], db[g]] = [product * scale, sum];
  }
  return [dx, asTensor(weight, dw), asTensor(weight, db)];
}

/**
 * Carries batch_norm out and records it.
 * @param {Tensor} input
 * @param {Tensor | null} weight
 * @param {Tensor | null} bias
 * @param {Moments} moments
 * @param {number} eps
 */
export function batchNormalize(input, weight, bias, moments, eps) {
  const fit = rounding(input);
  const scales = Float64Array.from(moments.variances, (/** @type {number} */ v) => fit(1 / Math.sqrt(v + eps)));
  // Moments that were given are scaled in the input's dtype throughout, and only forward.
  const given = () =>
    Array.from(moments.variances, (/** @type {number} */ v) => fit(1 / fit(Math.sqrt(fit(v + fit(eps))))));
  const result = normalized(input, moments, moments.isOwn ? scales : given(), read(weight), read(bias));
  return record(result, {
    name: 'NativeBatchNormBackward0',
    inputs: [input, weight, bias],
    saved: [input, weight],
    backward: (grad, [x, w]) => {
      const [dx, dw, db] = gradients(grad, x, w, moments, scales);
      return [dx, dw, bias === null ? null : db];
    },
    formula: 'native_batch_norm',
  });
}
