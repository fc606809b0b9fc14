// Activations of whole numbers: PyTorch has a few, of which some give whole numbers and some fractions.

import { NotImplementedError, RuntimeError } from '../../core/errors.js';
import { bumpVersion } from '../autograd/inplace.js';
import { cast } from '../operations/elements/casting.js';
import { into } from '../operations/filling/filling.js';
import { checkCast } from '../operations/filling/outputs.js';
import { asElement, bool, get_default_dtype, uint8 } from '../storage/dtype.js';
import { compute } from '../storage/loops.js';
import { fresh } from '../storage/strided.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../storage/dtype.js').DType} DType
 */

/** What PyTorch composes of operations that promote, or promotes itself. */
const fractional = ['sigmoid', 'tanh', 'exp', 'softsign', 'tanhshrink'];

/** Elements between two bounds. @param {any} low @param {any} high */
const between = (low, high) => (/** @type {any} */ x) => (x < low ? low : x > high ? high : x);

/** What an element becomes. @type {Record<string, (dtype: DType, a: any, b: any) => (x: any) => any>} */
const ofElements = {
  relu: (dtype) => {
    if (dtype === bool) throw new NotImplementedError('Boolean inputs not supported for relu');
    const zero = asElement(0, dtype);
    return (x) => (x > zero ? x : zero);
  },
  relu6: (dtype) => hardtanhOf(dtype, 0, 6),
  hardtanh: (dtype, low, high) => hardtanhOf(dtype, low, high),
  threshold: (dtype, limit, value) => {
    const [least, other] = [asElement(limit, dtype), asElement(value, dtype)];
    return (x) => (x <= least ? other : x);
  },
};

/** @param {DType} dtype @param {any} low @param {any} high */
function hardtanhOf(dtype, low, high) {
  if (dtype === bool) throw new NotImplementedError('Bool inputs not supported for hardtanh');
  if (dtype === uint8 && (Number(low) < 0 || Number(high) < 0)) {
    throw new RuntimeError('cannot do hardtanh on an unsigned type with negative limits');
  }
  return between(asElement(low, dtype), asElement(high, dtype));
}

/**
 * An activation of whole numbers or truths.
 * @param {string} name of the function
 * @param {Tensor} input
 * @param {any[]} parameters
 * @param {Tensor | null} out
 * @param {boolean} isInplace
 * @param {(input: Tensor) => Tensor} again the same of a tensor of fractions
 * @returns {Tensor | null} null where PyTorch has none
 */
export function ofWhole(name, input, [a, b], out, isInplace, again) {
  const { dtype } = input;
  if (fractional.includes(name)) {
    const wanted = get_default_dtype();
    if (isInplace) checkCast(wanted, dtype);
    return into(out, name, again(cast(input, wanted)), [input]);
  }
  const f = ofElements[name]?.(dtype, a, b);
  if (!f) return null;
  const result = isInplace ? input : fresh(input, input.shape);
  compute(
    (to, o, so, from, i, si, _b, _j, _sj, n) => {
      for (let k = 0; k < n; k++, o += so, i += si) to[o] = f(from[i]);
    },
    result,
    input,
    0,
  );
  if (isInplace) bumpVersion(input);
  return into(out, name, result, [input]);
}
