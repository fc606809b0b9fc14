// The joint figure of an element-wise activation as an element: <torchlet-curve>, with a cursor for pointer, touch and keys.
/// <reference path="../drawing/d3.d.ts" />
import { tickStep } from 'd3-array';
import { html } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { kSingle } from '../drawing/elements.js';
import { joint, mark, namesOf } from '../drawing/joint.js';
import { halfWindow, layOut, nameOf } from '../drawing/scene.js';
import { nearest } from '../numbers/bins.js';
import { evaluateAt } from '../numbers/sample.js';
import { share } from '../text/numbers.js';
import { comparison, readout } from '../text/readings.js';
import { spoken } from '../text/readout.js';
import { curveStyles } from './curve_styles.js';
import { Gestures } from './gestures.js';
import { Part } from './part.js';
import { placeIn } from './pointer.js';
import { base, tokens } from './tokens.js';

/** What a scene depends on. */
const kLaidOut = ['result', 'room', 'stretch', 'compare', 'hide', 'window', 'differences'];
/** How near the pointer must come to an element to take it. */
const kReach = 7;

/**
 * A function's curve and slope, with the tensor that goes through it.
 *
 * Properties: `result` (from Model), `marked` (flat index of an element, or null), `stretch` (whether y has a scale of its own),
 * `compare` (functions beside it), `hide` (`f`, `slope`), `window` (from and to on x and on y, or null), `differences` (instead of
 * slopes), `arrows` (the gradient at each element). Fires `torchlet-mark` with `{ index, pinned }` when an element is pointed at
 * (index null when none is any more), and `torchlet-window` with `{ window, moving }` when a hand zooms or pans.
 */
/**
 * The x at a pixel, to the roundest number that a pixel can tell apart: so 1 can be met.
 * @param {import('../drawing/scene.js').Scale} scale
 * @param {number} pixel
 */
function roundPlace(scale, pixel) {
  const [[from, to], [left, right]] = [scale.domain(), scale.range()];
  // Twice as coarse as pixels are: the same place is met again.
  const step = tickStep(from, to, (right - left) / 2);
  const place = Number((Math.round(scale.invert(pixel) / step) * step).toPrecision(12));
  return Math.min(to, Math.max(from, place));
}

export class TorchletCurve extends Part {
  static properties = {
    result: { attribute: false },
    marked: { attribute: false },
    stretch: { type: Boolean },
    compare: { attribute: false },
    hide: { attribute: false },
    window: { attribute: false },
    differences: { type: Boolean },
    arrows: { type: Boolean },
    at: { state: true },
    room: { state: true },
  };
  static styles = [tokens, base, curveStyles];

  constructor() {
    super();
    /** @type {import('../numbers/model.js').Result | null} */ this.result = null;
    /** @type {number | null} */ this.marked = null;
    this.stretch = false;
    /** @type {import('../state/compared.js').Compared[]} */ this.compare = [];
    /** @type {string[]} */ this.hide = [];
    /** @type {import('../drawing/scene.js').Window | null} */ this.window = null;
    this.differences = false;
    this.arrows = false;
    /** Where the cursor is, on x; null while it is away. @type {number | null} */ this.at = null;
    /** What was pressed or walked to: a pointer that leaves gives it back. @type {number | null} */ this.kept = null;
    /** @type {{ width: number, height: number }} */ this.room = { width: 0, height: 0 };
    /** @type {import('../drawing/scene.js').Scene | null} */ this.scene = null;
    /** @type {ResizeObserver | undefined} */ this.observer = undefined;
    this.half = 5;
    this.gestures = new Gestures({
      window: () => this.window ?? (this.scene && [...this.scene.x.domain(), ...this.scene.y.domain()]),
      rooms: () => this.scene && { x: this.scene.x.range(), y: this.scene.y.range() },
      tell: (window, moving) => this.tellWindow(window, moving),
    });
  }

  connectedCallback() {
    super.connectedCallback();
    this.observer = new ResizeObserver(() => this.measure());
    this.updateComplete.then(() => {
      const stage = this.renderRoot.querySelector('.stage');
      if (stage) this.observer?.observe(stage);
      this.measure();
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.observer?.disconnect();
  }

  measure() {
    const stage = this.renderRoot.querySelector('.stage');
    if (!stage) return;
    const [width, height] = [stage.clientWidth, stage.clientHeight];
    if (width !== this.room.width || height !== this.room.height) this.room = { width, height };
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    const { result, room } = this;
    if (!result || room.width < 100) return;
    const before = /** @type {import('../numbers/model.js').Result | undefined} */ (changed.get('result'));
    const isOther = before?.activation !== result.activation || before?.input !== result.input;
    if (isOther || this.scene === null) this.half = halfWindow(result);
    const { stretch, compare, hide, window, differences: isDifference } = this;
    if (kLaidOut.some((name) => changed.has(name)))
      this.scene = layOut(result, this.half, { ...room, stretch, compare, hide, window, isDifference });
    // A change of function glides; a slider's does not, it is under the hand.
    this.toggleAttribute('gliding', before !== undefined && before.activation !== result.activation);
  }

  /** The point that is read: the marked element, else where the cursor is. */
  get point() {
    const { result, marked, at } = this;
    if (!result) return null;
    if (marked !== null && marked < result.input.numel()) {
      return {
        x: result.input.data[marked],
        y: result.output.data[marked],
        slope: result.slopes.data[marked],
        element: marked,
      };
    }
    if (at === null) return null;
    return { ...evaluateAt(result.activation, result.parameters, at), element: null };
  }

  /** @param {number | null} index @param {boolean} pinned */
  tell(index, pinned) {
    // At once, not with the page's next frame: keys may come faster.
    this.marked = index;
    this.dispatchEvent(new CustomEvent('torchlet-mark', { detail: { index, pinned }, bubbles: true, composed: true }));
  }

  /** @param {import('../drawing/scene.js').Window | null} window @param {boolean} moving */
  tellWindow(window, moving) {
    // At once, not with the page's next frame: keys may come faster.
    this.window = window;
    this.dispatchEvent(
      new CustomEvent('torchlet-window', { detail: { window, moving }, bubbles: true, composed: true }),
    );
  }

  /** Closer by a factor, around the point that is read or else the middle. @param {number} factor */
  zoom(factor) {
    this.gestures.zoom(factor, this.point && { x: this.point.x, y: this.point.y });
  }

  /** @param {PointerEvent} event */
  follow(event) {
    const { scene, result } = this;
    if (!scene || !result || this.gestures.follow(event)) return;
    const { x: px, y: py } = placeIn(event, /** @type {HTMLElement} */ (event.currentTarget));
    const [left, right] = scene.x.range();
    const index = px < left ? this.elementBeside(py) : this.elementAt(px);
    this.at = roundPlace(scene.x, Math.min(right, Math.max(left, px)));
    const isPress = event.type === 'pointerup';
    if (isPress) this.kept = index < 0 && px >= left ? this.at : null;
    if (index !== this.marked || isPress) this.tell(index < 0 ? null : index, isPress);
  }

  /** @param {number} px */
  elementAt(px) {
    const { scene, result } = this;
    if (!scene || !result || result.input.numel() > 20 * kSingle) return -1;
    const reach = kReach / Math.abs(scene.x(1) - scene.x(0));
    return nearest(result.input.data, scene.x.invert(px), reach);
  }

  /** The element whose output or gradient is beside a height. @param {number} py */
  elementBeside(py) {
    const { scene, result } = this;
    if (!scene || !result || result.input.numel() > 20 * kSingle) return -1;
    const isSlope = py > scene.slope.range()[1] - 4;
    const scale = isSlope ? scene.slope : scene.y;
    const values = isSlope ? result.slopes.data : result.output.data;
    return nearest(values, scale.invert(py), kReach / Math.abs(scale(1) - scale(0)));
  }

  /** @param {PointerEvent} [event] */
  leave(event) {
    // A finger that is lifted leaves the reading where it was.
    if (event?.pointerType === 'touch') return;
    const [from, to] = this.scene?.x.domain() ?? [0, 0];
    // Unless another function's window, or a nearer one, has it no more.
    this.at = this.kept !== null && this.kept >= from && this.kept <= to ? this.kept : null;
    this.tell(null, false);
  }

  /** @param {KeyboardEvent} event */
  steer(event) {
    const { scene, result } = this;
    if (!scene || !result || event.ctrlKey || event.metaKey || event.altKey) return;
    const [from, to] = scene.x.domain();
    const here = this.point?.x ?? 0;
    // A fiftieth of the window, as a round number: 0.1 while nothing is zoomed, or ten of them.
    const step = 10 ** Math.floor(Math.log10((to - from) / 50)) * (event.shiftKey ? 10 : 1);
    /** @type {Record<string, () => number>} */
    const moves = {
      ArrowRight: () => here + step,
      ArrowUp: () => here + step,
      ArrowLeft: () => here - step,
      ArrowDown: () => here - step,
      Home: () => from,
      End: () => to,
    };
    const ways = /** @type {Record<string, number>} */ ({ PageDown: 1, PageUp: -1 });
    if (event.key in moves) {
      this.at = this.reach(moves[event.key](), step);
      this.kept = this.at;
      this.tell(null, true);
    } else if (event.key === '+' || event.key === '=') this.zoom(2);
    else if (event.key === '-') this.zoom(0.5);
    else if (event.key === '0') {
      this.tellWindow(null, false);
    } else if (event.key in ways) {
      const count = result.input.numel();
      if (count > 0) this.tell(this.marked === null ? 0 : (this.marked + ways[event.key] + count) % count, true);
    } else if (event.key === 'Escape') {
      this.kept = null;
      this.leave();
      this.tell(null, true);
    } else return;
    event.preventDefault();
  }

  /**
   * A place for the cursor on whole steps; a window that a reader chose moves along, the usual one ends.
   * @param {number} place
   * @param {number} step
   */
  reach(place, step) {
    const scene = /** @type {import('../drawing/scene.js').Scene} */ (this.scene);
    const [from, to] = this.window ?? scene.x.domain();
    const whole = Number((Math.round(place / step) * step).toPrecision(12));
    const beyond = whole > to ? whole - to : whole < from ? whole - from : 0;
    if (this.window === null || beyond === 0) return Math.min(to, Math.max(from, whole));
    this.tellWindow([from + beyond, to + beyond, this.window[2], this.window[3]], false);
    return whole;
  }

  /** What is seen, in a sentence. */
  get summary() {
    const { result } = this;
    const place = (/** @type {number} */ x) => String(Number(x.toFixed(3)));
    const [from, to] = this.scene?.x.domain() ?? [-this.half, this.half];
    if (!result) return '';
    const { counts, activation, repr } = result;
    const regions = this.scene?.sample.regions ?? [];
    const named = regions.map((r) => `${r.kind} from ${place(r.from)} to ${place(r.to)}`);
    const kinds = /** @type {const} */ (['dead', 'saturated']).filter((kind) => counts[kind] > 0);
    const shares = kinds.map((kind) => `${share(counts[kind], counts.total)} elements are ${kind}`);
    return `Curve of ${repr} and its slope from x = ${place(from)} to ${place(to)}. ${this.compare.length ? `Compared with ${this.compare.map(nameOf).join(', ')}. ` : ''}${named.length ? `The slope is ${named.join(' and ')}. ` : ''}${shares.join(', ')}${shares.length ? '. ' : ''}${activation.asymptotes.length ? `Asymptotes ${activation.asymptotes.join(', ')}. ` : ''}The input has ${counts.total} ${counts.total === 1 ? 'element' : 'elements'}.`;
  }

  render() {
    const { scene, result, point } = this;
    const [from, to] = scene?.x.domain() ?? [0, 0];
    const words = point
      ? `x ${spoken(point.x)}, f of x ${spoken(point.y)}, slope ${spoken(point.slope)}${point.element === null ? '' : `, element ${point.element + 1} of ${result?.input.numel()}`}`
      : 'No point chosen. Arrow keys move along x, Page Up and Page Down from element to element.';
    return html`
      <div class="stage" part="stage">
        <svg role="img" aria-label=${this.summary} width=${this.room.width} height=${this.room.height}>
          ${scene && result ? guard([result, scene, this.arrows], () => joint(result, scene, this.arrows)) : ''} ${scene && point ? mark(scene, point, point.element !== null) : ''}
          ${scene && result ? guard([result, scene], () => namesOf(result, scene)) : ''}
        </svg>
        <div
          class="cursor-area"
          role="slider"
          tabindex="0"
          aria-label="Point on the curve"
          aria-valuemin=${from}
          aria-valuemax=${to}
          aria-valuenow=${point ? point.x : 0}
          aria-valuetext=${words}
          @pointermove=${this.follow}
          @pointerdown=${this.follow}
          @pointerup=${this.follow}
          @pointercancel=${this.follow}
          @pointerleave=${this.leave}
          @wheel=${{ handleEvent: (/** @type {WheelEvent} */ event) => this.gestures.wheel(event), passive: false }}
          @keydown=${this.steer}
        ></div>
      </div>
      ${readout(point, result)} ${result && scene ? comparison(result, scene, point) : ''}
    `;
  }
}
