// Functions of each element as pairs, out of place and in place, with what they become of whole numbers and their gradients.

import { NotImplementedError, RuntimeError } from '../../../core/errors.js';
import { native } from '../../arguments/native.js';
import { needsGrad, record, save } from '../../autograd/graph.js';
import { asItWas, bumpVersion, checkInplace, checkOverlap, recordInplace } from '../../autograd/inplace.js';
import { bool, float64, get_default_dtype, kFloating } from '../../storage/dtype.js';
import { compute, computeEach } from '../../storage/loops.js';
import { fresh } from '../../storage/strided.js';
import { checkCast, checkOut, place } from '../filling/outputs.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../storage/loops.js').Row} Row
 * @typedef {import('../../storage/dtype.js').DType} DType
 * @typedef {((input: Tensor, options?: { out?: Tensor }) => Tensor) & import('../../arguments/native.js').Method<Tensor>} Pointwise
 * @typedef {((input: Tensor) => Tensor) & import('../../arguments/native.js').Method<Tensor>} InPlace
 */

/**
 * One function. What floats become is computed in float64 and rounded once. Whole numbers become fractions, unless `ofWhole` says
 * what they become; of bools it is refused where `bools` is its message.
 * @typedef {object} Pointed
 * @property {string} name
 * @property {string} node of the step backward
 * @property {(x: number) => number} ofFloat
 * @property {'sqrt' | 'abs' | 'square'} [kernel] of float32
 * @property {((x: any) => any)} [ofWhole]
 * @property {(x: number) => number} [ofDouble] the same of float64, where float32 is rounded on the way
 * @property {string} [floats] the kernel that has floats alone
 * @property {string} [barred] why it has no gradient in place
 * @property {string} [bools]
 * @property {'x' | 'y'} [saves] what the gradient needs, the input or the result
 * @property {(grad: Tensor, saved: Tensor) => Tensor | null} gradient null: zeros
 */

/** @param {Pointed} f @param {DType} dtype */
function dtypeOf({ ofWhole, bools, floats }, dtype) {
  if (floats && dtype.kind !== kFloating)
    throw new NotImplementedError(`"${floats}" not implemented for '${dtype.short}'`);
  if (dtype === bool && bools) throw new (bools.startsWith('"') ? NotImplementedError : RuntimeError)(bools);
  return dtype.kind === kFloating || ofWhole ? dtype : get_default_dtype();
}

/** The loop of a function. @param {(x: any) => any} f @returns {Row} */
const rowOf = (f) => (out, o, so, a, i, si, _b, _j, _sj, n) => {
  for (let k = 0; k < n; k++, o += so, i += si) out[o] = f(a[i]);
};

/** @param {Pointed} f @param {Tensor} x @param {Tensor} out @param {DType} dtype in which it is computed */
function carryOut({ ofFloat, ofDouble = ofFloat, ofWhole, kernel }, x, out, dtype) {
  if (computeEach(kernel, out, x)) return;
  const row = rowOf(dtype.kind === kFloating || !ofWhole ? (dtype === float64 ? ofDouble : ofFloat) : ofWhole);
  if (out.dtype === dtype) return compute(row, out, x, 0);
  const result = fresh(out, out.shape, undefined, dtype);
  compute(row, result, x, 0);
  place(out, result);
}

/** @param {Pointed} f @param {Tensor} x */
const stepOf = ({ node, gradient, saves }, x) => ({
  name: node,
  inputs: [x],
  /** @type {import('../../autograd/graph.js').Backward} */
  backward: (grad, [saved]) => [gradient(grad, saved) ?? fresh(grad, grad.shape)],
  saves,
});

/** @param {Pointed} f @param {Tensor} x @param {Tensor | null} out */
export function outOfPlace(f, x, out) {
  const dtype = dtypeOf(f, x.dtype);
  if (out !== null) checkOut(f.name, out, x.shape, [x], dtype);
  const result = out ?? fresh(x, x.shape, undefined, dtype);
  carryOut(f, x, result, dtype);
  if (out !== null) {
    bumpVersion(out);
    return out;
  }
  if (!needsGrad(x)) return result;
  const { saves, ...step } = stepOf(f, x);
  return record(result, { ...step, saved: saves === 'x' ? [x] : saves === 'y' ? [result] : undefined });
}

/** @param {Pointed} f @param {Tensor} x */
export function inPlace(f, x) {
  checkInplace(x);
  checkOverlap(x);
  const dtype = dtypeOf(f, x.dtype);
  checkCast(dtype, x.dtype);
  const { saves, ...step } = stepOf(f, x);
  const kept = needsGrad(x) && saves === 'x' ? save(asItWas(x)) : x;
  carryOut(f, x, x, dtype);
  bumpVersion(x);
  if (f.barred) {
    step.name = step.name.replace('0', '1');
    step.backward = () => {
      throw new NotImplementedError(`the derivative for '${f.barred}' is not implemented.`);
    };
  }
  return recordInplace(x, { ...step, saved: saves ? [kept] : undefined });
}

/**
 * The function and its form in place.
 * @param {string} name
 * @param {Omit<Pointed, 'name' | 'node'> & { node?: string }} facts
 * @returns {[Pointwise, InPlace]}
 */
export function pair(name, facts) {
  const f = { name, node: `${name[0].toUpperCase()}${name.slice(1)}Backward0`, ...facts };
  return [
    native(`${name}(Tensor input, *, Tensor out=None)`, (x, out = null) => outOfPlace(f, x, out)),
    native(`${name}_(Tensor input)`, (x) => inPlace(f, x)),
  ];
}

export const zeros = () => null;
