// Functions that are called with a module's inputs and outputs: register_forward_pre_hook and register_forward_hook.

import { RemovableHandle } from '../autograd/handle.js';

/** @typedef {{ before: Set<Function>, after: Set<Function> }} Hooks */

/** @type {WeakMap<object, Hooks>} */
const all = new WeakMap();

/**
 * @param {object} module
 * @param {'before' | 'after'} when
 * @param {any} hook
 */
export function addHook(module, when, hook) {
  if (typeof hook !== 'function') throw new TypeError('a hook is a function');
  const hooks = all.get(module) ?? { before: new Set(), after: new Set() };
  all.set(module, hooks);
  const own = (/** @type {any[]} */ ...args) => hook(...args); // the same function may be registered twice
  hooks[when].add(own);
  return new RemovableHandle(hooks[when], own);
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
  let output = module.forward(...inputs);
  for (const hook of hooks.after) output = hook(module, inputs, output) ?? output;
  return output;
}
