// Axes as Python programs hold them: matplotlib's methods and attributes.
import { hostType } from '../../host/protocol.js';
import { Axes } from '../model/axes.js';
import { absent, drawing, linesOf, own, setting } from './axes_methods.js';
import { Axis, Spines } from './axis_type.js';
import { drawnOf } from './drawn.js';
import { LegendDrawn } from './legends.js';
import { axesNames } from './names.js';
import { NotThere } from './refused.js';
import { Words } from './words.js';

/** @type {Record<string, (self: Axes, args: any[], keywords: Map<string, any>) => any>} */
const methods = { ...drawing };
for (const [name, method] of Object.entries(setting)) methods[`set_${name}`] = method;
Object.assign(methods, own);
methods.get_legend = (axes) => (axes.legend ? new LegendDrawn(axes.legend, axes, axes.artists) : null);
methods.get_xaxis = (axes) => new Axis(axes, 'x');
methods.get_yaxis = (axes) => new Axis(axes, 'y');

/** What of axes is of some kinds. @param {...string} kinds @returns {(axes: Axes) => any[]} */
const of =
  (...kinds) =>
  (axes) =>
    axes.artists.filter(({ kind }) => kinds.includes(kind)).map((artist) => drawnOf(artist, axes));

/** As matplotlib shows axes: their titles and names. @param {Axes} axes */
function shown({ titles, x, y }) {
  const named = Object.entries(titles).filter(([, { text }]) => text !== '');
  const parts = [
    named.length > 0 && `title={${named.map(([key, { text }]) => `'${key}': '${text}'`).join(', ')}}`,
    x.label.text && `xlabel='${x.label.text}'`,
    y.label.text && `ylabel='${y.label.text}'`,
  ].filter(Boolean);
  return parts.join(', ');
}

hostType(Axes, {
  name: 'Axes',
  module: 'matplotlib.axes._axes',
  operations: { __repr__: (self) => `<Axes: ${shown(self)}>` },
  methods,
  properties: {
    spines: (self) => new Spines(self),
    xaxis: (self) => new Axis(self, 'x'),
    yaxis: (self) => new Axis(self, 'y'),
    figure: ({ figure }) => figure,
    transAxes: () => 'axes',
    transData: () => 'data',
    title: ({ titles }) => new Words(0.5, 1, titles.center),
    lines: linesOf,
    patches: (/** @type {Axes} */ axes) =>
      axes.artists.flatMap((artist) =>
        artist.kind === 'bars'
          ? /** @type {any} */ (drawnOf(artist, axes)).patches
          : ['polygon', 'span'].includes(artist.kind)
            ? [drawnOf(artist, axes)]
            : [],
      ),
    containers: of('bars'),
    collections: of('scatter', 'fill', 'mesh', 'regions'),
    images: of('image'),
    texts: (/** @type {Axes} */ axes) =>
      axes.artists
        .filter(({ kind }) => kind === 'text')
        .map((artist) => new Words(artist.more.place[0], artist.more.place[1], artist.more.writing, artist)),
    legend_: (axes) => methods.get_legend(axes, [], new Map()),
    axison: ({ isOff }) => !isOff,
  },
  find: (_, name) => {
    if (Object.hasOwn(absent, name)) throw NotThere(`Axes.${name}`, absent[name]);
    if (axesNames.has(name)) throw NotThere(`Axes.${name}`);
    return undefined;
  },
});
