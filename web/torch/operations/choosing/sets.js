// Elements as sets and in sorted sequences: unique, isin, searchsorted, bucketize, argwhere.

import { NotImplementedError, RuntimeError } from '../../../core/errors.js';
import { bracketed, Size, sameShape } from '../../../core/numbers/size.js';
import { optional } from '../../arguments/call.js';
import { native } from '../../arguments/native.js';
import { bindPython } from '../../arguments/signature.js';
import { tuple } from '../../arguments/tuple.js';
import { record } from '../../autograd/graph.js';
import { isTensor } from '../../storage/base.js';
import { bool, int32, int64 } from '../../storage/dtype.js';
import { elements, fresh } from '../../storage/strided.js';
import { into } from '../filling/filling.js';
import { order } from './order.js';
import { nonzero } from './selecting.js';

/** @typedef {import('../../tensor/tensor.js').Tensor} Tensor */

/** @param {Tensor} like @param {ArrayLike<number>} list @param {ArrayLike<number>} shape */
const places = (like, list, shape) => fresh(like, new Size(shape), BigInt64Array.from(list, BigInt), int64);

/** Runs of equals among elements in some order: the first of each, how many, and which run each element is in. @param {any} array @param {number[]} sequence */
function runsOf(array, sequence) {
  /** @type {any[]} */ const values = [];
  /** @type {number[]} */ const counts = [];
  const inverse = new Array(sequence.length);
  for (const i of sequence) {
    if (counts.length === 0 || array[i] !== values[values.length - 1]) {
      values.push(array[i]);
      counts.push(0);
    }
    counts[counts.length - 1]++;
    inverse[i] = counts.length - 1;
  }
  return { values, counts, inverse };
}

/** @param {string} name @param {any[]} args @param {Record<string, unknown>} parameters @param {(x: Tensor) => number[]} sequence */
function distinct(name, args, parameters, sequence) {
  const [input, ...rest] = /** @type {any[]} */ (bindPython(name, ['input', ...optional(parameters)], args));
  const [wantsInverse, wantsCounts, dim] = rest.slice(-3);
  const x = isTensor(input) ? input : native(`${name === 'unique' ? '_unique2' : name}(Tensor input)`)(input);
  if (dim !== null && x.shape.length !== 1) {
    throw new NotImplementedError(
      `${name}() along a dimension of a matrix is not part of torchlet; of all elements it is`,
    );
  }
  const { values, counts, inverse } = runsOf(elements(x), sequence(x));
  const result = fresh(x, new Size([values.length]));
  /** @type {any} */ (result.storage.array).set(values);
  const node = name === 'unique' ? 'unique2' : name;
  record(result, {
    name: `${node[0].toUpperCase()}${node.slice(1)}Backward0`,
    inputs: x.dtype.is_floating_point ? [x] : [],
    backward: () => {
      throw new NotImplementedError(`the derivative for '${node === name ? '' : '_'}${node}' is not implemented.`);
    },
  });
  const all = [
    result,
    wantsInverse && places(x, inverse, x.shape),
    wantsCounts && places(x, counts, [counts.length]),
  ].filter(Boolean);
  return all.length === 1 ? result : tuple(all);
}

/** @template {(...args: any[]) => any} F @param {F} own @returns {F & import('../../arguments/native.js').Method<any>} */
const asMethodToo = (own) =>
  Object.assign(own, {
    method: /** @type {(this: Tensor, ...args: any[]) => any} */ function (...args) {
      return own(this, ...args);
    },
  });

/**
 * The distinct elements, sorted; with return_inverse where each element is among them, with return_counts how often it occurs.
 * @type {(input: Tensor, ...args: any[]) => any}
 * @example torch.unique(torch.tensor([3, 1, 3])) // tensor([1., 3.])
 */
export const unique = /* @__PURE__ */ asMethodToo((...args) =>
  distinct('unique', args, { sorted: true, return_inverse: false, return_counts: false, dim: null }, (x) => {
    const array = /** @type {any} */ (elements(x));
    return Array.from(array, (_, i) => i).sort((a, b) => order(array[a], array[b]) || a - b);
  }),
);
/**
 * The elements without those that equal the one before them; inverse and counts as those of `unique`.
 * @type {(input: Tensor, ...args: any[]) => any}
 * @example torch.unique_consecutive(torch.tensor([1, 1, 2, 1])) // tensor([1., 2., 1.])
 */
export const unique_consecutive = /* @__PURE__ */ asMethodToo((...args) =>
  distinct('unique_consecutive', args, { return_inverse: false, return_counts: false, dim: null }, (x) =>
    Array.from(/** @type {any} */ (elements(x)), (_, i) => i),
  ),
);
/**
 * Whether elements are among others.
 * @type {(elements: any, test_elements: any, options?: object) => Tensor}
 * @example torch.isin(torch.tensor([1, 2]), torch.tensor([2, 3])) // tensor([False,  True])
 */
export const isin = /* @__PURE__ */ native(
  [
    'Tensor elements, Tensor test_elements',
    'Scalar element, Tensor test_elements',
    'Tensor elements, Scalar test_element',
  ].map((start) => `isin(${start}, *, bool assume_unique=False, bool invert=False, Tensor out=None)`),
  (all, test, _unique, invert, out = null) => {
    const like = isTensor(all) ? all : test;
    if ([all, test].some((one) => isTensor(one) && one.dtype === bool))
      throw new RuntimeError('Unsupported input type encountered for isin(): Bool');
    const listOf = (/** @type {any} */ one) => (isTensor(one) ? Array.from(elements(one), Number) : [Number(one)]);
    const set = new Set(listOf(test));
    const result = fresh(like, isTensor(all) ? all.shape : new Size([]), undefined, bool);
    result.storage.array.set(
      /** @type {any} */ (listOf(all).map((v) => Number((set.has(v) && !Number.isNaN(v)) !== invert))),
    );
    return into(out, 'isin', result, []);
  },
);

/** How many of a sorted row come before a value. @param {any} array @param {number} start @param {number} end @param {any} value @param {boolean} right whether equals do */
function before(array, start, end, value, right) {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    const way = order(array[middle], value);
    if (way < 0 || (right && way === 0)) low = middle + 1;
    else high = middle;
  }
  return low - start;
}

/** @param {string} name @param {Tensor} sequence @param {any} values @param {boolean} isInt32 @param {boolean} right @param {Tensor | null} out */
function searched(name, sequence, values, isInt32, right, out) {
  const shape = isTensor(values) ? values.shape : new Size([]);
  const rank = sequence.shape.length;
  const n = sequence.shape[rank - 1] ?? 1;
  if (rank !== 1 && !(rank > 0 && sameShape(sequence.shape.slice(0, -1), shape.slice(0, -1)))) {
    throw new RuntimeError(
      `torch.${name}(): boundaries tensor should be 1 dimension or the first N-1 dimensions of boundaries tensor and input value tensor must match, but we got boundaries tensor ${bracketed(sequence.shape)} and input value tensor ${bracketed(shape)}`,
    );
  }
  const [from, asked] = [elements(sequence), isTensor(values) ? elements(values) : [values]];
  const row = rank === 1 ? 0 : (shape[shape.length - 1] ?? 1);
  const list = Array.from(/** @type {any} */ (asked), (value, i) => {
    const start = row === 0 ? 0 : Math.floor(i / row) * n;
    return before(from, start, start + n, value, right);
  });
  const result = places(sequence, list, shape);
  return into(out, name, isInt32 ? /** @type {any} */ (result).to(int32) : result, []);
}

/**
 * Where values belong in a sorted sequence, or in each row of several; `right` (false) behind their equals.
 * @type {(sorted_sequence: Tensor, input: any, options?: object) => Tensor}
 * @example torch.searchsorted(torch.tensor([1, 3, 5]), torch.tensor([3, 4])) // tensor([1, 2])
 */
export const searchsorted = /* @__PURE__ */ native(
  ['Tensor input', 'Scalar self'].map(
    (value) =>
      `searchsorted(Tensor sorted_sequence, ${value}, *, bool out_int32=False, bool right=False, str side=None, Tensor sorter=None, Tensor out=None)`,
  ),
  (sequence, values, isInt32, right, side, sorter, out = null) => {
    if (side !== null && side !== 'left' && side !== 'right')
      throw new RuntimeError(`torch.searchsorted(): side can only be 'left' or 'right' but got ${side}`);
    if (side === 'left' && right)
      throw new RuntimeError(
        "torch.searchsorted(): side and right can't be set to opposites, got side of left while right was True",
      );
    const sorted = sorter === null ? sequence : sequence.gather(-1, sorter);
    return searched('searchsorted', sorted, values, isInt32, right || side === 'right', out);
  },
);
/**
 * Which of the buckets between boundaries each element is in.
 * @type {(input: any, boundaries: Tensor, options?: object) => Tensor}
 * @example torch.bucketize(torch.tensor([0, 2]), torch.tensor([1, 3])) // tensor([0, 1])
 */
export const bucketize = /* @__PURE__ */ native(
  ['Tensor input', 'Scalar self'].map(
    (value) => `bucketize(${value}, Tensor boundaries, *, bool out_int32=False, bool right=False, Tensor out=None)`,
  ),
  (values, boundaries, isInt32, right, out = null) => {
    if (boundaries.shape.length !== 1)
      throw new RuntimeError(`boundaries tensor must be 1 dimension, but got dim(${boundaries.shape.length})`);
    return searched('searchsorted', boundaries, values, isInt32, right, out);
  },
);

/** Where elements are not 0: a row of indices for each. @type {((input: Tensor) => Tensor) & import('../../arguments/native.js').Method<Tensor>} @example torch.argwhere(torch.tensor([0, 5])) // tensor([[1]]) */
export const argwhere = /* @__PURE__ */ native('argwhere(Tensor input)', (x) => nonzero(x));
