// The lesson on dying units: which of them still learn, step by step, and the line by which one of them left the data.
import { html } from 'lit';
import { once } from '../../element/memo.js';
import { Census } from '../../measures/census.js';
import { Slopes } from '../../measures/slopes.js';
import { recordedOf } from '../../recorded/comparison.js';
import { Training } from '../../run/training.js';
import {
  deadSentence,
  extinctSentence,
  harmSentence,
  unitSentence,
  whenSentence,
  whySentence,
} from '../../words/dying.js';
import { loss } from '../../words/phrases.js';
import { stoppedSentence } from '../../words/stopped.js';
import { timesView } from './times.js';
import { unitView } from './unit_view.js';

/**
 * @typedef {import('../lessons.js').Scene} Scene
 * @typedef {import('../lessons.js').Lesson} Lesson
 */

/** From so many pixels on the unit stands beside the steps. */
const kWide = 780;
const kLargest = 380;

/** @param {Scene} scene @returns {Census} */
const censusOf = ({ run }) => once(run, 'census', 0, () => new Census(run));

/** The chosen unit, counted through all layers: the reader's, or the first that died, of the first layer if one did. @param {Scene} scene */
function unitOf(scene) {
  const census = censusOf(scene);
  const { unit } = scene.state;
  if (unit) return census.starts[unit[0] - 1] + unit[1] - 1;
  return once(scene.run, 'first death', census.states, () => {
    const died = census
      .units()
      .map((one, i) => ({ ...one, i }))
      .filter(({ deaths }) => deaths.length > 0);
    return (died.find(({ layer }) => layer === 0) ?? died[0])?.i ?? 0;
  });
}

/** @param {Scene} scene */
function picture(scene) {
  const { width } = scene;
  const [census, unit] = [censusOf(scene), unitOf(scene)];
  const isWide = width >= kWide;
  const side = isWide ? Math.min(kLargest, Math.round(width * 0.34)) : Math.min(width, kLargest);
  return html`<div class=${isWide ? 'beside' : 'beneath'}>
    ${timesView(scene, census, unit, isWide ? width - side - 32 : width)} ${unitView(scene, census, unit, side)}
  </div>`;
}

/** @param {Scene} scene */
function statement(scene) {
  const { run, at } = scene;
  const census = censusOf(scene);
  if (run.stopped && at >= run.end) return stoppedSentence(run.stopped);
  const step = Math.min(at, census.states - 1);
  return `${deadSentence(census, step)} ${harmSentence(census, run)}`;
}

/** @param {Scene} scene */
function readings(scene) {
  const { run } = scene;
  const census = censusOf(scene);
  const sides = new Slopes(run.network.activations[0], run.network.acts[0]).sides();
  return [
    unitSentence(census, unitOf(scene), run),
    whenSentence(census),
    extinctSentence(census, run),
    whySentence(sides),
  ].filter((words) => words !== '');
}

/** One row for each step at which a unit died or came back, and for the first and the last. @param {Scene} scene */
function table(scene) {
  const { run } = scene;
  const census = censusOf(scene);
  const last = census.states - 1;
  const steps = new Set([0, last]);
  for (const { deaths, revivals } of census.units()) for (const step of [...deaths, ...revivals]) steps.add(step);
  const head = ['step', 'loss of the batch', ...census.widths.map((width, i) => `dead in layer ${i + 1}, of ${width}`)];
  const rows = [...steps]
    .sort((a, b) => a - b)
    .map((step) => [step, step < run.losses.length ? loss(run.losses[step]) : '', ...census.deadIn(step)]);
  return { caption: 'Dead units at each step at which one died or came back', head, rows };
}

/** @type {Lesson} */
export const dying = {
  name: 'Dying units',
  begin: (state) => new Training(state),
  settings: ['activation', 'lr', 'optimizer', 'layers', 'init', 'batch', 'data', 'steps', 'seed'],
  picture,
  statement,
  readings,
  table,
  recorded: ({ run, state }) => [{ name: '', losses: run.losses, recorded: recordedOf(state) }],
  lossAt: ({ run, at }) => run.losses[Math.min(at, run.losses.length - 1)] ?? Number.NaN,
};
