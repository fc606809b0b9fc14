// What plotting functions give back: lines, points, regions, pictures, as a program reads and changes them.
import { hostType, raised, str, Tuple } from '../../host/protocol.js';
import { float64 } from '../../numpy/array/dtypes.js';
import { NdArray } from '../../numpy/array/ndarray.js';
import { rgbaOf } from '../model/colors.js';
import { lineStyle } from '../model/line_format.js';
import { nested, numbers } from '../model/values.js';
import { accessors, member, unknown } from './accessors.js';
import { color, isGiven, label, number } from './keywords.js';
import { NotThere } from './refused.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {import('../model/axes.js').Artist} Artist
 * @typedef {Record<string, import('./accessors.js').Accessor>} Table
 */

/** matplotlib's classes of what is drawn. @type {Record<string, [module: string, name: string]>} */
const classes = {
  line: ['lines', 'Line2D'],
  rule: ['lines', 'Line2D'],
  slope: ['lines', 'AxLine'],
  scatter: ['collections', 'PathCollection'],
  fill: ['collections', 'PolyCollection'],
  polygon: ['patches', 'Polygon'],
  image: ['image', 'AxesImage'],
  mesh: ['collections', 'QuadMesh'],
  span: ['patches', 'Polygon'],
  regions: ['contour', 'QuadContourSet'],
};

/** Where objects stand that have no place: the same form as Python's. @param {object} object */
let next = 0x7f0000000000;
const addresses = new WeakMap();
export const addressOf = (/** @type {object} */ object) => {
  next += 0x40;
  if (!addresses.has(object)) addresses.set(object, next);
  return `0x${addresses.get(object).toString(16)}`;
};

/** A row of numbers as NumPy has it. @param {number[]} values */
export const arrayOf = (values) => new NdArray(Float64Array.from(values), [values.length], float64);

/** Four numbers as matplotlib gives colours. @param {string} own */
export function rgbaTuple(own) {
  const found = rgbaOf(own);
  if (!found) throw NotThere(`table of numbers for the colour '${own}'`, "its hexadecimal form, '#…'");
  return new Tuple(found);
}

/** Something drawn, as a program holds it. */
export class Drawn {
  /** @param {Artist} artist @param {Axes} axes */
  constructor(artist, axes) {
    this.artist = artist;
    this.axes = axes;
  }
}
class LineDrawn extends Drawn {}
class PatchDrawn extends Drawn {}
class CollectionDrawn extends Drawn {}
class PathsDrawn extends CollectionDrawn {}
class ImageDrawn extends CollectionDrawn {}
class ContoursDrawn extends CollectionDrawn {}

/** One object for each thing drawn. @type {WeakMap<Artist, Drawn>} */
const held = new WeakMap();

/** @type {Record<string, typeof Drawn>} */
const kinds = {
  line: LineDrawn,
  rule: LineDrawn,
  slope: LineDrawn,
  polygon: PatchDrawn,
  span: PatchDrawn,
  scatter: PathsDrawn,
  image: ImageDrawn,
  regions: ContoursDrawn,
};

/** @param {Artist} artist @param {Axes} axes @returns {any} */
export function drawnOf(artist, axes) {
  const known = held.get(artist);
  if (known) return known;
  const { kind } = artist;
  const Class = kinds[kind] ?? CollectionDrawn;
  const made = new Class(artist, axes);
  held.set(artist, made);
  return made;
}
/** Says which object stands for a thing drawn. @template {Drawn} D @param {D} drawn @returns {D} */
export function hold(drawn) {
  held.set(drawn.artist, drawn);
  return drawn;
}

const artistOf = (/** @type {Drawn} */ { artist }) => artist;

/** @type {Table} */
export const common = {
  label: member(artistOf, 'label', label),
  alpha: member(artistOf, 'alpha'),
  zorder: member(artistOf, 'order'),
  visible: [
    ({ artist }) => !artist.isHidden,
    ({ artist }, value) => {
      artist.isHidden = value === false;
    },
  ],
  figure: [({ axes }) => axes?.figure ?? null, null],
};
/** What only its kind has. @param {string} key @param {(value: any) => any} [read] */
const more = (key, read) => member(({ artist }) => artist.more, key, read);

/** @type {Table} */
const line = {
  ...common,
  color: [
    ({ artist }) => artist.more.given ?? artist.color,
    ({ artist }, value) => {
      artist.color = color(value, artist.color);
      artist.more.given = value;
    },
  ],
  linewidth: more('width'),
  linestyle: more('style', lineStyle),
  marker: [
    ({ artist }) => artist.more.marker || 'None',
    ({ artist }, value) => {
      artist.more.marker = value === null || value === 'None' ? '' : value;
    },
  ],
  markersize: more('markerSize'),
  markerfacecolor: more('markerColor', (value) => color(value, 'none')),
  markeredgecolor: more('markerEdge', (value) => color(value, 'none')),
  markeredgewidth: more('markerEdgeWidth'),
  markevery: more('every', (value) => everyOf(value)),
  drawstyle: [() => 'default', null],
  xdata: [
    ({ artist }) => arrayOf(artist.xs ?? []),
    ({ artist }, value) => {
      artist.xs = numbers(value);
    },
  ],
  ydata: [
    ({ artist }) => arrayOf(artist.ys ?? []),
    ({ artist }, value) => {
      artist.ys = numbers(value);
      if (artist.kind === 'rule') artist.more.at = artist.ys[0];
    },
  ],
  data: [
    ({ artist }) => new Tuple([arrayOf(artist.xs ?? []), arrayOf(artist.ys ?? [])]),
    ({ artist }, xs, ys) => {
      const [x, y] = ys === undefined ? nested(xs) : [xs, ys];
      Object.assign(artist, { xs: numbers(x), ys: numbers(y) });
    },
  ],
};

/** Which points have marks: the first and each so-manieth, or a list. @param {any} value @returns {[number, number | number[]]} */
export function everyOf(value) {
  if (!isGiven(value)) return [0, 1];
  const own = nested(value);
  if (typeof own === 'number' && Number.isInteger(own)) return [0, own];
  if (value instanceof Tuple && own.length === 2 && own.every(Number.isInteger)) return [own[0], own[1]];
  if (Array.isArray(own) && own.every(Number.isInteger)) return [0, own];
  throw NotThere('markevery by lengths', 'markevery with a whole number or a list of places');
}

/** @type {Table} */
export const patch = {
  ...common,
  facecolor: [
    ({ artist }) => rgbaTuple(artist.color),
    ({ artist }, value) => {
      artist.color = color(value, artist.color);
    },
  ],
  edgecolor: [
    ({ artist }) => rgbaTuple(artist.more.edge || 'none'),
    ({ artist }, value) => {
      artist.more.edge = color(value, '');
    },
  ],
  color: [
    null,
    ({ artist }, value) => {
      artist.color = artist.more.edge = color(value, artist.color);
      if (artist.more.colors) artist.more.colors = null;
    },
  ],
  linewidth: more('width'),
  linestyle: more('style', lineStyle),
};
/** @type {Table} */
const collection = {
  ...patch,
  sizes: [
    ({ artist }) => arrayOf(artist.more.sizes ?? []),
    ({ artist }, value) => {
      artist.more.sizes = numbers(value);
    },
  ],
  offsets: [
    ({ artist: { xs = [], ys = [] } }) =>
      new NdArray(
        Float64Array.from(xs.flatMap((/** @type {number} */ x, /** @type {number} */ i) => [x, ys[i]])),
        [xs.length, 2],
        float64,
      ),
    ({ artist }, value) => {
      const all = nested(value);
      Object.assign(artist, {
        xs: all.map((/** @type {any} */ one) => one[0]),
        ys: all.map((/** @type {any} */ one) => one[1]),
      });
    },
  ],
  array: [({ artist }) => artist.more.scaled?.values ?? null, null],
  cmap: [({ artist }) => artist.more.scaled?.cmap ?? null, null],
  clim: [
    ({ artist }) => (artist.more.scaled ? new Tuple([artist.more.scaled.from, artist.more.scaled.to]) : null),
    null,
  ],
};

/** @param {Drawn} self */
export function remove({ artist, axes }) {
  axes.artists = axes.artists.filter((one) => one !== artist);
}
const childOf = (/** @type {Drawn} */ { artist, axes }) => artist.label || `_child${axes.artists.indexOf(artist)}`;

/** @param {Function} Class @param {string} name @param {Table} table @param {Partial<import('../../host/protocol.js').HostType>} [rest] */
export const drawnType = (Class, name, table, rest = {}) =>
  hostType(Class, {
    name,
    module: 'matplotlib.artist',
    find: unknown(name),
    ...rest,
    operations: {
      __repr__: (self) => {
        const [module, own] = classes[self.artist.kind] ?? ['artist', name];
        return `<matplotlib.${module}.${own} object at ${addressOf(self)}>`;
      },
      ...rest.operations,
    },
    methods: { remove, ...accessors(table), ...rest.methods },
    properties: { axes: ({ axes }) => axes, figure: ({ axes }) => axes?.figure ?? null, ...rest.properties },
  });

drawnType(LineDrawn, 'Line2D', line, {
  module: 'matplotlib.lines',
  operations: { __str__: (self) => `Line2D(${childOf(self)})` },
});
drawnType(PatchDrawn, 'Polygon', patch, { module: 'matplotlib.patches' });
/** @type {Partial<import('../../host/protocol.js').HostType>} */
const mapped = {
  module: 'matplotlib.collections',
  properties: {
    levels: ({ artist }) => {
      if (artist.kind !== 'regions')
        throw raised('AttributeError', `'${classes[artist.kind][1]}' object has no attribute 'levels'`);
      return arrayOf(artist.more.levels);
    },
    cmap: ({ artist }) => artist.more.scaled?.cmap ?? null,
  },
  methods: {
    set_data: ({ artist }, [value]) => void artist.more.redraw?.(value),
    set_cmap: (_, [value]) => {
      throw NotThere(`set_cmap(${str(value)}) of what is drawn already`, 'cmap=');
    },
  },
};
drawnType(CollectionDrawn, 'Collection', collection, mapped);
drawnType(PathsDrawn, 'PathCollection', collection, mapped);
drawnType(ImageDrawn, 'AxesImage', collection, { ...mapped, module: 'matplotlib.image' });
drawnType(ContoursDrawn, 'QuadContourSet', collection, { ...mapped, module: 'matplotlib.contour' });
