// <torchlet-training>: a lesson of training for other people's pages, as a class that registers nothing.
import { html, nothing } from 'lit';
import { TorchletNumber } from '../../figure/parts/number.js';
import { Part } from '../../figure/parts/part.js';
import { base, boxes, tokens } from '../../figure/parts/tokens.js';
import { register } from '../../figure/register.js';
import { hasSize, whenSized } from '../../figure/size.js';
import { adoptProperties } from '../../figure/view/figure_properties.js';
import { unwatch, watch } from '../../figure/watch.js';
import { lessonOf } from '../lessons/lessons.js';
import { essence } from '../recorded/comparison.js';
import { defineProperties, readAttributes, reflect, wordsOf } from '../state/attributes.js';
import { vocabulary } from '../state/vocabulary.js';
import { Announcer } from './announcer.js';
import { Player } from './player.js';
import { curveStyles } from './styles/curve_styles.js';
import { drawingStyles } from './styles/drawing_styles.js';
import { frameStyles } from './styles/frame_styles.js';
import { reserved } from './styles/reserved.js';
import { unitStyles } from './styles/unit_styles.js';
import { Unseen } from './unseen.js';
import { trainingView } from './view.js';

/**
 * @typedef {import('../state/vocabulary.js').State} State
 * @typedef {import('./player.js').Run} Run
 */

const kOwn = ['loading', 'controls'];
const kLoading = ['lazy', 'eager', 'click'];
/** A run that took no longer is trained anew while a hand still moves; in milliseconds. */
const kQuick = 500;
/** Of a message, so much is shown: an attribute may hold a book. */
const kMessage = 600;

/** @param {string} text */
const short = (text) => (text.length > kMessage ? `${text.slice(0, kMessage)}…` : text);

/**
 * A lesson that trains a small network in the page, described by attributes: `lesson` (dying, vanishing, convergence, network),
 * `activation`, `layers`, `init`, `optimizer`, `lr`, `batch`, `steps`, `data`, `seed` and the other keys of a link; besides
 * `controls` (settings are open), `loading`, `theme`. Each is a property too. What stands between the tags is shown until the
 * figure is ready, and where it cannot be.
 *
 * Fires `ready` when all is trained and drawn, `change` when a reader changed it (`detail` has the state's words, `moving` whether
 * the gesture goes on) and `error` (`detail` has `message` and `problems`) when it cannot be drawn as its attributes say.
 * @example customElements.define('my-training', TorchletTraining)
 */
export class TorchletTraining extends Part {
  static styles = [tokens, base, boxes, frameStyles, drawingStyles, unitStyles, curveStyles, reserved];

  static get observedAttributes() {
    // biome-ignore lint/complexity/noThisInStatic: Lit prepares the class that is asked, which a subclass may be
    return [...super.observedAttributes, ...vocabulary, ...kOwn];
  }

  /** What the controls say. @type {State | null} */ #state = null;
  /** What is drawn: a run and the state that it is of. @type {{ run: any, state: State } | null} */ #shown = null;
  /** What is being trained. @type {{ run: any, state: State } | null} */ #coming = null;
  /** What is to be trained once the coming run is there. @type {State | null} */ #next = null;
  #failure = '';
  #isStarted = false;
  #isStale = true;
  #isReflecting = false;
  #wasReady = false;
  #width = 0;
  #began = 0;
  /** How long the last run took, in milliseconds. */
  #took = 0;
  /** What a lesson keeps of what a reader looks at. @type {Record<string, any>} */ #looks = {};
  #announcer = new Announcer(this);
  #unseen = new Unseen(this, () => this.#player.pause());
  /** @type {ResizeObserver | null} */ #sizes = null;

  #player = new Player({
    changed: () => this.#arrive(),
    paused: () => {
      const { at, run } = this.#player;
      this.#change({ at: run && at >= run.steps ? null : at });
    },
    failed: (error) => {
      this.#fail(error instanceof Error ? error.message : String(error), []);
      this.requestUpdate();
    },
  });

  /** Whether all is trained and drawn, and has room to be seen in. */
  get complete() {
    return this.#wasReady && !this.#player.isWorking && hasSize(this.renderRoot?.querySelector('.room'));
  }

  /** When work begins: `lazy` (in view), `eager` (at once), `click` (on a button). @returns {string} */
  get loading() {
    const word = this.getAttribute('loading') ?? '';
    return kLoading.includes(word) ? word : 'lazy';
  }
  set loading(value) {
    this.setAttribute('loading', value);
  }

  /** Whether the settings stand open. @returns {boolean} */
  get controls() {
    return this.hasAttribute('controls');
  }
  set controls(value) {
    this.toggleAttribute('controls', Boolean(value));
  }

  connectedCallback() {
    adoptProperties(/** @type {any} */ (this), [...vocabulary, ...kOwn]);
    super.connectedCallback();
    this.#arrange();
    this.#unseen.follow(true);
    if (typeof ResizeObserver === 'undefined') return;
    this.#sizes ??= new ResizeObserver(() => this.#measure());
    this.#sizes.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    unwatch(this);
    this.#unseen.follow(false);
    this.#sizes?.disconnect();
    this.#announcer.stop();
    // What was under way begins anew where it is put next.
    if (this.#coming) this.#isStale = true;
    this.#player.stop();
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
    register({ 'torchlet-number': TorchletNumber });
    this.requestUpdate();
  }

  /** Pictures are drawn in pixels of their own, so that letters keep their size. */
  #measure() {
    const room = this.renderRoot?.querySelector('.picture');
    const width = Math.round(room?.getBoundingClientRect().width ?? 0);
    if (width === this.#width || width === 0) return;
    this.#width = width;
    this.requestUpdate();
  }

  willUpdate() {
    if (this.#isStarted && this.#isStale) this.#read();
  }

  /** Takes the state from the attributes. */
  #read() {
    this.#isStale = false;
    const { state, wrong, odd } = readAttributes(this);
    if (wrong.length > 0) return this.#fail('This lesson cannot be shown as its attributes say', [...wrong, ...odd]);
    this.#failure = '';
    this.#state = state;
    if (odd.length > 0) this.#tellError('Some attributes of this lesson could not be read', odd);
    this.#follow(state, false);
  }

  /** Trains what a state asks for, or goes to the step that it shows. @param {State} state @param {boolean} moving whether a hand still moves */
  #follow(state, moving) {
    const trained = this.#coming ?? this.#shown;
    if (trained !== null && essence(trained.state) === essence(state)) {
      const { at } = trained.state;
      trained.state = state;
      this.#next = null;
      if (at !== state.at) this.#player.seek(state.at ?? state.steps);
    } else if (!moving) this.#begin(state);
    else if (this.#took > kQuick) return;
    else if (this.#coming === null) this.#begin(state);
    else this.#next = state;
  }

  /** @param {State} state */
  #begin(state) {
    this.#next = null;
    try {
      const run = lessonOf(state).begin(state);
      this.#coming = { run, state };
      this.#began = performance.now();
      this.#player.begin(run, state.at ?? state.steps);
    } catch (error) {
      this.#fail(error instanceof Error ? error.message : String(error), []);
    }
  }

  /** Something of the run is to be seen: a new one takes the place of the one that is drawn. */
  #arrive() {
    if (this.#coming && this.#coming.run === this.#player.run) {
      this.#shown = this.#coming;
      if (!this.#player.isWorking) {
        this.#took = performance.now() - this.#began;
        this.#coming = null;
        if (this.#next) this.#begin(this.#next);
        else this.#announcer.say();
      }
    }
    this.requestUpdate();
  }

  /** @param {string} message @param {string[]} problems */
  #fail(message, problems) {
    this.#player.stop();
    [this.#state, this.#shown, this.#coming, this.#next] = [null, null, null, null];
    this.#failure = short([message.replace(/ \(.*\)(?=;|\.$)/s, ''), problems.join('; ')].filter(Boolean).join(': '));
    this.#tellError(message, problems);
  }

  /** Not bubbling: a page's listeners for errors of scripts have nothing to do with it. @param {string} message @param {string[]} problems */
  #tellError(message, problems) {
    const detail = { message: short(message), problems: problems.map(short) };
    queueMicrotask(() => this.dispatchEvent(new CustomEvent('error', { detail })));
  }

  /** A reader's change. @param {Partial<State>} patch @param {boolean} [moving] whether the gesture goes on */
  #change(patch, moving = false) {
    const before = this.#state;
    if (!before) return;
    const state = { ...before, ...patch };
    this.#state = state;
    this.#isReflecting = true;
    reflect(this, before, state);
    this.#isReflecting = false;
    this.#follow(state, moving);
    this.requestUpdate();
    const event = new CustomEvent('change', { detail: wordsOf(state), bubbles: true });
    this.dispatchEvent(Object.assign(event, { moving }));
  }

  render() {
    const [state, shown] = [this.#state, this.#shown];
    if (!state || !shown) return html`<div class="room">${this.#instead()}</div>`;
    const player = this.#player;
    const { run } = shown;
    const isOwn = run === player.run;
    return html`<div class="room">${trainingView({
      state: shown.state,
      wanted: state,
      run,
      at: Math.min(run.end, isOwn && player.isThere ? player.at : Math.min(run.step, run.reached)),
      width: this.#width,
      player,
      isBusy: this.#coming !== null,
      hasSettings: this.controls,
      looks: this.#looks,
      announcement: this.#announcer.text,
      change: (patch, moving) => this.#change(patch, moving),
      look: (patch) => {
        Object.assign(this.#looks, patch);
        this.requestUpdate();
      },
    })}</div>`;
  }

  /** What is seen while there is no figure: what stands between the tags, and why. */
  #instead() {
    const isOffered = !this.#isStarted && this.loading === 'click';
    const isEmpty = this.childElementCount === 0 && this.textContent?.trim() === '';
    const kind = this.#failure ? '' : isEmpty ? 'coming empty' : isOffered ? '' : 'coming';
    return html`<div class="instead ${kind}">${this.#failure ? html`<p class="message" part="message" lang="en">${this.#failure}</p>` : nothing}
      <slot></slot>
      ${isOffered ? html`<button type="button" class="open" part="button" lang="en" @click=${() => this.#start()}>Show the lesson</button>` : nothing}</div>`;
  }

  updated() {
    this.#measure();
    if (this.#shown && !this.#wasReady && !this.#player.isWorking && this.#width > 0) this.#whenDrawn();
  }

  async #whenDrawn() {
    this.#wasReady = true;
    await whenSized(this.renderRoot.querySelector('.room'));
    if (this.#state) this.dispatchEvent(new CustomEvent('ready', { detail: wordsOf(this.#state) }));
  }
}

defineProperties(TorchletTraining.prototype);
