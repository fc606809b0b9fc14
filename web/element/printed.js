// A tensor's printed text as an element: <torchlet-tensor>; its numbers can be pointed at, walked by keys and marked.
import { css, html, LitElement } from 'lit';
import { indicesOf, shownElements } from './model.js';
import { base, tokens } from './tokens.js';

/**
 * @typedef {{ flat: number, line: number, start: number, end: number }} Place of a number in the text
 */

const kNumber = /-?(?:\d[\d.]*(?:e[-+]\d+)?|inf\b|nan\b)/g;

/**
 * Where each printed number stands.
 * @param {string} text
 * @param {readonly number[]} shape
 * @returns {Place[]}
 */
export function placesOf(text, shape) {
  const flats = shownElements(shape);
  /** @type {Place[]} */ const places = [];
  for (const [line, row] of text.split('\n').entries()) {
    // A summary's "..." and a suffix such as dtype=torch.int64 hold no elements.
    const body = row.replace(/\.\.\./g, '   ').replace(/[a-z_]+=.*$/, '');
    for (const match of body.matchAll(kNumber)) {
      const flat = flats[places.length];
      if (flat !== undefined) places.push({ flat, line, start: match.index, end: match.index + match[0].length });
    }
  }
  return places;
}

/**
 * Properties: `tensor`, `version` (changes when the tensor's numbers did), `name`, `kind` (input, output or gradient),
 * `marked` (flat index or null). Fires `torchlet-mark` with `{ index, pinned }`.
 */
export class TorchletTensor extends LitElement {
  static properties = {
    tensor: { attribute: false },
    version: { attribute: false },
    name: { type: String },
    kind: { type: String },
    note: { type: String },
    marked: { attribute: false },
  };
  static styles = [
    tokens,
    base,
    css`
      :host([kind='input']) {
        --mark: var(--input);
      }
      :host([kind='output']) {
        --mark: var(--output);
      }
      :host([kind='gradient']) {
        --mark: var(--gradient);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.75rem;
        align-items: baseline;
        font-family: var(--mono);
        font-size: var(--small);
      }
      .name {
        color: var(--mark);
        font-weight: 700;
      }
      .size,
      .note {
        color: var(--grey);
      }
      .note {
        font-family: var(--text);
      }
      .panel {
        position: relative;
        margin-top: 0.25rem;
        padding: 0.25rem 0 0.25rem 0.625rem;
        overflow: auto;
        max-height: var(--tensor-height, 9.75rem);
        min-height: 1.625rem;
        border-left: 2px solid var(--mark);
        scrollbar-width: thin;
        cursor: default;
      }
      .text {
        position: relative;
        width: max-content;
        min-width: 100%;
      }
      pre {
        margin: 0;
        font: 0.75rem/1.125rem var(--mono);
        font-variant-numeric: tabular-nums;
        font-variant-ligatures: none;
      }
      .probe {
        position: absolute;
        visibility: hidden;
        font: 0.75rem/1.125rem var(--mono);
      }
      .mark {
        position: absolute;
        left: calc(var(--start) * 1ch);
        top: calc(var(--line) * 1.125rem);
        width: calc(var(--size) * 1ch);
        height: 1.125rem;
        font: 0.75rem/1.125rem var(--mono);
        pointer-events: none;
        outline: 1.5px solid var(--mark);
        outline-offset: 1px;
        border-radius: 2px;
        background: color-mix(in srgb, var(--mark) 16%, transparent);
      }
      .mark[hidden] {
        display: none;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import('../tensor.js').Tensor | null} */ this.tensor = null;
    /** @type {unknown} */ this.version = null;
    this.name = '';
    this.kind = 'input';
    this.note = '';
    /** @type {number | null} */ this.marked = null;
    /** @type {Place[]} */ this.places = [];
    this.text = '';
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!this.tensor || !(changed.has('tensor') || changed.has('version'))) return;
    this.text = String(this.tensor);
    this.places = placesOf(this.text, this.tensor.shape);
  }

  updated() {
    const mark = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.mark'));
    const place = this.places.find((p) => p.flat === this.marked);
    if (!mark) return;
    mark.hidden = place === undefined;
    if (!place) return;
    mark.style.setProperty('--start', String(place.start));
    mark.style.setProperty('--line', String(place.line));
    mark.style.setProperty('--size', String(place.end - place.start));
    this.reveal(mark);
  }

  /** Scrolls the panel, never the page. @param {HTMLElement} mark */
  reveal(mark) {
    const panel = /** @type {HTMLElement} */ (this.renderRoot.querySelector('.panel'));
    const above = mark.offsetTop - panel.scrollTop;
    if (above < 0 || above + mark.offsetHeight > panel.clientHeight)
      panel.scrollTop = mark.offsetTop - panel.clientHeight / 2;
    const before = mark.offsetLeft - panel.scrollLeft;
    if (before < 0 || before + mark.offsetWidth > panel.clientWidth)
      panel.scrollLeft = mark.offsetLeft - panel.clientWidth / 2;
  }

  /** @param {PointerEvent} event @returns {Place | undefined} */
  placeUnder(event) {
    const pre = /** @type {HTMLElement} */ (this.renderRoot.querySelector('pre'));
    const probe = /** @type {HTMLElement} */ (this.renderRoot.querySelector('.probe'));
    const box = pre.getBoundingClientRect();
    const column = (event.clientX - box.left) / (probe.getBoundingClientRect().width / 10);
    const line = Math.floor(((event.clientY - box.top) / box.height) * this.text.split('\n').length);
    return this.places.find((p) => p.line === line && column >= p.start - 1 && column < p.end + 1);
  }

  /** @param {number | null} index @param {boolean} pinned */
  tell(index, pinned) {
    // At once, not with the page's next frame: keys may come faster.
    this.marked = index;
    this.dispatchEvent(new CustomEvent('torchlet-mark', { detail: { index, pinned }, bubbles: true, composed: true }));
  }

  /** @param {PointerEvent} event */
  follow(event) {
    const index = this.placeUnder(event)?.flat ?? null;
    const isPress = event.type === 'pointerdown';
    if (index !== this.marked || isPress) this.tell(index, isPress);
  }

  /** @param {KeyboardEvent} event */
  steer(event) {
    const { places } = this;
    const at = places.findIndex((p) => p.flat === this.marked);
    const inLine = (/** @type {number} */ step) => {
      const here = places[at];
      const line = here.line + step;
      const row = places.filter((p) => p.line === line);
      const near = row.reduce(
        (best, p) => (Math.abs(p.end - here.end) < Math.abs(best.end - here.end) ? p : best),
        row[0],
      );
      return near ? places.indexOf(near) : at;
    };
    /** @type {Record<string, () => number>} */
    const moves = {
      ArrowRight: () => Math.min(at + 1, places.length - 1),
      ArrowLeft: () => Math.max(at - 1, 0),
      ArrowDown: () => (at < 0 ? 0 : inLine(1)),
      ArrowUp: () => (at < 0 ? 0 : inLine(-1)),
      Home: () => 0,
      End: () => places.length - 1,
    };
    if (event.key === 'Escape') this.tell(null, true);
    else if (event.key in moves && places.length > 0 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      this.tell(places[moves[event.key]()].flat, true);
    } else return;
    event.preventDefault();
  }

  render() {
    const { tensor } = this;
    const place =
      this.marked !== null && tensor ? `element [${indicesOf(tensor.shape, this.marked).join(', ')}] marked` : '';
    return html`
      <div class="head">
        <span class="name">${this.name}</span>
        <span class="size">${tensor ? String(tensor.shape) : ''}</span>
        <span class="note">${this.note}</span>
      </div>
      <div
        class="panel"
        part="panel"
        tabindex="0"
        role="group"
        aria-label="${this.name}, as PyTorch prints it; arrow keys walk through its numbers ${place}"
        @keydown=${this.steer}
        @pointerdown=${this.follow}
        @pointermove=${this.follow}
        @pointerleave=${() => this.tell(null, false)}
      >
        <div class="text"><span class="probe" aria-hidden="true">0000000000</span><pre>${this.text}</pre><span class="mark" hidden></span></div>
      </div>
    `;
  }
}
