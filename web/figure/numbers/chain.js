// What becomes of a gradient on its way back through many layers of the same function, and nothing else.
/// <reference path="../drawing/d3.d.ts" />
import { medianIndex } from 'd3-array';
import { evaluate } from './sample.js';

/** @typedef {{ median: number, dead: number, counted: number }} Layer of the products of slopes: the median of their magnitudes
 *   (of two the lower), how many are exactly 0, how many there are (nan is not counted) */

export const kMostLayers = 50;
/** Of longer tensors so many elements are followed. */
const kMost = 500;

/**
 * Follows each element through the layers, f(f(…x)), and multiplies the slopes it meets.
 * @param {import('../state/drawn.js').Activation} activation with a curve
 * @param {import('../state/drawn.js').Values} parameters
 * @param {Float32Array} input
 * @returns {Layer[]} after 1, 2, … kMostLayers layers
 */
export function chainOf(activation, parameters, input) {
  let x = /** @type {Float32Array} */ (input.subarray(0, kMost));
  const product = new Float64Array(x.length).fill(1);
  return Array.from({ length: kMostLayers }, () => {
    const { y, slope } = evaluate(activation, parameters, x);
    for (let i = 0; i < product.length; i++) product[i] *= slope[i];
    x = y;
    const magnitudes = product.filter((value) => !Number.isNaN(value)).map(Math.abs);
    const dead = magnitudes.reduce((count, value) => count + (value === 0 ? 1 : 0), 0);
    return { median: magnitudes[medianIndex(magnitudes)] ?? Number.NaN, dead, counted: magnitudes.length };
  });
}
