// The places of triangles in matrices: tril_indices, triu_indices.

import { sizeOf } from '../../../core/numbers/size.js';
import { native } from '../../arguments/native.js';
import { wrap } from '../../storage/data.js';
import { int64 } from '../../storage/dtype.js';

/** @typedef {import('../../tensor/tensor.js').Tensor} Tensor */

/** @param {string} name @param {(row: number, column: number, offset: number) => boolean} isIn @returns {(row: number, col: number, offset?: number | object, options?: object) => Tensor} */
const indicesOf = (name, isIn) =>
  native(
    `${name}(int row, int col, int offset=0, *, dtype dtype=None, layout layout=None, device device=None, bool pin_memory=False)`,
    (rows, columns, offset, dtype) => {
      const places = [];
      for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) if (isIn(r, c, offset)) places.push([r, c]);
      const flat = BigInt64Array.from([...places.map(([r]) => r), ...places.map(([, c]) => c)], BigInt);
      const made = /** @type {any} */ (wrap(flat, sizeOf([2, places.length]), false, int64));
      return dtype === null ? made : made.to(dtype);
    },
  );
/** The rows and columns of a lower triangle. @example torch.tril_indices(2, 2) // tensor([[0, 1, 1], [0, 0, 1]]) */
export const tril_indices = /* @__PURE__ */ indicesOf('tril_indices', (r, c, offset) => c - r <= offset);
/** The rows and columns of an upper triangle. @example torch.triu_indices(2, 2) // tensor([[0, 0, 1], [0, 1, 1]]) */
export const triu_indices = /* @__PURE__ */ indicesOf('triu_indices', (r, c, offset) => c - r >= offset);
