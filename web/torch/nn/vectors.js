// torch.nn.utils: parameters_to_vector and vector_to_parameters. Source: torch/nn/utils/convert_parameters.py.

import { typeName } from '../arguments/signature.js';
import { no_grad } from '../autograd/grad_mode.js';
import { cat } from '../operations/shapes/joins.js';
import { isTensor } from '../storage/base.js';

/** @typedef {import('../tensor/tensor.js').Tensor} Tensor */

/**
 * All parameters, one behind another, as one row.
 * @param {Iterable<Tensor>} parameters
 * @returns {Tensor}
 * @example torch.nn.utils.parameters_to_vector([torch.ones(2, 1), torch.zeros(1)]) // tensor([1., 1., 0.])
 */
export const parameters_to_vector = (parameters) =>
  cat(Array.from(parameters, (/** @type {any} */ one) => one.reshape(-1)));

/**
 * Gives each parameter its part of a row, as its data. TypeError for what is no tensor.
 * @param {Tensor} vec
 * @param {Iterable<Tensor>} parameters
 * @example torch.nn.utils.vector_to_parameters(torch.ones(2), [torch.zeros(2)]) // undefined
 */
export function vector_to_parameters(vec, parameters) {
  if (!isTensor(vec)) throw new TypeError(`expected torch.Tensor, but got: ${typeName(vec)}`);
  let at = 0;
  for (const one of /** @type {Iterable<any>} */ (parameters)) {
    const count = one.shape.numel();
    no_grad(() => one.copy_(vec.narrow(0, at, count).view_as(one)));
    at += count;
  }
}
