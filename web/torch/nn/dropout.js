// torch.nn.Dropout, AlphaDropout and their functions: zeros, or SELU's lowest value, at random places in training.

import { ValueError } from '../../core/errors.js';
import { plain } from '../../core/numbers/written.js';
import { shown } from '../../core/text/repr.js';
import { optional } from '../arguments/call.js';
import { native } from '../arguments/native.js';
import { bindPython, isNumber, truth, typeName } from '../arguments/signature.js';
import { chance } from '../operations/filling/draws.js';
import { mul, mul_ } from '../operations/two_operands/arithmetic.js';
import { isTensor } from '../storage/base.js';
import { fresh } from '../storage/strided.js';
import { layerClass } from './layer.js';

/** @typedef {import('../tensor/tensor.js').Tensor} Tensor */

/** @param {any} p @param {string} [zero] what the type of the 0 is that it is compared with */
export function checkProbability(p, zero = 'int') {
  const probability = isTensor(p) ? /** @type {any} */ (p).item() : plain(p);
  if (!isNumber(probability))
    throw new TypeError(`'<' not supported between instances of '${typeName(p)}' and '${zero}'`);
  if (Number(probability) < 0 || Number(probability) > 1) {
    throw new ValueError(`dropout probability has to be between 0 and 1, but got ${shown(p, false)}`);
  }
}

/** Refuses what is no tensor, as the C++ function does. */
const requireInput = native('dropout(Tensor input)', () => {});
const requireAlphaInput = native('alpha_dropout(Tensor input)', () => {});

/**
 * In training each element is zero with probability p (0.5), and 1 / (1 - p) of itself else; the mask is PyTorch's.
 * ValueError for a p that is no probability.
 * @param {[input: Tensor, p?: number | object, training?: boolean | object, inplace?: boolean | object]} args
 * @returns {Tensor}
 * @example torch.nn.functional.dropout(torch.ones(2), 0) // tensor([1., 1.])
 */
export function dropout(...args) {
  const [input, p, training, inplace] = /** @type {any[]} */ (
    bindPython('dropout', ['input', ...optional({ p: 0.5, training: true, inplace: false })], args)
  );
  checkProbability(p, 'float');
  requireInput(input);
  if (p === 0 || !truth(training) || input.shape.numel() === 0) return input;
  const multiply = truth(inplace)
    ? (/** @type {any} */ factor) => mul_.call(input, factor)
    : (/** @type {any} */ factor) => mul(input, factor);
  const noise = fresh(input, input.shape);
  if (p === 1) return multiply(noise);
  return multiply(chance(noise, 1 - p, null).div_(1 - p));
}

/** The lowest value of SELU, -λα, without its sign: what AlphaDropout sets elements to. Source: aten/src/ATen/native/Dropout.cpp. */
const kSelu = 1.7580993408473766;

/**
 * In training each element is SELU's lowest value with probability p (0.5), scaled and shifted with all others so that a mean of 0 and a
 * variance of 1 stay. ValueError for a p that is no probability.
 * @param {[input: Tensor, p?: number | object, training?: boolean | object, inplace?: boolean | object]} args
 * @returns {Tensor}
 * @example torch.nn.functional.alpha_dropout(torch.ones(2), 0) // tensor([1., 1.])
 */
export function alpha_dropout(...args) {
  const [input, p, training, inplace] = /** @type {any[]} */ (
    bindPython('alpha_dropout', ['input', ...optional({ p: 0.5, training: false, inplace: false })], args)
  );
  checkProbability(p, 'float');
  requireAlphaInput(input);
  if (p === 0 || !truth(training) || input.shape.numel() === 0) return input;
  const noise = fresh(input, input.shape);
  const multiply = (/** @type {any} */ factor) => (truth(inplace) ? mul_.call(input, factor) : mul(input, factor));
  if (p === 1) return multiply(noise);
  chance(noise, 1 - p, null);
  const scale = 1 / Math.sqrt((kSelu * kSelu * p + 1) * (1 - p));
  const shift = noise
    .add(-1)
    .mul_(kSelu * scale)
    .add_(kSelu * scale * p);
  return multiply(noise.mul_(scale)).add_(shift);
}

/**
 * A class of the family.
 * @param {string} name
 * @param {(module: any, input: any) => Tensor} forward
 */
export const dropoutClass = (name, forward) =>
  layerClass(
    name,
    'dropout',
    optional({ p: 0.5, inplace: false }),
    (module, { p, inplace }) => {
      checkProbability(p);
      Object.assign(module, { p, inplace });
    },
    ['input'],
    forward,
    {
      /** @this {any} */
      extra_repr() {
        return `p=${shown(this.p, false)}, inplace=${shown(truth(this.inplace), false)}`;
      },
    },
    undefined,
    '_DropoutNd',
  );

/** @typedef {import('./layer.js').Made<[p?: number | { p?: number, inplace?: boolean }, inplace?: boolean | { inplace?: boolean }], import('./layer.js').Layer & { p: number, inplace: boolean }>} DropoutClass */

/**
 * Dropout of p (0.5), inplace (false), in training mode; in evaluation the input itself.
 * @type {DropoutClass}
 * @example torch.nn.Dropout(0.2).eval()(torch.ones(2)) // tensor([1., 1.])
 */
export const Dropout = dropoutClass('Dropout', (module, input) =>
  dropout(input, module.p, module.training, module.inplace),
);

/**
 * The dropout that goes with SELU, of p (0.5), inplace (false), in training mode; in evaluation the input itself.
 * @type {DropoutClass}
 * @example torch.nn.AlphaDropout(0.2).eval()(torch.ones(2)) // tensor([1., 1.])
 */
export const AlphaDropout = dropoutClass('AlphaDropout', (module, input) =>
  alpha_dropout(input, module.p, module.training),
);
