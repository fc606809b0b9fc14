// torch.autograd.

import { namespace } from '../arguments/namespace.js';
import { AutogradFunction } from './function.js';
import { backward, grad } from './grad.js';
import { gradcheck } from './gradcheck.js';
import { functional } from './jacobian.js';

/** torch.autograd. */
export const autograd = namespace('torch.autograd', {
  Function: AutogradFunction,
  backward,
  functional,
  grad,
  gradcheck,
});
