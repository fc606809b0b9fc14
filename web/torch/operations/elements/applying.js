// Functions of a program's own on each element, in place: apply_ and map_.

import { RuntimeError } from '../../../core/errors.js';
import { Float } from '../../../core/numbers/written.js';
import { typeName } from '../../arguments/signature.js';
import { requiresGrad } from '../../autograd/graph.js';
import { bumpVersion } from '../../autograd/inplace.js';
import { isTensor } from '../../storage/base.js';
import { bool, kFloating } from '../../storage/dtype.js';
import { elements, fresh } from '../../storage/strided.js';
import { place } from '../filling/outputs.js';

/** @typedef {import('../../tensor/tensor.js').Tensor} Tensor */

/** @param {string} name @param {any[]} tensors */
function requireLoose(name, tensors) {
  if (tensors.some(requiresGrad))
    throw new RuntimeError(`Can't call ${name}() on Variable that requires grad. Use var.detach().${name}() instead.`);
}

/** An element as the function gets it. @param {any} value @param {Tensor} of */
function handed(value, { dtype }) {
  if (dtype === bool) return Boolean(value);
  return dtype.kind === kFloating && Number.isInteger(value) ? new Float(value) : value;
}

/** @param {Tensor} x @param {(i: number) => any} valueAt */
function filled(x, valueAt) {
  const made = fresh(x, x.shape);
  const to = /** @type {any} */ (made.storage.array);
  for (let i = 0; i < to.length; i++) {
    const value = valueAt(i);
    to[i] = typeof to[i] === 'bigint' ? BigInt(Math.trunc(Number(value))) : Number(value);
  }
  place(x, made);
  bumpVersion(x);
  return x;
}

/** Each element becomes what a function makes of it. @this {Tensor} @param {(value: any) => any} callable */
export function apply_(callable) {
  requireLoose('apply_', [this]);
  if (typeof callable !== 'function')
    throw new TypeError(`apply_(): argument 'callable' must be callable, not ${typeName(callable)}`);
  const own = /** @type {any} */ (elements(this));
  return filled(this, (i) => callable(handed(own[i], this)));
}

/** Each element becomes what a function makes of it and another tensor's. @this {Tensor} @param {Tensor} tensor @param {(a: any, b: any) => any} callable */
export function map_(tensor, callable) {
  requireLoose('map_', [this, tensor]);
  if (!isTensor(tensor)) throw new TypeError(`map_(): argument 'tensor' must be Tensor, not ${typeName(tensor)}`);
  const [own, other] = [this, tensor.expand(this.shape)].map((x) => /** @type {any} */ (elements(x)));
  return filled(this, (i) => callable(handed(own[i], this), handed(other[i], tensor)));
}
