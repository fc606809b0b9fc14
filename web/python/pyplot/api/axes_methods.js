// All that can be drawn or set in axes: pyplot's functions, and by their names as methods of axes.
import { raised, Tuple } from '../../host/protocol.js';
import { ticksOf } from '../drawing/ticks.js';
import { isNamed } from '../model/legend.js';
import { linearTicks } from '../model/ticks.js';
import { numbers } from '../model/values.js';
import { bar_label, bars } from './bars.js';
import { clabel, contour } from './contours.js';
import { cycler, usualCycle } from './cycler.js';
import { limits, scale, tick_params, ticklabel_format, ticks, tickTexts, tickWords } from './directions.js';
import { arrayOf, drawnOf } from './drawn.js';
import { errorbar, stem } from './errors.js';
import { axis, grid } from './frames.js';
import { hist } from './histogram.js';
import { color } from './keywords.js';
import { legend } from './legends.js';
import { logarithmic, plot, step } from './lines.js';
import { addDrawn } from './patches.js';
import { hist2d, imshow, matshow, pcolormesh } from './pictures.js';
import { scatter } from './points.js';
import { NotThere, needed } from './refused.js';
import { fill, fill_between } from './regions.js';
import { axline, rule, rules, span } from './rules.js';
import { arrow, boxplot, pie, stackplot } from './shapes.js';
import { annotate, named, text, title } from './texts.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {(axes: Axes, args: any[], keywords: Map<string, any>) => any} Method
 */

/** Room beside what is drawn. @type {Method} */
function margins(axes, args, keywords) {
  const [x, y = x] = args.map(Number);
  if (x !== undefined) [axes.x.margin, axes.y.margin] = [x, y];
  for (const name of /** @type {const} */ (['x', 'y']))
    if (keywords.has(name)) axes[name].margin = Number(keywords.get(name));
  return null;
}

/** How many ticks. @type {Method} */
function locator_params(axes, args, keywords) {
  const which = args[0] ?? keywords.get('axis') ?? 'both';
  const bins = keywords.get('nbins');
  for (const name of /** @type {const} */ (['x', 'y'])) {
    if ((which !== 'both' && which !== name) || bins === undefined) continue;
    axes[name].shared.locator = (from, to) => linearTicks(from, to, Number(bins), { isExact: true });
  }
  return null;
}

/** Those of one name in pyplot and in axes. @type {Record<string, Method>} */
export const drawing = {
  plot,
  scatter,
  bar: bars(true),
  barh: bars(false),
  bar_label,
  hist,
  hist2d,
  fill_between: (axes, args, keywords) => fill_between(axes, args, keywords),
  fill_betweenx: (axes, args, keywords) => fill_between(axes, args, keywords, true),
  fill,
  stackplot,
  pie,
  boxplot,
  arrow,
  imshow,
  pcolormesh,
  contour: contour(false),
  contourf: contour(true),
  clabel,
  axhline: rule('x'),
  axvline: rule('y'),
  axline,
  axhspan: span('x'),
  axvspan: span('y'),
  hlines: rules('x'),
  vlines: rules('y'),
  step,
  stem,
  errorbar,
  semilogy: logarithmic(['y']),
  semilogx: logarithmic(['x']),
  loglog: logarithmic(['x', 'y']),
  text,
  annotate,
  legend,
  grid,
  axis,
  tick_params,
  ticklabel_format,
  locator_params,
  margins,
  minorticks_on(axes) {
    axes.x.shared.minor = axes.y.shared.minor = 'auto';
    return null;
  },
  minorticks_off(axes) {
    axes.x.shared.minor = axes.y.shared.minor = 'none';
    return null;
  },
  twinx: (axes) => axes.figure.addTwin(axes, 'x'),
  twiny: (axes) => axes.figure.addTwin(axes, 'y'),
  autoscale: () => null,
};

/** What these cannot do without. @type {Record<string, string[]>} */
const required = {
  scatter: ['x', 'y'],
  bar: ['x', 'height'],
  barh: ['y', 'width'],
  hist: ['x'],
  hist2d: ['x', 'y'],
  fill_between: ['x', 'y1'],
  pie: ['x'],
  boxplot: ['x'],
  imshow: ['X'],
  errorbar: ['x', 'y'],
};
for (const [name, keys] of Object.entries(required)) {
  const method = drawing[name];
  drawing[name] = (axes, args, keywords) => {
    needed(`Axes.${name}`, Object.fromEntries(keys.map((key, i) => [key, args[i] ?? keywords.get(key)])));
    return method(axes, args, keywords);
  };
}

/** pyplot's names of what axes call `set_…`. @type {Record<string, Method>} */
export const setting = {
  title,
  xlabel: named('x'),
  ylabel: named('y'),
  xlim: limits('x'),
  ylim: limits('y'),
  xticks: ticks('x'),
  yticks: ticks('y'),
  xscale: scale('x'),
  yscale: scale('y'),
};

/** Ticks of a direction, with the next ones beyond its ends as matplotlib has them. @param {Axes} axes @param {'x' | 'y'} name */
function allTicks(axes, name) {
  const { ticks, locator, scale: kind, categories } = axes[name].shared;
  const [a, b] = axes.limitsOf(name);
  if (ticks || locator || kind === 'log' || categories.length > 0) return ticksOf(axes, name, 400).ticks;
  return linearTicks(Math.min(a, b), Math.max(a, b), 9, { isWide: true });
}

/** @param {(axes: Axes, value: any) => void} change @returns {Method} */
const put = (change) => (axes, args, keywords) => {
  change(axes, args[0] ?? [...keywords.values()][0]);
  return null;
};
/** What changes nothing here. */
const idle =
  'set_zorder set_alpha set_label set_rasterized set_adjustable set_anchor set_autoscale_on relim autoscale_view reset_position'.split(
    ' ',
  );

/** @param {'x' | 'y'} name @returns {Record<string, Method>} */
const ofDirection = (name) => ({
  [`set_${name}ticks`]: ticks(name, true),
  [`set_${name}ticklabels`]: tickTexts(name),
  [`set_${name}bound`]: limits(name),
  [`set_${name}margin`]: put((axes, value) => {
    axes[name].margin = Number(value);
  }),
  [`invert_${name}axis`]: put((axes) => {
    axes[name].shared.isInverted = !axes[name].shared.isInverted;
  }),
  [`${name}axis_inverted`]: (axes) => axes[name].shared.isInverted,
  [`get_${name}lim`]: (axes) => new Tuple(axes.limitsOf(name)),
  [`get_${name}bound`]: (axes) => new Tuple(axes.limitsOf(name)),
  [`get_${name}label`]: (axes) => axes[name].label.text,
  [`get_${name}scale`]: (axes) => axes[name].shared.scale,
  [`get_${name}ticks`]: (axes) => arrayOf(allTicks(axes, name)),
  [`get_${name}ticklabels`]: (axes) => tickWords(axes, name),
  [`get_${name}majorticklabels`]: (axes) => tickWords(axes, name),
});

/** Colours in turn, of `color=[…]` or of a cycler. @type {Method} */
function set_prop_cycle(axes, args, keywords) {
  const given = args[0] === null ? usualCycle : cycler(args, keywords);
  axes.cycle = { colors: given.colors, lines: 0, patches: 0 };
  return null;
}

/** Methods that axes alone have. @type {Record<string, Method>} */
export const own = {
  ...ofDirection('x'),
  ...ofDirection('y'),
  set_aspect(axes, [given], keywords) {
    const aspect = given === 'equal' ? 1 : given === 'auto' ? null : Number(given);
    Object.assign(axes, { aspect, isAspectOfData: keywords.get('adjustable') === 'datalim' });
    return null;
  },
  set_box_aspect: () => {
    throw NotThere('Axes.set_box_aspect', "set_aspect('equal')");
  },
  set_axis_off: put((axes) => {
    axes.isOff = true;
  }),
  set_axis_on: put((axes) => {
    axes.isOff = false;
  }),
  set_frame_on: put((axes, value) => {
    axes.isFrameless = value === false;
  }),
  set_visible: put((axes, value) => {
    axes.isHidden = value === false;
  }),
  set_facecolor: put((axes, value) => {
    axes.face = color(value, 'none');
  }),
  set_prop_cycle,
  set_axisbelow: put((axes, value) => {
    axes.isGridBelow = value === true;
  }),
  ...Object.fromEntries(idle.map((name) => [name, () => null])),
  set_position: (axes, [place]) => {
    axes.place = { rows: 1, columns: 1, row: [0, 0], column: [0, 0], free: /** @type {any} */ (numbers(place)) };
    return null;
  },
  matshow,
  add_patch: addDrawn,
  add_line: addDrawn,
  add_artist: (axes, args) => {
    const legend = args[0]?.legend;
    if (!legend) return addDrawn(axes, args);
    axes.kept.push(legend);
    if (axes.legend === legend) axes.legend = null;
    return args[0];
  },
  label_outer(axes) {
    const { rows, row, column } = axes.place;
    axes.x.isNamed &&= row[1] === rows - 1;
    axes.y.isNamed &&= column[0] === 0;
    if (row[1] !== rows - 1) axes.x.label.text = '';
    if (column[0] !== 0) axes.y.label.text = '';
    return null;
  },
  sharex: put((axes, other) => axes.share('x', other)),
  sharey: put((axes, other) => axes.share('y', other)),
  get_title: ({ titles }, args, keywords) =>
    titles[/** @type {'left'} */ (args[0] ?? keywords.get('loc') ?? 'center')].text,
  get_figure: ({ figure }) => figure,
  get_lines: (axes) => linesOf(axes),
  get_legend_handles_labels(axes) {
    const all = axes.artists.filter(isNamed);
    return new Tuple([all.map((artist) => drawnOf(artist, axes)), all.map(({ label }) => label)]);
  },
  get_aspect: ({ aspect }) => (aspect === null ? 'auto' : aspect),
  get_facecolor: ({ face }) => face ?? 'white',
  get_visible: ({ isHidden }) => !isHidden,
  has_data: ({ artists }) => artists.length > 0,
  cla: put((axes) => axes.clear()),
  clear: put((axes) => axes.clear()),
  remove: put((axes) => {
    axes.figure.axes = axes.figure.axes.filter((one) => one !== axes);
    axes.figure.current = axes.figure.axes.at(-1) ?? null;
  }),
  set(axes, _, keywords) {
    for (const [key, value] of keywords) {
      const method = own[`set_${key}`] ?? setting[key];
      if (!method) throw raised('AttributeError', `Axes.set() got an unexpected keyword argument '${key}'`);
      method(axes, key.endsWith('lim') && value instanceof Tuple ? [...value] : [value], new Map());
    }
    return null;
  },
};

/** The lines of axes. @param {Axes} axes */
export const linesOf = (axes) =>
  axes.artists
    .filter(({ kind }) => kind === 'line' || kind === 'rule' || kind === 'slope')
    .map((artist) => drawnOf(artist, axes));

/** What matplotlib draws and these figures do not, each with the nearest that they do. @type {Record<string, string>} */
export const absent = {
  violinplot: 'boxplot or hist',
  quiver: 'arrow, or annotate with arrowprops',
  barbs: 'arrow',
  streamplot: 'contour',
  pcolor: 'pcolormesh',
  pcolorfast: 'pcolormesh',
  hexbin: 'hist2d',
  polar: 'plot',
  plot_surface: 'contourf',
  tricontourf: 'contourf',
  tricontour: 'contour',
  tripcolor: 'pcolormesh',
  table: 'print',
  specgram: 'imshow',
  spy: 'imshow',
  eventplot: 'vlines',
  stairs: 'step',
  broken_barh: 'barh',
  secondary_xaxis: 'twiny',
  secondary_yaxis: 'twinx',
  inset_axes: 'fig.add_axes([left, bottom, width, height])',
};
