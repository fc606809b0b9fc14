// matplotlib.patches and matplotlib.lines: shapes and lines that a program makes itself, for axes and for legends.
import { fn, hostModule, str } from '../../host/protocol.js';
import { Axes } from '../model/axes.js';
import { Figure } from '../model/figure.js';
import { nested, numbers } from '../model/values.js';
import { Drawn, drawnOf } from './drawn.js';
import { looks, number } from './keywords.js';
import { addLine } from './lines.js';
import { NotThere, needed } from './refused.js';
import { addPolygon } from './regions.js';
import { arc } from './shapes.js';

/** Axes in which things stand that are in none yet. */
const nowhere = () => new Axes(new Figure(0), { rows: 1, columns: 1, row: [0, 0], column: [0, 0] });

const lookNames = 'color facecolor edgecolor alpha linewidth linestyle zorder label fill'.split(' ');

/** A shape of width and height 1 as wide, high and turned as a program says, at its place. @param {any[]} values xy, width, height, angle @param {{ xs: number[], ys: number[] }} unit */
function turned([xy, width, height, angle], unit) {
  const [x, y] = numbers(xy);
  const [w, h, turn] = [number(width, 0), number(height, 0), (number(angle, 0) * Math.PI) / 180];
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return {
    xs: unit.xs.map((one, i) => x + one * w * cos - unit.ys[i] * h * sin),
    ys: unit.xs.map((one, i) => y + one * w * sin + unit.ys[i] * h * cos),
  };
}

/** Corners of each shape by its arguments. @type {Record<string, { names: string[], corners: (values: any[]) => { xs: number[], ys: number[], isOpen?: boolean } }>} */
const shapes = {
  Patch: { names: [], corners: () => ({ xs: [], ys: [] }) },
  Rectangle: {
    names: ['xy', 'width', 'height', 'angle'],
    corners: (values) => turned(values, { xs: [0, 1, 1, 0], ys: [0, 0, 1, 1] }),
  },
  Circle: {
    names: ['xy', 'radius'],
    corners: ([xy, radius]) => arc(numbers(xy)[0], numbers(xy)[1], number(radius, 5), 0, 360),
  },
  Ellipse: {
    names: ['xy', 'width', 'height', 'angle'],
    corners: (values) => turned(values, arc(0, 0, 0.5, 0, 360)),
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
  const count = name === 'Patch' ? 0 : name === 'Circle' || name === 'Polygon' ? 1 : 3;
  needed(`${name}.__init__`, Object.fromEntries(names.slice(0, count).map((key, i) => [key, values[i]])));
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
