// prelu and glu of float64 arrays, one number at a time: what goes together is laid side by side in the scratch pads.
import { main } from './instance.js';

/** The order in cpp/pairs.hpp. @typedef {'prelu' | 'preluSlope' | 'preluWeightSlope' | 'glu' | 'gateSlope'} Form */
const forms = ['prelu', 'preluSlope', 'preluWeightSlope', 'glu', 'gateSlope'];

/**
 * y = form(a, b, c), element by element, of arrays of one length.
 * @param {Form} form
 * @param {Float64Array} a
 * @param {Float64Array} b
 * @param {Float64Array} c the gradient, where the form has one
 * @param {Float64Array} [y] may be any of them
 */
function combined(form, a, b, c, y = new Float64Array(a.length)) {
  const { module, buffer, padsAt, padFloats } = main();
  const kind = forms.indexOf(form);
  const most = padFloats / 4; // two arrays of float64 to a pad
  const places = [padsAt[0], padsAt[0] + 8 * most, padsAt[1]];
  const rooms = places.map((at) => new Float64Array(buffer, at, most));
  for (let start = 0; start < a.length; start += most) {
    const count = Math.min(most, a.length - start);
    [a, b, c].forEach((array, i) => {
      rooms[i].set(array.subarray(start, start + count));
    });
    module.pairDoubles(kind, places[0], places[1], places[2], places[0], count);
    y.set(rooms[0].subarray(0, count), start);
  }
  return y;
}

/** The weight of each element of [outer, channels, inner]. @param {Float64Array} weight @param {number} length @param {number} inner */
const eachOf = (weight, length, inner) =>
  Float64Array.from({ length }, (_, i) => weight[Math.floor(i / inner) % weight.length]);

/**
 * prelu: x > 0 ? x : weight * x of [outer, channels, inner].
 * @param {Float64Array} x
 * @param {Float64Array} weight one, or one a channel
 * @param {Float64Array | null} out may be x; null for a fresh array
 * @param {number} inner
 */
export const preluDoubles = (x, weight, out, inner) =>
  combined('prelu', x, eachOf(weight, x.length, inner), x, out ?? undefined);

/**
 * The gradients of prelu's input and of its weight.
 * @param {Float64Array} grad
 * @param {Float64Array} x
 * @param {Float64Array} weight
 * @param {number} inner
 */
export function preluDoublesBackward(grad, x, weight, inner) {
  const weights = eachOf(weight, x.length, inner);
  const sums = new Float64Array(weight.length);
  combined('preluWeightSlope', x, weights, grad).forEach((slope, i) => {
    sums[Math.floor(i / inner) % sums.length] += slope;
  });
  return { input: combined('preluSlope', x, weights, grad), weight: sums };
}

/** Both halves of [outer, 2, half], each by itself. @param {Float64Array} x @param {number} half */
function halvesOf(x, half) {
  const [a, b] = [new Float64Array(x.length / 2), new Float64Array(x.length / 2)];
  for (let at = 0; at < a.length; at += half) {
    a.set(x.subarray(2 * at, 2 * at + half), at);
    b.set(x.subarray(2 * at + half, 2 * at + 2 * half), at);
  }
  return { a, b };
}

/**
 * glu: a * sigmoid(b) of [outer, 2, half].
 * @param {Float64Array} x
 * @param {Float64Array | null} out [outer, half], not x; null for a fresh array
 * @param {number} _outer
 * @param {number} half
 */
export function gluDoubles(x, out, _outer, half) {
  const { a, b } = halvesOf(x, half);
  return combined('glu', a, b, a, out ?? undefined);
}

/**
 * The gradient of glu's input.
 * @param {Float64Array} grad [outer, half]
 * @param {Float64Array} x [outer, 2, half]
 * @param {number} _outer
 * @param {number} half
 */
export function gluDoublesBackward(grad, x, _outer, half) {
  const { a, b } = halvesOf(x, half);
  const [ofA, ofB] = [combined('glu', grad, b, grad), combined('gateSlope', a, b, grad)];
  const y = new Float64Array(x.length);
  for (let at = 0; at < a.length; at += half) {
    y.set(ofA.subarray(at, at + half), 2 * at);
    y.set(ofB.subarray(at, at + half), 2 * at + half);
  }
  return y;
}
