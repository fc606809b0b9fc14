// The module textwrap: texts in lines of a width, and their common indent. Source: Lib/textwrap.py of CPython 3.11.

import { call } from '../operations/objects.js';
import { bound, fn, hostModule, smallIndexOf, truth } from './protocol.js';

/** Words and what stands between them; hyphens end a part. */
const kParts = /([\t\n\v\f\r ]+|[^\s\w]*\w+[^0-9\W]-(?=\w+[^0-9\W])|(?<=[\w!"'&.,?])-{2,}(?=\w))/;

const settings = ['text', 'width?', 'initial_indent?', 'subsequent_indent?', 'break_long_words?', 'break_on_hyphens?'];

/** @param {string} text @param {boolean} atHyphens @returns {string[]} */
const partsOf = (text, atHyphens) => text.split(atHyphens ? kParts : /([\t\n\v\f\r ]+)/).filter((part) => part !== '');

/** @param {any[]} values of the settings @returns {string[]} */
function wrapped([text, width = 70n, first = '', rest = '', breaks = true, atHyphens = true]) {
  const room = smallIndexOf(width);
  const chunks = partsOf(text.replace(/[\t\n\v\f\r]/g, ' '), truth(atHyphens)).reverse();
  /** @type {string[]} */ const lines = [];
  while (chunks.length > 0) {
    const indent = lines.length > 0 ? rest : first;
    const most = room - indent.length;
    if (chunks[chunks.length - 1].trim() === '' && lines.length > 0) chunks.pop();
    const line = lineOf(chunks, most, truth(breaks));
    if (line.length > 0 && line[line.length - 1].trim() === '') line.pop();
    if (line.length > 0) lines.push(indent + line.join(''));
  }
  return lines;
}

/** Takes what fits on a line. @param {string[]} chunks from behind @param {number} most @param {boolean} breaks whether a word that is too long is cut */
function lineOf(chunks, most, breaks) {
  const line = [];
  let length = 0;
  while (chunks.length > 0 && length + chunks[chunks.length - 1].length <= most) {
    const chunk = /** @type {string} */ (chunks.pop());
    line.push(chunk);
    length += chunk.length;
  }
  const long = chunks[chunks.length - 1];
  if (long === undefined || long.length <= most) return line;
  const space = Math.max(most - length, 1);
  if (breaks) {
    line.push(long.slice(0, space));
    chunks[chunks.length - 1] = long.slice(space);
  } else if (line.length === 0) line.push(/** @type {string} */ (chunks.pop()));
  return line;
}

/** Without the indent that all lines share; blank lines become empty. @param {string} text */
function dedented(text) {
  const plain = text.replace(/^[ \t]+$/gm, '');
  const margins = [...plain.matchAll(/^([ \t]*)[^ \t\n]/gm)].map(([, indent]) => indent);
  if (margins.length === 0) return plain;
  let margin = margins[0];
  for (const one of margins) while (!one.startsWith(margin)) margin = margin.slice(0, -1);
  return margin === '' ? plain : plain.replace(new RegExp(`^${margin}`, 'gm'), '');
}

/** @param {string} name @param {(values: any[]) => any} run */
const wrapping = (name, run) => fn(name, (args, keywords) => run(bound(name, settings, args, keywords)));

/** @returns {import('../values/containers.js').Module} */
export const textwrap = () =>
  hostModule('textwrap', {
    wrap: wrapping('wrap', wrapped),
    fill: wrapping('fill', (values) => wrapped(values).join('\n')),
    dedent: fn('dedent', (args, keywords) => dedented(bound('dedent', ['text'], args, keywords)[0])),
    indent: fn('indent', (args, keywords) => {
      const [text, prefix, predicate = null] = bound('indent', ['text', 'prefix', 'predicate?'], args, keywords);
      const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
      const gets = (/** @type {string} */ line) =>
        predicate === null ? line.trim() !== '' : truth(call(predicate, [line]));
      return lines.map((/** @type {string} */ line) => (gets(line) ? prefix + line : line)).join('');
    }),
    shorten: fn('shorten', (args, keywords) => {
      const [text, width, placeholder = ' [...]'] = bound('shorten', ['text', 'width', 'placeholder?'], args, keywords);
      return shortened(text.trim().split(/\s+/), smallIndexOf(width), placeholder);
    }),
  });

/** @param {string[]} words @param {number} width @param {string} placeholder */
function shortened(words, width, placeholder) {
  if (words.join(' ').length <= width) return words.join(' ');
  for (let count = words.length - 1; count > 0; count--) {
    const text = words.slice(0, count).join(' ') + placeholder;
    if (text.length <= width) return text;
  }
  return placeholder.trimStart();
}
