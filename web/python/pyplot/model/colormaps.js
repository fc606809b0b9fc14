// matplotlib's colour maps, as few colours between which is interpolated: within 0.02 of its own tables.
import { raised } from '../../host/protocol.js';
import { cycle } from './colors.js';

/** @type {Record<string, string>} colours at equal distances, as six hexadecimal digits each */
const tables = {
  viridis: '440154 482878 3e4989 31688e 26828e 1f9e89 35b779 6ece58 b5de2b fde725',
  plasma: '0d0887 46039f 7201a8 9c179e bd3786 d8576b ed7953 fb9f3a fdca26 f0f921',
  inferno: '000004 1b0c41 4a0c6b 781c6d a52c60 cf4446 ed6925 fb9b06 f7d13d fcffa4',
  magma: '000004 180f3d 440f76 721f81 9e2f7f cd4071 f1605d fd9668 feca8d fcfdbf',
  cividis: '00224e 123570 3b496c 575d6d 707173 8a8678 a59c74 c3b369 e1cc55 fee838',
  gray: '000000 ffffff',
  Greys: 'ffffff f0f0f0 d9d9d9 bdbdbd 969696 737373 525252 252525 000000',
  Blues: 'f7fbff deebf7 c6dbef 9ecae1 6baed6 4292c6 2171b5 08519c 08306b',
  Reds: 'fff5f0 fee0d2 fcbba1 fc9272 fb6a4a ef3b2c cb181d a50f15 67000d',
  Greens: 'f7fcf5 e5f5e0 c7e9c0 a1d99b 74c476 41ab5d 238b45 006d2c 00441b',
  RdBu: '67001f b2182b d6604d f4a582 fddbc7 f7f7f7 d1e5f0 92c5de 4393c3 2166ac 053061',
  RdYlBu: 'a50026 d73027 f46d43 fdae61 fee090 ffffbf e0f3f8 abd9e9 74add1 4575b4 313695',
  Spectral: '9e0142 d53e4f f46d43 fdae61 fee08b ffffbf e6f598 abdda4 66c2a5 3288bd 5e4fa2',
  coolwarm: '3b4cc0 5a78e4 7b9ff9 9ebeff c0d4f5 dddcdc f2cbb7 f7ac8e ee8468 d65244 b40426',
  bwr: '0000ff ffffff ff0000',
  seismic: '00004c 0000ff ffffff ff0000 800000',
  jet: '000080 0000ff 0080ff 00ffff 80ff80 ffff00 ff8000 ff0000 800000',
  hot: '0b0000 560000 a10000 ec0000 ff3700 ff8200 ffcd00 ffff1f ffff8f ffffff',
  cool: '00ffff ff00ff',
  winter: '0000ff 00ff80',
  summer: '008066 ffff66',
  spring: 'ff00ff ffff00',
  autumn: 'ff0000 ffff00',
  hsv: 'ff0000 ffbf00 80ff00 00ff40 00ffff 0040ff 8000ff ff00bf ff0018',
  rainbow: '8000ff 4062fa 00b5eb 40ecd4 80ffb4 c0eb8d ffb360 ff6232 ff0000',
  Oranges: 'fff5eb fee6ce fdd0a2 fdae6b fd8d3c f16913 d94801 a63603 7f2704',
  Purples: 'fcfbfd efedf5 dadaeb bcbddc 9e9ac8 807dba 6a51a3 54278f 3f007d',
  YlOrRd: 'ffffcc ffeda0 fed976 feb24c fd8d3c fc4e2a e31a1c bd0026 800026',
  YlGnBu: 'ffffd9 edf8b1 c7e9b4 7fcdbb 41b6c4 1d91c0 225ea8 253494 081d58',
  PuOr: '7f3b08 b35806 e08214 fdb863 fee0b6 f7f7f7 d8daeb b2abd2 8073ac 542788 2d004b',
  PiYG: '8e0152 c51b7d de77ae f1b6da fde0ef f7f7f7 e6f5d0 b8e186 7fbc41 4d9221 276419',
  RdYlGn: 'a50026 d73027 f46d43 fdae61 fee08b ffffbf d9ef8b a6d96a 66bd63 1a9850 006837',
};
/** Those whose colours stand side by side, not run into each other. @type {Record<string, string>} */
const listed = {
  tab10: cycle.map((one) => one.slice(1)).join(' '),
  Set1: 'e41a1c 377eb8 4daf4a 984ea3 ff7f00 ffff33 a65628 f781bf 999999',
  Set2: '66c2a5 fc8d62 8da0cb e78ac3 a6d854 ffd92f e5c494 b3b3b3',
  Set3: '8dd3c7 ffffb3 bebada fb8072 80b1d3 fdb462 b3de69 fccde5 d9d9d9 bc80bd ccebc5 ffed6f',
  Paired: 'a6cee3 1f78b4 b2df8a 33a02c fb9a99 e31a1c fdbf6f ff7f00 cab2d6 6a3d9a ffff99 b15928',
  Dark2: '1b9e77 d95f02 7570b3 e7298a 66a61e e6ab02 a6761d 666666',
  Accent: '7fc97f beaed4 fdc086 ffff99 386cb0 f0027f bf5b17 666666',
  Pastel1: 'fbb4ae b3cde3 ccebc5 decbe4 fed9a6 ffffcc e5d8bd fddaec f2f2f2',
  tab20:
    '1f77b4 aec7e8 ff7f0e ffbb78 2ca02c 98df8a d62728 ff9896 9467bd c5b0d5 8c564b c49c94 e377c2 f7b6d2 7f7f7f c7c7c7 bcbd22 dbdb8d 17becf 9edae5',
};
const aliases = { grey: 'gray', Grays: 'Greys', binary: 'Greys' };

/** The names that there are. */
export const colormaps = [...Object.keys(tables), ...Object.keys(listed)];

/**
 * @typedef {object} Map of numbers from 0 to 1 to colours
 * @property {string} name
 * @property {(share: number) => string} at
 * @property {number} count of its colours
 */

/** @param {string} text */
const channels = (text) => [0, 2, 4].map((at) => Number.parseInt(text.slice(at, at + 2), 16));
const kCount = 256;

/** Colours side by side. @param {string} name @param {string[]} colors @returns {Map} */
export const listedMap = (name, colors) => ({
  name,
  count: colors.length,
  at: (share) =>
    Number.isNaN(share) ? 'none' : colors[Math.max(0, Math.min(colors.length - 1, Math.floor(share * colors.length)))],
});

/** Colours that run into each other, at equal distances or at given ones. @param {string} name @param {number[][]} colors 0 to 255 @param {number} [count] @param {number[]} [stops] @returns {Map} */
export function smoothMap(name, colors, count = kCount, stops) {
  const at = (/** @type {number} */ given) => {
    if (Number.isNaN(given)) return 'none';
    const share =
      count === kCount ? given : Math.min(count - 1, Math.floor(Math.max(0, given) * count)) / Math.max(1, count - 1);
    const own = stops
      ? Math.max(
          0,
          stops.findLastIndex((stop) => stop <= share),
        )
      : Math.floor(share * (colors.length - 1));
    const i = Math.max(0, Math.min(colors.length - 2, own));
    const place = stops ? (share - stops[i]) / (stops[i + 1] - stops[i]) : share * (colors.length - 1) - i;
    const t = Math.max(0, Math.min(1, place));
    const mixed = colors[i].map((one, k) => Math.round(one + (colors[i + 1][k] - one) * t));
    return `#${mixed.map((one) => one.toString(16).padStart(2, '0')).join('')}`;
  };
  return { name, at, count };
}

/**
 * matplotlib's map of a name.
 * @param {string} name with `_r` the other way round
 * @param {number} [count] of colours
 * @returns {Map}
 */
export function colormap(name, count) {
  const isReversed = name.endsWith('_r');
  const own = isReversed ? name.slice(0, -2) : name;
  const key = Object.hasOwn(aliases, own) ? aliases[/** @type {keyof typeof aliases} */ (own)] : own;
  const text = Object.hasOwn(tables, key) ? tables[key] : listed[key];
  if (text === undefined) {
    throw raised(
      'ValueError',
      `'${name}' is not a valid value for cmap; supported values here are ${colormaps.map((one) => `'${one}'`).join(', ')}`,
    );
  }
  const colors = isReversed ? text.split(' ').reverse() : text.split(' ');
  if (Object.hasOwn(listed, key))
    return listedMap(
      name,
      colors.slice(0, count).map((color) => `#${color}`),
    );
  return smoothMap(name, colors.map(channels), count);
}
