// numpy-ts: NumPy's functions over one WebAssembly memory. It has no activations; these are NumPy's usual one-liners, with every
// intermediate array disposed, as its documentation advises for loops.
import { rreluSlope, seluAlpha, seluScale } from '../ops.js';

/** @typedef {import('../tried.js').Peer} Peer */
/** @typedef {(array: any) => any} Keep */

/** @param {any} np @returns {Record<string, (x: any, t: Keep) => any>} where t marks what is to be disposed */
function table(np) {
  const leaky = (/** @type {number} */ slope) => (/** @type {any} */ x, /** @type {Keep} */ t) =>
    np.maximum(x, t(np.multiply(x, slope)));
  const ramp = (/** @type {any} */ x, /** @type {Keep} */ t) => t(np.clip(t(np.add(x, 3)), 0, 6));
  const onePlusExpMinus = (/** @type {any} */ x, /** @type {Keep} */ t) => t(np.add(t(np.exp(t(np.negative(x)))), 1));
  const elu = (/** @type {any} */ x, /** @type {Keep} */ t) => np.where(t(np.greater(x, 0)), x, t(np.expm1(x)));
  const shifted = (/** @type {any} */ x, /** @type {Keep} */ t) => t(np.subtract(x, t(np.max(x, 1, true))));
  const softmax = (/** @type {any} */ x, /** @type {Keep} */ t) => {
    const powers = t(np.exp(shifted(x, t)));
    return np.divide(powers, t(np.sum(powers, 1, true)));
  };
  return {
    relu: (x) => np.maximum(x, 0),
    relu6: (x) => np.clip(x, 0, 6),
    leaky_relu: leaky(0.01),
    hardtanh: (x) => np.clip(x, -1, 1),
    threshold: (x, t) => np.where(t(np.greater(x, 0.1)), x, 20),
    rrelu: leaky(rreluSlope),
    prelu: leaky(0.25),
    hardshrink: (x, t) => np.multiply(x, t(np.greater(t(np.abs(x)), 0.5))),
    softshrink: (x, t) => np.subtract(x, t(np.clip(x, -0.5, 0.5))),
    hardsigmoid: (x, t) => np.divide(ramp(x, t), 6),
    hardswish: (x, t) => np.divide(t(np.multiply(x, ramp(x, t))), 6),
    softsign: (x, t) => np.divide(x, t(np.add(t(np.abs(x)), 1))),
    squareplus: (x, t) => np.divide(t(np.add(x, t(np.sqrt(t(np.add(t(np.square(x)), 4)))))), 2),
    exp: (x) => np.exp(x),
    sigmoid: (x, t) => np.reciprocal(onePlusExpMinus(x, t)),
    tanh: (x) => np.tanh(x),
    tanhshrink: (x, t) => np.subtract(x, t(np.tanh(x))),
    silu: (x, t) => np.divide(x, onePlusExpMinus(x, t)),
    mish: (x, t) => np.multiply(x, t(np.tanh(t(np.logaddexp(x, 0))))),
    elu,
    celu: elu,
    selu: (x, t) =>
      np.multiply(t(np.where(t(np.greater(x, 0)), x, t(np.multiply(t(np.expm1(x)), seluAlpha)))), seluScale),
    gelu_tanh(x, t) {
      const cubic = t(np.multiply(t(np.multiply(x, t(np.square(x)))), 0.044715));
      const inner = t(np.multiply(t(np.add(x, cubic)), Math.sqrt(2 / Math.PI)));
      return np.multiply(t(np.multiply(x, 0.5)), t(np.add(t(np.tanh(inner)), 1)));
    },
    softplus: (x) => np.logaddexp(x, 0),
    logsigmoid: (x, t) => np.negative(t(np.logaddexp(t(np.negative(x)), 0))),
    glu(x, t) {
      const half = x.shape[1] / 2;
      return np.divide(t(x.slice(':', `:${half}`)), onePlusExpMinus(t(x.slice(':', `${half}:`)), t));
    },
    softmax,
    softmin: (x, t) => softmax(t(np.negative(x)), t),
    log_softmax(x, t) {
      const all = shifted(x, t);
      return np.subtract(all, t(np.log(t(np.sum(t(np.exp(all)), 1, true)))));
    },
  };
}

/** Room for the largest arrays; its default of 256 MiB falls back to JavaScript. */
const maxMemory = 2 ** 31;

/** A function that disposes what it made on the way. @param {(x: any, t: Keep) => any} composed @returns {(x: any) => any} */
const tidied = (composed) => (x) => {
  /** @type {any[]} */
  const temporaries = [];
  const result = composed(x, (array) => {
    temporaries.push(array);
    return array;
  });
  for (const array of temporaries) array.dispose();
  return result;
};

/** @param {any} np @param {(x: any) => any} f @param {Float32Array} x @param {number[]} shape */
function prepared(np, f, x, shape) {
  const array = () => {
    const flat = np.frombuffer(x.buffer, 'float32');
    if (shape.length === 1) return flat;
    const matrix = flat.reshape(...shape);
    flat.dispose();
    return matrix;
  };
  // `data` is a view of the memory that dispose() gives back: its user keeps a copy.
  const taken = (/** @type {any} */ output) => {
    const result = output.data.slice();
    output.dispose();
    return result;
  };
  const fresh = () => {
    const input = array();
    const result = taken(f(input));
    input.dispose();
    return result;
  };
  const resident = array();
  return {
    fresh: { run: fresh, answer: fresh },
    out: [{ run: () => f(resident).dispose(), answer: () => taken(f(resident)) }],
    held: () => Math.floor((maxMemory - np.wasmFreeBytes()) / 1024),
    unit: 'KiB',
    dispose: () => resident.dispose(),
  };
}

/** @returns {Promise<Peer>} */
export async function load() {
  const np = /** @type {any} */ (await import('numpy-ts'));
  np.configureWasm({ maxMemory });
  const ops = table(np);
  return {
    name: 'numpy',
    ops: Object.keys(ops),
    prepare: (op, x, shape) => prepared(np, tidied(ops[op]), x, shape),
  };
}
