// jax-js on its WebAssembly device, one thread: jax.nn's functions, compiled by jit. Arrays are counted references; the device
// is lazy, so that a result that stays there is awaited.
import { rreluSlope } from '../ops.js';

/** @typedef {import('../tried.js').Peer} Peer */

/** A function consumes its argument: what is used again is `x.ref`. @param {any} jax @returns {Record<string, (x: any) => any>} */
function table({ nn, numpy: np }) {
  return {
    relu: nn.relu,
    relu6: nn.relu6,
    leaky_relu: (x) => nn.leakyRelu(x, 0.01),
    hardtanh: nn.hardTanh,
    threshold: (x) => np.where(x.ref.greater(0.1), x, 20),
    rrelu: (x) => nn.leakyRelu(x, rreluSlope),
    prelu: (x) => nn.leakyRelu(x, 0.25),
    hardshrink: (x) => np.where(np.abs(x.ref).greater(0.5), x, 0),
    softshrink: (x) => x.ref.sub(np.clip(x, -0.5, 0.5)),
    hardsigmoid: nn.hardSigmoid,
    hardswish: nn.hardSwish,
    softsign: nn.softSign,
    squareplus: (x) => nn.squareplus(x),
    exp: np.exp,
    sigmoid: nn.sigmoid,
    tanh: np.tanh,
    tanhshrink: (x) => x.ref.sub(np.tanh(x)),
    silu: nn.silu,
    mish: nn.mish,
    elu: (x) => nn.elu(x),
    celu: (x) => nn.celu(x),
    selu: nn.selu,
    gelu: (x) => nn.gelu(x, { approximate: false }),
    gelu_tanh: (x) => nn.gelu(x, { approximate: true }),
    softplus: nn.softplus,
    logsigmoid: nn.logSigmoid,
    glu: (x) => nn.glu(x),
    softmax: (x) => nn.softmax(x),
    softmin: (x) => nn.softmax(np.negative(x)),
    log_softmax: (x) => nn.logSoftmax(x),
  };
}

/** @param {any} jax @param {(x: any) => any} op @param {Float32Array} x @param {number[]} shape @param {import('../tried.js').Upstream} upstream */
function prepared(jax, op, x, shape, upstream) {
  const f = jax.jit(op);
  const array = () => (shape.length === 1 ? jax.numpy.array(x) : jax.numpy.array(x).reshape(shape));
  const fresh = () => f(array()).dataSync();
  const resident = array();
  const left = async () => {
    const output = f(resident.ref);
    await output.blockUntilReady();
    output.dispose();
  };
  return {
    fresh: { run: fresh, answer: fresh },
    out: [{ run: left, answer: () => f(resident.ref).dataSync(), awaits: true }],
    gradient: () => {
      const above = jax.numpy.array(upstream.data).reshape(upstream.shape);
      const slope = jax.jit(jax.grad((/** @type {any} */ at, /** @type {any} */ g) => op(at).mul(g).sum()));
      const run = () => slope(resident.ref, above.ref);
      const there = async () => {
        const output = run();
        await output.blockUntilReady();
        output.dispose();
      };
      return { run: there, answer: () => run().dataSync(), awaits: true };
    },
    held: () => resident.refCount,
    unit: 'references to its input',
    dispose: () => resident.dispose(),
  };
}

/** @returns {Promise<Peer>} */
export async function load() {
  const jax = /** @type {any} */ (await import('@jax-js/jax'));
  await jax.init('wasm');
  jax.defaultDevice('wasm');
  const ops = table(jax);
  return {
    name: 'jax',
    ops: Object.keys(ops),
    prepare: (op, x, shape, upstream) => prepared(jax, ops[op], x, shape, upstream),
  };
}
