// Points with the spans of their errors, or on stalks.
import { Tuple } from '../../host/protocol.js';
import { readFormat } from '../model/line_format.js';
import { nested } from '../model/values.js';
import { Container } from './containers.js';
import { drawnOf } from './drawn.js';
import { looks, number } from './keywords.js';
import { addLine, columns, lineKeywords } from './lines.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {Map<string, any>} Keywords
 */

/** Points on stalks. @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function stem(axes, args, keywords) {
  const look = looks('stem', keywords, [
    'label',
    'linefmt',
    'markerfmt',
    'basefmt',
    'bottom',
    'orientation',
    'use_line_collection',
  ]);
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
  const put = (
    /** @type {number[]} */ a,
    /** @type {number[]} */ b,
    /** @type {any} */ given,
    /** @type {any} */ format,
  ) => drawnOf(addLine(axes, isUp ? a : b, isUp ? b : a, given, format), axes);
  const lines = put(
    xs.flatMap((x) => [x, x, gap]),
    ys.flatMap((y) => [base, y, gap]),
    { color: own },
    { style: stalk.style ?? '-' },
  );
  const heads = put(
    xs,
    ys,
    { color: head.color ?? own, label: look.label, linestyle: 'none' },
    { marker: head.marker ?? 'o' },
  );
  const floor = put(
    [Math.min(...xs), Math.max(...xs)],
    [base, base],
    { color: foot.color ?? 'C3' },
    { style: foot.style ?? '-' },
  );
  return new Container(
    'StemContainer',
    [heads, lines, floor],
    { markerline: heads, stemlines: lines, baseline: floor },
    heads,
  );
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
  for (const [error, isUp] of /** @type {[any, boolean][]} */ ([
    [yerr, true],
    [xerr, false],
  ])) {
    if (error === undefined || error === null) continue;
    const [down, up] = reachOf(error, xs.length);
    const [still, moving] = isUp ? [xs, ys] : [ys, xs];
    const still3 = still.flatMap((one) => [one, one, gap]);
    const moved = moving.flatMap((one, i) => [one - down[i], one + up[i], gap]);
    const [a, b] = isUp ? [still3, moved] : [moved, still3];
    const caps = number(capsize, 0);
    const format = caps > 0 ? { marker: isUp ? '_' : '|' } : {};
    made.push(
      drawnOf(
        addLine(
          axes,
          a,
          b,
          {
            color: own,
            linewidth: elinewidth,
            alpha,
            zorder,
            markersize: 2 * caps,
            markeredgewidth: 1,
            linestyle: '-',
          },
          format,
        ),
        axes,
      ),
    );
  }
  return made;
}

/** A line with the spans of its errors. @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function errorbar(axes, args, keywords) {
  const own = [
    'xerr',
    'yerr',
    'fmt',
    'ecolor',
    'elinewidth',
    'capsize',
    'capthick',
    'errorevery',
    'barsabove',
    'lolims',
    'uplims',
    'x',
    'y',
  ];
  const { xerr, yerr, fmt, ecolor, elinewidth, capsize, x, y, ...look } = looks('errorbar', keywords, [
    ...lineKeywords,
    ...own,
  ]);
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
  return new Container(
    'ErrorbarContainer',
    [main, new Tuple([]), new Tuple(spans)],
    {
      lines: new Tuple([main, new Tuple([]), new Tuple(spans)]),
      has_xerr: xerr !== undefined,
      has_yerr: yerr !== undefined,
    },
    main,
  );
}
