// Names at the ends of lines: one beneath another, none over another, as near to their lines as may be.
import { svg } from 'lit';
import { round } from './pixels.js';

/** @typedef {{ text: string, kind: string, at: number }} Name of a line that ends at a height */

/** A letter's width in bold and a line's height, at 12 pixels. */
const kLetter = 7.8;
const kLine = 14;
/** Longer names go without their parameters where there is little room. */
const kMostLetters = 14;

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
