// legend() of axes and of figures.
import { hostType, raised, str } from '../../host/protocol.js';
import { places } from '../drawing/legend.js';
import { isNamed, Legend } from '../model/legend.js';
import { numbers } from '../model/values.js';
import { Writing } from '../model/writing.js';
import { unknown } from './accessors.js';
import { artistOfHandle } from './containers.js';
import { color, isGiven, looks, number } from './keywords.js';
import { sizeOf, Words } from './words.js';

/** @typedef {import('../model/axes.js').Axes} Axes */

const known =
  'loc title fontsize labels handles ncol ncols frameon framealpha bbox_to_anchor bbox_transform shadow prop title_fontsize markerscale markerfirst facecolor edgecolor borderaxespad handlelength handleheight handletextpad labelspacing labelcolor columnspacing borderpad fancybox numpoints scatterpoints mode alignment reverse handler_map title_fontproperties'.split(
    ' ',
  );

/** What a legend names: all that has a name, or what a program gives. @param {any[]} args @param {Record<string, any>} look @param {import('../model/axes.js').Artist[]} artists @returns {Legend['entries']} */
function entriesOf(args, look, artists) {
  const lists = args.filter((one) => one !== null && typeof one === 'object').map((one) => [...one]);
  const [first, second] = lists;
  const isNames = first && typeof first[0] === 'string';
  const handles = second
    ? first
    : isNames
      ? look.handles && [...look.handles]
      : (first ?? (look.handles && [...look.handles]));
  const labels = second ?? (isNames ? first : look.labels && [...look.labels]);
  if (handles) {
    const all = handles.map((/** @type {any} */ handle) => artistOfHandle(handle));
    return all
      .slice(0, labels?.length)
      .map((/** @type {any} */ artist, /** @type {number} */ i) => ({
        artist,
        label: labels ? str(labels[i]) : artist.label,
      }))
      .filter((/** @type {{ label: string }} */ { label }) => label !== '');
  }
  if (!labels) return null;
  const drawn = artists.filter(({ kind, more }) => kind !== 'text' && kind !== 'image' && more !== undefined);
  return labels
    .slice(0, drawn.length)
    .map((/** @type {any} */ label, /** @type {number} */ i) => ({ artist: drawn[i], label: str(label) }));
}

/** @param {{ legend: Legend | null }} holder axes or a figure @param {any[]} args @param {Map<string, any>} keywords @param {import('../model/axes.js').Artist[]} artists */
export function legendIn(holder, args, keywords, artists) {
  const look = looks('Legend.__init__', keywords, known);
  const made = new Legend();
  made.entries = entriesOf(args, look, artists);
  const { loc } = look;
  if (typeof loc === 'bigint') made.place = Number(loc);
  else if (typeof loc === 'string') {
    if (!places.includes(loc))
      throw raised(
        'ValueError',
        `'${loc}' is not a valid value for loc; supported values are ${places.map((one) => `'${one}'`).join(', ')}`,
      );
    made.place = loc;
  } else if (isGiven(loc)) made.place = /** @type {[number, number]} */ (numbers(loc));
  const anchor = look.bbox_to_anchor;
  if (isGiven(anchor)) made.anchor = numbers(anchor);
  if (isGiven(look.title)) made.title = str(look.title);
  made.size = sizeOf(look.fontsize ?? look.prop?.get?.('size'));
  made.titleSize = sizeOf(look.title_fontsize);
  made.columns = Math.max(1, number(look.ncols ?? look.ncol, 1));
  made.hasFrame = look.frameon !== false;
  made.alpha = number(look.framealpha, 0.8);
  made.face = look.facecolor === undefined || look.facecolor === 'inherit' ? null : color(look.facecolor, 'none');
  if (made.face && /^(white|#ffffff|#fff)$/.test(made.face)) made.face = null;
  made.edge = look.edgecolor === undefined || look.edgecolor === 'inherit' ? null : color(look.edgecolor, 'none');
  holder.legend = made;
  return new LegendDrawn(made, holder, artists);
}

/** @param {Axes} axes @param {any[]} args @param {Map<string, any>} keywords */
export const legend = (axes, args, keywords) => legendIn(axes, args, keywords, axes.artists);

/** A legend that a program holds. */
export class LegendDrawn {
  /** @param {Legend} legend @param {{ legend: Legend | null }} holder @param {import('../model/axes.js').Artist[]} artists */
  constructor(legend, holder, artists) {
    Object.assign(this, { legend, holder, artists });
  }
}
hostType(LegendDrawn, {
  name: 'Legend',
  module: 'matplotlib.legend',
  methods: {
    set_title: ({ legend: own }, [title]) => {
      own.title = str(title);
    },
    get_title: ({ legend: own }) => new Words(0, 0, new Writing(own.title)),
    set_visible: (self, [isVisible]) => {
      if (isVisible === false) self.holder.legend = null;
    },
    remove: (self) => {
      self.holder.legend = null;
    },
    set_zorder: () => null,
    set_draggable: () => null,
    get_frame: ({ legend: own }) => new Frame(own),
    set_frame_on: ({ legend: own }, [isOn]) => {
      own.hasFrame = isOn !== false;
    },
    get_texts: ({ legend: own, artists }) => {
      own.entries ??= artists.filter(isNamed).map((/** @type {any} */ artist) => ({ artist, label: artist.label }));
      return own.entries.map((/** @type {any} */ { label }) => new Words(0, 0, new Writing(label)));
    },
  },
  find: unknown('Legend'),
});

/** The box of a legend. */
class Frame {
  /** @param {Legend} legend */
  constructor(legend) {
    this.legend = legend;
  }
}
hostType(Frame, {
  name: 'FancyBboxPatch',
  module: 'matplotlib.patches',
  methods: {
    set_facecolor: ({ legend: own }, [value]) => {
      own.face = color(value, 'none');
    },
    set_edgecolor: ({ legend: own }, [value]) => {
      own.edge = color(value, 'none');
    },
    set_alpha: ({ legend: own }, [value]) => {
      own.alpha = number(value, 1);
    },
    set_linewidth: () => null,
    set_boxstyle: () => null,
  },
  find: unknown('Patch'),
});
