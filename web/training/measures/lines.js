// A unit of the first layer as a line over the plane: where w·x + b = 0, and the side on which the unit lives.
import { Slopes } from './slopes.js';

/**
 * @typedef {object} UnitLine
 * @property {[number, number]} weights
 * @property {number} bias
 * @property {[[number, number], [number, number]] | null} ends of the line in the window; null where it does not cross it
 * @property {[number, number]} towards the direction of length 1 in which w·x + b grows; [0, 0] where all weights are 0
 * @property {{ below: boolean, above: boolean }} lives on which sides of the line, far out, the unit has a slope
 *
 * @typedef {[x0: number, x1: number, y0: number, y1: number]} Window
 */

/**
 * A unit's weights and bias before a step, and their line.
 * @param {import('../run/training.js').Training} training that observes
 * @param {number} unit of the first layer
 * @param {number} step
 * @param {Window} window
 * @returns {UnitLine}
 */
export function lineOf({ observer, network }, unit, step, window) {
  if (observer === null || step >= observer.first.length) throw new RangeError(`state ${step} was not written down`);
  const row = observer.first.at(step);
  const width = network.linears[0].out_features;
  const [a, b, bias] = [row[2 * unit], row[2 * unit + 1], row[2 * width + unit]];
  const length = Math.hypot(a, b);
  return {
    weights: [a, b],
    bias,
    ends: clipped(a, b, bias, window),
    towards: length === 0 ? [0, 0] : [a / length, b / length],
    lives: new Slopes(network.activations[0], network.acts[0]).sides(),
  };
}

/**
 * The part of a x + b y + c = 0 in a window.
 * @param {number} a @param {number} b @param {number} c @param {Window} window
 * @returns {UnitLine['ends']}
 */
function clipped(a, b, c, [x0, x1, y0, y1]) {
  /** @type {[number, number][]} */ const found = [];
  const isNew = (/** @type {[number, number]} */ [x, y]) => !found.some(([p, q]) => p === x && q === y);
  const add = (/** @type {[number, number]} */ point) => isNew(point) && found.push(point);
  for (const x of [x0, x1]) {
    const y = -(a * x + c) / b;
    if (y >= y0 && y <= y1) add([x, y]);
  }
  for (const y of [y0, y1]) {
    const x = -(b * y + c) / a;
    if (x >= x0 && x <= x1) add([x, y]);
  }
  return found.length < 2 ? null : [found[0], found[1]];
}

/**
 * A unit's weights and bias in every state so far: three numbers a state.
 * @param {import('../run/training.js').Training} training that observes
 * @param {number} unit of the first layer
 * @returns {Float32Array}
 */
export function pathOf({ observer, network }, unit) {
  const { first } = /** @type {NonNullable<typeof observer>} */ (observer);
  const width = network.linears[0].out_features;
  const path = new Float32Array(3 * first.length);
  for (let step = 0; step < first.length; step++) {
    const row = first.at(step);
    path.set([row[2 * unit], row[2 * unit + 1], row[2 * width + unit]], 3 * step);
  }
  return path;
}
