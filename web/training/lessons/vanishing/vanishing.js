// The lesson on vanishing gradients: how large each layer's gradient is, from four initialisations, at once and after some steps.
import { html } from 'lit';
import { latest, once } from '../../element/memo.js';
import { Descents } from '../../measures/descents.js';
import { initNames } from '../../network/init.js';
import { recordedOf } from '../../recorded/comparison.js';
import { twoDigits } from '../../words/phrases.js';
import { alikeSentence, defaultSentence, initsSentence } from '../../words/vanishing.js';
import { flowView } from './flow_view.js';
import { profilesView } from './profiles.js';

/**
 * @typedef {import('../lessons.js').Scene} Scene
 * @typedef {import('../lessons.js').Lesson} Lesson
 * @typedef {import('./profiles.js').Line} Line
 */

const kWide = 780;
const kBeside = 320;

/** Every network's profile where it stands, and where it began. @param {Scene} scene @returns {Line[]} */
function linesOf({ run, isThere }) {
  return run.descents.map((/** @type {any} */ descent) => {
    const { training } = descent;
    const initial = run.initial(descent);
    // On its way nothing is measured: that would take longer than the way.
    const now = isThere
      ? once(training, 'profile', training.step, () => run.profile(descent))
      : latest(training, 'profile');
    return { descent, now: now ?? initial, initial };
  });
}

/** What is looked at: a line and a layer, the first of the first one at the beginning. @param {Scene} scene @param {Line[]} lines */
function lookedAt({ looks, look }, lines) {
  const count = lines[0].now.rms.length;
  return {
    layer: Math.min(looks.layer ?? 1, count),
    chosen: lines[Math.min(looks.line ?? 0, lines.length - 1)],
    choose: (/** @type {number} */ layer) => look({ layer }),
    chooseLine: (/** @type {Line} */ line) => look({ line: lines.indexOf(line) }),
  };
}

/** @param {Scene} scene */
function picture(scene) {
  const { width } = scene;
  const lines = linesOf(scene);
  const look = lookedAt(scene, lines);
  const isWide = width >= kWide;
  return html`<div class=${isWide ? 'beside' : 'beneath'}>
    ${profilesView(scene, lines, look, isWide ? width - kBeside - 32 : width)}
    ${flowView(scene, lines, look, isWide ? kBeside : width)}
  </div>`;
}

/** Lines by their activation. @param {Line[]} lines */
function byName(lines) {
  /** @type {Map<string, Line[]>} */ const groups = new Map();
  for (const line of lines) groups.set(line.descent.name, [...(groups.get(line.descent.name) ?? []), line]);
  return groups;
}

/** @param {Scene} scene */
function statement(scene) {
  const lines = linesOf(scene);
  const sentences = [...byName(lines)].map(([name, own]) =>
    initsSentence(
      name,
      new Map(own.filter(({ descent }) => descent.init !== 'alike').map(({ descent, now }) => [descent.init, now])),
    ),
  );
  return sentences.join(' ');
}

/** @param {Scene} scene */
function readings(scene) {
  const { run, at } = scene;
  const lines = linesOf(scene);
  const defaults = new Map(
    lines.filter(({ descent }) => descent.init === 'default').map(({ descent, now }) => [descent.name, now]),
  );
  const first = run.descents[0].training;
  const learned =
    at === 0
      ? 'No step is made yet: this is how each network begins.'
      : `After ${at} steps the first network’s loss went from ${first.losses[0].toFixed(4)} to ${first.losses[Math.min(at, first.losses.length) - 1].toFixed(4)}; dotted is how the gradients began.`;
  return [
    'In brackets stands the size of the first layer’s gradient divided by the last one’s.',
    defaultSentence(defaults),
    learned,
    alikeSentence('alike'),
  ];
}

/** A row for each layer, from the last to the first. @param {Scene} scene */
function table(scene) {
  const lines = linesOf(scene);
  const count = lines[0].now.rms.length;
  const head = ['layer', ...lines.map(({ descent }) => `${descent.name}, ${initNames[descent.init]}`)];
  const rows = Array.from({ length: count }, (_, i) => [
    count - i,
    ...lines.map(({ now }) => twoDigits(now.rms[count - 1 - i])),
  ]);
  const ratios = ['first : last', ...lines.map(({ now }) => twoDigits(now.ratio))];
  return { caption: `RMS of each layer’s gradient, dL/dW, at step ${scene.at}`, head, rows: [...rows, ratios] };
}

/** @type {Lesson} */
export const vanishing = {
  name: 'Vanishing gradients',
  begin: (state) => new Descents(state, { isLater: true }),
  settings: ['activation', 'compare', 'depth', 'lr', 'optimizer', 'data', 'steps', 'seed'],
  picture,
  statement,
  readings,
  table,
  recorded: ({ run, state }) =>
    run.descents.map((/** @type {any} */ { name, chosen, init, training }) => ({
      name: `${name}, ${initNames[/** @type {import('../../state/choices.js').Init} */ (init)]}`,
      losses: training.losses,
      recorded: recordedOf(state, { chosen, init }),
    })),
  lossAt: ({ run, at }) => {
    const { losses } = run.descents[0].training;
    return losses[Math.min(at, losses.length - 1)] ?? Number.NaN;
  },
};
