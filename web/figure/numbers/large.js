// Long tensors: what the figures need of them at once, and the rest in pieces between which the page answers.
import torch from '../../index.js';
import { remember } from './bins.js';
import { piecesOf, Tally } from './pieces.js';
import { shownElements } from './places.js';
import { blocksOf } from './row_blocks.js';

/**
 * @typedef {import('../../torch/tensor/tensor.js').Tensor} Tensor
 * @typedef {import('./model.js').Counts} Counts
 * @typedef {import('./pieces.js').Progress} Progress
 * @typedef {(input: Tensor, options?: object) => Tensor} Run
 * @typedef {{ input: Float32Array, output: Float32Array, slopes: Float32Array, step: number }} Drawn what histograms are made
 *   of: every `step`th element
 */

/** So many elements stand for all in a drawing: a share of them is right to a fifth of a percent. */
const kDrawn = 2 ** 16;
/** So many are listed in the page's table. */
const kListed = 200;

/** @param {Float32Array} values */
const flat = (values) => torch.from_numpy(values);

/** A long input with what has been computed of it. */
export class Large {
  /** @param {Tensor} input @param {readonly number[]} outputShape */
  constructor(input, outputShape) {
    this.input = input;
    this.output = torch.empty([...outputShape]);
    this.slopes = torch.empty([...input.shape]);
    this.gradient = this.slopes;
    this.step = Math.max(1, Math.floor(input.numel() / kDrawn));
    const { data } = input;
    this.sample = Float32Array.from({ length: Math.floor(data.length / this.step) }, (_, i) => data[i * this.step]);
    this.shown = [...new Set([...Array.from({ length: kListed }, (_, i) => i), ...shownElements(input.shape)])];
    /** @type {Drawn} */ this.drawn = { input: this.sample, output: this.sample, slopes: this.sample, step: this.step };
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

  /** A gradient apart from the slopes where more than ones come from above. @param {Tensor | null} upstream */
  separate(upstream) {
    if (!upstream) this.gradient = this.slopes;
    else if (this.gradient === this.slopes) this.gradient = torch.empty([...this.input.shape]);
  }

  /**
   * An element-wise function of the elements that are drawn, printed or listed.
   * @param {Run} run
   * @param {(run: Run, input: Tensor, upstream: Tensor | null) => Tensor} grade
   * @param {Tensor | null} upstream
   */
  show(run, grade, upstream) {
    this.separate(upstream);
    const { shown } = this;
    const pick = (/** @type {Tensor} */ whole) => flat(Float32Array.from(shown, (at) => whole.data[at]));
    const put = (/** @type {Tensor} */ whole, /** @type {Tensor} */ { data }) => {
      for (const [i, at] of shown.entries()) whole.data[at] = data[i];
    };
    const few = pick(this.input);
    put(
      this.output,
      torch.no_grad(() => run(few)),
    );
    put(this.slopes, grade(run, few, null));
    if (upstream) put(this.gradient, grade(run, few, pick(upstream)));
    const sample = flat(this.sample);
    this.drawn = {
      input: this.sample,
      output: torch.no_grad(() => run(sample)).data,
      slopes: grade(run, sample, null).data,
      step: this.step,
    };
  }

  /**
   * An element-wise function of all elements.
   * @param {Run} run
   * @param {(run: Run, input: Tensor, upstream: Tensor | null) => Tensor} grade
   * @param {Tensor | null} upstream
   * @param {(slopes: Tensor, output: Tensor) => Counts} count
   * @returns {Generator<Progress, Counts>}
   */
  *finish(run, grade, upstream, count) {
    const { input, output, slopes, gradient } = this;
    this.outputTally = new Tally();
    /** @type {Counts | null} */ let counts = null;
    for (const [start, end] of piecesOf(input.data.length)) {
      const part = (/** @type {Tensor} */ whole) => flat(whole.data.subarray(start, end));
      const piece = part(input);
      const out = part(output);
      torch.no_grad(() => run(piece, { out }));
      const own = grade(run, piece, null);
      slopes.data.set(own.data, start);
      if (upstream) gradient.data.set(grade(run, piece, part(upstream)).data, start);
      this.outputTally.add(out.data);
      counts = joined(counts, count(own, out));
      yield { done: end / input.data.length };
    }
    return /** @type {Counts} */ (counts);
  }

  /**
   * A row-wise function of all slices, some at a time.
   * @param {Run} run along dimension 1 of four
   * @param {number} dim
   * @param {(slopes: Tensor, output: Tensor) => Counts} count
   * @returns {Generator<Progress, Counts>}
   */
  *rows(run, dim, count) {
    this.outputTally = new Tally();
    /** @type {Counts | null} */ let counts = null;
    for (const block of blocksOf(this.input.shape, this.output.shape, dim)) {
      const input = block.take(this.input);
      const output = torch.no_grad(() => run(input));
      block.put(this.output, output);
      this.outputTally.add(output.data);
      counts = joined(counts, count(input, output));
      yield { done: block.done };
    }
    return /** @type {Counts} */ (counts);
  }

  /**
   * The gradient of rows: of one output, or of all.
   * @param {Run} run along dimension 1 of four
   * @param {number} dim
   * @param {Tensor | null} upstream null: that of
   * @param {number} chosen output
   * @param {(run: Run, input: Tensor, upstream: Tensor | null) => Tensor} grade
   * @returns {Generator<Progress, void>}
   */
  *gradeRows(run, dim, upstream, chosen, grade) {
    const above = upstream ?? torch.zeros([...this.output.shape]);
    if (!upstream) above.data[chosen] = 1;
    this.separate(null);
    // Other slices than the chosen output's get 0; GLU's zeros have signs.
    const isSparse = !upstream && this.input.shape[dim] === this.output.shape[dim];
    if (isSparse) this.slopes.data.fill(0);
    for (const block of blocksOf(this.input.shape, this.output.shape, dim)) {
      const part = block.take(above);
      if (!isSparse || part.data.includes(1)) block.put(this.slopes, grade(run, block.take(this.input), part));
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
