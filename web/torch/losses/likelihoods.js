// The negative logarithms of likelihoods that distributions give: poisson_nll_loss and gaussian_nll_loss.
// Source of the order of operations: aten/src/ATen/native/Loss.cpp and torch/nn/functional.py.

import { ValueError } from '../../core/errors.js';
import { sameShape } from '../../core/numbers/size.js';
import { optional, requireMethod } from '../arguments/call.js';
import { bindPython, isNumber, truth, typeName } from '../arguments/signature.js';
import { no_grad } from '../autograd/grad_mode.js';
import { isTensor } from '../storage/base.js';
import { full_like } from '../tensor/conversions.js';
import { reduced } from './loss.js';
import { handedOver } from './margins.js';

/** @typedef {import('../tensor/tensor.js').Tensor} Tensor */

/** Stirling's log n!, for n above 1. @param {Tensor} n */
const stirling = (n) =>
  n
    .mul(n.log())
    .sub(n)
    .add(
      n
        .mul(2 * Math.PI)
        .log()
        .mul(0.5),
    )
    .masked_fill(n.le(1), 0);

/**
 * exp(input) - target · input, of logarithms of rates, or, without log_input (true), input - target · log(input + eps (1e-8)); full
 * (false) adds Stirling's log target! of targets above 1. Reduced by 'mean', 'sum' or 'none'.
 * @example torch.nn.functional.poisson_nll_loss(torch.zeros(2), torch.ones(2)) // tensor(1.)
 */
export const poisson_nll_loss = handedOver(
  'poisson_nll_loss',
  ['input', 'target'],
  { log_input: true, full: false, size_average: null, eps: 1e-8, reduce: null, reduction: 'mean' },
  ([input, target], { log_input, full, eps }) => {
    const loss = truth(log_input) ? input.exp().sub(target.mul(input)) : input.sub(target.mul(input.add(eps).log()));
    return truth(full) ? loss.add(stirling(target)) : loss;
  },
);

/** The variance in a shape that broadcasts to the input's. @param {Tensor} input @param {any} given a tensor, or a number @returns {Tensor} */
function varianceOf(input, given) {
  const variance = isNumber(given) ? full_like(input, given) : given;
  if (!isTensor(variance)) throw new TypeError(`'<' not supported between instances of '${typeName(given)}' and 'int'`);
  if (truth(variance.lt(0).any())) throw new ValueError('var has negative entry/entries');
  const [all, own] = [input.shape, variance.shape];
  if (sameShape(all, own)) return variance;
  if (sameShape(all.slice(0, -1), own)) return variance.unsqueeze(-1);
  const others = [...own].filter((n, i) => n !== all[i]);
  if (all.length !== own.length || others.length !== 1 || others[0] !== 1)
    throw new ValueError('var is of incorrect size');
  return variance;
}

/**
 * (log var + (input - target)² / var) / 2 with a variance of at least eps (1e-6), of the input's shape, or with one number for each
 * row, or for all; full (false) adds log(2π) / 2. Reduced by 'mean', 'sum' or 'none'. ValueError for a variance below 0, or of another shape.
 * @param {[input: Tensor, target: Tensor, variance: Tensor | number, options?: { full?: boolean, eps?: number, reduction?: import('./loss.js').Reduction } | boolean, ...rest: any[]]} args
 * @returns {Tensor}
 * @example torch.nn.functional.gaussian_nll_loss(torch.zeros(2), torch.ones(2), torch.ones(2)) // tensor(0.5000)
 */
export function gaussian_nll_loss(...args) {
  const [input, target, given, full, eps, reduction] = /** @type {any[]} */ (
    bindPython(
      'gaussian_nll_loss',
      ['input', 'target', 'var', ...optional({ full: false, eps: 1e-6, reduction: 'mean' })],
      args,
    )
  );
  requireMethod(input, 'size');
  const variance = varianceOf(input, given).clone();
  if (!['none', 'mean', 'sum'].includes(reduction)) throw new ValueError(`${reduction} is not valid`);
  no_grad(() => variance.clamp_(eps));
  const loss = variance.log().add(input.sub(target).pow(2).div(variance)).mul(0.5);
  return reduced(truth(full) ? loss.add(0.5 * Math.log(2 * Math.PI)) : loss, reduction);
}
