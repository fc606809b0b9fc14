// kl_divergence. Source: torch/distributions/kl.py.

import { NotImplementedError } from '../../core/errors.js';
import { bindPython } from '../arguments/signature.js';
import { where } from '../operations/elements/choice.js';
import { Normal } from './continuous.js';
import { Categorical } from './discrete.js';

/** @param {any} p @param {any} q */
function ofNormals(p, q) {
  const ratio = p.scale.div(q.scale).pow(2);
  const apart = p.loc.sub(q.loc).div(q.scale).pow(2);
  return ratio.add(apart).sub(1).sub(ratio.log()).mul(0.5);
}

/** @param {any} p @param {any} q */
function ofCategories(p, q) {
  const terms = p.probs.mul(p.logits.sub(q.logits));
  const bounded = where(q.probs.eq(0), Number.POSITIVE_INFINITY, terms);
  return /** @type {any} */ (where(p.probs.eq(0), 0, bounded)).sum(-1);
}

/**
 * How far a distribution is from another of its kind. NotImplementedError for kinds that torchlet has no formula of.
 * @type {(p: any, q: any) => any}
 * @example torch.distributions.kl_divergence(torch.distributions.Normal(0, 1), torch.distributions.Normal(1, 1)) // tensor(0.5000)
 */
export const kl_divergence = (...args) => {
  const [p, q] = /** @type {any[]} */ (bindPython('kl_divergence', ['p', 'q'], args, true));
  if (p instanceof Normal && q instanceof Normal) return ofNormals(p, q);
  if (p instanceof Categorical && q instanceof Categorical) return ofCategories(p, q);
  throw new NotImplementedError(
    `No KL(p || q) is implemented for p type ${p?.constructor?.name} and q type ${q?.constructor?.name}`,
  );
};
