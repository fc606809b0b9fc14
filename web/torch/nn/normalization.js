// torch.nn.LayerNorm and BatchNorm1d, nn.functional.layer_norm and batch_norm.

import { NotImplementedError, RuntimeError, ValueError } from '../../core/errors.js';
import { bracketed, sameShape, sizeOf } from '../../core/numbers/size.js';
import { shown } from '../../core/text/repr.js';
import { optional, requireMethod } from '../arguments/call.js';
import { bindPython, truth, typeName } from '../arguments/signature.js';
import { tuple } from '../arguments/tuple.js';
import { batchNormalize, givenMoments, ownMoments } from '../operations/folds/batch_moments.js';
import { moments, normalize, rowGroups } from '../operations/folds/moments.js';
import { isTensor } from '../storage/base.js';
import { int64 } from '../storage/dtype.js';
import { elements } from '../storage/strided.js';
import { empty, ones, zeros } from '../tensor/creation.js';
import { Parameter } from '../tensor/parameter.js';
import { learn } from './attributes.js';
import { layerClass } from './layer.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../core/numbers/size.js').Size} Size
 */

/**
 * The last dimensions, those of normalized_shape, get mean 0 and variance 1: (x - mean) / √(var + eps) · weight + bias;
 * eps is 1e-5. RuntimeError where the input does not end in that shape.
 * @param {[input: Tensor, normalized_shape: number[], weight?: Tensor | null | object, bias?: Tensor | null | object, eps?: number]} args
 * @returns {Tensor}
 * @example torch.nn.functional.layer_norm(torch.tensor([1, 3]), [2]) // tensor([-1.0000,  1.0000])
 */
export function layer_norm(...args) {
  const [input, shape, weight, bias, eps] = /** @type {any[]} */ (
    bindPython('layer_norm', ['input', 'normalized_shape', ...optional({ weight: null, bias: null, eps: 1e-5 })], args)
  );
  if (!isTensor(input))
    throw new TypeError(`layer_norm(): argument 'input' (position 1) must be Tensor, not ${typeName(input)}`);
  if (!Array.isArray(shape))
    throw new TypeError(
      `layer_norm(): argument 'normalized_shape' (position 2) must be tuple of ints, not ${typeName(shape)}`,
    );
  if (weight !== null && !sameShape(weight.shape, shape)) {
    throw new RuntimeError(
      `Expected weight to be of same shape as normalized_shape, but got weight of shape ${bracketed(weight.shape)} and normalized_shape = ${bracketed(shape)}`,
    );
  }
  if (!input.dtype.is_floating_point) {
    if (weight !== null) throw new RuntimeError('mixed dtype (CPU): all inputs must share same datatype.');
    throw new NotImplementedError(`"LayerNormKernelImpl" not implemented for '${input.dtype.short}'`);
  }
  const lead = input.shape.length - shape.length;
  if (lead < 0 || !sameShape(sizeOf(input.shape.slice(lead)), shape)) {
    throw new RuntimeError(
      `Given normalized_shape=${bracketed(shape)}, expected input with shape [*, ${shape.join(', ')}], but got input of size${bracketed(input.shape)}`,
    );
  }
  const groups = rowGroups(input.shape, sizeOf(shape).numel());
  const { means, variances } = moments(elements(input), groups);
  const scales = variances.map((v) => 1 / Math.sqrt(v + eps));
  return normalize(input, weight, bias, groups, means, scales);
}

/** @param {Size} shape */
function requireSeveral(shape) {
  if (sizeOf([shape[0], ...shape.slice(2)]).numel() === 1) {
    throw new ValueError(`Expected more than 1 value per channel when training, got input size ${shape}`);
  }
}

/**
 * Each channel, dimension 1, gets mean 0 and variance 1: by its own moments in training, when they also move the running
 * ones by momentum (0.1), else by the running ones.
 * @param {[input: Tensor, running_mean: Tensor | null, running_var: Tensor | null, ...rest: any[]]} args
 * @returns {Tensor}
 * @example torch.nn.functional.batch_norm(torch.ones(1, 2), torch.zeros(2), torch.ones(2)) // tensor([[1.0000, 1.0000]])
 */
export function batch_norm(...args) {
  const defaults = optional({ weight: null, bias: null, training: false, momentum: 0.1, eps: 1e-5 });
  const [input, mean, variance, weight, bias, training, momentum, eps] = /** @type {any[]} */ (
    bindPython('batch_norm', ['input', 'running_mean', 'running_var', ...defaults], args)
  );
  const isOwn = truth(training);
  if (isOwn) requireSeveral(input.shape);
  else if (mean === null || variance === null)
    throw new RuntimeError('Expected running_mean and running_var to be defined when training=False');
  const count = (mean ?? weight)?.shape.numel() ?? input.shape[1];
  if (count !== input.shape[1]) {
    const which = mean === null ? 'weight' : 'running_mean';
    throw new RuntimeError(`${which} should contain ${input.shape[1]} elements not ${count}`);
  }
  if (!input.dtype.is_floating_point) {
    throw new NotImplementedError(`"batch_norm" not implemented for '${input.dtype.short}'`);
  }
  const used = isOwn ? ownMoments(input, mean, variance, momentum) : givenMoments(input, mean, variance);
  return batchNormalize(input, weight, bias, used, eps);
}

const asText = (/** @type {unknown} */ value) => shown(value, false);

/**
 * Layer normalisation over the last dimensions: normalized_shape, eps (1e-5), elementwise_affine (true), bias (true).
 * @type {import('./layer.js').Made<[normalized_shape: number | number[], eps?: number | (import('./layer.js').Placed & { eps?: number, elementwise_affine?: boolean, bias?: boolean }), ...rest: any[]], import('./layer.js').Layer & { weight: Tensor | null, bias: Tensor | null }>}
 * @example torch.nn.LayerNorm(2)(torch.tensor([[1, 3]])).shape // torch.Size([1, 2])
 */
export const LayerNorm = layerClass(
  'LayerNorm',
  'normalization',
  ['normalized_shape', ...optional({ eps: 1e-5, elementwise_affine: true, bias: true, device: null, dtype: null })],
  (module, { normalized_shape, eps, elementwise_affine, bias, ...keywords }) => {
    const shape = [normalized_shape].flat();
    Object.assign(module, { normalized_shape: tuple(shape), eps, elementwise_affine: truth(elementwise_affine) });
    const isLearned = module.elementwise_affine;
    learn(module, 'weight', isLearned ? new Parameter(empty(shape, keywords)) : null);
    learn(module, 'bias', isLearned && truth(bias) ? new Parameter(empty(shape, keywords)) : null);
    module.reset_parameters();
  },
  ['input'],
  (module, input) => layer_norm(input, module.normalized_shape, module.weight, module.bias, module.eps),
  {
    /** @this {any} */
    reset_parameters() {
      this.weight?.detach().fill_(1);
      this.bias?.detach().zero_();
    },
    /** @this {any} */
    extra_repr() {
      const { normalized_shape, eps, elementwise_affine, bias } = this;
      return `${normalized_shape}, eps=${asText(eps)}, elementwise_affine=${asText(elementwise_affine)}, bias=${asText(bias !== null)}`;
    },
  },
);

/** @param {string} name @param {string} asked the numbers of dimensions that it takes @param {(rank: number) => boolean} takes */
const batchClass = (name, asked, takes) =>
  layerClass(
    name,
    'batchnorm',
    [
      'num_features',
      ...optional({ eps: 1e-5, momentum: 0.1, affine: true, track_running_stats: true, device: null, dtype: null }),
      { name: 'bias', default: true, keyword: true },
    ],
    (module, { num_features: n, eps, momentum, affine, track_running_stats, bias, ...keywords }) => {
      Object.assign(module, { num_features: n, eps, momentum, affine, track_running_stats });
      learn(module, 'weight', truth(affine) ? new Parameter(empty(n, keywords)) : null);
      learn(module, 'bias', truth(affine) && truth(bias) ? new Parameter(empty([n], keywords)) : null);
      const isTracked = truth(track_running_stats);
      module.register_buffer('running_mean', isTracked ? zeros([n], keywords) : null);
      module.register_buffer('running_var', isTracked ? ones([n], keywords) : null);
      module.register_buffer('num_batches_tracked', isTracked ? zeros([], { dtype: int64 }) : null);
      module.weight?.detach().fill_(1);
      module.bias?.detach().zero_();
    },
    ['input'],
    (module, input) => {
      requireMethod(input, 'dim');
      const { length } = input.shape;
      if (!takes(length)) throw new ValueError(`expected ${asked} input (got ${length}D input)`);
      return batchForward(module, input);
    },
    {
      /** @this {any} */
      reset_running_stats() {
        this.running_mean?.zero_();
        this.running_var?.fill_(1);
        this.num_batches_tracked?.zero_();
      },
      /** @this {any} */
      reset_parameters() {
        this.reset_running_stats();
        this.weight?.detach().fill_(1);
        this.bias?.detach().zero_();
      },
      /** @this {any} */
      extra_repr() {
        const { num_features: n, eps, momentum, affine, bias, track_running_stats: tracks } = this;
        const settings = { eps, momentum, affine, bias: bias !== null, track_running_stats: tracks };
        return [n, ...Object.entries(settings).map(([name, value]) => `${name}=${asText(value)}`)].join(', ');
      },
    },
    undefined,
    '_BatchNorm',
    '_BatchNorm',
  );

/**
 * Batch normalisation of (N, C) or (N, C, L): num_features, eps (1e-5), momentum (0.1), affine (true),
 * track_running_stats (true); the buffers running_mean, running_var and num_batches_tracked.
 * @type {import('./layer.js').Made<[num_features: number, eps?: number | (import('./layer.js').Placed & { eps?: number, momentum?: number | null, affine?: boolean, track_running_stats?: boolean, bias?: boolean }), ...rest: any[]], import('./layer.js').Layer & { weight: Tensor | null, bias: Tensor | null, running_mean: Tensor | null, running_var: Tensor | null, num_batches_tracked: Tensor | null }>}
 * @example torch.nn.BatchNorm1d(2)(torch.tensor([[1, 2], [3, 4]])).shape // torch.Size([2, 2])
 */
export const BatchNorm1d = batchClass('BatchNorm1d', '2D or 3D', (rank) => rank === 2 || rank === 3);

/**
 * Batch normalisation of (N, C, H, W); see `BatchNorm1d`.
 * @type {typeof BatchNorm1d}
 * @example torch.nn.BatchNorm2d(1)(torch.tensor([[[[1, 2], [3, 4]]]])).shape // torch.Size([1, 1, 2, 2])
 */
export const BatchNorm2d = batchClass('BatchNorm2d', '4D', (rank) => rank === 4);

/** @param {any} module @param {Tensor} input */
function batchForward(module, input) {
  const { training, running_mean, running_var, num_batches_tracked, weight, bias, momentum, eps } = module;
  if (training && num_batches_tracked !== null) num_batches_tracked.add_(1);
  const factor = momentum ?? (training && num_batches_tracked ? 1 / num_batches_tracked.item() : 0);
  const isOwn = training || (running_mean === null && running_var === null);
  const tracked = !training || module.track_running_stats;
  return batch_norm(
    input,
    tracked ? running_mean : null,
    tracked ? running_var : null,
    weight,
    bias,
    isOwn,
    factor,
    eps,
  );
}
