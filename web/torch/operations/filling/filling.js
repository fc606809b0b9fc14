// Writing values into a tensor: fill_, zero_, copy_, and their gradients.

import { RuntimeError } from '../../../core/errors.js';
import { sameShape } from '../../../core/numbers/size.js';
import { nativeMethod } from '../../arguments/native.js';
import { edgesOf, needsGrad } from '../../autograd/graph.js';
import { bumpVersion, checkInplace, checkOverlap, rebaseHistory, recordInplace } from '../../autograd/inplace.js';
import { isTensor } from '../../storage/base.js';
import { asElement, converter, kFloating } from '../../storage/dtype.js';
import { apart } from '../../storage/loops.js';
import { broadcastShape, fresh, isContiguous, walk } from '../../storage/strided.js';
import { sumTo } from '../folds/reductions.js';
import { checkOut, mismatch, place } from './outputs.js';

/** @typedef {import('../../tensor/tensor.js').Tensor} Tensor */

/** @param {Tensor} grad */
const zerosLike = (grad) => fresh(grad, grad.shape);

/**
 * Writes one number everywhere. Elements may share memory: they get the same value.
 * @param {Tensor} self
 * @param {any} value an element
 */
function write(self, value) {
  const array = /** @type {Float32Array} */ (self.storage.array);
  if (isContiguous(self)) array.fill(value, self.offset, self.offset + self.shape.numel());
  else {
    walk(self.shape, [self.strides], [self.offset], (n, at, step) => {
      for (let k = 0, o = at[0]; k < n; k++, o += step[0]) array[o] = value;
    });
  }
  bumpVersion(self);
}

/**
 * @param {Tensor} self
 * @param {number | bigint | boolean} value
 */
function fillNumber(self, value) {
  checkInplace(self);
  write(self, asElement(value, self.dtype));
  return recordInplace(self, { name: 'FillBackward2', inputs: [self], backward: (grad) => [zerosLike(grad)] });
}

/**
 * @param {Tensor} self
 * @param {Tensor} value of no dimensions
 */
export function fillTensor(self, value) {
  checkInplace(self, needsGrad(self, value));
  if (value.shape.length > 0) {
    throw new RuntimeError(
      `fill_ only supports 0-dimension value tensor but got tensor with ${value.shape.length} dimensions.`,
    );
  }
  checkOverlap(self); // as PyTorch, which lets a number fill such a tensor, but no tensor
  const inputs = needsGrad(self, value) ? edgesOf([self, value]) : null;
  const { shape } = value;
  const element = value.storage.array[value.offset];
  write(self, converter(value.dtype, self.dtype)?.(element) ?? element);
  if (inputs === null) return self;
  return rebaseHistory(self, {
    name: 'FillBackward3',
    inputs,
    backward: (grad) => [zerosLike(grad), sumTo(grad, shape)],
  });
}

/** @param {Tensor} self */
export function zero(self) {
  checkInplace(self);
  write(self, asElement(0, self.dtype));
  return recordInplace(self, { name: 'ZeroBackward0', inputs: [self], backward: (grad) => [zerosLike(grad)] });
}

/**
 * @param {Tensor} self
 * @param {Tensor | number | bigint | boolean} other
 */
export function copyFrom(self, other) {
  const source = isTensor(other) ? other : null;
  checkInplace(self, needsGrad(self, source));
  const inputs = needsGrad(self, source) ? edgesOf([self, source]) : null;
  if (!isTensor(other)) {
    checkOverlap(self);
    write(self, self.dtype.kind === kFloating ? Number(other) : asElement(other, self.dtype));
  } else if (sameElements(other, self)) bumpVersion(self);
  else {
    checkOverlap(self);
    const readable = apart(other, self);
    const shape = broadcastShape(self.shape, other.shape);
    if (!sameShape(shape, self.shape)) throw new RuntimeError(mismatch(self.shape, shape));
    place(self, readable);
    bumpVersion(self);
  }
  if (inputs === null) return self;
  return rebaseHistory(self, {
    name: 'CopyBackwards',
    inputs,
    backward: (grad) => [zerosLike(grad), grad],
  });
}

/**
 * A result, or `out` with the result written to it.
 * @param {Tensor | null} out
 * @param {string} name
 * @param {Tensor} result
 * @param {Tensor[]} [inputs]
 */
export function into(out, name, result, inputs = []) {
  if (out === null) return result;
  checkOut(name, out, result.shape, inputs);
  return copyFrom(out, result);
}

/**
 * @param {Tensor} a
 * @param {Tensor} b
 */
const sameElements = (a, b) =>
  a.storage === b.storage && a.offset === b.offset && sameShape(a.shape, b.shape) && sameShape(a.strides, b.strides);

/** The methods of Tensor. */
export const fill_ = /* @__PURE__ */ nativeMethod(
  ['fill_(Tensor value)', 'fill_(Scalar value)'],
  fillTensor,
  fillNumber,
);

export const copy_ = /* @__PURE__ */ nativeMethod(
  ['copy_(Tensor|Scalar other, bool non_blocking=False)', 'copy_(Tensor|Scalar other, bool async=False)|deprecated'],
  copyFrom,
);
