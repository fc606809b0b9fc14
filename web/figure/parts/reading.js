// The reading under a curve: a box for x, in which any may be typed, and what the function and its slope are there.
import { html, nothing } from 'lit';
import { elementName } from '../numbers/places.js';
import { parameterProblem, readNumber } from '../text/numbers.js';
import { spoken } from '../text/readout.js';

/**
 * @typedef {import('../text/readings.js').Point} Point
 * @typedef {import('../numbers/model.js').Result} Result
 */

/** A longer text is quoted by its beginning. */
const kQuoted = 12;

/** What a number may begin with. @param {string} text */
const isBegun = (text) => /^[-+\u2212]?\d*\.?\d*(e[-+]?)?$/i.test(text);

/**
 * A typed x.
 * @param {string} typed
 * @param {boolean} isDone whether nothing more will be typed
 * @returns {{ x?: number, problem?: string }} neither while a number has only begun
 */
export function readPlace(typed, isDone) {
  const text = typed.trim();
  const x = readNumber(text);
  if (x === undefined) {
    const quoted = text.length > kQuoted ? `${text.slice(0, kQuoted)}…` : text;
    return text === '' || (!isDone && isBegun(text)) ? {} : { problem: `“${quoted}” is not a number.` };
  }
  const problem = parameterProblem(x);
  return problem ? { problem: `x ${problem}.` } : { x };
}

/** What the box has of a point. @param {Point | null} point */
export const placeText = (point) => (point ? spoken(point.x) : '');

/** Whether a text in the box is the point's own x, in other digits perhaps. @param {string} text @param {Point} point */
export const isPlace = (text, point) => Math.fround(readNumber(text) ?? Number.NaN) === point.x;

/** @param {string} kind @param {string} label @param {number} value */
const cell = (kind, label, value) =>
  html`<span class="cell ${kind}" aria-hidden="true"><span class="label">${label}</span><span class="value">${spoken(value)}</span></span>`;

/** @param {string} problem @param {(event: Event) => void} type @param {(event: KeyboardEvent) => void} drop */
const box = (problem, type, drop) => html`<input
    id="place"
    type="text"
    autocomplete="off"
    autocapitalize="off"
    spellcheck="false"
    enterkeyhint="go"
    aria-invalid=${problem ? 'true' : 'false'}
    aria-describedby=${problem ? 'problem' : nothing}
    @focus=${(/** @type {Event} */ event) => /** @type {HTMLInputElement} */ (event.target).select()}
    @input=${type}
    @change=${type}
    @keydown=${drop}
  />`;

/**
 * The numbers at a fixed place, so that nothing moves while they change.
 * @param {Point | null} point
 * @param {Result | null} result
 * @param {{ isThere: boolean, problem: string, isOutside: boolean, type: (event: Event) => void, drop: (event: KeyboardEvent) => void }} box
 */
export function reading(point, result, { isThere, problem, isOutside, type, drop }) {
  const element = point?.element ?? null;
  const nameOf = (/** @type {string} */ tensor, /** @type {string} */ other) =>
    element === null || !result ? other : elementName(tensor, result.input.shape, element);
  const numbers = point
    ? html`${cell('output', nameOf('output', 'f(x)'), point.y)} ${cell('gradient', 'f′(x)', point.slope)}`
    : html`<span class="hint" aria-hidden="true">Point at the curve or type an x to read <span class="whole">f(x)</span> and <span class="whole">f′(x)</span>.</span>`;
  return html`<div class="readout" part="readout">
    <span class="cell input">
      <label class="label" for="place">${nameOf('input', isOutside ? 'x, out of view' : 'x')}</label>
      ${isThere ? box(problem, type, drop) : nothing}
    </span>
    ${problem ? html`<span class="problem" id="problem">${problem}</span>` : numbers}
  </div>`;
}
