// The activations as one would write them in plain JavaScript: what the kernels are compared with. They write to `y`.
import { rowLength, rreluSlope, seluAlpha, seluScale } from './ops.js';

/** @typedef {(x: Float32Array, y: Float32Array) => void} Plain */

/** erfc by a Chebyshev fit, relative error below 1.2e-7 (Press et al., Numerical Recipes, 6.2). @param {number} x */
function erfc(x) {
  const z = Math.abs(x);
  const t = 1 / (1 + 0.5 * z);
  const odd = 1.00002368 + t * t * (0.09678418 + t * t * (0.27886807 + t * t * (1.48851587 + t * t * 0.17087277)));
  const even = t * (0.37409196 + t * t * (-0.18628806 + t * t * (-1.13520398 + t * t * -0.82215223)));
  const tail = t * Math.exp(-z * z - 1.26551223 + t * (odd + even));
  return x >= 0 ? tail : 2 - tail;
}

/** @param {number} x */
const sigmoid = (x) => 1 / (1 + Math.exp(-x));

/** @param {number} x */
const softplus = (x) => (x > 20 ? x : Math.log1p(Math.exp(x)));

/** The largest of a row. @param {Float32Array} x @param {number} start @param {number} end */
function largest(x, start, end) {
  let most = Number.NEGATIVE_INFINITY;
  for (let i = start; i < end; i++) if (x[i] > most) most = x[i];
  return most;
}

/** @type {Record<string, Plain>} */
export const plain = {
  relu(x, y) {
    for (let i = 0; i < x.length; i++) y[i] = Math.max(x[i], 0);
  },
  relu6(x, y) {
    for (let i = 0; i < x.length; i++) y[i] = Math.min(Math.max(x[i], 0), 6);
  },
  leaky_relu(x, y) {
    for (let i = 0; i < x.length; i++) y[i] = x[i] > 0 ? x[i] : x[i] * 0.01;
  },
  hardtanh(x, y) {
    for (let i = 0; i < x.length; i++) y[i] = Math.min(Math.max(x[i], -1), 1);
  },
  threshold(x, y) {
    for (let i = 0; i < x.length; i++) y[i] = x[i] > 0.1 ? x[i] : 20;
  },
  rrelu(x, y) {
    for (let i = 0; i < x.length; i++) y[i] = x[i] > 0 ? x[i] : x[i] * rreluSlope;
  },
  prelu(x, y) {
    for (let i = 0; i < x.length; i++) y[i] = x[i] > 0 ? x[i] : x[i] * 0.25;
  },
  hardshrink(x, y) {
    for (let i = 0; i < x.length; i++) y[i] = Math.abs(x[i]) > 0.5 ? x[i] : 0;
  },
  softshrink(x, y) {
    for (let i = 0; i < x.length; i++) y[i] = x[i] > 0.5 ? x[i] - 0.5 : x[i] < -0.5 ? x[i] + 0.5 : 0;
  },
  hardsigmoid(x, y) {
    for (let i = 0; i < x.length; i++) y[i] = Math.min(Math.max(x[i] + 3, 0), 6) / 6;
  },
  hardswish(x, y) {
    for (let i = 0; i < x.length; i++) y[i] = (x[i] * Math.min(Math.max(x[i] + 3, 0), 6)) / 6;
  },
  softsign(x, y) {
    for (let i = 0; i < x.length; i++) y[i] = x[i] / (1 + Math.abs(x[i]));
  },
  squareplus(x, y) {
    for (let i = 0; i < x.length; i++) y[i] = (x[i] + Math.sqrt(x[i] * x[i] + 4)) / 2;
  },
  exp(x, y) {
    for (let i = 0; i < x.length; i++) y[i] = Math.exp(x[i]);
  },
  sigmoid(x, y) {
    for (let i = 0; i < x.length; i++) y[i] = sigmoid(x[i]);
  },
  tanh(x, y) {
    for (let i = 0; i < x.length; i++) y[i] = Math.tanh(x[i]);
  },
  tanhshrink(x, y) {
    for (let i = 0; i < x.length; i++) y[i] = x[i] - Math.tanh(x[i]);
  },
  silu(x, y) {
    for (let i = 0; i < x.length; i++) y[i] = x[i] * sigmoid(x[i]);
  },
  mish(x, y) {
    for (let i = 0; i < x.length; i++) y[i] = x[i] * Math.tanh(softplus(x[i]));
  },
  elu(x, y) {
    for (let i = 0; i < x.length; i++) y[i] = x[i] > 0 ? x[i] : Math.expm1(x[i]);
  },
  /** With alpha = 1 there is nothing to divide by. */
  celu(x, y) {
    for (let i = 0; i < x.length; i++) y[i] = x[i] > 0 ? x[i] : Math.expm1(x[i]);
  },
  selu(x, y) {
    for (let i = 0; i < x.length; i++) y[i] = seluScale * (x[i] > 0 ? x[i] : seluAlpha * Math.expm1(x[i]));
  },
  gelu(x, y) {
    for (let i = 0; i < x.length; i++) y[i] = 0.5 * x[i] * erfc(-x[i] * Math.SQRT1_2);
  },
  gelu_tanh(x, y) {
    const scale = Math.sqrt(2 / Math.PI);
    for (let i = 0; i < x.length; i++) {
      y[i] = 0.5 * x[i] * (1 + Math.tanh(scale * (x[i] + 0.044715 * x[i] * x[i] * x[i])));
    }
  },
  softplus(x, y) {
    for (let i = 0; i < x.length; i++) y[i] = softplus(x[i]);
  },
  logsigmoid(x, y) {
    for (let i = 0; i < x.length; i++) y[i] = -softplus(-x[i]);
  },
  glu(x, y) {
    const half = rowLength(x.length) >> 1;
    for (let start = 0, to = 0; start < x.length; start += 2 * half) {
      for (let i = start; i < start + half; i++) y[to++] = x[i] * sigmoid(x[i + half]);
    }
  },
  softmax(x, y, n = rowLength(x.length)) {
    for (let start = 0; start < x.length; start += n) {
      const most = largest(x, start, start + n);
      let sum = 0;
      for (let i = start; i < start + n; i++) sum += y[i] = Math.exp(x[i] - most);
      for (let i = start; i < start + n; i++) y[i] /= sum;
    }
  },
  softmin(x, y, n = rowLength(x.length)) {
    for (let start = 0; start < x.length; start += n) {
      let least = Number.POSITIVE_INFINITY;
      for (let i = start; i < start + n; i++) if (x[i] < least) least = x[i];
      let sum = 0;
      for (let i = start; i < start + n; i++) sum += y[i] = Math.exp(least - x[i]);
      for (let i = start; i < start + n; i++) y[i] /= sum;
    }
  },
  log_softmax(x, y, n = rowLength(x.length)) {
    for (let start = 0; start < x.length; start += n) {
      const most = largest(x, start, start + n);
      let sum = 0;
      for (let i = start; i < start + n; i++) sum += Math.exp(x[i] - most);
      const shift = most + Math.log(sum);
      for (let i = start; i < start + n; i++) y[i] = x[i] - shift;
    }
  },
};
