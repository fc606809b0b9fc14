// Arithmetic of float32 arrays by kernels: two operands, steps of optimisers, sigmoids of logits; and erf of a number.
import { walk } from './copying.js';
import { main } from './instance.js';
import { homeOf } from './pinned.js';

/** The places in cpp/arithmetic.hpp of two arrays, of an array and a number, of a number and an array. @type {Record<string, number[]>} */
const operations = { add: [0, 4, 4], sub: [1, 4, 7], mul: [2, 5, 5], div: [3, 6, 8] };
/** Of one array. */
const functions = { sqrt: 13, abs: 14, square: 15 };
/** The places in cpp/tensor_bindings.cpp of what losses are made of. */
const logits = { sigmoid: 0, logSigmoid: 1, exp: 2, log: 3 };
/** And of the steps. */
const steps = { addScaled: 9, lerp: 10, addSquares: 11, addQuotients: 12 };

/**
 * y = a ∘ b, element by element, rounded to float32.
 * @param {string} operation add, sub, mul or div
 * @param {Float32Array | number} a
 * @param {Float32Array | number} b of its length; one of both is an array
 * @param {Float32Array} y of that length, may be either
 * @returns {Float32Array} y
 */
export function combine(operation, a, b, y) {
  const [both, last, first] = operations[operation];
  if (typeof a === 'number') return withNumber(first, /** @type {Float32Array} */ (b), a, y);
  if (typeof b === 'number') return withNumber(last, a, operation === 'sub' ? -b : b, y);
  const home = homeOf(y.length, y, a, b) ?? main();
  return walk(home, [a, b], y, ([left, right], to, count) =>
    home.module.arithmetic(both, left, right, to, count, 0, 0, 0),
  );
}

/** @param {number} kind @param {Float32Array} array @param {number} number @param {Float32Array} y */
function withNumber(kind, array, number, y) {
  const home = homeOf(y.length, y, array) ?? main();
  return walk(home, [array], y, ([from], to, count) =>
    home.module.arithmetic(kind, from, from, to, count, number, 0, 0),
  );
}

/**
 * y = f(x), element by element.
 * @param {keyof typeof functions} f
 * @param {Float32Array} x
 * @param {Float32Array} y of its length, may be x
 */
export const each = (f, x, y) => withNumber(functions[f], x, 0, y);

/**
 * A step of an optimiser: changes y, by b, perhaps by c, and by up to three numbers; see cpp/arithmetic.hpp.
 * @param {keyof typeof steps} step
 * @param {Float32Array} y
 * @param {any} b a Float32Array of its length
 * @param {any} c likewise; b where there is no third
 * @param {number} p
 * @param {number} [q]
 * @param {number} [r]
 * @returns {Float32Array} y
 */
export function move(step, y, b, c, p, q = 1, r = 0) {
  const kind = steps[step];
  const home = homeOf(y.length, y, b, c) ?? main();
  const half = home.padFloats / 2;
  const inputs = b === c ? [y, b] : [y, b, c];
  return walk(
    home,
    inputs,
    y,
    ([, left, right = left], to, count) => home.module.arithmetic(kind, left, right, to, count, p, q, r),
    {
      most: half,
      rooms: [
        [0, 0],
        [1, 0],
        [1, half],
      ],
    },
  );
}

/**
 * A function of logits with the bits of PyTorch's CPU kernels; of log, arguments are sums of at least 1.
 * @param {keyof typeof logits} f
 * @param {Float32Array} x
 * @param {Float32Array} y of its length, may be x
 * @returns {Float32Array} y
 */
export function ofLogits(f, x, y) {
  const home = homeOf(y.length, y, x) ?? main();
  return walk(home, [x], y, ([from], to, count) => home.module.ofLogits(logits[f], from, to, count));
}

/** The error function, of the C library. @param {number} x @returns {number} */
export const erf = (x) => main().module.erf(x);

/** The logarithm of a float32, rounded as the C library's. @param {number} x @returns {number} */
export const logf = (x) => main().module.log(x);
