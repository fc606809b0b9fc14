// What the figures use of torch, for the one file that a page loads: the same kernels, random numbers and printed text without
// what only programs need (autograd's graph, views, argument errors). A test compares both, bit by bit. The element's build
// takes this module for ../index.js; its random numbers are a stream of their own, so that a page's torch keeps its place.
import { start } from '../../core/embedded.js';
import { fillEven } from '../../core/float.js';
import { inject } from '../../core/kernels.js';
import { Generator } from '../../core/random.js';

import { F, nn } from './modules.js';
import { Tensor } from './tensor.js';

inject(start);

const generator = new Generator();

/** @param {number[]} shape */
const room = (shape) => new Float32Array(shape.reduce((product, size) => product * size, 1));
/** @param {Tensor} like @param {number} value */
const filled = ({ data, shape }, value) => new Tensor(new Float32Array(data.length).fill(value), shape);
/** One number, as float32. @param {number} value */
const scalar = (value) => new Tensor(Float32Array.of(value), []);
/** @param {Float32Array} data */
const total = (data) => {
  let sum = 0;
  for (let i = 0; i < data.length; i++) sum += data[i];
  return sum;
};

/** @param {Float32Array} data */
function deviation(data) {
  const center = total(data) / data.length;
  let squares = 0;
  for (let i = 0; i < data.length; i++) squares += (data[i] - center) ** 2;
  return Math.sqrt(squares / (data.length - 1));
}

export default {
  /** @param {bigint} seed */
  manual_seed: (seed) => generator.manual_seed(seed),
  /** @param {number[]} shape */
  randn: (shape) => new Tensor(generator.normal_(room(shape)), shape),
  /** @param {number[]} shape */
  rand: (shape) => new Tensor(generator.uniform_(room(shape)), shape),
  /** @param {number} start @param {number} end @param {number} count */
  linspace(start, end, count) {
    const data = new Float32Array(count);
    fillEven(data, Math.fround(start), Math.fround(end), count, 0);
    return new Tensor(data, [count]);
  },
  /** @param {number | number[]} size */
  empty: (size) => new Tensor(room([size].flat()), [size].flat()),
  /** @param {number[]} shape */
  zeros: (shape) => new Tensor(room(shape), shape),
  /** @param {number[]} shape */
  ones: (shape) => new Tensor(room(shape).fill(1), shape),
  /** @param {number[]} shape @param {number} value */
  full: (shape, value) => new Tensor(room(shape).fill(value), shape),
  /** @param {Tensor} like */
  ones_like: (like) => filled(like, 1),
  /** @param {Tensor} like */
  zeros_like: (like) => filled(like, 0),
  /** @param {Float32Array} data */
  from_numpy: (data) => new Tensor(data, [data.length]),
  /** @param {number[]} list */
  tensor: (list) => new Tensor(Float32Array.from(list), [list.length]),
  /** @template T @param {() => T} run */
  no_grad: (run) => run(),
  /** @param {Tensor} x */
  sum: ({ data }) => scalar(total(data)),
  /** @param {Tensor} x */
  mean: ({ data }) => scalar(total(data) / data.length),
  /** @param {Tensor} x */
  std: ({ data }) => scalar(deviation(data)),
  exp: F.exp,
  sigmoid: F.sigmoid,
};
export { F, nn };
