// The function's name as PyTorch prints it, and its formula as mathematics.
import { html } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { formulas } from '../../build/formulas.js';

/** @param {import('../../element/model.js').Result} result */
export function heading({ repr, activation }) {
  const { formula, derivative } = formulas[activation.module];
  return html`<div class="heading">
    <h1>${repr}</h1>
    <div class="formulas">
      <div class="formula">${unsafeHTML(formula)}</div>
      <div class="formula derivative">${unsafeHTML(derivative)}</div>
    </div>
  </div>`;
}
