// Python's float() of what a caller passed.

import { ValueError } from '../../core/errors.js';
import { plain } from '../../core/numbers/written.js';
import { quoted } from '../../core/text/repr.js';
import { isTensor } from '../storage/base.js';
import { typeName } from './signature.js';

const kWritten = /^[+-]?(?:(?:\d(?:_?\d)*\.?(?:\d(?:_?\d)*)?|\.\d(?:_?\d)*)(?:e[+-]?\d(?:_?\d)*)?|inf(?:inity)?|nan)$/i;

/** @param {string} text */
function read(text) {
  const word = text.trim().replaceAll('_', '');
  if (!kWritten.test(text.trim())) throw new ValueError(`could not convert string to float: ${quoted(text)}`);
  if (/nan/i.test(word)) return Number.NaN;
  return /inf/i.test(word) ? (word.startsWith('-') ? -1 : 1) * Number.POSITIVE_INFINITY : Number(word);
}

/** `float(value)`: ValueError and TypeError in Python's words. @param {any} value @returns {number} */
export function float(value) {
  if (isTensor(value)) {
    if (value.shape.numel() !== 1) throw new ValueError('only one element tensors can be converted to Python scalars');
    return Number(/** @type {any} */ (value).item());
  }
  const number = plain(value);
  if (typeof number === 'string') return read(number);
  if (/^(number|bigint|boolean)$/.test(typeof number)) return Number(number);
  throw new TypeError(`float() argument must be a string or a real number, not '${typeName(value)}'`);
}
