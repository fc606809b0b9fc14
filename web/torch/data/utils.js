// torch.utils: the datasets and loaders of torch.utils.data.

import { namespace } from '../arguments/namespace.js';
import { ConcatDataset, Dataset, random_split, Subset, TensorDataset } from './datasets.js';
import { DataLoader, default_collate } from './loader.js';

/** torch.utils. */
export const utils = /* @__PURE__ */ namespace('torch.utils', {
  data: /* @__PURE__ */ namespace(
    'torch.utils.data',
    {
      ConcatDataset,
      DataLoader,
      Dataset,
      Subset,
      TensorDataset,
      default_collate,
      random_split,
    },
    'd',
  ),
});
