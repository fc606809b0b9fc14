// What a reader can change in an embedded figure: parameters, the dimension, the seed.
import { html, nothing } from 'lit';
import { isGated } from '../state/drawn.js';
import { temperatureProblem } from '../state/keys.js';
import { readSeed } from '../state/tensor_text.js';
import { isSeeded, shapeOf } from '../state/vocabulary.js';

/**
 * @typedef {import('../state/vocabulary.js').State} State
 * @typedef {import('../state/drawn.js').Activation} Activation
 * @typedef {import('../state/drawn.js').Parameter} Parameter
 * @typedef {(patch: Partial<State>, moving?: boolean) => void} Change
 * @typedef {{ state: State, activation: Activation, change: Change }} Subject
 */

/** @param {Subject} subject @param {Pick<Parameter, 'name' | 'default' | 'minimum' | 'maximum' | 'step'>} parameter @param {unknown} value @param {(value: number) => Partial<State>} patch @param {(value: number) => string | undefined} [refuse] */
function slider(
  { change },
  { name, default: fallback, minimum, maximum, step },
  value,
  patch,
  refuse = () => undefined,
) {
  const on = (/** @type {CustomEvent<{ value: number, moving: boolean }>} */ { detail }) =>
    change(patch(detail.value), detail.moving);
  return html`<torchlet-number label=${name} .value=${value ?? fallback} .fallback=${fallback} .minimum=${minimum} .maximum=${maximum} .step=${step} .refuse=${refuse} @torchlet-value=${on}></torchlet-number>`;
}

/**
 * Values of which one is chosen.
 * @param {string} name
 * @param {unknown[]} options
 * @param {(option: any) => boolean} isChosen
 * @param {(option: any) => void} choose
 */
function choice(name, options, isChosen, choose) {
  return html`<fieldset class="choice">
    <legend>${name}</legend>
    ${options.map(
      (option) =>
        html`<label><input type="radio" name=${name} .checked=${isChosen(option)} @change=${() => choose(option)} />${option ?? 'None'}</label>`,
    )}
  </fieldset>`;
}

/** @param {Subject} subject */
function dimension({ state, activation, change }) {
  const rank = Math.max(1, shapeOf(state).length);
  const dim = /** @type {number | null} */ (state.parameters.dim);
  const options = [...Array.from({ length: rank }, (_, d) => d), ...(isGated(activation) ? [] : [null])];
  const own = dim !== null && dim < 0 ? dim + rank : dim;
  return choice(
    'dim',
    options,
    (d) => d === own,
    (d) => change({ parameters: { ...state.parameters, dim: d } }),
  );
}

/** @param {Subject} subject @param {Parameter} parameter */
function control(subject, parameter) {
  const { state, change } = subject;
  const { name, type, choices = [] } = parameter;
  const patch = (/** @type {import('../state/drawn.js').Value} */ value) => ({
    parameters: { ...state.parameters, [name]: value },
  });
  if (type === 'dim') return dimension(subject);
  if (type !== 'choice') return slider(subject, parameter, state.parameters[name], patch);
  return choice(
    name,
    choices,
    (word) => word === state.parameters[name],
    (word) => change(patch(word)),
  );
}

/** @param {Subject} subject */
function seed({ state, change }) {
  const on = (/** @type {Event} */ event) => {
    const box = /** @type {HTMLInputElement} */ (event.target);
    const { seed, problem } = readSeed(box.value);
    box.setCustomValidity(problem ?? '');
    box.setAttribute('aria-invalid', String(problem !== undefined));
    if (!problem) change({ seed }, event.type === 'input');
    else if (event.type === 'change') box.reportValidity();
  };
  const next = () => change({ seed: readSeed(String(BigInt(state.seed) + 1n)).seed });
  return html`<div class="seed">
    <label for="seed">seed</label>
    <input id="seed" type="text" inputmode="numeric" autocomplete="off" spellcheck="false" .value=${state.seed} @input=${on} @change=${on} />
    <button type="button" @click=${next}>next seed</button>
  </div>`;
}

const kTemperature = { name: 'temperature', default: 1, minimum: 0.1, maximum: 10, step: 0.1 };

/**
 * The controls of a figure.
 * @param {Subject} subject
 * @param {string[]} named only these; none named: all that the figure has, but a temperature only where one is set
 */
export function figureControls(subject, named) {
  const { state, activation, change } = subject;
  const isShown = (/** @type {string} */ name) => named.length === 0 || named.includes(name);
  const isDivided = !activation.elementwise && !isGated(activation);
  const hasTemperature =
    isDivided && (named.includes('temperature') || (named.length === 0 && state.temperature !== 1));
  const parts = activation.parameters.filter((p) => isShown(p.name)).map((p) => control(subject, p));
  if (hasTemperature)
    parts.push(
      slider(
        { ...subject, change },
        kTemperature,
        state.temperature,
        (temperature) => ({ temperature }),
        temperatureProblem,
      ),
    );
  if (isSeeded(state.source) && isShown('seed')) parts.push(seed(subject));
  return parts.length > 0
    ? html`<form class="controls" part="controls" @submit=${(/** @type {Event} */ event) => event.preventDefault()}>${parts}</form>`
    : nothing;
}
