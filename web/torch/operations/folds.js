// Folds of a tensor, whole or along dimensions: prod, cumsum, all, any, argmax, amax, norm, logsumexp, median, and comparisons of whole tensors.

import { IndexError, NotImplementedError, RuntimeError } from '../../core/errors.js';
import { sameShape, wrapDim } from '../../core/numbers/size.js';
import { native } from '../arguments/native.js';
import { tuple } from '../arguments/tuple.js';
import { record } from '../autograd/graph.js';
import { bool, int64, kFloating, uint8 } from '../storage/dtype.js';
import { converted } from '../storage/loops.js';
import { elements, fresh } from '../storage/strided.js';
import { add, div, mul, sub } from './arithmetic.js';
import { cast } from './casting.js';
import { eq, isfinite, le, logical_and, logical_or } from './comparisons.js';
import { into } from './filling.js';
import { abs, sign } from './pointwise.js';
import { pow, where } from './powers.js';
import { asRows, keptShape, reduce, reducedDims, scattered, sum } from './reductions.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../storage/dtype.js').DType} DType
 */

/** @param {Tensor} x @param {number[]} dims */
const kept = (x, dims) => /** @type {number[]} */ ([...keptShape(x.shape, dims)]);

/** Each row folded to one element of a dtype. @param {Tensor} x @param {number[]} dims @param {boolean} keepdim @param {DType} dtype @param {(array: any, start: number, end: number) => any} kernel */
const folded = (x, dims, keepdim, dtype, kernel) => reduce(x, dims, keepdim, kernel, dtype);

// Truths.

/** @param {string} name @param {boolean} sought what decides */
function quantifier(name, sought) {
  const run = (
    /** @type {Tensor} */ x,
    /** @type {number[] | null} */ dim,
    /** @type {boolean} */ keepdim,
    /** @type {Tensor | null} */ out = null,
  ) => {
    const dims = reducedDims(x.shape, dim);
    const result = folded(x, dims, keepdim, x.dtype === uint8 ? uint8 : bool, (array, start, end) => {
      for (let i = start; i < end; i++) if ((Number(array[i]) !== 0) === sought) return Number(sought);
      return Number(!sought);
    });
    return into(out, name, result, [x]);
  };
  return native(
    [
      `${name}(Tensor input, *, Tensor out=None)`,
      `${name}(Tensor input, int[1]? dim=None, bool keepdim=False, *, Tensor out=None)`,
    ],
    (x, out = null) => run(x, null, false, out),
    (x, dim, keepdim, out = null) => run(x, dim, keepdim, out),
  );
}

/** Whether all are true (not 0), or all along dimensions. @example torch.all(torch.tensor([true, false])) // tensor(False) */
export const all = /* @__PURE__ */ quantifier('all', false);
/** Whether one is true (not 0), or one along dimensions. @example torch.any(torch.tensor([true, false])) // tensor(True) */
export const any = /* @__PURE__ */ quantifier('any', true);

/** How many are not 0. @example torch.count_nonzero(torch.tensor([0, 2, 3])) // tensor(2) */
export const count_nonzero = /* @__PURE__ */ native('count_nonzero(Tensor input, int[1]? dim=None)', (x, dim) =>
  folded(x, reducedDims(x.shape, dim), false, int64, (array, start, end) => {
    let count = 0n;
    for (let i = start; i < end; i++) if (Number(array[i]) !== 0) count++;
    return count;
  }),
);

// Places.

/** @param {string} name @param {number} way 1: the largest */
function placeOf(name, way) {
  return native(
    `${name}(Tensor input, int? dim=None, bool keepdim=False, *, Tensor out=None)`,
    (x, dim, keepdim, out = null) => {
      if (x.dtype === bool) throw new RuntimeError(`${name}(): does not support bool input`);
      const dims = dim === null ? Array.from(x.shape.keys()) : reducedDims(x.shape, [dim]);
      if (dims.some((/** @type {number} */ d) => x.shape[d] === 0) || (dim === null && x.shape.numel() === 0)) {
        throw new IndexError(
          dim === null
            ? `${name}(): Expected reduction dim to be specified for input.numel() == 0.`
            : `${name}(): Expected reduction dim ${dims[0]} to have non-zero size.`,
        );
      }
      return into(
        out,
        name,
        folded(x, dims, keepdim, int64, (array, start, end) => BigInt(best(array, start, end, way) - start)),
        [x],
      );
    },
  );
}

/** @param {any} array @param {number} start @param {number} end @param {number} way */
function best(array, start, end, way) {
  let at = start;
  for (let i = start; i < end; i++) {
    if (Number.isNaN(array[i])) return i;
    if (way > 0 ? array[i] > array[at] : array[i] < array[at]) at = i;
  }
  return at;
}

/** Where the largest is, in the flattened tensor or along a dimension: the first of equals. @example torch.argmax(torch.tensor([1, 5, 2])) // tensor(1) */
export const argmax = /* @__PURE__ */ placeOf('argmax', 1);
/** Where the smallest is. @example torch.argmin(torch.tensor([1, 5, 0])) // tensor(2) */
export const argmin = /* @__PURE__ */ placeOf('argmin', -1);

/** @param {string} name @param {number} way */
function extremeAlong(name, way) {
  return native(
    `${name}(Tensor input, int[1]? dim=None, bool keepdim=False, *, Tensor out=None)`,
    (x, dim, keepdim, out = null) => {
      const dims = reducedDims(x.shape, dim);
      const empty = dims.findIndex((d) => x.shape[d] === 0);
      if (empty >= 0) {
        const given = (dim ?? dims)[empty];
        throw new IndexError(`${name}(): Expected reduction dim ${given} to have non-zero size.`);
      }
      const result = folded(x, dims, keepdim, x.dtype, (array, start, end) => array[best(array, start, end, way)]);
      if (out !== null) return into(out, name, result, [x]);
      return record(result, {
        name: `${name === 'amax' ? 'Amax' : 'Amin'}Backward0`,
        inputs: [x],
        saved: [x, result],
        // Shared among equals.
        backward: (grad, [input, most]) => {
          const shape = kept(input, dims);
          const mask = cast(eq(input, most.reshape(shape)), grad.dtype);
          return [mul(div(grad.reshape(shape), sum(mask, dims, true, 'sum')), mask)];
        },
      });
    },
  );
}

/** The largest along dimensions; the gradient is shared among equals. @example torch.amax(torch.tensor([[1, 5], [4, 2]]), 1) // tensor([5., 4.]) */
export const amax = /* @__PURE__ */ extremeAlong('amax', 1);
/** The smallest along dimensions. @example torch.amin(torch.tensor([[1, 5], [4, 2]]), 1) // tensor([1., 2.]) */
export const amin = /* @__PURE__ */ extremeAlong('amin', -1);

/** The place of the lower median of a row; of nan there is none but nan. @param {any} array @param {number} start @param {number} end */
function medianPlace(array, start, end) {
  const places = Array.from({ length: end - start }, (_, i) => start + i);
  const nan = places.find((i) => Number.isNaN(array[i]));
  if (nan !== undefined) return nan;
  places.sort((a, b) => (array[a] < array[b] ? -1 : array[a] > array[b] ? 1 : a - b));
  return places[(places.length - 1) >> 1];
}

/** @param {Tensor} x @param {string} [kernel] */
function requireOrdered({ dtype }, kernel = 'median_cpu') {
  if (dtype === bool) throw new NotImplementedError(`"${kernel}" not implemented for 'Bool'`);
}

/**
 * The median, the lower one of two, or `{ values, indices }` along a dimension.
 * @type {any}
 * @example torch.median(torch.tensor([3, 1, 2])) // tensor(2.)
 */
export const median = /* @__PURE__ */ native(
  ['median(Tensor input)', 'median(Tensor input, int dim, bool keepdim=False)'],
  (x) => {
    if (x.shape.numel() === 0) return fresh(x, asRows(x, Array.from(x.shape.keys())).shape).fill_(Number.NaN);
    requireOrdered(x);
    const dims = Array.from(x.shape.keys());
    const result = folded(x, dims, false, x.dtype, (array, start, end) => array[medianPlace(array, start, end)]);
    return record(result, {
      name: 'MedianBackward0',
      inputs: [x],
      saved: [x, result],
      backward: (grad, [input, middle]) => {
        const mask = cast(eq(input, middle), grad.dtype);
        return [mul(mask, div(grad, /** @type {any} */ (mask).sum()))];
      },
    });
  },
  (x, dim, keepdim) => {
    const dims = reducedDims(x.shape, [dim]);
    if (dims.some((d) => x.shape[d] === 0)) {
      throw new IndexError(`median(): Expected reduction dim ${dims[0]} to have non-zero size.`);
    }
    requireOrdered(x, 'median_out');
    const indices = folded(x, dims, keepdim, int64, (array, start, end) =>
      BigInt(medianPlace(array, start, end) - start),
    );
    const values = folded(x, dims, keepdim, x.dtype, (array, start, end) => array[medianPlace(array, start, end)]);
    const result = record(values, {
      name: 'MedianBackward1',
      inputs: [x],
      saved: [indices],
      backward: (grad, [chosen]) => [scattered(grad, chosen, x.shape, dims)],
    });
    return tuple([result, indices], 'median', ['values', 'indices']);
  },
);

// Products and running sums.

/** @param {Tensor} x @param {number[] | null} dim @param {boolean} keepdim @param {DType | null} wanted @param {string} node */
function product(x, dim, keepdim, wanted, node) {
  const dtype = wanted ?? (x.dtype.kind === kFloating ? x.dtype : int64);
  const source = dtype === x.dtype ? x : converted(x, dtype);
  const dims = reducedDims(x.shape, dim);
  const result = folded(source, dims, keepdim, dtype, (array, start, end) => {
    let value = dtype === int64 ? 1n : 1;
    for (let i = start; i < end; i++) value = /** @type {any} */ (value) * array[i];
    return value;
  });
  return record(result, {
    name: node,
    inputs: [x],
    saved: [x, result],
    backward: (grad, [input, made]) => {
      const shape = kept(input, dims);
      const above = grad.reshape(shape);
      const hasZero = /** @type {any} */ (any(eq(input, 0))).item();
      return [hasZero ? mul(above, others(input, dims)) : div(mul(above, made.reshape(shape)), input)];
    },
  });
}

/** The product of all other elements of a row, for each: from before and from behind, so that zeros do no harm. @param {Tensor} x @param {number[]} dims */
function others(x, dims) {
  const order = [...Array.from(x.shape.keys()).filter((d) => !dims.includes(d)), ...[...dims].sort((a, b) => a - b)];
  const { array, count } = asRows(x, dims);
  const out = new Float64Array(array.length);
  for (let start = 0; start < array.length; start += count) {
    let before = 1;
    for (let i = start; i < start + count; i++) {
      out[i] = before;
      before *= Number(array[i]);
    }
    let behind = 1;
    for (let i = start + count - 1; i >= start; i--) {
      out[i] *= behind;
      behind *= Number(array[i]);
    }
  }
  const flat = fresh(x, x.shape, x.dtype.array === Float64Array ? out : /** @type {any} */ (Float32Array.from(out)));
  const moved = order.map((d) => x.shape[d]);
  const back = order.map((_, i) => order.indexOf(i));
  return /** @type {any} */ (flat).reshape(moved).permute(back);
}

/**
 * The product of all elements, or along a dimension.
 * @type {any}
 * @example torch.prod(torch.tensor([2, 3, 4])) // tensor(24.)
 */
export const prod = /* @__PURE__ */ native(
  [
    'prod(Tensor input, *, dtype dtype=None)',
    'prod(Tensor input, int dim, bool keepdim=False, *, dtype dtype=None, Tensor out=None)',
  ],
  (x, dtype) => product(x, null, false, dtype, 'ProdBackward0'),
  (x, dim, keepdim, dtype, out = null) => into(out, 'prod', product(x, [dim], keepdim, dtype, 'ProdBackward1'), [x]),
);

/** Running sums of a row, in float64 or int64, rounded as they are stored. @param {Tensor} x @param {number} d @param {boolean} isBackward */
function running(x, d, isBackward) {
  const result = fresh(x, x.shape);
  const [to, from] = [/** @type {any} */ (result.storage.array), /** @type {any} */ (elements(x))];
  const n = x.shape[d];
  const step = x.shape.strides[d];
  const starts = Array.from(
    { length: to.length / Math.max(n, 1) },
    (_, r) => Math.floor(r / step) * step * n + (r % step),
  );
  for (const start of starts) {
    let total = x.dtype === int64 ? 0n : 0;
    for (let k = 0; k < n; k++) {
      const i = start + (isBackward ? n - 1 - k : k) * step;
      total = /** @type {any} */ (total) + from[i];
      to[i] = total;
    }
  }
  return result;
}

/**
 * Running sums along a dimension.
 * @type {((input: Tensor, dim: number | object) => Tensor) & import('../arguments/native.js').Method<Tensor>}
 * @example torch.cumsum(torch.tensor([1, 2, 3]), 0) // tensor([1., 3., 6.])
 */
export const cumsum = /* @__PURE__ */ native(
  'cumsum(Tensor input, int dim, *, dtype dtype=None, Tensor out=None)',
  (x, dim, wanted, out = null) => {
    const d = wrapDim(dim, x.shape.length);
    const dtype = wanted ?? (x.dtype.kind === kFloating ? x.dtype : int64);
    const source = dtype === x.dtype ? x : converted(x, dtype);
    const result = x.shape.length === 0 ? source.clone().detach() : running(source, d, false);
    if (out !== null) return into(out, 'cumsum', result, [x]);
    return record(result, {
      name: 'CumsumBackward0',
      inputs: [x],
      backward: (grad) => [x.shape.length === 0 ? grad : running(grad, d, true)],
    });
  },
);

// Norms.

/** @param {Tensor} x @param {number} p @param {number[]} dims @param {boolean} keepdim */
function vectorNorm(x, p, dims, keepdim) {
  const result = folded(x, dims, keepdim, x.dtype, (array, start, end) => {
    let total = p === Number.NEGATIVE_INFINITY ? Number.POSITIVE_INFINITY : 0;
    for (let i = start; i < end; i++) {
      const size = Math.abs(array[i]);
      if (Number.isNaN(size)) return size;
      if (p === Number.POSITIVE_INFINITY) total = Math.max(total, size);
      else if (p === Number.NEGATIVE_INFINITY) total = Math.min(total, size);
      else if (p === 0) total += Number(size !== 0);
      else total += p === 2 ? size * size : p === 1 ? size : size ** p;
    }
    return p === 2
      ? Math.sqrt(total)
      : p === 0 || p === 1 || Math.abs(p) === Number.POSITIVE_INFINITY
        ? total
        : total ** (1 / p);
  });
  return record(result, {
    name: 'LinalgVectorNormBackward0',
    inputs: [x],
    saved: [x, result],
    backward: (grad, [input, norm]) => {
      const shape = kept(input, dims);
      return [normGradient(grad.reshape(shape), input, norm.reshape(shape), p, dims)];
    },
  });
}

/** @param {Tensor} grad @param {Tensor} x @param {Tensor} norm @param {number} p @param {number[]} dims @returns {Tensor} */
function normGradient(grad, x, norm, p, dims) {
  if (p === 0) return fresh(x, x.shape);
  if (p === 1) return mul(grad, sign(x));
  if (Math.abs(p) === Number.POSITIVE_INFINITY) {
    const mask = cast(eq(abs(x), norm), x.dtype);
    return mul(mul(sign(x), div(grad, sum(mask, dims, true, 'sum'))), mask);
  }
  const isZero = eq(norm, 0);
  if (p === 2) return where(isZero, 0, mul(x, div(grad, norm)));
  const slope = mul(mul(x, pow(abs(x), p - 2)), div(grad, pow(norm, p - 1)));
  return where(logical_or(isZero, eq(x, 0)), 0, slope);
}

/**
 * The norm of all elements, or along dimensions: p is 2 ('fro') unless given, a number or ±Infinity.
 * @type {any}
 * @example torch.norm(torch.tensor([3, 4])) // tensor(5.)
 */
export const norm = /* @__PURE__ */ native(
  [
    'norm(Tensor input, str p, int[1]? dim=None, bool keepdim=False, dtype dtype=None, Tensor out=None)',
    'norm(Tensor input, Scalar p=2, int[1]? dim=None, bool keepdim=False, dtype dtype=None, Tensor out=None)',
  ],
  (x, p, dim, keepdim, dtype, out = null) => {
    if (typeof p === 'string' && p !== 'fro')
      throw new RuntimeError(
        `norm(): ${p === 'nuc' ? 'the nuclear norm is not part of torchlet' : `p: no norm: ${p}`}`,
      );
    if (x.dtype.kind !== kFloating && dtype === null) {
      throw new RuntimeError(
        `linalg.vector_norm: Expected a floating point or complex tensor as input. Got ${x.dtype.short}`,
      );
    }
    const source = dtype === null ? x : cast(x, dtype);
    const order = typeof p === 'string' ? 2 : Number(p ?? 2);
    return into(out, 'norm', vectorNorm(source, order, reducedDims(x.shape, dim), keepdim), [x]);
  },
);

/**
 * log Σ exp(x) along dimensions, without overflow.
 * @type {((input: Tensor, dim: number | number[] | object, keepdim?: boolean | object) => Tensor) & import('../arguments/native.js').Method<Tensor>}
 * @example torch.logsumexp(torch.tensor([0, 0]), 0) // tensor(0.6931)
 */
export const logsumexp = /* @__PURE__ */ native(
  'logsumexp(Tensor input, int[1]? dim, bool keepdim=False, *, Tensor out=None)',
  (x, dim, keepdim, out = null) => {
    const dims = reducedDims(x.shape, dim);
    const source = x.dtype.kind === kFloating ? x : cast(x, sum(x, null, false, 'sum', '', null).div(1).dtype);
    const result = folded(source, dims, keepdim, source.dtype, (array, start, end) => {
      let most = Number.NEGATIVE_INFINITY;
      for (let i = start; i < end; i++) most = Number.isNaN(array[i]) ? Number.NaN : Math.max(most, array[i]);
      if (!Number.isFinite(most)) return most;
      let total = 0;
      for (let i = start; i < end; i++) total += Math.exp(array[i] - most);
      return Math.log(total) + most;
    });
    if (out !== null) return into(out, 'logsumexp', result, [x]);
    return record(result, {
      name: 'LogsumexpBackward0',
      inputs: [x],
      saved: [x, result],
      backward: (grad, [input, total]) => {
        const shape = kept(input, dims);
        return [mul(grad.reshape(shape), sub(input, total.reshape(shape)).exp())];
      },
    });
  },
);

// Whole tensors compared.

const closeness = 'Tensor input, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False';

/** @param {Tensor} a @param {Tensor} b @param {number} rtol @param {number} atol @param {boolean} equalNan @returns {Tensor} */
function near(a, b, rtol, atol, equalNan) {
  if (a.dtype !== b.dtype) throw new RuntimeError(`${a.dtype.short} did not match ${b.dtype.short}`);
  if (rtol < 0) throw new RuntimeError(`rtol must be greater than or equal to zero, but got ${rtol}`);
  if (atol < 0) throw new RuntimeError(`atol must be greater than or equal to zero, but got ${atol}`);
  const [x, y] = [a.detach(), b.detach()];
  let close = eq(x, y);
  if (equalNan && a.dtype.kind === kFloating)
    close = logical_or(close, logical_and(/** @type {any} */ (x).ne(x), /** @type {any} */ (y).ne(y)));
  if (rtol === 0 && atol === 0) return close;
  const allowed = add(abs(mul(y, rtol)), atol);
  const apart = abs(sub(x, y));
  return logical_or(close, logical_and(isfinite(apart), le(apart, allowed)));
}

/** Whether elements are as near as |a - b| ≤ atol + rtol·|b|. @example torch.isclose(torch.tensor([1, 2]), torch.tensor([1, 2.1])) // tensor([ True, False]) */
export const isclose = /* @__PURE__ */ native(`isclose(${closeness})`, near);
/** Whether all are that near, as a JavaScript boolean. @type {(input: Tensor, other: Tensor, options?: object) => boolean} @example torch.allclose(torch.tensor([1]), torch.tensor([1])) // true */
export const allclose = /* @__PURE__ */ native(`allclose(${closeness})`, (...args) => {
  const close = near(.../** @type {[any, any, any, any, any]} */ (args));
  return Boolean(/** @type {any} */ (all(close)).item());
});
/** Whether two tensors have the same shape and elements, as a JavaScript boolean. @type {(input: Tensor, other: Tensor) => boolean} @example torch.equal(torch.tensor([1]), torch.tensor([1])) // true */
export const equal = /* @__PURE__ */ native(
  'equal(Tensor input, Tensor other)',
  (a, b) => sameShape(a.shape, b.shape) && Boolean(/** @type {any} */ (all(eq(a, b))).item()),
);
