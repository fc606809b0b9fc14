// matplotlib's colours: the cycle, names, letters, greys, hexadecimal and tuples, as SVG takes them.

/** The ten colours that lines take in turn. */
export const cycle = [
  '#1f77b4',
  '#ff7f0e',
  '#2ca02c',
  '#d62728',
  '#9467bd',
  '#8c564b',
  '#e377c2',
  '#7f7f7f',
  '#bcbd22',
  '#17becf',
];

/** Ink is what the page writes in, so that a black line is seen on dark paper as well. */
export const kInk = 'currentColor';

/** @type {Record<string, string>} */
const letters = {
  b: '#0000ff',
  g: '#008000',
  r: '#ff0000',
  c: '#00bfbf',
  m: '#bf00bf',
  y: '#bfbf00',
  k: kInk,
  w: '#ffffff',
};

/** The names of tab10, as `tab:blue`. */
export const tabs = ['blue', 'orange', 'green', 'red', 'purple', 'brown', 'pink', 'gray', 'olive', 'cyan'];

/** CSS knows these names as matplotlib does. */
const named =
  /^(aliceblue|antiquewhite|aqua|aquamarine|azure|beige|bisque|blanchedalmond|blue|blueviolet|brown|burlywood|cadetblue|chartreuse|chocolate|coral|cornflowerblue|cornsilk|crimson|cyan|dark(blue|cyan|goldenrod|gr[ae]y|green|khaki|magenta|olivegreen|orange|orchid|red|salmon|seagreen|slateblue|slategr[ae]y|turquoise|violet)|deeppink|deepskyblue|dimgr[ae]y|dodgerblue|firebrick|floralwhite|forestgreen|fuchsia|gainsboro|ghostwhite|gold|goldenrod|gr[ae]y|green|greenyellow|honeydew|hotpink|indianred|indigo|ivory|khaki|lavender|lavenderblush|lawngreen|lemonchiffon|light(blue|coral|cyan|goldenrodyellow|gr[ae]y|green|pink|salmon|seagreen|skyblue|slategr[ae]y|steelblue|yellow)|lime|limegreen|linen|magenta|maroon|medium(aquamarine|blue|orchid|purple|seagreen|slateblue|springgreen|turquoise|violetred)|midnightblue|mintcream|mistyrose|moccasin|navajowhite|navy|oldlace|olive|olivedrab|orange|orangered|orchid|pale(goldenrod|green|turquoise|violetred)|papayawhip|peachpuff|peru|pink|plum|powderblue|purple|rebeccapurple|red|rosybrown|royalblue|saddlebrown|salmon|sandybrown|seagreen|seashell|sienna|silver|skyblue|slateblue|slategr[ae]y|snow|springgreen|steelblue|tan|teal|thistle|tomato|turquoise|violet|wheat|white|whitesmoke|yellow|yellowgreen)$/;

const part = (/** @type {number} */ share) => Math.round(Math.min(1, Math.max(0, share)) * 255);

/**
 * A colour as SVG has it, or undefined where matplotlib knows none such.
 * @param {any} value a text, or three or four numbers from 0 to 1
 * @returns {string | undefined}
 */
export function colorOf(value) {
  if (Array.isArray(value) && value.length === 2 && typeof value[1] === 'number')
    return faded(colorOf(value[0]), value[1]);
  if (
    Array.isArray(value) &&
    (value.length === 3 || value.length === 4) &&
    value.every((one) => typeof one === 'number')
  ) {
    const [r, g, b, a = 1] = value;
    return a === 1 ? `rgb(${part(r)},${part(g)},${part(b)})` : `rgba(${part(r)},${part(g)},${part(b)},${a})`;
  }
  // That of a format, `k-`, comes here as it was read.
  if (value === kInk) return kInk;
  if (typeof value !== 'string') return undefined;
  const text = value.toLowerCase();
  if (Object.hasOwn(letters, text)) return letters[text];
  if (/^c\d+$/.test(text)) return cycle[Number(text.slice(1)) % cycle.length];
  if (text.startsWith('tab:')) return cycle[tabs.indexOf(text.slice(4).replace('grey', 'gray'))];
  if (/^#([0-9a-f]{3}|[0-9a-f]{4}|[0-9a-f]{6}|[0-9a-f]{8})$/.test(text)) return text;
  if (/^(0?\.\d+|[01](\.\d*)?)$/.test(text))
    return `rgb(${part(Number(text))},${part(Number(text))},${part(Number(text))})`;
  if (text === 'black') return kInk;
  if (text === 'none' || text === 'transparent') return 'none';
  return named.test(text) ? text : undefined;
}

/** A colour of which something is seen through. @param {string | undefined} color @param {number} alpha */
const faded = (color, alpha) => color && `color-mix(in srgb, ${color} ${alpha * 100}%, transparent)`;

/** CSS's numbers of the names that programs mix colours of. @type {Record<string, string>} */
const numbered = {
  red: 'f00',
  blue: '00f',
  green: '008000',
  orange: 'ffa500',
  gray: '808080',
  purple: '800080',
  yellow: 'ff0',
  cyan: '0ff',
  magenta: 'f0f',
  darkblue: '00008b',
  darkred: '8b0000',
  lightblue: 'add8e6',
  navy: '000080',
};

/** Four numbers from 0 to 1; undefined for names of CSS, whose numbers are not kept here. @param {string} color as SVG has it @returns {number[] | undefined} */
export function rgbaOf(color) {
  if (color === kInk) return [0, 0, 0, 1];
  if (color === 'none') return [0, 0, 0, 0];
  if (color === 'white') return [1, 1, 1, 1];
  const numbers = /^rgba?\((.*)\)$/.exec(color)?.[1].split(',').map(Number);
  if (numbers) return [...numbers.slice(0, 3).map((one) => one / 255), numbers[3] ?? 1];
  const hex = color.startsWith('#') ? color.slice(1) : numbered[color];
  if (!hex) return undefined;
  const whole = hex.length < 6 ? [...hex].map((digit) => digit + digit).join('') : hex;
  const parts = (whole.match(/../g) ?? []).map((two) => Number.parseInt(two, 16) / 255);
  return parts.length === 3 ? [...parts, 1] : parts;
}
