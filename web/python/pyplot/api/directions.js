// Limits, scales, ticks, grids of axes, as programs set them.
import { floatOf, raised, str, Tuple } from '../../host/protocol.js';
import { ticksOf } from '../drawing/ticks.js';
import { nested, numbers } from '../model/values.js';
import { arrayOf } from './drawn.js';
import { color, isGiven, looks, number } from './keywords.js';
import { NotThere } from './refused.js';
import { dress, sizeOf, textKeywords, Words } from './words.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {import('../model/direction.js').Direction} Direction
 * @typedef {Map<string, any>} Keywords
 * @typedef {'x' | 'y'} Name
 */

/** About the length of an axis, where its figure is not laid out yet, in pixels. */
const kLength = 400;

/** The keywords for the two ends of a direction. */
const endNames = {
  x: [
    ['left', 'xmin'],
    ['right', 'xmax'],
  ],
  y: [
    ['bottom', 'ymin'],
    ['top', 'ymax'],
  ],
};

/** The two ends that a program gives, null for those that it does not. @param {Direction} direction @param {string[][]} names @param {any[]} args @param {Keywords} keywords @returns {(number | null)[]} */
function endsGiven(direction, names, [one, other], keywords) {
  const first = isGiven(one) && other === undefined ? nested(one) : one;
  const pair = Array.isArray(first) ? first : [first, other];
  return names.map((own, i) => {
    const value = own.map((key) => keywords.get(key)).find((named) => named !== undefined) ?? pair[i];
    if (!isGiven(value) || Number.isNaN(value)) return null;
    return direction.places([typeof value === 'string' ? value : floatOf(value)])[0];
  });
}

/** Limits of a direction: two numbers, a pair, or one end by its name. @param {Name} name */
export const limits =
  (name) => (/** @type {Axes} */ axes, /** @type {any[]} */ args, /** @type {Keywords} */ keywords) => {
    const names = endNames[name];
    for (const key of keywords.keys()) {
      if (![...names.flat(), 'emit', 'auto'].includes(key))
        throw raised('TypeError', `Axes.set_${name}lim() got an unexpected keyword argument '${key}'`);
    }
    const now = axes.limitsOf(name);
    const [low, high] = endsGiven(axes[name], names, args, keywords);
    if (low !== null || high !== null) {
      const { shared } = axes[name];
      const [from, to] = [low ?? now[0], high ?? now[1]];
      shared.isInverted = from > to;
      if (from > to) shared.limits = [to, from];
      else shared.limits = [low ?? shared.limits[0], high ?? shared.limits[1]];
    }
    return new Tuple([...axes.limitsOf(name)]);
  };

/** The names of ticks as programs hold them. @param {Axes} axes @param {Name} name */
export function tickWords(axes, name) {
  const { ticks, labels } = ticksOf(axes, name, kLength);
  const direction = axes[name];
  return ticks.map((tick, i) => {
    const own = direction.ownNames.get(i) ?? {};
    direction.ownNames.set(i, own);
    const writing = Object.assign(Object.create(direction.names), own);
    writing.text = labels[i] ?? '';
    // What is set on one name is its own.
    const kept = new Proxy(writing, {
      set(_, key, value) {
        /** @type {any} */ (own)[key] = value;
        writing[key] = value;
        return true;
      },
    });
    return new Words(name === 'x' ? tick : 0, name === 'x' ? 0 : tick, kept);
  });
}

/** Texts of ticks. @param {any} value @returns {string[]} */
function textsOf(value) {
  const list = Array.isArray(value) || value instanceof Tuple ? [...value] : [nested(value)].flat();
  return list.map((one) =>
    one instanceof Words
      ? /** @type {any} */ (one).writing.text
      : typeof one === 'number' && Number.isInteger(one) && !Array.isArray(value)
        ? String(one)
        : str(one),
  );
}

/** matplotlib's error for more or fewer texts than ticks. @param {number} count @param {string[]} texts */
const otherCount = (count, texts) =>
  raised(
    'ValueError',
    `The number of FixedLocator locations (${count}), usually from a call to set_ticks, does not match the number of labels (${texts.length}).`,
  );

/** Places of ticks, and what is written there. @param {Name} name @param {boolean} [isOfAxes] whether it gives back ticks alone */
export const ticks =
  (name, isOfAxes = false) =>
  (/** @type {Axes} */ axes, /** @type {any[]} */ args, /** @type {Keywords} */ keywords) => {
    const direction = axes[name];
    const look = looks('Text.set', keywords, [...textKeywords, 'ticks', 'labels', 'minor']);
    const places = args[0] ?? look.ticks;
    const words = args[1] ?? look.labels;
    if (isGiven(places)) {
      const own = direction.places([nested(places)].flat());
      if (look.minor === true) {
        direction.shared.minor = own;
        return null;
      }
      direction.shared.ticks = own;
      direction.shared.tickTexts = null;
      widen(axes, name, own);
    }
    if (isGiven(words)) {
      const own = textsOf(words);
      const count = direction.shared.ticks?.length;
      if (count !== undefined && count > 0 && own.length !== count && places !== undefined)
        throw otherCount(count, own);
      direction.shared.tickTexts = own;
    }
    dress(direction.names, look);
    const made = tickWords(axes, name);
    if (isOfAxes) return made;
    return new Tuple([arrayOf(ticksOf(axes, name, kLength).ticks), made]);
  };

/** Limits reach to ticks that are set. @param {Axes} axes @param {Name} name @param {number[]} places */
function widen(axes, name, places) {
  if (places.length === 0 || axes.place.bar) return;
  const { shared } = axes[name];
  const [a, b] = axes.limitsOf(name);
  const [low, high] = [Math.min(a, b), Math.max(a, b)];
  if (!axes.artists.length && shared.limits[0] === null) return;
  const [from, to] = [Math.min(low, ...places), Math.max(high, ...places)];
  if (from < low || to > high) shared.limits = [from, to];
}

/** What is written at ticks. @param {Name} name */
export const tickTexts =
  (name) => (/** @type {Axes} */ axes, /** @type {any[]} */ args, /** @type {Keywords} */ keywords) => {
    const direction = axes[name];
    const look = looks('Text.set', keywords, [...textKeywords, 'labels', 'minor', 'ticklabels']);
    const own = textsOf(args[0] ?? look.labels ?? look.ticklabels);
    const count = direction.shared.ticks?.length ?? own.length;
    if (count > 0 && own.length > 0 && count !== own.length) throw otherCount(count, own);
    direction.shared.ticks ??= ticksOf(axes, name, kLength).ticks;
    direction.shared.tickTexts = own;
    dress(direction.names, look);
    return tickWords(axes, name);
  };

/** @param {Name} name */
export const scale =
  (name) => (/** @type {Axes} */ axes, /** @type {any[]} */ args, /** @type {Keywords} */ keywords) => {
    const word = str(args[0] ?? keywords.get('value'));
    if (['symlog', 'logit', 'asinh', 'function', 'functionlog', 'mercator'].includes(word))
      throw raised('NotImplementedError', `the scale '${word}' is none of those here: 'linear' and 'log'`);
    if (word !== 'linear' && word !== 'log')
      throw raised(
        'ValueError',
        `'${word}' is not a valid value for scale; supported values are 'asinh', 'function', 'functionlog', 'linear', 'log', 'logit', 'mercator', 'symlog'`,
      );
    const base = keywords.get('base');
    if (word === 'log' && base !== undefined && Number(base) !== 10)
      throw NotThere(`scale of base ${Number(base)}`, 'base 10');
    axes[name].shared.scale = word;
    return null;
  };

/** How ticks look. @type {Record<string, (direction: Direction, value: any) => void>} */
const tickChanges = {
  labelsize: (direction, value) => {
    direction.names.size = sizeOf(value);
  },
  labelcolor: (direction, value) => {
    direction.names.color = color(value, 'none');
  },
  labelrotation: (direction, value) => dress(direction.names, { rotation: value }),
  rotation: (direction, value) => dress(direction.names, { rotation: value }),
  color: (direction, value) => {
    direction.tickColor = color(value, 'none');
  },
  colors: (direction, value) => {
    direction.tickColor = direction.names.color = color(value, 'none');
  },
  length: (direction, value) => {
    direction.tickLength = number(value, 3.5);
  },
  size: (direction, value) => {
    direction.tickLength = number(value, 3.5);
  },
  direction: (direction, value) => {
    direction.tickWay = value;
  },
  pad: (direction, value) => {
    direction.names.pad = number(value, 3.5);
  },
};
const tickKnown =
  'axis which reset left right top bottom labelleft labelright labeltop labelbottom width zorder grid_color grid_alpha grid_linewidth grid_linestyle labelfontfamily'.split(
    ' ',
  );

/** @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function tick_params(axes, args, keywords) {
  const which = args[0] ?? keywords.get('axis') ?? 'both';
  for (const [key] of keywords) {
    if (!tickKnown.includes(key) && !tickChanges[key])
      throw raised(
        'ValueError',
        `keyword ${key} is not recognized; valid keywords are ['size', 'width', 'color', 'tickdir', 'pad', 'labelsize', 'labelcolor', 'zorder', 'gridOn', 'tick1On', 'tick2On', 'label1On', 'label2On', 'length', 'direction', 'left', 'bottom', 'right', 'top', 'labelleft', 'labelbottom', 'labelright', 'labeltop', 'labelrotation', 'grid_agg_filter']`,
      );
  }
  if (keywords.get('which') === 'minor') return null;
  for (const name of /** @type {const} */ (['x', 'y'])) {
    if (which !== 'both' && which !== name) continue;
    const direction = axes[name];
    for (const [key, value] of keywords) tickChanges[key]?.(direction, value);
    sided(direction, keywords);
  }
  return null;
}

/** At which side ticks and their names are. @param {Direction} direction @param {Keywords} keywords */
function sided(direction, keywords) {
  const own = direction.side;
  const other = /** @type {typeof own} */ ({ left: 'right', right: 'left', top: 'bottom', bottom: 'top' }[own]);
  const get = (/** @type {string} */ key) => keywords.get(key);
  if (get(other) === true && (get(own) === false || get(`label${own}`) === false || get(`label${other}`) === true)) {
    direction.side = other;
    return;
  }
  if (get(`label${other}`) === true && get(`label${own}`) !== true) {
    direction.side = other;
    return;
  }
  if (get(own) !== undefined) direction.isMarked = get(own) !== false;
  if (get(`label${own}`) !== undefined) direction.isNamed = get(`label${own}`) !== false;
}

/** How numbers at ticks are written. @param {Axes} axes @param {any[]} _ @param {Keywords} keywords */
export function ticklabel_format(axes, _, keywords) {
  const look = looks('ticklabel_format', keywords, 'axis style scilimits useOffset useLocale useMathText'.split(' '));
  for (const name of /** @type {const} */ (['x', 'y'])) {
    if ((look.axis ?? 'both') !== 'both' && look.axis !== name) continue;
    const [low, high] = look.scilimits === undefined ? [-5, 6] : numbers(look.scilimits);
    axes[name].shared.powers =
      look.style === 'plain' ? [-400, 400] : low === 0 && high === 0 ? [400, -400] : [low, high];
  }
  return null;
}
