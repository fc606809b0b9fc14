// What the numbers say, in a sentence; and all of them as a table.
import { html } from 'lit';
import { elementName, indicesOf, outputOf } from '../../figure/numbers/places.js';
import { sumWords } from '../../figure/numbers/shares.js';
import { isGated } from '../../figure/state/drawn.js';
import { grouped, share, written } from '../../figure/text/numbers.js';
import { printed, rounded } from '../../figure/text/readout.js';

/**
 * @typedef {import('../../figure/numbers/model.js').Result} Result
 */

const kMostRows = 200;
/** So many dead elements are named; of so many the values are said too. */
const kMostNamed = 10;
const kMostSaid = 3;
/** So many elements are looked through for a word. */
const kLooked = 1000;

/** @param {Result} result */
export function statement(result) {
  return html`<p class="statement">${result.activation.elementwise ? gradientWords(result) : sliceWords(result)}</p>`;
}

/** Whether a slope is negative, as far as that is looked for. @param {Result} result */
const hasFalling = ({ slopes }) => slopes.data.subarray(0, kLooked).some((slope) => slope < 0);

/** The dead elements, where they are few: ` (input[1] = −0.5, [4] = −2)`. @param {Result} result */
function which({ counts: { dead, total }, input, slopes }) {
  if (dead > kMostNamed || total > kLooked || total === 1) return '';
  const places = [];
  for (let i = 0; i < total; i++) {
    if (slopes.data[i] !== 0) continue;
    const value = dead > kMostSaid ? '' : ` = ${inWords(input.data[i])}`;
    places.push(`[${indicesOf(input.shape, i).join(', ')}]${value}`);
  }
  return ` (input${places.join(', ')})`;
}

/** An element's value in a sentence, to four digits. @param {number} value */
const inWords = (value) => written(Number(value.toPrecision(9))).replace('-', '−');

/** @param {Result} result */
function gradientWords(result) {
  const { counts, isWhole } = result;
  const { total, dead, saturated, least, nan } = counts;
  if (!isWhole) return html`${grouped(total)} elements: their slopes are being counted.`;
  if (total === 0) return 'The tensor has no elements: shape with a 0 in it.';
  if (dead === 0 && saturated === 0 && nan === 0) {
    const slope = least < 0.001 ? printed(least) : rounded(least, 4);
    return total === 1
      ? html`The one element passes gradient back; its slope is ${slope} in magnitude.`
      : html`All ${grouped(total)} elements pass gradient back; the smallest slope among them is ${slope}${hasFalling(result) ? ' in magnitude' : ''}.`;
  }
  const words = [];
  const elements = total === 1 ? 'element' : 'elements';
  if (dead > 0)
    words.push(
      html`<b>${share(dead, total)}</b> ${elements} ${dead === 1 ? 'is' : 'are'} dead${which(result)}: slope exactly 0, no gradient gets back. `,
    );
  if (saturated > 0)
    words.push(
      html`<b>${share(saturated, total)}</b> ${elements} ${saturated === 1 ? 'is' : 'are'} saturated: less than a thousandth of the gradient gets through. `,
    );
  if (nan > 0)
    words.push(html`<b>${share(nan, total)}</b> ${elements} ${nan === 1 ? 'has' : 'have'} nan for a slope. `);
  return words;
}

/** @param {Result} result */
function sliceWords({ activation, input, dim, chosen, output, counts }) {
  const count = input.numel();
  if (count === 0) return 'The tensor has no elements: shape with a 0 in it.';
  const length = input.shape.length === 0 ? 1 : input.shape[dim];
  const slices = count / length;
  const name = elementName('output', output.shape, chosen ?? 0);
  const whole = sumWords(activation).replace('each', slices === 1 ? 'it' : 'each');
  if (isGated(activation))
    return html`<b>${grouped(slices)}</b> ${slices === 1 ? 'slice' : 'slices'} of ${grouped(length)} along dim ${dim}: the first ${grouped(length / 2)} are let through as far as the sigmoid of the last ${grouped(length / 2)} opens. ${name} passes gradient back to its own pair only.`;
  const sums = counts.nan > 0 ? `nan where nan or inf came in, else ${whole}` : whole;
  return html`<b>${grouped(slices)}</b> ${slices === 1 ? 'slice' : 'slices'} of ${grouped(length)} along dim ${dim}; ${sums}. The gradient of ${name} stays within its own slice.`;
}

/** A share in per cent with one digit, so that it keeps its room. @param {number} part @param {number} whole */
const percent = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);

/** What the function makes of the distribution. @param {Result} result */
export function moments({ activation, counts, moments: { input, output }, isWhole }) {
  const { total, dead, saturated } = counts;
  const row = (
    /** @type {string} */ name,
    /** @type {import('../../figure/numbers/model.js').Moments} */ { mean, std },
  ) => html`<tr class=${name}><th scope="row">${name}</th><td>${rounded(mean, 4)}</td><td>${rounded(std, 4)}</td></tr>`;
  return html`<div class="moments ${isWhole ? '' : 'waiting'}">
    <table>
      <thead><tr><th scope="col"><span class="visually-hidden">tensor</span></th><th scope="col">mean</th><th scope="col">std</th></tr></thead>
      <tbody>${row('input', input)}${row('output', output)}</tbody>
    </table>
    ${
      activation.elementwise
        ? html`<table>
            <thead><tr><th scope="col">dead</th><th scope="col">saturated</th></tr></thead>
            <tbody>
              <tr><td>${percent(dead, total)}</td><td>${percent(saturated, total)}</td></tr>
            </tbody>
          </table>`
        : ''
    }
  </div>`;
}

/** The rows are there while they are seen: they cost a millisecond a frame. @param {import('../app.js').Playground} page @param {Result} result */
export function table(page, result) {
  const toggle = (/** @type {Event} */ event) => {
    page.hasTable = /** @type {HTMLDetailsElement} */ (event.target).open;
  };
  return html`<details class="table" @toggle=${toggle}>
    <summary>All numbers as a table</summary>
    ${page.hasTable ? rowsOf(result) : ''}
  </details>`;
}

/** @param {Result} result */
function rowsOf({ input, output, gradient }) {
  const count = Math.min(kMostRows, input.numel());
  return html`<div class="table-scroll" tabindex="0" role="group" aria-label="Table of elements">
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
              html`<tr><th scope="row">[${indicesOf(input.shape, i).join(', ')}]</th><td>${printed(input.data[i])}</td><td>${printed(output.data[outputOf(input.shape, output.shape, i)])}</td><td>${printed(gradient.data[i])}</td></tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}
