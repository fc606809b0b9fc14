// The lesson on convergence: which activation learns fastest, by which optimiser, over several seeds.
import { html } from 'lit';
import { once } from '../../element/memo.js';
import { Race } from '../../measures/race.js';
import { recordedOf } from '../../recorded/comparison.js';
import { bandSentence, fastestSentence, ranked } from '../../words/convergence.js';
import { loss } from '../../words/phrases.js';
import { stoppedSentence } from '../../words/stopped.js';
import { curvesView } from './curves.js';
import { mapsView } from './maps_view.js';

/**
 * @typedef {import('../lessons.js').Scene} Scene
 * @typedef {import('../lessons.js').Lesson} Lesson
 * @typedef {import('../../measures/race.js').Race} RaceType
 */

/** Rows of the table: a step in so many. */
const kRows = 12;

/** Every entrant with what its runs have in common, in the order of the state. @param {Scene} scene @returns {import('./curves.js').Runner[]} */
const runnersOf = ({ run }) =>
  once(run, 'standings', `${run.reached} ${run.seedsDone}`, () =>
    run.entrants.map((/** @type {any} */ entrant) => ({ name: entrant.name, standing: run.standing(entrant) })),
  );

/** @param {Scene} scene */
const picture = (scene) => html`<div class="beneath">
  ${curvesView(scene, runnersOf(scene), scene.width)} ${mapsView(scene)}
</div>`;

/** @param {Scene} scene */
function statement(scene) {
  const { run, state } = scene;
  const done = run.seedsDone;
  const words = fastestSentence(run, rankedOf(scene));
  return done < state.seeds ? `So far, by ${Math.max(1, done)} of ${state.seeds} seeds: ${words}` : words;
}

/** @param {Scene} scene */
const rankedOf = ({ run }) => once(run, 'ranked', `${run.reached} ${run.seedsDone}`, () => ranked(run));

/** @param {Scene} scene */
function readings(scene) {
  const { run, state } = scene;
  const done = run.seedsDone;
  const count = done < state.seeds ? `${done} of ${state.seeds} seeds are trained so far.` : '';
  const stopped = run.runs.filter((/** @type {any} */ one) => one.stopped).slice(0, 1);
  return [
    count,
    ...stopped.map((/** @type {any} */ { stopped: cause }) => stoppedSentence(cause)),
    ...rankedOf(scene).map((result) => bandSentence(result, Math.max(1, done))),
  ].filter((words) => words !== '');
}

/** The medians at some steps, and where each fell below the mark. @param {Scene} scene */
function table(scene) {
  const runners = runnersOf(scene);
  const { steps } = scene.state;
  const stride = Math.max(1, Math.round(steps / kRows));
  const rows = [];
  for (let step = 0; step < steps; step += stride)
    rows.push([
      step,
      ...runners.map(({ standing }) => (step < standing.median.length ? loss(standing.median[step]) : '')),
    ]);
  const below = runners.map(({ standing }) => (standing.below < 0 ? 'never' : standing.below));
  return {
    caption: `Median loss of ${scene.state.seeds} seeds`,
    head: ['step', ...runners.map(({ name }) => name)],
    rows: [...rows, ['below 0.1 at', ...below]],
  };
}

/** @type {Lesson} */
export const convergence = {
  name: 'Convergence',
  begin: (state) => new Race(state, { isLater: true }),
  settings: ['activation', 'compare', 'lr', 'optimizer', 'layers', 'init', 'data', 'batch', 'steps', 'seeds', 'seed'],
  picture,
  statement,
  readings,
  table,
  recorded: ({ run, state }) =>
    run.entrants.map((/** @type {any} */ { name, chosen, runs }) => ({
      name,
      losses: runs[0].losses,
      recorded: recordedOf(state, { chosen }),
    })),
  lossAt: ({ run, at }) => {
    const { losses } = run.entrants[0].runs[0];
    return losses[Math.min(at, losses.length - 1)] ?? Number.NaN;
  },
};
