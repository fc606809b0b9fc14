// How fast the kernel is on the reader's machine, on request.
import { html, nothing } from 'lit';
import { grouped } from '../../figure/text/numbers.js';
import { kTurns, measure } from '../speed.js';

/**
 * @typedef {import('../app.js').Playground} Playground
 * @typedef {import('../../figure/numbers/model.js').Result} Result
 * @typedef {import('../speed.js').Speed} Speed
 * @typedef {{ of: string, isRunning: boolean, speed: Speed | null, problem: string }} Measured `of` tells for which result
 */

/** From so many elements on the time of one means something. */
const kMany = 100;

/** @param {Result} result */
const keyOf = ({ repr, input, activation }) => `${activation.module} ${repr} ${input.shape}`;

/** Three digits that count. @param {number} value */
const digits = (value) =>
  value >= 100 ? grouped(Math.round(value)) : value.toPrecision(value < 0.01 ? 1 : 2).replace(/e.*/, '');

/** @param {number} microseconds */
const duration = (microseconds) =>
  microseconds >= 1000 ? `${digits(microseconds / 1000)} ms` : `${digits(microseconds)} µs`;

/** @param {Playground} page @param {Result} result */
async function run(page, result) {
  const of = keyOf(result);
  page.measured = { of, isRunning: true, speed: null, problem: '' };
  try {
    page.measured = { of, isRunning: false, speed: await measure(result), problem: '' };
  } catch (error) {
    page.measured = {
      of,
      isRunning: false,
      speed: null,
      problem: error instanceof Error ? error.message : String(error),
    };
  }
}

/** @param {Speed} speed @param {number} all the tensor's elements */
function words({ elements, kernel, plain, why }, all) {
  const part =
    elements < all
      ? `The first ${grouped(elements)} elements`
      : `${grouped(elements)} ${elements === 1 ? 'element' : 'elements'}`;
  const each = elements >= kMany ? `, ${digits((1000 * kernel) / elements)} ns each` : '';
  const ratio = plain === null ? 0 : plain / kernel;
  return html`${part}: <b>${duration(kernel)}</b> in C++ SIMD${each}.
    ${
      plain === null
        ? why
        : ratio >= 1
          ? html`Plain JavaScript takes <b>${duration(plain)}</b>, ${digits(ratio)} times as long.`
          : html`Plain JavaScript takes <b>${duration(plain)}</b>: for so few, checking the call costs more than the work.`
    }
    Medians of ${kTurns} turns, just now, on this machine.`;
}

/** @param {Playground} page @param {Result} result */
export function speedView(page, result) {
  const { measured } = page;
  const isOfThis = measured?.of === keyOf(result);
  const isRunning = measured?.isRunning ?? false;
  const count = result.input.numel();
  return html`<section class="speed" aria-label="Speed">
    <div class="code-head">
      <span>how fast it is here</span>
      <button type="button" class="plain" ?disabled=${isRunning || count === 0} @click=${() => run(page, result)}>${isRunning ? 'Measuring …' : 'Measure'}</button>
    </div>
    <p role="status">${isOfThis && measured?.speed ? words(measured.speed, count) : isOfThis && measured?.problem ? measured.problem : nothing}</p>
  </section>`;
}
