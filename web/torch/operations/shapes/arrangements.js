// Tensors built from tensors by their places: rot90, kron, block_diag, diagflat, vander, combinations.

import { RuntimeError } from '../../../core/errors.js';
import { sizeOf, wrapDim } from '../../../core/numbers/size.js';
import { native, tensorsOf } from '../../arguments/native.js';
import { named } from '../../autograd/graph.js';
import { int64 } from '../../storage/dtype.js';
import { fresh } from '../../storage/strided.js';
import { mul } from '../two_operands/arithmetic.js';
import { cat, flip, stack } from './joins.js';
import { diag } from './triangles.js';
import { transpose } from './views.js';

/**
 * @typedef {import('../../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../arguments/native.js').Method<Tensor>} Method
 */

/** @param {any} x @param {number} quarters 0 to 3 @param {number} a @param {number} b */
function turned(x, quarters, a, b) {
  if (quarters === 0) return x.clone();
  if (quarters === 2) return flip(x, [a, b]);
  return transpose(flip(x, [quarters === 1 ? b : a]), a, b, 'TransposeBackward0').clone();
}

/**
 * Turned by k (1) quarters of a circle, from the first of dims ([0, 1]) towards the second.
 * @type {((input: Tensor, k?: number | object, dims?: readonly number[] | object) => Tensor) & Method}
 * @example torch.rot90(torch.tensor([[1, 2], [3, 4]])) // tensor([[2., 4.], [1., 3.]])
 */
export const rot90 = /* @__PURE__ */ native('rot90(Tensor input, int k=1, int[] dims=None)', (x, k, given) => {
  const dims = given ?? [0, 1];
  const rank = x.shape.length;
  if (dims.length !== 2) throw new RuntimeError(`expected total rotation dims == 2, but got dims = ${dims.length}`);
  if (rank < 2) throw new RuntimeError(`expected total dims >= 2, but got total dims = ${rank}`);
  const [a, b] = dims.map((/** @type {number} */ d) => wrapDim(d, rank));
  if (a === b)
    throw new RuntimeError(`expected rotation dims to be different, but got dim0 = ${dims[0]} and dim1 = ${dims[1]}`);
  return named(turned(x, ((k % 4) + 4) % 4, a, b), 'Rot90Backward0');
});

/** Kronecker's product: each element of the first times the second. @type {((input: Tensor, other: Tensor | object) => Tensor) & Method} @example torch.kron(torch.tensor([1, 2]), torch.tensor([1, 1])) // tensor([1., 1., 2., 2.]) */
export const kron = /* @__PURE__ */ native('kron(Tensor input, Tensor other, *, Tensor out=None)', (x, other) => {
  const rank = Math.max(x.shape.length, other.shape.length);
  const filled = (/** @type {any} */ one) => [...new Array(rank - one.shape.length).fill(1), ...one.shape];
  const [a, b] = [filled(x), filled(other)];
  const own = x.reshape(a.flatMap((n) => [n, 1]));
  const second = other.reshape(b.flatMap((n) => [1, n]));
  const product = /** @type {any} */ (mul(own, second)).reshape(a.map((n, i) => n * b[i]));
  return named(product, 'UnsafeViewBackward0');
});

/** Matrices along the diagonal of a matrix. @type {(...tensors: any[]) => Tensor} @example torch.block_diag(torch.ones(1, 2), torch.tensor([3])) // tensor([[1., 1., 0.], [0., 0., 3.]]) */
export function block_diag(...tensors) {
  const list = /** @type {any[]} */ (tensorsOf(Array.isArray(tensors[0]) ? tensors[0] : tensors, 0));
  for (const { shape } of list)
    if (shape.length > 2)
      throw new RuntimeError(
        `torch.block_diag: Input tensors must have 2 or fewer dimensions. Input ${list.findIndex((one) => one.shape.length > 2)} has ${shape.length} dimensions`,
      );
  const blocks = list.map((one) => one.reshape(one.shape.length === 2 ? [...one.shape] : [1, one.shape.numel()]));
  const width = blocks.reduce((sum, { shape }) => sum + shape[1], 0);
  let at = 0;
  const rows = blocks.map((block) => {
    const [height, own] = block.shape;
    const zeros = (/** @type {number} */ n) => block.new_zeros([height, n]);
    const row = cat([zeros(at), block, zeros(width - at - own)], 1);
    at += own;
    return row;
  });
  return named(cat(rows, 0), 'BlockDiagBackward0');
}

/** The elements on the diagonal of a matrix. @type {((input: Tensor, offset?: number | object) => Tensor) & Method} @example torch.diagflat(torch.tensor([1, 2])) // tensor([[1., 0.], [0., 2.]]) */
export const diagflat = /* @__PURE__ */ native('diagflat(Tensor input, int offset=0)', (x, offset) =>
  diag(x.contiguous().view(-1), offset),
);

/**
 * Powers of a vector as columns, from N - 1 down to 0, or up with increasing.
 * @type {(x: Tensor, N?: number | object | null, increasing?: boolean | object) => Tensor}
 * @example torch.vander(torch.tensor([2, 3])) // tensor([[2., 1.], [3., 1.]])
 */
export const vander = /* @__PURE__ */ native(
  'vander(Tensor x, int? N=None, bool increasing=False)',
  (x, n, increasing) => {
    if (x.shape.length !== 1) throw new RuntimeError('x must be a one-dimensional tensor.');
    const count = n ?? x.shape[0];
    const columns = [x.new_ones(x.shape)];
    for (let i = 1; i < count; i++) columns.push(columns[i - 1].mul(x));
    return /** @type {any} */ (stack(increasing ? columns : columns.reverse(), 1));
  },
);

/** @param {number} n @param {number} r @param {boolean} repeats @param {number} [from] @returns {number[][]} the choices of r of n numbers in order */
function choices(n, r, repeats, from = 0) {
  if (r === 0) return [[]];
  const all = [];
  for (let i = from; i < n; i++)
    for (const rest of choices(n, r - 1, repeats, repeats ? i : i + 1)) all.push([i, ...rest]);
  return all;
}

/**
 * All choices of r (2) elements of a vector, a row each.
 * @type {(input: Tensor, r?: number | object, with_replacement?: boolean | object) => Tensor}
 * @example torch.combinations(torch.tensor([1, 2, 3])) // tensor([[1., 2.], [1., 3.], [2., 3.]])
 */
export const combinations = /* @__PURE__ */ native(
  'combinations(Tensor input, int r=2, bool with_replacement=False)',
  (x, r, repeats) => {
    if (x.shape.length !== 1) throw new RuntimeError(`Expect a 1D vector, but got shape [${x.shape.join(', ')}]`);
    if (r < 0) throw new RuntimeError(`Expect a non-negative number, but got ${r}`);
    const rows = choices(x.shape[0], r, repeats);
    const index = fresh(x, sizeOf([rows.length * r]), BigInt64Array.from(rows.flat(), BigInt), int64);
    return named(x.index_select(0, index).reshape(rows.length, r), 'IndexBackward0');
  },
);
