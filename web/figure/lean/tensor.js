// As much of a tensor as a figure needs: contiguous float32 numbers with a shape, PyTorch's text, and one way back for a gradient.
import { formatTensor } from '../../core/format.js';
import { Size } from '../../core/size.js';

/** @typedef {{ input: Tensor, gradient: (grad: Float32Array) => Float32Array }} Origin what a result was computed from */

export class Tensor {
  /** @type {Tensor | null} */ grad = null;

  /** @param {Float32Array} data @param {ArrayLike<number>} shape @param {Origin | null} [origin] */
  constructor(data, shape, origin = null) {
    this.data = data;
    this.shape = shape instanceof Size ? shape : new Size(shape);
    this.origin = origin;
  }

  numel() {
    return this.data.length;
  }

  dim() {
    return this.shape.length;
  }

  item() {
    return this.data[0];
  }

  /** @param {number[]} shape */
  reshape(shape) {
    return new Tensor(this.data, shape);
  }

  detach() {
    return new Tensor(this.data, this.shape);
  }

  /** Every result knows its origin: there is nothing to switch on. */
  requires_grad_() {
    return this;
  }

  /** @param {(x: number, by: number) => number} step @param {number} by @param {Origin['gradient']} gradient */
  #each(step, by, gradient) {
    const scalar = Math.fround(by);
    const data = this.data.map((x) => step(x, scalar));
    return new Tensor(data, this.shape, { input: this, gradient });
  }

  /** @param {number} by */
  mul(by) {
    return this.#each(
      (x, f) => x * f,
      by,
      (grad) => grad.map((g) => g * Math.fround(by)),
    );
  }

  /** @param {number} by */
  add(by) {
    return this.#each(
      (x, f) => x + f,
      by,
      (grad) => grad,
    );
  }

  /** @param {number} by */
  div(by) {
    return this.#each(
      (x, f) => x / f,
      by,
      (grad) => grad.map((g) => g / Math.fround(by)),
    );
  }

  /** Puts a gradient on what this was computed from. @param {Tensor} above */
  backward(above) {
    /** @type {Tensor} */ let at = this;
    let grad = above.data;
    for (; at.origin; at = at.origin.input) grad = at.origin.gradient(grad);
    at.grad = new Tensor(grad, at.shape);
  }

  toString() {
    const { data: array, shape } = this;
    return formatTensor({ array, offset: 0, shape, strides: shape.strides, dtype: { name: 'float32' } });
  }
}
