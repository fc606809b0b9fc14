// matplotlib.patches and matplotlib.lines: shapes and lines that a program makes itself, for axes and for legends.
import { fn, hostModule, raised, str } from '../../host/protocol.js';
import { Axes } from '../model/axes.js';
import { Figure } from '../model/figure.js';
import { nested, numbers } from '../model/values.js';
import { Drawn, drawnOf } from './drawn.js';
import { looks, number } from './keywords.js';
import { addLine } from './lines.js';
import { NotThere } from './refused.js';
import { addPolygon } from './regions.js';
import { arc } from './shapes.js';

/** Axes in which things stand that are in none yet. */
const nowhere = () => new Axes(new Figure(0), { rows: 1, columns: 1, row: [0, 0], column: [0, 0] });

const lookNames = 'color facecolor edgecolor alpha linewidth linestyle zorder label fill'.split(' ');

/** Corners of each shape by its arguments. @type {Record<string, { names: string[], corners: (values: any[]) => { xs: number[], ys: number[], isOpen?: boolean } }>} */
const shapes = {
  Patch: { names: [], corners: () => ({ xs: [], ys: [] }) },
  Rectangle: {
    names: ['xy', 'width', 'height', 'angle'],
    corners: ([xy, width, height, angle]) => {
      const [x, y] = numbers(xy);
      const turn = (number(angle, 0) * Math.PI) / 180;
      const at = [
        [0, 0],
        [number(width, 0), 0],
        [number(width, 0), number(height, 0)],
        [0, number(height, 0)],
      ];
      return {
        xs: at.map(([a, b]) => x + a * Math.cos(turn) - b * Math.sin(turn)),
        ys: at.map(([a, b]) => y + a * Math.sin(turn) + b * Math.cos(turn)),
      };
    },
  },
  Circle: {
    names: ['xy', 'radius'],
    corners: ([xy, radius]) => arc(numbers(xy)[0], numbers(xy)[1], number(radius, 5), 0, 360),
  },
  Ellipse: {
    names: ['xy', 'width', 'height', 'angle'],
    corners: ([xy, width, height, angle]) => {
      const [x, y] = numbers(xy);
      const { xs, ys } = arc(0, 0, 0.5, 0, 360);
      const turn = (number(angle, 0) * Math.PI) / 180;
      const [w, h] = [number(width, 0), number(height, 0)];
      return {
        xs: xs.map((one, i) => x + one * w * Math.cos(turn) - ys[i] * h * Math.sin(turn)),
        ys: xs.map((one, i) => y + one * w * Math.sin(turn) + ys[i] * h * Math.cos(turn)),
      };
    },
  },
  Wedge: {
    names: ['center', 'r', 'theta1', 'theta2'],
    corners: ([center, r, from, to]) => {
      const [x, y] = numbers(center);
      const { xs, ys } = arc(x, y, number(r, 0), number(from, 0), number(to, 0));
      return { xs: [...xs, x], ys: [...ys, y] };
    },
  },
  Polygon: {
    names: ['xy', 'closed'],
    corners: ([xy, closed]) => {
      const all = nested(xy);
      return {
        xs: all.map((/** @type {number[]} */ one) => one[0]),
        ys: all.map((/** @type {number[]} */ one) => one[1]),
        isOpen: closed === false,
      };
    },
  },
};

/** @param {string} name */
const patchOf = (name) => (/** @type {any[]} */ args, /** @type {Map<string, any>} */ keywords) => {
  const { names, corners } = shapes[name];
  const look = looks(`${name}.set`, keywords, [...lookNames, ...names]);
  const values = names.map((key, i) => args[i] ?? look[key]);
  const missing = names
    .slice(0, name === 'Patch' ? 0 : name === 'Circle' || name === 'Polygon' ? 1 : 3)
    .filter((_, i) => values[i] === undefined);
  if (missing.length > 0)
    throw raised(
      'TypeError',
      `${name}.__init__() missing ${missing.length} required positional argument${missing.length > 1 ? 's' : ''}: ${missing.map((one) => `'${one}'`).join(' and ')}`,
    );
  const axes = nowhere();
  const own = {
    ...look,
    color: undefined,
    facecolor: look.facecolor ?? look.color ?? 'C0',
    edgecolor: look.edgecolor ?? look.color ?? (look.facecolor ? undefined : look.fill === false ? 'k' : undefined),
  };
  return drawnOf(addPolygon(axes, [corners(values)], own), axes);
};

export const patches = () =>
  hostModule(
    'matplotlib.patches',
    Object.fromEntries(Object.keys(shapes).map((name) => [name, fn(name, patchOf(name))])),
    (name) => {
      if (/^[A-Z]\w+/.test(name))
        throw NotThere(`patches.${name}`, 'Rectangle, Circle, Ellipse, Wedge, Polygon, and annotate() for arrows');
      return undefined;
    },
  );

export const lines = () =>
  hostModule('matplotlib.lines', {
    Line2D: fn('Line2D', (args, keywords) => {
      const axes = nowhere();
      const known =
        'color linewidth linestyle marker markersize markerfacecolor markeredgecolor markeredgewidth markevery label alpha zorder fillstyle drawstyle xdata ydata'.split(
          ' ',
        );
      const look = looks('Line2D.set', keywords, known);
      const [xs, ys] = [args[0] ?? look.xdata, args[1] ?? look.ydata].map(numbers);
      return drawnOf(addLine(axes, xs, ys, { color: 'C0', ...look }), axes);
    }),
  });

/** Puts what a program made itself into axes. @param {Axes} axes @param {any[]} args */
export function addDrawn(axes, [drawn]) {
  if (!(drawn instanceof Drawn))
    throw NotThere(`adding of ${str(drawn)}`, 'what matplotlib.patches and matplotlib.lines have here');
  drawn.axes.artists = drawn.axes.artists.filter((one) => one !== drawn.artist);
  drawn.axes = axes;
  axes.add(drawn.artist);
  return drawn;
}
