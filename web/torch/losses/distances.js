// The losses of distances: mse_loss, l1_loss, smooth_l1_loss, huber_loss, and their gradients.
// Source of the order of operations: aten/src/ATen/native/Loss.cpp and cpu/BinaryOpsKernel.cpp.

import { NotImplementedError, RuntimeError, ValueError } from '../../core/errors.js';
import { sameShape } from '../../core/numbers/size.js';
import { optional } from '../arguments/call.js';
import { isNumber, typeName } from '../arguments/signature.js';
import { warn } from '../arguments/warning.js';
import { named, record } from '../autograd/graph.js';
import { kFloating } from '../storage/dtype.js';
import { resultType } from '../storage/promotion.js';
import { broadcastShape } from '../storage/strided.js';
import { broadcast_to, sum } from '../tensor/functions.js';
import { legacy, loop, lossFunction, reduced } from './loss.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../storage/loops.js').Row} Row
 * @typedef {import('./loss.js').Reduction} Reduction
 */

const { fround } = Math;

/** What PyTorch calls the loops of a step. @type {Record<string, string>} */
const kernels = {
  MseLossBackward0: 'mse_cpu',
  SmoothL1LossBackward0: 'smooth_l1_cpu',
  HuberLossBackward0: 'huber_cpu',
};

/**
 * A loss of two tensors of one shape that is a step of its own in the graph.
 * @param {string} name of the step
 * @param {Row} forward
 * @param {Row} backward the slope by the input, times the factor; that by the target is its opposite
 * @param {(difference: any) => Tensor} slopeOf the same composed, but for the factor
 * @param {Tensor} input
 * @param {Tensor} target
 * @param {Reduction} reduction
 * @param {number} [beta]
 */
function pairwise(name, forward, backward, slopeOf, input, target, reduction, beta = 0) {
  const [x, t] = [input.detach(), target.detach()];
  if (x.dtype.kind !== kFloating) {
    throw new NotImplementedError(`"${kernels[name]}" not implemented for '${x.dtype.short}'`);
  }
  const result = reduced(loop(forward, x, t, beta), reduction);
  const factor = reduction === 'mean' ? 1 / x.shape.numel() : 1;
  const both = (/** @type {Tensor} */ slope, /** @type {boolean[]} */ needs) => [
    needs[0] ? slope : null,
    needs[1] ? slope.neg() : null,
  ];
  return record(result, {
    name,
    inputs: [input, target],
    saved: [input, target],
    backward: (grad, [a, b], needs) =>
      both(loop(backward, a.detach(), b.detach(), /** @type {any} */ ({ factor, beta })).mul(grad), needs),
    formula: (grad, [a, b], needs) =>
      both(named(slopeOf(a.sub(b)).mul(factor).mul(grad), name.replace('0', 'Backward0')), needs),
  });
}

/** @type {Row} */
function squareRow(out, o, so, a, i, si, b, j, sj, n) {
  const fit = out instanceof Float32Array ? fround : Number;
  for (let k = 0; k < n; k++, o += so, i += si, j += sj) {
    const d = fit(a[i] - b[j]);
    out[o] = d * d;
  }
}

/** factor · 2 · (a - b), rounded after each. @type {Row} */
function squareSlopeRow(out, o, so, a, i, si, b, j, sj, n, { factor }) {
  const fit = out instanceof Float32Array ? fround : Number;
  const twice = fit(2 * factor);
  for (let k = 0; k < n; k++, o += so, i += si, j += sj) out[o] = twice * fit(a[i] - b[j]);
}

/** @type {Row} */
function smoothRow(out, o, so, a, i, si, b, j, sj, n, beta) {
  const fit = out instanceof Float32Array ? fround : Number;
  const width = fit(beta);
  for (let k = 0; k < n; k++, o += so, i += si, j += sj) {
    const z = Math.abs(fit(a[i] - b[j]));
    out[o] = z < width ? fit(fit(0.5 * z) * z) / width : z - fit(0.5 * width);
  }
}

/** @type {Row} */
function smoothSlopeRow(out, o, so, a, i, si, b, j, sj, n, { factor, beta }) {
  const fit = out instanceof Float32Array ? fround : Number;
  const [norm, width] = [fit(factor), fit(beta)];
  for (let k = 0; k < n; k++, o += so, i += si, j += sj) {
    const d = fit(a[i] - b[j]);
    out[o] = d <= -width ? -norm : d >= width ? norm : fit(norm * d) / width;
  }
}

/** @type {Row} */
function huberRow(out, o, so, a, i, si, b, j, sj, n, delta) {
  const fit = out instanceof Float32Array ? fround : Number;
  const width = fit(delta);
  for (let k = 0; k < n; k++, o += so, i += si, j += sj) {
    const z = Math.abs(fit(a[i] - b[j]));
    out[o] = z < width ? fit(0.5 * z) * z : width * fit(z - fit(0.5 * width));
  }
}

/** @type {Row} */
function huberSlopeRow(out, o, so, a, i, si, b, j, sj, n, { factor, beta }) {
  const fit = out instanceof Float32Array ? fround : Number;
  const [norm, width] = [fit(factor), fit(beta)];
  for (let k = 0; k < n; k++, o += so, i += si, j += sj) {
    const d = fit(a[i] - b[j]);
    out[o] = norm * (d < -width ? -width : d > width ? width : d);
  }
}

/**
 * Input and target of one shape and dtype; other shapes than equal ones bring a warning.
 * @param {any} input
 * @param {any} target
 * @returns {[Tensor, Tensor]}
 */
function together(input, target) {
  if (!sameShape(target.shape, input.shape)) {
    warn(
      'UserWarning',
      `Using a target size (${target.shape}) that is different to the input size (${input.shape}). This will likely lead to incorrect results due to broadcasting. Please ensure they have the same size.`,
    );
  }
  const shape = broadcastShape(input.shape, target.shape);
  const dtype = resultType(input, target);
  const fitted = (/** @type {Tensor} */ x) => {
    const own = x.dtype === dtype ? x : x.to(dtype);
    return sameShape(own.shape, shape) ? own : broadcast_to(own, [...shape]);
  };
  return [fitted(input), fitted(target)];
}

/** @param {Tensor} weight @param {Tensor} each */
function requireSize(weight, each) {
  if (!sameShape(weight.shape, each.shape)) throw new ValueError('Weights and input must have the same size.');
}

/** A loss of each element with weights of each; their mean is by the sum of weights. @param {Tensor} each @param {Tensor} weight @param {Reduction} reduction @returns {Tensor} */
function weighed(each, weight, reduction) {
  requireSize(weight, each);
  const loss = each.mul(weight);
  return reduction === 'mean' ? sum(loss).div(sum(weight)) : reduced(loss, reduction);
}

const flags = optional({ ...legacy, reduction: 'mean' });

/**
 * The mean of (input - target)², or their sum, or each of them, by reduction ('mean', 'sum', 'none').
 * @example torch.nn.functional.mse_loss(torch.tensor([1, 2]), torch.tensor([1, 4])) // tensor(2.)
 */
export const mse_loss = lossFunction(
  'mse_loss',
  flags,
  optional({ weight: null }),
  (input, target, reduction, { weight }) => {
    const [x, t] = together(input, target);
    if (weight !== null) return weighed(x.sub(t).pow(2), weight, reduction);
    return pairwise('MseLossBackward0', squareRow, squareSlopeRow, (d) => d.mul(2), x, t, reduction);
  },
);

/**
 * The mean of |input - target|, or their sum, or each.
 * @example torch.nn.functional.l1_loss(torch.tensor([1, 2]), torch.tensor([1, 4])) // tensor(1.)
 */
export const l1_loss = lossFunction(
  'l1_loss',
  flags,
  optional({ weight: null }),
  (input, target, reduction, { weight }) => {
    const [x, t] = together(input, target);
    const each = x.sub(t).abs();
    return weight === null ? reduced(each, reduction) : weighed(each, weight, reduction);
  },
);

/**
 * (input - target)² / (2 beta) where they are less than beta (1) apart, |input - target| - beta / 2 elsewhere.
 * @example torch.nn.functional.smooth_l1_loss(torch.tensor([0, 2]), torch.zeros(2)) // tensor(0.7500)
 */
export const smooth_l1_loss = lossFunction(
  'smooth_l1_loss',
  [...flags, ...optional({ beta: 1 })],
  [],
  (input, target, reduction, { beta }) => {
    const [x, t] = together(input, target);
    if (beta < 0) throw new RuntimeError('smooth_l1_loss does not support negative values for beta.');
    if (beta === 0) return reduced(x.sub(t).abs(), reduction);
    const slopeOf = (/** @type {any} */ d) => d.clamp(-beta, beta).div(beta);
    return pairwise('SmoothL1LossBackward0', smoothRow, smoothSlopeRow, slopeOf, x, t, reduction, beta);
  },
);

/**
 * (input - target)² / 2 where they are less than delta (1) apart, delta (|input - target| - delta / 2) elsewhere.
 * @example torch.nn.functional.huber_loss(torch.tensor([0, 3]), torch.zeros(2)) // tensor(1.2500)
 */
export const huber_loss = lossFunction(
  'huber_loss',
  optional({ reduction: 'mean', delta: 1, weight: null }),
  [],
  (input, target, reduction, { delta, weight }) => {
    const [x, t] = together(input, target);
    if (!isNumber(/** @type {unknown} */ (delta)))
      throw new TypeError(`delta must be a float or int, got: <class '${typeName(delta)}'>`);
    if (delta <= 0) throw new RuntimeError('huber_loss does not support non-positive values for delta.');
    const of = (/** @type {Reduction} */ each) =>
      pairwise('HuberLossBackward0', huberRow, huberSlopeRow, (d) => d.clamp(-delta, delta), x, t, each, delta);
    if (weight === null) return of(reduction);
    requireSize(weight, x);
    return reduced(of('none').mul(weight), reduction); // a mean of elements, unlike that of mse_loss
  },
);
