// The tensors that the tutorial "PyTorch Activation Functions – ReLU, Leaky ReLU, Sigmoid, Tanh and Softmax" prints.

/**
 * @typedef {{ shape: number[], numbers: number[], parameters: Record<string, number>, of: string }} Example a call of the
 *   tutorial; `of` is the activation it is printed for
 */

/** The tutorial's title, for those who come from elsewhere. */
export const title = 'PyTorch Activation Functions – ReLU, Leaky ReLU, Sigmoid, Tanh and Softmax';

/** Its examples by the module's name: four digits each, since that is what it printed. @type {Record<string, Omit<Example, 'of'>>} */
const examples = {
  ReLU: { shape: [5], parameters: {}, numbers: [1.072, -1.4033, -0.6637, 1.2851, -0.5382] },
  LeakyReLU: {
    shape: [18],
    parameters: { negative_slope: 0.1 },
    numbers: [
      1.3159, -2.4688, 0.3144, 1.321, -2.089, 0.7903, 0.4291, -0.7938, -0.503, 0.7853, -0.4555, 1.4221, -1.6509, 1.359,
      -0.4521, -0.0615, -1.8761, 0.7038,
    ],
  },
  Sigmoid: { shape: [2], parameters: {}, numbers: [0.0118, -0.6906] },
  Tanh: { shape: [7], parameters: {}, numbers: [-0.7077, 0.8317, -0.891, 2.2377, -0.5721, -0.8976, 0.9172] },
  Softmax: {
    shape: [4, 5],
    parameters: { dim: 1 },
    numbers: [
      0.4325, -0.0198, -0.3384, 1.0506, 0.6901, 0.9477, -0.3371, -0.7476, 0.7868, 0.6242, -0.3339, 2.4288, 0.4182,
      0.5997, -1.5545, 0.5749, -0.5843, -1.2282, 2.0387, -0.7899,
    ],
  },
};

/** Which example the other row-wise activations borrow, with the shape that they take it in: Softmax2d's channels are the
 * rows, GLU halves its rows. */
const borrowed = /** @type {Record<string, Partial<Example>>} */ ({
  Softmin: {},
  LogSoftmax: {},
  Softmax2d: { shape: [4, 1, 5], parameters: {} },
  GLU: { shape: [5, 4], parameters: { dim: -1 } },
});

/** The modules that the tutorial prints numbers for. */
export const exampleNames = Object.keys(examples);

/**
 * The example whose numbers a state shows: that of another function where one is named, else the function's own.
 * @param {{ activation: string, example: string }} state
 */
export const exampleOf = ({ activation, example }) => articleExample(example || activation);

/**
 * The tutorial's example of an activation; where it has none, Softmax's for rows and the eighteen numbers for curves.
 * @param {string} activation
 * @returns {Example}
 */
export function articleExample(activation) {
  if (activation in examples) return { ...examples[activation], of: activation };
  if (activation in borrowed) return { ...examples.Softmax, ...borrowed[activation], of: 'Softmax' };
  return { ...examples.LeakyReLU, parameters: {}, of: 'LeakyReLU' };
}
