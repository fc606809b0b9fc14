// A text field with its label; and, in a line of its own, what is wrong with what stands in it.
import { html, nothing } from 'lit';

/**
 * @typedef {import('../../app.js').Playground} Playground
 * @typedef {import('../../../figure/state/vocabulary.js').State} State
 */

/** So much of what is shown is told. */
const kShown = 40;

/**
 * A text field whose good values go to the state while typing; a bad one is explained and stays, and so does the figure.
 * @template T
 * @param {Playground} page
 * @param {string} key
 * @param {string} label
 * @param {string} text
 * @param {(text: string) => { problem?: string } & T} read
 * @param {(reading: T) => Partial<State>} patch
 * @param {{ isLong?: boolean, after?: unknown }} [options] after: what stands beside the box
 */
export function field(page, key, label, text, read, patch, { isLong = false, after = nothing } = {}) {
  const draft = page.drafts[key];
  const on = (/** @type {Event} */ event) => {
    const value = /** @type {HTMLInputElement} */ (event.target).value;
    const reading = read(value);
    const isTyping = event.type === 'input';
    const { [key]: _, ...others } = page.drafts;
    page.drafts =
      reading.problem || isTyping ? { ...others, [key]: { text: value, problem: reading.problem ?? '' } } : others;
    if (!reading.problem) page.set(patch(reading), { moving: isTyping });
  };
  // A text may have been good up to here: its beginning is what the figure shows.
  const problem = draft?.problem
    ? `${draft.problem} Still shown: ${text.length > kShown ? `${text.slice(0, kShown)}…` : text || 'nothing'}.`
    : '';
  const id = `field-${key}`;
  const shared = draft?.text ?? text;
  return html`<label for=${id}>${label}</label>
    <span class="box">
      ${
        isLong
          ? html`<textarea id=${id} rows="3" spellcheck="false" aria-invalid=${problem ? 'true' : 'false'} aria-describedby="${id}-problem" .value=${shared} @input=${on} @change=${on}></textarea>`
          : html`<input id=${id} type="text" autocomplete="off" spellcheck="false" aria-invalid=${problem ? 'true' : 'false'} aria-describedby="${id}-problem" .value=${shared} @input=${on} @change=${on} />`
      }${after}
    </span>
    <p class="problem" id="${id}-problem" role="status">${problem}</p>`;
}
