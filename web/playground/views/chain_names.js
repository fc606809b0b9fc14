// The compared functions' medians through many layers: thin lines with their names at their ends, none over another.
import { svg } from 'lit';
import { nameOf } from '../../figure/drawing/curve/scene.js';
import { round } from '../../figure/drawing/pixels.js';
import { chainOf } from '../../figure/numbers/chain.js';
import { activationOf } from '../../figure/state/vocabulary.js';

/**
 * @typedef {import('../../figure/numbers/chain.js').Layer} Layer
 * @typedef {{ name: string, layers: Layer[] }} Other
 * @typedef {{ text: string, kind: string, at: number }} Name of a line that ends at a height
 */

/** A letter's width in bold and a line's height, at 12 pixels. */
const kLetter = 7.8;
const kLine = 14;
/** Longer names go without their parameters where there is little room. */
const kMostLetters = 14;

/** @param {import('../../figure/state/compared.js').Compared[]} compare @param {Float32Array} input @returns {Other[]} */
export const othersOf = (compare, input) =>
  compare.map((one) => ({ name: nameOf(one), layers: chainOf(activationOf(one.activation), one.parameters, input) }));

/** A name as there is room for it. @param {string} name @param {boolean} isNarrow */
export const shortened = (name, isNarrow) =>
  isNarrow && name.length > kMostLetters ? name.slice(0, name.indexOf('(')) : name;

/** The room that names take beside the lines. @param {string[]} names */
export const roomFor = (names) => (names.length < 2 ? 0 : 8 + kLetter * Math.max(...names.map(({ length }) => length)));

/**
 * Names one beneath another, as near to their lines' ends as may be.
 * @param {Name[]} names
 * @param {number} x
 * @param {number} top
 * @param {number} bottom
 */
export function namesAt(names, x, top, bottom) {
  const sorted = [...names].sort((a, b) => a.at - b.at);
  const places = sorted.map(({ at }) => at);
  for (let i = 0; i < places.length; i++) places[i] = Math.max(places[i], i > 0 ? places[i - 1] + kLine : top);
  let floor = bottom;
  for (let i = places.length - 1; i >= 0; i--, floor -= kLine) {
    places[i] = Math.min(places[i], floor);
    floor = places[i];
  }
  return sorted.map(
    ({ text, kind }, i) => svg`<text class="end-name ${kind}" x=${x} y=${round(places[i] + 4)}>${text}</text>`,
  );
}

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
