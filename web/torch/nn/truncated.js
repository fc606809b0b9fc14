// Normal numbers between two bounds, drawn again until all lie there. Source: _no_grad_trunc_normal_ in torch/nn/init.py.

import { erf } from '../../core/kernels.js';
import { warn } from '../arguments/warning.js';
import { where } from '../operations/elements/choice.js';
import { copyFrom } from '../operations/filling/filling.js';
import { float32 } from '../storage/dtype.js';
import { elements, fresh } from '../storage/strided.js';

/** @typedef {import('../tensor/tensor.js').Tensor} Tensor */

/** @param {Tensor} mask */
const any = (mask) => /** @type {any} */ (elements(mask)).some(Boolean);

/**
 * Fills a tensor with normal numbers of mean and std between a and b.
 * @param {Tensor} tensor
 * @param {number} mean
 * @param {number} std
 * @param {number} a
 * @param {number} b
 * @param {any} generator
 */
export function truncatedNormal(tensor, mean, std, a, b, generator) {
  if (mean < a - 2 * std || mean > b + 2 * std) {
    warn(
      'UserWarning',
      'mean is more than 2 std from [a, b] in nn.init.trunc_normal_. The distribution of values may be incorrect.',
    );
  }
  const below = (/** @type {number} */ value) => (1 + erf((value - mean) / std / Math.SQRT2)) / 2;
  if (below(b) - below(a) > 0.3) redrawn(tensor, mean, std, a, b, generator);
  else accepted(tensor, mean, std, a, b, generator);
}

/** Where most normal numbers fit: those that do not are drawn again. @type {typeof truncatedNormal} */
function redrawn(tensor, mean, std, a, b, generator) {
  const fit = tensor.dtype === float32 ? Math.fround : Number;
  let result = tensor.normal_(mean, std, { generator });
  for (;;) {
    const outside = result.lt(fit(a)).logical_or(result.gt(fit(b)));
    if (!any(outside)) break;
    const again = fresh(result, result.shape).normal_(mean, std, { generator });
    result = /** @type {Tensor} */ (where(outside, again, result));
  }
  if (result !== tensor) copyFrom(tensor, result);
}

/** Where few fit: uniform numbers, each taken with the chance that the curve gives it. @type {typeof truncatedNormal} */
function accepted(tensor, mean, std, a, b, generator) {
  const mode = Math.max(a, Math.min(mean, b));
  const peak = -0.5 * ((mode - mean) / std) ** 2;
  const density = (/** @type {Tensor} */ x) => x.sub_(mean).div_(std).pow_(2).mul_(-0.5).sub_(peak);
  const chance = fresh(tensor, tensor.shape);
  const candidates = fresh(tensor, tensor.shape);
  const refused = () => chance.uniform_({ generator }).log_().gt(density(candidates));
  let result = tensor.uniform_(a, b, { generator });
  copyFrom(candidates, result);
  let pending = refused();
  while (any(pending)) {
    candidates.uniform_(a, b, { generator });
    result = /** @type {Tensor} */ (where(pending, candidates, result));
    pending = pending.logical_and(refused());
  }
  if (result !== tensor) copyFrom(tensor, result);
}
