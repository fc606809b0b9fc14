// Points, each of its size and colour.
import { raised } from '../../host/protocol.js';
import { nested, numbers } from '../model/values.js';
import { mapOf, normOf } from './colormap_type.js';
import { drawnOf } from './drawn.js';
import { colors, label, looks, number } from './keywords.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {Map<string, any>} Keywords
 */

/** The area of a point, in square points: 6 across. */
const kArea = 36;

/** Colours of numbers by a map. @param {number[]} values @param {Record<string, any>} look */
export function mapped(values, look) {
  const finite = values.filter(Number.isFinite);
  const norm = normOf(look.norm);
  const [low, high] = [
    finite.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    finite.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
  ];
  const from = number(look.vmin ?? norm.from, finite.length === 0 ? 0 : low);
  const to = number(look.vmax ?? norm.to, finite.length === 0 ? 1 : high);
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
    (values.length === xs.length || values.flat().length === xs.length) &&
    values.flat().every((one) => typeof one === 'number') &&
    !(Array.isArray(values[0]) && values.length === xs.length && values[0].length > 1);
  const scaled = isMapped ? mapped(values.flat().map(Number), look) : null;
  const fallback =
    c === undefined && look.color === undefined && look.facecolor === undefined ? axes.nextPatchColor() : '#1f77b4';
  const { one, all: each } = scaled
    ? { one: fallback, all: scaled.colors }
    : colors(c ?? look.color ?? look.facecolor, fallback);
  const { one: edge, all: edges } =
    look.edgecolor === undefined || look.edgecolor === 'face'
      ? { one: undefined, all: null }
      : colors(look.edgecolor, 'none');
  if (each && !scaled && each.length > 1 && each.length !== xs.length)
    throw raised(
      'ValueError',
      `'c' argument has ${each.length} elements, which is inconsistent with 'x' and 'y' with size ${xs.length}.`,
    );
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
      edges,
      width: look.linewidth === undefined ? null : [nested(look.linewidth)].flat()[0],
      scaled,
    },
  });
  return drawnOf(artist, axes);
}
