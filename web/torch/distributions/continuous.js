// Normal and Uniform. Source: torch/distributions/normal.py, uniform.py.

import { Size } from '../../core/numbers/size.js';
import { optional } from '../arguments/call.js';
import { bindPython, isNumber } from '../arguments/signature.js';
import { erfinv } from '../operations/elements/inverses.js';
import { erf } from '../operations/elements/pointwise.js';
import { rand } from '../tensor/creation.js';
import { normal } from '../tensor/drawn.js';
import { broadcastAll, Distribution, formatted, made, positive, real } from './distribution.js';

/** @typedef {import('./distribution.js').Tensor} Tensor */

const validation = optional({ validate_args: null });

class Normal_ extends Distribution {
  /** @type {Tensor} */ loc;
  /** @type {Tensor} */ scale;

  /** @param {any[]} args */
  constructor(...args) {
    super();
    const [loc, scale, validates] = /** @type {any[]} */ (
      bindPython('Normal.__init__', ['loc', 'scale', ...validation], args, true)
    );
    [this.loc, this.scale] = broadcastAll(loc, scale);
    this.batch_shape = isNumber(loc) && isNumber(scale) ? new Size([]) : this.loc.shape;
    this.begin({ loc: this.loc, scale: this.scale }, { loc: real, scale: positive }, validates);
  }
  get mean() {
    return this.loc;
  }
  get mode() {
    return this.loc;
  }
  /** @returns {Tensor} */
  get stddev() {
    return this.scale;
  }
  get variance() {
    return this.scale.pow(2);
  }
  /** @param {number[]} shape */
  draw(shape) {
    return normal(this.loc.expand(shape), this.scale.expand(shape));
  }
  /** A sample through which gradients flow to loc and scale. @param {any[]} args */
  rsample(...args) {
    const shape = this.shapeOf(args);
    const zeros = this.loc.new_zeros(shape);
    return this.loc.add(/** @type {any} */ (normal(zeros, zeros.add(1))).mul(this.scale));
  }
  /** The logarithm of the density. @param {any[]} args */
  log_prob(...args) {
    const value = this.checked('log_prob', args);
    const squared = value.sub(this.loc).pow(2);
    return squared
      .neg()
      .div(this.scale.pow(2).mul(2))
      .sub(this.scale.log())
      .sub(Math.log(Math.sqrt(2 * Math.PI)));
  }
  /** How likely a sample is not above the value: Φ. @param {any[]} args */
  cdf(...args) {
    const value = this.checked('cdf', args);
    const steps = value.sub(this.loc).mul(this.scale.reciprocal()).div(Math.sqrt(2));
    return /** @type {any} */ (erf(steps)).add(1).mul(0.5);
  }
  /** The value that a sample is not above with a probability. @param {any[]} args */
  icdf(...args) {
    const [value] = /** @type {any[]} */ (bindPython('Normal.icdf', ['value'], args, true));
    return this.loc.add(this.scale.mul(erfinv(value.mul(2).sub(1))).mul(Math.sqrt(2)));
  }
  entropy() {
    return this.scale.log().add(0.5 + 0.5 * Math.log(2 * Math.PI));
  }
}

/**
 * The normal distribution of mean loc and standard deviation scale, numbers or tensors. ValueError for a scale that is not above 0.
 * @example torch.distributions.Normal(0, 1).cdf(torch.tensor([0, 1])) // tensor([0.5000, 0.8413])
 */
export const Normal = /* @__PURE__ */ (() => {
  Object.defineProperty(Normal_, 'name', { value: 'Normal' });
  return made(Normal_, 'normal');
})();

class Uniform_ extends Distribution {
  /** @type {Tensor} */ low;
  /** @type {Tensor} */ high;

  /** @param {any[]} args */
  constructor(...args) {
    super();
    const [low, high, validates] = /** @type {any[]} */ (
      bindPython('Uniform.__init__', ['low', 'high', ...validation], args, true)
    );
    [this.low, this.high] = broadcastAll(low, high);
    this.batch_shape = isNumber(low) && isNumber(high) ? new Size([]) : this.low.shape;
    const { low: least, high: most } = this;
    const constraints = {
      low: { name: `LessThan(upper_bound=${formatted(most)})`, holds: (/** @type {Tensor} */ x) => x.lt(most) },
      high: { name: `GreaterThan(lower_bound=${formatted(least)})`, holds: (/** @type {Tensor} */ x) => x.gt(least) },
    };
    this.begin({ low: least, high: most }, constraints, validates);
  }
  get support() {
    const { low, high } = this;
    return {
      name: `Interval(lower_bound=${formatted(low)}, upper_bound=${formatted(high)})`,
      holds: (/** @type {Tensor} */ value) => value.ge(low).logical_and(value.le(high)),
    };
  }
  get mean() {
    return this.high.add(this.low).div(2);
  }
  get stddev() {
    return this.high.sub(this.low).div(Math.sqrt(12));
  }
  get variance() {
    return this.high.sub(this.low).pow(2).div(12);
  }
  /** @param {number[]} shape */
  draw(shape) {
    const drawn = /** @type {any} */ (rand(shape, { dtype: this.low.dtype }));
    return this.low.add(drawn.mul(this.high.sub(this.low)));
  }
  /** A sample through which gradients flow to low and high. @param {any[]} args */
  rsample(...args) {
    return this.draw(this.shapeOf(args));
  }
  /** The logarithm of the density. @param {any[]} args */
  log_prob(...args) {
    const value = this.checked('log_prob', args);
    const isWithin = this.low.le(value).logical_and(this.high.gt(value)).to(this.low.dtype);
    return isWithin.log().sub(this.high.sub(this.low).log());
  }
  /** How likely a sample is not above the value. @param {any[]} args */
  cdf(...args) {
    const value = this.checked('cdf', args);
    return value.sub(this.low).div(this.high.sub(this.low)).clamp({ min: 0, max: 1 });
  }
  /** The value that a sample is not above with a probability. @param {any[]} args */
  icdf(...args) {
    const [value] = /** @type {any[]} */ (bindPython('Uniform.icdf', ['value'], args, true));
    return value.mul(this.high.sub(this.low)).add(this.low);
  }
  entropy() {
    return this.high.sub(this.low).log();
  }
}

/**
 * The uniform distribution on [low, high). ValueError where low is not below high.
 * @example torch.distributions.Uniform(0, 4).mean // tensor(2.)
 */
export const Uniform = /* @__PURE__ */ (() => {
  Object.defineProperty(Uniform_, 'name', { value: 'Uniform' });
  return made(Uniform_, 'uniform');
})();
