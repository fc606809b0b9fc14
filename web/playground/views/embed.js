// What an author takes to another page: the tag, as wished with a picture and a table inside; the frame.
import { html, nothing } from 'lit';
import { elementFile } from '../../build/element_file.js';
import { frameSnippet, tagSnippet } from '../../figure/text/snippets.js';

/** @typedef {import('../app.js').Playground} Playground */

/** Where a page from a file pretends to be: its own address is of no use to others. */
const kExample = 'https://example.org/torchlet/';
const isServed = /^https?:$/.test(location.protocol);
const site = isServed ? new URL('.', location.href.replace(/[?#].*$/, '')).href : kExample;

/** What the tag holds for those who see no figure. */
const inside = { hasPicture: false, hasTable: false };

/** The last snippets, and of which result: while a slider moves they wait. @type {{ result: object | null, tag: string, frame: string }} */
let last = { result: null, tag: '', frame: '' };

/** @param {Playground} page @param {import('../../figure/numbers/model.js').Result} result */
function snippets(page, result) {
  if (last.result !== result && !(page.isMoving && last.result)) {
    // How many layers the page follows is nothing a figure knows.
    const state = { ...page.state, show: page.state.show.filter((word) => !word.startsWith('layers')) };
    last = {
      result,
      tag: tagSnippet(state, { site, file: elementFile, result, ...inside }),
      frame: frameSnippet(state, { site, result }),
    };
  }
  return last;
}

/** A snippet is copied as of now, also while a hand still moves. @param {Playground} page @param {'tag' | 'frame'} key @param {string} title */
function copy(page, key, title) {
  page.isMoving = false;
  const result = /** @type {import('../../figure/numbers/model.js').Result} */ (page.result);
  page.copy(snippets(page, result)[key], title);
}

/** @param {Playground} page @param {'tag' | 'frame'} key @param {string} title @param {string} words @param {string} text */
const snippet = (page, key, title, words, text) => html`<div class="code-head">
    <span>${words}</span>
    <span class="said" role="status">${page.saidOf === title ? page.said : ''}</span>
    <button type="button" class="plain" @click=${() => copy(page, key, title)}>Copy ${title.toLowerCase()}</button>
  </div>
  <pre tabindex="0" role="group" aria-label="${title} to paste">${text}</pre>`;

/** @param {Playground} page @param {keyof typeof inside} name @param {string} words */
function option(page, name, words) {
  const on = (/** @type {Event} */ { target }) => {
    inside[name] = /** @type {HTMLInputElement} */ (target).checked;
    last.result = null;
    page.requestUpdate();
  };
  return html`<label><input type="checkbox" .checked=${inside[name]} @change=${on} />${words}</label>`;
}

/** @param {Playground} page @param {import('../../figure/numbers/model.js').Result} result */
export function embedView(page, result) {
  // Nothing is written before it is asked for.
  const isOpen = page.querySelector('details.embed')?.hasAttribute('open') ?? false;
  const made = isOpen ? snippets(page, result) : null;
  return html`<details class="embed code" @toggle=${() => page.requestUpdate()}>
    <summary>Embed this figure</summary>
    ${
      made
        ? html`${snippet(page, 'tag', 'Tag', 'in a page of your own', made.tag)}
            <div class="inside">
              ${option(page, 'hasPicture', 'with a picture for readers without JavaScript')}
              ${option(page, 'hasTable', 'with the numbers as a table')}
              <p class="quiet">A height in the tag, <code>style="height: 400px"</code>, is that of the whole figure. For pages of other sites the server of <code>element.js</code> must send <code>Access-Control-Allow-Origin</code>.</p>
            </div>
            ${snippet(page, 'frame', 'Frame', 'where only frames are allowed', made.frame)}
            ${isServed ? nothing : html`<p class="quiet">This page is a file: put the site on a server and its address in place of ${kExample}</p>`}`
        : nothing
    }
  </details>`;
}
