// A tensor's printed text as an element: <torchlet-tensor>; its numbers can be pointed at, walked by keys and marked.
import { html } from 'lit';
import { cellsOf } from '../drawing/rows/cells.js';
import { gridOf } from '../drawing/rows/grid.js';
import { finiteExtent } from '../numbers/bins.js';
import { indicesOf, shownElements } from '../numbers/places.js';
import { grouped } from '../text/numbers.js';
import { Part } from './part.js';
import { printedStyles } from './printed_styles.js';
import { base, tokens } from './tokens.js';

/**
 * @typedef {{ flat: number, line: number, start: number, end: number }} Place of a number in the text
 */

/** A cell's width in which every usual number fits, and how tall cells may stand together. */
const kCell = 58;
const kHeatHeight = 150;
const kHeatPad = 24;
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
 * `marked` (flat index or null), `cells` (whether the numbers stand in shaded cells instead of PyTorch's text). Fires `torchlet-mark` with `{ index, pinned }`.
 */
export class TorchletTensor extends Part {
  static properties = {
    tensor: { attribute: false },
    version: { attribute: false },
    name: { type: String },
    kind: { type: String },
    note: { type: String },
    marked: { attribute: false },
    cells: { type: Boolean },
    room: { state: true },
  };
  static styles = [tokens, base, printedStyles];

  constructor() {
    super();
    /** @type {import('../numbers/shaped_array.js').ShapedArray | null} */ this.tensor = null;
    /** @type {unknown} */ this.version = null;
    this.name = '';
    this.kind = 'input';
    this.note = '';
    /** @type {number | null} */ this.marked = null;
    /** @type {Place[]} */ this.places = [];
    this.text = '';
    this.cells = false;
    /** Where the panel was before it followed a mark. @type {{ left: number, top: number } | null} */ this.rest = null;
    /** What is not drawn, in words. */ this.cut = '';
    /** Pixels across. */ this.room = 0;
    /** @type {ResizeObserver | undefined} */ this.observer = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.observer = new ResizeObserver(([{ contentRect }]) => {
      this.room = Math.floor(contentRect.width);
    });
    this.observer.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.observer?.disconnect();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!this.tensor || !(changed.has('tensor') || changed.has('version'))) return;
    this.text = String(this.tensor);
    this.places = placesOf(this.text, this.tensor.shape);
  }

  updated() {
    const mark = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.mark'));
    const place = this.cells ? undefined : this.places.find((p) => p.flat === this.marked);
    if (!mark) return;
    mark.hidden = place === undefined;
    if (!place) return this.restore();
    mark.style.setProperty('--start', String(place.start));
    mark.style.setProperty('--line', String(place.line));
    mark.style.setProperty('--size', String(place.end - place.start));
    this.reveal(mark);
  }

  get panel() {
    return /** @type {HTMLElement} */ (this.renderRoot.querySelector('.panel'));
  }

  restore() {
    if (this.rest) this.panel.scrollTo({ ...this.rest, behavior: 'instant' });
    this.rest = null;
  }

  /** Scrolls the panel, never the page. @param {HTMLElement} mark */
  reveal(mark) {
    const panel = this.panel;
    this.rest ??= { left: panel.scrollLeft, top: panel.scrollTop };
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
    const cell = /** @type {Element} */ (event.target).closest('[data-flat]');
    const inCells = cell ? Number(cell.getAttribute('data-flat')) : null;
    const index = this.cells ? inCells : (this.placeUnder(event)?.flat ?? null);
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
    else if (this.cells && this.columns > 0 && event.key in moves) this.walk(event.key);
    else if (event.key in moves && places.length > 0 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      this.tell(places[moves[event.key]()].flat, true);
    } else return;
    event.preventDefault();
  }

  /** Cells in a row: a vector is wrapped. */
  get columns() {
    const shape = this.tensor?.shape ?? [];
    const most = Math.max(1, Math.floor((this.room - kHeatPad) / kCell));
    return shape.length > 1 ? shape[shape.length - 1] : Math.min(most, Math.max(1, shape[0] ?? 1));
  }

  /** From cell to cell. @param {string} key */
  walk(key) {
    const last = (this.tensor?.numel() ?? 0) - 1;
    const at = this.marked ?? -1;
    const steps = /** @type {Record<string, number>} */ ({
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: this.columns,
      ArrowUp: -this.columns,
    });
    const goal = key === 'Home' ? 0 : key === 'End' ? last : at < 0 ? 0 : at + steps[key];
    if (goal >= 0 && goal <= last) this.tell(goal, true);
  }

  /** The tensor as cells, the darker the larger. @param {import('../numbers/shaped_array.js').ShapedArray} tensor */
  heat(tensor) {
    const count = tensor.numel();
    const { columns } = this;
    const shape = tensor.shape.length > 1 ? tensor.shape : [Math.ceil(count / columns), columns];
    const grid = gridOf(shape, this.room - kHeatPad, kHeatHeight, false);
    const cells = grid.cells.filter((cell) => cell.flat < count);
    this.cut = cells.length < count ? `the first ${grouped(cells.length)} of ${grouped(count)} in cells` : '';
    const drawing = cellsOf(
      tensor.data,
      { ...grid, cells },
      {
        kind: this.kind,
        span: finiteExtent(Float32Array.from(cells, ({ flat }) => tensor.data[flat])) ?? [0, 1],
        marked: this.marked,
        label: `${this.name} as cells, the darker the larger ${this.cut}`,
      },
    );
    return html`<div class="heat">${drawing}</div><pre class="visually-hidden">${this.text}</pre><span class="mark" hidden></span>`;
  }

  /** As PyTorch prints it. */
  printed() {
    return html`<div class="text"><span class="probe" aria-hidden="true">0000000000</span><pre>${this.text}</pre><span class="mark" hidden></span></div>`;
  }

  render() {
    const { tensor } = this;
    this.cut = '';
    const inside = this.cells && tensor && tensor.numel() > 0 && this.room > 60 ? this.heat(tensor) : this.printed();
    const place =
      this.marked !== null && tensor ? `element [${indicesOf(tensor.shape, this.marked).join(', ')}] marked` : '';
    return html`
      <div class="head">
        <span class="name">${this.name}</span>
        <span class="size">${tensor ? String(tensor.shape) : ''}</span>
        <span class="note">${[this.note, this.cut].filter(Boolean).join('; ')}</span>
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
        ${inside}
      </div>
    `;
  }
}
