// The code that prints the same, to copy; the numbers, to save.
import { html, nothing } from 'lit';
import { svgOf } from '../../figure/drawing/still.js';
import { javascriptCode, pytorchCode } from '../../figure/text/code.js';
import { grouped } from '../../figure/text/numbers.js';
import { siteFolder } from '../../site/rooms.js';
import { csvOf, jsonOf, pngOf, save } from '../files.js';

/** @typedef {'PyTorch' | 'JavaScript'} Language */

/** The text of more numbers would be larger than a page can hold. */
const kMostSaved = 1_000_000;

/** An address that is longer, servers and messengers cut. */
const kLongestProgram = 4000;

/** The way to the page where the program runs and can be changed; there is none from a page that stands alone. @param {string} code */
function runLink(code) {
  const folder = siteFolder();
  if (folder === undefined || code.length > kLongestProgram) return nothing;
  return html`<div class="code-head files"><span>the program</span> <a href="${folder}scratch/#${new URLSearchParams({ code })}">Run and change it in Scratch</a></div>`;
}

/** Whether the page is light or dark now. @param {import('../app.js').Playground} page */
const shadeOf = ({ theme }) =>
  theme === 'auto' ? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light') : theme;

/** @param {import('../app.js').Playground} page @param {import('../../figure/numbers/model.js').Result} result */
export function codeView(page, result) {
  const { language, state } = page;
  const code = (language === 'PyTorch' ? pytorchCode : javascriptCode)(state, result);
  const radio = (/** @type {Language} */ name) =>
    html`<label><input type="radio" name="language" .checked=${language === name} @change=${() => {
      page.language = name;
    }} />${name}</label>`;
  const savePng = async () => {
    try {
      save(file('png'), 'image/png', await pngOf(svgOf(state, { shade: shadeOf(page), result })));
    } catch (error) {
      page.failure = error instanceof Error ? error.message : String(error);
    }
  };
  const count = result.input.numel();
  const isReady = result.isWhole && count <= kMostSaved;
  const file = (/** @type {string} */ ending) => `${result.activation.module}.${ending}`;
  return html`<section class="code" aria-label="The same as code">
    <div class="code-head">
      <fieldset class="choice languages">
        <legend>the same in</legend>
        ${radio('PyTorch')} ${radio('JavaScript')}
      </fieldset>
      <span class="said" role="status">${['Link', 'Code'].includes(page.saidOf) ? page.said : ''}</span>
      <button type="button" class="plain" @click=${() => page.copy(location.href, 'Link')}>Copy link</button>
      <button type="button" class="plain" @click=${() => page.copy(code, 'Code')}>Copy code</button>
    </div>
    <pre tabindex="0" aria-label="${language} code">${code}</pre>
    ${language === 'PyTorch' ? runLink(code) : nothing}
    <div class="code-head files">
      <span>all numbers</span>
      <button type="button" class="plain" ?disabled=${!isReady} @click=${() => save(file('csv'), 'text/csv', csvOf(result))}>Save CSV</button>
      <button type="button" class="plain" ?disabled=${!isReady} @click=${() => save(file('json'), 'application/json', jsonOf(state, result))}>Save JSON</button>
      ${count > kMostSaved ? html`<span class="quiet">up to ${grouped(kMostSaved)}</span>` : nothing}
    </div>
    <div class="code-head files">
      <span>the figure</span>
      <button type="button" class="plain" @click=${() => save(file('svg'), 'image/svg+xml', svgOf(state, { shade: shadeOf(page), result }))}>Save SVG</button>
      <button type="button" class="plain" @click=${savePng}>Save PNG</button>
    </div>
  </section>`;
}
