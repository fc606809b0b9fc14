// The input: the tutorial's numbers, torch.randn, torch.rand, torch.linspace or typed ones; errors stand beside their field.
import { html } from 'lit';
import { endsOf } from '../../../figure/numbers/inputs.js';
import { articleExample, exampleNames, exampleOf, title } from '../../../figure/state/article.js';
import { shapeProblem } from '../../../figure/state/drawn.js';
import { readFinite } from '../../../figure/state/keys.js';
import { readSeed, readShape, readTensor } from '../../../figure/state/tensor_text.js';
import { activationOf, shapeOf } from '../../../figure/state/vocabulary.js';
import { grouped, shortest, written } from '../../../figure/text/numbers.js';
import { field } from './field.js';

/**
 * @typedef {import('../../app.js').Playground} Playground
 * @typedef {import('../../../figure/state/vocabulary.js').State} State
 */

/** Where an input can come from, and what it is called. @type {[State['source'], string, string][]} */
const sources = [
  ['article', 'a tutorial’s', `the numbers printed in “${title}”`],
  ['random', 'randn', 'random numbers, normally distributed'],
  ['rand', 'rand', 'random numbers, evenly distributed'],
  ['linspace', 'linspace', 'evenly spaced numbers'],
  ['typed', 'your own', 'numbers that you type or paste'],
];

/** @param {Playground} page */
export function inputs(page) {
  const { state } = page;
  const make = { article, random, rand: random, linspace, typed }[state.source];
  return html`<form class="controls inputs" @submit=${(/** @type {Event} */ e) => e.preventDefault()}>
    <fieldset class="choice">
      <legend>input</legend>
      <div class="options">
        ${sources.map(
          ([value, label, words]) =>
            html`<label title=${words}><input type="radio" name="source" .checked=${state.source === value} @change=${() => choose(page, value)} />${label}</label>`,
        )}
      </div>
    </fieldset>
    <div class="fields">${make(page)}</div>
  </form>`;
}

/** @param {Playground} page @param {State['source']} source */
function choose(page, source) {
  const { state, result } = page;
  page.drafts = {};
  // Typing starts from the numbers that are there.
  const isSmall = result !== null && result.input.numel() <= 100;
  const start =
    isSmall && result
      ? { numbers: Array.from(result.input.data), shape: [...result.input.shape] }
      : { numbers: [-2, -1, 0, 1, 2], shape: [5] };
  const shape = source !== 'article' && state.source === 'article' ? { shape: shapeOf(state) } : {};
  page.set({ source, example: '', ends: null, ...(source === 'typed' ? start : shape) });
}

/** How many numbers: 18, or 4 × 5. @param {import('../../../figure/state/article.js').Example} example */
const sizeOf = ({ shape }) => shape.join(' × ');

/** @param {Playground} page */
function article(page) {
  const { state } = page;
  const shown = exampleOf(state);
  const choose = (/** @type {Event} */ event) =>
    page.set({ source: 'article', example: /** @type {HTMLSelectElement} */ (event.target).value });
  return html`<label for="example">numbers</label>
      <select class="box" id="example" @change=${choose}>
        ${exampleNames.map((name) => html`<option value=${name} ?selected=${name === shown.of}>${sizeOf(articleExample(name))} printed for ${name}</option>`)}
      </select>
    <p class="quiet note">${page.keptInput ? `${shapeProblem(activationOf(state.activation), shapeOf({ ...state, ...page.keptInput }))}: these are its own, yours come back with the next function. ` : ''}From “${title}”, to the four digits printed there${shown.shape.length > 1 ? `, in [${shown.shape.join(', ')}]` : ''}.</p>`;
}

/** @param {Playground} page */
function shapeField(page) {
  const { shape } = page.state;
  const text = shape.length === 0 ? '[]' : shape.join(', ');
  return field(page, 'shape', 'shape', text, readShape, (r) => ({ shape: r.shape }));
}

/**
 * A field of one number.
 * @param {Playground} page
 * @param {string} label
 * @param {number} value
 * @param {(value: number) => Partial<State>} patch
 */
function numberField(page, label, value, patch) {
  const read = (/** @type {string} */ text) => {
    const { value: number, problem } = readFinite(text);
    return { number, problem: problem && `${problem.replace(/^it/, `The ${label}`)}.` };
  };
  return field(page, label, label, written(value), read, (r) => patch(r.number));
}

/** The two ends of torch.rand's or torch.linspace's numbers. @param {Playground} page */
function ends(page) {
  const [from, to] = endsOf(page.state);
  return html`${numberField(page, 'from', from, (value) => ({ ends: [value, to] }))}
  ${numberField(page, 'to', to, (value) => ({ ends: [from, value] }))}`;
}

/** @param {Playground} page */
function random(page) {
  const { source, seed, mean, scale } = page.state;
  const after = html`<button type="button" class="plain" aria-label="next seed" @click=${() => nextSeed(page)}>next</button>`;
  return html`${shapeField(page)} ${field(page, 'seed', 'seed', seed, readSeed, (r) => ({ seed: r.seed }), { after })}
    ${
      source === 'rand'
        ? ends(page)
        : html`${numberField(page, 'mean', mean, (value) => ({ mean: value }))}
          ${numberField(page, 'scale', scale, (value) => ({ scale: value }))}`
    }`;
}

/** @param {Playground} page */
function linspace(page) {
  return html`${shapeField(page)}<span></span><span></span>${ends(page)}`;
}

/** @param {Playground} page */
function nextSeed(page) {
  const { seed: _, ...others } = page.drafts;
  page.drafts = others;
  page.set({ seed: readSeed(String(BigInt(page.state.seed) + 1n)).seed });
}

/** Numbers in brackets, one for each dimension beyond the first. @param {string[]} items @param {number[]} shape @returns {string} */
function nested(items, shape) {
  if (shape.length === 0) return items.join(', ');
  const inner = (/** @type {string[]} */ part, /** @type {number[]} */ sizes) => {
    if (sizes.length === 1) return `[${part.join(', ')}]`;
    const size = part.length / sizes[0];
    const rows = /** @type {string[]} */ (
      Array.from({ length: sizes[0] }, (_, i) => inner(part.slice(i * size, (i + 1) * size), sizes.slice(1)))
    );
    return `[${rows.join(',\n ')}]`;
  };
  return shape.length === 1 ? items.join(', ') : inner(items, shape);
}

/** @param {Playground} page */
function typed(page) {
  const { numbers, shape } = page.state;
  const text = nested(numbers.map(shortest), shape);
  return field(
    page,
    'numbers',
    `numbers${shape.length > 1 ? `, ${shape.map(grouped).join(' × ')}` : ''}`,
    text,
    readTensor,
    (r) => ({ numbers: r.numbers, shape: r.shape }),
    { isLong: true },
  );
}
