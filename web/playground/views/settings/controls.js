// Parameters: sliders, choices, the dimension, a temperature; the figure's scales.
import { html, nothing } from 'lit';
import { isGated } from '../../../figure/state/drawn.js';
import { temperatureProblem } from '../../../figure/state/keys.js';
import { shapeOf } from '../../../figure/state/vocabulary.js';

/**
 * @typedef {import('../../app.js').Playground} Playground
 * @typedef {import('../../../figure/numbers/model.js').Result} Result
 * @typedef {import('../../../figure/state/vocabulary.js').State} State
 */

/** @param {Playground} page @param {Result} result */
export function parameters(page, result) {
  const { activation } = result;
  return html`<form class="controls" @submit=${(/** @type {Event} */ e) => e.preventDefault()}>
    <div class="parameters">
      ${activation.parameters.map((p) => (p.type === 'dim' ? dimension(page, activation) : p.type === 'choice' ? choice(page, p) : slider(page, p)))}
      ${activation.parameters.length === 0 ? plain(activation) : nothing}
      ${hasTemperature(activation) ? temperature(page) : nothing}
      ${activation.module in remarks ? html`<p class="quiet">${remarks[activation.module]}</p>` : nothing}
      ${result.warnings.map((warning) => html`<p class="warning">${warning}</p>`)}
    </div>
  </form>`;
}

/** What the parameters do not say of themselves. @type {Record<string, unknown>} */
const remarks = {
  PReLU: html`The weight is learned: PyTorch starts at 0.25 and may have one for each channel. Here it is one number.`,
  RReLU: html`Drawn as in evaluation, with the mean of both for a slope. In training each negative element draws its own between them.`,
  Softmax2d: html`Softmax over the channels, the third dimension from the last: one slice for each place of the image.`,
};

/** @param {import('../../../figure/state/drawn.js').Activation} activation */
function plain({ module, inplace }) {
  if (module in remarks) return nothing;
  return inplace
    ? html`<p class="quiet">${module} has no parameter but <code>inplace</code>, which decides where the result goes, not what it is.</p>`
    : html`<p class="quiet">${module} has no parameters.</p>`;
}

/** @param {Playground} page @param {import('../../../figure/state/drawn.js').Parameter} parameter */
function slider(page, { name, default: fallback, minimum, maximum, step }) {
  return html`<torchlet-number
    label=${name}
    .value=${page.state.parameters[name] ?? fallback}
    .fallback=${fallback}
    .minimum=${minimum}
    .maximum=${maximum}
    .step=${step}
    @torchlet-value=${(/** @type {CustomEvent<{ value: number, moving: boolean }>} */ e) => page.setParameter(name, e.detail.value, e.detail.moving)}
  ></torchlet-number>`;
}

/** @param {Playground} page @param {import('../../../figure/state/drawn.js').Parameter} parameter */
function choice(page, { name, choices = [] }) {
  return html`<fieldset class="choice">
    <legend><code>${name}</code></legend>
    <div class="options">
      ${choices.map(
        (word) =>
          html`<label><input type="radio" name=${name} .checked=${page.state.parameters[name] === word} @change=${() => page.setParameter(name, word)} />${word}</label>`,
      )}
    </div>
  </fieldset>`;
}

/** @param {Playground} page @param {import('../../../figure/state/drawn.js').Activation} activation */
function dimension(page, activation) {
  const rank = Math.max(1, shapeOf(page.state).length);
  const dim = /** @type {number | null} */ (page.state.parameters.dim);
  const none = isGated(activation) ? [] : [null];
  const options = [...Array.from({ length: rank }, (_, d) => d), ...none];
  const isChosen = (/** @type {number | null} */ d) =>
    d === dim || (dim !== null && d !== null && dim < 0 && dim + rank === d);
  return html`<fieldset class="choice">
    <legend><code>dim</code></legend>
    <div class="options">
      ${options.map(
        (d) =>
          html`<label><input type="radio" name="dim" .checked=${isChosen(d)} @change=${() => page.setParameter('dim', d)} />${d === null ? 'None' : d}</label>`,
      )}
    </div>
  </fieldset>`;
}

/** Whether shares get more even or less by dividing what goes in. @param {import('../../../figure/state/drawn.js').Activation} activation */
const hasTemperature = (activation) => !activation.elementwise && !isGated(activation);

/** @param {Playground} page */
function temperature(page) {
  return html`<torchlet-number
    label="temperature"
    .value=${page.state.temperature}
    .fallback=${1}
    .minimum=${0.1}
    .maximum=${10}
    .step=${0.1}
    .refuse=${temperatureProblem}
    @torchlet-value=${(/** @type {CustomEvent<{ value: number, moving: boolean }>} */ e) => page.set({ temperature: e.detail.value }, { moving: e.detail.moving })}
  ></torchlet-number>`;
}
