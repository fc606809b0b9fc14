// torch.Size: the frozen list of a tensor's dimensions, with its element count and contiguous strides computed once.
import { IndexError } from '../errors.js';

/**
 * The shape of a tensor: an array that cannot change and prints as PyTorch prints it.
 * `String(torch.zeros(2, 3).shape)` is `torch.Size([2, 3])`; spreading, indexing and JSON are those of an array.
 * @extends {Array<number>}
 */
export class Size extends Array {
  /** @type {number} */ #count = 1;
  /** @type {ReadonlyArray<number>} */ #strides;

  /** @param {ArrayLike<number>} [dims] sizes of the dimensions, outermost first */
  constructor(dims = []) {
    super();
    const strides = new Array(dims.length);
    let step = 1;
    for (let d = dims.length - 1; d >= 0; d--) {
      strides[d] = step;
      step *= Math.max(dims[d], 1); // as PyTorch: a dimension of size 0 counts as 1 in strides
    }
    for (let d = 0; d < dims.length; d++) {
      this.push(dims[d]);
      this.#count *= dims[d];
    }
    this.#strides = strides;
    Object.freeze(this);
  }

  /** The number of elements: the product of the sizes, 1 for a scalar. `torch.zeros(2, 3).shape.numel()` is 6. */
  numel() {
    return this.#count;
  }

  /** The strides of a row-major tensor of this shape. */
  get strides() {
    return this.#strides;
  }

  toString() {
    return `torch.Size([${this.join(', ')}])`;
  }

  [Symbol.for('nodejs.util.inspect.custom')]() {
    return this.toString();
  }

  get [Symbol.toStringTag]() {
    return 'torch.Size';
  }
}
// `shape.map(...)` and `shape.slice(...)` ask the constructor what to make: ordinary arrays. (Symbol.species would say so
// too, but a class that defines it slows down every array of the program in V8.)
Object.defineProperty(Size.prototype, 'constructor', { value: Array });

/** Sizes by their dimensions: `next` by the size of the first, and so on. @typedef {{ size: Size | null, next: Map<number, Known> }} Known */

/** @returns {Known} */
const unknown = () => ({ size: null, next: new Map() });
let known = unknown();
let count = 0;
/** Programs have few shapes; one that has many begins anew, before they take half a megabyte. */
const kMost = 512;

/**
 * The Size of some dimensions, which is made once: to make a frozen array takes a microsecond, most of what a small operation does.
 * @param {ArrayLike<number>} dims
 */
export function sizeOf(dims) {
  let place = known;
  for (let d = 0; d < dims.length; d++) {
    let next = place.next.get(dims[d]);
    if (next === undefined) {
      if (++count > kMost) [known, count] = [unknown(), 0];
      next = unknown();
      place.next.set(dims[d], next);
    }
    place = next;
  }
  place.size ??= new Size(dims);
  return place.size;
}

/**
 * A dimension counted from 0; negative ones count from the end.
 * @param {number} dim
 * @param {number} ndim a scalar counts as having one dimension
 */
export function wrapDim(dim, ndim) {
  const n = Math.max(ndim, 1);
  if (dim < -n || dim >= n) {
    throw new IndexError(`Dimension out of range (expected to be in range of [${-n}, ${n - 1}], but got ${dim})`);
  }
  return dim < 0 ? dim + n : dim;
}

/**
 * Whether two shapes are equal.
 * @param {ArrayLike<number>} a
 * @param {ArrayLike<number>} b
 */
export function sameShape(a, b) {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let d = 0; d < a.length; d++) if (a[d] !== b[d]) return false;
  return true;
}

/**
 * A list as PyTorch's C++ prints it: `[2, 3]`.
 * @param {ArrayLike<number>} list
 */
export const bracketed = (list) => `[${Array.from(list, (n) => (Number.isInteger(n) ? BigInt(n) : n)).join(', ')}]`;
