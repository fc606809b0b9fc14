// torch.utils.data's datasets: TensorDataset, Subset, ConcatDataset, and random_split, which makes subsets at random.

import { AssertionError, IndexError, NotImplementedError, ValueError } from '../../core/errors.js';
import { optional, requireMethod } from '../arguments/call.js';
import { bindPython, isKeywords, isNumber, typeName } from '../arguments/signature.js';
import { tuple } from '../arguments/tuple.js';
import { warn } from '../arguments/warning.js';
import { randperm } from '../operations/filling/random_integers.js';
import { isTensor } from '../storage/base.js';
import { permutation } from '../tensor/drawn.js';
import { defaultGenerator, Generator } from '../tensor/generator.js';

/** @typedef {import('../tensor/tensor.js').Tensor} Tensor */

/** The base of datasets: one has `get(index)` and `length`, or is an array. */
export class Dataset {
  /** How many samples there are. @returns {number} */
  get length() {
    throw new TypeError(`object of type '${this.constructor.name}' has no len()`);
  }
  /** One sample. @param {number} _index @returns {any} */
  get(_index) {
    throw new NotImplementedError('Subclasses of Dataset should implement __getitem__.');
  }
  *[Symbol.iterator]() {
    for (let i = 0; i < this.length; i++) yield this.get(i);
  }
}

/** One sample of a dataset, a tensor or an array. @param {any} dataset @param {any} index a number, or a tensor of one */
export function sampleOf(dataset, index) {
  if (typeof dataset.get === 'function') return dataset.get(index);
  const place = isTensor(index) ? Number(/** @type {any} */ (index).item()) : index;
  if (!Array.isArray(dataset)) return dataset[place];
  const sample = dataset.at(place);
  if (sample === undefined) throw new IndexError('list index out of range');
  return sample;
}

/** Python's len(). @param {any} dataset @returns {number} */
export function lengthOf(dataset) {
  const length = isTensor(dataset) ? dataset.shape[0] : dataset?.length;
  if (typeof length !== 'number') throw new TypeError(`object of type '${typeName(dataset)}' has no len()`);
  return length;
}

/**
 * A class made with or without `new`, whose constructor takes any number of arguments.
 * @param {string} name @param {(dataset: any, args: any[]) => void} construct @param {object} members @returns {any}
 */
function datasetClass(name, construct, members) {
  /** @param {any[]} args */
  function type(...args) {
    const dataset = Object.create((new.target ?? type).prototype);
    construct(dataset, args);
    return dataset;
  }
  const descriptors = Object.getOwnPropertyDescriptors(members);
  type.prototype = Object.create(Dataset.prototype, {
    constructor: { value: type, writable: true, configurable: true },
    ...descriptors,
  });
  Object.setPrototypeOf(type, Dataset);
  return Object.defineProperties(type, {
    name: { value: name },
    toString: { value: () => `<class 'torch.utils.data.dataset.${name}'>` },
  });
}

/**
 * Tensors whose first dimension counts the samples: a sample is a list of one element of each. AssertionError for tensors of
 * unequal counts.
 * @example torch.utils.data.TensorDataset(torch.zeros(3, 2), torch.ones(3)).get(0)[1] // tensor(1.)
 */
export const TensorDataset = datasetClass(
  'TensorDataset',
  (dataset, tensors) => {
    if (isKeywords(tensors.at(-1)))
      throw new TypeError(
        `TensorDataset.__init__() got an unexpected keyword argument '${Object.keys(tensors[tensors.length - 1])[0]}'`,
      );
    for (const tensor of tensors) {
      requireMethod(tensor, 'size');
      if (tensor.shape[0] !== tensors[0].shape[0]) throw new AssertionError('Size mismatch between tensors');
    }
    dataset.tensors = tuple(tensors);
  },
  {
    get length() {
      return /** @type {any} */ (this).tensors[0].shape[0];
    },
    /** @this {any} @param {number} index */
    get(index) {
      return this.tensors.map((/** @type {Tensor} */ tensor) => tensor.index(index));
    },
  },
);

/** Some samples of a dataset, by their indices. @example torch.utils.data.Subset([5, 6, 7], [2]).get(0) // 7 */
export const Subset = datasetClass(
  'Subset',
  (subset, args) => {
    const [dataset, indices] = bindPython('Subset.__init__', ['dataset', 'indices'], args, true);
    Object.assign(subset, { dataset, indices });
  },
  {
    get length() {
      return /** @type {any} */ (this).indices.length;
    },
    /** @this {any} @param {number} index */
    get(index) {
      if (typeof this.indices.at !== 'function')
        throw new TypeError(`'${typeName(this.indices)}' object is not subscriptable`);
      const at = this.indices.at(index);
      if (at === undefined) throw new IndexError('list index out of range');
      return sampleOf(this.dataset, at);
    },
  },
);

/**
 * Datasets one after another. AssertionError for none.
 * @example torch.utils.data.ConcatDataset([[5, 6], [7]]).get(2) // 7
 */
export const ConcatDataset = datasetClass(
  'ConcatDataset',
  (joined, args) => {
    /** @type {any[]} */ const [datasets] = bindPython('ConcatDataset.__init__', ['datasets'], args, true);
    if (typeof datasets?.[Symbol.iterator] !== 'function')
      throw new TypeError(`'${typeName(datasets)}' object is not iterable`);
    joined.datasets = [...datasets];
    if (joined.datasets.length === 0) throw new AssertionError('datasets should not be an empty iterable');
  },
  {
    get length() {
      return /** @type {any} */ (this).cumulative_sizes.at(-1);
    },
    /** Where each of them ends. */
    get cumulative_sizes() {
      let sum = 0;
      return /** @type {any} */ (this).datasets.map((/** @type {any} */ one) => {
        sum += lengthOf(one);
        return sum;
      });
    },
    /** @this {any} @param {number} index */
    get(index) {
      const ends = this.cumulative_sizes;
      if (index < 0 && -index > ends.at(-1))
        throw new ValueError('absolute value of index should not exceed dataset length');
      const at = index < 0 ? index + ends.at(-1) : index;
      const which = ends.findIndex((/** @type {number} */ end) => at < end);
      if (which < 0) throw new IndexError('list index out of range');
      return sampleOf(this.datasets[which], at - (ends[which - 1] ?? 0));
    },
  },
);

/** Lengths from parts of one, as PyTorch rounds them: what is left goes one by one to the first. @param {number[]} parts @param {number} count */
function lengthsOf(parts, count) {
  const lengths = parts.map((part, i) => {
    if (part < 0 || part > 1) throw new ValueError(`Fraction at index ${i} is not between 0 and 1`);
    return Math.floor(count * part);
  });
  const left = count - lengths.reduce((a, b) => a + b, 0);
  for (let i = 0; i < left; i++) lengths[i % lengths.length]++;
  lengths.forEach((length, i) => {
    if (length === 0) warn('UserWarning', `Length of split at index ${i} is 0. This might result in an empty dataset.`);
  });
  return lengths;
}

/**
 * Subsets of the given lengths, or of the given parts of one, of a dataset in random order. ValueError where the lengths
 * are not the dataset's.
 * @param {[dataset: any, lengths: number[], generator?: any]} args
 * @returns {any[]}
 * @example torch.utils.data.random_split([1, 2, 3], [2, 1]).map((part) => part.length) // [2, 1]
 */
export function random_split(...args) {
  const [dataset, given, generator] = /** @type {any[]} */ (
    bindPython('random_split', ['dataset', 'lengths', ...optional({ generator: null })], args)
  );
  if (!Array.isArray(given)) throw new TypeError(`'${typeName(given)}' object is not iterable`);
  for (const one of given)
    if (!isNumber(one)) throw new TypeError(`unsupported operand type(s) for +: 'int' and '${typeName(one)}'`);
  const total = given.reduce((/** @type {number} */ a, /** @type {number} */ b) => a + b, 0);
  const isParts = Math.abs(total - 1) <= 1e-9 && total <= 1;
  const lengths = isParts ? lengthsOf(given, lengthOf(dataset)) : given;
  const count = lengths.reduce((/** @type {number} */ a, /** @type {number} */ b) => a + b, 0);
  if (count !== lengthOf(dataset)) {
    throw new ValueError('Sum of input lengths does not equal the length of the input dataset!');
  }
  if (generator !== null && !(generator instanceof Generator)) randperm(count, { generator });
  const order = permutation(count, generator ?? defaultGenerator);
  let at = 0;
  return lengths.map((/** @type {number} */ length) => {
    const part = new Subset(dataset, order.slice(at, at + length));
    at += length;
    return part;
  });
}
