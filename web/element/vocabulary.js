// The state of a figure in words: activation, parameters, shape, seed, input and the like, as a link's hash and as attributes.

import { articleExample } from './article.js';
import { activations, ranksOf } from './drawn.js';
import { parameterProblem, readNumber, shortest } from './numbers.js';
import { readSeed, readShape, readTensor } from './tensor_text.js';

/**
 * @typedef {'article' | 'random' | 'typed'} Source where the input comes from
 * @typedef {'auto' | 'light' | 'dark'} Theme
 * @typedef {object} State
 * @property {string} activation torch.nn's name
 * @property {import('./drawn.js').Values} parameters by PyTorch's names; null is None
 * @property {Source} source
 * @property {number[]} shape of random or typed input
 * @property {string} seed a whole number in digits, since it may need 64 bits
 * @property {number[]} numbers that were typed
 * @property {number[] | null} element the chosen element's indices
 * @property {string[]} show words; `equal` draws a bounded function's axes on equal scales too, where y is stretched else
 * @property {Theme} theme
 * @property {Record<string, string>} carried keys of the vocabulary that this page has no use for, kept as they came
 * @typedef {{ state: State, problems: string[] }} Reading problems name each key that could not be read
 */

export const kVersion = 1;
const kCarried = ['dtype', 'compare'];
export const kDefaultShape = [18];

/** What a first visit shows: the tutorial's leaky ReLU. @returns {State} */
export function firstVisit() {
  return stateOf('LeakyReLU', { ...articleExample('LeakyReLU').parameters });
}

/**
 * @param {string} activation
 * @param {import('./drawn.js').Values} parameters
 * @returns {State}
 */
function stateOf(activation, parameters) {
  return {
    activation,
    parameters: { ...defaultParameters(activation), ...parameters },
    source: 'article',
    shape: [...kDefaultShape],
    seed: '0',
    numbers: [],
    element: null,
    show: [],
    theme: 'auto',
    carried: {},
  };
}

/** The facts of an activation. @param {string} name */
export function activationOf(name) {
  const found = activations.find((a) => a.module === name);
  if (!found)
    throw new RangeError(`No activation is called ${name}; there are ${activations.map((a) => a.module).join(', ')}.`);
  return found;
}

/** PyTorch's defaults. @param {string} activation @returns {import('./drawn.js').Values} */
export function defaultParameters(activation) {
  return Object.fromEntries(activationOf(activation).parameters.map((p) => [p.name, p.default]));
}

/**
 * Reads what a link or an element's attributes say. Never throws: what cannot be read is named, the rest is kept.
 * @param {Iterable<[string, string]>} pairs
 * @returns {Reading}
 */
export function readState(pairs) {
  const given = new Map(pairs);
  if (given.size === 0) return { state: firstVisit(), problems: [] };
  /** @type {string[]} */ const problems = [];
  const name = given.get('activation') ?? 'LeakyReLU';
  const known = activations.find((a) => a.module.toLowerCase() === name.toLowerCase() || a.functional === name);
  if (!known) problems.push(`activation: there is no “${name}” here`);
  const state = stateOf(known?.module ?? 'LeakyReLU', {});
  for (const [key, text] of given) {
    const problem = readKey(state, key, text);
    if (problem) problems.push(`${key}: ${problem}`);
  }
  if (state.source === 'typed') {
    const count = state.shape.reduce((product, size) => product * size, 1);
    if (given.has('shape') && count !== state.numbers.length) {
      problems.push(`shape: [${state.shape.join(', ')}] has ${count} elements, the input ${state.numbers.length}`);
    }
    if (!given.has('shape') || count !== state.numbers.length) state.shape = [state.numbers.length];
  } else if (!given.has('input') && (given.has('shape') || given.has('seed'))) {
    state.source = 'random';
  }
  const activation = activationOf(state.activation);
  const rank = shapeOf(state).length;
  if (!takesRank(activation, rank)) {
    problems.push(
      `shape: ${activation.module} takes tensors of ${ranksOf(activation)?.join(' or ')} dimensions, not ${rank}`,
    );
    state.source = 'article';
  }
  for (const { name, type } of activation.parameters) {
    if (type !== 'dim') continue;
    if (!given.has(name) && state.source === 'article')
      state.parameters[name] = articleExample(state.activation).parameters[name] ?? null;
    const dim = /** @type {number | null} */ (state.parameters[name]);
    const fitting = fittingDim(dim, shapeOf(state).length);
    if (dim !== fitting)
      problems.push(`${name}: ${dim} is out of range for a tensor of ${shapeOf(state).length} dimensions`);
    state.parameters[name] = fitting;
  }
  if (state.element && !hasElement(shapeOf(state), state.element)) {
    problems.push(`element: there is no [${state.element.join(', ')}] in the shape [${shapeOf(state).join(', ')}]`);
    state.element = null;
  }
  return { state, problems };
}

/** The shape of a state's input. @param {State} state @returns {number[]} */
export const shapeOf = (state) => (state.source === 'article' ? articleExample(state.activation).shape : state.shape);

/** @param {import('./drawn.js').Activation} activation @param {number} rank */
export const takesRank = (activation, rank) => ranksOf(activation)?.includes(rank) ?? true;

/**
 * A dimension that a tensor has: the same, or else the last one.
 * @param {number | null} dim
 * @param {number} rank
 */
export function fittingDim(dim, rank) {
  const dims = Math.max(rank, 1);
  return dim === null || (dim >= -dims && dim < dims) ? dim : dims - 1;
}

/** @param {number[]} shape @param {number[]} indices */
const hasElement = (shape, indices) => indices.length === shape.length && indices.every((index, d) => index < shape[d]);

/**
 * @param {State} state that the key's meaning is written to
 * @param {string} key
 * @param {string} text
 * @returns {string | undefined} what is wrong
 */
function readKey(state, key, text) {
  const reader = readers[key];
  if (reader) return reader(state, text);
  if (kCarried.includes(key)) {
    state.carried[key] = text;
    return undefined;
  }
  const parameter = activationOf(state.activation).parameters.find((p) => p.name === key);
  if (!parameter) {
    const isOther = activations.some((a) => a.parameters.some((p) => p.name === key));
    return isOther ? `${state.activation} has no such parameter` : 'unknown';
  }
  if (parameter.type === 'choice') {
    const choices = parameter.choices ?? [];
    if (!choices.includes(text)) return `“${text}” is none of ${choices.join(', ')}`;
    state.parameters[key] = text;
    return undefined;
  }
  const value = readParameter(parameter.type, text);
  if (typeof value === 'string') return value;
  state.parameters[key] = value;
  return undefined;
}

/**
 * @param {string} type of the parameter
 * @param {string} text
 * @returns {number | null | string} the value, or what is wrong with the text
 */
export function readParameter(type, text) {
  if (type === 'dim' && text.trim() === 'None') return null;
  const number = readNumber(text);
  if (number === undefined || Number.isNaN(number)) return `“${text.trim()}” is not a number`;
  const problem = parameterProblem(number);
  if (problem) return `it ${problem}`;
  if (type === 'dim' && !Number.isInteger(number)) return `a dimension is a whole number, not ${text.trim()}`;
  return number;
}

/** @type {Record<string, (state: State, text: string) => string | undefined>} */
const readers = {
  v: (_, text) => (/^\d+$/.test(text) && Number(text) <= kVersion ? undefined : `written by a newer page (${text})`),
  activation: () => undefined,
  shape(state, text) {
    const read = readShape(text);
    if (read.problem) return read.problem;
    state.shape = read.shape;
    return undefined;
  },
  seed(state, text) {
    const read = readSeed(text);
    if (read.problem) return read.problem;
    state.seed = read.seed;
    return undefined;
  },
  input(state, text) {
    if (text === 'article') return undefined;
    const read = readTensor(text);
    if (read.problem) return read.problem;
    state.source = 'typed';
    state.numbers = read.numbers;
    return undefined;
  },
  element(state, text) {
    const parts = text.split(',').map((part) => (/^\d+$/.test(part.trim()) ? Number(part) : -1));
    if (parts.includes(-1)) return `“${text}” is not a list of indices`;
    state.element = parts;
    return undefined;
  },
  show(state, text) {
    state.show = text.split(',').filter((word) => word !== '');
    return undefined;
  },
  theme(state, text) {
    if (text !== 'auto' && text !== 'light' && text !== 'dark') return `“${text}” is none of auto, light, dark`;
    state.theme = text;
    return undefined;
  },
};

/**
 * The same words for a state: what differs from PyTorch's defaults and what cannot be guessed.
 * @param {State} state
 * @returns {[string, string][]}
 */
export function writeState(state) {
  /** @type {[string, string][]} */
  const pairs = [['activation', state.activation]];
  for (const { name, default: fallback } of activationOf(state.activation).parameters) {
    const value = state.parameters[name];
    if (value !== fallback || name === 'dim') pairs.push([name, value === null ? 'None' : String(value)]);
  }
  if (state.source === 'article') pairs.push(['input', 'article']);
  if (state.source === 'typed') pairs.push(['input', state.numbers.map(shortest).join(',')]);
  if (state.source === 'random' || state.shape.length !== 1) {
    if (state.source !== 'article') pairs.push(['shape', state.shape.length === 0 ? '[]' : state.shape.join(',')]);
  }
  if (state.source === 'random') pairs.push(['seed', state.seed]);
  if (state.element) pairs.push(['element', state.element.join(',')]);
  if (state.show.length > 0) pairs.push(['show', state.show.join(',')]);
  if (state.theme !== 'auto') pairs.push(['theme', state.theme]);
  pairs.push(...Object.entries(state.carried), ['v', String(kVersion)]);
  return pairs;
}
