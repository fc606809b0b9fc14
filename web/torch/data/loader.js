// torch.utils.data.DataLoader: batches of a dataset, in order or shuffled as PyTorch shuffles.
// Sources of the order of draws: torch/utils/data/sampler.py and dataloader.py.

import { KeyError, RuntimeError, ValueError } from '../../core/errors.js';
import { bracketed, sameShape, sizeOf } from '../../core/numbers/size.js';
import { plain } from '../../core/numbers/written.js';
import { optional } from '../arguments/call.js';
import { isKeywords, isNumber, truth, typeName } from '../arguments/signature.js';
import { tuple } from '../arguments/tuple.js';
import { isTensor } from '../storage/base.js';
import { from_numpy, tensor } from '../storage/data.js';
import { bool, float64, int64 } from '../storage/dtype.js';
import { allocate, elements, fresh } from '../storage/strided.js';
import { permutation } from '../tensor/drawn.js';
import { defaultGenerator, Generator } from '../tensor/generator.js';
import { pythonClass } from '../tensor/parameter.js';
import { lengthOf, sampleOf } from './datasets.js';

/** @typedef {import('../tensor/tensor.js').Tensor} Tensor */

/** A seed as `torch.empty((), dtype=torch.int64).random_()` draws it. @param {Generator} generator */
const drawSeed = (generator) => generator.random64() & (2n ** 63n - 1n);

/** The order of the samples; that of a shuffle is drawn when the first is asked for. @param {any} loader */
function* orderOf({ dataset, shuffle, generator }) {
  const count = lengthOf(dataset);
  if (!shuffle) {
    for (let i = 0; i < count; i++) yield i;
    return;
  }
  const stream = generator ?? new Generator().manual_seed(drawSeed(defaultGenerator));
  yield* permutation(count, stream);
  permutation(count, stream); // the sampler draws another order at its end, of which it takes none
}

/** Lists of indices, a batch each. @param {any} loader */
function* batchesOf(loader) {
  /** @type {number[]} */ let batch = [];
  for (const index of loader.sampler ?? orderOf(loader)) {
    batch.push(index);
    if (batch.length < loader.batch_size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0 && !loader.drop_last) yield batch;
}

/** Tensors of one shape as one tensor. @param {Tensor[]} tensors @returns {Tensor} */
function stacked(tensors) {
  const [first] = tensors;
  const count = first.shape.numel();
  const array = allocate(count * tensors.length, first.dtype);
  tensors.forEach((one, i) => {
    if (!sameShape(one.shape, first.shape)) {
      throw new RuntimeError(
        `stack expects each tensor to be equal size, but got ${bracketed(first.shape)} at entry 0 and ${bracketed(one.shape)} at entry ${i}`,
      );
    }
    array.set(/** @type {any} */ (elements(one)), i * count);
  });
  return fresh(first, sizeOf([tensors.length, ...first.shape]), array);
}

/**
 * What a batch is of its samples: tensors are stacked, numbers become a tensor, lists and objects are collated by place.
 * @param {readonly any[]} samples
 * @returns {any}
 */
export function default_collate(samples) {
  const [first] = samples;
  if (isTensor(first)) return stacked([...samples]);
  if (typeof first === 'boolean') return tensor(samples, { dtype: bool });
  if (typeof plain(first) === 'number' || typeof first === 'bigint') {
    const isWhole = samples.every((value) => typeof value === 'bigint' || Number.isSafeInteger(value));
    return tensor(samples, { dtype: isWhole ? int64 : float64 });
  }
  if (ArrayBuffer.isView(first)) return stacked(samples.map((array) => from_numpy(array)));
  if (typeof first === 'string') return samples;
  if (Array.isArray(first) && samples.some((sample) => sample.length !== first.length))
    throw new RuntimeError('each element in list of batch should be of equal size');
  if (Array.isArray(first)) return first.map((_, i) => default_collate(tuple(samples.map((sample) => sample[i]))));
  if (isKeywords(first)) {
    return Object.fromEntries(
      Object.keys(first).map((key) => {
        if (samples.some((sample) => !(key in sample))) throw new KeyError(key);
        return [key, default_collate(samples.map((sample) => sample[key]))];
      }),
    );
  }
  throw new TypeError(
    `default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; found <class '${typeName(first)}'>`,
  );
}

const noWorkers = 'num_workers option should be non-negative; use num_workers=0 to disable multiprocessing.';

/** In Python's order; what concerns processes and devices has no effect, since there are none. */
const options = {
  batch_size: 1,
  shuffle: null,
  sampler: null,
  batch_sampler: null,
  num_workers: 0,
  collate_fn: null,
  pin_memory: false,
  drop_last: false,
  timeout: 0,
  worker_init_fn: null,
  multiprocessing_context: null,
  generator: null,
};

/**
 * Batches of a dataset: `for (const [x, y] of loader)`, `loader.length`. batch_size (1), shuffle (false): the order that
 * PyTorch has from the same seed, drop_last (false): whether a last batch that is not full is left out, generator, sampler: any
 * iterable of indices, collate_fn: what makes a batch of a list of samples. ValueError for a batch size that is not positive.
 * @example [...torch.utils.data.DataLoader([1.5, 2.5, 3.5], { batch_size: 2 })].length // 2
 */
export const DataLoader = pythonClass(
  'DataLoader.__init__',
  Object,
  ['dataset', ...optional(options)],
  ({ dataset, ...passed }, type) => {
    const { batch_size: size, num_workers: workers, drop_last: drops } = passed;
    if (!isNumber(workers))
      throw new TypeError(`'<' not supported between instances of '${typeName(workers)}' and 'int'`);
    if (Number(workers) < 0) throw new ValueError(noWorkers);
    if (size !== null && !(size > 0 && Number.isInteger(size))) {
      throw new ValueError(`batch_size should be a positive integer value, but got batch_size=${size}`);
    }
    if (passed.sampler !== null && truth(passed.shuffle)) {
      throw new ValueError('sampler option is mutually exclusive with shuffle');
    }
    if (truth(passed.shuffle) && lengthOf(dataset) === 0) {
      throw new ValueError('num_samples should be a positive integer value, but got num_samples=0');
    }
    if (typeof drops !== 'boolean')
      throw new ValueError(`drop_last should be a boolean value, but got drop_last=${drops}`);
    return Object.assign(Object.create(type.prototype), { dataset, ...passed, shuffle: truth(passed.shuffle) });
  },
  {
    /** How many batches there are. */
    get length() {
      const { sampler, batch_sampler, dataset, batch_size, drop_last } = /** @type {any} */ (this);
      if (batch_sampler !== null) return batch_sampler.length;
      if (batch_size === null) return lengthOf(sampler ?? dataset);
      const count = lengthOf(sampler ?? dataset) / batch_size;
      return truth(drop_last) ? Math.floor(count) : Math.ceil(count);
    },
    /** @this {any} */
    [Symbol.iterator]() {
      drawSeed(this.generator ?? defaultGenerator); // the seed of PyTorch's workers, drawn though there are none
      return this.batches();
    },
    /** @this {any} */
    *batches() {
      if (this.batch_size === null && this.batch_sampler === null) {
        // Without batches each sample stands for itself.
        for (const index of this.sampler ?? orderOf(this)) {
          const sample = sampleOf(this.dataset, index);
          yield this.collate_fn?.(sample) ?? sample;
        }
        return;
      }
      const collate = this.collate_fn ?? default_collate;
      for (const batch of this.batch_sampler ?? batchesOf(this))
        yield collate(batch.map((/** @type {number} */ index) => sampleOf(this.dataset, index)));
    },
  },
);
