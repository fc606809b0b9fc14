// What the programs of both languages are made of: names, numbers, titles.
import { writeLayers } from '../state/layers.js';
import { networkName } from '../state/vocabulary.js';

/** @typedef {import('../state/vocabulary.js').State} State */

/** Losses are printed every so many steps: seven lines at most. @param {State} state */
export function printedEvery({ steps }) {
  const fit = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((every) => steps / every <= 6);
  return fit ?? 1000;
}

/** Whether each step sees a part of the points only. @param {State} state */
export const isBatched = ({ batch, data, points }) =>
  batch > 0 && batch < (typeof data === 'string' ? points : data.length);

/** What the data are called. @param {State} state */
const dataName = ({ data }) =>
  typeof data !== 'string'
    ? `${data.length} points`
    : { circles: 'two circles', moons: 'two moons', xor: 'four quarters', spirals: 'two spirals' }[data];

/** The first line of a program. @param {State} state */
export function titleOf(state) {
  const rest = `on ${dataName(state)} by ${state.optimizer} with a learning rate of ${state.lr}`;
  const network = { dying: '', network: '', vanishing: 'Gradients of each layer: ', convergence: 'A race: ' }[
    state.lesson
  ];
  return `${network}${state.lesson === 'convergence' ? writeLayers(state.layers) : networkName(state)} ${rest}.`;
}

/** A parameter's value in Python; JavaScript has the same but for the words of choices. @param {unknown} value */
export const literal = (value) => (typeof value === 'string' ? `'${value}'` : value === null ? 'None' : String(value));

/** Lines with an indent. @param {string} text @param {string} indent */
export const indented = (text, indent) =>
  text
    .split('\n')
    .map((line) => (line === '' ? '' : indent + line))
    .join('\n');
