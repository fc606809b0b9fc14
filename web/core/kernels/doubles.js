// Kernels of float64 arrays: one number at a time, through the scratch pad.
import { main } from './instance.js';
import { homeOf, pinned } from './pinned.js';

/** The order of the kernels' own list. */
const rowKinds = ['softmax', 'softmin', 'log_softmax'];

/** The pads as float64. */
function padsOf() {
  const { module, buffer, padsAt, padFloats } = main();
  const count = padFloats / 2;
  return { module, count, at: padsAt, pads: padsAt.map((address) => new Float64Array(buffer, address, count)) };
}

/**
 * y = f(x), element by element.
 * @param {number} index the activation's place in the table
 * @param {Float64Array} x
 * @param {Float64Array | null} out of x's length, may be x
 * @param {number} p0
 * @param {number} p1
 * @returns {Float64Array}
 */
export function forwardDoubles(index, x, out, p0, p1) {
  const { module, count, at, pads } = padsOf();
  const y = out ?? new Float64Array(x.length);
  for (let start = 0; start < x.length; start += count) {
    const part = x.subarray(start, start + count);
    pads[0].set(part);
    module.forwardDoubles(index, at[0], at[0], part.length, p0, p1);
    y.set(pads[0].subarray(0, part.length), start);
  }
  return y;
}

/**
 * The gradient of the input, element by element.
 * @param {number} index
 * @param {Float64Array} grad of the output
 * @param {Float64Array} saved the input or the result, as the table's `saves` says
 * @param {number} p0
 * @param {number} p1
 * @param {boolean} fromResult whether `saved` is the result of an in-place form
 * @returns {Float64Array}
 */
export function backwardDoubles(index, grad, saved, p0, p1, fromResult) {
  const { module, count, at, pads } = padsOf();
  const kernel = fromResult ? module.backwardDoublesFromResult : module.backwardDoubles;
  const y = new Float64Array(grad.length);
  for (let start = 0; start < grad.length; start += count) {
    const part = grad.subarray(start, start + count);
    pads[0].set(part);
    pads[1].set(saved.subarray(start, start + count));
    kernel(index, at[0], at[1], at[0], part.length, p0, p1);
    y.set(pads[0].subarray(0, part.length), start);
  }
  return y;
}

/**
 * Two rows in the kernels' memory: the pads, or pinned memory where a row is longer.
 * @param {number} n
 */
function rowsIn(n) {
  const { module, count, at, pads } = padsOf();
  if (n <= count) return { module, at, rows: pads };
  const held = pinned(4 * n);
  const home = /** @type {import('./instance.js').Instance} */ (homeOf(held.length, held, held));
  const places = [held.byteOffset, held.byteOffset + 8 * n];
  return {
    module: home.module,
    at: places,
    rows: places.map((place) => new Float64Array(held.buffer, place, n)),
    held,
  };
}

/**
 * Carries rows of [outer, n, inner] through a kernel, one after the other.
 * @param {Float64Array[]} inputs
 * @param {Float64Array} y
 * @param {number} outer
 * @param {number} n
 * @param {number} inner
 * @param {(module: import('./instance.js').Module, at: number[]) => void} run which leaves the result in the first row
 */
function eachRow(inputs, y, outer, n, inner, run) {
  if (y.length === 0) return y;
  const { module, at, rows } = rowsIn(n);
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < inner; i++) {
      const start = o * n * inner + i;
      inputs.forEach((input, r) => {
        for (let k = 0; k < n; k++) rows[r][k] = input[start + k * inner];
      });
      run(module, at);
      for (let k = 0; k < n; k++) y[start + k * inner] = rows[0][k];
    }
  }
  return y;
}

/**
 * softmax, softmin or log_softmax of [outer, n, inner], along n.
 * @param {string} kind
 * @param {Float64Array} x
 * @param {Float64Array | null} out
 * @param {number} outer
 * @param {number} n
 * @param {number} inner
 * @returns {Float64Array}
 */
export function rowDoubles(kind, x, out, outer, n, inner) {
  const row = rowKinds.indexOf(kind);
  const y = out ?? new Float64Array(x.length);
  return eachRow([x], y, outer, n, inner, (module, [at]) => module.softmaxDoubles(row, at, n));
}

/**
 * The gradient of the input of `rowDoubles`.
 * @param {string} kind
 * @param {Float64Array} grad
 * @param {Float64Array} result
 * @param {number} outer
 * @param {number} n
 * @param {number} inner
 * @returns {Float64Array}
 */
export function rowDoublesBackward(kind, grad, result, outer, n, inner) {
  const row = rowKinds.indexOf(kind);
  const y = new Float64Array(grad.length);
  return eachRow([grad, result], y, outer, n, inner, (module, [at, other]) =>
    module.softmaxDoublesBackward(row, at, other, n),
  );
}
