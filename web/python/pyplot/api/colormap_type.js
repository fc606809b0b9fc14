// Colour maps and norms as programs hold them: plt.cm.viridis, get_cmap, ListedColormap, Normalize.
import { hostType, iteratorOf, listOf, raised, str } from '../../host/protocol.js';
import { float64 } from '../../numpy/array/dtypes.js';
import { NdArray } from '../../numpy/array/ndarray.js';
import { Scalar } from '../../numpy/array/scalar.js';
import { colormap } from '../model/colormaps.js';
import { isMany, nested } from '../model/values.js';
import { unknown } from './accessors.js';
import { arrayOf, rgbaTuple } from './drawn.js';
import { isGiven, number } from './keywords.js';
import { NotThere } from './refused.js';
import { settings } from './settings.js';

/** A colour map that a program holds. */
export class Colormap {
  /** @param {import('../model/colormaps.js').Map} map */
  constructor(map) {
    this.map = map;
  }
}

/** A whole number is a colour's place, another one a share. @param {Colormap} self @param {any} value @param {boolean} isPlace */
const rgba = ({ map }, value, isPlace) =>
  rgbaTuple(map.at(isPlace ? (nested(value) + 0.5) / map.count : nested(value)));

hostType(Colormap, {
  name: 'Colormap',
  module: 'matplotlib.colors',
  operations: {
    __call__: (self, value) => {
      if (!isMany(value))
        return rgba(self, value, typeof value === 'bigint' || (value instanceof Scalar && value.dtype.kind === 'i'));
      const all = [nested(value)].flat(Number.POSITIVE_INFINITY);
      const isPlace =
        value instanceof NdArray ? value.dtype.kind === 'i' : listOf(value).every((one) => typeof one === 'bigint');
      const table = all.flatMap((one) => [...rgba(self, one, isPlace)]);
      return new NdArray(Float64Array.from(table), [all.length, 4], float64);
    },
  },
  methods: {
    reversed: ({ map }) => new Colormap({ ...map, name: `${map.name}_r`, at: (share) => map.at(1 - share) }),
    resampled: ({ map }, [count]) => new Colormap(colormap(map.name, Number(count))),
    set_bad: () => null,
  },
  properties: {
    name: ({ map }) => map.name,
    N: ({ map }) => BigInt(map.count),
    colors: ({ map }) => Array.from({ length: map.count }, (_, i) => rgbaTuple(map.at((i + 0.5) / map.count))),
  },
  find: unknown('Colormap'),
});

/** The map of a name, of a Colormap, or matplotlib's usual one. @param {any} value */
export function mapOf(value) {
  if (!isGiven(value)) return colormap(str(settings().get('image.cmap') ?? 'viridis'));
  return value instanceof Colormap ? value.map : colormap(str(value));
}

/** From numbers to shares of a map. */
export class Norm {
  /** @param {any} from @param {any} to @param {'linear' | 'log' | { center: number } | { bounds: number[], count: number }} kind */
  constructor(from, to, kind) {
    this.from = from ?? null;
    this.to = to ?? null;
    this.kind = kind;
  }

  get isLog() {
    return this.kind === 'log';
  }

  /** @param {number} from @param {number} to @returns {(value: number) => number} */
  share(from, to) {
    const { kind } = this;
    if (kind === 'log') return (value) => (value > 0 ? Math.log(value / from) / Math.log(to / from) : Number.NaN);
    if (kind === 'linear') return (value) => (value - from) / (to - from || 1);
    if ('center' in kind) {
      const { center } = kind;
      return (value) =>
        value < center ? (0.5 * (value - from)) / (center - from) : 0.5 + (0.5 * (value - center)) / (to - center);
    }
    const { bounds } = kind;
    return (value) => (bounds.filter((bound) => bound <= value).length - 0.5) / (bounds.length - 1);
  }
}
hostType(Norm, {
  name: 'Normalize',
  module: 'matplotlib.colors',
  operations: {
    __call__: (self, value) => {
      const all = [nested(value)].flat(Number.POSITIVE_INFINITY).map(Number);
      const share = self.share(number(self.from, Math.min(...all)), number(self.to, Math.max(...all)));
      return isMany(value) ? arrayOf(all.map(share)) : share(all[0]);
    },
  },
  properties: { vmin: ({ from }) => from, vmax: ({ to }) => to },
});

/** @param {any} value @returns {Norm} */
export function normOf(value) {
  if (!isGiven(value)) return new Norm(null, null, 'linear');
  if (value instanceof Norm) return value;
  if (value === 'log' || value === 'linear') return new Norm(null, null, value);
  throw NotThere('norm of such a kind', 'Normalize, LogNorm or TwoSlopeNorm');
}

/** `plt.get_cmap('tab10', 5)`. @param {any[]} args */
export function get_cmap([name = 'viridis', count]) {
  if (name instanceof Colormap) return name;
  return new Colormap(colormap(str(name ?? 'viridis'), isGiven(count) ? Number(count) : undefined));
}

/** `plt.colormaps`: by names. */
export class Colormaps {}
hostType(Colormaps, {
  name: 'ColormapRegistry',
  module: 'matplotlib.cm',
  operations: {
    __getitem__: (_, name) => get_cmap([name]),
    __call__: () => {
      throw raised('TypeError', "'ColormapRegistry' object is not callable");
    },
    __iter__: () => iteratorOf([]),
  },
  methods: { get_cmap: (_, args) => get_cmap(args) },
});
