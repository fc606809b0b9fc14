// Pictures of a grid of numbers: cells in colours, contours.
import { contours } from 'd3-contour';
import { nested, numbers, rows } from '../model/values.js';
import { color, colors, looks, number } from './keywords.js';
import { mapped } from './points.js';
import { Drawn, mapOf } from './types.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {Map<string, any>} Keywords
 */

const kLevels = 7;

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
