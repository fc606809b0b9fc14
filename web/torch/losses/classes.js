// The losses of classes: nll_loss and cross_entropy, of class indices and of probabilities, with their gradients.
// Source of the order of operations: aten/src/ATen/native/LossNLL.cpp.

import { IndexError, NotImplementedError, RuntimeError, ValueError } from '../../core/errors.js';
import { bracketed, Size, sameShape, sizeOf } from '../../core/numbers/size.js';
import { shown } from '../../core/text/repr.js';
import { optional } from '../arguments/call.js';
import { isNumber, typeName } from '../arguments/signature.js';
import { gradNode, named, record } from '../autograd/graph.js';
import { addedAt } from '../operations/choosing/scattering.js';
import { where } from '../operations/elements/choice.js';
import { float32, int64, kFloating } from '../storage/dtype.js';
import { elements, fresh } from '../storage/strided.js';
import { sum } from '../tensor/functions.js';
import { logProbabilities } from './log_probabilities.js';
import { lossFunction } from './loss.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('./loss.js').Reduction} Reduction
 * @typedef {{ count: number, classes: number, inner: number, shape: Size }} Layout of the input: `count` batches of
 *   `classes` planes of `inner` elements, and the shape of the targets
 */

const kNone = { weight: null, size_average: null, ignore_index: -100, reduce: null, reduction: 'mean' };

/** @param {Tensor} input @returns {Layout} */
function layoutOf({ shape }) {
  if (shape.length === 1) return { count: 1, classes: shape[0], inner: 1, shape: new Size() };
  const rest = shape.slice(2);
  return { count: shape[0], classes: shape[1], inner: sizeOf(rest).numel(), shape: sizeOf([shape[0], ...rest]) };
}

/** @param {Tensor} input @param {Tensor} target @param {Tensor | null} weight @param {Layout} layout */
function check(input, target, weight, { classes, shape }) {
  if (input.shape.length === 0) throw new RuntimeError('input tensor should be 1D or 2D');
  const isSingle = input.shape.length === 1 && sameShape(target.shape, [1]);
  if (!sameShape(target.shape, shape) && !isSingle) throw shapeError(input, target, shape);
  if (target.dtype !== int64 && target.dtype.name !== 'uint8') {
    throw new RuntimeError(`expected target dtype to be Long or Byte, but got ${target.dtype.short}`);
  }
  if (input.dtype.kind !== kFloating) {
    throw new NotImplementedError(`"nll_loss_out_frame" not implemented for '${input.dtype.short}'`);
  }
  if (weight !== null && weight.dtype !== input.dtype) {
    throw new RuntimeError(`expected scalar type ${input.dtype.short} but found ${weight.dtype.short}`);
  }
  if (weight !== null && (weight.shape.length > 1 || weight.shape.numel() !== classes)) {
    throw new RuntimeError(
      `weight tensor should be defined either for all ${classes} classes or no classes but got weight tensor of shape: ${bracketed(weight.shape)}`,
    );
  }
}

/** @param {Tensor} input @param {Tensor} target @param {Size} shape */
function shapeError(input, target, shape) {
  if (input.shape[0] !== target.shape[0] && input.shape.length > 1) {
    return new ValueError(
      `Expected input batch_size (${input.shape[0]}) to match target batch_size (${target.shape[0] ?? 0}).`,
    );
  }
  if (input.shape.length <= 2 && target.shape.length > 1)
    return new RuntimeError('0D or 1D target tensor expected, multi-target not supported');
  return new RuntimeError(`Expected target size ${bracketed(shape)}, got ${bracketed(target.shape)}`);
}

/**
 * The class and the weight of every place; class -1 where it is to be ignored.
 * @param {Tensor} target @param {Tensor | null} weight @param {number} classes @param {number} ignored
 */
function chosen(target, weight, classes, ignored) {
  const given = elements(target);
  const indices = new Int32Array(given.length);
  for (let i = 0; i < indices.length; i++) indices[i] = Number(given[i]);
  const own = weight === null ? null : /** @type {any} */ (elements(weight));
  const weights = new Float64Array(indices.length);
  indices.forEach((index, i) => {
    if (index === ignored) indices[i] = -1;
    else if (index < 0 || index >= classes) throw new IndexError(`Target ${index} is out of bounds.`);
    else weights[i] = own === null ? 1 : own[index];
  });
  return { indices, weights };
}

/** PyTorch's sum in levels, each of which takes up the one below when it is full; rounded after each addition. @param {ArrayLike<number>} values @param {(x: number) => number} fit */
function sumInLevels(values, fit) {
  const { length } = values;
  const power = Math.max(4, Math.ceil(Math.ceil(Math.log2(Math.max(length, 1))) / 8));
  const levels = new Array(8).fill(0);
  const full = 2 ** power - 1;
  for (let i = 0; i < length; i++) {
    levels[0] = fit(levels[0] + values[i]);
    for (let j = 0; j < 7; j++) {
      if ((i & (full << (j * power))) !== 0) break;
      levels[j + 1] = fit(levels[j + 1] + levels[j]);
      levels[j] = 0;
    }
  }
  return levels.reduce((a, b) => fit(a + b), 0);
}

/**
 * The negative log likelihood of the classes.
 * @param {Tensor} input @param {Tensor} target @param {Tensor | null} weight @param {Reduction} reduction @param {number} ignored
 */
function nll(input, target, weight, reduction, ignored) {
  const layout = layoutOf(input);
  check(input, target, weight, layout);
  const { classes, inner, shape } = layout;
  const fit = input.dtype === float32 ? Math.fround : Number;
  const { indices, weights } = chosen(target, weight, classes, ignored);
  const place = (/** @type {number} */ i) => (Math.floor(i / inner) * classes + indices[i]) * inner + (i % inner);
  const x = /** @type {any} */ (elements(input));
  const each = weights.map((w, i) => (indices[i] < 0 ? 0 : fit(-x[place(i)] * w)));
  const total = fit(sumInLevels(weights, fit));
  const result = fresh(input, reduction === 'none' ? shape : new Size());
  const y = /** @type {any} */ (result.storage.array);
  if (reduction === 'none') y.set(each);
  else y[0] = reduction === 'mean' ? sumInLevels(each, fit) / total : sumInLevels(each, fit);
  const whole = input.shape;
  return record(result, {
    name: inner === 1 && whole.length < 3 ? 'NllLossBackward0' : 'NllLoss2DBackward0',
    inputs: [input],
    saved: [input, target],
    backward: (grad) => {
      const slope = fresh(grad, whole);
      const to = /** @type {any} */ (slope.storage.array);
      const d = /** @type {any} */ (elements(grad));
      const shared = reduction === 'mean' ? fit(d[0] / total) : d[0];
      indices.forEach((index, i) => {
        if (index >= 0) to[place(i)] = -(reduction === 'none' ? d[i] : shared) * weights[i];
      });
      return [slope];
    },
    formula: (grad) => {
      const factors = fresh(input, new Size([weights.length]));
      /** @type {any} */ (factors.storage.array).set(weights.map((w) => -w));
      const shared = reduction === 'mean' ? grad.div(total) : grad;
      const places = weights.map((_, i) => (indices[i] < 0 ? 0 : place(i)));
      return [named(addedAt(shared.reshape(-1).mul(factors), places, whole), 'NllLossBackwardBackward0')];
    },
  });
}

/**
 * The negative of what the input, which holds logarithms of probabilities (N, C, …) or (C), has at each target's class:
 * the mean weighed by the classes' weights, the sum, or each. Targets are int64; those of ignore_index (-100) count nothing.
 * IndexError for a target that is no class.
 * @example torch.nn.functional.nll_loss(torch.tensor([[-1, -2]]), torch.tensor([1n])) // tensor(2.)
 */
export const nll_loss = lossFunction(
  'nll_loss',
  optional(kNone),
  [],
  (input, target, reduction, { weight, ignore_index }) => nll(input, target, weight, reduction, ignore_index),
);

/** The classes' weights in a shape that broadcasts to the input's. @param {Tensor} weight @param {Tensor} input @param {number} dim */
const along = (weight, input, dim) => weight.view(input.shape.map((_, d) => (d === dim ? -1 : 1)));

/**
 * @param {Tensor} input @param {Tensor} target of probabilities
 * @param {Tensor | null} weight @param {Reduction} reduction @param {number} smoothing
 */
function ofProbabilities(input, target, weight, reduction, smoothing) {
  const dim = input.shape.length === 1 ? 0 : 1;
  const classes = input.shape[dim];
  if (target.dtype.kind !== kFloating) {
    throw new RuntimeError(
      `Expected floating point type for target with class probabilities, got ${target.dtype.short}`,
    );
  }
  const log = logProbabilities(input);
  const goal = smoothing > 0 ? target.mul(1 - smoothing).add(smoothing / classes) : target;
  let each = log.mul(goal);
  if (weight !== null) each = each.mul(along(weight, input, dim));
  if (reduction === 'none') return sum(each, dim).neg();
  const all = sum(each).neg();
  if (reduction === 'sum') return all;
  const result = all.div(input.shape.numel() / classes);
  const node = gradNode(result);
  if (node !== null) node.label = 'DivBackward1'; // PyTorch's division by a number in C++
  return result;
}

/** @param {Tensor} input @param {Tensor} target @param {Tensor | null} weight @param {Reduction} reduction @param {number} ignored @param {number} smoothing */
function smoothed(input, target, weight, reduction, ignored, smoothing) {
  const dim = input.shape.length === 1 ? 0 : 1;
  const classes = input.shape[dim];
  const log = logProbabilities(input);
  const loss = nll(log, target, weight, reduction, ignored);
  const all = sum(weight === null ? log : log.mul(along(weight, input, dim)), dim).neg();
  const isIgnored = target.eq(ignored);
  const smooth = /** @type {Tensor} */ (where(isIgnored, 0, all));
  let part = reduction === 'none' ? smooth : sum(smooth);
  if (reduction === 'mean') {
    const { weights } = chosen(target, weight, classes, ignored);
    part = part.div(sumInLevels(weights, input.dtype === float32 ? Math.fround : Number));
  }
  return loss.mul(1 - smoothing).add(part.mul(smoothing / classes));
}

/** @param {string} name @param {number} place @param {string} type @param {unknown} value */
const wrongSetting = (name, place, type, value) =>
  `cross_entropy_loss(): argument '${name}' (position ${place}) must be ${type}, not ${typeName(value)}`;

/**
 * The cross entropy of logits (N, C, …) or (C) with classes (int64, (N, …)) or with probabilities of the input's shape:
 * nll_loss of log_softmax. weight of the classes, ignore_index (-100), reduction ('mean'), label_smoothing (0): the part of a
 * target that is spread over all classes. IndexError for a target that is no class, ValueError for batches of other sizes.
 * @example torch.nn.functional.cross_entropy(torch.zeros(1, 2), torch.tensor([1n])) // tensor(0.6931)
 */
export const cross_entropy = lossFunction(
  'cross_entropy',
  optional({ ...kNone, label_smoothing: 0 }),
  [],
  (input, target, reduction, { weight, ignore_index, label_smoothing: smoothing }) => {
    if (!Number.isInteger(ignore_index)) throw new TypeError(wrongSetting('ignore_index', 5, 'int', ignore_index));
    if (!isNumber(/** @type {unknown} */ (smoothing)))
      throw new TypeError(wrongSetting('label_smoothing', 6, 'float', smoothing));
    if (!(smoothing >= 0 && smoothing <= 1)) {
      throw new RuntimeError(`label_smoothing must be between 0.0 and 1.0. Got: ${shown(smoothing, false)}`);
    }
    if (sameShape(input.shape, target.shape)) {
      if (ignore_index >= 0) throw new RuntimeError('ignore_index is not supported for floating point target');
      return ofProbabilities(input, target, weight, reduction, smoothing);
    }
    if (smoothing > 0) return smoothed(input, target, weight, reduction, ignore_index, smoothing);
    const log = logProbabilities(input);
    return nll(log, target, weight, reduction, ignore_index);
  },
);
