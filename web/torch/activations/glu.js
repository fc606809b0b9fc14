// glu: the first half of a dimension times the sigmoid of the second.

import { RuntimeError } from '../../core/errors.js';
import * as kernels from '../../core/kernels.js';
import { Size } from '../../core/size.js';
import { apart } from '../operations/elementwise.js';
import { narrow } from '../operations/slices.js';
import { wrapDim } from '../operations/views.js';
import { checkOut, floats, perform, requireFloat, write } from './activation.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../core/kernels.js').Activation} Activation
 */

/**
 * @param {Activation} activation
 * @param {import('./activation.js').Call} call
 * @returns {Tensor}
 */
export function glu(activation, call) {
  /** @type {Tensor} */
  const input = call[0];
  const out = call[2];
  const { shape } = input;
  if (shape.length === 0) throw new RuntimeError('glu does not support scalars because halving size must be even');
  const at = wrapDim(Number(call[1]), shape.length);
  const n = shape[at] / 2;
  if (shape[at] % 2 !== 0) {
    throw new RuntimeError(`Halving dimension must be even, but dimension ${at} is size ${shape[at]}`);
  }
  requireFloat(activation, input.dtype);
  const halved = shape.with(at, n);
  const half = n * shape.strides[at];
  const outer = shape.numel() / (2 * half);
  /** @type {import('./activation.js').Kernel} */
  const kernel = (x, y) => kernels.glu(x, y, outer, half);
  // `out` may be one of the halves, and may otherwise share no memory with them.
  if (out?.storage === input.storage) {
    checkOut('glu', out, halved, input);
    for (const start of [0, n]) apart(narrow(input, at, start, n), out);
    return write(out, kernel(floats(input), null));
  }
  return perform(
    activation,
    out,
    [input],
    kernel,
    (grad, x) => [kernels.gluBackward(grad, x, outer, half)],
    null,
    out === null ? new Size(halved) : /** @type {any} */ (halved), // to check `out` a list is enough
  );
}
