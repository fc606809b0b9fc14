// The joint figure of a row-wise activation as an element: <torchlet-rows>: the tensor as cells, its slices along `dim`, one of them as bars.
import { html, LitElement, nothing, svg } from 'lit';
import { barsOf } from './bars.js';
import { finiteExtent } from './bins.js';
import { gridOf, sliceName, sliceThrough } from './grid.js';
import { isGated } from './drawn.js';
import { indicesOf, inputOfOutput, outputOf } from './model.js';
import { printed, rounded } from './readout.js';
import { rowsStyles } from './rows_styles.js';
import { areShares, isLogarithmic, outputWords, sumWords } from './shares.js';
import { base, tokens } from './tokens.js';

/**
 * @typedef {import('./grid.js').Grid} Grid
 * @typedef {import('./model.js').Result} Result
 */

const kNarrow = 460;

/**
 * Properties: `result` (from Model), `marked` (flat index or null). Fires `torchlet-mark` with `{ index, pinned }`, and
 * `torchlet-dim` with `{ dim }` when a dimension's name is pressed.
 */
export class TorchletRows extends LitElement {
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
      <p class="hint">Point at a cell for its slice, press it for its gradient.</p>
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
      Array.from(Array.prototype.slice.call(places, 0, 12), (flat) => printed(values[flat])).join(', ');
    const cut = flats.length > 12 ? ' and so on' : '';
    return `${result.repr} of a tensor of shape [${[...shape].join(', ')}], along dim ${result.dim}. ${name && `Slice ${name}: `}input ${list(result.input.data, flats)}${cut}; output ${list(result.output.data, outs)}${cut}${result.counts.nan > 0 ? '' : `; ${sumWords(result.activation)}`}.`;
  }

  /** @param {number} flat */
  wordsOf(flat) {
    const { input, output, gradient } = /** @type {Result} */ (this.result);
    return `[${indicesOf(input.shape, flat).join(', ')}]: input ${printed(input.data[flat])}, output ${printed(output.data[outputOf(input.shape, output.shape, flat)])}, gradient ${printed(gradient.data[flat])}`;
  }

  /** @param {Result} result @param {number} width @param {number} height */
  drawing(result, width, height) {
    const isNarrow = width < kNarrow;
    const gridWidth = isNarrow ? width : Math.floor((width - 28) * 0.56);
    const barsWidth = isNarrow ? width : width - 28 - gridWidth;
    const tall = isNarrow ? height * 0.47 : height;
    const grid = gridOf(result.input.shape, gridWidth, (tall - 76) / 2, true);
    const outGrid = isGated(result.activation) ? gridOf(result.output.shape, gridWidth, (tall - 76) / 2, true) : grid;
    const slice = sliceThrough(result.input.shape, result.dim, this.element);
    const name = sliceName(indicesOf(result.input.shape, this.element), result.dim);
    const toOutput = (/** @type {number} */ flat) => outputOf(result.input.shape, result.output.shape, flat);
    const cut = result.input.shape.findIndex((size, d) => grid.shown[d] < size);
    const cutWords = cut < 0 ? '' : `the first ${grid.shown.join(' × ')} drawn`;
    return html`
      <div class="grids ${isNarrow ? 'full' : ''}">
        <p class="title input">input <span class="quiet">${cutWords}</span></p>
        ${this.cells(result, grid, slice.flats, this.marked, 'input')}
        <p class="title output">output <span class="quiet">${result.counts.nan > 0 ? 'nan where nan or inf came in' : outputWords(result.activation, result.dim)}</span></p>
        ${this.cells(result, outGrid, slice.flats.map(toOutput), this.marked === null ? null : toOutput(this.marked), 'output')}
      </div>
      <div class="bars ${isNarrow ? 'full' : ''}">${barsOf(result, slice, name, this.marked, barsWidth, isNarrow ? height - tall : height)}</div>
    `;
  }

  /**
   * @param {Result} result
   * @param {Grid} grid
   * @param {Int32Array} chosen the slice that is looked at
   * @param {number | null} marked
   * @param {'input' | 'output'} kind
   */
  cells(result, grid, chosen, marked, kind) {
    const { cells, cellWidth: w, cellHeight: h, text } = grid;
    const values = result[kind].data;
    const [low, high] = finiteExtent(values) ?? [0, 1];
    // Shares are seen against 1, unless all are too small for that.
    const isShare = kind === 'output' && areShares(result.activation) && !isLogarithmic(result.activation);
    const toInput = (/** @type {number} */ flat) =>
      kind === 'input' ? flat : inputOfOutput(result.input.shape, result.output.shape, flat);
    const [least, most] = isShare ? [0, high < 0.1 ? high : 1] : [low, high];
    const strength = (/** @type {number} */ value) =>
      (0.05 + 0.42 * Math.min(1, Math.max(0, (value - least) / (most - least || 1)))).toFixed(3);
    const label = `${kind} as cells: ${grid.shown.join(' by ')}`;
    return svg`<svg role="img" aria-label=${label} width=${grid.width + 2} height=${grid.height + 3}>
      ${this.axisNames(grid, result.dim)}
      ${cells.map(({ flat, x, y }) => {
        const value = values[flat];
        return svg`<g class="cell ${kind} ${flat === marked ? 'marked' : ''}" data-flat=${toInput(flat)}>
          <rect x=${x + 0.5} y=${y + 0.5} width=${w - 1} height=${h - 1} fill-opacity=${Number.isNaN(value) ? 0 : strength(value)}></rect>
          ${text === 'none' ? nothing : svg`<text x=${x + w - 5} y=${y + h / 2 + 4} text-anchor="end">${text === 'full' ? printed(value) : rounded(value)}</text>`}
        </g>`;
      })}
      ${outlines(grid, result.dim, chosen, kind === 'input' && isGated(result.activation) ? result.input.shape[result.dim] / 2 : 0)}
      ${cells.filter((c) => c.flat === marked).map((c) => svg`<rect class="marker" x=${c.x + 1} y=${c.y + 1} width=${w - 2} height=${h - 2}></rect>`)}
    </svg>`;
  }

  /** @param {Grid} grid @param {number} dim */
  axisNames(grid, dim) {
    return svg`${grid.axes.map((axis) => {
      const isChosen = axis.dim === dim;
      const place = `translate(${axis.x} ${axis.y})${axis.isUpright ? ' rotate(-90)' : ''}`;
      return svg`<g class="dim ${isChosen ? 'chosen' : ''}" transform=${place} data-dim=${axis.dim} @pointerdown=${(/** @type {Event} */ e) => e.stopPropagation()} @click=${() => this.choose(axis.dim)}>
        <rect x="-32" y="-12" width="64" height="24"></rect>
        <text text-anchor="middle" y="4">${axis.isUpright ? '← ' : ''}dim ${axis.dim}${axis.isUpright ? '' : ' →'}</text>
      </g>`;
    })}`;
  }
}

/**
 * Each slice's outline, or each half's where a slice has two, where its cells lie side by side, else each cell's; the chosen slice's heavier, and joined.
 * @param {Grid} grid
 * @param {number} dim
 * @param {Int32Array} chosen
 * @param {number} half of a slice's length; 0 where it is whole
 */
function outlines({ cells, cellWidth: w, cellHeight: h, shown }, dim, chosen, half) {
  const rank = shown.length;
  const isWithin = dim >= rank - 2;
  const inSlice = new Set(chosen);
  /** @type {Map<string, { x: number, y: number, right: number, bottom: number, isChosen: boolean }>} */
  const boxes = new Map();
  for (const { flat, indices, x, y } of cells) {
    const key = isWithin
      ? indices.map((index, d) => (d === dim ? (half && index >= half ? 'b' : '') : index)).join()
      : String(flat);
    const box = boxes.get(key) ?? { x, y, right: x, bottom: y, isChosen: false };
    boxes.set(key, {
      x: Math.min(box.x, x),
      y: Math.min(box.y, y),
      right: Math.max(box.right, x + w),
      bottom: Math.max(box.bottom, y + h),
      isChosen: box.isChosen || inSlice.has(flat),
    });
  }
  const all = [...boxes.values()].sort((a, b) => Number(a.isChosen) - Number(b.isChosen));
  const path = cells
    .filter((c) => inSlice.has(c.flat))
    .map((c, i) => `${i ? 'L' : 'M'}${c.x + 5} ${c.y + h - 4}`)
    .join('');
  return svg`${isWithin ? nothing : svg`<path class="joint" d=${path}></path>`}
    ${all.map((b) => svg`<rect class="slice ${b.isChosen ? 'chosen' : ''}" x=${b.x + 1} y=${b.y + 1} width=${b.right - b.x - 2} height=${b.bottom - b.y - 2} rx="3"></rect>`)}`;
}
