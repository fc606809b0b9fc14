// The page: holds the state and the model, hands their results to the views, and turns what a reader does into changes of state.
import { html, LitElement, nothing } from 'lit';
import { Model } from '../figure/numbers/model.js';
import { flatIndex, indicesOf, inputOfOutput } from '../figure/numbers/places.js';
import { articleExample } from '../figure/state/article.js';
import { shapeProblem } from '../figure/state/drawn.js';
import { activationOf, defaultParameters, dimOf, isOwnExample, shapeOf } from '../figure/state/vocabulary.js';
import { Work } from '../figure/work.js';
import { header } from '../site/header.js';
import { unreadNotice } from '../site/notice.js';
import { keepTheme, keptTheme } from '../site/theme.js';
import { hasFigure, holds, placeOf, showIn } from './sight.js';
import { Hearing } from './sound/hearing.js';
import { Store } from './state.js';
import { body } from './views/body.js';

/**
 * @typedef {import('../figure/state/vocabulary.js').State} State
 * @typedef {import('../figure/numbers/model.js').Result} Result
 */

/**
 * What of a state is the input: it stays when the function changes.
 * @typedef {Pick<State, 'source' | 'example' | 'shape' | 'numbers' | 'seed' | 'mean' | 'scale' | 'ends'>} Input
 * @param {State} state
 * @returns {Input}
 */
const inputOf = ({ activation, source, example, shape, numbers, seed, mean, scale, ends }) => {
  const name = source === 'article' ? example || activation : '';
  return { source, example: name, shape, numbers, seed, mean, scale, ends };
};

/** After a slider has rested this long, what was left out while it moved is computed. */
const kRest = 120;
/** What words speak of is seen whole, and alone. @type {Partial<State>} */
const plainView = {
  element: null,
  window: null,
  compare: [],
  hide: [],
  mean: 0,
  scale: 1,
  ends: null,
  temperature: 1,
  upstream: '',
};
/** A change is announced once, when the hand has rested this long. */
const kAnnounce = 700;

export class Playground extends LitElement {
  static properties = {
    result: { attribute: false },
    hovered: { attribute: false },
    failure: { attribute: false },
    drafts: { attribute: false },
    said: { attribute: false },
    announcement: { attribute: false },
    sought: { attribute: false },
    language: { attribute: false },
    measured: { attribute: false },
    done: { attribute: false },
    hasTable: { attribute: false },
    layerAt: { attribute: false },
    hasPicture: { attribute: false },
  };

  constructor() {
    super();
    this.store = new Store();
    this.model = new Model();
    this.hearing = new Hearing(this);
    /** @type {Result | null} */ this.result = null;
    /** The element that is pointed at. @type {number | null} */ this.hovered = null;
    /** Why the numbers could not be computed. */ this.failure = '';
    /** What stands in fields that do not fit the state yet. @type {Record<string, { text: string, problem: string }>} */ this.drafts =
      {};
    /** What was just done. */ this.said = '';
    /** And by which button. */ this.saidOf = '';
    /** What a screen reader is told. */ this.announcement = '';
    /** What the code is written in. @type {import('./views/code.js').Language} */ this.language = 'PyTorch';
    /** What was measured last. @type {import('./views/speed.js').Measured | null} */ this.measured = null;
    /** What is typed to find a function. */ this.sought = '';
    /** @type {Record<string, import('../figure/state/drawn.js').Values>} */ this.remembered = {};
    /** The reader's input while a function that refuses its shape shows its own. @type {Input | null} */ this.keptInput =
      null;
    /** Where a reader is who chose a function elsewhere than at the figure. @type {import('./sight.js').Place | null} */ this.place =
      null;
    this.shownActivation = '';
    this.frame = 0;
    this.rest = 0;
    this.voice = 0;
    this.isMoving = false;
    this.store.addEventListener('change', () => {
      this.schedule();
      clearTimeout(this.voice);
      this.voice = window.setTimeout(() => this.announce(), kAnnounce);
    });
    addEventListener('popstate', () => {
      this.drafts = {};
      this.hovered = null;
      this.keptInput = null;
    });
    /** How much of a long computation is done; null where there is none. @type {number | null} */ this.done = null;
    /** Whether the table of all numbers is open. */ this.hasTable = false;
    /** The layer of the chain that is pointed at. @type {number | null} */ this.layerAt = null;
    /** Whether the figure is on the screen: what stands beneath it is drawn after it. */ this.hasPicture = false;
    this.work = new Work({
      result: (result) => this.take(result),
      progress: (done) => {
        this.done = done;
      },
      failure: (error) => {
        this.failure = error instanceof Error ? error.message : String(error);
      },
    });
    this.narrow = matchMedia('(max-width: 40rem)');
    this.narrow.addEventListener('change', () => this.requestUpdate());
    this.compute();
  }

  /** Whether there is little room, as on a phone. */
  get isNarrow() {
    return this.narrow.matches;
  }

  /** The page is the document: no shadow tree. */
  createRenderRoot() {
    return this;
  }

  get state() {
    return this.store.state;
  }

  /** An author's, from the address, or else the reader's own. */
  get theme() {
    return this.state.theme === 'auto' ? keptTheme() : this.state.theme;
  }

  /** A reader's choice is kept on the device, and takes the place of an author's. @param {State['theme']} theme */
  chooseTheme(theme) {
    keepTheme(theme);
    this.set({ theme: 'auto' }, { quiet: true });
    this.requestUpdate();
  }

  /** What is shown in place of what a link says that cannot be read. */
  get wayOut() {
    const isOther = this.store.problems.some((problem) => problem.startsWith('activation'));
    return isOther ? html`<b>${this.state.activation}</b> is shown instead.` : 'All else is as the link says.';
  }

  /** The element that all views mark. */
  get marked() {
    if (this.hovered !== null) return this.hovered;
    const { element } = this.state;
    return element && this.result ? flatIndex(this.result.input.shape, element) : null;
  }

  /** One computation a frame, however many events a hand makes. */
  schedule() {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.compute();
    });
  }

  compute() {
    document.documentElement.dataset.theme = this.theme;
    // What is heard is what is seen.
    this.hearing.stop();
    clearTimeout(this.rest);
    this.work.start(this.model.steps(this.state, { quick: this.isMoving }), this.isMoving);
  }

  /** @param {Result} result */
  take(result) {
    this.result = result;
    this.failure = '';
    clearTimeout(this.rest);
    if (this.isMoving) this.rest = window.setTimeout(() => this.finish(), kRest);
    if (this.hovered !== null && this.hovered >= result.input.numel()) this.hovered = null;
  }

  announce() {
    const words = this.querySelector('.statement')?.textContent;
    this.announcement = [`${this.result?.repr ?? ''}.`, words ?? this.failure, ...(this.result?.warnings ?? [])].join(
      ' ',
    );
  }

  /** The hand rests: what waited is computed, or only written anew where nothing did. */
  finish() {
    this.isMoving = false;
    if (this.result?.isWhole) this.requestUpdate();
    else this.compute();
  }

  /** @param {Partial<State>} patch @param {{ moving?: boolean, quiet?: boolean }} [options] */
  set(patch, options = {}) {
    this.isMoving = options.moving ?? false;
    this.layerAt = null;
    if ('source' in patch) this.keptInput = null;
    this.store.set(patch, options);
  }

  /** Shows a state that words speak of. @param {Partial<State>} patch */
  show(patch) {
    this.drafts = {};
    this.hovered = null;
    const parameters =
      patch.activation && patch.activation !== this.state.activation
        ? defaultParameters(patch.activation)
        : this.state.parameters;
    this.set({ ...plainView, ...patch, parameters: { ...parameters, ...patch.parameters } });
    this.reveal();
  }

  /** Brings the figure into sight if most of it is not, once what was changed is drawn. */
  async reveal() {
    await this.updateComplete;
    if (!hasFigure(this)) this.querySelector('.heading')?.scrollIntoView({ block: 'start' });
  }

  /** @param {string} activation */
  choose(activation) {
    const { state } = this;
    this.sought = '';
    // The list is whole again: the chosen one may be anywhere in it.
    this.shownActivation = '';
    const isSame = activation === state.activation;
    this.place = isSame || hasFigure(this) ? null : placeOf(this);
    if (!this.place) this.reveal();
    if (isSame) return;
    this.remembered[state.activation] = state.parameters;
    const own = this.keptInput ?? inputOf(state);
    const next = {
      ...state,
      ...own,
      activation,
      parameters: this.remembered[activation] ?? defaultParameters(activation),
    };
    const problem = shapeProblem(activationOf(activation), shapeOf(next), dimOf(next));
    const input = problem ? { ...own, source: /** @type {const} */ ('article'), example: '' } : own;
    const isExample = input.source === 'article' && isOwnExample({ ...next, ...input });
    const parameters = this.remembered[activation] ?? {
      ...defaultParameters(activation),
      ...(isExample ? articleExample(activation).parameters : {}),
    };
    if ('dim' in parameters && parameters.dim === null)
      parameters.dim = Math.max(0, shapeOf({ ...next, ...input }).length - 1);
    this.drafts = {};
    this.hovered = null;
    // Of other numbers the element of the same index is another.
    const element = problem || this.keptInput ? null : state.element;
    this.set({ activation, parameters, ...input, element, window: null });
    this.keptInput = problem ? own : null;
  }

  /** @param {string} name @param {import('../figure/state/drawn.js').Value} value @param {boolean} [moving] */
  setParameter(name, value, moving = false) {
    this.set({ parameters: { ...this.state.parameters, [name]: value } }, { moving });
  }

  /** @param {CustomEvent<{ index: number | null, pinned: boolean }>} event */
  onMark({ detail, target }) {
    const { pinned } = detail;
    const isOutput = /** @type {Element} */ (target).getAttribute('kind') === 'output';
    const index =
      isOutput && detail.index !== null && this.result
        ? inputOfOutput(this.result.input.shape, this.result.output.shape, detail.index)
        : detail.index;
    if (pinned && this.result) {
      const element = index === null ? null : indicesOf(this.result.input.shape, index);
      if (String(element) !== String(this.state.element)) this.set({ element }, { quiet: true });
      this.hovered = null;
    } else this.hovered = index;
  }

  /** To what a neuron does and what its function is for. The address holds the state, so it is no link to an anchor. */
  explain() {
    const words = /** @type {HTMLElement | null} */ (this.querySelector('#all'));
    words?.scrollIntoView({ block: 'start' });
    words?.focus();
  }

  /** Past the list of functions, for a keyboard. The address holds the state, so it is no link to an anchor. */
  skip() {
    /** @type {HTMLElement | null} */ (this.querySelector('main'))?.focus();
  }

  /** @param {string} text @param {string} name of what is copied */
  async copy(text, name) {
    this.saidOf = name;
    try {
      await navigator.clipboard.writeText(text);
      this.said = `${name} copied`;
    } catch {
      this.said = `No clipboard here: copy the ${name === 'Link' ? 'address' : 'text'}`;
    }
    setTimeout(() => {
      this.said = '';
    }, 2500);
  }

  render() {
    const { result, store } = this;
    return html`
      ${header({
        current: 'Playground',
        skip: { words: 'Skip to the figure', go: () => this.skip() },
        theme: { shown: this.theme, choose: (theme) => this.chooseTheme(theme) },
        tagline: html`<p class="tagline">
          <span>Neural networks’ activation functions, live, with PyTorch’s numbers.</span>
          <button type="button" class="plain-link" @click=${() => this.explain()}>What are they for?</button>
        </p>`,
      })}
      ${unreadNotice(store.problems, this.wayOut, () => this.set({}))}
      ${progress(this.done)}
      ${this.failure ? html`<p class="notice" role="alert">${this.failure}</p>` : nothing}
      ${result ? body(this, result) : nothing}
      <p class="visually-hidden" role="status">${this.announcement}</p>
    `;
  }

  updated() {
    if (this.result && !this.hasPicture)
      requestAnimationFrame(() => {
        setTimeout(() => {
          this.hasPicture = true;
        });
      });
    if (this.place && this.result?.activation.module === this.state.activation) {
      if (!holds(this.place)) this.reveal();
      this.place = null;
    }
    // Telling the browser costs more than drawing the curve does: once, when the hand rests.
    if (this.result && !this.isMoving) document.title = `${this.result.repr} · torchlet`;
    // Asked first: what follows makes the browser lay the page out at once.
    if (this.shownActivation === this.state.activation) return;
    const list = this.querySelector('.gallery');
    const chosen = /** @type {HTMLElement | null} */ (list?.querySelector('[aria-current="true"]') ?? null);
    if (!list || !chosen) return;
    this.shownActivation = this.state.activation;
    showIn(list, chosen);
  }
}

/** How far a long computation is; it floats, so that nothing moves. @param {number | null} done */
const progress = (done) =>
  done === null
    ? nothing
    : html`<progress class="progress" max="1" .value=${done} aria-label="Computing">${Math.round(100 * done)} %</progress>`;
