// The range of hardtanh: what the module and the function ask of it, and the module's older names for its ends.

import { emptyRange, reversedRange } from '../../core/parameters.js';
import { shown } from '../../core/text/repr.js';
import { isNumber, truth, typeName } from '../arguments/signature.js';
import { warn } from '../arguments/warning.js';
import { isTensor } from '../storage/base.js';

/**
 * Python's `a > b` or `a <= b`, or its TypeError where they cannot be compared.
 * @param {any} a
 * @param {'>' | '<='} symbol
 * @param {any} b
 * @param {string[]} types of a and b, as the error names them
 */
function compare(a, symbol, b, types) {
  const [x, y] = [a, b].map((value) => {
    if (!isTensor(value)) return value;
    truth(value); // refuses several elements
    return value.item();
  });
  if (typeof x === 'string' ? typeof y !== 'string' : !(isNumber(x) && isNumber(y))) {
    throw new TypeError(`'${symbol}' not supported between instances of '${types[0]}' and '${types[1]}'`);
  }
  return symbol === '>' ? x > y : x <= y;
}

/**
 * What nn.functional.hardtanh asks.
 * @param {unknown} min
 * @param {unknown} max
 * @param {import('../../core/kernels.js').Parameter[]} parameters with their defaults, which are floats
 */
export function checkRange(min, max, parameters) {
  const types = [min, max].map((value, i) => (value === parameters[i].default ? 'float' : typeName(value)));
  if (compare(min, '>', max, types)) throw reversedRange();
}

/**
 * What nn.Hardtanh makes of its arguments: the older names win, and the range must not be empty.
 * @param {Record<string, unknown>} passed undefined where an argument was not given; changed
 * @param {import('../../core/kernels.js').Parameter[]} parameters
 */
export function prepareHardtanh(passed, parameters) {
  const [[min, minType, low], [max, maxType, high]] = parameters.map(({ name, default: fallback }) => {
    const older = name.replace('val', 'value');
    const renamed = passed[older];
    if (renamed !== undefined && renamed !== null) {
      warn('FutureWarning', `keyword argument \`${older}\` is deprecated and renamed to \`${name}\``);
      passed[name] = renamed;
    }
    const value = passed[name];
    return value === undefined
      ? [fallback, 'float', shown(fallback, true)]
      : [value, typeName(value), shown(value, false)];
  });
  if (compare(max, '<=', min, [maxType, minType])) {
    throw emptyRange(low, high);
  }
}
