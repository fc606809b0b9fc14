// The programs that do the same, to be copied.
import { html } from 'lit';
import { javascriptProgram } from '../programs/javascript.js';
import { pythonProgram } from '../programs/python.js';

/** @typedef {import('./view.js').View} View */

const languages = /** @type {const} */ (['PyTorch', 'JavaScript']);

/** @param {View} view */
export function codeView(view) {
  const { wanted, looks, look } = view;
  const language = looks.language ?? 'PyTorch';
  const isOpen = looks.code ?? false;
  const code = isOpen ? (language === 'PyTorch' ? pythonProgram(wanted) : javascriptProgram(wanted)) : '';
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      look({ copied: 'copied' });
    } catch {
      look({ copied: 'No clipboard here: select the text' });
    }
    setTimeout(() => look({ copied: '' }), 2500);
  };
  const toggle = (/** @type {Event} */ event) => look({ code: /** @type {HTMLDetailsElement} */ (event.target).open });
  return html`<details class="fold" part="code-fold" @toggle=${toggle}>
    <summary>The same in PyTorch</summary>
    <div class="code-head">
      <div role="group" aria-label="Language" class="languages">${languages.map(
        (one) =>
          html`<button type="button" aria-pressed=${one === language} @click=${() => look({ language: one })}>${one}</button>`,
      )}</div>
      <span class="said" role="status">${looks.copied ?? ''}</span>
      <button type="button" @click=${copy}>Copy</button>
    </div>
    <pre class="code" part="code" tabindex="0" role="group" aria-label="The same in ${language}">${code}</pre>
  </details>`;
}
