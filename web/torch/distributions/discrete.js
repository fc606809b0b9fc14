// Bernoulli and Categorical. Source: torch/distributions/bernoulli.py, categorical.py, utils.py.

import { ValueError } from '../../core/errors.js';
import { Size } from '../../core/numbers/size.js';
import { torchFunctions } from '../activations/functional.js';
import { optional } from '../arguments/call.js';
import { bindPython, isNumber } from '../arguments/signature.js';
import { binary_cross_entropy_with_logits } from '../losses/entropies.js';
import { multinomial } from '../operations/filling/drawing.js';
import { broadcast_tensors } from '../operations/shapes/stacks.js';
import { bernoulli } from '../tensor/drawn.js';
import { finfo } from '../tensor/facts.js';
import { broadcastAll, Distribution, made, real, unitInterval } from './distribution.js';

/** @typedef {import('./distribution.js').Tensor} Tensor */

/** @param {string} name @param {any[]} args @returns {any[]} */
function paramsOf(name, args) {
  const [probs, logits, validates] = /** @type {any[]} */ (
    bindPython(`${name}.__init__`, optional({ probs: null, logits: null, validate_args: null }), args, true)
  );
  if ((probs === null) === (logits === null))
    throw new ValueError('Either `probs` or `logits` must be specified, but not both.');
  return [probs, logits, validates];
}

/** Probabilities away from 0 and 1. @param {Tensor} probs */
function clamped(probs) {
  const { eps } = finfo(probs.dtype);
  return probs.clamp({ min: eps, max: 1 - eps });
}

/** What has probabilities, or the logarithms that they come of; the other ones are made when they are asked for. */
class OfLogits extends Distribution {
  /** @param {'probs' | 'logits'} name @param {() => Tensor} make @returns {Tensor} */
  either(name, make) {
    const { parameters } = this;
    if (name in parameters) return parameters[name];
    const value = make();
    this.parameters = name === 'probs' ? { probs: value, ...parameters } : { ...parameters, logits: value };
    return value;
  }
}

class Bernoulli_ extends OfLogits {
  /** @param {any[]} args */
  constructor(...args) {
    super();
    const [probs, logits, validates] = paramsOf('Bernoulli', args);
    const given = probs ?? logits;
    const [own] = broadcastAll(given);
    this.batch_shape = isNumber(given) ? new Size([]) : own.shape;
    this.begin(probs === null ? { logits: own } : { probs: own }, { probs: unitInterval, logits: real }, validates);
  }
  get support() {
    return { name: 'Boolean()', holds: (/** @type {Tensor} */ value) => value.eq(0).logical_or(value.eq(1)) };
  }
  get probs() {
    return this.either('probs', () => this.parameters.logits.sigmoid());
  }
  get logits() {
    return this.either('logits', () => {
      const probs = clamped(this.parameters.probs);
      return probs.log().sub(probs.neg().log1p());
    });
  }
  get mean() {
    return this.probs;
  }
  get variance() {
    return this.probs.mul(this.probs.neg().add(1));
  }
  /** @param {number[]} shape */
  draw(shape) {
    return bernoulli(this.probs.expand(shape));
  }
  /** The logarithm of the probability. @param {any[]} args */
  log_prob(...args) {
    const [logits, value] = broadcastAll(this.logits, this.checked('log_prob', args));
    return /** @type {any} */ (binary_cross_entropy_with_logits(logits, value, { reduction: 'none' })).neg();
  }
  entropy() {
    return binary_cross_entropy_with_logits(this.logits, this.probs, { reduction: 'none' });
  }
}

/**
 * One with a probability, zero else: of `probs`, or of `logits` whose sigmoids they are.
 * @example torch.distributions.Bernoulli(0.25).variance // tensor(0.1875)
 */
export const Bernoulli = /* @__PURE__ */ (() => {
  Object.defineProperty(Bernoulli_, 'name', { value: 'Bernoulli' });
  return made(Bernoulli_, 'bernoulli');
})();

/** @type {import('./distribution.js').Constraint} */
const simplex = {
  name: 'Simplex()',
  holds: (value) => value.ge(0).all(-1).logical_and(value.sum(-1).sub(1).abs().lt(1e-6)),
};
/** @type {import('./distribution.js').Constraint} */
const realVector = { name: 'IndependentConstraint(Real(), 1)', holds: (value) => value.eq(value).all(-1) };

class Categorical_ extends OfLogits {
  /** @param {any[]} args */
  constructor(...args) {
    super();
    const [probs, logits, validates] = paramsOf('Categorical', args);
    const given = probs ?? logits;
    if (given.shape.length < 1)
      throw new ValueError(`\`${probs === null ? 'logits' : 'probs'}\` parameter must be at least one-dimensional.`);
    const own =
      probs === null
        ? { logits: logits.sub(logits.logsumexp(-1, { keepdim: true })) }
        : { probs: probs.div(probs.sum(-1, { keepdim: true })) };
    this.batch_shape = new Size(given.shape.slice(0, -1));
    this.count = given.shape[given.shape.length - 1];
    this.begin(/** @type {any} */ (own), { probs: simplex, logits: realVector }, validates);
  }
  get support() {
    const most = this.count - 1;
    return {
      name: `IntegerInterval(lower_bound=0, upper_bound=${most})`,
      holds: (/** @type {Tensor} */ value) =>
        value.remainder(1).eq(0).logical_and(value.ge(0)).logical_and(value.le(most)),
    };
  }
  get probs() {
    return this.either('probs', () => torchFunctions.softmax(this.parameters.logits, -1));
  }
  get logits() {
    return this.either('logits', () => clamped(this.parameters.probs).log());
  }
  get mean() {
    return this.probs.new_full([...this.batch_shape], Number.NaN);
  }
  get variance() {
    return this.mean;
  }
  get mode() {
    return this.probs.argmax(-1);
  }
  /** @param {number[]} shape */
  draw(shape) {
    const count = shape.slice(0, shape.length - this.batch_shape.length).reduce((a, b) => a * b, 1);
    const rows = this.probs.reshape(-1, this.count);
    return /** @type {any} */ (multinomial(rows, count, true)).t().reshape(shape);
  }
  /** The logarithm of the probability of a class. @param {any[]} args */
  log_prob(...args) {
    const value = this.checked('log_prob', args).long().unsqueeze(-1);
    const [places, all] = broadcast_tensors(value, this.logits);
    return /** @type {any} */ (all).gather(-1, /** @type {any} */ (places).narrow(-1, 0, 1)).squeeze(-1);
  }
  entropy() {
    const { min } = finfo(this.logits.dtype);
    return this.logits.clamp({ min }).mul(this.probs).sum(-1).neg();
  }
}

/**
 * One of some classes: of `probs`, which are brought to the sum 1, or of `logits`, whose softmax they are. ValueError for both or none.
 * @example torch.distributions.Categorical(torch.tensor([1, 3])).probs // tensor([0.2500, 0.7500])
 */
export const Categorical = /* @__PURE__ */ (() => {
  Object.defineProperty(Categorical_, 'name', { value: 'Categorical' });
  return made(Categorical_, 'categorical');
})();
