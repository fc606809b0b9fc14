// The 2-norm with PyTorch's bits: ATen's norm_two of ReduceOpsKernel.cpp, as AVX2 runs it.
import { fma } from '../../../core/numbers/float.js';

/**
 * The 2-norm of array[start ... end], as PyTorch's kernel adds up what lies one behind the other: the squares of what fills AVX2
 * vectors lane by lane, then lane after lane, then the rest, of which the compiler made four steps at once and fused the others.
 * @param {Float32Array | Float64Array} array
 */
export function twoNorm(array, start = 0, end = array.length) {
  const isSingle = array instanceof Float32Array;
  const square = (/** @type {number} */ x) => (isSingle ? Math.fround(x * x) : x * x);
  const lanes = isSingle ? new Float32Array(8) : new Float64Array(4);
  const { length } = lanes;
  let i = start;
  for (; i + length <= end; i += length) for (let k = 0; k < length; k++) lanes[k] += square(array[i + k]);
  for (let k = 1; k < length; k++) lanes[0] += lanes[k];
  for (const rounded = isSingle && end - i < 4 ? i : i + 4; i < end; i++) {
    const x = array[i];
    lanes[0] = isSingle && i >= rounded ? fma(x, x, lanes[0]) : lanes[0] + square(x);
  }
  return Math.sqrt(lanes[0]);
}
