// torch.autograd.functional's products of slopes and vectors: vjp, jvp, hvp, vhp. Source: torch/autograd/functional.py.

import { RuntimeError } from '../../core/errors.js';
import { sameShape } from '../../core/numbers/size.js';
import { optional } from '../arguments/call.js';
import { bindPython } from '../arguments/signature.js';
import { tuple } from '../arguments/tuple.js';
import { detach } from '../operations/shapes/views.js';
import { grad } from './grad.js';
import { enable_grad } from './grad_mode.js';
import { requiresGrad } from './graph.js';
import { called, shapedAs, tensorsOf } from './jacobian.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {[func: (...inputs: any[]) => any, inputs: Tensor | readonly Tensor[], v?: any, ...rest: any[]]} Arguments
 */

/** @param {any} v @param {any} asked what it is to agree with, as it was given @param {Tensor[]} tensors the same @param {string} name @param {string} nothing the words where there is none */
function vectorsOf(v, asked, tensors, name, nothing) {
  if (v === null) {
    if (tensors.length !== 1 || tensors[0].shape.numel() !== 1) throw new RuntimeError(nothing);
    return tensors.map((one) => one.new_ones(one.shape));
  }
  const list = tensorsOf(v, 'v', name);
  const isTuple = Array.isArray(asked);
  if (list.length !== tensors.length)
    throw new RuntimeError(
      isTuple
        ? `v is a tuple of invalid length: should be ${tensors.length} but got ${list.length}.`
        : 'The given v should contain a single Tensor.',
    );
  list.forEach((one, i) => {
    if (sameShape(one.shape, tensors[i].shape)) return;
    const entry = isTuple ? `Entry ${i} in ` : '';
    throw new RuntimeError(`${entry}v has invalid size: should be ${tensors[i].shape} but got ${one.shape}.`);
  });
  return list;
}

/** The gradients of outputs by inputs, recorded. @param {readonly any[]} outputs @param {any[]} inputs @param {readonly any[]} above @returns {any[]} */
function back(outputs, inputs, above) {
  const used = outputs.map(requiresGrad);
  if (!used.includes(true)) return inputs.map((one) => one.new_zeros(one.shape));
  const of = (/** @type {readonly any[]} */ list) => list.filter((_, i) => used[i]);
  const how = { grad_outputs: of(above), create_graph: true, allow_unused: true, materialize_grads: true };
  return [...grad(of(outputs), inputs, how)];
}

/** What moves with the inputs when they move along v: the gradient is linear in what stands above it. @param {any[]} outputs @param {any[]} inputs @param {any[]} v */
function forth(outputs, inputs, v) {
  const above = outputs.map((one) => one.new_zeros(one.shape).requires_grad_());
  return back(back(outputs, inputs, above), above, v);
}

/**
 * @param {string} name
 * @param {(func: { leaves: any[], given: any, outputs: any[] }, inputs: any, v: any) => { product: any[], asked: any }} body
 */
const product =
  (name, body) =>
  (/** @type {Arguments} */ ...args) => {
    const [func, inputs, v, create] = /** @type {any[]} */ (
      bindPython(name, ['func', 'inputs', ...optional({ v: null, create_graph: false, strict: false })], args, true)
    );
    return enable_grad(() => {
      const at = called(func, inputs, name, Boolean(create));
      const { product: made, asked } = body(at, inputs, v);
      const end = (/** @type {any[]} */ list) => (create ? list : list.map(detach));
      return tuple([shapedAs(at.given, end(at.outputs)), shapedAs(asked, end(made))]);
    });
  };

/**
 * What a function gives, and v times its slopes: `[outputs, vjp]`. v is of the outputs' shape, and may be left out for one number.
 * @type {(...args: Arguments) => readonly any[]}
 * @example torch.autograd.functional.vjp((x) => x.pow(2), torch.tensor([1, 3]), torch.ones(2)) // (tensor([1., 9.]), tensor([2., 6.]))
 */
export const vjp = /* @__PURE__ */ product('vjp', ({ leaves, given, outputs }, inputs, v) => {
  const nothing =
    'The vector v can only be None if the user-provided function returns a single Tensor with a single element.';
  return { product: back(outputs, leaves, vectorsOf(v, given, outputs, 'vjp', nothing)), asked: inputs };
});

/**
 * What a function gives, and its slopes times v: `[outputs, jvp]`. v is of the inputs' shape.
 * @type {typeof vjp}
 * @example torch.autograd.functional.jvp((x) => x.pow(2), torch.tensor([1, 3]), torch.ones(2)) // (tensor([1., 9.]), tensor([2., 6.]))
 */
export const jvp = /* @__PURE__ */ product('jvp', ({ leaves, given, outputs }, inputs, v) => {
  const nothing =
    'The vector v can only be None if the input to the user-provided function is a single Tensor with a single element.';
  return { product: forth(outputs, leaves, vectorsOf(v, inputs, leaves, 'jvp', nothing)), asked: given };
});

/** @param {string} name @param {(slopes: any[], leaves: any[], v: any[]) => any[]} body */
const second = (name, body) =>
  product(name, ({ leaves, outputs }, inputs, v) => {
    if (outputs.length !== 1) throw new RuntimeError(`The function given to ${name} should return a single Tensor`);
    if (outputs[0].shape.numel() !== 1)
      throw new RuntimeError(`The Tensor returned by the function given to ${name} should contain a single element`);
    const nothing =
      'The vector v can only be None if the input to the user-provided function is a single Tensor with a single element.';
    const vectors = vectorsOf(v, inputs, leaves, name, nothing);
    const slopes = back(outputs, leaves, [outputs[0].new_ones(outputs[0].shape)]);
    return { product: body(slopes, leaves, vectors), asked: inputs };
  });

/**
 * What a function gives, a number, and the slopes of its slopes times v: `[output, hvp]`.
 * @type {typeof vjp}
 * @example torch.autograd.functional.hvp((x) => x.pow(3).sum(), torch.tensor([1, 2]), torch.ones(2)) // (tensor(9.), tensor([ 6., 12.]))
 */
export const hvp = /* @__PURE__ */ second('hvp', forth);
/** v times the slopes of the slopes, which is what `hvp` gives: `[output, vhp]`. @type {typeof vjp} @example torch.autograd.functional.vhp((x) => x.pow(3).sum(), torch.tensor([1, 2]), torch.ones(2))[1] // tensor([ 6., 12.]) */
export const vhp = /* @__PURE__ */ second('vhp', back);
