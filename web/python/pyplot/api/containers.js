// Several things drawn by one call, as matplotlib's containers: bars, error bars, stems.
import { hostType, iteratorOf, listOf, raised, Slice, smallIndexOf, Tuple } from '../../host/protocol.js';
import { accessors, member, unknown } from './accessors.js';
import { stretchOf } from './axes_array.js';
import { addressOf, common, Drawn, drawnType, patch, remove, rgbaTuple } from './drawn.js';
import { color, number } from './keywords.js';
import { NotThere } from './refused.js';

/** Bars of one call. */
export class Bars extends Drawn {
  /** @type {Bar[]} */ patches = [];
  /** @type {any} */ errorbar = null;
  isUp = true;

  /** @param {import('../model/axes.js').Artist} artist @param {import('../model/axes.js').Axes} axes @param {boolean} isUp */
  constructor(artist, axes, isUp) {
    super(artist, axes);
    this.isUp = isUp;
    this.patches = artist.more.rects.map((/** @type {any} */ _, /** @type {number} */ i) => new Bar(this, i));
  }
}

/** One of them. */
export class Bar {
  /** @param {Bars} bars @param {number} index */
  constructor(bars, index) {
    this.bars = bars;
    this.index = index;
  }

  /** x0, x1, y0, y1. @returns {number[]} */
  get rect() {
    return this.bars.artist.more.rects[this.index];
  }

  get own() {
    const all = this.bars.artist.more.own;
    all[this.index] ??= {};
    return all[this.index];
  }

  get face() {
    const { color: usual, more } = this.bars.artist;
    return this.own.color ?? more.colors?.[this.index % more.colors.length] ?? usual;
  }

  /** A number as the program gave it, while nothing changed it. @param {boolean} isUp @param {'lengths' | 'bases'} key */
  given(isUp, key) {
    const { artist } = this.bars;
    const own = this.bars.isUp === isUp ? artist.more.given?.[key][this.index] : undefined;
    return typeof own === 'string' ? undefined : own;
  }

  /** Moves an end. @param {number} at @param {number} value */
  put(at, value) {
    this.rect[at] = value;
    const { artist } = this.bars;
    artist.more.given = undefined;
    artist.xs = artist.more.rects.flatMap((/** @type {number[]} */ rect) => rect.slice(0, 2));
    artist.ys = artist.more.rects.flatMap((/** @type {number[]} */ rect) => rect.slice(2));
  }
}

/** @type {Record<string, import('./accessors.js').Accessor>} */
const bar = {
  x: [
    ({ rect }) => rect[0],
    (self, value) => {
      const wide = self.rect[1] - self.rect[0];
      self.put(0, number(value, 0));
      self.put(1, self.rect[0] + wide);
    },
  ],
  y: [
    (self) => self.given(true, 'bases') ?? self.rect[2],
    (self, value) => {
      const high = self.rect[3] - self.rect[2];
      self.put(2, number(value, 0));
      self.put(3, self.rect[2] + high);
    },
  ],
  width: [
    (self) => self.given(false, 'lengths') ?? self.rect[1] - self.rect[0],
    (self, value) => self.put(1, self.rect[0] + number(value, 0)),
  ],
  height: [
    (self) => self.given(true, 'lengths') ?? self.rect[3] - self.rect[2],
    (self, value) => self.put(3, self.rect[2] + number(value, 0)),
  ],
  xy: [({ rect }) => new Tuple([rect[0], rect[2]]), null],
  facecolor: [
    ({ face }) => rgbaTuple(face),
    ({ own }, value) => {
      own.color = color(value, 'none');
    },
  ],
  edgecolor: [
    ({ bars }) => rgbaTuple(bars.artist.more.edge || 'none'),
    ({ own }, value) => {
      own.edge = color(value, 'none');
    },
  ],
  color: [
    null,
    ({ own }, value) => {
      own.color = own.edge = color(value, 'none');
    },
  ],
  alpha: [
    ({ own, bars }) => own.alpha ?? bars.artist.alpha,
    ({ own }, value) => {
      own.alpha = number(value, 1);
    },
  ],
  linewidth: member(({ bars }) => bars.artist.more, 'width'),
  label: member(({ bars }) => bars.artist, 'label', String),
  zorder: member(({ bars }) => bars.artist, 'order'),
  visible: [
    () => true,
    ({ own }, value) => {
      if (value === false) own.alpha = 0;
    },
  ],
};
const short = (/** @type {number} */ value) => String(Number(value.toPrecision(6)));
hostType(Bar, {
  name: 'Rectangle',
  module: 'matplotlib.patches',
  operations: {
    __repr__: (self) => `<matplotlib.patches.Rectangle object at ${addressOf(self)}>`,
    __str__: ({ rect }) =>
      `Rectangle(xy=(${short(rect[0])}, ${short(rect[2])}), width=${short(rect[1] - rect[0])}, height=${short(rect[3] - rect[2])}, angle=0)`,
  },
  methods: accessors(bar),
  find: unknown('Rectangle'),
});

/** One of a list, or a stretch of it. @param {any[]} items @param {any} key */
export function picked(items, key) {
  if (key instanceof Slice) return items.slice(...stretchOf(key, items.length));
  const found = items.at(smallIndexOf(key));
  if (found === undefined) throw raised('IndexError', 'tuple index out of range');
  return found;
}

drawnType(
  Bars,
  'BarContainer',
  { ...common, ...patch },
  {
    module: 'matplotlib.container',
    operations: {
      __repr__: ({ patches }) => `<BarContainer object of ${patches.length} artists>`,
      __len__: ({ patches }) => BigInt(patches.length),
      __iter__: ({ patches }) => iteratorOf(patches),
      __getitem__: ({ patches }, key) => picked(patches, key),
    },
    properties: {
      patches: ({ patches }) => [...patches],
      datavalues: ({ patches, isUp }) =>
        patches.map((/** @type {Bar} */ { rect }) => (isUp ? rect[3] - rect[2] : rect[1] - rect[0])),
      errorbar: ({ errorbar }) => errorbar,
      orientation: ({ isUp }) => (isUp ? 'vertical' : 'horizontal'),
    },
  },
);

/** Parts that can be unpacked, and are attributes too. */
export class Container {
  /** @param {string} name @param {any[]} items @param {Record<string, any>} names @param {Drawn} main */
  constructor(name, items, names, main) {
    Object.assign(this, { name, items, names, main });
  }
}
hostType(Container, {
  name: 'Container',
  module: 'matplotlib.container',
  operations: {
    __repr__: ({ name, items }) => `<${name} object of ${items.length} artists>`,
    __len__: ({ items }) => BigInt(items.length),
    __iter__: ({ items }) => iteratorOf(items),
    __getitem__: ({ items }, key) => picked(items, key),
  },
  methods: {
    set_label: ({ main }, [text]) => {
      main.artist.label = String(text);
    },
    get_label: ({ main }) => main.artist.label,
    remove: ({ items }) => {
      for (const one of items.flatMap((/** @type {any} */ item) => (item instanceof Drawn ? [item] : listOf(item))))
        remove(one);
    },
  },
  find: (self, name) => {
    if (Object.hasOwn(self.names, name)) return self.names[name];
    return unknown('Container')(self, name);
  },
});

/** What legends take as a handle: the thing drawn that stands for it. @param {any} handle @returns {import('../model/axes.js').Artist} */
export function artistOfHandle(handle) {
  if (handle instanceof Drawn) return handle.artist;
  if (handle instanceof Bar) {
    const { artist } = handle.bars;
    return { ...artist, more: { ...artist.more, own: [], colors: [handle.face] } };
  }
  const main = /** @type {any} */ (handle)?.main;
  if (main instanceof Drawn) return main.artist;
  // A list of one line, as plot() gives it.
  const list = Array.isArray(handle) || handle instanceof Tuple ? [...handle] : [];
  if (list[0] instanceof Drawn) return list[0].artist;
  throw NotThere('legend of such a handle', 'one for what plotting functions give back');
}
