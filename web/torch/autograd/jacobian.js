// torch.autograd.functional: jacobian. Source: torch/autograd/functional.py.

import { NotImplementedError } from '../../core/errors.js';
import { sizeOf } from '../../core/numbers/size.js';
import { optional } from '../arguments/call.js';
import { namespace } from '../arguments/namespace.js';
import { bindPython, typeName } from '../arguments/signature.js';
import { tuple } from '../arguments/tuple.js';
import { isTensor } from '../storage/base.js';
import { elements, fresh } from '../storage/strided.js';
import { grad } from './grad.js';
import { enable_grad } from './grad_mode.js';
import { requiresGrad } from './graph.js';

/** @typedef {import('../tensor/tensor.js').Tensor} Tensor */

/** @param {any} value @param {string} what */
function tensorsOf(value, what) {
  const all = Array.isArray(value) ? [...value] : [value];
  all.forEach((one, i) => {
    if (isTensor(one)) return;
    const which = Array.isArray(value) ? `value at index ${i}` : `given ${what}`;
    throw new TypeError(
      `The ${what} given to jacobian must be either a Tensor or a tuple of Tensors but the ${which} has type <class '${typeName(one)}'>.`,
    );
  });
  return all;
}

/** The slopes of each element of an output: the output's shape, then the input's. @param {Tensor} output @param {Tensor} input */
function slopes(output, input) {
  const size = input.shape.numel();
  const array = new output.dtype.array(output.shape.numel() * size);
  const flat = output.reshape(-1);
  for (let i = 0; i < flat.shape[0] && requiresGrad(output); i++) {
    const [row] = grad(flat.select(0, i), input, { retain_graph: true, allow_unused: true });
    if (row) array.set(/** @type {any} */ (elements(row)), i * size);
  }
  return fresh(output, sizeOf([...output.shape, ...input.shape]), array);
}

/**
 * All slopes of a function's outputs by its inputs, each a tensor of the output's shape followed by the input's; of several outputs
 * or inputs a tuple. TypeError where the function takes or gives something else than tensors.
 * @param {[func: (...inputs: any[]) => any, inputs: Tensor | Tensor[], ...rest: any[]]} args
 * @returns {any}
 * @example torch.autograd.functional.jacobian((x) => x.pow(2), torch.tensor([1, 2])) // tensor([[2., 0.], [0., 4.]])
 */
export function jacobian(...args) {
  const [func, inputs, create] = /** @type {any[]} */ (
    bindPython(
      'jacobian',
      [
        'func',
        'inputs',
        ...optional({ create_graph: false, strict: false, vectorize: false, strategy: 'reverse-mode' }),
      ],
      args,
      true,
    )
  );
  if (create)
    throw new NotImplementedError('jacobian(): create_graph is not supported: torchlet has first derivatives only');
  return enable_grad(() => {
    const leaves = tensorsOf(inputs, 'inputs').map((x) => x.detach().clone().requires_grad_());
    const given = func(...leaves);
    const rows = tensorsOf(given, 'outputs of the user-provided function').map((output) => {
      const row = leaves.map((leaf) => slopes(output, leaf));
      return Array.isArray(inputs) ? tuple(row) : row[0];
    });
    return Array.isArray(given) ? tuple(rows) : rows[0];
  });
}

/** torch.autograd.functional. */
export const functional = namespace('torch.autograd.functional', { jacobian });
