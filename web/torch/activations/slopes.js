// The slopes of activations composed of tensor operations: what a gradient's own gradient follows, where kernels made the gradient.
// Source: tools/autograd/derivatives.yaml and torch/csrc/autograd/FunctionsManual.cpp of PyTorch.

import { no_grad } from '../autograd/grad_mode.js';
import { named, record } from '../autograd/graph.js';
import { where } from '../operations/elements/choice.js';
import { fresh } from '../storage/strided.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {(x: any, first: number, second: number) => Tensor} Slope of an input, or of a result, by the activation's parameters
 */

const { PI, SQRT1_2, SQRT2 } = Math;
const kSelu = { scale: 1.0507009873554805, alpha: 1.6732632423543772 };

/** Where x is positive one, else another. @type {(x: any, one: any, other: any) => any} */
const sides = (x, one, other) => where(x.gt(0), one, other);

/** Not above 0, where an exponential could be infinite. @param {any} x */
const below = (x) => x.clamp_max(0);

/** @type {Slope} */
function geluSlope(x, approximate) {
  if (/** @type {unknown} */ (approximate) !== 'tanh') {
    const density = x
      .mul(x)
      .mul(-0.5)
      .exp()
      .mul(SQRT1_2 / Math.sqrt(PI));
    return x.mul(SQRT1_2).erf().add(1).mul(0.5).add(x.mul(density));
  }
  const [factor, cubic] = [SQRT2 / Math.sqrt(PI), 0.044715];
  const square = x.mul(x);
  const t = x.mul(square.mul(cubic).add(1)).mul(factor).tanh();
  const inner = square
    .mul(3 * cubic)
    .add(1)
    .mul(factor);
  return t
    .add(1)
    .mul(0.5)
    .add(x.mul(t.mul(t).neg().add(1)).mul(inner).mul(0.5));
}

/** @type {Record<string, Slope>} */
const ofInput = {
  elu: (x, alpha) => sides(x, 1, below(x).exp().mul(alpha)),
  selu: (x) =>
    sides(
      x,
      kSelu.scale,
      below(x)
        .exp()
        .mul(kSelu.scale * kSelu.alpha),
    ),
  celu: (x, alpha) => sides(x, 1, below(x).div(alpha).exp()),
  gelu: geluSlope,
  silu: (x) => x.sigmoid().mul(x.mul(x.neg().sigmoid()).add(1)),
  mish: (x) => {
    const t = x.clamp_max(20).exp().log1p().tanh(); // 1 beyond
    return t.add(x.sigmoid().mul(x).mul(t.mul(t).neg().add(1)));
  },
  softplus: (x, beta, threshold) => where(x.mul(beta).gt(threshold), 1, x.mul(beta).sigmoid()),
  squareplus: (x, b) => x.div(x.mul(x).add(b).sqrt()).add(1).mul(0.5),
  logsigmoid: (x) => x.neg().sigmoid(),
  softsign: (x) => x.abs().add(1).pow(-2),
  tanhshrink: (x) => x.tanh().pow(2),
  hardswish: (x) => where(x.lt(-3), 0, where(x.le(3), x.div(3).add(0.5), 1)),
};

/** @type {Record<string, Slope>} */
const ofResult = {
  sigmoid: (y) => y.mul(y.neg().add(1)),
  tanh: (y) => y.mul(y).neg().add(1),
  exp: (y) => y,
  elu: (y, alpha) => sides(y, 1, y.add(alpha)),
  selu: (y) => sides(y, kSelu.scale, y.add(kSelu.scale * kSelu.alpha)),
  celu: (y, alpha) => sides(y, 1, y.div(alpha).add(1)),
};

/** Of which the slope is a constant on either side of its bounds. */
const flat = ['relu', 'leaky_relu', 'relu6', 'rrelu', 'hardtanh', 'threshold', 'hardshrink', 'softshrink'];

/** What the steps of a gradient's gradient are called that do not say the function's own step. @type {Record<string, string>} */
const names = { ReluBackward0: 'Threshold', CeluBackward0: 'Elu' };
/** What PyTorch composes of products itself. */
const products = ['exp', 'silu', 'mish'];

/** @param {string} grad_fn of the step forward; a quotient's or a difference's is a sum */
const doubled = (grad_fn) =>
  /^(Div|Sub)/.test(grad_fn)
    ? 'AddBackward0'
    : `${names[grad_fn] ?? grad_fn.replace(/Backward[01]$/, '')}BackwardBackward0`;

/**
 * The formula where the slope is constants, which gives the input zeros.
 * @param {string} grad_fn
 * @param {(grad: Tensor, ...saved: Tensor[]) => Tensor[]} loops of the step
 * @returns {import('../autograd/graph.js').Backward}
 */
export const flatFormula =
  (grad_fn, loops) =>
  (grad, [saved]) => {
    const [slope] = no_grad(() => loops(fresh(grad, grad.shape).fill_(1), saved));
    const made = record(
      no_grad(() => grad.mul(slope)),
      {
        name: doubled(grad_fn),
        inputs: [grad, saved],
        backward: (above, _saved, needs) => [needs[0] ? above.mul(slope) : null, fresh(saved, saved.shape)],
      },
    );
    return [made];
  };

/**
 * The formula of an element-wise activation's step backward; that of hardsigmoid PyTorch has not either.
 * @param {import('../../core/kernels.js').Activation} activation
 * @param {any[]} parameters
 * @param {boolean} fromResult whether the step saved the result
 * @param {(grad: Tensor, ...saved: Tensor[]) => Tensor[]} loops of the step
 * @returns {import('../autograd/graph.js').Formula}
 */
export function formulaOf({ functional = '', grad_fn }, parameters, fromResult, loops) {
  if (flat.includes(functional)) return flatFormula(grad_fn, loops);
  const slope = (fromResult ? ofResult : ofInput)[functional];
  if (!slope) return functional;
  return (grad, [saved]) => {
    const made = grad.mul(slope(saved, parameters[0], parameters[1]));
    return [products.includes(functional) ? made : named(made, doubled(grad_fn))];
  };
}

/** The formula of softmax, or log_softmax, from its result, along a dimension. @param {string} kind @param {number} dim @returns {import('../autograd/graph.js').Backward} */
export const rowFormula =
  (kind, dim) =>
  (grad, [y]) => {
    const isLog = kind === 'log_softmax';
    const sum = (isLog ? grad : grad.mul(y)).sum(dim, true);
    const made = isLog ? grad.sub(y.exp().mul(sum)) : y.mul(grad.sub(sum));
    return [named(made, `${isLog ? 'Log' : ''}SoftmaxBackwardDataBackward0`)];
  };
