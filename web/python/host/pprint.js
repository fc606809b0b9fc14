// The module pprint: values in lines of a width. Source: Lib/pprint.py of CPython 3.11.

import { compare } from '../operations/compare.js';
import { callMethod } from '../operations/objects.js';
import { Tuple, tupleType } from '../values/containers.js';
import { Dict, dictType, FrozenSet, PySet, setType } from '../values/dict.js';
import { listType, nameOf, typeOf } from '../values/types.js';
import { bound, currentSession, fn, hostModule, repr, smallIndexOf, truth } from './protocol.js';

/** @typedef {{ indent: number, width: number, depth: number | null, compact: boolean, sorts: boolean, lines: string[] }} Printer */

/** What comes first: by value where that can be told, else by type. @param {any} a @param {any} b */
function isFirst(a, b) {
  try {
    return truth(compare('<', a, b));
  } catch {
    return nameOf(a) < nameOf(b);
  }
}

/** In order, also what may not be compared. @param {any[]} list @param {(one: any) => any} [key] */
const inOrder = (list, key = (one) => one) =>
  [...list].sort((a, b) => (isFirst(key(a), key(b)) ? -1 : isFirst(key(b), key(a)) ? 1 : 0));

/** The pairs of a dict, in order where they are sorted. @param {Printer} to @param {Dict} dict @returns {[any, any][]} */
const pairsOf = (to, dict) => (to.sorts ? inOrder([...dict], ([key]) => key) : [...dict]);

/** The text on one line, with dicts in order. @param {Printer} to @param {any} value @param {number} level @returns {string} */
function flat(to, value, level) {
  const type = typeOf(value);
  const isDeep = to.depth !== null && level >= to.depth;
  if (type === dictType) {
    const pairs = pairsOf(to, value);
    if (pairs.length > 0 && isDeep) return '{...}';
    return `{${pairs.map(([key, one]) => `${flat(to, key, level + 1)}: ${flat(to, one, level + 1)}`).join(', ')}}`;
  }
  const isList = type === listType;
  if (!isList && type !== tupleType) return repr(value);
  const items = isList ? value : value.items;
  if (items.length > 0 && isDeep) return isList ? '[...]' : '(...)';
  const text = items.map((/** @type {any} */ one) => flat(to, one, level + 1)).join(', ');
  return isList ? `[${text}]` : `(${text}${items.length === 1 ? ',' : ''})`;
}

/** Writes a value at an indent, with so much room to be left behind it. @param {Printer} to @param {any} value @param {number} indent @param {number} allowance @param {number} level */
function write(to, value, indent, allowance, level) {
  const text = flat(to, value, level);
  const form = text.length > to.width - indent - allowance ? formOf(value) : undefined;
  if (form === undefined) to.lines.push(text);
  else form(to, value, indent, allowance, level + 1);
}

/** How a value is written on several lines. @param {any} value @returns {((to: Printer, value: any, indent: number, allowance: number, level: number) => void) | undefined} */
function formOf(value) {
  if (typeof value === 'string') return writeText;
  const type = typeOf(value);
  if (type === listType) return (to, list, ...at) => enclosed(to, '[', list, ']', ...at);
  if (type === tupleType)
    return (to, { items }, ...at) => enclosed(to, '(', items, items.length === 1 ? ',)' : ')', ...at);
  if (type === dictType) return writeDict;
  if (value instanceof PySet) return writeSet;
  if (value instanceof Dict && ['OrderedDict', 'defaultdict', 'Counter'].includes(type.name)) return writeNamed;
  return undefined;
}

/** @param {Printer} to @param {string} open @param {any[]} items @param {string} close @param {number} indent @param {number} allowance @param {number} level */
function enclosed(to, open, items, close, indent, allowance, level) {
  to.lines.push(open);
  writeItems(to, items, indent, allowance + close.length, level);
  to.lines.push(close);
}

/** @param {Printer} to @param {any[]} items @param {number} indent @param {number} allowance @param {number} level */
function writeItems(to, items, indent, allowance, level) {
  const own = indent + to.indent;
  to.lines.push(' '.repeat(to.indent - 1));
  const newLine = `,\n${' '.repeat(own)}`;
  let [width, most] = [to.width - own + 1, to.width - own + 1];
  let between = '';
  items.forEach((item, i) => {
    const isLast = i === items.length - 1;
    if (isLast) [width, most] = [width - allowance, most - allowance];
    if (to.compact) {
      const text = flat(to, item, level);
      const needed = text.length + 2;
      if (width < needed) {
        width = most;
        if (between) between = newLine;
      }
      if (width >= needed) {
        width -= needed;
        to.lines.push(between, text);
        between = ', ';
        return;
      }
    }
    to.lines.push(between);
    between = newLine;
    write(to, item, own, isLast ? allowance : 1, level);
  });
}

/** @param {Printer} to @param {[any, any][]} pairs @param {number} indent @param {number} allowance @param {number} level */
function writePairs(to, pairs, indent, allowance, level) {
  const own = indent + to.indent;
  pairs.forEach(([key, value], i) => {
    const isLast = i === pairs.length - 1;
    const text = flat(to, key, level);
    to.lines.push(`${text}: `);
    write(to, value, own + text.length + 2, isLast ? allowance : 1, level);
    if (!isLast) to.lines.push(`,\n${' '.repeat(own)}`);
  });
}

/** @param {Printer} to @param {Dict} dict @param {number} indent @param {number} allowance @param {number} level */
function writeDict(to, dict, indent, allowance, level) {
  to.lines.push('{', ' '.repeat(to.indent - 1));
  writePairs(to, pairsOf(to, dict), indent, allowance + 1, level);
  to.lines.push('}');
}

/** @param {Printer} to @param {PySet} set @param {number} indent @param {number} allowance @param {number} level */
function writeSet(to, set, indent, allowance, level) {
  const isPlain = typeOf(set) === setType;
  const name = set instanceof FrozenSet && !isPlain ? 'frozenset' : nameOf(set);
  const open = isPlain ? '{' : `${name}({`;
  enclosed(
    to,
    open,
    inOrder([...set]),
    isPlain ? '}' : '})',
    isPlain ? indent : indent + name.length + 1,
    allowance,
    level,
  );
}

/** OrderedDict, defaultdict and Counter: with their names before them. @param {Printer} to @param {any} dict @param {number} indent @param {number} allowance @param {number} level */
function writeNamed(to, dict, indent, allowance, level) {
  const { name } = typeOf(dict);
  const own = indent + name.length + 1;
  if (name === 'Counter') {
    const pairs = callMethod(dict, 'most_common', []).map((/** @type {Tuple} */ { items }) => items);
    to.lines.push(`${name}({`, ' '.repeat(to.indent - 1));
    writePairs(to, pairs, own, allowance + 2, level);
    to.lines.push('})');
  } else if (name === 'OrderedDict') {
    to.lines.push(`${name}(`);
    const pairs = [...dict].map((pair) => new Tuple(pair));
    write(to, pairs, own, allowance + 1, level - 1);
    to.lines.push(')');
  } else {
    to.lines.push(`${name}(${repr(dict.factory ?? null)},\n${' '.repeat(own)}`);
    writeDict(to, dict, own, allowance + 1, level);
    to.lines.push(')');
  }
}

/** A long text, parted between words. @param {Printer} to @param {string} text @param {number} indent @param {number} allowance @param {number} level */
function writeText(to, text, indent, allowance, level) {
  const isAlone = level === 1;
  const [own, room] = isAlone ? [indent + 1, allowance + 1] : [indent, allowance];
  const most = to.width - own;
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [''];
  /** @type {string[]} */ const chunks = [];
  lines.forEach((line, i) => {
    const isLastLine = i === lines.length - 1;
    if (repr(line).length <= most - (isLastLine ? room : 0)) {
      chunks.push(repr(line));
      return;
    }
    const words = line.match(/\S+\s*|\s+/g) ?? [];
    let current = '';
    words.forEach((word, j) => {
      const isEnd = isLastLine && j === words.length - 1;
      if (repr(current + word).length > most - (isEnd ? room : 0)) {
        if (current) chunks.push(repr(current));
        current = word;
      } else current += word;
    });
    if (current) chunks.push(repr(current));
  });
  if (chunks.length === 1) to.lines.push(repr(text));
  else to.lines.push(isAlone ? '(' : '', chunks.join(`\n${' '.repeat(own)}`), isAlone ? ')' : '');
}

const settings = ['indent?', 'width?', 'depth?', '*', 'compact?', 'sort_dicts?', 'underscore_numbers?'];

/** @param {any} value @param {any[]} given the settings in their order @param {boolean} sorts */
function formatted(value, [indent = 1n, width = 80n, depth = null, compact = false, own], sorts) {
  const to = {
    indent: smallIndexOf(indent),
    width: smallIndexOf(width),
    depth: depth === null ? null : smallIndexOf(depth),
    compact: truth(compact),
    sorts: own === undefined ? sorts : truth(own),
    lines: /** @type {string[]} */ ([]),
  };
  write(to, value, 0, 0, 0);
  return to.lines.join('');
}

/** @param {string} name @param {boolean} sorts */
const printing = (name, sorts) =>
  fn(name, (args, keywords) => {
    const [value, stream, ...rest] = bound(name, ['object', 'stream?', ...settings], args, keywords);
    const text = `${formatted(value, rest, sorts)}\n`;
    if (stream === undefined || stream === null) currentSession().write(text);
    else callMethod(stream, 'write', [text]);
    return null;
  });

/** @returns {import('../values/containers.js').Module} */
export const pprint = () =>
  hostModule('pprint', {
    pprint: printing('pprint', true),
    pp: printing('pp', false),
    pformat: fn('pformat', (args, keywords) => {
      const [value, ...rest] = bound('pformat', ['object', ...settings], args, keywords);
      return formatted(value, rest, true);
    }),
  });
