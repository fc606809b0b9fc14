// The numbers behind a figure: input, output and gradient of a state, computed by torch and kept until something changes.
import torch from '../index.js';
import { articleExample } from './article.js';
import { kindOf, moduleOf } from './sample.js';
import { activationOf } from './vocabulary.js';

/**
 * @typedef {import('../tensor.js').Tensor} Tensor
 * @typedef {import('./drawn.js').Activation} Activation
 * @typedef {import('./vocabulary.js').State} State
 * @typedef {{ total: number, dead: number, saturated: number, least: number, nan: number }} Counts `least` is the smallest
 *   magnitude of a slope; `nan` counts the slopes that are nan, or a row-wise function's outputs
 * @typedef {object} Result all that the figures and panels show
 * @property {Activation} activation
 * @property {import('./drawn.js').Values} parameters
 * @property {string} repr the module as PyTorch prints it
 * @property {Tensor} input
 * @property {Tensor} output
 * @property {Tensor} gradient of the input
 * @property {number | null} chosen the flat index of the output whose gradient this is; null where the gradient of all is ones
 * @property {number} dim that a row-wise activation works along
 * @property {Counts} counts of the last whole gradient
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
  /** @type {Tensor} */ #gradient = torch.empty(0);
  #isWhole = true;

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
    const run = moduleOf(activation, parameters);
    const isSame =
      this.#output.shape.numel() === input.shape.numel() && String(this.#output.shape) === String(input.shape);
    torch.no_grad(() => {
      if (isSame) /** @type {any} */ (run).forward(input, { out: this.#output });
      else this.#output = run(input);
    });
    const count = input.numel();
    const chosen =
      activation.elementwise || count === 0 ? null : state.element ? flatIndex(input.shape, state.element) : 0;
    this.#isWhole = !(quick && isSame && activation.elementwise && count > kLarge);
    if (this.#isWhole) this.#gradient = gradientOf(run, input, chosen);
    else this.#gradeShown(run, input);
    const counts = this.#isWhole ? countsOf(activation, this.#gradient, this.#output) : null;
    this.#counts = counts ?? this.#counts;
    return {
      activation,
      parameters: state.parameters,
      repr: String(module),
      input,
      output: this.#output,
      gradient: this.#gradient,
      chosen,
      dim,
      counts: this.#counts,
      isWhole: this.#isWhole,
      warnings,
    };
  }

  /** @type {Counts} */ #counts = { total: 0, dead: 0, saturated: 0, least: 0, nan: 0 };

  /** @param {State} state */
  #inputOf(state) {
    const { activation, source, shape, seed, numbers } = state;
    const key =
      source === 'article' ? `article ${activation}` : `${source} ${shape} ${source === 'random' ? seed : numbers}`;
    if (key === this.#inputKey) return this.#input;
    if (source === 'random') {
      torch.manual_seed(BigInt(seed));
      this.#input = torch.randn([...shape]);
    } else {
      const given = source === 'typed' ? state : articleExample(activation);
      this.#input = torch.from_numpy(Float32Array.from(given.numbers)).reshape([...given.shape]);
    }
    this.#inputKey = key;
    return this.#input;
  }

  /** The gradient of the elements that are printed. @param {(input: Tensor) => Tensor} run @param {Tensor} input */
  #gradeShown(run, input) {
    const shown = shownElements(input.shape);
    const part = torch.from_numpy(Float32Array.from(shown, (flat) => input.data[flat]));
    const { data } = gradientOf(run, part, null);
    shown.forEach((flat, i) => {
      this.#gradient.data[flat] = data[i];
    });
  }
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
 * @param {number | null} chosen the output to differentiate; null for the sum of all
 * @returns {Tensor}
 */
function gradientOf(run, input, chosen) {
  const x = input.detach().requires_grad_();
  const y = run(x);
  const upstream = chosen === null ? torch.ones_like(y) : torch.zeros_like(y);
  if (chosen !== null) upstream.data[chosen] = 1;
  y.backward(upstream);
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
