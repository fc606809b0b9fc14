// Operations of two operands: computed with broadcasting and promotion, out of place, in place and into `out`, and recorded.

import { NotImplementedError } from '../../../core/errors.js';
import { Size } from '../../../core/numbers/size.js';
import { native } from '../../arguments/native.js';
import { needsGrad, record } from '../../autograd/graph.js';
import { bumpVersion } from '../../autograd/inplace.js';
import { isTensor } from '../../storage/base.js';
import { bool, get_default_dtype, kFloating } from '../../storage/dtype.js';
import { compute } from '../../storage/loops.js';
import { resultType } from '../../storage/promotion.js';
import { broadcastShape, fresh } from '../../storage/strided.js';
import { checkOut, place } from '../filling/outputs.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../storage/loops.js').Operand} Operand
 * @typedef {import('../../storage/loops.js').Row} Row
 * @typedef {import('../../storage/dtype.js').DType} DType
 */

/** @typedef {((input: Operand, other: Operand, options?: { out?: Tensor }) => Tensor) & import('../../arguments/native.js').Method<Tensor>} Binary */

/**
 * One operation of two operands.
 * @typedef {object} Operation
 * @property {string} name
 * @property {string | [string, string]} node of the step backward, and of that by a number
 * @property {string} [bools] the kernel that has no bools
 * @property {string} [whole] the kernel that has no whole numbers either
 * @property {boolean} [isTrue] whether whole numbers give fractions
 * @property {(dtype: DType, b: Operand) => (x: any, y: any) => any} of the function of two elements in a dtype
 * @property {(grad: Tensor, a: any, b: any, y: Tensor, needs: boolean[]) => (Tensor | null)[]} gradients
 */

const noShape = /* @__PURE__ */ new Size();
/** @param {Operand} operand */
export const shapeOf = (operand) => (isTensor(operand) ? operand.shape : noShape);

/** @param {(x: any, y: any) => any} f @returns {Row} */
export const rowOf = (f) => (out, o, so, a, i, si, b, j, sj, n) => {
  for (let k = 0; k < n; k++, o += so, i += si, j += sj) out[o] = f(a[i], b[j]);
};

/** @param {Operation} operation @param {Operand} a @param {Operand} b @param {Tensor | null} out */
export function outOfPlace({ name, node, bools, whole, isTrue, of, gradients }, a, b, out = null) {
  const like = /** @type {Tensor} */ (isTensor(a) ? a : b);
  const common = resultType(a, b);
  const dtype = isTrue && common.kind !== kFloating ? get_default_dtype() : common;
  const shape = broadcastShape(shapeOf(a), shapeOf(b));
  if (dtype === bool && bools) throw new NotImplementedError(`"${bools}" not implemented for 'Bool'`);
  if (dtype.kind !== kFloating && whole)
    throw new NotImplementedError(`"${whole}" not implemented for '${dtype.short}'`);
  if (out !== null) checkOut(name, out, shape, [a, b], dtype);
  const result = fresh(like, shape, undefined, dtype);
  compute(rowOf(of(dtype, b)), result, a, b);
  if (out !== null) {
    place(out, result);
    bumpVersion(out);
    return out;
  }
  const [x, y] = [isTensor(a) ? a : null, isTensor(b) ? b : null];
  if (!needsGrad(x, y)) return result;
  return record(result, {
    // By a number, some have a step of their own.
    name:
      typeof node !== 'string'
        ? node[Number(!isTensor(b))]
        : isTensor(b)
          ? node
          : node.replace('Backward1', 'Backward0'),
    inputs: [x, y],
    saved: [a, b, result],
    backward: (grad, [first, second, made], needs) => gradients(grad, first, second, made, needs),
  });
}

/** @param {string} name @param {Operation} operation @returns {Binary} */
export const binary = (name, operation) =>
  native(
    [
      `${name}(Tensor input, Tensor other, *, Tensor out=None)`,
      `${name}(Tensor input, Scalar other, *, Tensor out=None)`,
    ],
    (a, b, out = null) => outOfPlace(operation, a, b, out),
  );

/** The same of tensors alone. @param {Operation} operation @returns {Binary} */
export const ofTensors = (operation) =>
  native(`${operation.name}(Tensor input, Tensor other, *, Tensor out=None)`, (a, b, out = null) =>
    outOfPlace(operation, a, b, out),
  );
