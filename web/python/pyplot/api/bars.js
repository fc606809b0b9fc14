// Bars, and the counts of histograms as bars.
import { Tuple } from '../../host/protocol.js';
import { float64 } from '../../numpy/array/dtypes.js';
import { NdArray } from '../../numpy/array/ndarray.js';
import { nested, numbers } from '../model/values.js';
import { color, colors, label, looks, number } from './keywords.js';
import { Drawn } from './types.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {Map<string, any>} Keywords
 */

const kBar = 0.8;
const kBins = 10;

/**
 * Bars from rectangles.
 * @param {Axes} axes @param {number[][]} rects x0, x1, y0, y1 @param {Record<string, any>} look @param {{ x?: number[], y?: number[] }} sticky @param {boolean} [isHollow]
 */
function addBars(axes, rects, look, sticky, isHollow = false) {
  const given = look.color ?? look.facecolor;
  const { one, all } = colors(given, given === undefined ? axes.nextPatchColor() : 'C0');
  const labels = Array.isArray(look.label) ? look.label : null;
  return axes.add({
    kind: 'bars',
    xs: rects.flatMap((rect) => rect.slice(0, 2)),
    ys: rects.flatMap((rect) => rect.slice(2)),
    label: labels ? '' : label(look.label),
    order: number(look.zorder, 1),
    alpha: number(look.alpha, 1),
    color: one,
    sticky,
    more: {
      rects,
      colors: all,
      edge: look.edgecolor === undefined ? (isHollow ? one : '') : color(look.edgecolor, ''),
      width: number(look.linewidth, 1),
      isHollow,
    },
  });
}

const barKeywords = [
  'x',
  'y',
  'width',
  'height',
  'bottom',
  'left',
  'align',
  'color',
  'facecolor',
  'edgecolor',
  'label',
  'alpha',
  'linewidth',
  'zorder',
  'tick_label',
  'yerr',
  'xerr',
];

/** Bars up or aside. @param {boolean} isUp */
export const bars =
  (isUp) => (/** @type {Axes} */ axes, /** @type {any[]} */ args, /** @type {Keywords} */ keywords) => {
    const look = looks('Rectangle.set', keywords, barKeywords);
    const direction = isUp ? axes.x : axes.y;
    const list = (/** @type {any} */ value, /** @type {number} */ count) => {
      const own = nested(value);
      return Array.isArray(own) ? own.map(Number) : Array(count).fill(Number(own));
    };
    const where = nested(args[0] ?? (isUp ? look.x : look.y));
    const places = direction.places(Array.isArray(where) ? where : [where]);
    const lengths = list(args[1] ?? (isUp ? look.height : look.width), places.length);
    const widths = list(args[2] ?? (isUp ? look.width : look.height) ?? kBar, places.length);
    const bases = list(args[3] ?? (isUp ? look.bottom : look.left) ?? 0, places.length);
    const shift = look.align === 'edge' ? 0 : 0.5;
    const rects = places.map((place, i) => {
      const across = [place - shift * widths[i], place + (1 - shift) * widths[i]];
      const along = [bases[i], bases[i] + (lengths[i % lengths.length] ?? 0)];
      return isUp ? [...across, ...along] : [...along, ...across];
    });
    if (look.tick_label !== undefined) {
      direction.ticks = places;
      direction.tickTexts = [nested(look.tick_label)].flat().map(String);
    }
    const sticky = isUp ? { y: [...new Set(bases)] } : { x: [...new Set(bases)] };
    return new Drawn(addBars(axes, rects, look, sticky), axes);
  };

/** Counts in bins, the last of which is closed. @param {number[]} values @param {number[]} edges @param {number[] | null} weights */
function counted(values, edges, weights) {
  const counts = new Array(edges.length - 1).fill(0);
  const last = edges.length - 1;
  values.forEach((value, i) => {
    if (!(value >= edges[0] && value <= edges[last])) return;
    let [low, high] = [0, last];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (value >= edges[middle]) low = middle;
      else high = middle;
    }
    counts[low] += weights ? weights[i] : 1;
  });
  return counts;
}

/** @param {any} bins @param {any} range @param {number[]} values */
function edgesOf(bins, range, values) {
  const given =
    bins === undefined || bins === null
      ? kBins
      : bins === 'auto'
        ? Math.max(kBins, Math.ceil(Math.sqrt(values.length)))
        : nested(bins);
  if (Array.isArray(given)) return given.map(Number);
  const finite = values.filter(Number.isFinite);
  let [from, to] = range === undefined || range === null ? [Math.min(...finite), Math.max(...finite)] : numbers(range);
  if (finite.length === 0 && range === undefined) [from, to] = [0, 1];
  if (from === to) [from, to] = [from - 0.5, to + 0.5];
  const count = Number(given);
  return Array.from({ length: count + 1 }, (_, i) => (i === count ? to : from + (i * (to - from)) / count));
}

/** @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function hist(axes, args, keywords) {
  const look = looks('Rectangle.set', keywords, [
    'x',
    'bins',
    'range',
    'density',
    'weights',
    'histtype',
    'color',
    'edgecolor',
    'facecolor',
    'label',
    'alpha',
    'linewidth',
    'zorder',
    'rwidth',
    'align',
    'stacked',
    'cumulative',
    'orientation',
    'bottom',
  ]);
  const given = nested(args[0] ?? look.x);
  const sets =
    Array.isArray(given[0]) && given.every(Array.isArray) && given.length <= 10
      ? given
      : [[given].flat(Number.POSITIVE_INFINITY)];
  const all = /** @type {any[][]} */ (sets).map((set) => set.map(Number));
  const edges = edgesOf(args[1] ?? look.bins, args[2] ?? look.range, all.flat());
  const colorsOf = sets.length > 1 && Array.isArray(look.color) ? look.color : null;
  const labels = Array.isArray(look.label) ? look.label : null;
  const share = number(look.rwidth, sets.length > 1 ? 0.8 : 1);
  const results = all.map((values, k) => {
    let counts = counted(values, edges, look.weights === undefined ? null : numbers(look.weights));
    const total = counts.reduce((a, b) => a + b, 0);
    if (look.density === true) counts = counts.map((count, i) => count / total / (edges[i + 1] - edges[i]));
    if (look.cumulative === true) counts = counts.map((_, i) => counts.slice(0, i + 1).reduce((a, b) => a + b, 0));
    const rects = counts.map((count, i) => {
      const wide = edges[i + 1] - edges[i];
      const from = edges[i] + (wide * (1 - share)) / 2 + (k * wide * share) / sets.length;
      const across = [from, from + (wide * share) / sets.length];
      return look.orientation === 'horizontal' ? [0, count, ...across] : [...across, 0, count];
    });
    const own = { ...look, color: colorsOf ? colorsOf[k] : look.color, label: labels ? labels[k] : look.label };
    const sticky = look.orientation === 'horizontal' ? { x: [0] } : { y: [0] };
    return {
      counts: counts.map(Number),
      drawn: new Drawn(addBars(axes, rects, own, sticky, look.histtype === 'step'), axes),
    };
  });
  const [first] = results;
  const row = (/** @type {number[]} */ values) => new NdArray(Float64Array.from(values), [values.length], float64);
  const places = row(Array.from(edges));
  if (results.length === 1) return new Tuple([row(first.counts), places, first.drawn]);
  const counts = results.flatMap((one) => one.counts);
  const table = new NdArray(Float64Array.from(counts), [results.length, first.counts.length], float64);
  return new Tuple([table, places, results.map(({ drawn }) => drawn)]);
}
