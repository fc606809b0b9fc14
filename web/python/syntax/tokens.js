// Words that no program of Python's has: texts and numbers that are not written to the end, signs that are no part of the language.

import { blanked, kTexts, syntaxError } from './problems.js';

const number =
  /^(0x(_?[\da-f])+|0o(_?[0-7])+|0b(_?[01])+|(\d(_?\d)*)?\.?(\d(_?\d)*)?(e[+-]?\d(_?\d)*)?j?)(?:(?:if|else|and|or|in|is|for|not)\b.*)?$/i;
const systems = /** @type {const} */ ({ x: 'hexadecimal', o: 'octal', b: 'binary' });

/** What is read as one number, right or wrong: a point behind an exponent is an attribute's. */
const kNumber = /^(?:0x\w*|[\d_.]+e[+-]?\d\w*|[\w.]*e[+-]\w+|\w*(?:\.\w*)?)/i;

/** What is wrong with a number. @param {string} word */
function ofNumber(word) {
  const system = word[0] === '0' ? systems[/** @type {'x'} */ (word.slice(1, 2).toLowerCase())] : undefined;
  const digit = /^0b_?[01_]*([2-9])|^0o_?[0-7_]*([89])/i.exec(word);
  return digit
    ? `invalid digit '${digit[1] ?? digit[2]}' in ${system} literal`
    : `invalid ${system ?? 'decimal'} literal`;
}

/** The first word that is none, or null. @param {import('./problems.js').Source} source */
export function misspelt(source) {
  for (const { 0: text, index } of source.text.matchAll(kTexts)) {
    if (text[0] === '#' || /^("""|'''|"|')(?:[^\\]|\\[\s\S])*?\1$/.test(text)) continue;
    const isLong = /^("{3}|'{3})/.test(text);
    const last = source.lineOf(isLong ? source.text.length : index);
    return syntaxError(
      source,
      index,
      `unterminated ${isLong ? 'triple-quoted ' : ''}string literal (detected at line ${last})`,
    );
  }
  const plain = blanked(source.text);
  let end = 0;
  for (const { index } of plain.matchAll(/(?<![\p{ID_Continue}.])\d/gu)) {
    if (index < end) continue; // the exponent of 1e+16
    const word = kNumber.exec(source.text.slice(index, index + 400))?.[0] ?? '';
    end = index + word.length;
    if (!number.test(word)) return syntaxError(source, index, ofNumber(word));
  }
  const sign = /[^\p{ASCII}\p{ID_Continue}]/u.exec(plain);
  if (sign === null) return null;
  const point = /** @type {number} */ (sign[0].codePointAt(0)).toString(16).toUpperCase().padStart(4, '0');
  return syntaxError(source, sign.index, `invalid character '${sign[0]}' (U+${point})`);
}
