// torch.nn.GroupNorm and RMSNorm, nn.functional.group_norm and rms_norm.

import { RuntimeError, ValueError } from '../../core/errors.js';
import { bracketed, sameShape } from '../../core/numbers/size.js';
import { shown } from '../../core/text/repr.js';
import { optional } from '../arguments/call.js';
import { bindPython, truth } from '../arguments/signature.js';
import { tuple } from '../arguments/tuple.js';
import { named } from '../autograd/graph.js';
import { empty } from '../tensor/creation.js';
import { finfo } from '../tensor/facts.js';
import { Parameter } from '../tensor/parameter.js';
import { learn } from './attributes.js';
import { layerClass } from './layer.js';
import { layer_norm } from './normalization.js';

/** @typedef {import('../tensor/tensor.js').Tensor} Tensor */

/**
 * Channels, the second dimension, in groups, of which each sample's get mean 0 and variance 1, then weight and bias by channel; eps is
 * 1e-5. RuntimeError where the channels do not divide into groups.
 * @param {[input: Tensor, num_groups: number, weight?: Tensor | null | object, bias?: Tensor | null, eps?: number]} args
 * @returns {Tensor}
 * @example torch.nn.functional.group_norm(torch.tensor([[1, 3]]), 1) // tensor([[-1.0000,  1.0000]])
 */
export function group_norm(...args) {
  const [input, groups, weight, bias, eps] = /** @type {any[]} */ (
    bindPython('group_norm', ['input', 'num_groups', ...optional({ weight: null, bias: null, eps: 1e-5 })], args)
  );
  const { shape } = input;
  if (shape.length < 2)
    throw new RuntimeError(`Expected at least 2 dimensions for input tensor but received ${shape.length}`);
  const [samples, channels] = shape;
  if (channels % groups !== 0)
    throw new RuntimeError(
      `Expected number of channels in input to be divisible by num_groups, but got input of shape ${bracketed(shape)} and num_groups=${groups}`,
    );
  const rows = input.reshape(samples, groups, shape.numel() / (samples * groups));
  const even = /** @type {any} */ (layer_norm(rows, [rows.shape[2]], null, null, eps)).reshape(shape);
  const byChannel = (/** @type {any} */ one) => one.reshape([1, channels, ...new Array(shape.length - 2).fill(1)]);
  const scaled = weight === null ? even : even.mul(byChannel(weight));
  return named(bias === null ? scaled : scaled.add(byChannel(bias)), 'NativeGroupNormBackward0');
}

/**
 * The last dimensions, those of normalized_shape, divided by the root of their mean square, times weight; eps is the dtype's unless
 * given. RuntimeError where the input does not end in that shape.
 * @param {[input: Tensor, normalized_shape: readonly number[], weight?: Tensor | null | object, eps?: number | null]} args
 * @returns {Tensor}
 * @example torch.nn.functional.rms_norm(torch.tensor([3, 4]), [2]) // tensor([0.8485, 1.1314])
 */
export function rms_norm(...args) {
  const [input, given, weight, eps] = /** @type {any[]} */ (
    bindPython('rms_norm', ['input', 'normalized_shape', ...optional({ weight: null, eps: null })], args)
  );
  const { shape, dtype } = input;
  if (!sameShape(shape.slice(-given.length), given))
    throw new RuntimeError(
      `Given normalized_shape=${bracketed(given)}, expected input with shape [*${given.join(', ')}], but got input of size${bracketed(shape)}`,
    );
  if (weight !== null && !sameShape(weight.shape, given))
    throw new RuntimeError(
      `Expected weight to be of same shape as normalized_shape, but got weight of shape ${bracketed(weight.shape)} and normalized_shape = ${bracketed(given)}`,
    );
  const dims = given.map((/** @type {number} */ _, /** @type {number} */ i) => i - given.length);
  const squares = input.pow(2).mean(dims, { keepdim: true });
  const even = input.mul(squares.add(eps ?? finfo(dtype).eps).rsqrt());
  return weight === null ? even : even.mul(weight);
}

const asText = (/** @type {unknown} */ value) => shown(value, false);

/**
 * Group normalisation: num_groups, num_channels, eps (1e-5), affine (true). ValueError where the channels do not divide into groups.
 * @type {import('./layer.js').Made<[num_groups: number, num_channels: number, eps?: number | (import('./layer.js').Placed & { eps?: number, affine?: boolean, bias?: boolean }), ...rest: any[]], import('./layer.js').Layer & { weight: Tensor | null, bias: Tensor | null }>}
 * @example torch.nn.GroupNorm(1, 2)(torch.tensor([[1, 3]])).shape // torch.Size([1, 2])
 */
export const GroupNorm = layerClass(
  'GroupNorm',
  'normalization',
  [
    'num_groups',
    'num_channels',
    ...optional({ eps: 1e-5, affine: true, device: null, dtype: null }),
    { name: 'bias', default: true, keyword: true },
  ],
  (module, { num_groups, num_channels, eps, affine, bias, ...keywords }) => {
    if (num_channels % num_groups !== 0)
      throw new ValueError(`num_channels (${num_channels}) must be divisible by num_groups (${num_groups})`);
    Object.assign(module, { num_groups, num_channels, eps, affine });
    learn(module, 'weight', truth(affine) ? new Parameter(empty([num_channels], keywords)) : null);
    learn(module, 'bias', truth(affine) && truth(bias) ? new Parameter(empty([num_channels], keywords)) : null);
    module.reset_parameters();
  },
  ['input'],
  (module, input) => group_norm(input, module.num_groups, module.weight, module.bias, module.eps),
  {
    /** @this {any} */
    reset_parameters() {
      this.weight?.detach().fill_(1);
      this.bias?.detach().zero_();
    },
    /** @this {any} */
    extra_repr() {
      const { num_groups, num_channels, eps, affine, bias } = this;
      return `${num_groups}, ${num_channels}, eps=${asText(eps)}, affine=${asText(affine)}, bias=${asText(bias !== null)}`;
    },
  },
);

/**
 * Normalisation by the root of the mean square: normalized_shape, eps (the dtype's), elementwise_affine (true).
 * @type {import('./layer.js').Made<[normalized_shape: number | number[], eps?: number | null | (import('./layer.js').Placed & { eps?: number | null, elementwise_affine?: boolean }), ...rest: any[]], import('./layer.js').Layer & { weight: Tensor | null }>}
 * @example torch.nn.RMSNorm(2)(torch.tensor([[1, 3]])).shape // torch.Size([1, 2])
 */
export const RMSNorm = layerClass(
  'RMSNorm',
  'normalization',
  ['normalized_shape', ...optional({ eps: null, elementwise_affine: true, device: null, dtype: null })],
  (module, { normalized_shape, eps, elementwise_affine, ...keywords }) => {
    const shape = [normalized_shape].flat();
    Object.assign(module, { normalized_shape: tuple(shape), eps, elementwise_affine: truth(elementwise_affine) });
    learn(module, 'weight', module.elementwise_affine ? new Parameter(empty(shape, keywords)) : null);
    module.reset_parameters();
  },
  ['x'],
  (module, input) => rms_norm(input, module.normalized_shape, module.weight, module.eps),
  {
    /** @this {any} */
    reset_parameters() {
      this.weight?.detach().fill_(1);
    },
    /** @this {any} */
    extra_repr() {
      const { normalized_shape, eps, elementwise_affine } = this;
      return `${normalized_shape}, eps=${asText(eps)}, elementwise_affine=${asText(elementwise_affine)}`;
    },
  },
);
