// The operations that are measured: how torchlet is called, and the shape of the input.

/**
 * @typedef {object} Op
 * @property {string} [name] torch's, where the row is called differently
 * @property {(torch: any) => unknown[]} [args] what follows the input
 * @property {object} [keywords]
 * @property {object} [options] of torchlet/arrays
 * @property {boolean} [rows] works along the rows of a matrix
 * @property {string} [of] the op whose rows are measured in another length here: only where it is named
 * @property {number} [length] of the rows; 256 else, or all where there are fewer
 * @property {boolean} [halves] the output is half as long as the input
 * @property {boolean} [copies] as cheap as a copy: measured against the cheapest peer's relu
 */

/** PyTorch's numbers, where formulas are written out: RReLU's slope outside of training, SELU's two. */
export const rreluSlope = (1 / 8 + 1 / 3) / 2;
export const seluAlpha = 1.6732632423543772;
export const seluScale = 1.0507009873554805;

/** @param {number} n elements @param {number} [length] of rows */
export const rowLength = (n, length = 256) => Math.min(n, length);

/** The same function of rows of another length. @param {string} of @param {number} length @returns {Op} */
const rowsOf = (of, length) => ({ name: of, of, length, rows: true, args: () => [1] });

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
  softmax_5: rowsOf('softmax', 5),
  softmax_10: rowsOf('softmax', 10),
  softmax_100: rowsOf('softmax', 100),
  softmax_row: rowsOf('softmax', Number.POSITIVE_INFINITY),
  log_softmax_5: rowsOf('log_softmax', 5),
  log_softmax_10: rowsOf('log_softmax', 10),
  log_softmax_100: rowsOf('log_softmax', 100),
  log_softmax_row: rowsOf('log_softmax', Number.POSITIVE_INFINITY),
};

/** What is measured where nothing is named: each function once. */
export const functions = Object.keys(ops).filter((op) => !ops[op].of);

/** How many elements are measured: n, but an even number in a row that is halved. @param {string} op @param {number} n */
export function elementsOf(op, n) {
  if (!ops[op].rows) return n;
  const whole = rowLength(n, ops[op].length);
  return Math.floor(n / whole) * (ops[op].halves ? whole & ~1 : whole);
}

/** The input's shape. @param {string} op @param {number} n elements */
export function shapeOf(op, n) {
  if (!ops[op].rows) return [n];
  const length = rowLength(n, ops[op].length);
  return [n / length, length];
}

/** @param {string} op @param {number} n elements of the input */
export const outputLength = (op, n) => (ops[op].halves ? n / 2 : n);
