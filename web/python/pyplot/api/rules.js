// Straight lines across axes, between two ends, or of a slope; stretches shaded from edge to edge.
import { lineStyle } from '../model/line_format.js';
import { nested } from '../model/values.js';
import { drawnOf } from './drawn.js';
import { color, label, looks, number } from './keywords.js';
import { addLine, kWidth } from './lines.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {Map<string, any>} Keywords
 */

const ruleKeywords = ['color', 'linewidth', 'linestyle', 'label', 'alpha', 'zorder'];

/** A line across the axes, which their limits follow in its one direction. @param {'x' | 'y'} along */
export const rule =
  (along) => (/** @type {Axes} */ axes, /** @type {any[]} */ args, /** @type {Keywords} */ keywords) => {
    const [place, low, high] = along === 'x' ? ['y', 'xmin', 'xmax'] : ['x', 'ymin', 'ymax'];
    const {
      [place]: named,
      [low]: from,
      [high]: to,
      ...look
    } = looks('Line2D.set', keywords, [...ruleKeywords, place, low, high]);
    const at = number(args[0] ?? named, 0);
    const artist = axes.add({
      kind: 'rule',
      ...(along === 'x' ? { ys: [at] } : { xs: [at] }),
      label: label(look.label),
      order: number(look.zorder, 2),
      alpha: number(look.alpha, 1),
      color: color(look.color, '#1f77b4'),
      more: {
        along,
        at,
        ends: [number(args[1] ?? from, 0), number(args[2] ?? to, 1)],
        width: number(look.linewidth, kWidth),
        style: look.linestyle === undefined ? '-' : lineStyle(look.linestyle),
        marker: '',
        given: look.color,
      },
    });
    return drawnOf(artist, axes);
  };

/** Whether a colour is one. @param {any} value */
const isOne = (value) =>
  typeof value === 'string' || nested(value).every((/** @type {any} */ one) => typeof one === 'number');

/** Several straight lines between two ends. @param {'x' | 'y'} along */
export const rules =
  (along) => (/** @type {Axes} */ axes, /** @type {any[]} */ args, /** @type {Keywords} */ keywords) => {
    const [place, low, high] = along === 'x' ? ['y', 'xmin', 'xmax'] : ['x', 'ymin', 'ymax'];
    const { colors: own, ...look } = looks(along === 'x' ? 'hlines' : 'vlines', keywords, [
      ...ruleKeywords,
      'colors',
      place,
      low,
      high,
    ]);
    const [at, from, to] = [place, low, high].map((key, i) => nested(args[i] ?? look[key]));
    const all = Array.isArray(at) ? at : [at];
    const end = (/** @type {any} */ value, /** @type {number} */ i) => (Array.isArray(value) ? value[i] : value);
    const gap = Number.NaN;
    const along1 = all.flatMap((_, i) => [end(from, i), end(to, i), gap]);
    const across = all.flatMap((one) => [one, one, gap]);
    const [xs, ys] = along === 'x' ? [along1, across] : [across, along1];
    const given = own ?? look.color ?? 'C0';
    return drawnOf(addLine(axes, xs, ys, { ...look, color: isOne(given) ? given : nested(given)[0] }), axes);
  };

/** A stretch shaded from edge to edge. @param {'x' | 'y'} along */
export const span =
  (along) => (/** @type {Axes} */ axes, /** @type {any[]} */ args, /** @type {Keywords} */ keywords) => {
    const look = looks('Rectangle.set', keywords, [
      'color',
      'facecolor',
      'edgecolor',
      'alpha',
      'label',
      'zorder',
      'linewidth',
      'linestyle',
      'xmin',
      'xmax',
      'ymin',
      'ymax',
    ]);
    const [a, b] =
      along === 'x' ? [args[0] ?? look.ymin, args[1] ?? look.ymax] : [args[0] ?? look.xmin, args[1] ?? look.xmax];
    const between = [number(a, 0), number(b, 1)];
    const artist = axes.add({
      kind: 'span',
      ...(along === 'x' ? { ys: between } : { xs: between }),
      label: label(look.label),
      order: number(look.zorder, 1),
      alpha: number(look.alpha, 1),
      color: color(look.facecolor ?? look.color, '#1f77b4'),
      more: {
        along,
        between,
        edge: look.edgecolor === undefined ? '' : color(look.edgecolor, ''),
        width: number(look.linewidth, 1),
      },
    });
    return drawnOf(artist, axes);
  };

/** A straight line through a point and another one, or of a slope. @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function axline(axes, args, keywords) {
  const look = looks('Line2D.set', keywords, [...ruleKeywords, 'xy1', 'xy2', 'slope']);
  const first = nested(args[0] ?? look.xy1);
  const second = args[1] ?? look.xy2;
  const slope = number(look.slope, 0);
  const points = [first, second === undefined || second === null ? [first[0] + 1, first[1] + slope] : nested(second)];
  const known = second === undefined || second === null ? [first] : points;
  const artist = axes.add({
    kind: 'slope',
    xs: known.map(([x]) => x),
    ys: known.map(([, y]) => y),
    label: label(look.label),
    order: number(look.zorder, 2),
    alpha: number(look.alpha, 1),
    color: color(look.color, '#1f77b4'),
    more: {
      points,
      width: number(look.linewidth, kWidth),
      style: look.linestyle === undefined ? '-' : lineStyle(look.linestyle),
      marker: '',
      given: look.color,
    },
  });
  return drawnOf(artist, axes);
}
