// The arithmetic that optimisers share: PyTorch's add, lerp, addcmul and addcdiv on arrays, with its roundings.
// Which of them the AVX2 build fuses was read off it bit by bit: add with alpha and lerp, as its source says, and addcmul's last step.

import { fma } from '../../core/numbers/float.js';
import { bumpVersion } from '../autograd/inplace.js';
import { place } from '../operations/outputs.js';
import { elements, fresh, isContiguous } from '../storage/strided.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {Float32Array | Float64Array} Floats
 * @typedef {object} Arithmetic of one dtype
 * @property {(x: number) => number} fit rounds to the dtype
 * @property {(a: number, b: number, c: number) => number} fused a * b + c, rounded once where the dtype allows
 */

/** @type {Arithmetic} */
const ofFloat32 = { fit: Math.fround, fused: fma };
/** In float64 the product is rounded too: a last place, where PyTorch fuses. @type {Arithmetic} */
const ofFloat64 = { fit: Number, fused: (a, b, c) => a * b + c };

/** @param {Floats} array */
export const arithmeticOf = (array) => (array instanceof Float32Array ? ofFloat32 : ofFloat64);

/** A tensor's elements, to read or, where it is contiguous, to change. @param {Tensor} tensor @returns {Floats} */
export const floatsOf = (tensor) => /** @type {any} */ (elements(tensor));

/**
 * Changes a tensor's elements where they lie, unseen by autograd.
 * @param {Tensor} tensor
 * @param {(array: Floats) => void} change
 */
export function change(tensor, change) {
  const array = floatsOf(tensor);
  change(array);
  if (!isContiguous(tensor)) place(tensor, fresh(tensor, tensor.shape, array));
  bumpVersion(tensor);
}

/** to += alpha * from @param {Floats} to @param {Floats} from @param {number} alpha */
export function addScaled(to, from, alpha) {
  const { fit, fused } = arithmeticOf(to);
  const factor = fit(alpha);
  for (let i = 0; i < to.length; i++) to[i] = fused(from[i], factor, to[i]);
}

/** to *= factor @param {Floats} to @param {number} factor */
export function scale(to, factor) {
  const by = arithmeticOf(to).fit(factor);
  for (let i = 0; i < to.length; i++) to[i] *= by;
}

/** Moves to another by a part: to + weight · (end - to). @param {Floats} to @param {Floats} end @param {number} weight */
export function lerp(to, end, weight) {
  const { fit, fused } = arithmeticOf(to);
  const part = fit(weight);
  // From the nearer end, as lerp does.
  if (Math.abs(part) < 0.5) for (let i = 0; i < to.length; i++) to[i] = fused(part, fit(end[i] - to[i]), to[i]);
  else for (let i = 0; i < to.length; i++) to[i] = fused(fit(part - 1), fit(end[i] - to[i]), end[i]);
}

/** to += value · a · a @param {Floats} to @param {Floats} a @param {number} value */
export function addSquares(to, a, value) {
  const { fit, fused } = arithmeticOf(to);
  const factor = fit(value);
  for (let i = 0; i < to.length; i++) to[i] = fused(fit(factor * a[i]), a[i], to[i]);
}

/** to += value · a / b @param {Floats} to @param {Floats} a @param {Floats} b @param {number} value */
export function addQuotients(to, a, b, value) {
  const { fit } = arithmeticOf(to);
  const factor = fit(value);
  for (let i = 0; i < to.length; i++) to[i] += fit(fit(factor * a[i]) / b[i]);
}
