// `node tests/bench/lessons.js`: steps a second of training's lessons, with all that is written down of a step and without.
import { Training } from '../../web/training/run/training.js';
import { openingOf } from '../../web/training/state/vocabulary.js';

/** What a page must reach: a step each frame for 10,000 parameters, and far more for small networks. */
const kSettings = /** @type {const} */ ([
  { title: 'dying: 2-32-32-1, batch 32 of 256', state: openingOf('dying'), least: 60 },
  { title: '2-16-16-1, all 256', state: { ...openingOf('convergence'), lesson: 'dying' }, least: 1500 },
  {
    title: '2-96-96-1 (9,697 parameters), batch 32 of 256',
    state: { ...openingOf('network'), layers: [2, 96, 96, 1] },
    least: 60,
  },
]);
const kSteps = 2000;
const kTurns = 5;

/** Steps a second, once. @param {import('../../web/training/state/vocabulary.js').State} state @param {boolean} observes */
function paceOf(state, observes) {
  const training = new Training({ ...state, steps: kSteps }, { observes });
  training.run(kSteps / 4); // until its code is compiled for good
  const start = performance.now();
  training.run();
  return (1000 * (training.losses.length - kSteps / 4)) / (performance.now() - start);
}

/** The fastest of several turns: what else the machine does only slows. @param {import('../../web/training/state/vocabulary.js').State} state @param {boolean} observes */
const best = (state, observes) =>
  Math.round(Math.max(...Array.from({ length: kTurns }, () => paceOf(state, observes))));

for (const { title, state, least } of kSettings) {
  const [written, bare] = [best(/** @type {any} */ (state), true), best(/** @type {any} */ (state), false)];
  console.log(`${title}: ${written} steps/s with all written down, ${bare} without; wanted ${least}`);
}
