// Detection of anomalies: whether backward refuses gradients that are NaN, as `torch.autograd.set_detect_anomaly` has it in Python.

import { RuntimeError } from '../../core/errors.js';

/** Whether it is on; none of it costs anything while it is off. */
export const anomaly = { isOn: false, checksNan: true };

/**
 * Refuses NaN among the gradients that a node gives its inputs.
 * @param {import('./graph.js').Node} node
 * @param {({ tensor: import('../tensor/tensor.js').Tensor } | null)[]} results
 */
export function refuseNan(node, results) {
  results.forEach((slot, i) => {
    if (slot?.tensor.isnan().any().item())
      throw new RuntimeError(`Function '${node.label}' returned nan values in its ${i}th output.`);
  });
}
