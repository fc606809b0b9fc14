// plot and its kin: lines through points, with matplotlib's short texts for their looks.
import { raised } from '../../host/protocol.js';
import { lineStyle, readFormat } from '../model/line_format.js';
import { nested, transposed } from '../model/values.js';
import { drawnOf, everyOf } from './drawn.js';
import { basics, color, looks, number } from './keywords.js';
import { settings } from './settings.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {Map<string, any>} Keywords
 */

export const lineKeywords =
  'color linewidth linestyle marker markersize markerfacecolor markeredgecolor markeredgewidth markevery fillstyle drawstyle label alpha zorder scalex scaley data'.split(
    ' ',
  );
/** matplotlib's widths and sizes, in points. */
export const kWidth = 1.5;
const kMarker = 6;

/** Columns of what may be one row or a table. @param {any} value @returns {any[][]} */
export function columns(value) {
  const all = nested(value);
  if (!Array.isArray(all)) return [[all]];
  if (!Array.isArray(all[0])) return [all];
  return transposed(all);
}

/**
 * A line with its looks.
 * @param {Axes} axes @param {number[]} xs @param {number[]} ys @param {Record<string, any>} look @param {ReturnType<typeof readFormat>} format
 */
export function addLine(axes, xs, ys, look, format = {}) {
  if (xs.length !== ys.length)
    throw raised(
      'ValueError',
      `x and y must have same first dimension, but have shapes (${xs.length},) and (${ys.length},)`,
    );
  const marker = look.marker === null || look.marker === 'None' ? '' : (look.marker ?? format.marker ?? '');
  const usual = marker !== '' && format.marker !== undefined && format.style === undefined ? 'none' : '-';
  const own = color(look.color, format.color ?? '') || axes.nextLineColor();
  const isHollow = look.fillstyle === 'none';
  const ofMark = (/** @type {any} */ value) => (value === undefined ? null : color(value, own));
  if (look.drawstyle?.startsWith?.('steps')) [xs, ys] = stairs(xs, ys, look.drawstyle.split('-')[1] ?? 'pre');
  return axes.add({
    kind: 'line',
    xs,
    ys,
    ...basics(look, 2),
    color: own,
    more: {
      style: look.linestyle === undefined ? (format.style ?? usual) : lineStyle(look.linestyle),
      width: number(look.linewidth ?? settings().get('lines.linewidth'), kWidth),
      marker: String(marker).startsWith('$') ? 'o' : marker,
      given: look.color ?? format.word,
      markerSize: number(look.markersize ?? settings().get('lines.markersize'), kMarker),
      markerColor: isHollow ? 'none' : ofMark(look.markerfacecolor),
      markerEdge: ofMark(look.markeredgecolor),
      markerEdgeWidth: look.markeredgewidth === undefined ? null : number(look.markeredgewidth, 1),
      every: everyOf(look.markevery),
    },
  });
}

/** @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function plot(axes, args, keywords) {
  const look = looks('Line2D.set', keywords, lineKeywords);
  /** @type {any[]} */ const made = [];
  let i = 0;
  while (i < args.length) {
    const first = args[i++];
    const hasSecond = i < args.length && typeof args[i] !== 'string';
    const second = hasSecond ? args[i++] : undefined;
    const format = typeof args[i] === 'string' ? readFormat(args[i++]) : {};
    const ys = columns(hasSecond ? second : first);
    const xs = hasSecond ? columns(first) : [Array.from(ys[0], (_, k) => k)];
    const labels = Array.isArray(look.label) && Math.max(xs.length, ys.length) > 1 ? look.label : null;
    for (let k = 0; k < Math.max(xs.length, ys.length); k++) {
      const [x, y] = [axes.x.places(xs[k % xs.length]), axes.y.places(ys[k % ys.length])];
      made.push(drawnOf(addLine(axes, x, y, labels ? { ...look, label: labels[k] } : look, format), axes));
    }
  }
  return made;
}

/** plot with logarithmic axes. @param {('x' | 'y')[]} names */
export const logarithmic =
  (names) => (/** @type {Axes} */ axes, /** @type {any[]} */ args, /** @type {Keywords} */ keywords) => {
    const own = new Map([...keywords].filter(([key]) => !/^(base|subs|nonpositive)[xy]?$/.test(key)));
    const made = plot(axes, args, own);
    for (const name of names) axes[name].shared.scale = 'log';
    return made;
  };

/** The corners of stairs. @param {number[]} xs @param {number[]} ys @param {string} where @returns {[number[], number[]]} */
export function stairs(xs, ys, where) {
  const [px, py] = [[xs[0]], [ys[0]]];
  for (let i = 1; i < xs.length; i++) {
    const middle = (xs[i - 1] + xs[i]) / 2;
    if (where === 'mid') {
      px.push(middle, middle, xs[i]);
      py.push(ys[i - 1], ys[i], ys[i]);
    } else {
      px.push(where === 'pre' ? xs[i - 1] : xs[i], xs[i]);
      py.push(where === 'pre' ? ys[i] : ys[i - 1], ys[i]);
    }
  }
  return [px, py];
}

/** Stairs instead of straight lines. @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function step(axes, args, keywords) {
  const own = new Map(keywords);
  const where = own.get('where') ?? 'pre';
  own.delete('where');
  return plot(axes, args, own.set('drawstyle', `steps-${where}`));
}
