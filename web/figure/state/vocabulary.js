// The state of a figure in words: activation, parameters, shape, seed, input and the like, as a link's hash and as attributes.

import { shortest } from '../text/numbers.js';
import { articleExample, exampleOf } from './article.js';
import { writeCompared } from './compared.js';
import { activations, isGated, shapeProblem } from './drawn.js';
import { kVersion, readers } from './keys.js';
import { activationNamed } from './naming.js';
import { readParameter } from './parameters.js';

/**
 * @typedef {'article' | 'random' | 'rand' | 'linspace' | 'typed'} Source where the input comes from; `random` is torch.randn
 * @typedef {'auto' | 'light' | 'dark'} Theme
 * @typedef {'' | 'ones' | 'random' | 'typed'} Upstream the gradient that comes from above: '' is ones, or for a row-wise function
 *   that of one output
 * @typedef {object} State
 * @property {string} activation torch.nn's name
 * @property {import('./drawn.js').Values} parameters by PyTorch's names; null is None
 * @property {Source} source
 * @property {string} example whose of the tutorial's numbers: another activation's, or '' for the function's own
 * @property {number[]} shape of an input that is not the tutorial's
 * @property {string} seed a whole number in digits, since it may need 64 bits
 * @property {number} mean of torch.randn's numbers
 * @property {number} scale that torch.randn's numbers are multiplied by
 * @property {[number, number] | null} ends of torch.rand's and torch.linspace's numbers; null are the usual ones
 * @property {number[]} numbers that were typed
 * @property {number} temperature that a row-wise function's input is divided by
 * @property {Upstream} upstream
 * @property {number[]} upstreamNumbers that were typed: one, or one for each output
 * @property {number[] | null} element the chosen element's indices
 * @property {import('./compared.js').Compared[]} compare functions in the same plot
 * @property {[number, number, number, number] | null} window of the plot, from and to on x and on y; null shows what is needed
 * @property {string[]} hide `f` or `slope`
 * @property {string[]} show words; `equal` draws a bounded function's axes on equal scales too, where y is stretched else
 * @property {Theme} theme
 * @property {Record<string, string>} carried keys of the vocabulary that this page has no use for, kept as they came
 * @typedef {{ state: State, problems: string[] }} Reading problems name each key that could not be read
 */

export const kDefaultShape = [18];
/** Kept for those who read them. */
export const kCarried = ['dtype'];

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
    example: '',
    shape: [...kDefaultShape],
    seed: '0',
    mean: 0,
    scale: 1,
    ends: null,
    numbers: [],
    temperature: 1,
    upstream: '',
    upstreamNumbers: [],
    element: null,
    compare: [],
    window: null,
    hide: [],
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
  const known = activationNamed(name);
  if (!known) problems.push(`activation: there is no “${name}” here`);
  const state = stateOf(known?.module ?? 'LeakyReLU', {});
  // The ends of a range depend on whose range it is.
  const order = [...given].sort(([a], [b]) => Number(b === 'input') - Number(a === 'input'));
  let own = state.shape;
  for (const [key, text] of order) {
    const problem = readKey(state, key, text);
    if (problem) problems.push(`${key}: ${problem}`);
    if (key === 'input') own = state.shape;
  }
  if (state.source === 'typed') {
    const count = state.shape.reduce((product, size) => product * size, 1);
    if (given.has('shape') && count !== state.numbers.length) {
      problems.push(`shape: [${state.shape.join(', ')}] has ${count} elements, the input ${state.numbers.length}`);
    }
    if (count !== state.numbers.length) state.shape = own;
  } else if (!given.has('input') && (given.has('shape') || given.has('seed'))) {
    state.source = 'random';
  }
  const activation = activationOf(state.activation);
  for (const { name, type } of activation.parameters) {
    if (type !== 'dim') continue;
    if (!given.has(name) && state.source === 'article')
      state.parameters[name] = state.example
        ? shapeOf(state).length - 1
        : (articleExample(state.activation).parameters[name] ?? null);
    if (state.parameters[name] === null && isGated(activation)) {
      problems.push(`${name}: ${activation.module} takes a number`);
      state.parameters[name] = -1;
    }
    const dim = /** @type {number | null} */ (state.parameters[name]);
    const fitting = fittingDim(dim, shapeOf(state).length);
    if (dim !== fitting)
      problems.push(`${name}: ${dim} is out of range for a tensor of ${shapeOf(state).length} dimensions`);
    state.parameters[name] = fitting;
  }
  const odd = shapeProblem(activation, shapeOf(state), dimOf(state));
  if (odd) {
    problems.push(`shape: ${odd}`);
    state.source = 'article';
    state.example = '';
    Object.assign(state.parameters, 'dim' in state.parameters ? articleExample(state.activation).parameters : {});
  }
  if (state.element && !hasElement(shapeOf(state), state.element)) {
    problems.push(`element: there is no [${state.element.join(', ')}] in the shape [${shapeOf(state).join(', ')}]`);
    state.element = null;
  }
  return { state, problems };
}

/** Whether the tutorial's numbers of a state are those of its own function. @param {State} state */
export function isOwnExample(state) {
  const [shown, own] = [exampleOf(state), articleExample(state.activation)];
  return shown.of === own.of && String(shown.shape) === String(own.shape);
}

/** Whether a seed decides the input. @param {State['source']} source */
export const isSeeded = (source) => source === 'random' || source === 'rand';

/** The shape of a state's input. @param {State} state @returns {number[]} */
export const shapeOf = (state) => (state.source === 'article' ? exampleOf(state).shape : state.shape);

/** The dimension that a state's function works along; the last where it does not say. @param {State} state */
export const dimOf = ({ parameters }) => (typeof parameters.dim === 'number' ? parameters.dim : -1);

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
 * A state in itself consistent: the dimension and the chosen element exist in the shape, and the function's own example has
 * no name.
 * @param {State} state
 * @returns {State}
 */
export function consistent(state) {
  const shape = shapeOf(state);
  const { parameters, element } = state;
  /** @type {import('./drawn.js').Values} */
  const dim =
    'dim' in parameters ? { dim: fittingDim(/** @type {number | null} */ (parameters.dim), shape.length) } : {};
  const exists = element !== null && element.length === shape.length && element.every((index, d) => index < shape[d]);
  return {
    ...state,
    example: isOwnExample(state) ? '' : state.example,
    parameters: { ...parameters, ...dim },
    element: exists ? element : null,
  };
}

/**
 * @param {State} state that the key's meaning is written to
 * @param {string} key
 * @param {string} text
 * @returns {string | undefined} what is wrong
 */
function readKey(state, key, text) {
  const reader = Object.hasOwn(readers, key) ? readers[key] : undefined;
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
  const { value, problem } = readParameter(parameter, text);
  if (problem === undefined) state.parameters[key] = value ?? null;
  return problem;
}

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
  pairs.push(...inputWords(state));
  if (state.temperature !== 1) pairs.push(['temperature', String(state.temperature)]);
  if (state.upstream)
    pairs.push([
      'upstream',
      state.upstream === 'typed' ? state.upstreamNumbers.map(shortest).join(',') : state.upstream,
    ]);
  if (state.element) pairs.push(['element', state.element.join(',')]);
  if (state.compare.length > 0) pairs.push(['compare', writeCompared(state.compare)]);
  if (state.window) pairs.push(['window', state.window.map(String).join(',')]);
  if (state.hide.length > 0) pairs.push(['hide', state.hide.join(',')]);
  if (state.show.length > 0) pairs.push(['show', state.show.join(',')]);
  if (state.theme !== 'auto') pairs.push(['theme', state.theme]);
  pairs.push(...Object.entries(state.carried), ['v', String(kVersion)]);
  return pairs;
}

/** @param {State} state @returns {[string, string][]} */
function inputWords({ source, example, numbers, shape, seed, mean, scale, ends }) {
  /** @type {[string, string][]} */ const pairs = [];
  if (source === 'typed') pairs.push(['input', numbers.map(shortest).join(',') || '[]']);
  else if (source === 'article' && example) pairs.push(['input', `article:${example}`]);
  else if (source !== 'random') pairs.push(['input', source]);
  const isWritten = source === 'typed' ? shape.length !== 1 : source !== 'article';
  if (isWritten) pairs.push(['shape', shape.length === 0 ? '[]' : shape.join(',')]);
  if (isSeeded(source)) pairs.push(['seed', seed]);
  if (mean !== 0) pairs.push(['mean', String(mean)]);
  if (scale !== 1) pairs.push(['scale', String(scale)]);
  if (ends) pairs.push(['from', String(ends[0])], ['to', String(ends[1])]);
  return pairs;
}

/**
 * A state as the text after the `#` of the playground's address; commas, colons and brackets stay legible.
 * @param {State} state
 */
export function hashOf(state) {
  const plain = (/** @type {string} */ text) =>
    encodeURIComponent(text).replace(/%2C/g, ',').replace(/%3A/g, ':').replace(/%5B/g, '[').replace(/%5D/g, ']');
  return writeState(state)
    .map(([key, value]) => `${plain(key)}=${plain(value)}`)
    .join('&');
}
