// Edges of axes and their two directions as programs hold them: `ax.spines`, `ax.xaxis`.
import { hostType, iteratorOf, listOf, raised, Tuple } from '../../host/protocol.js';
import { ticksOf } from '../drawing/ticks.js';
import { lineStyle } from '../model/line_format.js';
import { accessors, unknown } from './accessors.js';
import { tick_params, ticks, tickTexts, tickWords } from './directions.js';
import { arrayOf } from './drawn.js';
import { grid } from './frames.js';
import { color, number } from './keywords.js';
import { named } from './texts.js';
import { formatterOf, Locator } from './ticker.js';
import { Words } from './words.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {'x' | 'y'} Name
 */

/** One edge of axes, or several. */
class Spine {
  /** @param {import('../model/axes.js').Edge[]} edges */
  constructor(edges) {
    this.edges = edges;
  }
}
/** @param {(edge: import('../model/axes.js').Edge, value: any) => void} change @returns {import('./accessors.js').Accessor} */
const each = (change) => [null, ({ edges }, value) => edges.forEach((/** @type {any} */ edge) => change(edge, value))];
const plainOf = (/** @type {any} */ one) => (typeof one === 'bigint' ? Number(one) : one);
hostType(Spine, {
  name: 'Spine',
  module: 'matplotlib.spines',
  methods: accessors({
    visible: [
      ({ edges }) => edges[0].isVisible,
      each((edge, value) => {
        edge.isVisible = value !== false;
      })[1],
    ],
    position: each((edge, value) => {
      edge.position = value instanceof Tuple ? [...value].map(plainOf) : value;
    }),
    color: each((edge, value) => {
      const found = color(value, 'none');
      Object.assign(edge, found === 'none' ? { isVisible: false } : { color: found });
    }),
    edgecolor: each((edge, value) => {
      edge.color = color(value, 'none');
    }),
    linewidth: each((edge, value) => {
      edge.width = number(value, 0.8);
    }),
    linestyle: each((edge, value) => {
      edge.style = /** @type {string} */ (lineStyle(value));
    }),
    alpha: each(() => undefined),
    zorder: each(() => undefined),
    bounds: each(() => undefined),
  }),
  find: unknown('Spine'),
});

/** All four edges, by name. */
export class Spines {
  /** @param {Axes} axes */
  constructor(axes) {
    this.axes = axes;
  }
}
const edge = (/** @type {Spines} */ { axes }, /** @type {any} */ key) => {
  const names = typeof key === 'string' ? [key] : listOf(key);
  for (const name of names) if (!Object.hasOwn(axes.spines, name)) throw raised('KeyError', name);
  return new Spine(names.map((name) => axes.spines[name]));
};
const every = (/** @type {Spines} */ { axes }) => Object.keys(axes.spines);
hostType(Spines, {
  name: 'Spines',
  module: 'matplotlib.spines',
  operations: {
    __getitem__: (self, key) =>
      typeof key === 'string' || Array.isArray(key) || key instanceof Tuple
        ? edge(self, key)
        : new Spine(Object.values(self.axes.spines)),
    __iter__: (self) => iteratorOf(every(self)),
    __len__: () => 4n,
  },
  methods: {
    values: (self) => every(self).map((name) => edge(self, name)),
    keys: (self) => every(self),
    items: (self) => every(self).map((name) => new Tuple([name, edge(self, name)])),
  },
  find: (self, name) => (Object.hasOwn(self.axes.spines, name) ? edge(self, name) : undefined),
});

/** One direction, as `ax.xaxis`. */
export class Axis {
  /** @param {Axes} axes @param {Name} name */
  constructor(axes, name) {
    this.axes = axes;
    this.name = name;
    this.direction = axes[name];
  }
}

/** Ticks and names at a side. @param {any} side */
const toSide =
  (side) =>
  (/** @type {Axis} */ { direction }) => {
    direction.side = side;
  };

hostType(Axis, {
  name: 'Axis',
  module: 'matplotlib.axis',
  methods: {
    set_major_locator: ({ direction }, [locator]) => {
      if (!(locator instanceof Locator))
        throw raised('TypeError', 'locator must be an instance of matplotlib.ticker.Locator, not a non-locator');
      Object.assign(direction.shared, { locator: locator.at, ticks: null, tickTexts: null });
    },
    set_minor_locator: ({ direction }, [locator]) => {
      direction.shared.minor = locator.at ?? 'auto';
    },
    set_major_formatter: ({ direction }, [formatter]) =>
      Object.assign(direction.shared, { formatter: formatterOf(formatter), tickTexts: null }) && null,
    set_minor_formatter: () => null,
    set_ticks_position: ({ direction }, [side]) => {
      if (side === 'none') direction.isMarked = false;
      else if (side !== 'both' && side !== 'default') direction.side = side;
    },
    set_label_position: () => null,
    set_label_coords: () => null,
    set_label_text: ({ axes, name }, args, keywords) => named(name)(axes, args, keywords),
    set_ticks: ({ axes, name }, args, keywords) => ticks(name, true)(axes, args, keywords),
    set_ticklabels: ({ axes, name }, args, keywords) => tickTexts(name)(axes, args, keywords),
    set_tick_params: ({ axes, name }, _, keywords) => tick_params(axes, [name], keywords),
    get_ticklabels: ({ axes, name }) => tickWords(axes, name),
    get_majorticklabels: ({ axes, name }) => tickWords(axes, name),
    get_ticklocs: ({ axes, name }) => arrayOf(ticksOf(axes, name, 400).ticks),
    get_majorticklocs: ({ axes, name }) => arrayOf(ticksOf(axes, name, 400).ticks),
    get_label: ({ direction }) => new Words(0.5, 0, direction.label),
    get_label_text: ({ direction }) => direction.label.text,
    grid: ({ axes, name }, args, keywords) => grid(axes, args, new Map([...keywords, ['axis', name]])),
    set_visible: ({ direction }, [isVisible]) => {
      direction.isHidden = isVisible === false;
    },
    get_visible: ({ direction }) => !direction.isHidden,
    set_inverted: ({ direction }, [isInverted]) => {
      direction.shared.isInverted = isInverted !== false;
    },
    tick_left: toSide('left'),
    tick_right: toSide('right'),
    tick_top: toSide('top'),
    tick_bottom: toSide('bottom'),
  },
  properties: { label: ({ direction }) => new Words(0.5, 0, direction.label), axes: ({ axes }) => axes },
  find: unknown('Axis'),
});
