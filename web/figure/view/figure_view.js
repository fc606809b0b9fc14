// What an embedded figure consists of: title, drawing, controls, printed tensors, code.
import { html, nothing } from 'lit';
import { defineParts } from '../define.js';
import { stretches } from '../drawing/curve/scene.js';
import { elementName, outputOf } from '../numbers/places.js';
import { partsOf } from '../state/attributes.js';
import { pytorchCode } from '../text/code.js';
import { figureControls } from './figure_controls.js';

/**
 * @typedef {import('../state/vocabulary.js').State} State
 * @typedef {import('../numbers/model.js').Result} Result
 * @typedef {object} View
 * @property {State} state
 * @property {Result} result
 * @property {number | null} marked
 * @property {string} problem of what else an author wrote; nothing where all is well
 * @property {string[] | null} controls null: none; an empty list: all
 * @property {(patch: Partial<State>, moving?: boolean) => void} change
 * @property {(event: CustomEvent<{ index: number | null, pinned: boolean }>) => void} mark
 */

/** Without the part called gradient there is no strip of slopes. @param {State} state */
const hidden = (state) => (partsOf(state).has('gradient') ? state.hide : [...new Set([...state.hide, 'slope'])]);

/** How the room is shared out. @param {View} view */
function arrangement({ state, result }) {
  if (!partsOf(state).has('curve')) return 'printed';
  if (!result.activation.elementwise) return 'drawn rows';
  return hidden(state).includes('slope') && !state.show.includes('differences') ? 'drawn' : 'drawn sloped';
}

/** @param {View} view */
function curve({ state, result, marked, change }) {
  const { show, compare, window } = state;
  const hide = hidden(state);
  const zoom = (/** @type {CustomEvent} */ { detail }) => change({ window: detail.window }, detail.moving);
  return html`<torchlet-curve
      exportparts="stage, readout"
      .result=${result}
      .marked=${marked}
      .stretch=${stretches(result.activation, show)}
      .compare=${compare}
      .hide=${hide}
      .window=${window}
      .differences=${show.includes('differences')}
      .arrows=${show.includes('arrows')}
      @torchlet-window=${zoom}
    ></torchlet-curve>
    ${window ? html`<button type="button" class="reset" @click=${() => change({ window: null })}>whole curve</button>` : nothing}`;
}

/** @param {View} view */
function drawing(view) {
  const { result, marked, state, change } = view;
  const turn = (/** @type {CustomEvent<{ dim: number }>} */ { detail }) =>
    change({ parameters: { ...state.parameters, dim: detail.dim } });
  return html`<div class="drawing">
    ${
      result.activation.elementwise
        ? curve(view)
        : html`<torchlet-rows exportparts="stage" .result=${result} .marked=${marked} @torchlet-dim=${turn}></torchlet-rows>`
    }
  </div>`;
}

/** Where a gradient comes from. @param {Result} result */
function origin({ chosen, output, upstream }) {
  if (upstream) return 'after output.backward(…)';
  return chosen === null
    ? 'after output.backward(ones)'
    : `after ${elementName('output', output.shape, chosen)}.backward()`;
}

/** @param {View} view */
function panels({ state, result, marked }) {
  const parts = partsOf(state);
  const { input, output, gradient } = result;
  const asCells = state.show.includes('cells');
  const tensor = (
    /** @type {string} */ name,
    /** @type {string} */ kind,
    /** @type {import('../numbers/shaped_array.js').ShapedArray} */ tensor,
    /** @type {number | null} */ at,
    note = '',
  ) =>
    html`<torchlet-tensor exportparts="panel" name=${name} kind=${kind} note=${note} ?cells=${asCells} .tensor=${tensor} .version=${result} .marked=${at}></torchlet-tensor>`;
  const at = marked === null ? null : outputOf(input.shape, output.shape, marked);
  const list = [
    parts.has('tensors') ? [tensor('input', 'input', input, marked), tensor('output', 'output', output, at)] : [],
    parts.has('gradient') ? tensor('input.grad', 'gradient', gradient, marked, origin(result)) : [],
    parts.has('code')
      ? html`<pre class="code" part="code" tabindex="0" role="group" aria-label="The same in PyTorch">${pytorchCode(state, result)}</pre>`
      : [],
  ].flat();
  return list.length > 0 ? html`<div class="panels" part="panels">${list}</div>` : nothing;
}

/** @param {View} view */
export function figureView(view) {
  const { state, result, controls, change } = view;
  const isDrawn = partsOf(state).has('curve');
  defineParts([
    result.activation.elementwise ? 'torchlet-curve' : 'torchlet-rows',
    'torchlet-tensor',
    ...(controls ? /** @type {const} */ (['torchlet-number']) : []),
  ]);
  const main = [
    isDrawn ? drawing(view) : [],
    controls ? figureControls({ state, activation: result.activation, change }, controls) : [],
    result.warnings.map((warning) => html`<p class="warning">${warning}</p>`),
    view.problem ? html`<p class="message" part="message">${view.problem}</p>` : [],
  ]
    .flat()
    .filter((part) => part !== nothing);
  return html`<figure class=${arrangement(view)} part="figure" lang="en" @torchlet-mark=${view.mark}>
    <figcaption part="title">${result.repr}</figcaption>
    ${main.length > 0 ? html`<div class="main">${main}</div>` : nothing}
    ${panels(view)}
  </figure>`;
}
