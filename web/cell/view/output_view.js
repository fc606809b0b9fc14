// What a cell put out: text as it was printed, figures where the program drew them, an error with a line for beginners.
import { html, nothing } from 'lit';
import { unsafeSVG } from 'lit/directives/unsafe-svg.js';

/** Rows of a figure's table: all numbers would make a page of thousands. */
const kMostRows = 500;

/** @param {import('../state/output.js').Series[]} series */
function table(series) {
  return html`<div class="table" tabindex="0" role="group" aria-label="Numbers of the figure">${series.map(
    ({ name, x, y, xs, ys }) => html`<table>
      <caption>${name}</caption>
      <thead><tr><th scope="col">${x}</th><th scope="col">${y}</th></tr></thead>
      <tbody>${Array.from({ length: Math.min(kMostRows, Math.max(xs.length, ys.length)) }, (_, i) => html`<tr><td>${xs[i] ?? ''}</td><td>${ys[i] ?? ''}</td></tr>`)}</tbody>
    </table>`,
  )}</div>`;
}

/** Wider ones, of subplots side by side, are not shrunk to less than this share: then the words at their ticks have 8 px. */
const kWide = 700;
const kLeast = 0.6;

/** @param {string} svg */
const widthOf = (svg) => Number(/viewBox="0 0 ([\d.]+)/.exec(svg)?.[1] ?? 0);

/**
 * One that scrolls where there is less room than it needs. What it needs an empty canvas says, whose attribute is a width: a strict
 * policy bars style attributes.
 * @param {{ svg: string, title: string }} part
 */
const wide = ({ svg, title }) =>
  html`<div class="scroll" tabindex="0" role="group" aria-label=${title}><canvas class="least" width=${Math.round(widthOf(svg) * kLeast)} height="0" aria-hidden="true"></canvas>${unsafeSVG(svg)}</div>`;

/** @param {Extract<import('../state/output.js').Part, { kind: 'figure' }>} part @param {Set<object>} open which tables are open @param {() => void} changed */
function figure(part, open, changed) {
  const toggle = (/** @type {Event} */ event) => {
    if (/** @type {HTMLDetailsElement} */ (event.target).open) open.add(part);
    else open.delete(part);
    changed();
  };
  const isWide = widthOf(part.svg) > kWide;
  return html`<div class=${isWide ? 'plot wide' : 'plot'}>${isWide ? wide(part) : unsafeSVG(part.svg)}
    ${part.series.length > 0 ? html`<details @toggle=${toggle}><summary>Numbers as a table</summary>${open.has(part) ? table(part.series) : nothing}</details>` : nothing}
  </div>`;
}

/** Text of more lines scrolls by itself where it stands beside a figure. */
const kLong = 20;

/** @param {Extract<import('../state/output.js').Part, { kind: 'text' | 'warning' }>} part @param {boolean} isBeside whether a figure is there too */
function printed({ kind, text }, isBeside) {
  if (!isBeside || text.split('\n').length <= kLong) return html`<pre class="out ${kind}">${text}</pre>`;
  return html`<pre class="out long ${kind}" tabindex="0" role="group" aria-label="Printed text">${text}</pre>`;
}

/** @param {import('../state/output.js').Part[]} parts @param {Set<object>} open @param {() => void} changed */
export function outputView(parts, open, changed) {
  if (parts.length === 0) return nothing;
  const hasFigure = parts.some(({ kind }) => kind === 'figure');
  return html`<div class="outputs" part="output" role="group" aria-label="Output" tabindex="0">${parts.map((part) => {
    if (part.kind === 'figure') return figure(part, open, changed);
    if (part.kind === 'error')
      return html`<pre class="traceback" part="error">${part.traceback}</pre>${part.hint ? html`<p class="hint" part="hint">${part.hint.split('`').map((words, i) => (i % 2 === 0 ? words : html`<code>${words}</code>`))}</p>` : nothing}`;
    return printed(part, hasFigure);
  })}</div>`;
}
