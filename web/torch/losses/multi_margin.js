// multi_margin_loss: a hinge for each class beside the target's. Source of the order of operations: aten/src/ATen/native/LossMultiMargin.cpp.

import { NotImplementedError, RuntimeError, ValueError } from '../../core/errors.js';
import { bracketed, Size } from '../../core/numbers/size.js';
import { Float } from '../../core/numbers/written.js';
import { requireMethod } from '../arguments/call.js';
import { record } from '../autograd/graph.js';
import { float32, int64, kFloating } from '../storage/dtype.js';
import { elements, fresh } from '../storage/strided.js';
import { handedOver, reductions } from './margins.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {{ count: number, classes: number, p: number, margin: number, weight: any, targets: number[], fit: (x: number) => number }} Rows
 */

/** @param {Tensor} input @param {Tensor} target @param {Tensor | null} weight */
function check({ shape, dtype }, target, weight) {
  if (shape.length > 2 || shape.at(-1) === 0)
    throw new RuntimeError(
      `Expected non-empty vector or matrix with optional 0-dim batch size, but got: ${bracketed(shape)}`,
    );
  const [count, classes] = shape.length === 2 ? shape : [1, shape[0] ?? 1];
  if (target.shape.length > 1 || target.shape.numel() !== count)
    throw new RuntimeError(
      `multi_margin_loss: target tensor should be 1-D with size equal to the number of input samples (batch size). Expected target size [${count}], but got ${bracketed(target.shape)}. Input has shape ${bracketed(shape)}.`,
    );
  if (weight !== null && weight.shape.numel() !== classes)
    throw new RuntimeError(`inconsistent weight size, expected ${classes} but got ${bracketed(weight.shape)}`);
  if (target.dtype !== int64) throw new RuntimeError(`expected scalar type Long but found ${target.dtype.short}`);
  if (dtype.kind !== kFloating)
    throw new NotImplementedError(`"multi_margin_loss_cpu_kernel" not implemented for '${dtype.short}'`);
  const targets = Array.from(elements(target), Number);
  if (targets.some((one) => one < 0 || one >= classes)) throw new RuntimeError('target out of range');
  return { count, classes, targets };
}

/** Calls visit with each class that comes too near to its row's target, and how near; all rounded. @param {any} x @param {Rows} rows @param {(z: number, at: number, row: number, weight: number) => void} visit */
function eachNear(x, { classes, margin, weight, targets, fit }, visit) {
  targets.forEach((target, row) => {
    const start = row * classes;
    const least = fit(fit(margin) - x[start + target]);
    for (let d = 0; d < classes; d++) {
      const z = fit(least + x[start + d]);
      if (d !== target && z > 0) visit(z, start + d, row, weight === null ? 1 : weight[target]);
    }
  });
}

/** The loss of each row. @param {any} x @param {Rows} rows */
function losses(x, rows) {
  const { count, classes, p, fit } = rows;
  const each = new Float64Array(count);
  eachNear(x, rows, (z, _, row, weight) => {
    each[row] = fit(each[row] + fit((p === 1 ? z : fit(z * z)) * weight));
  });
  return each.map((sum) => fit(sum / classes));
}

/** @param {any} x @param {Rows} rows @param {any} to the slope of each element @param {number} part of the loss that a row is */
function slopes(x, rows, to, part) {
  const { classes, p, fit, targets } = rows;
  const g = fit(part / classes);
  eachNear(x, rows, (z, at, row, weight) => {
    to[at] = fit((p === 1 ? g : fit(fit(2 * g) * z)) * weight);
    const target = row * classes + targets[row];
    to[target] = fit(to[target] - to[at]);
  });
}

/**
 * The mean over classes of (margin (1) - x[target] + x[class])^p (1 or 2), where that is above 0, of rows (N, C) or (C), times the
 * target's weight. ValueError for another p, RuntimeError for other sizes and targets that are no class.
 * @example torch.nn.functional.multi_margin_loss(torch.tensor([[0.1, 0.2, 0.4, 0.8]]), torch.tensor([3n])) // tensor(0.3250)
 */
export const multi_margin_loss = handedOver(
  'multi_margin_loss',
  ['input', 'target'],
  { p: 1, margin: new Float(1), weight: null, ...reductions },
  ([input, target], passed) => {
    const { reduction, weight } = passed;
    passed.reduction = 'none'; // it is done here, as part of the step
    const fit = input.dtype === float32 ? Math.fround : Number;
    const kept = { p: Number(passed.p), margin: Number(passed.margin), weight: weight && elements(weight), fit };
    const rows = { ...check(input, target, weight), ...kept };
    const each = losses(elements(input), rows);
    const isWhole = reduction !== 'none' || target.shape.length === 0;
    const total = each.reduce((a, b) => a + b, 0) / (reduction === 'mean' ? rows.count : 1);
    const result = fresh(input, isWhole ? new Size() : target.shape);
    /** @type {any} */ (result.storage.array).set(isWhole ? [total] : each);
    return record(result, {
      name: 'MultiMarginLossBackward0',
      inputs: [input],
      saved: [input, target],
      backward: (grad, [x]) => {
        const slope = fresh(x, x.shape);
        slopes(elements(x), rows, slope.storage.array, reduction === 'mean' ? 1 / rows.count : 1);
        return [slope.mul(isWhole || x.shape.length < 2 ? grad : grad.unsqueeze(1))];
      },
      formula: 'multi_margin_loss',
    });
  },
  (_, { p, weight }) => {
    if (Number(p) !== 1 && Number(p) !== 2) throw new ValueError('only p == 1 and p == 2 supported');
    if (weight === null) return;
    requireMethod(weight, 'dim');
    if (weight.shape.length !== 1) throw new ValueError('weight must be one-dimensional');
  },
);
