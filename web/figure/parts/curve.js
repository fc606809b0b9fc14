// The joint figure of an element-wise activation as an element: <torchlet-curve>, with a cursor for pointer, touch and keys.
import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { kSingle } from '../drawing/curve/elements.js';
import { joint, mark, namesOf } from '../drawing/curve/joint.js';
import { halfWindow, layOut } from '../drawing/curve/scene.js';
import { nearest } from '../numbers/bins.js';
import { evaluateAt } from '../numbers/sample.js';
import { comparison } from '../text/readings.js';
import { spoken } from '../text/readout.js';
import { curveStyles } from './curve_styles.js';
import { curveInWords, pointInWords } from './curve_words.js';
import { Gestures } from './gestures.js';
import { Part } from './part.js';
import { placeIn } from './pointer.js';
import { isPlace, placeText, reading, readPlace } from './reading.js';
import { multiple, nextMultiple, snapped, tickDistance } from './snap.js';
import { base, boxes, tokens } from './tokens.js';

/** What a scene depends on. */
const kLaidOut = ['result', 'room', 'stretch', 'compare', 'hide', 'window', 'differences'];
/** How near beside the plot the pointer must come to an element's output or gradient to take it. */
const kReach = 7;

/**
 * A function's curve and slope, with the tensor that goes through it.
 *
 * Properties: `result` (from Model), `marked` (flat index of an element, or null), `stretch` (whether y has a scale of its own),
 * `compare` (functions beside it), `hide` (`f`, `slope`), `window` (from and to on x and on y, or null), `differences` (instead of
 * slopes), `arrows` (the gradient at each element), `playhead` (an x that is read while it is heard, or null), `description` (what
 * else keys do). Fires `torchlet-mark` with `{ index, pinned }` when an element is pointed at
 * (index null when none is any more), and `torchlet-window` with `{ window, moving }` when a hand zooms or pans.
 */
export class TorchletCurve extends Part {
  static properties = {
    result: { attribute: false },
    marked: { attribute: false },
    stretch: { type: Boolean },
    compare: { attribute: false },
    hide: {
      attribute: false,
      hasChanged: (/** @type {string[]} */ now, /** @type {string[]} */ before) => String(now) !== String(before),
    },
    window: { attribute: false },
    differences: { type: Boolean },
    arrows: { type: Boolean },
    playhead: { attribute: false },
    description: { type: String },
    at: { state: true },
    problem: { state: true },
    said: { state: true },
    room: { state: true },
    hasPicture: { state: true },
  };
  static styles = [tokens, base, boxes, curveStyles];

  constructor() {
    super();
    /** @type {import('../numbers/model.js').Result | null} */ this.result = null;
    /** @type {number | null} */ this.marked = null;
    this.stretch = false;
    /** @type {import('../state/compared.js').Compared[]} */ this.compare = [];
    /** @type {string[]} */ this.hide = [];
    /** @type {import('../drawing/curve/scene.js').Window | null} */ this.window = null;
    this.differences = false;
    this.arrows = false;
    /** What is heard now: it is read instead of what is marked. @type {number | null} */ this.playhead = null;
    this.description = '';
    /** Where the cursor is, on x; null while it is away. @type {number | null} */ this.at = null;
    /** What was pressed or walked to: a pointer that leaves gives it back. @type {number | null} */ this.kept = null;
    /** Whether that was typed: then it stays, whatever the window has. */ this.isTyped = false;
    /** What is wrong with the text in the box for x. */ this.problem = '';
    /** Whether that text is no place yet: then it stays as it was typed. */ this.isDraft = false;
    /** What a screen reader is told of what was typed. */ this.said = '';
    /** Whether the curve is on the screen: names, and a page's first box to type in, come with the next frame. */ this.hasPicture = false;
    /** @type {{ width: number, height: number }} */ this.room = { width: 0, height: 0 };
    /** @type {import('../drawing/curve/scene.js').Scene | null} */ this.scene = null;
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
    const { result, marked, playhead, at } = this;
    if (!result) return null;
    if (playhead !== null) return { ...evaluateAt(result.activation, result.parameters, playhead), element: null };
    if (marked !== null && marked < result.input.numel() && !this.isTyping) {
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

  /** @param {import('../drawing/curve/scene.js').Window | null} window @param {boolean} moving */
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
    if (!scene || !result || this.gestures.follow(event) || (this.isTyping && event.type === 'pointermove')) return;
    const { x: px, y: py } = placeIn(event, /** @type {HTMLElement} */ (event.currentTarget));
    const isBeside = px < scene.x.range()[0];
    const meant = snapped(scene, this.hasPlaces && !isBeside ? result.input.data : null, px);
    const index = isBeside ? this.elementBeside(py) : meant.element;
    this.at = meant.x;
    this.clearBox();
    const isPress = event.type === 'pointerup';
    if (isPress) this.keep(index < 0 && !isBeside ? this.at : null);
    if (index !== this.marked || isPress) this.tell(index < 0 ? null : index, isPress);
  }

  /** What a pointer that leaves gives back. @param {number | null} place @param {boolean} [isTyped] */
  keep(place, isTyped = false) {
    this.kept = place;
    this.isTyped = isTyped;
  }

  /** Whether the box for x holds what is being typed: nothing that is pointed at takes its place. */
  get isTyping() {
    return (this.isTyped || this.isDraft) && this.shadowRoot?.activeElement?.id === 'place';
  }

  /** Whether the elements are few enough to be pointed at. */
  get hasPlaces() {
    return this.result !== null && this.result.input.numel() <= 20 * kSingle;
  }

  /** The element whose output or gradient is beside a height. @param {number} py */
  elementBeside(py) {
    const { scene, result } = this;
    if (!scene || !result || !this.hasPlaces) return -1;
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
    const isKept = this.kept !== null && (this.isTyped || (this.kept >= from && this.kept <= to));
    this.at = isKept ? this.kept : null;
    this.tell(null, false);
  }

  /** @param {KeyboardEvent} event */
  steer(event) {
    const { scene, result } = this;
    if (!scene || !result || event.ctrlKey || event.metaKey || event.altKey) return;
    const [from, to] = scene.x.domain();
    // The cursor's own digits, not float32's.
    const here = (this.marked === null ? this.at : this.point?.x) ?? 0;
    const step = tickDistance(scene) / (event.shiftKey ? 1 : 10);
    /** @type {Record<string, () => number>} */
    const moves = {
      ArrowRight: () => nextMultiple(here, step, 1),
      ArrowUp: () => nextMultiple(here, step, 1),
      ArrowLeft: () => nextMultiple(here, step, -1),
      ArrowDown: () => nextMultiple(here, step, -1),
      Home: () => from,
      End: () => to,
    };
    const ways = /** @type {Record<string, number>} */ ({ PageDown: 1, PageUp: -1 });
    if (event.key in moves) {
      this.at = this.reach(moves[event.key](), step);
      this.keep(this.at);
      this.clearBox();
      this.tell(null, true);
    } else if (event.key === '+' || event.key === '=') this.zoom(2);
    else if (event.key === '-') this.zoom(0.5);
    else if (event.key === '0') {
      this.tellWindow(null, false);
    } else if (event.key in ways) {
      const count = result.input.numel();
      if (count > 0) this.tell(this.marked === null ? 0 : (this.marked + ways[event.key] + count) % count, true);
    } else if (event.key === 'Escape') {
      this.keep(null);
      this.clearBox();
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
    const scene = /** @type {import('../drawing/curve/scene.js').Scene} */ (this.scene);
    const [from, to] = this.window ?? scene.x.domain();
    const whole = multiple(place, step);
    const beyond = whole > to ? whole - to : whole < from ? whole - from : 0;
    if (this.window === null || beyond === 0) return Math.min(to, Math.max(from, whole));
    this.tellWindow([from + beyond, to + beyond, this.window[2], this.window[3]], false);
    return whole;
  }

  /** The box shows the reading again. */
  clearBox() {
    this.isDraft = false;
    this.problem = '';
    this.said = '';
  }

  /** An x is typed: it is read at once, and stays until something else is pointed at. @param {Event} event */
  type(event) {
    const isDone = event.type === 'change';
    const { x, problem = '' } = readPlace(/** @type {HTMLInputElement} */ (event.target).value, isDone);
    this.isDraft = x === undefined && !(isDone && problem === '');
    this.problem = problem;
    this.said = isDone ? problem : '';
    if (x === undefined) return this.requestUpdate();
    this.at = x;
    this.keep(x, true);
    this.tell(null, true);
    if (isDone) this.said = this.words;
  }

  /** Escape gives what was typed up. @param {KeyboardEvent} event */
  drop(event) {
    if (event.key !== 'Escape') return;
    this.clearBox();
    this.requestUpdate();
  }

  updated() {
    const box = /** @type {HTMLInputElement | null} */ (this.renderRoot.querySelector('#place'));
    if (!box) {
      if (this.scene) this.#whenShown();
      return;
    }
    const { point } = this;
    // What is being typed stays as it was typed: 0.10 is not made 0.1 under the hand.
    if (this.isDraft || (point && isPlace(box.value, point))) return;
    const text = placeText(point);
    if (box.value !== text) box.value = text;
  }

  #whenShown() {
    const done = () => {
      this.hasPicture = true;
    };
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
  }

  /** The point that is read, in words. */
  get words() {
    const { point, result, scene, playhead } = this;
    // Sixty readings a second are none for a voice.
    if (playhead !== null && scene) return `x ${scene.x.domain().map(spoken).join(' to ')}, being played`;
    return pointInWords(point, result?.input.numel() ?? 0);
  }

  /** What is seen, in a sentence. */
  get summary() {
    const { result, scene, half, compare } = this;
    return result ? curveInWords(result, scene, half, compare) : '';
  }

  render() {
    const { scene, result, point } = this;
    const [from, to] = scene?.x.domain() ?? [0, 0];
    const isOutside = point !== null && scene !== null && !(point.x >= from && point.x <= to);
    return html`
      <div class="stage" part="stage">
        <svg role="img" aria-label=${this.summary} width=${this.room.width} height=${this.room.height}>
          ${scene && result ? guard([result, scene, this.arrows], () => joint(result, scene, this.arrows)) : ''} ${scene && point ? mark(scene, point, point.element !== null) : ''}
          ${scene && result && this.hasPicture ? guard([result, scene], () => namesOf(result, scene)) : ''}
        </svg>
        <div
          class="cursor-area"
          role="slider"
          tabindex="0"
          aria-label="Point on the curve"
          aria-description=${this.description || nothing}
          aria-valuemin=${from}
          aria-valuemax=${to}
          aria-valuenow=${point ? Math.min(to, Math.max(from, point.x)) : 0}
          aria-valuetext=${this.words}
          @pointermove=${this.follow}
          @pointerdown=${this.follow}
          @pointerup=${this.follow}
          @pointercancel=${this.follow}
          @pointerleave=${this.leave}
          @wheel=${{ handleEvent: (/** @type {WheelEvent} */ event) => this.gestures.wheel(event), passive: false }}
          @keydown=${this.steer}
        ></div>
      </div>
      ${reading(point, result, { isThere: this.hasPicture, problem: this.problem, isOutside, type: this.type, drop: this.drop })}
      <p class="visually-hidden" role="status">${this.said}</p>
      ${result && scene ? comparison(result, scene, point) : ''}
    `;
  }
}
