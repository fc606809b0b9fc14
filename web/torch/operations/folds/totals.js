// Products and running sums: prod, cumsum.

import { wrapDim } from '../../../core/numbers/size.js';
import { native } from '../../arguments/native.js';
import { record } from '../../autograd/graph.js';
import { refuseTwice } from '../../autograd/twice.js';
import { int64, kFloating } from '../../storage/dtype.js';
import { converted } from '../../storage/loops.js';
import { fresh } from '../../storage/strided.js';
import { into } from '../filling/filling.js';
import { div, mul } from '../two_operands/arithmetic.js';
import { eq } from '../two_operands/comparisons.js';
import { folded, kept, running, runningBack } from './folding.js';
import { asRows, reducedDims } from './reductions.js';
import { any } from './truths.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../storage/dtype.js').DType} DType
 */

/** @param {Tensor} x @param {number[] | null} dim @param {boolean} keepdim @param {DType | null} wanted @param {string} node */
function product(x, dim, keepdim, wanted, node) {
  const dtype = wanted ?? (x.dtype.kind === kFloating ? x.dtype : int64);
  const source = dtype === x.dtype ? x : converted(x, dtype);
  const dims = reducedDims(x.shape, dim);
  const isInner = dims.some((d) => source.strides[d] === 1);
  const result = folded(source, dims, keepdim, dtype, (array, start, end) =>
    dtype === int64 ? wholeProduct(array, start, end) : floatProduct(array, start, end, isInner),
  );
  return record(result, {
    name: node,
    inputs: [x],
    saved: [x, result],
    backward: (grad, [input, made]) => {
      const shape = kept(input, dims);
      const above = grad.reshape(shape);
      const hasZero = /** @type {any} */ (any(eq(input, 0))).item();
      if (hasZero) refuseTwice('prod');
      return [hasZero ? mul(above, others(input, dims)) : div(mul(above, made.reshape(shape)), input)];
    },
  });
}

/** @param {BigInt64Array} array @param {number} start @param {number} end */
const wholeProduct = (array, start, end) => array.subarray(start, end).reduce((a, b) => a * b, 1n);

/**
 * The product of array[start ... end], rounded after each step as PyTorch's loop: what lies one behind the other fills four AVX2
 * vectors, whose lanes are multiplied at the end, and leaves a rest.
 * @param {Float32Array | Float64Array} array
 * @param {number} start
 * @param {number} end
 * @param {boolean} isInner
 */
function floatProduct(array, start, end, isInner) {
  const Own = /** @type {any} */ (array.constructor);
  const lanes = new Own(128 / array.BYTES_PER_ELEMENT);
  const { length } = lanes;
  const whole = isInner ? end - ((end - start) % length) : start;
  const all = new Own(1).fill(1);
  if (whole > start) {
    lanes.set(array.subarray(start, start + length));
    for (let i = start + length; i < whole; i++) lanes[(i - start) % length] *= array[i];
    const quarter = length / 4;
    for (let k = 0; k < quarter; k++) {
      lanes[k] *= lanes[k + quarter];
      lanes[k + 2 * quarter] *= lanes[k + 3 * quarter];
      lanes[k] *= lanes[k + 2 * quarter];
      all[0] *= lanes[k];
    }
  }
  for (let i = whole; i < end; i++) all[0] *= array[i];
  return all[0];
}

/** The product of all other elements of a row, for each: from before and from behind, so that zeros do no harm. @param {Tensor} x @param {number[]} dims */
function others(x, dims) {
  const order = [...Array.from(x.shape.keys()).filter((d) => !dims.includes(d)), ...[...dims].sort((a, b) => a - b)];
  const { array, count } = asRows(x, dims);
  const out = new Float64Array(array.length);
  for (let start = 0; start < array.length; start += count) {
    let before = 1;
    for (let i = start; i < start + count; i++) {
      out[i] = before;
      before *= Number(array[i]);
    }
    let behind = 1;
    for (let i = start + count - 1; i >= start; i--) {
      out[i] *= behind;
      behind *= Number(array[i]);
    }
  }
  const flat = fresh(x, x.shape, x.dtype.array === Float64Array ? out : /** @type {any} */ (Float32Array.from(out)));
  const moved = order.map((d) => x.shape[d]);
  const back = order.map((_, i) => order.indexOf(i));
  return /** @type {any} */ (flat).reshape(moved).permute(back);
}

/**
 * The product of all elements, or along a dimension.
 * @type {any}
 * @example torch.prod(torch.tensor([2, 3, 4])) // tensor(24.)
 */
export const prod = /* @__PURE__ */ native(
  [
    'prod(Tensor input, *, dtype dtype=None)',
    'prod(Tensor input, int dim, bool keepdim=False, *, dtype dtype=None, Tensor out=None)',
  ],
  (x, dtype) => product(x, null, false, dtype, 'ProdBackward0'),
  (x, dim, keepdim, dtype, out = null) => into(out, 'prod', product(x, [dim], keepdim, dtype, 'ProdBackward1'), [x]),
);

/**
 * Running sums along a dimension.
 * @type {((input: Tensor, dim: number | object) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.cumsum(torch.tensor([1, 2, 3]), 0) // tensor([1., 3., 6.])
 */
export const cumsum = /* @__PURE__ */ native(
  'cumsum(Tensor input, int dim, *, dtype dtype=None, Tensor out=None)',
  (x, dim, wanted, out = null) => {
    const d = wrapDim(dim, x.shape.length);
    const dtype = wanted ?? (x.dtype.kind === kFloating ? x.dtype : int64);
    const source = dtype === x.dtype ? x : converted(x, dtype);
    const result = x.shape.length === 0 ? source.clone().detach() : running(source, d, false);
    if (out !== null) return into(out, 'cumsum', result, [x]);
    return record(result, {
      name: 'CumsumBackward0',
      inputs: [x],
      backward: (grad) => [x.shape.length === 0 ? grad : runningBack(grad, d)],
    });
  },
);
