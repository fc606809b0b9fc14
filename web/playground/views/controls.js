// Parameters and input: sliders, the dimension, shape, seed, the tutorial's tensor or typed numbers; errors stand beside their field.
import { html, nothing } from 'lit';
import { articleExample, title } from '../../element/article.js';
import { grouped, shortest } from '../../element/numbers.js';
import { isBounded } from '../../element/scene.js';
import { readSeed, readShape, readTensor } from '../../element/tensor_text.js';
import { shapeOf } from '../../element/vocabulary.js';

/**
 * @typedef {import('../app.js').Playground} Playground
 * @typedef {import('../../element/model.js').Result} Result
 * @typedef {import('../../element/vocabulary.js').State} State
 */

/** @param {Playground} page @param {Result} result */
export function controls(page, result) {
  const { activation } = result;
  return html`<form class="controls" @submit=${(/** @type {Event} */ e) => e.preventDefault()}>
    <div class="parameters ${activation.elementwise ? '' : 'row-wise'}">
      ${activation.parameters.map((p) => (p.type === 'dim' ? dimension(page) : p.type === 'choice' ? choice(page, p) : slider(page, p)))}
      ${activation.parameters.length === 0 ? plain(activation) : nothing}
      ${activation.module in remarks ? html`<p class="quiet">${remarks[activation.module]}</p>` : nothing}
      ${result.warnings.map((warning) => html`<p class="warning">${warning}</p>`)}
    </div>
    ${inputs(page)}
    ${activation.elementwise && isBounded(activation) ? scales(page) : nothing}
  </form>`;
}

/** What the parameters do not say of themselves. @type {Record<string, unknown>} */
const remarks = {
  PReLU: html`The weight is learned: PyTorch starts at 0.25 and may have one for each channel. Here it is one number.`,
  RReLU: html`Drawn as in evaluation, with the mean of both for a slope. In training each negative element draws its own between them.`,
  Softmax2d: html`Softmax over the channels, the third dimension from the last: one slice for each place of the image.`,
};

/** @param {import('../../element/drawn.js').Activation} activation */
function plain({ module, inplace }) {
  if (module in remarks) return nothing;
  return inplace
    ? html`<p class="quiet">${module} has no parameter but <code>inplace</code>, which decides where the result goes, not what it is.</p>`
    : html`<p class="quiet">${module} has no parameters.</p>`;
}

/** @param {Playground} page @param {import('../../element/drawn.js').Parameter} parameter */
function slider(page, { name, default: fallback, minimum, maximum, step }) {
  return html`<torchlet-number
    label=${name}
    .value=${page.state.parameters[name]}
    .fallback=${fallback}
    .minimum=${minimum}
    .maximum=${maximum}
    .step=${step}
    @torchlet-value=${(/** @type {CustomEvent<{ value: number, moving: boolean }>} */ e) => page.setParameter(name, e.detail.value, e.detail.moving)}
  ></torchlet-number>`;
}

/** @param {Playground} page @param {import('../../element/drawn.js').Parameter} parameter */
function choice(page, { name, choices = [] }) {
  return html`<fieldset class="choice">
    <legend><code>${name}</code></legend>
    ${choices.map(
      (word) =>
        html`<label><input type="radio" name=${name} .checked=${page.state.parameters[name] === word} @change=${() => page.setParameter(name, word)} />${word}</label>`,
    )}
  </fieldset>`;
}

/** @param {Playground} page */
function dimension(page) {
  const rank = Math.max(1, shapeOf(page.state).length);
  const dim = /** @type {number | null} */ (page.state.parameters.dim);
  const options = [...Array.from({ length: rank }, (_, d) => d), null];
  const isChosen = (/** @type {number | null} */ d) =>
    d === dim || (dim !== null && d !== null && dim < 0 && dim + rank === d);
  return html`<fieldset class="choice">
    <legend><code>dim</code></legend>
    ${options.map(
      (d) =>
        html`<label><input type="radio" name="dim" .checked=${isChosen(d)} @change=${() => page.setParameter('dim', d)} />${d === null ? 'None' : d}</label>`,
    )}
  </fieldset>`;
}

/** @param {Playground} page */
function scales(page) {
  const { show } = page.state;
  const isEqual = show.includes('equal');
  const other = isEqual ? show.filter((word) => word !== 'equal') : [...show, 'equal'];
  return html`<label class="scales"><input type="checkbox" .checked=${isEqual} @change=${() => page.set({ show: other })} />equal scales on both axes</label>`;
}

/** @param {Playground} page */
function inputs(page) {
  const { state } = page;
  const source = (/** @type {State['source']} */ value, /** @type {string} */ label) =>
    html`<label><input type="radio" name="source" .checked=${state.source === value} @change=${() => chooseSource(page, value)} />${label}</label>`;
  return html`<div class="inputs">
    <fieldset class="choice">
      <legend>input</legend>
      ${source('article', 'tutorial’s')} ${source('random', 'random')} ${source('typed', 'typed')}
    </fieldset>
    <div class="source">${state.source === 'random' ? random(page) : state.source === 'typed' ? typed(page) : article(page)}</div>
  </div>`;
}

/** @param {Playground} page @param {State['source']} source */
function chooseSource(page, source) {
  const { state, result } = page;
  page.drafts = {};
  // Typing starts from the numbers that are there.
  const isSmall = result !== null && result.input.numel() <= 100;
  const start =
    isSmall && result
      ? { numbers: Array.from(result.input.data), shape: [...result.input.shape] }
      : { numbers: [-2, -1, 0, 1, 2], shape: [5] };
  const shape = source === 'random' && state.source === 'article' ? { shape: shapeOf(state) } : {};
  page.set({ source, ...(source === 'typed' ? start : shape) });
}

/** @param {Playground} page */
function article(page) {
  const { shape, numbers, of } = articleExample(page.state.activation);
  return html`<p class="quiet" title=${title}>The ${numbers.length} numbers that the tutorial prints for ${of}, to its four digits${shape.length > 1 ? `, in [${shape.join(', ')}]` : ''}.</p>`;
}

/**
 * A text field whose good values go to the state while typing; a bad one is explained and stays, and so does the figure.
 * @template T
 * @param {Playground} page
 * @param {string} key
 * @param {string} label
 * @param {string} text
 * @param {(text: string) => { problem?: string } & T} read
 * @param {(reading: T) => Partial<State>} patch
 * @param {boolean} [isLong]
 */
function field(page, key, label, text, read, patch, isLong = false) {
  const draft = page.drafts[key];
  const on = (/** @type {Event} */ event) => {
    const value = /** @type {HTMLInputElement} */ (event.target).value;
    const reading = read(value);
    const isTyping = event.type === 'input';
    const { [key]: _, ...others } = page.drafts;
    page.drafts =
      reading.problem || isTyping ? { ...others, [key]: { text: value, problem: reading.problem ?? '' } } : others;
    if (!reading.problem) page.set(patch(reading), { moving: isTyping });
  };
  const problem = draft?.problem ?? '';
  const id = `field-${key}`;
  const shared = draft?.text ?? text;
  return html`<div class="field ${isLong ? 'long' : ''}">
    <label for=${id}>${label}</label>
    ${
      isLong
        ? html`<textarea id=${id} rows="3" spellcheck="false" aria-invalid=${problem ? 'true' : 'false'} aria-describedby="${id}-problem" .value=${shared} @input=${on} @change=${on}></textarea>`
        : html`<input id=${id} type="text" autocomplete="off" spellcheck="false" aria-invalid=${problem ? 'true' : 'false'} aria-describedby="${id}-problem" .value=${shared} @input=${on} @change=${on} />`
    }
    <p class="problem" id="${id}-problem" role="status">${problem}</p>
  </div>`;
}

/** @param {Playground} page */
function random(page) {
  const { state } = page;
  const shape = state.shape.length === 0 ? '[]' : state.shape.join(', ');
  return html`<div class="random">
    ${field(page, 'shape', 'shape', shape, readShape, (r) => ({ shape: r.shape }))}
    ${field(page, 'seed', 'seed', state.seed, readSeed, (r) => ({ seed: r.seed }))}
    <button type="button" class="next" @click=${() => nextSeed(page)}>next seed</button>
  </div>`;
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
    true,
  );
}
