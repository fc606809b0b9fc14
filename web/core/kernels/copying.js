// Copies between arrays and the pads, and the walk of arrays through an instance's memory, chunk by chunk.
import { shortArray } from './instance.js';

/** @typedef {import('./instance.js').Instance} Instance */

/** @type {[pad: number, from: number][]} */
const kRooms = [
  [0, 0],
  [1, 0],
];

const kNoOptions = {};

/** to[at ... at + count] = from[start ... start + count] */
export function copy(
  /** @type {Float32Array} */ to,
  /** @type {number} */ at,
  /** @type {Float32Array} */ from,
  /** @type {number} */ start,
  /** @type {number} */ count,
) {
  if (count < shortArray) {
    for (let i = 0; i < count; i++) to[at + i] = from[start + i];
  } else {
    to.set(count === from.length ? from : from.subarray(start, start + count), at);
  }
}

/** A fresh array of what the pad holds, without the zeros that `new Float32Array(count)` would write first. */
export function fresh(/** @type {Float32Array} */ pad, /** @type {number} */ count) {
  return pad.slice(0, count);
}

/** A pad has a block behind it, so a kernel may go on to the end of one there, which saves it a tail. */
export const whole = (/** @type {number} */ count) => (count + 15) & ~15;

/**
 * Walks arrays of one length through a kernel: those that lie in the instance's memory where they are, at once if all do; the
 * others through its pads.
 * @param {Instance} instance
 * @param {Float32Array[]} inputs
 * @param {Float32Array} y the result, which may be one of them
 * @param {(at: number[], to: number, count: number, start: number) => void} run the kernel on addresses
 * @param {{ most?: number, rooms?: [pad: number, from: number][] }} [options] most: elements at a time, where the kernel itself
 *   needs a pad; rooms: where inputs go that lie elsewhere, usually each to its own pad
 */
export function walk(instance, inputs, y, run, { most = 0, rooms = kRooms } = kNoOptions) {
  const { pads, padsAt, padFloats } = instance;
  const { length } = y;
  const [places, at] = [new Array(inputs.length), new Array(inputs.length)];
  const to = instance.addressOf(y);
  let isPlaced = to > 0;
  for (let i = 0; i < inputs.length; i++) {
    places[i] = instance.addressOf(inputs[i]);
    isPlaced &&= places[i] > 0;
  }
  const step = most || (isPlaced ? length : padFloats);
  for (let start = 0; start < length; start += step) {
    const count = Math.min(step, length - start);
    for (let i = 0; i < inputs.length; i++) {
      at[i] = places[i] + 4 * start;
      if (places[i] > 0) continue;
      const [pad, from] = rooms[i];
      copy(pads[pad], from, inputs[i], start, count);
      at[i] = padsAt[pad] + 4 * from;
    }
    run(at, to > 0 ? to + 4 * start : padsAt[0], count, start);
    if (to === 0) copy(y, start, pads[0], 0, count);
  }
  return y;
}
