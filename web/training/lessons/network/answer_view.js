// What the network answers over the plane, or a chosen unit: the points, and a way to set one's own.
import { html, nothing, svg } from 'lit';
import { centred, placesIn, pointMarks, shades } from '../../drawing/plane.js';
import { once } from '../../element/memo.js';
import { decisionMap, unitMaps, windowOf } from '../../measures/maps.js';
import { kMostPoints } from '../../state/points.js';

/**
 * @typedef {import('../lessons.js').Scene} Scene
 * @typedef {import('../../state/points.js').Point} Point
 * @typedef {'look' | 'class 0' | 'class 1' | 'remove'} Hand what a press on the plane does
 */

const kGrid = 56;
/** So near a press must be to remove a point, in pixels. */
const kReach = 12;
const hands = /** @type {const} */ (['look', 'class 0', 'class 1', 'remove']);

/** The reader's points so far: also those that are too few to train on. @param {Scene} scene @returns {Point[]} */
const ownPoints = ({ wanted, looks }) => (typeof wanted.data === 'string' ? (looks.drafted ?? []) : wanted.data);

/** @param {Scene} scene @param {Point[]} points */
function setPoints({ change, look }, points) {
  look({ drafted: points });
  if (points.length >= 2) change({ data: points });
}

/** What a press does. @param {Scene} scene @param {PointerEvent} event @param {import('../../measures/lines.js').Window} window @param {number} side */
function press(scene, event, [x0, x1, y0, y1], side) {
  /** @type {Hand} */ const hand = scene.looks.hand ?? 'look';
  if (hand === 'look' || event.button !== 0) return;
  const box = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
  const [px, py] = [event.clientX - box.left, event.clientY - box.top];
  const points = ownPoints(scene);
  if (hand === 'remove') {
    const place = placesIn([x0, x1, y0, y1], side);
    const distances = points.map(([x, y]) => Math.hypot(place(x, y)[0] - px, place(x, y)[1] - py));
    const nearest = distances.indexOf(Math.min(...distances));
    if (distances[nearest] <= kReach && points.length > 2)
      setPoints(
        scene,
        points.filter((_, i) => i !== nearest),
      );
    return;
  }
  if (points.length >= kMostPoints) return;
  const digits = (/** @type {number} */ value) => Math.fround(Number(value.toFixed(2)));
  /** @type {Point} */ const point = [
    digits(x0 + (px / side) * (x1 - x0)),
    digits(y1 - (py / side) * (y1 - y0)),
    hand === 'class 1' ? 1 : 0,
  ];
  setPoints(scene, [...points, point]);
}

/** Points that are no data yet. @param {Scene} scene @param {import('../../measures/lines.js').Window} window @param {number} side */
function drafted(scene, window, side) {
  const points = typeof scene.wanted.data === 'string' ? ownPoints(scene) : [];
  const place = placesIn(window, side);
  return points.map(([x, y, target]) => {
    const [cx, cy] = place(x, y);
    return svg`<circle class="points class-${target}" cx=${cx} cy=${cy} r="5"></circle>`;
  });
}

/** @param {Scene} scene */
function chooser({ state, change }) {
  const options = state.layers
    .slice(1, -1)
    .flatMap((width, i) => Array.from({ length: width }, (_, unit) => [i + 1, unit + 1]));
  const on = (/** @type {Event} */ event) => {
    const { value } = /** @type {HTMLSelectElement} */ (event.target);
    const [layer, unit] = value.split('.').map(Number);
    change({ unit: value === '' ? null : [layer, unit] });
  };
  const own = state.unit?.join('.') ?? '';
  return html`<select aria-label="What is drawn over the plane" @change=${on}>
    <option value="" .selected=${own === ''}>the network’s answer</option>
    ${options.map(([layer, unit]) => html`<option value="${layer}.${unit}" .selected=${own === `${layer}.${unit}`}>unit ${unit} of layer ${layer}</option>`)}
  </select>`;
}

/** @param {Scene} scene @param {number} side */
export function answerView(scene, side) {
  const { run, state, looks, look, change } = scene;
  const window = once(run, 'window', 0, () => windowOf(run));
  const map = state.unit
    ? centred(once(run, 'units', run.step, () => unitMaps(run, window, kGrid))[state.unit[0] - 1][state.unit[1] - 1])
    : once(run, 'decision', run.step, () => decisionMap(run, window, kGrid));
  const hand = looks.hand ?? 'look';
  const { test } = run.data;
  const hasTest = test !== null && looks.test;
  return html`<div class="answer-view">
    <div class="unit-head">${chooser(scene)}</div>
    <svg class="drawing plane ${hand === 'look' ? '' : 'is-set'}" width=${side} height=${side} role="img" aria-label="The points of both classes, and shaded what ${state.unit ? `unit ${state.unit[1]} of layer ${state.unit[0]} hands on` : 'the network answers'}"
      @pointerdown=${(/** @type {PointerEvent} */ event) => press(scene, event, window, side)}>
      <g class="map">${shades(map, side)}</g>
      ${hasTest ? svg`<g class="held-back">${pointMarks(test, window, side, 2)}</g>` : nothing}
      ${pointMarks(run.data, window, side)} ${drafted(scene, window, side)}
      <rect class="edge" x="0.5" y="0.5" width=${side - 1} height=${side - 1}></rect>
    </svg>
    <fieldset class="hands"><legend>a press on the plane</legend>${hands.map(
      (name) =>
        html`<label><input type="radio" name="hand" .checked=${name === hand} @change=${() => look({ hand: name })} /> ${name === 'look' ? 'does nothing' : name === 'remove' ? 'removes' : `sets ${name}`}</label>`,
    )}</fieldset>
    ${typeof scene.wanted.data === 'string' && ownPoints(scene).length > 0 ? html`<p class="note" role="status">One point of yours: with a second one the network is trained anew, on yours alone.</p>` : nothing}
    ${test !== null ? html`<label class="check"><input type="checkbox" .checked=${Boolean(looks.test)} @change=${() => look({ test: !looks.test })} /> the points held back, too</label>` : nothing}
    ${typeof state.data === 'string' ? nothing : html`<button type="button" @click=${() => change({ data: 'moons' })}>no points of my own</button>`}
  </div>`;
}
