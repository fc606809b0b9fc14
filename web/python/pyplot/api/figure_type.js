// Figures as Python programs hold them, and how subplots stand in them.
import { currentSession, hostType, raised, smallIndexOf, str, Tuple } from '../../host/protocol.js';
import { describe, svgOf } from '../drawing/svg.js';
import { Figure, Figures } from '../model/figure.js';
import { numbers } from '../model/values.js';
import { number } from './keywords.js';
import { savefig } from './refused.js';
import { AxesArray, Drawn, Words } from './types.js';

/** @typedef {import('../model/axes.js').Axes} Axes */

/** The figures of the running session. @returns {Figures} */
export const figures = () => currentSession().state('pyplot', () => new Figures());

/**
 * A subplot by matplotlib's three numbers, or one of three digits.
 * @param {Figure} figure @param {any[]} args
 */
export function subplotIn(figure, args) {
  if (args.length === 0) args = [1n, 1n, 1n];
  const digits = args.length === 1 ? [...String(args[0])].map(Number) : null;
  if (digits && (digits.length !== 3 || digits.some(Number.isNaN)))
    throw raised('ValueError', `Integer subplot specification must be a three-digit number, not ${args[0]}`);
  const [rows, columns] = digits ?? [smallIndexOf(args[0]), smallIndexOf(args[1])];
  const which = digits ? digits[2] : args[2] instanceof Tuple ? [...args[2]].map(smallIndexOf) : smallIndexOf(args[2]);
  const [first, last] = Array.isArray(which) ? which : [which, which];
  if (!(first >= 1 && last <= rows * columns))
    throw raised('ValueError', `num must be an integer with 1 <= num <= ${rows * columns}, not ${first}`);
  const row = /** @type {[number, number]} */ ([Math.floor((first - 1) / columns), Math.floor((last - 1) / columns)]);
  const column = /** @type {[number, number]} */ ([(first - 1) % columns, (last - 1) % columns]);
  return figure.at({ rows, columns, row, column });
}

/** Axes in rows and columns. @param {Figure} figure @param {number} rows @param {number} columns @param {Map<string, any>} keywords */
export function gridOf(figure, rows, columns, keywords) {
  const all = Array.from({ length: rows * columns }, (_, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    return figure.add({ rows, columns, row: [row, row], column: [column, column] });
  });
  for (const name of /** @type {const} */ (['x', 'y'])) {
    const shared = keywords.get(`share${name}`);
    const isSame = (/** @type {number} */ i, /** @type {number} */ j) =>
      shared === true ||
      shared === 'all' ||
      (shared === 'row' && Math.floor(i / columns) === Math.floor(j / columns)) ||
      (shared === 'col' && i % columns === j % columns);
    all.forEach((axes, i) => {
      axes.shared[name] = all.filter((_, j) => i !== j && isSame(i, j));
    });
  }
  if (keywords.get('squeeze') !== false && rows * columns === 1) return all[0];
  const shape = keywords.get('squeeze') === false ? [rows, columns] : [rows, columns].filter((count) => count > 1);
  figure.current = all[all.length - 1];
  return new AxesArray(all, shape);
}

/** A size in inches. @param {any} value @returns {[number, number] | undefined} */
export const sizeOf = (value) =>
  value === undefined || value === null ? undefined : /** @type {[number, number]} */ (numbers(value));

/** The bar of a picture's colours, beside its axes. @param {Figure} figure @param {any[]} args @param {Map<string, any>} keywords */
export function colorbar(figure, args, keywords) {
  const mappable = args[0] ?? keywords.get('mappable');
  const given = keywords.get('ax');
  const owner =
    mappable instanceof Drawn
      ? mappable.axes
      : figure.axes.findLast((axes) => axes.artists.some((one) => one.more?.scaled));
  const artist = mappable instanceof Drawn ? mappable.artist : owner?.artists.findLast((one) => one.more?.scaled);
  const scaled = artist?.more?.scaled;
  if (!scaled)
    throw raised(
      'RuntimeError',
      'No mappable was found to use for colorbar creation. First define a mappable such as an image (with imshow) or a contour set (with contourf).',
    );
  const beside = (given instanceof AxesArray ? given.items[0] : given) ?? owner;
  const bar = figure.add({ ...beside.place, beside });
  figure.current = beside;
  const { from, to, map } = scaled;
  const count = 128;
  bar.add({
    kind: 'image',
    xs: [0, 1],
    ys: [from, to],
    sticky: { x: [0, 1], y: [from, to] },
    label: '',
    order: 0,
    alpha: artist.alpha,
    color: '',
    more: {
      colors: Array.from({ length: count }, (_, i) => [map(1 - (i + 0.5) / count)]),
      extent: [0, 1, from, to],
      scaled: null,
    },
  });
  bar.y.label = keywords.has('label') ? str(keywords.get('label')) : '';
  return bar;
}

/** Shows a figure at this place of the output, and closes it. @param {Figure} figure */
export function show(figure) {
  const session = currentSession();
  if (figure.axes.length > 0) session.show(svgOf(figure), { title: describe(figure), series: seriesOf(figure) });
  figures().close(figure);
}

/** All numbers of a figure, for a table. @param {Figure} figure */
function seriesOf(figure) {
  return figure.axes
    .filter(({ place }) => !place.beside)
    .flatMap(({ artists, title, x, y }) =>
      artists
        .filter(({ kind }) => kind !== 'text' && kind !== 'image')
        .map(({ label, kind, xs = [], ys = [] }, i) => ({
          name: [title, label && !label.startsWith('_') ? label : `${kind} ${i + 1}`].filter(Boolean).join(': '),
          x: x.label || 'x',
          y: y.label || 'y',
          xs: Array.from(xs),
          ys: Array.from(ys),
        })),
    );
}

hostType(Figure, {
  name: 'Figure',
  module: 'matplotlib.figure',
  operations: {
    __repr__: ({ size, axes }) =>
      `<Figure size ${Math.round(size[0] * 100)}x${Math.round(size[1] * 100)} with ${axes.length} Axes>`,
  },
  methods: {
    add_subplot: (self, args) => subplotIn(self, args),
    add_axes: (self, [place]) =>
      self.add({ rows: 1, columns: 1, row: [0, 0], column: [0, 0], free: /** @type {any} */ (numbers(place)) }),
    subplots: (self, args, keywords) =>
      gridOf(
        self,
        smallIndexOf(args[0] ?? keywords.get('nrows') ?? 1n),
        smallIndexOf(args[1] ?? keywords.get('ncols') ?? 1n),
        keywords,
      ),
    suptitle: (self, args) => {
      self.suptitle = str(args[0]);
      return new Words(0.5, 0.98, self.suptitle);
    },
    tight_layout: (self) => {
      self.isTight = true;
    },
    subplots_adjust: (self, _, keywords) => {
      for (const [key, value] of keywords) self.margins[/** @type {'left'} */ (key)] = number(value, 0);
    },
    colorbar,
    gca: (self) => self.gca(),
    legend: (self) => {
      for (const axes of self.axes) axes.legend ??= { labels: null, place: 'best', title: '', size: null };
    },
    show: (self) => void show(self),
    clf: (self) => void self.clear(),
    clear: (self) => void self.clear(),
    set_size_inches: (self, args) => {
      self.size = /** @type {[number, number]} */ (args.length === 2 ? args.map(Number) : numbers(args[0]));
    },
    set_facecolor: () => null,
    autofmt_xdate: () => null,
    savefig,
  },
  properties: { axes: ({ axes }) => [...axes], number: ({ number: own }) => BigInt(own) },
});
