// Where a figure's numbers lie: long arrays in the kernels' own memory, since a figure computes them again with every move of a slider.
import { pinned } from '../../core/kernels.js';

/** From so many elements on a copy to the kernels and back costs more than a place in their memory does. */
const kPinned = 2 ** 14;

/** An array of zeros. @param {number} count */
export const roomFor = (count) => (count < kPinned ? new Float32Array(count) : pinned(count));

/** @type {Float32Array} */
let ones = new Float32Array(0);

/** So many ones, which nobody writes to: the gradient from above where none is given. @param {number} count */
export function onesOf(count) {
  if (ones.length < count) ones = roomFor(count).fill(1);
  return ones.subarray(0, count);
}
