// A logarithmic axis of magnitudes, for gradients that shrink: down to float32's last subnormal, and 0 on a line of its own beneath.
import { svg } from 'lit';
import { round } from './pixels.js';

/**
 * @typedef {import('lit').SVGTemplateResult} Drawing
 * @typedef {{ high: number, top: number, low: number, zero: number }} Axis powers of ten above; pixels: of 10^high, of the last
 *   subnormal, of 0
 */

/** The least float32 above 0 is 1.4e-45. */
const kLeastPower = Math.log10(2 ** -149);
/** And the greatest is 3.4e38. */
const kGreatestPower = 38;
/** Below the last subnormal the line of 0 stands apart by so many pixels. */
const kZeroGap = 22;
/** From one named power to the next. */
const kStep = 10;

/**
 * An axis for magnitudes up to `most`.
 * @param {number} most
 * @param {number} top in pixels
 * @param {number} bottom in pixels, of 0
 * @returns {Axis}
 */
export function logAxis(most, top, bottom) {
  const needed = Number.isFinite(most) ? Math.ceil(Math.log10(Math.max(most, 1))) : kGreatestPower;
  return { high: Math.min(kGreatestPower, Math.max(3, needed)), top, low: bottom - kZeroGap, zero: bottom };
}

/** Where a magnitude stands; what is more than the axis has, at its top. @param {Axis} axis @param {number} value */
export function placeOnLog({ high, top, low, zero }, value) {
  if (value === 0) return zero;
  const power = Math.min(high, Math.max(kLeastPower, Math.log10(value)));
  return round(top + ((high - power) / (high - kLeastPower)) * (low - top));
}

const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** @param {number} power */
const powerOfTen = (power) =>
  power === 0 ? '1' : `10${power < 0 ? '⁻' : ''}${[...String(Math.abs(power))].map((d) => digits[Number(d)]).join('')}`;

/**
 * The axis with its named powers and lines across.
 * @param {Axis} axis
 * @param {number} left
 * @param {number} right
 * @returns {Drawing}
 */
export function drawnLogAxis(axis, left, right) {
  const { high, low, zero } = axis;
  const powers = [];
  for (let power = Math.floor(high / kStep) * kStep; power > kLeastPower; power -= kStep) powers.push(power);
  const line = (/** @type {number} */ y, /** @type {string} */ name, /** @type {string} */ kind) =>
    svg`<line class=${kind} x1=${left} x2=${right} y1=${y} y2=${y}></line><text x=${left - 8} y=${y + 4} text-anchor="end">${name}</text>`;
  return svg`<g class="log-axis">
    ${powers.map((power) => line(placeOnLog(axis, 10 ** power), powerOfTen(power), power === 0 ? 'one' : ''))}
    ${line(zero, '0', 'zero')}
    <line class="last" x1=${left} x2=${right} y1=${low} y2=${low}></line>
  </g>`;
}

/** What the line above 0 means; drawn last, over what crosses it. @param {Axis} axis @param {number} right @returns {Drawing} */
export const nameOfLast = ({ low }, right) =>
  svg`<text class="last-name" x=${right} y=${low - 4} text-anchor="end">float32 has nothing smaller than 1.4 · 10⁻⁴⁵</text>`;
