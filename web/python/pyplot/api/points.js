// Points, each of its size and colour.
import { raised } from '../../host/protocol.js';
import { nested, numbers } from '../model/values.js';
import { color, colors, label, looks, number } from './keywords.js';
import { Drawn, mapOf } from './types.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {Map<string, any>} Keywords
 */

/** The area of a point, in square points: 6 across. */
const kArea = 36;

/** Colours of numbers by a map. @param {number[]} values @param {Record<string, any>} look */
export function mapped(values, look) {
  const finite = values.filter(Number.isFinite);
  const [from, to] = [number(look.vmin, Math.min(...finite)), number(look.vmax, Math.max(...finite))];
  const map = mapOf(look.cmap);
  return { from, to, map, colors: values.map((value) => map((value - from) / (to - from || 1))) };
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
    values.length === xs.length &&
    values.flat().every((one) => typeof one === 'number') &&
    !Array.isArray(values[0]);
  const scaled = isMapped ? mapped(values.map(Number), look) : null;
  const fallback =
    c === undefined && look.color === undefined && look.facecolor === undefined ? axes.nextPatchColor() : 'C0';
  const { one, all: each } = scaled
    ? { one: fallback, all: scaled.colors }
    : colors(c ?? look.color ?? look.facecolor, fallback);
  const edge = look.edgecolor === undefined || look.edgecolor === 'face' ? undefined : color(look.edgecolor, 'none');
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
      scaled,
    },
  });
  return new Drawn(artist, axes);
}
