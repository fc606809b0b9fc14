// torch.autograd.Function: a step of the graph that a program defines, by what it computes and how its gradients flow back.
// biome-ignore-all lint/complexity/noStaticOnlyClass: PyTorch's functions are classes of static methods.
// biome-ignore-all lint/complexity/noThisInStatic: there it is the class that a program derives.

import { NotImplementedError, RuntimeError } from '../../core/errors.js';
import { bracketed } from '../../core/numbers/size.js';
import { typeName } from '../arguments/signature.js';
import { tuple } from '../arguments/tuple.js';
import { detach } from '../operations/shapes/views.js';
import { isTensor } from '../storage/base.js';
import { fresh } from '../storage/strided.js';
import { no_grad } from './grad_mode.js';
import { record, requiresGrad } from './graph.js';

/** @typedef {import('../tensor/tensor.js').Tensor} Tensor */

/** What forward and backward of a function share, `ctx`; a program may set attributes of its own. */
class Context {
  /** @type {(Tensor | null)[]} @internal */ kept = [];
  /** @type {Tensor[]} @internal */ flat = [];
  /** @internal */ materializes = true;
  /** @type {readonly any[]} */ saved_tensors = [];
  /** @type {readonly boolean[]} */ needs_input_grad = [];

  /** Keeps tensors for `saved_tensors` of backward. @param {(Tensor | null)[]} tensors */
  save_for_backward(...tensors) {
    this.kept = tensors;
  }
  /** Outputs that no gradient flows to. @param {Tensor[]} outputs */
  mark_non_differentiable(...outputs) {
    this.flat = outputs;
  }
  /** Whether gradients that nothing gave are zeros (true) or null. @param {boolean} value */
  set_materialize_grads(value) {
    this.materializes = value;
  }
  /** @returns {never} */
  mark_dirty() {
    throw new NotImplementedError(
      'ctx.mark_dirty() is not part of torchlet: a forward that gives a new tensor works, as input.clone()',
    );
  }
}

/** The classes of contexts, each with the name of its function's node. @type {WeakMap<Function, typeof Context>} */
const contexts = new WeakMap();

/** @param {Function} own */
function contextOf(own) {
  const known = contexts.get(own);
  if (known) return known;
  const made = class extends Context {};
  Object.defineProperty(made, 'name', { value: `${own.name}Backward` });
  contexts.set(own, made);
  return made;
}

/** What forward kept for backward. @param {Context} ctx */
function keptBy({ kept }) {
  kept.forEach((one, i) => {
    if (one !== null && !isTensor(one))
      throw new TypeError(`save_for_backward can only save variables, but argument ${i} is of type ${typeName(one)}`);
  });
  return kept;
}

/** @param {any} value @returns {any[]} */
const listOf = (value) => (Array.isArray(value) ? value : [value]);

/**
 * What a program derives its own function from: static `forward(ctx, …)` and `backward(ctx, …gradients)`, called by `apply`.
 * `ctx.save_for_backward(…)` keeps tensors, which backward finds in `ctx.saved_tensors`; it gives a gradient, or null, for each input.
 */
export class AutogradFunction {
  /** What it computes, unseen by autograd. @param {any[]} _args @returns {any} */
  static forward(..._args) {
    throw new NotImplementedError('You must implement the forward function for custom autograd.Function.');
  }

  /** The gradients of its inputs. @param {any[]} _args @returns {any} */
  static backward(..._args) {
    throw new NotImplementedError(
      'You must implement either the backward or vjp method for your custom autograd.Function to use it with backward mode AD.',
    );
  }

  /** Computes and records. @param {any[]} inputs @returns {any} */
  static apply(...inputs) {
    const ctx = new (contextOf(this))();
    ctx.needs_input_grad = tuple(inputs.map((one) => isTensor(one) && requiresGrad(one)));
    const { setup_context } = /** @type {any} */ (this);
    const isSplit = typeof setup_context === 'function';
    const result = no_grad(() => this.forward(...(isSplit ? [] : [ctx]), ...inputs));
    if (isSplit) setup_context.call(this, ctx, inputs, result);
    const made = listOf(result);
    const outputs = made.map((one) => (isTensor(one) && (inputs.includes(one) || one.meta?.base) ? detach(one) : one));
    const differentiable = outputs.filter(
      (one, i) => isTensor(one) && !ctx.flat.includes(made[i]) && one.dtype.is_floating_point,
    );
    const saved = keptBy(ctx).map((one) => outputs[made.indexOf(one)] ?? one);
    if (differentiable.length > 0)
      record(differentiable, {
        name: `${this.name}Backward`,
        inputs: inputs.map((one) => (isTensor(one) ? one : null)),
        saved,
        backward: (grads, values) => gradientsOf(this, ctx, listOf(grads), values, outputs, differentiable, inputs),
      });
    return Array.isArray(result) ? Object.freeze(outputs) : outputs[0];
  }
}

/** @param {any} own @param {Context} ctx @param {(Tensor | null)[]} grads @param {any[]} values @param {any[]} outputs @param {Tensor[]} differentiable @param {any[]} inputs */
function gradientsOf(own, ctx, grads, values, outputs, differentiable, inputs) {
  const count = inputs.length;
  ctx.saved_tensors = Object.freeze(values);
  const above = outputs.map((one) => {
    const grad = grads[differentiable.indexOf(one)] ?? null;
    return grad === null && ctx.materializes && isTensor(one) ? fresh(one, one.shape) : grad;
  });
  const results = listOf(own.backward(ctx, ...above));
  const least = results.slice(count).every((one) => (one ?? null) === null);
  if (results.length < count || !least) {
    throw new RuntimeError(
      `function ${own.name}Backward returned an incorrect number of gradients (expected ${count}, got ${results.length})`,
    );
  }
  results.forEach((one, i) => {
    checkGradient(`${own.name}Backward`, one ?? null, inputs[i], i);
  });
  return results.map((one) => one ?? null);
}

/** Refuses what is no gradient of an input. @param {string} name @param {any} grad @param {any} input @param {number} place */
function checkGradient(name, grad, input, place) {
  if (grad === null) return;
  if (!isTensor(grad)) throw new RuntimeError(`expected Variable or None (got ${typeName(grad)})`);
  if (!isTensor(input)) {
    throw new RuntimeError(
      `function ${name} returned a gradient different than None at position ${place + 1}, but the corresponding forward input was not a Variable`,
    );
  }
  if (requiresGrad(input) && !isExpandable(input.shape, grad.shape)) {
    throw new RuntimeError(
      `Function ${name} returned an invalid gradient at index ${place} - got ${bracketed(grad.shape)} but expected shape compatible with ${bracketed(input.shape)}`,
    );
  }
}

/** Whether a shape broadcasts to another. @param {readonly number[]} from @param {readonly number[]} to */
const isExpandable = (from, to) =>
  from.length <= to.length && from.every((n, i) => n === 1 || n === to[to.length - from.length + i]);
