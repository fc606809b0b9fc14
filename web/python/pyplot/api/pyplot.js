// matplotlib.pyplot as a module for Python programs: what it draws goes into the current axes of the current figure.
import { currentSession, Dict, fn, hostModule, smallIndexOf, str, Tuple } from '../../host/protocol.js';
import { colormaps } from '../model/colormaps.js';
import { Figure } from '../model/figure.js';
import './axes_type.js';
import { absent, drawing, setting } from './axes_methods.js';
import { colorbar, figures, gridOf, show, sizeOf, subplotIn } from './figure_type.js';
import { number } from './keywords.js';
import { NotThere, savefig } from './refused.js';
import { Colormap, Words } from './types.js';

/** @typedef {Map<string, any>} Keywords */

/** Settings that programs read and write; those of figures' sizes are followed. */
const settings = () =>
  currentSession().state(
    'pyplot settings',
    () =>
      new Dict(
        Object.entries({
          'figure.figsize': [6.4, 4.8],
          'figure.dpi': 100,
          'font.size': 10,
          'lines.linewidth': 1.5,
          'axes.grid': false,
        }),
      ),
  );

/** The size that a figure has without its own. */
const usualSize = () => sizeOf(settings().get('figure.figsize'));

/** @type {Record<string, (args: any[], keywords: Keywords) => any>} */
const functions = {
  figure(args, keywords) {
    const num = args[0] ?? keywords.get('num');
    const known = num instanceof Figure ? num.number : typeof num === 'bigint' ? Number(num) : null;
    const made = figures().figure(known, sizeOf(args[1] ?? keywords.get('figsize')) ?? usualSize());
    if (
      keywords.get('constrained_layout') === true ||
      keywords.get('tight_layout') === true ||
      ['tight', 'constrained'].includes(keywords.get('layout'))
    )
      made.isTight = true;
    return made;
  },
  subplots(args, keywords) {
    const figure = functions.figure(
      [],
      new Map(
        [...keywords].filter(([key]) =>
          ['figsize', 'num', 'constrained_layout', 'tight_layout', 'layout'].includes(key),
        ),
      ),
    );
    const [rows, columns] = [args[0] ?? keywords.get('nrows') ?? 1n, args[1] ?? keywords.get('ncols') ?? 1n].map(
      smallIndexOf,
    );
    return new Tuple([figure, gridOf(figure, rows, columns, keywords)]);
  },
  subplot: (args) => subplotIn(current(), args),
  axes: () => current().gca(),
  gca: () => current().gca(),
  gcf: () => current(),
  sca(args) {
    const [axes] = args;
    figures().current = axes.figure;
    axes.figure.current = axes;
    return null;
  },
  show() {
    for (const figure of [...figures().open.values()]) show(figure);
    return null;
  },
  savefig,
  imsave: savefig,
  close(args) {
    const all = figures();
    const [what] = args;
    if (what === 'all') for (const figure of [...all.open.values()]) all.close(figure);
    else if (what instanceof Figure) all.close(what);
    else if (all.current) all.close(all.current);
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
  suptitle(args) {
    current().suptitle = str(args[0]);
    return new Words(0.5, 0.98, current().suptitle);
  },
  tight_layout() {
    current().isTight = true;
    return null;
  },
  subplots_adjust(_, keywords) {
    for (const [key, value] of keywords) current().margins[/** @type {'left'} */ (key)] = number(value, 0);
    return null;
  },
  colorbar: (args, keywords) => colorbar(current(), args, keywords),
  get_cmap: (args) => (args[0] instanceof Colormap ? args[0] : new Colormap(str(args[0] ?? 'viridis'))),
  rc(args, keywords) {
    for (const [key, value] of keywords) settings().set(`${str(args[0])}.${key}`, value);
    return null;
  },
  ion: () => null,
  ioff: () => null,
  draw: () => null,
  pause: () => null,
  set_cmap: () => null,
};

/** The current figure, of the size that settings say. */
function current() {
  const all = figures();
  return all.current ?? all.figure(null, usualSize());
}

/** @param {import('../../session.js').Session} session */
function pyplot(session) {
  session.atEnd.add(showRest);
  /** @type {Record<string, any>} */ const names = { rcParams: settings(), cm: colorMaps(), style: style() };
  for (const [name, call] of Object.entries(functions)) names[name] = fn(name, call);
  for (const [name, method] of Object.entries({ ...drawing, ...setting }))
    names[name] = fn(name, (args, keywords) => method(current().gca(), args, keywords));
  return hostModule('matplotlib.pyplot', names, (name) => {
    if (Object.hasOwn(absent, name)) throw NotThere(`pyplot.${name}`, absent[name]);
    return undefined;
  });
}

const colorMaps = () =>
  hostModule('matplotlib.cm', {
    ...Object.fromEntries(colormaps.map((name) => [name, new Colormap(name)])),
    get_cmap: fn('get_cmap', functions.get_cmap),
  });

/** Styles are taken and change nothing: figures keep the page's look. */
const style = () =>
  hostModule('matplotlib.style', {
    use: fn('use', () => null),
    available: ['default'],
    context: fn('context', () => null),
  });

/** matplotlib itself: its version, its settings, pyplot. @param {import('../../session.js').Session} session */
const matplotlib = (session) =>
  hostModule('matplotlib', {
    __version__: '3.10.0',
    rcParams: settings(),
    pyplot: session.state('module matplotlib.pyplot', () => pyplot(session)),
    cm: colorMaps(),
    use: fn('use', () => null),
  });

/** What makes the modules, once a session. */
export const makers = { matplotlib, 'matplotlib.pyplot': pyplot };

/** Shows what a program drew and did not show, as a notebook does at a cell's end. */
function showRest() {
  functions.show([], new Map());
}
