// Matrix products beside TensorFlow.js (wasm), jax-js (wasm) and plain JavaScript: `node tests/bench/products.js`, after `npm run bench` has
// installed them. Every answer is checked; a figure is the best of several rounds, whose contenders take turns.
import torch from '../../web/index.js';

/** Rows, depth, columns: a square, a first layer on MNIST, a larger square. */
const sizes = [
  [64, 64, 64],
  [128, 784, 64],
  [256, 256, 256],
];
const rounds = 8;
const roundMs = 60;

/** @typedef {{ name: string, run: () => unknown, answer: () => ArrayLike<number> }} Contender */

/** @param {Float32Array} a @param {Float32Array} b @param {number[]} size */
function multiplied(a, b, [rows, depth, columns]) {
  const c = new Float32Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < depth; k++) {
      const factor = a[i * depth + k];
      for (let j = 0; j < columns; j++) c[i * columns + j] += factor * b[k * columns + j];
    }
  }
  return c;
}

/** @param {any} a @param {any} b @returns {Contender[]} */
function ours(a, b) {
  const [x, y] = [a.pin_memory(), b.pin_memory()];
  const out = torch.zeros([a.shape[0], b.shape[1]], { pin_memory: true });
  return [
    { name: 'torchlet', run: () => torch.mm(a, b), answer: () => torch.mm(a, b).data },
    { name: 'pinned', run: () => torch.mm(x, y, { out }), answer: () => torch.mm(x, y, { out }).data },
  ];
}

/** @param {any} a @param {any} b @returns {Promise<Contender>} */
async function tensorflow(a, b) {
  const module = /** @type {any} */ (await import('@tensorflow/tfjs-core'));
  const tf = 'setBackend' in module ? module : module.default;
  await import('@tensorflow/tfjs-backend-wasm');
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  await tf.setBackend('wasm');
  const [x, y] = [a, b].map((one) => tf.tensor(one.data, [...one.shape]));
  return { name: 'tfjs', run: () => tf.matMul(x, y).dispose(), answer: () => tf.matMul(x, y).dataSync() };
}

/** @param {any} a @param {any} b @returns {Promise<Contender>} */
async function jaxJs(a, b) {
  const jax = /** @type {any} */ (await import('@jax-js/jax'));
  await jax.init('wasm');
  jax.defaultDevice('wasm');
  const [x, y] = [a, b].map((one) => jax.numpy.array(one.data).reshape([...one.shape]));
  const f = jax.jit((/** @type {any} */ p, /** @type {any} */ q) => jax.numpy.matmul(p, q));
  const run = async () => {
    const output = f(x.ref, y.ref);
    await output.blockUntilReady();
    output.dispose();
  };
  return { name: 'jax', run, answer: () => f(x.ref, y.ref).dataSync() };
}

/** @param {Contender} contender @param {ArrayLike<number>} expected */
function check({ name, answer }, expected) {
  const values = answer();
  for (let i = 0; i < expected.length; i++) {
    if (!(Math.abs(values[i] - expected[i]) < 1e-2))
      throw new Error(`${name} has ${values[i]} at ${i}, not ${expected[i]}`);
  }
}

/** Microseconds a run. @param {Contender} contender */
async function round({ run }) {
  const start = performance.now();
  let count = 0;
  let spent = 0;
  for (; spent < roundMs; spent = performance.now() - start, count++) await run();
  return (spent / count) * 1000;
}

for (const size of sizes) {
  const [rows, depth, columns] = size;
  const [a, b] = [torch.randn(rows, depth), torch.randn(depth, columns)];
  const plain = () => multiplied(a.data, b.data, size);
  const contenders = [
    ...ours(a, b),
    await tensorflow(a, b),
    await jaxJs(a, b),
    { name: 'plain', run: plain, answer: plain },
  ];
  for (const contender of contenders) check(contender, plain());
  const best = contenders.map(() => Number.POSITIVE_INFINITY);
  for (let r = 0; r < rounds; r++) {
    for (let c = 0; c < contenders.length; c++) best[c] = Math.min(best[c], await round(contenders[c]));
  }
  const figures = contenders.map(({ name }, c) => {
    const rate = (2 * rows * depth * columns) / best[c] / 1000;
    return `${name} ${best[c].toFixed(1)} µs (${rate.toFixed(1)} GFLOP/s)`;
  });
  console.log(`${size.join(' x ')}: ${figures.join(', ')}`);
}
