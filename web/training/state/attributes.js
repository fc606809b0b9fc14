// A training's state as attributes: what they say, and the few that change when the state does.
import { textOfValue } from '../../figure/state/attributes.js';
import { writeActivations } from './activations.js';
import { writeLayers } from './layers.js';
import { writePoints } from './points.js';
import { readState, vocabulary, writeState } from './vocabulary.js';

/**
 * @typedef {import('./vocabulary.js').State} State
 * @typedef {object} Attributes what an element's attributes say
 * @property {State} state
 * @property {string[]} wrong what of them decides numbers and could not be read: such a figure shows none
 * @property {string[]} odd what else could not be read
 */

/** Those that decide only how the numbers are looked at. */
const looks = new Set(['v', 'theme', 'show', 'hide', 'at', 'unit']);
/** Longer than any state of 300 points. */
const kLongest = 20_000;

/**
 * What an element's attributes say. A name with an underscore that is none is taken for a misspelt one, since HTML has no such names.
 * @param {Element} element
 * @returns {Attributes}
 */
export function readAttributes(element) {
  /** @type {[string, string][]} */ const pairs = [];
  /** @type {string[]} */ const wrong = [];
  /** @type {string[]} */ const odd = [];
  for (const { name, value } of element.attributes) {
    if (!vocabulary.includes(name)) {
      if (name.includes('_')) wrong.push(`${name}: unknown`);
    } else if (value.length > kLongest) wrong.push(`${name}: a text of ${value.length} characters`);
    else pairs.push([name, value]);
  }
  const { state, problems } = readState(pairs);
  for (const problem of problems) (looks.has(problem.slice(0, problem.indexOf(':'))) ? odd : wrong).push(problem);
  return { state, wrong, odd };
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
  seed: ({ seed }) => BigInt(seed),
  compare: ({ compare }) => writeActivations(compare),
  activations: ({ activations }) => writeActivations(activations),
  layers: ({ layers }) => writeLayers(layers),
  batch: ({ batch }) => (batch === 0 ? 'all' : batch),
  data: ({ data }) => (typeof data === 'string' ? data : writePoints(data)),
  unit: ({ unit }) => unit?.join('.') ?? null,
};

/** A key's value as the property of the same name gives it. @param {State} state @param {string} key */
export function valueIn(state, key) {
  if (Object.hasOwn(values, key)) return values[key](state);
  const own = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (state));
  return Object.hasOwn(own, key) ? own[key] : (state.parameters[key] ?? state.carried[key]);
}

/** A property for each key of a link. @param {Element} prototype */
export function defineProperties(prototype) {
  for (const name of vocabulary) {
    Object.defineProperty(prototype, name, {
      configurable: true,
      enumerable: true,
      /** @this {Element} */
      get() {
        return valueIn(readAttributes(this).state, name);
      },
      /** @this {Element} @param {unknown} value */
      set(value) {
        if (value === null || value === undefined) this.removeAttribute(name);
        else this.setAttribute(name, textOfValue(value));
      },
    });
  }
}
