// Python's format specifications: format(), f-strings and str.format().

import { exponential, fixed, formatFloat, signed } from '../../core/text/digits.js';
import { toFloat } from '../operations/numbers.js';
import { callSpecial, special } from '../operations/objects.js';
import { countOf, pointsOf } from '../operations/truth.js';
import { raised } from '../values/exceptions.js';
import { nameOf } from '../values/types.js';
import { intText, str } from './repr.js';

/**
 * @typedef {object} Spec
 * @property {string} fill
 * @property {string} align '' where none is given
 * @property {string} sign
 * @property {boolean} z whether a negative zero loses its sign
 * @property {boolean} alternate
 * @property {boolean} zero
 * @property {number} width 0 where none is given
 * @property {string} group
 * @property {number} precision -1 where none is given
 * @property {string} type
 */

const pattern = /^(?:(.)?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?(.)?$/su;

/** @param {string} text @param {string} type of the value @returns {Spec} */
function parseSpec(text, type) {
  if (/\.(?!\d)/.test(text.replace(/^.[<>=^]/su, ''))) throw raised('ValueError', 'Format specifier missing precision');
  const found = pattern.exec(text);
  if (found === null)
    throw raised(
      'ValueError',
      /[,_][,_]/.test(text)
        ? `Cannot specify ${text.includes(',') && text.includes('_') ? "both ',' and '_'" : "',' with ','"}.`
        : `Invalid format specifier '${text}' for object of type '${type}'`,
    );
  const [, fill, align = '', sign = '', z, alternate, zero, width, group = '', precision, kind = ''] = found;
  if ((width?.length ?? 0) > 7 || (precision?.length ?? 0) > 9)
    throw raised('ValueError', 'Too many decimal digits in format string');
  return {
    fill: fill ?? (zero ? '0' : ' '),
    align: align || (zero ? '=' : ''),
    sign,
    z: z !== undefined,
    alternate: alternate !== undefined,
    zero: zero !== undefined,
    width: Number(width ?? 0),
    group,
    precision: precision === undefined ? -1 : Number(precision),
    type: kind,
  };
}

/** @param {string} text @param {Spec} spec @param {string} byDefault */
function aligned(text, { fill, align, width }, byDefault) {
  const missing = width - countOf(text);
  if (missing <= 0) return text;
  const how = align || byDefault;
  if (how === '<') return text + fill.repeat(missing);
  if (how === '>' || how === '=') return fill.repeat(missing) + text;
  const left = missing >> 1;
  return fill.repeat(left) + text + fill.repeat(missing - left);
}

/**
 * format(value, spec)
 * @param {any} value
 * @param {string} spec
 * @returns {string}
 */
export function format(value, spec) {
  switch (typeof value) {
    case 'string':
      return spec === '' ? value : formatText(value, spec);
    case 'bigint':
      return spec === '' ? intText(value) : formatInt(value, parseSpec(spec, 'int'), 'int');
    case 'number':
      return spec === '' ? formatFloat(value) : formatReal(value, parseSpec(spec, 'float'));
    case 'boolean':
      if (spec === '') return str(value);
      return formatInt(BigInt(value), parseSpec(spec, 'bool'), 'bool');
    default:
  }
  const own = value === null ? undefined : special(value, '__format__');
  if (own !== undefined) return callSpecial(own, value, spec);
  if (spec !== '') throw raised('TypeError', `unsupported format string passed to ${nameOf(value)}.__format__`);
  return str(value);
}

/** @param {string} type @param {string} of */
const unknown = (type, of) => raised('ValueError', `Unknown format code '${type}' for object of type '${of}'`);

/** @param {string} value @param {string} text */
function formatText(value, text) {
  const spec = parseSpec(text, 'str');
  if (spec.type !== '' && spec.type !== 's') throw unknown(spec.type, 'str');
  if (spec.sign)
    throw raised(
      'ValueError',
      spec.sign === ' '
        ? 'Space not allowed in string format specifier'
        : 'Sign not allowed in string format specifier',
    );
  if (spec.alternate) throw raised('ValueError', 'Alternate form (#) not allowed in string format specifier');
  if (spec.group) throw raised('ValueError', `Cannot specify '${spec.group}' with 's'.`);
  if (spec.align === '=' && !spec.zero)
    throw raised('ValueError', "'=' alignment not allowed in string format specifier");
  const points = spec.precision < 0 ? value : pointsOf(value).slice(0, spec.precision);
  const cut = typeof points === 'string' ? points : points.join('');
  return aligned(cut, spec.align === '=' ? { ...spec, align: '<' } : spec, '<');
}

/** Groups of digits. @param {string} digits @param {string} group @param {number} [size] */
function grouped(digits, group, size = 3) {
  if (!group) return digits;
  let text = '';
  for (let i = digits.length; i > 0; i -= size)
    text = digits.slice(Math.max(0, i - size), i) + (text ? group + text : '');
  return text;
}

/** A number in its field: sign, prefix, digits that may be grouped, and what follows. @param {string} sign @param {string} prefix @param {string} digits @param {string} rest @param {Spec} spec @param {number} [size] */
function laidOut(sign, prefix, digits, rest, spec, size = 3) {
  let whole = grouped(digits, spec.group, size);
  const head = sign + prefix;
  if (spec.align === '=' && spec.fill === '0' && spec.group) {
    // Zeros are grouped too.
    let padded = digits;
    while (countOf(head + grouped(`0${padded}`, spec.group, size) + rest) <= spec.width) padded = `0${padded}`;
    whole = grouped(padded, spec.group, size);
    if (countOf(head + whole + rest) < spec.width) whole = grouped(`0${padded}`, spec.group, size);
  }
  if (spec.align === '=') {
    const missing = spec.width - countOf(head + whole + rest);
    return head + (missing > 0 ? spec.fill.repeat(missing) : '') + whole + rest;
  }
  return aligned(head + whole + rest, spec, '>');
}

/** @param {boolean} isNegative @param {string} sign */
const signOf = (isNegative, sign) => (isNegative ? '-' : sign === '-' ? '' : sign);

/** @type {Record<string, [number, string]>} */
const bases = { b: [2, '0b'], o: [8, '0o'], x: [16, '0x'], X: [16, '0X'] };

/** @param {bigint} value @param {Spec} spec @param {string} of */
function formatInt(value, spec, of) {
  const { type } = spec;
  if ('eEfFgG%'.includes(type) && type !== '') return formatReal(toFloat(value), spec);
  if (spec.precision >= 0) throw raised('ValueError', 'Precision not allowed in integer format specifier');
  if (spec.z) throw raised('ValueError', 'Negative zero coercion (z) not allowed in integer format specifier');
  if (type === 'c' && (value < 0n || value > 0x10ffffn)) throw raised('OverflowError', '%c arg not in range(0x110000)');
  if (type === 'c') return aligned(String.fromCodePoint(Number(value)), spec, '<');
  if (type === 's') throw unknown('s', of);
  const magnitude = value < 0n ? -value : value;
  if (type in bases) {
    if (spec.group === ',') throw raised('ValueError', `Cannot specify ',' with '${type}'.`);
    const [radix, prefix] = bases[type];
    const digits = magnitude.toString(radix);
    return laidOut(
      signOf(value < 0n, spec.sign),
      spec.alternate ? prefix : '',
      type === 'X' ? digits.toUpperCase() : digits,
      '',
      spec,
      4,
    );
  }
  if (type !== '' && type !== 'd' && type !== 'n') throw unknown(type, of);
  return laidOut(signOf(value < 0n, spec.sign), '', intText(magnitude), '', spec);
}

/** @param {number} value @param {Spec} spec */
function formatReal(value, spec) {
  const { type } = spec;
  if (type !== '' && !'eEfFgGn%'.includes(type)) throw unknown(type, 'float');
  if (spec.precision > 1e6) throw raised('ValueError', 'precision too big');
  let number = type === '%' ? value * 100 : value;
  if (spec.z && Number(digitsOf(Math.abs(number), spec)) === 0) number = 0;
  const isNegative = number < 0 || Object.is(number, -0);
  let text = Number.isFinite(number) ? digitsOf(Math.abs(number), spec) : Number.isNaN(number) ? 'nan' : 'inf';
  if (type === '%') text += '%';
  if (type === 'E' || type === 'F' || type === 'G') text = text.toUpperCase();
  const [, whole, rest] = /** @type {RegExpExecArray} */ (/^(\d*)(.*)$/s.exec(text));
  const sign = signOf(isNegative && !Number.isNaN(number), spec.sign);
  if (!Number.isFinite(number)) {
    const plain = spec.align === '=' && spec.zero ? { ...spec, group: '' } : { ...spec, group: '' };
    return laidOut(sign, '', '', text, plain);
  }
  return laidOut(sign, '', whole, rest, spec);
}

/** The digits of a magnitude. @param {number} x @param {Spec} spec */
function digitsOf(x, { type, precision, alternate }) {
  const places = precision < 0 ? 6 : precision;
  if (type === 'f' || type === 'F' || type === '%') return fixed(x, places) + (alternate && places === 0 ? '.' : '');
  if (type === 'e' || type === 'E') return withPoint(exponential(x, places), alternate && places === 0);
  if (type === '' && precision < 0) return formatFloat(x);
  return general(x, places, alternate, type === '');
}

/** @param {string} text @param {boolean} adds */
const withPoint = (text, adds) => (adds ? text.replace('e', '.e') : text);

/** C's %g of a magnitude. @param {number} x @param {number} precision @param {boolean} alternate @param {boolean} isFloat whether one digit stays after the point, as of format() without a type */
export function general(x, precision, alternate, isFloat = false) {
  const digits = Math.max(precision, 1);
  const scientific = exponential(x, digits - 1);
  const [mantissa, power] = scientific.split('e');
  const exponent = Number(power);
  const isFixed = exponent >= -4 && exponent < digits;
  const plain = isFixed ? fixed(x, Math.max(digits - 1 - exponent, 0)) : mantissa;
  const cut = !alternate && plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain;
  if (!isFixed) return `${cut}e${power}`;
  return isFloat && !cut.includes('.')
    ? exponent < digits - 1 || digits === 1
      ? exponent >= digits - 1
        ? scientificOf(mantissa, power, alternate)
        : `${cut}.0`
      : scientificOf(mantissa, power, alternate)
    : cut;
}

/** @param {string} mantissa @param {string} power @param {boolean} alternate */
function scientificOf(mantissa, power, alternate) {
  const cut = !alternate && mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
  return `${cut}e${power}`;
}

/** C's %-conversions of numbers share this. @param {number} value @param {string} type @param {number} precision @param {boolean} alternate */
export const realText = (value, type, precision, alternate) =>
  signed(value, (x) => digitsOf(x, /** @type {any} */ ({ type: type.toLowerCase(), precision, alternate })));
