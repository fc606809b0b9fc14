// The page beneath its masthead: the functions, the figure with what sets it, the tensors with what is taken away, the words.
import { html, nothing } from 'lit';
import { stretches } from '../../figure/drawing/curve/scene.js';
import { elementName, outputOf } from '../../figure/numbers/places.js';
import { words } from '../words/words.js';
import { chainView } from './chain.js';
import { codeView } from './code.js';
import { embedView } from './embed.js';
import { fold } from './fold.js';
import { gallery } from './gallery.js';
import { formulaView, heading } from './heading.js';
import { moments, statement, table } from './numbers.js';
import { compareView } from './settings/compare.js';
import { parameters } from './settings/controls.js';
import { upstreamView } from './settings/gradient.js';
import { inputs } from './settings/inputs.js';
import { speedView } from './speed.js';
import { shown, viewControls } from './view.js';

/**
 * @typedef {import('../app.js').Playground} Playground
 * @typedef {import('../../figure/numbers/model.js').Result} Result
 */

/** @param {Playground} page @param {Result} result */
export function body(page, result) {
  const { state, marked } = page;
  const isCurve = result.activation.elementwise;
  const asCells = state.show.includes('cells');
  const stretch = stretches(result.activation, state.show);
  return html`
    <div class="layout" @torchlet-mark=${(/** @type {CustomEvent<{ index: number | null, pinned: boolean }>} */ e) => page.onMark(e)} @torchlet-dim=${(/** @type {CustomEvent<{ dim: number }>} */ e) => page.setParameter('dim', e.detail.dim)}>
      ${gallery(page)}
      <main tabindex="-1">
        <div class="columns">
        <section class="stage">
          ${heading(result)}
          <div class="figure">
            ${
              isCurve
                ? html`<torchlet-curve
                    .result=${result}
                    .marked=${marked}
                    .stretch=${stretch}
                    .compare=${state.compare}
                    .hide=${state.hide}
                    .window=${state.window}
                    .differences=${state.show.includes('differences')}
                    .arrows=${state.show.includes('arrows')}
                    .description=${'The key H plays the curve as sound, and stops it.'}
                    @torchlet-window=${(/** @type {CustomEvent} */ e) => page.set({ window: e.detail.window }, { moving: e.detail.moving })}
                  ></torchlet-curve>`
                : html`<torchlet-rows .result=${result} .marked=${marked}></torchlet-rows>`
            }
          </div>
          ${page.isNarrow ? compareView(page, result) : nothing} ${viewControls(page, result)} ${statement(result)} ${formulaView(result)}
        </section>
        <section class="settings" aria-label="Settings">
          ${parameters(page, result)} ${fold(page, 'Input', inputs(page), true)}
          ${page.isNarrow ? nothing : compareView(page, result)}
          ${fold(page, 'Gradient passed to backward()', upstreamView(page, result))}
        </section>
        <section class="tensors" aria-label="Tensors">
          <torchlet-tensor name="input" ?cells=${asCells} kind="input" .tensor=${result.input} .version=${result} .marked=${marked}></torchlet-tensor>
          <torchlet-tensor name="output" ?cells=${asCells} kind="output" .tensor=${result.output} .version=${result} .marked=${marked === null ? null : outputOf(result.input.shape, result.output.shape, marked)}></torchlet-tensor>
          <torchlet-tensor
            name="input.grad" ?cells=${asCells}
            kind="gradient"
            note=${gradientNote(result)}
            .tensor=${result.gradient}
            .version=${result}
            .marked=${marked}
          ></torchlet-tensor>
          <div class="view">${shown(page, 'cells', 'tensors as shaded cells')}</div>
          ${moments(result)} ${fold(page, 'The same as code, files', codeView(page, result))}
          ${embedView(page, result)} ${table(page, result)} ${speedView(page, result)}
        </section>
        </div>
        ${page.hasPicture ? html`${chainView(page, result)} ${words(page, result)}` : nothing}
      </main>
    </div>
  `;
}

/** @param {Result} result */
function gradientNote({ chosen, output, upstream }) {
  if (upstream) return 'after output.backward(…)';
  return chosen === null
    ? 'after output.backward(ones)'
    : `after ${elementName('output', output.shape, chosen)}.backward()`;
}
