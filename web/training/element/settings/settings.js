// What a reader can set: each key of the vocabulary as a row, in the order that the lesson names.
import { html } from 'lit';
import { readSeed } from '../../../figure/state/tensor_text.js';
import { lessonOf } from '../../lessons/lessons.js';
import { initNames } from '../../network/init.js';
import { dataNames, inits, losses, optimizers } from '../../state/choices.js';
import { kMostData, kMostSeeds, kMostSteps } from '../../state/keys.js';
import { deep, kDeepest, readLayers, writeLayers } from '../../state/layers.js';
import { openingOf } from '../../state/vocabulary.js';
import { activationField, compareField } from './activations.js';
import { choiceField, numberField, textField } from './fields.js';
import { pointsField } from './points.js';

/**
 * @typedef {import('../view.js').View} View
 * @typedef {import('../../state/vocabulary.js').State} State
 */

/** Slopes of the logarithmic slider: from 10^-4 to 10^2. */
const kPowers = { minimum: -4, maximum: 2, step: 0.05, logarithmic: true };

/**
 * A row for a whole number.
 * @param {'steps' | 'points' | 'seeds'} key @param {number} least @param {number} most @param {number} step of the slider
 * @returns {(view: View) => import('lit').TemplateResult}
 */
const whole =
  (key, least, most, step) =>
  ({ wanted, change }) =>
    numberField(
      key,
      { value: wanted[key], fallback: openingOf(wanted.lesson)[key], minimum: least, maximum: most, step },
      (value, moving) => change({ [key]: value, at: null }, moving),
      (value) => (Number.isInteger(value) && value >= least ? undefined : `a whole number from ${least} on is wanted`),
    );

/** Another random start. @param {View} view */
function seedField(view) {
  const { wanted, change } = view;
  const next = () => change({ seed: readSeed(String(BigInt(wanted.seed) + 1n)).seed });
  const read = (/** @type {string} */ text) => {
    const { seed, problem } = readSeed(text);
    return problem ? { problem } : { patch: { seed } };
  };
  return html`<div class="with-button">${textField(view, 'seed', wanted.seed, read)}<button type="button" @click=${next}>next seed</button></div>`;
}

/** Widths in words. @param {View} view */
const layersField = (view) =>
  textField(
    view,
    'layers',
    writeLayers(view.wanted.layers),
    (text) => {
      const { layers, problem } = readLayers(text);
      return problem ? { problem } : { patch: { layers, activations: [], unit: null } };
    },
    'from two inputs to one output, as 2-32-32-1',
  );

/** How many hidden layers of the same width. @param {View} view */
const depthField = ({ wanted, change }) =>
  numberField(
    'hidden layers',
    { value: wanted.layers.length - 2, fallback: 20, minimum: 2, maximum: kDeepest, step: 1 },
    (depth, moving) => change({ layers: deep(depth, wanted.layers[1]), unit: null }, moving),
    (depth) => (Number.isInteger(depth) && depth >= 1 && depth <= kDeepest ? undefined : `1 to ${kDeepest} are wanted`),
  );

/** Batches that divide 256 points, and all. */
const batches = [
  { value: '0', name: 'all points' },
  ...[4, 8, 16, 32, 64, 128].map((count) => ({ value: String(count), name: `${count} points` })),
];

/** @type {Record<string, (view: View) => import('lit').TemplateResult>} */
const rows = {
  activation: activationField,
  compare: compareField,
  layers: layersField,
  depth: depthField,
  init: ({ wanted, change }) =>
    choiceField(
      'weights',
      inits.map((init) => ({ value: init, name: initNames[init] })),
      wanted.init,
      (init) => change({ init: /** @type {State['init']} */ (init) }),
    ),
  optimizer: ({ wanted, change }) =>
    choiceField('optimizer', optimizers, wanted.optimizer, (name) =>
      change({ optimizer: /** @type {State['optimizer']} */ (name) }),
    ),
  lr: ({ wanted, change }) =>
    numberField(
      'lr',
      { value: wanted.lr, fallback: openingOf(wanted.lesson).lr, ...kPowers },
      (lr, moving) => change({ lr }, moving),
      (lr) => (lr >= 0 && lr <= 1e6 ? undefined : 'it lies between 0 and 1,000,000'),
    ),
  weight_decay: ({ wanted, change }) =>
    numberField(
      'weight_decay',
      { value: wanted.weight_decay, fallback: 0, minimum: 0, maximum: 0.1, step: 0.001 },
      (weight_decay, moving) => change({ weight_decay }, moving),
      (value) => (value >= 0 && value <= 10 ? undefined : 'it lies between 0 and 10'),
    ),
  loss: ({ wanted, change }) =>
    choiceField('loss', losses, wanted.loss, (name) => change({ loss: /** @type {State['loss']} */ (name) })),
  batch: ({ wanted, change }) =>
    choiceField('batch', batches, String(wanted.batch), (count) => change({ batch: Number(count) })),
  data: (view) => {
    const { wanted, change } = view;
    const own = typeof wanted.data === 'string' ? wanted.data : 'your own points';
    return html`${choiceField('data', dataNames, own, (name) => change({ data: /** @type {State['data']} */ (name) }))}
      ${wanted.lesson === 'network' ? pointsField(view) : ''}`;
  },
  points: whole('points', 2, kMostData, 2),
  steps: whole('steps', 1, kMostSteps, 10),
  seeds: whole('seeds', 1, kMostSeeds, 1),
  seed: seedField,
};

/** @param {View} view */
export function settingsView(view) {
  const submit = (/** @type {Event} */ event) => event.preventDefault();
  return html`<form class="settings" part="controls" @submit=${submit}>
    ${lessonOf(view.wanted).settings.map((name) => rows[name](view))}
  </form>`;
}
