// The numbers behind a figure: input, output and gradient of a state, computed by torch and kept until something changes.
import torch from '../index.js';
import { isGated } from './drawn.js';
import { inputKey, inputOf, upstreamOf } from './inputs.js';
import { kindOf, moduleOf } from './sample.js';
import { activationOf } from './vocabulary.js';

/**
 * @typedef {import('../tensor.js').Tensor} Tensor
 * @typedef {import('./drawn.js').Activation} Activation
 * @typedef {import('./vocabulary.js').State} State
 * @typedef {{ total: number, dead: number, saturated: number, least: number, nan: number }} Counts `least` is the smallest
 *   magnitude of a slope; `nan` counts the slopes that are nan, or a row-wise function's outputs
 * @typedef {{ mean: number, std: number }} Moments as torch.mean and torch.std give them
 * @typedef {object} Result all that the figures and panels show
 * @property {Activation} activation
 * @property {import('./drawn.js').Values} parameters
 * @property {string} repr the module as PyTorch prints it
 * @property {Tensor} input
 * @property {Tensor} output
 * @property {Tensor} slopes of the function at the input; a row-wise function's gradient
 * @property {Tensor} gradient of the input
 * @property {Tensor | null} upstream the gradient from above, where it is not ones or that of one output
 * @property {number | null} chosen the flat index of the output whose gradient this is; null where the gradient comes from all
 * @property {number} temperature that the input is divided by
 * @property {number} dim that a row-wise activation works along
 * @property {Counts} counts of the last whole gradient
 * @property {{ input: Moments, output: Moments }} moments of the last whole output
 * @property {boolean} isWhole whether the gradient holds for all elements, or so far only for those that are printed
 * @property {string[]} warnings what PyTorch would warn of
 */

/** From here on the whole gradient waits until a slider rests: a pass over so many elements takes longer than a frame. */
const kLarge = 100_000;
/** What a printed summary shows at either end of a dimension, and from how many elements on. */
const kEdge = 3;
const kThreshold = 1000;

/**
 * The flat indices of the elements that a printed tensor shows, in the order of the text.
 * @param {readonly number[]} shape
 * @returns {number[]}
 */
export function shownElements(shape) {
  const count = shape.reduce((product, size) => product * size, 1);
  let at = [0];
  for (const size of shape) {
    const isCut = count > kThreshold && size > 2 * kEdge;
    const indices = Array.from({ length: isCut ? 2 * kEdge : size }, (_, i) =>
      isCut && i >= kEdge ? size - 2 * kEdge + i : i,
    );
    at = at.flatMap((start) => indices.map((index) => start * size + index));
  }
  return count === 0 ? [] : at;
}

/**
 * The indices of an element in a shape.
 * @param {readonly number[]} shape
 * @param {number} flat
 */
export function indicesOf(shape, flat) {
  const indices = new Array(shape.length);
  let rest = flat;
  for (let d = shape.length - 1; d >= 0; d--) {
    indices[d] = rest % shape[d];
    rest = Math.floor(rest / shape[d]);
  }
  return indices;
}

/** @param {readonly number[]} shape @param {readonly number[]} indices */
export const flatIndex = (shape, indices) => shape.reduce((flat, size, d) => flat * size + indices[d], 0);

/**
 * The output that an element goes to: its own place, or for GLU, whose output is half as long, that of its pair.
 * @param {readonly number[]} from the input's shape
 * @param {readonly number[]} to the output's
 * @param {number} flat
 */
export function outputOf(from, to, flat) {
  const dim = from.findIndex((size, d) => size !== to[d]);
  if (dim < 0) return flat;
  return flatIndex(
    to,
    indicesOf(from, flat).map((index, d) => (d === dim ? index % to[d] : index)),
  );
}

/** The element that stands where an output does: for GLU that of the first half. @param {readonly number[]} from @param {readonly number[]} to @param {number} flat */
export const inputOfOutput = (from, to, flat) => flatIndex(from, indicesOf(to, flat));

/**
 * An element as Python names it, `output[0, 1]`; a scalar is the tensor itself.
 * @param {string} name
 * @param {readonly number[]} shape
 * @param {number} flat
 */
export const elementName = (name, shape, flat) =>
  shape.length === 0 ? name : `${name}[${indicesOf(shape, flat).join(', ')}]`;

/** Computes results for one state after another, reusing what did not change. */
export class Model {
  #inputKey = '';
  /** @type {Tensor} */ #input = torch.empty(0);
  /** @type {Tensor} */ #output = torch.empty(0);
  /** @type {Tensor} */ #slopes = torch.empty(0);
  /** @type {Tensor} */ #gradient = torch.empty(0);
  /** @type {Tensor | null} */ #upstream = null;
  #upstreamKey = '';
  #isWhole = true;
  /** @type {Counts} */ #counts = { total: 0, dead: 0, saturated: 0, least: 0, nan: 0 };
  #moments = { input: momentsOf(torch.empty(0)), output: momentsOf(torch.empty(0)) };

  /** Whether the last gradient covers every element, not only those that are printed. */
  get isWhole() {
    return this.#isWhole;
  }

  /**
   * @param {State} state
   * @param {{ quick?: boolean }} [options] quick: a slider is moving, leave the gradient of what is not printed for later
   * @returns {Result} errors are PyTorch's; the model then stands as it was
   */
  update(state, { quick = false } = {}) {
    const activation = activationOf(state.activation);
    const module = moduleOf(activation, state.parameters);
    const input = this.#inputOf(state);
    /** @type {string[]} */ const warnings = [];
    const { dim, parameters } = settled(activation, state.parameters, input.dim(), warnings);
    const temperature = activation.elementwise || isGated(activation) ? 1 : state.temperature;
    const run = warmed(moduleOf(activation, parameters), temperature);
    const isSame = this.#forward(activation, run, input);
    const count = this.#output.numel();
    const upstream = this.#upstreamOf(state);
    const chosen = activation.elementwise || count === 0 || upstream ? null : chosenOf(state, input, this.#output);
    this.#isWhole = !(quick && isSame && activation.elementwise && count > kLarge);
    if (this.#isWhole) this.#grade(activation, run, input, upstream, chosen);
    else this.#gradeShown(run, input, upstream);
    return {
      activation,
      parameters: state.parameters,
      repr: String(module),
      input,
      output: this.#output,
      slopes: this.#slopes,
      gradient: this.#gradient,
      upstream,
      chosen,
      temperature,
      dim,
      counts: this.#counts,
      moments: this.#moments,
      isWhole: this.#isWhole,
      warnings,
    };
  }

  /** @param {Activation} activation @param {(input: Tensor, options?: object) => Tensor} run @param {Tensor} input @returns {boolean} whether the last output's array was used */
  #forward(activation, run, input) {
    return torch.no_grad(() => {
      // GLU's output is half as long as the one that another function may have left.
      const isSame =
        !isGated(activation) && this.#isFor === input && String(this.#output.shape) === String(input.shape);
      if (isSame) run(input, { out: this.#output });
      else this.#output = run(input);
      this.#isFor = input;
      return isSame;
    });
  }

  /** The input that the last output is of. @type {Tensor | null} */ #isFor = null;

  /** @param {State} state */
  #inputOf(state) {
    const key = inputKey(state);
    if (key !== this.#inputKey) {
      this.#input = inputOf(state);
      this.#inputKey = key;
    }
    return this.#input;
  }

  /** @param {State} state */
  #upstreamOf(state) {
    const { shape } = this.#output;
    const key = state.upstream && `${state.upstream} ${state.upstreamNumbers} ${shape} ${this.#inputKey}`;
    if (key !== this.#upstreamKey) {
      this.#upstream = upstreamOf(state, shape);
      this.#upstreamKey = key;
    }
    return this.#upstream;
  }

  /**
   * Slopes, gradient, and what is counted of them.
   * @param {Activation} activation
   * @param {(input: Tensor) => Tensor} run
   * @param {Tensor} input
   * @param {Tensor | null} upstream
   * @param {number | null} chosen
   */
  #grade(activation, run, input, upstream, chosen) {
    const own = activation.elementwise || !upstream ? gradientOf(run, input, null, chosen) : null;
    this.#gradient = upstream || !own ? gradientOf(run, input, upstream, null) : own;
    this.#slopes = own ?? this.#gradient;
    this.#counts = countsOf(activation, this.#slopes, this.#output);
    const isCounted = this.#counted === input;
    this.#moments = { input: isCounted ? this.#moments.input : momentsOf(input), output: momentsOf(this.#output) };
    this.#counted = input;
  }

  /** The input whose moments are known. @type {Tensor | null} */ #counted = null;

  /** Slopes and gradient of the elements that are printed. @param {(input: Tensor) => Tensor} run @param {Tensor} input @param {Tensor | null} upstream */
  #gradeShown(run, input, upstream) {
    const shown = shownElements(input.shape);
    const partOf = (/** @type {Tensor} */ whole) =>
      torch.from_numpy(Float32Array.from(shown, (flat) => whole.data[flat]));
    const slopes = gradientOf(run, partOf(input), null, null).data;
    const gradient = upstream ? gradientOf(run, partOf(input), partOf(upstream), null).data : slopes;
    shown.forEach((flat, i) => {
      this.#slopes.data[flat] = slopes[i];
      this.#gradient.data[flat] = gradient[i];
    });
  }
}

/** A module behind a division of its input. @param {any} module @param {number} temperature @returns {(input: Tensor, options?: object) => Tensor} */
const warmed = (module, temperature) => (input, options) =>
  module.forward(temperature === 1 ? input : input.div(temperature), ...(options ? [options] : []));

/** The output whose gradient a row-wise figure shows: the chosen element's, else the first. @param {State} state @param {Tensor} input @param {Tensor} output */
function chosenOf({ element }, input, output) {
  return element ? outputOf(input.shape, output.shape, flatIndex(input.shape, element)) : 0;
}

/** @param {Tensor} tensor @returns {Moments} */
function momentsOf(tensor) {
  const count = tensor.numel();
  return {
    mean: count > 0 ? torch.mean(tensor).item() : Number.NaN,
    std: count > 1 ? torch.std(tensor).item() : Number.NaN,
  };
}

/**
 * The dimension that is used, with PyTorch's guess for dim=None, which it warns of.
 * @param {Activation} activation
 * @param {import('./drawn.js').Values} parameters
 * @param {number} rank
 * @param {string[]} warnings
 */
function settled(activation, parameters, rank, warnings) {
  const dims = Math.max(rank, 1);
  if (activation.kind === 'softmax2d') return { dim: Math.max(0, rank - 3), parameters };
  if (!('dim' in parameters)) return { dim: 0, parameters };
  let dim = /** @type {number | null} */ (parameters.dim);
  if (dim === null) {
    dim = rank === 0 || rank === 1 || rank === 3 ? 0 : 1;
    warnings.push(
      `UserWarning: Implicit dimension choice for ${activation.functional} has been deprecated. Change the call to include dim=X as an argument.`,
    );
  }
  return { dim: dim < 0 ? dim + dims : dim, parameters: { ...parameters, dim } };
}

/**
 * @param {(input: Tensor) => Tensor} run
 * @param {Tensor} input
 * @param {Tensor | null} upstream the gradient from above; null for ones, or for that of
 * @param {number | null} chosen one output
 * @returns {Tensor}
 */
function gradientOf(run, input, upstream, chosen) {
  const x = input.detach().requires_grad_();
  const y = run(x);
  const above = upstream ?? (chosen === null ? torch.ones_like(y) : torch.zeros_like(y));
  if (chosen !== null) above.data[chosen] = 1;
  y.backward(above);
  return /** @type {Tensor} */ (x.grad);
}

/** @param {Activation} activation @param {Tensor} gradient @param {Tensor} output @returns {Counts} */
function countsOf(activation, { data }, output) {
  const counts = { total: data.length, dead: 0, saturated: 0, least: Number.POSITIVE_INFINITY, nan: 0 };
  for (const value of activation.elementwise ? data : output.data) if (Number.isNaN(value)) counts.nan++;
  for (let i = 0; activation.elementwise && i < data.length; i++) {
    const slope = Math.abs(data[i]);
    const kind = kindOf(slope);
    if (kind) counts[kind]++;
    if (slope < counts.least) counts.least = slope;
  }
  return counts;
}
