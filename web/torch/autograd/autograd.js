// torch.autograd.

import { namespace } from '../arguments/namespace.js';
import { AutogradFunction } from './function.js';
import { backward, grad } from './grad.js';
import { gradcheck } from './gradcheck.js';
import { hessian, jacobian } from './jacobian.js';
import { hvp, jvp, vhp, vjp } from './vector_products.js';

/** torch.autograd.functional. */
const functional = namespace('torch.autograd.functional', { hessian, hvp, jacobian, jvp, vhp, vjp });

/** torch.autograd. */
export const autograd = namespace(
  'torch.autograd',
  {
    Function: AutogradFunction,
    backward,
    functional,
    grad,
    gradcheck,
  },
  'a',
);
