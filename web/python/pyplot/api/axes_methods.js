// All that can be drawn or set in axes: pyplot's functions, and by their names as methods of axes.

import { bars, hist } from './bars.js';
import { errorbar, logarithmic, plot, rule, rules, span, stem, step } from './lines.js';
import { contour, imshow } from './pictures.js';
import { scatter } from './points.js';
import { NotThere } from './refused.js';
import { fill, fill_between } from './regions.js';
import { annotate, axis, grid, legend, limits, named, scale, text, ticks, tickTexts, title } from './texts.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {(axes: Axes, args: any[], keywords: Map<string, any>) => any} Method
 */

/** Those of one name in pyplot and in axes. @type {Record<string, Method>} */
export const drawing = {
  plot,
  scatter,
  bar: bars(true),
  barh: bars(false),
  hist,
  fill_between,
  fill,
  imshow,
  contour: contour(false),
  contourf: contour(true),
  axhline: rule('x'),
  axvline: rule('y'),
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
  tick_params: () => null,
  locator_params: () => null,
  margins(axes, args, keywords) {
    const [x, y = x] = args.map(Number);
    if (x !== undefined) [axes.x.margin, axes.y.margin] = [x, y];
    for (const name of /** @type {const} */ (['x', 'y']))
      if (keywords.has(name)) axes[name].margin = Number(keywords.get(name));
    return null;
  },
};

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

/** Methods that axes alone have. @type {Record<string, Method>} */
export const own = {
  set_xticklabels: tickTexts('x'),
  set_yticklabels: tickTexts('y'),
  set_aspect(axes, [aspect]) {
    axes.aspect = aspect === 'equal' || aspect === 1 || aspect === 1n ? 'equal' : 'auto';
    return null;
  },
  set_axis_off(axes) {
    axes.isOff = true;
    return null;
  },
  set_axisbelow: () => null,
  invert_yaxis(axes) {
    axes.y.isInverted = !axes.y.isInverted;
    return null;
  },
  invert_xaxis(axes) {
    axes.x.isInverted = !axes.x.isInverted;
    return null;
  },
  get_title: ({ title: words }) => words,
  get_xlabel: ({ x }) => x.label,
  get_ylabel: ({ y }) => y.label,
  cla(axes) {
    axes.clear();
    return null;
  },
  clear(axes) {
    axes.clear();
    return null;
  },
  set(axes, _, keywords) {
    for (const [key, value] of keywords) {
      const method = setting[key] ?? own[`set_${key}`];
      if (!method) throw NotThere(`Axes.set(${key}=…)`);
      method(axes, Array.isArray(value) ? [value] : [value], new Map());
    }
    return null;
  },
};

/** What matplotlib draws and these figures do not, each with the nearest that they do. @type {Record<string, string>} */
export const absent = {
  pie: 'bar',
  boxplot: 'hist or scatter',
  violinplot: 'hist',
  quiver: 'annotate with arrowprops',
  streamplot: 'contour',
  pcolormesh: 'imshow',
  pcolor: 'imshow',
  matshow: 'imshow',
  hexbin: 'scatter',
  hist2d: 'imshow',
  polar: 'plot',
  plot_surface: 'contourf',
  tricontourf: 'contourf',
  stackplot: 'fill_between',
  twinx: 'a second subplot',
  twiny: 'a second subplot',
  table: 'print',
  specgram: 'imshow',
};
