// Functions that see the gradient of a tensor when it is known, and may put another in its place: Tensor.register_hook.

import { RuntimeError } from '../../core/errors.js';
import { sameShape } from '../../core/numbers/size.js';
import { bindPython, typeName } from '../arguments/signature.js';
import { isTensor } from '../storage/base.js';
import { edgeOf, requiresGrad } from './graph.js';
import { RemovableHandle } from './handle.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {(grad: Tensor) => Tensor | null | undefined | void} Hook
 */

/** `x.register_hook(f)`: f is called with the gradient of x; what it returns takes its place. `remove()` of what this gives takes it away. */
/** @this {Tensor} @param {any[]} args @returns {RemovableHandle} */
export function register_hook(...args) {
  const [hook] = /** @type {any[]} */ (bindPython('Tensor.register_hook', ['hook'], args, true));
  if (!requiresGrad(this)) throw new RuntimeError("cannot register a hook on a tensor that doesn't require gradient");
  if (typeof hook !== 'function') throw new TypeError(`hook must be callable, but got ${typeName(hook)}`);
  const { node, index } = /** @type {import('./graph.js').Edge} */ (edgeOf(this));
  node.hooks ??= new Set();
  const own = (/** @type {any[]} */ slots) => {
    if (slots[index]) slots[index] = replaced(slots[index], hook);
  };
  node.hooks.add(own);
  return new RemovableHandle(node.hooks, own);
}

/** @param {{ tensor: Tensor, owned: boolean }} slot @param {Hook} hook */
function replaced(slot, hook) {
  const result = hook(slot.tensor) ?? null;
  if (result === null) return { tensor: slot.tensor, owned: false };
  if (!isTensor(result)) throw new TypeError(`expected Variable, but hook returned '${typeName(result)}'`);
  if (!sameShape(result.shape, slot.tensor.shape)) {
    const name = hook.name ? ` '${hook.name}'` : '';
    throw new RuntimeError(`hook${name} has changed the size of value`);
  }
  return { tensor: result, owned: false };
}
