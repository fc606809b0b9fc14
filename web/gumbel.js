// gumbel_softmax: softmax of logits with Gumbel noise, PyTorch's random numbers, and its composition of differentiable steps.
import { checkOut } from './activation.js';
import { add, div, sub } from './arithmetic.js';
import { no_grad } from './autograd.js';
import { isTensor } from './base.js';
import { requireFloat32 } from './dtype.js';
import { copyFrom } from './filling.js';
import { defaultGenerator } from './random.js';
import { extremes, scattered } from './reductions.js';
import { typeName } from './signature.js';
import { fresh } from './strided.js';
import { detach } from './views.js';
import { warn } from './warning.js';

/** @typedef {import('./tensor.js').Tensor} Tensor */

/** @type {{ name: string, default: unknown }[]} */
export const gumbelParameters = [
  { name: 'tau', default: 1 },
  { name: 'hard', default: false },
  { name: 'eps', default: 1e-10 },
  { name: 'dim', default: -1 },
];

/** -log(E) of numbers of the exponential distribution. @param {Tensor} like */
function noise(like) {
  const drawn = defaultGenerator.exponential_(new Float32Array(like.shape.numel()));
  return fresh(
    like,
    like.shape,
    drawn.map((e) => -Math.log(e)),
  );
}

/**
 * @param {(input: Tensor, dim: any) => Tensor} softmax
 * @param {any[]} call logits, tau, hard, eps, dim, out
 * @returns {Tensor}
 */
export function gumbelSoftmax(softmax, [logits, tau, hard, eps, dim, out]) {
  if (eps !== 1e-10) warn('UserWarning', '`eps` parameter is deprecated and has no effect.');
  if (!isTensor(logits)) {
    throw new TypeError(`empty_like(): argument 'input' (position 1) must be Tensor, not ${typeName(logits)}`);
  }
  requireFloat32(logits.dtype, 'gumbel_softmax');
  if (out !== null) checkOut('gumbel_softmax', out, logits.shape, logits);
  const gumbels = add(logits, noise(logits));
  if (!isTensor(tau) && typeof tau !== 'number' && typeof tau !== 'bigint' && typeof tau !== 'boolean') {
    throw new TypeError(`unsupported operand type(s) for /: 'Tensor' and '${typeName(tau)}'`);
  }
  const soft = softmax(div(gumbels, tau), dim);
  const result = hard ? straightThrough(soft, Number(dim)) : soft;
  return out === null ? result : copyFrom(out, result);
}

/** Forward the one-hot vectors of the largest, backward the gradient of the soft ones. @param {Tensor} soft @param {number} dim */
function straightThrough(soft, dim) {
  const values = detach(soft);
  const { values: most, indices } = no_grad(() => extremes(values, dim, true, 1));
  const ones = fresh(most, most.shape, new Float32Array(most.shape.numel()).fill(1));
  const dims = values.shape.length === 0 ? [] : [dim < 0 ? dim + values.shape.length : dim];
  return add(sub(scattered(ones, indices, values.shape, dims), values), soft);
}
