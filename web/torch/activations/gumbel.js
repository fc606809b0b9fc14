// gumbel_softmax: softmax of logits with Gumbel noise, PyTorch's random numbers, and its composition of differentiable steps.

import { RuntimeError } from '../../core/errors.js';
import { wrapDim } from '../../core/numbers/size.js';
import { optional, outKeyword, requireTensor } from '../arguments/call.js';
import { bindPython, isNumber, typedHint, typeName } from '../arguments/signature.js';
import { warn } from '../arguments/warning.js';
import { copyFrom } from '../operations/filling/filling.js';
import { extremes, scattered } from '../operations/folds/reductions.js';
import { detach } from '../operations/shapes/views.js';
import { add, div, sub } from '../operations/two_operands/arithmetic.js';
import { isTensor } from '../storage/base.js';
import { kFloating } from '../storage/dtype.js';
import { fresh } from '../storage/strided.js';
import { defaultGenerator } from '../tensor/generator.js';
import { checkOut } from './activation.js';

/** @typedef {import('../tensor/tensor.js').Tensor} Tensor */

const parameters = ['logits', .../* @__PURE__ */ optional({ tau: 1, hard: false, eps: 1e-10, dim: -1 }), outKeyword];

/**
 * torch.nn.functional.gumbel_softmax.
 * @param {any[]} args
 * @returns {Tensor}
 */
export function gumbel_softmax(...args) {
  const name = 'gumbel_softmax';
  const [logits, tau, hard, eps, dim, out] = /** @type {any[]} */ (bindPython(name, parameters, args));
  requireTensor(out, name);
  if (eps !== 1e-10) warn('UserWarning', '`eps` parameter is deprecated and has no effect.');
  if (!isTensor(logits)) {
    throw new TypeError(
      `empty_like(): argument 'input' (position 1) must be Tensor, not ${typeName(logits)}${typedHint(logits)}`,
    );
  }
  const { shape, dtype } = logits;
  if (dtype.kind !== kFloating) {
    throw new RuntimeError(
      `Exponential distribution is a continuous probability distribution. dtype must be a floating point but you specified ${dtype.short}`,
    );
  }
  if (out !== null) checkOut(name, out, shape, logits);
  // -log(E) of numbers of the exponential distribution.
  const noise = defaultGenerator
    .exponential_(/** @type {Float32Array} */ (new dtype.array(shape.numel())))
    .map((e) => -Math.log(e));
  const gumbels = add(logits, fresh(logits, shape, noise));
  if (!isTensor(tau) && !isNumber(tau)) {
    throw new TypeError(`unsupported operand type(s) for /: 'Tensor' and '${typeName(tau)}'`);
  }
  const soft = /** @type {any} */ (div(gumbels, tau)).softmax(dim);
  const result = hard ? straightThrough(soft, Number(dim)) : soft;
  return out === null ? result : copyFrom(out, result);
}

/** Forward the one-hot vectors of the largest, backward the gradient of the soft ones. @param {Tensor} soft @param {number} dim */
function straightThrough(soft, dim) {
  const { shape } = soft;
  const values = detach(soft);
  const { values: most, indices } = extremes(values, dim, true, 1);
  const dims = shape.length === 0 ? [] : [wrapDim(dim, shape.length)];
  return add(sub(scattered(most.fill_(1), indices, shape, dims), values), soft);
}
