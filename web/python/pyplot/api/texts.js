// Texts in axes and on figures, with arrows; titles and names.
import { floatOf, str, Tuple } from '../../host/protocol.js';
import { kInk } from '../model/colors.js';
import { numbers } from '../model/values.js';
import { Writing } from '../model/writing.js';
import { color, isGiven, looks, number } from './keywords.js';
import { NotThere, needed } from './refused.js';
import { dress, textKeywords, Words } from './words.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {Map<string, any>} Keywords
 */

/** Spaces that places are in, by how programs name them. @type {Record<string, string>} */
const spaces = { data: 'data', axes: 'axes', xaxis: 'yaxes', yaxis: 'xaxes', 'axes fraction': 'axes' };

/** @param {any} given @param {string} what */
function spaceOf(given, what) {
  if (!isGiven(given)) return 'data';
  const found = spaces[String(given)];
  if (!found) throw NotThere(`${what} in '${String(given)}'`, "'data', 'axes fraction', transAxes and 'offset points'");
  return found;
}

/** @param {{ artists: any[], add?: (artist: any) => any }} holder axes, or a figure @param {Writing} writing @param {any[]} place @param {Record<string, any>} look @param {Record<string, any>} [more] */
export function noteIn(holder, writing, place, look, more = {}) {
  const artist = {
    kind: /** @type {const} */ ('text'),
    isLimitless: true,
    label: '',
    order: number(look.zorder, 3),
    alpha: number(look.alpha, 1),
    color: kInk,
    more: { place, kind: 'data', offset: [0, 0], writing, arrow: null, ...more },
  };
  holder.artists.push(artist);
  return artist;
}

/** A place, whose parts may be names of bars. @param {Axes} axes @param {any} x @param {any} y @param {string} kind */
const placeOf = (axes, x, y, kind) =>
  kind === 'data'
    ? [
        axes.x.places([typeof x === 'string' ? x : floatOf(x)])[0],
        axes.y.places([typeof y === 'string' ? y : floatOf(y)])[0],
      ]
    : [floatOf(x), floatOf(y)];

/** @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function text(axes, args, keywords) {
  const look = looks('Text.set', keywords, [...textKeywords, 'x', 'y', 's', 'clip_on', 'text']);
  const [x, y, s] = [args[0] ?? look.x, args[1] ?? look.y, args[2] ?? look.s];
  needed('Axes.text', { x, y, s });
  const kind = spaceOf(look.transform, 'text()');
  const place = placeOf(axes, x, y, kind);
  const writing = dress(new Writing(str(s)), { fontdict: args[3], ...look, text: undefined });
  const artist = noteIn(axes, writing, place, look, { kind, isClipped: look.clip_on === true });
  return new Words(x, y, writing, artist, () => {
    axes.artists = axes.artists.filter((one) => one !== artist);
  });
}

const noteKeywords = [
  ...textKeywords,
  'text',
  'xy',
  'xytext',
  'xycoords',
  'textcoords',
  'arrowprops',
  'annotation_clip',
  'clip_on',
];

/** @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function annotate(axes, args, keywords) {
  const look = looks('Annotation.set', keywords, noteKeywords);
  needed('Axes.annotate', { text: args[0] ?? look.text, xy: args[1] ?? look.xy });
  const words = str(args[0] ?? look.text);
  const kind = spaceOf(look.xycoords, 'annotate()');
  const pair = (/** @type {any} */ value) =>
    value instanceof Tuple || Array.isArray(value) ? [...value] : numbers(value);
  const [tx, ty] = pair(args[1] ?? look.xy);
  const to = placeOf(axes, tx, ty, kind);
  const given = args[2] ?? look.xytext;
  const isOffset = /^offset (points|pixels)$/.test(String(look.textcoords ?? ''));
  const own = isGiven(given) ? (isOffset ? numbers(given) : null) : to;
  const textKind = isOffset || own === to ? kind : spaceOf(look.textcoords ?? look.xycoords, 'annotate()');
  const at = own ?? placeOf(axes, pair(given)[0], pair(given)[1], textKind);
  const writing = dress(new Writing(words), { ...look, text: undefined });
  const artist = noteIn(axes, writing, isOffset ? to : at, look, {
    kind: textKind,
    offset: isOffset ? at : [0, 0],
    arrow: arrowOf(look.arrowprops, to, kind),
    // matplotlib leaves out notes whose point is out of the axes.
    isClipped: look.annotation_clip !== false && kind === 'data' && (isOffset || own === to),
  });
  return new Words(to[0], to[1], writing, artist, () => {
    axes.artists = axes.artists.filter((one) => one !== artist);
  });
}

/** `arrowprops=dict(…)`. @param {any} given @param {number[]} to @param {string} kind */
function arrowOf(given, to, kind) {
  if (!isGiven(given)) return null;
  const get = (/** @type {string[]} */ ...names) =>
    names.map((name) => given.get?.(name)).find((one) => one !== undefined);
  const style = get('arrowstyle');
  const isBroad = style === undefined;
  const both = get('color');
  const bend = /rad=(-?[\d.]+)/.exec(String(get('connectionstyle') ?? ''));
  return {
    to,
    kind,
    style: String(style ?? '-|>'),
    color: color(both ?? get('edgecolor', 'ec'), kInk),
    face: color(both ?? get('facecolor', 'fc'), isBroad ? '#1f77b4' : kInk),
    width: number(get('lw', 'linewidth'), 1),
    bend: bend ? Number(bend[1]) : 0,
    shrink: isBroad ? number(get('shrink'), 0) : 0,
    scale: number(get('mutation_scale'), 10) / 10,
    isBroad: isBroad
      ? { body: number(get('width'), 4), head: number(get('headwidth'), 12), length: number(get('headlength'), 12) }
      : null,
  };
}

/** @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function title(axes, args, keywords) {
  const look = looks('Text.set', keywords, [...textKeywords, 'loc', 'pad', 'y', 'label']);
  needed('Axes.set_title', { label: args[0] ?? look.label });
  const place = /** @type {'left' | 'center' | 'right'} */ (look.loc ?? args[2] ?? 'center');
  const writing = dress(new Writing(str(args[0] ?? look.label ?? '')), { fontdict: args[1], ...look, text: undefined });
  axes.titles[place] = writing;
  return new Words({ left: 0, center: 0.5, right: 1 }[place], 1, writing);
}

/** The name of a direction. @param {'x' | 'y'} name */
export const named =
  (name) => (/** @type {Axes} */ axes, /** @type {any[]} */ args, /** @type {Keywords} */ keywords) => {
    const own = `${name}label`;
    const look = looks('Text.set', keywords, [...textKeywords, own, 'labelpad', 'loc', 'label']);
    needed(`Axes.set_${own}`, { [own]: args[0] ?? look[own] ?? look.label });
    const writing = dress(new Writing(str(args[0] ?? look[own] ?? look.label ?? '')), {
      fontdict: args[1],
      ...look,
      text: undefined,
    });
    if (look.loc === 'left' || look.loc === 'right') writing.horizontal = look.loc;
    axes[name].label = writing;
    return name === 'x' ? new Words(0.5, 0, writing) : new Words(0, 0.5, writing);
  };
