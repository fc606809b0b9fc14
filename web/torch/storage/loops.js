// Element-wise loops over two broadcast operands, unseen by autograd.
import { RuntimeError } from '../../core/errors.js';
import { combine, each, move } from '../../core/kernels.js';
import { fma } from '../../core/numbers/float.js';
import { Size, sameShape } from '../../core/numbers/size.js';
import { isTensor } from './base.js';
import { asElement, converter, float32, kFloating } from './dtype.js';
import { allocate, broadcastStrides, copyRow, fresh, isContiguous, overlapsItself, packed, walk } from './strided.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('./dtype.js').DType} DType
 * @typedef {import('./dtype.js').TypedArray} TypedArray
 * @typedef {Tensor | number | bigint | boolean} Operand
 * @typedef {(out: any, o: number, so: number, a: any, i: number, si: number, b: any, j: number, sj: number, n: number,
 *   alpha: any) => void} Row one row: places, steps and the count; the arrays are of one dtype, but for what a comparison gives
 */

// Float32 operands, float64 arithmetic, one rounding at the store: exactly float32 arithmetic for + - * /, since
// float64 has more than twice the digits (Figueroa 1995). Of int64 both are BigInts, which wrap at the store.
/** @type {Record<string, Row>} */
export const rows = {
  add(out, o, so, a, i, si, b, j, sj, n) {
    for (let k = 0; k < n; k++, o += so, i += si, j += sj) out[o] = a[i] + b[j];
  },
  sub(out, o, so, a, i, si, b, j, sj, n) {
    for (let k = 0; k < n; k++, o += so, i += si, j += sj) out[o] = a[i] - b[j];
  },
  // PyTorch's CPU kernel fuses: other * alpha + input, and so does its tail.
  addScaled(out, o, so, a, i, si, b, j, sj, n, alpha) {
    for (let k = 0; k < n; k++, o += so, i += si, j += sj) out[o] = fma(b[j], alpha, a[i]);
  },
  mul(out, o, so, a, i, si, b, j, sj, n) {
    for (let k = 0; k < n; k++, o += so, i += si, j += sj) out[o] = a[i] * b[j];
  },
  div(out, o, so, a, i, si, b, j, sj, n) {
    for (let k = 0; k < n; k++, o += so, i += si, j += sj) out[o] = a[i] / b[j];
  },
};

const noShape = /* @__PURE__ */ new Size();
const noStrides = /** @type {readonly number[]} */ ([]);
/** @type {Map<DType, TypedArray[]>} */
const scalars = new Map();

/**
 * A number as an operand of no dimensions; a tensor as it is, or converted.
 * @param {Operand} operand
 * @param {number} slot
 * @param {DType} [dtype]
 * @returns {Tensor}
 */
export function asOperand(operand, slot, dtype = float32) {
  if (isTensor(operand)) return operand.dtype === dtype ? operand : converted(operand, dtype);
  let places = scalars.get(dtype);
  if (!places) {
    places = [new dtype.array(1), new dtype.array(1)];
    scalars.set(dtype, places);
  }
  const array = places[slot];
  array[0] = wrapped(operand, dtype);
  return /** @type {Tensor} */ (
    /** @type {unknown} */ ({ storage: { array, version: 0 }, shape: noShape, strides: noStrides, offset: 0, dtype })
  );
}

/** A Python number in arithmetic: beyond its range a float becomes infinite, an int wraps. @param {number | bigint | boolean} value @param {DType} dtype @returns {any} */
const wrapped = (value, dtype) => (dtype.kind === kFloating ? Number(value) : asElement(value, dtype));

/**
 * A row-major copy of a tensor's elements in another dtype, unseen by autograd.
 * @param {Tensor} tensor
 * @param {DType} dtype
 * @returns {Tensor}
 */
export function converted(tensor, dtype) {
  const array = allocate(tensor.shape.numel(), dtype);
  const source = tensor.storage.array;
  const convert = converter(tensor.dtype, dtype);
  walk(tensor.shape, [tensor.shape.strides, tensor.strides], [0, tensor.offset], (n, at, step) => {
    copyRow(array, at[0], step[0], source, at[1], step[1], n, convert);
  });
  return fresh(tensor, tensor.shape, array, dtype);
}

/**
 * out = a ∘ b, in the dtype of `out` unless another is given. An input that shares memory with `out` otherwise than element
 * for element is refused or copied first.
 * @param {Row} row
 * @param {Tensor} out
 * @param {Operand} a
 * @param {Operand} b
 * @param {any} [alpha]
 * @param {DType} [dtype] of the operands
 */
export function compute(row, out, a, b, alpha = 1, dtype = out.dtype) {
  const x = apart(asOperand(a, 0, dtype), out);
  const y = apart(asOperand(b, 1, dtype), out);
  const { shape } = out;
  const to = out.storage.array;
  const from = x.storage.array;
  const other = y.storage.array;
  const si = flatStep(x, shape);
  const sj = flatStep(y, shape);
  if (si >= 0 && sj >= 0 && isContiguous(out)) {
    if (dtype === float32 && out.dtype === float32 && shape.numel() >= kLeast) {
      if (byKernel(row, out, x, y, si, sj, alpha)) return;
    }
    row(to, out.offset, 1, from, x.offset, si, other, y.offset, sj, shape.numel(), alpha);
    return;
  }
  const strides = [out.strides, broadcastStrides(x, shape), broadcastStrides(y, shape)];
  walk(shape, strides, [out.offset, x.offset, y.offset], (n, at, step) => {
    row(to, at[0], step[0], from, at[1], step[1], other, at[2], step[2], n, alpha);
  });
}

/** What a kernel computes, and from how many elements on: a shorter loop costs less than the way there. @type {Map<Row, string>} */
const kernels = new Map([
  [rows.add, 'add'],
  [rows.sub, 'sub'],
  [rows.mul, 'mul'],
  [rows.div, 'div'],
]);
const kLeast = 200;

/**
 * Computes contiguous float32 operands by a kernel, if there is one.
 * @param {Row} row
 * @param {Tensor} out
 * @param {Tensor} x
 * @param {Tensor} y
 * @param {number} si 1, or 0 for a single element
 * @param {number} sj likewise
 * @param {number} alpha
 * @returns {boolean} whether it was done
 */
function byKernel(row, out, x, y, si, sj, alpha) {
  const to = /** @type {Float32Array} */ (flat(out, 1));
  const operation = kernels.get(row);
  if (operation !== undefined && si + sj > 0) {
    combine(operation, flat(x, si), flat(y, sj), to);
    return true;
  }
  if (row !== rows.addScaled || si + sj < 2 || y.storage === out.storage) return false;
  const other = flat(y, 1);
  if (x !== out) to.set(/** @type {Float32Array} */ (flat(x, 1)));
  move('addScaled', to, other, other, alpha);
  return true;
}

/**
 * A contiguous operand's elements, or the only one.
 * @param {Tensor} operand
 * @param {number} step as `flatStep` has it
 * @returns {Float32Array | number}
 */
function flat({ storage, offset, shape }, step) {
  const array = /** @type {Float32Array} */ (storage.array);
  const count = shape.numel();
  if (step === 0) return array[offset];
  return count === array.length ? array : array.subarray(offset, offset + count);
}

/**
 * The step with which a flat loop may read an operand: 0 for a single element, 1 for a contiguous one, else -1.
 * @param {Tensor} operand
 * @param {Size} shape of the result
 */
function flatStep(operand, shape) {
  if (operand.shape.length === 0) return 0;
  return sameShape(operand.shape, shape) && isContiguous(operand) ? 1 : -1;
}

/**
 * An input that may be read while `out` is written.
 * @param {Tensor} input
 * @param {Tensor} out
 */
export function apart(input, out) {
  if (input.storage !== out.storage || input === out || input.shape.numel() === 0) return input;
  const [low, high] = extent(input);
  const [start, end] = extent(out);
  if (high < start || end < low) return input;
  if (low === start && high === end && sameShape(input.strides, out.strides)) return input;
  if (isDense(input, high - low) && isDense(out, end - start)) {
    throw new RuntimeError(
      'unsupported operation: some elements of the input tensor and the written-to tensor refer to a single memory location. Please clone() the tensor before performing the operation.',
    );
  }
  return fresh(input, input.shape, packed(input));
}

/**
 * Whether a tensor's elements fill the stretch of memory they lie in, each its own place.
 * @param {Tensor} tensor
 * @param {number} reach from the first element to the last
 */
const isDense = (tensor, reach) => reach + 1 === tensor.shape.numel() && !overlapsItself(tensor);

/** @param {Tensor} tensor @internal */
export function extent({ shape, strides, offset }) {
  let end = offset;
  for (let d = 0; d < shape.length; d++) end += (shape[d] - 1) * strides[d];
  return [offset, end];
}

/**
 * out = f(x) by a kernel, where both lie so that it pays.
 * @param {'sqrt' | 'abs' | 'square' | undefined} f
 * @param {Tensor} out
 * @param {Tensor} x
 * @returns {boolean} whether it was done
 */
export function computeEach(f, out, x) {
  if (f === undefined || x.dtype !== float32 || out.dtype !== float32 || x.shape.numel() < kLeast) return false;
  if (!isContiguous(x) || !isContiguous(out) || (x.storage === out.storage && x !== out)) return false;
  each(f, /** @type {Float32Array} */ (flat(x, 1)), /** @type {Float32Array} */ (flat(out, 1)));
  return true;
}

/**
 * a += b.
 * @param {Tensor} a
 * @param {Tensor} b
 */
export const addInto = (a, b) => compute(rows.add, a, a, b);
