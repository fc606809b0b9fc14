// What the numbers say, in a sentence; and all of them as a table.
import { html } from 'lit';
import { indicesOf } from '../../element/model.js';
import { grouped, share } from '../../element/numbers.js';
import { printed, rounded } from '../../element/readout.js';

/**
 * @typedef {import('../../element/model.js').Result} Result
 */

const kMostRows = 200;

/** @param {Result} result */
export function statement(result) {
  return html`<p class="statement">${result.activation.elementwise ? gradientWords(result) : sliceWords(result)} <span class="warning">${result.warnings.join(' ')}</span></p>`;
}

/** @param {Result} result */
function gradientWords({ counts, isWhole }) {
  const { total, dead, saturated, least } = counts;
  if (!isWhole) return html`${grouped(total)} elements: their slopes are counted when the slider rests.`;
  if (total === 0) return 'The tensor has no elements: shape with a 0 in it.';
  if (dead === 0 && saturated === 0) {
    return html`All ${grouped(total)} elements pass gradient back; the smallest slope among them is ${least < 0.001 ? printed(least) : rounded(least, 4)}.`;
  }
  const words = [];
  if (dead > 0)
    words.push(
      html`<b>${share(dead, total)}</b> elements ${dead === 1 ? 'is' : 'are'} dead: slope exactly 0, they pass no gradient back. `,
    );
  if (saturated > 0)
    words.push(
      html`<b>${share(saturated, total)}</b> elements ${saturated === 1 ? 'is' : 'are'} saturated: less than a thousandth of the gradient gets through. `,
    );
  return words;
}

/** @param {Result} result */
function sliceWords({ input, dim, chosen, output }) {
  const count = input.numel();
  if (count === 0) return 'The tensor has no elements: shape with a 0 in it.';
  const length = input.shape.length === 0 ? 1 : input.shape[dim];
  const slices = count / length;
  const name = `output[${indicesOf(output.shape, chosen ?? 0).join(', ')}]`;
  return html`<b>${grouped(slices)}</b> ${slices === 1 ? 'slice' : 'slices'} of ${grouped(length)} along dim ${dim}; each sums to 1. The gradient of ${name} stays within its own slice.`;
}

/** @param {Result} result */
export function table({ input, output, gradient }) {
  const count = Math.min(kMostRows, input.numel());
  return html`<details class="table">
    <summary>All numbers as a table</summary>
    <div class="table-scroll" tabindex="0" role="group" aria-label="Table of elements">
      <table>
        <caption>
          ${count < input.numel() ? `The first ${count} of ${grouped(input.numel())} elements` : 'Every element'}
        </caption>
        <thead>
          <tr><th scope="col">index</th><th scope="col">input</th><th scope="col">output</th><th scope="col">input.grad</th></tr>
        </thead>
        <tbody>
          ${Array.from(
            { length: count },
            (_, i) =>
              html`<tr><th scope="row">[${indicesOf(input.shape, i).join(', ')}]</th><td>${printed(input.data[i])}</td><td>${printed(output.data[i])}</td><td>${printed(gradient.data[i])}</td></tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
