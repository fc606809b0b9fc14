// The cross entropies of yes and no: binary_cross_entropy and the one of logits, and their gradients; the divergence kl_div.
// Source of the order of operations: aten/src/ATen/native/Loss.cpp.

import { NotImplementedError, RuntimeError, ValueError } from '../../core/errors.js';
import { logf, ofLogits } from '../../core/kernels.js';
import { sameShape } from '../../core/numbers/size.js';
import { functional, torchFunctions } from '../activations/functional.js';
import { optional } from '../arguments/call.js';
import { warn } from '../arguments/warning.js';
import { no_grad } from '../autograd/grad_mode.js';
import { record } from '../autograd/graph.js';
import { checkCast } from '../operations/filling/outputs.js';
import { rsub } from '../operations/two_operands/arithmetic.js';
import { float32 } from '../storage/dtype.js';
import { resultType } from '../storage/promotion.js';
import { elements, fresh } from '../storage/strided.js';
import { kReductions, legacy, loop, lossFunction, reduced } from './loss.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../storage/loops.js').Row} Row
 */

const { fround } = Math;

/** (t - 1) · max(log(1 - x), -100) - t · max(log x, -100). @type {Row} */
function entropyRow(out, o, so, a, i, si, b, j, sj, n) {
  const isSingle = out instanceof Float32Array;
  const [fit, log] = isSingle ? [fround, logf] : [Number, Math.log];
  for (let k = 0; k < n; k++, o += so, i += si, j += sj) {
    const x = a[i];
    if (!(x >= 0 && x <= 1)) throw new RuntimeError('all elements of input should be between 0 and 1');
    if (!(b[j] >= 0 && b[j] <= 1)) throw new RuntimeError('all elements of target should be between 0 and 1');
    const no = Math.max(fit(Math.log1p(-x)), -100);
    const yes = Math.max(log(x), -100);
    out[o] = fit(fit(b[j] - 1) * no) - fit(b[j] * yes);
  }
}

/** (x - t) / max((1 - x) x, 1e-12). @type {Row} */
function entropySlopeRow(out, o, so, a, i, si, b, j, sj, n) {
  const fit = out instanceof Float32Array ? fround : Number;
  for (let k = 0; k < n; k++, o += so, i += si, j += sj) {
    const x = a[i];
    out[o] = fit(x - b[j]) / Math.max(fit(fit(1 - x) * x), fit(1e-12));
  }
}

/**
 * The cross entropy of probabilities: the mean of -(t log x + (1 - t) log(1 - x)), where logarithms are at least -100.
 * ValueError for other shapes, RuntimeError for what is no probability.
 * @example torch.nn.functional.binary_cross_entropy(torch.tensor([0.5]), torch.ones(1)) // tensor(0.6931)
 */
export const binary_cross_entropy = lossFunction(
  'binary_cross_entropy',
  optional({ weight: null, ...legacy, reduction: 'mean' }),
  [],
  (input, target, reduction, { weight }) => {
    if (!sameShape(target.shape, input.shape)) {
      throw new ValueError(
        `Using a target size (${target.shape}) that is different to the input size (${input.shape}) is deprecated. Please ensure they have the same size.`,
      );
    }
    if (target.dtype !== input.dtype)
      throw new RuntimeError(`Found dtype ${target.dtype.short} but expected ${input.dtype.short}`);
    const each = loop(entropyRow, input.detach(), target.detach());
    const result = reduced(weight === null ? each : each.mul(weight.detach()), reduction);
    const count = input.shape.numel();
    const scaled = (/** @type {Tensor} */ slope) => {
      const own = weight === null ? slope : slope.mul(weight.detach());
      return reduction === 'mean' ? own.div(count) : own;
    };
    /** @type {(slopeOf: (x: any, t: any) => Tensor) => import('../autograd/graph.js').Backward} */
    const step =
      (slopeOf) =>
      (grad, [x, t], needs) => [
        needs[0] ? scaled(slopeOf(x, t).mul(grad)) : null,
        needs[1] ? scaled(x.neg().add(1).log().sub(x.log()).mul(grad)) : null,
      ];
    return record(result, {
      name: 'BinaryCrossEntropyBackward0',
      inputs: [input, target],
      saved: [input, target],
      backward: step((x, t) => loop(entropySlopeRow, x.detach(), t.detach())),
      formula: step((x, t) => x.sub(t).div(x.neg().add(1).mul(x).clamp_min(1e-12))),
    });
  },
);

const flat = (/** @type {string} */ name) =>
  /** @type {(x: Tensor) => Tensor} */ (/** @type {any} */ (torchFunctions)[name]);

/** σ(x) or log σ(x), with the bits of PyTorch's CPU kernels. @param {'sigmoid' | 'logSigmoid'} name @param {Tensor} x @returns {Tensor} */
function ofLogit(name, x) {
  if (x.dtype !== float32)
    return name === 'sigmoid' ? flat('sigmoid')(x) : /** @type {any} */ (functional).logsigmoid(x);
  const array = ofLogits(name, /** @type {any} */ (elements(x)), new Float32Array(x.shape.numel()));
  return fresh(x, x.shape, array);
}

/**
 * The loss of each element, unreduced: (1 - t) x - log σ(x), with its weights.
 * @param {Tensor} x @param {Tensor} t @param {Tensor | null} weight @param {Tensor | null} posWeight
 */
function logitLoss(x, t, weight, posWeight) {
  let log = ofLogit('logSigmoid', x);
  if (posWeight !== null) log = log.mul(posWeight.sub(1).mul(t).add(1));
  const loss = rsub(t, 1).mul(x).sub(log);
  return weight === null ? loss : loss.mul(weight);
}

/**
 * binary_cross_entropy of sigmoid(input), computed from the logits; pos_weight multiplies the part of the target 1.
 * ValueError for other shapes.
 * @example F.binary_cross_entropy_with_logits(torch.zeros(2), torch.ones(2)) // tensor(0.6931)
 */
export const binary_cross_entropy_with_logits = lossFunction(
  'binary_cross_entropy_with_logits',
  optional({ weight: null, ...legacy, reduction: 'mean', pos_weight: null }),
  [],
  (input, target, reduction, { weight, pos_weight: posWeight }) => {
    if (!sameShape(target.shape, input.shape)) {
      throw new ValueError(`Target size (${target.shape}) must be the same as input size (${input.shape})`);
    }
    if (!input.dtype.is_floating_point) {
      throw new NotImplementedError(`"log_sigmoid_cpu" not implemented for '${input.dtype.short}'`);
    }
    checkCast(resultType(input, target), target.dtype); // PyTorch changes 1 - target in place
    const result = no_grad(() => reduced(logitLoss(input.detach(), target, weight, posWeight), reduction));
    const count = input.shape.numel();
    const scaled = (/** @type {Tensor} */ slope) => {
      const own = weight === null ? slope : slope.mul(weight);
      return reduction === 'mean' ? own.div(count) : own;
    };
    /** @type {(sigmoid: (x: Tensor) => Tensor) => import('../autograd/graph.js').Backward} */
    const step =
      (sigmoid) =>
      (grad, [x, t], needs) => [
        needs[0] ? scaled(logitSlope(grad, sigmoid(x), t, posWeight)) : null,
        needs[1] ? scaled(x.neg().mul(grad)) : null,
      ];
    return record(result, {
      name: 'BinaryCrossEntropyWithLogitsBackward0',
      inputs: [input, target],
      saved: [input, target],
      backward: step((x) => ofLogit('sigmoid', x)),
      formula: step(flat('sigmoid')),
    });
  },
);

/** (σ(x) - t) · grad. @param {Tensor} grad @param {Tensor} sigmoid @param {Tensor} t @param {Tensor | null} posWeight */
function logitSlope(grad, sigmoid, t, posWeight) {
  if (posWeight === null) return sigmoid.sub(t).mul(grad);
  const weighted = posWeight.mul(t);
  return weighted.add(1).sub(t).mul(sigmoid).sub(weighted).mul(grad);
}

const ofMean =
  "reduction: 'mean' divides the total loss by both the batch size and the support size.'batchmean' divides only by the batch size, and aligns with the KL div math definition.'mean' will be changed to behave the same as 'batchmean' in the next major release.";

/**
 * The Kullback-Leibler divergence of logarithms of probabilities (input) from probabilities (target, or their logarithms where
 * log_target): target (log target - input), reduced by 'batchmean' (the sum by the batch's size), 'sum', 'none', or 'mean'.
 * @example torch.nn.functional.kl_div(torch.zeros(1), torch.ones(1), { reduction: 'sum' }) // tensor(0.)
 */
export const kl_div = lossFunction(
  'kl_div',
  optional({ ...legacy, reduction: 'mean', log_target: false }),
  [],
  (input, target, reduction, { log_target: isLog, size_average, reduce }) => {
    if (reduction === 'mean' && size_average === null && reduce === null) warn('UserWarning', ofMean);
    const each = isLog ? target.exp().mul(target.sub(input)) : target.xlogy(target).sub(target.mul(input));
    if (reduction !== 'batchmean') return reduced(each, reduction);
    const total = reduced(each, 'sum');
    return input.shape.length > 0 ? total.div(input.shape[0]) : total;
  },
  [...kReductions, 'batchmean'],
);
