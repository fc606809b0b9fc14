// What flows through one layer: its activations forward and their gradients backward, each as a histogram.
import { html, svg } from 'lit';
import { round } from '../../../figure/drawing/pixels.js';
import { scaleLinear } from '../../../figure/drawing/scale.js';
import { latest, once } from '../../element/memo.js';
import { flowOf, histogramOf } from '../../measures/histogram.js';
import { initNames } from '../../network/init.js';
import { twoDigits } from '../../words/phrases.js';

/**
 * @typedef {import('./profiles.js').Line} Line
 */

const kHeight = 132;
const kTicks = 4;

/** A number of an axis, whose ends may be 1e-12 apart. @param {number} value @param {number} most */
const tickName = (value, most) =>
  value === 0 ? '0' : most >= 1e-3 && most < 1e4 ? String(Number(value.toPrecision(3))) : twoDigits(value);

/** @param {string} title @param {string} kind @param {Float32Array} values @param {number} width */
function histogram(title, kind, values, width) {
  const { counts, from, to, full, beyond } = histogramOf(values);
  const [left, right, top, bottom] = [4, width - 4, 26, kHeight - 22];
  const x = scaleLinear([from, to], [left, right]);
  const wide = (right - left) / counts.length;
  const bars = [...counts]
    .map((count, i) => {
      if (count === 0) return '';
      const height = Math.max(1, Math.min(1, count / full) * (bottom - top));
      return `M${round(left + i * wide)} ${bottom}v${round(-height)}h${round(Math.max(1, wide - 1))}v${round(height)}z`;
    })
    .join('');
  const most = Math.max(Math.abs(from), Math.abs(to));
  const zeros = values.reduce((sum, value) => sum + (value === 0 ? 1 : 0), 0);
  const exact = zeros > values.length / 20 ? `, ${Math.round((100 * zeros) / values.length)} % exactly 0` : '';
  const odd = beyond > 0 ? `, ${beyond} not finite` : '';
  return html`<svg class="drawing histogram" width=${width} height=${kHeight} role="img" aria-label="${title}, from ${twoDigits(from)} to ${twoDigits(to)}${exact}">
    <text class="layer-name" x=${left} y="13">${title}<tspan class="aside">${exact}${odd}</tspan></text>
    <line class="base" x1=${left} x2=${right} y1=${bottom} y2=${bottom}></line>
    <path class="bars ${kind}" d=${bars}></path>
    ${x.ticks(kTicks).map((tick) => svg`<line class="base" x1=${round(x(tick))} x2=${round(x(tick))} y1=${bottom} y2=${bottom + 4}></line><text x=${Math.max(left + 22, Math.min(right - 22, round(x(tick))))} y=${bottom + 17} text-anchor="middle">${tickName(tick, most)}</text>`)}
  </svg>`;
}

/**
 * @param {import('../lessons.js').Scene} scene
 * @param {Line[]} lines
 * @param {{ layer: number, chosen: Line, choose: (layer: number) => void, chooseLine: (line: Line) => void }} look
 * @param {number} width
 */
export function flowView({ isThere }, lines, { layer, chosen, choose, chooseLine }, width) {
  const { descent } = chosen;
  const { training } = descent;
  const hidden = training.network.acts.length;
  const own = Math.min(layer, hidden);
  const known = isThere ? undefined : latest(training, 'flow');
  const { activations, gradients } =
    known ?? once(training, 'flow', `${own} ${training.step}`, () => flowOf(training, own - 1));
  const isOne = new Set(lines.map((line) => line.descent.name)).size === 1;
  const named = (/** @type {Line} */ line) => `${isOne ? '' : `${line.descent.name}, `}${initNames[line.descent.init]}`;
  const pick = (/** @type {Event} */ event) =>
    chooseLine(lines[/** @type {HTMLSelectElement} */ (event.target).selectedIndex]);
  return html`<div class="flow">
    <div class="unit-head" role="group" aria-label="What is looked at">
      <b>hidden layer ${own}</b>
      <select aria-label="of the network with" @change=${pick}>${lines.map((line) => html`<option .selected=${line === chosen}>${named(line)}</option>`)}</select>
      <span class="unit-buttons"><button type="button" ?disabled=${own <= 1} @click=${() => choose(own - 1)}>previous</button>
      <button type="button" ?disabled=${own >= hidden} @click=${() => choose(own + 1)}>next</button></span>
    </div>
    ${histogram('activations', 'output', activations, width)}
    ${histogram('gradients of these', 'gradient', gradients, width)}
  </div>`;
}
