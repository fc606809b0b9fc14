// Numbers and lists as sentences have them.
import { grouped } from '../../figure/text/numbers.js';

/** `1 unit`, `12 units`. @param {number} count @param {string} thing */
export const counted = (count, thing) => `${grouped(count)} ${thing}${count === 1 ? '' : 's'}`;

/** `a`, `a and b`, `a, b and c`. @param {readonly string[]} items */
export function listed(items) {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** A loss, as the programs print it. @param {number} value */
export const loss = (value) => value.toFixed(4);

/** A number of any size with two digits: `0.35`, `5.4e-11`. @param {number} value */
export function twoDigits(value) {
  if (value === 0 || !Number.isFinite(value)) return String(value);
  const isPlain = Math.abs(value) >= 1e-3 && Math.abs(value) < 1e4;
  return isPlain ? String(Number(value.toPrecision(2))) : value.toExponential(1).replace('e+', 'e');
}

/** @param {string} text */
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
