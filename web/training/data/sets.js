// The data sets by name: the tensors of a state, and the functions that make them in either language.
import * as circles from './circles.js';
import { given } from './given.js';
import * as moons from './moons.js';
import * as spirals from './spirals.js';
import * as xor from './xor.js';

/**
 * @typedef {import('../../torch/tensor/tensor.js').Tensor} Tensor
 * @typedef {object} DataSet
 * @property {(n: number) => Tensor[]} make draws the next points and targets from torch's generator
 * @property {string} python a function of the same name that makes the very same tensors
 * @property {string} javascript
 */

/** @type {Record<import('../state/choices.js').DataName, DataSet>} */
export const dataSets = {
  circles: { make: circles.circles, ...circles },
  moons: { make: moons.moons, ...moons },
  xor: { make: xor.xor, ...xor },
  spirals: { make: spirals.spirals, ...spirals },
};

/** Whether the lesson holds points back that the network does not see. @param {import('../state/vocabulary.js').State} state */
export const isTested = ({ lesson, data }) => lesson === 'network' && typeof data === 'string';

/**
 * The points and targets of a state, drawn from torch's generator as it stands; in lesson network as many again to test with.
 * @param {import('../state/vocabulary.js').State} state
 * @returns {{ points: Tensor, targets: Tensor, test: { points: Tensor, targets: Tensor } | null }}
 */
export function dataOf(state) {
  const { data, points: count } = state;
  const [points, targets] = typeof data === 'string' ? dataSets[data].make(count) : given(data);
  if (typeof data !== 'string' || !isTested(state)) return { points, targets, test: null };
  const [testPoints, testTargets] = dataSets[data].make(count);
  return { points, targets, test: { points: testPoints, targets: testTargets } };
}
