// TensorFlow.js on its WebAssembly backend: SIMD, one thread. Its calls are synchronous, and tensors are disposed by hand.
import { rreluSlope } from '../ops.js';

/** @typedef {import('../tried.js').Peer} Peer */

/** Own functions as they are, compositions in a tidy, as the documentation has it. @param {any} tf @returns {Record<string, (x: any) => any>} */
function table(tf) {
  const quarter = tf.scalar(0.25);
  const composed = (/** @type {(x: any) => any} */ f) => (/** @type {any} */ x) => tf.tidy(() => f(x));
  const sigmoidOf3 = (/** @type {any} */ x) => tf.relu6(tf.add(x, 3));
  return {
    relu: tf.relu,
    relu6: tf.relu6,
    leaky_relu: (x) => tf.leakyRelu(x, 0.01),
    hardtanh: (x) => tf.clipByValue(x, -1, 1),
    threshold: composed((x) => tf.where(tf.greater(x, 0.1), x, 20)),
    rrelu: (x) => tf.leakyRelu(x, rreluSlope),
    prelu: (x) => tf.prelu(x, quarter),
    hardshrink: composed((x) => tf.where(tf.greater(tf.abs(x), 0.5), x, 0)),
    softshrink: composed((x) => tf.sub(x, tf.clipByValue(x, -0.5, 0.5))),
    hardsigmoid: composed((x) => tf.div(sigmoidOf3(x), 6)),
    hardswish: composed((x) => tf.div(tf.mul(x, sigmoidOf3(x)), 6)),
    softsign: composed((x) => tf.div(x, tf.add(tf.abs(x), 1))),
    squareplus: composed((x) => tf.div(tf.add(x, tf.sqrt(tf.add(tf.square(x), 4))), 2)),
    exp: tf.exp,
    sigmoid: tf.sigmoid,
    tanh: tf.tanh,
    tanhshrink: composed((x) => tf.sub(x, tf.tanh(x))),
    silu: composed((x) => tf.mul(x, tf.sigmoid(x))),
    mish: composed((x) => tf.mul(x, tf.tanh(tf.softplus(x)))),
    elu: tf.elu,
    celu: tf.elu,
    selu: tf.selu,
    gelu: composed((x) => tf.mul(tf.mul(x, 0.5), tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), 1))),
    gelu_tanh: composed((x) => {
      const inner = tf.mul(tf.add(x, tf.mul(tf.mul(x, tf.square(x)), 0.044715)), Math.sqrt(2 / Math.PI));
      return tf.mul(tf.mul(x, 0.5), tf.add(tf.tanh(inner), 1));
    }),
    softplus: tf.softplus,
    logsigmoid: tf.logSigmoid,
    glu: composed((x) => {
      const [a, b] = tf.split(x, 2, 1);
      return tf.mul(a, tf.sigmoid(b));
    }),
    softmax: (x) => tf.softmax(x),
    softmin: composed((x) => tf.softmax(tf.neg(x))),
    log_softmax: (x) => tf.logSoftmax(x),
  };
}

/** Node gives a CommonJS module as its `default`. @param {any} module @param {string} name that it exports */
const exportsOf = (module, name) => (name in module ? module : module.default);

/** @param {any} tf @param {(x: any) => any} f @param {Float32Array} x @param {number[]} shape @param {import('../tried.js').Upstream} upstream */
function prepared(tf, f, x, shape, upstream) {
  const taken = (/** @type {any} */ output) => {
    const result = output.dataSync();
    output.dispose();
    return result;
  };
  const fresh = () => {
    const input = tf.tensor(x, shape, 'float32');
    const result = taken(f(input));
    input.dispose();
    return result;
  };
  const resident = tf.tensor(x, shape, 'float32');
  return {
    fresh: { run: fresh, answer: fresh },
    out: [{ run: () => f(resident).dispose(), answer: () => taken(f(resident)) }],
    gradient: () => {
      const above = tf.tensor(upstream.data, upstream.shape, 'float32');
      const slope = tf.grad(f);
      const run = () => slope(resident, above);
      return { run: () => run().dispose(), answer: () => taken(run()) };
    },
    held: () => tf.memory().numTensors,
    unit: 'tensors',
    dispose: () => resident.dispose(),
  };
}

/** @returns {Promise<Peer>} */
export async function load() {
  const tf = exportsOf(await import('@tensorflow/tfjs-core'), 'setBackend');
  const wasm = exportsOf(await import('@tensorflow/tfjs-backend-wasm'), 'setWasmPaths');
  if (typeof window !== 'undefined') {
    wasm.setWasmPaths(new URL('../node_modules/@tensorflow/tfjs-backend-wasm/dist/', import.meta.url).href);
  } else {
    const { registerGradients } = await import('./tfjs_gradients.js');
    await registerGradients();
  }
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  if (!(await tf.setBackend('wasm'))) throw new Error('TensorFlow.js cannot start its WebAssembly backend');
  if (!(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'))) throw new Error('TensorFlow.js finds no SIMD');
  const ops = table(tf);
  return {
    name: 'tfjs',
    ops: Object.keys(ops),
    prepare: (op, x, shape, upstream) => prepared(tf, ops[op], x, shape, upstream),
  };
}
