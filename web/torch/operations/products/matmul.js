// matmul, which is a product of vectors, matrices or batches of them by the dimensions of its operands; linear, built of it.

import { RuntimeError } from '../../../core/errors.js';
import { sizeOf } from '../../../core/numbers/size.js';
import { native } from '../../arguments/native.js';
import { record, requiresGrad } from '../../autograd/graph.js';
import { broadcastShape, isContiguous } from '../../storage/strided.js';
import { into } from '../filling/filling.js';
import { checkOut } from '../filling/outputs.js';
import { clone, detach, expand, reshape, squeeze, t, transpose, unsqueeze, view } from '../shapes/views.js';
import { add_ } from '../two_operands/arithmetic.js';
import { addmmOf } from './addmm.js';
import { bmmOf, checkProductOut, dotOf, mmOf, mvOf } from './products.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../../core/numbers/size.js').Size} Size
 * @typedef {import('./products.js').Product} Product
 */

/**
 * A fresh tensor's elements in another shape, which to autograd is no view of it.
 * @param {Tensor} x
 * @param {number[]} dims
 * @param {string} [name]
 * @returns {Tensor}
 */
function reshaped(x, dims, name = 'UnsafeViewBackward0') {
  const shape = sizeOf(dims);
  const back = [...x.shape];
  const result = x.make(x.storage, shape, shape.strides, 0, x.dtype);
  return record(result, { name, inputs: [x], backward: (grad) => [reshape(grad, back)] });
}

/** @param {Tensor} x */
const swapped = (x) => transpose(x, -2, -1);

/**
 * Whether a batch of matrices, the larger operand, may be read as one: without a copy, or because the gradient of the smaller
 * one would else be formed for each matrix. Source: should_fold in aten/src/ATen/native/LinearAlgebra.cpp.
 * @param {Tensor} a
 * @param {Tensor} b
 */
function folds(a, b) {
  const isLeft = a.shape.length >= b.shape.length;
  const [large, small] = isLeft ? [a, b] : [b, a];
  if (large.shape.length < 3 || small.shape.length > 2) return false;
  if (requiresGrad(small)) return true;
  if (a.shape.length === 2) return false;
  if (large.shape.numel() === 0) return true;
  const { shape, strides } = isLeft ? a : swapped(detach(b));
  for (let d = 0; d < shape.length - 2; d++) if (strides[d] !== strides[d + 1] * shape[d + 1]) return false;
  return true;
}

/** A batch of matrices times a matrix or vector, the larger operand read as one matrix. @param {Tensor} a @param {Tensor} b */
function folded(a, b) {
  const isTurned = b.shape.length > a.shape.length;
  const large = isTurned ? swapped(b) : a;
  const small = isTurned ? (a.shape.length === 2 ? t(a) : a) : b;
  const outer = large.shape.slice(0, -1);
  const matrix = reshape(large, [outer.reduce((m, n) => m * n, 1), large.shape[large.shape.length - 1]]);
  if (small.shape.length === 1) return reshaped(mvOf(matrix, small), outer);
  const result = reshaped(mmOf(matrix, small), [...outer, small.shape[1]]);
  return isTurned ? clone(swapped(result)) : result;
}

/** Batches of matrices, broadcast to each other. @param {Tensor} a @param {Tensor} b */
function batched(a, b) {
  const [m, n] = [a.shape.length, b.shape.length];
  // A single matrix whose gradient is wanted is no batch.
  if (m === 3 && n === 3 && a.shape[0] !== b.shape[0]) {
    if (a.shape[0] === 1 && requiresGrad(a)) return matmulOf(squeeze(a, [0], 'SqueezeBackward1'), b);
    if (b.shape[0] === 1 && requiresGrad(b)) return matmulOf(a, squeeze(b, [0], 'SqueezeBackward1'));
  }
  const batch = [...broadcastShape(sizeOf(a.shape.slice(0, -2)), sizeOf(b.shape.slice(0, -2)))];
  const count = batch.reduce((x, y) => x * y, 1);
  const left = m > 1 ? a.shape.slice(-2) : [1, a.shape[0]];
  const right = b.shape.slice(-2);
  const x = reshape(expand(a, [...batch, ...left]), [count, ...left]);
  if (n === 1) {
    const column = unsqueeze(reshape(expand(b, [...batch, b.shape[0]]), [count, b.shape[0]]), 2);
    return reshaped(squeeze(bmmOf(x, column), [-1], 'SqueezeBackward1'), [...batch, left[0]]);
  }
  const y = reshape(expand(b, [...batch, ...right]), [count, ...right]);
  return reshaped(bmmOf(x, y), [...batch, ...(m > 1 ? [left[0]] : []), right[1]]);
}

/**
 * @param {Tensor} a
 * @param {Tensor} b
 * @returns {Tensor}
 */
function matmulOf(a, b) {
  const [m, n] = [a.shape.length, b.shape.length];
  if (m === 0 || n === 0) {
    throw new RuntimeError(`both arguments to matmul need to be at least 1D, but they are ${m}D and ${n}D`);
  }
  if (m === 1 && n === 1) return dotOf(a, b);
  if (m === 2 && n === 1) return mvOf(a, b);
  if (m === 1 && n === 2) return reshaped(mmOf(unsqueeze(a, 0), b), [b.shape[1]], 'SqueezeBackward4');
  if (m === 2 && n === 2) return mmOf(a, b);
  return folds(a, b) ? folded(a, b) : batched(a, b);
}

/**
 * The product of two matrices, of batches of them, broadcast to each other, or of vectors, where there is one dimension:
 * Python's `@`.
 * @type {Product}
 * @example torch.matmul(torch.ones(5, 2, 3), torch.ones(3)).shape // torch.Size([5, 2])
 */
export const matmul = /* @__PURE__ */ native(
  'matmul(Tensor input, Tensor other, *, Tensor out=None)',
  (a, b, out = null) => {
    if (out === null) return matmulOf(a, b);
    const result = matmulOf(detach(a), detach(b));
    checkOut('matmul', out, result.shape, [a, b]);
    const isVector = [a, b].every(({ shape }) => shape.length === 1);
    checkProductOut(
      isVector ? 'dot' : b.shape.length === 1 && a.shape.length === 2 ? 'mv' : 'matmul',
      out,
      result.shape,
      [a, b],
    );
    return into(out, 'matmul', result, [a, b]);
  },
);

/**
 * @param {Tensor} input
 * @param {Tensor} weight
 * @param {Tensor | null} bias
 * @returns {Tensor}
 */
function linearOf(input, weight, bias) {
  const { shape } = input;
  const [m, n] = [shape.length, weight.shape.length];
  if (m === 0 || n === 0) {
    throw new RuntimeError(`both arguments to linear need to be at least 1D, but they are ${m}D and ${n}D`);
  }
  if (m === 2 && bias !== null) return addmmOf(bias, input, t(weight));
  if (bias?.shape.length === 1 && isContiguous(input)) {
    const rows = shape.slice(0, -1).reduce((x, y) => x * y, 1);
    const result = addmmOf(bias, reshape(input, [rows, shape[m - 1]]), t(weight));
    return view(result, [...shape.slice(0, -1), result.shape[1]]);
  }
  const result = matmulOf(input, t(weight));
  return bias === null ? result : add_.call(result, bias);
}

/** torch.nn.functional.linear: `input @ weight.T + bias`. @type {(...args: any[]) => Tensor} */
export const linear = /* @__PURE__ */ native(
  'linear(Tensor input, Tensor weight, Tensor bias=None, *, Tensor out=None)',
  (input, weight, bias, out = null) => {
    if (out === null) return linearOf(input, weight, bias);
    return into(out, 'linear', linearOf(input, weight, bias), bias ? [input, weight, bias] : [input, weight]);
  },
);
