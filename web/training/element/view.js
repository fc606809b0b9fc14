// What a training consists of: its title, what is seen in a sentence, the picture, the steps, the settings, the numbers, the code.
import { html, nothing } from 'lit';
import { lessonOf } from '../lessons/lessons.js';
import { nameOf } from '../state/activations.js';
import { writeLayers } from '../state/layers.js';
import { presetsOf } from '../state/presets.js';
import { activationsOf, hashOf } from '../state/vocabulary.js';
import { codeView } from './code_view.js';
import { numbersView } from './numbers_view.js';
import { readingsView } from './readings_view.js';
import { settingsView } from './settings/settings.js';
import { transport } from './transport.js';

/**
 * @typedef {import('../lessons/lessons.js').Scene} Scene
 * @typedef {import('../state/vocabulary.js').State} State
 * @typedef {Omit<Scene, 'isThere' | 'seek'> & {
 *   player: import('./player.js').Player, isBusy: boolean, hasSettings: boolean, announcement: string }} View
 */

/** `2-32-32-1 · ReLU · SGD, lr 5`. @param {State} state */
function titleOf(state) {
  const names = [...new Set(activationsOf(state).map(nameOf))];
  const all = state.lesson === 'convergence' ? `${1 + state.compare.length} activations` : names.join(', ');
  return `${writeLayers(state.layers)} · ${all} · ${state.optimizer}, lr ${state.lr}`;
}

/** What a setting is, apart from how it is looked at. @param {State} state */
const settingOf = (state) => hashOf({ ...state, at: null, unit: null, theme: 'auto', carried: {} });

/** Buttons of the settings that show the lesson. @param {View} view */
function presetButtons({ wanted, change }) {
  const presets = presetsOf(wanted.lesson);
  const own = settingOf(wanted);
  if (presets.length < 2) return nothing;
  return html`<div class="presets" part="presets" role="group" aria-label="Settings that show it">
    ${presets.map(({ label, says, state }) => {
      const isOn = settingOf(state) === own;
      const { theme, carried } = wanted;
      return html`<button type="button" aria-pressed=${isOn} @click=${() => change({ ...state, theme, carried })}><b>${label}</b><span>${says}</span></button>`;
    })}
  </div>`;
}

/** @param {View} view */
export function trainingView(view) {
  const { state, wanted, player, run, announcement, isBusy } = view;
  const lesson = lessonOf(state);
  /** @type {Scene} */
  const scene = {
    ...view,
    isThere: run === player.run && player.isThere,
    seek: (step, moving) => view.change({ at: step >= state.steps ? null : step }, moving),
  };
  const isDrawn = view.width > 0;
  return html`<figure part="figure" lang="en" class=${state.lesson} aria-busy=${isBusy}>
    <figcaption part="title"><span class="lesson-name">${lesson.name}</span> <code>${titleOf(wanted)}</code></figcaption>
    ${presetButtons(view)}
    <p class="statement" part="statement">${isDrawn ? lesson.statement(scene) : ''}</p>
    <div class="picture" part="stage">${isDrawn ? lesson.picture(scene) : nothing}</div>
    ${transport(scene, view)}
    ${readingsView(isDrawn ? scene : null)}
    <details class="fold" ?open=${view.hasSettings} part="settings">
      <summary>Settings</summary>
      ${settingsView(view)}
    </details>
    ${codeView(view)} ${numbersView(scene, view)}
    <p class="visually-hidden" role="status">${announcement}</p>
  </figure>`;
}
