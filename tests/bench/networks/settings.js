// What the rows of networks are: training steps and matrix products, with the data that all contenders are given.
import torch, { nn } from '../../../web/index.js';

/**
 * @typedef {object} Training
 * @property {number[]} layers their widths
 * @property {number} batch
 * @property {'relu' | 'tanh'} activation between them
 * @property {number} least steps a second that torchlet must reach
 */

export const learningRate = 0.01;
/** Adam's other settings, PyTorch's defaults. */
export const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-8];

/** The network of the lessons (web/training), and one of about 10,000 parameters. @type {Training[]} */
export const trainings = [
  { layers: [2, 16, 16, 1], batch: 256, activation: 'relu', least: 1500 },
  { layers: [2, 16, 16, 1], batch: 256, activation: 'tanh', least: 1500 },
  { layers: [2, 96, 96, 1], batch: 32, activation: 'relu', least: 60 },
];

/** Rows, depth, columns: a square, a first layer on MNIST, a larger square. */
export const products = [
  [64, 64, 64],
  [128, 784, 64],
  [256, 256, 256],
];

/** A share of the targets is turned over: a network that fits everything ends in gradients that are subnormal numbers. */
const kNoise = 0.1;

/**
 * @typedef {object} Task
 * @property {Training} training
 * @property {Float32Array} x [batch, inputs]
 * @property {Float32Array} y [batch, 1], 0 or 1
 * @property {{ weight: Float32Array, bias: Float32Array, inputs: number, outputs: number }[]} weights each [inputs, outputs], as
 *   others have it, at first
 */

/** Two circles, and what PyTorch's layers begin with. @param {Training} training @returns {Task} */
export function taskOf(training) {
  const { layers, batch } = training;
  torch.manual_seed(0);
  const x = torch.randn(batch, layers[0]);
  const isTurned = torch.rand(batch, 1).lt(kNoise);
  const isOutside = x.square().sum(1, { keepdim: true }).gt(1);
  const weights = layers.slice(1).map((outputs, i) => {
    const { weight, bias } = nn.Linear(layers[i], outputs);
    return { weight: weight.detach().t().contiguous().data, bias: bias.detach().data, inputs: layers[i], outputs };
  });
  return { training, x: x.data, y: isOutside.ne(isTurned).to(torch.float32).data, weights };
}

/** @param {Training} training */
export const parametersOf = ({ layers }) =>
  layers.slice(1).reduce((sum, outputs, i) => sum + (layers[i] + 1) * outputs, 0);
