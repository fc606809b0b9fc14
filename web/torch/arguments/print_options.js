// torch.set_printoptions: what Python takes, and what it says when it prints with an option that is none.

import { OverflowError, RuntimeError, ValueError } from '../../core/errors.js';
import { changeOptions } from '../../core/text/format.js';
import { shown } from '../../core/text/repr.js';
import { optional } from './call.js';
import { bindPython, truth, typeName } from './signature.js';

/**
 * @typedef {'default' | 'short' | 'full'} Profile
 * @typedef {{ precision?: number, threshold?: number, edgeitems?: number, linewidth?: number, profile?: Profile | null,
 *   sci_mode?: boolean | null }} Options
 */

const kNames = ['precision', 'threshold', 'edgeitems', 'linewidth'];
const parameters = /* @__PURE__ */ optional({
  ...Object.fromEntries(kNames.map((name) => [name, null])),
  profile: null,
  sci_mode: null,
});

/** What was given that cannot be used. @type {Map<string, any>} */
const unusable = new Map();

/**
 * How tensors are printed from here on: what is not given stays, except sci_mode, which returns to null. At first precision is
 * 4, threshold 1000, edgeitems 3, linewidth 80; then come profile and sci_mode.
 * @param {[precision?: number | Options | null, threshold?: number | Options | null, edgeitems?: number | Options | null,
 *   linewidth?: number | Options | null, profile?: Profile | Options | null, sci_mode?: boolean | Options | null]} args
 * @example torch.set_printoptions({ profile: 'default' }), torch.tensor([0.5]) // tensor([0.5000])
 */
export function set_printoptions(...args) {
  const values = /** @type {any[]} */ (bindPython('set_printoptions', parameters, args));
  const [profile, sci_mode] = values.slice(kNames.length);
  if (['default', 'short', 'full'].includes(profile)) unusable.clear();
  /** @type {Record<string, any>} */
  const changes = { sci_mode: sci_mode === null ? null : truth(sci_mode) };
  for (const [i, name] of kNames.entries()) {
    const value = values[i];
    if (value === null) continue;
    unusable.delete(name);
    changes[name] = numberOf(name, value);
    if (!isUsable[name](changes[name])) unusable.set(name, value);
  }
  changeOptions(profile, { ...changes, refuse: unusable.size > 0 ? refuse : undefined });
}

/** @param {string} name @param {any} value */
function numberOf(name, value) {
  // Python writes the precision into a format, where true is no number and digits are one.
  if (name === 'precision') return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof value === 'boolean' || typeof value === 'bigint' ? Number(value) : value;
}

const isNumber = (/** @type {unknown} */ value) => typeof value === 'number';
/** @type {Record<string, (value: any) => boolean>} */
const isUsable = {
  precision: (value) => Number.isInteger(value) && value >= 0 && value < 2 ** 31,
  threshold: isNumber,
  edgeitems: (value) => Number.isInteger(value) && value >= 0,
  linewidth: Number.isFinite,
};

/** @type {Record<string, (value: any, use: string, size: number) => Error | null>} */
const reasons = {
  precision: badPrecision,
  threshold: (value) => notCompared(value),
  edgeitems: badEdge,
  linewidth: badWidth,
};

/** @type {NonNullable<import('../../core/text/format.js').PrintOptions['refuse']>} */
function refuse(name, use, size = 0) {
  if (!unusable.has(name)) return;
  const error = reasons[name](unusable.get(name), use, size);
  if (error !== null) throw error;
}

/** @param {unknown} value @param {string} [type] */
const notCompared = (value, type = typeName(value)) =>
  new TypeError(`'>' not supported between instances of 'int' and '${type}'`);

/** @param {any} value @param {string} use the conversion */
function badPrecision(value, use) {
  const text = typeof value === 'number' ? shown(value, false) : shown(value ?? '', false);
  if (/^\d+$/.test(text) || typeof value === 'bigint') {
    return new ValueError(text.length > 19 ? 'Too many decimal digits in format string' : 'precision too big');
  }
  if (!/^\d/.test(text)) return new ValueError('Format specifier missing precision');
  return new ValueError(`Invalid format specifier '.${text}${use}' for object of type 'float'`);
}

/** @param {any} value @param {string} use `slice` of the last dimension, `range` of others @param {number} size */
function badEdge(value, use, size) {
  const type = typeName(value);
  if (type === 'str' || type === 'list') return notCompared(value, type);
  if (!isNumber(value)) return new TypeError(`unsupported operand type(s) for *: 'int' and '${type}'`);
  if (!(size > 2 * value)) return null;
  if (Number.isInteger(value)) return use === 'slice' ? null : new RuntimeError('stack expects a non-empty TensorList');
  return new TypeError(
    use === 'slice'
      ? 'slice indices must be integers or None or have an __index__ method'
      : `'${type}' object cannot be interpreted as an integer`,
  );
}

/** @param {any} value @param {string} use what is done with it: `-` for the numbers, `>` for what follows them */
function badWidth(value, use) {
  if (!isNumber(value)) {
    if (use === '>') return notCompared(value);
    return new TypeError(`unsupported operand type(s) for -: '${typeName(value)}' and 'int'`);
  }
  if (use === '>') return null;
  return Number.isNaN(value)
    ? new ValueError('cannot convert float NaN to integer')
    : new OverflowError('cannot convert float infinity to integer');
}
