// torch.distributions.

import { namespace } from '../arguments/namespace.js';
import { Normal, Uniform } from './continuous.js';
import { Bernoulli, Categorical } from './discrete.js';
import { Distribution } from './distribution.js';
import { kl_divergence } from './divergence.js';

/** torch.distributions. */
export const distributions = /* @__PURE__ */ namespace(
  'torch.distributions',
  {
    Bernoulli,
    Categorical,
    Distribution,
    Normal,
    Uniform,
    kl_divergence,
  },
  'D',
);
