// Figures as Python programs hold them, and how subplots stand in them.
import { currentSession, hostType, smallIndexOf, str } from '../../host/protocol.js';
import { describe, svgOf } from '../drawing/svg.js';
import { Axes } from '../model/axes.js';
import { Figure, Figures } from '../model/figure.js';
import { numbers } from '../model/values.js';
import { Writing } from '../model/writing.js';
import { colorbar } from './colorbar.js';
import { arrayOf } from './drawn.js';
import { gridOf, mosaic, newGrid, refuseProjection, subplotIn } from './grids.js';
import { color, isGiven, looks, number } from './keywords.js';
import { legendIn } from './legends.js';
import { figureNames } from './names.js';
import { NotThere, savefig } from './refused.js';
import { noteIn } from './texts.js';
import { dress, textKeywords, Words } from './words.js';

/** The figures of the running session. @returns {Figures} */
export const figures = () => currentSession().state('pyplot', () => new Figures());

/** A size in inches. @param {any} value @returns {[number, number] | undefined} */
export const sizeOf = (value) => (isGiven(value) ? /** @type {[number, number]} */ (numbers(value)) : undefined);

/** Shows a figure at this place of the output, and closes it. @param {Figure} figure */
export function show(figure) {
  const session = currentSession();
  if (figure.axes.length > 0) session.show(svgOf(figure), { title: describe(figure), series: seriesOf(figure) });
  figures().close(figure);
}

/** All numbers of a figure, for a table. @param {Figure} figure */
function seriesOf(figure) {
  return figure.axes
    .filter(({ place }) => !place.bar)
    .flatMap(({ artists, titles, x, y }) =>
      artists
        .filter(({ kind }) => !['text', 'image', 'mesh', 'regions', 'slope'].includes(kind))
        .map(({ label, kind, xs = [], ys = [] }, i) => ({
          name: [titles.center.text, label && !label.startsWith('_') ? label : `${kind} ${i + 1}`]
            .filter(Boolean)
            .join(': '),
          x: x.label.text || 'x',
          y: y.label.text || 'y',
          xs: Array.from(xs),
          ys: Array.from(ys),
        })),
    );
}

/** A text of the figure itself. @param {'suptitle' | 'supxlabel' | 'supylabel'} key @param {number} x @param {number} y */
export const figureWords =
  (key, x, y) =>
  (/** @type {Figure} */ figure, /** @type {any[]} */ args, /** @type {Map<string, any>} */ keywords) => {
    const look = looks('Text.set', keywords, [...textKeywords, 't', 'x', 'y']);
    figure[key] = dress(new Writing(str(args[0] ?? look.t)), { ...look, text: undefined });
    if (look.y !== undefined) figure[key].y = number(look.y, y);
    return new Words(x, y, figure[key]);
  };

/** Free axes of a figure. @param {Figure} self @param {any[]} args @param {Map<string, any>} keywords */
export function addAxes(self, args, keywords) {
  refuseProjection(keywords);
  const [place = keywords.get('rect')] = args;
  if (place instanceof Axes) return place;
  return self.add({ rows: 1, columns: 1, row: [0, 0], column: [0, 0], free: /** @type {any} */ (numbers(place)) });
}

/** @param {Figure} self @param {any[]} args @param {Map<string, any>} keywords */
export function figureText(self, args, keywords) {
  const look = looks('Text.set', keywords, [...textKeywords, 'x', 'y', 's']);
  const [x, y, s] = [args[0] ?? look.x, args[1] ?? look.y, args[2] ?? look.s];
  const writing = dress(new Writing(str(s)), { ...look, text: undefined });
  const artist = noteIn(self, writing, [Number(x), Number(y)], look);
  return new Words(Number(x), Number(y), writing, artist);
}

/** @param {Figure} self @param {any} _ @param {Map<string, any>} keywords */
export function adjust(self, _, keywords) {
  for (const [key, value] of keywords) if (value !== null) self.margins[/** @type {'left'} */ (key)] = number(value, 0);
  if (keywords.size > 0) self.isTight = false;
  return null;
}

/** @type {Record<string, (self: Figure, args: any[], keywords: Map<string, any>) => any>} */
const methods = {
  add_subplot: (self, args, keywords) => subplotIn(self, args, keywords, true),
  add_axes: addAxes,
  add_gridspec: (self, args, keywords) => newGrid(args, keywords, self),
  subplots: (self, args, keywords) =>
    gridOf(
      self,
      smallIndexOf(args[0] ?? keywords.get('nrows') ?? 1n),
      smallIndexOf(args[1] ?? keywords.get('ncols') ?? 1n),
      keywords,
    ),
  subplot_mosaic: (self, args, keywords) => mosaic(self, args[0], keywords),
  suptitle: figureWords('suptitle', 0.5, 0.98),
  supxlabel: figureWords('supxlabel', 0.5, 0.01),
  supylabel: figureWords('supylabel', 0.02, 0.5),
  text: figureText,
  tight_layout: (self) => {
    self.isTight = true;
  },
  set_tight_layout: (self) => {
    self.isTight = true;
  },
  set_constrained_layout: (self) => {
    self.isTight = true;
  },
  set_layout_engine: (self, [name]) => {
    self.isTight = name !== 'none' && name !== null;
  },
  subplots_adjust: adjust,
  colorbar,
  gca: (self) => self.gca(),
  sca: (self, [axes]) => {
    self.current = axes;
    return axes;
  },
  get_axes: ({ axes }) => [...axes],
  delaxes: (self, [axes]) => {
    self.axes = self.axes.filter((one) => one !== axes);
    if (self.current === axes) self.current = self.axes.at(-1) ?? null;
  },
  legend: (self, args, keywords) =>
    legendIn(
      self,
      args,
      keywords.has('loc') ? keywords : new Map([...keywords, ['loc', 'upper right']]),
      self.axes.flatMap((axes) => axes.artists),
    ),
  show: (self) => void show(self),
  clf: (self) => void self.clear(),
  clear: (self) => void self.clear(),
  set_size_inches: (self, args) => {
    self.size = /** @type {[number, number]} */ (args.length === 2 ? args.map(Number) : numbers(args[0]));
  },
  get_size_inches: ({ size }) => arrayOf(size),
  get_figwidth: ({ size }) => size[0],
  get_figheight: ({ size }) => size[1],
  set_figwidth: (self, [width]) => {
    self.size = [Number(width), self.size[1]];
  },
  set_figheight: (self, [height]) => {
    self.size = [self.size[0], Number(height)];
  },
  get_dpi: () => 100,
  set_dpi: () => null,
  set_facecolor: (self, [value]) => {
    self.face = /^(w|white|none)$/.test(value) ? null : color(value, 'none');
  },
  autofmt_xdate: ({ axes }) =>
    axes.forEach((one) => dress(one.x.names, { rotation: 30, ha: 'right', horizontalalignment: 'right' })),
  align_labels: () => null,
  align_xlabels: () => null,
  align_ylabels: () => null,
  savefig,
};

/** An empty object of matplotlib's that programs call in vain: `fig.canvas`. */
class Canvas {}
hostType(Canvas, {
  name: 'FigureCanvasAgg',
  module: 'matplotlib.backends.backend_agg',
  methods: { draw: () => null, draw_idle: () => null, flush_events: () => null, manager: () => null },
});

hostType(Figure, {
  name: 'Figure',
  module: 'matplotlib.figure',
  operations: {
    __repr__: ({ size, axes }) =>
      `<Figure size ${Math.round(size[0] * 100)}x${Math.round(size[1] * 100)} with ${axes.length} Axes>`,
    __str__: ({ size }) => `Figure(${Math.round(size[0] * 100)}x${Math.round(size[1] * 100)})`,
  },
  methods,
  properties: {
    axes: ({ axes }) => [...axes],
    number: ({ number: own }) => BigInt(own),
    dpi: () => 100,
    canvas: () => new Canvas(),
    transFigure: () => 'data',
  },
  find: (_, name) => {
    if (figureNames.has(name)) throw NotThere(`Figure.${name}`);
    return undefined;
  },
});
