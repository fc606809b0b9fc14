// The eighteen numbers of the tutorial's LeakyReLU, which the figure opens with: what every contender of the start row is given.

// A literal of its own: the pages that are compared with torchlet's load nothing of torchlet. A test compares both.
export const numbers = [
  1.3159, -2.4688, 0.3144, 1.321, -2.089, 0.7903, 0.4291, -0.7938, -0.503, 0.7853, -0.4555, 1.4221, -1.6509, 1.359,
  -0.4521, -0.0615, -1.8761, 0.7038,
];
