// Bars, their errors and what is written at them.
import { binary, call, callMethod, listOf, raised, str } from '../../host/protocol.js';
import { lineStyle } from '../model/line_format.js';
import { isMany, nested } from '../model/values.js';
import { Writing } from '../model/writing.js';
import { Bars } from './containers.js';
import { hold } from './drawn.js';
import { errorLines } from './errors.js';
import { color, colors, label, looks, number } from './keywords.js';
import { noteIn } from './texts.js';
import { dress, textKeywords, Words } from './words.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {Map<string, any>} Keywords
 */

const kBar = 0.8;

/**
 * Bars from rectangles.
 * @param {Axes} axes @param {number[][]} rects x0, x1, y0, y1 @param {Record<string, any>} look @param {{ x?: number[], y?: number[] }} sticky @param {boolean} [isHollow]
 */
export function addBars(axes, rects, look, sticky, isHollow = false) {
  const given = look.color ?? look.facecolor;
  const { one, all } = colors(given, given === undefined ? axes.nextPatchColor() : 'C0');
  return axes.add({
    kind: 'bars',
    xs: rects.flatMap((rect) => rect.slice(0, 2)),
    ys: rects.flatMap((rect) => rect.slice(2)),
    label: Array.isArray(look.label) ? '' : label(look.label),
    order: number(look.zorder, 1),
    alpha: number(look.alpha, 1),
    color: one,
    sticky,
    more: {
      rects,
      colors: all,
      own: [],
      edge:
        look.edgecolor === undefined
          ? isHollow
            ? one
            : ''
          : color(Array.isArray(look.edgecolor) ? look.edgecolor[0] : look.edgecolor, ''),
      width: number(look.linewidth, isHollow ? 1.5 : 1),
      style: look.linestyle === undefined ? '-' : lineStyle(look.linestyle),
      isHollow,
    },
  });
}

const barKeywords = [
  'x',
  'y',
  'width',
  'height',
  'bottom',
  'left',
  'align',
  'color',
  'facecolor',
  'edgecolor',
  'label',
  'alpha',
  'linewidth',
  'zorder',
  'tick_label',
  'yerr',
  'xerr',
  'ecolor',
  'capsize',
  'error_kw',
  'log',
  'linestyle',
  'fill',
];

/** Numbers as a program gave them, whole ones whole: they are written on bars. @param {any} value @param {number[]} numbers */
const asGiven = (value, numbers) => {
  const own = isMany(value) ? listOf(value) : numbers.map(() => value);
  return numbers.map((_, i) => own[i % own.length]);
};

/** Bars up or aside. @param {boolean} isUp */
export const bars =
  (isUp) => (/** @type {Axes} */ axes, /** @type {any[]} */ args, /** @type {Keywords} */ keywords) => {
    const look = looks('Rectangle.set', keywords, barKeywords);
    const direction = isUp ? axes.x : axes.y;
    const list = (/** @type {any} */ value, /** @type {number} */ count) => {
      const own = nested(value);
      return Array.isArray(own) ? own.map(Number) : Array(count).fill(Number(own));
    };
    const where = nested(args[0] ?? (isUp ? look.x : look.y));
    const places = direction.places(Array.isArray(where) ? where : [where]);
    const lengths = list(args[1] ?? (isUp ? look.height : look.width), places.length);
    if (places.length > 1 && lengths.length > 1 && places.length !== lengths.length)
      throw raised(
        'ValueError',
        `shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape (${places.length},) and arg 1 with shape (${lengths.length},).`,
      );
    const widths = list(args[2] ?? (isUp ? look.width : look.height) ?? kBar, places.length);
    const bases = list(args[3] ?? (isUp ? look.bottom : look.left) ?? 0, places.length);
    const shift = look.align === 'edge' ? 0 : 0.5;
    const rects = places.map((place, i) => {
      const across = [place - shift * widths[i], place + (1 - shift) * widths[i]];
      const along = [bases[i], bases[i] + (lengths[i % lengths.length] ?? 0)];
      return isUp ? [...across, ...along] : [...along, ...across];
    });
    if (look.tick_label !== undefined) {
      direction.shared.ticks = places;
      direction.shared.tickTexts = [nested(look.tick_label)].flat().map(String);
    }
    const sticky = isUp ? { y: [...new Set(bases)] } : { x: [...new Set(bases)] };
    if (look.log === true) (isUp ? axes.y : axes.x).shared.scale = 'log';
    const labels = Array.isArray(look.label) ? look.label : null;
    /** @type {import('../model/axes.js').Artist} */ const artist = addBars(
      axes,
      rects,
      look,
      sticky,
      look.fill === false,
    );
    artist.more.given = {
      lengths: asGiven(args[1] ?? (isUp ? look.height : look.width), lengths),
      bases: asGiven(args[3] ?? (isUp ? look.bottom : look.left) ?? 0n, bases),
    };
    const made = hold(new Bars(artist, axes, isUp));
    if (labels) labels.forEach((text, i) => namedAlone(axes, made, i, str(text)));
    const middles = rects.map(([x0, x1, y0, y1]) => (isUp ? (x0 + x1) / 2 : (y0 + y1) / 2));
    const ends = rects.map((rect) => (isUp ? rect[3] : rect[1]));
    const extra = look.error_kw?.get?.('capsize');
    const errors = { color: look.ecolor ?? 'k', capsize: look.capsize ?? extra, xerr: look.xerr, yerr: look.yerr };
    if (look.xerr !== undefined || look.yerr !== undefined)
      made.errorbar = errorLines(axes, isUp ? middles : ends, isUp ? ends : middles, errors);
    return made;
  };

/** A name in the legend for one bar of several. @param {Axes} axes @param {Bars} bars @param {number} i @param {string} text */
function namedAlone(axes, bars, i, text) {
  const { artist } = bars;
  const fill = bars.patches[i].face;
  axes.add({ ...artist, xs: [], ys: [], label: text, color: fill, more: { ...artist.more, rects: [], colors: null } });
}

/** Values at the ends of bars. @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function bar_label(axes, args, keywords) {
  const look = looks('bar_label', keywords, [...textKeywords, 'container', 'labels', 'fmt', 'label_type', 'padding']);
  const bars = args[0] ?? look.container;
  if (!(bars instanceof Bars)) throw raised('TypeError', 'bar_label() takes the container that bar() gives back');
  const given = args[1] ?? look.labels;
  const words = given === undefined || given === null ? null : [...given].map(str);
  const isMiddle = look.label_type === 'center';
  const pad = number(look.padding, 0);
  return bars.patches.map(({ rect: [x0, x1, y0, y1] }, i) => {
    const value = bars.isUp ? y1 - y0 : x1 - x0;
    const away = value < 0 ? -1 : 1;
    const text = words ? (words[i] ?? '') : formatted(look.fmt ?? '%g', value);
    const [x, y] = bars.isUp
      ? [(x0 + x1) / 2, isMiddle ? (y0 + y1) / 2 : y1]
      : [isMiddle ? (x0 + x1) / 2 : x1, (y0 + y1) / 2];
    const writing = dress(new Writing(text), look);
    writing.horizontal = bars.isUp || isMiddle ? 'center' : away > 0 ? 'left' : 'right';
    writing.vertical = !bars.isUp || isMiddle ? 'center' : away > 0 ? 'bottom' : 'top';
    const offset = isMiddle ? 0 : away * pad;
    const artist = noteIn(axes, writing, [x, y], look, { offset: bars.isUp ? [0, offset] : [offset, 0] });
    return new Words(x, y, writing, artist);
  });
}

/** @param {any} fmt '%.1f', '{:.1f}', or a function @param {number} value */
export function formatted(fmt, value) {
  if (typeof fmt !== 'string') return str(call(fmt, [value]));
  return fmt.includes('{') ? str(callMethod(fmt, 'format', [value])) : str(binary('%', fmt, value));
}
