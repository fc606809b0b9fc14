// The same training in plain JavaScript, as one writes it for one network: loops over Float32Arrays that are made once.
import { beta1, beta2, epsilon, learningRate } from './settings.js';

/** @typedef {import('./settings.js').Task} Task */
/** @typedef {ReturnType<typeof layerOf>} Layer */

/** @param {Task['weights'][0]} weights @param {number} batch @param {boolean} isLast */
function layerOf({ weight, bias, inputs, outputs }, batch, isLast) {
  const of = (/** @type {Float32Array} */ values) => ({
    values: values.slice(),
    grad: new Float32Array(values.length),
    mean: new Float32Array(values.length),
    square: new Float32Array(values.length),
  });
  return {
    weight: of(weight),
    bias: of(bias),
    inputs,
    outputs,
    isLast,
    y: new Float32Array(batch * outputs),
    slope: new Float32Array(batch * outputs),
  };
}

/** @param {Layer} layer @param {Float32Array} x @param {number} batch @param {string} activation */
function forward({ weight, bias, inputs, outputs, y, isLast }, x, batch, activation) {
  const [w, added] = [weight.values, bias.values];
  for (let r = 0; r < batch; r++) {
    const row = r * outputs;
    for (let j = 0; j < outputs; j++) y[row + j] = added[j];
    for (let k = 0; k < inputs; k++) {
      const factor = x[r * inputs + k];
      for (let j = 0; j < outputs; j++) y[row + j] += factor * w[k * outputs + j];
    }
  }
  if (isLast) return;
  if (activation === 'relu') for (let i = 0; i < y.length; i++) y[i] = Math.max(y[i], 0);
  else for (let i = 0; i < y.length; i++) y[i] = Math.tanh(y[i]);
}

/** From the slopes of its outputs to those of its parameters, and of `x` in `to`. @param {Layer} layer @param {Float32Array} x @param {Float32Array | null} to @param {number} batch */
function backward({ weight, bias, inputs, outputs, slope }, x, to, batch) {
  const [w, byWeight, byBias] = [weight.values, weight.grad.fill(0), bias.grad.fill(0)];
  for (let r = 0; r < batch; r++) {
    const row = r * outputs;
    for (let j = 0; j < outputs; j++) byBias[j] += slope[row + j];
    for (let k = 0; k < inputs; k++) {
      const factor = x[r * inputs + k];
      let sum = 0;
      for (let j = 0; j < outputs; j++) {
        byWeight[k * outputs + j] += factor * slope[row + j];
        sum += w[k * outputs + j] * slope[row + j];
      }
      if (to) to[r * inputs + k] = sum;
    }
  }
}

/** The slopes of what an activation was given, from those of its results. @param {Layer} layer @param {string} activation */
function throughActivation({ y, slope }, activation) {
  if (activation === 'relu') for (let i = 0; i < y.length; i++) slope[i] = y[i] > 0 ? slope[i] : 0;
  else for (let i = 0; i < y.length; i++) slope[i] *= 1 - y[i] * y[i];
}

/** Adam's step. @param {Layer['weight']} parameter @param {number} step */
function move({ values, grad, mean, square }, step) {
  const size = learningRate / (1 - beta1 ** step);
  const root = Math.sqrt(1 - beta2 ** step);
  for (let i = 0; i < values.length; i++) {
    const g = grad[i];
    mean[i] = beta1 * mean[i] + (1 - beta1) * g;
    square[i] = beta2 * square[i] + (1 - beta2) * g * g;
    values[i] -= (size * mean[i]) / (Math.sqrt(square[i]) / root + epsilon);
  }
}

/** The mean of the losses of logits z; their slopes go to `slope`. @param {Float32Array} z @param {Float32Array} t @param {Float32Array} slope */
function loss(z, t, slope) {
  let sum = 0;
  for (let i = 0; i < z.length; i++) {
    sum += Math.max(z[i], 0) - z[i] * t[i] + Math.log1p(Math.exp(-Math.abs(z[i])));
    slope[i] = (1 / (1 + Math.exp(-z[i])) - t[i]) / z.length;
  }
  return sum / z.length;
}

/** A step of training at each call, which gives the loss before it. @param {Task} task */
export function plainTraining({ training: { batch, activation }, x, y, weights }) {
  const layers = weights.map((one, i) => layerOf(one, batch, i === weights.length - 1));
  const before = (/** @type {number} */ i) => (i === 0 ? x : layers[i - 1].y);
  let step = 0;
  return () => {
    step += 1;
    layers.forEach((layer, i) => {
      forward(layer, before(i), batch, activation);
    });
    const last = layers[layers.length - 1];
    const mean = loss(last.y, y, last.slope);
    for (let i = layers.length - 1; i >= 0; i--) {
      if (i < layers.length - 1) throughActivation(layers[i], activation);
      backward(layers[i], before(i), i === 0 ? null : layers[i - 1].slope, batch);
    }
    for (const { weight, bias } of layers) for (const one of [weight, bias]) move(one, step);
    return mean;
  };
}
