// Contours: regions between levels, lines at them, and what is written on those.
import { contours } from 'd3-contour';
import { raised, str } from '../../host/protocol.js';
import { lineStyle } from '../model/line_format.js';
import { linearTicks, tickLabels } from '../model/ticks.js';
import { ends, finiteEnds, nested, numbers, rows } from '../model/values.js';
import { formatted } from './bars.js';
import { mapOf, normOf } from './colormap_type.js';
import { drawnOf } from './drawn.js';
import { basics, color, colors, inTurn, isGiven, looks, number } from './keywords.js';
import { sizeOf } from './words.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {[number, number]} Point
 */

const kLevels = 7;
const known =
  'levels cmap norm alpha colors vmin vmax linewidth linestyle zorder extend origin extent corner_mask nchunk algorithm negative_linestyles hatches'.split(
    ' ',
  );

/** Levels as matplotlib chooses them: round ones, one beyond each end. Source: contour.py, _autolev. @param {number} count @param {number} from @param {number} to */
function roundLevels(count, from, to) {
  if (!(to > from)) return [from, from + 1];
  const all = linearTicks(from, to, count + 1, {
    isExact: true,
    isWide: true,
    least: 1,
    steps: [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10],
  });
  const first = Math.max(
    0,
    all.findLastIndex((level) => level < from),
  );
  const above = all.findIndex((level) => level > to);
  return all.slice(first, above < 0 ? undefined : above + 1);
}

/** Where a grid's columns or rows stand. @param {any} value @param {'x' | 'y'} name */
function along(value, name) {
  const own = nested(value);
  if (!Array.isArray(own[0])) return own.map(Number);
  return name === 'x' ? own[0].map(Number) : own.map((/** @type {any} */ row) => Number(row[0]));
}

/** x, y and z of the arguments. @param {any[]} args @param {any} extent */
function gridOf(args, extent) {
  const hasPlaces = args.length >= 3;
  const z = rows(args[hasPlaces ? 2 : 0]).map((row) => row.map(Number));
  const [height, width] = [z.length, z[0].length];
  if (height < 2 || width < 2)
    throw raised('TypeError', `Input z must be at least a (2, 2) shaped array, but has shape (${height}, ${width})`);
  const even = (/** @type {number} */ count, /** @type {number[] | null} */ ends) =>
    Array.from({ length: count }, (_, i) => (ends ? ends[0] + ((i + 0.5) * (ends[1] - ends[0])) / count : i));
  const ends = isGiven(extent) ? numbers(extent) : null;
  const xs = hasPlaces ? along(args[0], 'x') : even(width, ends && [ends[0], ends[1]]);
  const ys = hasPlaces ? along(args[1], 'y') : even(height, ends && [ends[2], ends[3]]);
  if (xs.length !== width)
    throw raised('TypeError', `Length of x (${xs.length}) must match number of columns in z (${width})`);
  if (ys.length !== height)
    throw raised('TypeError', `Length of y (${ys.length}) must match number of rows in z (${height})`);
  return { xs, ys, z, width, height, given: args[hasPlaces ? 3 : 1] };
}

/** The rings of each level, in the grid's own numbers. @param {{ z: number[][], width: number, height: number }} grid @param {number[]} levels */
function ringsAt({ z, width, height }, levels) {
  const flat = z.flat();
  const inside = flat.map((value) => (Number.isFinite(value) ? value : Number.NaN));
  const found = contours().size([width, height]).thresholds(levels)(inside);
  return found.map(({ coordinates }) => /** @type {Point[][]} */ (coordinates.flat()));
}

/** A ring without what of it runs along the grid's edge. @param {Point[]} ring @param {number} width @param {number} height @returns {Point[][]} */
function openLines(ring, width, height) {
  const isEdge = (/** @type {Point} */ [a, b]) => a <= 0 || b <= 0 || a >= width || b >= height;
  const cut = ring.findIndex(isEdge);
  if (cut < 0) return [ring];
  const turned = [...ring.slice(cut, -1), ...ring.slice(0, cut), ring[cut]];
  /** @type {Point[][]} */ const lines = [[]];
  for (const point of turned) {
    if (isEdge(point)) lines.push([]);
    else lines[lines.length - 1].push(point);
  }
  return lines.filter((line) => line.length > 1);
}

/** From the grid's own numbers to data. @param {{ xs: number[], ys: number[] }} grid */
function placer({ xs, ys }) {
  const place = (/** @type {number[]} */ all, /** @type {number} */ at) => {
    const i = Math.max(0, Math.min(all.length - 2, Math.floor(at)));
    return all[i] + (all[i + 1] - all[i]) * Math.max(0, Math.min(1, at - i));
  };
  return (/** @type {Point[]} */ ring) =>
    ring.map(([a, b]) => /** @type {Point} */ ([place(xs, a - 0.5), place(ys, b - 0.5)]));
}

/** Which colours levels have: those given in turn, or a map's. @param {Record<string, any>} look @param {number[]} levels */
function coloring(look, levels) {
  const [cmap, norm] = [mapOf(look.cmap), normOf(look.norm)];
  const [from, to] = [levels[0], /** @type {number} */ (levels.at(-1))];
  const share = norm.share(number(look.vmin ?? norm.from, from), number(look.vmax ?? norm.to, to));
  const given = isGiven(look.colors) ? colors(look.colors, 'C0') : null;
  const colorAt = (/** @type {number} */ value, /** @type {number} */ i) =>
    given ? inTurn(given, i) : cmap.at(share(value));
  return { from, to, map: cmap.at, cmap, levels, colorAt, share, isOne: given !== null && given.all === null };
}

/** Lines at levels, each with its look. @param {ReturnType<typeof gridOf>} grid @param {ReturnType<typeof coloring>} scaled @param {Record<string, any>} look */
function linesAt(grid, { levels, colorAt, isOne }, look) {
  const styles = isGiven(look.linestyle) ? [look.linestyle].flat().map(lineStyle) : null;
  const widths = [nested(look.linewidth ?? 1.5)].flat().map(Number);
  const placed = placer(grid);
  return ringsAt(grid, levels).map((rings, i) => ({
    rings: rings.flatMap((ring) => openLines(ring, grid.width, grid.height)).map(placed),
    color: colorAt(levels[i], i),
    isLine: true,
    width: widths[i % widths.length],
    // matplotlib's dashes for levels below zero where all lines are of one colour.
    style: styles?.[i % styles.length] ?? (isOne && levels[i] < 0 ? '--' : '-'),
    level: levels[i],
  }));
}

/** Regions between levels, or lines at them. @param {boolean} isFilled */
export const contour =
  (isFilled) => (/** @type {Axes} */ axes, /** @type {any[]} */ args, /** @type {Map<string, any>} */ keywords) => {
    const look = looks(isFilled ? 'contourf' : 'contour', keywords, known);
    const grid = gridOf(args, look.extent);
    const given = nested(look.levels ?? grid.given ?? kLevels);
    const levels = Array.isArray(given) ? given.map(Number) : roundLevels(Number(given), ...finiteEnds(grid.z.flat()));
    const scaled = coloring(look, levels);
    const [xs, ys] = [ends(grid.xs), ends(grid.ys)];
    const artist = axes.add({
      kind: 'regions',
      xs,
      ys,
      sticky: { x: xs, y: ys },
      ...basics(look, isFilled ? 1 : 2),
      color: '',
      more: {
        regions: isFilled ? bands(grid, scaled, look.extend) : linesAt(grid, scaled, look),
        levels,
        scaled: { ...scaled, isFilled },
      },
    });
    return drawnOf(artist, axes);
  };

/** Regions, from the lowest: each over those before, all short of what is above the last level. @param {ReturnType<typeof gridOf>} grid @param {ReturnType<typeof coloring>} scaled @param {string} [extend] */
function bands(grid, { levels, to: last, colorAt }, extend) {
  // A value at the last level belongs beneath it, one at the first above it.
  const over = last + Math.abs(last || 1) * 1e-12;
  const rings = ringsAt(grid, [...levels.slice(0, -1), over]);
  const highest = /** @type {Point[][]} */ (rings.at(-1));
  const [hasBeneath, hasAbove] = ['min', 'max'].map((end) => extend === 'both' || extend === end);
  const top = hasAbove ? [] : highest;
  const own = levels
    .slice(0, -1)
    .map((level, i) => ({ rings: [...rings[i], ...top], color: colorAt((level + levels[i + 1]) / 2, i) }));
  const { width, height } = grid;
  const all = /** @type {Point[]} */ ([
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ]);
  const beneath = hasBeneath ? [{ rings: [all, ...top], color: colorAt(levels[0], 0) }] : [];
  const above = hasAbove ? [{ rings: highest, color: colorAt(last, levels.length - 1) }] : [];
  const placed = placer(grid);
  return [...beneath, ...own, ...above].map((band) => ({ ...band, rings: band.rings.map(placed) }));
}

const labelKnown = 'levels inline inline_spacing fontsize fmt colors manual use_clabeltext zorder'.split(' ');

/** Writes levels on their lines, one at the middle of each long one. @param {Axes} _ @param {any[]} args @param {Map<string, any>} keywords */
export function clabel(_, args, keywords) {
  const look = looks('clabel', keywords, labelKnown);
  const { more } = args[0].artist;
  const wanted = args[1] ?? look.levels;
  const chosen = isGiven(wanted) ? numbers(wanted) : null;
  const { labels: usual } = tickLabels(more.levels, more.levels[0], more.levels.at(-1));
  const wordsAt = (/** @type {number} */ level, /** @type {number} */ i) => {
    if (look.fmt === undefined) return usual[i];
    return look.fmt?.get ? str(look.fmt.get(level) ?? level) : formatted(look.fmt, level);
  };
  more.labels = more.regions.flatMap((/** @type {any} */ { rings, color: own, level }, /** @type {number} */ i) =>
    (chosen && !chosen.includes(level) ? [] : rings)
      .filter((/** @type {Point[]} */ ring) => ring.length > 8)
      .map((/** @type {Point[]} */ ring) => ({
        text: wordsAt(level, i),
        place: ring[Math.floor(ring.length / 2)],
        size: sizeOf(look.fontsize) ?? 10,
        color: color(look.colors, own),
      })),
  );
  return [];
}
