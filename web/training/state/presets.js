// The buttons of each lesson: settings that show it, and the words on them.
import { chosen } from './activations.js';
import { openingOf } from './vocabulary.js';

/**
 * @typedef {import('./vocabulary.js').State} State
 * @typedef {object} Preset
 * @property {string} name of the recorded run, as a file's
 * @property {string} label
 * @property {string} says what it shows
 * @property {State} state
 */

/**
 * @param {import('./choices.js').Lesson} lesson
 * @param {string} name
 * @param {string} label
 * @param {string} says
 * @param {Partial<State>} changes
 * @returns {Preset}
 */
const preset = (lesson, name, label, says, changes) => ({
  name: `${lesson}_${name}`,
  label,
  says,
  state: { ...openingOf(lesson), ...changes },
});

/** All of them; the first of a lesson is how it opens. @type {Preset[]} */
export const presets = [
  preset('dying', 'SGD_5', 'SGD, lr 5', 'steps too large throw units over the edge', {}),
  preset('dying', 'SGD_0.5', 'lr 0.5', 'with smaller steps few units die', { lr: 0.5 }),
  preset('dying', 'LeakyReLU', 'LeakyReLU, lr 5', 'keeps units alive and is no cure', chosen('LeakyReLU')),
  preset('dying', 'Adam_0.3', 'Adam, lr 0.3', 'dead is not failed', { optimizer: 'Adam', lr: 0.3 }),
  preset('vanishing', 'Sigmoid', 'Sigmoid', 'each layer takes its share of the gradient', {}),
  preset('vanishing', 'ReLU', 'ReLU', 'with nn.Linear’s own weights ReLU vanishes as well', chosen('ReLU')),
  preset('vanishing', 'LeakyReLU', 'LeakyReLU', 'leaky does not help: the weights decide', chosen('LeakyReLU')),
  preset('convergence', 'SGD_0.1', 'SGD, lr 0.1', 'ReLU is first, Sigmoid stands still', {}),
  preset('convergence', 'Adam_0.01', 'Adam, lr 0.01', 'Sigmoid catches up', { optimizer: 'Adam', lr: 0.01 }),
  preset('network', 'moons', 'Two moons', 'a network that you can change', {}),
];

/** A lesson's presets. @param {import('./choices.js').Lesson} lesson */
export const presetsOf = (lesson) => presets.filter(({ state }) => state.lesson === lesson);
