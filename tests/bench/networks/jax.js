// jax-js's contenders on its WebAssembly device: a whole step of training, with Adam written out, compiled by jit.
import { beta1, beta2, epsilon, learningRate } from './settings.js';

async function started() {
  const jax = /** @type {any} */ (await import('@jax-js/jax'));
  await jax.init('wasm');
  jax.defaultDevice('wasm');
  return jax;
}

/** The mean loss of a list of weights and biases. @param {any} jax @param {string} activation */
const lossOf =
  ({ nn, numpy: np }, activation) =>
  (/** @type {any[]} */ parameters, /** @type {any} */ x, /** @type {any} */ y) => {
    const f = activation === 'relu' ? nn.relu : np.tanh;
    let z = x;
    for (let i = 0; i < parameters.length; i += 2) {
      z = np.matmul(i === 0 ? z : f(z), parameters[i]).add(parameters[i + 1]);
    }
    return np.mean(nn.softplus(z.ref).sub(z.mul(y)));
  };

/** A step, of parameters, means, squares, data and the two corrections. A function consumes its arguments. @param {any} jax @param {string} activation */
function stepOf(jax, activation) {
  const { numpy: np } = jax;
  const slopes = jax.valueAndGrad(lossOf(jax, activation));
  return jax.jit((p, m, v, x, y, size, root) => {
    const [loss, grads] = slopes(
      p.map((/** @type {any} */ one) => one.ref),
      x,
      y,
    );
    const means = m.map((one, i) => one.mul(beta1).add(grads[i].ref.mul(1 - beta1)));
    const squares = v.map((one, i) => one.mul(beta2).add(np.square(grads[i]).mul(1 - beta2)));
    const next = p.map((one, i) => {
      const below = np.sqrt(squares[i].ref).div(root.ref).add(epsilon);
      return one.sub(means[i].ref.mul(size.ref).div(below));
    });
    size.dispose();
    root.dispose();
    return [loss, next, means, squares];
  });
}

/** @param {import('./settings.js').Task} task */
export async function training({ training: { layers, batch, activation }, x, y, weights }) {
  const jax = await started();
  const { numpy: np } = jax;
  const step = stepOf(jax, activation);
  const [input, target] = [np.array(x).reshape([batch, layers[0]]), np.array(y).reshape([batch, 1])];
  let parameters = weights.flatMap(({ weight, bias, inputs, outputs }) => [
    np.array(weight).reshape([inputs, outputs]),
    np.array(bias),
  ]);
  const zeros = () => parameters.map((/** @type {any} */ one) => np.zeros(one.shape));
  let [means, squares] = [zeros(), zeros()];
  let count = 0;
  return async () => {
    count += 1;
    const size = np.array(learningRate / (1 - beta1 ** count));
    const root = np.array(Math.sqrt(1 - beta2 ** count));
    let loss;
    [loss, parameters, means, squares] = step(parameters, means, squares, input.ref, target.ref, size, root);
    return (await loss.data())[0];
  };
}

/** @param {Float32Array} a @param {Float32Array} b @param {number[]} size */
export async function products(a, b, [rows, depth, columns]) {
  const jax = await started();
  const [x, y] = [jax.numpy.array(a).reshape([rows, depth]), jax.numpy.array(b).reshape([depth, columns])];
  const f = jax.jit((/** @type {any} */ p, /** @type {any} */ q) => jax.numpy.matmul(p, q));
  const run = async () => {
    const output = f(x.ref, y.ref);
    await output.blockUntilReady();
    output.dispose();
  };
  return [{ name: 'jax', run, awaits: true, answer: () => f(x.ref, y.ref).dataSync() }];
}
