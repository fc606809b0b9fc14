// One number as PyTorch prints it.
import { formatTensor } from '../format.js';

/**
 * The text between the parentheses of `tensor(0.0067)`.
 * @param {number} value
 */
export function printed(value) {
  const text = formatTensor({ array: Float32Array.of(value), offset: 0, shape: [], strides: [], dtype: { name: 'float32' } });
  return text.slice('tensor('.length, -1);
}
