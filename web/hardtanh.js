// The range of hardtanh: what the module and the function ask of it, and the module's older names for its ends.
import { isTensor } from './base.js';
import { AssertionError, ValueError } from './errors.js';
import { shown } from './repr.js';
import { truth, typeName } from './signature.js';
import { warn } from './warning.js';

/**
 * Whether a > b, or Python's TypeError where they cannot be compared.
 * @param {unknown} a
 * @param {unknown} b
 * @param {boolean} orEqual
 * @param {string} message
 */
function isBeyond(a, b, orEqual, message) {
  for (const value of [a, b]) if (isTensor(value)) truth(value); // refuses several elements
  const [x, y] = [a, b].map((value) => (isTensor(value) ? value.item() : value));
  if (typeof x === 'string' ? typeof y !== 'string' : [x, y].some((v) => !/^(number|bigint|boolean)$/.test(typeof v))) {
    throw new TypeError(message);
  }
  return /** @type {any} */ (x) > /** @type {any} */ (y) || (orEqual && Number(x) === Number(y));
}

/** @param {string} symbol @param {string} left @param {string} right */
const incomparable = (symbol, left, right) => `'${symbol}' not supported between instances of '${left}' and '${right}'`;

/**
 * What nn.functional.hardtanh asks.
 * @param {unknown} min
 * @param {unknown} max
 * @param {import('./kernels.js').Parameter[]} parameters with their defaults, which are floats
 */
export function checkRange(min, max, parameters) {
  if (typeof min === 'number' && typeof max === 'number' && !(min > max)) return;
  const [left, right] = [min, max].map((v, i) => (v === parameters[i].default ? 'float' : typeName(v)));
  if (isBeyond(min, max, false, incomparable('>', left, right))) {
    throw new ValueError('min_val cannot be greater than max_val');
  }
}

/**
 * What nn.Hardtanh makes of its arguments: the older names win, and the range must not be empty.
 * @param {Record<string, unknown>} passed undefined where an argument was not given; changed
 * @param {(name: string) => unknown} fallback
 */
export function prepareHardtanh(passed, fallback) {
  for (const end of ['min', 'max']) {
    const value = passed[`${end}_value`];
    if (value === undefined || value === null) continue;
    warn('FutureWarning', `keyword argument \`${end}_value\` is deprecated and renamed to \`${end}_val\``);
    passed[`${end}_val`] = value;
  }
  const names = ['min_val', 'max_val'];
  const given = names.map((name) => passed[name] !== undefined);
  const [min, max] = names.map((name, i) => (given[i] ? passed[name] : fallback(name)));
  const [left, right] = [min, max].map((value, i) => (given[i] ? typeName(value) : 'float'));
  const [low, high] = [min, max].map((value, i) => shown(value, !given[i]));
  if (isBeyond(min, max, true, incomparable('<=', right, left))) {
    throw new AssertionError(`max_val (${high}) must be greater than min_val (${low})`);
  }
}
