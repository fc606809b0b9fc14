// Points, each of its size and colour.
import { raised } from '../../host/protocol.js';
import { finiteEnds, nested, numbers } from '../model/values.js';
import { mapOf, normOf } from './colormap_type.js';
import { drawnOf } from './drawn.js';
import { basics, colors, isGiven, looks, number } from './keywords.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {Map<string, any>} Keywords
 */

/** The area of a point, in square points: 6 across. */
const kArea = 36;

/** Colours of numbers by a map. @param {number[]} values @param {Record<string, any>} look */
export function mapped(values, look) {
  const norm = normOf(look.norm);
  const [low, high] = finiteEnds(values);
  const [from, to] = [number(look.vmin ?? norm.from, low), number(look.vmax ?? norm.to, high)];
  const cmap = mapOf(look.cmap);
  const share = norm.share(from, to);
  return {
    from,
    to,
    cmap,
    map: cmap.at,
    isLog: norm.isLog,
    values,
    colors: values.map((value) => cmap.at(share(value))),
  };
}

const known = 'x y s c color facecolor edgecolor marker cmap vmin vmax norm alpha label linewidth zorder'.split(' ');

/** The numbers of `c` where a map makes colours of them: one for each point, not a table of channels. @param {any} c @param {number} count of points */
function numbersOf(c, count) {
  const values = c === undefined || typeof c === 'string' ? null : nested(c);
  if (!Array.isArray(values)) return null;
  const all = values.flat();
  const isTable = Array.isArray(values[0]) && values.length === count && values[0].length > 1;
  const isOneEach = values.length === count || all.length === count;
  return isOneEach && !isTable && all.every((one) => typeof one === 'number') ? all : null;
}

/** The colours of points: one, one for each, or those of a map. @param {Axes} axes @param {any} c @param {Record<string, any>} look @param {number} count of points */
function fillsOf(axes, c, look, count) {
  const values = numbersOf(c, count);
  const scaled = values ? mapped(values, look) : null;
  const given = c ?? look.color ?? look.facecolor;
  const usual = c === undefined && given === undefined ? axes.nextPatchColor() : '#1f77b4';
  if (scaled) return { one: usual, all: scaled.colors, scaled };
  const { one, all } = colors(given, usual);
  if (all && all.length > 1 && all.length !== count)
    throw raised(
      'ValueError',
      `'c' argument has ${all.length} elements, which is inconsistent with 'x' and 'y' with size ${count}.`,
    );
  return { one, all, scaled };
}

/** @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function scatter(axes, args, keywords) {
  // c is short for color elsewhere; here it is a keyword of its own.
  const look = looks('scatter', keywords, known);
  const all = (/** @type {any} */ value) => [nested(value)].flat(Number.POSITIVE_INFINITY);
  const [xs, ys] = [axes.x.places(all(args[0] ?? look.x)), axes.y.places(all(args[1] ?? look.y))];
  if (xs.length !== ys.length) throw raised('ValueError', 'x and y must be the same size');
  const fills = fillsOf(axes, look.c ?? args[3], look, xs.length);
  const hasEdge = look.edgecolor !== undefined && look.edgecolor !== 'face';
  const edges = hasEdge ? colors(look.edgecolor, 'none') : { one: undefined, all: null };
  const size = look.s ?? args[2];
  const artist = axes.add({
    kind: 'scatter',
    xs,
    ys,
    ...basics(look, 1),
    color: fills.one,
    more: {
      colors: fills.all,
      sizes: isGiven(size) ? numbers(size) : [kArea],
      marker: look.marker ?? 'o',
      edge: edges.one,
      edges: edges.all,
      width: look.linewidth === undefined ? null : [nested(look.linewidth)].flat()[0],
      scaled: fills.scaled,
    },
  });
  return drawnOf(artist, axes);
}
