// matplotlib.colors: maps of a program's own, norms, forms of colours.
import { Dict, fn, hostModule, listOf, Tuple } from '../../host/protocol.js';
import { listedMap, smoothMap } from '../model/colormaps.js';
import { tabs } from '../model/colors.js';
import { Colormap, Norm } from './colormap_type.js';
import { rgbaTuple } from './drawn.js';
import { color, isGiven } from './keywords.js';
import { NotThere } from './refused.js';

/** @param {any} one @returns {number[]} */
const bytes = (one) => [...rgbaTuple(color(one, 'none'))].slice(0, 3).map((part) => Math.round(Number(part) * 255));
const hexOf = (/** @type {any} */ one) =>
  `#${bytes(one)
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')}`;

/** @type {Record<string, (args: any[], keywords: Map<string, any>) => any>} */
const functions = {
  ListedColormap(args, keywords) {
    const all = listOf(args[0] ?? keywords.get('colors')).map((one) => color(one, 'none'));
    return new Colormap(listedMap(args[1] ?? keywords.get('name') ?? 'from_list', all));
  },
  Normalize: (args, keywords) => new Norm(args[0] ?? keywords.get('vmin'), args[1] ?? keywords.get('vmax'), 'linear'),
  LogNorm: (args, keywords) => new Norm(args[0] ?? keywords.get('vmin'), args[1] ?? keywords.get('vmax'), 'log'),
  TwoSlopeNorm: (args, keywords) =>
    new Norm(args[1] ?? keywords.get('vmin'), args[2] ?? keywords.get('vmax'), {
      center: Number(args[0] ?? keywords.get('vcenter')),
    }),
  CenteredNorm: (args, keywords) => {
    const [center, half] = [Number(args[0] ?? keywords.get('vcenter') ?? 0), args[1] ?? keywords.get('halfrange')];
    if (half === undefined) throw NotThere('CenteredNorm without halfrange', 'TwoSlopeNorm');
    return new Norm(center - Number(half), center + Number(half), { center });
  },
  BoundaryNorm(args, keywords) {
    const bounds = listOf(args[0] ?? keywords.get('boundaries')).map(Number);
    return new Norm(bounds[0], bounds.at(-1), { bounds, count: Number(args[1] ?? keywords.get('ncolors')) });
  },
  to_rgba: ([one, alpha]) =>
    new Tuple([
      ...[...rgbaTuple(color(one, 'none'))].slice(0, 3),
      isGiven(alpha) ? Number(alpha) : rgbaTuple(color(one, 'none')).items[3],
    ]),
  to_rgb: ([one]) => new Tuple([...rgbaTuple(color(one, 'none'))].slice(0, 3)),
  to_hex: ([one]) => hexOf(one),
  rgb2hex: ([one]) => hexOf(one),
};

/** `LinearSegmentedColormap.from_list(name, colors, N)`. @param {any[]} args @param {Map<string, any>} keywords */
function fromList(args, keywords) {
  const given = listOf(args[1] ?? keywords.get('colors')).map((one) =>
    one instanceof Tuple && one.items.length === 2 ? [...one] : [null, one],
  );
  const stops = given.every(([stop]) => stop !== null) ? given.map(([stop]) => Number(stop)) : undefined;
  const channels = given.map(([, one]) => bytes(one));
  return new Colormap(smoothMap(args[0], channels, Number(args[2] ?? keywords.get('N') ?? 256), stops));
}

export const colorsModule = () =>
  hostModule(
    'matplotlib.colors',
    {
      ...Object.fromEntries(Object.entries(functions).map(([name, call]) => [name, fn(name, call)])),
      LinearSegmentedColormap: hostModule('LinearSegmentedColormap', { from_list: fn('from_list', fromList) }),
      TABLEAU_COLORS: new Dict(tabs.map((name) => [`tab:${name}`, color(`tab:${name}`, '')])),
    },
    (name) => {
      if (/^[A-Z]|_COLORS$|^(same_color|is_color_like|hsv_to_rgb|rgb_to_hsv|to_rgba_array)$/.test(name))
        throw NotThere(
          `colors.${name}`,
          'ListedColormap, LinearSegmentedColormap, Normalize, LogNorm, TwoSlopeNorm, to_hex',
        );
      return undefined;
    },
  );
