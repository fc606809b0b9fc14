// The joint figure of an element-wise activation as an element: <torchlet-curve>, with a cursor for pointer, touch and keys.
import { html, LitElement } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { nearest } from './bins.js';
import { curveStyles } from './curve_styles.js';
import { kSingle } from './elements.js';
import { joint, mark } from './joint.js';
import { elementName } from './model.js';
import { share } from './numbers.js';
import { printed } from './readout.js';
import { evaluateAt } from './sample.js';
import { halfWindow, layOut } from './scene.js';
import { base, tokens } from './tokens.js';

/** How near the pointer must come to an element to take it. */
const kReach = 7;

/**
 * A function's curve and slope, with the tensor that goes through it.
 *
 * Properties: `result` (from Model), `marked` (flat index of an element, or null), `stretch` (whether y has a scale of its own).
 * Fires `torchlet-mark` with `{ index, pinned }` when an element is pointed at (index null when none is any more).
 */
export class TorchletCurve extends LitElement {
  static properties = {
    result: { attribute: false },
    marked: { attribute: false },
    stretch: { type: Boolean },
    at: { state: true },
    room: { state: true },
  };
  static styles = [tokens, base, curveStyles];

  constructor() {
    super();
    /** @type {import('./model.js').Result | null} */ this.result = null;
    /** @type {number | null} */ this.marked = null;
    this.stretch = false;
    /** Where the cursor is, on x; null while it is away. @type {number | null} */ this.at = null;
    /** @type {{ width: number, height: number }} */ this.room = { width: 0, height: 0 };
    /** @type {import('./scene.js').Scene | null} */ this.scene = null;
    /** @type {ResizeObserver | undefined} */ this.observer = undefined;
    this.half = 5;
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
    const before = /** @type {import('./model.js').Result | undefined} */ (changed.get('result'));
    const isOther = before?.activation !== result.activation || before?.input !== result.input;
    if (isOther || this.scene === null) this.half = halfWindow(result);
    if (changed.has('result') || changed.has('room') || changed.has('stretch')) {
      this.scene = layOut(result, this.half, { ...room, stretch: this.stretch });
    }
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
        slope: result.gradient.data[marked],
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

  /** @param {PointerEvent} event */
  follow(event) {
    const { scene, result } = this;
    if (!scene || !result) return;
    const box = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
    const [px, py] = [event.clientX - box.left, event.clientY - box.top];
    const [left, right] = scene.x.range();
    const index = px < left ? this.elementBeside(py) : this.elementAt(px);
    this.at = scene.x.invert(Math.min(right, Math.max(left, px)));
    const isPress = event.type === 'pointerdown';
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
    const values = isSlope ? result.gradient.data : result.output.data;
    return nearest(values, scale.invert(py), kReach / Math.abs(scale(1) - scale(0)));
  }

  /** @param {PointerEvent} [event] */
  leave(event) {
    // A finger that is lifted leaves the reading where it was.
    if (event?.pointerType === 'touch') return;
    this.at = null;
    this.tell(null, false);
  }

  /** @param {KeyboardEvent} event */
  steer(event) {
    const { scene, result } = this;
    if (!scene || !result || event.ctrlKey || event.metaKey || event.altKey) return;
    const [from, to] = scene.x.domain();
    const here = this.point?.x ?? 0;
    const step = event.shiftKey ? 1 : 0.1;
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
      const place = Math.round(moves[event.key]() * 10) / 10;
      this.at = Math.min(to, Math.max(from, place));
      this.tell(null, true);
    } else if (event.key in ways) {
      const count = result.input.numel();
      if (count > 0) this.tell(this.marked === null ? 0 : (this.marked + ways[event.key] + count) % count, true);
    } else if (event.key === 'Escape') {
      this.leave();
      this.tell(null, true);
    } else return;
    event.preventDefault();
  }

  /** What is seen, in a sentence. */
  get summary() {
    const { result } = this;
    const place = (/** @type {number} */ x) => String(Number(x.toFixed(3)));
    const half = place(this.scene?.x.domain()[1] ?? this.half);
    if (!result) return '';
    const { counts, activation, repr } = result;
    const regions = this.scene?.sample.regions ?? [];
    const named = regions.map((r) => `${r.kind} from ${place(r.from)} to ${place(r.to)}`);
    const kinds = /** @type {const} */ (['dead', 'saturated']).filter((kind) => counts[kind] > 0);
    const shares = kinds.map((kind) => `${share(counts[kind], counts.total)} elements are ${kind}`);
    return `Curve of ${repr} and its slope from x = -${half} to ${half}. ${named.length ? `The slope is ${named.join(' and ')}. ` : ''}${shares.join(', ')}${shares.length ? '. ' : ''}${activation.asymptotes.length ? `Asymptotes ${activation.asymptotes.join(', ')}. ` : ''}The input has ${counts.total} ${counts.total === 1 ? 'element' : 'elements'}.`;
  }

  render() {
    const { scene, result, point } = this;
    const [from, to] = scene?.x.domain() ?? [0, 0];
    const words = point
      ? `x ${printed(point.x)}, f of x ${printed(point.y)}, slope ${printed(point.slope)}${point.element === null ? '' : `, element ${point.element + 1} of ${result?.input.numel()}`}`
      : 'No point chosen. Arrow keys move along x, Page Up and Page Down from element to element.';
    return html`
      <div class="stage" part="stage">
        <svg role="img" aria-label=${this.summary} width=${this.room.width} height=${this.room.height}>
          ${scene && result ? guard([result, scene], () => joint(result, scene)) : ''} ${scene && point ? mark(scene, point, point.element !== null) : ''}
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
          @pointerleave=${this.leave}
          @keydown=${this.steer}
        ></div>
      </div>
      ${readout(point, result)}
    `;
  }
}

/**
 * The three numbers at a fixed place, so that nothing moves while they change.
 * @param {TorchletCurve['point']} point
 * @param {import('./model.js').Result | null} result
 */
function readout(point, result) {
  const element = point?.element ?? null;
  const nameOf = (/** @type {string} */ tensor, /** @type {string} */ other) =>
    element === null || !result ? other : elementName(tensor, result.input.shape, element);
  const cell = (/** @type {string} */ kind, /** @type {string} */ label, /** @type {number} */ value) =>
    html`<span class="cell ${kind}"><span class="label">${label}</span><span class="value">${printed(value)}</span></span>`;
  if (!point) {
    return html`<div class="readout" part="readout" aria-hidden="true">
      <span class="hint">Point, or use the arrow keys, to read x, f(x), <span class="whole">f′(x)</span>.</span>
    </div>`;
  }
  return html`<div class="readout" part="readout" aria-hidden="true">
    ${cell('input', nameOf('input', 'x'), point.x)} ${cell('output', nameOf('output', 'f(x)'), point.y)}
    ${cell('gradient', 'f′(x)', point.slope)}
  </div>`;
}
