// What recurrent layers do at one time: of the plain one, of the GRU and of the LSTM. Source: aten/src/ATen/native/RNN.cpp.

import { torchFunctions } from '../activations/functional.js';
import { linear } from '../operations/products/matmul.js';

/**
 * @typedef {any} Tensor of torchlet's, by whose methods the formulas are written
 * @typedef {Tensor[]} State the hidden state, and the LSTM's cell
 * @typedef {{ gates: number, states: number, step: (input: Tensor, hidden: Tensor, state: State) => State }} Kind how many gates
 *   weights have rows for; the step takes what the weights make of input and hidden state
 */

/** @param {Tensor} x @param {number} count */
const parts = (x, count) => x.chunk(count, -1);

/** @param {'tanh' | 'relu'} activation @returns {Kind} */
const plain = (activation) => ({
  gates: 1,
  states: 1,
  step: (input, hidden) => [torchFunctions[activation](input.add(hidden))],
});

/** @type {Kind} */
const gru = {
  gates: 3,
  states: 1,
  step: (input, hidden, [h]) => {
    const [[xr, xz, xn], [hr, hz, hn]] = [parts(input, 3), parts(hidden, 3)];
    const reset = xr.add(hr).sigmoid();
    const update = xz.add(hz).sigmoid();
    const next = xn.add(reset.mul(hn)).tanh();
    return [h.sub(next).mul(update).add(next)];
  },
};

/** @type {Kind} */
const lstm = {
  gates: 4,
  states: 2,
  step: (input, hidden, [, c]) => {
    const [i, f, g, o] = parts(input.add(hidden), 4);
    const cell = f.sigmoid().mul(c).add(i.sigmoid().mul(g.tanh()));
    return [o.sigmoid().mul(cell.tanh()), cell];
  },
};

/** @type {Record<string, Kind>} */
export const kinds = { RNN_TANH: plain('tanh'), RNN_RELU: plain('relu'), GRU: gru, LSTM: lstm };

/** The next state. @param {Kind} kind @param {Tensor} input what its weights make of the input @param {State} state @param {Tensor} weight @param {Tensor | null} bias */
export const advanced = (kind, input, state, weight, bias) => kind.step(input, linear(state[0], weight, bias), state);
