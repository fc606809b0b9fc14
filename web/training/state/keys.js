// What each key of a training state means, other than the activation's parameters.
import { kVersion, readFinite } from '../../figure/state/keys.js';
import { readSeed } from '../../figure/state/tensor_text.js';
import { readActivations } from './activations.js';
import { choiceNamed, dataNames, inits, losses, optimizers } from './choices.js';
import { kDeepest, readLayers } from './layers.js';
import { readPoints } from './points.js';

/**
 * @typedef {import('./vocabulary.js').State} State
 * @typedef {(state: State, text: string) => string | undefined} Reader returns what is wrong
 */

/** Steps that a history of one number a step still holds with ease. */
export const kMostSteps = 5000;
/** Points that train and draw at a good pace. */
export const kMostData = 1000;
/** Beside the first: five curves can be told apart. */
export const kMostOthers = 4;
/** Runs of one setting, of which a median and a band are made. */
export const kMostSeeds = 9;

/**
 * A reader of a whole number between two ends.
 * @param {'steps' | 'points' | 'seeds' | 'batch' | 'at'} key @param {number} least @param {number} most
 * @returns {Reader}
 */
const whole = (key, least, most) => (state, text) => {
  const value = /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) return `“${text.trim()}” is no whole number from ${least} to ${most}`;
  state[key] = value;
  return undefined;
};

/**
 * A reader of a number between two ends.
 * @param {'lr' | 'weight_decay'} key @param {number} most
 * @returns {Reader}
 */
const number = (key, most) => (state, text) => {
  const { value, problem } = readFinite(text);
  if (problem) return problem;
  if (!(value >= 0 && value <= most)) return `it lies between 0 and ${most}, not at ${value}`;
  state[key] = value;
  return undefined;
};

/**
 * A reader of one of several words.
 * @template {'init' | 'optimizer' | 'loss'} K
 * @param {K} key @param {readonly State[K][]} choices
 * @returns {Reader}
 */
const choice = (key, choices) => (state, text) => {
  const found = choiceNamed(/** @type {readonly any[]} */ (choices), text);
  if (found === undefined) return `“${text.trim()}” is none of ${choices.join(', ')}`;
  state[key] = found;
  return undefined;
};

/** @type {Reader} */
function readData(state, text) {
  const named = choiceNamed(dataNames, text);
  if (named) {
    state.data = named;
    return undefined;
  }
  if (/^[a-z_]*$/i.test(text.trim()))
    return `“${text.trim()}” is none of ${dataNames.join(', ')}, nor points as x,y,class;x,y,class`;
  const { points, problem } = readPoints(text);
  if (!problem) state.data = points;
  return problem;
}

/**
 * A reader of a list of activations.
 * @param {'compare' | 'activations'} key @param {number} most
 * @returns {Reader}
 */
const list = (key, most) => (state, text) => {
  const { list: read, problem } = readActivations(text, most);
  state[key] = read;
  return problem;
};

/** Those that do not depend on each other. @type {Record<string, Reader>} */
export const readers = {
  v: (_, text) => (/^\d+$/.test(text) && Number(text) <= kVersion ? undefined : `written by a newer page (${text})`),
  lesson: () => undefined,
  activation: () => undefined,
  compare: list('compare', kMostOthers),
  activations: list('activations', kDeepest),
  layers(state, text) {
    const { layers, problem } = readLayers(text);
    if (!problem) state.layers = layers;
    return problem;
  },
  init: choice('init', inits),
  optimizer: choice('optimizer', optimizers),
  loss: choice('loss', losses),
  lr: number('lr', 1e6),
  weight_decay: number('weight_decay', 10),
  batch(state, text) {
    if (text.trim() !== 'all') return whole('batch', 1, kMostData)(state, text);
    state.batch = 0;
    return undefined;
  },
  steps: whole('steps', 1, kMostSteps),
  data: readData,
  points: whole('points', 2, kMostData),
  at(state, text) {
    if (text.trim().toLowerCase() !== 'end') return whole('at', 0, kMostSteps)(state, text);
    state.at = null;
    return undefined;
  },
  unit(state, text) {
    const found = /^\s*(\d{1,2})\.(\d{1,3})\s*$/.exec(text);
    if (!found) return `“${text.trim()}” is no unit: write 1.13 for the thirteenth of the first hidden layer`;
    state.unit = [Number(found[1]), Number(found[2])];
    return undefined;
  },
  seeds: whole('seeds', 1, kMostSeeds),
  seed(state, text) {
    const { seed, problem } = readSeed(text);
    if (!problem) state.seed = seed;
    return problem;
  },
  theme(state, text) {
    const theme = choiceNamed(/** @type {const} */ (['auto', 'light', 'dark']), text);
    if (theme) state.theme = theme;
    return theme ? undefined : `“${text}” is none of auto, light, dark`;
  },
};
