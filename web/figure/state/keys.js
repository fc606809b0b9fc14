// What each key of a link, or attribute of an element, means, other than a function's parameters.

import { parameterProblem, readNumber } from '../text/numbers.js';
import { readCompared } from './compared.js';
import { activationNamed } from './naming.js';
import { readSeed, readShape, readTensor } from './tensor_text.js';

/** @typedef {import('./vocabulary.js').State} State */

export const kVersion = 1;
/** Where torch.rand's and torch.linspace's numbers end unless a state says otherwise. @type {Record<string, [number, number]>} */
export const usualEnds = { rand: [0, 1], linspace: [-5, 5] };
/** What can be hidden: the curve, its derivative. */
const kHidden = ['f', 'slope'];
/** Temperatures other than these are no use: 0 divides by nothing, a negative one turns the order round. */
const kLeastTemperature = 1e-3;

/** @param {string} text @returns {{ value: number, problem?: string }} a number that a float32 can hold */
export function readFinite(text) {
  const value = readNumber(text);
  if (value === undefined) return { value: 0, problem: `“${text.trim()}” is not a number` };
  const problem = parameterProblem(value);
  return problem ? { value: 0, problem: `it ${problem}` } : { value };
}

/** @param {number} value @returns {string | undefined} what is wrong with a temperature */
export function temperatureProblem(value) {
  return value >= kLeastTemperature && value <= 1000 ? undefined : 'a temperature lies between 0.001 and 1000';
}

/** A reader of a finite number. @param {(state: State, value: number) => string | undefined | void} put */
const number = (put) => (/** @type {State} */ state, /** @type {string} */ text) => {
  const { value, problem } = readFinite(text);
  return problem ?? (put(state, value) || undefined);
};

/**
 * A reader that puts what it could read.
 * @template {{ problem?: string }} T
 * @param {(text: string) => T} read
 * @param {(state: State, value: T) => void} put
 */
const reading = (read, put) => (/** @type {State} */ state, /** @type {string} */ text) => {
  const value = read(text);
  if (!value.problem) put(state, value);
  return value.problem;
};
const readInput = reading(readTensor, (state, { numbers, shape }) => {
  state.source = 'typed';
  state.numbers = numbers;
  state.shape = shape;
});
const readUpstream = reading(readTensor, (state, { numbers }) => {
  state.upstream = 'typed';
  state.upstreamNumbers = numbers;
});

/** @param {State} state @param {0 | 1} at @param {number} value */
function setEnd(state, at, value) {
  const ends = /** @type {[number, number]} */ ([...(state.ends ?? usualEnds[state.source] ?? [0, 1])]);
  ends[at] = value;
  state.ends = ends;
}

/** @param {State} state @param {string} name of an activation, or nothing for the own */
function readExample(state, name) {
  if (name === '') return undefined;
  const known = activationNamed(name);
  if (!known) return `the tutorial has no numbers of “${name}”`;
  state.example = known.module;
  return undefined;
}

/** @param {State} state @param {string} text */
function readWindow(state, text) {
  const parts = text.split(',').map((part) => readFinite(part));
  const bad = parts.find((part) => part.problem);
  if (bad) return bad.problem;
  const [x0, x1, y0, y1] = parts.map((part) => part.value);
  if (parts.length !== 4 || !(x0 < x1) || !(y0 < y1))
    return `“${text}” is not four numbers: from and to on x, then on y`;
  state.window = [x0, x1, y0, y1];
  return undefined;
}

/** @type {Record<string, (state: State, text: string) => string | undefined>} */
export const readers = {
  v: (_, text) => (/^\d+$/.test(text) && Number(text) <= kVersion ? undefined : `written by a newer page (${text})`),
  activation: () => undefined,
  shape: reading(readShape, (state, { shape }) => {
    state.shape = shape;
  }),
  seed: reading(readSeed, (state, { seed }) => {
    state.seed = seed;
  }),
  input(state, text) {
    if (/^article(:|$)/.test(text)) return readExample(state, text.slice(8));
    if (text === 'rand' || text === 'linspace') {
      state.source = text;
      return undefined;
    }
    return readInput(state, text);
  },
  mean: number((state, value) => {
    state.mean = value;
  }),
  scale: number((state, value) => {
    state.scale = value;
  }),
  from: number((state, value) => setEnd(state, 0, value)),
  to: number((state, value) => setEnd(state, 1, value)),
  temperature: number((state, value) => {
    const problem = temperatureProblem(value);
    if (!problem) state.temperature = value;
    return problem;
  }),
  upstream(state, text) {
    if (text === 'ones' || text === 'random') {
      state.upstream = text;
      return undefined;
    }
    return readUpstream(state, text);
  },
  element(state, text) {
    const parts = text.split(',').map((part) => (/^\d+$/.test(part.trim()) ? Number(part) : -1));
    if (parts.includes(-1)) return `“${text}” is not a list of indices`;
    state.element = parts;
    return undefined;
  },
  compare(state, text) {
    const { compare, problem } = readCompared(text);
    state.compare = compare;
    return problem;
  },
  window: readWindow,
  hide(state, text) {
    const words = text.split(',').filter((word) => word !== '');
    state.hide = kHidden.filter((word) => words.includes(word));
    const odd = words.find((word) => !kHidden.includes(word));
    return odd === undefined ? undefined : `“${odd}” is none of ${kHidden.join(', ')}`;
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
