// Points, bars, histograms, regions, pictures and contours.

import { contours } from 'd3-contour';
import { raised, Tuple } from '../../host/protocol.js';
import { float64 } from '../../numpy/array/dtypes.js';
import { NdArray } from '../../numpy/array/ndarray.js';
import { nested, numbers, rows } from '../model/values.js';
import { color, colors, label, looks, number } from './keywords.js';
import { Drawn, mapOf } from './types.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {Map<string, any>} Keywords
 */

/** The area of a point, in square points: 6 across. */
const kArea = 36;
const kBar = 0.8;
const kBins = 10;
const kLevels = 7;

/** Colours of numbers by a map. @param {number[]} values @param {Record<string, any>} look */
function mapped(values, look) {
  const finite = values.filter(Number.isFinite);
  const [from, to] = [number(look.vmin, Math.min(...finite)), number(look.vmax, Math.max(...finite))];
  const map = mapOf(look.cmap);
  return { from, to, map, colors: values.map((value) => map((value - from) / (to - from || 1))) };
}

/** @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function scatter(axes, args, keywords) {
  const own = new Map(keywords);
  const c = own.get('c') ?? args[3];
  own.delete('c');
  const look = looks('scatter', own, [
    'x',
    'y',
    's',
    'color',
    'facecolor',
    'edgecolor',
    'marker',
    'cmap',
    'vmin',
    'vmax',
    'norm',
    'alpha',
    'label',
    'linewidth',
    'zorder',
  ]);
  const all = (/** @type {any} */ value) => [nested(value)].flat(Number.POSITIVE_INFINITY);
  const [xs, ys] = [axes.x.places(all(args[0] ?? look.x)), axes.y.places(all(args[1] ?? look.y))];
  if (xs.length !== ys.length) throw raised('ValueError', 'x and y must be the same size');
  const values = c === undefined || typeof c === 'string' ? null : nested(c);
  const isMapped =
    Array.isArray(values) &&
    values.length === xs.length &&
    values.flat().every((one) => typeof one === 'number') &&
    !Array.isArray(values[0]);
  const scaled = isMapped ? mapped(values.map(Number), look) : null;
  const fallback =
    c === undefined && look.color === undefined && look.facecolor === undefined ? axes.nextPatchColor() : 'C0';
  const { one, all: each } = scaled
    ? { one: fallback, all: scaled.colors }
    : colors(c ?? look.color ?? look.facecolor, fallback);
  const edge = look.edgecolor === undefined || look.edgecolor === 'face' ? undefined : color(look.edgecolor, 'none');
  const size = look.s ?? args[2];
  const artist = axes.add({
    kind: 'scatter',
    xs,
    ys,
    label: label(look.label),
    order: number(look.zorder, 1),
    alpha: number(look.alpha, 1),
    color: one,
    more: {
      colors: each,
      sizes: size === undefined || size === null ? [kArea] : numbers(size),
      marker: look.marker ?? 'o',
      edge,
      scaled,
    },
  });
  return new Drawn(artist, axes);
}

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
    Array.isArray(given[0]) && given.every(Array.isArray) && keywords.get('flatten') === undefined && given.length <= 10
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

/** Stretches in which a condition holds. @param {boolean[]} where */
function stretches(where) {
  /** @type {[number, number][]} */ const found = [];
  where.forEach((isIn, i) => {
    if (isIn && !where[i - 1]) found.push([i, i]);
    if (isIn) found[found.length - 1][1] = i;
  });
  return found;
}

/** @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function fill_between(axes, args, keywords) {
  const look = looks('PolyCollection.set', keywords, [
    'x',
    'y1',
    'y2',
    'where',
    'color',
    'facecolor',
    'edgecolor',
    'alpha',
    'label',
    'zorder',
    'linewidth',
    'interpolate',
    'step',
  ]);
  const xs = numbers(args[0] ?? look.x);
  const edge = (/** @type {any} */ value) => {
    const own = nested(value ?? 0);
    return Array.isArray(own) ? own.flat().map(Number) : xs.map(() => Number(own));
  };
  const [lower, upper] = [edge(args[1] ?? look.y1), edge(args[2] ?? look.y2)];
  const condition =
    look.where === undefined && args[3] === undefined
      ? xs.map(() => true)
      : numbers(look.where ?? args[3]).map(Boolean);
  const where = condition.map((is, i) => is && Number.isFinite(lower[i]) && Number.isFinite(upper[i]));
  const pieces = stretches(where)
    .filter(([from, to]) => to > from)
    .map(([from, to]) => {
      const own = Array.from({ length: to - from + 1 }, (_, i) => from + i);
      const back = [...own].reverse();
      return {
        xs: [...own, ...back].map((i) => xs[i]),
        ys: [...own.map((i) => lower[i]), ...back.map((i) => upper[i])],
      };
    });
  const given = look.facecolor ?? look.color;
  const artist = axes.add({
    kind: 'fill',
    xs: [...xs, ...xs],
    ys: [...lower, ...upper],
    label: label(look.label),
    order: number(look.zorder, 1),
    alpha: number(look.alpha, 1),
    color: given === undefined ? axes.nextPatchColor() : color(given, 'C0'),
    more: { pieces, edge: look.edgecolor === undefined ? '' : color(look.edgecolor, '') },
  });
  return new Drawn(artist, axes);
}

/** Polygons of their own corners. @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function fill(axes, args, keywords) {
  const look = looks('Polygon.set', keywords, [
    'color',
    'facecolor',
    'edgecolor',
    'alpha',
    'label',
    'zorder',
    'linewidth',
  ]);
  const [xs, ys] = [numbers(args[0]), numbers(args[1])];
  const given = look.facecolor ?? look.color ?? (typeof args[2] === 'string' ? args[2] : undefined);
  const artist = axes.add({
    kind: 'polygon',
    xs,
    ys,
    label: label(look.label),
    order: number(look.zorder, 1),
    alpha: number(look.alpha, 1),
    color: given === undefined ? axes.nextPatchColor() : color(given, 'C0'),
    more: { pieces: [{ xs, ys }], edge: look.edgecolor === undefined ? '' : color(look.edgecolor, '') },
  });
  return [new Drawn(artist, axes)];
}

/** @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function imshow(axes, args, keywords) {
  const look = looks('imshow', keywords, [
    'cmap',
    'norm',
    'aspect',
    'alpha',
    'vmin',
    'vmax',
    'origin',
    'extent',
    'label',
    'zorder',
  ]);
  const data = rows(args[0]);
  const isColored = Array.isArray(data[0][0]);
  const scaled = isColored ? null : mapped(data.flat().map(Number), { ...look, cmap: look.cmap ?? args[1] });
  const count = data[0].length;
  const channel = (/** @type {number} */ value, /** @type {boolean} */ isByte) => (isByte ? value / 255 : value);
  const isByte = isColored && data.flat(2).some((value) => value > 1);
  const cells = data.map((row, i) =>
    row.map((value, j) =>
      scaled
        ? scaled.colors[i * count + j]
        : color(
            /** @type {number[]} */ (value).slice(0, 4).map((one) => channel(Number(one), isByte)),
            'none',
          ),
    ),
  );
  const isUpper = (look.origin ?? 'upper') === 'upper';
  const own = look.extent === undefined ? null : numbers(look.extent);
  const extent = own ?? [-0.5, count - 0.5, -0.5, data.length - 0.5];
  if ((look.aspect ?? 'equal') === 'equal') axes.aspect = 'equal';
  if (isUpper && !own) axes.y.isInverted = true;
  const [x0, x1, y0, y1] = extent;
  const artist = axes.add({
    kind: 'image',
    xs: [x0, x1],
    ys: [y0, y1],
    sticky: { x: [x0, x1], y: [y0, y1] },
    label: '',
    order: number(look.zorder, 0),
    alpha: number(look.alpha, 1),
    color: '',
    // Rows stand from the top down: of an upper origin the first one is where y is least, since y is turned.
    more: {
      colors: isUpper ? cells : [...cells].reverse(),
      extent: isUpper && !own ? [x0, x1, y1, y0] : extent,
      scaled,
    },
  });
  return new Drawn(artist, axes);
}

/** Regions between levels, or lines at them. @param {boolean} isFilled */
export const contour =
  (isFilled) => (/** @type {Axes} */ axes, /** @type {any[]} */ args, /** @type {Keywords} */ keywords) => {
    const look = looks('contour', keywords, [
      'levels',
      'cmap',
      'alpha',
      'colors',
      'vmin',
      'vmax',
      'linewidth',
      'linestyle',
      'zorder',
      'extend',
    ]);
    const hasPlaces = args.length >= 3;
    const z = rows(args[hasPlaces ? 2 : 0]).map((row) => row.map(Number));
    const [height, width] = [z.length, z[0].length];
    const along = (/** @type {any} */ value, /** @type {'x' | 'y'} */ name) => {
      const own = nested(value);
      if (!Array.isArray(own[0])) return own.map(Number);
      return name === 'x' ? own[0].map(Number) : own.map((/** @type {any} */ row) => Number(row[0]));
    };
    const xs = hasPlaces ? along(args[0], 'x') : Array.from({ length: width }, (_, i) => i);
    const ys = hasPlaces ? along(args[1], 'y') : Array.from({ length: height }, (_, i) => i);
    const flat = z.flat();
    const finite = flat.filter(Number.isFinite);
    const [from, to] = [Math.min(...finite), Math.max(...finite)];
    const given = nested(look.levels ?? args[hasPlaces ? 3 : 1] ?? kLevels);
    const levels = Array.isArray(given)
      ? given.map(Number)
      : Array.from({ length: Number(given) + 1 }, (_, i) => from + ((to - from) * i) / Number(given));
    const map = mapOf(look.cmap);
    const place = (/** @type {number[]} */ all, /** @type {number} */ at) => {
      const i = Math.max(0, Math.min(all.length - 2, Math.floor(at)));
      return all[i] + (all[i + 1] - all[i]) * Math.max(0, Math.min(1, at - i));
    };
    const own = look.colors === undefined ? null : colors(look.colors, 'C0');
    const found = contours().size([width, height]).thresholds(levels)(flat);
    const regions = found.slice(0, isFilled ? -1 : undefined).map(({ value, coordinates }, i) => {
      const share = isFilled
        ? ((levels[i] + levels[Math.min(i + 1, levels.length - 1)]) / 2 - levels[0]) /
          ((levels.at(-1) ?? 1) - levels[0] || 1)
        : (value - levels[0]) / ((levels.at(-1) ?? 1) - levels[0] || 1);
      const rings = coordinates.flatMap((polygon) =>
        polygon.map((ring) =>
          ring.map(([a, b]) => /** @type {[number, number]} */ ([place(xs, a - 0.5), place(ys, b - 0.5)])),
        ),
      );
      return {
        rings,
        color: own ? (own.all?.[i % own.all.length] ?? own.one) : map(share),
        isLine: !isFilled,
        width: number(look.linewidth, 1.5),
      };
    });
    const artist = axes.add({
      kind: 'regions',
      xs: [xs[0], /** @type {number} */ (xs.at(-1))],
      ys: [ys[0], /** @type {number} */ (ys.at(-1))],
      sticky: { x: [xs[0], /** @type {number} */ (xs.at(-1))], y: [ys[0], /** @type {number} */ (ys.at(-1))] },
      label: '',
      order: number(look.zorder, isFilled ? 1 : 2),
      alpha: number(look.alpha, 1),
      color: '',
      more: { regions, scaled: { from: levels[0], to: levels.at(-1), map } },
    });
    return new Drawn(artist, axes);
  };
