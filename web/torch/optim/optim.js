// torch.optim: the optimisers, and the schedulers of their learning rates.

import { namespace } from '../arguments/namespace.js';
import { Adam, AdamW } from './adam.js';
import { Optimizer } from './optimizer.js';
import { RMSprop } from './rmsprop.js';
import { lr_scheduler } from './schedulers.js';
import { SGD } from './sgd.js';

/** torch.optim. */
export const optim = /* @__PURE__ */ namespace(
  'torch.optim',
  { Adam, AdamW, Optimizer, RMSprop, SGD, lr_scheduler },
  'o',
);
