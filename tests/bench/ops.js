// The operations that are measured: how torchlet is called, and the shape of the input.

/**
 * @typedef {object} Op
 * @property {string} [name] torch's, where the row is called differently
 * @property {(torch: any) => unknown[]} [args] what follows the input
 * @property {object} [keywords]
 * @property {object} [options] of torchlet/arrays
 * @property {boolean} [rows] works along the rows of a matrix
 * @property {boolean} [halves] the output is half as long as the input
 * @property {boolean} [copies] as cheap as a copy: measured against the cheapest peer's relu
 */

/** PyTorch's numbers, where formulas are written out: RReLU's slope outside of training, SELU's two. */
export const rreluSlope = (1 / 8 + 1 / 3) / 2;
export const seluAlpha = 1.6732632423543772;
export const seluScale = 1.0507009873554805;

/** Rows are 256 elements, or all where there are fewer. @param {number} n */
export const rowLength = (n) => Math.min(n, 256);

/** PyTorch's defaults throughout; threshold has none. @type {Record<string, Op>} */
export const ops = {
  relu: { copies: true },
  relu6: { copies: true },
  leaky_relu: { copies: true },
  hardtanh: { copies: true },
  threshold: { copies: true, args: () => [0.1, 20], options: { threshold: 0.1, value: 20 } },
  rrelu: {},
  prelu: { args: (torch) => [torch.tensor([0.25])], options: { weight: 0.25 } },
  hardshrink: {},
  softshrink: {},
  hardsigmoid: {},
  hardswish: {},
  softsign: {},
  squareplus: {},
  exp: {},
  sigmoid: {},
  tanh: {},
  tanhshrink: {},
  silu: {},
  mish: {},
  elu: {},
  celu: {},
  selu: {},
  gelu: {},
  gelu_tanh: { name: 'gelu', keywords: { approximate: 'tanh' }, options: { approximate: 'tanh' } },
  softplus: {},
  logsigmoid: {},
  glu: { rows: true, halves: true },
  softmax: { rows: true, args: () => [1] },
  softmin: { rows: true, args: () => [1] },
  log_softmax: { rows: true, args: () => [1] },
};

/** How many elements are measured: n, but an even number in a row that is halved. @param {string} op @param {number} n */
export function elementsOf(op, n) {
  if (!ops[op].rows) return n;
  const length = ops[op].halves ? rowLength(n) & ~1 : rowLength(n);
  return Math.floor(n / rowLength(n)) * length;
}

/** The input's shape. @param {string} op @param {number} n elements */
export const shapeOf = (op, n) => (ops[op].rows ? [n / rowLength(n), rowLength(n)] : [n]);

/** @param {string} op @param {number} n elements of the input */
export const outputLength = (op, n) => (ops[op].halves ? n / 2 : n);
