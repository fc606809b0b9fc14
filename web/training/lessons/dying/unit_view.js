// The chosen unit: its line over the data with the side on which it lives; of a deeper layer, what it hands on over the plane.
import { html, nothing, svg } from 'lit';
import { centred, placesIn, pointMarks, shades } from '../../drawing/plane.js';
import { once } from '../../element/memo.js';
import { lineOf } from '../../measures/lines.js';
import { decisionMap, unitMaps, windowOf } from '../../measures/maps.js';
import { twoDigits } from '../../words/phrases.js';

/**
 * @typedef {import('../lessons.js').Scene} Scene
 * @typedef {import('../../measures/census.js').Census} Census
 * @typedef {import('../../measures/lines.js').UnitLine} UnitLine
 */

/** The grid of a map, on a side. */
const kGrid = 48;
/** Marks on the living side of a line, in pixels: how far apart, how long. */
const kApart = 26;
const kLong = 9;

/** Every unit's line, thin, and the chosen one's with the side that lives. @param {Scene} scene @param {Census} census @param {number} unit @param {number} side @param {import('../../measures/lines.js').Window} window */
function lines({ run, at }, census, unit, side, window) {
  const place = placesIn(window, side);
  const step = Math.min(at, census.states - 1);
  const of = (/** @type {number} */ one) => lineOf(run, one, step, window);
  const others = Array.from({ length: census.widths[0] }, (_, one) => ({ one, line: of(one) }));
  const path = (/** @type {UnitLine} */ { ends }) =>
    ends ? `M${place(...ends[0]).join(' ')}L${place(...ends[1]).join(' ')}` : '';
  const own = of(unit);
  const isDead = !census.lives(step, unit);
  return svg`<path class="unit-lines" d=${others
    .filter(({ one }) => one !== unit && census.lives(step, one))
    .map(({ line }) => path(line))
    .join('')}></path>
    <path class="unit-lines gone" d=${others
      .filter(({ one }) => one !== unit && !census.lives(step, one))
      .map(({ line }) => path(line))
      .join('')}></path>
    <path class="unit-line ${isDead ? 'gone' : ''}" d=${path(own)}></path><path class="living" d=${combOf(own, place)}></path>`;
}

/** Short marks from a line towards the side on which the unit lives. @param {UnitLine} line @param {(x: number, y: number) => [number, number]} place */
function combOf({ ends, towards: [a, b], lives }, place) {
  if (!ends || (lives.above && lives.below) || (!lives.above && !lives.below)) return '';
  const [[x0, y0], [x1, y1]] = [place(...ends[0]), place(...ends[1])];
  const length = Math.hypot(x1 - x0, y1 - y0);
  const sign = lives.above ? 1 : -1;
  let marks = '';
  for (let along = kApart / 2; along < length; along += kApart) {
    const [x, y] = [x0 + ((x1 - x0) * along) / length, y0 + ((y1 - y0) * along) / length];
    marks += `M${x.toFixed(1)} ${y.toFixed(1)}l${(sign * a * kLong).toFixed(1)} ${(-sign * b * kLong).toFixed(1)}`;
  }
  return marks;
}

/** The plane with what is seen of the unit. @param {Scene} scene @param {Census} census @param {number} unit @param {number} side */
function plane(scene, census, unit, side) {
  const { run } = scene;
  const window = once(run, 'window', 0, () => windowOf(run));
  const isFirst = unit < census.widths[0];
  const layer = census.starts.findLastIndex((start) => start <= unit);
  const map = isFirst
    ? once(run, 'decision', run.step, () => decisionMap(run, window, kGrid))
    : centred(once(run, 'units', run.step, () => unitMaps(run, window, kGrid))[layer][unit - census.starts[layer]]);
  const name = `unit ${unit - census.starts[layer] + 1} of layer ${layer + 1}`;
  const label = isFirst
    ? `The points of both classes, what the network answers, and the line of ${name}`
    : `The points of both classes, and what ${name} hands on over the plane`;
  return html`<svg class="drawing plane" width=${side} height=${side} role="img" aria-label=${label}>
    <g class="map">${shades(map, side)}</g>
    ${pointMarks(run.data, window, side)}
    ${isFirst ? lines(scene, census, unit, side, window) : ''}
    <rect class="edge" x="0.5" y="0.5" width=${side - 1} height=${side - 1}></rect>
  </svg>`;
}

/** `+ 0.21`, `− 2.5`. @param {number} value */
const signed = (value) => `${value < 0 ? '−' : '+'} ${twoDigits(Math.abs(value))}`;

/** What can be read off the unit. @param {Scene} scene @param {Census} census @param {number} unit */
function reading({ run, at }, census, unit) {
  if (unit >= census.widths[0])
    return html`Shaded is what it hands on: more of it the deeper the shade. Where nothing is shaded at all it is dead.`;
  const step = Math.min(at, census.states - 1);
  const { weights, bias, ends, lives } = lineOf(
    run,
    unit,
    step,
    once(run, 'window', 0, () => windowOf(run)),
  );
  const where = ends ? '' : ' Its line lies outside of this picture: no point is near it.';
  const sides =
    lives.above && lives.below
      ? 'It has a slope on both sides.'
      : 'The short marks stand on the side on which it lives.';
  return html`<code>${twoDigits(weights[0])}·x₁ ${signed(weights[1])}·x₂ ${signed(bias)} = 0</code> is its line. ${ends ? sides : ''}${where}`;
}

/**
 * @param {Scene} scene
 * @param {Census} census
 * @param {number} unit counted through all layers
 * @param {number} side
 */
export function unitView(scene, census, unit, side) {
  const { change, at } = scene;
  const layer = census.starts.findLastIndex((start) => start <= unit);
  const go = (/** @type {number} */ to) => () => {
    const found = (to + census.rows.width) % census.rows.width;
    const own = census.starts.findLastIndex((start) => start <= found);
    change({ unit: [own + 1, found - census.starts[own] + 1] });
  };
  const dying = census.units().findIndex((one, i) => i > unit && one.deaths.length > 0);
  const first = census.units().findIndex((one) => one.deaths.length > 0);
  const isDead = !census.lives(Math.min(at, census.states - 1), unit);
  return html`<div class="unit">
    <div class="unit-head" role="group" aria-label="The chosen unit">
      <b>unit ${unit - census.starts[layer] + 1} of layer ${layer + 1}</b> <span class="life ${isDead ? 'is-dead' : ''}">${isDead ? 'dead' : 'alive'}</span>
      <span class="unit-buttons"><button type="button" @click=${go(unit - 1)}>previous</button>
      <button type="button" @click=${go(unit + 1)}>next</button>
      ${first >= 0 ? html`<button type="button" @click=${go(dying >= 0 ? dying : first)}>next that died</button>` : nothing}</span>
    </div>
    ${plane(scene, census, unit, side)}
    <p class="key"><span><svg width="12" height="12" aria-hidden="true"><circle class="points class-0" cx="6" cy="6" r="4"></circle></svg> class 0</span>
      <span><svg width="12" height="12" aria-hidden="true"><circle class="points class-1" cx="6" cy="6" r="4"></circle></svg> class 1</span>
      <span class="shade-key">shade: ${unit < census.widths[0] ? 'what the network answers' : 'what the unit hands on'}</span></p>
    <p class="unit-reading">${reading(scene, census, unit)}</p>
  </div>`;
}
