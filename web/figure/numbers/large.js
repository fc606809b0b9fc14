// Long tensors: what the figures need of them at once, and the rest in pieces between which the page answers.
import { remember } from './bins.js';
import { piecesOf, Tally } from './pieces.js';
import { shownElements } from './places.js';
import { blocksOf } from './row_blocks.js';
import { ShapedArray } from './shaped_array.js';

/**
 * @typedef {import('./model.js').Counts} Counts
 * @typedef {import('./pieces.js').Progress} Progress
 * @typedef {import('./evaluation.js').Evaluation} Evaluation
 * @typedef {{ input: Float32Array, output: Float32Array, slopes: Float32Array, step: number }} Drawn what histograms are made
 *   of: every `step`th element
 */

/** So many elements stand for all in a drawing: a share of them is right to a third of a percent. */
const kDrawn = 2 ** 15;
/** So many are listed in the page's table. */
const kListed = 200;

/** A long input with what has been computed of it. */
export class Large {
  /** @param {ShapedArray} input @param {readonly number[]} outputShape */
  constructor(input, outputShape) {
    this.input = input;
    this.output = ShapedArray.zeros(outputShape);
    this.slopes = ShapedArray.zeros(input.shape);
    this.gradient = this.slopes;
    this.step = Math.max(1, Math.floor(input.numel() / kDrawn));
    const { data } = input;
    this.sample = ShapedArray.zeros([Math.floor(data.length / this.step)]);
    for (let i = 0; i < this.sample.numel(); i++) this.sample.data[i] = data[i * this.step];
    this.sampleOutput = ShapedArray.zeros(this.sample.shape);
    this.sampleSlopes = ShapedArray.zeros(this.sample.shape);
    this.shown = [...new Set([...Array.from({ length: kListed }, (_, i) => i), ...shownElements(input.shape)])];
    /** @type {Drawn} */ this.drawn = {
      input: this.sample.data,
      output: this.sampleOutput.data,
      slopes: this.sampleSlopes.data,
      step: this.step,
    };
    this.inputTally = new Tally();
    this.outputTally = new Tally();
  }

  /** Measures the input. @returns {Generator<Progress, void>} */
  *survey() {
    const { data } = this.input;
    for (const [start, end] of piecesOf(data.length)) {
      this.inputTally.add(data.subarray(start, end));
      yield { done: end / data.length };
    }
    remember(data, this.inputTally.extent);
  }

  /** A gradient apart from the slopes where more than ones come from above. @param {ShapedArray | null} upstream */
  separate(upstream) {
    if (!upstream) this.gradient = this.slopes;
    else if (this.gradient === this.slopes) this.gradient = ShapedArray.zeros(this.input.shape);
  }

  /**
   * An element-wise function of the elements that are drawn, printed or listed.
   * @param {Evaluation} run
   * @param {ShapedArray | null} upstream
   */
  show(run, upstream) {
    this.separate(upstream);
    const { shown } = this;
    const pick = (/** @type {ShapedArray} */ whole) =>
      new ShapedArray(Float32Array.from(shown, (at) => whole.data[at]));
    const put = (/** @type {ShapedArray} */ whole, /** @type {ShapedArray} */ { data }) => {
      for (const [i, at] of shown.entries()) whole.data[at] = data[i];
    };
    const few = pick(this.input);
    put(this.output, run.forward(few));
    put(this.slopes, run.gradient(few, null));
    if (upstream) put(this.gradient, run.gradient(few, pick(upstream)));
    run.forward(this.sample, this.sampleOutput);
    run.gradient(this.sample, null, null, this.sampleSlopes);
  }

  /**
   * An element-wise function of all elements.
   * @param {Evaluation} run
   * @param {ShapedArray | null} upstream
   * @param {(slopes: ShapedArray, output: ShapedArray) => Counts} count
   * @returns {Generator<Progress, Counts>}
   */
  *finish(run, upstream, count) {
    const { input, output, slopes, gradient } = this;
    this.outputTally = new Tally();
    /** @type {Counts | null} */ let counts = null;
    for (const [start, end] of piecesOf(input.data.length)) {
      const part = (/** @type {ShapedArray} */ whole) => new ShapedArray(whole.data.subarray(start, end));
      const piece = part(input);
      const out = part(output);
      run.forward(piece, out);
      const own = run.gradient(piece, null, null, part(slopes));
      if (upstream) run.gradient(piece, part(upstream), null, part(gradient));
      this.outputTally.add(out.data);
      counts = joined(counts, count(own, out));
      yield { done: end / input.data.length };
    }
    return /** @type {Counts} */ (counts);
  }

  /**
   * A row-wise function of all slices, some at a time.
   * @param {Evaluation} run along dimension 1 of four
   * @param {number} dim
   * @param {(slopes: ShapedArray, output: ShapedArray) => Counts} count
   * @returns {Generator<Progress, Counts>}
   */
  *rows(run, dim, count) {
    this.outputTally = new Tally();
    /** @type {Counts | null} */ let counts = null;
    for (const block of blocksOf(this.input.shape, this.output.shape, dim)) {
      const input = block.take(this.input);
      const output = run.forward(input);
      block.put(this.output, output);
      this.outputTally.add(output.data);
      counts = joined(counts, count(input, output));
      yield { done: block.done };
    }
    return /** @type {Counts} */ (counts);
  }

  /**
   * The gradient of rows: of one output, or of all.
   * @param {Evaluation} run along dimension 1 of four
   * @param {number} dim
   * @param {ShapedArray | null} upstream null: that of
   * @param {number} chosen output
   * @returns {Generator<Progress, void>}
   */
  *gradeRows(run, dim, upstream, chosen) {
    const above = upstream ?? ShapedArray.zeros(this.output.shape);
    if (!upstream) above.data[chosen] = 1;
    this.separate(null);
    // Other slices than the chosen output's get 0; GLU's zeros have signs.
    const isSparse = !upstream && this.input.shape[dim] === this.output.shape[dim];
    if (isSparse) this.slopes.data.fill(0);
    for (const block of blocksOf(this.input.shape, this.output.shape, dim)) {
      const part = block.take(above);
      if (!isSparse || part.data.includes(1)) block.put(this.slopes, run.gradient(block.take(this.input), part));
      yield { done: block.done };
    }
  }
}

/** @param {Counts | null} a @param {Counts} b @returns {Counts} */
function joined(a, b) {
  if (!a) return b;
  return {
    total: a.total + b.total,
    dead: a.dead + b.dead,
    saturated: a.saturated + b.saturated,
    least: Math.min(a.least, b.least),
    nan: a.nan + b.nan,
  };
}
