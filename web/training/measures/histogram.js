// What flows through a chosen layer: its activations forward and their gradients backward, at all points, and both as histograms.
import { binned, finiteExtent } from '../../figure/numbers/bins.js';

/**
 * @typedef {object} Flow
 * @property {Float32Array} activations what the hidden layer hands on, a row for each point
 * @property {Float32Array} gradients of the loss with respect to these
 * @property {[points: number, units: number]} shape
 */

/**
 * @param {{ network: import('../network/network.js').Network, criterion: any, data: { points: any, targets: any } }} parts such as a Training
 * @param {number} layer of the hidden ones, from 0
 * @returns {Flow}
 */
export function flowOf({ network, criterion, data }, layer) {
  /** @type {any} */ let output = null;
  const hook = network.acts[layer].register_forward_hook(
    (/** @type {any} */ _, /** @type {any} */ __, /** @type {any} */ value) => {
      value.retain_grad();
      output = value;
    },
  );
  network.net.zero_grad();
  criterion(network.net(data.points), data.targets).backward();
  hook.remove();
  network.net.zero_grad();
  const [points, units] = output.shape;
  return { activations: output.detach().data, gradients: output.grad.data, shape: [points, units] };
}

/** Counts of values between their ends; one value alone gets a bin around it. @param {Float32Array} values @param {number} [count] of bins */
export function histogramOf(values, count = 40) {
  const [least, most] = finiteExtent(values) ?? [0, 0];
  const around = least === most ? Math.max(Math.abs(least), 1e-30) / 2 : 0;
  return binned(values, least - around, most + around, count);
}
