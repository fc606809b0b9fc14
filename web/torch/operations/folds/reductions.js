// Reductions: sum, mean, std, var, max, min, over all elements or over dimensions, with their gradients.

import { IndexError, RuntimeError } from '../../../core/errors.js';
import { Size, sameShape, sizeOf, wrapDim } from '../../../core/numbers/size.js';
import { squaresAbout, total } from '../../../core/numbers/sums.js';
import { warn } from '../../arguments/warning.js';
import { record } from '../../autograd/graph.js';
import { bool, int64, kFloating, requireDType } from '../../storage/dtype.js';
import { converted } from '../../storage/loops.js';
import { allocate, axes, elements, fresh, walk } from '../../storage/strided.js';
import { addedAt } from '../choosing/scattering.js';
import { cascade } from './cascade.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../storage/dtype.js').TypedArray} TypedArray
 * @typedef {import('../../storage/dtype.js').DType} DType
 */

/**
 * The dimensions a reduction goes over, each once, counted from 0; none given means all.
 * @param {Size} shape
 * @param {number[] | null} dims
 */
export function reducedDims(shape, dims) {
  if (!dims?.length) return shape.strides.map((_, d) => d);
  const seen = new Set();
  for (const dim of dims) {
    const d = wrapDim(dim, shape.length);
    if (seen.has(d)) throw new RuntimeError(`dim ${d} appears multiple times in the list of dims`);
    seen.add(d);
  }
  return shape.length === 0 ? [] : [...seen];
}

const scalar = /* @__PURE__ */ new Size();

/**
 * A tensor read as rows to be reduced: the kept dimensions in front, `count` elements of the reduced ones behind.
 * @param {Tensor} x
 * @param {number[]} dims to reduce
 */
export function asRows(x, dims) {
  const count = countOf(x.shape, dims);
  if (dims.length === x.shape.length) return { array: /** @type {Float32Array} */ (elements(x)), count, shape: scalar };
  const kept = Array.from(x.shape.keys()).filter((d) => !dims.includes(d));
  const order = [...kept, ...[...dims].sort((a, b) => a - b)];
  const view = x.make(x.storage, ...axes(x, order), x.offset, x.dtype);
  const [shape] = axes(x, kept);
  return { array: /** @type {Float32Array} */ (elements(view)), count, shape };
}

/**
 * The shape with reduced dimensions kept as 1.
 * @param {Size} shape
 * @param {number[]} dims
 */
export const keptShape = (shape, dims) => sizeOf(Array.from(shape, (n, d) => (dims.includes(d) ? 1 : n)));

/**
 * How many elements a reduction makes one of.
 * @param {Size} shape
 * @param {number[]} dims
 */
const countOf = (shape, dims) => dims.reduce((n, d) => n * shape[d], 1);

/**
 * Reduces every row to one number.
 * @param {Tensor} x
 * @param {number[]} dims
 * @param {boolean} keepdim
 * @param {(array: any, start: number, end: number) => any} kernel
 * @param {DType} [dtype] of the result
 */
export function reduce(x, dims, keepdim, kernel, dtype = x.dtype) {
  const { array, count, shape } = asRows(x, dims);
  const out = allocate(shape.numel(), dtype);
  for (let r = 0; r < out.length; r++) out[r] = kernel(array, r * count, (r + 1) * count);
  if (dtype === bool) for (let r = 0; r < out.length; r++) out[r] = Number(out[r] !== 0);
  return fresh(x, keepdim ? keptShape(x.shape, dims) : shape, out, dtype);
}

/**
 * The sums over some dimensions, in PyTorch's order, divided by a number.
 * @param {Tensor} x of floats
 * @param {number[]} dims
 * @param {boolean} keepdim
 * @param {number} [by]
 */
function totals(x, dims, keepdim, by = 1) {
  const kept = keptShape(x.shape, dims);
  const shape = keepdim ? kept : sizeOf(Array.from(x.shape).filter((_, d) => !dims.includes(d)));
  const out = /** @type {Float32Array} */ (allocate(kept.numel(), x.dtype));
  if (x.shape.numel() > 0) cascade(x, dims, out);
  if (by !== 1) for (let j = 0; j < out.length; j++) out[j] /= by;
  return fresh(x, shape, out);
}

/**
 * The gradient of a sum: repeated over the reduced dimensions.
 * @param {Tensor} grad
 * @param {Size} shape of the input
 * @param {number[]} dims
 */
function spread(grad, shape, dims) {
  const view = grad.reshape([...keptShape(shape, dims)]);
  return view.expand([...shape]);
}

/**
 * The sum, or the mean.
 * @param {Tensor} x
 * @param {number[] | null} dim null for all elements
 * @param {boolean} keepdim
 * @param {'sum' | 'mean'} who
 * @param {string} [name] of the step backward
 * @param {DType | null} [wanted] dtype of the result, to which the input is converted first
 */
export function sum(x, dim, keepdim, who, name = '', wanted = null) {
  const { shape } = x;
  const dtype = wanted === null ? totalDType(x.dtype, who) : requireDType(wanted, who);
  if (who === 'mean') requireMean(dtype, wanted !== null);
  const dims = reducedDims(shape, dim);
  const source = dtype === x.dtype ? x : converted(x, dtype);
  const count = who === 'mean' ? countOf(shape, dims) : 1;
  const result =
    dtype.kind === kFloating
      ? totals(source, dims, keepdim, count)
      : reduce(source, dims, keepdim, dtype === int64 ? totalWhole : total, dtype);
  return record(result, {
    name,
    inputs: [x],
    backward: (grad) => [spread(who === 'mean' ? grad.div(count) : grad, shape, dims)],
  });
}

/** Whole numbers and truths are added up as int64. @param {DType} dtype @param {string} who */
const totalDType = (dtype, who) => (who === 'sum' && dtype.kind !== kFloating ? int64 : dtype);

/** @param {DType} dtype @param {boolean} isAsked whether it was given */
function requireMean(dtype, isAsked) {
  if (dtype.kind === kFloating) return;
  const what = isAsked ? 'Optional' : 'Input';
  throw new RuntimeError(
    `mean(): could not infer output dtype. ${what} dtype must be either a floating point or complex dtype. Got: ${dtype.short}`,
  );
}

/** @param {BigInt64Array} array @param {number} start @param {number} end */
function totalWhole(array, start, end) {
  let sum = 0n;
  for (let i = start; i < end; i++) sum += array[i];
  return sum;
}

/**
 * @param {Tensor} x
 * @param {number[] | null} dim
 * @param {number} correction
 * @param {boolean} keepdim
 * @param {boolean} root whether the standard deviation is asked for
 */
export function variance(x, dim, correction, keepdim, root) {
  const who = root ? 'std' : 'var';
  if (x.dtype.kind !== kFloating) throw new RuntimeError('std and var only support floating point and complex dtypes');
  const dims = reducedDims(x.shape, dim);
  const count = countOf(x.shape, dims);
  const freedom = Math.max(count - correction, 0);
  if (count - correction <= 0) {
    warn(
      'UserWarning',
      `${who}(): degrees of freedom is <= 0. Correction should be strictly less than the reduction factor (input numel divided by output numel).`,
    );
  }
  const result = reduce(x, dims, keepdim, (array, start, end) => {
    const center = total(array, start, end) / count;
    const squares = squaresAbout(array, center, start, end);
    return root ? Math.sqrt(squares / freedom) : squares / freedom;
  });
  return record(result, {
    name: root ? 'StdBackward0' : 'VarBackward0',
    inputs: [x],
    saved: root ? [x, result] : [x],
    backward: (grad, [input, output]) => [
      freedom === 0 && dim === null
        ? withoutFreedom(grad, input)
        : varianceGradient(grad, input, root ? output : null, dims, freedom),
    ],
  });
}

/**
 * 2 (x - mean) / freedom · grad for the variance; the standard deviation's gradient is divided by 2 std first, and zero
 * where std is zero.
 * @param {Tensor} grad
 * @param {Tensor} x
 * @param {Tensor | null} std
 * @param {number[]} dims
 * @param {number} freedom
 */
function varianceGradient(grad, x, std, dims, freedom) {
  const shape = keptShape(x.shape, dims);
  let factor = grad.reshape([...shape]);
  if (std) {
    const deviation = /** @type {any} */ (std).reshape([...shape]);
    factor = factor.div(deviation.mul(2)).masked_fill(deviation.eq(0), 0);
  }
  return factor.mul(2 / freedom).mul(x.sub(sum(x, dims, true, 'mean')));
}

/** Over all elements without a degree of freedom PyTorch has nan where an element is the mean, else inf. @param {Tensor} grad @param {Tensor} x */
function withoutFreedom(grad, x) {
  const mean = sum(x, null, false, 'mean').item();
  const slopes = /** @type {any} */ (elements(x)).map((/** @type {number} */ value) =>
    value === mean ? Number.NaN : Number.POSITIVE_INFINITY,
  );
  return fresh(x, x.shape, slopes).mul(grad);
}

/**
 * The largest (sign 1) or smallest (sign -1) of each row and where it first stands; NaN wins.
 * @param {Float32Array} array
 * @param {number} start
 * @param {number} end
 * @param {number} sign
 */
function extremePlace(array, start, end, sign) {
  let best = start;
  for (let i = start; i < end; i++) {
    const value = array[i];
    if (Number.isNaN(value)) return i;
    if (sign > 0 ? value > array[best] : value < array[best]) best = i;
  }
  return best;
}

/**
 * Over all elements: `max()`, `min()`; the gradient is divided among all elements that have the value.
 * @param {Tensor} x
 * @param {number} sign
 */
export function extreme(x, sign) {
  const who = sign > 0 ? 'max' : 'min';
  if (x.shape.numel() === 0) {
    throw new RuntimeError(
      `${who}(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.`,
    );
  }
  const result = reduce(x, Array.from(x.shape.keys()), false, (a, start, end) => a[extremePlace(a, start, end, sign)]);
  return record(result, {
    name: sign > 0 ? 'MaxBackward1' : 'MinBackward1',
    inputs: [x],
    saved: [x, result],
    backward: (grad, [input, value]) => {
      const best = value.item() + 0; // + 0, because Object.is tells 0 from -0
      const mask = /** @type {Float32Array} */ (elements(input)).map((v) => Number(Object.is(v + 0, best)));
      const count = total(mask, 0, mask.length);
      return [fresh(input, input.shape, mask).mul(grad.div(count))];
    },
  });
}

/**
 * Along a dimension: `max(dim)`, `min(dim)`; the gradient goes to the element that was chosen, the first of equals.
 * @param {Tensor} x
 * @param {number} dim
 * @param {boolean} keepdim
 * @param {number} sign
 */
export function extremes(x, dim, keepdim, sign) {
  const who = sign > 0 ? 'max' : 'min';
  const whole = x.shape;
  const dims = reducedDims(whole, [dim]);
  if (dims.length > 0 && x.shape[dims[0]] === 0) {
    throw new IndexError(`${who}(): Expected reduction dim ${dims[0]} to have non-zero size.`);
  }
  const { array, count, shape: rest } = asRows(x, dims);
  const shape = keepdim ? keptShape(x.shape, dims) : rest;
  const places = new BigInt64Array(shape.numel());
  const values = allocate(places.length, x.dtype);
  for (let r = 0; r < places.length; r++) {
    const place = extremePlace(array, r * count, (r + 1) * count, sign);
    values[r] = array[place];
    places[r] = BigInt(place - r * count);
  }
  const indices = fresh(x, shape, places, int64);
  const result = record(fresh(x, shape, values), {
    name: sign > 0 ? 'MaxBackward0' : 'MinBackward0',
    inputs: [x],
    saved: [indices],
    backward: (grad, [chosen]) => [scattered(grad, chosen, whole, dims)],
  });
  return { values: result, indices };
}

/**
 * Zeros with each row's gradient at its index along the reduced dimension.
 * @param {Tensor} grad
 * @param {Tensor} indices
 * @param {Size} shape
 * @param {number[]} dims one dimension, or none for a scalar
 */
export function scattered(grad, indices, shape, dims) {
  const kept = keptShape(shape, dims);
  const step = dims.length > 0 ? shape.strides[dims[0]] : 0;
  const places = new Array(kept.numel());
  walk(kept, [shape.strides, kept.strides], [0, 0], (n, at, steps) => {
    for (let k = 0, o = at[0], i = at[1]; k < n; k++, o += steps[0], i += steps[1]) {
      places[i] = o + Number(indices.storage.array[i]) * step;
    }
  });
  return addedAt(grad, places, shape);
}

/**
 * A gradient summed over the dimensions along which a tensor of `shape` was broadcast.
 * @param {Tensor} grad
 * @param {Size} shape
 */
export function sumTo(grad, shape) {
  if (sameShape(grad.shape, shape)) return grad;
  const lead = grad.shape.length - shape.length;
  const dims = Array.from(grad.shape.keys()).filter((d) => d < lead || (shape[d - lead] === 1 && grad.shape[d] !== 1));
  const reduced = grad.dtype === int64 ? reduce(grad, dims, false, totalWhole) : totals(grad, dims, false);
  const wide = grad.shape;
  return record(fresh(grad, shape, reduced.storage.array), {
    name: 'SumBackward1',
    inputs: [grad],
    backward: (above) => [above.expand([...wide])],
  });
}
