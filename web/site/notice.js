// What of a link could not be read, above a page that shows the rest.
import { html, nothing } from 'lit';

/** @param {string[]} problems by keys @param {unknown} wayOut what is shown instead @param {() => void} dismiss */
export const unreadNotice = (problems, wayOut, dismiss) =>
  problems.length === 0
    ? nothing
    : html`<div class="notice" role="alert">
        <p>The link could not be read in full. Left out: ${problems.map((p, i) => html`${i ? '; ' : ''}<b>${p.replace(/\.$/, '')}</b>`)}. ${wayOut}</p>
        <button type="button" @click=${dismiss}>Dismiss</button>
      </div>`;
