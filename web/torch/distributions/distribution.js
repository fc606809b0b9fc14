// What all distributions have: shapes of samples, and the checks of parameters and values. Source: torch/distributions/distribution.py.

import { NotImplementedError, ValueError } from '../../core/errors.js';
import { Size } from '../../core/numbers/size.js';
import { formatFloat } from '../../core/text/digits.js';
import { bindPython, isNumber } from '../arguments/signature.js';
import { no_grad } from '../autograd/grad_mode.js';
import { broadcast_tensors } from '../operations/shapes/stacks.js';
import { isTensor } from '../storage/base.js';
import { tensor } from '../storage/data.js';

/** @typedef {any} Tensor of torchlet's, by whose methods the formulas are written */

/** What numbers are fit for: PyTorch's name of it, and where it holds. @typedef {{ name: string, holds: (value: Tensor) => Tensor }} Constraint */
/** @type {Constraint} */
export const real = { name: 'Real()', holds: (value) => value.eq(value) };
/** @type {Constraint} */
export const positive = { name: 'GreaterThan(lower_bound=0.0)', holds: (value) => value.gt(0) };
/** @type {Constraint} */
export const unitInterval = {
  name: 'Interval(lower_bound=0.0, upper_bound=1.0)',
  holds: (value) => value.ge(0).logical_and(value.le(1)),
};

/** Numbers and tensors as tensors of one shape. @param {any[]} values @returns {Tensor[]} */
export function broadcastAll(...values) {
  if (!values.every((one) => isTensor(one) || isNumber(one)))
    throw new ValueError(
      'Input arguments must all be instances of Number, torch.Tensor or objects implementing __torch_function__.',
    );
  const like = values.find(isTensor);
  const all = values.map((one) => (isTensor(one) ? one : tensor(Number(one), like ? { dtype: like.dtype } : {})));
  return [...broadcast_tensors(...all)];
}

/** A class whose objects are made with or without `new`. @template {Function} T @param {T} type @param {string} file PyTorch's of it @returns {any} */
export function made(type, file) {
  Object.defineProperty(type, 'toString', {
    value: () => `<class 'torch.distributions.${file}.${type.name}'>`,
  });
  return new Proxy(type, { apply: (own, _self, args) => Reflect.construct(own, args) });
}

/** A tensor as Python formats it: the number where it has no dimensions. @param {Tensor} value */
export const formatted = (value) => (value.shape.length > 0 ? String(value) : formatFloat(value.item()));

export class Distribution {
  /** The parameters that were given or asked for, by their names. @type {Record<string, Tensor>} */ parameters = {};
  /** @type {Size} */ batch_shape = new Size([]);
  /** @type {Size} */ event_shape = new Size([]);

  /** What values may be. @type {Constraint} */
  get support() {
    return real;
  }

  /** @param {Record<string, Tensor>} parameters @param {Record<string, Constraint>} constraints @param {unknown} validates */
  begin(parameters, constraints, validates) {
    this.parameters = parameters;
    this.validates = validates === null || Boolean(validates);
    if (!this.validates) return;
    for (const [name, value] of Object.entries(parameters)) {
      const { name: wanted, holds } = constraints[name];
      if (holds(value).all().item()) continue;
      throw new ValueError(
        `Expected parameter ${name} (Tensor of shape (${listed(value.shape)})) of distribution ${this} to satisfy the constraint ${wanted}, but found invalid values:\n${formatted(value)}`,
      );
    }
  }

  /** The value that a method is asked about, checked. @param {string} name @param {any[]} args @returns {Tensor} */
  checked(name, args) {
    const [value] = bindPython(`${this.constructor.name}.${name}`, ['value'], args, true);
    if (!this.validates) return value;
    if (!isTensor(value)) throw new ValueError('The value argument to log_prob must be a Tensor');
    requireShape(value.shape, [...this.batch_shape, ...this.event_shape]);
    if (this.support.holds(value).all().item()) return value;
    throw new ValueError(
      `Expected value argument (Tensor of shape (${listed(value.shape)})) to be within the support (${this.support.name}) of the distribution ${this}, but found invalid values:\n${formatted(value)}`,
    );
  }

  /** The shape of a sample. @param {any[]} args a shape of samples, or none @returns {number[]} */
  shapeOf(args) {
    const sizes = [{ name: 'sample_shape', default: [] }];
    const [shape] = /** @type {any[]} */ (bindPython(`${this.constructor.name}.sample`, sizes, args, true));
    return [...shape, ...this.batch_shape];
  }

  /** A sample, or a tensor of the given shape of them. @param {any[]} args @returns {Tensor} */
  sample(...args) {
    return no_grad(() => this.draw(this.shapeOf(args)));
  }

  /** @param {number[]} _shape @returns {Tensor} */
  draw(_shape) {
    throw new NotImplementedError('');
  }

  /** The root of the variance. @returns {Tensor} */
  get stddev() {
    return /** @type {any} */ (this).variance.sqrt();
  }

  /** @param {any[]} args @returns {Tensor} the density or probability, e to `log_prob`'s power where PyTorch has no other */
  prob(...args) {
    return /** @type {any} */ (this).log_prob(...args).exp();
  }

  toString() {
    const all = Object.entries(this.parameters).map(
      ([name, value]) => `${name}: ${value.shape.numel() === 1 ? formatted(value) : value.shape}`,
    );
    return `${this.constructor.name}(${all.join(', ')})`;
  }

  [Symbol.for('nodejs.util.inspect.custom')]() {
    return this.toString();
  }
}

/** @param {readonly number[]} shape */
const listed = (shape) => `${shape.join(', ')}${shape.length === 1 ? ',' : ''}`;

/** @param {readonly number[]} given @param {readonly number[]} wanted */
function requireShape(given, wanted) {
  for (let back = 1; back <= Math.min(given.length, wanted.length); back++) {
    const [i, j] = [given[given.length - back], wanted[wanted.length - back]];
    if (i === 1 || j === 1 || i === j) continue;
    throw new ValueError(
      `Value is not broadcastable with batch_shape+event_shape: torch.Size([${given.join(', ')}]) vs torch.Size([${wanted.join(', ')}]).`,
    );
  }
}
