// Time: back, play, step, to the end, and a slider over all steps.
import { html } from 'lit';
import { lessonOf } from '../lessons/lessons.js';
import { loss } from '../words/phrases.js';

/**
 * @typedef {import('./view.js').View} View
 * @typedef {import('../lessons/lessons.js').Scene} Scene
 */

/** Steps a second that a reader can choose; the last one is as fast as it goes. */
const kSpeeds = [2, 10, 30, 100, Number.POSITIVE_INFINITY];
/** What stands for as fast as it goes. */
const kFastest = 1e9;

/** @param {number} speed */
const speedName = (speed) => (Number.isFinite(speed) ? `${speed} steps/s` : 'fastest');

/** How far the training is that goes on unseen. @param {View} view */
function progress({ player, isBusy }) {
  const { run } = player;
  const isOnItsWay = !isBusy && player.isWorking && !player.isThere;
  const share = !run ? 1 : isBusy ? run.reached / Math.max(1, run.end) : run.step / Math.max(1, player.at);
  return html`<progress max="1" .value=${share} class=${isBusy || isOnItsWay ? 'busy' : ''} aria-label="Training"></progress>`;
}

/** @param {Scene} scene @param {View} view */
export function transport(scene, view) {
  const { player, look, looks } = view;
  const { at, state, seek } = scene;
  const end = view.run.end ?? state.steps;
  // Where the hand put it, also while the run is on its way there.
  const thumb = view.run === player.run && !player.isPlaying && !view.isBusy ? Math.min(end, player.at) : at;
  const stopped = end < state.steps && at >= end ? ', stopped' : '';
  const reading = `step ${at} of ${state.steps}${stopped}`;
  const value = lessonOf(state).lossAt(scene);
  const words = Number.isNaN(value) ? reading : `${reading}: loss ${loss(value)}`;
  const play = () => {
    player.setSpeed(Number.isFinite(looks.speed ?? 30) ? (looks.speed ?? 30) : kFastest);
    if (player.isPlaying) player.pause();
    else player.play();
  };
  const slide = (/** @type {Event} */ event) =>
    seek(Number(/** @type {HTMLInputElement} */ (event.target).value), event.type === 'input');
  const choose = (/** @type {Event} */ event) => {
    const speed = Number(/** @type {HTMLSelectElement} */ (event.target).value);
    player.setSpeed(Number.isFinite(speed) ? speed : kFastest);
    look({ speed });
  };
  const go = (/** @type {number} */ step) => () => seek(Math.max(0, Math.min(end, step)));
  return html`<div class="transport" part="transport" role="group" aria-label="Steps">
    <div class="buttons">
      <button type="button" class="play" @click=${play}>${player.isPlaying ? 'Pause' : 'Play'}</button>
      <button type="button" aria-disabled=${at <= 0} @click=${go(0)}>Start</button>
      <button type="button" aria-disabled=${at <= 0} @click=${go(at - 1)}>Back</button>
      <button type="button" aria-disabled=${at >= end} @click=${go(at + 1)}>Step</button>
      <button type="button" aria-disabled=${at >= end} @click=${go(end)}>End</button>
      <label class="speed"><span class="visually-hidden">Speed</span><select @change=${choose}>
        ${kSpeeds.map((speed) => html`<option value=${speed} ?selected=${speed === (looks.speed ?? 30)}>${speedName(speed)}</option>`)}
      </select></label>
      <output class="step-count">${reading}</output>
    </div>
    <input class="scrub" type="range" min="0" max=${state.steps} step="1" aria-label="step" aria-valuetext=${words} .value=${String(thumb)} @input=${slide} @change=${slide} />
    ${progress(view)}
  </div>`;
}
