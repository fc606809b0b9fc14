// All that the dying of units shows over the same steps: the units, the loss, the chosen unit's weights and bias.
import { html, svg } from 'lit';
import { namesAt } from '../../../figure/drawing/end_names.js';
import { scaleLinear } from '../../../figure/drawing/scale.js';
import { lineOver, seeking, stepAxis, stepMark, stepScale, valueAxis } from '../../drawing/plot.js';
import { pathOf } from '../../measures/lines.js';
import { twoDigits } from '../../words/phrases.js';
import { raster, rasterKey, unitAt } from './raster.js';

/**
 * @typedef {import('../lessons.js').Scene} Scene
 * @typedef {import('../../measures/census.js').Census} Census
 * @typedef {import('../../drawing/plot.js').Box} Box
 */

/** A net that answers 0 everywhere has this loss under BCEWithLogitsLoss: ln 2. */
const kGuess = Math.LN2;
/** Of the losses so many are seen: a few of the first steps may be a hundred times as large. */
const kSeen = 0.97;

/** The drawing's parts from top to bottom, in pixels. @param {Census} census @param {number} width @param {boolean} hasWeights */
function arrangement(census, width, hasWeights) {
  const units = census.rows.width;
  const rowHeight = Math.max(1, Math.min(5, 300 / units));
  const box = { left: 44, right: width - 76 };
  let top = 24;
  const rows = census.widths.map((count) => {
    const own = { top, rowHeight };
    top += count * rowHeight + 26;
    return own;
  });
  const loss = { ...box, top: top + 2, bottom: top + 98 };
  const weights = { ...box, top: loss.bottom + 26, bottom: loss.bottom + 26 + 84 };
  const bottom = hasWeights ? weights.bottom : loss.bottom;
  return { box, rows, loss, weights, bottom, height: bottom + 24 };
}

/** @param {Float32Array} losses */
function mostSeen(losses) {
  const finite = losses.filter(Number.isFinite).sort();
  return Math.max(0.8, finite[Math.floor((finite.length - 1) * kSeen)] ?? 1);
}

/** @param {Scene} scene @param {Box} box @param {import('../../drawing/plot.js').Scale} x */
function lossPlot({ run, at, state }, box, x) {
  const { losses } = run;
  const y = scaleLinear([0, mostSeen(losses)], [box.bottom, box.top]);
  const place = (/** @type {number} */ value) => Math.max(box.top - 4, y(value));
  const isGuess = state.loss === 'BCEWithLogitsLoss';
  return svg`${valueAxis(y, box, 3)}
    <text class="layer-name" x=${box.left} y=${box.top - 7}>loss of each batch</text>
    ${isGuess ? svg`<line class="guess" x1=${box.left} x2=${box.right} y1=${y(kGuess)} y2=${y(kGuess)}></line><text class="count-name" x=${box.right + 8} y=${y(kGuess) + 4}>guessing</text>` : ''}
    <path class="line loss later" d=${lineOver(losses, x, place, at)}></path>
    <path class="line loss" d=${lineOver(losses, x, place, 0, at)}></path>`;
}

/** @param {Scene} scene @param {number} unit @param {Box} box @param {import('../../drawing/plot.js').Scale} x */
function weightsPlot({ run, at }, unit, box, x) {
  const path = pathOf(run, unit);
  const names = ['w₁', 'w₂', 'b'];
  const lines = names.map((_, i) => Float32Array.from({ length: path.length / 3 }, (__, step) => path[3 * step + i]));
  const most = Math.max(0.1, ...lines.map((line) => line.reduce((a, b) => Math.max(a, Math.abs(b)), 0)));
  const y = scaleLinear([-most, most], [box.bottom, box.top]);
  const now = lines.map((line) => line[Math.min(at, line.length - 1)]);
  const ends = names.map((name, i) => ({
    text: `${name} ${twoDigits(now[i])}`,
    kind: `line-${i}`,
    at: y(now[i] ?? 0),
  }));
  return svg`${valueAxis(y, box, 3)}
    <text class="layer-name" x=${box.left} y=${box.top - 7}>weights and bias of unit ${unit + 1}</text>
    ${lines.map(
      (line, i) =>
        svg`<path class="line line-${i} later" d=${lineOver(line, x, y, at)}></path><path class="line line-${i}" d=${lineOver(line, x, y, 0, at)}></path>`,
    )}
    ${namesAt(ends, box.right + 8, box.top + 2, box.bottom)}`;
}

/**
 * @param {Scene} scene
 * @param {Census} census
 * @param {number} unit the chosen one, counted through all layers
 * @param {number} width
 */
export function timesView(scene, census, unit, width) {
  const { state, at } = scene;
  const isFirst = unit < census.widths[0];
  const { box, rows, loss, weights, bottom, height } = arrangement(census, width, isFirst);
  const x = stepScale(state.steps, { ...box, top: 0, bottom: 0 });
  const choose = (/** @type {unknown} */ _, /** @type {{ y: number }} */ place) => {
    const found = unitAt(census, rows, place.y);
    if (found === undefined) return;
    const layer = census.starts.findLastIndex((start) => start <= found);
    scene.change({ unit: [layer + 1, found - census.starts[layer] + 1] }, true);
  };
  const listen = seeking(scene, x, choose);
  return html`<div class="times">
    <svg class="drawing" width=${width} height=${height} role="img" aria-label="Each hidden unit at each step: alive, dead from the start, dead since a step; beneath it the loss"
      @pointerdown=${listen.down} @pointermove=${listen.move} @pointerup=${listen.up}>
      ${raster(census, x, rows, { chosen: unit, at })}
      ${lossPlot(scene, loss, x)}
      ${isFirst ? weightsPlot(scene, unit, weights, x) : ''}
      ${stepMark(x, at, rows[0].top - 4, bottom)}
      ${stepAxis(x, bottom)}
    </svg>
    <p class="key">${rasterKey(census).map(([kind, name]) => html`<span><svg width="14" height="10" aria-hidden="true"><rect class=${kind} width="14" height="10" rx="1"></rect></svg> ${name}</span>`)}</p>
  </div>`;
}
