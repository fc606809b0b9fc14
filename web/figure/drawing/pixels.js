// What the drawings of a joint figure share: rounding, clamping, the edges of the drawn areas.
import { shortest } from '../text/numbers.js';

/** @typedef {import('./curve/scene.js').Scene} Scene */

/** How much room a tick on x takes in a drawing of some width. @param {number} width */
export const tickRoom = (width) => (width > 700 ? 80 : 44);
/** To a tenth of a pixel. */
export const round = (/** @type {number} */ pixel) => Math.round(pixel * 10) / 10;
/** So far beyond a drawn area a line still goes, in pixels. */
export const kBeyond = 40;
/** Not far beyond a range. */
export const clamp = (/** @type {number} */ pixel, /** @type {number[]} */ [a, b]) =>
  Math.min(Math.max(pixel, Math.min(a, b) - kBeyond), Math.max(a, b) + kBeyond);
/** Where a value stands on a scale; one that is infinite, far off. @type {(scale: import('./curve/scene.js').Scale, value: number) => number} */
export const placeOn = (scale, value) => scale(Math.min(1e30, Math.max(-1e30, value)));
/** A number with a true minus sign. */
export const minus = (/** @type {number} */ value) => shortest(value).replace('-', '−');

/** The drawn area. @param {Scene} scene */
export function frame({ x, y, slope }) {
  const [left, right] = x.range();
  const [bottom, top] = y.range();
  const [slopeBottom, slopeTop] = slope.range();
  return { left, right, bottom, top, slopeBottom, slopeTop };
}
