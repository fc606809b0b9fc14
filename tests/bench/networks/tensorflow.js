// TensorFlow.js's contenders, on its WebAssembly backend and on that of plain JavaScript.
import { registerGradients } from '../peers/tfjs_gradients.js';
import { beta1, beta2, epsilon, learningRate } from './settings.js';

/** @type {any} */
let loaded;

/** @param {'wasm' | 'cpu'} backend */
async function started(backend) {
  if (!loaded) {
    await registerGradients();
    const module = /** @type {any} */ (await import('@tensorflow/tfjs-core'));
    loaded = 'setBackend' in module ? module : module.default;
    await Promise.all([import('@tensorflow/tfjs-backend-wasm'), import('@tensorflow/tfjs-backend-cpu')]);
    loaded.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    loaded.env().set('IS_NODE', false); // else it advertises its package for Node
  }
  if (!(await loaded.setBackend(backend))) throw new Error(`TensorFlow.js cannot start its backend ${backend}`);
  return loaded;
}

/** @param {import('./settings.js').Task} task @param {'wasm' | 'cpu'} backend */
export async function training({ training: { layers, batch, activation }, x, y, weights }, backend) {
  const tf = await started(backend);
  const variables = weights.map(({ weight, bias, inputs, outputs }) => ({
    weight: tf.variable(tf.tensor(weight, [inputs, outputs])),
    bias: tf.variable(tf.tensor(bias)),
  }));
  const [input, target] = [tf.tensor(x, [batch, layers[0]]), tf.tensor(y, [batch, 1])];
  const optimizer = tf.train.adam(learningRate, beta1, beta2, epsilon);
  const lossOf = () => {
    const logits = variables.reduce(
      (at, { weight, bias }, i) => tf.add(tf.matMul(i === 0 ? at : tf[activation](at), weight), bias),
      input,
    );
    return tf.losses.sigmoidCrossEntropy(target, logits);
  };
  return () => {
    if (tf.getBackend() !== backend) tf.setBackend(backend); // both are started: no promise to wait for
    const loss = optimizer.minimize(lossOf, true);
    const value = loss.dataSync()[0];
    loss.dispose();
    return value;
  };
}

/** @param {Float32Array} a @param {Float32Array} b @param {number[]} size */
export async function products(a, b, [rows, depth, columns]) {
  const tf = await started('wasm');
  const [x, y] = [tf.tensor(a, [rows, depth]), tf.tensor(b, [depth, columns])];
  return [{ name: 'tfjs', run: () => tf.matMul(x, y).dispose(), answer: () => tf.matMul(x, y).dataSync() }];
}
