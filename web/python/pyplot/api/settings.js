// rcParams and styles: settings that programs read and write. Those of sizes, grids, colours and lines are followed.
import { currentSession, Dict, fn, hostModule, hostType } from '../../host/protocol.js';
import { usualCycle } from './cycler.js';

const usual = () =>
  Object.entries({
    'figure.figsize': [6.4, 4.8],
    'figure.dpi': 100,
    'font.size': 10,
    'lines.linewidth': 1.5,
    'lines.markersize': 6,
    'axes.grid': false,
    'axes.prop_cycle': usualCycle,
    'axes.titlesize': 'large',
    'axes.labelsize': 'medium',
    'legend.fontsize': 'medium',
    'image.cmap': 'viridis',
  });

/** Settings that programs read and write. @returns {Dict} */
export const settings = () => currentSession().state('pyplot settings', () => new Dict(usual()));

/** A with-block in which settings are others. */
class Settings {
  /** @param {any} changes */
  constructor(changes) {
    this.changes = changes;
    /** @type {[any, any][]} */ this.before = [];
  }
}
hostType(Settings, {
  name: '_GeneratorContextManager',
  module: 'contextlib',
  operations: {
    __enter__: (self) => {
      self.before = [...settings().entries()];
      for (const [key, value] of self.changes?.entries?.() ?? []) settings().set(key, value);
      return null;
    },
    __exit__: (self) => {
      settings().clear();
      for (const [key, value] of self.before) settings().set(key, value);
      return false;
    },
  },
});

/** @param {any} changes */
export const rcContext = (changes) => new Settings(changes);

/** Styles are taken and change nothing: figures keep the page's look. */
export const style = () =>
  hostModule('matplotlib.style', {
    use: fn('use', () => null),
    available: ['default', 'classic', 'ggplot', 'bmh', 'fivethirtyeight', 'seaborn-v0_8', 'dark_background'],
    context: fn('context', () => new Settings(null)),
  });
