// Whole slices of long tensors in blocks that a kernel takes at once: rows where they lie one after another, else columns, gathered.
import { kPiece, piecesOf } from './pieces.js';
import { ShapedArray } from './shaped_array.js';

/**
 * @typedef {object} Block slices of [outer, n, inner], along the middle
 * @property {(whole: ShapedArray) => ShapedArray} take its part of a tensor, in four dimensions: slices lie along dimension 1
 * @property {(whole: ShapedArray, part: ShapedArray) => void} put that part back
 * @property {number} done the share of all that ends with this block
 */

/** @param {readonly number[]} sizes */
const product = (sizes) => sizes.reduce((all, size) => all * size, 1);

/**
 * @param {readonly number[]} shape of the input
 * @param {readonly number[]} other the output's: half as long along `dim` for GLU
 * @param {number} dim
 * @returns {Generator<Block>}
 */
export function* blocksOf(shape, other, dim) {
  const n = shape[dim] ?? 1;
  const inner = product(shape.slice(dim + 1));
  const outer = product(shape) / (n * inner);
  const length = (/** @type {ShapedArray} */ whole) => (whole.shape[dim] === n ? n : (other[dim] ?? 1));
  if (n * inner <= 2 * kPiece || inner === 1) {
    for (const [start, end] of piecesOf(outer, Math.max(1, Math.floor(kPiece / (n * inner)))))
      yield rows(start, end, inner, length, end / outer);
    return;
  }
  for (let o = 0; o < outer; o++) {
    for (const [start, end] of piecesOf(inner, Math.max(1, Math.floor(kPiece / n))))
      yield columns(o, start, end, inner, length, (o + end / inner) / outer);
  }
}

/**
 * @param {number} start
 * @param {number} end
 * @param {number} inner
 * @param {(whole: ShapedArray) => number} length
 * @param {number} done
 * @returns {Block}
 */
function rows(start, end, inner, length, done) {
  return {
    take(whole) {
      const n = length(whole);
      return new ShapedArray(whole.data.subarray(start * n * inner, end * n * inner), [end - start, n, inner, 1]);
    },
    put: (whole, part) => whole.data.set(part.data, start * length(whole) * inner),
    done,
  };
}

/**
 * @param {number} o of the outer dimensions
 * @param {number} start
 * @param {number} end
 * @param {number} inner
 * @param {(whole: ShapedArray) => number} length
 * @param {number} done
 * @returns {Block}
 */
function columns(o, start, end, inner, length, done) {
  const wide = end - start;
  return {
    take(whole) {
      const n = length(whole);
      const part = new Float32Array(n * wide);
      for (let i = 0, at = 0; i < n; i++) {
        const from = (o * n + i) * inner + start;
        for (let k = 0; k < wide; k++) part[at++] = whole.data[from + k];
      }
      return new ShapedArray(part, [1, n, wide, 1]);
    },
    put(whole, { data }) {
      const n = length(whole);
      for (let i = 0, at = 0; i < n; i++) {
        const to = (o * n + i) * inner + start;
        for (let k = 0; k < wide; k++) whole.data[to + k] = data[at++];
      }
    },
    done,
  };
}
