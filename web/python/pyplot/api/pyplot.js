// matplotlib.pyplot as a module for Python programs: what it draws goes into the current axes of the current figure.
import { callMethod, fn, hostModule, listOf, raised, smallIndexOf, str, Tuple } from '../../host/protocol.js';
import { Axes } from '../model/axes.js';
import { colormap, colormaps } from '../model/colormaps.js';
import { colorOf } from '../model/colors.js';
import { Figure } from '../model/figure.js';
import './axes_type.js';
import { absent, drawing, setting } from './axes_methods.js';
import { colorbar, Mappable } from './colorbar.js';
import { Colormap, Colormaps, get_cmap } from './colormap_type.js';
import { colorsModule } from './colors_module.js';
import { cycler, usualCycle } from './cycler.js';
import { Drawn } from './drawn.js';
import { addAxes, adjust, figures, figureText, figureWords, show, sizeOf } from './figure_type.js';
import { gridOf, gridspec, mosaic, refuseProjection, subplotIn } from './grids.js';
import { pyplotNames } from './names.js';
import { lines, patches } from './patches.js';
import { NotThere, savefig } from './refused.js';
import { rcContext, settings, style } from './settings.js';
import { ticker } from './ticker.js';

/** @typedef {Map<string, any>} Keywords */

/** The size that a figure has without its own. */
const usualSize = () => sizeOf(settings().get('figure.figsize'));
const figureKeywords =
  'figsize num dpi facecolor edgecolor frameon clear constrained_layout tight_layout layout FigureClass'.split(' ');

/** @param {any[]} args @param {Keywords} keywords */
function figure(args, keywords) {
  for (const key of keywords.keys())
    if (!figureKeywords.includes(key))
      throw raised('TypeError', `Figure.__init__() got an unexpected keyword argument '${key}'`);
  const num = args[0] ?? keywords.get('num');
  const known = num instanceof Figure ? num.number : typeof num === 'bigint' ? Number(num) : null;
  const all = figures();
  const isNew = known === null || !all.open.has(known);
  const made = all.figure(known, sizeOf(args[1] ?? keywords.get('figsize')) ?? usualSize());
  if (isNew)
    made.isTight =
      settings().get('figure.autolayout') === true || settings().get('figure.constrained_layout.use') === true;
  made.hasGrid = settings().get('axes.grid') === true;
  made.colors = cycler([settings().get('axes.prop_cycle') ?? usualCycle], new Map()).colors;
  const isAsked = [keywords.get('constrained_layout'), keywords.get('tight_layout')].includes(true);
  if (isAsked || ['tight', 'constrained', 'compressed'].includes(keywords.get('layout'))) made.isTight = true;
  const face = keywords.get('facecolor');
  if (face !== undefined && !/^(w|white|none)$/.test(face)) made.face = colorOf(face) ?? null;
  if (keywords.get('clear') === true) made.clear();
  return made;
}

/** Keywords that a figure takes, and those that it does not. @param {Keywords} keywords @param {boolean} isFigures */
const split = (keywords, isFigures) =>
  new Map([...keywords].filter(([key]) => figureKeywords.includes(key) === isFigures));

/** @param {any} object @param {[string, any][]} pairs */
function setAll(object, pairs) {
  const all = Array.isArray(object) || object instanceof Tuple ? listOf(object) : [object];
  for (const one of all.flatMap((item) => (Array.isArray(item) ? item : [item])))
    for (const [key, value] of pairs) callMethod(one, `set_${key}`, [value]);
  return null;
}

/** @type {Record<string, (args: any[], keywords: Keywords) => any>} */
const functions = {
  figure,
  subplots(args, keywords) {
    const own = figure([], split(keywords, true));
    const [rows, columns] = [args[0] ?? keywords.get('nrows') ?? 1n, args[1] ?? keywords.get('ncols') ?? 1n].map(
      smallIndexOf,
    );
    return new Tuple([own, gridOf(own, rows, columns, split(keywords, false))]);
  },
  subplot: (args, keywords) => subplotIn(current(), args, keywords),
  subplot2grid(args, keywords) {
    const [[rows, columns], [row, column]] = [args[0] ?? keywords.get('shape'), args[1] ?? keywords.get('loc')].map(
      (pair) => listOf(pair).map(smallIndexOf),
    );
    const [high, wide] = [args[2] ?? keywords.get('rowspan') ?? 1n, args[3] ?? keywords.get('colspan') ?? 1n].map(
      smallIndexOf,
    );
    return current().at({ rows, columns, row: [row, row + high - 1], column: [column, column + wide - 1] });
  },
  subplot_mosaic(args, keywords) {
    const own = figure([], split(keywords, true));
    return new Tuple([own, mosaic(own, args[0] ?? keywords.get('mosaic'), split(keywords, false))]);
  },
  axes(args, keywords) {
    refuseProjection(keywords);
    return args.length === 0 || args[0] === null
      ? current().add({ rows: 1, columns: 1, row: [0, 0], column: [0, 0] })
      : addAxes(current(), args, keywords);
  },
  gca: () => current().gca(),
  gcf: () => current(),
  gci() {
    const axes = current().gca();
    const artist = axes.artists.findLast((one) => one.more?.scaled);
    return artist ? new Drawn(artist, axes) : null;
  },
  sca([axes]) {
    if (!(axes instanceof Axes)) throw raised('AttributeError', `'${str(axes)}' is no Axes`);
    figures().current = axes.figure;
    axes.figure.current = axes;
    return null;
  },
  show() {
    for (const one of [...figures().open.values()]) show(one);
    return null;
  },
  savefig,
  imsave: savefig,
  close([what]) {
    const all = figures();
    const open = [...all.open.values()];
    const named =
      what instanceof Figure
        ? what
        : typeof what === 'bigint'
          ? all.open.get(Number(what))
          : what === undefined || what === null
            ? all.current
            : null;
    for (const one of what === 'all' ? open : named ? [named] : []) all.close(one);
    return null;
  },
  clf() {
    current().clear();
    return null;
  },
  cla() {
    current().gca().clear();
    return null;
  },
  delaxes([axes = current().gca()]) {
    axes.figure.axes = axes.figure.axes.filter((/** @type {Axes} */ one) => one !== axes);
    axes.figure.current = axes.figure.axes.at(-1) ?? null;
    return null;
  },
  suptitle: (args, keywords) => figureWords('suptitle', 0.5, 0.98)(current(), args, keywords),
  figtext: (args, keywords) => figureText(current(), args, keywords),
  figlegend: (args, keywords) => callMethod(current(), 'legend', args, keywords),
  tight_layout() {
    current().isTight = true;
    return null;
  },
  subplots_adjust: (args, keywords) => adjust(current(), args, keywords),
  colorbar: (args, keywords) => colorbar(current(), args, keywords),
  matshow(args, keywords) {
    const own = new Map([...keywords].filter(([key]) => key !== 'fignum'));
    if (keywords.get('fignum') === undefined) figure([], new Map([['figsize', settings().get('figure.figsize')]]));
    return callMethod(current().gca(), 'matshow', args, own);
  },
  box() {
    const axes = current().gca();
    axes.isFrameless = !axes.isFrameless;
    return null;
  },
  get_cmap: (args, keywords) => get_cmap([args[0] ?? keywords.get('name'), args[1] ?? keywords.get('lut')]),
  set_cmap: ([name]) => {
    settings().set('image.cmap', name);
    return null;
  },
  setp: ([object, ...rest], keywords) =>
    setAll(object, [
      ...rest.flatMap((key, i) => (i % 2 === 0 ? [/** @type {[string, any]} */ ([key, rest[i + 1]])] : [])),
      ...keywords,
    ]),
  getp: ([object, key]) => {
    if (key === undefined) throw NotThere('getp() of all that there is', "getp(object, 'name')");
    return callMethod(object, `get_${key}`, []);
  },
  rc([group, ...rest], keywords) {
    const given = rest[0]?.entries ? [...rest[0].entries()] : [];
    for (const [key, value] of [...given, ...keywords]) settings().set(`${str(group)}.${key}`, value);
    return null;
  },
  rcdefaults() {
    settings().clear();
    return null;
  },
  rc_context: (args, keywords) => rcContext(args[0] ?? keywords.get('rc')),
  get_fignums: () => [...figures().open.keys()].map(BigInt),
  fignum_exists: ([number]) => figures().open.has(Number(number)),
  isinteractive: () => false,
  get_backend: () => 'agg',
  switch_backend: () => null,
  ion: () => null,
  ioff: () => null,
  draw: () => null,
  pause: () => null,
};

/** The current figure, of the size that settings say. */
function current() {
  const all = figures();
  return all.current ?? figure([], new Map());
}

/** Names of classes, for isinstance and hints. */
const kClasses = 'Figure FigureBase Axes Artist Text Annotation Arrow Button Slider Widget PolarAxes Subplot'.split(
  ' ',
);

/** @param {import('../../session.js').Session} session */
function pyplot(session) {
  session.atEnd.add(showRest);
  const { Line2D } = Object.fromEntries(lines().dict.entries());
  /** @type {Record<string, any>} */ const names = {
    rcParams: settings(),
    cycler: fn('cycler', cycler),
    cm: colorMaps(),
    colormaps: new Colormaps(),
    style: style(),
    Line2D,
  };
  for (const name of ['Rectangle', 'Circle', 'Polygon']) names[name] = patches().dict.get(name);
  for (const [name, value] of ticker().dict.entries()) if (/^[A-Z]/.test(name)) names[name] = value;
  names.Normalize = colorsModule().dict.get('Normalize');
  names.GridSpec = gridspec().dict.get('GridSpec');
  for (const [name, call] of Object.entries(functions)) names[name] = fn(name, call);
  for (const [name, method] of Object.entries({ ...drawing, ...setting }))
    names[name] = fn(name, (args, keywords) => method(current().gca(), args, keywords));
  for (const name of ['viridis', 'plasma', 'inferno', 'magma', 'gray', 'jet', 'hot', 'cool'])
    names[name] = fn(name, () => functions.set_cmap([name], new Map()));
  return hostModule('matplotlib.pyplot', names, (name) => {
    if (Object.hasOwn(absent, name) && name !== 'plot_surface') throw NotThere(`pyplot.${name}`, absent[name]);
    if (pyplotNames.has(name) || kClasses.includes(name)) throw NotThere(`pyplot.${name}`);
    return undefined;
  });
}

const reversed = colormaps.map((name) => `${name}_r`);
const colorMaps = () =>
  hostModule('matplotlib.cm', {
    ...Object.fromEntries([...colormaps, ...reversed].map((name) => [name, new Colormap(colormap(name))])),
    get_cmap: fn('get_cmap', functions.get_cmap),
    ScalarMappable: fn('ScalarMappable', (args, keywords) => new Mappable(args, keywords)),
  });

/** matplotlib itself: its version, its settings, its modules. @param {import('../../session.js').Session} session */
const matplotlib = (session) =>
  hostModule(
    'matplotlib',
    {
      __version__: '3.10.0',
      rcParams: settings(),
      ...Object.fromEntries(
        Object.entries(parts).map(([name, make]) => [
          name,
          session.state(`module matplotlib.${name}`, () => make(session)),
        ]),
      ),
      colormaps: new Colormaps(),
      rc: fn('rc', functions.rc),
      rc_context: fn('rc_context', functions.rc_context),
      use: fn('use', () => null),
      get_backend: fn('get_backend', () => 'agg'),
    },
    (name) => {
      if (Object.hasOwn(far, name)) throw NotThere(`module matplotlib.${name}`, far[name]);
      return undefined;
    },
  );

/** Modules of matplotlib that are not here, each with the nearest. @type {Record<string, string>} */
const far = {
  animation: 'a figure for each of some steps',
  widgets: 'a figure for each value',
  image: 'plt.imshow',
  dates: 'numbers or texts on x',
  collections: 'what plotting functions give back',
  transforms: 'ax.transAxes',
  path: 'plt.fill',
  tri: 'plt.contourf of a grid',
  text: 'plt.text',
  figure: 'plt.figure',
  axes: 'plt.subplots',
  offsetbox: 'plt.text',
  backends: 'plt.show',
};

/** @type {Record<string, (session: import('../../session.js').Session) => any>} */
const parts = { pyplot, cm: colorMaps, colors: colorsModule, ticker, gridspec, patches, lines, style };

/** Programs import Axes3D for what it registers; what then has projection='3d' is refused. */
const mplot3d = () =>
  hostModule('mpl_toolkits.mplot3d', { Axes3D: fn('Axes3D', () => refuseProjection(new Map([['projection', '3d']]))) });
const toolkits = () =>
  hostModule('mpl_toolkits', {}, (name) => {
    if (name === 'axes_grid1') throw NotThere('module mpl_toolkits.axes_grid1', 'fig.colorbar(…, ax=ax)');
    return undefined;
  });

/** What makes the modules, once a session. */
export const makers = {
  matplotlib,
  cycler: () => hostModule('cycler', { cycler: fn('cycler', cycler) }),
  mpl_toolkits: toolkits,
  'mpl_toolkits.mplot3d': mplot3d,
  ...Object.fromEntries(Object.entries(parts).map(([name, make]) => [`matplotlib.${name}`, make])),
};

/** Shows what a program drew and did not show, as a notebook does at a cell's end. */
function showRest() {
  functions.show([], new Map());
}
