// What the classes of losses are made by.

import { optional } from '../arguments/call.js';
import { reductionOf } from '../losses/loss.js';
import { layerClass } from './layer.js';

/** Which constructor parameters are buffers. */
const buffers = ['weight', 'pos_weight'];

/**
 * A loss as a module, called with input and target.
 * @param {string} name
 * @param {Record<string, unknown> | any[]} defaults of the constructor, or its parameters
 * @param {(...args: any[]) => any} loss the function of nn.functional
 * @param {string} [owner] whose constructor it has, in errors
 * @param {string[]} [inputs] what it is called with instead
 * @param {(passed: Record<string, any>) => void} [check]
 */
export function lossClass(name, defaults, loss, owner = name, inputs = ['input', 'target'], check = () => {}) {
  const parameters = Array.isArray(defaults) ? defaults : optional(defaults);
  const passedOn = parameters.map((one) => one.name).filter((key) => key !== 'size_average' && key !== 'reduce');
  return layerClass(
    name,
    'loss',
    parameters,
    (module, { size_average = null, reduce = null, reduction, ...rest }) => {
      check(rest);
      const isLegacy = size_average !== null || reduce !== null;
      module.reduction = isLegacy ? reductionOf(size_average, reduce, reduction) : reduction;
      for (const [key, value] of Object.entries(rest)) {
        if (buffers.includes(key)) module.register_buffer(key, value);
        else module[key] = value;
      }
    },
    inputs,
    (module, ...tensors) => loss(...tensors, Object.fromEntries(passedOn.map((key) => [key, module[key]]))),
    {},
    undefined,
    owner,
  );
}
