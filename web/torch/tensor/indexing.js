// Indexing and slicing as between Python's brackets: x[0], x['1:3'], x[':, 0'], x['..., ::2'], x.index(0, '1:3', null).

import { IndexError, NotImplementedError, RuntimeError, ValueError } from '../../core/errors.js';
import { Size, sameShape, sizeOf, wrapDim } from '../../core/numbers/size.js';
import { isNumber, typeName } from '../arguments/signature.js';
import { bumpVersion, checkInplace, recordInplace } from '../autograd/inplace.js';
import { copyFrom, fillTensor } from '../operations/filling/filling.js';
import { pick, slice } from '../operations/shapes/slices.js';
import { alias, expand, unsqueeze, view } from '../operations/shapes/views.js';
import { isTensor } from '../storage/base.js';
import { bool, int64 } from '../storage/dtype.js';
import { elements, fresh } from '../storage/strided.js';
import { gathered, meant } from './advanced.js';

/**
 * @typedef {import('./tensor.js').Tensor} Tensor
 * @typedef {{ start: number | null, stop: number | null, step: number }} Slice
 * @typedef {number | Slice | '...' | null | Tensor} Item null stands for None, a new dimension
 */

const integer = /^[-+]?\d+$/;
const none = /^(?:None|null)$/;

/**
 * Reads an index as it stands between Python's brackets.
 * @param {string} text
 * @returns {Item[]}
 */
export function parseIndex(text) {
  if (text.startsWith('tensor(')) throw new NotImplementedError(withTensor);
  const parts = text.split(',');
  if (parts.length > 1 && parts[parts.length - 1].trim() === '') parts.pop();
  return parts.map((part) => parseItem(part.trim()));
}

const withTensor =
  'a key is a text in JavaScript: write x.index(tensor) for x[tensor], and x.index_put_([tensor], value) for x[tensor] = value';

/**
 * @param {string} part
 * @returns {Item}
 */
function parseItem(part) {
  if (integer.test(part)) return Number(part);
  if (part === '...' || part === 'Ellipsis') return '...';
  if (none.test(part)) return null;
  if (part.includes(':')) return parseSlice(part);
  throw invalid(part === 'NaN' || (part !== '' && !Number.isNaN(Number(part))) ? 'float' : 'str');
}

/** @param {string} type */
const invalid = (type) =>
  new IndexError(
    `only integers, slices (\`:\`), ellipsis (\`...\`), None and long or byte Variables are valid indices (got ${type})`,
  );

/**
 * @param {string} text `start:stop:step`, each of them optional
 * @returns {Slice}
 */
function parseSlice(text) {
  const bounds = text.split(':').map((part) => {
    const bound = part.trim();
    if (bound === '' || none.test(bound)) return null;
    if (!integer.test(bound)) {
      throw new TypeError('slice indices must be integers or None or have an __index__ method');
    }
    return Number(bound);
  });
  if (bounds.length > 3) throw new TypeError(`slice expected at most 3 arguments, got ${bounds.length}`);
  const [start, stop, step] = bounds;
  if (step === 0) throw new ValueError('slice step cannot be zero');
  if (step !== null && step < 0) throw new ValueError('step must be greater than zero');
  return { start, stop, step: step ?? 1 };
}

/**
 * The items of `x.index(...)`: numbers, null, tensors, lists that become tensors, or text, which may hold several.
 * @param {Tensor} x
 * @param {ReadonlyArray<unknown>} args
 * @returns {Item[]}
 */
export function itemsOf(x, args) {
  return args.flatMap((arg) => {
    if (arg === null || arg === undefined) return [null];
    if (typeof arg === 'string') return parseIndex(arg);
    if (typeof arg === 'bigint' || Number.isInteger(arg)) return [Number(arg)];
    if (isTensor(arg)) return [arg];
    if (Array.isArray(arg)) return [vectorOf(x, arg)];
    if (typeof arg === 'boolean')
      throw new NotImplementedError(
        'indexing with a bool is not supported: torchlet indexes with integers, slices, `...`, None and tensors',
      );
    throw invalid(typeName(arg));
  });
}

/** A list of places or of truths, as Python's brackets take it. @param {Tensor} x @param {any[]} list */
function vectorOf(x, list) {
  const size = sizeOf([list.length]);
  if (list.length > 0 && list.every((one) => typeof one === 'boolean'))
    return fresh(x, size, Uint8Array.from(list, Number), bool);
  if (!list.every((one) => typeof one === 'bigint' || Number.isInteger(one))) throw invalid('list');
  return fresh(x, size, BigInt64Array.from(list, BigInt), int64);
}

/** How many dimensions an item stands for. @param {Item} item */
const rankOf = (item) => {
  if (item === null || item === '...') return 0;
  return isTensor(item) && item.dtype.name === 'bool' ? item.shape.length : 1;
};

/**
 * The view that an index selects, the tensor itself where the index selects all of it and makes no new dimension; and what tensors
 * among the items are still to be applied to it, by dimension.
 * @param {Tensor} x
 * @param {Item[]} items
 * @returns {{ view: Tensor, rest: (Tensor | null)[] | null }}
 */
function apply(x, items) {
  const single = items.length === 1;
  const ndim = x.shape.length;
  const specified = items.reduce((/** @type {number} */ sum, item) => sum + rankOf(item), 0);
  if (single && ndim === 0 && specified === 1 && !isTensor(items[0])) throw ofScalar(items[0]);
  if (specified > ndim) throw new IndexError(`too many indices for tensor of dimension ${ndim}`);
  let view = x;
  let dim = 0; // in the view
  /** @type {(Tensor | null)[]} */ const rest = [];
  const all = (/** @type {number} */ count) => rest.push(...new Array(count).fill(null));
  for (const [place, item] of items.entries()) {
    if (isTensor(item) && item.dtype === bool && item.shape.length === 0) {
      // A single truth: a new dimension of one element, or of none.
      view = unsqueeze(view, dim++);
      rest.push(fresh(item, sizeOf([Number(item.item())]), undefined, int64));
    } else if (isTensor(item)) {
      rest.push(item);
      dim += rankOf(item);
    } else if (item === '...') {
      dim += ndim - specified;
      all(ndim - specified);
    } else if (item === null) {
      view = unsqueeze(view, dim++);
      all(1);
    } else if (typeof item === 'number') view = pick(view, dim, checkedIndex(item, place, view.shape[dim] ?? 0));
    else {
      view = sliced(view, dim++, item);
      all(1);
    }
  }
  return { view, rest: rest.some((one) => one !== null) ? rest : null };
}

/** @param {Item} item */
function ofScalar(item) {
  if (typeof item === 'number' && item !== 0) {
    return new IndexError(`index ${item} is out of bounds for dimension 0 with size 0`);
  }
  return new IndexError(
    item === 0
      ? 'invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor to a number'
      : 'slice() cannot be applied to a 0-dim tensor.',
  );
}

/**
 * @param {number} index
 * @param {number} dim
 * @param {number} size
 */
function checkedIndex(index, dim, size) {
  if (index < -size || index >= size) {
    throw new IndexError(`index ${index} is out of bounds for dimension ${dim} with size ${size}`);
  }
  return index < 0 ? index + size : index;
}

/**
 * Bounds beyond the dimension are moved to its ends, as Python does.
 * @param {Tensor} x
 * @param {number} dim
 * @param {Slice} bounds
 */
function sliced(x, dim, { start, stop, step }) {
  if (start === null && stop === null && step === 1) return x;
  const size = x.shape[wrapDim(dim, x.shape.length)]; // a second ellipsis leads past the last dimension
  const within = (/** @type {number} */ n) => Math.min(Math.max(n < 0 ? n + size : n, 0), size);
  const from = start ?? 0;
  const to = stop ?? size;
  // PyTorch looks at the bounds as written: `x[-3:]` is a view even where it is all of x.
  if (from === 0 && to >= size && step === 1) return x;
  return slice(x, dim, within(from), within(to), step);
}

/**
 * x[items]
 * @param {Tensor} x
 * @param {Item[]} items
 * @returns {Tensor}
 */
export function getItem(x, items) {
  const { view: result, rest } = apply(x, items);
  if (rest !== null) return gathered(result, rest);
  if (result !== x) return result;
  const whole = items.length === 1 && items[0] !== '...';
  return whole ? slice(x, 0, 0, x.shape[0], 1) : alias(x);
}

/**
 * x[items] = value, in place: a number fills, a tensor is broadcast.
 * @param {Tensor} x
 * @param {Item[]} items
 * @param {unknown} value
 */
export function setItem(x, items, value) {
  if (!isNumber(value) && !isTensor(value)) {
    throw new TypeError(`can't assign a ${typeName(value)} to a ${x.dtype.legacy}`);
  }
  const { view: place, rest } = apply(x, items);
  if (rest !== null) return void indexPut(place, rest, value, false);
  const source = isNumber(value) ? /** @type {any} */ (fresh(x, new Size())).fill_(value) : value;
  if (sameShape(source.shape, place.shape)) copyFrom(place, source);
  else if (source.shape.length === 0) fillTensor(place, source);
  else copyFrom(place, expand(withoutLeadingOnes(source), [...place.shape]));
}

/**
 * Leading dimensions of size 1 do not count when a tensor is assigned.
 * @param {Tensor} value
 */
function withoutLeadingOnes(value) {
  const { shape } = value;
  const first = shape.findIndex((n) => n !== 1);
  return first === 0 ? value : view(value, first < 0 ? [] : shape.slice(first));
}

/**
 * x[indices] = value, or += value, where indices are tensors (null: all of that dimension).
 * @param {Tensor} x
 * @param {(Tensor | null)[]} indices
 * @param {any} value a number or a tensor
 * @param {boolean} accumulates
 * @returns {Tensor} x
 */
export function indexPut(x, indices, value, accumulates) {
  if (isTensor(value) && !accumulates && fillsMasks(indices, value)) return indexPut(x, indices, value.item(), false);
  const source = isTensor(value) ? value : /** @type {any} */ (fresh(x, new Size())).fill_(value);
  checkInplace(x);
  const whole = { start: null, stop: null, step: 1 };
  const { view, rest } = apply(
    x,
    indices.map((one) => one ?? whole),
  );
  const { places, from } = meant(view, rest ?? [], (shape) => {
    const wide = expanded(source, shape);
    if (source.dtype === x.dtype) return elements(wide);
    throw new RuntimeError(
      `Index put requires the source and destination dtypes match, got ${x.dtype.short} for the destination and ${source.dtype.short} for the source.`,
    );
  });
  const to = /** @type {any} */ (x.storage.array);
  places.forEach((place, i) => {
    to[place] = accumulates ? to[place] + from[i] : from[i];
  });
  bumpVersion(x);
  return recordInplace(x, {
    name: 'IndexPutBackward0',
    inputs: [x, isTensor(value) ? value : null],
    backward: (grad) => {
      const rest = accumulates ? grad : indexPut(/** @type {any} */ (grad).clone(), indices, 0, false);
      return [rest, gathered(grad, indices)];
    },
  });
}

/** Whether PyTorch takes it for a number that fills masks, which may be of another dtype. @param {any[]} indices @param {Tensor} value */
const fillsMasks = (indices, value) =>
  value.shape.numel() === 1 &&
  !value.requires_grad &&
  indices.every((one) => !isTensor(one) || one.dtype === bool) &&
  indices.some(isTensor);

/** @param {Tensor} value @param {Size} shape */
function expanded(value, shape) {
  const plain = withoutLeadingOnes(value);
  try {
    return expand(plain, [...shape]);
  } catch {
    throw new RuntimeError(
      `shape mismatch: value tensor of shape [${[...plain.shape].join(', ')}] cannot be broadcast to indexing result of shape [${[...shape].join(', ')}]`,
    );
  }
}
