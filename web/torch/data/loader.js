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
import { defaultGenerator } from '../tensor/generator.js';
import { pythonClass } from '../tensor/parameter.js';
import { lengthOf, sampleOf } from './datasets.js';
import { BatchSampler, drawSeed, RandomSampler, SequentialSampler } from './samplers.js';

/** @typedef {import('../tensor/tensor.js').Tensor} Tensor */

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

/** The order of the samples where none is given. @param {any} dataset @param {Record<string, any>} passed */
const samplerOf = (dataset, { shuffle, generator }) =>
  truth(shuffle) ? new RandomSampler(dataset, { generator }) : new SequentialSampler(dataset);

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
    if (passed.sampler !== null && truth(passed.shuffle))
      throw new ValueError('sampler option is mutually exclusive with shuffle');
    const isBatched = passed.batch_sampler !== null;
    if (isBatched && (size !== 1 || truth(passed.shuffle) || passed.sampler !== null || truth(drops)))
      throw new ValueError(
        'batch_sampler option is mutually exclusive with batch_size, shuffle, sampler, and drop_last',
      );
    if (size === null && truth(drops))
      throw new ValueError('batch_size=None option disables auto-batching and is mutually exclusive with drop_last');
    const sampler = passed.sampler ?? samplerOf(dataset, passed);
    const batch_sampler = isBatched || size === null ? passed.batch_sampler : new BatchSampler(sampler, size, drops);
    return Object.assign(Object.create(type.prototype), {
      dataset,
      ...passed,
      sampler,
      batch_sampler,
      batch_size: isBatched ? null : size,
      collate_fn: passed.collate_fn ?? (batch_sampler === null ? null : default_collate),
    });
  },
  {
    /** How many batches there are. */
    get length() {
      const { sampler, batch_sampler } = /** @type {any} */ (this);
      return lengthOf(batch_sampler ?? sampler);
    },
    /** @this {any} */
    [Symbol.iterator]() {
      drawSeed(this.generator ?? defaultGenerator); // the seed of PyTorch's workers, drawn though there are none
      return this.batches();
    },
    /** @this {any} */
    *batches() {
      const { dataset, sampler, batch_sampler, collate_fn: collate } = this;
      if (batch_sampler === null) {
        // Without batches each sample stands for itself.
        for (const index of sampler) {
          const sample = sampleOf(dataset, index);
          yield collate?.(sample) ?? sample;
        }
        return;
      }
      for (const batch of batch_sampler)
        yield collate(Array.from(batch, (/** @type {any} */ index) => sampleOf(dataset, index)));
    },
  },
);
