// Directions of vectors: nn.functional.normalize and cosine_similarity, torch.nn.CosineSimilarity, and how far they are apart: pairwise_distance.
// Source of the order of operations: torch/nn/functional.py and aten/src/ATen/native/Distance.cpp.

import { RuntimeError } from '../../core/errors.js';
import { Float } from '../../core/numbers/written.js';
import { optional, requireMethod } from '../arguments/call.js';
import { native } from '../arguments/native.js';
import { bindPython } from '../arguments/signature.js';
import { vectorNorm } from '../operations/folds/vector_norm.js';
import { resultType } from '../storage/promotion.js';
import { broadcastShape } from '../storage/strided.js';
import { layerClass } from './layer.js';

/** @typedef {import('../tensor/tensor.js').Tensor} Tensor */

/**
 * Divides vectors along dim (1) by their p-norm (2), which is at least eps (1e-12).
 * @param {[input: Tensor, p?: number | { p?: number, dim?: number, eps?: number }, dim?: number, eps?: number]} args
 * @returns {Tensor}
 * @example torch.nn.functional.normalize(torch.tensor([[3, 4]])) // tensor([[0.6000, 0.8000]])
 */
export function normalize(...args) {
  const [input, p, dim, eps, out] = /** @type {any[]} */ (
    bindPython('normalize', ['input', ...optional({ p: 2, dim: 1, eps: 1e-12, out: null })], args)
  );
  requireMethod(input, 'norm');
  const length = input.norm(p, dim, true).clamp_min(eps).expand_as(input);
  return input.div(length, ...(out === null ? [] : [{ out }]));
}

/**
 * The cosine of the angles between vectors along dim (1), whose lengths are at least eps (1e-8).
 * @type {((x1: Tensor, x2: Tensor, dim?: number | { dim?: number, eps?: number }, eps?: number) => Tensor) & import('../arguments/native.js').Method<Tensor>}
 * @example torch.cosine_similarity(torch.tensor([1, 0]), torch.tensor([1, 1]), 0) // tensor(0.7071)
 */
export const cosine_similarity = /* @__PURE__ */ native(
  'cosine_similarity(Tensor x1, Tensor x2, int dim=1, float eps=1e-08)',
  (x1, x2, dim, eps) => {
    const dtype = resultType(x1, x2);
    if (!dtype.is_floating_point)
      throw new RuntimeError(`expected common dtype to be floating point, yet common dtype is ${dtype.short}`);
    const shape = [...broadcastShape(x1.shape, x2.shape)];
    const unit = (/** @type {any} */ x) => {
      const wide = x.to(dtype).expand(shape);
      return wide.div(wide.norm(2, dim, true).clamp_min(eps));
    };
    return unit(x1).mul(unit(x2)).sum(dim);
  },
);

/**
 * The p-norms (2) of x1 - x2 + eps (1e-6) along the last dimension, which keepdim (false) keeps.
 * @type {((x1: Tensor, x2: Tensor, p?: number | { p?: number, eps?: number, keepdim?: boolean }, eps?: number, keepdim?: boolean) => Tensor) & import('../arguments/native.js').Method<Tensor>}
 * @example torch.pairwise_distance(torch.zeros(1, 2), torch.tensor([[3, 4]])) // tensor([5.0000])
 */
export const pairwise_distance = /* @__PURE__ */ native(
  'pairwise_distance(Tensor x1, Tensor x2, float p=2, float eps=1e-06, bool keepdim=False)',
  (x1, x2, p, eps, keepdim) => {
    const last = Math.max(x1.shape.length, x2.shape.length) - 1;
    return vectorNorm(x1.sub(x2).add(eps), p, [last], keepdim, 'NormBackward1');
  },
);

/**
 * The p-norms (2) of x1 - x2 + eps (1e-6) along the last dimension.
 * @type {import('./layer.js').Made<[p?: number | { p?: number, eps?: number, keepdim?: boolean }, eps?: number, keepdim?: boolean], import('./layer.js').Loss>}
 * @example torch.nn.PairwiseDistance()(torch.zeros(1, 2), torch.tensor([[3, 4]])) // tensor([5.0000])
 */
export const PairwiseDistance = layerClass(
  'PairwiseDistance',
  'distance',
  optional({ p: new Float(2), eps: 1e-6, keepdim: false }),
  (module, { p, ...rest }) => Object.assign(module, { norm: p, ...rest }),
  ['x1', 'x2'],
  ({ norm, eps, keepdim }, x1, x2) => pairwise_distance(x1, x2, norm, eps, keepdim),
  {},
);

/**
 * The cosine of the angles between vectors along dim (1), whose lengths are at least eps (1e-8).
 * @type {import('./layer.js').Made<[dim?: number | { dim?: number, eps?: number }, eps?: number], import('./layer.js').Loss>}
 * @example torch.nn.CosineSimilarity({ dim: 0 })(torch.tensor([1, 0]), torch.tensor([1, 1])) // tensor(0.7071)
 */
export const CosineSimilarity = layerClass(
  'CosineSimilarity',
  'distance',
  optional({ dim: 1, eps: 1e-8 }),
  (module, passed) => Object.assign(module, passed),
  ['x1', 'x2'],
  ({ dim, eps }, x1, x2) => cosine_similarity(x1, x2, dim, eps),
  {},
);
