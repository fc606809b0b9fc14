// Titles, names and notes as a program holds them: matplotlib's Text, reading and setting what is written.
import { hostType, repr, str, Tuple } from '../../host/protocol.js';
import { kInk } from '../model/colors.js';
import { nested, numbers } from '../model/values.js';
import { kSizes } from '../model/writing.js';
import { accessors, unknown } from './accessors.js';
import { color, isGiven, number, pairsOf } from './keywords.js';

/** @typedef {import('../model/writing.js').Writing} Writing */

/** @param {any} value @returns {number | null} in points */
export const sizeOf = (value) =>
  isGiven(value) ? (typeof value === 'string' ? (kSizes[value] ?? 10) : number(value, 10)) : null;

const isHeavy = (/** @type {any} */ weight) =>
  typeof weight === 'string' ? /bold|heavy|black/.test(weight) : Number(weight) >= 600;
const turned = (/** @type {any} */ value) =>
  value === 'vertical' ? 90 : value === 'horizontal' ? 0 : number(value, 0);

/** The box of `bbox=dict(…)`. @param {any} value @returns {Writing['box']} */
function boxOf(value) {
  if (!isGiven(value)) return null;
  const get = (/** @type {string[]} */ ...names) =>
    names.map((name) => value.get?.(name)).find((one) => one !== undefined);
  const style = String(get('boxstyle') ?? 'square');
  const pad = /pad=([\d.]+)/.exec(style);
  const face = color(get('facecolor', 'fc', 'color'), '#1f77b4');
  return {
    face: /^(white|#ffffff|#fff|rgb\(255,255,255\))$/.test(face) ? 'Canvas' : face,
    edge: color(get('edgecolor', 'ec', 'color'), kInk),
    alpha: number(get('alpha'), 1),
    pad: pad ? Number(pad[1]) : number(get('pad'), 4) / (get('pad') === undefined ? 4 / 0.3 : 10),
    isRound: style.includes('round'),
  };
}

const padOf = (/** @type {any} */ value) => number(value, 0);

/** Which member each keyword of a text sets, and to what. @type {Record<string, [member: string, read: (value: any) => any]>} */
const members = {
  color: ['color', (value) => color(value, kInk)],
  fontsize: ['size', sizeOf],
  horizontalalignment: ['horizontal', (value) => value],
  verticalalignment: ['vertical', (value) => value],
  rotation: ['rotation', turned],
  fontweight: ['isBold', isHeavy],
  fontstyle: ['isItalic', (value) => value !== 'normal'],
  fontfamily: ['isMono', (value) => /mono/.test(String(nested(value)))],
  bbox: ['box', boxOf],
  pad: ['pad', padOf],
  labelpad: ['pad', padOf],
  visible: ['isVisible', (value) => value !== false],
  text: ['text', str],
};
/** Changes a text by a keyword, if there is such a one. @param {Writing} writing @param {string} key @param {any} value */
function change(writing, key, value) {
  const [member, read] = members[key] ?? [];
  if (member && read) Object.assign(writing, { [member]: read(value) });
}
/** The keywords of texts. */
export const textKeywords = [...Object.keys(members), 'alpha', 'zorder', 'transform', 'label', 'fontdict'];

/** Gives a text its looks, those of fontdict first. @param {Writing} writing @param {Record<string, any>} look */
export function dress(writing, look) {
  const first = pairsOf(look.fontdict);
  const short = /** @type {Record<string, string>} */ ({
    size: 'fontsize',
    weight: 'fontweight',
    family: 'fontfamily',
    style: 'fontstyle',
    ha: 'horizontalalignment',
    va: 'verticalalignment',
  });
  for (const [key, value] of [...first, ...Object.entries(look)])
    if (isGiven(value)) change(writing, short[key] ?? key, value);
  return writing;
}

/** A title or a name, as a program holds it. */
export class Words {
  /** @param {number} x @param {number} y @param {Writing} writing @param {import('../model/axes.js').Artist} [artist] of a note @param {() => void} [remove] */
  constructor(x, y, writing, artist, remove) {
    Object.assign(this, { x, y, writing, artist, remove });
  }
}

/** @type {Record<string, import('./accessors.js').Accessor>} */
const table = {
  text: [({ writing }) => writing.text, ({ writing }, value) => change(writing, 'text', value)],
  position: [
    ({ x, y }) => new Tuple([x, y]),
    (self, value) => {
      if (self.artist) self.artist.more.place = numbers(value);
    },
  ],
  alpha: [
    ({ artist }) => artist?.alpha ?? null,
    ({ artist }, value) => {
      if (artist) artist.alpha = number(value, 1);
    },
  ],
  label: [() => '', () => undefined],
  zorder: [
    ({ artist }) => artist?.order ?? 3,
    ({ artist }, value) => {
      if (artist) artist.order = number(value, 3);
    },
  ],
};
/** @type {Record<string, (writing: Writing) => any>} */
const reads = {
  color: ({ color: own }) => own ?? 'black',
  fontsize: ({ size }) => size ?? 10,
  horizontalalignment: ({ horizontal }) => horizontal ?? 'left',
  verticalalignment: ({ vertical }) => vertical ?? 'baseline',
  rotation: ({ rotation }) => rotation ?? 0,
  fontweight: ({ isBold }) => (isBold ? 'bold' : 'normal'),
  fontstyle: ({ isItalic }) => (isItalic ? 'italic' : 'normal'),
  visible: ({ isVisible }) => isVisible,
};
for (const key of Object.keys(members))
  table[key] ??= [
    reads[key] ? ({ writing }) => reads[key](writing) : null,
    ({ writing }, value) => change(writing, key, value),
  ];

hostType(Words, {
  name: 'Text',
  module: 'matplotlib.text',
  operations: { __repr__: ({ x, y, writing }) => `Text(${repr(x)}, ${repr(y)}, ${repr(writing.text)})` },
  methods: {
    ...accessors(table),
    set_x: (self, [x]) => {
      if (self.artist) self.artist.more.place = [number(x, 0), self.artist.more.place[1]];
    },
    set_y: (self, [y]) => {
      if (self.artist) self.artist.more.place = [self.artist.more.place[0], number(y, 0)];
    },
    remove: (self) => void self.remove?.(),
  },
  find: unknown('Text'),
});
