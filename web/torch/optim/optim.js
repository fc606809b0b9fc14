// torch.optim: the optimisers, and the schedulers of their learning rates.

import { namespace } from '../arguments/namespace.js';
import { Adagrad } from './adagrad.js';
import { Adam, AdamW } from './adam.js';
import { Optimizer } from './optimizer.js';
import { ReduceLROnPlateau } from './plateau.js';
import { RMSprop } from './rmsprop.js';
import * as schedulers from './schedulers.js';
import { SGD } from './sgd.js';

/** torch.optim.lr_scheduler. */
const lr_scheduler = /* @__PURE__ */ namespace('torch.optim.lr_scheduler', { ...schedulers, ReduceLROnPlateau }, 's');

/** torch.optim. */
export const optim = /* @__PURE__ */ namespace(
  'torch.optim',
  { Adagrad, Adam, AdamW, Optimizer, RMSprop, SGD, lr_scheduler },
  'o',
);
