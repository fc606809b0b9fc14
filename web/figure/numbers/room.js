// Where a figure's numbers lie: long arrays in the kernels' own memory, since a figure computes them again with every move of a slider.
import { pinned } from '../../core/kernels.js';

/** From so many elements on a copy to the kernels and back costs more than a place in their memory does. */
const kPinned = 2 ** 14;

/** A place for a result in the kernels' memory; null where it is too short for one, and the kernels make an array of their own. @param {number} count */
export const placeFor = (count) => (count < kPinned ? null : pinned(count));

/** An array of zeros. @param {number} count */
export const roomFor = (count) => placeFor(count) ?? new Float32Array(count);

/** @type {Float32Array} */
let ones = new Float32Array(0);

/** So many ones, which nobody writes to: the gradient from above where none is given. @param {number} count */
export function onesOf(count) {
  if (ones.length < count) ones = roomFor(count).fill(1);
  return ones.subarray(0, count);
}
