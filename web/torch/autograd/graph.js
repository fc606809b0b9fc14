// The autograd graph: nodes, saved tensors, recording of operations. engine.js walks it backward.

import { RuntimeError } from '../../core/errors.js';
import { bracketed } from '../../core/numbers/size.js';
import { tuple } from '../arguments/tuple.js';
import { isTensor } from '../storage/base.js';
import { addInto, extent } from '../storage/loops.js';
import { storageOf } from '../storage/strided.js';
import { is_grad_enabled } from './grad_mode.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../core/numbers/size.js').Size} Size
 * @typedef {{ node: Node, index: number }} Edge output number `index` of `node`
 * @typedef {Tensor | null} Gradient null stands for zero
 * @typedef {(grad: any, saved: any[], needs: boolean[]) => Gradient[]} Backward gradients of the inputs, from the
 *   gradient of the output (a list of them where the operation has several outputs) and what was saved; an input with a
 *   false `needs` may get null
 * @typedef {Backward | string} Formula what backward does, composed of tensor operations; or the name of the function, of
 *   which the gradient has no gradient
 */

let sequence = 0;

/** What autograd knows of one tensor. */
export class AutogradMeta {
  requiresGrad = false;
  /** @type {Tensor | null} */ grad = null;
  /** The node that made the tensor. @type {Node | null} */ node = null;
  index = 0;
  /** The node that adds to a leaf's `grad`. @type {Node | null} */ accumulator = null;
  retains = false;
  /** The tensor this one is a view of, never a view itself. @type {Tensor | null} */ base = null;
  /** For a view: the storage's version when `node` was right. */ version = 0;
  /** Why a view may not be changed in place. @type {'' | 'no_grad' | 'several'} */ barred = '';
}

/** @param {Tensor} tensor */
export function metaOf(tensor) {
  tensor.meta ??= new AutogradMeta();
  return tensor.meta;
}

/** A step of the graph: from the gradients of an operation's outputs to those of its inputs. */
export class Node {
  sequence = sequence++;
  /** @type {SavedTensor[] | null} */ saved = null;
  released = false;
  /** What its outputs are of, and so are their gradients. @type {import('../storage/dtype.js').DType | null} */ dtype =
    null;
  /** What is done to the gradients arriving here. @type {Set<Function> | null} */ hooks = null;
  /** Tensors that keep the gradient arriving here. @type {Map<number, Tensor> | null} */ retained = null;

  /**
   * @param {string} name as `grad_fn` shows it, `AddBackward0`
   * @param {(Edge | null)[]} edges where the gradients of the inputs go; null for an input that needs none
   * @param {Backward} backward
   * @param {Size[]} [shapes] of its outputs
   * @param {Formula | null} [formula] where backward is loops
   */
  constructor(name, edges, backward, shapes = [], formula = null) {
    this.label = name;
    this.edges = edges;
    this.backward = backward;
    this.shapes = shapes;
    this.formula = formula;
  }

  /** The step's name, `AddBackward0`. */
  name() {
    const isOwn = /^(Accumulate|Copy|NotImplemented)/.test(this.label);
    return isOwn ? `torch::autograd::${this.label}` : this.label;
  }

  /** What was saved, checked to be unchanged. */
  unpack() {
    if (this.released) throw new RuntimeError(secondTime);
    return this.saved?.map((saved) => saved.unpack(this)) ?? [];
  }

  /** Lets go of what was saved; a node that saved nothing may run again. */
  release() {
    if (this.saved) this.released = true;
    this.saved = null;
  }

  /** The steps that follow, as PyTorch lists them. @returns {readonly (readonly [Node | null, number])[]} */
  get next_functions() {
    const pairs = this.edges.map((edge) => tuple(edge ? [edge.node, edge.index] : [null, 0]));
    return /** @type {any} */ (tuple(pairs));
  }

  toString() {
    return `<${this.label}>`;
  }

  [Symbol.for('nodejs.util.inspect.custom')]() {
    return this.toString();
  }
}

/** A tensor whose step, where it has one, gets a name. @param {Tensor} tensor @param {string} label */
export function named(tensor, label) {
  const node = tensor.meta?.node;
  if (node) node.label = label;
  return tensor;
}

const secondTime =
  'Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify retain_graph=True if you need to backward through the graph a second time or if you need to access saved tensors after calling backward.';

/** A tensor kept for backward with the version it had then; a number or anything else is kept as it is. */
class SavedTensor {
  /**
   * @param {any} value
   * @param {boolean} isOutput whether the node that keeps it made it
   */
  constructor(value, isOutput) {
    this.value = value;
    this.isOutput = isOutput;
    this.storage = value?.storage;
    this.version = this.storage?.version;
  }

  /** @param {Node} node that saved it */
  unpack(node) {
    if (this.storage?.version !== this.version) throw this.#modified(node);
    return this.value;
  }

  /** @param {Node} node */
  #modified(node) {
    const maker = this.isOutput ? node : gradNode(this.value);
    const index = this.isOutput ? 0 : (this.value.meta?.index ?? 0);
    const of = maker ? `, which is output ${index} of ${operationName(maker)},` : '';
    return new RuntimeError(
      `one of the variables needed for gradient computation has been modified by an inplace operation: [${this.value.dtype.legacy} ${bracketed(this.value.shape)}]${of} is at version ${this.storage.version}; expected version ${this.version} instead. Hint: enable anomaly detection to find the operation that failed to compute its gradient, with torch.autograd.set_detect_anomaly(True, check_nan=False).`,
    );
  }
}

/**
 * Keeps a value as it is now; for in-place operations, which save before they write.
 * @param {any} value
 * @param {boolean} [isOutput]
 */
export const save = (value, isOutput = false) => new SavedTensor(value, isOutput);

/**
 * A node's name in that message: `Sigmoid`, but `torch::autograd::CopySlices`.
 * @param {Node} node
 */
function operationName({ label }) {
  return label.startsWith('Copy') ? `torch::autograd::${label}` : label.replace(/Backward0?(\d*)$/, '$1');
}

/**
 * The node that made a tensor (its `grad_fn`), null for a leaf. A view whose storage was changed in place gets a node
 * that takes it from its base anew, as in PyTorch.
 * @param {Tensor} tensor
 * @returns {Node | null}
 */
export function gradNode(tensor) {
  const { meta } = tensor;
  if (!meta) return null;
  const { base } = meta;
  if (!base || meta.version === tensor.storage.version) return meta.node;
  if (!meta.node && !requiresGrad(base)) return null;
  if (meta.barred !== '') throw new RuntimeError(barredView(meta, true));
  const node = new Node(
    'AsStridedBackward0',
    [edgeOf(base)],
    (grad) => [scatterGradient(grad, tensor, base)],
    [tensor.shape],
    'as_strided',
  );
  if (meta.retains) moveRetained(tensor, meta.node, node);
  meta.node = node;
  meta.index = 0;
  meta.version = tensor.storage.version;
  return node;
}

/**
 * Why a view may not be changed in place, directly or through its base.
 * @param {AutogradMeta} meta of the view
 * @param {boolean} indirectly
 */
export function barredView({ node, index, barred }, indirectly) {
  const made = 'was created in no_grad mode';
  const of = barred === 'no_grad' ? ` of a view which ${made}` : '';
  const subject = node ? `Output ${index} of ${operationName(node)} is a view${of}` : `A view ${made}`;
  const change = indirectly ? 'its base or another view of its base has been' : 'is being';
  const mode = !node || barred === 'no_grad' ? ' with grad mode enabled' : '';
  const reason =
    barred === 'several'
      ? 'This view is the output of a function that returns multiple views. Such functions do not allow the output views to be modified inplace. You should replace the inplace operation by an out-of-place one.'
      : "Given that this use case is ambiguous and error-prone, it is forbidden. You can clarify your code by moving both the view and the inplace either both inside the no_grad block (if you don't want the inplace to be tracked) or both outside (if you want the inplace to be tracked).";
  return `${subject} and ${change} modified inplace${mode}. ${reason}`;
}

/**
 * Whether gradients flow to a tensor; to a view they do where they do to its base.
 * @param {Tensor} tensor
 * @returns {boolean}
 */
export function requiresGrad(tensor) {
  const { meta } = tensor;
  if (!meta) return false;
  return meta.requiresGrad || meta.node !== null || (meta.base !== null && requiresGrad(meta.base));
}

/**
 * Whether an operation on these inputs is to be recorded.
 * @param {Tensor | null} a
 * @param {Tensor | null} [b]
 * @param {Tensor | null} [c]
 */
export function needsGrad(a, b = null, c = null) {
  if (!is_grad_enabled()) return false;
  return (a !== null && requiresGrad(a)) || (b !== null && requiresGrad(b)) || (c !== null && requiresGrad(c));
}

/**
 * Where a tensor's gradient goes.
 * @param {Tensor} tensor
 * @returns {Edge | null}
 */
export function edgeOf(tensor) {
  const node = gradNode(tensor);
  const meta = tensor.meta;
  if (node) return { node, index: /** @type {AutogradMeta} */ (meta).index };
  if (!meta?.requiresGrad) return null;
  if (!meta.accumulator) {
    const accumulator = new Node('AccumulateGrad', [], () => [], [tensor.shape]);
    accumulator.sequence = Number.POSITIVE_INFINITY; // first among the nodes that are ready, as in PyTorch
    accumulator.retained = new Map([[0, tensor]]);
    accumulator.dtype = tensor.dtype;
    meta.accumulator = accumulator;
  }
  return { node: meta.accumulator, index: 0 };
}

/**
 * @param {(Tensor | Edge | null)[]} inputs
 * @returns {(Edge | null)[]}
 */
export const edgesOf = (inputs) => inputs.map((input) => (isTensor(input) ? edgeOf(input) : input));

/**
 * Records how an output was made, if recording is on and an input needs a gradient.
 * @template {Tensor | Tensor[]} T
 * @param {T} output a fresh tensor, or the list of them where an operation has several
 * @param {object} step
 * @param {string} step.name as `grad_fn` shows it, `LeakyReluBackward0`
 * @param {(Tensor | null)[]} step.inputs tensors that gradients go to; null for an argument that was a number
 * @param {any[]} [step.saved] tensors needed backward, inputs or the output; changing one in place makes backward fail
 * @param {Backward} step.backward composed of operations that are recorded themselves, or loops beside their formula
 * @param {Formula} [step.formula] what the gradient's own gradient follows
 * @returns {T} the output
 * @example record(y, { name: 'NegBackward0', inputs: [x], backward: (grad) => [neg(grad)] })
 */
export function record(output, { name, inputs, saved, backward, formula }) {
  if (!is_grad_enabled() || !inputs.some((t) => t && requiresGrad(t))) return output;
  const outputs = /** @type {Tensor[]} */ (Array.isArray(output) ? output : [output]);
  const { dtype } = outputs[0] ?? {};
  if (dtype && !dtype.is_floating_point) throw new RuntimeError(`Autograd not support dtype: ${dtype.short}`);
  const node = makeNode(name, inputs, saved, backward, outputs, formula);
  outputs.forEach((tensor, index) => {
    const meta = metaOf(tensor);
    meta.node = node;
    meta.index = index;
  });
  return output;
}

/**
 * @param {string} name
 * @param {(Tensor | Edge | null)[]} inputs
 * @param {any[] | undefined} saved
 * @param {Backward} backward
 * @param {Tensor[]} outputs
 * @param {Formula | null} [formula]
 */
export function makeNode(name, inputs, saved, backward, outputs, formula) {
  const shapes = outputs.map((t) => t.shape);
  const node = new Node(name, edgesOf(inputs), backward, shapes, formula);
  node.dtype = outputs[0].dtype;
  if (saved) {
    node.saved = saved.map((value) => (value instanceof SavedTensor ? value : save(value, outputs.includes(value))));
  }
  return node;
}

/**
 * Lets a tensor keep the gradients that arrive at its new node.
 * @param {Tensor} tensor
 * @param {Node | null} from
 * @param {Node} to
 */
export function moveRetained(tensor, from, to) {
  from?.retained?.delete(/** @type {AutogradMeta} */ (tensor.meta).index);
  to.retained ??= new Map();
  to.retained.set(0, tensor);
}

/**
 * The gradient of a base from that of one view of it: zero except where the view lies.
 * @param {Tensor} grad
 * @param {Tensor} view
 * @param {Tensor} base
 */
function scatterGradient(grad, view, base) {
  const [whole, window] = windowOn(base, view);
  addInto(window, grad);
  return whole;
}

/**
 * A zero tensor laid out as `base`, and the window on it that `view` is on the base.
 * @param {Tensor} base
 * @param {Tensor} view
 * @returns {[Tensor, Tensor]}
 */
export function windowOn(base, view) {
  const [start, end] = extent(base);
  const storage = storageOf(new base.dtype.array(Math.max(end - start + 1, 0)));
  const whole = base.make(storage, base.shape, base.strides, 0, base.dtype);
  return [whole, base.make(storage, view.shape, view.strides, view.offset - base.offset, base.dtype)];
}
