// The gradient passed to backward(): ones, that of one output, random or the reader's own.
import { html, nothing } from 'lit';
import { readTensor } from '../../../figure/state/tensor_text.js';
import { isSeeded } from '../../../figure/state/vocabulary.js';
import { grouped, shortest } from '../../../figure/text/numbers.js';
import { field } from './field.js';

/**
 * @typedef {import('../../app.js').Playground} Playground
 * @typedef {import('../../../figure/state/vocabulary.js').Upstream} Upstream
 */

/** @param {Playground} page @param {import('../../../figure/numbers/model.js').Result} result */
export function upstreamView(page, result) {
  const { state } = page;
  const option = (/** @type {Upstream} */ value, /** @type {string} */ label) =>
    html`<label><input type="radio" name="upstream" .checked=${state.upstream === value} @change=${() => choose(page, result, value)} />${label}</label>`;
  return html`<div class="upstream">
    <fieldset class="choice">
      <legend>gradient passed to <code>backward()</code></legend>
      <div class="options">
        ${result.activation.elementwise ? nothing : option('', 'of one output')}
        ${option(result.activation.elementwise ? '' : 'ones', 'ones')} ${option('random', 'random')} ${option('typed', 'your own')}
      </div>
    </fieldset>
    <p class="quiet note">How the loss changes with each output; <code>backward()</code> multiplies it by the function’s derivative.</p>
    ${state.upstream === 'typed' ? html`<div class="fields">${typed(page, result)}</div>` : nothing}
    ${state.upstream === 'random' ? html`<p class="quiet note">torch.randn, ${isSeeded(state.source) ? 'drawn after the input' : 'from seed 0'}.</p>` : nothing}
  </div>`;
}

/** Typing starts from ones. @param {Playground} page @param {import('../../../figure/numbers/model.js').Result} result @param {Upstream} upstream */
function choose(page, { output }, upstream) {
  const { upstream: _, ...others } = page.drafts;
  page.drafts = others;
  const isStart = upstream === 'typed' && page.state.upstreamNumbers.length === 0;
  const count = output.numel() <= 100 ? output.numel() : 1;
  page.set({ upstream, ...(isStart ? { upstreamNumbers: new Array(count).fill(1) } : {}) });
}

/** @param {Playground} page @param {import('../../../figure/numbers/model.js').Result} result */
function typed(page, { output, upstream }) {
  const { upstreamNumbers: numbers } = page.state;
  const count = output.numel();
  return html`${field(
    page,
    'upstream',
    'numbers',
    numbers.map(shortest).join(', '),
    readTensor,
    (r) => ({ upstreamNumbers: r.numbers }),
    { isLong: true },
  )}
  ${
    upstream
      ? html`<p class="quiet note">One for each output, or one for all.</p>`
      : html`<p class="problem" role="status">${grouped(numbers.length)} numbers for ${grouped(count)} outputs: until they match, ones are used.</p>`
  }`;
}
