// How large the gradient of each layer's weight is, at all points: at initialisation, at any depth, after any step.
import { dataOf } from '../data/sets.js';
import { networkOf } from '../network/network.js';
import { lossOf } from '../network/optimizer.js';
import { seeded } from '../network/seeded.js';
import { deep } from '../state/layers.js';

/**
 * @typedef {import('../state/vocabulary.js').State} State
 * @typedef {object} Profile
 * @property {number[]} rms the root of the mean square of dL/dW for each layer, from the first to the last
 * @property {number} ratio that of the first layer to that of the last; NaN where both are 0
 */

/** The root of the mean square, in float64: squares of float32's smallest numbers are 0 in float32. @param {ArrayLike<number>} values */
export function rms(values) {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] * values[i];
  return Math.sqrt(sum / values.length);
}

/**
 * The gradient of each layer's weight at all points, row by row as the weights stand; gradients are left as they were found: none.
 * @param {{ network: import('../network/network.js').Network, criterion: any, data: { points: any, targets: any } }} parts such as a Training
 * @returns {Float32Array[]}
 */
export function gradientsOf({ network, criterion, data }) {
  network.net.zero_grad();
  criterion(network.net(data.points), data.targets).backward();
  const all = network.linears.map(({ weight }) => weight.grad.data);
  network.net.zero_grad();
  return all;
}

/**
 * The profile of a network as it stands; gradients are left as they were found: none.
 * @param {{ network: import('../network/network.js').Network, criterion: any, data: { points: any, targets: any } }} parts such as a Training
 * @returns {Profile}
 */
export function profileOf(parts) {
  const all = gradientsOf(parts).map(rms);
  return { rms: all, ratio: all[0] / /** @type {number} */ (all.at(-1)) };
}

/**
 * The profile of a state's network at its initialisation.
 * @param {State} state
 * @returns {Profile}
 */
export function initialProfile(state) {
  return seeded(state.seed, () => {
    const data = dataOf(state);
    return profileOf({ network: networkOf(state), criterion: lossOf(state), data });
  });
}

/**
 * A state with as many hidden layers of one width: its own first one's, 32 by default.
 * @param {State} state @param {number} depth @param {number} [width]
 * @returns {State}
 */
export const atDepth = (state, depth, width = state.layers[1]) => ({
  ...state,
  layers: deep(depth, width),
  activations: [],
});
