// The losses of margins and of likelihoods as modules: HingeEmbeddingLoss, MarginRankingLoss, CosineEmbeddingLoss, TripletMarginLoss,
// MultiMarginLoss, SoftMarginLoss, PoissonNLLLoss, GaussianNLLLoss.

import { ValueError } from '../../core/errors.js';
import { Float } from '../../core/numbers/written.js';
import { shown } from '../../core/text/repr.js';
import { optional, requireMethod } from '../arguments/call.js';
import { gaussian_nll_loss, poisson_nll_loss } from '../losses/likelihoods.js';
import {
  cosine_embedding_loss,
  hinge_embedding_loss,
  margin_ranking_loss,
  reductions,
  soft_margin_loss,
  triplet_margin_loss,
} from '../losses/margins.js';
import { multi_margin_loss } from '../losses/multi_margin.js';
import { lossClass } from './loss_class.js';

/** @typedef {import('../tensor/tensor.js').Tensor} Tensor */
/** @typedef {import('./module.js').Module & ((a: Tensor, b: Tensor, c: Tensor) => Tensor)} OfThree */
/** @typedef {'mean' | 'sum' | 'none'} Reduction */

/**
 * The input where the target is 1, and how far it is below margin (1) where the target is -1.
 * @type {import('./layer.js').Made<[margin?: number | { margin?: number, reduction?: Reduction }, ...rest: any[]], import('./layer.js').Loss>}
 * @example torch.nn.HingeEmbeddingLoss()(torch.tensor([0.5, 0.5]), torch.tensor([1, -1])) // tensor(0.5000)
 */
export const HingeEmbeddingLoss = lossClass(
  'HingeEmbeddingLoss',
  { margin: new Float(1), ...reductions },
  hinge_embedding_loss,
);
/**
 * How far two inputs are from the order that the target tells, 1 or -1, with a margin (0) between.
 * @type {import('./layer.js').Made<[margin?: number | { margin?: number, reduction?: Reduction }, ...rest: any[]], OfThree>}
 * @example torch.nn.MarginRankingLoss()(torch.tensor([1]), torch.tensor([3]), torch.tensor([1])) // tensor(2.)
 */
export const MarginRankingLoss = lossClass(
  'MarginRankingLoss',
  { margin: new Float(0), ...reductions },
  margin_ranking_loss,
  undefined,
  ['input1', 'input2', 'target'],
);
/**
 * 1 - cos of the angle between vectors where the target is 1, cos - margin (0) above 0 where it is -1.
 * @type {import('./layer.js').Made<[margin?: number | { margin?: number, reduction?: Reduction }, ...rest: any[]], OfThree>}
 * @example torch.nn.CosineEmbeddingLoss()(torch.eye(2), torch.eye(2), torch.tensor([1, -1])) // tensor(0.5000)
 */
export const CosineEmbeddingLoss = lossClass(
  'CosineEmbeddingLoss',
  { margin: new Float(0), ...reductions },
  cosine_embedding_loss,
  undefined,
  ['input1', 'input2', 'target'],
);
/**
 * How far the positive is from being nearer to the anchor than the negative by margin (1), by the p-norm (2).
 * @type {import('./layer.js').Made<[margin?: number | { margin?: number, p?: number, eps?: number, swap?: boolean, reduction?: Reduction }, ...rest: any[]], OfThree>}
 * @example torch.nn.TripletMarginLoss({ margin: 2 })(torch.zeros(1, 2), torch.zeros(1, 2), torch.ones(1, 2)) // tensor(0.5858)
 */
export const TripletMarginLoss = lossClass(
  'TripletMarginLoss',
  { margin: new Float(1), p: new Float(2), eps: 1e-6, swap: false, ...reductions },
  triplet_margin_loss,
  undefined,
  ['anchor', 'positive', 'negative'],
  ({ margin }) => {
    if (margin <= 0) {
      throw new ValueError(
        `TripletMarginLoss: expected margin to be greater than 0, got ${shown(margin, false)} instead`,
      );
    }
  },
);
/**
 * A hinge of margin (1), to the power p (1 or 2), for each class beside the target's, with the classes' weights.
 * @type {import('./layer.js').Made<[p?: number | { p?: number, margin?: number, weight?: Tensor | null, reduction?: Reduction }, ...rest: any[]], import('./layer.js').Loss>}
 * @example torch.nn.MultiMarginLoss()(torch.tensor([[0.1, 0.2, 0.4, 0.8]]), torch.tensor([3n])) // tensor(0.3250)
 */
export const MultiMarginLoss = lossClass(
  'MultiMarginLoss',
  { p: 1, margin: new Float(1), weight: null, ...reductions },
  multi_margin_loss,
  undefined,
  undefined,
  ({ p, weight }) => {
    if (Number(p) !== 1 && Number(p) !== 2) throw new ValueError('only p == 1 and p == 2 supported');
    if (weight === null) return;
    requireMethod(weight, 'dim');
    const { length } = weight.shape;
    if (length !== 1)
      throw new ValueError(`MultiMarginLoss: expected weight to be None or 1D tensor, got ${length}D instead`);
  },
);
/**
 * log(1 + exp(-target · input)), of targets 1 and -1.
 * @type {import('./layer.js').Made<[options?: { reduction?: Reduction }], import('./layer.js').Loss>}
 * @example torch.nn.SoftMarginLoss()(torch.zeros(2), torch.ones(2)) // tensor(0.6931)
 */
export const SoftMarginLoss = lossClass('SoftMarginLoss', reductions, soft_margin_loss, '_Loss');
/**
 * Of counts, whose rates, or their logarithms where log_input (true), the input tells.
 * @type {import('./layer.js').Made<[log_input?: boolean | { log_input?: boolean, full?: boolean, eps?: number, reduction?: Reduction }, ...rest: any[]], import('./layer.js').Loss>}
 * @example torch.nn.PoissonNLLLoss()(torch.zeros(2), torch.ones(2)) // tensor(1.)
 */
export const PoissonNLLLoss = lossClass(
  'PoissonNLLLoss',
  { log_input: true, full: false, size_average: null, eps: 1e-8, reduce: null, reduction: 'mean' },
  poisson_nll_loss,
  undefined,
  ['log_input', 'target'],
);
/**
 * Of targets that are normal around the input, with variances.
 * @type {import('./layer.js').Made<[options?: { full?: boolean, eps?: number, reduction?: Reduction }], import('./module.js').Module & ((input: Tensor, target: Tensor, var_: Tensor | number) => Tensor)>}
 * @example torch.nn.GaussianNLLLoss()(torch.zeros(2), torch.ones(2), torch.ones(2)) // tensor(0.5000)
 */
export const GaussianNLLLoss = lossClass(
  'GaussianNLLLoss',
  optional({ full: false, eps: 1e-6, reduction: 'mean' }).map((one) => ({ ...one, keyword: true })),
  gaussian_nll_loss,
  undefined,
  ['input', 'target', 'var'],
);
