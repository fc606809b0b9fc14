// What a network answers over the plane, and each of its units: numbers on a grid.

import { answerOf } from '../network/optimizer.js';
import torch from '../torch.js';

/**
 * @typedef {import('./lines.js').Window} Window
 * @typedef {object} Map
 * @property {number} size of the grid, on a side
 * @property {Window} window whose edges the outer rows and columns of the grid lie on
 * @property {Float32Array} values row by row, from the largest y down, as pixels stand
 */

/** The points of a grid, as pixels stand. @param {Window} window @param {number} size */
function gridOf([x0, x1, y0, y1], size) {
  const points = new Float32Array(2 * size * size);
  for (let i = 0; i < size * size; i++) {
    points[2 * i] = x0 + ((i % size) / (size - 1)) * (x1 - x0);
    points[2 * i + 1] = y1 - (Math.floor(i / size) / (size - 1)) * (y1 - y0);
  }
  return torch.from_numpy(points).reshape(size * size, 2);
}

/**
 * What the network answers: the probability of class 1, or its output under MSELoss. The border of a decision is at 0.5.
 * @param {import('../run/training.js').Training} training
 * @param {Window} window
 * @param {number} [size]
 * @returns {Map}
 */
export function decisionMap({ network, state }, window, size = 60) {
  const values = torch.no_grad(() => answerOf(state, network.net(gridOf(window, size)))).data;
  return { size, window, values };
}

/**
 * What every unit of every hidden layer hands on.
 * @param {import('../run/training.js').Training} training
 * @param {Window} window
 * @param {number} [size]
 * @returns {Map[][]} by layer, then by unit
 */
export function unitMaps({ network }, window, size = 30) {
  return torch.no_grad(() => {
    let values = gridOf(window, size);
    return network.acts.map((act, i) => {
      values = act(network.linears[i](values));
      const columns = values.t().contiguous().data;
      const width = values.shape[1];
      return Array.from({ length: width }, (_, unit) => ({
        size,
        window,
        values: /** @type {Float32Array} */ (columns).slice(unit * size * size, (unit + 1) * size * size),
      }));
    });
  });
}

/** The window that holds all points of a training with room around them. @param {{ data: { points: any } }} training @returns {Window} */
export function windowOf({ data }) {
  const numbers = data.points.data;
  let most = 0;
  for (const number of numbers) most = Math.max(most, Math.abs(number));
  const edge = Math.ceil(most * 1.1 * 10) / 10 || 1;
  return [-edge, edge, -edge, edge];
}

/** How many points a network puts into their class. @param {import('../run/training.js').Training} training @param {{ points: any, targets: any }} [points] */
export function accuracyOf({ network, state, data }, { points, targets } = data) {
  const answers = torch.no_grad(() => answerOf(state, network.net(points))).data;
  const { data: classes } = targets;
  let right = 0;
  for (let i = 0; i < classes.length; i++) if (answers[i] > 0.5 === (classes[i] === 1)) right++;
  return { right, of: classes.length };
}
