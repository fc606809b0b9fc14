// A parameter as slider and number box: <torchlet-number>.
import { css, html, nothing } from 'lit';
import { parameterProblem, readNumber, shortest, written } from '../text/numbers.js';
import { Part } from './part.js';
import { base, boxes, tokens } from './tokens.js';

/**
 * Properties: `label`, `value`, `fallback` (PyTorch's default), `minimum`, `maximum`, `step` (of the slider; any number may be
 * typed that `refuse` says nothing against); `logarithmic`: the slider goes by powers of ten, and these three are powers. Fires `torchlet-value` with `{ value, moving }`; `moving` while the slider is held.
 */
export class TorchletNumber extends Part {
  static properties = {
    label: { type: String },
    value: { type: Number },
    fallback: { type: Number },
    minimum: { type: Number },
    maximum: { type: Number },
    step: { type: Number },
    logarithmic: { type: Boolean },
    refuse: { attribute: false },
    problem: { state: true },
  };
  static styles = [
    tokens,
    base,
    boxes,
    css`
      :host {
        container-type: inline-size;
      }
      .row {
        display: grid;
        grid-template-columns: var(--label, auto) minmax(6rem, 1fr) 6rem var(--reset, auto);
        gap: 0 0.75rem;
        align-items: center;
      }
      label {
        font-family: var(--mono);
        font-size: var(--normal);
      }
      input[type='range'] {
        width: 100%;
        height: 1.75rem;
        margin: 0;
        accent-color: var(--accent);
        touch-action: pan-y;
      }
      button {
        min-height: 2rem;
        padding: 0 0.25rem;
        border: 0;
        background: none;
        color: var(--accent);
        font: var(--small) var(--text);
        text-align: left;
        white-space: nowrap;
        text-decoration: underline;
        text-underline-offset: 3px;
        cursor: pointer;
      }
      button:disabled {
        color: var(--grey);
        text-decoration: none;
        cursor: default;
      }
      .problem {
        margin: 0;
        min-height: 1.125rem;
        font-size: var(--small);
        color: var(--output);
      }
      @container (max-width: 27rem) {
        .row {
          grid-template-columns: 1fr auto 6rem;
        }
        input[type='range'] {
          grid-row: 2;
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.label = '';
    this.value = 0;
    this.fallback = 0;
    this.minimum = 0;
    this.maximum = 1;
    this.step = 0.01;
    this.logarithmic = false;
    /** What is wrong with a number, if anything. @type {(value: number) => string | undefined} */ this.refuse = () =>
      undefined;
    this.problem = '';
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    // A value that came from elsewhere (the address, a claim's button) takes the place of what could not be read.
    if (changed.has('value')) this.problem = '';
  }

  updated() {
    // What is being typed stays as it was typed: 0.10 is not made 0.1 under the hand.
    const box = /** @type {HTMLInputElement} */ (this.renderRoot.querySelector('#box'));
    if (!this.problem && readNumber(box.value) !== this.value) box.value = written(this.value);
  }

  /** @param {number} value @param {boolean} moving */
  tell(value, moving) {
    this.problem = '';
    this.dispatchEvent(new CustomEvent('torchlet-value', { detail: { value, moving }, bubbles: true, composed: true }));
  }

  /** @param {Event} event */
  slide(event) {
    const place = Number(/** @type {HTMLInputElement} */ (event.target).value);
    this.tell(this.logarithmic ? Number((10 ** place).toPrecision(2)) : place, event.type === 'input');
  }

  /** @param {Event} event */
  type(event) {
    const { value: text } = /** @type {HTMLInputElement} */ (event.target);
    const number = readNumber(text);
    if (number === undefined)
      this.problem = text.trim() === '' ? 'Write a number.' : `“${text.trim()}” is not a number.`;
    else if (parameterProblem(number)) this.problem = `${this.label} ${parameterProblem(number)}.`;
    else if (this.refuse(number)) this.problem = `${text.trim()}: ${this.refuse(number)}.`;
    else this.tell(number, event.type === 'input');
  }

  render() {
    const { label, value, fallback, problem } = this;
    return html`
      <div class="row">
        <label for="box">${label}</label>
        <input
          type="range"
          aria-label="${label}, slider"
          aria-valuetext="${label} ${shortest(value)}"
          min=${this.minimum}
          max=${this.maximum}
          step=${this.step}
          .value=${String(this.logarithmic ? Math.log10(Math.max(value, 1e-30)) : value)}
          @input=${this.slide}
          @change=${this.slide}
        />
        <input
          id="box"
          type="text"
          inputmode="decimal"
          autocomplete="off"
          spellcheck="false"
          aria-invalid=${problem ? 'true' : 'false'}
          aria-describedby=${problem ? 'problem' : nothing}
          @input=${this.type}
          @change=${this.type}
        />
        <button type="button" ?disabled=${value === fallback} @click=${() => this.tell(fallback, false)}>default ${written(fallback)}</button>
      </div>
      <p class="problem" id="problem" role="status">${problem}</p>
    `;
  }
}
