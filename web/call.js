// How activations are called: parameters in short, the keyword `out`, and the short way of calls that are plainly right.
import { isTensor } from './base.js';
import { isKeywords, typeName } from './signature.js';

/**
 * @typedef {import('./tensor.js').Tensor} Tensor
 * @typedef {object} Argument of a function, after the input
 * @property {string} name
 * @property {string} type of the table's parameters ('float', 'dim', 'choice'), or PyTorch's own word
 * @property {unknown} [default] absent where the caller must give a value
 */

/** Whether Python counts with a value. @param {unknown} value */
export const isNumber = (value) => /^(int|float|bool)$/.test(typeName(value));

/** Parameters of a Python function with their defaults. @param {Record<string, unknown>} defaults */
export const optional = (defaults) => Object.entries(defaults).map(([name, value]) => ({ name, default: value }));

/** Our own keyword of every activation: the tensor that the result is written to. */
export const outKeyword = { name: 'out', default: null, keyword: true };

/** @param {unknown} value of the keyword @param {string} name of the function @returns {Tensor | null} */
export function checkedOut(value, name) {
  if (value === null || isTensor(value)) return value;
  throw new TypeError(`${name}(): argument 'out' must be Tensor, not ${typeName(value)}`);
}

/** @type {Record<string, (value: any) => boolean>} */
const isPlain = {
  float: (v) => typeof v === 'number',
  dim: Number.isInteger,
  choice: (v) => typeof v === 'string',
  bool: (v) => typeof v === 'boolean',
  Tensor: isTensor,
};

/**
 * The values of a call, if nothing about it needs a second look: `out` or null, the input, then the arguments in order.
 * Such calls, which are those that repeat, skip the binding with PyTorch's words.
 * @param {ReadonlyArray<Argument>} list
 * @param {any[]} args
 * @param {boolean} takesOut
 * @returns {import('./activation.js').Call | null}
 */
export function swift(list, args, takesOut) {
  let count = args.length;
  const last = args[count - 1];
  const keywords = count > 1 && isKeywords(last) ? last : null;
  if (keywords !== null) count--;
  if (!isTensor(args[0]) || count > list.length + 1) return null;
  const values = new Array(list.length + 2); // pushing to a short list is slower
  values[0] = null;
  values[1] = args[0];
  let used = 0;
  for (let i = 0; i < list.length; i++) {
    const { name, type, default: fallback } = list[i];
    const isPositional = i + 1 < count;
    let value = isPositional ? args[i + 1] : keywords?.[name];
    if (value === undefined) value = fallback;
    else if (!isPositional) used++;
    // A choice is keyword only; no dimension is a matter for a warning.
    if (value === null ? fallback !== null || type === 'dim' : !isPlain[type]?.(value)) return null;
    if (isPositional && type === 'choice') return null;
    values[i + 2] = value;
  }
  if (keywords === null) return values;
  const { out } = keywords;
  if (takesOut && (out === null || isTensor(out))) {
    values[0] = out;
    used++;
  }
  for (const key in keywords) if (keywords[key] !== undefined) used--;
  return used === 0 ? values : null;
}
