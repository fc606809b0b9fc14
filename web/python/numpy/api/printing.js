// How arrays and scalars are shown: NumPy's arrayprint.py, with the shortest digits that tell a number from its neighbours.

import { exponential, fixed, formatFloat } from '../../../core/text/digits.js';
import { call } from '../../host/protocol.js';
import { bool, float32, float64, int64 } from '../array/dtypes.js';
import { flat, tupleText, view } from '../array/ndarray.js';
import { scalar } from '../array/scalar.js';
import { state } from '../array/state.js';

/** @typedef {import('../array/ndarray.js').NdArray} NdArray @typedef {import('../array/dtypes.js').DType} DType @typedef {import('../../values/dict.js').Dict} Dict */

/** The shortest digits of a magnitude, with an exponent: `1.25e-7`. @param {number} x @param {DType} dtype */
function shortest(x, dtype) {
  if (dtype !== float32) return x.toExponential();
  for (let digits = 0; digits < 9; digits++) {
    const text = x.toExponential(digits);
    if (Math.fround(Number(text)) === x) return text.replace(/\.?0*e/, 'e');
  }
  return x.toExponential(9);
}

/** How many digits stand after the point. @param {string} text of shortest() */
function placesOf(text) {
  const [mantissa, exponent] = text.split('e');
  return Math.max(0, mantissa.length - (mantissa.length > 1 ? 2 : 1) - Number(exponent));
}

/** As Dragon4 writes it without an exponent, point and all: `0.5`, `2.`. @param {number} x @param {number} most digits after the point @param {DType} dtype */
function positional(x, most, dtype) {
  const places = placesOf(shortest(x, dtype));
  const text = places <= most ? digitsOf(x, places, dtype) : fixed(x, most);
  return text.includes('.') ? text.replace(/0+$/, '') : `${text}.`;
}

/** Shortest digits written out, zeros where there are no more. @param {number} x @param {number} places @param {DType} dtype */
function digitsOf(x, places, dtype) {
  if (places > 0 || x < 1e15) return fixed(x, places);
  const [mantissa, exponent] = shortest(x, dtype).split('e');
  const digits = mantissa.replace('.', '');
  return digits.padEnd(Number(exponent) + 1, '0');
}

/** @param {number} x @param {number} most @param {DType} dtype */
function scientific(x, most, dtype) {
  const text = shortest(x, dtype);
  const digits = text.split('e')[0].length - 2;
  const [mantissa, power] = exponential(x, Math.max(0, Math.min(digits, most))).split('e');
  return `${mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa}e${power}`;
}

/** @param {number} x @param {boolean} plus */
const signOf = (x, plus) => (x < 0 || Object.is(x, -0) ? '-' : plus ? '+' : '');

/** @param {ArrayLike<number>} values @param {DType} dtype @param {any} options @returns {(x: number) => string} */
function floatFormat(values, dtype, { precision, suppress, floatmode, sign, nanstr, infstr }) {
  const finite = Array.from(values).filter(Number.isFinite);
  const isFixed = floatmode === 'fixed';
  const most = floatmode === 'unique' ? 100 : precision;
  const sizes = finite.map(Math.abs).filter((x) => x !== 0);
  let [greatest, least] = [0, Number.POSITIVE_INFINITY];
  for (const x of sizes) {
    if (x > greatest) greatest = x;
    if (x < least) least = x;
  }
  const ratio = dtype === float32 ? Math.fround(greatest / least) : greatest / least;
  const isScientific =
    sizes.length > 0 &&
    (greatest >= (dtype === float32 ? 1e6 : 1e8) ||
      (!suppress && (least < (dtype === float32 ? Math.fround(0.0001) : 0.0001) || ratio > 1000)));
  const plus = sign === '+';
  let write = (/** @type {number} */ x) => String(x);
  let [left, right] = [0, 0];
  if (finite.length > 0) {
    const texts = finite.map((x) => {
      const own = Math.abs(x);
      const text = isScientific
        ? isFixed
          ? exponential(own, precision)
          : scientific(own, most, dtype)
        : isFixed
          ? fixed(own, precision)
          : positional(own, most, dtype);
      return (signOf(x, plus) + text).split('e');
    });
    for (const [text] of texts) {
      const [whole, part = ''] = text.split('.');
      left = Math.max(left, whole.length);
      right = Math.max(right, part.length);
    }
    if (isScientific) {
      const exponent = Math.max(...texts.map(([, text]) => text.length - 1));
      const places = right;
      write = (x) => {
        const [mantissa, power] = exponential(Math.abs(x), places).split('e');
        return `${signOf(x, plus)}${places === 0 ? `${mantissa}.` : mantissa}e${power[0]}${power.slice(1).padStart(exponent, '0')}`.padStart(
          left + places + exponent + 3,
        );
      };
      right += exponent + 2;
    } else {
      const places = right;
      const isPadded = isFixed || floatmode === 'maxprec_equal';
      write = (x) => {
        const own = Math.abs(x);
        const text = isPadded ? withPoint(fixed(own, places)) : positional(own, most, dtype);
        const [whole, part] = text.split('.');
        return `${(signOf(x, plus) + whole).padStart(left)}.${part.padEnd(places)}`;
      };
    }
    if (sign === ' ' && !finite.some((x) => signOf(x, false) === '-')) left++;
  }
  if (finite.length < values.length) {
    const offset = right + 1;
    const hasNegative = sign !== '-' || Array.from(values).some((x) => x === Number.NEGATIVE_INFINITY);
    left = Math.max(left, nanstr.length - offset, infstr.length + Number(hasNegative) - offset);
  }
  const width = left + right + 1;
  return (x) =>
    Number.isFinite(x)
      ? write(x).padStart(width)
      : (Number.isNaN(x) ? (plus ? '+' : '') + nanstr : signOf(x, plus) + infstr).padStart(width);
}
/** @param {string} text */
const withPoint = (text) => (text.includes('.') ? text : `${text}.`);

/** The names under which writers of a kind of elements are given, the first of which counts. @type {Record<string, string[]>} */
const writers = { b: ['bool', 'all'], f: ['float', 'float_kind', 'all'], i: ['int', 'int_kind', 'all'] };

/** What the program writes elements by, if it does. @param {DType} dtype @param {Dict | null} formatter @returns {((x: number) => string) | null} */
function writerOf(dtype, formatter) {
  const name = writers[dtype === bool ? 'b' : dtype.kind === 'f' ? 'f' : 'i'].find((one) => formatter?.get(one));
  return name === undefined ? null : (x) => call(formatter?.get(name), [scalar(x, dtype)]);
}

/** How each element is written. @param {NdArray} a @param {any} options @returns {(x: number) => string} */
function formatOf(a, options) {
  const { dtype } = a;
  const own = writerOf(dtype, options.formatter);
  if (own !== null) return own;
  const values = /** @type {any} */ (flat(a));
  if (dtype === bool) return (x) => (x ? (a.shape.length > 0 ? ' True' : 'True') : 'False');
  if (dtype.kind === 'f') return floatFormat(values, dtype, options);
  const sign =
    options.sign === '-' || (options.sign === ' ' && values.some((/** @type {number} */ x) => x < 0))
      ? ''
      : options.sign;
  const write = (/** @type {number} */ x) => (x < 0 ? '' : sign) + wholeText(x);
  let width = 0;
  for (const x of values) width = Math.max(width, write(x).length);
  return (x) => write(x).padStart(width);
}
/** @param {number} x */
const wholeText = (x) => (Math.abs(x) < 1e15 ? String(x) : String(BigInt(x)));

/** What is shown of a large array, for its widths. @param {NdArray} a @param {number} edge @returns {NdArray} */
function ends(a, edge) {
  /** @type {number[]} */ const values = [];
  const visit = (/** @type {number} */ depth, /** @type {number} */ place) => {
    if (depth === a.shape.length) {
      values.push(a.data[place]);
      return;
    }
    const n = a.shape[depth];
    for (let i = 0; i < n; i++) {
      if (n > 2 * edge && i === edge) i = n - edge;
      visit(depth + 1, place + i * a.strides[depth]);
    }
  };
  visit(0, a.offset);
  const own = view(a, [values.length], [1], 0);
  own.data = a.dtype.array.from(values);
  return own;
}

/** The elements between brackets. @param {NdArray} a @param {string} separator @param {string} prefix @param {any} [options] @param {string} [suffix] */
export function arrayText(a, separator = ' ', prefix = '', options = state().options, suffix = '') {
  const { threshold, edgeitems: edge } = options;
  const linewidth = options.linewidth - suffix.length;
  if (a.size === 0) return '[]';
  const isCut = a.size > threshold;
  const format = formatOf(isCut ? ends(a, edge) : a, options);
  const { shape, strides, data } = a;
  /** @type {(depth: number, place: number, indent: string, width: number) => string} */
  const show = (depth, place, indent, width) => {
    const left = shape.length - depth;
    if (left === 0) return format(data[place]);
    const n = shape[depth];
    const isShort = isCut && 2 * edge < n;
    const inner = (/** @type {number} */ i) => show(depth + 1, place + i * strides[depth], `${indent} `, width - 1);
    const items = [];
    for (let i = 0; i < n; i++) {
      if (isShort && i === edge) {
        items.push('...');
        i = n - edge;
      }
      items.push(inner(i));
    }
    if (left > 1) {
      const between = separator.trimEnd() + '\n'.repeat(left - 1);
      return `[${items.map((one, i) => (i === 0 ? '' : indent) + one).join(between)}]`;
    }
    const room = width - Math.max(separator.trimEnd().length, 1);
    let text = '';
    let line = indent;
    items.forEach((word, i) => {
      if (line.length + word.length > room && line.length > indent.length) {
        text += `${line.trimEnd()}\n`;
        line = indent;
      }
      line += word + (i < items.length - 1 ? separator : '');
    });
    return `[${(text + line).slice(indent.length)}]`;
  };
  return show(0, a.offset, ` ${' '.repeat(prefix.length)}`, linewidth);
}

/** str() of an array. @param {NdArray} a */
export const arrayStr = (a) => (a.shape.length === 0 ? scalarStr(a.data[a.offset], a.dtype) : arrayText(a));

/** repr() of an array. @param {NdArray} a */
export function arrayRepr(a) {
  const { options } = state();
  const prefix = 'array(';
  const text = arrayText(a, ', ', prefix, options, ')');
  const extras = [];
  const isCut = a.size > options.threshold;
  if ((a.size === 0 && !(a.shape.length === 1)) || isCut) extras.push(`shape=${tupleText(a.shape)}`);
  if (a.size === 0 || ![bool, int64, float64].includes(a.dtype)) extras.push(`dtype=${a.dtype.name}`);
  if (extras.length === 0) return `${prefix}${text})`;
  const start = `${prefix}${text},`;
  const end = `${extras.join(', ')})`;
  const last = start.length - (start.lastIndexOf('\n') + 1);
  return start + (last + end.length + 1 > options.linewidth ? `\n${' '.repeat(prefix.length)}` : ' ') + end;
}

/** str() of a scalar. @param {number} value @param {DType} dtype */
export function scalarStr(value, dtype) {
  if (dtype === bool) return value ? 'True' : 'False';
  if (dtype.kind !== 'f') return wholeText(value);
  if (dtype === float64 || !Number.isFinite(value)) return formatFloat(value);
  const x = Math.abs(value);
  if (x !== 0 && (x < 1e-4 || x >= 1e6)) return signOf(value, false) + scientific(x, 100, dtype);
  const text = positional(x, 100, dtype);
  return signOf(value, false) + (text.endsWith('.') ? `${text}0` : text);
}

/** repr() of a scalar. @param {number} value @param {DType} dtype */
export const scalarRepr = (value, dtype) =>
  dtype === bool ? `np.${value ? 'True_' : 'False_'}` : `np.${dtype.name}(${scalarStr(value, dtype)})`;
