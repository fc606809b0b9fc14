// torch.autograd.functional: jacobian and hessian. Source: torch/autograd/functional.py.

import { RuntimeError } from '../../core/errors.js';
import { sizeOf } from '../../core/numbers/size.js';
import { optional } from '../arguments/call.js';
import { bindPython, typeName } from '../arguments/signature.js';
import { tuple } from '../arguments/tuple.js';
import { stack } from '../operations/shapes/joins.js';
import { isTensor } from '../storage/base.js';
import { fresh } from '../storage/strided.js';
import { grad } from './grad.js';
import { enable_grad } from './grad_mode.js';
import { requiresGrad } from './graph.js';

/** @typedef {import('../tensor/tensor.js').Tensor} Tensor */

/** @param {any} value @param {string} what @param {string} name */
export function tensorsOf(value, what, name) {
  const all = Array.isArray(value) ? [...value] : [value];
  all.forEach((one, i) => {
    if (isTensor(one)) return;
    const which = Array.isArray(value) ? `value at index ${i}` : `given ${what}`;
    throw new TypeError(
      `The ${what} given to ${name} must be either a Tensor or a tuple of Tensors but the ${which} has type <class '${typeName(one)}'>.`,
    );
  });
  return all;
}

/** The slopes of each element of an output: the output's shape, then the input's. @param {Tensor} output @param {Tensor} input @param {boolean} create_graph */
export function slopes(output, input, create_graph) {
  const shape = [...output.shape, ...input.shape];
  const flat = output.reshape(-1);
  if (!requiresGrad(output) || flat.shape[0] === 0) return fresh(output, sizeOf(shape));
  const how = { retain_graph: true, create_graph, allow_unused: true, materialize_grads: true };
  const rows = Array.from({ length: flat.shape[0] }, (_, i) => grad(flat.select(0, i), input, how)[0]);
  return stack(/** @type {Tensor[]} */ (rows)).reshape(shape);
}

/** What a function gives for inputs, which need gradients: copies of their own, unless the slopes are to have some too. @param {(...inputs: Tensor[]) => any} func @param {any} inputs @param {string} name @param {boolean} create */
export function called(func, inputs, name, create) {
  const leaves = tensorsOf(inputs, 'inputs', name).map((x) =>
    create && requiresGrad(x) ? x.view_as(x) : x.detach().clone().requires_grad_(),
  );
  if (typeof func !== 'function') throw new TypeError(`'${typeName(func)}' object is not callable`);
  const given = func(...leaves);
  return { leaves, given, outputs: tensorsOf(given, 'outputs of the user-provided function', name) };
}

/** Each value, or the tuple of those of several. @param {any} asked @param {any[]} values */
export const shapedAs = (asked, values) => (Array.isArray(asked) ? tuple(values) : values[0]);

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
  return enable_grad(() => {
    const { leaves, given, outputs } = called(func, inputs, 'jacobian', Boolean(create));
    const rowOf = (/** @type {Tensor} */ output) => leaves.map((leaf) => slopes(output, leaf, Boolean(create)));
    const rows = outputs.map((output) => shapedAs(inputs, rowOf(output)));
    return shapedAs(given, rows);
  });
}

/**
 * All slopes of the slopes of a function that gives one number: of one input a tensor of its shape twice; of several a tuple of
 * tuples. RuntimeError where the function gives more than one number.
 * @param {[func: (...inputs: any[]) => any, inputs: Tensor | Tensor[], ...rest: any[]]} args
 * @returns {any}
 * @example torch.autograd.functional.hessian((x) => x.pow(3).sum(), torch.tensor([1, 2])) // tensor([[ 6.,  0.], [ 0., 12.]])
 */
export function hessian(...args) {
  const [func, inputs, create] = /** @type {any[]} */ (
    bindPython(
      'hessian',
      [
        'func',
        'inputs',
        ...optional({
          create_graph: false,
          strict: false,
          vectorize: false,
          outer_jacobian_strategy: 'reverse-mode',
        }),
      ],
      args,
      true,
    )
  );
  return enable_grad(() => {
    const { leaves, outputs } = called(func, inputs, 'hessian', Boolean(create));
    requireOne(outputs);
    const firsts = requiresGrad(outputs[0])
      ? grad(outputs[0], leaves, { create_graph: true, allow_unused: true, materialize_grads: true })
      : leaves.map((leaf) => fresh(leaf, leaf.shape));
    const rows = firsts.map((first) => {
      const row = leaves.map((leaf) => slopes(/** @type {Tensor} */ (first), leaf, Boolean(create)));
      return shapedAs(inputs, row);
    });
    return shapedAs(inputs, rows);
  });
}

/** @param {Tensor[]} outputs */
function requireOne(outputs) {
  if (outputs.length !== 1) throw new RuntimeError('The function given to hessian should return a single Tensor');
  if (outputs[0].shape.numel() !== 1)
    throw new RuntimeError('The Tensor returned by the function given to hessian should contain a single element');
}
