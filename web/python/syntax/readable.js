// A source as the parser can read it: what its grammar has not stands there otherwise, each character at its place; values are read from the source itself.

import { parser } from '@lezer/python';
import { blanked, syntaxError } from './problems.js';
import { childrenOf } from './reading.js';

/** @typedef {import('./problems.js').Source} Source @typedef {import('./reading.js').Syntax} Syntax */

/** The first of some characters outside of brackets. @param {string} plain @param {number} from @param {string} ends */
function endOf(plain, from, ends) {
  for (let depth = 0, i = from; i < plain.length; i++) {
    if (depth === 0 && ends.includes(plain[i])) return i;
    if ('([{'.includes(plain[i])) depth++;
    else if (')]}'.includes(plain[i])) depth--;
  }
  return plain.length;
}

/** Floats with a digit where the parser wants one: `1.` reads `10`. @param {string} text */
function pointed(text) {
  let result = '';
  let at = 0;
  for (const found of blanked(text).matchAll(/(?<![\w.])\d[\d_]*\.(?=[eE][+-]?\d|[^\w.]|\.[^\W\d]|$)/g)) {
    const dot = found.index + found[0].length - 1;
    result += `${text.slice(at, dot)}0`;
    at = dot + 1;
  }
  return result + text.slice(at);
}

/** The same between the braces of an f-string. @param {string} literal */
function pointedWithin(literal) {
  let result = '';
  let at = 0;
  for (let i = literal.indexOf('{'); i >= 0; i = literal.indexOf('{', at)) {
    const rest = literal.slice(i + 1);
    // Two braces are a brace.
    const field = rest[0] === '{' ? '{' : rest.slice(0, endOf(blanked(rest), 0, ':}'));
    result += literal.slice(at, i + 1) + pointed(field);
    at = i + 1 + field.length;
  }
  return result + literal.slice(at);
}

const kFormatted = /\b(?:f|rf|fr)(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*')/gi;

/** A source without what the parser cannot read. @param {string} text */
export function readable(text) {
  // `print -1` is a difference and `print[x]` an item: the parser knows Python 2's statement, and here stands a name.
  const named = pointed(text).replace(/(?<![\w.])print(?=[ \t]*(?:[-+*]|>>|\[(?![^\]\n]*\bfor\b)))/g, '_____');
  // In an f-string `{x:=8}` is a specification, which the parser takes for a walrus.
  return named.replace(kFormatted, (one) => pointedWithin(one).replace(/(\{[^{}():]*):=/g, '$1: '));
}

/** A source whose `with (a as b, c as d):` has no parentheses. @param {string} text */
function ungrouped(text) {
  const plain = blanked(text);
  let result = text;
  for (const found of plain.matchAll(/^[ \t]*with\s*\(/gm)) {
    const from = found.index + found[0].length - 1;
    const to = endOf(plain, from + 1, ')');
    const inner = plain.slice(from + 1, to);
    if (!/\bas\b/.test(inner) || !/^\)\s*:/.test(plain.slice(to))) continue;
    const kept = result.slice(from + 1, to).split('');
    // Comments are blank in `plain` and line breaks would end the statement.
    for (let i = 0; i < inner.length; i++) if (/\s/.test(inner[i])) kept[i] = ' ';
    const bare = kept.join('').replace(/,(\s*)$/, ' $1');
    result = `${result.slice(0, from)} ${bare} ${result.slice(to + 1)}`;
  }
  return result;
}

/** Where the grammar wants a name and this source has more: targets of `with`, decorators. @param {string} plain @returns {[from: number, to: number][]} */
function beyondNames(plain) {
  /** @type {[number, number][]} */ const places = [];
  for (const found of plain.matchAll(/^[ \t]*with\b/gm)) {
    const end = endOf(plain, found.index + found[0].length, ':');
    for (const as of plain.slice(0, end).matchAll(/\bas\s+/g)) {
      const from = as.index + as[0].length;
      if (as.index > found.index) places.push([from, endOf(plain, from, ',:')]);
    }
  }
  for (const found of plain.matchAll(/^[ \t]*@[ \t]*/gm)) {
    const from = found.index + found[0].length;
    const depth =
      plain.slice(0, from).replace(/[^([{]/g, '').length - plain.slice(0, from).replace(/[^)\]}]/g, '').length;
    const to = endOf(plain, from, '\n');
    if (depth === 0 && !/^[\w.]+\s*(\([^()]*\))?\s*$/.test(plain.slice(from, to))) places.push([from, to]);
  }
  return places;
}

/**
 * A source that the parser failed at, with names for what its grammar has not: `source.hidden` says where they stand.
 * @param {Source} source
 */
export function repaired(source) {
  let text = ungrouped(source.text);
  for (const [from, to] of beyondNames(blanked(text))) {
    const own = text.slice(from, to).trimEnd();
    if (/^([^\W\d]\w*)?$/.test(own)) continue;
    source.hidden.add(from);
    text = text.slice(0, from) + '_'.repeat(own.length) + text.slice(from + own.length);
  }
  const plain = blanked(text);
  const changed = (/** @type {RegExp} */ pattern, /** @type {string} */ by) => {
    for (const found of plain.matchAll(pattern)) {
      const at = found.index + found[0].length - by.length;
      text = text.slice(0, at) + by + text.slice(at + by.length);
    }
  };
  changed(/\blambda\b[^:\n]*,\s*\/(?=\s*[,:])/g, '_');
  changed(/^[ \t]*print(?=\s*=[^=])/gm, '_____');
  // A star that the grammar has not: expressions read `+` and find the star in the source.
  changed(/(?:\bfor\b[^\n:]*\bin\s*|[\w)\]]\[(?:[^\][()\n]*,)?\s*)\*(?=[^*])/g, '+');
  // So do the targets of comprehensions: `for first, *rest in rows`.
  changed(/\bfor\s(?:[\w\s,()[\]]*[,([])?\s*\*(?=\s*[^\W\d]\w*[\w\s,)\]]*\bin\b)/g, '+');
  return readable(text);
}

/** What stands where the parser was shown a name. @param {Syntax} node @param {Source} source @returns {Syntax[]} */
export function hiddenAt(node, source) {
  const tree = parser.parse(`${'#'.repeat(node.from - 1)}\n${readable(source.slice(node))}`);
  const [statement] = childrenOf(tree.topNode);
  if (statement?.name !== 'ExpressionStatement' || statement.to < node.to)
    throw syntaxError(source, node.from, 'invalid syntax');
  return childrenOf(statement);
}
