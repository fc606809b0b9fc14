// The lesson that is free: a network whose data, layers, functions, weights and optimiser a reader chooses, and every step of it.
import { html } from 'lit';
import { once } from '../../element/memo.js';
import { gradientsOf } from '../../measures/gradients.js';
import { recordedOf } from '../../recorded/comparison.js';
import { Training } from '../../run/training.js';
import { networkSentence, standingSentence, stepSentence } from '../../words/network.js';
import { twoDigits } from '../../words/phrases.js';
import { stoppedSentence } from '../../words/stopped.js';
import { answerView } from './answer_view.js';
import { diagram } from './diagram.js';
import { layerControls } from './layer_controls.js';
import { lossesView } from './losses_view.js';

/**
 * @typedef {import('../lessons.js').Scene} Scene
 * @typedef {import('../lessons.js').Lesson} Lesson
 */

const kWide = 780;
const kLargest = 340;
/** Weights of the chosen unit that a sentence names. */
const kMostNamed = 8;

/** @param {Scene} scene */
function picture(scene) {
  const { width, looks } = scene;
  const isWide = width >= kWide;
  const side = isWide ? Math.min(kLargest, Math.round(width * 0.3)) : Math.min(width, kLargest);
  const left = isWide ? width - side - 32 : width;
  const shown = looks.lines ?? 'weights';
  return html`<div class=${isWide ? 'beside' : 'beneath'}>
    <div class="network-side">${layerControls(scene)} ${diagram(scene, left, shown)}
      <p class="key"><span><svg width="18" height="8" aria-hidden="true"><path class="weight positive" stroke-width="4" d="M0 4H18"></path></svg> weight above 0</span>
        <span><svg width="18" height="8" aria-hidden="true"><path class="weight negative" stroke-width="4" d="M0 4H18"></path></svg> below 0</span>
        ${shown === 'weights' ? '' : html`<span><svg width="18" height="8" aria-hidden="true"><path class="weight slope" stroke-width="4" d="M0 4H18"></path></svg> its gradient</span>`}</p>
      ${lossesView(scene, left)}</div>
    ${answerView(scene, side)}
  </div>`;
}

/** @param {Scene} scene */
function statement({ run, at }) {
  if (run.stopped && at >= run.end) return stoppedSentence(run.stopped);
  return once(run, 'standing', run.step, () => standingSentence(run));
}

/** The weights of the chosen unit and their gradients. @param {Scene} scene */
function unitSentence({ run, state }) {
  if (!state.unit) return '';
  const [layer, unit] = state.unit;
  const { weight, bias, in_features: inputs } = run.network.linears[layer - 1];
  const gradients = once(run, 'gradients', run.step, () => gradientsOf(run))[layer - 1];
  const named = Math.min(inputs, kMostNamed);
  const from = (unit - 1) * inputs;
  const list = (/** @type {ArrayLike<number>} */ values) =>
    Array.from({ length: named }, (_, i) => twoDigits(values[from + i])).join(', ');
  const more = inputs > named ? `, … (${inputs} in all)` : '';
  return `Unit ${unit} of layer ${layer}: weights ${list(weight.detach().data)}${more}; bias ${twoDigits(bias.detach().data[unit - 1])}; the loss’s gradient with respect to these weights ${list(gradients)}${more}.`;
}

/** @param {Scene} scene */
const readings = (scene) =>
  [unitSentence(scene), networkSentence(scene.run), scene.at < scene.run.end ? stepSentence(scene.run) : ''].filter(
    (words) => words !== '',
  );

/** Every weight and bias with its gradient. @param {Scene} scene */
function table({ run, at }) {
  const gradients = gradientsOf(run);
  const rows = run.network.linears.flatMap(
    (/** @type {any} */ { weight, bias, in_features: inputs }, /** @type {number} */ i) => {
      const [weights, biases] = [weight.detach().data, bias.detach().data];
      return [...biases].map((own, unit) => [
        `${i + 1}.${unit + 1}`,
        twoDigits(own),
        Array.from({ length: inputs }, (_, j) => twoDigits(weights[unit * inputs + j])).join('  '),
        Array.from({ length: inputs }, (_, j) => twoDigits(gradients[i][unit * inputs + j])).join('  '),
      ]);
    },
  );
  return { caption: `All weights at step ${at}`, head: ['layer.unit', 'bias', 'weights', 'their gradients'], rows };
}

/** @type {Lesson} */
export const network = {
  name: 'A network',
  begin: (state) => new Training(state),
  settings: [
    'data',
    'points',
    'layers',
    'activation',
    'init',
    'optimizer',
    'lr',
    'weight_decay',
    'loss',
    'batch',
    'steps',
    'seed',
  ],
  picture,
  statement,
  readings,
  table,
  recorded: ({ run, state }) => [{ name: '', losses: run.losses, recorded: recordedOf(state) }],
  lossAt: ({ run, at }) => run.losses[Math.min(at, run.losses.length - 1)] ?? Number.NaN,
};
