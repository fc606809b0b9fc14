// Functions that are called with a module's inputs and outputs, or with their gradients: register_forward_hook and the like.

import { warn } from '../arguments/warning.js';
import { no_grad } from '../autograd/grad_mode.js';
import { record, requiresGrad } from '../autograd/graph.js';
import { RemovableHandle } from '../autograd/handle.js';
import { alias } from '../operations/shapes/views.js';
import { isTensor } from '../storage/base.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {'before' | 'after' | 'backward' | 'backwardPre'} When
 * @typedef {Record<When, Set<Function>>} Hooks
 */

/** @type {WeakMap<object, Hooks>} */
const all = new WeakMap();

/**
 * @param {object} module
 * @param {When} when
 * @param {any} hook
 * @param {boolean} [isFirst] whether it is called before those that are there
 */
export function addHook(module, when, hook, isFirst = false) {
  if (typeof hook !== 'function') throw new TypeError('a hook is a function');
  const hooks = all.get(module) ?? { before: new Set(), after: new Set(), backward: new Set(), backwardPre: new Set() };
  all.set(module, hooks);
  const own = (/** @type {any[]} */ ...args) => hook(...args); // the same function may be registered twice
  const before = isFirst ? [...hooks[when]] : [];
  for (const one of before) hooks[when].delete(one);
  for (const one of [own, ...before]) hooks[when].add(one);
  return new RemovableHandle(hooks[when], own);
}

/** What is called with a module's inputs or outputs, or with their gradients. @param {object} module @param {When} when @returns {Set<Function>} */
export const hooksOf = (module, when) => all.get(module)?.[when] ?? new Set();

/** @param {any} value */
const listOf = (value) => (Array.isArray(value) ? value : [value]);

/** The tensors among values passed through a step that sees their gradients. @param {any[]} values @param {(grads: (Tensor | null)[]) => (Tensor | null)[]} see */
function through(values, see) {
  const tensors = values.filter((one) => isTensor(one) && requiresGrad(one));
  const copies = no_grad(() => tensors.map(alias));
  for (const one of copies) one.meta = null;
  record(copies, { name: 'BackwardHookFunctionBackward', inputs: tensors, backward: (grads) => see(listOf(grads)) });
  return values.map((one) => (tensors.includes(one) ? copies[tensors.indexOf(one)] : one));
}

/** What hooks make of gradients, one after the other. @param {Set<Function>} hooks @param {any[]} grads @param {(hook: Function, grads: any[]) => any} call */
function changed(hooks, grads, call) {
  let list = grads;
  for (const hook of hooks) {
    const result = call(hook, list) ?? null;
    if (result !== null) list = listOf(result);
  }
  return list;
}

/** Inputs and output of a module, watched for their gradients. @param {any} module @param {Hooks} hooks @param {any[]} args */
function watched(module, { backward, backwardPre }, args) {
  /** @type {any[]} */ let above = [];
  const places = args.map((one) => isTensor(one) && requiresGrad(one));
  const inputs = through(args, (grads) => {
    const whole = places.map((is) => (is ? (grads.shift() ?? null) : null));
    const made = changed(backward, whole, (hook, list) => hook(module, list, above));
    return made.filter((_, i) => places[i]);
  });
  const onOutput = (/** @type {any[]} */ grads) => {
    above = changed(backwardPre, grads, (hook, list) => hook(module, list));
    if (!places.some(Boolean) && backward.size > 0) {
      warn('UserWarning', noInputs);
      changed(backward, [null], (hook, list) => void hook(module, list, above));
    }
    return above;
  };
  return { inputs, finish: (/** @type {any} */ output) => finished(output, onOutput) };
}

const noInputs =
  'Full backward hook is firing when gradients are computed with respect to module outputs since no inputs require gradients. See https://docs.pytorch.org/docs/main/generated/torch.nn.Module.html#torch.nn.Module.register_full_backward_hook for more details.';

/** @param {any} output @param {(grads: any[]) => any[]} onOutput */
function finished(output, onOutput) {
  const results = through(listOf(output), onOutput);
  return Array.isArray(output) ? results : results[0];
}

/**
 * Calls a module's forward, and its hooks around it; what a hook returns takes the place of inputs or output.
 * @param {any} module
 * @param {any[]} args
 */
export function callModule(module, args) {
  const hooks = all.get(module);
  if (hooks === undefined) return module.forward(...args);
  let inputs = args;
  for (const hook of hooks.before) {
    const changed = hook(module, inputs) ?? null;
    if (changed !== null) inputs = Array.isArray(changed) ? changed : [changed];
  }
  const watch = hooks.backward.size + hooks.backwardPre.size > 0 ? watched(module, hooks, inputs) : null;
  let output = module.forward(...(watch?.inputs ?? inputs));
  for (const hook of hooks.after) output = hook(module, inputs, output) ?? output;
  return watch ? watch.finish(output) : output;
}
