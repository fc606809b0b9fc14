// What json.loads reads. Source: CPython 3.11, Lib/json/decoder.py and Modules/_json.c.

import { call } from '../../operations/objects.js';
import { Tuple } from '../../values/containers.js';
import { Dict } from '../../values/dict.js';
import { exceptions, raised } from '../../values/exceptions.js';
import { kDict, Type } from '../../values/types.js';

/** What makes values of what is read, or null: Python's functions. @typedef {{ object_hook: any, parse_float: any, parse_int: any, parse_constant: any, object_pairs_hook: any }} Hooks */

export const decodeError = new Type('JSONDecodeError', [exceptions.ValueError], new Map(), 'json.decoder');
decodeError.make = (type, [message, text, place]) => decodeProblem(message, text, Number(place), type);

/** @param {string} message @param {string} text @param {number} place counted in characters @param {Type} [type] */
function decodeProblem(message, text, place, type = decodeError) {
  const before = [...text].slice(0, place);
  const [line, start] = [before.filter((one) => one === '\n').length + 1, before.lastIndexOf('\n')];
  const error = raised(type, `${message}: line ${line} column ${place - start} (char ${place})`);
  error[kDict]
    .set('msg', message)
    .set('doc', text)
    .set('pos', BigInt(place))
    .set('lineno', BigInt(line))
    .set('colno', BigInt(place - start));
  return error;
}

/** @type {Record<string, string>} */
const escapes = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
/** @type {Record<string, any>} */
const constants = {
  null: null,
  true: true,
  false: false,
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
};
const kConstant = /null|true|false|NaN|-?Infinity/y;
const kNumber = /(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
const kBlank = /[ \t\n\r]*/y;
/** What a text has until its end, an escape or a character that may not stand in it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: what JSON does not let stand in a text
const kPlain = /[^"\\\x00-\x1f]*/y;

/** Reads one value from a place of a text on. */
export class Reader {
  /** @param {string} text @param {Hooks} hooks */
  constructor(text, hooks) {
    this.text = text;
    this.hooks = hooks;
    this.at = 0;
  }

  /** @param {string} message @param {number} [at] @returns {never} */
  fail(message, at = this.at) {
    throw decodeProblem(message, this.text, [...this.text.slice(0, at)].length);
  }

  /** What a pattern finds here, which is passed. @param {RegExp} pattern */
  take(pattern) {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found !== null) this.at = pattern.lastIndex;
    return found;
  }

  /** The one value that the text is. */
  whole() {
    this.take(kBlank);
    const value = this.value();
    this.take(kBlank);
    if (this.at < this.text.length) this.fail('Extra data');
    return value;
  }

  /** @returns {any} */
  value() {
    const first = this.text[this.at];
    if (first === '"') return this.string();
    if (first === '{') return this.object();
    if (first === '[') return this.array();
    const constant = this.take(kConstant)?.[0];
    if (constant !== undefined)
      return this.hooks.parse_constant !== null && /[NI]/.test(constant)
        ? call(this.hooks.parse_constant, [constant])
        : constants[constant];
    return this.number();
  }

  number() {
    const found = this.take(kNumber);
    if (found === null) this.fail('Expecting value');
    const [written, whole, fraction, exponent] = found;
    const { parse_int, parse_float } = this.hooks;
    if (fraction === undefined && exponent === undefined)
      return parse_int === null ? BigInt(whole) : call(parse_int, [written]);
    return parse_float === null ? Number(written) : call(parse_float, [written]);
  }

  string() {
    const begin = this.at++;
    let text = '';
    for (;;) {
      text += this.take(kPlain)?.[0] ?? '';
      const next = this.text[this.at];
      if (next === undefined) this.fail('Unterminated string starting at', begin);
      if (next === '"') break;
      if (next !== '\\') this.fail('Invalid control character at');
      text += this.escaped(begin);
    }
    this.at++;
    return text;
  }

  /** What a backslash and what follows it stand for. @param {number} begin of the text */
  escaped(begin) {
    const letter = this.text[++this.at];
    if (letter === undefined) this.fail('Unterminated string starting at', begin);
    if (letter !== 'u') {
      if (!Object.hasOwn(escapes, letter)) this.fail('Invalid \\escape', this.at - 1);
      this.at++;
      return escapes[letter];
    }
    const digits = this.text.slice(this.at + 1, this.at + 5);
    if (!/^[\da-fA-F]{4}$/.test(digits)) this.fail('Invalid \\uXXXX escape');
    this.at += 5;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  array() {
    /** @type {any[]} */ const items = [];
    this.at++;
    this.take(kBlank);
    if (this.text[this.at] !== ']')
      do {
        this.take(kBlank);
        items.push(this.value());
      } while (this.goesOn(']'));
    this.at++;
    return items;
  }

  /** Whether a comma follows, which is passed. @param {string} end what stands there otherwise */
  goesOn(end) {
    this.take(kBlank);
    if (this.text[this.at] === end) return false;
    if (this.text[this.at] !== ',') this.fail("Expecting ',' delimiter");
    this.at++;
    return true;
  }

  object() {
    /** @type {[any, any][]} */ const pairs = [];
    this.at++;
    this.take(kBlank);
    if (this.text[this.at] !== '}')
      do pairs.push(this.pair());
      while (this.goesOn('}'));
    this.at++;
    const { object_hook, object_pairs_hook } = this.hooks;
    if (object_pairs_hook !== null) return call(object_pairs_hook, [pairs.map((pair) => new Tuple(pair))]);
    const dict = new Dict(pairs);
    return object_hook === null ? dict : call(object_hook, [dict]);
  }

  /** @returns {[any, any]} */
  pair() {
    this.take(kBlank);
    if (this.text[this.at] !== '"') this.fail('Expecting property name enclosed in double quotes');
    const key = this.string();
    this.take(kBlank);
    if (this.text[this.at] !== ':') this.fail("Expecting ':' delimiter");
    this.at++;
    this.take(kBlank);
    return [key, this.value()];
  }
}

/** @param {string} text */
export function checkMark(text) {
  if (text.startsWith('\ufeff')) throw decodeProblem('Unexpected UTF-8 BOM (decode using utf-8-sig)', text, 0);
}
