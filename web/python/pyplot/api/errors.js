// Points with the spans of their errors, or on stalks.
import { Tuple } from '../../host/protocol.js';
import { readFormat } from '../model/line_format.js';
import { ends, nested } from '../model/values.js';
import { Container } from './containers.js';
import { drawnOf } from './drawn.js';
import { isGiven, looks, number } from './keywords.js';
import { addLine, columns, lineKeywords } from './lines.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {Map<string, any>} Keywords
 */

/** What ends a piece of a line. */
const kGap = Number.NaN;

const stemKnown = 'label linefmt markerfmt basefmt bottom orientation use_line_collection'.split(' ');

/** The places and heights of stalks, and how they look. @param {any[]} args @param {Record<string, any>} look */
function stalksOf(args, look) {
  const values = args.filter((one) => typeof one !== 'string');
  const formats = args.filter((one) => typeof one === 'string');
  const ys = columns(values[values.length > 1 ? 1 : 0])[0].map(Number);
  const xs = values.length > 1 ? columns(values[0])[0].map(Number) : ys.map((_, i) => i);
  const [stalk, head, foot] = [
    look.linefmt ?? formats[0] ?? 'C0-',
    look.markerfmt ?? formats[1] ?? 'o',
    look.basefmt ?? formats[2] ?? 'C3-',
  ].map(readFormat);
  return { xs, ys, stalk, head, foot };
}

/** Points on stalks. @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function stem(axes, args, keywords) {
  const look = looks('stem', keywords, stemKnown);
  const { xs, ys, stalk, head, foot } = stalksOf(args, look);
  const base = number(look.bottom, 0);
  const put = (
    /** @type {number[]} */ a,
    /** @type {number[]} */ b,
    /** @type {any} */ own,
    /** @type {any} */ format,
  ) => {
    const [px, py] = look.orientation === 'horizontal' ? [b, a] : [a, b];
    return drawnOf(addLine(axes, px, py, own, format), axes);
  };
  const own = stalk.color ?? 'C0';
  const [along, up] = [xs.flatMap((x) => [x, x, kGap]), ys.flatMap((y) => [base, y, kGap])];
  const stemlines = put(along, up, { color: own }, { style: stalk.style ?? '-' });
  const headLook = { color: head.color ?? own, label: look.label, linestyle: 'none' };
  const markerline = put(xs, ys, headLook, { marker: head.marker ?? 'o' });
  const baseline = put(ends(xs), [base, base], { color: foot.color ?? 'C3' }, { style: foot.style ?? '-' });
  const parts = { markerline, stemlines, baseline };
  return new Container('StemContainer', Object.values(parts), parts, markerline);
}

/** How far errors reach down and up from each point. @param {any} error @param {number} count @returns {[number[], number[]]} */
function reachOf(error, count) {
  const all = nested(error);
  if (!Array.isArray(all)) return [Array(count).fill(Number(all)), Array(count).fill(Number(all))];
  if (Array.isArray(all[0])) return [all[0].map(Number), all[1].map(Number)];
  return [all.map(Number), all.map(Number)];
}

/** The spans of errors with their caps, those along y first. @param {Axes} axes @param {number[]} xs @param {number[]} ys @param {Record<string, any>} look */
export function errorLines(axes, xs, ys, { xerr, yerr, color: own, capsize, elinewidth, alpha, zorder }) {
  const caps = number(capsize, 0);
  const spans = (/** @type {any} */ error, /** @type {boolean} */ isUp) => {
    if (!isGiven(error)) return [];
    const [down, up] = reachOf(error, xs.length);
    const [still, moving] = isUp ? [xs, ys] : [ys, xs];
    const places = still.flatMap((one) => [one, one, kGap]);
    const reach = moving.flatMap((one, i) => [one - down[i], one + up[i], kGap]);
    const look = { color: own, linewidth: elinewidth, alpha, zorder, markersize: 2 * caps, markeredgewidth: 1 };
    const format = caps > 0 ? { marker: isUp ? '_' : '|', style: '-' } : {};
    const line = isUp ? addLine(axes, places, reach, look, format) : addLine(axes, reach, places, look, format);
    return [drawnOf(line, axes)];
  };
  return [...spans(yerr, true), ...spans(xerr, false)];
}

const errorKnown = [
  ...lineKeywords,
  ...'xerr yerr fmt ecolor elinewidth capsize capthick errorevery barsabove lolims uplims x y'.split(' '),
];

/** A line with the spans of its errors. @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function errorbar(axes, args, keywords) {
  const { xerr, yerr, fmt, ecolor, elinewidth, capsize, x, y, ...look } = looks('errorbar', keywords, errorKnown);
  const [xs, ys] = [axes.x.places(columns(args[0] ?? x)[0]), axes.y.places(columns(args[1] ?? y)[0])];
  const format = typeof (fmt ?? args[4]) === 'string' ? (fmt ?? args[4]) : '';
  const isBare = format.toLowerCase() === 'none';
  const line = addLine(axes, xs, ys, isBare ? { ...look, linestyle: 'none' } : look, isBare ? {} : readFormat(format));
  const spans = errorLines(axes, xs, ys, {
    xerr: xerr ?? args[3],
    yerr: yerr ?? args[2],
    color: ecolor ?? line.more.given ?? line.color,
    capsize,
    elinewidth,
    alpha: look.alpha,
  });
  const main = drawnOf(line, axes);
  const parts = [main, new Tuple([]), new Tuple(spans)];
  const names = { lines: new Tuple(parts), has_xerr: xerr !== undefined, has_yerr: yerr !== undefined };
  return new Container('ErrorbarContainer', parts, names, main);
}
