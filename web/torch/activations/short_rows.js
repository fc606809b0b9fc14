// softmax of short rows of float32 with PyTorch's roundings, so that their sums print as PyTorch's: exponentials of the distance
// from the largest, added up as floats in AVX2's order, then scaled. Long rows are kernels of cpp/rowwise.hpp, which are faster.
import { activations } from '../../build/table.js';
import { forward } from '../../core/kernels.js';

/** Rows of fewer elements are short. */
export const kShort = 32;

const exp = /** @type {any} */ (activations.find(({ functional }) => functional === 'exp')).index;
const lanes = new Float32Array(8);

/** The sum of a row of neighbours: eight lanes, whose halves are added up; fewer elements one by one. @param {Float32Array} e @param {number} start @param {number} n */
function alongSum(e, start, n) {
  if (n < 8) return acrossSum(e, start, n, 1);
  for (let k = 0; k < 8; k++) lanes[k] = e[start + k];
  for (let k = 8; k < n; k++) lanes[k % 8] += e[start + k];
  for (const half of [4, 2, 1]) for (let k = 0; k < half; k++) lanes[k] += lanes[k + half];
  return lanes[0];
}

/** @param {Float32Array} e @param {number} start @param {number} n @param {number} inner */
function acrossSum(e, start, n, inner) {
  let sum = 0;
  for (let k = 0; k < n; k++) sum = Math.fround(sum + e[start + k * inner]);
  return sum;
}

/**
 * softmax, or with sign -1 softmin, along the middle of [outer, n, inner].
 * @param {Float32Array} x
 * @param {Float32Array | null} out may be x
 * @param {number} outer
 * @param {number} n fewer than kShort
 * @param {number} inner
 * @param {number} sign
 */
export function shortSoftmax(x, out, outer, n, inner, sign) {
  const y = out ?? new Float32Array(x.length);
  const starts = Array.from({ length: outer * inner }, (_, r) => Math.floor(r / inner) * n * inner + (r % inner));
  for (const start of starts) {
    let most = sign * x[start];
    for (let k = 1; k < n; k++) most = Math.max(most, sign * x[start + k * inner]);
    for (let k = 0; k < n; k++) y[start + k * inner] = sign * x[start + k * inner] - most;
  }
  forward(exp, y, y, 0, 0);
  for (const start of starts) {
    const sum = inner === 1 ? alongSum(y, start, n) : acrossSum(y, start, n, inner);
    const factor = Math.fround(1 / sum);
    for (let i = start; i < start + n * inner; i += inner) y[i] = inner === 1 ? y[i] * factor : y[i] / sum;
  }
  return y;
}
