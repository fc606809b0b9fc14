// One training: a network that learns step by step, as a reader would write it, and every step of it to be gone back to.

import { dataOf } from '../data/sets.js';
import { Batches } from '../network/batches.js';
import { networkOf } from '../network/network.js';
import { lossOf, optimizerOf } from '../network/optimizer.js';
import { seeded } from '../network/seeded.js';
import { causeOf, isSound } from './finite.js';
import { History } from './history.js';
import { Observer } from './observer.js';
import { Rows } from './records.js';

/** @typedef {import('../state/vocabulary.js').State} State */

/** A training of a state's network. Step t leads from state t to state t + 1; state 0 is the initialisation. */
export class Training {
  /** The state that the network is in. */
  step = 0;
  /** Why it stopped, where a tensor became inf or NaN: the network stands before that step. @type {import('./finite.js').Cause | null} */
  stopped = null;
  /** The loss before each step, of the points that the step sees. */
  #losses = new Rows(Float32Array, 1);
  #history;
  /** @type {any[]} */ #parameters;

  /**
   * Draws data and weights, all at once, as after torch.manual_seed.
   * @param {State} state
   * @param {{ observes?: boolean }} [options] observes: whether lives, lines and test losses are written down
   */
  constructor(state, { observes = true } = {}) {
    this.state = state;
    const { data, network } = seeded(state.seed, () => ({ data: dataOf(state), network: networkOf(state) }));
    this.data = data;
    this.network = network;
    this.criterion = lossOf(state);
    this.optimizer = optimizerOf(state, this.network.net);
    this.batches = new Batches(this.data.points, this.data.targets, state);
    this.observer = observes ? new Observer(this.network, this.criterion, this.data, this.batches.isFull) : null;
    this.#history = new History(this.network.net, this.optimizer);
    this.#parameters = [...this.network.net.parameters()];
    this.#history.keep(0);
    this.#arrive();
  }

  /** The losses so far: of step 0, 1… @returns {Float32Array} */
  get losses() {
    return this.#losses.all();
  }

  /** How many steps it makes. */
  get steps() {
    return this.state.steps;
  }

  /** The last state that there is. */
  get end() {
    return this.stopped?.step ?? this.state.steps;
  }

  /** Whether it is in a state, or in its last one where it ended before. @param {number} step */
  isAt(step) {
    return this.step === Math.min(step, this.end);
  }

  /** The furthest state reached. */
  get reached() {
    return Math.min(this.#losses.length, this.end);
  }

  /** Whether there is nothing further to do. */
  get isDone() {
    return this.step >= this.end;
  }

  /** Writes down what is seen of the state that the network is in, where no step has shown it yet. */
  look() {
    if (this.observer && !this.observer.has(this.step)) this.observer.look(this.step);
    return this;
  }

  /** Makes one step, if there is one left. @returns {boolean} whether it did */
  advanceOne() {
    if (this.isDone) return false;
    const step = this.step;
    const isNew = step >= this.#losses.length;
    const loss = this.#stepOnce(step, isNew);
    if (isNew) this.#losses.at(step)[0] = loss;
    if (!Number.isFinite(loss) || !this.#isSound()) return this.#stop(step);
    this.step = step + 1;
    this.#history.keep(this.step);
    this.#arrive();
    return true;
  }

  /** zero_grad, forward, backward, step. @param {number} step @param {boolean} isNew @returns {number} the loss */
  #stepOnce(step, isNew) {
    const [x, y] = this.batches.at(step);
    this.optimizer.zero_grad();
    const loss = this.criterion(this.network.net(x), y);
    if (isNew && this.observer?.isFull) this.observer.after(step);
    loss.backward();
    this.optimizer.step();
    return loss.item();
  }

  /** Writes down what can be seen before the next step; what its own pass shows follows with it. */
  #arrive() {
    const { observer, step } = this;
    if (observer !== null && step >= observer.first.length) observer.before(step);
  }

  /** Whether all parameters are finite, and what the optimiser keeps of them: inf there stands a parameter still. */
  #isSound() {
    for (const parameter of this.#parameters) if (!isSound(parameter)) return false;
    for (const kept of this.optimizer.state.values()) if (!Object.values(kept).every(isSound)) return false;
    return true;
  }

  /** Goes back to before the step that failed and asks which tensor did first. @param {number} step */
  #stop(step) {
    this.#return(step);
    const parts = { network: this.network, optimizer: this.optimizer, criterion: this.criterion };
    const cause = causeOf(parts, this.batches.at(step), step);
    if (cause === null) throw new Error(`step ${step} gave a tensor that is not finite, and gave none when made again`);
    this.stopped = cause;
    this.#return(step);
    return false;
  }

  /** Puts everything back to a state that was reached. @param {number} step */
  #return(step) {
    this.step = this.#history.restore(step);
    while (this.step < step) {
      this.#stepOnce(this.step, false);
      this.step++;
    }
    this.optimizer.zero_grad();
  }

  /**
   * Makes steps for at most so many milliseconds, or up to a state; at least one.
   * @param {number} milliseconds a page gives 8 at most
   * @param {number} [until] the state to stop at
   * @returns {number} how many were made
   */
  advance(milliseconds, until = this.state.steps) {
    const end = performance.now() + milliseconds;
    let made = 0;
    while (this.step < until && this.advanceOne()) {
      made++;
      if (performance.now() >= end) break;
    }
    this.look();
    return made;
  }

  /** Makes all steps up to a state, or to the end. @param {number} [until] */
  run(until = this.state.steps) {
    while (this.step < until && this.advanceOne());
    return this.look();
  }

  /** Goes back to the latest state at or before one that is kept: from there it is steps again, to be made in pieces. @param {number} step */
  restore(step) {
    if (step >= this.step) return;
    this.step = this.#history.restore(step);
    this.optimizer.zero_grad();
  }

  /** Goes to a state, back or on: the same bits as having stopped there. @param {number} step */
  goTo(step) {
    const target = Math.max(0, Math.min(step, this.end));
    if (target < this.step) this.#return(target);
    return this.run(target);
  }
}
