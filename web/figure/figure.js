// <torchlet-figure>: the playground's figure for other people's pages, as a class that registers nothing.
import { html, nothing } from 'lit';
import { Height } from './height.js';
import { Model } from './numbers/model.js';
import { flatIndex, indicesOf, inputOfOutput } from './numbers/places.js';
import { Part } from './parts/part.js';
import { base, boxes, tokens } from './parts/tokens.js';
import { probe } from './probe.js';
import { hasSize, whenSized } from './size.js';
import { readAttributes, reflect, textOfValue, vocabulary, wordsOf } from './state/attributes.js';
import { consistent } from './state/vocabulary.js';
import { adoptProperties, defineProperties } from './view/figure_properties.js';
import { figureStyles } from './view/figure_styles.js';
import { figureView } from './view/figure_view.js';
import { reserved } from './view/reserved.js';
import { unwatch, watch } from './watch.js';
import { Work } from './work.js';

/**
 * @typedef {import('./state/vocabulary.js').State} State
 * @typedef {import('./numbers/model.js').Result} Result
 */

/** After a slider has rested this long, what was left out while it moved is computed. */
const kRest = 120;
const kOwn = ['loading', 'controls', 'height'];
const kLoading = ['lazy', 'eager', 'click'];
/** Of a message, so much is shown: an attribute may hold a book. */
const kMessage = 600;

/** @param {string} text */
const short = (text) => (text.length > kMessage ? `${text.slice(0, kMessage)}…` : text);

/** A message without what the browser says of itself, which may quote a whole policy; the event has all of it. @param {string} text */
const quiet = (text) => text.replace(/ \(.*\)(?=;|\.$)/s, '');

/**
 * An activation's figure, described by attributes: `activation`, its parameters by PyTorch's names, `shape`, `seed`, `input` and
 * the other keys of a link; besides `show` (curve, tensors, gradient, code), `controls`, `loading`, `height`, `theme`. Each is a
 * property too. What stands between the tags is shown until the figure is ready, and where it cannot be.
 *
 * Fires `ready` when it is first drawn, `change` when a reader changed it (`detail` has the state's words) and `error` (`detail`
 * has `message` and `problems`) when it cannot be drawn as its attributes say.
 * @example customElements.define('my-figure', TorchletFigure)
 */
export class TorchletFigure extends Part {
  static styles = [tokens, base, boxes, figureStyles, reserved];

  static get observedAttributes() {
    // biome-ignore lint/complexity/noThisInStatic: Lit prepares the class that is asked, which a subclass may be
    return [...super.observedAttributes, ...vocabulary, ...kOwn];
  }

  /** @type {Model | null} */ #model = null;
  /** @type {State | null} */ #state = null;
  /** @type {Result | null} */ #result = null;
  /** @type {number | null} */ #hovered = null;
  #failure = '';
  #isStarted = false;
  #isStale = true;
  #isDirty = false;
  #isMoving = false;
  #isReflecting = false;
  #wasReady = false;
  #rest = 0;
  #height = new Height(this);

  /** Whether the figure is drawn, and has room to be seen in. */
  get complete() {
    return this.#result !== null && hasSize(this.renderRoot?.querySelector('.room'));
  }

  /** When work begins: `lazy` (in view), `eager` (at once), `click` (on a button). @returns {string} */
  get loading() {
    const word = this.getAttribute('loading') ?? '';
    return kLoading.includes(word) ? word : 'lazy';
  }
  set loading(value) {
    this.setAttribute('loading', value);
  }

  /** What a reader can change: true for all that the figure has, or a list of names. @returns {boolean | string[]} */
  get controls() {
    const text = this.getAttribute('controls');
    if (text === null) return false;
    const names = text.split(/[\s,]+/).filter((name) => name !== '');
    return names.length > 0 ? names : true;
  }
  set controls(value) {
    if (value === false || value === null || value === undefined) this.removeAttribute('controls');
    else this.setAttribute('controls', value === true ? '' : textOfValue(value));
  }

  /** The drawing's height, pixels or a CSS length; as a percentage the whole figure's, of its parent's. @returns {string | null} */
  get height() {
    return this.getAttribute('height');
  }
  set height(value) {
    if (value === null || value === undefined) this.removeAttribute('height');
    else this.setAttribute('height', String(value));
  }

  connectedCallback() {
    adoptProperties(/** @type {any} */ (this), [...vocabulary, ...kOwn]);
    super.connectedCallback();
    this.#height.follow(true);
    this.#arrange();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    unwatch(this);
    this.#height.follow(false);
    clearTimeout(this.#rest);
    // What was under way begins anew where it is put next.
    if (this.#work.stop()) this.#isDirty = true;
    this.#hovered = null;
  }

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    super.attributeChangedCallback(name, before, now);
    if (before === now || this.#isReflecting) return;
    if (name === 'loading') this.#arrange();
    if (vocabulary.includes(name)) this.#isStale = true;
    this.requestUpdate();
  }

  /** Begins when `loading` says so. */
  #arrange() {
    if (!this.isConnected || this.#isStarted) return;
    unwatch(this);
    if (this.loading === 'eager') this.#start();
    else if (this.loading === 'lazy') watch(this, () => this.#start());
  }

  #start() {
    this.#isStarted = true;
    this.requestUpdate();
  }

  willUpdate() {
    if (!this.#isStarted) return;
    if (this.#isStale) this.#read();
    if (this.#state && this.#isDirty) this.#compute();
  }

  /** Takes the state from the attributes. */
  #read() {
    this.#isStale = false;
    const { state, wrong, odd } = readAttributes(this);
    if (wrong.length > 0) return this.#fail('This figure cannot be drawn as its attributes say', [...wrong, ...odd]);
    this.#failure = '';
    this.#state = state;
    this.#isDirty = true;
    this.#isMoving = false;
    if (odd.length > 0) this.#tellError('Some attributes of this figure could not be read', odd);
  }

  #compute() {
    this.#isDirty = false;
    clearTimeout(this.#rest);
    try {
      probe();
      this.#model ??= new Model();
      const steps = this.#model.steps(/** @type {State} */ (this.#state), { quick: this.#isMoving });
      this.#work.start(steps, this.#isMoving);
    } catch (error) {
      this.#fail(error instanceof Error ? error.message : String(error), []);
    }
  }

  /** Of a long tensor the first result comes later, and another one when it is whole. */
  #work = new Work({
    result: (result) => {
      this.#result = result;
      if (this.#hovered !== null && this.#hovered >= result.input.numel()) this.#hovered = null;
      if (this.#isMoving && !result.isWhole) this.#rest = Number(setTimeout(() => this.#settle(), kRest));
      this.requestUpdate();
    },
    progress: () => {},
    failure: (error) => {
      this.#fail(error instanceof Error ? error.message : String(error), []);
      this.requestUpdate();
    },
  });

  #settle() {
    this.#isMoving = false;
    this.#isDirty = true;
    this.requestUpdate();
  }

  /** @param {string} message @param {string[]} problems */
  #fail(message, problems) {
    this.#state = null;
    this.#result = null;
    this.#failure = short([quiet(message), problems.join('; ')].filter(Boolean).join(': '));
    this.#tellError(message, problems);
  }

  /** Not bubbling: a page's listeners for errors of scripts have nothing to do with it. @param {string} message @param {string[]} problems */
  #tellError(message, problems) {
    const detail = { message: short(message), problems: problems.map(short) };
    // After the update that this is part of: who listens may change attributes.
    queueMicrotask(() => this.dispatchEvent(new CustomEvent('error', { detail })));
  }

  /** A reader's change. @param {Partial<State>} patch @param {boolean} [moving] whether the gesture goes on */
  #change(patch, moving = false) {
    const before = this.#state;
    if (!before) return;
    this.#isMoving = moving;
    this.#state = consistent({ ...before, ...patch });
    this.#isDirty = true;
    this.#isReflecting = true;
    reflect(this, before, this.#state);
    this.#isReflecting = false;
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent('change', { detail: wordsOf(this.#state), bubbles: true }));
  }

  /** @param {CustomEvent<{ index: number | null, pinned: boolean }>} event */
  #mark({ detail: { index, pinned }, target }) {
    const result = this.#result;
    if (!result || !this.#state) return;
    const isOutput = /** @type {Element} */ (target).getAttribute('kind') === 'output';
    const { shape } = result.input;
    const flat = isOutput && index !== null ? inputOfOutput(shape, result.output.shape, index) : index;
    this.#hovered = pinned ? null : flat;
    const element = flat === null ? null : indicesOf(shape, flat);
    if (pinned && String(element) !== String(this.#state.element)) this.#change({ element });
    else this.requestUpdate();
  }

  /** The element that all parts mark. */
  get #marked() {
    const element = this.#state?.element;
    return this.#hovered ?? (element && this.#result ? flatIndex(this.#result.input.shape, element) : null);
  }

  render() {
    const { controls } = this;
    const [state, result] = [this.#state, this.#result];
    if (!state || !result) return html`<div class="frame"><div class="room">${this.#instead()}</div></div>`;
    return html`<div class="frame"><div class="room">${figureView({
      state,
      result,
      marked: this.#marked,
      problem: this.#height.problem,
      controls: controls === false ? null : controls === true ? [] : controls,
      change: (patch, moving) => this.#change(patch, moving),
      mark: (event) => this.#mark(event),
    })}</div></div>`;
  }

  /** What is seen while there is no figure: what stands between the tags, and why. */
  #instead() {
    const isOffered = !this.#isStarted && this.loading === 'click';
    const isEmpty = this.childElementCount === 0 && this.textContent?.trim() === '';
    const kind = this.#failure ? '' : isEmpty ? 'coming empty' : isOffered ? '' : 'coming';
    return html`<div class="instead ${kind}">${this.#failure ? html`<p class="message" part="message" lang="en">${this.#failure}</p>` : nothing}
      <slot></slot>
      ${isOffered ? html`<button type="button" class="open" part="button" lang="en" @click=${() => this.#start()}>Show the figure</button>` : nothing}</div>`;
  }

  updated() {
    const room = /** @type {HTMLElement} */ (this.renderRoot.querySelector('.room'));
    if (this.#height.apply(room)) this.#tellHeight();
    if (this.#result && !this.#wasReady) this.#whenDrawn();
  }

  /** A height that cannot be had is no reason to draw nothing. */
  #tellHeight() {
    const { problem } = this.#height;
    if (problem) this.#tellError('Some attributes of this figure could not be read', [problem]);
    this.requestUpdate();
  }

  async #whenDrawn() {
    this.#wasReady = true;
    const drawing = /** @type {Part | null} */ (this.renderRoot.querySelector('torchlet-curve, torchlet-rows'));
    // Once for the room that it finds, once for what is drawn in it.
    await drawing?.updateComplete;
    await drawing?.updateComplete;
    await whenSized(this.renderRoot.querySelector('.room'));
    // Only what is seen can tell whether its height is a part of something.
    this.requestUpdate();
    if (this.#state) this.dispatchEvent(new CustomEvent('ready', { detail: wordsOf(this.#state) }));
  }
}

defineProperties(TorchletFigure.prototype);
