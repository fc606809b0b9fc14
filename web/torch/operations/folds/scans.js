// Folds that keep every step, and differences: cumprod, cummax, cummin, diff.

import { IndexError, RuntimeError } from '../../../core/errors.js';
import { wrapDim } from '../../../core/numbers/size.js';
import { native } from '../../arguments/native.js';
import { tuple } from '../../arguments/tuple.js';
import { record } from '../../autograd/graph.js';
import { refuseTwice } from '../../autograd/twice.js';
import { bool, int64, kFloating } from '../../storage/dtype.js';
import { converted } from '../../storage/loops.js';
import { elements, fresh } from '../../storage/strided.js';
import { into } from '../filling/filling.js';
import { cat } from '../shapes/joins.js';
import { slice } from '../shapes/slices.js';
import { div, mul, sub } from '../two_operands/arithmetic.js';
import { ne } from '../two_operands/comparisons.js';
import { runningBack } from './folding.js';

/** @typedef {import('../../tensor/tensor.js').Tensor} Tensor */

/** Visits the rows along a dimension: where each begins, its step and its length. @param {Tensor} x @param {number} d @param {(start: number, step: number, n: number) => void} visit */
function eachRow({ shape }, d, visit) {
  const [n, step] = [shape[d] ?? 1, shape.strides[d] ?? 1];
  if (n === 0) return;
  for (let r = 0; r < shape.numel() / n; r++) visit(Math.floor(r / step) * step * n + (r % step), step, n);
}

/** The gradient of running products: for each factor the products without it, so that zeros do no harm. @param {Tensor} grad @param {Tensor} x @param {number} d */
function productGradient(grad, x, d) {
  refuseTwice('cumprod');
  const result = fresh(grad, x.shape);
  const [to, above, from] = [/** @type {any} */ (result.storage.array), elements(grad), elements(x)];
  eachRow(x, d, (start, step, n) => {
    let before = 1;
    for (let i = 0; i < n; i++) {
      let [product, total] = [before, 0];
      for (let j = i; j < n; j++) {
        if (j > i) product *= Number(from[start + j * step]);
        total += product * Number(above[start + j * step]);
      }
      to[start + i * step] = total;
      before *= Number(from[start + i * step]);
    }
  });
  return result;
}

/**
 * Running products along a dimension.
 * @type {((input: Tensor, dim: number | object) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.cumprod(torch.tensor([1, 2, 3]), 0) // tensor([1., 2., 6.])
 */
export const cumprod = /* @__PURE__ */ native(
  'cumprod(Tensor input, int dim, *, dtype dtype=None, Tensor out=None)',
  (x, dim, wanted, out = null) => {
    const d = wrapDim(dim, x.shape.length);
    const dtype = wanted ?? (x.dtype.kind === kFloating ? x.dtype : int64);
    const source = dtype === x.dtype ? x : converted(x, dtype);
    const result = fresh(source, x.shape);
    const [to, from] = [/** @type {any} */ (result.storage.array), elements(source)];
    eachRow(x, d, (start, step, n) => {
      let product = /** @type {any} */ (dtype === int64 ? 1n : 1);
      for (let i = start; i < start + n * step; i += step) to[i] = product *= /** @type {any} */ (from[i]);
    });
    if (out !== null) return into(out, 'cumprod', result, [x]);
    return record(result, {
      name: 'CumprodBackward0',
      inputs: [x],
      saved: [x, result],
      backward: (grad, [input, made]) => [
        /** @type {any} */ (elements(input)).some((/** @type {number} */ v) => v === 0) || input.shape.length === 0
          ? productGradient(grad, input, d)
          : div(runningBack(mul(grad, made), d), input),
      ],
    });
  },
);

/** @param {string} name @param {(a: any, b: any) => boolean} wins */
const extremeSoFar = (name, wins) =>
  native(`${name}(Tensor input, int dim)`, (x, dim) => {
    if (x.shape.length === 0 && dim !== 0 && dim !== -1)
      throw new IndexError(`${name}(): Expected reduction dim -1 or 0 for scalar but got ${dim}`);
    const d = wrapDim(dim, x.shape.length);
    const [values, indices] = [fresh(x, x.shape), fresh(x, x.shape, undefined, int64)];
    const [to, places, from] = [values.storage.array, indices.storage.array, elements(x)].map(
      (one) => /** @type {any} */ (one),
    );
    eachRow(x, d, (start, step, n) => {
      let at = 0;
      for (let i = 0; i < n; i++) {
        const [value, best] = [from[start + i * step], from[start + at * step]];
        if (Number.isNaN(value) || wins(value, best)) at = i;
        to[start + i * step] = from[start + at * step];
        places[start + i * step] = BigInt(at);
      }
    });
    const result = record(values, {
      name: `${name[0].toUpperCase()}${name.slice(1)}Backward0`,
      inputs: [x],
      saved: [indices],
      backward: (grad, [chosen]) => [/** @type {any} */ (fresh(grad, x.shape)).scatter_add(d, chosen, grad)],
    });
    return tuple([result, indices], name, ['values', 'indices']);
  });
/** The largest so far along a dimension, and where it stands. @type {any} @example torch.cummax(torch.tensor([1, 3, 2]), 0).values // tensor([1., 3., 3.]) */
export const cummax = /* @__PURE__ */ extremeSoFar('cummax', (a, b) => a >= b);
/** The smallest so far along a dimension, and where it stands. @type {any} @example torch.cummin(torch.tensor([3, 1, 2]), 0).values // tensor([3., 1., 1.]) */
export const cummin = /* @__PURE__ */ extremeSoFar('cummin', (a, b) => a <= b);

/**
 * Differences of neighbours along a dimension (-1), formed n (1) times; with what is to stand before and behind.
 * @type {((input: Tensor, n?: number | object, dim?: number, prepend?: Tensor, append?: Tensor) => Tensor) & import('../../arguments/native.js').Method<Tensor>}
 * @example torch.diff(torch.tensor([1, 4, 9])) // tensor([3., 5.])
 */
export const diff = /* @__PURE__ */ native(
  'diff(Tensor input, int n=1, int dim=-1, Tensor prepend=None, Tensor append=None, *, Tensor out=None)',
  (x, times, dim, before, behind, out = null) => {
    if (x.shape.length === 0) throw new RuntimeError('diff expects input to be at least one-dimensional');
    if (times < 0) throw new RuntimeError(`order must be non-negative but got ${times}`);
    const d = wrapDim(dim, x.shape.length);
    let result = before || behind ? cat([before, x, behind].filter(Boolean), d) : x;
    for (let i = 0; i < Math.min(times, x.shape[d]); i++) {
      const n = result.shape[d];
      const [later, earlier] = [slice(result, d, Math.min(1, n), n, 1), slice(result, d, 0, Math.max(n - 1, 0), 1)];
      result = x.dtype === bool ? ne(later, earlier) : sub(later, earlier);
    }
    if (times === 0) {
      result = result.clone();
      if (result.meta?.node) result.meta.node.label = 'CopyBackwards';
    }
    return into(out, 'diff', result, [x]);
  },
);
