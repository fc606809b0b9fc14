// glu: the first half of a dimension times the sigmoid of the second.

import { halvesOf } from '../../core/activations.js';
import * as kernels from '../../core/kernels.js';
import { sizeOf } from '../../core/numbers/size.js';
import { named } from '../autograd/graph.js';
import { cat } from '../operations/shapes/joins.js';
import { narrow } from '../operations/shapes/slices.js';
import { float64 } from '../storage/dtype.js';
import { apart } from '../storage/loops.js';
import { checkOut, floats, perform, requireFloat, write } from './activation.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../core/kernels.js').Activation} Activation
 */

/** @param {number} dim @param {number} half its size @returns {import('../autograd/graph.js').Backward} */
const formulaAlong =
  (dim, half) =>
  (grad, [x]) => {
    const gate = /** @type {any} */ (narrow(x, dim, half, half)).sigmoid();
    const first = grad.mul(gate);
    const second = first.mul(narrow(x, dim, 0, half)).mul(gate.neg().add(1));
    return [named(cat([first, second], dim), 'GluBackwardBackward0')];
  };

/**
 * @param {Activation} activation
 * @param {import('./activation.js').Call} call
 * @returns {Tensor}
 */
export function glu(activation, call) {
  /** @type {Tensor} */
  const input = call[0];
  const out = call[2];
  const { at, outer, half, shape: halved } = halvesOf(input.shape, Number(call[1]));
  requireFloat(activation, input.dtype);
  const isDouble = input.dtype === float64;
  /** @type {import('./activation.js').Kernel} */
  const kernel = (x, y) =>
    (isDouble ? kernels.gluDoubles : kernels.glu)(/** @type {any} */ (x), /** @type {any} */ (y), outer, half);
  // `out` may be one of the halves, and may otherwise share no memory with them.
  if (out?.storage === input.storage) {
    checkOut('glu', out, halved, input);
    for (const start of [0, halved[at]]) apart(narrow(input, at, start, halved[at]), out);
    return write(out, kernel(floats(input), null));
  }
  return perform(
    activation,
    out,
    [input],
    kernel,
    (grad, x) => [
      isDouble
        ? /** @type {any} */ (kernels).gluDoublesBackward(grad, x, outer, half)
        : kernels.gluBackward(grad, x, null, outer, half),
    ],
    () => formulaAlong(at, halved[at]),
    null,
    out === null ? sizeOf(halved) : /** @type {any} */ (halved), // to check `out` a list is enough
  );
}
