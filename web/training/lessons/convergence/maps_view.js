// What each network has learned of the plane, side by side, at the step that is shown.
import { html } from 'lit';
import { pointMarks, shades } from '../../drawing/plane.js';
import { once } from '../../element/memo.js';
import { accuracyOf, decisionMap, windowOf } from '../../measures/maps.js';
import { loss } from '../../words/phrases.js';

/**
 * @typedef {import('../lessons.js').Scene} Scene
 * @typedef {import('../../measures/race.js').Entrant} Entrant
 */

const kGrid = 32;
/** The side of a map in its own units: it is as wide as there is room. */
const kSide = 200;

/** @param {Scene} scene */
export const mapsView = ({ run, state }) =>
  html`<div class="maps" role="group" aria-label="What each network answers, seed ${state.seed}">${run.entrants.map(oneMap)}</div>`;

/** @param {Entrant} entrant @param {number} i */
function oneMap({ name, runs: [training] }, i) {
  const { step, losses, data } = training;
  const window = once(training, 'window', 0, () => windowOf(training));
  const map = once(training, 'decision', step, () => decisionMap(training, window, kGrid));
  const { right, of } = once(training, 'accuracy', step, () => accuracyOf(training));
  const own = losses.length > 0 ? loss(losses[Math.min(step, losses.length - 1)]) : '';
  return html`<figure class="one-map">
    <figcaption><b class="line-${i}">${name}</b> <span>${own}</span></figcaption>
    <svg class="drawing plane" viewBox="0 0 ${kSide} ${kSide}" role="img" aria-label="${name} at step ${step}: ${right} of ${of} points are in their class, loss ${own}">
      <g class="map">${shades(map, kSide)}</g>${pointMarks(data, window, kSide, 2)}
      <rect class="edge" x="0.5" y="0.5" width=${kSide - 1} height=${kSide - 1}></rect>
    </svg>
    <p>${right} of ${of} right</p>
  </figure>`;
}
