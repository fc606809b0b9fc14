// torch.optim: the optimisers, and the schedulers of their learning rates.

import { namespace } from '../arguments/namespace.js';
import { Adadelta } from './adadelta.js';
import { Adagrad } from './adagrad.js';
import { Adam, AdamW } from './adam.js';
import { Adamax } from './adamax.js';
import { ASGD } from './asgd.js';
import * as chains from './lr_scheduler/chains.js';
import * as cycles from './lr_scheduler/cycles.js';
import { ReduceLROnPlateau } from './lr_scheduler/plateau.js';
import { CosineAnnealingWarmRestarts } from './lr_scheduler/restarts.js';
import { _LRScheduler, LRScheduler } from './lr_scheduler/scheduler.js';
import * as schedulers from './lr_scheduler/schedulers.js';
import { NAdam } from './nadam.js';
import { Optimizer } from './optimizer.js';
import { RAdam } from './radam.js';
import { RMSprop } from './rmsprop.js';
import { Rprop } from './rprop.js';
import { SGD } from './sgd.js';

/** torch.optim.lr_scheduler. */
const lr_scheduler = /* @__PURE__ */ namespace(
  'torch.optim.lr_scheduler',
  { _LRScheduler, LRScheduler, ...schedulers, ...cycles, ...chains, CosineAnnealingWarmRestarts, ReduceLROnPlateau },
  's',
);

/** torch.optim. */
export const optim = /* @__PURE__ */ namespace(
  'torch.optim',
  { ASGD, Adadelta, Adagrad, Adam, AdamW, Adamax, NAdam, Optimizer, RAdam, RMSprop, Rprop, SGD, lr_scheduler },
  'o',
);
