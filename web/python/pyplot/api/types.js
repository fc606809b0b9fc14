// What plotting functions give back: things drawn, texts, colour maps, and tables of axes.
import { hostType, iteratorOf, raised, repr, Slice, smallIndexOf, str, Tuple } from '../../host/protocol.js';
import { colormap } from '../model/colormaps.js';
import { nested, numbers } from '../model/values.js';
import { color } from './keywords.js';

/** @typedef {import('../model/axes.js').Axes} Axes */

/** matplotlib's classes of what is drawn. @type {Record<string, [module: string, name: string]>} */
const classes = {
  line: ['lines', 'Line2D'],
  rule: ['lines', 'Line2D'],
  scatter: ['collections', 'PathCollection'],
  bars: ['container', 'BarContainer'],
  fill: ['collections', 'PolyCollection'],
  polygon: ['patches', 'Polygon'],
  image: ['image', 'AxesImage'],
  span: ['patches', 'Rectangle'],
  regions: ['contour', 'QuadContourSet'],
  text: ['text', 'Text'],
};

/** Where objects stand that have no place: the same form as Python's. @param {object} object */
let next = 0x7f0000000000;
const addresses = new WeakMap();
const addressOf = (/** @type {object} */ object) => {
  next += 0x40;
  if (!addresses.has(object)) addresses.set(object, next);
  return `0x${addresses.get(object).toString(16)}`;
};

/** Something drawn, as a program holds it. */
export class Drawn {
  /** @param {import('../model/axes.js').Artist} artist @param {Axes} axes */
  constructor(artist, axes) {
    this.artist = artist;
    this.axes = axes;
  }
}
hostType(Drawn, {
  name: 'Artist',
  module: 'matplotlib.artist',
  operations: {
    __repr__: (self) => {
      const { kind, more } = self.artist;
      if (kind === 'bars') return `<BarContainer object of ${more.rects.length} artists>`;
      const [module, name] = classes[kind];
      return `<matplotlib.${module}.${name} object at ${addressOf(self)}>`;
    },
  },
  methods: {
    set_label: (self, [text]) => {
      self.artist.label = str(text);
    },
    get_label: (self) => self.artist.label,
    set_color: (self, [value]) => {
      self.artist.color = color(value, self.artist.color);
    },
    get_color: (self) => self.artist.color,
    set_alpha: (self, [value]) => {
      self.artist.alpha = Number(value);
    },
    set_linewidth: (self, [value]) => {
      self.artist.more.width = Number(value);
    },
    set_data: (self, args) => {
      const [xs, ys] = args.length === 2 ? args : nested(args[0]);
      Object.assign(self.artist, { xs: numbers(xs), ys: numbers(ys) });
    },
    set_ydata: (self, [ys]) => {
      self.artist.ys = numbers(ys);
    },
    set_xdata: (self, [xs]) => {
      self.artist.xs = numbers(xs);
    },
    get_xdata: (self) => self.artist.xs,
    get_ydata: (self) => self.artist.ys,
    set_visible: (self, [isVisible]) => {
      self.artist.alpha = isVisible ? self.artist.alpha || 1 : 0;
    },
    remove: (self) => {
      self.axes.artists = self.axes.artists.filter((/** @type {any} */ one) => one !== self.artist);
    },
  },
});

/** A title or a name, as a program holds it. */
export class Words {
  /** @param {number} x @param {number} y @param {string} text */
  constructor(x, y, text) {
    Object.assign(this, { x, y, text });
  }
}
hostType(Words, {
  name: 'Text',
  module: 'matplotlib.text',
  operations: { __repr__: ({ x, y, text }) => `Text(${repr(x)}, ${repr(y)}, ${repr(text)})` },
  methods: { get_text: ({ text }) => text },
});

/** A colour map that a program holds. */
export class Colormap {
  /** @param {string} name */
  constructor(name) {
    this.name = name;
    this.at = colormap(name);
  }
}
hostType(Colormap, {
  name: 'ListedColormap',
  module: 'matplotlib.colors',
  operations: {
    __call__: (self, value) => {
      const one = (/** @type {any} */ share) => {
        const hex = self.at(Number(share));
        return new Tuple([...[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255), 1]);
      };
      const all = nested(value);
      return Array.isArray(all) ? all.map(one) : one(all);
    },
  },
  properties: { name: ({ name }) => name },
});

/** The map of a name, of a Colormap, or matplotlib's usual one. @param {any} value */
export function mapOf(value) {
  if (value === undefined || value === null) return colormap('viridis');
  return value instanceof Colormap ? value.at : colormap(String(value));
}

/** Axes in rows and columns, as NumPy's array of them. */
export class AxesArray {
  /** @param {Axes[]} items row by row @param {number[]} shape */
  constructor(items, shape) {
    this.items = items;
    this.shape = shape;
  }
}

/** @param {AxesArray} self @param {any} key */
function item(self, key) {
  const [rows, columns = 1] = self.shape;
  const pick = (/** @type {any} */ one, /** @type {number} */ count) => {
    if (one instanceof Slice) {
      const end = (/** @type {any} */ value, /** @type {number} */ usual) =>
        value === null ? usual : smallIndexOf(value) + (value < 0 ? count : 0);
      const [from, to] = [end(one.start, 0), end(one.stop, count)];
      return {
        list: Array.from({ length: Math.max(0, Math.min(to, count) - from) }, (_, i) => from + i),
        isOne: false,
      };
    }
    const at = smallIndexOf(one);
    const own = at < 0 ? at + count : at;
    if (own < 0 || own >= count)
      throw raised('IndexError', `index ${at} is out of bounds for axis 0 with size ${count}`);
    return { list: [own], isOne: true };
  };
  const keys = key instanceof Tuple ? key.items : [key];
  const row = pick(keys[0], rows);
  if (self.shape.length === 1) {
    const found = row.list.map((i) => self.items[i]);
    return row.isOne ? found[0] : new AxesArray(found, [found.length]);
  }
  const column =
    keys.length > 1 ? pick(keys[1], columns) : { list: Array.from({ length: columns }, (_, j) => j), isOne: false };
  const found = row.list.flatMap((i) => column.list.map((j) => self.items[i * columns + j]));
  if (row.isOne && column.isOne) return found[0];
  const shape = [row, column].filter(({ isOne }) => !isOne).map(({ list }) => list.length);
  return new AxesArray(found, shape);
}

/** @param {AxesArray} self @returns {any[]} the rows */
const rowsOf = (self) =>
  self.shape.length === 1 ? self.items : Array.from({ length: self.shape[0] }, (_, i) => item(self, BigInt(i)));
const flat = (/** @type {AxesArray} */ self) => new AxesArray(self.items, [self.items.length]);
hostType(AxesArray, {
  name: 'ndarray',
  module: 'numpy',
  operations: {
    __getitem__: item,
    __len__: (self) => BigInt(self.shape[0]),
    __iter__: (self) => iteratorOf(rowsOf(self)),
    __repr__: (self) =>
      `array([${rowsOf(self)
        .map((row) => (row instanceof AxesArray ? `[${row.items.map(() => '<Axes: >').join(', ')}]` : '<Axes: >'))
        .join(', ')}], dtype=object)`,
  },
  methods: {
    flatten: flat,
    ravel: flat,
    tolist: (self) => rowsOf(self).map((row) => (row instanceof AxesArray ? row.items : row)),
    reshape: flat,
  },
  properties: {
    flat,
    shape: (self) => new Tuple(self.shape.map(BigInt)),
    size: (self) => BigInt(self.items.length),
    ndim: (self) => BigInt(self.shape.length),
    T: (self) => {
      const [rows, columns = 1] = self.shape;
      if (self.shape.length === 1) return self;
      return new AxesArray(
        Array.from({ length: rows * columns }, (_, k) => self.items[(k % rows) * columns + Math.floor(k / rows)]),
        [columns, rows],
      );
    },
  },
});
