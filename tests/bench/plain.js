// The activations as one would write them in plain JavaScript: what the kernels are compared with. They write to `y`.

/** @typedef {(x: Float32Array, y: Float32Array) => void} Plain */

/** Rows of the softmax benchmark: 256 elements, or all where there are fewer. @param {number} n */
export const rowLength = (n) => Math.min(n, 256);

/** @type {Record<string, Plain>} */
export const plain = {
  relu(x, y) {
    for (let i = 0; i < x.length; i++) y[i] = Math.max(x[i], 0);
  },
  leaky_relu(x, y) {
    for (let i = 0; i < x.length; i++) y[i] = x[i] > 0 ? x[i] : x[i] * 0.01;
  },
  sigmoid(x, y) {
    for (let i = 0; i < x.length; i++) y[i] = 1 / (1 + Math.exp(-x[i]));
  },
  tanh(x, y) {
    for (let i = 0; i < x.length; i++) y[i] = Math.tanh(x[i]);
  },
  softmax(x, y) {
    const n = rowLength(x.length);
    for (let start = 0; start < x.length; start += n) {
      let most = Number.NEGATIVE_INFINITY;
      for (let i = start; i < start + n; i++) if (x[i] > most) most = x[i];
      let sum = 0;
      for (let i = start; i < start + n; i++) sum += y[i] = Math.exp(x[i] - most);
      for (let i = start; i < start + n; i++) y[i] /= sum;
    }
  },
};
