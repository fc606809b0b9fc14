// The function's name as PyTorch prints it, in a sentence what it does, and its formula as mathematics.
import { html } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { formulas } from '../../build/formulas.js';
import { aboutOf } from '../words/words.js';

/** @typedef {import('../../figure/numbers/model.js').Result} Result */

/** @param {Result} result */
export function heading({ repr, activation }) {
  return html`<div class="heading">
    <h1>${repr}</h1>
    <p class="lead">${aboutOf(activation.module).lead}</p>
  </div>`;
}

/** @param {Result} result */
export function formulaView({ activation, parameters }) {
  const { module } = activation;
  const choice = activation.parameters.find((p) => p.type === 'choice');
  const chosen = choice ? `${module} ${parameters[choice.name]}` : module;
  const { formula, derivative } = formulas[chosen in formulas ? chosen : module];
  return html`<div class="formulas">
    <div class="formula">${unsafeHTML(formula)}</div>
    <div class="formula derivative">${unsafeHTML(derivative)}</div>
  </div>`;
}
