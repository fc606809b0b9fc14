// log_softmax of logits with the bits of PyTorch's CPU kernels, for the cross entropy and its gradient; the activation's kernel
// keeps more digits, and so has others. Source of the order: aten/src/ATen/native/cpu/SoftMaxKernel.cpp.
import { ofLogits } from '../../core/kernels.js';
import { fma } from '../../core/numbers/float.js';
import { sizeOf } from '../../core/numbers/size.js';
import { torchFunctions } from '../activations/functional.js';
import { rowFormula } from '../activations/slopes.js';
import { record } from '../autograd/graph.js';
import { float32 } from '../storage/dtype.js';
import { elements, fresh } from '../storage/strided.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {{ n: number, inner: number, isLast: boolean }} Rows of n elements that lie `inner` apart; whether along the last dimension
 */

/** The floats of an AVX2 vector. */
const kLanes = 8;
const lanes = new Float32Array(kLanes);

/**
 * The sum of a row: along the last dimension in lanes, which are halved until one is left; else from the first to the last.
 * @param {Float32Array} e
 * @param {number} start
 * @param {Rows} rows
 */
function rowSum(e, start, { n, inner, isLast }) {
  const width = isLast && n >= kLanes ? kLanes : 1;
  lanes.fill(0);
  for (let k = 0; k < n; k++) lanes[k % width] += e[start + k * inner];
  for (let half = width / 2; half >= 1; half /= 2) for (let k = 0; k < half; k++) lanes[k] += lanes[k + half];
  return lanes[0];
}

/** Calls visit with the start of each row and its number. @param {number} length @param {Rows} rows @param {(start: number, row: number) => void} visit */
function eachRow(length, { n, inner }, visit) {
  for (let row = 0; row < length / n; row++) visit(Math.floor(row / inner) * n * inner + (row % inner), row);
}

/** e^x; columns beside the last whole vector's are done one by one there, by the C library, which is as good as rounded once. @param {Float32Array} x @param {Rows} rows */
function exponentials(x, { inner, isLast }) {
  const e = ofLogits('exp', x, new Float32Array(x.length));
  const whole = isLast ? inner : inner - (inner % kLanes);
  for (let start = 0; whole < inner && start < x.length; start += inner) {
    for (let i = start + whole; i < start + inner; i++) e[i] = Math.exp(x[i]);
  }
  return e;
}

/** (x - max) - log(sum(e^(x - max))) @param {Float32Array} x @param {Float32Array} y @param {Rows} rows */
function forward(x, y, rows) {
  const { n, inner } = rows;
  eachRow(x.length, rows, (start) => {
    let most = x[start];
    for (let k = 1; k < n; k++) most = Math.max(most, x[start + k * inner]);
    for (let k = 0, i = start; k < n; k++, i += inner) y[i] = x[i] - most;
  });
  const e = exponentials(y, rows);
  const sums = new Float32Array(y.length / n);
  eachRow(x.length, rows, (start, row) => {
    sums[row] = rowSum(e, start, rows);
  });
  ofLogits('log', sums, sums);
  eachRow(x.length, rows, (start, row) => {
    for (let k = 0, i = start; k < n; k++, i += inner) y[i] -= sums[row];
  });
}

/** grad - e^y sum(grad), fused. @param {Float32Array} grad @param {Float32Array} y @param {Float32Array} slope @param {Rows} rows */
function backward(grad, y, slope, rows) {
  const e = exponentials(y, rows);
  eachRow(y.length, rows, (start) => {
    const sum = rowSum(grad, start, rows);
    for (let k = 0, i = start; k < rows.n; k++, i += rows.inner) slope[i] = fma(-e[i], sum, grad[i]);
  });
}

/**
 * log_softmax over the classes.
 * @param {Tensor} input (N, C, …) or (C)
 * @returns {Tensor}
 */
export function logProbabilities(input) {
  const { shape } = input;
  const dim = shape.length === 1 ? 0 : 1;
  if (input.dtype !== float32 || shape.numel() === 0) return torchFunctions.log_softmax(input, dim);
  const inner = sizeOf(shape.slice(dim + 1)).numel();
  const rows = { n: shape[dim], inner, isLast: dim === shape.length - 1 };
  const result = fresh(input, shape);
  forward(/** @type {any} */ (elements(input)), /** @type {any} */ (result.storage.array), rows);
  return record(result, {
    name: 'LogSoftmaxBackward0',
    inputs: [input],
    saved: [result],
    backward: (grad, [y]) => {
      const slope = fresh(y, shape);
      const [from, values, to] = [elements(grad), elements(y), slope.storage.array];
      backward(/** @type {any} */ (from), /** @type {any} */ (values), /** @type {any} */ (to), rows);
      return [slope];
    },
    formula: rowFormula('log_softmax', dim),
  });
}
