// torch.utils.data's samplers: the orders in which a loader takes samples.
// Source of their draws and checks: torch/utils/data/sampler.py.

import { NotImplementedError, ValueError } from '../../core/errors.js';
import { shown } from '../../core/text/repr.js';
import { optional } from '../arguments/call.js';
import { multinomial } from '../operations/filling/drawing.js';
import { randint } from '../operations/filling/random_integers.js';
import { float64 } from '../storage/dtype.js';
import { as_tensor } from '../tensor/conversions.js';
import { permutation } from '../tensor/drawn.js';
import { defaultGenerator, Generator } from '../tensor/generator.js';
import { pythonClass } from '../tensor/parameter.js';
import { lengthOf } from './datasets.js';

/** The base of samplers: one gives indices, or lists of them, when it is iterated. */
export class Sampler {
  /** @returns {Iterator<any>} */
  [Symbol.iterator]() {
    throw new NotImplementedError('');
  }
}

/** A seed as `torch.empty((), dtype=torch.int64).random_()` draws it. @param {Generator} generator */
export const drawSeed = (generator) => generator.random64() & (2n ** 63n - 1n);

/**
 * @param {string} name
 * @param {any[]} parameters
 * @param {(passed: Record<string, any>) => Record<string, any>} prepare checks, and gives what the sampler holds
 * @param {object} members
 * @returns {any}
 */
function samplerClass(name, parameters, prepare, members) {
  const type = pythonClass(
    `${name}.__init__`,
    Sampler,
    parameters,
    (passed, target) => Object.assign(Object.create(target.prototype), prepare(passed)),
    members,
  );
  return Object.defineProperty(type, 'toString', { value: () => `<class 'torch.utils.data.sampler.${name}'>` });
}

/** @param {string} name @param {any} value @param {boolean} takesBool whether Python's bool counts as an int */
function checkPositive(name, value, takesBool = false) {
  const isWhole = Number.isInteger(value) || (takesBool && typeof value === 'boolean');
  if (!isWhole || Number(value) <= 0)
    throw new ValueError(`${name} should be a positive integer value, but got ${name}=${shown(value, false)}`);
}

/** @param {string} name @param {any} value @param {any} error */
function checkBoolean(name, value, error) {
  if (typeof value !== 'boolean')
    throw new error(`${name} should be a boolean value, but got ${name}=${shown(value, false)}`);
}

/** The samples one after another. @example [...torch.utils.data.SequentialSampler([5, 6])] // [0, 1] */
export const SequentialSampler = samplerClass('SequentialSampler', ['data_source'], (passed) => passed, {
  get length() {
    return lengthOf(/** @type {any} */ (this).data_source);
  },
  /** @this {any} */
  *[Symbol.iterator]() {
    for (let i = 0; i < this.length; i++) yield i;
  },
});

/**
 * The samples in random order, or num_samples of them; with replacement each is drawn from all.
 * @example torch.utils.data.RandomSampler([5, 6, 7]).length // 3
 */
export const RandomSampler = samplerClass(
  'RandomSampler',
  ['data_source', ...optional({ replacement: false, num_samples: null, generator: null })],
  ({ num_samples: wanted, ...passed }) => {
    checkBoolean('replacement', passed.replacement, TypeError);
    checkPositive('num_samples', wanted ?? lengthOf(passed.data_source), true);
    return { ...passed, _num_samples: wanted };
  },
  {
    get num_samples() {
      const { _num_samples, data_source } = /** @type {any} */ (this);
      return _num_samples ?? lengthOf(data_source);
    },
    get length() {
      return /** @type {any} */ (this).num_samples;
    },
    /** @this {any} */
    *[Symbol.iterator]() {
      const [count, wanted] = [lengthOf(this.data_source), this.num_samples];
      const generator = this.generator ?? new Generator().manual_seed(drawSeed(defaultGenerator));
      if (this.replacement) {
        // By thirty-twos, and the rest.
        for (let left = wanted; left >= 0; left -= 32) {
          yield* randint(count, [Math.min(left, 32)], { generator }).tolist();
          if (left < 32) return;
        }
        return;
      }
      for (let i = 0; i < Math.floor(wanted / count); i++) yield* permutation(count, generator);
      // Another order is drawn for the rest also where nothing is left.
      yield* permutation(count, generator).slice(0, wanted % count);
    },
  },
);

/** Some indices in random order. @example torch.utils.data.SubsetRandomSampler([5, 6]).length // 2 */
export const SubsetRandomSampler = samplerClass(
  'SubsetRandomSampler',
  ['indices', ...optional({ generator: null })],
  (passed) => passed,
  {
    get length() {
      return lengthOf(/** @type {any} */ (this).indices);
    },
    /** @this {any} */
    *[Symbol.iterator]() {
      const { indices, generator } = this;
      for (const i of permutation(this.length, generator ?? defaultGenerator))
        yield typeof indices.get === 'function' ? indices.get(i) : indices[i];
    },
  },
);

/**
 * As many indices as are wanted, drawn with chances in proportion to weights, with replacement (true).
 * @example torch.utils.data.WeightedRandomSampler([1, 3], 2).length // 2
 */
export const WeightedRandomSampler = samplerClass(
  'WeightedRandomSampler',
  ['weights', 'num_samples', ...optional({ replacement: true, generator: null })],
  ({ weights: given, num_samples, replacement, generator }) => {
    checkPositive('num_samples', num_samples);
    checkBoolean('replacement', replacement, ValueError);
    const weights = as_tensor(given, { dtype: float64 });
    if (weights.shape.length !== 1)
      throw new ValueError(
        `weights should be a 1d sequence but given weights have shape (${weights.shape.join(', ')})`,
      );
    return { weights, num_samples, replacement, generator };
  },
  {
    get length() {
      return /** @type {any} */ (this).num_samples;
    },
    /** @this {any} */
    *[Symbol.iterator]() {
      const { weights, num_samples, replacement, generator } = this;
      yield* /** @type {any} */ (multinomial)(weights, num_samples, replacement, { generator }).tolist();
    },
  },
);

/**
 * Lists of what a sampler gives, batch_size to each; drop_last: whether a last one that is not full is left out.
 * @example [...torch.utils.data.BatchSampler([5, 6, 7], 2, false)] // [[5, 6], [7]]
 */
export const BatchSampler = samplerClass(
  'BatchSampler',
  ['sampler', 'batch_size', 'drop_last'],
  (passed) => {
    checkPositive('batch_size', passed.batch_size);
    checkBoolean('drop_last', passed.drop_last, ValueError);
    return passed;
  },
  {
    get length() {
      const { sampler, batch_size, drop_last } = /** @type {any} */ (this);
      const count = lengthOf(sampler) / batch_size;
      return drop_last ? Math.floor(count) : Math.ceil(count);
    },
    /** @this {any} */
    *[Symbol.iterator]() {
      /** @type {any[]} */ let batch = [];
      for (const index of this.sampler) {
        batch.push(index);
        if (batch.length < this.batch_size) continue;
        yield batch;
        batch = [];
      }
      if (batch.length > 0 && !this.drop_last) yield batch;
    },
  },
);
