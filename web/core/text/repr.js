// How a module's text shows a value that it was given.

import { Float } from '../numbers/written.js';
import { formatFloat } from './format.js';

/** @param {any} value @returns {value is { item(): number | bigint }} */
const isScalarTensor = (value) => typeof value?.item === 'function' && value.shape.length === 0;

/**
 * An integral number that the caller passed is Python's int (beyond 2^53 only a float is meant), a default is a float.
 * @param {unknown} value
 * @param {boolean} isFloat whether a whole number is a float: a default of that type
 * @returns {string}
 */
export function shown(value, isFloat) {
  if (value instanceof Float) return formatFloat(Number(value));
  if (typeof value === 'number' && (isFloat || !Number.isSafeInteger(value) || Object.is(value, -0))) {
    return formatFloat(value);
  }
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (value === null) return 'None';
  if (isScalarTensor(value)) return shown(Number(value.item()), true);
  if (Array.isArray(value)) return `[${value.map(quoted).join(', ')}]`;
  return String(value);
}

/** Python's repr, which has quotes around a text. @param {unknown} value */
export const quoted = (value) => (typeof value === 'string' ? `'${value}'` : shown(value, false));

/**
 * The parameters in a module's text; defaults that were not given print as PyTorch's signature has them.
 * @param {import('../kernels.js').Parameter[]} parameters
 * @param {Record<string, unknown>} values
 * @param {Record<string, unknown>} given what the constructor got
 */
export const parametersShown = (parameters, values, given) =>
  parameters.map(({ name, type, choices, default: fallback }) => {
    const value = values[name];
    const isDefault = given[name] === undefined && Object.is(value, fallback);
    const text = choices ? quoted(value) : shown(value, type === 'float' && isDefault);
    return name === 'lambd' ? text : `${name}=${text}`;
  });
