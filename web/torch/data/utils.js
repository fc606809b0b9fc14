// torch.utils: the datasets, samplers and loaders of torch.utils.data.

import { namespace } from '../arguments/namespace.js';
import { ConcatDataset, Dataset, random_split, Subset, TensorDataset } from './datasets.js';
import { DataLoader, default_collate } from './loader.js';
import {
  BatchSampler,
  RandomSampler,
  Sampler,
  SequentialSampler,
  SubsetRandomSampler,
  WeightedRandomSampler,
} from './samplers.js';

/** torch.utils. */
export const utils = /* @__PURE__ */ namespace('torch.utils', {
  data: /* @__PURE__ */ namespace(
    'torch.utils.data',
    {
      BatchSampler,
      ConcatDataset,
      DataLoader,
      Dataset,
      RandomSampler,
      Sampler,
      SequentialSampler,
      Subset,
      SubsetRandomSampler,
      TensorDataset,
      WeightedRandomSampler,
      default_collate,
      random_split,
    },
    'd',
  ),
});
