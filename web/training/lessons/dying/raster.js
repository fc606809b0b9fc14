// Units by steps: every hidden unit a row, every step a column, and where a unit died or came back.
import { svg } from 'lit';
import { round } from '../../../figure/drawing/pixels.js';

/**
 * @typedef {import('../../measures/census.js').Census} Census
 * @typedef {import('../../drawing/plot.js').Scale} Scale
 * @typedef {{ top: number, rowHeight: number }[]} Rows where each layer's rows begin
 */

/** The kinds of stretches that are drawn, by the first state of each. */
const kinds = /** @type {const} */ (['alive', 'start', 'dead']);
/** What happens at one step is at least so wide, in pixels. */
const kLeast = 2.5;

/** All paths of a layer: stretches of each kind, and what happened at single steps. @param {Census} census @param {number} layer @param {Scale} x @param {number} top @param {number} rowHeight */
function pathsOf(census, layer, x, top, rowHeight) {
  /** @type {Record<string, string>} */ const paths = { alive: '', start: '', dead: '', died: '', revived: '' };
  const thick = Math.max(0.5, rowHeight - 1);
  const cell = (
    /** @type {string} */ kind,
    /** @type {number} */ row,
    /** @type {number} */ from,
    /** @type {number} */ to,
  ) => {
    const [left, right] = [round(x(from)), round(x(to))];
    paths[kind] += `M${left} ${round(top + row * rowHeight)}h${round(right - left)}v${thick}h${round(left - right)}z`;
  };
  const mark = (/** @type {string} */ kind, /** @type {number} */ row, /** @type {number} */ at) => {
    const left = round(x(at) - kLeast / 2);
    paths[kind] += `M${left} ${round(top + row * rowHeight)}h${kLeast}v${thick}h${-kLeast}z`;
  };
  const last = census.states;
  for (let row = 0; row < census.widths[layer]; row++) {
    const unit = census.starts[layer] + row;
    const { deadAtStart, deaths, revivals } = census.unit(unit);
    const changes = [...deaths, ...revivals].sort((a, b) => a - b);
    let kind = deadAtStart ? 'start' : 'alive';
    let from = 0;
    for (const at of [...changes, last]) {
      cell(kind, row, from, Math.min(at, last - 1));
      kind = kind === 'alive' ? 'dead' : 'alive';
      from = at;
    }
    for (const at of deaths) mark('died', row, at);
    for (const at of revivals) mark('revived', row, at);
  }
  return paths;
}

/**
 * @param {Census} census
 * @param {Scale} x
 * @param {Rows} rows
 * @param {{ chosen: number, at: number }} look the chosen unit, counted through all layers, and the step that is shown
 */
export function raster(census, x, rows, { chosen, at }) {
  const [left, right] = x.range();
  const dead = census.deadIn(Math.min(at, census.states - 1));
  return svg`<g class="raster">${rows.map(({ top, rowHeight }, layer) => {
    const paths = pathsOf(census, layer, x, top, rowHeight);
    const width = census.widths[layer];
    return svg`<text class="layer-name" x=${left} y=${top - 7}>layer ${layer + 1}, ${width} units</text>
      <text class="count" x=${right + 8} y=${round(top + (width * rowHeight) / 2) - 4}>${dead[layer]} of ${width}</text>
      <text class="count-name" x=${right + 8} y=${round(top + (width * rowHeight) / 2) + 12}>dead</text>
      ${[...kinds, 'died', 'revived'].map((kind) => svg`<path class=${kind} d=${paths[kind]}></path>`)}`;
  })}${frameOf(census, x, rows, chosen)}</g>`;
}

/** Around the row of the chosen unit. @param {Census} census @param {Scale} x @param {Rows} rows @param {number} chosen */
function frameOf({ starts }, x, rows, chosen) {
  const layer = starts.findLastIndex((start) => start <= chosen);
  const { top, rowHeight } = rows[layer];
  const [left, right] = x.range();
  const y = round(top + (chosen - starts[layer]) * rowHeight) - 1.5;
  return svg`<rect class="chosen" x=${left - 2} y=${y} width=${right - left + 4} height=${Math.max(2, rowHeight) + 2} rx="1.5"></rect>`;
}

/** The unit beneath a place, counted through all layers; undefined between layers. @param {Census} census @param {Rows} rows @param {number} y */
export function unitAt({ widths, starts }, rows, y) {
  for (const [layer, { top, rowHeight }] of rows.entries()) {
    const row = Math.floor((y - top) / rowHeight);
    if (row >= 0 && row < widths[layer]) return starts[layer] + row;
  }
  return undefined;
}

/** What the marks mean; only those that are there. @param {Census} census */
export function rasterKey(census) {
  const units = census.units();
  const has = {
    alive: true,
    start: units.some((unit) => unit.deadAtStart),
    died: units.some((unit) => unit.deaths.length > 0),
    dead: units.some((unit) => unit.deaths.length > 0),
    revived: units.some((unit) => unit.revivals.length > 0),
  };
  const names = { alive: 'alive', start: 'dead from the start', died: 'died here', dead: 'dead', revived: 'came back' };
  return Object.entries(names).filter(([kind]) => has[/** @type {keyof typeof has} */ (kind)]);
}
