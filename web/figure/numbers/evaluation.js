// How figures compute: a function with its parameters, of arrays with shapes, forward and backward, as the core has it.
import '../../core/embedded.js';
import { activations } from '../../build/table.js';
import { computation } from '../../core/activations.js';
import { Size } from '../../core/numbers/size.js';
import { checkBounds, emptyRange } from '../../core/parameters.js';
import { parametersShown, shown } from '../../core/text/repr.js';
import { onesOf, placeFor } from './room.js';
import { ShapedArray } from './shaped_array.js';

/**
 * @typedef {import('../state/drawn.js').Activation} Activation
 * @typedef {import('../state/drawn.js').Values} Parameters
 */

/**
 * The parameters that a call must say: those without a default, those that differ from it, and a dimension always.
 * @param {Activation} activation
 * @param {Parameters} parameters
 * @returns {[string, import('../state/drawn.js').Value][]}
 */
export const givenOf = (activation, parameters) =>
  activation.parameters
    .filter((p) => p.required || p.type === 'dim' || parameters[p.name] !== p.default)
    .map(({ name }) => [name, parameters[name]]);

/**
 * A function without parameters, of numbers: exp, sigmoid.
 * @param {string} functional
 * @param {Float32Array} values
 */
export function applied(functional, values) {
  const activation = /** @type {import('../../core/activations.js').Activation} */ (
    activations.find((a) => a.functional === functional)
  );
  return computation(activation, {}, new Size([values.length])).forward(values, null);
}

/** The module as PyTorch prints it. @param {Activation} activation @param {Parameters} parameters */
export function moduleText(activation, parameters) {
  const given = Object.fromEntries(givenOf(activation, parameters));
  const text =
    activation.kind === 'prelu'
      ? 'num_parameters=1'
      : parametersShown(activation.parameters, { ...parameters }, given).join(', ');
  return `${activation.module}(${text})`;
}

/** Refuses what the module's constructor or PyTorch's function refuses, in their words. @param {Activation} activation @param {Parameters} parameters */
function check({ module, functional, parameters: facts }, parameters) {
  const [first, second] = facts.map(({ name }) => Number(parameters[name]));
  if (functional === 'rrelu') checkBounds(first, second);
  if (module !== 'Hardtanh' || first < second) return;
  const [low, high] = facts.map(({ name, default: fallback }) =>
    shown(parameters[name], parameters[name] === fallback),
  );
  throw emptyRange(low, high);
}

/** The gradient from above of all outputs, or of one. @param {number} count @param {number | null} chosen */
function above(count, chosen) {
  if (chosen === null) return onesOf(count);
  const one = new Float32Array(count);
  one[chosen] = 1;
  return one;
}

/** A function as a figure calls it, in evaluation: RReLU's slope is the mean of its bounds. */
export class Evaluation {
  #activation;
  #parameters;
  /** What its input is divided by, as float32. */ #temperature;

  /**
   * @param {Activation} activation
   * @param {Parameters} parameters
   * @param {number} [temperature] that the input is divided by
   * @throws {Error} PyTorch's, for parameters that it refuses
   */
  constructor(activation, parameters, temperature = 1) {
    check(activation, parameters);
    this.#activation = activation;
    this.#parameters = parameters;
    this.#temperature = Math.fround(temperature);
  }

  /** @param {ShapedArray} input */
  #prepared({ data, shape }) {
    const by = this.#temperature;
    return {
      ...computation(/** @type {any} */ (this.#activation), this.#parameters, shape),
      x: by === 1 ? data : data.map((value) => value / by),
    };
  }

  /**
   * @param {ShapedArray} input
   * @param {ShapedArray | null} [out] of the result's shape
   * @returns {ShapedArray} out, or a new one
   */
  forward(input, out = null) {
    const { x, shape, forward } = this.#prepared(input);
    const y = forward(x, out?.data ?? placeFor(shape.numel()));
    return out ?? new ShapedArray(y, shape);
  }

  /**
   * The gradient of the input.
   * @param {ShapedArray} input
   * @param {ShapedArray | null} upstream the gradient from above; null for ones, or for that of
   * @param {number | null} [chosen] one output
   * @param {ShapedArray | null} [out] of the input's shape
   * @returns {ShapedArray} out, or a new one
   */
  gradient(input, upstream, chosen = null, out = null) {
    const { x, shape, backward } = this.#prepared(input);
    const place = out?.data ?? placeFor(x.length);
    const grad = backward(upstream?.data ?? above(shape.numel(), chosen), x, null, place);
    const by = this.#temperature;
    for (let i = 0; by !== 1 && i < grad.length; i++) grad[i] /= by;
    return out ?? new ShapedArray(grad, input.shape);
  }
}
