// Zooming and panning a plot by hand: a mouse that drags, two fingers, the wheel with a modifier.
import { placeIn } from './pointer.js';

/**
 * @typedef {import('../drawing/curve/scene.js').Window} Window
 * @typedef {object} Plot
 * @property {() => number[] | null} window what is seen: from and to on x, then on y
 * @property {() => { x: number[], y: number[] } | null} rooms its edges in pixels: left, right; bottom, top
 * @property {(window: Window, moving: boolean) => void} tell
 */

/** So far a hand may tremble in pressing. */
const kTremble = 5;
/** Narrower than this, neighbouring float32 lie apart; wider, nothing is seen. */
const kNarrowest = 1e-4;
const kWidest = 1e5;

/** @param {Window} window @param {number} factor closer @param {{ x: number, y: number }} at stays where it is @returns {Window} */
export function zoomed([x0, x1, y0, y1], factor, { x, y }) {
  const least = (kNarrowest * Math.max(1, Math.abs(x))) / (x1 - x0);
  const by = Math.min(kWidest / (x1 - x0), Math.max(least, 1 / factor));
  const around = (/** @type {number} */ end, /** @type {number} */ middle) => middle + (end - middle) * by;
  return [around(x0, x), around(x1, x), around(y0, y), around(y1, y)];
}

export class Gestures {
  /** @type {Map<number, { x: number, y: number }>} */ #pointers = new Map();
  /** @type {{ x: number, y: number, window: Window } | null} */ #drag = null;
  #isDragging = false;
  /** @type {{ distance: number, window: Window } | null} */ #pinch = null;

  /** @param {Plot} plot */
  constructor(plot) {
    this.plot = plot;
  }

  /** @param {number} factor closer @param {{ x: number, y: number } | null} at @param {boolean} [moving] */
  zoom(factor, at, moving = false) {
    const window = /** @type {Window | null} */ (this.plot.window());
    if (!window) return;
    const middle = { x: (window[0] + window[1]) / 2, y: (window[2] + window[3]) / 2 };
    this.plot.tell(zoomed(window, factor, at ?? middle), moving);
  }

  /** What stands under a pixel. @param {number} px @param {number} py */
  #under(px, py) {
    const window = /** @type {Window} */ (this.plot.window());
    const { x, y } = /** @type {{ x: number[], y: number[] }} */ (this.plot.rooms());
    const part = (/** @type {number} */ at, /** @type {number[]} */ [a, b]) => (b === a ? 0.5 : (at - a) / (b - a));
    return {
      x: window[0] + part(px, x) * (window[1] - window[0]),
      y: window[2] + part(py, y) * (window[3] - window[2]),
    };
  }

  /** @param {WheelEvent} event */
  wheel(event) {
    // The wheel alone scrolls the page; a pad's pinch comes with the control key.
    if (!(event.ctrlKey || event.metaKey) || !this.plot.window()) return;
    event.preventDefault();
    const { x, y } = placeIn(event, /** @type {HTMLElement} */ (event.currentTarget));
    const at = this.#under(x, y);
    const lines = event.deltaMode === 1 ? 16 : 1;
    this.zoom(Math.exp(-0.003 * Math.max(-200, Math.min(200, event.deltaY * lines))), at);
  }

  /** @param {PointerEvent} event @returns {boolean} whether the plot is being moved, and the event is no reading */
  follow(event) {
    const area = /** @type {HTMLElement} */ (event.currentTarget);
    const place = placeIn(event, area);
    if (event.type === 'pointerup' || event.type === 'pointercancel') return this.#lift(event);
    const isDown = event.type === 'pointerdown';
    if (isDown || this.#pointers.has(event.pointerId)) this.#pointers.set(event.pointerId, place);
    if (event.pointerType === 'touch') return this.#fingers();
    if (isDown && event.button === 0) {
      this.#drag = { ...place, window: /** @type {Window} */ (this.plot.window()) };
      area.setPointerCapture?.(event.pointerId);
    }
    return this.#drag !== null && event.buttons !== 0 && this.#pull(place);
  }

  /** @param {{ x: number, y: number }} place */
  #pull(place) {
    const rooms = this.plot.rooms();
    const drag = /** @type {{ x: number, y: number, window: Window }} */ (this.#drag);
    if (!rooms || !drag.window) return false;
    const [dx, dy] = [place.x - drag.x, place.y - drag.y];
    if (!this.#isDragging && Math.hypot(dx, dy) < kTremble) return false;
    this.#isDragging = true;
    const [x0, x1, y0, y1] = drag.window;
    const per = (/** @type {number[]} */ [a, b], /** @type {number} */ size) => (b === a ? 0 : size / (b - a));
    const [mx, my] = [dx * per(rooms.x, x1 - x0), dy * per(rooms.y, y1 - y0)];
    this.plot.tell([x0 - mx, x1 - mx, y0 - my, y1 - my], true);
    return true;
  }

  /** Two fingers: their distance is the zoom. */
  #fingers() {
    if (this.#pointers.size !== 2) return false;
    const [a, b] = [...this.#pointers.values()];
    const distance = Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));
    this.#pinch ??= { distance, window: /** @type {Window} */ (this.plot.window()) };
    const at = this.#under((a.x + b.x) / 2, (a.y + b.y) / 2);
    this.plot.tell(zoomed(this.#pinch.window, distance / this.#pinch.distance, at), true);
    return true;
  }

  /** @param {PointerEvent} event */
  #lift(event) {
    this.#pointers.delete(event.pointerId);
    const wasMoved = this.#isDragging || this.#pinch !== null;
    const window = /** @type {Window | null} */ (this.plot.window());
    // The gesture ends where it is.
    if (wasMoved && window && this.#pointers.size === 0) this.plot.tell(window, false);
    this.#drag = null;
    this.#isDragging = false;
    if (this.#pointers.size === 0) this.#pinch = null;
    return wasMoved || event.type === 'pointercancel';
  }
}
