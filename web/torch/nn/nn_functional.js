// torch.nn.functional: the activations, and linear, dropouts, normalisation and losses.

import { functional as activations } from '../activations/functional.js';
import { namespace } from '../arguments/namespace.js';
import { cross_entropy, nll_loss } from '../losses/classes.js';
import { huber_loss, l1_loss, mse_loss, smooth_l1_loss } from '../losses/distances.js';
import { binary_cross_entropy, binary_cross_entropy_with_logits, kl_div } from '../losses/entropies.js';
import { gaussian_nll_loss, poisson_nll_loss } from '../losses/likelihoods.js';
import {
  cosine_embedding_loss,
  hinge_embedding_loss,
  margin_ranking_loss,
  soft_margin_loss,
  triplet_margin_loss,
} from '../losses/margins.js';
import { multi_margin_loss } from '../losses/multi_margin.js';
import { one_hot } from '../operations/folds/counting.js';
import { linear } from '../operations/products/matmul.js';
import { alpha_dropout, dropout } from './dropout.js';
import { embedding } from './embedding.js';
import { group_norm, rms_norm } from './group_norm.js';
import { batch_norm, layer_norm } from './normalization.js';
import { pad } from './padding.js';
import { cosine_similarity, normalize, pairwise_distance } from './similarity.js';

const others = {
  alpha_dropout,
  batch_norm,
  binary_cross_entropy,
  binary_cross_entropy_with_logits,
  cosine_embedding_loss,
  cosine_similarity,
  cross_entropy,
  dropout,
  embedding,
  gaussian_nll_loss,
  group_norm,
  hinge_embedding_loss,
  huber_loss,
  kl_div,
  l1_loss,
  layer_norm,
  linear,
  margin_ranking_loss,
  mse_loss,
  multi_margin_loss,
  nll_loss,
  normalize,
  one_hot,
  pad,
  pairwise_distance,
  poisson_nll_loss,
  rms_norm,
  smooth_l1_loss,
  soft_margin_loss,
  triplet_margin_loss,
};

/** torch.nn.functional. @type {import('../../build/activations.js').ActivationFunctions & typeof others} */
export const functional = namespace('torch.nn.functional', { ...activations, ...others }, 'f');
