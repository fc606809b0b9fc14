// Element-wise kernels on arrays: forward, backward, and prelu with its weights.
import { copy, fresh, walk, whole } from './copying.js';
import { main } from './instance.js';
import { homeOf } from './pinned.js';

/**
 * y = f(x), element by element.
 * @param {number} index the activation's place in the table
 * @param {Float32Array} x
 * @param {Float32Array | null} out of x's length, may be x; null for a fresh array
 * @param {number} p0 first parameter
 * @param {number} p1 second parameter
 * @returns {Float32Array} out
 */
export function forward(index, x, out, p0, p1) {
  const n = x.length;
  const home = homeOf(n, out, x);
  if (home !== null) {
    const { module } = home;
    return walk(home, [x], out ?? new Float32Array(n), ([at], to, count) =>
      module.forward(index, at, to, count, p0, p1),
    );
  }
  const { module, pads, padsAt, padFloats } = main();
  const y = out ?? (n <= padFloats ? null : new Float32Array(n));
  for (let start = 0; start < n || start === 0; start += padFloats) {
    const count = Math.min(padFloats, n - start);
    copy(pads[0], 0, x, start, count);
    module.forward(index, padsAt[0], padsAt[0], whole(count), p0, p1);
    if (y === null) return fresh(pads[0], count);
    copy(y, start, pads[0], 0, count);
  }
  return /** @type {Float32Array} */ (y);
}

/**
 * The gradient of the input, element by element: grad * f'(saved).
 * @param {number} index
 * @param {Float32Array} grad of the output
 * @param {Float32Array} saved the input or the result, as the table's `saves` says
 * @param {Float32Array | null} out may be either; null for a fresh array
 * @param {number} p0
 * @param {number} p1
 * @param {boolean} [fromResult] whether `saved` is the result of an in-place form (`inplace_saves`)
 * @returns {Float32Array} out
 */
export function backward(index, grad, saved, out, p0, p1, fromResult = false) {
  const n = grad.length;
  const home = homeOf(n, out, grad, saved);
  const { module, pads, padsAt, padFloats } = home ?? main();
  const kernel = fromResult ? module.backwardFromResult : module.backward;
  if (home !== null) {
    return walk(home, [grad, saved], out ?? new Float32Array(n), ([g, s], to, count) =>
      kernel(index, g, s, to, count, p0, p1),
    );
  }
  const y = out ?? (n <= padFloats ? null : new Float32Array(n));
  for (let start = 0; start < n || start === 0; start += padFloats) {
    const count = Math.min(padFloats, n - start);
    copy(pads[0], 0, grad, start, count);
    copy(pads[1], 0, saved, start, count);
    kernel(index, padsAt[0], padsAt[1], padsAt[0], whole(count), p0, p1);
    if (y === null) return fresh(pads[0], count);
    copy(y, start, pads[0], 0, count);
  }
  return /** @type {Float32Array} */ (y);
}

/**
 * A pad filled with the weights of the elements from `start` on of [outer, channels, inner].
 * @param {Float32Array} pad
 * @param {Float32Array} weight
 * @param {number} inner
 * @param {number} start
 * @param {number} count
 */
function weightsIn(pad, weight, inner, start, count) {
  let channel = Math.floor(start / inner);
  for (let i = 0, end = inner - (start % inner); i < count; channel++, end += inner) {
    for (const one = weight[channel % weight.length]; i < end && i < count; i++) pad[i] = one;
  }
}

/**
 * Adds what a pad has of the elements from `start` on to the sums of their channels.
 * @param {Float64Array} sums
 * @param {Float32Array} pad
 * @param {number} inner
 * @param {number} start
 * @param {number} count
 */
function addByChannel(sums, pad, inner, start, count) {
  let channel = Math.floor(start / inner) % sums.length;
  for (let i = 0, end = inner - (start % inner); i < count; end += inner) {
    let sum = sums[channel];
    for (const stop = Math.min(end, count); i < stop; i++) sum += pad[i];
    sums[channel] = sum;
    channel = channel + 1 === sums.length ? 0 : channel + 1;
  }
}

/**
 * prelu: x > 0 ? x : weight * x of [outer, channels, inner].
 * @param {Float32Array} x
 * @param {Float32Array} weight one a channel
 * @param {Float32Array | null} out may be x; null for a fresh array
 * @param {number} inner
 * @returns {Float32Array}
 */
export function prelu(x, weight, out, inner) {
  const home = homeOf(x.length, out, x) ?? main();
  const { module, pads, padsAt, padFloats } = home;
  const run = (/** @type {number[]} */ [at], /** @type {number} */ to, /** @type {number} */ count, start = 0) => {
    weightsIn(pads[1], weight, inner, start, count);
    module.prelu(at, padsAt[1], to, count);
  };
  return walk(home, [x], out ?? new Float32Array(x.length), run, { most: padFloats });
}

/**
 * The gradients of prelu's input and of its weight, summed up in float64.
 * @param {Float32Array} grad
 * @param {Float32Array} x
 * @param {Float32Array} weight
 * @param {Float32Array | null} out for the input's gradient, may be either; null for a fresh array
 * @param {number} inner
 * @returns {{ input: Float32Array, weight: Float32Array }} the weight's is fresh
 */
export function preluBackward(grad, x, weight, out, inner) {
  const home = homeOf(x.length, out, grad, x) ?? main();
  const { module, pads, padFloats } = home;
  const sums = new Float64Array(weight.length);
  const run = (
    /** @type {number[]} */ [g, at],
    /** @type {number} */ to,
    /** @type {number} */ count,
    /** @type {number} */ start,
  ) => {
    weightsIn(pads[1], weight, inner, start, count);
    module.preluBackward(g, at, to, count);
    addByChannel(sums, pads[1], inner, start, count);
  };
  // The weights have the second pad for themselves.
  const half = padFloats / 2;
  const options = {
    most: half,
    rooms: /** @type {[number, number][]} */ ([
      [0, 0],
      [0, half],
    ]),
  };
  return {
    input: walk(home, [grad, x], out ?? new Float32Array(x.length), run, options),
    weight: Float32Array.from(sums),
  };
}

/**
 * The gradient of prelu's only weight: the sum of grad * x where x is not above 0, in float64.
 * @param {Float32Array} grad
 * @param {Float32Array} x
 * @returns {number}
 */
export function preluWeightSum(grad, x) {
  const home = homeOf(x.length, null, grad, x) ?? main();
  const { module, pads, padsAt, padFloats } = home;
  const places = [grad, x].map((array) => home.addressOf(array));
  let sum = 0;
  for (let start = 0; start < x.length; start += padFloats) {
    const count = Math.min(padFloats, x.length - start);
    const [g, at] = [grad, x].map((array, i) => {
      if (places[i] > 0) return places[i] + 4 * start;
      copy(pads[i], 0, array, start, count);
      return padsAt[i];
    });
    sum = module.preluWeightSum(g, at, count, start === 0);
  }
  return sum;
}
