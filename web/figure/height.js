// The height that an author gives a figure: a length is the drawing's, a percentage the whole figure's.
import { hasSize } from './size.js';

/** Whether styles may ask for an element's own states. */
const hasStates = globalThis.CSS?.supports?.('selector(:state(shared))') ?? false;

/** Of a text that is no length, so much is quoted. */
const kQuoted = 40;
/** Longer than any sum of lengths that an author writes. */
const kLongest = 500;

/**
 * What the attribute says.
 * @param {string | null} text
 * @returns {{ length?: string, share?: string, problem?: string }} nothing of these: as its width says
 */
function readHeight(text) {
  const word = text?.trim() ?? '';
  if (word === '' || word === 'auto') return {};
  const problem = `height: no length: ${word.slice(0, kQuoted)}`;
  if (word.length > kLongest) return { problem };
  const length = /^\d+(\.\d+)?$/.test(word) ? `${word}px` : word;
  // An offset takes lengths alone.
  if (CSS.supports('outline-offset', length)) return { length };
  if (word.includes('%') && CSS.supports('height', word)) return { share: word };
  return { problem };
}

/** Of a parent without a height of its own a percentage is nothing, and any other one the same. @param {HTMLElement} element */
function isOfParent(element) {
  const { height } = element.style;
  const before = element.offsetHeight;
  // By a pixel, which moves no page.
  element.style.height = `calc(${height} - 1px)`;
  const isOther = element.offsetHeight !== before;
  element.style.height = height;
  return isOther;
}

/** Whether a page's style gives the element a part of its parent's height. @param {HTMLElement} element */
function hasShare(element) {
  const style = element.computedStyleMap?.();
  const { height, maxHeight } = element.style;
  const heights = style ? [style.get('height'), style.get('max-height')] : [height, maxHeight];
  return heights.join().includes('%');
}

/** @type {ResizeObserver | undefined} */ let observer;
/** @type {WeakMap<Element, Height>} */ const heights = new WeakMap();

/** After a layout, when asking for styles costs none. @param {Element} element */
function observe(element) {
  observer ??= new ResizeObserver((entries) => {
    for (const { target } of entries) heights.get(target)?.look();
  });
  observer.observe(element);
}

/** The height of one figure, and what is wrong with it. By the object model: a strict policy bars style attributes. */
export class Height {
  #states;
  #isShare = false;
  problem = '';

  /** @param {HTMLElement & { height: string | null }} element */
  constructor(element) {
    this.element = element;
    heights.set(element, this);
    this.#states = hasStates ? element.attachInternals().states : undefined;
  }

  /**
   * Sets what the attribute says, and whether margins are left.
   * @param {HTMLElement} room in which the figure is drawn
   * @returns {boolean} whether there is another problem than before
   */
  apply(room) {
    const { element, problem } = this;
    const { length = '', share = '', problem: unread = '' } = readHeight(element.height);
    room.style.setProperty('--height', length);
    this.problem = unread || this.#take(share);
    this.#mark('captioned', element.parentElement?.localName === 'figure');
    return this.problem !== problem;
  }

  /** Follows the page's style while the element is in it. @param {boolean} isThere */
  follow(isThere) {
    if (!hasStates) return;
    if (isThere) observe(this.element);
    else observer?.unobserve(this.element);
  }

  /** Changes nothing within an observer's call: sizes would change under it. */
  look() {
    const isShared = hasShare(this.element);
    if (isShared !== this.#states?.has('shared')) requestAnimationFrame(() => this.#mark('shared', isShared));
  }

  /** @param {string} state for styles @param {boolean} isSo */
  #mark(state, isSo) {
    if (isSo) this.#states?.add(state);
    else this.#states?.delete(state);
  }

  /** @param {string} share a percentage, or nothing */
  #take(share) {
    const { element } = this;
    if (this.#isShare && !share) element.style.height = '';
    this.#isShare = share !== '';
    if (!share) return '';
    element.style.height = share;
    if (!hasSize(element) || isOfParent(element)) return '';
    element.style.height = '';
    return `height: ${share.slice(0, kQuoted)} of nothing: what stands around the figure has no height of its own`;
  }
}
