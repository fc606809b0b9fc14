// The backward pass: walks the graph from the newest node to the oldest and adds the gradients up.

import { RuntimeError } from '../../core/errors.js';
import { sameShape } from '../../core/numbers/size.js';
import { bindPython, typedHint, typeName } from '../arguments/signature.js';
import { warn } from '../arguments/warning.js';
import { cast } from '../operations/elements/casting.js';
import { sumTo } from '../operations/folds/reductions.js';
import { detach } from '../operations/shapes/views.js';
import { add } from '../operations/two_operands/arithmetic.js';
import { isTensor } from '../storage/base.js';
import { asElement } from '../storage/dtype.js';
import { addInto } from '../storage/loops.js';
import { allocate, fresh, isWhole } from '../storage/strided.js';
import { anomaly, refuseNan } from './anomaly.js';
import { enable_grad, is_grad_enabled, no_grad } from './grad_mode.js';
import { edgeOf, metaOf, named, requiresGrad } from './graph.js';
import { bumpVersion } from './inplace.js';
import { gradientsOf } from './twice.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('./graph.js').Node} Node
 * @typedef {{ tensor: Tensor, owned: boolean }} Slot a gradient, and whether nothing else holds its storage
 */

const parameters = ['gradient', 'retain_graph', 'create_graph', 'inputs'].map((name) => ({ name, default: null }));

/**
 * Tensor.backward: adds the gradient of this tensor to `grad` of every leaf it was computed from.
 * @param {Tensor} tensor
 * @param {unknown[]} args gradient, retain_graph, create_graph, inputs
 */
export function backward(tensor, args) {
  const [gradient, retain, create, inputs] = bindPython('Tensor.backward', parameters, args, true);
  for (const flag of [retain, create]) {
    if (flag !== null && typeof flag !== 'boolean' && typeof flag !== 'number') {
      throw new TypeError(`'${typeName(flag)}' object cannot be interpreted as an integer`);
    }
  }
  const start = initialGradient(tensor, gradient);
  if (!requiresGrad(tensor) || edgeOf(tensor) === null) {
    throw new RuntimeError('element 0 of tensors does not require grad and does not have a grad_fn');
  }
  if (create) warn('UserWarning', cyclic);
  addUp([tensor], [start], inputs, { retain, create });
}

/** PyTorch's warning of `backward` with create_graph. */
export const cyclic =
  'Using backward() with create_graph=True will create a reference cycle between the parameter and its gradient which can cause a memory leak. We recommend using autograd.grad when creating the graph to avoid this. If you have to use this function, make sure to reset the .grad fields of your parameters to None after use to break the cycle and avoid the leak.';

/**
 * @param {Tensor} tensor
 * @param {any} argument a tensor, null, or a list of one of them
 * @returns {Slot}
 */
export function initialGradient(tensor, argument) {
  if (typeof argument === 'number' || typeof argument === 'boolean') {
    throw new TypeError(`'${typeName(argument)}' object is not iterable`);
  }
  if (Array.isArray(argument) && argument.length !== 1) {
    throw new RuntimeError(`got 1 tensors and ${argument.length} gradients`);
  }
  const gradient = Array.isArray(argument) ? argument[0] : argument;
  if (gradient === null) {
    if (requiresGrad(tensor) && tensor.shape.numel() !== 1) {
      throw new RuntimeError('grad can be implicitly created only for scalar outputs');
    }
    return {
      tensor: fresh(
        tensor,
        tensor.shape,
        allocate(tensor.shape.numel(), tensor.dtype).fill(/** @type {never} */ (asElement(1, tensor.dtype))),
      ),
      owned: true,
    };
  }
  if (!isTensor(gradient)) {
    throw new TypeError(`gradients can be either Tensors or None, but got ${typeName(gradient)}${typedHint(gradient)}`);
  }
  if (!sameShape(gradient.shape, tensor.shape)) {
    throw new RuntimeError(
      `Mismatch in shape: grad_output[0] has a shape of ${gradient.shape} and output[0] has a shape of ${tensor.shape}.`,
    );
  }
  return { tensor: gradient, owned: false };
}

/**
 * What arrives at some nodes' outputs instead of being added to `grad` of leaves.
 * @typedef {Map<Node, (Slot | null)[]>} Captured
 */

/**
 * @param {Tensor[]} tensors
 * @param {Slot[]} starts their gradients
 * @param {object} how
 * @param {any} [how.retain] whether the graph is kept; null: where the pass is recorded
 * @param {any} [how.create] whether the pass is recorded, so that gradients have gradients
 * @param {Captured | null} [how.captured] which nodes' gradients are asked for; null: those of all leaves are added up
 */
export const run = (tensors, starts, { retain = null, create = false, captured = null }) =>
  (create ? enable_grad : no_grad)(() => walk(tensors, starts, Boolean(retain ?? create), captured));

/** The places in the graph of what is differentiated by. @param {any[]} inputs */
export const edgesOf = (inputs) =>
  inputs.map((input) => {
    if (!isTensor(input))
      throw new RuntimeError(`all inputs have to be Tensors or GradientEdges, but got ${typeName(input)}`);
    const edge = requiresGrad(input) ? edgeOf(input) : null;
    if (edge === null) throw new RuntimeError('One of the differentiated Tensors does not require grad');
    return edge;
  });

/**
 * Adds gradients to `grad`: of all leaves, or of the inputs alone where there are some.
 * @param {Tensor[]} tensors
 * @param {Slot[]} starts
 * @param {any} inputs a tensor, a list of some, or null
 * @param {{ retain: any, create: any }} how
 */
export function addUp(tensors, starts, inputs, how) {
  if (inputs === null) return run(tensors, starts, how);
  const all = isTensor(inputs) ? [inputs] : inputs;
  if (!Array.isArray(all)) throw new TypeError(`'${typeName(inputs)}' object is not iterable`);
  if (all.length === 0) throw new RuntimeError('`inputs` argument to `backward()` cannot be empty.');
  for (const one of all) {
    if (isTensor(one) && !requiresGrad(one))
      throw new RuntimeError("can't retain_grad on Tensor that has requires_grad=False");
  }
  const edges = edgesOf(all);
  /** @type {Captured} */ const captured = new Map(edges.map(({ node }) => [node, []]));
  run(tensors, starts, { ...how, captured });
  (how.create ? enable_grad : no_grad)(() => {
    edges.forEach(({ node, index }, i) => {
      metaOf(all[i]);
      accumulate(all[i], captured.get(node)?.[index] ?? null);
    });
  });
}

/** @param {Tensor[]} tensors @param {Slot[]} starts @param {boolean} retain @param {Captured | null} captured */
function walk(tensors, starts, retain, captured) {
  const roots = tensors.map((tensor) => /** @type {import('./graph.js').Edge} */ (edgeOf(tensor)));
  const waiting = dependencies(roots.map(({ node }) => node));
  /** @type {Map<Node, (Slot | null)[]>} */ const arrived = new Map();
  /** @type {Node[]} */ const ready = [];
  roots.forEach(({ node, index }, i) => {
    deliver(arrived, node, index, starts[i]);
    if (waiting.get(node) === 0 && !ready.includes(node)) enqueue(ready, node);
  });
  while (ready.length > 0) {
    const node = /** @type {Node} */ (ready.pop());
    const slots = /** @type {(Slot | null)[]} */ (arrived.get(node));
    arrived.delete(node);
    node.hooks?.forEach((hook) => {
      hook(slots);
    });
    if (captured?.has(node)) {
      captured.set(node, slots);
      for (const slot of slots) if (slot) slot.owned = false; // the caller holds it
    }
    const isLeaf = node.sequence === Number.POSITIVE_INFINITY;
    const results = captured !== null && isLeaf ? [] : step(node, slots, retain);
    if (anomaly.isOn && anomaly.checksNan) refuseNan(node, results);
    node.edges.forEach((edge, i) => {
      if (!edge) return;
      deliver(arrived, edge.node, edge.index, results[i] ?? null);
      const left = /** @type {number} */ (waiting.get(edge.node)) - 1;
      waiting.set(edge.node, left);
      if (left === 0) enqueue(ready, edge.node);
    });
  }
}

/**
 * How many edges lead to each node that can be reached.
 * @param {Node[]} roots
 */
function dependencies(roots) {
  /** @type {Map<Node, number>} */ const counts = new Map(roots.map((root) => [root, 0]));
  const stack = [...counts.keys()];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (const edge of node.edges) {
      if (!edge) continue;
      const count = counts.get(edge.node);
      if (count === undefined) stack.push(edge.node);
      counts.set(edge.node, (count ?? 0) + 1);
    }
  }
  return counts;
}

/**
 * Puts a node where the newest comes last: PyTorch's order, hence its order of additions.
 * @param {Node[]} ready
 * @param {Node} node
 */
function enqueue(ready, node) {
  let i = ready.length;
  while (i > 0 && ready[i - 1].sequence > node.sequence) i--;
  ready.splice(i, 0, node);
}

/**
 * Adds a gradient to those that arrived for one output of a node.
 * @param {Map<Node, (Slot | null)[]>} arrived
 * @param {Node} node
 * @param {number} index
 * @param {Slot | null} slot
 */
function deliver(arrived, node, index, slot) {
  let slots = arrived.get(node);
  if (slots === undefined) {
    slots = new Array(node.shapes.length).fill(null);
    arrived.set(node, slots);
  }
  if (!slot) return;
  const reduced = fitted(node, index, slot);
  const before = slots[index];
  slots[index] = before ? added(before, reduced) : reduced;
}

/**
 * A gradient in the shape and dtype of what it is the gradient of: summed over the dimensions that were broadcast.
 * @param {Node} node
 * @param {number} index
 * @param {Slot} slot
 * @returns {Slot}
 */
function fitted(node, index, slot) {
  const shape = node.shapes[index];
  const { dtype } = node;
  let fit = slot;
  if (!sameShape(fit.tensor.shape, shape)) fit = { tensor: sumTo(fit.tensor, shape), owned: true };
  if (dtype !== null && fit.tensor.dtype !== dtype) fit = { tensor: cast(fit.tensor, dtype), owned: true };
  return fit;
}

/**
 * @param {Slot} a
 * @param {Slot} b
 * @returns {Slot}
 */
function added(a, b) {
  if (is_grad_enabled()) return { tensor: add(a.tensor, b.tensor), owned: false };
  if (!a.owned && b.owned) return added(b, a);
  const tensor = a.owned ? a.tensor : a.tensor.clone();
  addInto(tensor, b.tensor);
  return { tensor, owned: true };
}

/**
 * Runs one node.
 * @param {Node} node
 * @param {(Slot | null)[]} slots the gradients of its outputs
 * @param {boolean} retain whether it keeps what it saved
 * @returns {(Slot | null)[]} the gradients of its inputs
 */
function step(node, slots, retain) {
  if (node.sequence === Number.POSITIVE_INFINITY) {
    const leaf = /** @type {Tensor} */ (node.retained?.get(0));
    if (slots[0] && leaf.meta?.node) throw new RuntimeError('leaf variable has been moved into the graph interior');
    if (leaf.meta?.requiresGrad) accumulate(leaf, slots[0]); // it may have been switched off since
    return [];
  }
  node.retained?.forEach((tensor, index) => {
    const slot = slots[index];
    if (slot) accumulate(tensor, { tensor: slot.tensor, owned: false });
  });
  if (!slots.some(Boolean)) return node.edges.map(() => null);
  const saved = node.unpack();
  const grads = slots.map((slot) => slot?.tensor ?? null);
  const needs = node.edges.map((edge) => edge !== null);
  const results = gradientsOf(node, grads.length === 1 ? grads[0] : grads, saved, needs);
  if (!retain) node.release();
  return needs.map((need, i) => {
    const tensor = results[i] ?? null;
    if (!need || !tensor) return null;
    return { tensor, owned: !is_grad_enabled() && isWhole(tensor) && isAlone(tensor, i, slots, saved, results) };
  });
}

/**
 * Whether a result lies in memory that nothing else holds: what came in, unless that was nobody's; what was saved; other results.
 * @param {Tensor} tensor
 * @param {number} place among the results
 * @param {(Slot | null)[]} slots
 * @param {any[]} saved
 * @param {import('./graph.js').Gradient[]} results
 */
function isAlone({ storage }, place, slots, saved, results) {
  for (const slot of slots) if (slot && !slot.owned && slot.tensor.storage === storage) return false;
  for (const value of saved) if (value?.storage === storage) return false;
  for (let i = 0; i < results.length; i++) if (i !== place && results[i]?.storage === storage) return false;
  return true;
}

/**
 * Adds to a tensor's `grad`, in place where there is one.
 * @param {Tensor} tensor
 * @param {Slot | null} slot
 */
function accumulate(tensor, slot) {
  if (!slot) return;
  const meta = /** @type {import('./graph.js').AutogradMeta} */ (tensor.meta);
  if (is_grad_enabled()) {
    if (meta.grad) meta.grad = add(meta.grad, slot.tensor);
    else meta.grad = named(slot.tensor.clone(), 'CopyBackwards');
  } else if (!meta.grad) {
    meta.grad = detach(slot.owned ? slot.tensor : slot.tensor.clone());
  } else {
    addInto(meta.grad, slot.tensor);
    bumpVersion(meta.grad);
  }
}

/** Whether the gradient of a tensor that is no leaf is asked for without `retain_grad`. @param {Tensor} tensor */
export function lacksGrad(tensor) {
  const { meta } = tensor;
  return meta !== null && meta.node !== null && !meta.retains && meta.grad === null;
}
