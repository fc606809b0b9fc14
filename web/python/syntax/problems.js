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
    /** Places where the parser was shown a name instead of what stands there: ./readable.js. @type {Set<number>} */ this.hidden =
      new Set();
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

/** Texts, closed or not, and comments. */
export const kTexts =
  /("""|''')(?:[^\\]|\\[\s\S])*?(?:\1|$)|"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?|#[^\n]*/g;

/** A source whose texts are underscores and whose comments are blanks, each character in its place. @param {string} text */
export function blanked(text) {
  return text.replace(kTexts, (one) => one.replace(/[^\n]/g, one[0] === '#' ? ' ' : '_'));
}
