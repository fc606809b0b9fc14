// What the pictures of a training share: the axis of steps, lines over it, and the mark of the step that is shown.
import { svg } from 'lit';
import { round } from '../../figure/drawing/pixels.js';
import { scaleLinear } from '../../figure/drawing/scale.js';

/**
 * @typedef {import('../../figure/drawing/scale.js').Scale} Scale
 * @typedef {import('lit').SVGTemplateResult} Drawing
 * @typedef {{ left: number, right: number, top: number, bottom: number }} Box
 */

/** Points of a line beyond which a pixel would get several. */
const kMostPoints = 1500;
/** The room of one tick's name. */
const kTickRoom = 64;

/** The axis of steps. @param {number} steps @param {Box} box */
export const stepScale = (steps, { left, right }) => scaleLinear([0, Math.max(1, steps)], [left, right]);

/**
 * A line through values at 0, 1, 2 …; it ends where one is not finite.
 * @param {ArrayLike<number>} values
 * @param {(index: number) => number} x
 * @param {(value: number) => number} y
 * @param {number} [from] the first index
 * @param {number} [to] the last index
 */
export function lineOver(values, x, y, from = 0, to = values.length - 1) {
  const stride = Math.max(1, Math.ceil((to - from) / kMostPoints));
  const parts = [];
  let isOn = false;
  for (let i = from; i <= to && i < values.length; i += stride) {
    if (!Number.isFinite(values[i])) {
      isOn = false;
      continue;
    }
    parts.push(`${isOn ? 'L' : 'M'}${round(x(i))} ${round(y(values[i]))}`);
    isOn = true;
  }
  return parts.join('');
}

/** The region between two lines. @param {ArrayLike<number>} least @param {ArrayLike<number>} most @param {(index: number) => number} x @param {(value: number) => number} y */
export function bandBetween(least, most, x, y) {
  const there = lineOver(most, x, y);
  if (there === '' || there.lastIndexOf('M') > 0) return '';
  const back = Array.from({ length: least.length }, (_, i) => i).reverse();
  const stride = Math.max(1, Math.ceil(least.length / kMostPoints));
  return `${there}${back
    .filter((i) => i % stride === 0)
    .map((i) => `L${round(x(i))} ${round(y(least[i]))}`)
    .join('')}z`;
}

/** Named steps under a picture. @param {Scale} x @param {number} y of the axis @param {string} [name] */
export function stepAxis(x, y, name = 'step') {
  const [left, right] = x.range();
  const ticks = x.ticks(Math.max(2, Math.floor((right - left) / kTickRoom))).filter(Number.isInteger);
  const room = 18 + 6 * name.length;
  return svg`<g class="axis"><line x1=${left} x2=${right} y1=${y} y2=${y}></line>
    ${ticks.map((step) => svg`<line x1=${round(x(step))} x2=${round(x(step))} y1=${y} y2=${y + 4}></line>${x(step) < right - room || step === 0 ? svg`<text x=${round(x(step))} y=${y + 17} text-anchor="middle">${step}</text>` : ''}`)}
    <text class="axis-name" x=${right} y=${y + 17} text-anchor="end">${name}</text></g>`;
}

/** A number of an axis, as a power of ten where it has many digits. @param {number} value */
const plainOrPower = (value) => (Math.abs(value) >= 1e5 ? value.toExponential(0).replace('e+', 'e') : String(value));

/** Named values beside a picture. @param {Scale} y @param {Box} box @param {number} count @param {(value: number) => string} [write] */
export const valueAxis = (y, { left, right }, count, write = plainOrPower) =>
  svg`<g class="axis">${y.ticks(count).map((value) => svg`<line class="grid" x1=${left} x2=${right} y1=${round(y(value))} y2=${round(y(value))}></line><text x=${left - 6} y=${round(y(value)) + 4} text-anchor="end">${write(value)}</text>`)}</g>`;

/** The step that is shown. @param {Scale} x @param {number} step @param {number} top @param {number} bottom */
export const stepMark = (x, step, top, bottom) =>
  svg`<line class="now" x1=${round(x(step))} x2=${round(x(step))} y1=${top} y2=${bottom}></line>`;

/**
 * Listeners by which a pointer on a picture goes to the step beneath it, as long as it is held.
 * @param {import('../lessons/lessons.js').Scene} scene
 * @param {Scale} x
 * @param {(event: PointerEvent, place: { x: number, y: number }) => void} [pressed] what else a press does
 */
export function seeking({ seek, state }, x, pressed) {
  const placeOf = (/** @type {PointerEvent} */ event) => {
    const drawing = /** @type {SVGElement} */ (event.currentTarget);
    const box = /** @type {SVGSVGElement} */ (drawing.ownerSVGElement ?? drawing).getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const go = (/** @type {PointerEvent} */ event, /** @type {boolean} */ moving) => {
    const step = Math.round(x.invert(placeOf(event).x));
    seek(Math.max(0, Math.min(state.steps, step)), moving);
  };
  let isHeld = false;
  return {
    down(/** @type {PointerEvent} */ event) {
      if (event.button !== 0) return;
      isHeld = true;
      /** @type {Element} */ (event.currentTarget).setPointerCapture(event.pointerId);
      pressed?.(event, placeOf(event));
      go(event, true);
    },
    move(/** @type {PointerEvent} */ event) {
      const held = /** @type {Element} */ (event.currentTarget).hasPointerCapture(event.pointerId);
      if (held || isHeld) go(event, true);
    },
    up(/** @type {PointerEvent} */ event) {
      isHeld = false;
      go(event, false);
    },
  };
}
