// What is seen of a network before each step: which units live, the first layer's weights, the loss on points held back.

import { Slopes } from '../measures/slopes.js';
import torch from '../torch.js';
import { Rows } from './records.js';

/**
 * @typedef {import('../../torch/tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../network/network.js').Network} Network
 * @typedef {{ points: Tensor, targets: Tensor }} Points
 */

/** Watches one network; `at(step)` writes what stands before a step. */
export class Observer {
  /** Outputs of each layer before its activation, from the latest pass over all points. @type {Tensor[]} */
  #before = [];
  #network;
  #criterion;
  #slopes;

  /**
   * @param {Network} network
   * @param {any} criterion
   * @param {{ points: Tensor, test: Points | null }} data
   * @param {boolean} isFull whether the training's own pass sees all points
   */
  constructor(network, criterion, { points, test }, isFull) {
    this.#network = network;
    this.#criterion = criterion;
    this.#slopes = network.activations.map((chosen, i) => new Slopes(chosen, network.acts[i]));
    this.points = points;
    this.test = test;
    this.isFull = isFull;
    const widths = network.linears.slice(0, -1).map(({ out_features }) => out_features);
    /** 1 for each hidden unit whose slope is not 0 at every point. */
    this.lives = new Rows(
      Uint8Array,
      widths.reduce((a, b) => a + b, 0),
    );
    /** The first layer's weights, then its biases. */
    this.first = new Rows(Float32Array, 3 * widths[0]);
    /** The loss on the points held back. */
    this.tested = new Rows(Float32Array, 1);
    if (!isFull) return;
    network.acts.forEach((act, i) => {
      act.register_forward_pre_hook((/** @type {any} */ _, /** @type {Tensor[]} */ [input]) => {
        this.#before[i] = input;
      });
    });
  }

  /** Whether a step was written down. @param {number} step */
  has(step) {
    return step < this.lives.length;
  }

  /** Writes what stands before a step, before the step's own pass. @param {number} step */
  before(step) {
    const [layer] = this.#network.linears;
    const row = this.first.at(step);
    row.set(layer.weight.detach().data);
    row.set(layer.bias.detach().data, 2 * layer.out_features);
    torch.no_grad(() => {
      if (!this.isFull) this.#pass();
      if (this.test !== null)
        this.tested.at(step)[0] = this.#criterion(this.#network.net(this.test.points), this.test.targets).item();
    });
    if (!this.isFull) this.#write(step);
  }

  /** Writes what the step's own pass over all points has shown. @param {number} step */
  after(step) {
    if (this.isFull) this.#write(step);
  }

  /** Writes all of a step that is not made. @param {number} step */
  look(step) {
    this.before(step);
    if (this.isFull) torch.no_grad(() => this.#pass());
    if (this.isFull) this.#write(step);
  }

  /** What each hidden layer hands its activation, at all points. */
  #pass() {
    const { linears, acts } = this.#network;
    let values = this.points;
    acts.forEach((act, i) => {
      this.#before[i] = linears[i](values);
      if (i < acts.length - 1) values = act(this.#before[i]);
    });
  }

  /** @param {number} step */
  #write(step) {
    const row = this.lives.at(step);
    let from = 0;
    this.#slopes.forEach((slopes, i) => {
      const { shape, data } = this.#before[i].detach();
      const [count, width] = shape;
      slopes.lives(/** @type {Float32Array} */ (data), count, row.subarray(from, from + width));
      from += width;
    });
  }
}
