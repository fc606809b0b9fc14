// The functions as a list of small live curves, by family.
import { html, svg } from 'lit';
import { evenlySpaced } from '../../core/numbers/float.js';
import { Evaluation } from '../../figure/numbers/evaluation.js';
import { evaluate } from '../../figure/numbers/sample.js';
import { ShapedArray } from '../../figure/numbers/shaped_array.js';
import { isLogarithmic } from '../../figure/numbers/shares.js';
import { isGated } from '../../figure/state/drawn.js';
import { defaultParameters } from '../../figure/state/vocabulary.js';
import { activationsLike, families } from '../finding.js';

/** @typedef {import('../app.js').Playground} Playground */

const kWidth = 64;
const kHeight = 40;
const kHalf = 4;

/**
 * f from -4 to 4 on equal scales.
 * @param {import('../../figure/state/drawn.js').Activation} activation
 * @param {import('../../figure/state/drawn.js').Values} parameters
 */
function tinyCurve(activation, parameters) {
  const { x, y: values } = evaluate(activation, parameters, evenlySpaced(-kHalf, kHalf, 65));
  const y = values.map((value) => Math.min(1e30, Math.max(-1e30, value)));
  const unit = kWidth / (2 * kHalf);
  const [low, high] = [Math.min(0, ...y), Math.max(1, ...y)];
  const stretch = Math.min(unit * 2.2, (kHeight - 6) / (high - low));
  const base = kHeight - 3 + low * stretch;
  const path = Array.from(
    x,
    (at, i) => `${i ? 'L' : 'M'}${(kWidth / 2 + at * unit).toFixed(1)} ${(base - y[i] * stretch).toFixed(1)}`,
  ).join('');
  return svg`<path class="tiny-axis" d="M0 ${base.toFixed(1)}H${kWidth}M${kWidth / 2} 0V${kHeight}"></path><path class="tiny-curve" d=${path}></path>`;
}

/**
 * The shares that five numbers get, or their logarithms, which hang: what a row-wise function does.
 * @param {import('../../figure/state/drawn.js').Activation} activation
 */
function tinyRow(activation) {
  const run = new Evaluation(activation, 'dim' in defaultParameters(activation.module) ? { dim: 0 } : {});
  const gates = isGated(activation) ? [3, -3, 0, 0.5, -1] : [];
  const five = Float32Array.of(0.2, 1.2, -0.6, 1.9, 0.7, ...gates);
  const shares = run.forward(new ShapedArray(five, [five.length, 1, 1])).data;
  const [base, scale] = isLogarithmic(activation)
    ? [4, 10]
    : isGated(activation)
      ? [kHeight - 10, 20]
      : [kHeight - 3, 60];
  return svg`<path class="tiny-axis" d="M0 ${base}H${kWidth}"></path>${Array.from(shares, (share, i) => {
    const tall = Math.abs(share) * scale;
    return svg`<rect class="tiny-bar" x=${4 + i * 12} y=${(share > 0 ? base - tall : base).toFixed(1)} width="8" height=${tall.toFixed(1)}></rect>`;
  })}`;
}

/** @type {Map<string, { key: string, drawing: unknown }>} */
const drawn = new Map();

/** @param {import('../../figure/state/drawn.js').Activation} activation @param {import('../../figure/state/drawn.js').Values} parameters */
function tiny(activation, parameters) {
  const key = JSON.stringify(parameters);
  let entry = drawn.get(activation.module);
  if (entry?.key !== key) {
    entry = { key, drawing: activation.elementwise ? tinyCurve(activation, parameters) : tinyRow(activation) };
    drawn.set(activation.module, entry);
  }
  return entry.drawing;
}

/** The arrow keys go through the functions that are there, Enter in the field opens the first. @param {KeyboardEvent} event */
function walk(event) {
  const nav = /** @type {HTMLElement} */ (event.currentTarget);
  const field = /** @type {HTMLElement} */ (nav.querySelector('input'));
  const buttons = /** @type {HTMLElement[]} */ ([...nav.querySelectorAll('ul button')]);
  const at = buttons.indexOf(/** @type {HTMLElement} */ (event.target));
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === 'Enter' && event.target === field) {
    event.preventDefault();
    buttons[0]?.click();
  } else if (step !== undefined && (at >= 0 || step > 0)) {
    event.preventDefault();
    (buttons[at + step] ?? (at + step < 0 ? field : undefined))?.focus();
  }
}

/** @param {Playground} page */
export function gallery(page) {
  const { state, remembered, sought } = page;
  const found = activationsLike(sought);
  const names = [...new Set(found.map((a) => a.family))];
  const words =
    found.length === 0 ? `Nothing here is called “${sought.trim()}”.` : sought.trim() ? `${found.length} found` : '';
  return html`<nav class="gallery" aria-label="Activation functions" @keydown=${walk}>
    <div class="search">
      <label for="search">find</label>
      <input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="a name" .value=${sought} @input=${(
        /** @type {Event} */ e,
      ) => {
        const field = /** @type {HTMLInputElement} */ (e.target);
        page.sought = field.value;
        // What is found begins at the start of the strip.
        field.closest('.gallery')?.scrollTo(0, 0);
      }} />
      <p class="${found.length === 0 ? '' : 'visually-hidden'}" role="status">${words}</p>
    </div>
    ${names.map(
      (family) => html`<div class="family">
        <p class="family-name" id="family-${family}">${families[family]}</p>
        <ul aria-labelledby="family-${family}">
          ${found
            .filter((a) => a.family === family)
            .map((a) => {
              const isChosen = a.module === state.activation;
              const parameters = isChosen ? state.parameters : (remembered[a.module] ?? defaultParameters(a.module));
              return html`<li>
                <button type="button" aria-current=${isChosen ? 'true' : 'false'} @click=${() => page.choose(a.module)}>
                  <svg viewBox="0 0 ${kWidth} ${kHeight}" width=${kWidth} height=${kHeight} aria-hidden="true">${tiny(a, parameters)}</svg>
                  <span>${a.module}</span>
                </button>
              </li>`;
            })}
        </ul>
      </div>`,
    )}
  </nav>`;
}
