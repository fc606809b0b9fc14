// The words that a training state can choose among, by PyTorch's names where PyTorch has one.

/**
 * @typedef {'dying' | 'vanishing' | 'convergence' | 'network'} Lesson
 * @typedef {'default' | 'xavier' | 'he' | 'alike'} Init
 * @typedef {'SGD' | 'Adam' | 'AdamW' | 'RMSprop'} Optimizer
 * @typedef {'circles' | 'moons' | 'xor' | 'spirals'} DataName
 * @typedef {'BCEWithLogitsLoss' | 'MSELoss'} Loss
 */

/** @type {readonly Lesson[]} */
export const lessons = ['dying', 'vanishing', 'convergence', 'network'];
/** @type {readonly Init[]} */
export const inits = ['default', 'xavier', 'he', 'alike'];
/** @type {readonly Optimizer[]} */
export const optimizers = ['SGD', 'Adam', 'AdamW', 'RMSprop'];
/** @type {readonly DataName[]} */
export const dataNames = ['circles', 'moons', 'xor', 'spirals'];
/** @type {readonly Loss[]} */
export const losses = ['BCEWithLogitsLoss', 'MSELoss'];

/**
 * The choice that a text names, whatever its capitals.
 * @template {string} T
 * @param {readonly T[]} choices
 * @param {string} text
 * @returns {T | undefined}
 */
export const choiceNamed = (choices, text) =>
  choices.find((choice) => choice.toLowerCase() === text.trim().toLowerCase());
