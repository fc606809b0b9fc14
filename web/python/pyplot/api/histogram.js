// Histograms: counts in bins, as bars or outlines.
import { Tuple } from '../../host/protocol.js';
import { float64 } from '../../numpy/array/dtypes.js';
import { NdArray } from '../../numpy/array/ndarray.js';
import { nested, numbers } from '../model/values.js';
import { addBars } from './bars.js';
import { Bars } from './containers.js';
import { arrayOf, drawnOf, hold } from './drawn.js';
import { color, label, looks, number } from './keywords.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {Map<string, any>} Keywords
 */

const kBins = 10;
/** As `histogram_bin_edges` of NumPy. @type {Record<string, (values: number[], span: number) => number>} */
const widths = {
  sqrt: ({ length }, span) => span / Math.sqrt(length),
  sturges: ({ length }, span) => span / (Math.log2(length) + 1),
  rice: ({ length }, span) => span / (2 * length ** (1 / 3)),
  scott: (values) => {
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    return ((24 * Math.sqrt(Math.PI)) / values.length) ** (1 / 3) * deviation;
  },
  fd: (values) => 2 * (quantile(values, 0.75) - quantile(values, 0.25)) * values.length ** (-1 / 3),
  auto: (values, span) => Math.min(widths.fd(values, span) || Number.POSITIVE_INFINITY, widths.sturges(values, span)),
};

/** As NumPy's percentile, linear between neighbours. @param {number[]} values @param {number} share */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const low = Math.floor(at);
  return sorted[low] + ((sorted[low + 1] ?? sorted[low]) - sorted[low]) * (at - low);
}

/** Counts in bins, the last of which is closed. @param {number[]} values @param {number[]} edges @param {number[] | null} weights */
export function counted(values, edges, weights) {
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
export function edgesOf(bins, range, values) {
  const given = bins === undefined || bins === null ? kBins : typeof bins === 'string' ? bins : nested(bins);
  if (Array.isArray(given)) return given.map(Number);
  const finite = values.filter(Number.isFinite);
  const [first, final] = [
    finite.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    finite.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
  ];
  let [from, to] = range === undefined || range === null ? [first, final] : numbers(range);
  if (finite.length === 0 && (range === undefined || range === null)) [from, to] = [0, 1];
  if (from === to) [from, to] = [from - 0.5, to + 0.5];
  const width = typeof given === 'string' ? widths[given]?.(finite, to - from) : 0;
  const count = typeof given === 'string' ? (width ? Math.ceil((to - from) / width) : 1) : Number(given);
  return Array.from({ length: count + 1 }, (_, i) => (i === count ? to : from + (i * (to - from)) / count));
}

/** One set, or several: lists in a list, columns of a table. @param {any} value @returns {number[][]} */
function setsOf(value) {
  const all = nested(value);
  if (!Array.isArray(all)) return [[Number(all)]];
  if (!all.some(Array.isArray)) return [all.map(Number)];
  const isTable = value instanceof NdArray;
  const sets = isTable
    ? all[0].map((/** @type {any} */ _, /** @type {number} */ j) => all.map((/** @type {any[]} */ row) => row[j]))
    : all;
  return sets.map((/** @type {any} */ set) => [set].flat(Number.POSITIVE_INFINITY).map(Number));
}

const known =
  'x bins range density weights histtype color edgecolor facecolor label alpha linewidth linestyle zorder rwidth align stacked cumulative orientation bottom log fill'.split(
    ' ',
  );

/** Counts as a program asks for them. @param {number[]} counts @param {number[]} edges @param {Record<string, any>} look @param {number} total */
function scaled(counts, edges, look, total) {
  const own = look.density === true ? counts.map((count, i) => count / total / (edges[i + 1] - edges[i])) : counts;
  if (!look.cumulative) return own;
  const steps = look.density === true ? own.map((one, i) => one * (edges[i + 1] - edges[i])) : own;
  const order = Number(look.cumulative) < 0 ? [...steps].reverse() : steps;
  let sum = 0;
  const added = order.map((one) => (sum += one));
  return Number(look.cumulative) < 0 ? added.reverse() : added;
}

/** An outline over bins. @param {Axes} axes @param {number[]} tops @param {number[]} bottoms @param {number[]} edges @param {any} look */
function outline(axes, tops, bottoms, edges, look) {
  const across = edges.flatMap((edge) => [edge, edge]);
  const up = [bottoms[0], ...tops.flatMap((top) => [top, top]), /** @type {number} */ (bottoms.at(-1))];
  const back = bottoms
    .flatMap((one, i) => [
      [edges[i], one],
      [edges[i + 1], one],
    ])
    .reverse();
  const isFilled = look.histtype === 'stepfilled';
  const [xs, ys] = [
    [...across, ...(isFilled ? back.map(([x]) => x) : [])],
    [...up, ...(isFilled ? back.map(([, y]) => y) : [])],
  ];
  const [px, py] = look.orientation === 'horizontal' ? [ys, xs] : [xs, ys];
  const own = color(look.color, 'C0');
  const edge =
    look.edgecolor === undefined || look.edgecolor === null ? (isFilled ? '' : own) : color(look.edgecolor, '');
  return axes.add({
    kind: 'polygon',
    xs: px,
    ys: py,
    label: label(look.label),
    order: number(look.zorder, 1),
    alpha: number(look.alpha, 1),
    color: isFilled ? own : 'none',
    sticky: look.orientation === 'horizontal' ? { x: [0] } : { y: [0] },
    more: {
      pieces: [{ xs: px, ys: py, isOpen: !isFilled }],
      edge,
      width: number(look.linewidth, 1),
      style: look.linestyle ?? '-',
      isHollow: !isFilled,
    },
  });
}

/** @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function hist(axes, args, keywords) {
  const look = looks('Rectangle.set', keywords, known);
  const sets = setsOf(args[0] ?? look.x);
  const all = sets.flat();
  const edges = edgesOf(args[1] ?? look.bins, args[2] ?? look.range, all);
  const isDense = (look.density ?? args[3]) === true;
  const weights = look.weights === undefined || look.weights === null ? null : setsOf(look.weights);
  const raw = sets.map((values, k) => counted(values, edges, weights ? weights[k] : null));
  const isStacked = look.stacked === true || look.histtype === 'barstacked';
  const totals = raw.map((counts) => counts.reduce((a, b) => a + b, 0));
  const whole = totals.reduce((a, b) => a + b, 0);
  const counts = raw.map((one, k) => scaled(one, edges, { ...look, density: isDense }, isStacked ? whole : totals[k]));
  const colorsOf = nested(look.color ?? null);
  const tops = counts.map(() => counts[0].map(() => number(look.bottom, 0)));
  const levels = counts.map(() => counts[0].map(() => number(look.bottom, 0)));
  let level = levels[0];
  const drawn = counts.map((own, k) => {
    const bottoms = isStacked ? level : levels[k];
    tops[k] = own.map((count, i) => count + bottoms[i]);
    level = tops[k];
    const given = sets.length > 1 && Array.isArray(colorsOf) ? colorsOf[k] : (look.color ?? undefined);
    const named =
      Array.isArray(look.label) || look.label instanceof Tuple
        ? [...look.label][k]
        : sets.length > 1 && k > 0
          ? undefined
          : look.label;
    const mine = { ...look, color: given ?? axes.nextLineColor(), label: named };
    if (/^step/.test(look.histtype ?? '')) return [drawnOf(outline(axes, tops[k], bottoms, edges, mine), axes)];
    return barsOf(axes, tops[k], bottoms, edges, mine, isStacked ? [0, 1] : [k, sets.length]);
  });
  if (look.log === true) (look.orientation === 'horizontal' ? axes.x : axes.y).shared.scale = 'log';
  const places = arrayOf(edges);
  const heights = isStacked ? tops : counts;
  if (sets.length === 1) return new Tuple([arrayOf(heights[0]), places, drawn[0]]);
  const table = new NdArray(Float64Array.from(heights.flat()), [sets.length, counts[0].length], float64);
  return new Tuple([table, places, drawn]);
}

/** @param {Axes} axes @param {number[]} tops @param {number[]} bottoms @param {number[]} edges @param {any} look @param {number[]} part which of how many side by side */
function barsOf(axes, tops, bottoms, edges, look, [which, count]) {
  const share = number(look.rwidth, count > 1 ? 0.8 : 1);
  const isUp = look.orientation !== 'horizontal';
  const rects = tops.map((top, i) => {
    const wide = edges[i + 1] - edges[i];
    const shift = look.align === 'left' ? -wide / 2 : look.align === 'right' ? wide / 2 : 0;
    const from = edges[i] + shift + (wide * (1 - share)) / 2 + (which * wide * share) / count;
    const across = [from, from + (wide * share) / count];
    return isUp ? [...across, bottoms[i], top] : [bottoms[i], top, ...across];
  });
  const sticky = isUp ? { y: [bottoms[0]] } : { x: [bottoms[0]] };
  return hold(new Bars(addBars(axes, rects, look, sticky, look.fill === false), axes, isUp));
}
