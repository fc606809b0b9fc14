// Functions beside the chosen one: added by name or as they are set, told apart by dash, taken away, put first.
import { html, nothing } from 'lit';
import { nameOf } from '../../../figure/drawing/curve/scene.js';
import { kMostCompared } from '../../../figure/state/compared.js';
import { activations } from '../../../figure/state/drawn.js';
import { defaultParameters } from '../../../figure/state/vocabulary.js';
import { swatch } from '../../../figure/text/readings.js';
import { shown } from '../view.js';

/**
 * @typedef {import('../../app.js').Playground} Playground
 * @typedef {import('../../../figure/state/compared.js').Compared} Compared
 */

const curves = activations.filter((a) => a.elementwise);

/** How the curves beside the first are drawn, in words. */
const kDashes = ['dashed', 'dotted', 'dash-dotted'];

/** What was done last, and what was compared then: it is said as long as that is so. */
let last = { compared: '', words: '' };

/** @param {Playground} page @param {Compared[]} compare @param {string} words */
function change(page, compare, words) {
  last = { compared: String(compare.map(nameOf)), words };
  page.set({ compare });
}

/** The figure is in sight, and a line says which of its curves is new. @param {Playground} page @param {Compared} one @param {string} [words] */
function add(page, one, words) {
  const { compare } = page.state;
  if (compare.length >= kMostCompared) return;
  change(page, [...compare, one], words ?? `${nameOf(one)} is drawn ${kDashes[compare.length]}.`);
  page.reveal();
}

/** The curve as it is stays, to be compared with what its parameters make of it next. @param {Playground} page */
function keep(page) {
  const { activation, parameters } = page.state;
  const one = { activation, parameters };
  add(page, one, `${nameOf(one)} stays, drawn ${kDashes[page.state.compare.length]}: now move a slider.`);
}

/** @param {Playground} page @param {number} at */
function remove(page, at) {
  const { compare } = page.state;
  const others = compare.filter((_, i) => i !== at);
  change(page, others, `${nameOf(compare[at])} is removed.`);
}

/** The chosen function and one beside it change places. @param {Playground} page @param {number} at */
function swap(page, at) {
  const { activation, parameters, compare } = page.state;
  const { activation: first, parameters: values } = compare[at];
  page.set({
    activation: first,
    parameters: values,
    compare: compare.map((one, i) => (i === at ? { activation, parameters } : one)),
  });
}

/** @param {Playground} page @param {import('../../../figure/numbers/model.js').Result} result */
export function compareView(page, { activation }) {
  const { state } = page;
  if (!activation.elementwise) return nothing;
  const { compare } = state;
  const addChosen = () => {
    // A list that acted at once could not be walked by keys.
    const { value } = /** @type {HTMLSelectElement} */ (page.querySelector('.compare select'));
    add(page, { activation: value, parameters: defaultParameters(value) });
  };
  const isFull = compare.length >= kMostCompared;
  // What is drawn already is no choice, unless its parameters are others.
  const drawn = [{ activation: state.activation, parameters: state.parameters }, ...compare].map(nameOf);
  const choices = curves.filter((a) => !drawn.includes(a.module));
  return html`<div class="compare" role="group" aria-label="Compare">
    <span class="compare-head">compare with</span>
    <span class="add">
      <select aria-label="Function to compare with" ?disabled=${isFull}>
        ${choices.map((a) => html`<option>${a.module}</option>`)}
      </select>
      <button type="button" class="plain" ?disabled=${isFull} @click=${addChosen}>add</button>
      ${
        activation.parameters.length > 0
          ? html`<button type="button" class="plain" title="Its curve stays in the figure while you change its parameters" ?disabled=${isFull} @click=${() => keep(page)}>keep this curve as it is</button>`
          : nothing
      }
      <span class="quiet" role="status">${last.compared === String(compare.map(nameOf)) ? last.words : ''}${isFull ? ' Four curves at most.' : ''}</span>
    </span>
    ${
      compare.length > 0
        ? html`<div class="chips">
            ${compare.map(
              (one, i) => html`<span class="chip">
                ${swatch(i + 1)}<button type="button" title="put first" aria-label="Put ${nameOf(one)} first" @click=${() => swap(page, i)}>${nameOf(one)}</button>
                <button type="button" aria-label="Remove ${nameOf(one)}" @click=${() => remove(page, i)}>×</button>
              </span>`,
            )}
            ${shown(page, 'differences', `differences to ${activation.module} instead of slopes`)}
          </div>`
        : nothing
    }
  </div>`;
}
