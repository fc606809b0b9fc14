// What becomes of a gradient on its way back through many layers of the same function, and nothing else.
import { evaluate } from './sample.js';

/**
 * The magnitudes of the products of slopes, as float32 has them: nan is not counted.
 * @typedef {object} Layer
 * @property {number} median of two in the middle the lower
 * @property {[number, number]} middle the quartiles, between which half of the elements lie
 * @property {[number, number]} all the least and the greatest
 * @property {number} dead how many are exactly 0
 * @property {number} counted how many there are
 */

export const kMostLayers = 50;
/** Of longer tensors so many elements are followed. */
const kMost = 500;

/** @param {Float32Array} sorted @param {number} share */
const quantile = (sorted, share) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;

/** @param {Float32Array} product @returns {Layer} */
function layerOf(product) {
  const sorted = product
    .filter((value) => !Number.isNaN(value))
    .map(Math.abs)
    .sort();
  const firstAlive = sorted.findIndex((value) => value !== 0);
  return {
    median: quantile(sorted, 0.5),
    middle: [quantile(sorted, 0.25), quantile(sorted, 0.75)],
    all: [quantile(sorted, 0), quantile(sorted, 1)],
    dead: firstAlive < 0 ? sorted.length : firstAlive,
    counted: sorted.length,
  };
}

/**
 * Follows each element through the layers, f(f(…x)), and multiplies the slopes it meets.
 * @param {import('../state/drawn.js').Activation} activation with a curve
 * @param {import('../state/drawn.js').Values} parameters
 * @param {Float32Array} input
 * @returns {Layer[]} after 1, 2, … kMostLayers layers
 */
export function chainOf(activation, parameters, input) {
  let x = /** @type {Float32Array} */ (input.subarray(0, kMost));
  const product = new Float32Array(x.length).fill(1);
  return Array.from({ length: kMostLayers }, () => {
    const { y, slope } = evaluate(activation, parameters, x);
    for (let i = 0; i < product.length; i++) product[i] *= slope[i];
    x = y;
    return layerOf(product);
  });
}
