// The state of a training figure in words: lesson, network, optimiser, data, as a link's hash and as attributes.
import { kVersion } from '../../figure/state/keys.js';
import { readParameter } from '../../figure/state/parameters.js';
import { chosen, factsOf, nameOf, readName, trainable, writeActivations } from './activations.js';
import { choiceNamed, lessons } from './choices.js';
import { readers } from './keys.js';
import { writeLayers } from './layers.js';
import { openings } from './openings.js';
import { writePoints } from './points.js';

/**
 * @typedef {import('./activations.js').Chosen} Chosen
 * @typedef {object} State
 * @property {import('./choices.js').Lesson} lesson
 * @property {string} activation torch.nn's name
 * @property {Chosen['parameters']} parameters by PyTorch's names
 * @property {Chosen[]} compare further activations: of convergence and of vanishing
 * @property {Chosen[]} activations one for each hidden layer, where they differ (network); none: all are `activation`
 * @property {number[]} layers widths from the two inputs to the one output
 * @property {import('./choices.js').Init} init
 * @property {import('./choices.js').Optimizer} optimizer
 * @property {number} lr
 * @property {number} weight_decay
 * @property {import('./choices.js').Loss} loss
 * @property {number} batch how many points a step sees; 0: all
 * @property {number} steps
 * @property {import('./choices.js').DataName | import('./points.js').Point[]} data
 * @property {number} points how many a named data set has
 * @property {string} seed a whole number in digits, since it may need 64 bits
 * @property {number} seeds how many runs convergence makes, from `seed` on
 * @property {number | null} at the step that is shown; null: the last
 * @property {[layer: number, unit: number] | null} unit the hidden unit that is looked at, both counted from 1
 * @property {'auto' | 'light' | 'dark'} theme
 * @property {Record<string, string>} carried keys of the vocabulary that a training has no use for, kept as they came
 * @typedef {{ state: State, problems: string[] }} Reading problems name each key that could not be read
 */

/** Kept for those who read them. */
const kCarried = ['show', 'hide', 'dtype'];

/** The attributes that say a state: the keys of a link. */
export const vocabulary = [
  ...new Set([...Object.keys(readers), ...kCarried, ...trainable.flatMap((a) => a.parameters.map((p) => p.name))]),
];

/** How a lesson opens. @param {import('./choices.js').Lesson} lesson @returns {State} */
export function openingOf(lesson) {
  const { activation, compare, ...rest } = openings[lesson];
  return {
    lesson,
    ...chosen(activation),
    compare: compare.map(chosen),
    activations: [],
    ...rest,
    layers: [...rest.layers],
    unit: null,
    theme: 'auto',
    carried: {},
  };
}

/** The activation of each hidden layer. @param {State} state @returns {Chosen[]} */
export const activationsOf = ({ activations, activation, parameters, layers }) =>
  layers.slice(1, -1).map((_, i) => activations[i] ?? { activation, parameters });

/** The activations that a lesson compares, the first one first. @param {State} state @returns {Chosen[]} */
export const comparedOf = ({ activation, parameters, compare }) => [{ activation, parameters }, ...compare];

/**
 * Reads what a link or an element's attributes say. Never throws: what cannot be read is named, the rest is kept.
 * @param {Iterable<[string, string]>} pairs
 * @returns {Reading}
 */
export function readState(pairs) {
  const given = new Map(pairs);
  /** @type {string[]} */ const problems = [];
  const word = given.get('lesson') ?? 'dying';
  const lesson = choiceNamed(lessons, word);
  if (!lesson) problems.push(`lesson: “${word}” is none of ${lessons.join(', ')}`);
  const state = openingOf(lesson ?? 'dying');
  const name = given.get('activation');
  const { module, problem } = name === undefined ? {} : readName(name);
  if (problem) problems.push(`activation: ${problem}`);
  if (module) Object.assign(state, chosen(module));
  for (const [key, text] of given) {
    const wrong = readKey(state, key, text);
    if (wrong) problems.push(`${key}: ${wrong}`);
  }
  problems.push(...settled(state));
  return { state, problems };
}

/**
 * @param {State} state that the key's meaning is written to
 * @param {string} key
 * @param {string} text
 * @returns {string | undefined} what is wrong
 */
function readKey(state, key, text) {
  if (Object.hasOwn(readers, key)) return readers[key](state, text);
  if (kCarried.includes(key)) {
    state.carried[key] = text;
    return undefined;
  }
  const parameter = factsOf(state.activation).parameters.find((p) => p.name === key);
  if (!parameter) return vocabulary.includes(key) ? `${state.activation} has no such parameter` : 'unknown';
  const { value, problem } = readParameter(parameter, text);
  if (problem === undefined) state.parameters[key] = value ?? null;
  return problem;
}

/** Makes a state consistent with itself. @param {State} state @returns {string[]} what had to be changed */
function settled(state) {
  const problems = [];
  const { lesson, activations, layers, seed, seeds } = state;
  const isOneNetwork = lesson === 'network' || lesson === 'dying';
  const hidden = layers.length - 2;
  if (activations.length > 0 && (!isOneNetwork || activations.length !== hidden)) {
    const given = `${activations.length} for ${hidden} hidden layers`;
    problems.push(`activations: ${isOneNetwork ? given : `the lesson ${lesson} has one for all layers`}`);
    state.activations = [];
  }
  if (state.at !== null && state.at > state.steps) {
    problems.push(`at: ${state.at} of ${state.steps} steps`);
    state.at = null;
  }
  const [layer, unit] = state.unit ?? [1, 1];
  if (!(layer >= 1 && layer <= hidden && unit >= 1 && unit <= layers[layer])) {
    problems.push(`unit: ${layer}.${unit} is none of ${writeLayers(layers)}`);
    state.unit = null;
  }
  if (BigInt(seed) + BigInt(seeds) > 2n ** 64n) {
    problems.push('seeds: PyTorch’s seeds end at 2^64 - 1');
    state.seeds = 1;
  }
  return problems;
}

/** How each key writes its value. @type {Record<string, (state: State) => string>} */
const writers = {
  compare: ({ compare }) => writeActivations(compare),
  activations: ({ activations }) => writeActivations(activations),
  layers: ({ layers }) => writeLayers(layers),
  init: ({ init }) => init,
  optimizer: ({ optimizer }) => optimizer,
  lr: ({ lr }) => String(lr),
  weight_decay: ({ weight_decay }) => String(weight_decay),
  loss: ({ loss }) => loss,
  batch: ({ batch }) => (batch === 0 ? 'all' : String(batch)),
  steps: ({ steps }) => String(steps),
  data: ({ data }) => (typeof data === 'string' ? data : writePoints(data)),
  points: ({ points }) => String(points),
  seed: ({ seed }) => seed,
  seeds: ({ seeds }) => String(seeds),
  at: ({ at }) => (at === null ? 'end' : String(at)),
  unit: ({ unit }) => unit?.join('.') ?? '',
  theme: ({ theme }) => theme,
};

/**
 * The same words for a state: the lesson, the activation, and what differs from how the lesson opens.
 * @param {State} state
 * @returns {[string, string][]}
 */
export function writeState(state) {
  const opening = openingOf(state.lesson);
  /** @type {[string, string][]} */
  const pairs = [
    ['lesson', state.lesson],
    ['activation', state.activation],
  ];
  for (const { name, default: fallback } of factsOf(state.activation).parameters) {
    const value = state.parameters[name];
    if (value !== fallback) pairs.push([name, String(value)]);
  }
  for (const [key, write] of Object.entries(writers)) {
    const text = write(state);
    if (text !== write(opening)) pairs.push([key, text]);
  }
  return [...pairs, ...Object.entries(state.carried), ['v', String(kVersion)]];
}

/** A state as the text after the `#` of an address; commas, semicolons, brackets stay legible. @param {State} state */
export function hashOf(state) {
  const plain = (/** @type {string} */ text) =>
    encodeURIComponent(text).replace(/%2C/g, ',').replace(/%3B/g, ';').replace(/%3D/g, '=');
  return writeState(state)
    .map(([key, value]) => `${plain(key)}=${plain(value)}`)
    .join('&');
}

/** `2-32-32-1 with ReLU`: a network in words. @param {State} state */
export function networkName(state) {
  const names = [...new Set(activationsOf(state).map(nameOf))];
  return `${writeLayers(state.layers)} with ${names.join(', ')}`;
}
