// Literals: texts with their escapes, numbers.

import { outside, syntaxError } from './problems.js';

/** @type {Record<string, string>} */
const escapes = { '\\': '\\', "'": "'", '"': '"', a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
const pattern =
  /\\(?:([\\'"abfnrtv])|\n|([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|N\{([^}]*)\})/g;

/** @param {string} body @param {import('./problems.js').Source} source @param {number} at */
export function unescaped(body, source, at) {
  if (!body.includes('\\')) return body;
  const cut =
    /(?<=(?:^|[^\\])(?:\\\\)*)\\(?:x[\da-fA-F]?(?![\da-fA-F])|u[\da-fA-F]{0,3}(?![\da-fA-F])|U[\da-fA-F]{0,7}(?![\da-fA-F]))/.exec(
      body,
    );
  if (cut) {
    const letter = cut[0][1];
    const whole = `\\${letter}${'X'.repeat({ x: 2, u: 4, U: 8 }[letter] ?? 0)}`;
    const range = `${cut.index}-${cut.index + cut[0].length - 1}`;
    throw syntaxError(
      source,
      at,
      `(unicode error) 'unicodeescape' codec can't decode bytes in position ${range}: truncated ${whole} escape`,
    );
  }
  return body.replace(pattern, (_, plain, octal, x, u, U, name) => {
    if (plain !== undefined) return escapes[plain];
    if (name !== undefined) throw outside(source, at, `the escape \\N{${name}}`, 'write the character itself');
    const digits = x ?? u ?? U;
    if (digits !== undefined) return String.fromCodePoint(Number.parseInt(digits, 16));
    return octal === undefined ? '' : String.fromCodePoint(Number.parseInt(octal, 8));
  });
}

/** Prefix, quotes and body of a literal. @param {string} text */
export function parts(text) {
  const found = /^([a-zA-Z]*)("""|'''|"|')/.exec(text);
  const [, prefix, quotes] = /** @type {RegExpExecArray} */ (found);
  const start = prefix.length + quotes.length;
  return {
    prefix: prefix.toLowerCase(),
    start,
    end: text.length - quotes.length,
  };
}

/** The value of a text. @param {string} text @param {import('./problems.js').Source} source @param {number} at */
export function textOf(text, source, at) {
  const { prefix, start, end } = parts(text);
  const body = text.slice(start, end);
  if (prefix.includes('b')) throw outside(source, at, 'a literal of bytes', "a str works: 'text'");
  return prefix.includes('r') ? body : unescaped(body, source, at);
}

/** The value of a number. @param {string} text @param {import('./problems.js').Source} source @param {number} at @returns {bigint | number} */
export function numberOf(text, source, at) {
  const plain = text.replaceAll('_', '');
  if (/j$/i.test(plain) && !/^0x/i.test(plain))
    throw outside(source, at, 'a complex number', 'a tuple holds two parts');
  if (/^0[xob]/i.test(plain)) return BigInt(plain);
  if (/^\d+$/.test(plain)) {
    if (/^0+[1-9]/.test(plain)) {
      throw syntaxError(
        source,
        at,
        'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers',
      );
    }
    return BigInt(plain);
  }
  return Number(plain);
}
