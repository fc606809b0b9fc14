// addmm, what linear layers with a bias are: beta * input + alpha * (mat1 @ mat2), with its gradients.

import { NotImplementedError, RuntimeError } from '../../../core/errors.js';
import { sizeOf } from '../../../core/numbers/size.js';
import { native, nativeMethod } from '../../arguments/native.js';
import { record } from '../../autograd/graph.js';
import { asElement, float32 } from '../../storage/dtype.js';
import { compute, rows as loops } from '../../storage/loops.js';
import { multiplied } from '../../storage/matrices.js';
import { elements, fresh, packed } from '../../storage/strided.js';
import { detach, expand } from '../shapes/views.js';
import { mul } from '../two_operands/arithmetic.js';
import { checkInner, checkProductOut, mirrored, mmOf, refuseBool, savedFor, written } from './products.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../storage/dtype.js').DType} DType
 * @typedef {import('../../../core/numbers/size.js').Size} Size
 * @typedef {number | bigint | boolean} Factor
 */

/** @param {Tensor} input @param {Tensor} a @param {Tensor} b */
function check(input, a, b) {
  const differ = (/** @type {string} */ name, /** @type {DType} */ dtype) =>
    new RuntimeError(`${name} and mat2 must have the same dtype, but got ${dtype.short} and ${b.dtype.short}`);
  if (input.dtype !== b.dtype) throw differ('self', input.dtype);
  if (a.dtype !== b.dtype) throw differ('mat1', a.dtype);
  if (a.shape.length !== 2) throw new RuntimeError(`mat1 must be a matrix, got ${a.shape.length}-D tensor`);
  if (b.shape.length !== 2) throw new RuntimeError(`mat2 must be a matrix, got ${b.shape.length}-D tensor`);
  checkInner(a, b);
}

/**
 * Whether the sums are formed by themselves and what is added comes last, or begin with it: that depends on which loop of the
 * reference BLAS a layout leads to. Source: aten/src/ATen/native/LinearAlgebra.cpp, addmm_impl_cpu_; sgemm.f.
 * @param {Tensor} a
 * @param {Tensor} b
 */
function addsLast(a, b) {
  const [rows, depth] = a.shape;
  if (b.shape[1] === 1) return !(a.strides[0] === 1 && a.strides[1] >= Math.max(1, rows));
  const isPlain = b.strides[1] === 1 && b.strides[0] >= Math.max(1, b.shape[1]);
  return !isPlain && b.strides[0] === 1 && b.strides[1] >= Math.max(1, depth);
}

/**
 * The factor as an element, and what multiplies a tensor by it, in one rounding.
 * @param {Tensor} x
 * @param {any} factor of its dtype
 * @returns {Tensor}
 */
function scaled(x, factor) {
  if (factor === 1 || factor === 1n) return x;
  return /** @type {Tensor} */ (mul(detach(x), factor));
}

/**
 * @param {Tensor} added of the result's shape
 * @param {Tensor} a
 * @param {Tensor} b
 * @param {any} beta
 * @param {any} alpha
 * @param {import('../../storage/dtype.js').TypedArray} [out]
 */
function computed(added, a, b, beta, alpha, out) {
  const [rows, depth] = a.shape;
  const columns = b.shape[1];
  const sizes = { count: 1, rows, depth, columns };
  const isOne = Number(alpha) === 1;
  const [from, last] = [Number(beta) === 0 ? null : added, addsLast(a, b)];
  if (last && isOne && Number(beta) === 1 && added.dtype === float32 && added.strides[0] === 0) {
    const row = added.make(added.storage, sizeOf([columns]), [added.strides[1]], added.offset, added.dtype);
    return multiplied(a, b, sizes, { bias: elements(row), out });
  }
  if (last || from === null) {
    const result = fresh(added, added.shape, multiplied(a, b, sizes, { out }));
    if (!isOne) compute(loops.mul, result, result, alpha);
    if (from !== null) compute(loops.add, result, result, scaled(from, beta));
    return result.storage.array;
  }
  const start = packed(scaled(from, beta));
  out?.set(/** @type {any} */ (start));
  const [left, right] = columns === 1 ? [a, scaled(b, alpha)] : [scaled(a, alpha), b];
  return multiplied(left, right, sizes, { out: out ?? start, continues: true });
}

/**
 * What is added, in the result's shape, unseen by autograd.
 * @param {Tensor} input
 * @param {Size} shape
 */
function broadcastTo(input, shape) {
  if (input.shape.length !== 1 || input.shape[0] !== shape[1]) return expand(detach(input), [...shape]);
  // A layer's bias, without the view that PyTorch has here.
  return input.make(input.storage, shape, [0, input.strides[0]], input.offset, input.dtype);
}

/**
 * @param {Tensor} input
 * @param {Tensor} a
 * @param {Tensor} b
 * @param {Factor} beta
 * @param {Factor} alpha
 * @param {Tensor | null} [out]
 * @returns {Tensor}
 */
export function addmmOf(input, a, b, beta = 1, alpha = 1, out = null) {
  check(input, a, b);
  const { dtype } = a;
  const shape = sizeOf([a.shape[0], b.shape[1]]);
  const added = broadcastTo(input, shape);
  refuseBool('addmm_impl_cpu_', dtype);
  const [scale, factor] = [asElement(beta, dtype), asElement(alpha, dtype)];
  const run = (/** @type {import('../../storage/dtype.js').TypedArray} */ array) =>
    computed(added, a, b, scale, factor, array);
  if (out !== null) {
    checkProductOut('addmm', out, shape, [input, a, b]);
    return written(out, [input, a, b], shape.numel(), /** @type {any} */ (run));
  }
  // The gradient of a matrix whose columns lie together is formed so, as PyTorch's: a weight's then needs no copy.
  const isTurned = b.strides[0] === 1 && b.strides[1] === b.shape[0];
  return record(fresh(a, shape, computed(added, a, b, scale, factor)), {
    name: 'AddmmBackward0',
    inputs: [input, a, b],
    saved: [savedFor(a, b), savedFor(b, a)],
    backward: (grad, [left, right], [needsInput, needsA, needsB]) => [
      needsInput ? scaled(grad, scale) : null,
      needsA ? scaled(mmOf(grad, mirrored(right)), factor) : null,
      needsB ? scaled(isTurned ? mirrored(mmOf(mirrored(grad), left)) : mmOf(mirrored(left), grad), factor) : null,
    ],
  });
}

/** A factor, which may be a tensor of no dimensions. @param {any} value @returns {Factor} */
const number = (value) => (typeof value === 'object' ? value.item() : value);

/** @type {(input: Tensor, a: Tensor, b: Tensor, beta: any, alpha: any, out?: Tensor | null) => Tensor} */
const current = (input, a, b, beta, alpha, out = null) => addmmOf(input, a, b, number(beta), number(alpha), out);

const elsewhere = () => {
  throw new NotImplementedError('addmm(): out_dtype is for other devices than the CPU, on which torchlet computes');
};

const keywords = '*, Scalar beta=1, Scalar alpha=1';

/** @type {(input: Tensor, ...rest: any[]) => Tensor} */
const call = native(
  [
    `addmm(Tensor input, Tensor mat1, Tensor mat2, ${keywords}, Tensor out=None)`,
    `addmm(Tensor input, Tensor mat1, Tensor mat2, dtype out_dtype, ${keywords}, Tensor out=None)`,
    'addmm(Scalar beta, Tensor input, Scalar alpha, Tensor mat1, Tensor mat2, *, Tensor out=None)|deprecated',
    'addmm(Scalar beta, Tensor input, Tensor mat1, Tensor mat2, *, Tensor out=None)|deprecated',
  ],
  current,
  elsewhere,
  (beta, input, alpha, a, b, out) => current(input, a, b, beta, alpha, out),
  (beta, input, a, b, out) => current(input, a, b, beta, 1, out),
);

const method = nativeMethod(
  [
    `addmm(Tensor mat1, Tensor mat2, ${keywords})`,
    'addmm(Scalar beta, Scalar alpha, Tensor mat1, Tensor mat2)|deprecated',
    'addmm(Scalar beta, Tensor mat1, Tensor mat2)|deprecated',
  ],
  current,
  (input, beta, alpha, a, b) => current(input, a, b, beta, alpha),
  (input, beta, a, b) => current(input, a, b, beta, 1),
);

/**
 * `beta * input + alpha * (mat1 @ mat2)`, the input broadcast to the product's shape.
 * @type {((input: Tensor, mat1: Tensor, mat2: Tensor, options?: { beta?: Factor, alpha?: Factor, out?: Tensor }) => Tensor) &
 *   import('../../arguments/native.js').Method<Tensor>}
 * @example torch.addmm(torch.ones(1), torch.ones(2, 3), torch.ones(3, 1)) // tensor([[4.], [4.]])
 */
export const addmm = /* @__PURE__ */ Object.assign(call, { method });
