// The functions as a list of small live curves, by family.
import { html, svg } from 'lit';
import { activations } from '../../element/drawn.js';
import { evaluate } from '../../element/sample.js';
import { defaultParameters } from '../../element/vocabulary.js';
import torch, { F } from '../../index.js';

/** @typedef {import('../app.js').Playground} Playground */

const kWidth = 64;
const kHeight = 40;
const kHalf = 4;
/** @type {Record<string, string>} */
const families = {
  rectifier: 'Rectifiers',
  sigmoid: 'Sigmoids',
  smooth: 'Smooth',
  shrink: 'Shrinking',
  'row-wise': 'Row-wise',
};

/**
 * f from -4 to 4 on equal scales.
 * @param {import('../../element/drawn.js').Activation} activation
 * @param {Record<string, number | null>} parameters
 */
function tinyCurve(activation, parameters) {
  const { x, y: values } = evaluate(activation, parameters, torch.linspace(-kHalf, kHalf, 65).data);
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

/** The shares that five numbers get: what a row-wise function does. @param {import('../../element/drawn.js').Activation} activation */
function tinyRow(activation) {
  const functions = /** @type {any} */ (F);
  const shares = functions[activation.functional](torch.tensor([0.2, 1.2, -0.6, 1.9, 0.7]), 0).tolist();
  return svg`<path class="tiny-axis" d="M0 ${kHeight - 3}H${kWidth}"></path>${shares.map(
    (/** @type {number} */ share, /** @type {number} */ i) => {
      const tall = share * 60;
      return svg`<rect class="tiny-bar" x=${4 + i * 12} y=${(kHeight - 3 - tall).toFixed(1)} width="8" height=${tall.toFixed(1)}></rect>`;
    },
  )}`;
}

/** @type {Map<string, { key: string, drawing: unknown }>} */
const drawn = new Map();

/** @param {import('../../element/drawn.js').Activation} activation @param {Record<string, number | null>} parameters */
function tiny(activation, parameters) {
  const key = JSON.stringify(parameters);
  let entry = drawn.get(activation.module);
  if (entry?.key !== key) {
    entry = { key, drawing: activation.elementwise ? tinyCurve(activation, parameters) : tinyRow(activation) };
    drawn.set(activation.module, entry);
  }
  return entry.drawing;
}

/** @param {Playground} page */
export function gallery(page) {
  const { state, remembered } = page;
  const names = [...new Set(activations.map((a) => a.family))];
  return html`<nav class="gallery" aria-label="Activation functions">
    ${names.map(
      (family) => html`<div class="family">
        <p class="family-name" id="family-${family}">${families[family] ?? family}</p>
        <ul aria-labelledby="family-${family}">
          ${activations
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
