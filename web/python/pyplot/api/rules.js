// Straight lines across axes, between two ends, or of a slope; stretches shaded from edge to edge.
import { nested } from '../model/values.js';
import { drawnOf } from './drawn.js';
import { basics, color, isGiven, looks, number, styleOf } from './keywords.js';
import { addLine, kWidth } from './lines.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {Map<string, any>} Keywords
 */

const ruleKeywords = 'color linewidth linestyle label alpha zorder'.split(' ');
const spanKeywords = 'color facecolor edgecolor alpha label zorder linewidth linestyle xmin xmax ymin ymax'.split(' ');

/** The keywords for a line's place and its two ends. @param {'x' | 'y'} along */
const namesOf = (along) => (along === 'x' ? ['y', 'xmin', 'xmax'] : ['x', 'ymin', 'ymax']);

/** How such lines are drawn. @param {Record<string, any>} look */
const strokeOf = (look) => ({
  width: number(look.linewidth, kWidth),
  style: styleOf(look),
  marker: '',
  given: look.color,
});

/** A line across the axes, which their limits follow in its one direction. @param {'x' | 'y'} along */
export const rule =
  (along) => (/** @type {Axes} */ axes, /** @type {any[]} */ args, /** @type {Keywords} */ keywords) => {
    const names = namesOf(along);
    const look = looks('Line2D.set', keywords, [...ruleKeywords, ...names]);
    const [place, from, to] = names.map((key, i) => args[i] ?? look[key]);
    const at = number(place, 0);
    const artist = axes.add({
      kind: 'rule',
      ...(along === 'x' ? { ys: [at] } : { xs: [at] }),
      ...basics(look, 2),
      color: color(look.color, '#1f77b4'),
      more: {
        along,
        at,
        ends: [number(from, 0), number(to, 1)],
        ...strokeOf(look),
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
    const names = namesOf(along);
    const known = [...ruleKeywords, 'colors', ...names];
    const { colors: own, ...look } = looks(along === 'x' ? 'hlines' : 'vlines', keywords, known);
    const [at, from, to] = names.map((key, i) => nested(args[i] ?? look[key]));
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
    const look = looks('Rectangle.set', keywords, spanKeywords);
    const [low, high] = along === 'x' ? [look.ymin, look.ymax] : [look.xmin, look.xmax];
    const between = [number(args[0] ?? low, 0), number(args[1] ?? high, 1)];
    const artist = axes.add({
      kind: 'span',
      ...(along === 'x' ? { ys: between } : { xs: between }),
      ...basics(look, 1),
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
  const points = [first, isGiven(second) ? nested(second) : [first[0] + 1, first[1] + slope]];
  const known = isGiven(second) ? points : [first];
  const artist = axes.add({
    kind: 'slope',
    xs: known.map(([x]) => x),
    ys: known.map(([, y]) => y),
    ...basics(look, 2),
    color: color(look.color, '#1f77b4'),
    more: {
      points,
      ...strokeOf(look),
    },
  });
  return drawnOf(artist, axes);
}
