// A linear scale from values to pixels, with round ticks. d3-scale's would bring d3's colours, dates and formats into every page
// that embeds a figure: 9 kB gzipped for what follows.
/// <reference path="./d3.d.ts" />
import { ticks } from 'd3-array';

/**
 * @typedef {((value: number) => number) & {
 *   domain: () => number[], range: () => number[], invert: (pixel: number) => number, ticks: (count: number) => number[] }} Scale
 */

/** As d3 interpolates, so that both ends are met exactly. @param {number[]} from @param {number[]} to @param {number} value */
function between([a, b], [c, d], value) {
  const t = b === a ? 0.5 : (value - a) / (b - a);
  return c * (1 - t) + d * t;
}

/**
 * @param {number[]} domain
 * @param {number[]} range
 * @returns {Scale}
 * @example scaleLinear([0, 1], [100, 0])(0.25) // 75
 */
export function scaleLinear(domain, range) {
  const scale = (/** @type {number} */ value) => between(domain, range, value);
  return Object.assign(scale, {
    domain: () => [...domain],
    range: () => [...range],
    invert: (/** @type {number} */ pixel) => between(range, domain, pixel),
    ticks: (/** @type {number} */ count) => ticks(domain[0], domain[1], count),
  });
}
