// Why a source is no program: SyntaxErrors in CPython's words, and the refusal of what lies outside this Python.

import { raised } from '../values/exceptions.js';
import { kDict } from '../values/types.js';

/** What a source knows of its lines. */
export class Source {
  /** @param {string} text @param {string} filename */
  constructor(text, filename) {
    this.text = text;
    this.filename = filename;
    this.lines = text.split('\n');
    /** @type {number[]} where each line begins */ this.starts = [];
    let at = 0;
    for (const line of this.lines) {
      this.starts.push(at);
      at += line.length + 1;
    }
  }

  /** The line of a place, from 1. @param {number} at */
  lineOf(at) {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle] <= at) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** @param {{ from: number, to: number }} node */
  slice({ from, to }) {
    return this.text.slice(from, to);
  }
}

/** A SyntaxError at a line. @param {Source} source @param {number} at @param {string} message @param {string} [type] */
export function syntaxError(source, at, message, type = 'SyntaxError') {
  const line = source.lineOf(Math.min(at, source.text.length));
  const error = raised(type, message);
  error[kDict]
    .set('lineno', BigInt(line))
    .set('filename', source.filename)
    .set('msg', message)
    .set('text', source.lines[line - 1] ?? '');
  return error;
}

/** A NotImplementedError for a construct: what it is, where, and what works instead. @param {Source} source @param {number} at @param {string} what @param {string} nearest */
export function outside(source, at, what, nearest) {
  const line = source.lineOf(at);
  const error = raised('NotImplementedError', `${what} (line ${line}) is not part of this Python; ${nearest}`);
  error.traceback.push({ file: source.filename, line, name: '<module>' });
  return error;
}

const brackets = { '(': ')', '[': ']', '{': '}' };

/** A source whose texts are underscores and whose comments are blanks, each character in its place. @param {string} text */
export function blanked(text) {
  return text.replace(/("""|''')[\s\S]*?(?:\1|$)|"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?|#[^\n]*/g, (one) =>
    one.replace(/[^\n]/g, one[0] === '#' ? ' ' : '_'),
  );
}

/**
 * The SyntaxError of a source that the parser could not read, from the place where it failed.
 * @param {Source} source
 * @param {number} at
 */
export function unreadable(source, at) {
  const { text } = source;
  const plain = blanked(text);
  const bracket = unbalanced(source, plain);
  if (bracket) return bracket;
  const line = source.lineOf(at);
  const own = plain.slice(source.starts[line - 1], source.starts[line - 1] + source.lines[line - 1].length);
  const indented = indentation(source, plain, line);
  if (indented) return indented;
  const head = /^\s*(if|elif|while|for|def|class|with|try|except|else|finally)\b/.exec(own);
  if (head && /[^=!<>]=[^=]/.test(own.split(':')[0]) && /^\s*(if|elif|while)\b/.test(own)) {
    return syntaxError(source, at, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
  }
  if (head && !/:/.test(own.replace(/\[[^\]]*\]|\([^)]*\)|\{[^}]*\}/g, '')))
    return syntaxError(source, at, "expected ':'");
  if (/^\s*(print|exec)\s+\S/.test(own) || /^\s*print\s+["']/.test(source.lines[line - 1])) {
    const name = /^\s*(\w+)/.exec(own)?.[1];
    return syntaxError(source, at, `Missing parentheses in call to '${name}'. Did you mean ${name}(...)?`);
  }
  const before = plain.slice(0, at);
  const depth = (before.match(/[([{]/g)?.length ?? 0) - (before.match(/[)\]}]/g)?.length ?? 0);
  if (depth > 0 && /[\w)\]}'"]\s+$|[\w)\]}]$/.test(text.slice(0, at)) && /^\s*[\w'"([{]/.test(text.slice(at))) {
    return syntaxError(source, at, 'invalid syntax. Perhaps you forgot a comma?');
  }
  return syntaxError(source, at, 'invalid syntax');
}

/** @param {Source} source @param {string} plain */
function unbalanced(source, plain) {
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
  return first === undefined ? null : syntaxError(source, first[1], `'${first[0]}' was never closed`);
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
function indentation(source, plain, around) {
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

/** @param {string} line */
const widthOf = (line) => /^[ \t]*/.exec(line)?.[0].replaceAll('\t', '        ').length ?? 0;

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

/** A line that begins too far right, perhaps because the one before lost its colon. @param {Source} source @param {string[]} lines @param {number} i */
function tooFarRight(source, lines, i) {
  const before = codeBefore(lines, i + 1);
  if (
    before > 0 &&
    /^\s*(if|elif|else|while|for|def|class|with|try|except|finally)\b/.test(lines[before - 1]) &&
    !/:\s*$/.test(lines[before - 1])
  ) {
    return unreadable(source, source.starts[before - 1] + lines[before - 1].length);
  }
  return syntaxError(source, source.starts[i], 'unexpected indent', 'IndentationError');
}

/**
 * What the parser lets pass and CPython does not: lines that begin too far right, or where no block began. Null where all is well.
 * @param {Source} source
 */
export function misplaced(source) {
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
  let depth = 0;
  let opens = false;
  let continues = false;
  for (const [i, line] of lines.entries()) {
    const isCode = line.trim() !== '' && !within.has(i + 1);
    if (isCode && depth === 0 && !continues) {
      const width = widthOf(line);
      const top = /** @type {number} */ (widths.at(-1));
      if (width > top) {
        if (!opens) return tooFarRight(source, lines, i);
        widths.push(width);
      } else {
        while (width < /** @type {number} */ (widths.at(-1))) widths.pop();
        if (width !== widths.at(-1))
          return syntaxError(
            source,
            source.starts[i],
            'unindent does not match any outer indentation level',
            'IndentationError',
          );
      }
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
