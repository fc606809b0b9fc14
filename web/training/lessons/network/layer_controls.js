// What a reader changes at the network itself: units and activation of each layer, one layer more or less, what the lines show.
import { html, nothing } from 'lit';
import { chosen, nameOf, trainable } from '../../state/activations.js';
import { kDeepest, kWidest } from '../../state/layers.js';
import { activationsOf } from '../../state/vocabulary.js';

/** @typedef {import('../lessons.js').Scene} Scene */

/** More rows than these are in the settings, as words. */
const kMostRows = 6;
const shownNames = /** @type {const} */ (['weights', 'gradients', 'both']);

/** @param {Scene} scene */
export function layerControls(scene) {
  // What the controls say, which the network that is drawn may not be of yet.
  const { wanted: state, change, looks, look } = scene;
  const { layers } = state;
  const all = activationsOf(state);
  const hidden = layers.length - 2;
  const resize = (/** @type {number} */ at, /** @type {number} */ by) => () => {
    const next = [...layers];
    next[at + 1] = Math.max(1, Math.min(kWidest, next[at + 1] + by));
    change({ layers: next, unit: null });
  };
  const choose = (/** @type {number} */ at) => (/** @type {Event} */ event) => {
    const name = /** @type {HTMLSelectElement} */ (event.target).value;
    const next = all.map((one, i) => (i === at ? chosen(name) : one));
    const isOne = next.every((one) => nameOf(one) === nameOf(next[0]));
    change(isOne ? { ...next[0], activations: [] } : { activations: next });
  };
  const deepen = (/** @type {number} */ by) => () => {
    const next = by > 0 ? [...layers.slice(0, -1), layers[hidden], 1] : [...layers.slice(0, -2), 1];
    const own = state.activations.length === 0 ? [] : by > 0 ? [...all, all[all.length - 1]] : all.slice(0, -1);
    change({ layers: next, activations: own, unit: null });
  };
  const shown = looks.lines ?? 'weights';
  return html`<div class="layer-controls" role="group" aria-label="Layers">
    ${all.slice(0, kMostRows).map(
      (one, i) => html`<div class="layer-row"><span>layer ${i + 1}</span>
        <button type="button" aria-label="A unit less in layer ${i + 1}" ?disabled=${layers[i + 1] <= 1} @click=${resize(i, -1)}>−</button>
        <output>${layers[i + 1]}</output>
        <button type="button" aria-label="A unit more in layer ${i + 1}" ?disabled=${layers[i + 1] >= kWidest} @click=${resize(i, 1)}>+</button>
        <select aria-label="Activation of layer ${i + 1}" @change=${choose(i)}>${trainable.map(({ module }) => html`<option .selected=${module === one.activation}>${module}</option>`)}</select></div>`,
    )}
    ${hidden > kMostRows ? html`<p class="note">${hidden - kMostRows} more layers: see the settings</p>` : nothing}
    <div class="layer-row layer-tools"><button type="button" ?disabled=${hidden >= kDeepest} @click=${deepen(1)}>add a layer</button>
      <button type="button" ?disabled=${hidden <= 1} @click=${deepen(-1)}>remove one</button>
      <label>lines show <select @change=${(/** @type {Event} */ event) => look({ lines: /** @type {HTMLSelectElement} */ (event.target).value })}>${shownNames.map((name) => html`<option .selected=${name === shown}>${name}</option>`)}</select></label></div>
  </div>`;
}
