// A state's loss and optimiser.
import torch, { nn } from '../torch.js';

/** @typedef {import('../state/vocabulary.js').State} State */

/** The arguments of the optimiser by name: AdamW has a weight decay of its own unless it is told. @param {State} state */
export function settingsOf({ optimizer, lr, weight_decay }) {
  return { lr, ...(weight_decay !== 0 || optimizer === 'AdamW' ? { weight_decay } : {}) };
}

/** torch.optim's optimiser of a network. @param {State} state @param {any} net @returns {any} */
export const optimizerOf = (state, net) =>
  /** @type {any} */ (torch.optim)[state.optimizer](net.parameters(), settingsOf(state));

/** @param {State} state @returns {any} */
export const lossOf = ({ loss }) => nn[loss]();

/**
 * What the network's output says of a class: the probability of 1 under BCEWithLogitsLoss, the output itself under MSELoss.
 * @param {State} state
 * @param {any} output
 * @returns {any}
 */
export const answerOf = ({ loss }, output) => (loss === 'BCEWithLogitsLoss' ? output.sigmoid() : output);
