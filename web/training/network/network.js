// nn.Sequential from a state: its layers, its activations, its first weights.
import { factsOf } from '../state/activations.js';
import { activationsOf } from '../state/vocabulary.js';
import { nn } from '../torch.js';
import { initialise } from './init.js';

/**
 * @typedef {import('../state/activations.js').Chosen} Chosen
 * @typedef {any} Module of torch.nn
 * @typedef {object} Network
 * @property {Module} net nn.Sequential
 * @property {Module[]} modules what it is made of, in order
 * @property {Module[]} linears its layers
 * @property {Module[]} acts the activation behind each hidden layer
 * @property {Chosen[]} activations what these are, in words
 */

/** The arguments of an activation's constructor that are not PyTorch's defaults. @param {Chosen} chosen */
export function givenParameters({ activation, parameters }) {
  const { kind, parameters: known } = factsOf(activation);
  const given = known.filter(({ name, default: usual, required }) => required || parameters[name] !== usual);
  // nn.PReLU calls the first value of its weight `init`.
  return given.map(({ name }) => /** @type {const} */ ([kind === 'prelu' ? 'init' : name, parameters[name]]));
}

/** torch.nn's module of an activation. @param {Chosen} chosen @returns {Module} */
export function activationModule(chosen) {
  const given = givenParameters(chosen);
  const type = /** @type {any} */ (nn)[chosen.activation];
  return given.length > 0 ? type(Object.fromEntries(given)) : type();
}

/**
 * The network of a state, its weights drawn from torch's generator as it stands, layer by layer as PyTorch draws them.
 * @param {import('../state/vocabulary.js').State} state
 * @returns {Network}
 */
export function networkOf(state) {
  const { layers, init } = state;
  const activations = activationsOf(state);
  const linears = [];
  const acts = [];
  const modules = [];
  for (let i = 1; i < layers.length; i++) {
    linears.push(nn.Linear(layers[i - 1], layers[i]));
    modules.push(linears[i - 1]);
    if (i === layers.length - 1) break;
    acts.push(activationModule(activations[i - 1]));
    modules.push(acts[i - 1]);
  }
  const net = nn.Sequential(...modules);
  initialise(linears, init);
  return { net, modules, linears, acts, activations };
}

/** How many numbers it learns. @param {Network} network */
export const parameterCount = ({ net }) =>
  [...net.parameters()].reduce((count, parameter) => count + parameter.shape.numel(), 0);
