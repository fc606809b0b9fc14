// Operations in place and autograd: what may be changed, versions, and the history of tensors that were changed.

import { RuntimeError } from '../../core/errors.js';
import { fresh, overlapsItself, packed } from '../storage/strided.js';
import { is_grad_enabled } from './grad_mode.js';
import { barredView, edgeOf, gradNode, makeNode, metaOf, moveRetained, Node, requiresGrad, windowOn } from './graph.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('./graph.js').Backward} Backward
 * @typedef {import('./graph.js').Edge} Edge
 */

/**
 * Refuses an in-place change that autograd cannot follow. Call it before anything is written.
 * @param {Tensor} tensor that is about to change
 * @param {boolean} [needs] whether the operation is differentiable in one of its inputs, the tensor included
 */
export function checkInplace(tensor, needs = requiresGrad(tensor)) {
  if (!needs || !is_grad_enabled()) return;
  const { meta } = tensor;
  if (meta?.base) {
    if (meta.barred !== '') throw new RuntimeError(barredView(meta, false));
    if (requiresGrad(tensor) && gradNode(meta.base) === null) {
      throw new RuntimeError('a view of a leaf Variable that requires grad is being used in an in-place operation.');
    }
  }
  if (requiresGrad(tensor) && gradNode(tensor) === null) {
    throw new RuntimeError('a leaf Variable that requires grad is being used in an in-place operation.');
  }
}

/**
 * Refuses to write to a tensor whose elements share memory.
 * @param {Tensor} tensor
 */
export function checkOverlap(tensor) {
  if (overlapsItself(tensor)) {
    throw new RuntimeError(
      'unsupported operation: more than one element of the written-to tensor refers to a single memory location. Please clone() the tensor before performing the operation.',
    );
  }
}

/** A tensor's elements as they are now, with its history: the change would else spoil what the step backward saves. @param {Tensor} tensor */
export function asItWas(tensor) {
  const copy = fresh(tensor, tensor.shape, packed(tensor));
  const node = gradNode(tensor);
  if (node !== null) Object.assign(metaOf(copy), { node, index: metaOf(tensor).index });
  return copy;
}

/**
 * Counts an in-place change of a tensor, its base and its views.
 * @param {Tensor} tensor
 */
export function bumpVersion(tensor) {
  tensor.storage.version++;
}

/**
 * Records an in-place operation, if recording is on and the tensor or another input needs a gradient: the tensor's
 * history now ends with it. Call it after the change and `bumpVersion`.
 * @param {Tensor} tensor that was changed; the first of `inputs`
 * @param {object} step as for `record`; where `saved` has the tensor itself, it is the changed one
 * @param {string} step.name
 * @param {(Tensor | null)[]} step.inputs no other view of the same storage: for that see `rebaseHistory`
 * @param {any[]} [step.saved]
 * @param {Backward} step.backward
 * @param {import('./graph.js').Formula} [step.formula]
 * @returns {Tensor} the tensor
 */
export function recordInplace(tensor, step) {
  if (!is_grad_enabled() || !step.inputs.some((t) => t !== null && requiresGrad(t))) return tensor;
  return rebaseHistory(tensor, step);
}

/**
 * The same, without asking whether it is needed. Of a view, the base's history gets the operation too (`CopySlices`),
 * and the view is then taken from the base anew.
 * @param {Tensor} tensor
 * @param {object} step
 * @param {string} step.name
 * @param {(Tensor | Edge | null)[]} step.inputs other views of the same storage as edges, taken before the change
 * @param {any[]} [step.saved]
 * @param {Backward} step.backward
 * @param {import('./graph.js').Formula} [step.formula]
 */
export function rebaseHistory(tensor, { name, inputs, saved, backward, formula }) {
  // A view's own edge is not used: its gradient comes from and goes to the base's.
  const sources = tensor.meta?.base ? [null, ...inputs.slice(1)] : inputs;
  return adoptHistory(tensor, makeNode(name, sources, saved, backward, [tensor], formula));
}

/**
 * Makes a step, whose first input the tensor was, its last one.
 * @param {Tensor} tensor
 * @param {Node} node
 */
export function adoptHistory(tensor, node) {
  const base = tensor.meta?.base;
  setNode(base ?? tensor, base ? copySlices(base, tensor, node) : node);
  if (base) {
    metaOf(tensor).version = -1;
    gradNode(tensor); // anew, from the changed base
  }
  return tensor;
}

/**
 * @param {Tensor} tensor
 * @param {Node} node
 */
function setNode(tensor, node) {
  const meta = metaOf(tensor);
  if (meta.retains) moveRetained(tensor, meta.node, node);
  meta.node = node;
  meta.index = 0;
}

/**
 * The step of a base of which one view was changed: the view's part of the gradient goes through the operation's own
 * step, the rest passes.
 * @param {Tensor} base
 * @param {Tensor} view
 * @param {Node} inner
 */
function copySlices(base, view, inner) {
  const node = new Node('CopySlices', [edgeOf(base), ...inner.edges.slice(1)], (grad, saved, needs) => {
    const [whole, window] = windowOn(base, view);
    whole.copy_(grad);
    const [first, ...others] = inner.backward(window.clone(), saved, needs);
    if (first === null) window.zero_();
    else window.copy_(first);
    return [whole, ...others];
  });
  node.shapes = [base.shape];
  node.formula = 'copy_slices';
  node.unpack = () => inner.unpack();
  node.release = () => inner.release();
  return node;
}
