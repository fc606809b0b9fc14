// How activations are called: parameters in short, the keyword `out`, and the short way of calls that are plainly right.

import { AttributeError } from '../../core/errors.js';
import { plain } from '../../core/numbers/written.js';
import { isTensor } from '../storage/base.js';
import { isKeywords, typedHint, typeName } from './signature.js';

/**
 * @typedef {object} Argument of a function, after the input
 * @property {string} name
 * @property {string} type of the table's parameters ('float', 'dim', 'choice'), or PyTorch's own word
 * @property {unknown} default undefined where the caller must give a value
 * @property {((value: any) => boolean) | undefined} fits whether a value plainly is of the type
 * @property {boolean} keyword whether it must be given by its name
 */

/** Parameters of a Python function with their defaults. @param {Record<string, unknown>} defaults */
export const optional = (defaults) => Object.entries(defaults).map(([name, value]) => ({ name, default: value }));

/** What plainly is of a type. @type {Record<string, (value: any) => boolean>} */
const isPlain = {
  float: (v) => typeof plain(v) === 'number',
  dim: Number.isInteger,
  choice: (v) => typeof v === 'string',
  bool: (v) => typeof v === 'boolean',
  Tensor: isTensor,
};

/**
 * @param {string} name
 * @param {string} type
 * @param {unknown} fallback
 * @returns {Argument}
 */
export function argument(name, type, fallback, keyword = false) {
  return { name, type, default: fallback, keyword, fits: isPlain[type] };
}

/** Our own keyword of every activation: the tensor that the result is written to. */
export const outKeyword = /* @__PURE__ */ argument('out', 'Tensor', null, true);

/** @param {unknown} value @param {string} name */
export function requireMethod(value, name) {
  if (isTensor(value)) return;
  throw new AttributeError(`'${typeName(value)}' object has no attribute '${name}'${typedHint(value)}`);
}

/** @param {unknown} out the keyword's value @param {string} name of the function */
export function requireTensor(out, name) {
  if (out !== null && !isTensor(out)) {
    throw new TypeError(`${name}(): argument 'out' must be Tensor, not ${typeName(out)}${typedHint(out)}`);
  }
}

/**
 * The values of a call, if nothing about it needs a second look: the input, then the arguments in order.
 * Such calls, which are those that repeat, skip the binding with PyTorch's words.
 * @param {ReadonlyArray<Argument>} list
 * @param {any[]} args
 * @returns {import('../activations/activation.js').Call | null}
 */
export function swift(list, args) {
  let count = args.length;
  const last = args[count - 1];
  const keywords = count > 1 && isKeywords(last) ? last : null;
  if (keywords !== null) count--;
  const { length } = list;
  if (!isTensor(args[0]) || count > length + 1) return null;
  const values = new Array(length + 1); // pushing to a short list is slower
  for (let i = 0; i < count; i++) values[i] = args[i];
  for (const key in keywords) {
    let i = length;
    while (i > 0 && list[i - 1].name !== key) i--;
    if (i < count) return null; // an unknown name, or one that has its value by position
    values[i] = keywords[key];
  }
  for (let i = 1; i <= length; i++) {
    const { default: fallback, keyword, fits } = list[i - 1];
    if (keyword && i < count) return null;
    if (values[i] === undefined) values[i] = fallback;
    if (values[i] === null ? fallback !== null : !fits?.(values[i])) return null;
    values[i] = plain(values[i]);
  }
  return values;
}
