// Bars, their errors and what is written at them.
import { binary, call, callMethod, listOf, raised, str } from '../../host/protocol.js';
import { isMany, nested } from '../model/values.js';
import { Writing } from '../model/writing.js';
import { Bars } from './containers.js';
import { hold } from './drawn.js';
import { errorLines } from './errors.js';
import { basics, color, colors, isGiven, looks, number, styleOf } from './keywords.js';
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
  const edge = Array.isArray(look.edgecolor) ? look.edgecolor[0] : look.edgecolor;
  return axes.add({
    kind: 'bars',
    xs: rects.flatMap((rect) => rect.slice(0, 2)),
    ys: rects.flatMap((rect) => rect.slice(2)),
    ...basics(Array.isArray(look.label) ? { ...look, label: '' } : look, 1),
    color: one,
    sticky,
    more: {
      rects,
      colors: all,
      own: [],
      edge: edge === undefined ? (isHollow ? one : '') : color(edge, ''),
      width: number(look.linewidth, isHollow ? 1.5 : 1),
      style: styleOf(look),
      isHollow,
    },
  });
}

const barKeywords =
  'x y width height bottom left align color facecolor edgecolor label alpha linewidth zorder tick_label yerr xerr ecolor capsize error_kw log linestyle fill'.split(
    ' ',
  );

/** Numbers as a program gave them, whole ones whole: they are written on bars. @param {any} value @param {number} count */
const asGiven = (value, count) => {
  const own = isMany(value) ? listOf(value) : [value];
  return Array.from({ length: count }, (_, i) => own[i % own.length]);
};

/** One number for each of several bars. @param {any} value @param {number} count @returns {number[]} */
function each(value, count) {
  const own = nested(value);
  return Array.isArray(own) ? own.map(Number) : Array(count).fill(Number(own));
}

/** x0, x1, y0 and y1 of bars. @param {number[]} places @param {number[]} lengths @param {number[]} widths @param {number[]} bases @param {boolean} isUp @param {number} shift share of the width before the place */
function rectsOf(places, lengths, widths, bases, isUp, shift) {
  if (places.length > 1 && lengths.length > 1 && places.length !== lengths.length)
    throw raised(
      'ValueError',
      `shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape (${places.length},) and arg 1 with shape (${lengths.length},).`,
    );
  return places.map((place, i) => {
    const across = [place - shift * widths[i], place + (1 - shift) * widths[i]];
    const along = [bases[i], bases[i] + (lengths[i % lengths.length] ?? 0)];
    return isUp ? [...across, ...along] : [...along, ...across];
  });
}

/** The errors at the ends of bars. @param {Axes} axes @param {number[][]} rects @param {boolean} isUp @param {Record<string, any>} look */
function errorsOf(axes, rects, isUp, look) {
  const middles = rects.map(([x0, x1, y0, y1]) => (isUp ? (x0 + x1) / 2 : (y0 + y1) / 2));
  const tips = rects.map((rect) => (isUp ? rect[3] : rect[1]));
  const capsize = look.capsize ?? look.error_kw?.get?.('capsize');
  const errors = { color: look.ecolor ?? 'k', capsize, xerr: look.xerr, yerr: look.yerr };
  return errorLines(axes, isUp ? middles : tips, isUp ? tips : middles, errors);
}

/** Bars up or aside. @param {boolean} isUp */
export const bars =
  (isUp) => (/** @type {Axes} */ axes, /** @type {any[]} */ args, /** @type {Keywords} */ keywords) => {
    const look = looks('Rectangle.set', keywords, barKeywords);
    const names = isUp ? ['x', 'height', 'width', 'bottom'] : ['y', 'width', 'height', 'left'];
    const [where, length, width, base = 0n] = names.map((key, i) => args[i] ?? look[key] ?? undefined);
    const direction = isUp ? axes.x : axes.y;
    const places = direction.places([nested(where)].flat());
    const count = places.length;
    const [lengths, widths, bases] = [length, width ?? kBar, base].map((value) => each(value, count));
    const rects = rectsOf(places, lengths, widths, bases, isUp, look.align === 'edge' ? 0 : 0.5);
    if (look.tick_label !== undefined) {
      direction.shared.ticks = places;
      direction.shared.tickTexts = [nested(look.tick_label)].flat().map(String);
    }
    if (look.log === true) (isUp ? axes.y : axes.x).shared.scale = 'log';
    const sticky = { [isUp ? 'y' : 'x']: [...new Set(bases)] };
    const artist = addBars(axes, rects, look, sticky, look.fill === false);
    const given = { lengths: asGiven(length, lengths.length), bases: asGiven(base, bases.length) };
    Object.assign(artist.more, { given });
    const made = hold(new Bars(artist, axes, isUp));
    if (Array.isArray(look.label)) look.label.forEach((text, i) => namedAlone(axes, made, i, str(text)));
    if (look.xerr !== undefined || look.yerr !== undefined) made.errorbar = errorsOf(axes, rects, isUp, look);
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
  const words = isGiven(given) ? [...given].map(str) : null;
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
