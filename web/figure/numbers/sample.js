// What a figure shows of an element-wise activation: its curve and slope from the kernels, its kinks, dead and saturated regions.
import { evenlySpaced } from '../../core/numbers/float.js';
import { Evaluation } from './evaluation.js';
import { ShapedArray } from './shaped_array.js';

/**
 * @typedef {import('../state/drawn.js').Activation} Activation
 * @typedef {import('../state/drawn.js').Values} Parameters
 * @typedef {{ x: Float32Array, y: Float32Array, slope: Float32Array }} Piece a stretch of the curve between two kinks
 * @typedef {{ x: number, y: number, slope: number, left: number, right: number }} Kink what PyTorch says there, and the
 *   slopes on either side
 * @typedef {{ from: number, to: number, kind: 'dead' | 'saturated' }} Region
 * @typedef {{ from: number, to: number, pieces: Piece[], kinks: Kink[], regions: Region[] }} Sample
 */

/** Below this a slope passes on less than a thousandth of the gradient. */
export const kSaturated = 1e-3;
const kPoints = 257;
/** Enough for how high and low a curve goes. */
export const kCoarse = 129;

/**
 * f and f' at points.
 * @param {Activation} activation
 * @param {Parameters} parameters
 * @param {Float32Array} x
 * @returns {Piece}
 */
export function evaluate(activation, parameters, x) {
  const input = new ShapedArray(x);
  const own = new Evaluation(activation, parameters);
  return { x, y: own.forward(input).data, slope: own.gradient(input, null).data };
}

/** f and f' at one point. @param {Activation} activation @param {Parameters} parameters @param {number} x */
export function evaluateAt(activation, parameters, x) {
  const piece = evaluate(activation, parameters, Float32Array.of(x));
  return { x: piece.x[0], y: piece.y[0], slope: piece.slope[0] };
}

/** Where the derivative jumps. @param {Activation} activation @param {Parameters} parameters @returns {number[]} */
function kinksOf(activation, parameters) {
  return activation.kinks.map((kink) => {
    const [, sign, name] = /** @type {RegExpExecArray} */ (/^(-?)(.*)$/.exec(kink));
    const value = name in parameters ? Number(parameters[name]) : Number(name);
    return sign ? -value : value;
  });
}

/**
 * The curve between two ends, cut where its slope jumps.
 * @param {Activation} activation
 * @param {Parameters} parameters
 * @param {number} from
 * @param {number} to
 * @param {number} [count] of points, about
 * @returns {{ pieces: Piece[], inside: number[] }} inside: where it is cut
 */
export function course(activation, parameters, from, to, count = kPoints) {
  const inside = kinksOf(activation, parameters).filter((kink) => kink > from && kink < to);
  const ends = [from, ...inside.sort((a, b) => a - b), to];
  const near = (to - from) * 1e-6;
  const pieces = ends.slice(1).map((end, i) => {
    const start = ends[i] + (i > 0 ? near : 0);
    const points = Math.max(2, Math.round((count * (end - start)) / (to - from)));
    const x = evenlySpaced(start, end - (i < ends.length - 2 ? near : 0), points);
    return evaluate(activation, parameters, x);
  });
  return { pieces, inside };
}

/**
 * The curve between two ends with its kinks and regions.
 * @param {Activation} activation
 * @param {Parameters} parameters
 * @param {number} from
 * @param {number} to
 * @returns {Sample}
 */
export function sample(activation, parameters, from, to) {
  const { pieces, inside } = course(activation, parameters, from, to);
  const kinks = inside.map((kink, i) => {
    const { y, slope } = evaluateAt(activation, parameters, kink);
    return { x: kink, y, slope, left: /** @type {number} */ (pieces[i].slope.at(-1)), right: pieces[i + 1].slope[0] };
  });
  const jumps = kinks.filter((k) => k.left !== k.right);
  return { from, to, pieces, kinks: jumps, regions: regionsOf(activation, parameters, pieces) };
}

/** @param {number} slope @returns {Region['kind'] | null} */
export const kindOf = (slope) => (slope === 0 ? 'dead' : Math.abs(slope) < kSaturated ? 'saturated' : null);

/**
 * @param {Activation} activation
 * @param {Parameters} parameters
 * @param {Piece[]} pieces
 * @returns {Region[]}
 */
function regionsOf(activation, parameters, pieces) {
  /** @type {Region[]} */
  const regions = [];
  for (const { x, slope } of pieces) {
    let start = 0;
    for (let i = 1; i <= x.length; i++) {
      const kind = kindOf(slope[start]);
      if (i < x.length && kindOf(slope[i]) === kind) continue;
      const border = (/** @type {number} */ at) =>
        at === 0 || at === x.length ? x[Math.min(at, x.length - 1)] : edge(activation, parameters, x[at - 1], x[at]);
      if (kind && i - start > 1) regions.push({ from: border(start), to: border(i), kind });
      start = i;
    }
  }
  return regions;
}

/**
 * Where the kind of slope changes between two points, by halving.
 * @param {Activation} activation
 * @param {Parameters} parameters
 * @param {number} a
 * @param {number} b
 */
function edge(activation, parameters, a, b) {
  const kind = kindOf(evaluateAt(activation, parameters, a).slope);
  let [low, high] = [a, b];
  for (let step = 0; step < 14; step++) {
    const middle = (low + high) / 2;
    if (kindOf(evaluateAt(activation, parameters, middle).slope) === kind) low = middle;
    else high = middle;
  }
  return high;
}
