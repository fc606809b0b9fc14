// The errors of softmax, softmin and log_softmax over rows of random numbers, against float64: torchlet's, or those of the
// results that PyTorch gave for the same rows (tests/reference/sweep.py).
import torch, { F } from '../../web/index.js';

/** As in sweep.py. */
const elements = 1 << 22;

/** @type {Record<string, number[]>} the lengths that are measured */
export const rowLengths = { softmax: [5, 256, 1000, 32_000], softmin: [256], log_softmax: [5, 256, 32_000] };

/** Distance of neighbouring float32 at |value|. @param {number} value */
const ulp = (value) => 2 ** (Math.max(-126, Math.floor(Math.log2(Math.abs(value)))) - 23);

/** @param {string} kind @param {Float32Array} row @param {Float64Array} y */
function reference(kind, row, y) {
  const sign = kind === 'softmin' ? -1 : 1;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of row) most = Math.max(most, sign * value);
  let others = 0; // but one: log1p keeps the digits of a sum that hardly differs from 1
  let isFirst = true;
  for (let i = 0; i < row.length; i++) {
    y[i] = Math.exp(sign * row[i] - most);
    if (y[i] === 1 && isFirst) isFirst = false;
    else others += y[i];
  }
  const rest = Math.log1p(others);
  for (let i = 0; i < row.length; i++) y[i] = kind === 'log_softmax' ? row[i] - most - rest : y[i] / (1 + others);
}

/**
 * @param {string} kind
 * @param {number} length of a row
 * @param {Float32Array} [given] results to be measured instead of torchlet's
 */
export function measureRows(kind, length, given) {
  torch.manual_seed(0);
  const x = torch.randn(Math.floor(elements / length), length).mul(3);
  const y = given ?? /** @type {any} */ (F)[kind](x, 1).data;
  const right = new Float64Array(length);
  const result = { name: kind, job: `${kind}:${length}`, max_ulp: 0, mean_ulp: 0, max_absolute: 0, wrong: 0 };
  for (let start = 0; start < y.length; start += length) {
    reference(kind, x.data.subarray(start, start + length), right);
    for (let i = 0; i < length; i++) {
      const absolute = Math.abs(y[start + i] - right[i]);
      if (!(absolute < 1)) result.wrong++;
      result.max_absolute = Math.max(result.max_absolute, absolute);
      if (Math.abs(right[i]) < 2 ** -126) continue; // a subnormal has not the digits
      const error = absolute / ulp(right[i]);
      result.max_ulp = Math.max(result.max_ulp, error);
      result.mean_ulp += error / y.length;
    }
  }
  return result;
}
