// glu: the first half of a dimension times the sigmoid of the second.
import { checkOut, floats, perform, requireFloat, slabs, write } from './activation.js';
import { apart } from './elementwise.js';
import { RuntimeError } from './errors.js';
import { bumpVersion } from './inplace.js';
import * as kernels from './kernels.js';
import { Size } from './size.js';
import { narrow } from './slices.js';
import { isContiguous } from './strided.js';
import { detach, wrapDim } from './views.js';

/**
 * @typedef {import('./tensor.js').Tensor} Tensor
 * @typedef {import('./kernels.js').Activation} Activation
 */

/**
 * @param {Activation} activation
 * @param {import('./activation.js').Call} call
 * @returns {Tensor}
 */
export function glu(activation, call) {
  const out = call[0];
  /** @type {Tensor} */
  const input = call[1];
  const { shape } = input;
  if (shape.length === 0) throw new RuntimeError('glu does not support scalars because halving size must be even');
  const at = wrapDim(Number(call[2]), shape.length);
  if (shape[at] % 2 !== 0) {
    throw new RuntimeError(`Halving dimension must be even, but dimension ${at} is size ${shape[at]}`);
  }
  requireFloat(activation, input);
  const { outer, n, inner } = slabs(input, at);
  const half = (n / 2) * inner;
  /** @type {import('./activation.js').Kernel} */
  const kernel = (x, y) => kernels.glu(x, y, outer, half);
  if (out !== null) return into(out, input, at, kernel);
  const gradients = (/** @type {Float32Array} */ grad, /** @type {Float32Array} */ x) => [
    kernels.gluBackward(grad, x, outer, half),
  ];
  return perform(activation, null, [input], kernel, gradients, halved(shape, at));
}

/** @param {Size} shape @param {number} at */
const halved = (shape, at) => new Size(Array.from(shape, (n, d) => (d === at ? n / 2 : n)));

/**
 * Writes to `out`, which may be one of the halves and may otherwise share no memory with them.
 * @param {Tensor} out
 * @param {Tensor} input
 * @param {number} at the dimension
 * @param {import('./activation.js').Kernel} kernel
 */
function into(out, input, at, kernel) {
  const { shape } = input;
  const fits = out.shape.length === shape.length && out.shape.every((n, d) => (d === at ? n * 2 : n) === shape[d]);
  checkOut('glu', out, fits ? out.shape : halved(shape, at), input);
  const shared = out.storage === input.storage;
  if (shared) {
    const n = shape[at] / 2;
    for (const start of [0, n]) apart(narrow(detach(input), at, start, n), out);
  }
  if (shared || !isContiguous(out)) return write(out, kernel(floats(input), null));
  kernel(floats(input), floats(out));
  bumpVersion(out);
  return out;
}
