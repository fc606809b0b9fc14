// matplotlib's short texts for lines, `r--o`: a colour, a way to draw, a mark, in any order.
import { raised, Tuple } from '../../host/protocol.js';
import { colorOf } from './colors.js';
import { nested } from './values.js';

/** Dashes in multiples of the line's width, as matplotlib has them. @type {Record<string, number[] | null>} */
export const dashes = { '-': [], '--': [3.7, 1.6], '-.': [6.4, 1.6, 1, 1.6], ':': [1, 1.65], none: null };
/** @type {Record<string, string>} */
const styleNames = { solid: '-', dashed: '--', dashdot: '-.', dotted: ':', None: 'none', ' ': 'none', '': 'none' };
export const markers = '.,ov^<>12348spP*hH+xXDd|_';

/** The style of a name, or of an offset with dashes. @param {any} value @returns {string | number[]} */
export function lineStyle(value) {
  if (value instanceof Tuple && value.items.length === 2) {
    const own = nested(value.items[1]);
    return Array.isArray(own) ? own.map(Number) : '-';
  }
  const style = typeof value === 'string' ? (styleNames[value] ?? value) : value === null ? '-' : undefined;
  if (style !== undefined && Object.hasOwn(dashes, style)) return style;
  throw raised(
    'ValueError',
    `'${value}' is not a valid value for ls; supported values are '-', '--', '-.', ':', 'None', ' ', '', 'solid', 'dashed', 'dashdot', 'dotted'`,
  );
}

/**
 * @param {string} text
 * @returns {{ color?: string, word?: string, style?: string, marker?: string }} word: the colour as it is written
 */
export function readFormat(text) {
  const whole = colorOf(text);
  // A digit alone is a marker, not a grey.
  if (whole !== undefined && !/^\d$/.test(text)) return { color: whole, word: text };
  /** @type {{ color?: string, word?: string, style?: string, marker?: string }} */ const found = {};
  const twice = (/** @type {string} */ what) =>
    raised('ValueError', `'${text}' is not a valid format string (two ${what} symbols)`);
  for (let i = 0; i < text.length; i++) {
    const two = text.slice(i, i + 2);
    if (two === '--' || two === '-.') {
      if (found.style) throw twice('linestyle');
      found.style = two;
      i++;
    } else if (text[i] === '-' || text[i] === ':') {
      if (found.style) throw twice('linestyle');
      found.style = text[i];
    } else if (text[i] === 'C' && /\d/.test(text[i + 1] ?? '')) {
      found.color = colorOf(two);
      found.word = two;
      i++;
    } else if ('bgrcmykw'.includes(text[i])) {
      if (found.color) throw twice('color');
      found.color = colorOf(text[i]);
      found.word = text[i];
    } else if (markers.includes(text[i])) {
      if (found.marker) throw twice('marker');
      found.marker = text[i];
    } else throw raised('ValueError', `'${text}' is not a valid format string (unrecognized character '${text[i]}')`);
  }
  return found;
}
