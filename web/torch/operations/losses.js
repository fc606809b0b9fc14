// The losses of each element: mse_loss, l1_loss, smooth_l1_loss, binary_cross_entropy and the one with logits, and their gradients.
// Source of the order of operations: aten/src/ATen/native/Loss.cpp, cpu/BinaryOpsKernel.cpp, cpu/PointwiseOpsKernel.cpp.

import { NotImplementedError, RuntimeError, ValueError } from '../../core/errors.js';
import { sameShape } from '../../core/numbers/size.js';
import { torchFunctions } from '../activations/functional.js';
import { optional, requireMethod } from '../arguments/call.js';
import { native } from '../arguments/native.js';
import { bindPython, truth } from '../arguments/signature.js';
import { warn } from '../arguments/warning.js';
import { no_grad } from '../autograd/grad_mode.js';
import { record } from '../autograd/graph.js';
import { kFloating } from '../storage/dtype.js';
import { compute } from '../storage/loops.js';
import { resultType } from '../storage/promotion.js';
import { broadcastShape, fresh } from '../storage/strided.js';
import { broadcast_to, mean, sum } from '../tensor/functions.js';
import { checkCast } from './outputs.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../storage/loops.js').Row} Row
 * @typedef {'none' | 'mean' | 'sum'} Reduction
 */

const { fround } = Math;

/** What the words of a reduction were before: two flags. */
const legacy = { size_average: null, reduce: null };

/**
 * The reduction, checked, from its name or the two deprecated flags.
 * @param {any} size_average
 * @param {any} reduce
 * @param {any} reduction
 * @returns {Reduction}
 */
export function reductionOf(size_average, reduce, reduction) {
  let name = reduction;
  if (size_average !== null || reduce !== null) {
    const [average, reduces] = [size_average ?? true, reduce ?? true];
    name = truth(reduces) ? (truth(average) ? 'mean' : 'sum') : 'none';
    warn('UserWarning', `size_average and reduce args will be deprecated, please use reduction='${name}' instead.`);
  }
  if (!['none', 'mean', 'sum'].includes(name)) throw new ValueError(`${name} is not a valid value for reduction`);
  return name;
}

/** @param {Tensor} loss of each element @param {Reduction} reduction @returns {Tensor} */
export const reduced = (loss, reduction) =>
  reduction === 'mean' ? mean(loss) : reduction === 'sum' ? sum(loss) : loss;

/** A tensor of a shape, of what a loop makes of two others and a number. @param {Row} row @param {Tensor} a @param {Tensor} b @param {number} alpha */
export function loop(row, a, b, alpha = 0) {
  const out = fresh(a, broadcastShape(a.shape, b.shape));
  compute(row, out, a, b, alpha);
  return out;
}

/**
 * A loss of two tensors of one shape that is a step of its own in the graph.
 * @param {string} name of the step
 * @param {Row} forward
 * @param {Row} backward the slope by the input, times the factor; that by the target is its opposite
 * @param {Tensor} input
 * @param {Tensor} target
 * @param {Reduction} reduction
 * @param {number} [beta]
 */
function pairwise(name, forward, backward, input, target, reduction, beta = 0) {
  const [x, t] = [input.detach(), target.detach()];
  if (x.dtype.kind !== kFloating) {
    const kernel = name.startsWith('Mse') ? 'mse_cpu' : 'smooth_l1_cpu';
    throw new NotImplementedError(`"${kernel}" not implemented for '${x.dtype.short}'`);
  }
  const result = reduced(loop(forward, x, t, beta), reduction);
  const factor = reduction === 'mean' ? 1 / x.shape.numel() : 1;
  return record(result, {
    name,
    inputs: [input, target],
    saved: [input, target],
    backward: (grad, [a, b], needs) => {
      const slope = loop(backward, a.detach(), b.detach(), /** @type {any} */ ({ factor, beta })).mul(grad);
      return [needs[0] ? slope : null, needs[1] ? slope.neg() : null];
    },
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

/** The names of C++ functions in errors. @type {Record<string, string>} */
const inNative = { nll_loss: 'nll_loss_nd', cross_entropy: 'cross_entropy_loss' };

/**
 * A function of nn.functional that takes input, target, the legacy flags and a reduction.
 * @param {string} name
 * @param {any[]} between parameters after `target`
 * @param {any[]} after parameters after `reduction`
 * @param {(input: any, target: any, reduction: Reduction, passed: Record<string, any>) => Tensor} run
 * @returns {(...args: any[]) => Tensor}
 */
export function lossFunction(name, between, after, run) {
  const parameters = ['input', 'target', ...between, ...after];
  const names = parameters.map((p) => p.name ?? p);
  /** @param {any[]} args */
  const call = (...args) => {
    const values = bindPython(name, parameters, args);
    const passed = /** @type {Record<string, any>} */ (Object.fromEntries(values.map((value, i) => [names[i], value])));
    // Those of classes hand over to C++ at once; the others ask for sizes first.
    if (name in inNative)
      native(`${inNative[name]}(Tensor input, Tensor target)`, () => {})(passed.input, passed.target);
    else for (const value of [passed.target, passed.input]) requireMethod(value, 'size');
    return run(passed.input, passed.target, reductionOf(passed.size_average, passed.reduce, passed.reduction), passed);
  };
  return Object.defineProperty(call, 'name', { value: name });
}

/** A loss of each element with weights of each; their mean is by the sum of weights. @param {Tensor} each @param {Tensor} weight @param {Reduction} reduction @returns {Tensor} */
function weighed(each, weight, reduction) {
  if (!sameShape(weight.shape, each.shape)) throw new ValueError('Weights and input must have the same size.');
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
    return pairwise('MseLossBackward0', squareRow, squareSlopeRow, x, t, reduction);
  },
);

/**
 * The mean of |input - target|, or their sum, or each.
 * @example torch.nn.functional.l1_loss(torch.tensor([1, 2]), torch.tensor([1, 4])) // tensor(1.)
 */
export const l1_loss = lossFunction('l1_loss', flags, optional({ weight: null }), (input, target, reduction, { weight }) => {
  const [x, t] = together(input, target);
  const each = x.sub(t).abs();
  return weight === null ? reduced(each, reduction) : weighed(each, weight, reduction);
});

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
    return pairwise('SmoothL1LossBackward0', smoothRow, smoothSlopeRow, x, t, reduction, beta);
  },
);

/** (t - 1) · max(log(1 - x), -100) - t · max(log x, -100). @type {Row} */
function entropyRow(out, o, so, a, i, si, b, j, sj, n) {
  const fit = out instanceof Float32Array ? fround : Number;
  for (let k = 0; k < n; k++, o += so, i += si, j += sj) {
    const x = a[i];
    if (!(x >= 0 && x <= 1)) throw new RuntimeError('all elements of input should be between 0 and 1');
    const no = Math.max(fit(Math.log1p(-x)), -100);
    const yes = Math.max(fit(Math.log(x)), -100);
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
    return record(result, {
      name: 'BinaryCrossEntropyBackward0',
      inputs: [input, target],
      saved: [input, target],
      backward: (grad, [x, t], needs) => {
        const scaled = (/** @type {Tensor} */ slope) => {
          const own = weight === null ? slope : slope.mul(weight.detach());
          return reduction === 'mean' ? own.div(count) : own;
        };
        const slope = loop(entropySlopeRow, x.detach(), t.detach());
        const byTarget = () => x.detach().neg().add(1).log().sub(x.detach().log()).mul(grad);
        return [needs[0] ? scaled(slope.mul(grad)) : null, needs[1] ? scaled(byTarget()) : null];
      },
    });
  },
);

const flat = (/** @type {string} */ name) =>
  /** @type {(x: Tensor) => Tensor} */ (/** @type {any} */ (torchFunctions)[name]);

/** min(x, 0) - log1p(exp(-|x|)). @type {Row} */
function logSigmoidRow(out, o, so, a, i, si, _b, _j, _sj, n) {
  const fit = out instanceof Float32Array ? fround : Number;
  for (let k = 0; k < n; k++, o += so, i += si) {
    const x = a[i];
    const e = fit(Math.exp(-Math.abs(x)));
    out[o] = Math.min(x, 0) - fit(Math.log1p(e));
    if (Number.isNaN(x)) out[o] = x;
  }
}

/**
 * The loss of each element, unreduced: (1 - t) x - log σ(x), with its weights.
 * @param {Tensor} x @param {Tensor} t @param {Tensor | null} weight @param {Tensor | null} posWeight
 */
function logitLoss(x, t, weight, posWeight) {
  let log = loop(logSigmoidRow, x, x);
  if (posWeight !== null) log = log.mul(posWeight.sub(1).mul(t).add(1));
  const loss = t.mul(-1).add(1).mul(x).sub(log);
  return weight === null ? loss : loss.mul(weight);
}

/**
 * binary_cross_entropy of sigmoid(input), computed from the logits; pos_weight multiplies the part of the target 1.
 * ValueError for other shapes.
 * @example torch.nn.functional.binary_cross_entropy_with_logits(torch.zeros(2), torch.ones(2)) // tensor(0.6931)
 */
export const binary_cross_entropy_with_logits = lossFunction(
  'binary_cross_entropy_with_logits',
  optional({ weight: null, ...legacy, reduction: 'mean', pos_weight: null }),
  [],
  (input, target, reduction, { weight, pos_weight: posWeight }) => {
    if (!sameShape(target.shape, input.shape)) {
      throw new ValueError(`Target size (${target.shape}) must be the same as input size (${input.shape})`);
    }
    checkCast(resultType(input, target), target.dtype); // PyTorch changes 1 - target in place
    const result = no_grad(() => reduced(logitLoss(input.detach(), target, weight, posWeight), reduction));
    const count = input.shape.numel();
    return record(result, {
      name: 'BinaryCrossEntropyWithLogitsBackward0',
      inputs: [input, target],
      saved: [input, target],
      backward: (grad, [x, t], needs) => {
        const scaled = (/** @type {Tensor} */ slope) => {
          const own = weight === null ? slope : slope.mul(weight);
          return reduction === 'mean' ? own.div(count) : own;
        };
        return [
          needs[0] ? scaled(logitSlope(grad, x.detach(), t, posWeight)) : null,
          needs[1] ? scaled(x.detach().neg().mul(grad)) : null,
        ];
      },
    });
  },
);

/** (σ(x) - t) · grad. @param {Tensor} grad @param {Tensor} x @param {Tensor} t @param {Tensor | null} posWeight */
function logitSlope(grad, x, t, posWeight) {
  const sigmoid = flat('sigmoid')(x);
  if (posWeight === null) return sigmoid.sub(t).mul(grad);
  const weighted = posWeight.mul(t);
  return weighted.add(1).sub(t).mul(sigmoid).sub(weighted).mul(grad);
}
