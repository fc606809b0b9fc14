// Histograms: counts in bins, as bars or outlines.
import { Tuple } from '../../host/protocol.js';
import { float64 } from '../../numpy/array/dtypes.js';
import { NdArray } from '../../numpy/array/ndarray.js';
import { finiteEnds, nested, numbers, transposed } from '../model/values.js';
import { addBars } from './bars.js';
import { Bars } from './containers.js';
import { arrayOf, drawnOf, hold } from './drawn.js';
import { isGiven, looks, number } from './keywords.js';
import { addPolygon } from './regions.js';

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
  const given = nested(bins ?? kBins);
  if (Array.isArray(given)) return given.map(Number);
  let [from, to] = isGiven(range) ? numbers(range) : finiteEnds(values);
  if (from === to) [from, to] = [from - 0.5, to + 0.5];
  const width = typeof given === 'string' ? widths[given]?.(values.filter(Number.isFinite), to - from) : 0;
  const count = typeof given === 'string' ? (width ? Math.ceil((to - from) / width) : 1) : Number(given);
  return Array.from({ length: count + 1 }, (_, i) => (i === count ? to : from + (i * (to - from)) / count));
}

/** One set, or several: lists in a list, columns of an array or a tensor. @param {any} value @returns {number[][]} */
export function setsOf(value) {
  const all = nested(value);
  if (!Array.isArray(all)) return [[Number(all)]];
  if (!all.some(Array.isArray)) return [all.map(Number)];
  const sets = value?.shape?.length === 2 ? transposed(all) : all;
  return sets.map((/** @type {any} */ set) => [set].flat(Number.POSITIVE_INFINITY).map(Number));
}

const known =
  'x bins range density weights histtype color edgecolor facecolor label alpha linewidth linestyle zorder rwidth align stacked cumulative orientation bottom log fill'.split(
    ' ',
  );

/** Counts as a program asks for them: as densities, added up from either end. @param {number[]} counts @param {number[]} edges @param {number | null} total by which densities are divided @param {any} cumulative */
function scaled(counts, edges, total, cumulative) {
  const width = (/** @type {number} */ i) => edges[i + 1] - edges[i];
  const own = total === null ? counts : counts.map((count, i) => count / total / width(i));
  if (!cumulative) return own;
  const steps = total === null ? own : own.map((one, i) => one * width(i));
  const isFromEnd = Number(cumulative) < 0;
  let sum = 0;
  const added = (isFromEnd ? [...steps].reverse() : steps).map((one) => (sum += one));
  return isFromEnd ? added.reverse() : added;
}

/** The counts of each set. @param {number[][]} sets @param {number[]} edges @param {Record<string, any>} look @param {boolean} isStacked whether all sets have one area together */
function countsOf(sets, edges, look, isStacked) {
  const weights = isGiven(look.weights) ? setsOf(look.weights) : null;
  const raw = sets.map((values, k) => counted(values, edges, weights ? weights[k] : null));
  const totals = raw.map((counts) => counts.reduce((a, b) => a + b, 0));
  const whole = totals.reduce((a, b) => a + b, 0);
  return raw.map((counts, k) => {
    const total = isStacked ? whole : totals[k];
    return scaled(counts, edges, look.density === true ? total : null, look.cumulative);
  });
}

/** From where to where the bars of each set reach, one above another where they are stacked. @param {number[][]} counts @param {number} base @param {boolean} isStacked */
function levelsOf(counts, base, isStacked) {
  /** @type {number[][][]} */ const [bottoms, tops] = [[], []];
  counts.forEach((own, k) => {
    bottoms.push(isStacked && k > 0 ? tops[k - 1] : own.map(() => base));
    tops.push(own.map((count, i) => count + bottoms[k][i]));
  });
  return { bottoms, tops };
}

/** How one set looks: its colour and its name of those given. @param {Axes} axes @param {Record<string, any>} look @param {number} k @param {number} count of sets */
function lookOf(axes, look, k, count) {
  const all = nested(look.color ?? null);
  const given = count > 1 && Array.isArray(all) ? all[k] : look.color;
  const isListed = Array.isArray(look.label) || look.label instanceof Tuple;
  const name = isListed ? [...look.label][k] : k > 0 ? undefined : look.label;
  return { ...look, color: given ?? axes.nextLineColor(), label: name };
}

/** An outline over bins. @param {Axes} axes @param {number[]} tops @param {number[]} bottoms @param {number[]} edges @param {any} look */
function outline(axes, tops, bottoms, edges, look) {
  const isFilled = look.histtype === 'stepfilled';
  const corners = (/** @type {number[]} */ levels) =>
    levels.flatMap((level, i) => [
      [edges[i], level],
      [edges[i + 1], level],
    ]);
  const last = bottoms.length - 1;
  const line = [
    [edges[0], bottoms[0]],
    ...corners(tops),
    [edges[last + 1], bottoms[last]],
    ...(isFilled ? corners(bottoms).reverse() : []),
  ];
  const [along, up] = [line.map(([at]) => at), line.map(([, level]) => level)];
  const isAside = look.orientation === 'horizontal';
  const piece = { xs: isAside ? up : along, ys: isAside ? along : up, isOpen: !isFilled };
  const own = { ...look, facecolor: undefined, fill: isFilled };
  return drawnOf(addPolygon(axes, [piece], own, { sticky: { [isAside ? 'x' : 'y']: [0] } }), axes);
}

/** @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function hist(axes, args, keywords) {
  const look = looks('Rectangle.set', keywords, known);
  look.density ??= args[3];
  const sets = setsOf(args[0] ?? look.x);
  const edges = edgesOf(args[1] ?? look.bins, args[2] ?? look.range, sets.flat());
  const isStacked = look.stacked === true || look.histtype === 'barstacked';
  const counts = countsOf(sets, edges, look, isStacked);
  const { bottoms, tops } = levelsOf(counts, number(look.bottom, 0), isStacked);
  const drawn = sets.map((_, k) => {
    const own = lookOf(axes, look, k, sets.length);
    if (/^step/.test(look.histtype ?? '')) return [outline(axes, tops[k], bottoms[k], edges, own)];
    return barsOf(axes, tops[k], bottoms[k], edges, own, isStacked ? [0, 1] : [k, sets.length]);
  });
  if (look.log === true) (look.orientation === 'horizontal' ? axes.x : axes.y).shared.scale = 'log';
  const heights = isStacked ? tops : counts;
  if (sets.length === 1) return new Tuple([arrayOf(heights[0]), arrayOf(edges), drawn[0]]);
  const table = new NdArray(Float64Array.from(heights.flat()), [sets.length, counts[0].length], float64);
  return new Tuple([table, arrayOf(edges), drawn]);
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
