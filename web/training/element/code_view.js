// The programs that do the same, to be copied, and how far PyTorch's losses are the figure's.
import { html } from 'lit';
import { lessonOf } from '../lessons/lessons.js';
import { javascriptProgram } from '../programs/javascript.js';
import { pythonProgram } from '../programs/python.js';
import { compared } from '../recorded/comparison.js';
import { recordedSentence } from '../words/recorded.js';

/** @typedef {import('./view.js').View} View */

const languages = /** @type {const} */ (['PyTorch', 'JavaScript']);

/** How far each of the runs is PyTorch's. @param {View} view */
function recorded(view) {
  const lines = lessonOf(view.state)
    .recorded(/** @type {any} */ (view))
    .map(({ name, losses, recorded }) => ({
      name,
      words: recordedSentence(recorded === null ? null : compared(losses, recorded)),
    }));
  const [first] = lines;
  if (lines.every(({ words }) => words === first?.words)) return html`<p class="recorded">${first?.words}</p>`;
  return html`<ul class="recorded">${lines.map(({ name, words }) => html`<li><b>${name}</b>: ${words}</li>`)}</ul>`;
}

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
    ${recorded(view)}
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
