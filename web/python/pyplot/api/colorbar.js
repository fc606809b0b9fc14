// The bar of a picture's colours, beside its axes.
import { hostType, listOf, raised, str } from '../../host/protocol.js';
import { unknown } from './accessors.js';
import { AxesArray } from './axes_array.js';
import { Colormap, mapOf, normOf } from './colormap_type.js';
import { ticks, tickTexts } from './directions.js';
import { Drawn } from './drawn.js';
import { looks, number } from './keywords.js';
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

/** @param {Figure} figure @param {any[]} args @param {Map<string, any>} keywords */
export function colorbar(figure, args, keywords) {
  const look = looks('colorbar', keywords, known);
  const { owner, scaled, alpha } = sourceOf(figure, args[0] ?? look.mappable);
  const given = args[2] ?? look.ax;
  const own = args[1] ?? look.cax;
  const of = given === undefined || given === null ? [owner] : listed(given);
  const isAcross = look.orientation === 'horizontal' || look.location === 'bottom' || look.location === 'top';
  const current = figure.current;
  const place = {
    rows: 1,
    columns: 1,
    row: /** @type {[number, number]} */ ([0, 0]),
    column: /** @type {[number, number]} */ ([0, 0]),
    bar: {
      of,
      isAcross,
      shrink: number(look.shrink, 1),
      fraction: number(look.fraction, 0.15),
      pad: number(look.pad, isAcross ? 0.15 : 0.05),
      aspect: number(look.aspect, 20),
    },
  };
  const bar = own ?? figure.add(place);
  figure.current = own ? current : (current ?? of[0]);
  const [name, other] = isAcross ? /** @type {const} */ (['x', 'y']) : /** @type {const} */ (['y', 'x']);
  fillBar(bar, scaled, alpha, isAcross);
  bar[other].isHidden = true;
  bar[other].shared.limits = [0, 1];
  if (!isAcross) bar.y.side = 'right';
  if (scaled.isLog) bar[name].shared.scale = 'log';
  if (scaled.isFilled || scaled.levels) bar[name].shared.ticks = thinned(scaled.levels);
  if (look.ticks !== undefined && look.ticks !== null) ticks(name)(bar, [look.ticks], new Map());
  if (look.format !== undefined && look.format !== null)
    bar[name].shared.formatter = formatterOf(
      typeof look.format === 'string' && !look.format.includes('{') ? percentFormat(look.format) : look.format,
    );
  if (look.label !== undefined) bar[name].label.text = str(look.label);
  return new Colorbar(bar, name);
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

/** @param {import('../model/axes.js').Axes} bar @param {any} scaled @param {number} alpha @param {boolean} isAcross */
function fillBar(bar, { from, to, map, levels, isFilled, colorAt, isLog }, alpha, isAcross) {
  const count = 128;
  const edges = isFilled
    ? levels
    : Array.from({ length: count + 1 }, (_, i) =>
        isLog ? from * (to / from) ** (i / count) : from + ((to - from) * i) / count,
      );
  const fills = edges
    .slice(1)
    .map((/** @type {number} */ end, /** @type {number} */ i) =>
      isFilled ? colorAt((edges[i] + end) / 2, i) : levels ? 'none' : map((i + 0.5) / count),
    );
  const [across, up] = isAcross ? [edges, [0, 1]] : [[0, 1], edges];
  bar.add({
    kind: 'mesh',
    xs: [across[0], across.at(-1)],
    ys: [up[0], up.at(-1)],
    sticky: { x: [across[0], across.at(-1)], y: [up[0], up.at(-1)] },
    label: '',
    order: 0,
    alpha,
    color: '',
    more: {
      colors: isAcross ? [fills] : fills.map((/** @type {string} */ one) => [one]),
      across,
      up,
      edge: '',
      scaled: null,
    },
  });
  if (!levels || isFilled) return;
  // A contour's lines as they are.
  levels.forEach((/** @type {number} */ level, /** @type {number} */ i) => {
    bar.add({
      kind: 'rule',
      label: '',
      order: 1,
      alpha,
      color: colorAt(level, i),
      more: { along: isAcross ? 'y' : 'x', at: level, ends: [0, 1], width: 1.5, style: '-', marker: '' },
    });
  });
}
