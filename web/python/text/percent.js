// The operator % of texts: "%5.2f" % value, as CPython does it.
// biome-ignore-all lint/suspicious/noControlCharactersInRegex: ASCII begins with them.

import { texts } from '../operations/arithmetic.js';
import { toInt } from '../operations/numbers.js';
import { callSpecial, special } from '../operations/objects.js';
import { plainItem } from '../operations/subscripts.js';
import { asIndex, countOf, floatOf, pointsOf } from '../operations/truth.js';
import { Tuple } from '../values/containers.js';
import { Dict } from '../values/dict.js';
import { raised } from '../values/exceptions.js';
import { nameOf } from '../values/types.js';
import { realText } from './format.js';
import { escaped, repr, str } from './repr.js';

const pattern = /%(?:\(([^)]*)\))?([-+ #0]*)(\*|\d+)?(?:\.(\*|\d*))?[hlL]?(.)?/gsu;

/**
 * @param {string} text
 * @param {any} value
 * @returns {string}
 */
export function percent(text, value) {
  const given = value instanceof Tuple ? value.items : [value];
  let used = 0;
  let isByName = false;
  const next = () => {
    if (used >= given.length) throw raised('TypeError', 'not enough arguments for format string');
    return given[used++];
  };
  const result = text.replace(pattern, (all, key, flags, width, precision, type, at) => {
    if (type === undefined) throw raised('ValueError', 'incomplete format');
    if (type === '%') return '%';
    if (key !== undefined) {
      if (!(value instanceof Dict)) throw raised('TypeError', 'format requires a mapping');
      isByName = true;
    }
    const stars = (/** @type {string | undefined} */ one) => {
      if (one !== '*') return one === undefined ? null : Number(one || 0);
      const given = next();
      if (typeof given !== 'bigint') throw raised('TypeError', '* wants int');
      return Number(given);
    };
    let wide = stars(width) ?? 0;
    const digits = stars(precision);
    const left = flags.includes('-') || wide < 0;
    wide = Math.abs(wide);
    const item = key === undefined ? next() : plainItem(value, key);
    const place = () => countOf(text.slice(0, at + all.length - type.length));
    return converted(item, type, { left, flags, wide, digits: digits ?? -1, place });
  });
  if (!isByName && used < given.length && !(value instanceof Dict)) {
    const takesAny =
      !(value instanceof Tuple) &&
      (Array.isArray(value) || (special(value, '__getitem__') !== undefined && typeof value !== 'string'));
    if (!takesAny) throw raised('TypeError', 'not all arguments converted during string formatting');
  }
  return result;
}
texts.percent = percent;

/** @param {any} item @param {string} type @param {{ left: boolean, flags: string, wide: number, digits: number, place: () => number }} how place: of the type in the text */
function converted(item, type, { left, flags, wide, digits, place }) {
  let text;
  let isNumber = true;
  if (type === 's' || type === 'r' || type === 'a') {
    isNumber = false;
    text = type === 's' ? str(item) : repr(item);
    if (type === 'a') text = text.replace(/[^\0-\x7f]/gu, (one) => escaped(/** @type {number} */ (one.codePointAt(0))));
    if (digits >= 0) text = [...pointsOf(text)].slice(0, digits).join('');
  } else if (type === 'c') {
    isNumber = false;
    text = typeof item === 'bigint' ? String.fromCodePoint(Number(item)) : item;
    if (typeof text !== 'string' || countOf(text) !== 1) throw raised('TypeError', '%c requires int or char');
  } else if ('diu'.includes(type)) text = withDigits(String(whole(item, type)), digits);
  else if ('xXo'.includes(type)) text = inBase(item, type, flags, digits);
  else if ('eEfFgG'.includes(type)) {
    if (
      typeof item !== 'number' &&
      typeof item !== 'bigint' &&
      typeof item !== 'boolean' &&
      special(item, '__float__') === undefined
    ) {
      throw raised('TypeError', `must be real number, not ${nameOf(item)}`);
    }
    text = realText(floatOf(item), type, digits < 0 ? 6 : digits, flags.includes('#'));
    if (/[EFG]/.test(type)) text = text.toUpperCase();
  } else {
    throw raised(
      'ValueError',
      `unsupported format character '${type}' (0x${/** @type {number} */ (type.codePointAt(0)).toString(16)}) at index ${place()}`,
    );
  }
  if (isNumber && text[0] !== '-') text = (flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '') + text;
  const missing = wide - countOf(text);
  if (missing <= 0) return text;
  if (left) return text + ' '.repeat(missing);
  if (isNumber && flags.includes('0') && !/[nf]/.test(text)) {
    const [, head, rest] = /** @type {RegExpExecArray} */ (/^([-+ ]?(?:0[xXo])?)(.*)$/s.exec(text));
    const prefix = 'xXo'.includes(type) && flags.includes('#') ? head : head.replace(/0[xXo]$/, '');
    return prefix + '0'.repeat(missing) + (prefix === head ? rest : text.slice(prefix.length));
  }
  return ' '.repeat(missing) + text;
}

/** @param {string} text @param {number} digits at least */
function withDigits(text, digits) {
  const sign = text[0] === '-' ? '-' : '';
  return sign + text.slice(sign.length).padStart(digits, '0');
}

/** As int() cuts a number; what is none is refused in the words of %. @param {any} item @param {string} type @returns {bigint} */
function whole(item, type) {
  if (typeof item === 'number') return toInt(item);
  if (typeof item === 'bigint' || typeof item === 'boolean') return BigInt(item);
  const own = item === null ? undefined : special(item, '__int__');
  try {
    const value = own === undefined ? asIndex(item) : callSpecial(own, item);
    if (value !== null) return value;
  } catch (thrown) {
    if (/** @type {any} */ (thrown)?.type?.name !== 'TypeError' && /** @type {any} */ (thrown)?.name !== 'TypeError')
      throw thrown;
  }
  throw raised('TypeError', `%${type} format: a real number is required, not ${nameOf(item)}`);
}

/** @param {any} item @param {string} type @param {string} flags @param {number} digits */
function inBase(item, type, flags, digits) {
  const value = asIndex(item);
  if (value === null) throw raised('TypeError', `%${type} format: an integer is required, not ${nameOf(item)}`);
  let text = (value < 0n ? -value : value).toString(type === 'o' ? 8 : 16).padStart(digits, '0');
  if (type === 'X') text = text.toUpperCase();
  if (flags.includes('#')) text = `0${type}${text}`;
  return (value < 0n ? '-' : '') + text;
}
