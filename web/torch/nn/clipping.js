// torch.nn.utils: clip_grad_norm_ and clip_grad_value_.

import { AttributeError, RuntimeError } from '../../core/errors.js';
import { Size, sizeOf } from '../../core/numbers/size.js';
import { shown } from '../../core/text/repr.js';
import { optional } from '../arguments/call.js';
import { namespace } from '../arguments/namespace.js';
import { float } from '../arguments/number.js';
import { bindPython, truth, typeName } from '../arguments/signature.js';
import { no_grad } from '../autograd/grad_mode.js';
import { twoNorm } from '../operations/folds/two_norm.js';
import { isTensor } from '../storage/base.js';
import { elements, fresh } from '../storage/strided.js';
import { zeros } from '../tensor/creation.js';
import { parameters_to_vector, vector_to_parameters } from './vectors.js';

/** @typedef {import('../tensor/tensor.js').Tensor} Tensor */

/** @param {any} parameters one tensor or several @returns {Tensor[]} the gradients */
function gradientsOf(parameters) {
  if (!isTensor(parameters) && typeof parameters?.[Symbol.iterator] !== 'function')
    throw new TypeError(`'${typeName(parameters)}' object is not iterable`);
  const all = isTensor(parameters) ? [parameters] : [...parameters];
  for (const one of all)
    if (!isTensor(one)) throw new AttributeError(`'${typeName(one)}' object has no attribute 'grad'`);
  return all.map((p) => p.grad).filter((grad) => grad !== null);
}

/** The p-norm of numbers. @param {Float32Array | Float64Array} values @param {number} p */
function norm(values, p) {
  if (p === 2) return twoNorm(values);
  let sum = 0;
  if (p === Infinity) for (let i = 0; i < values.length; i++) sum = Math.max(sum, Math.abs(values[i]));
  else for (let i = 0; i < values.length; i++) sum += Math.abs(values[i]) ** p;
  return p === Infinity ? sum : sum ** (1 / p);
}

/**
 * Scales the gradients of all parameters together, so that their norm is at most max_norm: by max_norm / (norm + 1e-6)
 * where that is less than 1. Returns the norm before. norm_type (2), error_if_nonfinite (false): RuntimeError then.
 * @param {[parameters: Iterable<Tensor> | Tensor, max_norm: number, ...rest: any[]]} args
 * @returns {Tensor}
 * @example torch.nn.utils.clip_grad_norm_([], 1) // tensor(0.)
 */
export function clip_grad_norm_(...args) {
  const [parameters, max, type, strict] = /** @type {any[]} */ (
    bindPython(
      'clip_grad_norm_',
      ['parameters', 'max_norm', ...optional({ norm_type: 2, error_if_nonfinite: false, foreach: null })],
      args,
    )
  );
  const grads = gradientsOf(parameters);
  const [most, power] = [float(max), float(type)];
  if (grads.length === 0) return zeros([]);
  return no_grad(() => {
    const total = fresh(grads[0], new Size());
    const array = /** @type {any} */ (total.storage.array);
    const norms = /** @type {any} */ (fresh(grads[0], sizeOf([grads.length])).storage.array);
    grads.forEach((grad, i) => {
      norms[i] = norm(/** @type {any} */ (elements(grad)), power);
    });
    array[0] = norm(norms, power);
    if (truth(strict) && !Number.isFinite(array[0])) {
      throw new RuntimeError(
        `The total norm of order ${shown(type, type === 2)} for gradients from \`parameters\` is non-finite, so it cannot be clipped. To disable this error and scale the gradients by the non-finite norm anyway, set \`error_if_nonfinite=False\``,
      );
    }
    const factor = total.add(1e-6).reciprocal().mul(most).clamp({ max: 1 });
    for (const grad of grads) grad.detach().mul_(factor);
    return total;
  });
}

/**
 * Moves every element of the gradients into [-clip_value, clip_value].
 * @param {[parameters: Iterable<Tensor> | Tensor, clip_value: number, foreach?: any]} args
 * @example torch.nn.utils.clip_grad_value_([], 1) // undefined
 */
export function clip_grad_value_(...args) {
  const [parameters, value] = /** @type {any[]} */ (
    bindPython('clip_grad_value_', ['parameters', 'clip_value', ...optional({ foreach: null })], args)
  );
  const grads = gradientsOf(parameters);
  const most = float(value);
  for (const grad of grads) grad.detach().clamp_(-most, most);
}

/** torch.nn.utils. */
export const utils = namespace(
  'torch.nn.utils',
  { clip_grad_norm_, clip_grad_value_, parameters_to_vector, vector_to_parameters },
  'u',
);
