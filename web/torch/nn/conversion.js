// A module's tensors in another dtype: to, float, double.

import { metaOf } from '../autograd/graph.js';
import { converted } from '../storage/loops.js';
import { namedTensors, ownBuffers, ownParameters } from './members.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../storage/dtype.js').DType} DType
 */

/** Gives a tensor, which stays the same object, elements of another dtype. @param {Tensor} tensor @param {DType} dtype */
function convert(tensor, dtype) {
  const { storage, shape, strides, offset } = converted(tensor, dtype);
  Object.assign(tensor, { storage, shape, strides, offset, dtype });
  if (tensor.meta === null) return;
  const meta = metaOf(tensor);
  meta.accumulator = null;
  if (meta.grad !== null) meta.grad = converted(meta.grad, dtype);
}

/** Converts the parameters and buffers of fractions. @template {import('./module.js').Module} M @param {M} module @param {DType} dtype @returns {M} */
export function convertModule(module, dtype) {
  for (const own of [ownParameters, ownBuffers]) {
    for (const [, tensor] of namedTensors(module, own, '', true, true)) {
      if (tensor.dtype.is_floating_point && tensor.dtype !== dtype) convert(tensor, dtype);
    }
  }
  return module;
}
