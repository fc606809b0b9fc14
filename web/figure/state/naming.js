// What activations are called: by PyTorch, and in other libraries and papers.
import { activations } from './drawn.js';

/** @typedef {import('./drawn.js').Activation} Activation */

/** What a function is called beside PyTorch's names for its class and its function. @type {Record<string, string[]>} */
const otherNames = {
  ReLU: ['rectifier', 'ramp'],
  LeakyReLU: ['lrelu'],
  Hardtanh: ['clip', 'clamp'],
  Sigmoid: ['logistic', 'expit'],
  Hardsigmoid: ['hsigmoid'],
  SiLU: ['swish'],
  Hardswish: ['hswish'],
  Softmax: ['softargmax'],
};

/** Names are the same whatever stands between their words. @param {string} text */
export const letters = (text) => text.toLowerCase().replace(/[\s_-]/g, '');

/** All names of an activation, as letters. @param {Activation} activation */
export const namesOf = ({ module, functional }) =>
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
