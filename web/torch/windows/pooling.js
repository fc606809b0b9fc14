// torch.nn.functional's pools: max_pool, avg_pool and adaptive_avg_pool of one and two dimensions.

import { NotImplementedError, RuntimeError } from '../../core/errors.js';
import { sizeOf } from '../../core/numbers/size.js';
import { optional } from '../arguments/call.js';
import { native } from '../arguments/native.js';
import { bindPython } from '../arguments/signature.js';
import { named, record } from '../autograd/graph.js';
import { addedAt } from '../operations/choosing/scattering.js';
import { stack } from '../operations/shapes/joins.js';
import { elements, fresh } from '../storage/strided.js';
import { batched, countsOf, pairOf, placesOf } from './windows.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('./windows.js').Windows} Windows
 * @typedef {import('./windows.js').Pair} Pair
 */

/**
 * A pool: what `fold` makes of each window of each plane.
 * @param {any} x @param {Int32Array} places @param {number} size @param {Pair} counts
 * @param {(from: any, start: number, first: number) => number} fold of the plane's start and the window's first place
 */
function pooled(x, places, size, counts, fold) {
  const [samples, channels, height, width] = x.shape;
  const result = fresh(x, sizeOf([samples, channels, ...counts]));
  const [from, to] = [/** @type {any} */ (elements(x)), /** @type {any} */ (result.storage.array)];
  const windows = places.length / size;
  for (let plane = 0; plane < samples * channels; plane++)
    for (let w = 0; w < windows; w++) to[plane * windows + w] = fold(from, plane * height * width, w * size);
  return result;
}

/** @param {any} x @param {Windows} windows */
function largest(x, windows) {
  const counts = countsOf(x.shape, windows);
  const size = windows.kernel[0] * windows.kernel[1];
  const places = placesOf(x.shape, windows, counts);
  /** @type {number[]} */ const chosen = [];
  const values = pooled(x, places, size, counts, (from, start, first) => {
    let best = -1;
    for (let k = first; k < first + size; k++) {
      if (places[k] < 0) continue;
      const value = from[start + places[k]];
      if (best < 0 || value > from[best] || Number.isNaN(value)) best = start + places[k];
    }
    chosen.push(best);
    return from[best];
  });
  return record(values, {
    name: 'MaxPool2DWithIndicesBackward0',
    inputs: [x],
    backward: (grad) => [addedAt(grad, chosen, x.shape)],
  });
}

/** @param {any} x @param {Windows} windows @param {boolean} countsPadding @param {number | null} divisor */
function average(x, windows, countsPadding, divisor) {
  const counts = countsOf(x.shape, windows);
  const size = windows.kernel[0] * windows.kernel[1];
  const places = placesOf(x.shape, windows, counts);
  /** What the sum of the window that begins at a place is divided by. @param {number} first */
  const over = (first) =>
    divisor ?? (countsPadding ? size : places.subarray(first, first + size).filter((place) => place >= 0).length);
  const values = pooled(x, places, size, counts, (from, start, first) => {
    let sum = 0;
    for (let k = first; k < first + size; k++) if (places[k] >= 0) sum += from[start + places[k]];
    return sum / over(first);
  });
  return record(values, {
    name: 'AvgPool2DBackward0',
    inputs: [x],
    backward: (grad) => [spread(grad, x.shape, places, size, over)],
    formula: 'avg_pool2d',
  });
}

/** Each gradient shared among the places of its window. @param {Tensor} grad @param {import('../../core/numbers/size.js').Size} shape @param {Int32Array} places @param {number} size @param {(first: number) => number} over */
function spread(grad, shape, places, size, over) {
  const result = fresh(grad, shape);
  const [from, to] = [/** @type {any} */ (elements(grad)), /** @type {any} */ (result.storage.array)];
  const windows = places.length / size;
  const plane = shape[2] * shape[3];
  for (let i = 0; i < from.length; i++) {
    const first = (i % windows) * size;
    const start = Math.floor(i / windows) * plane;
    const part = from[i] / over(first);
    for (let k = first; k < first + size; k++) if (places[k] >= 0) to[start + places[k]] += part;
  }
  return result;
}

/** What PyTorch says of a number of dimensions that a pool does not take. @param {string} name @returns {(shape: string, rank: number) => Error} */
const refusalOf = (name) => (shape, rank) => {
  /** @type {Record<string, string>} */
  const words = {
    max_pool1d: `max_pool1d: Expected 2D or 3D (batch mode) tensor with optional 0 dim batch size for input, but got:[${shape}]`,
    max_pool2d: 'non-empty 3D or 4D (batch mode) tensor expected for input',
    avg_pool2d: `Expected 3D or 4D (batch mode) tensor with optional 0 dim batch size for input, but got:[${shape}]`,
    adaptive_avg_pool2d: `adaptive_avg_pool2d(): Expected 3D or 4D tensor, but got [${shape}]`,
  };
  const checked = `Expected 2 to 3 dimensions, but got ${rank}-dimensional tensor for argument #1 'self' (while checking arguments for ${name})`;
  return new RuntimeError(words[name] ?? checked);
};

/** Refuses what is no tensor, as the C++ function does. @param {string} name @param {any} input */
const requireInput = (name, input) => native(`${name}(Tensor input)`, () => {})(input);

/** @param {string} name @param {Windows} windows @param {1 | 2} dims */
function checkPool(name, { kernel, padding }, dims) {
  if (padding.some((n, i) => n > kernel[i] / 2))
    throw new RuntimeError(
      dims === 1
        ? `${name}() padding should be at most half of kernel size, but got padding=${padding[1]} and kernel_size=${kernel[1]}`
        : `pad should be at most half of effective kernel size, but got pad=${padding[0]}, kernel_size=${kernel[0]} and dilation=1`,
    );
}

/** @param {1 | 2} dims @param {any[]} args */
function maxPool(dims, args) {
  const name = `max_pool${dims}d`;
  const defaults = { stride: null, padding: 0, dilation: 1, ceil_mode: false, return_indices: false };
  const [input, kernel_size, stride, padding, dilation, ceil, indices] = /** @type {any[]} */ (
    bindPython(name, ['input', 'kernel_size', ...optional(defaults)], args)
  );
  if (indices) throw new NotImplementedError(`${name}() with return_indices=True is not part of torchlet`);
  const windows = {
    kernel: pairOf(kernel_size, dims, 1),
    stride: pairOf(stride ?? kernel_size, dims, 1),
    padding: pairOf(padding, dims, 0),
    dilation: pairOf(dilation, dims, 1),
    ceil: Boolean(ceil),
  };
  requireInput(name, input);
  checkPool(name, windows, dims);
  const { planes, unbatched } = batched(input, dims, refusalOf(name));
  requireRoom(name, planes, windows);
  const result = unbatched(largest(planes, windows));
  return named(result, dims === 1 ? 'SqueezeBackward1' : 'MaxPool2DWithIndicesBackward0');
}

/** @param {string} name @param {any} x @param {Windows} windows */
function requireRoom(name, x, windows) {
  const counts = countsOf(x.shape, windows);
  if (counts.every((n) => n >= 1)) return;
  if (name === 'max_pool1d') throw new RuntimeError(`max_pool1d() Invalid computed output size: ${counts[1]}`);
  const [, channels, height, width] = x.shape;
  throw new RuntimeError(
    `Given input size: (${channels}x${height}x${width}). Calculated output size: (${channels}x${counts.join('x')}). Output size is too small`,
  );
}

/** @param {1 | 2} dims @param {any[]} args */
function avgPool(dims, args) {
  const name = `avg_pool${dims}d`;
  const more = dims === 2 ? { divisor_override: null } : {};
  const defaults = { stride: null, padding: 0, ceil_mode: false, count_include_pad: true, ...more };
  const [input, kernel_size, stride, padding, ceil, countsPadding, divisor = null] = /** @type {any[]} */ (
    bindPython(name, ['input', 'kernel_size', ...optional(defaults)], args)
  );
  const windows = {
    kernel: pairOf(kernel_size, dims, 1),
    stride: pairOf(stride ?? kernel_size, dims, 1),
    padding: pairOf(padding, dims, 0),
    dilation: /** @type {Pair} */ ([1, 1]),
    ceil: Boolean(ceil),
  };
  requireInput(name, input);
  checkPool(name, windows, dims);
  const { planes, unbatched } = batched(input, dims, refusalOf(name));
  requireRoom(name, planes, windows);
  const result = unbatched(average(planes, windows, Boolean(countsPadding), divisor));
  return named(result, dims === 1 ? 'SqueezeBackward1' : 'AvgPool2DBackward0');
}

/** The mean of parts that are as equal as they can be. @param {1 | 2} dims @param {any[]} args */
function adaptivePool(dims, args) {
  const name = `adaptive_avg_pool${dims}d`;
  const [input, output_size] = /** @type {any[]} */ (bindPython(name, ['input', 'output_size'], args));
  requireInput(name, input);
  const { planes, unbatched } = batched(input, dims, refusalOf(name));
  const sizes = [output_size].flat();
  const wanted = dims === 1 ? [1, sizes[0]] : [sizes[0], sizes[sizes.length - 1]];
  const shape = planes.shape.slice(2);
  const [rows, columns] = wanted.map((n, i) => n ?? shape[i]);
  if (rows === 1 && columns === 1)
    return dims === 1 ? named(unbatched(planes.mean([2, 3], true)), 'SqueezeBackward1') : input.mean([-1, -2], true);
  const part = (/** @type {number} */ i, /** @type {number} */ n, /** @type {number} */ size) => {
    const start = Math.floor((i * size) / n);
    return [start, Math.ceil(((i + 1) * size) / n) - start];
  };
  const parts = Array.from({ length: rows * columns }, (_, at) => {
    const [top, height] = part(Math.floor(at / columns), rows, shape[0]);
    const [left, width] = part(at % columns, columns, shape[1]);
    return planes.narrow(2, top, height).narrow(3, left, width).mean([2, 3]);
  });
  const whole = /** @type {any} */ (stack(parts, -1)).reshape(...planes.shape.slice(0, 2), rows, columns);
  const result = unbatched(whole);
  return named(result, dims === 1 ? 'SqueezeBackward1' : 'AdaptiveAvgPool2DBackward0');
}

/** @param {any[]} args the input, kernel_size, stride, padding, dilation, ceil_mode @returns {Tensor} the largest element of each window of (N, C, L) or (C, L) */
export const max_pool1d = (...args) => maxPool(1, args);
/** The same of (N, C, H, W) or (C, H, W). @param {any[]} args @returns {Tensor} */
export const max_pool2d = (...args) => maxPool(2, args);
/** The mean of each window of (N, C, L) or (C, L). @param {any[]} args @returns {Tensor} */
export const avg_pool1d = (...args) => avgPool(1, args);
/** The same of (N, C, H, W) or (C, H, W). @param {any[]} args @returns {Tensor} */
export const avg_pool2d = (...args) => avgPool(2, args);
/** The means of output_size equal parts. @param {any[]} args @returns {Tensor} */
export const adaptive_avg_pool1d = (...args) => adaptivePool(1, args);
/** The same of both last dimensions. @param {any[]} args @returns {Tensor} */
export const adaptive_avg_pool2d = (...args) => adaptivePool(2, args);
