// The joint figure of a row-wise activation as an element: <torchlet-rows>: the tensor as cells, its slices along `dim`, one of them as bars.
import { html, nothing } from 'lit';
import { sliceName, sliceThrough } from '../drawing/rows/grid.js';
import { rowParts } from '../drawing/rows/row_parts.js';
import { indicesOf, outputOf } from '../numbers/places.js';
import { sumWords } from '../numbers/shares.js';
import { spoken } from '../text/readout.js';
import { Part } from './part.js';
import { rowsStyles } from './rows_styles.js';
import { base, tokens } from './tokens.js';

/**
 * @typedef {import('../numbers/model.js').Result} Result
 */

const kNarrow = 460;

/**
 * Properties: `result` (from Model), `marked` (flat index or null). Fires `torchlet-mark` with `{ index, pinned }`, and
 * `torchlet-dim` with `{ dim }` when a dimension's name is pressed.
 */
export class TorchletRows extends Part {
  static properties = {
    result: { attribute: false },
    marked: { attribute: false },
    width: { state: true },
    height: { state: true },
  };
  static styles = [tokens, base, rowsStyles];

  constructor() {
    super();
    /** @type {Result | null} */ this.result = null;
    /** @type {number | null} */ this.marked = null;
    this.width = 0;
    this.height = 0;
    /** @type {ResizeObserver | undefined} */ this.observer = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.observer = new ResizeObserver(() => {
      const stage = this.renderRoot.querySelector('.stage');
      this.width = stage?.clientWidth ?? 0;
      this.height = stage?.clientHeight ?? 0;
    });
    this.updateComplete.then(() => {
      const stage = this.renderRoot.querySelector('.stage');
      if (stage) this.observer?.observe(stage);
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.observer?.disconnect();
  }

  /** @param {number | null} index @param {boolean} pinned */
  tell(index, pinned) {
    // At once, not with the page's next frame: keys may come faster.
    this.marked = index;
    this.dispatchEvent(new CustomEvent('torchlet-mark', { detail: { index, pinned }, bubbles: true, composed: true }));
  }

  /** @param {number} dim */
  choose(dim) {
    this.dispatchEvent(new CustomEvent('torchlet-dim', { detail: { dim }, bubbles: true, composed: true }));
  }

  /** @param {PointerEvent} event */
  follow(event) {
    const target = /** @type {Element} */ (event.target).closest('[data-flat]');
    const isPress = event.type === 'pointerdown';
    if (!target && isPress) return;
    const index = target ? Number(target.getAttribute('data-flat')) : null;
    if (index !== this.marked || isPress) this.tell(index, isPress);
  }

  /** The element that is looked at: the marked one, else the one whose gradient is shown. */
  get element() {
    const count = this.result?.input.numel() ?? 0;
    const index = this.marked ?? this.result?.chosen ?? 0;
    return Math.min(index, Math.max(0, count - 1));
  }

  /** @param {KeyboardEvent} event */
  steer(event) {
    const { result } = this;
    if (!result || event.ctrlKey || event.metaKey || event.altKey) return;
    const { shape } = result.input;
    const count = result.input.numel();
    const rank = shape.length;
    const row = rank > 0 ? shape[rank - 1] : 1;
    const block = rank > 1 ? row * shape[rank - 2] : row;
    const steps = /** @type {Record<string, number>} */ ({
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: row,
      ArrowUp: -row,
      PageDown: block,
      PageUp: -block,
    });
    const goals = /** @type {Record<string, number>} */ ({ Home: 0, End: count - 1 });
    const goal = event.key in goals ? goals[event.key] : event.key in steps ? this.element + steps[event.key] : -1;
    if (!(event.key in steps || event.key in goals)) return;
    event.preventDefault();
    if (goal >= 0 && goal < count) this.tell(goal, true);
  }

  render() {
    const { result, width, height } = this;
    const element = this.element;
    const words = result && result.input.numel() > 0 ? this.wordsOf(element) : '';
    return html`
      <div
        class="stage"
        part="stage"
        role="slider"
        tabindex="0"
        aria-label="Element of the tensor; arrow keys move from cell to cell"
        aria-valuemin="0"
        aria-valuemax=${Math.max(0, (result?.input.numel() ?? 1) - 1)}
        aria-valuenow=${element}
        aria-valuetext=${words}
        @keydown=${this.steer}
        @pointermove=${this.follow}
        @pointerdown=${this.follow}
        @pointerleave=${() => this.tell(null, false)}
      >
        ${result && width > 100 && result.input.numel() > 0 ? this.drawing(result, width, height) : nothing}
        ${result && result.input.numel() === 0 ? html`<p class="empty">A tensor without elements has no slices to draw.</p>` : nothing}
      </div>
      <p class="hint">Point at a cell for its slice, press it for its gradient, or a dim to go along it.</p>
      <p class="visually-hidden">${this.summary}</p>
    `;
  }

  /** What is seen, in a sentence. */
  get summary() {
    const { result } = this;
    if (!result || result.input.numel() === 0) return '';
    const { shape } = result.input;
    const { flats } = sliceThrough(shape, result.dim, this.element);
    const name = sliceName(indicesOf(shape, this.element), result.dim);
    const outs = [...new Set(Array.from(flats, (flat) => outputOf(shape, result.output.shape, flat)))];
    const list = (/** @type {Float32Array} */ values, /** @type {ArrayLike<number>} */ places) =>
      Array.from(Array.prototype.slice.call(places, 0, 12), (flat) => spoken(values[flat])).join(', ');
    const cut = flats.length > 12 ? ' and so on' : '';
    return `${result.repr} of a tensor of shape [${[...shape].join(', ')}], along dim ${result.dim}. ${name && `Slice ${name}: `}input ${list(result.input.data, flats)}${cut}; output ${list(result.output.data, outs)}${cut}${result.counts.nan > 0 ? '' : `; ${sumWords(result.activation)}`}.`;
  }

  /** @param {number} flat */
  wordsOf(flat) {
    const { input, output, gradient } = /** @type {Result} */ (this.result);
    return `[${indicesOf(input.shape, flat).join(', ')}]: input ${spoken(input.data[flat])}, output ${spoken(output.data[outputOf(input.shape, output.shape, flat)])}, gradient ${spoken(gradient.data[flat])}`;
  }

  /** @param {Result} result @param {number} width @param {number} height */
  drawing(result, width, height) {
    const isNarrow = width < kNarrow;
    const parts = rowParts(result, this.element, this.marked, {
      width,
      height,
      isNarrow,
      choose: (dim) => this.choose(dim),
    });
    const heading = (/** @type {string} */ kind, /** @type {string} */ title, /** @type {string} */ note) =>
      html`<p class="title ${kind}">${title} <span class="quiet">${note}</span></p>`;
    return html`
      <div class="grids ${isNarrow || parts.isAbreast ? 'full' : ''}">${parts.grids.map((g) => html`${heading(g.kind, g.title, g.note)} ${g.drawing}`)}</div>
      <div class="bars ${isNarrow ? 'full' : parts.isAbreast ? 'full abreast' : ''}">
        ${parts.bars.map(
          (b) =>
            html`<div>${heading(b.kind, b.title, b.note)} ${b.drawing}
            ${b.sum ? html`<p class="sum"><span>${b.sum.words}</span> <span class="number">${b.sum.value}</span></p>` : nothing}</div>`,
        )}
      </div>
    `;
  }
}
