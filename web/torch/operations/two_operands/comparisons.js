// Comparisons and logic, which give truths: eq, ne, lt, le, gt, ge, logical_and and the like, isnan; no gradient goes through them.

import { NotImplementedError } from '../../../core/errors.js';
import { Size } from '../../../core/numbers/size.js';
import { native } from '../../arguments/native.js';
import { bumpVersion } from '../../autograd/inplace.js';
import { isTensor } from '../../storage/base.js';
import { bool, kFloating } from '../../storage/dtype.js';
import { compute } from '../../storage/loops.js';
import { resultType } from '../../storage/promotion.js';
import { broadcastShape, fresh } from '../../storage/strided.js';
import { checkOut, place } from '../filling/outputs.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../storage/loops.js').Operand} Operand
 * @typedef {import('../../storage/loops.js').Row} Row
 * @typedef {import('../../storage/dtype.js').DType} DType
 * @typedef {((input: Operand, other: Operand, options?: { out?: Tensor }) => Tensor) & import('../../arguments/native.js').Method<Tensor>} Comparison
 */

const noShape = /* @__PURE__ */ new Size();

/**
 * What holds of two operands, element by element.
 * @param {string} name
 * @param {Row} row
 * @param {Operand} a
 * @param {Operand} b
 * @param {Tensor | null} out
 * @param {DType} dtype in which they are compared
 * @param {DType} [given] dtype of the result
 */
function carriedOut(name, row, a, b, out, dtype, given = bool) {
  const like = /** @type {Tensor} */ (isTensor(a) ? a : b);
  const shape = broadcastShape(isTensor(a) ? a.shape : noShape, isTensor(b) ? b.shape : noShape);
  if (out !== null) checkOut(name, out, shape, [], out.dtype);
  const result = fresh(like, shape, undefined, given);
  compute(row, result, a, b, 1, dtype);
  if (out === null) return result;
  place(out, result);
  bumpVersion(out);
  return out;
}

/** @param {string} name @param {string} [scalar] what a number is called in its signature */
const signatures = (name, scalar = 'Scalar') => [
  `${name}(Tensor input, Tensor other, *, Tensor out=None)`,
  `${name}(Tensor input, ${scalar} other, *, Tensor out=None)`,
];

/** @param {string} name @param {Row} row @returns {Comparison} */
const comparison = (name, row) =>
  native(signatures(name), (a, b, out = null) => carriedOut(name, row, a, b, out, resultType(a, b)));

/** Whether elements are equal. @example torch.eq(torch.tensor([1, 2]), 2) // tensor([False,  True]) */
export const eq = /* @__PURE__ */ comparison('eq', (out, o, so, a, i, si, b, j, sj, n) => {
  for (let k = 0; k < n; k++, o += so, i += si, j += sj) out[o] = a[i] === b[j];
});
/** Whether elements differ. @example torch.ne(torch.tensor([1, 2]), 2) // tensor([ True, False]) */
export const ne = /* @__PURE__ */ comparison('ne', (out, o, so, a, i, si, b, j, sj, n) => {
  for (let k = 0; k < n; k++, o += so, i += si, j += sj) out[o] = a[i] !== b[j];
});
/** Whether elements are less. @example torch.lt(torch.tensor([1, 2]), 2) // tensor([ True, False]) */
export const lt = /* @__PURE__ */ comparison('lt', (out, o, so, a, i, si, b, j, sj, n) => {
  for (let k = 0; k < n; k++, o += so, i += si, j += sj) out[o] = a[i] < b[j];
});
/** Whether elements are less or equal. @example torch.le(torch.tensor([1, 2]), 2) // tensor([True, True]) */
export const le = /* @__PURE__ */ comparison('le', (out, o, so, a, i, si, b, j, sj, n) => {
  for (let k = 0; k < n; k++, o += so, i += si, j += sj) out[o] = a[i] <= b[j];
});
/** Whether elements are greater. @example torch.gt(torch.tensor([1, 2]), 1) // tensor([False,  True]) */
export const gt = /* @__PURE__ */ comparison('gt', (out, o, so, a, i, si, b, j, sj, n) => {
  for (let k = 0; k < n; k++, o += so, i += si, j += sj) out[o] = a[i] > b[j];
});
/** Whether elements are greater or equal. @example torch.ge(torch.tensor([1, 2]), 2) // tensor([False,  True]) */
export const ge = /* @__PURE__ */ comparison('ge', (out, o, so, a, i, si, b, j, sj, n) => {
  for (let k = 0; k < n; k++, o += so, i += si, j += sj) out[o] = a[i] >= b[j];
});

/** @type {Row} */
function and(out, o, so, a, i, si, b, j, sj, n) {
  for (let k = 0; k < n; k++, o += so, i += si, j += sj) out[o] = a[i] & b[j];
}
/** @type {Row} */
function or(out, o, so, a, i, si, b, j, sj, n) {
  for (let k = 0; k < n; k++, o += so, i += si, j += sj) out[o] = a[i] | b[j];
}
/** @type {Row} */
function xor(out, o, so, a, i, si, b, j, sj, n) {
  for (let k = 0; k < n; k++, o += so, i += si, j += sj) out[o] = a[i] ^ b[j];
}

/** Of truths, or of numbers that are true where they are not 0. @param {string} name @param {Row} row @returns {Comparison} */
const logic = (name, row) =>
  native(signatures(name).slice(0, 1), (a, b, out = null) => carriedOut(name, row, a, b, out, bool));

/** Whether both are true (not 0). @example torch.logical_and(torch.tensor([1, 0]), torch.tensor([1, 1])) // tensor([ True, False]) */
export const logical_and = /* @__PURE__ */ logic('logical_and', and);
/** Whether one is true (not 0). @example torch.logical_or(torch.tensor([1, 0]), torch.tensor([0, 0])) // tensor([ True, False]) */
export const logical_or = /* @__PURE__ */ logic('logical_or', or);
/** Whether one of them alone is true (not 0). @example torch.logical_xor(torch.tensor([1, 0]), torch.tensor([1, 1])) // tensor([False,  True]) */
export const logical_xor = /* @__PURE__ */ logic('logical_xor', xor);

/** Of the bits of whole numbers, or of truths. @param {string} name @param {Row} row @returns {Comparison} */
function bitwise(name, row) {
  const run = (/** @type {any} */ a, /** @type {any} */ b, /** @type {Tensor | null} */ out = null) => {
    const dtype = resultType(a, b);
    if (isTensor(b)) broadcastShape(a.shape, b.shape); // refused first
    if (dtype.kind === kFloating) throw new NotImplementedError(`"${name}_cpu" not implemented for '${dtype.short}'`);
    return carriedOut(name, row, a, b, out, dtype, dtype);
  };
  const [ofTensors, byNumber] = signatures(name);
  return native([ofTensors, `${name}(Scalar self, Tensor other)`, byNumber], run, (a, b) => run(b, a), run);
}

/** The bits, or truths, that both have: Python's `&`. @example torch.bitwise_and(torch.tensor([true, false]), true) // tensor([ True, False]) */
export const bitwise_and = /* @__PURE__ */ bitwise('bitwise_and', and);
/** The bits, or truths, that one has: Python's `|`. @example torch.bitwise_or(torch.tensor([true, false]), false) // tensor([ True, False]) */
export const bitwise_or = /* @__PURE__ */ bitwise('bitwise_or', or);
/** The bits, or truths, that one of them alone has: Python's `^`. @example torch.bitwise_xor(torch.tensor([true, false]), true) // tensor([False,  True]) */
export const bitwise_xor = /* @__PURE__ */ bitwise('bitwise_xor', xor);

/**
 * The truths turned round.
 * @type {((input: Tensor, options?: { out?: Tensor }) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.logical_not(torch.tensor([1, 0])) // tensor([False,  True])
 */
export const logical_not = /* @__PURE__ */ native('logical_not(Tensor input, *, Tensor out=None)', (x, out = null) =>
  carriedOut('logical_not', xor, x, true, out, bool),
);

/**
 * The truths, or bits, turned round: Python's `~`.
 * @type {((input: Tensor, options?: { out?: Tensor }) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.bitwise_not(torch.tensor([true, false])) // tensor([False,  True])
 */
export const bitwise_not = /* @__PURE__ */ native('bitwise_not(Tensor input, *, Tensor out=None)', (x, out = null) => {
  const { dtype } = x;
  if (dtype.kind === kFloating) throw new NotImplementedError(`"bitwise_not_cpu" not implemented for '${dtype.short}'`);
  return carriedOut('bitwise_not', xor, x, dtype === bool ? true : -1, out, dtype, dtype);
});

/** @param {string} name @param {(value: number) => boolean} holds of a float; no whole number is one @param {boolean} ofWhole */
const property = (name, holds, ofWhole) =>
  native(`${name}(Tensor input)`, (x) => {
    if (x.dtype.kind !== kFloating) return carriedOut(name, ofWhole ? or : and, x, ofWhole, null, bool);
    /** @type {Row} */
    const row = (out, o, so, a, i, si, _b, _j, _sj, n) => {
      for (let k = 0; k < n; k++, o += so, i += si) out[o] = holds(a[i]);
    };
    return carriedOut(name, row, x, 0, null, x.dtype);
  });

/** Whether elements are nan. @type {((input: Tensor) => Tensor) & import('../../arguments/native.js').Method<Tensor>} @example torch.isnan(torch.tensor([1, NaN])) // tensor([False,  True]) */
export const isnan = /* @__PURE__ */ property('isnan', Number.isNaN, false);
/** Whether elements are infinite. @type {typeof isnan} @example torch.isinf(torch.tensor([1, Infinity])) // tensor([False,  True]) */
export const isinf = /* @__PURE__ */ property('isinf', (x) => Math.abs(x) === Number.POSITIVE_INFINITY, false);
/** Whether elements are neither infinite nor nan. @type {typeof isnan} @example torch.isfinite(torch.tensor([1, Infinity])) // tensor([ True, False]) */
export const isfinite = /* @__PURE__ */ property('isfinite', Number.isFinite, true);
