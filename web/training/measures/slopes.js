// The slope of an activation at what a layer hands it: where it is exactly 0 nothing is learned.
import { arrayFunctions } from '../../core/arrays.js';
import { factsOf } from '../state/activations.js';

/** Points that all units are asked about first: most show there that they live. */
const kRows = 16;
/** Far out on either side of every activation's bend. */
const kFar = 1e4;

/** The slopes of one activation module. */
export class Slopes {
  #run;
  #ones = new Float32Array(0);

  /**
   * @param {import('../state/activations.js').Chosen} chosen
   * @param {any} [module] of PReLU, whose slope is learned
   */
  constructor({ activation, parameters }, module) {
    const { functional, kind } = factsOf(activation);
    const { backward } = arrayFunctions[/** @type {string} */ (functional)];
    this.#run = (/** @type {Float32Array} */ ones, /** @type {Float32Array} */ x) => {
      if (kind !== 'prelu') return /** @type {Float32Array} */ (backward(ones, x, parameters));
      const weight = module ? module.weight.item() : parameters.weight;
      return /** @type {{ input: Float32Array }} */ (/** @type {unknown} */ (backward(ones, x, { weight }))).input;
    };
  }

  /** @param {Float32Array} x @returns {Float32Array} f'(x) */
  at(x) {
    if (this.#ones.length < x.length) this.#ones = new Float32Array(x.length).fill(1);
    return this.#run(this.#ones.subarray(0, x.length), x);
  }

  /**
   * Which units have a slope other than 0 at some point.
   * @param {Float32Array} x a row for each point, a column for each unit
   * @param {number} count of points
   * @param {Uint8Array} lives is set to 1 or 0 for each unit
   */
  lives(x, count, lives) {
    const width = lives.length;
    const first = Math.min(count, kRows);
    const slopes = this.at(x.subarray(0, first * width));
    lives.fill(0);
    for (let row = 0, i = 0; row < first; row++) {
      for (let unit = 0; unit < width; unit++, i++) if (slopes[i] !== 0) lives[unit] = 1;
    }
    if (first < count) this.#ask(x, first, count, lives);
  }

  /** Asks the units that do not live yet about the points from one on. @param {Float32Array} x @param {number} first @param {number} count @param {Uint8Array} lives */
  #ask(x, first, count, lives) {
    const [width, rest] = [lives.length, count - first];
    const left = [...lives.keys()].filter((unit) => lives[unit] === 0);
    if (left.length === 0) return;
    const columns = new Float32Array(left.length * rest);
    left.forEach((unit, i) => {
      for (let row = 0; row < rest; row++) columns[i * rest + row] = x[(first + row) * width + unit];
    });
    const slopes = this.at(columns);
    left.forEach((unit, i) => {
      for (let at = i * rest; at < (i + 1) * rest && lives[unit] === 0; at++) if (slopes[at] !== 0) lives[unit] = 1;
    });
  }

  /** On which sides of 0 the activation still has a slope, far out. @returns {{ below: boolean, above: boolean }} */
  sides() {
    const [below, above] = this.at(Float32Array.of(-kFar, kFar));
    return { below: below !== 0, above: above !== 0 };
  }
}
