// Contours: regions between levels, lines at them, and what is written on those.
import { contours } from 'd3-contour';
import { raised, str } from '../../host/protocol.js';
import { lineStyle } from '../model/line_format.js';
import { linearTicks, tickLabels } from '../model/ticks.js';
import { nested, numbers, rows } from '../model/values.js';
import { formatted } from './bars.js';
import { mapOf, normOf } from './colormap_type.js';
import { drawnOf } from './drawn.js';
import { color, colors, looks, number } from './keywords.js';
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
  const ends = extent === undefined || extent === null ? null : numbers(extent);
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

/** Regions between levels, or lines at them. @param {boolean} isFilled */
export const contour =
  (isFilled) => (/** @type {Axes} */ axes, /** @type {any[]} */ args, /** @type {Map<string, any>} */ keywords) => {
    const look = looks(isFilled ? 'contourf' : 'contour', keywords, known);
    const grid = gridOf(args, look.extent);
    const { xs, ys, z, width, height } = grid;
    const finite = z.flat().filter(Number.isFinite);
    const [from, to] = [
      finite.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
      finite.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
    ];
    const given = nested(look.levels ?? grid.given ?? kLevels);
    const levels = Array.isArray(given) ? given.map(Number) : roundLevels(Number(given), from, to);
    const place = (/** @type {number[]} */ all, /** @type {number} */ at) => {
      const i = Math.max(0, Math.min(all.length - 2, Math.floor(at)));
      return all[i] + (all[i + 1] - all[i]) * Math.max(0, Math.min(1, at - i));
    };
    const placed = (/** @type {Point[]} */ ring) =>
      ring.map(([a, b]) => /** @type {Point} */ ([place(xs, a - 0.5), place(ys, b - 0.5)]));
    const cmap = mapOf(look.cmap);
    const norm = normOf(look.norm);
    const [low, high] = [
      number(look.vmin ?? norm.from, levels[0]),
      number(look.vmax ?? norm.to, /** @type {number} */ (levels.at(-1))),
    ];
    const share = norm.share(low, high);
    const own = look.colors === undefined || look.colors === null ? null : colors(look.colors, 'C0');
    const colorAt = (/** @type {number} */ value, /** @type {number} */ i) =>
      own ? (own.all?.[i % own.all.length] ?? own.one) : cmap.at(share(value));
    const styles =
      look.linestyle === undefined || look.linestyle === null ? null : [look.linestyle].flat().map(lineStyle);
    // matplotlib's dashes for levels below zero where all lines are of one colour.
    const styleAt = (/** @type {number} */ value, /** @type {number} */ i) =>
      styles?.[i % styles.length] ?? (own && !own.all && value < 0 ? '--' : '-');
    const widths = [nested(look.linewidth ?? 1.5)].flat().map(Number);
    const regions = isFilled
      ? bands(grid, levels, look.extend ?? 'neither', colorAt).map((band) => ({
          ...band,
          rings: band.rings.map(placed),
          isLine: false,
          width: 0,
          style: '-',
        }))
      : ringsAt(grid, levels).map((rings, i) => ({
          rings: rings.flatMap((ring) => openLines(ring, width, height)).map(placed),
          color: colorAt(levels[i], i),
          isLine: true,
          width: widths[i % widths.length],
          style: styleAt(levels[i], i),
          level: levels[i],
        }));
    const ends = (/** @type {number[]} */ all) => [Math.min(...all), Math.max(...all)];
    const artist = axes.add({
      kind: 'regions',
      xs: ends(xs),
      ys: ends(ys),
      sticky: { x: ends(xs), y: ends(ys) },
      label: '',
      order: number(look.zorder, isFilled ? 1 : 2),
      alpha: number(look.alpha, 1),
      color: '',
      more: {
        regions,
        levels,
        scaled: { from: levels[0], to: levels.at(-1), map: cmap.at, cmap, levels, colorAt, isFilled, share },
      },
    });
    return drawnOf(artist, axes);
  };

/** Regions, from the lowest: each over those before, all short of what is above the last level. @param {any} grid @param {number[]} levels @param {string} extend @param {(value: number, i: number) => string} colorAt */
function bands(grid, levels, extend, colorAt) {
  const last = /** @type {number} */ (levels.at(-1));
  // A value at the last level belongs beneath it, one at the first above it.
  const over = last + Math.abs(last || 1) * 1e-12;
  const rings = ringsAt(grid, [...levels.slice(0, -1), over]);
  const isOpen = extend === 'both' || extend === 'max';
  const top = isOpen ? [] : /** @type {Point[][]} */ (rings.at(-1));
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
  const beneath = extend === 'both' || extend === 'min' ? [{ rings: [all, ...top], color: colorAt(levels[0], 0) }] : [];
  const above = isOpen
    ? [{ rings: /** @type {Point[][]} */ (rings.at(-1)), color: colorAt(last, levels.length - 1) }]
    : [];
  return [...beneath, ...own, ...above];
}

/** Writes levels on their lines, one at the middle of each long one. @param {Axes} _ @param {any[]} args @param {Map<string, any>} keywords */
export function clabel(_, args, keywords) {
  const look = looks(
    'clabel',
    keywords,
    'levels inline inline_spacing fontsize fmt colors manual use_clabeltext zorder'.split(' '),
  );
  const { artist } = args[0];
  const wanted = args[1] ?? look.levels;
  const chosen = wanted === undefined || wanted === null ? null : numbers(wanted);
  const { regions, levels } = artist.more;
  const { labels: usual } = tickLabels(levels, levels[0], levels.at(-1));
  artist.more.labels = regions.flatMap((/** @type {any} */ { rings, color: own, level }, /** @type {number} */ i) =>
    chosen && !chosen.includes(level)
      ? []
      : rings
          .filter((/** @type {Point[]} */ ring) => ring.length > 8)
          .map((/** @type {Point[]} */ ring) => ({
            text:
              look.fmt === undefined
                ? usual[i]
                : look.fmt?.get
                  ? str(look.fmt.get(level) ?? level)
                  : formatted(look.fmt, level),
            place: ring[Math.floor(ring.length / 2)],
            size: sizeOf(look.fontsize) ?? 10,
            color: look.colors === undefined ? own : color(look.colors, own),
          })),
  );
  return [];
}
