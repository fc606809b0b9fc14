// glu: the first half of a dimension times the sigmoid of the second.

import { activations } from '../../build/table.js';
import { halvesOf } from '../../core/activations.js';
import * as kernels from '../../core/kernels.js';
import { sizeOf } from '../../core/numbers/size.js';
import { narrow } from '../operations/slices.js';
import { float64 } from '../storage/dtype.js';
import { apart } from '../storage/loops.js';
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
  const { at, outer, half, shape: halved } = halvesOf(input.shape, Number(call[1]));
  requireFloat(activation, input.dtype);
  const isDouble = input.dtype === float64;
  /** @type {import('./activation.js').Kernel} */
  const kernel = (x, y) =>
    (isDouble ? gluDoubles : kernels.glu)(/** @type {any} */ (x), /** @type {any} */ (y), outer, half);
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
      isDouble ? gluDoublesBackward(grad, x, outer, half) : kernels.gluBackward(grad, x, null, outer, half),
    ],
    null,
    out === null ? sizeOf(halved) : /** @type {any} */ (halved), // to check `out` a list is enough
  );
}

const sigmoid = activations.find(({ functional }) => functional === 'sigmoid')?.index ?? 0;

/** In float64. @param {Float64Array} x @param {Float64Array | null} out @param {number} outer @param {number} half @returns {any} */
function gluDoubles(x, out, outer, half) {
  const gates = kernels.forwardDoubles(sigmoid, x, null, 0, 0);
  const y = out ?? new Float64Array(outer * half);
  for (let o = 0; o < outer; o++) {
    const start = 2 * o * half;
    for (let k = 0; k < half; k++) y[o * half + k] = x[start + k] * gates[start + half + k];
  }
  return y;
}

/** @param {any} grad @param {any} x @param {number} outer @param {number} half @returns {any} */
function gluDoublesBackward(grad, x, outer, half) {
  const gates = kernels.forwardDoubles(sigmoid, x, null, 0, 0);
  const y = new Float64Array(x.length);
  for (let o = 0; o < outer; o++) {
    const start = 2 * o * half;
    for (let k = 0; k < half; k++) {
      const gate = gates[start + half + k];
      y[start + k] = grad[o * half + k] * gate;
      y[start + half + k] = grad[o * half + k] * x[start + k] * (1 - gate) * gate;
    }
  }
  return y;
}
