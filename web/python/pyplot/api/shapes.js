// Pies, stacked regions, boxes, arrows: what is put together from polygons, lines and texts.
import { Dict, listOf, str, Tuple } from '../../host/protocol.js';
import { arrowCorners } from '../model/arrow.js';
import { ends, nested, numbers } from '../model/values.js';
import { Writing } from '../model/writing.js';
import { formatted } from './bars.js';
import { drawnOf } from './drawn.js';
import { quantile, setsOf } from './histogram.js';
import { colors, inTurn, isGiven, looks, number, pairsOf } from './keywords.js';
import { addLine } from './lines.js';
import { addPolygon } from './regions.js';
import { noteIn } from './texts.js';
import { dress, Words } from './words.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {Map<string, any>} Keywords
 */

/** Points of an arc. @param {number} x @param {number} y @param {number} r @param {number} from @param {number} to in degrees */
export const arc = (x, y, r, from, to) => {
  const count = Math.max(2, Math.ceil(Math.abs(to - from) / 4) + 1);
  const angles = Array.from({ length: count }, (_, i) => ((from + ((to - from) * i) / (count - 1)) * Math.PI) / 180);
  return { xs: angles.map((angle) => x + r * Math.cos(angle)), ys: angles.map((angle) => y + r * Math.sin(angle)) };
};

const pieKnown =
  'x explode labels colors autopct pctdistance shadow labeldistance startangle radius counterclock wedgeprops textprops center frame rotatelabels normalize hatch'.split(
    ' ',
  );

const wedgeKnown = 'width edgecolor linewidth alpha linestyle zorder'.split(' ');

/** Slices one after another: their ends in degrees, their middles in radians. @param {number[]} values @param {number} start @param {number} turn once around */
function slicesOf(values, start, turn) {
  const total = values.reduce((a, b) => a + b, 0);
  let angle = start;
  return values.map((value) => {
    const from = angle;
    angle += (turn * value) / total;
    return { from, to: angle, middle: (((from + angle) / 2) * Math.PI) / 180, percent: (100 * value) / total };
  });
}

/** The corners of a slice, or of a part of a ring. @param {number[]} center @param {number} radius @param {number} inner @param {{ from: number, to: number }} slice */
function wedgeOf([x, y], radius, inner, { from, to }) {
  const outer = arc(x, y, radius, from, to);
  const back = inner > 0 ? arc(x, y, inner, to, from) : { xs: [x], ys: [y] };
  return { xs: [...outer.xs, ...back.xs], ys: [...outer.ys, ...back.ys] };
}

/** What is written at a slice. @param {Axes} axes @param {string} words @param {number[]} place @param {any} horizontal @param {Record<string, any>} look */
function noteAt(axes, words, place, horizontal, look) {
  const writing = Object.assign(dress(new Writing(words), look), { horizontal, vertical: 'center' });
  return new Words(place[0], place[1], writing, noteIn(axes, writing, place, {}, { isOver: true }));
}

/** @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function pie(axes, args, keywords) {
  const look = looks('pie', keywords, pieKnown);
  const values = numbers(args[0] ?? look.x);
  const [explode, labels, given] = [args[1] ?? look.explode, args[2] ?? look.labels, args[3] ?? look.colors];
  const names = labels ? listOf(labels).map(str) : [];
  const apart = explode ? numbers(explode) : values.map(() => 0);
  const fills = given ? colors(given, 'C0') : null;
  const radius = number(look.radius, 1);
  const style = looks('Wedge.set', new Map(pairsOf(look.wedgeprops)), wedgeKnown);
  const inner = style.width === undefined ? 0 : radius - number(style.width, 0);
  const textLook = Object.fromEntries(pairsOf(look.textprops));
  /** @type {any[][]} */ const [wedges, texts, shares] = [[], [], []];
  slicesOf(values, number(look.startangle, 0), look.counterclock === false ? -360 : 360).forEach((slice, i) => {
    const [cos, sin] = [Math.cos(slice.middle), Math.sin(slice.middle)];
    const center = [apart[i] * cos, apart[i] * sin];
    const own = { ...style, color: fills ? inTurn(fills, i) : axes.nextPatchColor(), label: names[i] };
    const piece = wedgeOf(center, radius, inner, slice);
    wedges.push(drawnOf(addPolygon(axes, [piece], own, { isLimitless: true }), axes));
    const out = (/** @type {number} */ share) => [center[0] + share * radius * cos, center[1] + share * radius * sin];
    if (look.labeldistance !== null) {
      const place = out(number(look.labeldistance, 1.1));
      texts.push(noteAt(axes, names[i] ?? '', place, cos > 0 ? 'left' : 'right', textLook));
    }
    if (isGiven(look.autopct)) {
      const place = out(number(look.pctdistance, 0.6));
      shares.push(noteAt(axes, formatted(look.autopct, slice.percent), place, 'center', textLook));
    }
  });
  for (const name of /** @type {const} */ (['x', 'y'])) axes[name].shared.limits = [-1.25 * radius, 1.25 * radius];
  Object.assign(axes, { aspect: 1, isOff: look.frame !== true });
  return new Tuple(look.autopct ? [wedges, texts, shares] : [wedges, texts]);
}

/** Regions one above another. @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function stackplot(axes, args, keywords) {
  const look = looks('stackplot', keywords, 'labels colors baseline alpha zorder linewidth edgecolor'.split(' '));
  const xs = numbers(args[0]);
  const layers = args.length === 2 ? nested(args[1]) : args.slice(1).map(nested);
  const all = (Array.isArray(layers[0]) ? layers : [layers]).map((/** @type {any[]} */ one) => one.map(Number));
  const names = look.labels ? listOf(look.labels).map(str) : [];
  const fills = look.colors ? colors(look.colors, 'C0') : null;
  let below = xs.map(() => 0);
  return all.map((/** @type {number[]} */ layer, /** @type {number} */ i) => {
    const above = layer.map((value, k) => value + below[k]);
    const piece = { xs: [...xs, ...[...xs].reverse()], ys: [...below, ...[...above].reverse()] };
    below = above;
    const fill = fills ? inTurn(fills, i) : axes.nextLineColor();
    const own = { ...look, color: fill, label: names[i] };
    return drawnOf(addPolygon(axes, [piece], own, { kind: 'fill', sticky: { y: [0] } }), axes);
  });
}

const boxKnown =
  'x notch sym vert whis positions widths patch_artist bootstrap usermedians conf_intervals meanline showmeans showcaps showbox showfliers boxprops labels tick_labels flierprops medianprops meanprops capprops whiskerprops manage_ticks autorange zorder capwidths label'.split(
    ' ',
  );

const partKnown =
  'color linewidth linestyle alpha facecolor edgecolor marker markersize markerfacecolor markeredgecolor'.split(' ');

/** What a box shows of a set: its quartiles, how far the whiskers reach, what is beyond. @param {number[]} set @param {number} whis in the quartiles' distance */
function summaryOf(set, whis) {
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(set, share));
  const reach = whis * (high - low);
  const bottom = Math.min(low, ...set.filter((one) => one >= low - reach));
  const top = Math.max(high, ...set.filter((one) => one <= high + reach));
  const beyond = set.filter((one) => one < bottom || one > top);
  return { low, middle, high, bottom, top, beyond, mean: set.reduce((a, b) => a + b, 0) / set.length };
}

/** One box with all that belongs to it. @param {Axes} axes @param {Record<string, any>} look @param {number} x @param {number} half its width @param {ReturnType<typeof summaryOf>} summary @returns {Record<string, any[]>} */
function boxAt(axes, look, x, half, { low, middle, high, bottom, top, beyond, mean }) {
  const turned = (/** @type {number[]} */ xs, /** @type {number[]} */ ys) =>
    look.vert === false ? { xs: ys, ys: xs } : { xs, ys };
  const propsOf = (/** @type {string} */ part) => looks(part, new Map(pairsOf(look[part])), partKnown);
  const put = (
    /** @type {string} */ part,
    /** @type {number[]} */ across,
    /** @type {number[]} */ up,
    usual = {},
    format = {},
  ) => {
    const { xs, ys } = turned(across, up);
    return drawnOf(addLine(axes, xs, ys, { linewidth: 1, color: 'k', ...usual, ...propsOf(part) }, format), axes);
  };
  const [xs, ys] = [
    [x - half, x + half, x + half, x - half, x - half],
    [low, low, high, high, low],
  ];
  const patch = () =>
    drawnOf(addPolygon(axes, [turned(xs, ys)], { facecolor: 'C0', edgecolor: 'k', ...propsOf('boxprops') }), axes);
  const far = look.sym === '' ? [] : beyond;
  const hollow = { markerfacecolor: 'none', linestyle: 'none' };
  const star = { color: 'C2', linestyle: 'none' };
  return {
    whiskers: [put('whiskerprops', [x, x], [low, bottom]), put('whiskerprops', [x, x], [high, top])],
    caps: [bottom, top].map((end) => put('capprops', [x - half / 2, x + half / 2], [end, end])),
    boxes: [look.patch_artist === true ? patch() : put('boxprops', xs, ys)],
    medians: [put('medianprops', [x - half, x + half], [middle, middle], { color: 'C1' })],
    fliers:
      look.showfliers === false
        ? []
        : [
            put(
              'flierprops',
              far.map(() => x),
              far,
              hollow,
              { marker: 'o' },
            ),
          ],
    means: look.showmeans === true ? [put('meanprops', [x], [mean], star, { marker: '^' })] : [],
  };
}

/** Boxes from quartile to quartile, whiskers to what is within 1.5 of their distance, points beyond. @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function boxplot(axes, args, keywords) {
  const look = looks('boxplot', keywords, boxKnown);
  const sets = setsOf(args[0] ?? look.x);
  const at = look.positions ? numbers(look.positions) : sets.map((_, i) => i + 1);
  const [first, last] = ends(at);
  const widths = isGiven(look.widths) ? numbers(look.widths) : [Math.min(0.5, Math.max(0.15, 0.15 * (last - first)))];
  /** @type {Record<string, any[]>} */ const made = {};
  sets.forEach((set, i) => {
    const summary = summaryOf(set, number(look.whis, 1.5));
    const parts = boxAt(axes, look, at[i], (widths[i] ?? widths[0]) / 2, summary);
    for (const [key, drawn] of Object.entries(parts)) made[key] = [...(made[key] ?? []), ...drawn];
  });
  nameBoxes(axes[look.vert === false ? 'y' : 'x'], at, look.tick_labels ?? look.labels);
  return new Dict(Object.entries(made));
}

/** @param {import('../model/direction.js').Direction} direction @param {number[]} at @param {any} labels */
function nameBoxes({ shared }, at, labels) {
  shared.ticks = [...(shared.ticks ?? []), ...at];
  shared.tickTexts = [...(shared.tickTexts ?? []), ...(labels ? listOf(labels).map(str) : at.map(String))];
  shared.limits = [Math.min(...shared.ticks) - 0.5, Math.max(...shared.ticks) + 0.5];
}

const arrowKnown =
  'x y dx dy width head_width head_length length_includes_head shape overhang head_starts_at_zero color facecolor edgecolor alpha linewidth zorder label fill linestyle'.split(
    ' ',
  );

/** An arrow of which base and reach are given, in data. @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function arrow(axes, args, keywords) {
  const look = looks('FancyArrow', keywords, arrowKnown);
  const [x, y, dx, dy] = ['x', 'y', 'dx', 'dy'].map((key, i) => number(args[i] ?? look[key], 0));
  const width = number(look.width, 0.001);
  const head = number(look.head_width, 3 * width);
  const length = number(look.head_length, 1.5 * head);
  const whole = Math.hypot(dx, dy);
  const [ux, uy] = whole === 0 ? [1, 0] : [dx / whole, dy / whole];
  const end = look.length_includes_head === true ? whole : whole + length;
  const corners = arrowCorners({ x, y, dx: ux, dy: uy }, width / 2, head / 2, end - length, end);
  const own = look.facecolor ?? look.color ?? 'C0';
  const artist = addPolygon(axes, [{ xs: corners.map(([a]) => a), ys: corners.map(([, b]) => b) }], {
    ...look,
    facecolor: own,
    edgecolor: look.edgecolor ?? look.color ?? 'k',
  });
  return drawnOf(artist, axes);
}
