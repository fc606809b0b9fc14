// <torchlet-cell>: Python in a page, run without Python, as a class that registers nothing.
import { html, nothing } from 'lit';
import { Part } from '../figure/parts/part.js';
import { base, tokens } from '../figure/parts/tokens.js';
import { unwatch, watch } from '../figure/watch.js';
import { prepare } from '../python/python.js';
import { openEditor } from './editing.js';
import { sourceOf } from './source.js';
import { notebookOf } from './state/notebook.js';
import { Output } from './state/output.js';
import { cellStyles } from './view/cell_styles.js';
import { highlighted } from './view/highlight.js';
import { outputView } from './view/output_view.js';

/**
 * @typedef {import('./state/notebook.js').Cell} Cell
 */

/** What is said of a cell beside its button. @param {Cell} cell */
function statusWords({ status, count }) {
  if (status === 'waiting') return 'waits for the cell before it';
  if (status === 'running') return 'running …';
  if (status === 'stale') return `ran as no. ${count}, before something changed`;
  if (status === 'failed') return `ran as no. ${count}, with an error`;
  return status === 'done' ? `ran as no. ${count}` : '';
}

/**
 * A program that a reader can run, change and run again. What stands between the tags is its text, and what is shown until it is
 * ready. Cells of one page share their names in the order in which they ran; `session` names another one.
 *
 * Attributes: `session`, `readonly` (no editing), `theme`. Properties: `source`. Methods: `run()`, `reset()`. Fires `ready`, `change`
 * (`detail.source`) and `ran` (`detail` has `ok`, `text`).
 * @example customElements.define('my-cell', TorchletCell)
 */
export class TorchletCell extends Part {
  static styles = [tokens, base, cellStyles];

  /** The site's page for programs, where its address is known: a cell's program is opened there. */
  static scratch = '';

  static properties = {
    session: { type: String, reflect: true },
    readonly: { type: Boolean, reflect: true },
    theme: { type: String, reflect: true },
  };

  #source = '';
  #original = '';
  /** The page's own block whose program this is; null: it is the element's own text. @type {Element | null} */ #block =
    null;
  /** @type {Set<object>} */ #open = new Set();
  /** @type {import('./editing.js').Editor | null} */ #editor = null;
  #said = '';
  #wasReady = false;
  #output = new Output(() => this.requestUpdate());
  /** @type {Cell} */ #cell;
  /** @type {import('./state/notebook.js').Notebook | null} */ #notebook = null;

  constructor() {
    super();
    this.session = '';
    this.readonly = false;
    this.theme = 'auto';
    const own = this;
    this.#cell = {
      element: this,
      get source() {
        return own.source;
      },
      status: 'idle',
      count: 0,
      ran: '',
      output: this.#output,
      changed: () => this.requestUpdate(),
    };
  }

  /** The program's text. */
  get source() {
    return this.#source;
  }
  set source(text) {
    if (text === this.#source) return;
    this.#source = text;
    this.#editor?.set(text);
    this.#notebook?.edited(this.#cell);
    this.requestUpdate();
  }

  /** Whether the last run went well; null before the first. @returns {boolean | null} */
  get ok() {
    return this.#cell.count === 0 ? null : this.#cell.status !== 'failed';
  }

  /** What was printed. @returns {string} */
  get text() {
    return this.#output.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');
  }

  /** Puts Run under a block of the page. @param {Element} block */
  attachTo(block) {
    this.#block = block;
    this.#original = sourceOf(block);
    this.source = this.#original;
  }

  connectedCallback() {
    super.connectedCallback();
    if (!this.#block && this.#source === '') this.#source = sourceOf(this);
    if (!this.#block && this.#original === '') this.#original = this.#source;
    this.#notebook = notebookOf(this.ownerDocument, this.session);
    this.#notebook.add(this.#cell);
    // What the program imports is there when the reader clicks.
    watch(this, () => void prepare(this.source));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    unwatch(this);
    this.#notebook?.remove(this.#cell);
    this.#editor?.close();
    this.#editor = null;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has('session') || !this.isConnected) return;
    this.#notebook?.remove(this.#cell);
    this.#notebook = notebookOf(this.ownerDocument, this.session);
    this.#notebook.add(this.#cell);
  }

  /** Runs the program in its session. @returns {Promise<boolean>} whether it ended well */
  async run() {
    if (!this.#notebook) return false;
    // A block that its page has written anew since.
    if (this.#block && this.#source === this.#original) {
      this.#original = sourceOf(this.#block);
      this.#source = this.#original;
    }
    await this.#runAll([this.#cell]);
    return this.#cell.status === 'done';
  }

  /** @param {Cell[]} cells */
  async #runAll(cells) {
    await this.#notebook?.run(cells);
    const detail = { ok: this.ok, text: this.text };
    this.dispatchEvent(new CustomEvent('ran', { detail, bubbles: true }));
  }

  /** The author's text again. */
  reset() {
    this.source = this.#original;
    this.#output.clear();
  }

  async #edit() {
    if (this.#editor || this.readonly) return;
    const room = this.renderRoot.querySelector('.editor');
    if (!room) return;
    try {
      this.#editor = await openEditor(room, this.#source, {
        changed: (text) => {
          this.#source = text;
          this.#notebook?.edited(this.#cell);
          this.requestUpdate();
          this.dispatchEvent(new CustomEvent('change', { detail: { source: text }, bubbles: true }));
        },
        run: () => void this.run(),
      });
    } catch (error) {
      this.#say(`The editor could not be loaded: ${error instanceof Error ? error.message : error}`);
    }
    this.requestUpdate();
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.#source);
      this.#say('copied');
    } catch {
      this.#say('No clipboard here: select the text');
    }
  }

  /** @param {string} words */
  #say(words) {
    this.#said = words;
    this.requestUpdate();
    setTimeout(() => {
      this.#said = '';
      this.requestUpdate();
    }, 2500);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== 'Enter' || !event.shiftKey) return;
    event.preventDefault();
    void this.run();
  }

  #buttons() {
    const notebook = this.#notebook;
    const isRunning = this.#cell.status === 'running' || this.#cell.status === 'waiting';
    const above = notebook && !isRunning && notebook.isBehind(this.#cell);
    const isEdited = this.#source !== this.#original;
    const { scratch } = TorchletCell;
    return html`<div class="bar" part="bar">
      ${isRunning ? html`<button type="button" class="run" part="button" @click=${() => notebook?.stop()}>Stop</button>` : html`<button type="button" class="run" part="button" title="Shift+Enter" @click=${() => void this.run()}>Run</button>`}
      ${above ? html`<button type="button" @click=${() => void this.#runAll([...(notebook?.above(this.#cell) ?? []), this.#cell])}>Run all above, too</button>` : nothing}
      <span class="status" role="status">${this.#said || statusWords(this.#cell)}</span>
      <span class="aside">
        ${isEdited ? html`<button type="button" @click=${() => this.reset()}>Reset</button>` : nothing}
        ${this.readonly || this.#editor ? nothing : html`<button type="button" @click=${() => void this.#edit()}>Edit</button>`}
        <button type="button" @click=${() => void this.#copy()}>Copy</button>
        ${scratch ? html`<a class="open" href="${scratch}#${new URLSearchParams({ code: this.#source })}" target="_blank" rel="noopener">Open</a>` : nothing}
      </span>
    </div>`;
  }

  render() {
    const isEditing = this.#editor !== null;
    const kind = [this.#block ? 'attached' : '', this.#cell.status].join(' ');
    return html`<div class="cell ${kind}" part="cell" lang="en" @keydown=${this.#key}>
      ${isEditing ? nothing : html`<pre class="source" part="code" tabindex="0" role="group" aria-label="Python">${highlighted(this.#source)}</pre>`}
      <div class="editor"></div>
      ${this.#buttons()} ${outputView(this.#output.parts, this.#open, () => this.requestUpdate())}
    </div>`;
  }

  updated() {
    if (this.#wasReady) return;
    this.#wasReady = true;
    this.dispatchEvent(new CustomEvent('ready'));
  }
}
