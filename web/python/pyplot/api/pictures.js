// Pictures of a grid of numbers: cells in colours.
import { Tuple } from '../../host/protocol.js';
import { float64 } from '../../numpy/array/dtypes.js';
import { NdArray } from '../../numpy/array/ndarray.js';
import { ends, nested, numbers, rows, transposed } from '../model/values.js';
import { arrayOf, drawnOf } from './drawn.js';
import { counted, edgesOf } from './histogram.js';
import { basics, color, isGiven, looks } from './keywords.js';
import { mapped } from './points.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {Map<string, any>} Keywords
 */

const known = 'X cmap norm aspect alpha vmin vmax origin extent label zorder'.split(' ');

/** @param {any} value @param {Record<string, any>} look */
function cellsOf(value, look) {
  const given = rows(value);
  // A table of one column's cells has one colour each.
  const data =
    Array.isArray(given[0][0]) && given[0][0].length === 1 ? given.map((row) => row.map((one) => one[0])) : given;
  if (!Array.isArray(data[0][0])) {
    const count = data[0].length;
    const scaled = mapped(data.flat().map(Number), look);
    return { scaled, cells: data.map((row, i) => row.map((_, j) => scaled.colors[i * count + j])) };
  }
  const isByte = data.flat(2).some((one) => one > 1);
  const one = (/** @type {number[]} */ cell) =>
    color(
      cell.slice(0, 4).map((part) => Math.min(1, Math.max(0, isByte ? part / 255 : Number(part)))),
      'none',
    );
  return { scaled: null, cells: data.map((row) => row.map(one)) };
}

/** @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function imshow(axes, args, keywords) {
  const look = looks('imshow', keywords, known);
  const { cells, scaled } = cellsOf(args[0] ?? look.X, { ...look, cmap: look.cmap ?? args[1] });
  const [count, high] = [cells[0].length, cells.length];
  const isUpper = (look.origin ?? 'upper') === 'upper';
  const usual = [-0.5, count - 0.5, ...(isUpper ? [high - 0.5, -0.5] : [-0.5, high - 0.5])];
  const [x0, x1, y0, y1] = isGiven(look.extent) ? numbers(look.extent) : usual;
  const aspect = look.aspect ?? args[3] ?? 'equal';
  axes.aspect = aspect === 'auto' ? null : aspect === 'equal' ? 1 : Number(aspect);
  if (y0 > y1) axes.y.shared.isInverted = true;
  /** @type {import('../model/axes.js').Artist} */ const artist = axes.add({
    kind: 'image',
    xs: [x0, x1],
    ys: [y0, y1],
    sticky: { x: [x0, x1], y: [y0, y1] },
    ...basics(look, 0),
    label: '',
    color: '',
    // Rows stand from the top down.
    more: { colors: isUpper ? cells : [...cells].reverse(), extent: [x0, x1, y0, y1], scaled },
  });
  artist.more.redraw = (/** @type {any} */ value) => {
    const fresh = cellsOf(value, look);
    artist.more.colors = isUpper ? fresh.cells : [...fresh.cells].reverse();
  };
  return drawnOf(artist, axes);
}

/** A matrix, its columns named above. @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function matshow(axes, args, keywords) {
  const made = imshow(axes, args, keywords);
  axes.x.side = 'top';
  for (const name of /** @type {const} */ (['x', 'y'])) axes[name].shared.locator ??= wholes;
  return made;
}
/** Whole numbers, no more than nine. @param {number} from @param {number} to */
function wholes(from, to) {
  const step = Math.max(1, Math.ceil((to - from) / 9));
  return Array.from(
    { length: Math.floor(to / step) - Math.ceil(from / step) + 1 },
    (_, i) => (Math.ceil(from / step) + i) * step,
  );
}

/** The edges of cells from their edges or middles. @param {any} value @param {number} count @param {'x' | 'y'} name */
function cellEdges(value, count, name) {
  if (value === undefined) return Array.from({ length: count + 1 }, (_, i) => i);
  const own = nested(value);
  const flat = (
    Array.isArray(own[0]) ? (name === 'x' ? own[0] : own.map((/** @type {any[]} */ row) => row[0])) : own
  ).map(Number);
  if (flat.length === count + 1) return flat;
  const half = (/** @type {number} */ i) => (flat[i + 1] - flat[i]) / 2;
  return [
    flat[0] - half(0),
    ...flat.slice(0, -1).map((/** @type {number} */ at, /** @type {number} */ i) => at + half(i)),
    flat[count - 1] + half(count - 2),
  ];
}

/** Cells between lines that stand anyhow. @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function pcolormesh(axes, args, keywords) {
  const look = looks(
    'pcolormesh',
    keywords,
    'cmap norm alpha vmin vmax shading edgecolor linewidth zorder label'.split(' '),
  );
  const { cells, scaled } = cellsOf(args[args.length - 1], look);
  const [x, y] = args.length > 1 ? args : [];
  const [across, up] = [cellEdges(x, cells[0].length, 'x'), cellEdges(y, cells.length, 'y')];
  return addMesh(axes, across, up, cells, scaled, look);
}

/** @param {Axes} axes @param {number[]} across @param {number[]} up @param {string[][]} cells @param {any} scaled @param {Record<string, any>} look */
function addMesh(axes, across, up, cells, scaled, look) {
  const [xs, ys] = [ends(across), ends(up)];
  const artist = axes.add({
    kind: 'mesh',
    xs,
    ys,
    sticky: { x: xs, y: ys },
    ...basics(look, 0),
    label: '',
    color: '',
    more: {
      colors: cells,
      across,
      up,
      edge: look.edgecolor === undefined || look.edgecolor === 'face' ? '' : color(look.edgecolor, ''),
      scaled,
    },
  });
  return drawnOf(artist, axes);
}

/** Counts in cells. @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function hist2d(axes, args, keywords) {
  const look = looks('hist2d', keywords, 'x y bins range density cmap norm alpha vmin vmax cmin'.split(' '));
  const [xs, ys] = [numbers(args[0] ?? look.x), numbers(args[1] ?? look.y)];
  const bins = nested(args[2] ?? look.bins ?? 10);
  const own = (/** @type {number} */ i) => (Array.isArray(bins) && bins.length === 2 ? bins[i] : bins);
  const range = look.range === undefined ? [undefined, undefined] : nested(look.range);
  const [across, up] = [edgesOf(own(0), range[0], xs), edgesOf(own(1), range[1], ys)];
  const columns = across.slice(1).map((end, i) => {
    const isLast = i === across.length - 2;
    const within = ys.filter((_, k) => xs[k] >= across[i] && (xs[k] < end || (isLast && xs[k] === end)));
    return counted(within, up, null);
  });
  const table = new NdArray(Float64Array.from(columns.flat()), [columns.length, up.length - 1], float64);
  const { cells, scaled } = cellsOf(transposed(columns), look);
  return new Tuple([table, arrayOf(across), arrayOf(up), addMesh(axes, across, up, cells, scaled, look)]);
}
