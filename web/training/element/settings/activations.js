// Which activations a network has, and which others stand beside it.
import { html, nothing } from 'lit';
import { chosen, factsOf, nameOf, trainable } from '../../state/activations.js';
import { kMostOthers } from '../../state/keys.js';
import { choiceField, numberField } from './fields.js';

/** @typedef {import('../view.js').View} View */

const names = trainable.map(({ module }) => module);

/** The activation of all layers, with its parameters. @param {View} view */
export function activationField({ wanted, change }) {
  const { activation, parameters } = wanted;
  const numbers = factsOf(activation).parameters.filter(({ type }) => type !== 'choice');
  const choices = factsOf(activation).parameters.filter(({ type }) => type === 'choice');
  const set = (/** @type {string} */ name, /** @type {any} */ value, moving = false) =>
    change({ parameters: { ...parameters, [name]: value } }, moving);
  return html`${choiceField('activation', names, activation, (name) => change({ ...chosen(name), activations: [] }))}
    ${numbers.map(({ name, default: usual, minimum, maximum, step }) =>
      numberField(
        name,
        {
          value: Number(parameters[name] ?? usual),
          fallback: Number(usual),
          minimum: Number(minimum),
          maximum: Number(maximum),
          step: Number(step),
        },
        (value, moving) => set(name, value, moving),
      ),
    )}
    ${choices.map(({ name, default: usual, choices: words = [] }) =>
      choiceField(
        name,
        words.map((word) => ({ value: String(word), name: String(word) })),
        String(parameters[name] ?? usual),
        (word) => set(name, words.find((one) => String(one) === word) ?? usual),
      ),
    )}`;
}

/** The others, each with a way out, and a way in for one more. @param {View} view */
export function compareField({ wanted, change }) {
  const { compare, activation } = wanted;
  const left = names.filter((name) => name !== activation && !compare.some((one) => one.activation === name));
  const add = (/** @type {Event} */ event) => {
    const select = /** @type {HTMLSelectElement} */ (event.target);
    const name = select.value;
    select.selectedIndex = 0;
    change({ compare: [...compare, chosen(name)] });
  };
  const without = (/** @type {number} */ at) => () => change({ compare: compare.filter((_, i) => i !== at) });
  return html`<div class="field"><span id="beside">beside it</span>
    <div class="chips" role="group" aria-labelledby="beside">${compare.map((one, i) => html`<button type="button" aria-label="Remove ${nameOf(one)}" @click=${without(i)}>${nameOf(one)} <span aria-hidden="true">×</span></button>`)}
    ${
      compare.length < kMostOthers
        ? html`<select aria-label="Add an activation" @change=${add}><option>add …</option>${left.map((name) => html`<option>${name}</option>`)}</select>`
        : nothing
    }</div></div>`;
}
