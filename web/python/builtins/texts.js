// The methods of str.
// biome-ignore-all lint/suspicious/noControlCharactersInRegex: Python's blanks are among them.

import { addMethod, addMethods, bound } from '../operations/arguments.js';
import { iterate, listOf } from '../operations/iterate.js';
import { call, special } from '../operations/objects.js';
import { placesOf, plainItem } from '../operations/subscripts.js';
import { countOf, isWide, pointsOf, smallIndexOf } from '../operations/truth.js';
import { formatBraces } from '../text/braces.js';
import { Slice, Tuple } from '../values/containers.js';
import { Dict } from '../values/dict.js';
import { raised } from '../values/exceptions.js';
import { plainOf } from '../values/held.js';
import { nameOf, strType } from '../values/types.js';

const kSpace = /[\s\x1c-\x1f\x85]/u;
const letter = /\p{L}/u;
const cased = /[\p{Lu}\p{Ll}\p{Lt}]/u;

/** @param {any} value @param {string} who @param {number} [place] */
function textOf(value, who, place = 1) {
  if (typeof value === 'string') return value;
  throw raised('TypeError', `${who} argument ${place} must be str, not ${nameOf(value)}`);
}

/** @param {string} text @param {any} chars @param {'strip' | 'lstrip' | 'rstrip'} how */
function stripped(text, chars, how) {
  if (chars !== null && typeof chars !== 'string') throw raised('TypeError', `${how} arg must be None or str`);
  const points = [...text];
  const goes = (/** @type {string} */ one) => (chars === null ? kSpace.test(one) : [...chars].includes(one));
  let [from, to] = [0, points.length];
  if (how !== 'rstrip') while (from < to && goes(points[from])) from++;
  if (how !== 'lstrip') while (to > from && goes(points[to - 1])) to--;
  return points.slice(from, to).join('');
}

/** @param {string} text @param {any} separator @param {number} most @param {boolean} fromRight */
function divided(text, separator, most, fromRight) {
  if (separator === null) return words(text, most, fromRight);
  if (typeof separator !== 'string') throw raised('TypeError', `must be str or None, not ${nameOf(separator)}`);
  if (separator === '') throw raised('ValueError', 'empty separator');
  const parts = text.split(separator);
  if (most < 0 || parts.length <= most + 1) return parts;
  if (fromRight) return [parts.slice(0, parts.length - most).join(separator), ...parts.slice(parts.length - most)];
  return [...parts.slice(0, most), parts.slice(most).join(separator)];
}

/** @param {string} text @param {number} most @param {boolean} fromRight */
function words(text, most, fromRight) {
  const all = text.split(/[\s\x1c-\x1f\x85]+/u).filter((one) => one !== '');
  if (most < 0 || all.length <= most) return all;
  const rest = stripped(text, null, 'strip');
  if (fromRight) {
    let left = rest;
    const ends = [];
    for (let i = 0; i < most; i++) {
      const [, before, word] = /** @type {RegExpExecArray} */ (
        /^(.*?)[\s\x1c-\x1f\x85]*([^\s\x1c-\x1f\x85]+)$/su.exec(left)
      );
      ends.unshift(word);
      left = stripped(before, null, 'rstrip');
    }
    return left === '' ? ends : [left, ...ends];
  }
  let left = rest;
  const begins = [];
  for (let i = 0; i < most; i++) {
    const [, word, after] = /** @type {RegExpExecArray} */ (
      /^([^\s\x1c-\x1f\x85]+)[\s\x1c-\x1f\x85]*(.*)$/su.exec(left)
    );
    begins.push(word);
    left = after;
  }
  left = stripped(text, null, 'lstrip').slice(
    stripped(text, null, 'lstrip').length -
      (stripped(text, null, 'lstrip').length - stripped(text, null, 'lstrip').lastIndexOf(left)),
  );
  return left === '' ? begins : [...begins, left];
}

/** The part that a search looks at, and where it begins in code points. @param {string} text @param {any} start @param {any} end */
function windowOf(text, start, end) {
  const points = pointsOf(text);
  const places = placesOf(new Slice(start ?? null, end ?? null), points.length);
  const part = points.slice(places.start, places.start + places.length);
  const isBeyond = start !== null && start !== undefined && smallIndexOf(start) > points.length;
  return { part: typeof part === 'string' ? part : part.join(''), from: places.start, isBeyond };
}

/** @param {string} text @param {any} key @param {any} start @param {any} end @param {boolean} fromRight */
function sought(text, key, start, end, fromRight) {
  if (typeof key !== 'string') throw raised('TypeError', `must be str, not ${nameOf(key)}`);
  const { part, from, isBeyond } = windowOf(text, start, end);
  if (isBeyond) return -1;
  const at = fromRight ? part.lastIndexOf(key) : part.indexOf(key);
  if (at < 0) return -1;
  return from + (isWide(text) ? countOf(part.slice(0, at)) : at);
}

/** @param {string} text @param {any} keys @param {any} start @param {any} end @param {'startswith' | 'endswith'} how */
function edged(text, keys, start, end, how) {
  const { part, isBeyond } = windowOf(text, start, end);
  const all = keys instanceof Tuple ? keys.items : [keys];
  return all.some((key) => {
    if (typeof key !== 'string')
      throw raised(
        'TypeError',
        keys instanceof Tuple
          ? `tuple for ${how} must only contain str, not ${nameOf(key)}`
          : `${how} first arg must be str or a tuple of str, not ${nameOf(key)}`,
      );
    return !isBeyond && (how === 'startswith' ? part.startsWith(key) : part.endsWith(key));
  });
}

/** @param {string} text @param {any} width @param {any} fill @param {'ljust' | 'rjust' | 'center'} how */
function padded(text, width, fill, how) {
  if (typeof fill !== 'string')
    throw raised('TypeError', `The fill character must be a unicode character, not ${nameOf(fill)}`);
  if (countOf(fill) !== 1) throw raised('TypeError', 'The fill character must be exactly one character long');
  const wide = smallIndexOf(width);
  const missing = wide - countOf(text);
  if (missing <= 0) return text;
  if (how === 'ljust') return text + fill.repeat(missing);
  if (how === 'rjust') return fill.repeat(missing) + text;
  const left = (missing >> 1) + (missing & wide & 1);
  return fill.repeat(left) + text + fill.repeat(missing - left);
}

/** Each word with a capital. @param {string} text */
function titled(text) {
  let isAfter = false;
  let result = '';
  for (const one of text) {
    result += isAfter ? one.toLowerCase() : one.toUpperCase();
    isAfter = cased.test(one);
  }
  return result;
}

/** Whether there is a character and each passes. @param {string} text @param {RegExp} pattern */
const all = (text, pattern) => text !== '' && [...text].every((one) => pattern.test(one));

/** @param {string} text @param {boolean} keeps the ends of lines */
function lines(text, keeps) {
  const list = [];
  for (const [whole, line, end] of text.matchAll(
    /([^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*)(\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]|$)/gu,
  )) {
    if (whole === '') break;
    list.push(keeps ? whole : line);
    if (end === '') break;
  }
  return list;
}

/** @param {string} text @param {any} old @param {any} fresh @param {number} most */
function replaced(text, old, fresh, most) {
  textOf(old, 'replace()', 1);
  textOf(fresh, 'replace()', 2);
  if (most < 0)
    return old === '' && isWide(text)
      ? fresh + [...text].map((one) => one + fresh).join('')
      : text.replaceAll(old, () => fresh);
  let [result, rest] = ['', text];
  for (let i = 0; i < most; i++) {
    const at = rest.indexOf(old);
    if (at < 0 || (old === '' && rest === '' && i > 0)) break;
    if (old === '') {
      const [first = ''] = rest;
      result += fresh + first;
      rest = rest.slice(first.length);
      if (first === '') break;
      continue;
    }
    result += rest.slice(0, at) + fresh;
    rest = rest.slice(at + old.length);
  }
  return result + rest;
}

addMethods(
  strType,
  {
    upper: (s) => s.toUpperCase(),
    lower: (s) => s.toLowerCase(),
    casefold: (s) => s.toLowerCase().replaceAll('ß', 'ss'),
    title: titled,
    capitalize: (s) => {
      const [first = ''] = s;
      return first.toUpperCase() + s.slice(first.length).toLowerCase();
    },
    swapcase: (s) => [...s].map((one) => (one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase())).join(''),
    strip: (s, chars = null) => stripped(s, chars, 'strip'),
    lstrip: (s, chars = null) => stripped(s, chars, 'lstrip'),
    rstrip: (s, chars = null) => stripped(s, chars, 'rstrip'),
    find: (s, key, start, end) => BigInt(sought(s, key, start, end, false)),
    rfind: (s, key, start, end) => BigInt(sought(s, key, start, end, true)),
    index: (s, key, start, end) => placeOf(sought(s, key, start, end, false)),
    rindex: (s, key, start, end) => placeOf(sought(s, key, start, end, true)),
    count: (s, key, start, end) => {
      if (typeof key !== 'string') throw raised('TypeError', `must be str, not ${nameOf(key)}`);
      const { part, isBeyond } = windowOf(s, start, end);
      return isBeyond ? 0n : BigInt(key === '' ? countOf(part) + 1 : part.split(key).length - 1);
    },
    startswith: (s, key, start, end) => edged(s, key, start, end, 'startswith'),
    endswith: (s, key, start, end) => edged(s, key, start, end, 'endswith'),
    removeprefix: (s, key) => (s.startsWith(textOf(key, 'removeprefix()')) && key !== '' ? s.slice(key.length) : s),
    removesuffix: (s, key) => (s.endsWith(textOf(key, 'removesuffix()')) && key !== '' ? s.slice(0, -key.length) : s),
    replace: (s, old, fresh, most = -1n) => replaced(s, old, fresh, smallIndexOf(most)),
    ljust: (s, width, fill = ' ') => padded(s, width, fill, 'ljust'),
    rjust: (s, width, fill = ' ') => padded(s, width, fill, 'rjust'),
    center: (s, width, fill = ' ') => padded(s, width, fill, 'center'),
    zfill: (s, width) => {
      const missing = smallIndexOf(width) - countOf(s);
      if (missing <= 0) return s;
      const sign = /^[+-]/.test(s) ? s[0] : '';
      return sign + '0'.repeat(missing) + s.slice(sign.length);
    },
    partition: (s, key) => {
      if (textOf(key, 'partition()') === '') throw raised('ValueError', 'empty separator');
      const at = s.indexOf(key);
      return new Tuple(at < 0 ? [s, '', ''] : [s.slice(0, at), key, s.slice(at + key.length)]);
    },
    rpartition: (s, key) => {
      if (textOf(key, 'rpartition()') === '') throw raised('ValueError', 'empty separator');
      const at = s.lastIndexOf(key);
      return new Tuple(at < 0 ? ['', '', s] : [s.slice(0, at), key, s.slice(at + key.length)]);
    },
    join: (s, items) => {
      if (
        special(items, '__iter__') === undefined &&
        typeof items !== 'string' &&
        special(items, '__getitem__') === undefined
      )
        throw raised('TypeError', 'can only join an iterable');
      const parts = listOf(items).map(plainOf);
      parts.forEach((part, i) => {
        if (typeof part !== 'string')
          throw raised('TypeError', `sequence item ${i}: expected str instance, ${nameOf(part)} found`);
      });
      return parts.join(s);
    },
    isalpha: (s) => all(s, letter),
    isdigit: (s) => all(s, /[\p{Nd}²³¹⁰⁴-⁹₀-₉]/u),
    isdecimal: (s) => all(s, /\p{Nd}/u),
    isnumeric: (s) => all(s, /\p{N}/u),
    isalnum: (s) => all(s, /[\p{L}\p{N}]/u),
    isspace: (s) => all(s, kSpace),
    isupper: (s) => /\p{Lu}/u.test(s) && !/[\p{Ll}\p{Lt}]/u.test(s),
    islower: (s) => /\p{Ll}/u.test(s) && !/[\p{Lu}\p{Lt}]/u.test(s),
    istitle: (s) => cased.test(s) && titled(s) === s,
    isidentifier: (s) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(s),
    isprintable: (s) => !/[\p{C}\p{Zl}\p{Zp}]/u.test(s),
    isascii: (s) => !/[^\0-\x7f]/u.test(s),
    __len__: (s) => BigInt(countOf(s)),
    __getitem__: plainItem,
    __contains__: (s, item) => s.includes(item),
    __iter__: (s) => iterate(s),
    encode: () => {
      throw raised('NotImplementedError', 'bytes are not part of this Python: a str holds any text');
    },
    format_map: (s, dict) => formatBraces(s, [], new Map([...dict])),
  },
  {
    strip: [0, 1],
    lstrip: [0, 1],
    rstrip: [0, 1],
    find: [1, 3],
    rfind: [1, 3],
    index: [1, 3],
    rindex: [1, 3],
    count: [1, 3],
    startswith: [1, 3],
    endswith: [1, 3],
    replace: [2, 3],
    ljust: [1, 2],
    rjust: [1, 2],
    center: [1, 2],
    encode: [0, 2],
  },
);
addMethod(strType, 'format', (self, args, keywords) => formatBraces(self, args, keywords));
for (const name of ['split', 'rsplit']) {
  addMethod(strType, name, (self, args, keywords) => {
    const [separator = null, most = -1n] = bound(name, ['sep?', 'maxsplit?'], args, keywords);
    return divided(self, separator, smallIndexOf(most), name === 'rsplit');
  });
}
addMethod(strType, 'splitlines', (self, args, keywords) => {
  const [keeps = false] = bound('splitlines', ['keepends?'], args, keywords);
  return lines(self, Boolean(keeps));
});
addMethod(strType, 'expandtabs', (self, args, keywords) => {
  const [size = 8n] = bound('expandtabs', ['tabsize?'], args, keywords);
  let column = 0;
  return [...self]
    .map((one) => {
      if (one === '\t') {
        const count = Number(size) > 0 ? Number(size) - (column % Number(size)) : 0;
        column += count;
        return ' '.repeat(count);
      }
      column = one === '\n' ? 0 : column + 1;
      return one;
    })
    .join('');
});
addMethod(strType, 'translate', (self, [table]) =>
  [...self]
    .map((one) => {
      const found =
        table instanceof Dict ? table.get(BigInt(/** @type {number} */ (one.codePointAt(0)))) : call(table, [one]);
      return found === undefined
        ? one
        : found === null
          ? ''
          : typeof found === 'bigint'
            ? String.fromCodePoint(Number(found))
            : found;
    })
    .join(''),
);

/** @param {number} at */
function placeOf(at) {
  if (at < 0) throw raised('ValueError', 'substring not found');
  return BigInt(at);
}
