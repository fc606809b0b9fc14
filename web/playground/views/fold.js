// A section that folds where there is little room; where there is enough it stands open, without a word.
import { html } from 'lit';

/**
 * @param {import('../app.js').Playground} page
 * @param {string} title
 * @param {unknown} content
 * @param {boolean} [isOpen] at first
 */
export const fold = (page, title, content, isOpen = false) =>
  page.isNarrow ? html`<details class="fold" ?open=${isOpen}><summary>${title}</summary>${content}</details>` : content;
