// Brackets that do not match and lines that begin at the wrong place.

import { blanked, syntaxError } from './problems.js';

/** @typedef {import('./problems.js').Source} Source @typedef {(source: Source, at: number) => any} Unreadable */

const brackets = { '(': ')', '[': ']', '{': '}' };

/** @param {Source} source @param {string} plain */
export function unbalanced(source, plain) {
  /** @type {[string, number][]} */ const open = [];
  for (let i = 0; i < plain.length; i++) {
    const one = plain[i];
    if (one in brackets) open.push([one, i]);
    else if (one === ')' || one === ']' || one === '}') {
      const last = open.pop();
      if (last === undefined) return syntaxError(source, i, `unmatched '${one}'`);
      const [opening, from] = last;
      if (brackets[/** @type {'('} */ (opening)] !== one) {
        const where = source.lineOf(from) === source.lineOf(i) ? '' : ` on line ${source.lineOf(from)}`;
        return syntaxError(
          source,
          i,
          `closing parenthesis '${one}' does not match opening parenthesis '${opening}'${where}`,
        );
      }
    }
  }
  const first = open.at(-1);
  if (first === undefined) return null;
  const [opening, from] = first;
  // Where its own line cannot be read on, CPython has not looked for the end of the bracket yet.
  const isCut = opening === '(' && /^[^\n]*:/.test(plain.slice(from).replace(/lambda[^:\n]*:|[[{][^\]}\n]*[\]}]/g, ''));
  return syntaxError(source, from, isCut ? 'invalid syntax' : `'${opening}' was never closed`);
}

/** The line before that has code. @param {string[]} lines @param {number} line */
function codeBefore(lines, line) {
  for (let i = line - 1; i >= 1; i--) if (lines[i - 1].trim() !== '') return i;
  return 0;
}

/** @type {Record<string, string>} */
const blocks = {
  if: "'if' statement",
  elif: "'elif' statement",
  else: "'else' statement",
  for: "'for' statement",
  while: "'while' statement",
  def: 'function definition',
  class: 'class definition',
  with: "'with' statement",
  try: "'try' statement",
  except: "'except' statement",
  finally: "'finally' statement",
};

/** @param {Source} source @param {string} plain @param {number} around the line that the parser stopped at */
export function indentation(source, plain, around) {
  const lines = plain.split('\n');
  for (const line of [around, around + 1]) {
    if (line > lines.length || lines[line - 1].trim() === '') {
      continue;
    }
    const before = codeBefore(lines, line);
    const problem = indentationBetween(source, lines, before, line);
    if (problem) return problem;
  }
  let next = around + 1;
  while (next <= lines.length && lines[next - 1].trim() === '') next++;
  return next > lines.length
    ? indentationBetween(source, lines, codeBefore(lines, lines.length + 1), 0)
    : indentationBetween(source, lines, codeBefore(lines, next), next);
}

/** How far right a line begins, where tabs end at multiples of some width. @param {string} line @param {number} [tab] */
function widthOf(line, tab = 8) {
  let width = 0;
  for (let i = 0; line[i] === ' ' || line[i] === '\t'; i++)
    width = line[i] === ' ' ? width + 1 : (Math.floor(width / tab) + 1) * tab;
  return width;
}

/** @param {Source} source @param {string[]} lines @param {number} before @param {number} line 0 for the end */
function indentationBetween(source, lines, before, line) {
  if (before === 0) return null;
  const head = /^\s*(?:async\s+)?(\w+)\b.*:\s*$/.exec(lines[before - 1]);
  const kind = head && blocks[head[1]];
  if (!kind) return null;
  if (line !== 0 && widthOf(lines[line - 1]) > widthOf(lines[before - 1])) return null;
  const at = line === 0 ? source.text.length : source.starts[line - 1];
  return syntaxError(source, at, `expected an indented block after ${kind} on line ${before}`, 'IndentationError');
}

/** A line that begins too far right, perhaps because the one before lost its colon. @param {Source} source @param {string[]} lines @param {number} i @param {Unreadable} unreadable */
function tooFarRight(source, lines, i, unreadable) {
  const before = codeBefore(lines, i + 1);
  if (
    before > 0 &&
    /^\s*(if|elif|else|while|for|def|class|with|try|except|finally)\b/.test(lines[before - 1]) &&
    !/:/.test(lines[before - 1].replace(/\[[^\]]*\]|\([^)]*\)|\{[^}]*\}/g, ''))
  ) {
    return unreadable(source, source.starts[before - 1] + lines[before - 1].length);
  }
  return syntaxError(source, source.starts[i], 'unexpected indent', 'IndentationError');
}

/**
 * What the parser lets pass and CPython does not: lines that begin too far right, or where no block began. Null where all is well.
 * @param {Source} source
 * @param {Unreadable} unreadable what the parser's failure at a place means
 */
export function misplaced(source, unreadable) {
  const plain = blanked(source.text);
  const unbalancedError = unbalanced(source, plain);
  if (unbalancedError) return unbalancedError;
  const lines = plain.split('\n');
  const texts = /("""|''')[\s\S]*?(?:\1|$)/g;
  const within = new Set();
  for (const found of source.text.matchAll(texts)) {
    for (let line = source.lineOf(found.index) + 1; line <= source.lineOf(found.index + found[0].length - 1); line++)
      within.add(line);
  }
  const widths = [0];
  const narrow = [0];
  let depth = 0;
  let opens = false;
  let continues = false;
  for (const [i, line] of lines.entries()) {
    const isCode = line.trim() !== '' && !within.has(i + 1);
    if (isCode && depth === 0 && !continues) {
      const width = widthOf(line);
      const top = /** @type {number} */ (widths.at(-1));
      while (width < /** @type {number} */ (widths.at(-1))) {
        widths.pop();
        narrow.pop();
      }
      // CPython measures with tabs of eight and of one: where the two disagree, tabs and blanks are mixed.
      const [own, before] = [widthOf(line, 1), /** @type {number} */ (narrow.at(-1))];
      if (width === widths.at(-1) ? own !== before : width > top && own <= before)
        return syntaxError(source, source.starts[i], 'inconsistent use of tabs and spaces in indentation', 'TabError');
      if (width > top) {
        if (!opens) return tooFarRight(source, lines, i, unreadable);
        widths.push(width);
        narrow.push(own);
      } else if (width !== widths.at(-1))
        return syntaxError(
          source,
          source.starts[i],
          'unindent does not match any outer indentation level',
          'IndentationError',
        );
    }
    if (line.trim() !== '') {
      for (const one of line) {
        if ('([{'.includes(one)) depth++;
        else if (')]}'.includes(one)) depth--;
      }
      opens = depth === 0 && /:\s*$/.test(line);
    }
    continues = /\\\s*$/.test(line);
  }
  return null;
}
