// Gradients of gradients: what a backward pass that is itself recorded (create_graph) makes of steps that are loops.

import { NotImplementedError, RuntimeError } from '../../core/errors.js';
import { isTensor } from '../storage/base.js';
import { is_grad_enabled, no_grad } from './grad_mode.js';
import { record } from './graph.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('./graph.js').Gradient} Gradient
 */

/**
 * The gradients of a step's inputs. Where they are recorded themselves, loops have the history of their formula.
 * @param {import('./graph.js').Node} node
 * @param {any} grad of its output, or of each of several
 * @param {any[]} saved
 * @param {boolean[]} needs
 * @returns {Gradient[]}
 */
export function gradientsOf({ backward, formula }, grad, saved, needs) {
  if (formula === null || !is_grad_enabled()) return backward(grad, saved, needs);
  const made = no_grad(() => backward(grad, saved, needs));
  if (typeof formula === 'string') return made.map((one) => one && withoutGradient(one, formula, [grad, ...saved]));
  const composed = formula(grad, saved, needs);
  return made.map((one, i) => {
    const source = composed[i];
    if (!one || !source?.meta?.node) return one;
    return record(one, { name: source.meta.node.label, inputs: [source], backward: (above) => [above] });
  });
}

/** A gradient that has none. @param {Tensor} grad @param {string} name @param {any[]} sources */
const withoutGradient = (grad, name, sources) =>
  record(grad, {
    name: 'NotImplemented',
    inputs: sources.flat().filter(isTensor),
    backward: () => {
      throw new RuntimeError(`derivative for aten::${name}_backward is not implemented`);
    },
  });

/**
 * What a loop makes of a gradient that it is linear in, recorded with the loop that leads back.
 * @param {string} name of the step
 * @param {Tensor} grad
 * @param {(grad: Tensor) => Tensor} there
 * @param {(grad: Tensor) => Tensor} back the transpose
 * @returns {Tensor}
 */
export function linearly(name, grad, there, back) {
  if (!is_grad_enabled()) return there(grad);
  return record(
    no_grad(() => there(grad)),
    { name, inputs: [grad], backward: (above) => [linearly(name, above, back, there)] },
  );
}

/**
 * Refuses the gradient of a gradient that only in some cases is made by loops.
 * @param {string} name of the function
 */
export function refuseTwice(name) {
  if (is_grad_enabled()) throw new NotImplementedError(`the derivative for '${name}_backward' is not implemented.`);
}
