// Pies, stacked regions, boxes, arrows: what is put together from polygons, lines and texts.
import { Dict, listOf, str, Tuple } from '../../host/protocol.js';
import { nested, numbers } from '../model/values.js';
import { Writing } from '../model/writing.js';
import { formatted } from './bars.js';
import { drawnOf } from './drawn.js';
import { quantile } from './histogram.js';
import { colors, looks, number } from './keywords.js';
import { addLine } from './lines.js';
import { addPolygon } from './regions.js';
import { noteIn } from './texts.js';
import { dress, Words } from './words.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {Map<string, any>} Keywords
 */

/** Points of an arc. @param {number} x @param {number} y @param {number} r @param {number} from @param {number} to in degrees */
export const arc = (x, y, r, from, to) => {
  const count = Math.max(2, Math.ceil(Math.abs(to - from) / 4) + 1);
  const angles = Array.from({ length: count }, (_, i) => ((from + ((to - from) * i) / (count - 1)) * Math.PI) / 180);
  return { xs: angles.map((angle) => x + r * Math.cos(angle)), ys: angles.map((angle) => y + r * Math.sin(angle)) };
};

const pieKnown =
  'x explode labels colors autopct pctdistance shadow labeldistance startangle radius counterclock wedgeprops textprops center frame rotatelabels normalize hatch'.split(
    ' ',
  );

/** @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function pie(axes, args, keywords) {
  const look = looks('pie', keywords, pieKnown);
  const values = numbers(args[0] ?? look.x);
  const total = values.reduce((a, b) => a + b, 0);
  const labels = args[2] ?? look.labels;
  const names = labels ? listOf(labels).map(str) : values.map(() => '');
  const explode = args[1] ?? look.explode;
  const apart = explode ? numbers(explode) : values.map(() => 0);
  const given = args[3] ?? look.colors;
  const all = given ? colors(given, 'C0') : null;
  const [radius, way] = [number(look.radius, 1), look.counterclock === false ? -1 : 1];
  const props = Object.fromEntries([...(look.wedgeprops?.entries?.() ?? [])]);
  const style = looks('Wedge.set', new Map(Object.entries(props)), [
    'width',
    'edgecolor',
    'linewidth',
    'alpha',
    'linestyle',
    'zorder',
  ]);
  const inner = props.width === undefined ? 0 : radius - number(props.width, 0);
  const textLook = Object.fromEntries([...(look.textprops?.entries?.() ?? [])]);
  let angle = number(look.startangle, 0);
  /** @type {any[]} */ const [wedges, texts, shares] = [[], [], []];
  values.forEach((value, i) => {
    const [from, to] = [angle, angle + (way * 360 * value) / total];
    angle = to;
    const middle = (((from + to) / 2) * Math.PI) / 180;
    const [cx, cy] = [apart[i] * Math.cos(middle), apart[i] * Math.sin(middle)];
    const outer = arc(cx, cy, radius, from, to);
    const back = inner > 0 ? arc(cx, cy, inner, to, from) : { xs: [cx], ys: [cy] };
    const own = all ? (all.all?.[i % all.all.length] ?? all.one) : axes.nextPatchColor();
    const piece = { xs: [...outer.xs, ...back.xs], ys: [...outer.ys, ...back.ys] };
    wedges.push(
      drawnOf(addPolygon(axes, [piece], { ...style, color: own, label: names[i] ?? '' }, { isLimitless: true }), axes),
    );
    const note = (/** @type {string} */ words, /** @type {number} */ distance, /** @type {any} */ horizontal) => {
      const writing = dress(new Writing(words), textLook);
      writing.horizontal = horizontal;
      writing.vertical = 'center';
      const place = [cx + distance * radius * Math.cos(middle), cy + distance * radius * Math.sin(middle)];
      const artist = noteIn(axes, writing, place, {}, { isOver: true });
      return new Words(place[0], place[1], writing, artist);
    };
    if (look.labeldistance !== null)
      texts.push(note(names[i] ?? '', number(look.labeldistance, 1.1), Math.cos(middle) > 0 ? 'left' : 'right'));
    if (look.autopct !== undefined && look.autopct !== null)
      shares.push(note(formatted(look.autopct, (100 * value) / total), number(look.pctdistance, 0.6), 'center'));
  });
  for (const name of /** @type {const} */ (['x', 'y'])) axes[name].shared.limits = [-1.25 * radius, 1.25 * radius];
  axes.aspect = 1;
  axes.isOff = look.frame !== true;
  return new Tuple(look.autopct ? [wedges, texts, shares] : [wedges, texts]);
}

/** Regions one above another. @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function stackplot(axes, args, keywords) {
  const look = looks('stackplot', keywords, 'labels colors baseline alpha zorder linewidth edgecolor'.split(' '));
  const xs = numbers(args[0]);
  const layers = args.length === 2 ? nested(args[1]) : args.slice(1).map(nested);
  const all = (Array.isArray(layers[0]) ? layers : [layers]).map((/** @type {any[]} */ one) => one.map(Number));
  const names = look.labels ? listOf(look.labels).map(str) : [];
  const own = look.colors ? colors(look.colors, 'C0') : null;
  let below = xs.map(() => 0);
  return all.map((/** @type {number[]} */ layer, /** @type {number} */ i) => {
    const above = layer.map((value, k) => value + below[k]);
    const piece = { xs: [...xs, ...[...xs].reverse()], ys: [...below, ...[...above].reverse()] };
    below = above;
    const fill = own ? (own.all?.[i % own.all.length] ?? own.one) : axes.nextLineColor();
    const artist = addPolygon(
      axes,
      [piece],
      { ...look, color: fill, label: names[i] },
      { kind: 'fill', sticky: { y: [0] } },
    );
    return drawnOf(artist, axes);
  });
}

const boxKnown =
  'x notch sym vert whis positions widths patch_artist bootstrap usermedians conf_intervals meanline showmeans showcaps showbox showfliers boxprops labels tick_labels flierprops medianprops meanprops capprops whiskerprops manage_ticks autorange zorder capwidths label'.split(
    ' ',
  );

/** Boxes from quartile to quartile, whiskers to what is within 1.5 of their distance, points beyond. @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function boxplot(axes, args, keywords) {
  const look = looks('boxplot', keywords, boxKnown);
  const all = nested(args[0] ?? look.x);
  const hasShape = /** @type {any} */ (args[0] ?? look.x)?.shape?.length === 2;
  const sets = (
    hasShape
      ? all[0].map((/** @type {any} */ _, /** @type {number} */ j) => all.map((/** @type {any[]} */ row) => row[j]))
      : Array.isArray(all[0])
        ? all
        : [all]
  ).map((/** @type {any[]} */ set) => set.map(Number));
  const at = look.positions
    ? numbers(look.positions)
    : sets.map((/** @type {any} */ _, /** @type {number} */ i) => i + 1);
  const widths =
    look.widths === undefined || look.widths === null
      ? at.map(() => Math.min(0.5, Math.max(0.15, 0.15 * (Math.max(...at) - Math.min(...at)))))
      : numbers(look.widths);
  const isUp = look.vert !== false;
  const propsOf = (/** @type {string} */ key) =>
    looks(key, new Map([...(look[key]?.entries?.() ?? [])]), [
      'color',
      'linewidth',
      'linestyle',
      'alpha',
      'facecolor',
      'edgecolor',
      'marker',
      'markersize',
      'markerfacecolor',
      'markeredgecolor',
    ]);
  const put = (/** @type {number[]} */ a, /** @type {number[]} */ b, /** @type {any} */ own, format = {}) =>
    drawnOf(addLine(axes, isUp ? a : b, isUp ? b : a, { linewidth: 1, ...own }, format), axes);
  /** @type {Record<string, any[]>} */ const made = {
    whiskers: [],
    caps: [],
    boxes: [],
    medians: [],
    fliers: [],
    means: [],
  };
  sets.forEach((/** @type {number[]} */ set, /** @type {number} */ i) => {
    const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(set, share));
    const reach = number(look.whis, 1.5) * (high - low);
    const [bottom, top] = [
      Math.min(low, ...set.filter((one) => one >= low - reach)),
      Math.max(high, ...set.filter((one) => one <= high + reach)),
    ];
    const [x, half] = [at[i], (widths[i] ?? widths[0]) / 2];
    for (const [from, to] of [
      [low, bottom],
      [high, top],
    ])
      made.whiskers.push(put([x, x], [from, to], { color: 'k', ...propsOf('whiskerprops') }));
    for (const end of [bottom, top])
      made.caps.push(put([x - half / 2, x + half / 2], [end, end], { color: 'k', ...propsOf('capprops') }));
    const [xs, ys] = [
      [x - half, x + half, x + half, x - half, x - half],
      [low, low, high, high, low],
    ];
    const corners = isUp ? { xs, ys } : { xs: ys, ys: xs };
    made.boxes.push(
      look.patch_artist === true
        ? drawnOf(addPolygon(axes, [corners], { facecolor: 'C0', edgecolor: 'k', ...propsOf('boxprops') }), axes)
        : put(xs, ys, { color: 'k', ...propsOf('boxprops') }),
    );
    made.medians.push(put([x - half, x + half], [middle, middle], { color: 'C1', ...propsOf('medianprops') }));
    const beyond = look.showfliers === false || look.sym === '' ? [] : set.filter((one) => one < bottom || one > top);
    if (look.showfliers !== false)
      made.fliers.push(
        put(
          beyond.map(() => x),
          beyond,
          { color: 'k', markerfacecolor: 'none', linestyle: 'none', ...propsOf('flierprops') },
          { marker: 'o' },
        ),
      );
    const mean = set.reduce((a, b) => a + b, 0) / set.length;
    if (look.showmeans === true)
      made.means.push(put([x], [mean], { color: 'C2', linestyle: 'none', ...propsOf('meanprops') }, { marker: '^' }));
  });
  nameBoxes(axes[isUp ? 'x' : 'y'], at, look.tick_labels ?? look.labels);
  return new Dict(Object.entries(made));
}

/** @param {import('../model/direction.js').Direction} direction @param {number[]} at @param {any} labels */
function nameBoxes({ shared }, at, labels) {
  shared.ticks = [...(shared.ticks ?? []), ...at];
  shared.tickTexts = [...(shared.tickTexts ?? []), ...(labels ? listOf(labels).map(str) : at.map(String))];
  shared.limits = [Math.min(...shared.ticks) - 0.5, Math.max(...shared.ticks) + 0.5];
}

/** An arrow of which base and reach are given, in data. @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function arrow(axes, args, keywords) {
  const known =
    'x y dx dy width head_width head_length length_includes_head shape overhang head_starts_at_zero color facecolor edgecolor alpha linewidth zorder label fill linestyle'.split(
      ' ',
    );
  const look = looks('FancyArrow', keywords, known);
  const [x, y, dx, dy] = ['x', 'y', 'dx', 'dy'].map((key, i) => number(args[i] ?? look[key], 0));
  const width = number(look.width, 0.001);
  const head = number(look.head_width, 3 * width);
  const length = number(look.head_length, 1.5 * head);
  const whole = Math.hypot(dx, dy);
  const [ux, uy] = whole === 0 ? [1, 0] : [dx / whole, dy / whole];
  const end = look.length_includes_head === true ? whole : whole + length;
  const neck = end - length;
  const corner = (/** @type {number} */ along, /** @type {number} */ aside) => [
    x + along * ux - aside * uy,
    y + along * uy + aside * ux,
  ];
  const corners = [
    [0, width / 2],
    [neck, width / 2],
    [neck, head / 2],
    [end, 0],
    [neck, -head / 2],
    [neck, -width / 2],
    [0, -width / 2],
  ].map(([a, b]) => corner(a, b));
  const own = look.facecolor ?? look.color ?? 'C0';
  const artist = addPolygon(axes, [{ xs: corners.map(([a]) => a), ys: corners.map(([, b]) => b) }], {
    ...look,
    facecolor: own,
    edgecolor: look.edgecolor ?? look.color ?? 'k',
  });
  return drawnOf(artist, axes);
}
