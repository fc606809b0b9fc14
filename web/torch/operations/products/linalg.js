// torch.linalg: norms of vectors and matrices.

import { NotImplementedError, RuntimeError } from '../../../core/errors.js';
import { wrapDim } from '../../../core/numbers/size.js';
import { namespace } from '../../arguments/namespace.js';
import { native } from '../../arguments/native.js';
import { kFloating } from '../../storage/dtype.js';
import { abs } from '../elements/pointwise.js';
import { norm as normOf } from '../folds/norms.js';
import { amax, amin } from '../folds/places.js';
import { sum } from '../folds/reductions.js';

/** @typedef {import('../../tensor/tensor.js').Tensor} Tensor */

/** @param {string} name @param {Tensor} x @param {any} dtype */
function requireFloats(name, { dtype: own }, dtype) {
  const asked = dtype ?? own;
  if (asked.kind !== kFloating)
    throw new RuntimeError(`linalg.${name}: Expected a floating point or complex tensor as input. Got ${own.short}`);
}

const rest = 'bool keepdim=False, *, dtype dtype=None, Tensor out=None';

/** The norm of order ord (2) of all elements or along dimensions. @type {(x: Tensor, ord?: any, dim?: any, ...rest: any[]) => Tensor} @example torch.linalg.vector_norm(torch.tensor([3, 4])) // tensor(5.) */
export const vector_norm = /* @__PURE__ */ native(
  `linalg_vector_norm(Tensor input, Scalar ord=2, int[1]? dim=None, ${rest})`,
  (x, ord, dim, keepdim, dtype, out = null) => {
    requireFloats('vector_norm', x, dtype);
    return normOf(x, { p: ord, dim, keepdim, dtype, ...(out ? { out } : {}) });
  },
);

/** @param {Tensor} x @param {number | string} ord @param {number[]} dims @param {boolean} keepdim @returns {Tensor} */
function matrixNorm(x, ord, dims, keepdim) {
  if (dims.length !== 2) throw new RuntimeError(`linalg.matrix_norm: dim must be a 2-tuple. Got ${dims.join(' ')}`);
  if (ord === 'fro') return normOf(x, { p: 2, dim: dims, keepdim });
  if (ord === 'nuc' || Math.abs(Number(ord)) === 2)
    throw new NotImplementedError(
      `linalg.matrix_norm() of order ${ord} needs singular values, which are not part of torchlet; 'fro', 1 and inf are`,
    );
  const rank = x.shape.length;
  const [rows, columns] = dims.map((d) => wrapDim(d, rank));
  if (Math.abs(Number(ord)) !== 1 && Math.abs(Number(ord)) !== Number.POSITIVE_INFINITY)
    throw new RuntimeError(`linalg.matrix_norm: Order ${ord} not supported.`);
  const [summed, chosen] = Math.abs(Number(ord)) === 1 ? [rows, columns] : [columns, rows];
  const totals = sum(abs(x), [summed], keepdim, 'sum', 'SumBackward1');
  const d = !keepdim && chosen > summed ? chosen - 1 : chosen;
  return /** @type {any} */ (Number(ord) > 0 ? amax : amin)(totals, [d], keepdim);
}

/** The norm of matrices: 'fro', 1, -1, Infinity or -Infinity. @type {(A: Tensor, ord?: any, dim?: any, ...rest: any[]) => Tensor} @example torch.linalg.matrix_norm(torch.tensor([[3, 4]])) // tensor(5.) */
export const matrix_norm = /* @__PURE__ */ native(
  ['Scalar ord', 'str ord=fro'].map((ord) => `linalg_matrix_norm(Tensor input, ${ord}, int[]? dim=None, ${rest})`),
  (x, ord, dim, keepdim, dtype) => {
    requireFloats('matrix_norm', x, dtype);
    return matrixNorm(dtype ? x.to(dtype) : x, ord, dim ?? [-2, -1], keepdim);
  },
);

/** The norm of a vector, or of a matrix where an order is given: see `vector_norm`, `matrix_norm`. @type {(A: Tensor, ord?: any, dim?: any, ...rest: any[]) => Tensor} @example torch.linalg.norm(torch.tensor([3, 4])) // tensor(5.) */
export const norm = /* @__PURE__ */ native(
  ['Scalar ord=None', 'str ord'].map((ord) => `linalg_norm(Tensor input, ${ord}, int[1]? dim=None, ${rest})`),
  (x, ord, dim, keepdim, dtype, out = null) => {
    requireFloats('norm', x, dtype);
    const isMatrix = ord !== null && (dim === null ? x.shape.length === 2 : dim.length === 2);
    const source = dtype ? x.to(dtype) : x;
    if (isMatrix) return matrixNorm(source, ord, dim ?? [-2, -1], keepdim);
    return vector_norm(source, { ord: ord ?? 2, dim, keepdim, ...(out ? { out } : {}) });
  },
);

/** torch.linalg. */
export const linalg = namespace('torch.linalg', { matrix_norm, norm, vector_norm }, 'l');
