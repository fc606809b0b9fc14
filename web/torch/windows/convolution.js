// torch.nn.functional.conv1d and conv2d, by products of matrices. Source of the words: aten/src/ATen/native/Convolution.cpp.

import { NotImplementedError, RuntimeError } from '../../core/errors.js';
import { native } from '../arguments/native.js';
import { named, record } from '../autograd/graph.js';
import { cat } from '../operations/shapes/joins.js';
import { batched, columnsOf, countsOf, fromColumns, pairOf, placesOf } from './windows.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('./windows.js').Windows} Windows
 */

/** @param {any} x @param {any} weight @param {number} groups @param {Windows} windows @param {number} dims */
function checkConvolution(x, weight, groups, { kernel, padding, dilation }, dims) {
  const listed = (/** @type {readonly number[]} */ sizes) =>
    `[${(dims === 1 ? sizes.toSpliced(2, 1) : sizes).join(', ')}]`;
  const channels = weight.shape[1] * groups;
  if (weight.shape[0] % groups !== 0)
    throw new RuntimeError(
      `Given groups=${groups}, expected weight to be at least ${groups} at dimension 0, but got weight of size ${listed(weight.shape)} instead`,
    );
  if (x.shape[1] !== channels)
    throw new RuntimeError(
      `Given groups=${groups}, weight of size ${listed(weight.shape)}, expected input${listed(x.shape)} to have ${channels} channels, but got ${x.shape[1]} channels instead`,
    );
  const [room, needed] = [
    [0, 1].map((i) => x.shape[2 + i] + 2 * padding[i]),
    kernel.map((n, i) => dilation[i] * (n - 1) + 1),
  ];
  if (needed.some((n, i) => n > room[i])) {
    const sizes = (/** @type {number[]} */ two) => (dims === 1 ? two.slice(1) : two).join(' x ');
    throw new RuntimeError(
      `Calculated padded input size per channel: (${sizes(room)}). Kernel size: (${sizes(needed)}). Kernel size can't be greater than actual input size`,
    );
  }
}

/** Of one group. @param {any} x @param {any} weight @param {Windows} windows */
function convolved(x, weight, windows) {
  const [samples] = x.shape;
  const counts = countsOf(x.shape, windows);
  const size = windows.kernel[0] * windows.kernel[1];
  const places = placesOf(x.shape, windows, counts);
  const flat = weight.detach().reshape(weight.shape[0], -1);
  const columns = columnsOf(x, places, size);
  const result = flat.matmul(columns).reshape(samples, weight.shape[0], ...counts);
  return record(result, {
    name: 'ConvolutionBackward0',
    inputs: [x, weight],
    saved: [x, weight],
    backward: (grad, [input, kernels], needs) => {
      const rows = grad.reshape(samples, kernels.shape[0], -1);
      const matrix = kernels.reshape(kernels.shape[0], -1);
      const dx = needs[0] ? fromColumns(matrix.t().matmul(rows), input.shape, places, size) : null;
      const own = needs[1] ? columnsOf(input, places, size) : null;
      const dw =
        own === null
          ? null
          : rows
              .matmul(/** @type {any} */ (own).transpose(1, 2))
              .sum(0)
              .reshape(kernels.shape);
      return [dx, dw];
    },
    formula: 'convolution',
  });
}

/** @param {any} padding @param {Windows['kernel']} kernel @param {Windows['dilation']} dilation @param {Windows['stride']} stride @param {number} dims @returns {Windows['padding']} */
function paddingOf(padding, kernel, dilation, stride, dims) {
  if (typeof padding !== 'string') return pairOf(padding, dims, 0);
  if (padding === 'valid') return [0, 0];
  if (padding !== 'same') throw new RuntimeError(`Invalid padding string: '${padding}'`);
  if (stride.some((n) => n !== 1)) throw new RuntimeError("padding='same' is not supported for strided convolutions");
  const total = kernel.map((n, i) => dilation[i] * (n - 1));
  if (total.some((n) => n % 2 !== 0))
    throw new NotImplementedError("padding='same' of a kernel of even size is not part of torchlet");
  return [total[0] / 2, total[1] / 2];
}

/** @param {1 | 2} dims */
function convolution(dims) {
  const name = `conv${dims}d`;
  const signature = (/** @type {string} */ padding) =>
    `${name}(Tensor input, Tensor weight, Tensor bias=None, int[1]? stride=1, ${padding}, int[1]? dilation=1, int groups=1)`;
  const run = (/** @type {any[]} */ ...args) => carriedOut(dims, name, args);
  return native([signature('int[1]? padding=0'), signature('str padding="valid"')], run, run);
}

/** @param {1 | 2} dims @param {string} name @param {any[]} args */
function carriedOut(dims, name, [input, weight, bias, stride, padding, dilation, groups]) {
  const { planes, isOne, unbatched } = batched(
    input,
    dims,
    (shape) =>
      new RuntimeError(
        `Expected ${dims + 1}D (unbatched) or ${dims + 2}D (batched) input to ${name}, but got input of size: [${shape}]`,
      ),
  );
  const kernels = dims === 1 ? weight.unsqueeze(2) : weight;
  /** @type {Windows['kernel']} */
  const kernel = [kernels.shape[2], kernels.shape[3]];
  const [steps, apart] = [pairOf(stride, dims, 1), pairOf(dilation, dims, 1)];
  const windows = { kernel, stride: steps, padding: paddingOf(padding, kernel, apart, steps, dims), dilation: apart };
  checkConvolution(planes, kernels, groups, windows, dims);
  const parts = groups === 1 ? [convolved(planes, kernels, windows)] : grouped(planes, kernels, windows, groups);
  const whole = /** @type {any} */ (parts.length === 1 ? parts[0] : cat(parts, 1));
  const result = bias === null ? whole : whole.add(bias.reshape(1, -1, 1, 1));
  return named(unbatched(result), isOne ? 'SqueezeBackward1' : 'ConvolutionBackward0');
}

/** @param {any} x @param {any} weight @param {Windows} windows @param {number} groups */
function grouped(x, weight, windows, groups) {
  const [outputs, inputs] = [weight.shape[0] / groups, weight.shape[1]];
  return Array.from({ length: groups }, (_, g) =>
    convolved(x.narrow(1, g * inputs, inputs), weight.narrow(0, g * outputs, outputs), windows),
  );
}

/**
 * Each output channel is the sum of the products of weights and windows of the input, (N, C, L) or (C, L); weight (out, C / groups, k).
 * @type {(input: Tensor, weight: Tensor, bias?: Tensor | null | object, ...rest: any[]) => Tensor}
 */
export const conv1d = /* @__PURE__ */ convolution(1);
/** The same over (N, C, H, W) or (C, H, W); weight (out, C / groups, kh, kw). @type {typeof conv1d} */
export const conv2d = /* @__PURE__ */ convolution(2);
