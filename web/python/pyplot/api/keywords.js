// matplotlib's keywords for how things look: their short names, and what they mean here.
import { floatOf, raised, Tuple } from '../../host/protocol.js';
import { colorOf } from '../model/colors.js';
import { lineStyle } from '../model/line_format.js';
import { isMany, nested } from '../model/values.js';

/** Short names. @type {Record<string, string>} */
const full = {
  c: 'color',
  lw: 'linewidth',
  ls: 'linestyle',
  ms: 'markersize',
  mfc: 'markerfacecolor',
  mec: 'markeredgecolor',
  mew: 'markeredgewidth',
  ec: 'edgecolor',
  fc: 'facecolor',
  edgecolors: 'edgecolor',
  linewidths: 'linewidth',
  linestyles: 'linestyle',
  facecolors: 'facecolor',
  weight: 'fontweight',
  name: 'fontfamily',
  family: 'fontfamily',
  style: 'fontstyle',
  ds: 'drawstyle',
  ha: 'horizontalalignment',
  va: 'verticalalignment',
  size: 'fontsize',
};

/** What changes only how a figure looks, and is not followed here. */
const passed =
  'antialiased aa antialiaseds picker snap clip_on clip_box clip_path visible rasterized solid_capstyle dash_capstyle solid_joinstyle dash_joinstyle capstyle joinstyle fillstyle gid url transform markerfacecoloralt interpolation interpolation_stage resample filternorm filterrad plotnonfinite fontfamily fontstretch fontvariant fontproperties usetex parse_math wrap backgroundcolor hatch rotation_mode linespacing multialignment animated agg_filter sketch_params path_effects in_layout scalex scaley data math_fontfamily y x'.split(
    ' ',
  );

/**
 * The keywords that a function knows, by their full names.
 * @param {string} owner what matplotlib's message calls it: `Line2D.set`
 * @param {Map<string, any>} keywords
 * @param {string[]} known
 * @returns {Record<string, any>}
 */
export function looks(owner, keywords, known) {
  /** @type {Record<string, any>} */ const found = {};
  for (const [key, value] of keywords) {
    const name = known.includes(key) ? key : (full[key] ?? key);
    if (known.includes(name)) found[name] = value;
    else if (!passed.includes(name))
      throw raised('AttributeError', `${owner}() got an unexpected keyword argument '${key}'`);
  }
  return found;
}

/** A colour, or matplotlib's error. @param {any} value @param {string} fallback */
export function color(value, fallback) {
  if (!isGiven(value)) return fallback;
  const own = typeof value === 'object' ? nested(value) : value;
  const found = colorOf(own);
  if (found === undefined) throw raised('ValueError', `'${String(own)}' is not a valid value for color`);
  return found;
}

/** One colour or one for each. @param {any} value @param {string} fallback @returns {{ one: string, all: string[] | null }} */
export function colors(value, fallback) {
  const isFaded = value instanceof Tuple && value.items.length === 2 && typeof value.items[1] === 'number';
  if (isFaded) return { one: color(value, fallback), all: null };
  if (isGiven(value) && typeof value !== 'string' && isMany(value)) {
    const list = nested(value);
    if (list.every((/** @type {any} */ one) => typeof one === 'string' || Array.isArray(one))) {
      const all = list.map((/** @type {any} */ one) => color(one, fallback));
      return { one: all[0] ?? fallback, all };
    }
  }
  return { one: color(value, fallback), all: null };
}

/** A number, or what stands for it. @param {any} value @param {number} fallback */
export const number = (value, fallback) => (isGiven(value) ? floatOf(value) : fallback);

/** A label as text. @param {any} value */
export const label = (value) => (isGiven(value) ? String(value) : '');

/** Whether a program gave a value: neither left out nor None. @param {any} value */
export const isGiven = (value) => value !== undefined && value !== null;

/** What all that is drawn has: its name, what it lies above, how much shows through. @param {Record<string, any>} look @param {number} order the usual one */
export const basics = (look, order) => ({
  label: label(look.label),
  order: number(look.zorder, order),
  alpha: number(look.alpha, 1),
});

/** The style of lines, unbroken where none is given. @param {Record<string, any>} look */
export const styleOf = ({ linestyle }) => (linestyle === undefined ? '-' : lineStyle(linestyle));

/** The colour of one of several, which take them in turn. @param {ReturnType<typeof colors>} given @param {number} i */
export const inTurn = ({ one, all }, i) => all?.[i % all.length] ?? one;

/** The pairs of a dict that may be left out. @param {any} dict @returns {[any, any][]} */
export const pairsOf = (dict) => [...(dict?.entries?.() ?? [])];
