// What of a curve's figure is seen: its two lines, its scales, the gradient's arrows, how near; and heard.
import { html, nothing } from 'lit';
import { kSingle } from '../../figure/drawing/curve/elements.js';
import { isBounded } from '../../figure/drawing/curve/scene.js';
import { hearView } from './hear.js';

/** @typedef {import('../app.js').Playground} Playground */

/** @param {Playground} page @param {'f' | 'slope'} part @param {string} label */
function part(page, part, label) {
  const { hide } = page.state;
  const isShown = !hide.includes(part);
  // One of the two is always there.
  const other = isShown ? [part] : [];
  return html`<label><input type="checkbox" .checked=${isShown} @change=${() => page.set({ hide: other })} />${label}</label>`;
}

/** A word of `show` as a box to tick. @param {Playground} page @param {string} word @param {string} label */
export function shown(page, word, label) {
  const { show } = page.state;
  const isOn = show.includes(word);
  const other = isOn ? show.filter((one) => one !== word) : [...show, word];
  return html`<label><input type="checkbox" .checked=${isOn} @change=${() => page.set({ show: other })} />${label}</label>`;
}

/** @param {Playground} page @param {import('../../figure/numbers/model.js').Result} result */
export function viewControls(page, { activation, input }) {
  if (!activation.elementwise) return nothing;
  const zoom = (/** @type {number} */ factor) =>
    /** @type {import('../../figure/parts/curve.js').TorchletCurve} */ (page.querySelector('torchlet-curve')).zoom(
      factor,
    );
  return html`<div class="view" role="group" aria-label="What is seen">
    ${part(page, 'f', 'f(x)')} ${part(page, 'slope', 'f′(x)')}
    ${input.numel() <= kSingle ? shown(page, 'arrows', 'arrows') : nothing}
    ${isBounded(activation) ? shown(page, 'equal', 'equal scales') : nothing}
    <span class="tools">
    ${hearView(page)}
    <span class="zoom">
      <button type="button" class="plain" aria-label="Zoom out" @click=${() => zoom(1 / 1.5)}>−</button>
      <button type="button" class="plain" aria-label="Zoom in" @click=${() => zoom(1.5)}>+</button>
      <button type="button" class="plain" ?disabled=${page.state.window === null} @click=${() => page.set({ window: null })}>reset</button>
    </span>
    </span>
  </div>`;
}
