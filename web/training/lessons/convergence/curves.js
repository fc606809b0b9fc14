// The losses of several activations against the step: the median of all seeds, the band that they fill, and where each has learned.
import { html, svg } from 'lit';
import { namesAt } from '../../../figure/drawing/end_names.js';
import { round } from '../../../figure/drawing/pixels.js';
import { scaleLinear } from '../../../figure/drawing/scale.js';
import { bandBetween, lineOver, seeking, stepAxis, stepMark, stepScale } from '../../drawing/plot.js';
import { kMark } from '../../measures/race.js';

/**
 * @typedef {import('../lessons.js').Scene} Scene
 * @typedef {import('../../measures/race.js').Standing} Standing
 * @typedef {{ name: string, standing: Standing }} Runner
 */

/** A letter's width, at 12 bold pixels. */
const kLetter = 7.4;
/** A loss below is drawn at the lower edge. */
const kLeast = 1e-5;
/** The room of a step's number. */
const kNumber = 30;
const kTicks = [10, 3, 1, 0.3, 0.1, 0.03, 0.01, 0.003, 0.001, 1e-4, 1e-5];

/** From the largest to the smallest loss, as powers of ten. @param {Runner[]} runners @returns {[number, number]} */
function extent(runners) {
  let [low, high] = [kMark, 0.7];
  for (const { standing } of runners) {
    for (const loss of standing.median) {
      if (!Number.isFinite(loss)) continue;
      low = Math.min(low, Math.max(kLeast, loss));
      high = Math.max(high, loss);
    }
  }
  return [Math.log10(low * 0.7), Math.log10(Math.min(20, high * 1.15))];
}

/** Where each learned, and the step's number where it has room beside the last. @param {Runner[]} runners @param {(step: number) => number} x @param {number} y */
function marksOf(runners, x, y) {
  const all = runners.map(({ standing: { below } }, i) => ({ below, i })).filter(({ below }) => below >= 0);
  let free = Number.NEGATIVE_INFINITY;
  return all
    .sort((a, b) => a.below - b.below)
    .map(({ below, i }) => {
      const place = round(x(below));
      const hasRoom = place - free >= kNumber;
      if (hasRoom) free = place;
      return svg`<g class="learned line-${i}"><circle cx=${place} cy=${y} r="5"></circle>${hasRoom ? svg`<text x=${place} y=${y + 20} text-anchor="middle">${below}</text>` : ''}</g>`;
    });
}

/** @param {Scene} scene @param {Runner[]} runners in the order of their colours @param {number} width */
export function curvesView(scene, runners, width) {
  const { state, at, run } = scene;
  const done = run.seedsDone;
  const isNarrow = width < 520;
  const height = isNarrow ? 320 : 380;
  const names = runners.map(({ name }) => (isNarrow ? name.replace(/\(.*/, '') : name));
  const room = 14 + kLetter * Math.max(...names.map(({ length }) => length));
  const box = { left: 46, right: width - room, top: 26, bottom: height - 28 };
  const x = stepScale(state.steps, box);
  const powers = scaleLinear(extent(runners), [box.bottom, box.top]);
  const y = (/** @type {number} */ loss) =>
    Math.max(box.top - 6, Math.min(box.bottom, powers(Math.log10(Math.max(kLeast, loss)))));
  const ticks = kTicks.filter((tick) => y(tick) > box.top + 2 && y(tick) < box.bottom - 2);
  const listen = seeking(scene, x);
  const ends = runners.map(({ standing: { median } }, i) => ({
    text: names[i],
    kind: `line-${i}`,
    at: Number.isFinite(median.at(-1)) ? y(/** @type {number} */ (median.at(-1))) : box.top,
  }));
  return html`<svg class="drawing curves" width=${width} height=${height} role="img" aria-label="The loss of each activation against the step, on a logarithmic axis: the median of ${state.seeds} seeds and the band of all"
    @pointerdown=${listen.down} @pointermove=${listen.move} @pointerup=${listen.up}>
    <text class="axis-title loss-title" x="2" y="14">loss (median and band of ${done < state.seeds ? `${Math.max(1, done)} of ` : ''}${state.seeds} ${state.seeds === 1 ? 'seed' : 'seeds'})</text>
    <g class="axis">${ticks.map((tick) => svg`<line class="grid" x1=${box.left} x2=${box.right} y1=${round(y(tick))} y2=${round(y(tick))}></line><text x=${box.left - 6} y=${round(y(tick)) + 4} text-anchor="end">${tick}</text>`)}</g>
    <line class="guess" x1=${box.left} x2=${box.right} y1=${round(y(kMark))} y2=${round(y(kMark))}></line>
    ${runners.map(({ standing }, i) => svg`<path class="band line-${i}" d=${bandBetween(standing.least, standing.most, x, y)}></path>`)}
    ${runners.map(({ standing: { median } }, i) => svg`<path class="line thick later line-${i}" d=${lineOver(median, x, y, at)}></path><path class="line thick line-${i}" d=${lineOver(median, x, y, 0, at)}></path>`)}
    ${marksOf(runners, x, round(y(kMark)))}
    <text class="mark-name" x=${box.left + 6} y=${round(y(kMark)) - 6}>${kMark}: learned</text>
    ${stepMark(x, at, box.top, box.bottom)}
    ${stepAxis(x, box.bottom)}
    ${namesAt(ends, box.right + 8, box.top + 4, box.bottom)}
  </svg>`;
}
