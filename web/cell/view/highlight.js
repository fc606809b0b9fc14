// Python's words in colours: what @lezer/python knows of a text, as spans.
import { classHighlighter, highlightCode } from '@lezer/highlight';
import { parser } from '@lezer/python';
import { html } from 'lit';

/** @param {string} source @returns {import('lit').TemplateResult[]} */
export function highlighted(source) {
  /** @type {any[]} */ const parts = [];
  highlightCode(
    source,
    parser.parse(source),
    classHighlighter,
    (text, classes) => parts.push(classes ? html`<span class=${classes}>${text}</span>` : text),
    () => parts.push('\n'),
  );
  return parts;
}
