// Matrix products of arrays: copied beside each other into the kernels' memory for the call, unless they are pinned there.
import { copy } from './copying.js';
import { borrow } from './pinned.js';

/**
 * @typedef {import('./instance.js').Instance} Instance
 * @typedef {object} Factors of C = A B + bias, row by row without gaps; as many of them one behind the other as the result has
 * @property {Float32Array} a [rows, depth], or its transpose [depth, rows]
 * @property {boolean} aTransposed
 * @property {Float32Array} b [depth, columns], or its transpose [columns, depth]
 * @property {boolean} bTransposed
 * @property {Float32Array | null} bias [columns], added last
 */

/**
 * C = A B + bias. Each element is the sum of its products from the first to the last, every step rounded to float32.
 * @param {Factors} factors
 * @param {Float32Array | null} out [count, rows, columns], no part of the factors; null for a fresh array
 * @param {{ rows: number, depth: number, columns: number, count: number }} sizes of `count` products
 * @param {boolean} [continues] whether the sums begin at what `out` holds, not at 0
 * @returns {Float32Array} out
 */
export function product(
  { a, aTransposed, b, bTransposed, bias },
  out,
  { rows, depth, columns, count },
  continues = false,
) {
  const length = count * rows * columns;
  if (length === 0) return out ?? new Float32Array(0);
  const flags = Number(aTransposed) + 2 * Number(bTransposed) + 4 * Number(continues);
  const lengths = [count * rows * depth, count * depth * columns, bias === null ? 0 : columns, length];
  return borrow([a, b, bias, out], lengths, continues ? 4 : 3, ({ module, floats }, [left, right, added, to]) => {
    for (let i = 0; i < count; i++) {
      const [x, y] = [left + 4 * i * rows * depth, right + 4 * i * depth * columns];
      module.product(x, y, added, to + 4 * i * rows * columns, rows, columns, depth, flags);
    }
    if (out === null) return floats.slice(to / 4, to / 4 + length);
    if (out.buffer !== floats.buffer) copy(out, 0, floats, to / 4, length);
    return out;
  });
}
