// Titles, names and notes as a program holds them: matplotlib's Text, reading and setting what is written.
import { hostType, repr, str, Tuple } from '../../host/protocol.js';
import { kInk } from '../model/colors.js';
import { nested, numbers } from '../model/values.js';
import { kSizes } from '../model/writing.js';
import { accessors, unknown } from './accessors.js';
import { color, number } from './keywords.js';

/** @typedef {import('../model/writing.js').Writing} Writing */

/** @param {any} value @returns {number | null} in points */
export const sizeOf = (value) =>
  value === undefined || value === null ? null : typeof value === 'string' ? (kSizes[value] ?? 10) : number(value, 10);

const isHeavy = (/** @type {any} */ weight) =>
  typeof weight === 'string' ? /bold|heavy|black/.test(weight) : Number(weight) >= 600;
const turned = (/** @type {any} */ value) =>
  value === 'vertical' ? 90 : value === 'horizontal' ? 0 : number(value, 0);

/** The box of `bbox=dict(…)`. @param {any} value @returns {Writing['box']} */
function boxOf(value) {
  if (value === undefined || value === null) return null;
  const get = (/** @type {string[]} */ ...names) =>
    names.map((name) => value.get?.(name)).find((one) => one !== undefined);
  const style = String(get('boxstyle') ?? 'square');
  const pad = /pad=([\d.]+)/.exec(style);
  const face = color(get('facecolor', 'fc', 'color'), '#1f77b4');
  return {
    face: /^(white|#ffffff|#fff|rgb\(255,255,255\))$/.test(face) ? 'Canvas' : face,
    edge: color(get('edgecolor', 'ec', 'color'), kInk),
    alpha: number(get('alpha'), 1),
    pad: pad
      ? Number(pad[1])
      : number(get('pad'), 4) / (get('pad') === undefined ? (/round/.test(style) ? 4 / 0.3 : 4 / 0.3) : 10),
    isRound: style.includes('round'),
  };
}

/** How each keyword of a text changes it. @type {Record<string, (writing: Writing, value: any) => void>} */
const changes = {
  color: (writing, value) => {
    writing.color = color(value, kInk);
  },
  fontsize: (writing, value) => {
    writing.size = sizeOf(value);
  },
  horizontalalignment: (writing, value) => {
    writing.horizontal = value;
  },
  verticalalignment: (writing, value) => {
    writing.vertical = value;
  },
  rotation: (writing, value) => {
    writing.rotation = turned(value);
  },
  fontweight: (writing, value) => {
    writing.isBold = isHeavy(value);
  },
  fontstyle: (writing, value) => {
    writing.isItalic = value !== 'normal';
  },
  fontfamily: (writing, value) => {
    writing.isMono = /mono/.test(String(nested(value)));
  },
  bbox: (writing, value) => {
    writing.box = boxOf(value);
  },
  pad: (writing, value) => {
    writing.pad = number(value, 0);
  },
  labelpad: (writing, value) => {
    writing.pad = number(value, 0);
  },
  visible: (writing, value) => {
    writing.isVisible = value !== false;
  },
  text: (writing, value) => {
    writing.text = str(value);
  },
};
/** What `changes` takes from keywords. */
export const textKeywords = [...Object.keys(changes), 'alpha', 'zorder', 'transform', 'label', 'fontdict'];

/** Gives a text its looks, those of fontdict first. @param {Writing} writing @param {Record<string, any>} look */
export function dress(writing, look) {
  const first = look.fontdict?.entries ? Object.fromEntries([...look.fontdict.entries()]) : {};
  const short = /** @type {Record<string, string>} */ ({
    size: 'fontsize',
    weight: 'fontweight',
    family: 'fontfamily',
    style: 'fontstyle',
    ha: 'horizontalalignment',
    va: 'verticalalignment',
  });
  for (const [key, value] of [...Object.entries(first), ...Object.entries(look)])
    if (value !== undefined && value !== null) changes[short[key] ?? key]?.(writing, value);
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
  text: [({ writing }) => writing.text, ({ writing }, value) => changes.text(writing, value)],
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
for (const key of Object.keys(changes))
  table[key] ??= [
    reads[key] ? ({ writing }) => reads[key](writing) : null,
    ({ writing }, value) => changes[key](writing, value),
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
