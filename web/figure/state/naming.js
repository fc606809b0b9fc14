// What activations are called: by PyTorch, in other libraries, in papers, and as families.
import { activations } from './drawn.js';

/** @typedef {import('./drawn.js').Activation} Activation */

/** The families by the table's words, in the order of the list. @type {Record<string, string>} */
export const families = {
  rectifier: 'Rectifiers',
  sigmoid: 'Sigmoids',
  smooth: 'Smooth',
  shrink: 'Shrinking',
  'row-wise': 'Row-wise',
};

/** What a function is called beside PyTorch's names for its class and its function. @type {Record<string, string[]>} */
const otherNames = {
  ReLU: ['rectified linear unit', 'rectifier', 'ramp'],
  LeakyReLU: ['lrelu', 'leaky rectified linear unit'],
  ReLU6: ['capped relu'],
  RReLU: ['randomized leaky relu', 'randomised leaky relu'],
  PReLU: ['parametric relu'],
  Hardtanh: ['clip', 'clamp'],
  Threshold: ['step'],
  Sigmoid: ['logistic', 'expit'],
  Tanh: ['hyperbolic tangent'],
  LogSigmoid: ['log expit'],
  Hardsigmoid: ['hsigmoid'],
  ELU: ['exponential linear unit'],
  SELU: ['scaled exponential linear unit'],
  CELU: ['continuously differentiable exponential linear unit'],
  GELU: ['gaussian error linear unit'],
  SiLU: ['swish', 'sigmoid linear unit', 'swish1'],
  Hardswish: ['hswish'],
  Softplus: ['smooth relu'],
  Softshrink: ['soft threshold'],
  Hardshrink: ['hard threshold'],
  Softmax: ['softargmax', 'normalized exponential'],
  GLU: ['gated linear unit'],
};

/** Names are the same whatever stands between their words. @param {string} text */
const letters = (text) => text.toLowerCase().replace(/[\s_-]/g, '');

/** @param {Activation} activation */
const namesOf = ({ module, functional }) =>
  [module, functional ?? module, ...(otherNames[module] ?? [])].map((name) => letters(name));

/**
 * The activation of a name: PyTorch's class or function, or another name of it.
 * @param {string} name
 * @returns {Activation | undefined}
 */
export function activationNamed(name) {
  const sought = letters(name);
  return activations.find((activation) => namesOf(activation).includes(sought));
}

/**
 * The activations that a reader may mean: those with the letters in one of their names, or all of a family that begins
 * with them.
 * @param {string} text
 * @returns {Activation[]}
 */
export function activationsLike(text) {
  const sought = letters(text);
  const isLike = (/** @type {Activation} */ activation) =>
    namesOf(activation).some((name) => name.includes(sought)) ||
    (sought.length > 2 && letters(families[activation.family]).startsWith(sought));
  return activations.filter(isLike);
}
