// Drawings as text: what Lit's svg templates would render, without a page.
import { nothing } from 'lit';

/** @param {unknown} value */
const escaped = (value) =>
  String(value).replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

/** @typedef {{ strings: readonly string[], values: unknown[] }} Template */

/** @param {unknown} value @returns {value is Template} */
const isTemplate = (value) => typeof value === 'object' && value !== null && 'strings' in value && 'values' in value;

/** Whether what follows a text stands in an attribute's quotes. @param {string} before */
function isQuoted(before) {
  const tag = before.slice(before.lastIndexOf('<'));
  return !tag.includes('>') && (tag.match(/"/g) ?? []).length % 2 === 1;
}

/**
 * A drawing's text. Event listeners and properties are left out, for there is nobody to press.
 * @param {unknown} drawing a template, a list of them, a text or a number
 * @returns {string}
 */
export function textOf(drawing) {
  if (drawing === nothing || drawing === null || drawing === undefined) return '';
  if (Array.isArray(drawing)) return drawing.map(textOf).join('');
  if (!isTemplate(drawing)) return escaped(drawing);
  const { strings, values } = drawing;
  let text = '';
  for (const [i, string] of strings.entries()) {
    text += string;
    if (i === values.length) break;
    const value = values[i];
    const name = /\s([@.?]?)[\w-]+=$/.exec(text);
    if (!name) text += isQuoted(text) ? escaped(value) : textOf(value);
    else if (name[1] || value === nothing) text = text.slice(0, name.index);
    else text += `"${escaped(value)}"`;
  }
  return text;
}

/**
 * Whitespace between tags means nothing in a drawing.
 * @param {string} text
 */
export const compact = (text) =>
  text
    .replace(/>\s+</g, '><')
    .replace(/\s+(\/?>)/g, '$1')
    .trim();
