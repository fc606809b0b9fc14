// The compared functions' medians through many layers: thin lines.
import { svg } from 'lit';
import { nameOf } from '../../figure/drawing/curve/scene.js';
import { chainOf } from '../../figure/numbers/chain.js';
import { activationOf } from '../../figure/state/vocabulary.js';

/**
 * @typedef {import('../../figure/numbers/chain.js').Layer} Layer
 * @typedef {{ name: string, layers: Layer[] }} Other
 */

/** @param {import('../../figure/state/compared.js').Compared[]} compare @param {Float32Array} input @returns {Other[]} */
export const othersOf = (compare, input) =>
  compare.map((one) => ({ name: nameOf(one), layers: chainOf(activationOf(one.activation), one.parameters, input) }));

/**
 * The line of a function's medians; 0 is on a line of its own.
 * @param {Layer[]} layers
 * @param {number} i 0 for the first
 * @param {(layer: number) => number} x
 * @param {(value: number) => number} y
 */
export function otherLine(layers, i, x, y) {
  const there = layers.map(({ median }, at) => ({ median, at: at + 1 })).filter(({ median }) => !Number.isNaN(median));
  const points = there.map(({ median, at }) => `${x(at)} ${y(median)}`).join('L');
  return svg`<path class="other other-${i + 1}" d=${points && `M${points}`}></path>`;
}
