// The short way into an activation: calls that are plainly right, which are those that repeat, skip the binding with PyTorch's words.
import { isTensor } from './base.js';
import { isKeywords } from './signature.js';

/**
 * @typedef {object} Argument of a function, after the input
 * @property {string} name
 * @property {string} type of the table's parameters ('float', 'dim', 'choice'), or PyTorch's own word
 * @property {unknown} [default] absent where the caller must give a value
 */

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
 * @param {ReadonlyArray<Argument>} list
 * @param {any[]} args
 * @param {boolean} takesOut
 * @returns {import('./activation.js').Call | null}
 */
export function swift(list, args, takesOut) {
  let count = args.length;
  const last = args[count - 1];
  const keywords = typeof last === 'object' && !isTensor(last) && isKeywords(last) ? last : null;
  if (keywords !== null) count--;
  if (count === 0 || count > list.length + 1 || !isTensor(args[0])) return null;
  const values = new Array(list.length + 2);
  values[0] = null;
  values[1] = args[0];
  let used = 0;
  for (let i = 0; i < list.length; i++) {
    const { name, type, default: fallback } = list[i];
    let value = i + 1 < count ? args[i + 1] : keywords?.[name];
    if (value === undefined) value = fallback;
    else if (i + 1 >= count) used++;
    // A choice is keyword only; no dimension is a matter for a warning.
    if (value === null) {
      if (fallback !== null || type === 'dim') return null;
    } else if (!isPlain[type]?.(value) || (type === 'choice' && i + 1 < count)) return null;
    values[i + 2] = value;
  }
  if (keywords === null) return values;
  if (takesOut && isTensor(keywords.out)) {
    values[0] = keywords.out;
    used++;
  }
  for (const key in keywords) if (keywords[key] !== undefined) used--;
  return used === 0 ? values : null;
}
