// What it means that the parser failed at a place: SyntaxErrors in CPython 3.11's words.

import { problemOf } from './fields.js';
import { indentation, unbalanced } from './layout.js';
import { blanked, syntaxError } from './problems.js';

/** @typedef {import('./problems.js').Source} Source */

/** What stands around a failure: its line with texts blanked and as it is, what is before and after it, the innermost open bracket. @typedef {{ own: string, written: string, before: string, after: string, open: string, within: string, parent: any }} Place */

/** @param {Place} place */
function ofHeads({ own, written, parent, open }) {
  if (/^\s*\w+\s*=/.test(own)) return null;
  const head = /^\s*(if|elif|while|for|def|class|with|try|except|else|finally)\b/.exec(own)?.[1];
  if (/^(if|elif|while)$/.test(head ?? '') && /[^=!<>]=[^=>!]/.test(own.split(':')[0]))
    return "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
  const outer = own.replace(/\[[^\]]*\]|\([^)]*\)|\{[^}]*\}/g, '()');
  if (/^\s*def\s+\w+\s*[^\s\w(]/.test(own)) return "expected '('";
  if (/^\s*((else|try|finally)\b(?!\s*:)|def\s+\w+\s*\(\)\s*[^:\s-])/.test(outer) && open === '') return "expected ':'";
  if (head && !outer.includes(':') && parent?.name !== 'ConditionalExpression')
    return /[\w)\]}]\s+[\w([{]\S*\s*$/.test(
      outer.replace(/^\s*\w+\s+|\b(not|in|is|and|or|if|else|as|for|lambda)\b/g, '  0 +'),
    )
      ? 'invalid syntax'
      : "expected ':'";
  const name = /^\s*(print|exec)\s+[^\s=.,;)\]]/.exec(own)?.[1];
  return name || /^\s*print\s+["']/.test(written)
    ? `Missing parentheses in call to '${name}'. Did you mean ${name}(...)?`
    : null;
}

/** @param {Place} place */
function ofTexts({ parent, after, written }) {
  if (!/^Format/.test(parent?.name ?? '') && parent?.parent?.name !== 'FormatReplacement') return null;
  const field = /\{([^{}]*)(\}?)/.exec(written.slice(written.search(/\bf["']/i))) ?? ['', '', ''];
  if (field[1].includes('\\')) return 'f-string expression part cannot include a backslash';
  if (field[1].includes('#')) return "f-string expression part cannot include '#'";
  if (/^\s*\}/.test(after) && field[1].trim() === '') return 'f-string: empty expression not allowed';
  if (/^![^sra]|^!\}/.test(after)) return "f-string: invalid conversion character: expected 's', 'r', or 'a'";
  if (!field[2]) {
    const [, quote] = /\bf(["'])/i.exec(written) ?? ['', '"'];
    return `f-string${problemOf(field[1].split(quote)[0]) ?? ": expecting '}'"}`;
  }
  return /^\s*\w/.test(after) ? 'f-string: invalid syntax. Perhaps you forgot a comma?' : 'f-string: invalid syntax';
}

/** @param {Place} place */
function ofBrackets({ before, after, open, within, parent }) {
  if (/\bdef\s+\w+\s*\([^()]*$/.test(before) && after[0] === '(') return 'Function parameters cannot be parenthesized';
  if (parent?.name === 'ConditionalExpression' && !/\b(if|else)\s*$/.test(before))
    return "expected 'else' after 'if' expression";
  if (open === '') return null;
  if (/^\s*=(?!=)/.test(after)) {
    if (
      open !== '(' ||
      !/(?<!\b(?:for|if|elif|while|in|and|or|not|return))(?:\w|[)\]])\s*\($/.test(
        before.slice(0, before.length - within.length),
      )
    )
      return "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
    const constant = /(?:^|,)\s*(True|False|None)\s*$/.exec(within)?.[1];
    return constant ? `cannot assign to ${constant}` : 'expression cannot contain assignment, perhaps you meant "=="?';
  }
  if (open === '{' && within.includes(':')) {
    if (/:\s*$/.test(within) && /^\s*[,}]/.test(after)) return "expression expected after dictionary key and ':'";
    if (/(?:^|,)[^:]*\S\s*$/.test(within) && /^\s*[,}]/.test(after)) return "':' expected after dictionary key";
  }
  if (/^\s*for\b/.test(after) && open !== '(' && within.includes(','))
    return 'did you forget parentheses around the comprehension target?';
  if (/\b(if|in)\s+\S+\s*$/.test(within) && /^\s*else\b/.test(after)) return null;
  return /[\w)\]}]\s*$/.test(before) && /^\s*[\w([{]/.test(after)
    ? 'invalid syntax. Perhaps you forgot a comma?'
    : null;
}

/** The innermost bracket that is open, and what stands in it so far without brackets of its own. @param {string} before @returns {[open: string, within: string]} */
function innermost(before) {
  for (let i = before.length - 1, depth = 0; i >= 0; i--) {
    if (')]}'.includes(before[i])) depth++;
    else if ('([{'.includes(before[i]) && --depth < 0) return [before[i], before.slice(i + 1)];
  }
  return ['', before];
}

/**
 * The SyntaxError of a source that the parser could not read, from the place where it failed.
 * @param {Source} source
 * @param {number} at
 * @param {any} [parent] what the parser was reading
 */
export function unreadable(source, at, parent) {
  const plain = blanked(source.text);
  const bracket = unbalanced(source, plain);
  if (bracket) return bracket;
  const line = source.lineOf(at);
  const indented = indentation(source, plain, line);
  if (indented) return indented;
  const written = source.lines[line - 1];
  const own = plain.slice(source.starts[line - 1], source.starts[line - 1] + written.length);
  const before = plain.slice(0, at);
  const [open, within] = innermost(before);
  const inText = plain[at - 1] === '_' ? source.text : plain;
  /** @type {Place} */
  const place = { own, written, before, after: inText.slice(at), open, within, parent };
  const message = ofTexts(place) ?? ofBrackets(place) ?? ofHeads(place) ?? 'invalid syntax';
  return syntaxError(source, message.startsWith('invalid syntax. Perhaps') ? lastBegun(before) : at, message);
}

/** Where the last thing before begins: CPython shows the line of what lacks a comma. @param {string} before */
function lastBegun(before) {
  let at = before.trimEnd().length - 1;
  for (let depth = 0; at > 0; at--) {
    if (')]}'.includes(before[at])) depth++;
    else if ('([{'.includes(before[at])) depth--;
    if (depth === 0) break;
  }
  return at;
}
