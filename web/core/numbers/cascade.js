// Sums of floats in PyTorch's order, so that they have its last digit: ATen's SumKernel.cpp (cascade_sum) as AVX2 runs it,
// vectors of 32 bytes, four of them side by side, on one thread. Every addition is rounded to the dtype.

/**
 * @typedef {Float32Array | Float64Array} Floats
 * @typedef {{ size: number, step: number, to: number }} Axis a dimension: its size, its steps in the input and in the result (0 where it is reduced)
 */

const kLevels = 4;
const kRows = 4;
/** The rows of a level's part, at least. */
const kStep = 16;
/** The levels of up to 32 columns, for float32 and for float64. */
const kRoom = [new Float32Array(kLevels * 32), new Float64Array(kLevels * 32)];

/**
 * Sums of columns next to each other, in levels: a level takes up the one below when that has its number of parts.
 * @param {Floats} acc gets the sums in front
 * @param {Floats} x
 * @param {number} start
 * @param {number} step from row to row
 * @param {number} size the rows
 * @param {number} columns a multiple of 4, at most 32
 * @param {number} apart from column to column
 */
function levels(acc, x, start, step, size, columns, apart) {
  const add = /** @type {any} */ (acc instanceof Float32Array ? addSingles : addDoubles);
  if (size < kStep) return add(acc, x, start, step, size, columns, apart);
  const power = Math.max(4, (32 - Math.clz32(size - 1)) >> 2);
  const part = 1 << power;
  acc.fill(0, columns, kLevels * columns);
  let i = 0;
  while (i + part <= size) {
    add(acc, x, start + i * step, step, part, columns, apart);
    i += part;
    rise(acc, columns, i, power);
  }
  add(acc, x, start + i * step, step, size - i, columns, apart);
  for (let k = 0; k < columns; k++) {
    for (let j = 1; j < kLevels; j++) acc[k] += acc[j * columns + k];
  }
}

/** The sums of columns, row by row; four at once, which do not wait for each other. @param {Float32Array} acc @param {Float32Array} x @param {number} start @param {number} step @param {number} size @param {number} columns @param {number} apart */
function addSingles(acc, x, start, step, size, columns, apart) {
  for (let k = 0; k < columns; k += 4) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let from = start + k * apart;
    for (let i = 0; i < size; i++, from += step) {
      a = Math.fround(a + x[from]);
      b = Math.fround(b + x[from + apart]);
      c = Math.fround(c + x[from + 2 * apart]);
      d = Math.fround(d + x[from + 3 * apart]);
    }
    acc[k] = a;
    acc[k + 1] = b;
    acc[k + 2] = c;
    acc[k + 3] = d;
  }
}

/** @param {Float64Array} acc @param {Float64Array} x @param {number} start @param {number} step @param {number} size @param {number} columns @param {number} apart */
function addDoubles(acc, x, start, step, size, columns, apart) {
  for (let k = 0; k < columns; k++) {
    let a = 0;
    for (let i = 0, from = start + k * apart; i < size; i++, from += step) a += x[from];
    acc[k] = a;
  }
}

/** @param {Floats} acc @param {number} columns @param {number} i rows that were taken @param {number} power */
function rise(acc, columns, i, power) {
  for (let j = 1; j < kLevels; j++) {
    for (let k = j * columns; k < (j + 1) * columns; k++) {
      acc[k] += acc[k - columns];
      acc[k - columns] = 0;
    }
    if (Math.floor(i / 2 ** (j * power)) % 2 ** power !== 0) return;
  }
}

/** One row, as four side by side. @param {Floats} acc @param {Floats} x @param {number} start @param {number} step @param {number} size @param {number} lanes of a vector: neighbours that are added up last */
function row(acc, x, start, step, size, lanes) {
  const vectors = Math.floor(size / lanes);
  const wide = kRows * lanes;
  levels(acc, x, start, step * wide, vectors >> 2, wide, step);
  for (let v = vectors & ~3; v < vectors; v++) {
    for (let k = 0; k < lanes; k++) acc[k] += x[start + (v * lanes + k) * step];
  }
  for (let r = 1; r < kRows; r++) for (let k = 0; k < lanes; k++) acc[k] += acc[r * lanes + k];
  if (lanes === 1) return acc[0];
  acc[lanes] = 0;
  for (let i = vectors * lanes; i < size; i++) acc[lanes] += x[start + i * step];
  for (let k = 0; k < lanes; k++) acc[lanes] += acc[k];
  return acc[lanes];
}

/**
 * The loop over two dimensions, the first of which is reduced.
 * @param {Floats} x
 * @param {number} start
 * @param {Floats} out
 * @param {number} to
 * @param {Axis} inner
 * @param {Axis} outer
 */
export function plane(x, start, out, to, inner, outer) {
  const isSingle = x instanceof Float32Array;
  const acc = kRoom[isSingle ? 0 : 1];
  const lanes = isSingle ? 8 : 4;
  const isInner = inner.step === 1 && inner.size >= lanes;
  const isOuter = !isInner && outer.step === 1 && outer.size >= lanes;
  const block = isInner || (!isOuter && inner.step < outer.step) ? outer.size + 1 : isOuter ? kRows * lanes : kRows;
  let j = 0;
  for (; j + block <= outer.size; j += block) {
    levels(acc, x, start + j * outer.step, inner.step, inner.size, block, outer.step);
    for (let k = 0; k < block; k++) out[to + (j + k) * outer.to] += acc[k];
  }
  for (; j < outer.size; j++) {
    out[to + j * outer.to] += row(acc, x, start + j * outer.step, inner.step, inner.size, isInner ? lanes : 1);
  }
}

/** A dimension that is not there. @type {Axis} */
export const noAxis = { size: 1, step: 0, to: 0 };

/** The sum of an array, rounded to its dtype. @param {Floats} array */
export function arraySum(array) {
  const out = array instanceof Float32Array ? new Float32Array(1) : new Float64Array(1);
  if (array.length > 0) plane(array, 0, out, 0, { size: array.length, step: 1, to: 0 }, noAxis);
  return out[0];
}
