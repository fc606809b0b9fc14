// The size of each layer's gradient on its way back, from the last layer to the first, on a logarithmic axis.
import { html, svg } from 'lit';
import { namesAt } from '../../../figure/drawing/end_names.js';
import { drawnLogAxis, logAxis, nameOfLast, placeOnLog } from '../../../figure/drawing/log_axis.js';
import { round } from '../../../figure/drawing/pixels.js';
import { initNames } from '../../network/init.js';
import { twoDigits } from '../../words/phrases.js';

/**
 * @typedef {import('../lessons.js').Scene} Scene
 * @typedef {import('../../measures/gradients.js').Profile} Profile
 * @typedef {import('../../measures/descents.js').Descent} Descent
 * @typedef {{ descent: Descent, now: Profile, initial: Profile }} Line
 */

/** How a line's end is named where several functions stand beside each other. */
const shortInits = { default: 'default', xavier: 'Xavier', he: 'He', alike: 'alike' };
/** A letter's width, at 12 bold pixels. */
const kLetter = 7;
const kHeight = 400;

/** @param {Line} line @param {boolean} isOne whether there is one function alone @param {boolean} isNarrow */
function nameOf({ descent: { name, init } }, isOne, isNarrow) {
  if (isOne) return isNarrow ? shortInits[init] : initNames[init];
  return `${isNarrow ? name.replace(/\(.*/, '') : name}, ${shortInits[init]}`;
}

/** The kind of a line, by which it has its colour and dash. @param {Line} line @param {Line[]} lines @param {boolean} isOne */
export function kindOf({ descent }, lines, isOne) {
  const names = [...new Set(lines.map((one) => one.descent.name))];
  const inits = ['default', 'he', 'xavier', 'alike'];
  return isOne ? `line-${inits.indexOf(descent.init)}` : `line-${names.indexOf(descent.name)} dash-${descent.init}`;
}

/** Ticks of layers: the last one's on the left. @param {number} layers @param {number} width */
function ticksOf(layers, width) {
  const most = Math.max(2, Math.floor(width / 34));
  const stride = Math.max(1, Math.ceil(layers / most));
  const ticks = [];
  for (let layer = layers; layer > 1; layer -= stride) ticks.push(layer);
  if (ticks.length > 1 && /** @type {number} */ (ticks.at(-1)) - 1 < stride / 2) ticks.pop();
  return [...ticks, 1];
}

/** Lower ones say it in the text alone. */
const kLeastBracket = 24;

/**
 * The first layer's gradient beside the last one's, on the axis: how far it fell, as the number that the text has; that stands
 * above the line of 1, for between the two the other networks' lines go down.
 * @param {number} from where the last one's stands @param {number} to the first one's @param {number} left of the last layer
 * @param {number} right of the first one @param {Line} line
 */
function ratioMark(from, to, left, right, { now }) {
  if (!(Math.abs(to - from) >= kLeastBracket)) return '';
  return svg`<g class="ratio"><path d="M${left} ${from}H${right + 7}V${to}H${right + 2}"></path>
    <text x=${right - 6} y="39" text-anchor="end">first : last = ${twoDigits(now.ratio)}</text></g>`;
}

/**
 * @param {Scene} scene
 * @param {Line[]} lines
 * @param {{ layer: number, chosen: Line, choose: (layer: number) => void }} look the layer that is looked at, from 1
 * @param {number} width
 */
export function profilesView(scene, lines, { layer, chosen, choose }, width) {
  const isOne = new Set(lines.map(({ descent }) => descent.name)).size === 1;
  const isNarrow = width < 520;
  const names = lines.map((line) => nameOf(line, isOne, isNarrow));
  const room = 12 + kLetter * Math.max(...names.map((name) => name.length));
  const [left, right, top, bottom] = [46, width - room, 30, kHeight - 46];
  const count = chosen.now.rms.length;
  const most = Math.max(...lines.flatMap(({ now, initial }) => [...now.rms, ...initial.rms]).filter(Number.isFinite));
  const axis = logAxis(most, top, bottom);
  const x = (/** @type {number} */ one) =>
    round(left + 10 + ((count - one) / Math.max(1, count - 1)) * (right - left - 20));
  const y = (/** @type {number} */ value) => placeOnLog(axis, value);
  const path = (/** @type {number[]} */ rms) => {
    const points = rms.map((value, i) => ({ x: x(i + 1), y: Number.isNaN(value) ? null : y(value) })).reverse();
    return points
      .map((point, i) =>
        point.y === null ? '' : `${i === 0 || points[i - 1].y === null ? 'M' : 'L'}${point.x} ${point.y}`,
      )
      .join('');
  };
  const ends = lines.map((line, i) => ({
    text: names[i],
    kind: kindOf(line, lines, isOne),
    at: Number.isFinite(line.now.rms[0]) ? y(line.now.rms[0]) : top,
  }));
  const press = (/** @type {PointerEvent} */ event) => {
    const box = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
    const share = (event.clientX - box.left - left - 10) / (right - left - 20);
    choose(Math.max(1, Math.min(count, Math.round(count - share * (count - 1)))));
  };
  return html`<svg class="drawing profiles" width=${width} height=${kHeight} role="img" @pointerdown=${press}
    aria-label="The root mean square of the gradient of each layer’s weight, from the last layer back to the first, on a logarithmic axis down to the last float32 above 0">
    <text class="axis-title" x="2" y="14">size of the gradient (RMS of dL/dW)</text>
    ${drawnLogAxis(axis, left, right)}
    <line class="looked-at" x1=${x(layer)} x2=${x(layer)} y1=${top} y2=${bottom}></line>
    ${scene.at > 0 ? lines.map((line) => svg`<path class="line before ${kindOf(line, lines, isOne)}" d=${path(line.initial.rms)}></path>`) : ''}
    ${lines.map((line) => svg`<path class="line profile ${kindOf(line, lines, isOne)} ${line === chosen ? 'is-chosen' : ''}" d=${path(line.now.rms)}></path>`)}
    ${Number.isFinite(chosen.now.rms[layer - 1]) ? svg`<circle class="at-layer ${kindOf(chosen, lines, isOne)}" cx=${x(layer)} cy=${y(chosen.now.rms[layer - 1])} r="5"></circle>` : ''}
    ${isNarrow ? '' : nameOfLast(axis, right)}
    ${ratioMark(y(chosen.now.rms[count - 1]), y(chosen.now.rms[0]), x(count), x(1), chosen)}
    ${namesAt(ends, right + 6, top, bottom)}
    ${ticksOf(count, right - left).map((one) => svg`<text x=${x(one)} y=${bottom + 18} text-anchor="middle">${one}</text>`)}
    <text class="axis-name" x=${left} y=${bottom + 38}>last layer</text>
    ${isNarrow ? '' : svg`<text class="axis-name" x=${(left + right) / 2} y=${bottom + 38} text-anchor="middle">the gradient’s way back →</text>`}
    <text class="axis-name" x=${right} y=${bottom + 38} text-anchor="end">first layer</text>
  </svg>`;
}
