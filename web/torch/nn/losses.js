// The losses as modules, those of margins beside it: MSELoss, L1Loss, SmoothL1Loss, HuberLoss, BCELoss, BCEWithLogitsLoss, KLDivLoss, NLLLoss, CrossEntropyLoss.

import { cross_entropy, nll_loss } from '../losses/classes.js';
import { huber_loss, l1_loss, mse_loss, smooth_l1_loss } from '../losses/distances.js';
import { binary_cross_entropy, binary_cross_entropy_with_logits, kl_div } from '../losses/entropies.js';
import { lossClass } from './loss_class.js';

const legacy = { size_average: null, reduce: null, reduction: 'mean' };
const weighed = { weight: null, size_average: null, reduce: null, reduction: 'mean' };
const ofClasses = { weight: null, size_average: null, ignore_index: -100, reduce: null, reduction: 'mean' };

/**
 * The mean squared error: reduction 'mean', 'sum' or 'none'.
 * @type {import('./layer.js').Made<[options?: { reduction?: 'mean' | 'sum' | 'none' }], import('./layer.js').Loss>}
 * @example torch.nn.MSELoss()(torch.tensor([1, 2]), torch.tensor([1, 4])) // tensor(2.)
 */
export const MSELoss = lossClass('MSELoss', legacy, mse_loss, '_Loss');
/**
 * The mean absolute error.
 * @type {import('./layer.js').Made<[options?: { reduction?: 'mean' | 'sum' | 'none' }], import('./layer.js').Loss>}
 * @example torch.nn.L1Loss()(torch.tensor([1, 2]), torch.tensor([1, 4])) // tensor(1.)
 */
export const L1Loss = lossClass('L1Loss', legacy, l1_loss, '_Loss');
/**
 * Squared below beta (1), absolute above.
 * @type {import('./layer.js').Made<[options?: { reduction?: 'mean' | 'sum' | 'none', beta?: number }], import('./layer.js').Loss>}
 * @example torch.nn.SmoothL1Loss()(torch.tensor([0, 2]), torch.zeros(2)) // tensor(0.7500)
 */
export const SmoothL1Loss = lossClass('SmoothL1Loss', { ...legacy, beta: 1 }, smooth_l1_loss);
/**
 * Squared below delta (1), absolute above, with the slope delta.
 * @type {import('./layer.js').Made<[options?: { reduction?: 'mean' | 'sum' | 'none', delta?: number }], import('./layer.js').Loss>}
 * @example torch.nn.HuberLoss()(torch.tensor([0, 3]), torch.zeros(2)) // tensor(1.2500)
 */
export const HuberLoss = lossClass('HuberLoss', { reduction: 'mean', delta: 1 }, huber_loss);
/**
 * The Kullback-Leibler divergence of logarithms of probabilities from probabilities, or from their logarithms.
 * @type {import('./layer.js').Made<[options?: { reduction?: 'mean' | 'batchmean' | 'sum' | 'none', log_target?: boolean }], import('./layer.js').Loss>}
 * @example torch.nn.KLDivLoss({ reduction: 'sum' })(torch.zeros(1), torch.ones(1)) // tensor(0.)
 */
export const KLDivLoss = lossClass('KLDivLoss', { ...legacy, log_target: false }, kl_div);
/**
 * The cross entropy of probabilities with targets between 0 and 1.
 * @type {import('./layer.js').Made<[options?: { reduction?: 'mean' | 'sum' | 'none', weight?: import('../tensor/tensor.js').Tensor | null }], import('./layer.js').Loss>}
 * @example torch.nn.BCELoss()(torch.tensor([0.5]), torch.ones(1)) // tensor(0.6931)
 */
export const BCELoss = lossClass('BCELoss', weighed, binary_cross_entropy, '_WeightedLoss');
/**
 * The same of logits.
 * @type {import('./layer.js').Made<[options?: { reduction?: 'mean' | 'sum' | 'none', weight?: import('../tensor/tensor.js').Tensor | null, pos_weight?: import('../tensor/tensor.js').Tensor | null }], import('./layer.js').Loss>}
 * @example torch.nn.BCEWithLogitsLoss()(torch.zeros(2), torch.ones(2)) // tensor(0.6931)
 */
export const BCEWithLogitsLoss = lossClass(
  'BCEWithLogitsLoss',
  { ...weighed, pos_weight: null },
  binary_cross_entropy_with_logits,
);
/**
 * The negative log likelihood of classes.
 * @type {import('./layer.js').Made<[options?: { reduction?: 'mean' | 'sum' | 'none', weight?: import('../tensor/tensor.js').Tensor | null, ignore_index?: number }], import('./layer.js').Loss>}
 * @example torch.nn.NLLLoss()(torch.tensor([[-1, -2]]), torch.tensor([1n])) // tensor(2.)
 */
export const NLLLoss = lossClass('NLLLoss', ofClasses, nll_loss);
/**
 * The cross entropy of logits with classes or probabilities.
 * @type {import('./layer.js').Made<[options?: { reduction?: 'mean' | 'sum' | 'none', weight?: import('../tensor/tensor.js').Tensor | null, ignore_index?: number, label_smoothing?: number }], import('./layer.js').Loss>}
 * @example torch.nn.CrossEntropyLoss()(torch.zeros(1, 2), torch.tensor([1n])) // tensor(0.6931)
 */
export const CrossEntropyLoss = lossClass('CrossEntropyLoss', { ...ofClasses, label_smoothing: 0 }, cross_entropy);
