// The arithmetic that optimisers share: PyTorch's add, lerp, addcmul and addcdiv on arrays, with its roundings.
// Which of them the AVX2 build fuses was read off it bit by bit: add with alpha and lerp, as its source says, and addcmul's last step.

import * as kernels from '../../core/kernels.js';
import { fma } from '../../core/numbers/float.js';
import { bumpVersion } from '../autograd/inplace.js';
import { place } from '../operations/filling/outputs.js';
import { elements, fresh, isContiguous } from '../storage/strided.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {Float32Array | Float64Array} Floats
 */

/** @type {(array: Floats) => array is Float32Array} */
const isFloat32 = (array) => array instanceof Float32Array;

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

/** Counts a step. @param {Tensor} step of one float @returns {number} how many there are */
export function count(step) {
  change(step, (array) => {
    array[0] += 1;
  });
  return floatsOf(step)[0];
}

// Of float32 a kernel takes each step. In float64 a product is rounded too: a last place, where PyTorch fuses.

/** to += alpha * from @param {Floats} to @param {Floats} from @param {number} alpha */
export function addScaled(to, from, alpha) {
  // Times 1 nothing is fused; sums of two floats lie midway between floats too often for that to be cheap.
  if (isFloat32(to) && alpha === 1) kernels.combine('add', to, /** @type {Float32Array} */ (from), to);
  else if (isFloat32(to)) kernels.move('addScaled', to, from, from, alpha);
  else for (let i = 0; i < to.length; i++) to[i] += from[i] * alpha;
}

/** to *= factor @param {Floats} to @param {number} factor */
export function scale(to, factor) {
  if (isFloat32(to)) kernels.combine('mul', to, factor, to);
  else for (let i = 0; i < to.length; i++) to[i] *= factor;
}

/** Moves to another by a part, from the nearer end: to + weight · (end - to). @param {Floats} to @param {Floats} end @param {number} weight */
export function lerp(to, end, weight) {
  if (Math.abs(weight) >= 0.5) return lerpFar(to, end, weight);
  if (isFloat32(to)) kernels.move('lerp', to, end, end, weight);
  else for (let i = 0; i < to.length; i++) to[i] += weight * (end[i] - to[i]);
}

/** end + (weight - 1) · (end - to): few ask for so short a memory, and no kernel is spent on it. @param {Floats} to @param {Floats} end @param {number} weight */
function lerpFar(to, end, weight) {
  if (!isFloat32(to)) for (let i = 0; i < to.length; i++) to[i] = (weight - 1) * (end[i] - to[i]) + end[i];
  else {
    const part = Math.fround(Math.fround(weight) - 1);
    for (let i = 0; i < to.length; i++) to[i] = fma(part, Math.fround(end[i] - to[i]), end[i]);
  }
}

/** to = kept · to + value · a · a @param {Floats} to @param {Floats} a @param {number} value @param {number} [kept] */
export function addSquares(to, a, value, kept = 1) {
  if (isFloat32(to)) kernels.move('addSquares', to, a, a, value, kept);
  else for (let i = 0; i < to.length; i++) to[i] = value * a[i] * a[i] + to[i] * kept;
}

/** to += value · a / (√b / root + eps) @param {Floats} to @param {Floats} a @param {Floats} b @param {number} value @param {number} root @param {number} eps */
export function addQuotients(to, a, b, value, root, eps) {
  if (isFloat32(to)) kernels.move('addQuotients', to, a, b, value, root, eps);
  else for (let i = 0; i < to.length; i++) to[i] += (value * a[i]) / (Math.sqrt(b[i]) / root + eps);
}

/**
 * The gradient with the weight decay in it, or itself, where there is none, or the decay is the parameter's own.
 * @param {Tensor} param @param {Tensor} grad @param {Record<string, any>} group @returns {Tensor}
 */
export function decayed(param, grad, { lr, weight_decay: decay, decoupled_weight_decay: isDecoupled }) {
  if (decay === 0) return grad;
  if (!isDecoupled) return grad.add(param, { alpha: decay });
  param.mul_(1 - lr * decay);
  return grad;
}
