// numpy.linalg.lstsq: the shortest solution of least squares, by singular values from one-sided rotations (Hestenes 1958), which are right to
// the last digits; LAPACK's differ from them in its own rounding.

import { raised, Tuple } from '../../host/protocol.js';
import { float32, float64, int32 } from '../array/dtypes.js';
import { copied, NdArray, own } from '../array/ndarray.js';
import { scalar } from '../array/scalar.js';

/** @typedef {{ values: number[], left: Float64Array[], right: Float64Array[] }} Parts singular values, the largest first, and their vectors */

/** @param {Float64Array} a @param {Float64Array} b */
const dot = (a, b) => a.reduce((total, one, i) => total + one * b[i], 0);

/** Turns two columns by an angle. @param {Float64Array} p @param {Float64Array} q @param {number} cosine @param {number} sine */
function turn(p, q, cosine, sine) {
  for (let i = 0; i < p.length; i++) {
    const [x, y] = [p[i], q[i]];
    p[i] = cosine * x - sine * y;
    q[i] = sine * x + cosine * y;
  }
}

/** Makes two columns orthogonal; whether they were not. @param {Float64Array[]} columns @param {Float64Array[]} turns @param {number} p @param {number} q */
function straighten(columns, turns, p, q) {
  const [a, b, c] = [dot(columns[p], columns[p]), dot(columns[q], columns[q]), dot(columns[p], columns[q])];
  if (Math.abs(c) <= Number.EPSILON * Math.sqrt(a * b)) return false;
  const zeta = (b - a) / (2 * c);
  const tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  for (const list of [columns, turns]) turn(list[p], list[q], cosine, cosine * tangent);
  return true;
}

/** A matrix of no fewer rows than columns. @param {Float64Array[]} columns @returns {Parts} */
function singular(columns) {
  const n = columns.length;
  const turns = Array.from({ length: n }, (_, i) => Float64Array.from({ length: n }, (_, j) => Number(i === j)));
  for (let sweep = 0, isDone = false; sweep < 60 && !isDone; sweep++) {
    isDone = true;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) if (straighten(columns, turns, p, q)) isDone = false;
  }
  const sizes = columns.map((column) => Math.sqrt(dot(column, column)));
  const order = [...columns.keys()].sort((i, j) => sizes[j] - sizes[i]);
  return {
    values: order.map((i) => sizes[i]),
    left: order.map((i) => columns[i].map((one) => (sizes[i] > 0 ? one / sizes[i] : 0))),
    right: order.map((i) => turns[i]),
  };
}

/** The columns of a matrix by rows. @param {Float64Array} data @param {number} rows @param {number} columns */
const columnsOf = (data, rows, columns) =>
  Array.from({ length: columns }, (_, j) => Float64Array.from({ length: rows }, (_, i) => data[i * columns + j]));

/** @param {Float64Array} data @param {number} rows @param {number} columns @returns {Parts} */
function decomposed(data, rows, columns) {
  if (rows >= columns) return singular(columnsOf(data, rows, columns));
  const turned = Array.from({ length: rows }, (_, i) => data.slice(i * columns, (i + 1) * columns));
  const { values, left, right } = singular(turned);
  return { values, left: right, right: left };
}

/** @param {NdArray} a @param {NdArray} b */
function check(a, b) {
  if (a.shape.length !== 2)
    throw raised(own.LinAlgError, `${a.shape.length}-dimensional array given. Array must be two-dimensional`);
  if (b.shape.length !== 1 && b.shape.length !== 2)
    throw raised(own.LinAlgError, `${b.shape.length}-dimensional array given. Array must be two-dimensional`);
  if (a.shape[0] !== b.shape[0]) throw raised(own.LinAlgError, 'Incompatible dimensions');
}

/**
 * Solution, sums of squared residuals, rank, singular values.
 * @param {NdArray} a
 * @param {NdArray} b a vector, or a column for each problem
 * @param {number | null} rcond what counts as zero beside the largest singular value
 */
export function lstsq(a, b, rcond) {
  check(a, b);
  const [rows, columns] = a.shape;
  const data = Float64Array.from(copied(a, float64).data);
  const { values, left, right } = decomposed(data, rows, columns);
  const dtype = a.dtype === float32 && b.dtype === float32 ? float32 : float64;
  const eps = dtype === float32 ? 2 ** -23 : Number.EPSILON;
  const least = (rcond === null ? eps * Math.max(rows, columns) : rcond < 0 ? eps : rcond) * (values[0] ?? 0);
  const rank = values.filter((one) => one > least).length;
  const problems = b.shape.length === 1 ? 1 : b.shape[1];
  const goals = columnsOf(Float64Array.from(copied(b, float64).data), rows, problems);
  const solutions = goals.map((goal) => {
    const x = new Float64Array(columns);
    for (let k = 0; k < rank; k++) {
      const share = dot(left[k], goal) / values[k];
      for (let j = 0; j < columns; j++) x[j] += share * right[k][j];
    }
    return x;
  });
  const off = (/** @type {number} */ p, /** @type {number} */ i) =>
    goals[p][i] - dot(data.subarray(i * columns, (i + 1) * columns), solutions[p]);
  const residuals = goals.map((_, p) => {
    let total = 0;
    for (let i = 0; i < rows; i++) total += off(p, i) ** 2;
    return total;
  });
  const array = (/** @type {ArrayLike<number>} */ list, /** @type {number[]} */ shape) =>
    copied(new NdArray(Float64Array.from(list), shape, float64), dtype);
  const flat = Array.from({ length: columns * problems }, (_, i) => solutions[i % problems][Math.floor(i / problems)]);
  const isFull = rank === columns && rows > columns;
  return new Tuple([
    array(flat, b.shape.length === 1 ? [columns] : [columns, problems]),
    array(isFull ? residuals : [], [isFull ? problems : 0]),
    scalar(rank, int32),
    array(values, [values.length]),
  ]);
}
