// matplotlib's colour maps, as few colours between which is interpolated: within 0.02 of its own tables.
import { raised } from '../../host/protocol.js';

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
};
const aliases = { grey: 'gray', Grays: 'Greys', binary: 'Greys' };

/** The names that there are. */
export const colormaps = Object.keys(tables);

/**
 * A map from 0 to 1 to colours.
 * @param {string} name with `_r` the other way round
 * @returns {(share: number) => string}
 */
export function colormap(name) {
  const isReversed = name.endsWith('_r');
  const own = isReversed ? name.slice(0, -2) : name;
  const key = Object.hasOwn(aliases, own) ? aliases[/** @type {keyof typeof aliases} */ (own)] : own;
  if (!Object.hasOwn(tables, key)) {
    throw raised(
      'ValueError',
      `'${name}' is not a valid value for cmap; supported values here are ${colormaps.map((one) => `'${one}'`).join(', ')}`,
    );
  }
  const colors = tables[key]
    .split(' ')
    .map((text) => [0, 2, 4].map((at) => Number.parseInt(text.slice(at, at + 2), 16)));
  return (share) => {
    const place = (isReversed ? 1 - share : share) * (colors.length - 1);
    const at = Math.max(0, Math.min(colors.length - 2, Math.floor(place)));
    const [from, to] = [colors[at], colors[at + 1]];
    const t = Math.max(0, Math.min(1, place - at));
    return `#${from
      .map((one, i) =>
        Math.round(one + (to[i] - one) * t)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')}`;
  };
}
