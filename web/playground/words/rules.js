// What holds for all activation functions: two properties they need, four rules of thumb with their limits.
import { html } from 'lit';
import { article, random } from './claims.js';

/** @typedef {import('./claims.js').Claim} Claim */

/** The two properties and the four rules that tutorials give. @type {{ name: string, claim: Claim }[]} */
export const properties = [
  {
    name: 'Not a straight line',
    claim: {
      text: 'Layers of weights alone, however many, amount to one layer. What bends between them makes depth worth having. At slope 1 a leaky ReLU no longer bends.',
      show: 'see it go straight',
      patch: { activation: 'LeakyReLU', parameters: { negative_slope: 1 }, ...article },
    },
  },
  {
    name: 'A slope to follow',
    claim: {
      text: 'Training multiplies the error’s gradient by f′ on its way back. A corner does no harm, since PyTorch settles on one value there; a slope of 0 stops the gradient.',
      show: 'see it stop',
      patch: { activation: 'ReLU', ...random([100]) },
    },
  },
];

/** @type {{ name: string, claim: Claim }[]} */
export const rules = [
  {
    name: 'Hidden layers: ReLU first',
    claim: {
      text: 'A sound start. If many units die, take smaller steps or a leaky ReLU.',
      show: 'LeakyReLU',
      patch: { activation: 'LeakyReLU', parameters: { negative_slope: 0.1 }, ...article },
      trained: { show: 'smaller steps, 5 of 32 dead instead of 22', state: 'lesson=dying&lr=0.5' },
    },
  },
  {
    name: 'Sigmoid and tanh: not in deep hidden chains',
    claim: {
      text: 'Their slopes multiply towards 0. In the gates and states of recurrent cells they are at home.',
      show: 'Tanh',
      patch: { activation: 'Tanh', ...random([100], '1') },
      trained: { show: 'Sigmoid through 20 layers', state: 'lesson=vanishing' },
    },
  },
  {
    name: 'Yes or no: sigmoid at the end',
    claim: {
      text: html`To read the answer. Train on what comes before it, with <code>nn.BCEWithLogitsLoss</code>.`,
      show: 'Sigmoid',
      patch: { activation: 'Sigmoid', ...article },
    },
  },
  {
    name: 'One of many: softmax at the end',
    claim: {
      text: html`To read the answer. Train on what comes before it, with <code>nn.CrossEntropyLoss</code>.`,
      show: 'Softmax',
      patch: { activation: 'Softmax', parameters: { dim: 1 }, ...article },
    },
  },
];
