// Axes as Python programs hold them: matplotlib's methods, edges, and both directions.
import { hostType, iteratorOf, listOf, raised, Tuple } from '../../host/protocol.js';
import { Axes } from '../model/axes.js';
import { absent, drawing, own, setting } from './axes_methods.js';
import { color } from './keywords.js';
import { NotThere } from './refused.js';

/** One edge of axes, or several. */
class Spine {
  /** @param {{ isVisible: boolean, position: any, color: string | null }[]} edges */
  constructor(edges) {
    this.edges = edges;
  }
}
hostType(Spine, {
  name: 'Spine',
  module: 'matplotlib.spines',
  methods: {
    set_visible: (self, [isVisible]) =>
      void self.edges.forEach((/** @type {any} */ edge) => {
        edge.isVisible = isVisible === true;
      }),
    set_position: (self, [position]) => {
      const given =
        position instanceof Tuple
          ? [...position].map((one) => (typeof one === 'bigint' ? Number(one) : one))
          : position;
      for (const edge of self.edges) edge.position = given;
    },
    set_color: (self, [value]) => {
      const found = color(value, 'none');
      for (const edge of self.edges) Object.assign(edge, found === 'none' ? { isVisible: false } : { color: found });
    },
    set_linewidth: () => null,
  },
});

/** All four edges, by name. */
class Spines {
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
hostType(Spines, {
  name: 'Spines',
  module: 'matplotlib.spines',
  operations: { __getitem__: edge, __iter__: ({ axes }) => iteratorOf(Object.keys(axes.spines)) },
  methods: {
    values: (self) => Object.keys(self.axes.spines).map((name) => edge(self, name)),
    items: (self) => Object.keys(self.axes.spines).map((name) => new Tuple([name, edge(self, name)])),
  },
  find: (self, name) => (Object.hasOwn(self.axes.spines, name) ? edge(self, name) : undefined),
});

/** One direction, as `ax.xaxis`. */
class Axis {
  /** @param {Axes} axes @param {'x' | 'y'} name */
  constructor(axes, name) {
    this.axes = axes;
    this.name = name;
  }
}
hostType(Axis, {
  name: 'Axis',
  module: 'matplotlib.axis',
  methods: {
    set_ticks_position: () => null,
    set_label_text: (self, args, keywords) => setting[`${self.name}label`](self.axes, args, keywords),
    set_ticks: (self, args, keywords) => setting[`${self.name}ticks`](self.axes, args, keywords),
    grid: ({ axes, name }, [isOn = true]) => {
      axes.grid = isOn === false ? null : { axis: name, alpha: 1, style: '-', color: null };
    },
    set_visible: ({ axes, name }, [isVisible]) => {
      if (isVisible === false) Object.assign(axes[/** @type {'x' | 'y'} */ (name)], { ticks: [], tickTexts: [] });
    },
    tick_left: () => null,
    tick_bottom: () => null,
  },
});

/** @type {Record<string, (self: Axes, args: any[], keywords: Map<string, any>) => any>} */
const methods = { ...drawing, ...own };
for (const [name, method] of Object.entries(setting)) methods[`set_${name}`] = method;
methods.get_xlim = (axes) => new Tuple(axes.limitsOf('x'));
methods.get_ylim = (axes) => new Tuple(axes.limitsOf('y'));
methods.get_legend_handles_labels = (axes) => {
  const named = axes.artists.filter(({ label }) => label && !label.startsWith('_'));
  return new Tuple([named.map(({ label }) => label), named.map(({ label }) => label)]);
};
methods.set_facecolor = (axes, [value]) => {
  axes.face = color(value, 'none');
  return null;
};
methods.get_figure = ({ figure }) => figure;

hostType(Axes, {
  name: 'Axes',
  module: 'matplotlib.axes._axes',
  operations: { __repr__: ({ title }) => `<Axes: ${title ? `title={'center': '${title}'}` : ''}>` },
  methods,
  properties: {
    spines: (self) => new Spines(self),
    xaxis: (self) => new Axis(self, 'x'),
    yaxis: (self) => new Axis(self, 'y'),
    figure: ({ figure }) => figure,
    transAxes: () => 'axes',
    transData: () => 'data',
    lines: ({ artists }) => artists.filter((/** @type {any} */ { kind }) => kind === 'line'),
  },
  find: (_, name) => {
    if (Object.hasOwn(absent, name)) throw NotThere(`Axes.${name}`, absent[name]);
    return undefined;
  },
});
