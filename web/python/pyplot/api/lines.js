// plot and its kin: lines through points, with matplotlib's short texts for their looks.
import { raised, Tuple } from '../../host/protocol.js';
import { lineStyle, readFormat } from '../model/line_format.js';
import { nested } from '../model/values.js';
import { color, label, looks, number } from './keywords.js';
import { Container } from './containers.js';
import { drawnOf, everyOf } from './drawn.js';

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
  'markeredgecolor',
  'markeredgewidth',
  'markevery',
  'fillstyle',
  'drawstyle',
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
  const isHollow = look.fillstyle === 'none';
  if (look.drawstyle?.startsWith?.('steps')) [xs, ys] = stairs(xs, ys, look.drawstyle.split('-')[1] ?? 'pre');
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
      marker: String(marker).startsWith('$') ? 'o' : marker,
      given: look.color ?? undefined,
      markerSize: number(look.markersize, kMarker),
      markerColor: isHollow ? 'none' : look.markerfacecolor === undefined ? null : color(look.markerfacecolor, own),
      markerEdge: look.markeredgecolor === undefined ? null : color(look.markeredgecolor, own),
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

/** Points on stalks. @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function stem(axes, args, keywords) {
  const look = looks('stem', keywords, ['label', 'linefmt', 'markerfmt', 'basefmt', 'bottom', 'orientation', 'use_line_collection']);
  const values = args.filter((one) => typeof one !== 'string');
  const [linefmt, markerfmt, basefmt] = args.filter((one) => typeof one === 'string');
  const ys = columns(values[values.length > 1 ? 1 : 0])[0].map(Number);
  const xs = values.length > 1 ? columns(values[0])[0].map(Number) : ys.map((_, i) => i);
  const base = number(look.bottom, 0);
  const stalk = readFormat(look.linefmt ?? linefmt ?? 'C0-');
  const head = readFormat(look.markerfmt ?? markerfmt ?? 'o');
  const foot = readFormat(look.basefmt ?? basefmt ?? 'C3-');
  const own = stalk.color ?? 'C0';
  const gap = Number.NaN;
  const isUp = look.orientation !== 'horizontal';
  const put = (/** @type {number[]} */ a, /** @type {number[]} */ b, /** @type {any} */ given, /** @type {any} */ format) =>
    drawnOf(addLine(axes, isUp ? a : b, isUp ? b : a, given, format), axes);
  const lines = put(xs.flatMap((x) => [x, x, gap]), ys.flatMap((y) => [base, y, gap]), { color: own }, { style: stalk.style ?? '-' });
  const heads = put(xs, ys, { color: head.color ?? own, label: look.label, linestyle: 'none' }, { marker: head.marker ?? 'o' });
  const floor = put([Math.min(...xs), Math.max(...xs)], [base, base], { color: foot.color ?? 'C3' }, { style: foot.style ?? '-' });
  return new Container('StemContainer', [heads, lines, floor], { markerline: heads, stemlines: lines, baseline: floor }, heads);
}

/** How far errors reach down and up from each point. @param {any} error @param {number} count @returns {[number[], number[]]} */
function reachOf(error, count) {
  const all = nested(error);
  if (!Array.isArray(all)) return [Array(count).fill(Number(all)), Array(count).fill(Number(all))];
  if (Array.isArray(all[0])) return [all[0].map(Number), all[1].map(Number)];
  return [all.map(Number), all.map(Number)];
}

/** The spans of errors with their caps. @param {Axes} axes @param {number[]} xs @param {number[]} ys @param {Record<string, any>} look */
export function errorLines(axes, xs, ys, { xerr, yerr, color: own, capsize, elinewidth, alpha, zorder }) {
  /** @type {any[]} */ const made = [];
  const gap = Number.NaN;
  for (const [error, isUp] of /** @type {[any, boolean][]} */ ([[yerr, true], [xerr, false]])) {
    if (error === undefined || error === null) continue;
    const [down, up] = reachOf(error, xs.length);
    const [still, moving] = isUp ? [xs, ys] : [ys, xs];
    const still3 = still.flatMap((one) => [one, one, gap]);
    const moved = moving.flatMap((one, i) => [one - down[i], one + up[i], gap]);
    const [a, b] = isUp ? [still3, moved] : [moved, still3];
    const caps = number(capsize, 0);
    const format = caps > 0 ? { marker: isUp ? '_' : '|' } : {};
    made.push(drawnOf(addLine(axes, a, b, { color: own, linewidth: elinewidth, alpha, zorder, markersize: 2 * caps, markeredgewidth: 1, linestyle: '-' }, format), axes));
  }
  return made;
}

/** A line with the spans of its errors. @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function errorbar(axes, args, keywords) {
  const own = ['xerr', 'yerr', 'fmt', 'ecolor', 'elinewidth', 'capsize', 'capthick', 'errorevery', 'barsabove', 'lolims', 'uplims', 'x', 'y'];
  const { xerr, yerr, fmt, ecolor, elinewidth, capsize, x, y, ...look } = looks('errorbar', keywords, [...lineKeywords, ...own]);
  const [xs, ys] = [axes.x.places(columns(args[0] ?? x)[0]), axes.y.places(columns(args[1] ?? y)[0])];
  const format = typeof (fmt ?? args[4]) === 'string' ? (fmt ?? args[4]) : '';
  const isBare = format.toLowerCase() === 'none';
  const line = addLine(axes, xs, ys, isBare ? { ...look, linestyle: 'none' } : look, isBare ? {} : readFormat(format));
  const spans = errorLines(axes, xs, ys, { xerr: xerr ?? args[3], yerr: yerr ?? args[2], color: ecolor ?? line.more.given ?? line.color, capsize, elinewidth, alpha: look.alpha });
  const main = drawnOf(line, axes);
  return new Container('ErrorbarContainer', [main, new Tuple([]), new Tuple(spans)], { lines: new Tuple([main, new Tuple([]), new Tuple(spans)]), has_xerr: xerr !== undefined, has_yerr: yerr !== undefined }, main);
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
        marker: '',
        given: look.color,
      },
    });
    return drawnOf(artist, axes);
  };

/** Whether a colour is one. @param {any} value */
const isOne = (value) => typeof value === 'string' || nested(value).every((/** @type {any} */ one) => typeof one === 'number');

/** Several straight lines between two ends. @param {'x' | 'y'} along */
export const rules =
  (along) => (/** @type {Axes} */ axes, /** @type {any[]} */ args, /** @type {Keywords} */ keywords) => {
    const [place, low, high] = along === 'x' ? ['y', 'xmin', 'xmax'] : ['x', 'ymin', 'ymax'];
    const { colors: own, ...look } = looks(along === 'x' ? 'hlines' : 'vlines', keywords, [...ruleKeywords, 'colors', place, low, high]);
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
      color: color(look.facecolor ?? look.color, '') || axes.nextPatchColor(),
      more: { along, between, edge: look.edgecolor === undefined ? '' : color(look.edgecolor, ''), width: number(look.linewidth, 1) },
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
    color: color(look.color, '') || axes.nextLineColor(),
    more: { points, width: number(look.linewidth, kWidth), style: look.linestyle === undefined ? '-' : lineStyle(look.linestyle), marker: '', given: look.color },
  });
  return drawnOf(artist, axes);
}
