// Finding a function by what a reader may remember of it: a part of a name, its words in full, its family.
import { activations } from '../figure/state/drawn.js';
import { letters, namesOf } from '../figure/state/naming.js';

/** @typedef {import('../figure/state/drawn.js').Activation} Activation */

/** The families by the table's words, in the order of the list. @type {Record<string, string>} */
export const families = {
  rectifier: 'Rectifiers',
  sigmoid: 'Sigmoids',
  smooth: 'Smooth',
  shrink: 'Shrinking',
  'row-wise': 'Row-wise',
};

/** What names stand for, and what else describes a function. @type {Record<string, string>} */
const descriptions = {
  ReLU: 'rectified linear unit',
  LeakyReLU: 'leaky rectified linear unit',
  RReLU: 'randomized leaky relu, randomised leaky relu',
  PReLU: 'parametric relu',
  Threshold: 'step',
  Tanh: 'hyperbolic tangent',
  ELU: 'exponential linear unit',
  SELU: 'scaled exponential linear unit, self-normalizing',
  CELU: 'continuously differentiable exponential linear unit',
  GELU: 'gaussian error linear unit',
  SiLU: 'sigmoid linear unit',
  Softshrink: 'soft threshold',
  Hardshrink: 'hard threshold',
  Softmax: 'normalized exponential',
  GLU: 'gated linear unit',
};

/**
 * The functions that a reader may mean: those with the letters in a name or description, or all of a family that begins with them.
 * @param {string} text
 * @returns {Activation[]}
 */
export function activationsLike(text) {
  const sought = letters(text);
  const isLike = (/** @type {Activation} */ activation) =>
    [...namesOf(activation), letters(descriptions[activation.module] ?? '')].some((name) => name.includes(sought)) ||
    (sought.length > 2 && letters(families[activation.family]).startsWith(sought));
  const isCalled = (/** @type {Activation} */ activation) => namesOf(activation).includes(sought);
  const found = activations.filter(isLike);
  // What is called just so comes first.
  return [...found.filter(isCalled), ...found.filter((activation) => !isCalled(activation))];
}
