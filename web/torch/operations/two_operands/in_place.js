// The form in place of an operation, made of the one out of place: its result is written back, its step becomes the tensor's last one.

import { RuntimeError } from '../../../core/errors.js';
import { sameShape } from '../../../core/numbers/size.js';
import { nativeMethod, withoutInput } from '../../arguments/native.js';
import { needsGrad } from '../../autograd/graph.js';
import {
  adoptHistory,
  asItWas,
  bumpVersion,
  checkInplace,
  checkOverlap,
  recordInplace,
} from '../../autograd/inplace.js';
import { isTensor } from '../../storage/base.js';
import { cNameOf } from '../../storage/dtype.js';
import { broadcastShape, fresh } from '../../storage/strided.js';
import { checkCast, mismatch, place } from '../filling/outputs.js';

/** @typedef {import('../../tensor/tensor.js').Tensor} Tensor */

/** @param {Tensor} self @param {any[]} operands @param {(self: Tensor, ...operands: any[]) => Tensor} run @param {string} name @returns {Tensor} */
export function writtenBack(self, operands, run, name) {
  if (!/^(logical|bitwise)/.test(name))
    checkInplace(
      self,
      [self, ...operands].some((one) => isTensor(one) && needsGrad(one)),
    );
  checkOverlap(self);
  const other = operands[0];
  // Before a quotient by 0 is refused.
  if (/^(floor_d|rem|fmod|pow)/.test(name) && isTensor(other)) {
    const shape = broadcastShape(self.shape, other.shape);
    if (!sameShape(shape, self.shape)) throw new RuntimeError(mismatch(self.shape, shape));
  }
  const result = run(asItWas(self), ...operands);
  if (!sameShape(result.shape, self.shape)) throw new RuntimeError(mismatch(self.shape, result.shape));
  const isOfNumber = /^cl(am|ip)/.test(name) && !operands.some(isTensor);
  checkCast(result.dtype, self.dtype, isOfNumber ? cNameOf(self.dtype) : undefined);
  place(self, result);
  bumpVersion(self);
  const node = result.meta?.node;
  if (!node) return /^(eq|ne|[lg][te]|less|greater|not_e)/.test(name) ? flattened(self, operands[0], name) : self;
  node.dtype = self.dtype;
  return adoptHistory(self, node);
}

/** Numbers' names of comparisons, and Python's. @type {Record<string, string>} */
const shorter = { greater: 'gt', less: 'lt', greater_equal: 'ge', less_equal: 'le', not_equal: 'ne' };

/** After a comparison, through which no gradient flows. @param {Tensor} self @param {any} other @param {string} name */
function flattened(self, other, name) {
  const own = shorter[name] ?? name;
  return recordInplace(self, {
    name: `${own[0].toUpperCase()}${own[1]}Backward${Number(isTensor(other))}`,
    inputs: [self],
    backward: (grad) => [fresh(grad, grad.shape)],
  });
}

/** The method in place. @param {any} own a native function of one step @param {string} name */
export const inPlaceOf = ({ sources, implementations }, name) =>
  nativeMethod(
    sources.map((/** @type {string} */ source) => withoutInput(source).replace(/^\w+/, `${name}_`)),
    ...implementations.map(
      (/** @type {any} */ run) =>
        (/** @type {Tensor} */ self, /** @type {any[]} */ ...operands) =>
          writtenBack(self, operands, run, name),
    ),
  );
