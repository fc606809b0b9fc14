// The losses of margins and distances: hinge_embedding_loss, margin_ranking_loss, cosine_embedding_loss, triplet_margin_loss,
// soft_margin_loss. Source of the order of operations: aten/src/ATen/native/Loss.cpp.

import { RuntimeError, ValueError } from '../../core/errors.js';
import { bracketed } from '../../core/numbers/size.js';
import { Float } from '../../core/numbers/written.js';
import { shown } from '../../core/text/repr.js';
import { optional, requireMethod } from '../arguments/call.js';
import { native } from '../arguments/native.js';
import { bindPython, isNumber, truth } from '../arguments/signature.js';
import { is_grad_enabled } from '../autograd/grad_mode.js';
import { record } from '../autograd/graph.js';
import { pairwise_distance } from '../nn/similarity.js';
import { minimum } from '../operations/elements/bounds.js';
import { where } from '../operations/elements/choice.js';
import { rsub } from '../operations/two_operands/arithmetic.js';
import { int64 } from '../storage/dtype.js';
import { zeros } from '../tensor/creation.js';
import { legacy, reduced, reductionOf } from './loss.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('./loss.js').Reduction} Reduction
 */

/**
 * A function of nn.functional that checks its reduction and hands its tensors over to C++.
 * @param {string} name
 * @param {string[]} inputs
 * @param {Record<string, unknown>} defaults of its other parameters, with the reduction
 * @param {(inputs: any[], passed: Record<string, any>) => Tensor} run gives the loss of each, or reduced where it is told the reduction
 * @param {(inputs: any[], passed: Record<string, any>) => void} [check] before C++ sees them
 * @returns {(...args: any[]) => Tensor}
 */
export function handedOver(name, inputs, defaults, run, check = () => {}) {
  const parameters = [...inputs, ...optional(defaults)];
  const handOver = native(`${name}(${inputs.map((one) => `Tensor ${one}`).join(', ')})`, () => {});
  /** @param {any[]} args */
  const call = (...args) => {
    const values = bindPython(name, parameters, args, false, true);
    const tensors = values.slice(0, inputs.length);
    /** @type {Record<string, any>} */ const passed = Object.fromEntries(
      Object.keys(defaults).map((key, i) => [key, values[inputs.length + i]]),
    );
    passed.reduction = reductionOf(passed.size_average, passed.reduce, passed.reduction);
    check(tensors, passed);
    if (isNumber(passed.margin)) passed.margin = new Float(Number(passed.margin)); // a double, where the inputs are ints
    handOver(...tensors);
    return reduced(run(tensors, passed), passed.reduction);
  };
  return Object.defineProperty(call, 'name', { value: name });
}

/** What all of these take last. */
export const reductions = { ...legacy, reduction: 'mean' };
const none = () => zeros([], { dtype: int64 }); // of whichever dtype the others are

/**
 * input where the target is 1, and margin (1) less the input, if that is above 0, where it is -1; reduced by 'mean', 'sum' or 'none'.
 * @example torch.nn.functional.hinge_embedding_loss(torch.tensor([0.5, 0.5]), torch.tensor([1, -1])) // tensor(0.5000)
 */
export const hinge_embedding_loss = handedOver(
  'hinge_embedding_loss',
  ['input', 'target'],
  { margin: new Float(1), ...reductions },
  ([input, target], { margin }) => {
    const own = input.dtype.is_floating_point ? margin : Math.trunc(margin); // of the input's dtype
    return where(target.ne(1), rsub(input, own).clamp_min(0), none()).add(where(target.ne(-1), input, none()));
  },
);

/**
 * margin (0) less what target, 1 or -1, times (input1 - input2) is, where that is above 0. RuntimeError for other counts of dimensions.
 * @example torch.nn.functional.margin_ranking_loss(torch.tensor([1]), torch.tensor([3]), torch.tensor([1])) // tensor(2)
 */
export const margin_ranking_loss = handedOver(
  'margin_ranking_loss',
  ['input1', 'input2', 'target'],
  { margin: 0, ...reductions },
  ([input1, input2, target], { margin }) => target.neg().mul(input1.sub(input2)).add(margin).clamp_min(0),
  (inputs) => {
    for (const one of inputs) requireMethod(one, 'dim');
    const [a, b, c] = inputs.map(({ shape }) => shape);
    if (a.length !== b.length || a.length !== c.length) {
      throw new RuntimeError(
        `margin_ranking_loss : All input tensors should have same dimension but got sizes: input1: ${a}, input2: ${b}, target: ${c} `,
      );
    }
  },
);

/** @param {Tensor} input1 @param {Tensor} input2 @param {number} dim of the target */
function checkDirections(input1, input2, dim) {
  if (dim > 1) throw new RuntimeError('0D or 1D target tensor expected, multi-target not supported');
  if (input1.shape.length !== dim + 1) {
    throw new RuntimeError(
      `${dim}D target tensor expects ${dim + 1}D input tensors, but found inputs with sizes ${bracketed(input1.shape)} and ${bracketed(input2.shape)}.`,
    );
  }
}

/**
 * 1 - cos of the angle between vectors where the target is 1, cos - margin (0), if that is above 0, where it is -1. RuntimeError for
 * other inputs than (N, D) with targets (N), or (D) with one target.
 * @example torch.nn.functional.cosine_embedding_loss(torch.eye(2), torch.eye(2), torch.tensor([1, -1])) // tensor(0.5000)
 */
export const cosine_embedding_loss = handedOver(
  'cosine_embedding_loss',
  ['input1', 'input2', 'target'],
  { margin: 0, ...reductions },
  ([input1, input2, target], { margin }) => {
    const dim = target.shape.length;
    checkDirections(input1, input2, dim);
    const square = (/** @type {Tensor} */ x) => x.mul(x).sum(dim).add(1e-12);
    const cos = input1
      .mul(input2)
      .sum(dim)
      .div(square(input1).mul(square(input2)).sqrt());
    const [near, far] = [rsub(cos, 1), cos.sub(margin).clamp_min(0)];
    return where(target.eq(1), near, none()).add(where(target.eq(-1), far, none()));
  },
);

/**
 * margin (1) more than how much nearer, by the p-norm (2), an anchor is to the positive than to the negative, where that is above 0;
 * with swap, the positive takes the anchor's place where it is nearer to the negative. ValueError for no margin.
 * @example torch.nn.functional.triplet_margin_loss(torch.zeros(1, 2), torch.zeros(1, 2), torch.ones(1, 2), { margin: 2 }) // tensor(0.5858)
 */
export const triplet_margin_loss = handedOver(
  'triplet_margin_loss',
  ['anchor', 'positive', 'negative'],
  { margin: new Float(1), p: 2, eps: 1e-6, swap: false, ...reductions },
  ([anchor, positive, negative], { margin, p, eps, swap }) => {
    const dims = [anchor, positive, negative].map(({ shape }) => shape.length);
    if (dims[0] !== dims[1] || dims[0] !== dims[2]) {
      throw new RuntimeError(
        `The anchor, positive, and negative tensors are expected to have the same number of dimensions, but got: anchor ${dims[0]}D, positive ${dims[1]}D, and negative ${dims[2]}D inputs`,
      );
    }
    let far = pairwise_distance(anchor, negative, p, eps);
    if (truth(swap)) far = minimum(far, pairwise_distance(positive, negative, p, eps));
    return pairwise_distance(anchor, positive, p, eps).add(margin).sub(far).clamp_min(0);
  },
  (_, { margin }) => {
    if (margin <= 0) throw new ValueError(`margin must be greater than 0, got ${shown(margin, false)}`);
  },
);

const ofTarget =
  "The function 'soft_margin_loss' is not differentiable with respect to argument 'target'. This input cannot have requires_grad True.";

/**
 * log(1 + exp(-target · input)), of targets 1 and -1.
 * @example torch.nn.functional.soft_margin_loss(torch.zeros(2), torch.ones(2)) // tensor(0.6931)
 */
export const soft_margin_loss = handedOver(
  'soft_margin_loss',
  ['input', 'target'],
  reductions,
  ([input, target], passed) => {
    /** @type {Reduction} */ const reduction = passed.reduction;
    passed.reduction = 'none'; // it is done here, as part of the step
    if (target.requires_grad && is_grad_enabled()) throw new RuntimeError(ofTarget);
    const [x, t] = [input.detach(), target.detach()];
    const factor = reduction === 'mean' ? -1 / x.shape.numel() : -1;
    return record(reduced(x.neg().mul(t).exp().log1p(), reduction), {
      name: 'SoftMarginLossBackward0',
      inputs: [input],
      saved: [input, target],
      backward: (grad, [a, b]) => {
        const z = b.neg().mul(a).exp();
        return [b.mul(z).mul(factor).div(z.add(1)).mul(grad)];
      },
    });
  },
);
