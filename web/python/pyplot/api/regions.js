// Regions between two lines, and polygons.
import { nested, numbers } from '../model/values.js';
import { color, label, looks, number } from './keywords.js';
import { Drawn } from './types.js';

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
