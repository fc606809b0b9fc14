// How axes stand in a figure: subplots, grids of their own proportions, mosaics.
import {
  call,
  Dict,
  fn,
  getAttribute,
  hostModule,
  hostType,
  iteratorOf,
  listOf,
  raised,
  Slice,
  smallIndexOf,
  Tuple,
} from '../../host/protocol.js';
import { numbers } from '../model/values.js';
import { unknown } from './accessors.js';
import { AxesArray, placeOf, stretchOf } from './axes_array.js';
import { isGiven, number } from './keywords.js';
import { NotThere } from './refused.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {import('../model/figure.js').Figure} Figure
 * @typedef {import('../model/figure.js').Place} Place
 */

/** Rows and columns of their own proportions. */
export class Grid {
  /** @param {number} rows @param {number} columns @param {Map<string, any>} keywords @param {Figure | null} [figure] */
  constructor(rows, columns, keywords, figure = null) {
    const list = (/** @type {string} */ key) =>
      keywords.get(key) === undefined || keywords.get(key) === null ? null : numbers(keywords.get(key));
    this.rows = rows;
    this.columns = columns;
    this.figure = figure;
    /** @type {Place['grid']} */ this.looks = {
      widths: list('width_ratios'),
      heights: list('height_ratios'),
      margins: {},
    };
    this.update(keywords);
  }

  /** @param {Map<string, any>} keywords */
  update(keywords) {
    for (const key of /** @type {const} */ (['left', 'right', 'bottom', 'top', 'wspace', 'hspace'])) {
      const value = keywords.get(key);
      if (isGiven(value) && this.looks) this.looks.margins[key] = number(value, 0);
    }
  }
}

/** A part of such a grid. */
export class Cell {
  /** @param {Grid} grid @param {[number, number]} row @param {[number, number]} column */
  constructor(grid, row, column) {
    this.grid = grid;
    this.row = row;
    this.column = column;
  }

  /** @returns {Place} */
  get place() {
    const { rows, columns, looks } = this.grid;
    return { rows, columns, row: this.row, column: this.column, grid: looks };
  }
}

/** From where to where a key reaches. @param {any} key @param {number} count @returns {[number, number]} */
function stretch(key, count) {
  if (key instanceof Slice) {
    const [from, to] = stretchOf(key, count);
    return [from, to - 1];
  }
  const at = placeOf(key, count);
  return [at, at];
}

/** @param {Grid} grid @param {any} key */
function cellOf(grid, key) {
  const { rows, columns } = grid;
  if (key instanceof Tuple) return new Cell(grid, stretch(key.items[0], rows), stretch(key.items[1], columns));
  const [first, last] = stretch(key, rows * columns);
  return new Cell(grid, [Math.floor(first / columns), Math.floor(last / columns)], [first % columns, last % columns]);
}

hostType(Grid, {
  name: 'GridSpec',
  module: 'matplotlib.gridspec',
  operations: {
    __getitem__: cellOf,
    __iter__: (self) => iteratorOf(Array.from({ length: self.rows * self.columns }, (_, i) => cellOf(self, BigInt(i)))),
  },
  methods: {
    update: (self, _, keywords) => void self.update(keywords),
    subplots: (self, _, keywords) => {
      if (!self.figure)
        throw raised('ValueError', 'GridSpec.subplots() only works for GridSpecs created with a parent figure');
      return gridOf(self.figure, self.rows, self.columns, keywords, self.looks);
    },
  },
  properties: { nrows: ({ rows }) => BigInt(rows), ncols: ({ columns }) => BigInt(columns) },
  find: unknown('GridSpec'),
});
hostType(Cell, {
  name: 'SubplotSpec',
  module: 'matplotlib.gridspec',
  methods: {
    subgridspec: () => {
      throw NotThere('grid within a grid', 'one grid of more rows and columns');
    },
  },
  find: unknown('SubplotSpec'),
});

/** @param {any[]} args @param {Map<string, any>} keywords @param {Figure | null} [figure] */
export const newGrid = (args, keywords, figure = null) =>
  new Grid(
    smallIndexOf(args[0] ?? keywords.get('nrows') ?? 1n),
    smallIndexOf(args[1] ?? keywords.get('ncols') ?? 1n),
    keywords,
    figure ?? keywords.get('figure') ?? null,
  );

export const gridspec = () =>
  hostModule(
    'matplotlib.gridspec',
    { GridSpec: fn('GridSpec', (args, keywords) => newGrid(args, keywords)) },
    (name) => {
      if (name === 'GridSpecFromSubplotSpec')
        throw NotThere('gridspec.GridSpecFromSubplotSpec', 'one grid of more rows and columns');
      return undefined;
    },
  );

/** Refuses what no axes here are. @param {Map<string, any>} keywords */
export function refuseProjection(keywords) {
  const projection = keywords.get('projection') ?? (keywords.get('polar') === true ? 'polar' : undefined);
  if (!isGiven(projection) || projection === 'rectilinear') return;
  throw NotThere(
    `projection '${projection}'`,
    projection === '3d' ? 'contourf() or imshow() of the heights' : 'plot() of x and y',
  );
}

/**
 * A subplot by matplotlib's three numbers, one of three digits, or a part of a grid.
 * @param {Figure} figure @param {any[]} args @param {Map<string, any>} keywords @param {boolean} [isNew] even where there is one
 */
export function subplotIn(figure, args, keywords, isNew = false) {
  refuseProjection(keywords);
  const axes = subplotAt(figure, args.length === 0 ? [1n, 1n, 1n] : args, isNew);
  for (const name of /** @type {const} */ (['x', 'y'])) {
    const other = keywords.get(`share${name}`);
    if (isGiven(other)) axes.share(name, other);
  }
  return dressed(axes, keywords);
}

/** What says where axes stand and what they share, not how they look. */
const placing = /^(projection|polar|share[xy])$/;
/** Axes with the looks that were asked for with them: title, limits, names. @param {Axes} axes @param {Map<string, any>} keywords */
function dressed(axes, keywords) {
  const looks = new Map([...keywords].filter(([name]) => !placing.test(name)));
  if (looks.size > 0) call(getAttribute(axes, 'set'), [], looks);
  return axes;
}

/** @param {number} rows @param {number} columns */
function requireSome(rows, columns) {
  for (const [what, count] of Object.entries({ rows, columns }))
    if (!(count > 0)) throw raised('ValueError', `Number of ${what} must be a positive integer, not ${count}`);
}

/** @param {Figure} figure @param {any[]} args @param {boolean} isNew */
function subplotAt(figure, args, isNew) {
  if (args[0] instanceof Cell) return figure.add(args[0].place);
  const digits = args.length === 1 ? [...String(args[0])].map(Number) : null;
  if (digits && (digits.length !== 3 || digits.some(Number.isNaN)))
    throw raised('ValueError', `Integer subplot specification must be a three-digit number, not ${args[0]}`);
  const [rows, columns] = digits ?? [smallIndexOf(args[0]), smallIndexOf(args[1])];
  requireSome(rows, columns);
  const which = digits
    ? digits[2]
    : args[2] instanceof Tuple || Array.isArray(args[2])
      ? [...args[2]].map(smallIndexOf)
      : smallIndexOf(args[2]);
  const [first, last] = Array.isArray(which) ? which : [which, which];
  if (!(first >= 1 && last <= rows * columns))
    throw raised('ValueError', `num must be an integer with 1 <= num <= ${rows * columns}, not ${first}`);
  const row = /** @type {[number, number]} */ ([Math.floor((first - 1) / columns), Math.floor((last - 1) / columns)]);
  const column = /** @type {[number, number]} */ ([(first - 1) % columns, (last - 1) % columns]);
  const place = { rows, columns, row, column };
  return isNew ? figure.add(place) : figure.at(place);
}

/** Axes in rows and columns. @param {Figure} figure @param {number} rows @param {number} columns @param {Map<string, any>} keywords @param {Place['grid']} [layout] */
export function gridOf(figure, rows, columns, keywords, layout) {
  const looks = new Map(/** @type {[string, any][]} */ ([...(keywords.get('subplot_kw')?.entries?.() ?? [])]));
  refuseProjection(looks);
  requireSome(rows, columns);
  const own = new Map([
    ...(keywords.get('gridspec_kw')?.entries?.() ?? []),
    ...[...keywords].filter(([key]) => key.endsWith('_ratios')),
  ]);
  const grid = layout ?? (own.size > 0 ? new Grid(rows, columns, own).looks : undefined);
  const all = Array.from({ length: rows * columns }, (_, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    return dressed(figure.add({ rows, columns, row: [row, row], column: [column, column], grid }), looks);
  });
  for (const name of /** @type {const} */ (['x', 'y']))
    shareAll(all, name, keywords.get(`share${name}`), rows, columns);
  if (keywords.get('squeeze') !== false && rows * columns === 1) return all[0];
  const shape = keywords.get('squeeze') === false ? [rows, columns] : [rows, columns].filter((count) => count > 1);
  figure.current = all[all.length - 1];
  return new AxesArray(all, shape);
}

/** Limits, scales and ticks in common, named at the outer axes alone. @param {Axes[]} all @param {'x' | 'y'} name @param {any} shared @param {number} rows @param {number} columns */
function shareAll(all, name, shared, rows, columns) {
  const row = (/** @type {number} */ i) => Math.floor(i / columns);
  const isAll = shared === true || shared === 'all';
  const keyOf = (/** @type {number} */ i) =>
    isAll ? 0 : shared === 'row' ? row(i) : shared === 'col' ? i % columns : null;
  all.forEach((axes, i) => {
    const key = keyOf(i);
    if (key === null) return;
    const first = all.findIndex((_, j) => keyOf(j) === key);
    if (first < i) axes.share(name, all[first]);
    const isOuter = name === 'x' ? row(i) === rows - 1 : i % columns === 0;
    if ((isAll || shared === (name === 'x' ? 'col' : 'row')) && !isOuter) axes[name].isNamed = false;
  });
}

/** Axes by names in a table of letters. @param {Figure} figure @param {any} layout @param {Map<string, any>} keywords */
export function mosaic(figure, layout, keywords) {
  const lines =
    typeof layout === 'string'
      ? layout
          .split(/[\n;]/)
          .map((line) => line.trim())
          .filter(Boolean)
          .map((line) => [...line])
      : listOf(layout).map((line) => listOf(line));
  const [rows, columns] = [lines.length, lines[0].length];
  const empty = keywords.get('empty_sentinel') ?? '.';
  const own = new Map([
    ...(keywords.get('gridspec_kw')?.entries?.() ?? []),
    ...[...keywords].filter(([key]) => key.endsWith('_ratios')),
  ]);
  const grid = new Grid(rows, columns, own).looks;
  const names = [...new Set(lines.flat())].filter((name) => name !== empty);
  const made = names.map((name) => {
    const at = lines.flatMap((line, i) =>
      line.flatMap((/** @type {any} */ one, /** @type {number} */ j) => (one === name ? [[i, j]] : [])),
    );
    const ends = (/** @type {0 | 1} */ k) =>
      /** @type {[number, number]} */ ([Math.min(...at.map((one) => one[k])), Math.max(...at.map((one) => one[k]))]);
    return /** @type {[any, Axes]} */ ([name, figure.add({ rows, columns, row: ends(0), column: ends(1), grid })]);
  });
  for (const name of /** @type {const} */ (['x', 'y'])) {
    if (keywords.get(`share${name}`) === true) for (const [, axes] of made.slice(1)) axes.share(name, made[0][1]);
  }
  return new Dict(made);
}
