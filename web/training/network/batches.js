// The points that each step sees: all of them, or a batch of DataLoader's, at any step again.
import torch from '../torch.js';

/**
 * @typedef {import('../../torch/tensor/tensor.js').Tensor} Tensor
 * @typedef {[x: Tensor, y: Tensor]} Batch
 */

/** A state's batches. */
export class Batches {
  /** Indices of each batch so far: 2 bytes a point and step. @type {Uint16Array[]} */
  #orders = [];
  #points;
  #targets;
  /** @type {any} */ #loader = null;
  /** @type {Batch} */ #all;

  /**
   * @param {Tensor} points
   * @param {Tensor} targets
   * @param {{ batch: number, seed: string }} state a batch of 0, or of as many as there are points, is all of them
   */
  constructor(points, targets, { batch, seed }) {
    this.#points = points;
    this.#targets = targets;
    this.#all = [points, targets];
    const count = points.shape[0];
    if (batch === 0 || batch >= count) return;
    // The loader's order does not depend on what it loads: the indices stand for the points.
    this.#loader = torch.utils.data.DataLoader(
      Array.from({ length: count }, (_, i) => i),
      {
        batch_size: batch,
        shuffle: true,
        generator: new torch.Generator().manual_seed(BigInt(seed)),
        collate_fn: (/** @type {number[]} */ indices) => Uint16Array.from(indices),
      },
    );
  }

  /** Whether every step sees all points. */
  get isFull() {
    return this.#loader === null;
  }

  /** What a step sees. @param {number} step @returns {Batch} */
  at(step) {
    if (this.isFull) return this.#all;
    while (this.#orders.length <= step) this.#orders.push(...this.#loader); // an epoch more
    const order = this.#orders[step];
    return [gathered(this.#points, order), gathered(this.#targets, order)];
  }
}

/** Some rows of a tensor, as DataLoader stacks them. @param {Tensor} tensor @param {Uint16Array} order @returns {Tensor} */
function gathered(tensor, order) {
  const width = tensor.shape[1];
  const rows = /** @type {Float32Array} */ (tensor.data);
  const array = new Float32Array(order.length * width);
  order.forEach((row, i) => {
    for (let j = 0; j < width; j++) array[i * width + j] = rows[row * width + j];
  });
  return torch.from_numpy(array).reshape(order.length, width);
}
