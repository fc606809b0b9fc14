// A placeholder of the matrix products: linear of two dimensions in plain loops.

import { RuntimeError } from '../../core/errors.js';
import { Size } from '../../core/numbers/size.js';
import { record } from '../autograd/graph.js';
import { elements, fresh } from '../storage/strided.js';
import { sumTo } from './reductions.js';

/** @typedef {import('../tensor/tensor.js').Tensor} Tensor */

const { fround } = Math;

/** out[i, j] = Σ a[i, k] b[k, j] @param {Tensor} a @param {Tensor} b */
function product(a, b) {
  const [n, depth] = a.shape;
  const m = b.shape[1];
  const [x, y] = /** @type {any[]} */ ([elements(a), elements(b)]);
  const out = fresh(a, new Size([n, m]));
  const z = /** @type {any} */ (out.storage.array);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      let sum = 0;
      for (let k = 0; k < depth; k++) sum = fround(sum + fround(x[i * depth + k] * y[k * m + j]));
      z[i * m + j] = sum;
    }
  }
  return out;
}

/**
 * input · weightᵀ + bias
 * @param {Tensor} input
 * @param {Tensor} weight
 * @param {Tensor | null} [bias]
 * @returns {Tensor}
 */
export function linear(input, weight, bias = null) {
  if (input.shape[1] !== weight.shape[1]) {
    throw new RuntimeError(
      `mat1 and mat2 shapes cannot be multiplied (${input.shape[0]}x${input.shape[1]} and ${weight.shape[1]}x${weight.shape[0]})`,
    );
  }
  const [x, w] = [input.detach(), weight.detach()];
  let out = product(x, w.t());
  if (bias) out = out.add(bias.detach());
  return record(out, {
    name: bias ? 'AddmmBackward0' : 'MmBackward0',
    inputs: [bias, input, weight],
    saved: [input, weight],
    backward: (grad, [a, b]) => [
      bias && sumTo(grad, bias.shape),
      product(grad, b.detach()),
      product(grad.t(), a.detach()),
    ],
  });
}
