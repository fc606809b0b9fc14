// What an author takes to another page: the tag of the lesson as it stands.
import { html } from 'lit';
import { trainingFile } from '../build/element_file.js';
import { siteFolder } from '../site/rooms.js';
import { hashOf } from '../training/state/vocabulary.js';

/** Text or an attribute's value in HTML. @param {string} text */
const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/**
 * @param {import('./state.js').Store} store
 * @param {string} title of what is shown
 * @param {string} site its address, with a slash at its end
 */
export function lessonSnippet(store, title, site) {
  const attributes = [...store.words].map(([key, word]) => ` ${key}="${escaped(word)}"`).join('');
  const { version, integrity } = trainingFile;
  return `<script type="module" src="${site}training.js?v=${version}" integrity="${integrity}" crossorigin="anonymous"></script>
<torchlet-training${attributes} controls>
  <p><a href="${escaped(`${site}training/#${hashOf(store.state)}`)}">${escaped(title)}</a></p>
</torchlet-training>
`;
}

/** @param {import('./page.js').Lessons} page */
export function embedView(page) {
  const site = new URL(siteFolder() ?? '.', location.href.replace(/[?#].*$/, '')).href;
  const snippet = () => lessonSnippet(page.store, page.words, site);
  return html`<details class="embed code" @toggle=${() => page.requestUpdate()}>
    <summary>Embed this lesson</summary>
    <div class="code-head">
      <span>in a page of your own</span>
      <span class="said" role="status">${page.said}</span>
      <button type="button" class="plain" @click=${() => page.copy(snippet())}>Copy tag</button>
    </div>
    <pre tabindex="0" role="group" aria-label="Tag to paste">${page.hasEmbed ? snippet() : ''}</pre>
  </details>`;
}
