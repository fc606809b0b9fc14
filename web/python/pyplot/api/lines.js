// plot and its kin: lines through points, with matplotlib's short texts for their looks.
import { raised } from '../../host/protocol.js';
import { lineStyle, readFormat } from '../model/line_format.js';
import { nested } from '../model/values.js';
import { color, label, looks, number } from './keywords.js';
import { Drawn } from './types.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {Map<string, any>} Keywords
 */

const lineKeywords = [
  'color',
  'linewidth',
  'linestyle',
  'marker',
  'markersize',
  'markerfacecolor',
  'label',
  'alpha',
  'zorder',
  'scalex',
  'scaley',
  'data',
];
/** matplotlib's widths and sizes, in points. */
const kWidth = 1.5;
const kMarker = 6;

/** Columns of what may be one row or a table. @param {any} value @returns {any[][]} */
function columns(value) {
  const all = nested(value);
  if (!Array.isArray(all)) return [[all]];
  if (!Array.isArray(all[0])) return [all];
  return all[0].map((/** @type {any} */ _, /** @type {number} */ j) => all.map((/** @type {any} */ row) => row[j]));
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
  return axes.add({
    kind: 'line',
    xs,
    ys,
    label: label(look.label),
    order: number(look.zorder, 2),
    alpha: number(look.alpha, 1),
    color: own,
    more: {
      style: look.linestyle === undefined ? (format.style ?? usual) : lineStyle(look.linestyle),
      width: number(look.linewidth, kWidth),
      marker,
      markerSize: number(look.markersize, kMarker),
      markerColor: look.markerfacecolor === undefined ? null : color(look.markerfacecolor, own),
    },
  });
}

/** @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function plot(axes, args, keywords) {
  const look = looks('Line2D.set', keywords, lineKeywords);
  /** @type {Drawn[]} */ const made = [];
  let i = 0;
  while (i < args.length) {
    const first = args[i++];
    const hasSecond = i < args.length && typeof args[i] !== 'string';
    const second = hasSecond ? args[i++] : undefined;
    const format = typeof args[i] === 'string' ? readFormat(args[i++]) : {};
    const ys = columns(hasSecond ? second : first);
    const xs = hasSecond ? columns(first) : [Array.from(ys[0], (_, k) => k)];
    const labels = Array.isArray(look.label) ? look.label : null;
    for (let k = 0; k < Math.max(xs.length, ys.length); k++) {
      const [x, y] = [axes.x.places(xs[k % xs.length]), axes.y.places(ys[k % ys.length])];
      made.push(new Drawn(addLine(axes, x, y, labels ? { ...look, label: labels[k] } : look, format), axes));
    }
  }
  return made;
}

/** plot with logarithmic axes. @param {('x' | 'y')[]} names */
export const logarithmic =
  (names) => (/** @type {Axes} */ axes, /** @type {any[]} */ args, /** @type {Keywords} */ keywords) => {
    const made = plot(axes, args, keywords);
    for (const name of names) axes[name].scale = 'log';
    return made;
  };

/** Stairs instead of straight lines. @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function step(axes, args, keywords) {
  const where = keywords.get('where') ?? 'pre';
  keywords.delete('where');
  const [line] = plot(axes, args, keywords);
  const { xs = [], ys = [] } = line.artist;
  const [px, py] = [[xs[0]], [ys[0]]];
  for (let i = 1; i < xs.length; i++) {
    const middle = (xs[i - 1] + xs[i]) / 2;
    const at = where === 'pre' ? xs[i - 1] : where === 'post' ? xs[i] : middle;
    px.push(at, at, xs[i]);
    py.push(ys[i - 1], ys[i], ys[i]);
  }
  Object.assign(line.artist, { xs: px, ys: py });
  return [line];
}

/** Points on stalks. @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function stem(axes, args, keywords) {
  const look = looks('stem', keywords, ['label', 'linefmt', 'markerfmt', 'basefmt', 'bottom', 'orientation']);
  const ys = columns(args[args.length > 1 ? 1 : 0])[0];
  const xs = args.length > 1 ? columns(args[0])[0] : ys.map((_, i) => i);
  const own = axes.nextLineColor();
  const gap = Number.NaN;
  addLine(
    axes,
    xs.flatMap((x) => [x, x, gap]),
    ys.flatMap((y) => [0, y, gap]),
    { color: own },
  );
  const heads = addLine(axes, xs, ys, { color: own, label: look.label }, { marker: 'o' });
  addLine(axes, [Math.min(...xs), Math.max(...xs)], [0, 0], { color: 'C3' });
  return new Drawn(heads, axes);
}

/** A line with the spans of its errors. @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function errorbar(axes, args, keywords) {
  const { xerr, yerr, fmt, ...look } = looks('errorbar', keywords, [...lineKeywords, 'xerr', 'yerr', 'fmt']);
  const [xs, ys] = [axes.x.places(columns(args[0])[0]), axes.y.places(columns(args[1])[0])];
  const line = addLine(axes, xs, ys, look, typeof fmt === 'string' && fmt !== 'none' ? readFormat(fmt) : {});
  const spans = (/** @type {any} */ error) => {
    const all = nested(error ?? args[2]);
    return xs.map((_, i) => (Array.isArray(all) ? Number(all[i]) : Number(all)));
  };
  if (yerr !== undefined || args[2] !== undefined) {
    const own = spans(yerr);
    addLine(
      axes,
      xs.flatMap((x) => [x, x, Number.NaN]),
      ys.flatMap((y, i) => [y - own[i], y + own[i], Number.NaN]),
      { color: line.color },
    );
  }
  if (xerr !== undefined) {
    const own = spans(xerr);
    addLine(
      axes,
      xs.flatMap((x, i) => [x - own[i], x + own[i], Number.NaN]),
      ys.flatMap((y) => [y, y, Number.NaN]),
      { color: line.color },
    );
  }
  return new Drawn(line, axes);
}

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
      color: color(look.color, '') || axes.nextLineColor(),
      more: {
        along,
        at,
        ends: [number(args[1] ?? from, 0), number(args[2] ?? to, 1)],
        width: number(look.linewidth, kWidth),
        style: look.linestyle === undefined ? '-' : lineStyle(look.linestyle),
      },
    });
    return new Drawn(artist, axes);
  };

/** Several straight lines between two ends. @param {'x' | 'y'} along */
export const rules =
  (along) => (/** @type {Axes} */ axes, /** @type {any[]} */ args, /** @type {Keywords} */ keywords) => {
    const { colors: own, ...look } = looks(along === 'x' ? 'hlines' : 'vlines', keywords, [...ruleKeywords, 'colors']);
    const [at, from, to] = args.map((value) => nested(value));
    const all = Array.isArray(at) ? at : [at];
    const end = (/** @type {any} */ value, /** @type {number} */ i) => (Array.isArray(value) ? value[i] : value);
    const gap = Number.NaN;
    const along1 = all.flatMap((_, i) => [end(from, i), end(to, i), gap]);
    const across = all.flatMap((one) => [one, one, gap]);
    const [xs, ys] = along === 'x' ? [along1, across] : [across, along1];
    return new Drawn(addLine(axes, xs, ys, { ...look, color: own ?? look.color }), axes);
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
      color: color(look.facecolor ?? look.color, '') || axes.nextPatchColor(),
      more: { along, between },
    });
    return new Drawn(artist, axes);
  };
