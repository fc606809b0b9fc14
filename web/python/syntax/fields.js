// What stands between the braces of an f-string, as CPython 3.11 reads it: the text ends at the next quote of its own kind, whatever it
// stands in, and a backslash or a comment has no place there. The parser reads the f-strings of 3.12, which may hold anything.

import { syntaxError } from './problems.js';
import { childrenOf } from './reading.js';

/** @typedef {import('./reading.js').Syntax} Syntax @typedef {import('./problems.js').Source} Source */

/** @type {Record<string, string>} */
const openings = { ')': '(', ']': '[', '}': '{' };

/** Where the text of an f-string ends: at the first quote that closes it. @param {Syntax} node @param {Source} source */
export function closing(node, source) {
  const text = source.slice(node);
  const found = /^\w*("""|'''|["'])((?:[^\\]|\\[\s\S])*?)\1/.exec(text);
  if (found === null || (found[1].length === 1 && /(?<!\\)\n/.test(found[0])))
    throw syntaxError(source, node.from, `unterminated string literal (detected at line ${source.lineOf(node.from)})`);
  return node.from + found[0].length - found[1].length;
}

/** Refuses what CPython 3.11 cannot read between braces. @param {Syntax} node @param {number} end of the text @param {Source} source */
export function checkFields(node, end, source) {
  for (const one of childrenOf(node)) {
    if (one.name !== 'FormatReplacement') continue;
    const message = problemOf(source.text.slice(one.from + 1, Math.max(one.from + 1, end)));
    if (message !== null) throw syntaxError(source, one.from, `f-string${message}`);
    for (const part of childrenOf(one)) if (part.name === 'FormatSpec') checkFields(part, end, source);
  }
}

/**
 * What is wrong with a field up to where its expression ends, or null. Source: CPython 3.11, Parser/string_parser.c, fstring_find_expr.
 * @param {string} text from behind the brace to the end of the f-string
 */
export function problemOf(text) {
  let quote = '';
  /** @type {string[]} */ const open = [];
  for (let i = 0; i < text.length; i++) {
    const one = text[i];
    if (one === '\\') return ' expression part cannot include a backslash';
    if (quote !== '') {
      if (!text.startsWith(quote, i)) continue;
      i += quote.length - 1;
      quote = '';
    } else if (one === '"' || one === "'") {
      quote = text.startsWith(one.repeat(3), i) ? one.repeat(3) : one;
      i += quote.length - 1;
    } else if (one === '#') return " expression part cannot include '#'";
    else if ('([{'.includes(one)) open.push(one);
    else if (open.length === 0 && /^(?:[=!<>]=|[<>])/.test(text.slice(i, i + 2))) i += text[i + 1] === '=' ? 1 : 0;
    else if (open.length === 0 && '=!:}'.includes(one)) return null;
    else if (one in openings && open.pop() !== openings[one]) return `: unmatched '${one}'`;
  }
  if (quote !== '') return ': unterminated string';
  return open.length > 0 ? `: unmatched '${open[open.length - 1]}'` : ": expecting '}'";
}
