// torch.autograd: grad, which gives gradients instead of adding them to `grad`, and backward of several tensors.

import { RuntimeError, ValueError } from '../../core/errors.js';
import { bindPython, typeName } from '../arguments/signature.js';
import { tuple } from '../arguments/tuple.js';
import { warn } from '../arguments/warning.js';
import { isTensor } from '../storage/base.js';
import { fresh } from '../storage/strided.js';
import { addUp, cyclic, edgesOf, initialGradient, run } from './engine.js';
import { edgeOf, requiresGrad } from './graph.js';

/** @typedef {import('../tensor/tensor.js').Tensor} Tensor */

/** @param {any} value */
const listOf = (value) => (Array.isArray(value) ? [...value] : [value]);

/** Tensors one by one or in a list. @param {any} value */
function listed(value) {
  if (isTensor(value)) return [value];
  if (typeof value === 'number' || typeof value === 'boolean' || value === null)
    throw new TypeError(`'${typeName(value)}' object is not iterable`);
  return listOf(value);
}

/** @param {Tensor[]} outputs @param {any[]} above */
function startsOf(outputs, above) {
  if (above.length !== outputs.length)
    throw new RuntimeError(`got ${outputs.length} tensors and ${above.length} gradients`);
  outputs.forEach((output, i) => {
    if (!isTensor(output)) throw new TypeError(`'${typeName(output)}' object is not a Tensor`);
    if (!requiresGrad(output) || edgeOf(output) === null) {
      throw new RuntimeError(`element ${i} of tensors does not require grad and does not have a grad_fn`);
    }
  });
  return outputs.map((output, i) => initialGradient(output, above[i]));
}

const arguments_ = [
  'outputs',
  'inputs',
  ...[
    'grad_outputs',
    'retain_graph',
    'create_graph',
    'only_inputs',
    'allow_unused',
    'is_grads_batched',
    'materialize_grads',
  ].map((name) => ({ name, default: null })),
];

/**
 * The gradients of outputs with respect to inputs, as a tuple: `grad` of no leaf changes. RuntimeError for an input that the outputs do
 * not depend on, unless allow_unused (then null) or materialize_grads (then zeros). With create_graph they have gradients themselves.
 * @type {(outputs: Tensor | readonly Tensor[], inputs: Tensor | readonly Tensor[] | object, grad_outputs?: any, ...rest: any[]) => readonly (Tensor | null)[]}
 * @example const x = torch.tensor([3], { requires_grad: true });
 * torch.autograd.grad(x.pow(2), x) // (tensor([6.]),)
 */
export const grad = (...args) => {
  const [outputs, inputs, above, retain, create, , unused, , zeros] = bindPython('grad', arguments_, args, true);
  if (zeros && unused !== null && !unused) {
    throw new ValueError(
      'Expected allow_unused to be True or not passed when materialize_grads=True, but got: allow_unused=False.',
    );
  }
  const [from, to] = [listed(outputs), listed(inputs)];
  if (to.length === 0) throw new RuntimeError('`inputs` argument to `grad()` cannot be empty.');
  const starts = startsOf(from, above === null ? from.map(() => null) : listOf(above));
  const edges = edgesOf(to);
  const captured = new Map(edges.map(({ node }) => [node, /** @type {any[]} */ ([])]));
  run(from, starts, { retain, create, captured });
  return tuple(
    edges.map(({ node, index }, i) => {
      const slot = captured.get(node)?.[index];
      if (!slot && zeros) return fresh(to[i], to[i].shape);
      if (!slot && !unused) {
        throw new RuntimeError(
          `The differentiated Tensor at index ${i} appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.`,
        );
      }
      return slot ? (slot.owned || create ? slot.tensor : slot.tensor.clone()) : null;
    }),
  );
};

const several = ['grad_tensors', 'retain_graph', 'create_graph', 'grad_variables', 'inputs'].map((name) => ({
  name,
  default: null,
}));

/**
 * Adds the gradients of tensors to `grad` of every leaf they were computed from, or of the inputs alone where some are named.
 * @type {(tensors: Tensor | readonly Tensor[], grad_tensors?: any, ...rest: any[]) => void}
 * @example torch.autograd.backward(torch.ones(1, { requires_grad: true })) // undefined
 */
export const backward = (...args) => {
  const [tensors, above, retain, create, , inputs] = bindPython('backward', ['tensors', ...several], args, true);
  const from = listOf(tensors);
  const starts = startsOf(from, above === null ? from.map(() => null) : listOf(above));
  if (create) warn('UserWarning', cyclic);
  addUp(from, starts, inputs, { retain, create });
};
