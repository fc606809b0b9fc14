// Products of matrices, and what numpy.linalg has of them.

import { raised } from '../../host/protocol.js';
import { checkedWhole, float32, float64, promoted } from '../array/dtypes.js';
import { commonShape, copied, flat, fresh, NdArray, own, permuted, shapeText, spread, view } from '../array/ndarray.js';
import { complain } from '../array/state.js';
import { exp, log } from '../numbers/exact.js';
import { apply, ufuncs } from './ufuncs.js';

/** c = a b for rows of n, each element's sum in its order. @param {ArrayLike<number>} a @param {ArrayLike<number>} b @param {any} c @param {number[]} sizes rows, n, columns @param {number[]} at where they begin @param {boolean} isFloat whether sums are float32 */
function multiply(a, b, c, [rows, n, columns], [atA, atB, atC], isFloat) {
  const row = isFloat ? new Float32Array(columns) : new Float64Array(columns);
  for (let i = 0; i < rows; i++) {
    row.fill(0);
    for (let k = 0; k < n; k++) {
      const x = a[atA + i * n + k];
      const from = atB + k * columns;
      if (isFloat) for (let j = 0; j < columns; j++) row[j] += Math.fround(x * b[from + j]);
      else for (let j = 0; j < columns; j++) row[j] += x * b[from + j];
    }
    c.set(row, atC + i * columns);
  }
}

/** Warns of what a product met. @param {NdArray} out @param {any} a @param {any} b @param {string} name */
function notice(out, a, b, name) {
  if (out.dtype.kind !== 'f') {
    if (out.dtype.itemsize === 8) for (const one of out.data) checkedWhole(one);
    return;
  }
  if (out.data.every((x) => x - x === 0)) return;
  const isWhole = (/** @type {any} */ values) => values.every((/** @type {number} */ x) => x - x === 0);
  if (!isWhole(a) || !isWhole(b)) {
    if (
      out.data.some(Number.isNaN) &&
      !(/** @type {any} */ (a.some(Number.isNaN) || /** @type {any} */ (b).some(Number.isNaN)))
    )
      complain('invalid', name);
    return;
  }
  complain('over', name);
}

/** @param {NdArray} a @param {NdArray} b */
export function matmul(a, b) {
  for (const [i, one] of [a, b].entries())
    if (one.shape.length === 0)
      throw raised(
        'ValueError',
        `matmul: Input operand ${i} does not have enough dimensions (has 0, gufunc core with signature (n?,k),(k,m?)->(n?,m?) requires 1)`,
      );
  const x = a.shape.length === 1 ? view(a, [1, ...a.shape], [0, ...a.strides]) : a;
  const y = b.shape.length === 1 ? view(b, [...b.shape, 1], [...b.strides, 0]) : b;
  const [n, other] = [x.shape[x.shape.length - 1], y.shape[y.shape.length - 2]];
  if (n !== other)
    throw raised(
      'ValueError',
      `matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size ${other} is different from ${n})`,
    );
  const [rows, columns] = [x.shape[x.shape.length - 2], y.shape[y.shape.length - 1]];
  const outer = (/** @type {NdArray} */ one) => view(one, one.shape.slice(0, -2), one.strides.slice(0, -2));
  const batch = commonShape([outer(x), outer(y)]);
  const dtype = promoted(a.dtype, b.dtype);
  const values = flat(spread(x, [...batch, rows, n]));
  const others = flat(spread(y, [...batch, n, columns]));
  const shape = [...batch, ...(a.shape.length === 1 ? [] : [rows]), ...(b.shape.length === 1 ? [] : [columns])];
  const out = fresh(shape, dtype);
  const count = batch.reduce((p, q) => p * q, 1);
  for (let i = 0; i < count; i++)
    multiply(
      values,
      others,
      out.data,
      [rows, n, columns],
      [i * rows * n, i * n * columns, i * rows * columns],
      dtype === float32,
    );
  notice(out, values, others, 'matmul');
  return out;
}

/** @param {NdArray} a @param {NdArray} b */
export function dot(a, b) {
  if (a.shape.length === 0 || b.shape.length === 0) return apply(ufuncs.multiply, [a, b]);
  const at = Math.max(0, b.shape.length - 2);
  const [n, other] = [a.shape[a.shape.length - 1], b.shape[at]];
  if (n !== other)
    throw raised(
      'ValueError',
      `shapes ${shapeText(a.shape)} and ${shapeText(b.shape)} not aligned: ${n} (dim ${a.shape.length - 1}) != ${other} (dim ${at})`,
    );
  if (b.shape.length <= 2) {
    const rows = new NdArray(flat(a), [a.size / (n || 1), n], a.dtype);
    const product = matmul(rows, b);
    const shape = [...a.shape.slice(0, -1), ...b.shape.filter((_, i) => i !== at)];
    return new NdArray(product.data, shape, product.dtype);
  }
  const order = [...b.shape.keys()].filter((i) => i !== at);
  const moved = permuted(b, [at, ...order]);
  const flatB = new NdArray(flat(moved), [n, b.size / n], b.dtype);
  const product = matmul(new NdArray(flat(a), [a.size / n, n], a.dtype), flatB);
  return new NdArray(product.data, [...a.shape.slice(0, -1), ...order.map((i) => b.shape[i])], product.dtype);
}

/** @param {NdArray} a */
const checkSquare = (a) => {
  const [rows, columns] = a.shape.slice(-2);
  if (a.shape.length < 2)
    throw raised(own.LinAlgError, `${a.shape.length}-dimensional array given. Array must be at least two-dimensional`);
  if (rows !== columns) throw raised(own.LinAlgError, 'Last 2 dimensions of the array must be square');
  if (a.shape.length > 2) throw raised('NotImplementedError', 'stacks of matrices are not part of this numpy.linalg');
  return rows;
};

/** Gauss with the greatest of each column as pivot. @param {NdArray} a @param {NdArray} b @returns {{ solution: Float64Array, determinant: number, isSingular: boolean }} */
function eliminate(a, b) {
  const n = a.shape[0];
  const m = copied(a, float64).data;
  const x = Float64Array.from(flat(b));
  const columns = n === 0 ? 0 : x.length / n;
  let sign = 1;
  let logarithm = 0;
  let isSingular = false;
  const swap = (
    /** @type {any} */ rows,
    /** @type {number} */ i,
    /** @type {number} */ j,
    /** @type {number} */ width,
  ) => {
    for (let k = 0; k < width; k++)
      [rows[i * width + k], rows[j * width + k]] = [rows[j * width + k], rows[i * width + k]];
  };
  for (let c = 0; c < n; c++) {
    let best = c;
    for (let i = c + 1; i < n; i++) if (Math.abs(m[i * n + c]) > Math.abs(m[best * n + c])) best = i;
    if (best !== c) {
      swap(m, c, best, n);
      swap(x, c, best, columns);
      sign = -sign;
    }
    const pivot = m[c * n + c];
    if (pivot < 0) sign = -sign;
    logarithm += log(Math.abs(pivot));
    if (pivot === 0) {
      isSingular = true;
      continue;
    }
    const inverse = 1 / pivot;
    for (let i = c + 1; i < n; i++) {
      const factor = m[i * n + c] * inverse;
      if (factor === 0) continue;
      for (let k = c; k < n; k++) m[i * n + k] -= factor * m[c * n + k];
      for (let k = 0; k < columns; k++) x[i * columns + k] -= factor * x[c * columns + k];
    }
  }
  if (!isSingular)
    for (let c = n - 1; c >= 0; c--) {
      for (let k = 0; k < columns; k++) x[c * columns + k] /= m[c * n + c];
      for (let i = 0; i < c; i++)
        for (let k = 0; k < columns; k++) x[i * columns + k] -= m[i * n + c] * x[c * columns + k];
    }
  // As NumPy forms it: of logarithms.
  return { solution: x, determinant: isSingular ? 0 : sign * exp(logarithm), isSingular };
}

/** @param {NdArray} a @param {NdArray} b */
export function solve(a, b) {
  const n = checkSquare(a);
  if (b.shape[0] !== n)
    throw raised(
      'ValueError',
      `solve1: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (m,m),(m)->(m) (size ${b.shape[0]} is different from ${n})`,
    );
  const { solution, isSingular } = eliminate(a, b);
  if (isSingular) throw raised(own.LinAlgError, 'Singular matrix');
  return new NdArray(solution, b.shape.slice(), float64);
}

/** @param {NdArray} a */
export function inverse(a) {
  const n = checkSquare(a);
  const one = fresh([n, n], float64);
  for (let i = 0; i < n; i++) one.data[i * n + i] = 1;
  return solve(a, one);
}

/** @param {NdArray} a */
export function determinant(a) {
  const n = checkSquare(a);
  return eliminate(a, fresh([n, 0], float64)).determinant;
}
