// Windows that slide over the last two dimensions of (N, C, H, W): their places, the columns of a convolution, and the way back.

import { sizeOf } from '../../core/numbers/size.js';
import { elements, fresh } from '../storage/strided.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {[number, number]} Pair of height and width
 * @typedef {{ kernel: Pair, stride: Pair, padding: Pair, dilation: Pair, ceil?: boolean }} Windows
 */

/** How many windows there are along each dimension. @param {readonly number[]} shape @param {Windows} windows @returns {Pair} */
export function countsOf(shape, { kernel, stride, padding, dilation, ceil = false }) {
  const along = (/** @type {number} */ i) => {
    const size = shape[shape.length - 2 + i];
    const room = size + 2 * padding[i] - dilation[i] * (kernel[i] - 1) - 1;
    const count = (ceil ? Math.ceil(room / stride[i]) : Math.floor(room / stride[i])) + 1;
    // The last window must begin within the input or the padding before it.
    return ceil && (count - 1) * stride[i] >= size + padding[i] ? count - 1 : count;
  };
  return [along(0), along(1)];
}

/** The places of a window's elements in one plane; -1 for padding. @param {readonly number[]} shape @param {Windows} windows @param {Pair} counts @returns {Int32Array} window after window */
export function placesOf(shape, { kernel, stride, padding, dilation }, [rows, columns]) {
  const [height, width] = shape.slice(-2);
  const size = kernel[0] * kernel[1];
  const places = new Int32Array(rows * columns * size);
  let at = 0;
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++)
      for (let i = 0; i < kernel[0]; i++)
        for (let j = 0; j < kernel[1]; j++) {
          const [y, x] = [r * stride[0] - padding[0] + i * dilation[0], c * stride[1] - padding[1] + j * dilation[1]];
          places[at++] = y >= 0 && y < height && x >= 0 && x < width ? y * width + x : -1;
        }
  return places;
}

/** The windows of each sample as columns, (N, C · kernel, windows). @param {Tensor} x @param {Int32Array} places @param {number} size of a window */
export function columnsOf(x, places, size) {
  const [samples, channels, height, width] = x.shape;
  const count = places.length / size;
  const result = fresh(x, sizeOf([samples, channels * size, count]));
  const [from, to] = [/** @type {any} */ (elements(x)), /** @type {any} */ (result.storage.array)];
  let at = 0;
  for (let plane = 0; plane < samples * channels; plane++) {
    const start = plane * height * width;
    for (let k = 0; k < size; k++)
      for (let w = 0; w < count; w++) {
        const place = places[w * size + k];
        to[at++] = place < 0 ? 0 : from[start + place];
      }
  }
  return result;
}

/** Columns added up where they came from. @param {Tensor} columns @param {import('../../core/numbers/size.js').Size} shape @param {Int32Array} places @param {number} size */
export function fromColumns(columns, shape, places, size) {
  const result = fresh(columns, shape);
  const [from, to] = [/** @type {any} */ (elements(columns)), /** @type {any} */ (result.storage.array)];
  const plane = shape[2] * shape[3];
  const count = places.length / size;
  let at = 0;
  for (let start = 0; start < to.length; start += plane) {
    for (let k = 0; k < size; k++)
      for (let w = 0; w < count; w++) {
        const place = places[w * size + k];
        if (place >= 0) to[start + place] += from[at];
        at++;
      }
  }
  return result;
}

/** One number for both dimensions, or one each; of one dimension the other is `other`. @param {any} value @param {number} dims @param {number} other @returns {Pair} */
export function pairOf(value, dims, other) {
  const list = [value].flat().map(Number);
  if (dims === 1) return [other, list[0]];
  return list.length === 1 ? [list[0], list[0]] : [list[0], list[1]];
}

/**
 * An input as (N, C, H, W), and how the result gets its own dimensions back.
 * @param {any} x
 * @param {number} dims 1 or 2 of a window
 * @param {(shape: string, rank: number) => Error} refusal of another number of dimensions
 */
export function batched(x, dims, refusal) {
  const rank = x.shape.length;
  if (rank !== dims + 1 && rank !== dims + 2) throw refusal(x.shape.join(', '), rank);
  const isOne = rank === dims + 1;
  const whole = isOne ? x.unsqueeze(0) : x;
  return {
    planes: dims === 1 ? whole.unsqueeze(2) : whole,
    isOne,
    unbatched: (/** @type {any} */ y) => {
      const flat = dims === 1 ? y.squeeze(2) : y;
      return isOne ? flat.squeeze(0) : flat;
    },
  };
}
