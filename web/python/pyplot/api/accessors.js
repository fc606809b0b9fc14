// get_… and set_… methods of what is drawn, from one table of what may be read and set.
import { raised } from '../../host/protocol.js';
import { number } from './keywords.js';
import { artistNames } from './names.js';
import { NotThere } from './refused.js';

/** @typedef {[get: ((self: any) => any) | null, set: ((self: any, value: any, ...more: any[]) => void) | null]} Accessor */

/** What is a member of one of an object's parts, by how a value becomes it. @param {(self: any) => any} partOf @param {string} key @param {(value: any, part: any) => any} [read] @returns {Accessor} */
export const member = (partOf, key, read = (value) => number(value, 1)) => [
  (self) => partOf(self)[key],
  (self, value) => {
    const part = partOf(self);
    part[key] = read(value, part);
  },
];

/** Short names of accessors. @type {Record<string, string[]>} */
const short = {
  color: ['c'],
  linewidth: ['lw', 'linewidths'],
  linestyle: ['ls', 'linestyles', 'dashes'],
  markersize: ['ms'],
  markerfacecolor: ['mfc'],
  markeredgecolor: ['mec'],
  markeredgewidth: ['mew'],
  edgecolor: ['ec', 'edgecolors'],
  facecolor: ['fc', 'facecolors'],
  fontsize: ['size'],
  fontweight: ['weight'],
  fontstyle: ['style'],
  fontfamily: ['family', 'name', 'fontname'],
  horizontalalignment: ['ha'],
  verticalalignment: ['va'],
};

/** What changes nothing here. */
const kept = [
  'clip_on',
  'picker',
  'rasterized',
  'antialiased',
  'solid_capstyle',
  'solid_joinstyle',
  'hatch',
  'capstyle',
  'joinstyle',
  'path_effects',
  'gid',
  'url',
  'in_layout',
  'animated',
  'clip_path',
];

/** @param {Record<string, Accessor>} table @returns {Record<string, (self: any, args: any[], keywords: Map<string, any>) => any>} */
export function accessors(table) {
  /** @type {Record<string, (self: any, args: any[], keywords: Map<string, any>) => any>} */ const methods = {};
  for (const [key, [get, set]] of Object.entries(table)) {
    for (const name of [key, ...(short[key] ?? [])]) {
      if (get) methods[`get_${name}`] = (self) => get(self);
      if (set)
        methods[`set_${name}`] = (self, args, keywords) =>
          set(self, args.length > 0 ? args[0] : [...keywords.values()][0], ...args.slice(1));
    }
  }
  for (const name of kept) methods[`set_${name}`] ??= () => null;
  methods.set = (self, _, keywords) => {
    for (const [key, value] of keywords) {
      const method = methods[`set_${key}`];
      if (!method) throw raised('AttributeError', `Artist.set() got an unexpected keyword argument '${key}'`);
      method(self, [value], new Map());
    }
    return null;
  };
  return methods;
}

/** What such objects have in matplotlib and not here. @param {string} owner */
export const unknown = (owner) => (/** @type {any} */ _, /** @type {string} */ name) => {
  if (artistNames.has(name) || /^[gs]et_[a-z]/.test(name)) throw NotThere(`${owner}.${name}`);
  return undefined;
};
