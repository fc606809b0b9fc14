// What an embedded figure consists of: title, drawing, controls, printed tensors, code.
import { html, nothing } from 'lit';
import { defineParts } from './define.js';
import { stretches } from './drawing/scene.js';
import { figureControls } from './figure_controls.js';
import { elementName, outputOf } from './numbers/places.js';
import { partsOf } from './state/attributes.js';
import { pytorchCode } from './text/code.js';

/**
 * @typedef {import('./state/vocabulary.js').State} State
 * @typedef {import('./numbers/model.js').Result} Result
 * @typedef {object} View
 * @property {State} state
 * @property {Result} result
 * @property {number | null} marked
 * @property {string[] | null} controls null: none; an empty list: all
 * @property {(patch: Partial<State>, moving?: boolean) => void} change
 * @property {(event: CustomEvent<{ index: number | null, pinned: boolean }>) => void} mark
 */

/** @param {View} view */
function curve({ state, result, marked, change }) {
  const { show, compare, window } = state;
  // Without the part called gradient there is no strip of slopes.
  const hide = partsOf(state).has('gradient') ? state.hide : [...new Set([...state.hide, 'slope'])];
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
  return html`<div class="drawing ${result.activation.elementwise ? '' : 'rows'}">
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
    /** @type {import('./numbers/shaped_array.js').ShapedArray} */ tensor,
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
  return html`<figure class=${isDrawn ? 'drawn' : 'printed'} part="figure" lang="en" @torchlet-mark=${view.mark}>
    <figcaption part="title">${result.repr}</figcaption>
    <div class="body">
      <div class="main">
        ${isDrawn ? drawing(view) : nothing}
        ${controls ? figureControls({ state, activation: result.activation, change }, controls) : nothing}
        ${result.warnings.map((warning) => html`<p class="warning">${warning}</p>`)}
      </div>
      ${panels(view)}
    </div>
  </figure>`;
}
