// The bar of a picture's colours, beside its axes.
import { hostType, listOf, raised, str } from '../../host/protocol.js';
import { unknown } from './accessors.js';
import { AxesArray } from './axes_array.js';
import { Colormap, mapOf, normOf } from './colormap_type.js';
import { ticks, tickTexts } from './directions.js';
import { Drawn } from './drawn.js';
import { basics, isGiven, looks, number } from './keywords.js';
import { named } from './texts.js';
import { formatterOf } from './ticker.js';

/** @typedef {import('../model/figure.js').Figure} Figure */

/** A map with its ends that no picture has: `plt.cm.ScalarMappable(norm, cmap)`. */
export class Mappable {
  /** @param {any[]} args @param {Map<string, any>} keywords */
  constructor(args, keywords) {
    const norm = normOf(args[0] ?? keywords.get('norm'));
    const cmap = mapOf(args[1] ?? keywords.get('cmap'));
    const [from, to] = [number(norm.from, 0), number(norm.to, 1)];
    this.scaled = { from, to, map: cmap.at, cmap, isLog: norm.isLog };
  }
}
hostType(Mappable, {
  name: 'ScalarMappable',
  module: 'matplotlib.cm',
  methods: {
    set_array: () => null,
    set_clim: (self, [from, to]) => Object.assign(self.scaled, { from: Number(from), to: Number(to) }) && null,
    to_rgba: (self, [value]) => new Colormap(self.scaled.cmap) && value,
  },
  find: unknown('ScalarMappable'),
});

/** The bar as a program holds it. */
class Colorbar {
  /** @param {import('../model/axes.js').Axes} axes @param {'x' | 'y'} name */
  constructor(axes, name) {
    Object.assign(this, { axes, name });
  }
}
hostType(Colorbar, {
  name: 'Colorbar',
  module: 'matplotlib.colorbar',
  methods: {
    set_label: ({ axes, name }, args, keywords) => void named(name)(axes, args, keywords),
    set_ticks: ({ axes, name }, args, keywords) => void ticks(name)(axes, args, keywords),
    set_ticklabels: ({ axes, name }, args, keywords) => void tickTexts(name)(axes, args, keywords),
    remove: ({ axes }) => {
      axes.figure.axes = axes.figure.axes.filter((/** @type {any} */ one) => one !== axes);
    },
    update_ticks: () => null,
    minorticks_on: () => null,
    set_alpha: () => null,
  },
  properties: {
    ax: ({ axes }) => axes,
    outline: ({ axes }) => axes,
    vmin: ({ axes, name }) => axes.limitsOf(name)[0],
    vmax: ({ axes, name }) => axes.limitsOf(name)[1],
  },
  find: unknown('Colorbar'),
});

const known =
  'mappable cax ax label orientation location shrink fraction pad aspect ticks format extend spacing drawedges extendfrac use_gridspec anchor panchor'.split(
    ' ',
  );

/** @param {any} given @returns {import('../model/axes.js').Axes[]} */
const listed = (given) =>
  given instanceof AxesArray ? given.items : Array.isArray(given) ? given : given?.shape ? listOf(given) : [given];

/** What it is of. @param {Figure} figure @param {any} mappable */
function sourceOf(figure, mappable) {
  const owner =
    mappable instanceof Drawn
      ? mappable.axes
      : figure.axes.findLast((axes) => axes.artists.some((one) => one.more?.scaled));
  const artist = mappable instanceof Drawn ? mappable.artist : owner?.artists.findLast((one) => one.more?.scaled);
  const scaled = mappable instanceof Mappable ? mappable.scaled : artist?.more?.scaled;
  if (!scaled)
    throw raised(
      'RuntimeError',
      'No mappable was found to use for colorbar creation. First define a mappable such as an image (with imshow) or a contour set (with contourf).',
    );
  return { owner: owner ?? figure.gca(), scaled, alpha: artist?.alpha ?? 1 };
}

/** Where a bar stands of which nothing is said: beside its axes or beneath. @param {import('../model/axes.js').Axes[]} of @param {boolean} isAcross @param {Record<string, any>} look @returns {import('../model/figure.js').Place} */
const placeOf = (of, isAcross, look) => ({
  rows: 1,
  columns: 1,
  row: [0, 0],
  column: [0, 0],
  bar: {
    of,
    isAcross,
    shrink: number(look.shrink, 1),
    fraction: number(look.fraction, 0.15),
    pad: number(look.pad, isAcross ? 0.15 : 0.05),
    aspect: number(look.aspect, 20),
  },
});

/** @param {Figure} figure @param {any[]} args @param {Map<string, any>} keywords */
export function colorbar(figure, args, keywords) {
  const look = looks('colorbar', keywords, known);
  const { owner, scaled, alpha } = sourceOf(figure, args[0] ?? look.mappable);
  const [own, given] = [args[1] ?? look.cax, args[2] ?? look.ax];
  const of = isGiven(given) ? listed(given) : [owner];
  const isAcross = look.orientation === 'horizontal' || ['bottom', 'top'].includes(look.location);
  const current = figure.current;
  const bar = own ?? figure.add(placeOf(of, isAcross, look));
  figure.current = own ? current : (current ?? of[0]);
  fillBar(bar, scaled, alpha, isAcross);
  const [name, other] = isAcross ? /** @type {const} */ (['x', 'y']) : /** @type {const} */ (['y', 'x']);
  bar[other].isHidden = true;
  bar[other].shared.limits = [0, 1];
  if (!isAcross) bar.y.side = 'right';
  nameBar(bar, name, scaled, look);
  return new Colorbar(bar, name);
}

/** The numbers along a bar, and its name. @param {import('../model/axes.js').Axes} bar @param {'x' | 'y'} name @param {any} scaled @param {Record<string, any>} look */
function nameBar(bar, name, scaled, look) {
  const { shared, label } = bar[name];
  if (scaled.isLog) shared.scale = 'log';
  if (scaled.levels) shared.ticks = thinned(scaled.levels);
  if (isGiven(look.ticks)) ticks(name)(bar, [look.ticks], new Map());
  const { format } = look;
  if (isGiven(format))
    shared.formatter = formatterOf(
      typeof format === 'string' && !format.includes('{') ? percentFormat(format) : format,
    );
  if (look.label !== undefined) label.text = str(look.label);
}

/** @param {string} format */
const percentFormat = (format) =>
  format.replace(/%(\.\d+)?([dfegs])/, (_, digits = '', kind) => `{x:${digits}${kind}}`).replace(/%%/g, '%');

/** So many levels are named at most. */
const kNamed = 10;

/** Those that are named, with 0 among them. @param {number[]} levels */
function thinned(levels) {
  const step = Math.max(1, Math.ceil(levels.length / kNamed));
  const from = (/** @type {number} */ start) => levels.filter((_, i) => i % step === start);
  const nearest = (/** @type {number[]} */ all) => Math.min(...all.map(Math.abs));
  return Array.from({ length: step }, (_, start) => from(start)).reduce((a, b) => (nearest(b) < nearest(a) ? b : a));
}

/** So many colours a bar without levels shows. */
const kColors = 128;

/** The edges of a bar's stretches, and their colours. @param {any} scaled */
function stretchesOf({ from, to, map, levels, isFilled, colorAt, isLog }) {
  const at = (/** @type {number} */ share) => (isLog ? from * (to / from) ** share : from + (to - from) * share);
  const edges = isFilled ? levels : Array.from({ length: kColors + 1 }, (_, i) => at(i / kColors));
  const fillAt = (/** @type {number} */ end, /** @type {number} */ i) => {
    if (isFilled) return colorAt((edges[i] + end) / 2, i);
    return levels ? 'none' : map((i + 0.5) / kColors);
  };
  return { edges, fills: edges.slice(1).map(fillAt) };
}

/** @param {import('../model/axes.js').Axes} bar @param {any} scaled @param {number} alpha @param {boolean} isAcross */
function fillBar(bar, scaled, alpha, isAcross) {
  const { levels, isFilled, colorAt } = scaled;
  const { edges, fills } = stretchesOf(scaled);
  const [across, up] = isAcross ? [edges, [0, 1]] : [[0, 1], edges];
  const [xs, ys] = [across, up].map((all) => [all[0], all.at(-1)]);
  const colors = isAcross ? [fills] : fills.map((/** @type {string} */ one) => [one]);
  bar.add({
    kind: 'mesh',
    xs,
    ys,
    sticky: { x: xs, y: ys },
    ...basics({}, 0),
    alpha,
    color: '',
    more: { colors, across, up, edge: '', scaled: null },
  });
  if (!levels || isFilled) return;
  // A contour's lines as they are.
  levels.forEach((/** @type {number} */ level, /** @type {number} */ i) => {
    const more = { along: isAcross ? 'y' : 'x', at: level, ends: [0, 1], width: 1.5, style: '-', marker: '' };
    bar.add({ kind: 'rule', ...basics({}, 1), alpha, color: colorAt(level, i), more });
  });
}
