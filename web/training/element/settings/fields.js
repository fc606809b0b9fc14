// The controls of the settings: a choice, a text, a number, each a row with its label.
import { html, nothing } from 'lit';

/**
 * @typedef {import('../view.js').View} View
 * @typedef {import('../../state/vocabulary.js').State} State
 */

/** Several figures stand on one page, but each in a tree of its own. @param {string} label */
const idOf = (label) => label.replace(/\W+/g, '-');

/**
 * One of several words.
 * @param {string} label
 * @param {readonly (string | { value: string, name: string })[]} options
 * @param {string} value
 * @param {(value: string) => void} choose
 */
export function choiceField(label, options, value, choose) {
  const all = options.map((option) => (typeof option === 'string' ? { value: option, name: option } : option));
  const known = all.some((option) => option.value === value) ? all : [{ value, name: value }, ...all];
  const on = (/** @type {Event} */ event) => choose(/** @type {HTMLSelectElement} */ (event.target).value);
  return html`<div class="field"><label for=${idOf(label)}>${label}</label>
    <select id=${idOf(label)} @change=${on}>${known.map((option) => html`<option value=${option.value} .selected=${option.value === value}>${option.name}</option>`)}</select></div>`;
}

/**
 * A text that a reader of states understands, or says what is wrong with it; the state stays as it was then.
 * @param {View} view
 * @param {string} label
 * @param {string} text
 * @param {(text: string) => { patch?: Partial<State>, problem?: string }} read
 * @param {string} [hint]
 */
export function textField({ change, looks, look }, label, text, read, hint = '') {
  /** @type {{ text: string, problem: string } | undefined} */
  const draft = looks[`draft ${label}`];
  const id = idOf(label);
  const on = (/** @type {Event} */ event) => {
    const own = /** @type {HTMLInputElement} */ (event.target).value;
    const { patch, problem } = read(own);
    look({ [`draft ${label}`]: problem ? { text: own, problem } : undefined });
    if (patch && !problem && event.type === 'change') change(patch);
  };
  return html`<div class="field"><label for=${id}>${label}</label>
    <input id=${id} type="text" autocomplete="off" spellcheck="false" .value=${draft?.text ?? text} aria-invalid=${draft ? 'true' : 'false'}
      aria-describedby=${draft ? `${id}-problem` : nothing} @input=${on} @change=${on} />
    <p class="note" id="${id}-problem" role=${draft ? 'status' : nothing}>${draft ? html`<span class="problem">${draft.problem}</span>` : hint}</p></div>`;
}

/**
 * A number with its slider.
 * @param {string} label
 * @param {{ value: number, fallback: number, minimum: number, maximum: number, step: number, logarithmic?: boolean }} facts
 * @param {(value: number, moving: boolean) => void} set
 * @param {(value: number) => string | undefined} [refuse]
 */
export function numberField(label, { value, fallback, minimum, maximum, step, logarithmic = false }, set, refuse) {
  const on = (/** @type {CustomEvent<{ value: number, moving: boolean }>} */ { detail }) =>
    set(detail.value, detail.moving);
  return html`<torchlet-number label=${label} .value=${value} .fallback=${fallback} .minimum=${minimum} .maximum=${maximum} .step=${step} .logarithmic=${logarithmic}
    .refuse=${refuse ?? (() => undefined)} @torchlet-value=${on}></torchlet-number>`;
}
