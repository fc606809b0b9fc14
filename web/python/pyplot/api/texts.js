// Texts in axes, the legend, the grid, titles and names.
import { floatOf, raised, str, Tuple } from '../../host/protocol.js';
import { kInk } from '../model/colors.js';
import { nested, numbers } from '../model/values.js';
import { color, looks, number } from './keywords.js';
import { Drawn, Words } from './types.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {Map<string, any>} Keywords
 */

const textKeywords = [
  'color',
  'fontsize',
  'horizontalalignment',
  'verticalalignment',
  'rotation',
  'fontweight',
  'alpha',
  'zorder',
  'transform',
  'label',
];
/** matplotlib's names of sizes, in points. @type {Record<string, number>} */
const sizes = {
  'xx-small': 5.79,
  'x-small': 6.94,
  small: 8.33,
  medium: 10,
  large: 12,
  'x-large': 14.4,
  'xx-large': 17.28,
};

/** @param {any} value @returns {number | null} in points */
const sizeOf = (value) =>
  value === undefined || value === null ? null : typeof value === 'string' ? (sizes[value] ?? 10) : floatOf(value);

/** @param {Record<string, any>} look */
const style = (look) => ({
  size: sizeOf(look.fontsize),
  horizontal: look.horizontalalignment ?? 'left',
  vertical: look.verticalalignment ?? 'baseline',
  rotation: look.rotation === 'vertical' ? 90 : number(look.rotation === 'horizontal' ? 0 : look.rotation, 0),
  isBold: look.fontweight === 'bold',
});

/** @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function text(axes, args, keywords) {
  const look = looks('Text.set', keywords, [...textKeywords, 'x', 'y', 's']);
  const [x, y, s] = [args[0] ?? look.x, args[1] ?? look.y, args[2] ?? look.s];
  const kind = look.transform === 'axes' ? 'axes' : 'data';
  const artist = axes.add({
    kind: 'text',
    isLimitless: true,
    label: '',
    order: number(look.zorder, 3),
    alpha: number(look.alpha, 1),
    color: color(look.color, kInk),
    more: { place: [floatOf(x), floatOf(y)], kind, offset: [0, 0], text: str(s), ...style(look) },
  });
  return new Words(floatOf(x), floatOf(y), str(artist.more.text));
}

/** @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function annotate(axes, args, keywords) {
  const look = looks('Annotation.set', keywords, [
    ...textKeywords,
    'text',
    'xy',
    'xytext',
    'xycoords',
    'textcoords',
    'arrowprops',
    'annotation_clip',
  ]);
  const words = str(args[0] ?? look.text);
  const to = /** @type {[number, number]} */ (numbers(args[1] ?? look.xy));
  const given = args[2] ?? look.xytext;
  const at = given === undefined ? to : /** @type {[number, number]} */ (numbers(given));
  const isOffset = /offset/.test(String(look.textcoords ?? ''));
  const isShare = /axes fraction/.test(String(look.textcoords ?? look.xycoords ?? ''));
  const arrow =
    look.arrowprops === undefined || look.arrowprops === null
      ? null
      : {
          to,
          color: color(look.arrowprops.get?.('color') ?? look.arrowprops.get?.('facecolor'), kInk),
          width: number(look.arrowprops.get?.('lw') ?? look.arrowprops.get?.('linewidth'), 1),
        };
  axes.add({
    kind: 'text',
    isLimitless: true,
    label: '',
    order: number(look.zorder, 3),
    alpha: number(look.alpha, 1),
    color: color(look.color, kInk),
    more: {
      place: isOffset ? to : at,
      kind: isShare && !isOffset ? 'axes' : 'data',
      offset: isOffset ? at : [0, 0],
      text: words,
      arrow,
      ...style(look),
    },
  });
  return new Words(to[0], to[1], words);
}

/** @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function legend(axes, args, keywords) {
  const known = [
    'loc',
    'title',
    'fontsize',
    'labels',
    'handles',
    'ncol',
    'ncols',
    'frameon',
    'framealpha',
    'bbox_to_anchor',
    'shadow',
    'prop',
    'title_fontsize',
    'markerscale',
    'facecolor',
    'edgecolor',
    'borderaxespad',
    'handlelength',
    'labelspacing',
    'columnspacing',
    'borderpad',
    'fancybox',
    'numpoints',
    'scatterpoints',
  ];
  const look = looks('Legend.__init__', keywords, known);
  const lists = args.filter((one) => Array.isArray(one) || one instanceof Tuple).map((one) => [...one]);
  const handles = lists.length > 1 || lists[0]?.[0] instanceof Drawn ? lists[0] : look.handles;
  const labels = lists.length > 1 ? lists[1] : lists[0] && !(lists[0][0] instanceof Drawn) ? lists[0] : look.labels;
  if (handles && labels)
    [...handles].forEach((handle, i) => {
      handle.artist.label = str([...labels][i]);
    });
  const place =
    look.loc === undefined
      ? 'best'
      : typeof look.loc === 'bigint'
        ? Number(look.loc)
        : typeof look.loc === 'string'
          ? look.loc
          : 'best';
  axes.legend = {
    labels: labels && !handles ? [...labels].map(str) : null,
    place,
    title: look.title === undefined || look.title === null ? '' : str(look.title),
    size: sizeOf(look.fontsize),
  };
  return null;
}

/** @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function grid(axes, args, keywords) {
  const look = looks('grid', keywords, [
    'visible',
    'which',
    'axis',
    'alpha',
    'linestyle',
    'color',
    'linewidth',
    'b',
    'zorder',
  ]);
  const isOn = args[0] ?? look.visible ?? look.b ?? (keywords.size > 0 ? true : axes.grid === null);
  axes.grid =
    isOn === false || isOn === null
      ? null
      : {
          axis: look.axis ?? 'both',
          alpha: number(look.alpha, 1),
          style: look.linestyle ?? '-',
          color: look.color === undefined ? null : color(look.color, 'gray'),
        };
  return null;
}

/** @param {Axes} axes @param {any[]} args */
export function title(axes, args) {
  axes.title = str(args[0] ?? '');
  return new Words(0.5, 1, axes.title);
}

/** The name of a direction. @param {'x' | 'y'} name */
export const named =
  (name) => (/** @type {Axes} */ axes, /** @type {any[]} */ args, /** @type {Keywords} */ keywords) => {
    axes[name].label = str(args[0] ?? keywords.get(`${name}label`) ?? keywords.get('label') ?? '');
    return name === 'x' ? new Words(0.5, 0, axes.x.label) : new Words(0, 0.5, axes.y.label);
  };

/** Limits of a direction: two numbers, a pair, or one end by its name. @param {'x' | 'y'} name */
export const limits =
  (name) => (/** @type {Axes} */ axes, /** @type {any[]} */ args, /** @type {Keywords} */ keywords) => {
    const direction = axes[name];
    const [lowNames, highNames] =
      name === 'x'
        ? [
            ['left', 'xmin'],
            ['right', 'xmax'],
          ]
        : [
            ['bottom', 'ymin'],
            ['top', 'ymax'],
          ];
    const by = (/** @type {string[]} */ names) =>
      names.map((key) => keywords.get(key)).find((value) => value !== undefined);
    const first = args[0] === undefined || args[0] === null ? undefined : nested(args[0]);
    const pair = Array.isArray(first) ? first : [first, args[1]];
    const [low, high] = [by(lowNames) ?? pair[0], by(highNames) ?? pair[1]].map((value) =>
      value === undefined || value === null ? null : floatOf(value),
    );
    if (low !== null || high !== null) {
      const isTurned = low !== null && high !== null && low > high;
      direction.isInverted = isTurned;
      direction.limits = isTurned ? [high, low] : [low ?? direction.limits[0], high ?? direction.limits[1]];
    }
    return new Tuple([...axes.limitsOf(name)]);
  };

/** Places of ticks, and what is written there. @param {'x' | 'y'} name */
export const ticks =
  (name) => (/** @type {Axes} */ axes, /** @type {any[]} */ args, /** @type {Keywords} */ keywords) => {
    const direction = axes[name];
    const places = args[0] ?? keywords.get('ticks');
    const words = args[1] ?? keywords.get('labels');
    if (places !== undefined && places !== null) direction.ticks = direction.places([nested(places)].flat());
    if (words !== undefined && words !== null) direction.tickTexts = [...nestedTexts(words)];
    if (places === undefined && words === undefined) return new Tuple([axes.ticksOf(name, axes.limitsOf(name), 9), []]);
    return null;
  };

/** @param {any} value @returns {string[]} */
function nestedTexts(value) {
  const list = Array.isArray(value) || value instanceof Tuple ? [...value] : [nested(value)].flat();
  return list.map(str);
}

/** What is written at ticks. @param {'x' | 'y'} name */
export const tickTexts = (name) => (/** @type {Axes} */ axes, /** @type {any[]} */ args) => {
  axes[name].tickTexts = nestedTexts(args[0]);
  return null;
};

/** @param {'x' | 'y'} name */
export const scale = (name) => (/** @type {Axes} */ axes, /** @type {any[]} */ args) => {
  const word = str(args[0]);
  if (word !== 'linear' && word !== 'log')
    throw raised('NotImplementedError', `the scale '${word}' is none of those here: 'linear' and 'log'`);
  axes[name].scale = word;
  return null;
};

/** `off`, `equal`, four limits. @param {Axes} axes @param {any[]} args */
export function axis(axes, args) {
  const [what] = args;
  if (what === 'off' || what === false) axes.isOff = true;
  else if (what === 'on' || what === true) axes.isOff = false;
  else if (what === 'equal' || what === 'scaled' || what === 'image' || what === 'square') axes.aspect = 'equal';
  else if (what === 'tight') axes.x.margin = axes.y.margin = 0;
  else if (what !== undefined && what !== null && what !== 'auto') {
    const [x0, x1, y0, y1] = numbers(what);
    axes.x.limits = [x0, x1];
    axes.y.limits = [y0, y1];
  }
  return new Tuple([...axes.limitsOf('x'), ...axes.limitsOf('y')]);
}
