// The four initialisations of a network's layers, and how either language writes them.
import { nn } from '../torch.js';

/** @typedef {import('../state/choices.js').Init} Init */

/**
 * What is done to the weight of a layer; nothing for what nn.Linear itself draws. All biases become 0 then.
 * @type {Record<Init, ((weight: any, inputs: number) => unknown) | null>}
 */
const weights = {
  default: null,
  xavier: (weight) => nn.init.xavier_uniform_(weight),
  he: (weight) => nn.init.kaiming_uniform_(weight, { nonlinearity: 'relu' }),
  // The mean of the inputs: neither grows nor shrinks with depth.
  alike: (weight, inputs) => nn.init.constant_(weight, 1 / inputs),
};

/** @param {any[]} linears @param {Init} init */
export function initialise(linears, init) {
  const draw = weights[init];
  if (!draw) return;
  for (const linear of linears) {
    draw(linear.weight, linear.in_features);
    nn.init.zeros_(linear.bias);
  }
}

/** What each is called in a sentence. @type {Record<Init, string>} */
export const initNames = {
  default: 'PyTorch’s default',
  xavier: 'Xavier',
  he: 'He',
  alike: 'all weights alike',
};

/** The call for `layer`, in Python. @type {Record<Exclude<Init, 'default'>, string>} */
export const pythonInits = {
  xavier: 'nn.init.xavier_uniform_(layer.weight)',
  he: "nn.init.kaiming_uniform_(layer.weight, nonlinearity='relu')",
  alike: 'nn.init.constant_(layer.weight, 1 / layer.in_features)',
};

/** The same in JavaScript. @type {Record<Exclude<Init, 'default'>, string>} */
export const javascriptInits = {
  xavier: 'nn.init.xavier_uniform_(layer.weight)',
  he: "nn.init.kaiming_uniform_(layer.weight, { nonlinearity: 'relu' })",
  alike: 'nn.init.constant_(layer.weight, 1 / layer.in_features)',
};
