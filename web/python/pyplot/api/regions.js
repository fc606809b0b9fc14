// Regions between two lines, and polygons.
import { lineStyle } from '../model/line_format.js';
import { nested, numbers } from '../model/values.js';
import { drawnOf } from './drawn.js';
import { color, label, looks, number } from './keywords.js';
import { stairs } from './lines.js';
import { NotThere } from './refused.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {Map<string, any>} Keywords
 */

/** Stretches in which a condition holds. @param {boolean[]} where */
function stretches(where) {
  /** @type {[number, number][]} */ const found = [];
  where.forEach((isIn, i) => {
    if (isIn && !where[i - 1]) found.push([i, i]);
    if (isIn) found[found.length - 1][1] = i;
  });
  return found;
}

/** @param {Axes} axes @param {any[]} args @param {Keywords} keywords @param {boolean} [turned] */
export function fill_between(axes, args, keywords, turned = false) {
  const look = looks('PolyCollection.set', keywords, [
    'x',
    'y1',
    'y2',
    ...(turned ? ['y', 'x1', 'x2'] : []),
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
  const xs = numbers(args[0] ?? (turned ? look.y : look.x));
  const edge = (/** @type {any} */ value) => {
    const own = nested(value ?? 0);
    return Array.isArray(own) ? own.flat().map(Number) : xs.map(() => Number(own));
  };
  const [lower, upper] = [edge(args[1] ?? (turned ? look.x1 : look.y1)), edge(args[2] ?? (turned ? look.x2 : look.y2))];
  const condition =
    look.where === undefined && args[3] === undefined
      ? xs.map(() => true)
      : numbers(look.where ?? args[3]).map(Boolean);
  const where = condition.map((is, i) => is && Number.isFinite(lower[i]) && Number.isFinite(upper[i]));
  const pieces = stretches(where)
    .filter(([from, to]) => to > from)
    .map(([from, to]) => {
      const own = Array.from({ length: to - from + 1 }, (_, i) => from + i);
      const side = (/** @type {number[]} */ ends) => {
        const line = /** @type {[number[], number[]]} */ ([own.map((i) => xs[i]), own.map((i) => ends[i])]);
        return look.step ? stairs(line[0], line[1], look.step) : line;
      };
      const [[x1, y1], [x2, y2]] = [side(lower), side(upper)];
      return { xs: [...x1, ...x2.reverse()], ys: [...y1, ...y2.reverse()] };
    });
  const given = look.facecolor ?? look.color;
  const artist = axes.add({
    kind: 'fill',
    ...(turned ? { ys: [...xs, ...xs], xs: [...lower, ...upper] } : { xs: [...xs, ...xs], ys: [...lower, ...upper] }),
    label: label(look.label),
    order: number(look.zorder, 1),
    alpha: number(look.alpha, 1),
    color: given === undefined ? axes.nextPatchColor() : color(given, 'C0'),
    more: {
      pieces: turned ? pieces.map(({ xs: a, ys: b }) => ({ xs: b, ys: a })) : pieces,
      edge: look.edgecolor === undefined ? '' : color(look.edgecolor, ''),
      width: number(look.linewidth, 1),
    },
  });
  return drawnOf(artist, axes);
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
    'linestyle',
    'fill',
  ]);
  /** @type {any[]} */ const made = [];
  let i = 0;
  while (i < args.length) {
    if (i + 1 >= args.length || typeof args[i + 1] === 'string') throw NotThere('fill() without x', 'fill(x, y)');
    const [xs, ys] = [numbers(args[i]), numbers(args[i + 1])];
    i += 2;
    const given = look.facecolor ?? look.color ?? (typeof args[i] === 'string' ? args[i] : undefined);
    if (typeof args[i] === 'string') i++;
    made.push(drawnOf(addPolygon(axes, [{ xs, ys }], { ...look, color: given, facecolor: undefined }), axes));
  }
  return made;
}

/** Polygons of one look. @param {Axes} axes @param {{ xs: number[], ys: number[], isOpen?: boolean }[]} pieces @param {Record<string, any>} look @param {Partial<import('../model/axes.js').Artist>} [facts] */
export function addPolygon(axes, pieces, look, facts = {}) {
  const given = look.facecolor ?? look.color;
  const isHollow = look.fill === false;
  const own = given === undefined || given === null ? axes.nextPatchColor() : color(given, '#1f77b4');
  return axes.add({
    kind: 'polygon',
    xs: pieces.flatMap(({ xs }) => xs),
    ys: pieces.flatMap(({ ys }) => ys),
    label: label(look.label),
    order: number(look.zorder, 1),
    alpha: number(look.alpha, 1),
    color: isHollow ? 'none' : own,
    more: {
      pieces,
      edge:
        look.edgecolor === undefined || look.edgecolor === null
          ? isHollow
            ? color(look.color, '') || own
            : ''
          : color(look.edgecolor, ''),
      width: number(look.linewidth, 1),
      style: look.linestyle === undefined || look.linestyle === null ? '-' : lineStyle(look.linestyle),
      isHollow,
    },
    ...facts,
  });
}
