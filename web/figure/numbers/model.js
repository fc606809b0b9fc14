// The numbers behind a figure: input, output and gradient of a state, computed by the kernels and kept until something changes.
import { halvesOf } from '../../core/activations.js';
import { arraySum } from '../../core/numbers/cascade.js';
import { squaresAbout, total } from '../../core/numbers/sums.js';
import { isGated } from '../state/drawn.js';
import { activationOf } from '../state/vocabulary.js';
import { Evaluation, moduleText } from './evaluation.js';
import { inputKey, inputSteps, upstreamSteps } from './inputs.js';
import { Large } from './large.js';
import { atOnce } from './pieces.js';
import { flatIndex, outputOf } from './places.js';
import { kindOf } from './sample.js';
import { ShapedArray } from './shaped_array.js';

/**
 * @typedef {import('../state/drawn.js').Activation} Activation
 * @typedef {import('../state/vocabulary.js').State} State
 * @typedef {{ total: number, dead: number, saturated: number, least: number, nan: number }} Counts `least` is the smallest
 *   magnitude of a slope; `nan` counts the slopes that are nan, or a row-wise function's outputs
 * @typedef {{ mean: number, std: number }} Moments as torch.mean and torch.std give them
 * @typedef {object} Result all that the figures and panels show
 * @property {Activation} activation
 * @property {import('../state/drawn.js').Values} parameters
 * @property {string} repr the module as PyTorch prints it
 * @property {ShapedArray} input
 * @property {ShapedArray} output
 * @property {ShapedArray} slopes of the function at the input; a row-wise function's gradient
 * @property {ShapedArray} gradient of the input
 * @property {ShapedArray | null} upstream the gradient from above, where it is not ones or that of one output
 * @property {number | null} chosen the flat index of the output whose gradient this is; null where the gradient comes from all
 * @property {number} temperature that the input is divided by
 * @property {number} dim that a row-wise activation works along
 * @property {Counts} counts of the last whole gradient
 * @property {{ input: Moments, output: Moments }} moments of the last whole output
 * @property {boolean} isWhole whether the tensors hold for all elements, or so far only for those that are drawn and printed
 * @property {string[]} warnings what PyTorch would warn of
 * @property {import('./large.js').Drawn} drawn what histograms are made of
 *
 * @typedef {Pick<Result, 'activation' | 'parameters' | 'repr' | 'input' | 'temperature' | 'dim' | 'warnings'>} About
 * @typedef {{ activation: Activation, run: Evaluation, dim: number, state: State, temperature: number }} Call
 * @typedef {import('./pieces.js').Progress | { result: Result }} Step
 */

/** Longer tensors are computed in steps, first what is drawn of them: all of 65,536 elements took 16 ms of each frame. */
const kLarge = 32_768;
/** Computes results for one state after another, reusing what did not change. */
export class Model {
  #inputKey = '';
  /** @type {ShapedArray} */ #input = ShapedArray.zeros([0]);
  /** @type {ShapedArray} */ #output = ShapedArray.zeros([0]);
  /** @type {ShapedArray} */ #slopes = ShapedArray.zeros([0]);
  /** @type {ShapedArray} */ #gradient = ShapedArray.zeros([0]);
  /** @type {ShapedArray | null} */ #upstream = null;
  #upstreamKey = '';
  /** @type {Counts} */ #counts = { total: 0, dead: 0, saturated: 0, least: 0, nan: 0 };
  #moments = { input: momentsOf(ShapedArray.zeros([0])), output: momentsOf(ShapedArray.zeros([0])) };
  /** @type {Large | null} */ #large = null;

  /**
   * @param {State} state
   * @returns {Result} errors are PyTorch's; the model then stands as it was
   */
  update(state) {
    return atOnce(this.steps(state));
  }

  /**
   * The same in steps, between which a page may answer. Of a long tensor what is drawn and printed comes first, as a result that
   * is not whole.
   * @param {State} state
   * @param {{ quick?: boolean }} [options] quick: a slider is moving, leave what is not shown for later
   * @returns {Generator<Step, Result>}
   */
  *steps(state, { quick = false } = {}) {
    const activation = activationOf(state.activation);
    new Evaluation(activation, state.parameters); // refuses before anything changes
    const input = yield* this.#inputSteps(state);
    /** @type {string[]} */ const warnings = [];
    const { dim, parameters } = settled(activation, state.parameters, input.dim(), warnings);
    const temperature = activation.elementwise || isGated(activation) ? 1 : state.temperature;
    /** @type {Call} */
    const call = { activation, run: new Evaluation(activation, parameters, temperature), dim, state, temperature };
    const about = {
      activation,
      parameters: state.parameters,
      repr: moduleText(activation, state.parameters),
      input,
      temperature,
      dim,
      warnings,
    };
    if (input.numel() > kLarge) return yield* this.#largeSteps(call, input, about, quick);
    this.#forward(activation, call.run, input);
    const upstream = yield* this.#upstreamSteps(state);
    const chosen = chosenOf(call, input, this.#output, upstream);
    this.#grade(activation, call.run, input, upstream, chosen);
    return this.#result(about, upstream, chosen, true);
  }

  /** @param {About} about @param {ShapedArray | null} upstream @param {number | null} chosen @param {boolean} isWhole @returns {Result} */
  #result(about, upstream, chosen, isWhole) {
    const drawn = { input: about.input.data, output: this.#output.data, slopes: this.#slopes.data, step: 1 };
    return {
      ...about,
      output: this.#output,
      slopes: this.#slopes,
      gradient: this.#gradient,
      drawn: about.activation.elementwise ? (this.#large?.drawn ?? drawn) : drawn,
      upstream,
      chosen,
      counts: this.#counts,
      moments: this.#moments,
      isWhole,
    };
  }

  /**
   * @param {Call} call
   * @param {ShapedArray} input
   * @param {About} about
   * @param {boolean} quick
   * @returns {Generator<Step, Result>}
   */
  *#largeSteps(call, input, about, quick) {
    const { activation, run, state } = call;
    const large = yield* this.#largeOf(call, input);
    this.#output = large.output;
    const upstream = yield* this.#upstreamSteps(state);
    const chosen = chosenOf(call, input, this.#output, upstream);
    const count = (/** @type {ShapedArray} */ slopes, /** @type {ShapedArray} */ output) =>
      countsOf(activation, slopes, output);
    const take = () => {
      [this.#slopes, this.#gradient] = [large.slopes, large.gradient];
    };
    if (activation.elementwise) {
      large.show(run, upstream);
      take();
      this.#counts = { ...this.#counts, total: input.numel() };
      const part = this.#result(about, upstream, chosen, false);
      if (quick) return part;
      yield { result: part };
      this.#counts = yield* large.finish(run, upstream, count);
    } else {
      const along = new Evaluation(activation, 'dim' in about.parameters ? { dim: 1 } : {}, call.temperature);
      this.#counts = { ...(yield* large.rows(along, call.dim, count)), total: input.numel() };
      yield* large.gradeRows(along, call.dim, upstream, chosen ?? 0);
      take();
    }
    this.#moments = { input: large.inputTally.moments, output: large.outputTally.moments };
    return this.#result(about, upstream, chosen, true);
  }

  /** What is kept of a long input. @param {Call} call @param {ShapedArray} input @returns {Generator<Step, Large>} */
  *#largeOf({ activation, dim }, input) {
    const { shape } = input;
    const outputShape = isGated(activation) ? halvesOf(shape, dim).shape : [...shape];
    const kept = this.#large;
    if (kept?.input === input && kept.output.shape.join() === outputShape.join()) return kept;
    const large = new Large(input, outputShape);
    yield* large.survey();
    this.#large = large;
    return large;
  }

  /** @param {Activation} activation @param {Evaluation} run @param {ShapedArray} input */
  #forward(activation, run, input) {
    this.#large = null;
    // GLU's output is half as long as the one that another function may have left.
    const isSame = !isGated(activation) && this.#isFor === input && String(this.#output.shape) === String(input.shape);
    this.#output = run.forward(input, isSame ? this.#output : null);
    this.#isFor = input;
  }

  /** The input that the last output is of. @type {ShapedArray | null} */ #isFor = null;

  /** @param {State} state @returns {Generator<Step, ShapedArray>} */
  *#inputSteps(state) {
    const key = inputKey(state);
    if (key !== this.#inputKey) {
      this.#input = yield* inputSteps(state);
      this.#inputKey = key;
    }
    return this.#input;
  }

  /** @param {State} state @returns {Generator<Step, ShapedArray | null>} */
  *#upstreamSteps(state) {
    const { shape } = this.#output;
    const key = state.upstream && `${state.upstream} ${state.upstreamNumbers} ${shape} ${this.#inputKey}`;
    if (key !== this.#upstreamKey) {
      this.#upstream = yield* upstreamSteps(state, shape);
      this.#upstreamKey = key;
    }
    return this.#upstream;
  }

  /**
   * Slopes, gradient, and what is counted of them.
   * @param {Activation} activation
   * @param {Evaluation} run
   * @param {ShapedArray} input
   * @param {ShapedArray | null} upstream
   * @param {number | null} chosen
   */
  #grade(activation, run, input, upstream, chosen) {
    const own = activation.elementwise || !upstream ? run.gradient(input, null, chosen) : null;
    this.#gradient = upstream || !own ? run.gradient(input, upstream) : own;
    this.#slopes = own ?? this.#gradient;
    this.#counts = countsOf(activation, this.#slopes, this.#output);
    const isCounted = this.#counted === input;
    this.#moments = { input: isCounted ? this.#moments.input : momentsOf(input), output: momentsOf(this.#output) };
    this.#counted = input;
  }

  /** The input whose moments are known. @type {ShapedArray | null} */ #counted = null;
}

/**
 * The output whose gradient a row-wise figure shows: the chosen element's, else the first; none where the gradient comes from all.
 * @param {Call} call
 * @param {ShapedArray} input
 * @param {ShapedArray} output
 * @param {ShapedArray | null} upstream
 */
function chosenOf({ activation, state: { element } }, input, output, upstream) {
  if (activation.elementwise || upstream || output.numel() === 0) return null;
  return element ? outputOf(input.shape, output.shape, flatIndex(input.shape, element)) : 0;
}

/** As torch.mean and torch.std give them. @param {ShapedArray} array @returns {Moments} */
function momentsOf({ data }) {
  const { length: count } = data;
  const center = total(data) / count;
  return {
    mean: Math.fround(arraySum(data) / count),
    std: count > 1 ? Math.fround(Math.sqrt(squaresAbout(data, center) / (count - 1))) : Number.NaN,
  };
}

/**
 * The dimension that is used, with PyTorch's guess for dim=None, which it warns of.
 * @param {Activation} activation
 * @param {import('../state/drawn.js').Values} parameters
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

/** @param {Activation} activation @param {ShapedArray} gradient @param {ShapedArray} output @returns {Counts} */
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
