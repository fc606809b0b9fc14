// What json.dumps writes. Source: CPython 3.11, Lib/json/encoder.py and Modules/_json.c.

import { sorted } from '../../builtins/sequences.js';
import { binary } from '../../operations/arithmetic.js';
import { listOf } from '../../operations/iterate.js';
import { call } from '../../operations/objects.js';
import { truth } from '../../operations/truth.js';
import { repr } from '../../text/repr.js';
import { Tuple, tupleType } from '../../values/containers.js';
import { Dict } from '../../values/dict.js';
import { raised } from '../../values/exceptions.js';
import { plainOf } from '../../values/held.js';
import { floatType, intType, isInstance, listType, nameOf, typeOf } from '../../values/types.js';
import { floatOf, indexOf } from '../protocol.js';

/**
 * How a value is written: Python values, `fallback` makes another one of what JSON has not.
 * @typedef {{ skipkeys: any, ensure_ascii: any, check_circular: any, allow_nan: any, indent: any, separators: any, sort_keys: any, fallback: any }} Settings
 */

/** @type {Record<string, string>} */
const escapes = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f' };

/** A text in quotes. @param {string} text @param {boolean} isAscii whether other characters are written by their numbers */
function quoted(text, isAscii) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what JSON escapes
  const special = isAscii ? /["\\]|[^ -~]/g : /["\\\x00-\x1f]/g;
  const inner = text.replace(special, (one) => escapes[one] ?? `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `"${inner}"`;
}

/** Writes one value. */
export class Writer {
  /** @param {Settings} settings */
  constructor(settings) {
    this.settings = settings;
    this.isAscii = truth(settings.ensure_ascii);
    /** The blanks of one level, or null where all stands on one line. @type {string | null} */
    this.unit = unitOf(settings.indent);
    const [between, after] =
      settings.separators === null ? [this.unit === null ? ', ' : ',', ': '] : pairOf(settings.separators);
    this.between = between;
    this.after = after;
    /** What is being written, outermost first. @type {Set<any>} */
    this.open = new Set();
  }

  /** @param {number} x */
  float(x) {
    if (Number.isFinite(x)) return repr(x);
    if (!truth(this.settings.allow_nan)) throw raised('ValueError', 'Out of range float values are not JSON compliant');
    return Number.isNaN(x) ? 'NaN' : x > 0 ? 'Infinity' : '-Infinity';
  }

  /** A number, a text or a constant; undefined for others. @param {any} value */
  plain(value) {
    if (value === null) return 'null';
    if (typeof value === 'boolean') return String(value);
    const held = plainOf(value);
    if (typeof held === 'string') return quoted(held, this.isAscii);
    if (isInstance(value, intType)) return String(indexOf(value));
    // np.float64 counts as one.
    return isInstance(value, floatType) || floatType.covers?.(value) ? this.float(floatOf(value)) : undefined;
  }

  /** @param {any} value @param {string} line break and blanks before what stands in it @returns {string} */
  value(value, line = '\n') {
    const plain = this.plain(value);
    if (plain !== undefined) return plain;
    if (this.open.has(value) && truth(this.settings.check_circular))
      throw raised('ValueError', 'Circular reference detected');
    this.open.add(value);
    const text = this.compound(value, line);
    this.open.delete(value);
    return text;
  }

  /** @param {any} value @param {string} line @returns {string} */
  compound(value, line) {
    if (value instanceof Dict) return this.within('{}', this.entries(value, line + (this.unit ?? '')), line);
    if (!isInstance(value, listType) && !isInstance(value, tupleType))
      return this.value(call(this.settings.fallback, [value]), line);
    const items = listOf(value).map((one) => this.value(one, line + (this.unit ?? '')));
    return this.within('[]', items, line);
  }

  /** @param {string} brackets @param {string[]} parts @param {string} line */
  within([open, close], parts, line) {
    if (parts.length === 0) return open + close;
    if (this.unit === null) return open + parts.join(this.between) + close;
    const inner = line + this.unit;
    return open + inner + parts.join(this.between + inner) + line + close;
  }

  /** @param {Dict} dict @param {string} line */
  entries(dict, line) {
    const pairs = [...dict].map(([key, value]) => new Tuple([key, value]));
    const order = truth(this.settings.sort_keys) ? sorted(pairs, null, false) : pairs;
    return order.flatMap(({ items: [key, value] }) => {
      const name = this.key(key);
      return name === null ? [] : [quoted(name, this.isAscii) + this.after + this.value(value, line)];
    });
  }

  /** A key as a text; null for one that is left out. @param {any} key */
  key(key) {
    const held = plainOf(key);
    if (typeof held === 'string') return held;
    const plain = this.plain(key);
    if (plain !== undefined) return plain;
    if (truth(this.settings.skipkeys)) return null;
    throw raised('TypeError', `keys must be str, int, float, bool or None, not ${keyType(key)}`);
  }
}

/** What C calls the type of a key: NumPy's with its module. @param {any} key */
const keyType = (key) => (typeOf(key).module === 'numpy' ? typeOf(key).fullName : nameOf(key));

/** @param {any} indent */
const unitOf = (indent) => (indent === null || typeof indent === 'string' ? indent : binary('*', ' ', indent));

/** @param {any} separators @returns {string[]} */
function pairOf(separators) {
  const pair = listOf(separators);
  if (pair.length < 2) throw raised('ValueError', `not enough values to unpack (expected 2, got ${pair.length})`);
  if (pair.length > 2) throw raised('ValueError', 'too many values to unpack (expected 2)');
  return pair;
}
