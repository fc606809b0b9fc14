// The page of lessons: one of them at a time, in the state that the address says.
import { html, LitElement } from 'lit';
import { header } from '../site/header.js';
import { unreadNotice } from '../site/notice.js';
import { keepTheme, keptTheme } from '../site/theme.js';
import { nameOf } from '../training/state/activations.js';
import { lessons } from '../training/state/choices.js';
import { comparedOf, vocabulary } from '../training/state/vocabulary.js';
import { embedView } from './embed.js';
import { lessonWords } from './lessons.js';
import { Store } from './state.js';

/**
 * @typedef {import('../site/theme.js').Theme} Theme
 * @typedef {import('../training/state/choices.js').Lesson} Lesson
 */

/** Makes an element say these words and no others. @param {Element} element @param {Map<string, string>} words */
function dress(element, words) {
  for (const key of vocabulary) {
    const word = words.get(key);
    if (word === undefined) element.removeAttribute(key);
    else if (element.getAttribute(key) !== word) element.setAttribute(key, word);
  }
}

export class Lessons extends LitElement {
  static properties = { said: { attribute: false } };

  constructor() {
    super();
    /** What was just done. */ this.said = '';
    this.store = new Store();
    /** Whether the figure has what the address says. */ this.isDressed = false;
    this.store.addEventListener('read', () => {
      this.isDressed = false;
    });
    this.store.addEventListener('change', () => this.requestUpdate());
  }

  /** The page is the document: no shadow tree. */
  createRenderRoot() {
    return this;
  }

  /** An author's, from the address, or else the reader's own. */
  get theme() {
    const { theme } = this.store.state;
    return theme === 'auto' ? keptTheme() : theme;
  }

  /** A reader's choice is kept on the device, and takes the place of an author's. @param {Theme} theme */
  chooseTheme(theme) {
    keepTheme(theme);
    this.store.set({ theme: 'auto' }, { quiet: true });
  }

  /** What is shown: `Dying units: ReLU, SGD 5`. */
  get words() {
    const { state } = this.store;
    const names = comparedOf(state).map(nameOf).join(', ');
    return `${lessonWords[state.lesson].name}: ${names}, ${state.optimizer} ${state.lr}`;
  }

  /** Whether the tag is seen: nothing is written before it is asked for. */
  get hasEmbed() {
    return this.querySelector('details.embed')?.hasAttribute('open') ?? false;
  }

  /** @param {string} text */
  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      this.said = 'Tag copied';
    } catch {
      this.said = 'No clipboard here: copy the text';
    }
    setTimeout(() => {
      this.said = '';
    }, 2500);
  }

  get wayOut() {
    const isOther = this.store.problems.some((problem) => problem.startsWith('lesson'));
    const name = lessonWords[this.store.state.lesson].name.toLowerCase();
    return isOther ? html`The lesson on <b>${name}</b> is shown instead.` : 'All else is as the link says.';
  }

  /** @param {CustomEvent<Record<string, string>> & { moving?: boolean }} event of the figure */
  onChange({ detail, moving = false }) {
    this.store.take(detail, moving);
  }

  /** @param {Lesson} lesson an author's theme stays */
  hrefOf(lesson) {
    const { theme } = this.store.state;
    return `#lesson=${lesson}${theme === 'auto' ? '' : `&theme=${theme}`}`;
  }

  render() {
    const { state, problems } = this.store;
    const { question, lead, look, attempt } = lessonWords[state.lesson];
    const skip = {
      words: 'Skip to the lesson',
      go: () => /** @type {HTMLElement | null} */ (this.querySelector('main section'))?.focus(),
    };
    return html`
      ${header({
        current: 'Training',
        skip,
        theme: { shown: this.theme, choose: (theme) => this.chooseTheme(theme) },
      })}
      ${unreadNotice(problems, this.wayOut, () => this.store.set({}))}
      <main>
        <h1>Small networks, trained in your browser with PyTorch’s numbers: why they learn, and why they do not.</h1>
        <nav class="lessons" aria-label="Lessons">
          ${lessons.map(
            (lesson) =>
              html`<a href=${this.hrefOf(lesson)} aria-current=${lesson === state.lesson ? 'true' : 'false'} data-name=${lessonWords[lesson].name}>${lessonWords[lesson].name}</a>`,
          )}
        </nav>
        <section aria-labelledby="question" tabindex="-1">
          <h2 id="question">${question}</h2>
          <p>${lead}</p>
          <torchlet-training controls loading="eager" @change=${this.onChange}></torchlet-training>
          <div class="after">
            <div><h3>What to look for</h3><p>${look}</p></div>
            <div><h3>What to try</h3><p>${attempt}</p></div>
          </div>
          ${embedView(this)}
        </section>
      </main>
    `;
  }

  updated() {
    document.documentElement.dataset.theme = this.theme;
    document.title = `${this.words} · torchlet`;
    if (this.isDressed) return;
    this.isDressed = true;
    const figure = this.querySelector('torchlet-training');
    if (figure) dress(figure, this.store.words);
  }
}
