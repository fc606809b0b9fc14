// The PyTorch code that prints the same, to copy.
import { html } from 'lit';
import { pytorchCode } from '../code.js';

/** @param {import('../app.js').Playground} page @param {import('../../element/model.js').Result} result */
export function codeView(page, result) {
  const code = pytorchCode(page.state, result);
  return html`<section class="code" aria-label="The same in PyTorch">
    <div class="code-head">
      <h2>The same in PyTorch</h2>
      <span class="said" role="status">${page.said}</span>
      <button type="button" class="plain" @click=${() => page.copy(location.href, 'Link')}>Copy link</button>
      <button type="button" class="plain" @click=${() => page.copy(code, 'Code')}>Copy code</button>
    </div>
    <pre tabindex="0" aria-label="PyTorch code">${code}</pre>
  </section>`;
}
