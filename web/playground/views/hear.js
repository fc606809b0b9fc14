// The curve as sound: a button that plays and stops it, how fast, how loud.
import { html } from 'lit';
import { speeds } from '../sound/hearing.js';

/** @param {import('../app.js').Playground} page */
export function hearView({ hearing }) {
  const speed = (/** @type {Event} */ event) => {
    hearing.speed = Number(/** @type {HTMLSelectElement} */ (event.target).value);
  };
  const loudness = (/** @type {Event} */ event) =>
    hearing.louder(Number(/** @type {HTMLInputElement} */ (event.target).value));
  return html`<span class="hear" role="group" aria-label="The curve as sound">
    <button type="button" class="plain" aria-describedby="hear-words" @click=${() => hearing.toggle()}>${hearing.isPlaying ? 'Stop' : 'Hear it'}</button>
    <span class="visually-hidden" id="hear-words">Plays f from left to right: the higher the value, the higher the tone. A click is a kink, a hollow tone a slope of 0, a soft one a slope of almost 0, a thin one a value out of view.</span>
    <select aria-label="Speed of the sound" @change=${speed}>
      ${speeds.map((one) => html`<option value=${one} ?selected=${one === hearing.speed}>${one}×</option>`)}
    </select>
    <label>loudness <input type="range" min="0" max="1" step="0.05" .value=${String(hearing.loudness)} @input=${loudness} /></label>
  </span>`;
}
