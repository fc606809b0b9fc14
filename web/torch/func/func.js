// torch.func.

import { namespace } from '../arguments/namespace.js';
import { grad, grad_and_value, hessian, jacfwd, jacrev, jvp, vjp } from './derivatives.js';
import { functional_call, stack_module_state } from './functional_call.js';
import { vmap } from './vmap.js';

/** torch.func. */
export const func = /* @__PURE__ */ namespace(
  'torch.func',
  {
    functional_call,
    grad,
    grad_and_value,
    hessian,
    jacfwd,
    jacrev,
    jvp,
    stack_module_state,
    vjp,
    vmap,
  },
  'g',
);
