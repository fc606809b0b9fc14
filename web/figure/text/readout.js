// One number as PyTorch prints it, or with fewer digits where there is no room.
import { formatTensor } from '../../core/text/format.js';

/**
 * The text between the parentheses of `tensor(0.0067)`.
 * @param {number} value
 */
export function printed(value) {
  const text = formatTensor({
    array: Float32Array.of(value),
    offset: 0,
    shape: [],
    strides: [],
    dtype: { name: 'float32' },
  });
  return text.slice('tensor('.length, -1);
}

/** A number for a voice, to which the point that PyTorch puts behind a whole number ends a sentence. @param {number} value */
export const spoken = (value) => printed(value).replace(/\.$/, '');

/**
 * A number with a fixed count of digits after the point, for small cells and sums; those far from 1 as PyTorch prints them.
 * @param {number} value
 * @param {number} [digits]
 */
export function rounded(value, digits = 2) {
  return Math.abs(value) < 10 ** (6 - digits) ? value.toFixed(digits) : printed(value);
}
