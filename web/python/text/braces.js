// str.format(): fields in braces, with names, numbers, attributes, indices, conversions and specifications.
// biome-ignore-all lint/suspicious/noControlCharactersInRegex: ASCII begins with them.

import { getAttribute } from '../operations/objects.js';
import { getItem } from '../operations/subscripts.js';
import { raised } from '../values/exceptions.js';
import { format } from './format.js';
import { escaped, repr, str } from './repr.js';

/** What follows the conversion's sign. @param {any} value @param {string} conversion */
export function converted(value, conversion) {
  switch (conversion) {
    case 'r':
      return repr(value);
    case 's':
      return str(value);
    case 'a':
      return repr(value).replace(/[^\0-\x7f]/gu, (one) => escaped(/** @type {number} */ (one.codePointAt(0))));
    default:
      throw raised('ValueError', `Unknown conversion specifier ${conversion}`);
  }
}

/**
 * @param {string} text
 * @param {any[]} args
 * @param {Map<string, any>} keywords
 * @param {{ next: number }} [state] the number of the next field without a name, -1 where they have numbers
 * @returns {string}
 */
export function formatBraces(text, args, keywords, state = { next: 0 }) {
  let result = '';
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '{' && text[i + 1] === '{') result += text[i++];
    else if (character === '}' && text[i + 1] === '}') result += text[i++];
    else if (character === '}') throw raised('ValueError', "Single '}' encountered in format string");
    else if (character !== '{') result += character;
    else {
      const end = closing(text, i + 1);
      result += field(text.slice(i + 1, end), args, keywords, state);
      i = end;
    }
  }
  return result;
}

/** Where the brace closes. @param {string} text @param {number} from */
function closing(text, from) {
  let depth = 1;
  for (let i = from; i < text.length; i++) {
    if (text[i] === '{') depth++;
    else if (text[i] === '}' && --depth === 0) return i;
  }
  throw raised(
    'ValueError',
    from === text.length ? "Single '{' encountered in format string" : "expected '}' before end of string",
  );
}

/** @param {string} body @param {any[]} args @param {Map<string, any>} keywords @param {{ next: number }} state */
function field(body, args, keywords, state) {
  const [, name, conversion, spec] = /** @type {RegExpExecArray} */ (
    /^((?:[^!:[]|\[[^\]]*\])*)(?:!([^:]*))?(?::(.*))?$/s.exec(body) ?? ['', body]
  );
  let value = found(name, args, keywords, state);
  if (conversion !== undefined) value = converted(value, conversion);
  return format(value, spec === undefined ? '' : formatBraces(spec, args, keywords, state));
}

/** @param {string} name @param {any[]} args @param {Map<string, any>} keywords @param {{ next: number }} state */
function found(name, args, keywords, state) {
  const [, first, rest] = /** @type {RegExpExecArray} */ (/^([^.[]*)(.*)$/s.exec(name));
  let value;
  if (first === '' || /^\d+$/.test(first)) {
    if (first === '' ? state.next < 0 : state.next > 0) {
      throw raised(
        'ValueError',
        first === ''
          ? 'cannot switch from manual field specification to automatic field numbering'
          : 'cannot switch from automatic field numbering to manual field specification',
      );
    }
    const place = first === '' ? state.next++ : Number(first);
    if (first !== '') state.next = -1;
    if (place >= args.length)
      throw raised('IndexError', `Replacement index ${place} out of range for positional args tuple`);
    value = args[place];
  } else {
    if (!keywords.has(first)) throw raised('KeyError', first);
    value = keywords.get(first);
  }
  for (const [, attribute, index] of rest.matchAll(/\.([^.[]+)|\[([^\]]*)\]/g)) {
    value =
      attribute === undefined
        ? getItem(value, /^\d+$/.test(index) ? BigInt(index) : index)
        : getAttribute(value, attribute);
  }
  return value;
}
