// A figure's state as attributes: which there are, what they say, and the few that change when the state does.

import { shortest } from '../text/numbers.js';
import { writeCompared } from './compared.js';
import { activations } from './drawn.js';
import { readers } from './keys.js';
import { kCarried, readState, shapeOf, writeState } from './vocabulary.js';

/**
 * @typedef {import('./vocabulary.js').State} State
 * @typedef {'curve' | 'tensors' | 'gradient' | 'code'} PartName
 * @typedef {object} Attributes what a figure's attributes say
 * @property {State} state
 * @property {string[]} wrong what of them decides numbers and could not be read: such a figure shows none
 * @property {string[]} odd what else could not be read
 */

/** The attributes that say a state: the keys of a link. */
export const vocabulary = [
  ...new Set([...Object.keys(readers), ...kCarried, ...activations.flatMap((a) => a.parameters.map((p) => p.name))]),
];
/** Those that decide only how the numbers are looked at. */
const looks = new Set(['v', 'theme', 'show', 'hide', 'window', 'element', 'compare']);
/** Longer than any state of a thousand numbers. */
const kLongest = 50_000;

/** @type {readonly PartName[]} */
const kParts = ['curve', 'tensors', 'gradient', 'code'];
/** @type {readonly PartName[]} */
const kUsualParts = ['curve', 'tensors'];

/** The parts of a figure that a state shows. @param {State} state @returns {Set<PartName>} */
export function partsOf({ show }) {
  const named = kParts.filter((part) => show.includes(part));
  return new Set(named.length > 0 ? named : kUsualParts);
}

/**
 * What an element's attributes say. A name with an underscore that no function has is taken for a misspelt parameter, since
 * HTML has no such names.
 * @param {Element} element
 * @returns {Attributes}
 */
export function readAttributes(element) {
  /** @type {[string, string][]} */ const pairs = [];
  /** @type {Attributes} */ const read = { state: /** @type {any} */ (null), wrong: [], odd: [] };
  const note = (/** @type {string} */ key, /** @type {string} */ problem) =>
    (looks.has(key) ? read.odd : read.wrong).push(problem);
  for (const { name, value } of element.attributes) {
    if (!vocabulary.includes(name)) {
      if (name.includes('_')) note(name, `${name}: unknown`);
    } else if (value.length > kLongest) note(name, `${name}: a text of ${value.length} characters`);
    else pairs.push([name, value]);
  }
  const { state, problems } = readState(pairs);
  read.state = state;
  for (const problem of problems) note(problem.slice(0, problem.indexOf(':')), problem);
  return read;
}

/**
 * Writes what differs between two states to an element's attributes; the author's own words for the rest stay.
 * @param {Element} element
 * @param {State} before
 * @param {State} after
 */
export function reflect(element, before, after) {
  const [old, now] = [before, after].map((state) => new Map(writeState(state)));
  for (const [key, value] of now) if (old.get(key) !== value) element.setAttribute(key, value);
  for (const key of old.keys()) if (!now.has(key)) element.removeAttribute(key);
}

/** A state's words as an object, for those who listen. @param {State} state @returns {Record<string, string>} */
export const wordsOf = (state) => Object.fromEntries(writeState(state));

/** What properties give for keys whose value in a state has another form. @type {Record<string, (state: State) => unknown>} */
const values = {
  v: () => 1,
  shape: (state) => [...shapeOf(state)],
  seed: ({ seed }) => BigInt(seed),
  input: ({ source, numbers, shape }) =>
    source === 'typed' ? nestedOf(numbers, shape) : source === 'random' ? 'randn' : source,
  from: ({ ends }) => ends?.[0],
  to: ({ ends }) => ends?.[1],
  upstream: ({ upstream, upstreamNumbers }) => (upstream === 'typed' ? [...upstreamNumbers] : upstream || undefined),
  compare: ({ compare }) => writeCompared(compare),
  dtype: ({ carried }) => carried.dtype ?? 'float32',
};

/**
 * A key's value as the property of the same name gives it: numbers, lists, texts; the seed a BigInt, for it may need 64 bits.
 * @param {State} state
 * @param {string} key
 */
export function valueIn(state, key) {
  if (Object.hasOwn(values, key)) return values[key](state);
  const owner = Object.hasOwn(state, key)
    ? /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (state))
    : state.parameters;
  const value = owner[key];
  return Array.isArray(value) ? [...value] : value;
}

/** Numbers in as many lists as they have dimensions: at least one. @param {number[]} numbers @param {number[]} shape @returns {unknown[]} */
function nestedOf(numbers, shape) {
  if (shape.length < 2) return [...numbers];
  const [rows, ...inner] = shape;
  const size = numbers.length / Math.max(1, rows);
  return Array.from({ length: rows }, (_, row) => nestedOf(numbers.slice(row * size, (row + 1) * size), inner));
}

/** @param {unknown} value @returns {unknown} typed arrays and tensors as lists */
function listed(value) {
  if (ArrayBuffer.isView(value)) return Array.from(/** @type {any} */ (value));
  const tensor = /** @type {{ tolist?: () => unknown } | null | undefined} */ (value);
  return typeof tensor?.tolist === 'function' ? tensor.tolist() : value;
}

/** Lists in brackets. @param {unknown} item @returns {string} */
const bracketed = (item) => {
  const list = listed(item);
  return Array.isArray(list) ? `[${list.map(bracketed).join(',')}]` : textOfValue(list);
};

/** A property's value as the text of an attribute; lists in lists, and those without an item, in brackets. @param {unknown} value @returns {string} */
export function textOfValue(value) {
  const list = listed(value);
  if (typeof value === 'object' && typeof list === 'number') return `tensor(${textOfValue(list)})`;
  if (Array.isArray(list)) {
    const isNested = list.some((item) => Array.isArray(listed(item)));
    return isNested ? bracketed(list) : list.map(textOfValue).join(',');
  }
  return typeof list === 'number' ? (Number.isFinite(list) ? String(list) : shortest(list)) : String(list);
}
