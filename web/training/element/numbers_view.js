// All numbers of a picture as a table, made when it is opened.
import { html, nothing } from 'lit';
import { lessonOf } from '../lessons/lessons.js';

/**
 * @param {import('../lessons/lessons.js').Scene} scene
 * @param {import('./view.js').View} view
 */
export function numbersView(scene, { looks, look }) {
  const toggle = (/** @type {Event} */ event) => look({ table: /** @type {HTMLDetailsElement} */ (event.target).open });
  return html`<details class="fold" part="table-fold" @toggle=${toggle}>
    <summary>Numbers as a table</summary>
    ${looks.table ? tableView(lessonOf(scene.state).table(scene)) : nothing}
  </details>`;
}

/** @param {import('../lessons/lessons.js').Table} table */
const tableView = ({ caption, head, rows }) => html`<div class="table" tabindex="0" role="group" aria-label=${caption}>
  <table>
    <caption>${caption}</caption>
    <thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
    <tbody>${rows.map(
      ([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((value) => html`<td>${value}</td>`)}</tr>`,
    )}</tbody>
  </table>
</div>`;
